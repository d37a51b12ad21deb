"""What a sound goes through before a model; a new kind is a class in a file of its own in this folder."""

import importlib
import pkgutil

from audioclf_gui.ml.front_ends.front_end import (
    FRONT_ENDS,
    BadFrontEndError,
    FrontEnd,
    front_end_for,
    front_end_from_json,
    front_end_to_json,
)

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = [
    "FRONT_ENDS",
    "BadFrontEndError",
    "FrontEnd",
    "front_end_for",
    "front_end_from_json",
    "front_end_to_json",
]
