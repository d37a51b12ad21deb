"""Exporting the sound of labels, or of the selected stretch: the settings, then the folder."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget
from typing_extensions import override

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import kept_note
from audioclf_gui.core.errors import UnreadableAudioError, told
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, primary_button
from audioclf_gui.jobs.export_sounds import ExportSounds, SoundsExported, export_sounds

_NAMED = 5  # clips that cannot be read, one by one
_FORMAT_KEY, _PLACE_KEY = "sounds/format", "sounds/place"


class SoundExportPanel(Popover):
    """Asks which labels' sound is to be written, and how; a stretch needs a folder only."""

    def __init__(
        self,
        context: Context,
        selected: Callable[[], Iterable[ClipId]],
        playback: Callable[[], PlaySettings],
        parent: QWidget,
    ) -> None:
        super().__init__(words(Text("Export sounds of labels")), parent)
        self._context = context
        self._selected = selected
        self._playback = playback
        self.clips, self.formats = QComboBox(), QComboBox()
        self.classes, self.tracks = QComboBox(), QComboBox()
        self.clips.addItem(self.tr("All clips"), "all")
        self.clips.addItem(self.tr("The clips that are selected"), "selected")
        self.clips.setToolTip(self.tr("Whose labels are written"))
        self.classes.setToolTip(self.tr("Only labels of this class are written"))
        self.tracks.setToolTip(self.tr("Only labels of this track are written"))
        for kind in SoundFormat:
            self.formats.addItem(kind.value.upper(), kind)
        self.formats.setToolTip(self.tr("Samples, rate and channels are those of the recording"))
        chosen = context.session.text(_FORMAT_KEY, SoundFormat.WAV.value)
        self.formats.setCurrentIndex(max(0, self.formats.findData(chosen)))
        self.margin = NumberBox()
        indent(self.margin)
        self.margin.setRange(0.0, 60.0)
        self.margin.setDecimals(3)
        self.margin.setSingleStep(0.05)
        self.margin.setSuffix(" s")
        self.margin.setToolTip(self.tr("Sound before and after each label, as far as there is some"))
        self.as_heard = QCheckBox(self.tr("As they are heard"))
        self.as_heard.setToolTip(
            self.tr(
                "With the speed, pitch, carrier and channel that are set under Playback, at 48 kHz at most"
            )
        )
        self.go = primary_button(
            self.tr("Export…"), self.tr("Choose a folder and write one file for each label")
        )
        for text, field in (
            (self.tr("Labels of"), self.clips),
            (self.tr("Class"), self.classes),
            (self.tr("Track"), self.tracks),
            (self.tr("Format"), self.formats),
            (self.tr("Margin"), self.margin),
        ):
            field.setAccessibleName(text)
            self.form.addRow(text, field)
        self.form.addRow("", self.as_heard)
        self.form.addRow("", self.go)
        self.go.clicked.connect(self.choose_folder)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        view = self._context.document.view
        _offer(self.classes, self.tr("all classes"), {one.name: one.name for one in view.classes})
        titles = {one.name or words(Text("labels")): one.name for one in view.tracks}
        _offer(self.tracks, self.tr("all tracks"), titles)
        self.form.setRowVisible(self.tracks, len(titles) > 1)

    def choose_folder(self) -> None:
        """Let the system ask for a folder, then write what is chosen."""
        view = self._context.document.view
        clips = view.clips
        if self.clips.currentData() == "selected":
            clips = tuple(map(view.clip, self._selected()))
        classes, tracks = self.classes.currentData(), self.tracks.currentData()
        margin_s = self.margin.value()
        self.hide()
        if folder := self._folder(self.tr("Export sounds of labels")):
            self._start(
                ExportSounds(
                    folder,
                    clips,
                    self._format,
                    margin_s,
                    tuple(classes),
                    tuple(tracks),
                    heard=self._playback() if self.as_heard.isChecked() else None,
                )
            )

    def export_selection(self, selection: Selection | None) -> None:
        """Let the system ask for a folder, then write that stretch of the clip that is shown."""
        clip = self._context.document.current
        if selection is None or clip is None or not selection.duration_s:
            self._context.status(self.tr("Select a stretch first: drag over the sound"))
        elif folder := self._folder(self.tr("Export selection")):
            span_s = (selection.start_s, selection.end_s)
            self._start(ExportSounds(folder, (clip,), self._format, span_s=span_s))

    @property
    def _format(self) -> SoundFormat:
        return SoundFormat(self.formats.currentData())

    def _folder(self, title: str) -> Path | None:
        session = self._context.session
        start = session.text(_PLACE_KEY, str(self._context.document.project.folder))
        folder = QFileDialog.getExistingDirectory(self.parentWidget(), title, start)
        if folder:
            session.put(_PLACE_KEY, folder)
            session.put(_FORMAT_KEY, self._format.value)
        return Path(folder) if folder else None

    def _start(self, request: ExportSounds) -> None:
        job = partial(export_sounds, request, self._context.document.project.view())
        self._context.start(job, Text("Exporting sounds"), on_done=self._tell)

    def _tell(self, done: SoundsExported) -> None:
        written = Text("{n} sound written.", "{n} sounds written.", n=len(done.sounds))
        kept = kept_note(done.kept)
        refused = [
            told(UnreadableAudioError(one.path, one.reason, remedy=one.remedy))
            for one in done.refused[:_NAMED]
        ]
        if len(done.refused) > _NAMED:
            count = len(done.refused)
            refused.append(Text("{n} clip cannot be read.", "{n} clips cannot be read.", n=count))
        texts = [written, *([] if kept is None else [kept]), *done.notes, *refused]
        self._context.message_bar.show_note(words(listed(texts)))


def _offer(box: QComboBox, all_of_them: str, names: Mapping[str, str]) -> None:
    """Offer each name by its title, and all; what was chosen stays so."""
    chosen = box.currentText()
    box.clear()
    box.addItem(all_of_them, [])
    for title, name in names.items():
        box.addItem(title, [name])
    box.setCurrentIndex(max(0, box.findText(chosen)))
