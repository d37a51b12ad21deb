"""A preset: front end and architecture together, in the window's list and for `--preset example`.

It is asked for before any sound is read, so it must not import torch.
"""

from audioclf_gui.core.plugins import PlugIn
from audioclf_gui.core.text import Text
from audioclf_gui.ml.presets.preset import Preset

_SETTINGS = {
    "front_end": "example-bands",
    "architecture": "example-linear",
    "dropout": None,
    "mels": 32,
    "made_noise": 0.0,
    "learning_rate": 0.03,
}
"""Parameters as `--set` has them; what is left out keeps its general default."""

PLUG_IN = PlugIn(
    Preset(
        "example",
        Text.plain("Linear (example)"),
        Text.plain("A linear model on the levels of frequency bands: a template for your own."),
        _SETTINGS,
    ),
    api=1,
)
