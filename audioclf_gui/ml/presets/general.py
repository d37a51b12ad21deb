"""The presets that people choose from."""

from audioclf_gui.core.text import Text
from audioclf_gui.ml.presets.preset import Preset

AUTOMATIC = "auto"
"""The preset that stands for another one; see `preset_choice`."""

GENERAL = (
    Preset(
        AUTOMATIC,
        Text("Automatic"),
        Text("Chosen from the labels, the recordings and the listeners that are installed."),
    ),
    Preset(
        "default",
        Text("General sounds"),
        Text("Animals, machines, weather, music: the most accurate choice for most sounds."),
        {"effort": 1.35},
    ),
    Preset(
        "fast",
        Text("Quick look"),
        Text("A narrower network and a coarser picture: a fifth of the time, a point or two less accurate."),
        {"width": 8, "columns": 125, "effort": 0.6},
    ),
    Preset(
        "quality",
        Text("Highest accuracy"),
        Text("Four networks answer together, each trained for twice as long: for when time does not matter."),
        {"members": 4, "width": 12, "effort": 2.0},
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
            "position": False,  # a new speaker's voice lies elsewhere
            "eq_db": 8.0,
            "noise": 0.3,
        },
    ),
    Preset(
        "forest",
        Text("Random forest"),
        Text("Decision trees over a few hundred numbers of each clip: trained in seconds, a first answer."),
        {"front_end": "mfcc-statistics", "architecture": "forest", "dropout": None},
    ),
    Preset(
        "mfcc-mlp",
        Text("Small network on numbers"),
        Text("A small network over the same numbers as the random forest: trained in seconds, too."),
        {
            "front_end": "mfcc-statistics",
            "architecture": "mlp",
            "dropout": 0.5,
            "learning_rate": 1e-3,
            "weight_decay": 0.05,
            "patience": None,
        },
    ),
    Preset(
        "listener",
        Text("Pretrained listener"),
        Text("BirdNET listens and a small model learns from what it hears: the most accurate, in seconds."),
        {
            "front_end": "listener",
            "architecture": "head",
            "dropout": None,
            "pad": "repeat",
            "label_smoothing": 0.0,
        },
    ),
    Preset(
        "combined",
        Text("Listener and network"),
        Text("The pretrained listener and a network of our own side by side: a little more, in minutes."),
        {"front_end": "listener-and-log-mel", "architecture": "stack", "pad": "repeat"},
    ),
)
