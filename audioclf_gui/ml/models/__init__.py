"""The networks by name; a new one is a class in a file of its own in this folder, and nothing else."""

import importlib
import pkgutil

from audioclf_gui.ml.models.registry import (
    ARCHITECTURES,
    StartsFromFile,
    build,
    checked_architecture,
    known_architecture,
    options_from_file,
    takes,
)

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = [
    "ARCHITECTURES",
    "StartsFromFile",
    "build",
    "checked_architecture",
    "known_architecture",
    "options_from_file",
    "takes",
]
