"""What a model can leave the program as; a new target is a class in a file of its own in this folder."""

import importlib
import pkgutil

from audioclf_gui.ml.exporters.registry import EXPORTERS, Exporter, exported_as, exporter_called

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = ["EXPORTERS", "Exporter", "exported_as", "exporter_called"]
