"""Asks what to do with label files of which the recording is not in the project, or not known for sure."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label, row_layout
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported, Unplaced

_NAME_PX = 260


class UnplacedBar(QWidget):
    """A question and its answers: one of the clips that fit, the clip on show, or whatever clip has the name.

    Files about one recording are asked about one after the other.
    """

    answered = Signal(object)  # ImportLabels

    def __init__(self) -> None:
        super().__init__()
        self._request = ImportLabels(())
        self._waiting: tuple[Unplaced, ...] = ()
        self._clip: Clip | None = None
        self.question = muted_label(wrap=True)
        self.fitting = QComboBox()
        self.fitting.setAccessibleName(self.tr("Clips that fit"))
        self.fitting.setPlaceholderText(self.tr("Choose a clip…"))
        self.fitting.currentIndexChanged.connect(self._allow_choice)
        self.fitting_button = button(self.tr("About this clip"), self.tr("Put the labels onto this clip"))
        self.fitting_button.clicked.connect(self._put_onto_chosen)
        self.clip_button = button("")
        self.clip_button.setAccessibleName(self.tr("About the clip that is shown"))
        self.clip_button.clicked.connect(self._put_onto_shown)
        self.names_button = button(
            self.tr("Let only file names count"),
            self.tr("Take the clip that has the name, in whatever folder, if there is only one"),
        )
        self.names_button.clicked.connect(self._match_names)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.question)
        for widgets in ((self.fitting, self.fitting_button), (self.clip_button, self.names_button)):
            row = row_layout(*widgets)
            row.addStretch(1)
            whole.addLayout(row)
        self.hide()

    def ask(self, request: ImportLabels, done: LabelsImported, clip: Clip | None) -> None:
        """Ask about files that wait for a recording, besides those that were asked about before."""
        others = tuple(one for one in self._waiting if one.path not in request.files)
        self._waiting = (*others, *done.unplaced)
        self._request, self._clip = request, clip
        self._show_next()
        self.setVisible(bool(self._waiting))

    def forget(self) -> None:
        """Ask nothing any more."""
        self._waiting = ()
        self.hide()

    @property
    def _asked(self) -> Unplaced | None:
        """The file that may belong to one clip, as a whole."""
        return next((one for one in self._waiting if not one.is_partly_taken), None)

    def _show_next(self) -> None:
        asked, clip = self._asked, self._clip
        fitting = () if asked is None else asked.fitting
        self.question.setText(self._question(asked))
        self.fitting.clear()
        for one in fitting:
            self.fitting.addItem(one.path, one)
            self.fitting.setItemData(self.fitting.count() - 1, one.path, Qt.ItemDataRole.ToolTipRole)
        self.fitting.setCurrentIndex(-1)
        for widget in (self.fitting, self.fitting_button):
            widget.setVisible(bool(fitting))
        self._allow_choice()
        self.clip_button.setVisible(asked is not None and clip is not None and clip not in fitting)
        if clip is not None:
            name = self.fontMetrics().elidedText(clip.name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
            self.clip_button.setText(self.tr("About {clip}, which is shown").format(clip=name))
            self.clip_button.setToolTip(clip.path)

    def _question(self, asked: Unplaced | None) -> str:
        if asked is None:
            return self.tr("Not every recording that the label files mean is known for sure.")
        which = self.tr(
            "Which recording is {file} about? To choose another clip, show it and import the file again."
        ).format(file=asked.path.name)
        more = len(self._waiting) - 1
        if not more:
            return which
        return f"{which} {words(Text('{n} more file waits.', '{n} more files wait.', n=more))}"

    def _allow_choice(self) -> None:
        self.fitting_button.setEnabled(self.fitting.currentIndex() >= 0)

    def _put_onto_chosen(self) -> None:
        self._put_onto(self.fitting.currentData())

    def _put_onto_shown(self) -> None:
        self._put_onto(self._clip)

    def _put_onto(self, clip: Clip | None) -> None:
        if self._asked is not None:
            self.answered.emit(replace(self._request, files=(self._asked.path,), clip=clip, by_name=False))

    def _match_names(self) -> None:
        files = tuple(one.path for one in self._waiting)
        self.answered.emit(replace(self._request, files=files, clip=None, by_name=True))
