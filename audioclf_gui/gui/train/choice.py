"""What the user has chosen for the next run; every panel of the workspace reads and writes this one value."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.presets import AUTOMATIC, references
from audioclf_gui.ml.settings import TrainSettings, settings_for, settings_from_dict

_ALL_FOLDS = "all_folds"


class TrainChoice(QObject):
    """A preset and what differs from it; always a valid combination.

    Attributes
    ----------
    settings, base : TrainSettings
        What is chosen, and the preset alone.
    all_folds : bool
        Whether each fold is held out once, instead of what `settings.validate` says alone.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preset = AUTOMATIC
        self._overrides: dict[str, object] = {}
        self.all_folds = False
        self.settings = self.base = settings_for(self._preset)

    def kept(self) -> dict[str, object]:
        """What `load` takes up again."""
        return {**self.settings.to_dict(), _ALL_FOLDS: self.all_folds}

    def load(self, kept: object) -> None:
        """Take up what `kept` of an earlier choice told; what does not fit this version is ignored."""
        if not isinstance(kept, dict):
            return
        try:
            wanted = settings_from_dict({name: kept[name] for name in kept if name != _ALL_FOLDS})
        except UserError:
            return
        base = _base(wanted).to_dict()
        different = {name: value for name, value in wanted.to_dict().items() if value != base[name]}
        self._take(wanted.preset, different, all_folds=kept.get(_ALL_FOLDS) is True)

    def choose_preset(self, preset: str) -> None:
        """Start from another preset; what was changed by hand stays changed.

        Only a reference's mistakes end where there is no reference to repeat.
        """
        kept = self._overrides.items()
        overrides = {name: value for name, value in kept if name != "as_given" or preset in references()}
        self._take(preset, overrides, all_folds=self.all_folds)

    def set(self, **changes: object) -> None:
        """Change parameters; what the test set is, and how the clips are held back, replace each other.

        Raises
        ------
        UserError
            If a value cannot be used; nothing has changed then.
        """
        all_folds = self.all_folds and "validate" not in changes and not changes.get("test")
        if changes.get("test"):
            changes = {"validate": "group", **changes}
        elif "validate" in changes:
            changes = {**changes, "test": ""}
        self._take(self._preset, {**self._overrides, **changes}, all_folds=all_folds)

    def hold_out_every_fold(self, folds: int | None = None) -> None:
        """Judge by all folds in turn: so many made of whole recording groups.

        By default those of the data, else five.
        """
        every = {"validate": "group", "test": "", "folds": folds}
        self._take(self._preset, {**self._overrides, **every}, all_folds=True)

    def reset(self, name: str) -> None:
        """Let a parameter be what the preset says."""
        rest = {key: value for key, value in self._overrides.items() if key != name}
        self._take(self._preset, rest, all_folds=self.all_folds and name != "validate")

    def reset_all(self) -> None:
        """As a new project has it, with the same preset."""
        self._take(self._preset, {}, all_folds=False)

    def _take(self, preset: str, overrides: Mapping[str, object], *, all_folds: bool) -> None:
        settings: TrainSettings = settings_for(preset, **overrides)
        base = _base(settings)
        values, usual = settings.to_dict(), base.to_dict()
        self._preset, self.settings, self.base = preset, settings, base
        self.all_folds = all_folds
        self._overrides = {name: values[name] for name in overrides if values[name] != usual[name]}
        self.changed.emit()


def _base(settings: TrainSettings) -> TrainSettings:
    """The preset alone: its own values, or those of its authors where their mistakes are repeated."""
    return replace(settings_for(settings.preset, as_given=settings.as_given), as_given=False)
