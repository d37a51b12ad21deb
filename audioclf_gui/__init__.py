"""Label sounds, train a classifier on your labels and listen with it."""

import importlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for editors and type checkers; at run time `__getattr__` loads them when first used
    from audioclf_gui.api import (
        ClipRow,
        Imported,
        LabelRow,
        Model,
        ModelReport,
        OpenProject,
        Prediction,
        Predictions,
        Refused,
        Region,
        SimilarRow,
        TrainedRun,
        UserError,
        demo_project,
        evaluate,
        export_labels,
        export_model,
        find_similar,
        import_clips,
        label,
        load_model,
        new_project,
        open_project,
        show_progress,
        suggest,
        train,
    )

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning torch threads starve everything beside them

__version__ = "0.2.0"

__all__ = [
    "ClipRow",
    "Imported",
    "LabelRow",
    "Model",
    "ModelReport",
    "OpenProject",
    "Prediction",
    "Predictions",
    "Refused",
    "Region",
    "SimilarRow",
    "TrainedRun",
    "UserError",
    "__version__",
    "demo_project",
    "evaluate",
    "export_labels",
    "export_model",
    "find_similar",
    "import_clips",
    "label",
    "load_model",
    "new_project",
    "open_project",
    "show_progress",
    "suggest",
    "train",
]


if not TYPE_CHECKING:  # to which any name would be one, then

    def __getattr__(name: str) -> object:
        """A name of the Python interface, which is loaded with the first of them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(importlib.import_module("audioclf_gui.api"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
