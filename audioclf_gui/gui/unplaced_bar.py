"""Asks what to do with label files of which the recording is not in the project, or not known for sure."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.core.clip import Clip
from audioclf_gui.gui.widgets import button, muted_label, row_layout
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported

_NAME_PX = 260


class UnplacedBar(QWidget):
    """A question and its answers: the clip on show, or whatever clip has the name."""

    answered = Signal(object)  # ImportLabels

    def __init__(self) -> None:
        super().__init__()
        self._request = ImportLabels(())
        self._clip: Clip | None = None
        self.question = muted_label(wrap=True)
        self.clip_button = button("")
        self.clip_button.setAccessibleName(self.tr("About the clip that is shown"))
        self.clip_button.clicked.connect(self._put_onto_clip)
        self.names_button = button(
            self.tr("Let only file names count"),
            self.tr("Take the clip that has the name, in whatever folder, if there is only one"),
        )
        self.names_button.clicked.connect(self._match_names)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.question)
        row = row_layout(self.clip_button, self.names_button)
        row.addStretch(1)
        whole.addLayout(row)
        self.hide()

    def ask(self, request: ImportLabels, done: LabelsImported, clip: Clip | None) -> None:
        """Ask about files that wait for a recording; one alone may belong to the clip on show."""
        files = done.unplaced
        self._request, self._clip = replace(request, files=files), clip
        is_one = len(files) == 1 and files[0] not in {one.file.source for one in done.files}
        self.question.setText(
            self.tr(
                "Which recording is {file} about? To choose another clip, show it and import the file again."
            ).format(file=files[0].name)
            if is_one
            else self.tr("Not every recording that the label files mean is known for sure.")
        )
        self.clip_button.setVisible(is_one and clip is not None)
        if clip is not None:
            name = self.fontMetrics().elidedText(clip.name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
            self.clip_button.setText(self.tr("About {clip}, which is shown").format(clip=name))
            self.clip_button.setToolTip(clip.path)
        self.setVisible(bool(files))

    def _put_onto_clip(self) -> None:
        self.answered.emit(replace(self._request, clip=self._clip, by_name=False))

    def _match_names(self) -> None:
        self.answered.emit(replace(self._request, clip=None, by_name=True))
