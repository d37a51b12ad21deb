"""What the user has chosen for the next run; every panel of the workspace reads and writes this one value."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.presets import AUTOMATIC, references
from audioclf_gui.ml.saved_preset import SavedPreset, base_of
from audioclf_gui.ml.saved_preset import changes as changes_of
from audioclf_gui.ml.settings import TrainSettings, settings_for, settings_from_dict

_ALL_FOLDS, _SAVED = "all_folds", "saved_preset"
_BESIDE = {_ALL_FOLDS, _SAVED}
"""What is kept beside the parameters."""


class TrainChoice(QObject):
    """A preset and what differs from it; always a valid combination.

    Attributes
    ----------
    settings, base : TrainSettings
        What is chosen, and the preset alone.
    saved : SavedPreset or None
        The preset of the user's own that the choice started from; None: a ready-made one.
    all_folds : bool
        Whether each fold is held out once, instead of what `settings.validate` says alone.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preset = AUTOMATIC
        self._overrides: dict[str, object] = {}
        self.saved: SavedPreset | None = None
        self.all_folds = False
        self.settings = self.base = settings_for(self._preset)

    def kept(self) -> dict[str, object]:
        """What `load` takes up again."""
        saved = None if self.saved is None else _to_json(self.saved)
        return {**self.settings.to_dict(), _ALL_FOLDS: self.all_folds, _SAVED: saved}

    @property
    def saved_name(self) -> str:
        """The preset of the user's own that is chosen as it is; "" where there is none, or it was changed."""
        return self.saved.name if self.saved is not None and self.settings == self.saved.settings else ""

    def load(self, kept: object) -> None:
        """Take up what `kept` of an earlier choice told; what does not fit this version is ignored."""
        if not isinstance(kept, dict):
            return
        try:
            wanted = settings_from_dict({name: kept[name] for name in kept if name not in _BESIDE})
            saved = _from_json(kept.get(_SAVED))
        except UserError:
            return
        base = (base_of(wanted) if saved is None else saved.settings).to_dict()
        different = {name: value for name, value in wanted.to_dict().items() if value != base[name]}
        self._take(wanted.preset, different, all_folds=kept.get(_ALL_FOLDS) is True, saved=saved)

    def choose_preset(self, preset: str) -> None:
        """Start from another preset; what was changed by hand stays changed.

        Only a reference's mistakes end where there is no reference to repeat.
        """
        kept = self._overrides.items()
        overrides = {name: value for name, value in kept if name != "as_given" or preset in references()}
        self._take(preset, overrides, all_folds=self.all_folds, saved=None)

    def choose_saved(self, saved: SavedPreset) -> None:
        """Take a preset of the user's own as it is, whatever was changed by hand before."""
        says_judged = saved.settings.validate != "group" or bool(saved.settings.test)
        all_folds = self.all_folds and not says_judged
        self._take(saved.settings.preset, {}, all_folds=all_folds, saved=saved)

    def follow_saved(self, saved: SavedPreset | None) -> None:
        """The preset that was chosen has become this one, or is gone; what is chosen else stays."""
        if saved is None:
            self.choose_settings(self.settings)
        else:
            self._take(saved.settings.preset, self._overrides, all_folds=self.all_folds, saved=saved)

    def choose_settings(self, settings: TrainSettings) -> None:
        """Take these settings, as changes of the ready-made preset that they started from."""
        self._take(settings.preset, changes_of(settings), all_folds=self.all_folds, saved=None)

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
        self._take(self._preset, {**self._overrides, **changes}, all_folds=all_folds, saved=self.saved)

    def hold_out_every_fold(self, folds: int | None = None) -> None:
        """Judge by all folds in turn: so many made of whole recording groups.

        By default those of the data, else five.
        """
        every = {"validate": "group", "test": "", "folds": folds}
        self._take(self._preset, {**self._overrides, **every}, all_folds=True, saved=self.saved)

    def reset(self, name: str) -> None:
        """Let a parameter be what the preset says."""
        rest = {key: value for key, value in self._overrides.items() if key != name}
        all_folds = self.all_folds and name != "validate"
        self._take(self._preset, rest, all_folds=all_folds, saved=self.saved)

    def reset_all(self) -> None:
        """As a new project has it, with the same preset."""
        self._take(self._preset, {}, all_folds=False, saved=self.saved)

    def _take(
        self, preset: str, overrides: Mapping[str, object], *, all_folds: bool, saved: SavedPreset | None
    ) -> None:
        given = {} if saved is None else changes_of(saved.settings)
        settings: TrainSettings = settings_for(preset, **{**given, **overrides})
        base = base_of(settings) if saved is None else saved.settings
        values, usual = settings.to_dict(), base.to_dict()
        self._preset, self.settings, self.base = preset, settings, base
        self.all_folds, self.saved = all_folds, saved
        self._overrides = {name: values[name] for name in overrides if values[name] != usual[name]}
        self.changed.emit()


def _to_json(saved: SavedPreset) -> dict[str, object]:
    return {"name": saved.name, "note": saved.note, "settings": saved.settings.to_dict()}


def _from_json(kept: object) -> SavedPreset | None:
    match kept:
        case {"name": str(name), "note": str(note), "settings": dict(values)}:
            return SavedPreset(name, settings_from_dict(values), note)
    return None
