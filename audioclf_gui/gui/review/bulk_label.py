"""A class for many clips at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import primary_button
from audioclf_gui.jobs.edit_clips import LabelUnlabelled


class BulkLabel(QWidget):
    """Gives the clips that are offered and have no label yet a class, as one step; all others keep theirs."""

    labelled = Signal()

    def __init__(self, context: Context, class_name: str, text: str, tip: str) -> None:
        super().__init__()
        self._context = context
        self._clips: tuple[ClipId, ...] = ()
        self.given = QComboBox()
        self.given.setAccessibleName(class_name)
        self.given.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.given.setMinimumContentsLength(10)
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Class"))
        self.given.setEditable(True)
        self.given.setLineEdit(line)
        self.button = primary_button(text, tip)
        self.button.clicked.connect(self._label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.given)
        row.addWidget(self.button)

    def offer(self, clips: Sequence[ClipId]) -> None:
        """These are to be labelled, with a class of the project or a new one."""
        self._clips = tuple(clips)
        with QSignalBlocker(self.given):
            self.given.clear()
            self.given.addItems([known.name for known in self._context.document.view.classes])
            self.given.setCurrentIndex(-1)
            self.given.clearEditText()

    def _label(self) -> None:
        name = self.given.currentText().strip()
        if not name or not self._clips:
            self._context.status(self.tr("Name the class first."))
            self.given.setFocus()
            return
        view = self._context.document.view
        clips = [one for one in self._clips if not view.labels(one)]
        self._context.edit(LabelUnlabelled(dict.fromkeys(clips, (name,))), self._tell)

    def _tell(self, labelled: int) -> None:
        self._context.status(words(Text("{n} clip labelled", "{n} clips labelled", n=labelled)))
        self.given.clearEditText()
        self.labelled.emit()
