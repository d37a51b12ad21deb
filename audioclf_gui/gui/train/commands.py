"""The commands of the Train workspace and their keys."""

from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

COMMANDS = (
    ActionSpec("train", _t("Train"), "Ctrl+T", "play", "Train", "train"),
    ActionSpec("stop_training", _t("Stop and keep best"), "Ctrl+.", "stop", "Train", "train"),
    ActionSpec(
        "evaluate",
        _t("Measure a model on these labels…"),
        menu="Train",
        where="train",
        tip=_t("Any model whose classes are called like those of the project"),
    ),
)
FIXED_KEYS: tuple[FixedKeys, ...] = ()
