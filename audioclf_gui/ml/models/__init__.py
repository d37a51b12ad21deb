"""The networks by name; a new one is a class in its own file, imported below."""

from audioclf_gui.ml.models import r4_cnn, residual_cnn
from audioclf_gui.ml.models.registry import ARCHITECTURES, build

__all__ = ["ARCHITECTURES", "build", "r4_cnn", "residual_cnn"]
