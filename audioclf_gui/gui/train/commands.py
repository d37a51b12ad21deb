"""The commands of the Train workspace and their keys."""

from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

COMMANDS = (
    ActionSpec(
        "train",
        _t("Train"),
        "Ctrl+T",
        "play",
        "Train",
        "train",
        tip=_t("Train on the labelled clips, with the settings of the panel"),
    ),
    ActionSpec(
        "stop_training",
        _t("Stop and keep best"),
        "Ctrl+.",
        "stop",
        "Train",
        "train",
        tip=_t("End training now; the best state so far becomes the model"),
    ),
    ActionSpec(
        "evaluate",
        _t("Measure a model on these labels…"),
        menu="Train",
        where="train",
        tip=_t("Any model whose classes are called like those of the project"),
    ),
    ActionSpec(
        "export_model",
        _t("Export the model…"),
        menu="Train",
        where="train",
        tip=_t("Write the model of the run that is shown as a file that other programs run"),
    ),
    ActionSpec(
        "report_runs",
        _t("Report of the runs…"),
        menu="Train",
        where="train",
        tip=_t("Write the chosen run, or how the chosen ones compare, as one page that opens anywhere"),
    ),
)
FIXED_KEYS: tuple[FixedKeys, ...] = ()
