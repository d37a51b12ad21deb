"""The reference systems: published demonstrations, to compare with.

They hear and learn as their authors wrote, but for mistakes that make figures flatter or models worse;
`as_given` puts these back. What the authors left open is fixed here.
"""

from audioclf_gui.core.text import Text
from audioclf_gui.ml.presets.preset import AsGiven, Preset

_PLAIN = {
    "patience": None,
    "keep": "accuracy",
    "judging_share": 1.0,
    "weight_decay": 0.0,
    "label_smoothing": 0.0,
    "ema": 0.0,
    "mixup": 0.0,
    "noise": 0.0,
    "made_noise": 0.0,
    "balance": 0.0,
    "shift": 0.0,
    "gain_db": 0.0,
    "eq_db": 0.0,
    "masks": 0,
}
"""Nothing of our own recipe."""

_CONSTANT_RATE = {"warm_up": 0.0, "decay": "none"}

_MELS_128 = {
    "rate_hz": 22050,
    "mel_window_s": 2048 / 22050,
    "mel_hop_s": 512 / 22050,
    "mels": 128,
    "low_hz": 0.0,
    "top_db": 80.0,
}
_IMAGES = {**_PLAIN, **_MELS_128, "front_end": "spectrogram-image", "window_s": 4.0}
_MOVED = {"shift_mode": "pad", "pitch_bins": 4}
"""Pictures may move up or down by four bands, as far as a sound would stay what it is."""

