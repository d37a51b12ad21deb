"""What the user has chosen for the next run; every panel of the workspace reads and writes this one value."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.settings import TrainSettings, settings_for, settings_from_dict

_PATIENCE = 20  # epochs without improvement before a run cools down and ends
FIRST_CHOICE: Mapping[str, object] = {"patience": _PATIENCE}
"""What a new project starts with, on top of the preset: train until it stops improving."""


class TrainChoice(QObject):
    """A preset and what differs from it; always a valid combination."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preset = "default"
        self._overrides: dict[str, object] = dict(FIRST_CHOICE)
        self.settings = settings_for(self._preset, **self._overrides)
        self.base = settings_for(self._preset)

    def load(self, kept: object) -> None:
        """Take up what `to_dict` of earlier settings wrote; what does not fit this version is ignored."""
        if not isinstance(kept, dict):
            return
        try:
            wanted = settings_from_dict(kept)
        except UserError:
            return
        base = settings_for(wanted.preset).to_dict()
        different = {name: value for name, value in wanted.to_dict().items() if value != base[name]}
        self._take(wanted.preset, different)

    def choose_preset(self, preset: str) -> None:
        """Start from another preset; what was changed by hand stays changed."""
        self._take(preset, self._overrides)

    def set(self, **changes: object) -> None:
        """Change parameters.

        Raises
        ------
        UserError
            If a value cannot be used; nothing has changed then.
        """
        self._take(self._preset, {**self._overrides, **changes})

    def reset(self, name: str) -> None:
        """Let a parameter be what the preset says."""
        self._take(self._preset, {key: value for key, value in self._overrides.items() if key != name})

    def reset_all(self) -> None:
        """As a new project has it, with the same preset."""
        self._take(self._preset, dict(FIRST_CHOICE))

    def _take(self, preset: str, overrides: Mapping[str, object]) -> None:
        settings: TrainSettings = settings_for(preset, **overrides)
        base = settings_for(preset)
        values, usual = settings.to_dict(), base.to_dict()
        self._preset, self.settings, self.base = preset, settings, base
        self._overrides = {name: values[name] for name in overrides if values[name] != usual[name]}
        self.changed.emit()
