"""What a model learns to say; a new kind is a class in a file of its own in this folder."""

import importlib
import pkgutil

from audioclf_gui.ml.objectives.objective import (
    OBJECTIVES,
    BadObjectiveError,
    Objective,
    objective_for,
    objective_from_json,
    objective_to_json,
)

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = [
    "OBJECTIVES",
    "BadObjectiveError",
    "Objective",
    "objective_for",
    "objective_from_json",
    "objective_to_json",
]
