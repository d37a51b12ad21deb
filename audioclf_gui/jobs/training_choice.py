"""What is chosen in a project for its next training, as the project keeps it."""

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project_settings import ProjectSettings
from audioclf_gui.ml.settings import TrainSettings, describe, settings_from_dict

CHOICE = "training"
"""The name under which a project keeps the choice: the parameters, and what the window knows beside."""


def chosen_settings(kept: ProjectSettings) -> TrainSettings | None:
    """The settings of the choice; None if nothing is chosen yet, or not so that this version knows it."""
    values = kept.get(CHOICE)
    if not isinstance(values, dict):
        return None
    known = {one.name for one in describe()}
    try:
        return settings_from_dict({name: value for name, value in values.items() if name in known})
    except UserError:
        return None
