"""The list of models to choose from: the ready-made presets, and below them the user's own."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.translate import words
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, changes


class ModelBox(QComboBox):
    """Chooses what the next run starts from."""

    def __init__(self, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._saved: dict[str, SavedPreset] = {}
        self.setAccessibleName(self.tr("Model"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.show_presets(())
        self.currentIndexChanged.connect(self._choose)

    def show_presets(self, saved: tuple[SavedPreset, ...]) -> None:
        """Offer these presets of the user's own."""
        self._saved = {preset.name: preset for preset in saved}
        with QSignalBlocker(self):
            self.clear()
            for preset in PRESETS.values():
                self.addItem(words(preset.title), preset.name)
            if saved:
                self.insertSeparator(self.count())
            for one in saved:
                self.addItem(one.name, one.name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        base, saved = PRESETS[self._choice.settings.preset], self._choice.saved
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(base.name if saved is None else saved.name))
        self.setToolTip(words(base.reason if saved is None else _about(saved)))

    def _choose(self) -> None:
        name = str(self.currentData())
        if name in self._saved:
            self._choice.choose_saved(self._saved[name])
        else:
            self._choice.choose_preset(name)


def _about(saved: SavedPreset) -> Text:
    """What its note says, else what it changes of the ready-made preset."""
    if saved.note:
        return Text.plain(saved.note)
    different = listed(
        [Text.plain(f"{name} = {value}") for name, value in changes(saved.settings).items()], ", "
    )
    return Text("Yours, from {base}: {changes}", base=PRESETS[saved.settings.preset].title, changes=different)
