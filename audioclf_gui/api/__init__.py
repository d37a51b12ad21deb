"""What a script or a notebook can ask for: a dozen functions over the same jobs as the window's."""

from audioclf_gui.api.labelling import export_labels, import_clips, label, suggest
from audioclf_gui.api.learning import evaluate, find_similar, train
from audioclf_gui.api.models import Model, export_model, load_model
from audioclf_gui.api.predictions import Prediction, Predictions
from audioclf_gui.api.progress import show_progress
from audioclf_gui.api.projects import OpenProject, demo_project, new_project, open_project
from audioclf_gui.api.values import (
    ClipRow,
    Imported,
    LabelRow,
    ModelReport,
    Refused,
    SimilarRow,
    TrainedRun,
)
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region

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
