"""Ready-made ways to train; a preset is data, and everything it sets can be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audioclf_gui.core.text import Text

_SMALL_NETWORK = {"architecture": "r4_cnn", "dropout": None}


@dataclass(frozen=True, slots=True)
class Preset:
    """A named choice of training parameters; what `values` leaves out keeps its general default."""

    name: str
    title: Text
    reason: Text  # one sentence: when to take it
    values: Mapping[str, object] = field(default_factory=dict)


PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "default",
            Text("General sounds"),
            Text("Animals, machines, weather, music: the most accurate choice for most sounds."),
        ),
        Preset(
            "fast",
            Text("Quick look"),
            Text(
                "A very small network with the same recipe: a quarter of the time,"
                " a few points less accurate."
            ),
            _SMALL_NETWORK,
        ),
        Preset(
            "speech",
            Text("Voices and words"),
            Text("Finer steps in time and changes of pitch in training, for speech and new speakers."),
            {
                "rate_hz": 16000,
                "mel_window_s": 0.032,
                "mel_hop_s": 0.010,
                "shift_mode": "pad",
                "shift": 0.1,
                "pitch_bins": 4,
                "eq_db": 8.0,
                "noise": 0.3,
            },
        ),
        Preset(
            "r4",
            Text("Reference R4"),
            Text("A published demonstration (four-layer network, 64 HTK mels, Adam), to compare with."),
            {
                **_SMALL_NETWORK,
                "rate_hz": 44100,
                "mel_window_s": 1024 / 44100,
                "mel_hop_s": 512 / 44100,
                "mel_scale": "htk",
                "mel_norm": "",
                "low_hz": 0.0,
                "top_db": 80.0,
                "window_s": 4.0,
                "epochs": 50,
                "patience": None,
                "batch_size": 16,
                "optimizer": "adam",
                "learning_rate": 0.001,
                "weight_decay": 0.0,
                "warm_up": 0.3,
                "decay": "linear",
                "label_smoothing": 0.0,
                "ema": 0.0,
                "mixup": 0.0,
                "balance": 0.0,
                "shift": 0.4,
                "gain_db": 0.0,
                "eq_db": 0.0,
                "mask_bins": 0.1,
            },
        ),
    )
}
