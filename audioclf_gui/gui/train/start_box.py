"""Which model of one's own the next one starts from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label
from audioclf_gui.ml.preset_choice import learns_in_epochs
from audioclf_gui.ml.presets import PRESETS, title_of
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict


@dataclass(frozen=True, slots=True)
class _Startable:
    """A model of the project that another can start from."""

    name: str
    bundle: str
    preset: str


class StartBox(QWidget):
    """Fresh weights, those of an earlier run, or of a model in a folder; for models that learn in epochs.

    A run brings its preset with it, since weights fit only the same kind of network.
    """

    def __init__(self, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._known: tuple[_Startable, ...] = ()
        self.start = QComboBox()
        self.start.setAccessibleName(self.tr("Start from"))
        self.start.setToolTip(
            self.tr("A model that has learnt something like it needs fewer labels and less time")
        )
        self.start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.start.setMinimumContentsLength(8)
        self.start.activated.connect(self._choose)
        self.note = muted_label(
            self.tr(
                "Learning goes on from the weights of that model, where they fit. It may learn other classes."
            ),
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.start)
        column.addWidget(self.note)
        choice.changed.connect(self.refresh)
        self.refresh()

    def show_runs(self, project: Project) -> None:
        """Offer the models of a project, the newest first."""
        self._known = tuple(
            _Startable(
                f"{words(Text('Run {id:d}', id=run.id))} · {words(title_of(run.preset, run.settings))}",
                str(project.runs.bundle_path(run)),
                run.preset,
            )
            for run in reversed(project.runs.with_model)
            if run.preset in PRESETS and learns_in_epochs(settings_from_dict(run.settings))
        )
        self.refresh()

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to choose."""
        settings = self._choice.settings
        return learns_in_epochs(settings) and bool(self._known or settings.start_from)

    def refresh(self) -> None:
        """Show what is chosen."""
        settings = self._choice.settings
        self.note.setVisible(bool(settings.start_from))
        with QSignalBlocker(self.start):
            self.start.clear()
            self.start.addItem(self.tr("Fresh weights"), "")
            for one in self._offered(settings):
                self.start.addItem(one.name, one.bundle)
            self.start.addItem(self.tr("A model folder…"), ...)
            self.start.setCurrentIndex(self.start.findData(settings.start_from))

    def _offered(self, settings: TrainSettings) -> Sequence[_Startable]:
        chosen = settings.start_from
        if not chosen or any(one.bundle == chosen for one in self._known):
            return self._known
        return (*self._known, _Startable(Path(chosen).name, chosen, settings.preset))

    def _choose(self) -> None:
        wanted = self.start.currentData()
        if wanted is ...:
            wanted = QFileDialog.getExistingDirectory(self, self.tr("Open a model folder"))
        if not wanted and self.start.currentIndex():  # no folder was chosen after all
            self.refresh()
            return
        known = next((one for one in self._known if one.bundle == wanted), None)
        if known is not None and known.preset != self._choice.settings.preset:
            self._choice.choose_preset(known.preset)
        self._choice.set(start_from=wanted)