REFERENCES = (
    Preset(
        "r0a",
        Text("Reference R0, variant A"),
        Text("A published network for photographs, over pictures of sounds: three convolutions, Adadelta."),
        {
            **_IMAGES,
            "architecture": "r0a",
            "epochs": 60,
            "batch_size": 50,
            "optimizer": "adadelta",
            "learning_rate": 1.0,
        },
        AsGiven(
            {**_CONSTANT_RATE, "validate": "random:0.1", "test": "", "valid_share": 0.1, "refit": False},
            Text("clips of one speaker are in all sets, and the learning rate never falls"),
            keeps_start=True,
            has_test_set=True,
        ),
    ),
    Preset(
        "r0b",
        Text("Reference R0, variant B"),
        Text("A published network for photographs, over pictures of sounds: batch norm everywhere, Adam."),
        {
            **_IMAGES,
            **_MOVED,
            "architecture": "r0b",
            "dropout": None,
            "epochs": 100,
            "batch_size": 32,
            "optimizer": "adam",
            "learning_rate": 0.01,
            "shift": 0.3,
        },
        AsGiven(
            {**_CONSTANT_RATE, "validate": "random:0.2", "test": "", "refit": False},
            Text(
                "clips of one speaker are in both sets, the clips measured are mirrored, zoomed and moved by"
                " chance as photographs are, and the learning rate never falls"
            ),
            keeps_start=True,
        ),
    ),
    Preset(
        "r0c",
        Text("Reference R0, variant C"),
        Text("Variant A without dropout and with moved pictures, of which its authors told their figure."),
        {
            **_IMAGES,
            **_MOVED,
            "architecture": "r0c",
            "dropout": None,
            "epochs": 60,
            "batch_size": 32,
            "optimizer": "adadelta",
            "learning_rate": 1.0,
            "shift": 0.2,
        },
        AsGiven(
            {**_CONSTANT_RATE, "validate": "random:0.1", "test": "", "valid_share": 0.1, "refit": False},
            Text(
                "clips of one speaker are in all sets, the clips measured are zoomed and moved by chance as"
                " photographs are, and the learning rate never falls; the whitening that its authors left"
                " out of their test is left out altogether"
            ),
            keeps_start=True,
            has_test_set=True,
        ),
    ),
    Preset(
        "r0d",
        Text("Reference R0, variant D"),
        Text("Dense layers over a frozen network for photographs, whose weights you bring in a file; slow."),
        {
            **_IMAGES,
            **_MOVED,
            "architecture": "r0d",
            "dropout": 0.1,
            "epochs": 60,
            "batch_size": 32,
            "optimizer": "adam",
            "learning_rate": 0.001,
            "shift": 0.3,
        },
        AsGiven(
            {**_CONSTANT_RATE, "validate": "random:0.15", "test": "", "refit": False},
            Text(
                "clips of one speaker are in both sets, the clips measured are mirrored, zoomed and moved by"
                " chance as photographs are, and the learning rate never falls"
            ),
            keeps_start=True,
        ),
    ),
    Preset(
        "r1",
        Text("Reference R1"),
        Text("A published small network over the means of 40 MFCC: three layers, Adam."),
        {
            **_PLAIN,
            **_MELS_128,
            **_CONSTANT_RATE,
            "front_end": "mfcc-statistics",
            "architecture": "r1_mlp",
            "dropout": 0.5,
            "coefficients": 40,
            "statistics": "mfcc-mean",
            "pad": "repeat",
            "epochs": 200,
            "batch_size": 32,
            "optimizer": "adam",
            "learning_rate": 0.001,
        },
        AsGiven(
            {"validate": "random:0.2", "test": "", "refit": False},
            Text(
                "clips of one recording are in both sets, and the numbers are not standardised, so that the"
                " first drowns the others"
            ),
        ),
    ),
    Preset(
        "r2",
        Text("Reference R2"),
        Text("A published network for long recordings: 3-D convolutions over segments of 128 mels."),
        {
            **_PLAIN,
            **_MELS_128,
            "architecture": "r2",
            "longest_window_s": 60.0,
            "epochs": 100,
            "patience": 10,
            "keep": "loss",
            "report_every": 10,
            "batch_size": 8,
            "optimizer": "adam",
            "learning_rate": 0.001,
            "ema": 0.99,
        },
        AsGiven(
            {**_CONSTANT_RATE, "ema": 0.0, "refit": False},
            Text(
                "only the loudest answer of all segments counts, and the learning rate never falls; its"
                " authors also left clips over that filled no batch unmeasured, which is not repeated"
            ),
            has_test_set=True,
            chooses_epoch=True,
        ),
    ),
    Preset(
        "r3",
        Text("Reference R3"),
        Text("A published random forest over mean and spread of 128 bands, its sizes searched for; slow."),
        {
            **_MELS_128,
            "rate_hz": 44100,
            "mel_window_s": 2048 / 44100,
            "mel_hop_s": 512 / 44100,
            "front_end": "mfcc-statistics",
            "architecture": "forest",
            "dropout": None,
            "statistics": "band-mean,band-sd",
            "pad": "repeat",
            "balance": 0.0,
            "trees": 100,
            "search": "full",
        },
        AsGiven(
            {"validate": "random:0.2", "test": "", "refit": False, "search": "shallow"},
            Text(
                "clips of one recording are in both sets and in several inner folds, and no tree is deeper"
                " than 8; its authors drew other sets in every run, which is not repeated"
            ),
        ),
    ),
    Preset(
        "r4",
        Text("Reference R4"),
        Text("A published demonstration (four-layer network, 64 HTK mels, Adam), to compare with."),
        {
            **_PLAIN,
            "architecture": "r4_cnn",
            "precision": "float32",  # its maps are too narrow for short numbers to be quicker
            "dropout": None,
            "rate_hz": 44100,
            "mel_window_s": 1024 / 44100,
            "mel_hop_s": 512 / 44100,
            "mel_scale": "htk",
            "mel_norm": "",
            "low_hz": 0.0,
            "top_db": 80.0,
            "window_s": 4.0,
            "epochs": 50,
            "batch_size": 16,
            "optimizer": "adam",
            "learning_rate": 0.001,
            "warm_up": 0.3,
            "decay": "linear",
            "shift": 0.4,
            "masks": 2,
            "mask_bins": 0.1,
        },
        AsGiven(
            {"validate": "random:0.2", "test": "", "refit": False, "epochs": 2},
            Text(
                "clips of one recording are in both sets, each batch is standardised by its own values, so"
                " that the model answers worse when it is asked about one clip alone, the clips measured are"
                " shifted and masked by chance, and what is longer than 4 s loses its end; stereo is mixed"
                " down before it is doubled again"
            ),
            keeps_start=True,
            pads_at_random=True,
        ),
    ),
)

MAIN_VARIANTS = {"r0": "r0c"}
"""Of references with variants, the one that the authors' own figure is about."""
