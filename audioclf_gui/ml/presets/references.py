"""The reference systems: published demonstrations, to compare with."""

from audioclf_gui.core.text import Text
from audioclf_gui.ml.presets.general import SMALL_NETWORK
from audioclf_gui.ml.presets.preset import AsGiven, Preset

_RANDOM_FIFTH = {"validate": "random:0.2", "test": "", "refit": False}
"""Four fifths of the clips by chance, whatever recording they are from."""

REFERENCES = (
    Preset(
        "r4",
        Text("Reference R4"),
        Text("A published demonstration (four-layer network, 64 HTK mels, Adam), to compare with."),
        {
            **SMALL_NETWORK,
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
        AsGiven(
            {**_RANDOM_FIFTH, "epochs": 2},
            Text(
                "clips of one recording are in both sets, each batch is standardised by its own values, the"
                " clips measured are shifted and masked by chance, and what is longer than 4 s loses its end;"
                " stereo is mixed down before it is doubled again"
            ),
            keeps_start=True,
        ),
    ),
)
