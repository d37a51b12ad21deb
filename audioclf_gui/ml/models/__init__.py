"""The networks by name; a new one is a class in a file of its own in this folder, and nothing else."""

import importlib
import pkgutil

from audioclf_gui.ml.models.registry import (
    ARCHITECTURES,
    build,
    checked_architecture,
    known_architecture,
    takes,
)

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = ["ARCHITECTURES", "build", "checked_architecture", "known_architecture", "takes"]
