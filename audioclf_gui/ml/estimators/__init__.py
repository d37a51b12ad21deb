"""How each kind of model learns; a new way is a function in a file of its own in this folder."""

import importlib
import pkgutil

from audioclf_gui.ml.estimators.registry import ESTIMATORS, learn

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = ["ESTIMATORS", "learn"]
