"""What birds are these: which clips, what was heard, and which classes it becomes."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, muted_label, primary_button
from audioclf_gui.jobs.edit_clips import LabelUnlabelled
from audioclf_gui.jobs.species import (
    USUAL_THRESHOLD,
    NameSpecies,
    SpeciesNamed,
    classes_by_species,
    name_species,
)
from audioclf_gui.ml.listeners.credit import notices

_MOST_ROWS = 10
_WIDTH = 460
_MARGINS = 30


class SpeciesPanel(Popover):
    """Listens to clips with BirdNET, lists the species, and labels the clips on request."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(words(Text("What birds are these?")), parent)
        self._context = context
        self._clip_ids: tuple[ClipId, ...] = ()
        self._found = SpeciesNamed((), ())
        self._button: QWidget = parent
        self.setFixedWidth(_WIDTH)
        self.terms = muted_label("\n".join(map(words, notices("birdnet"))), wrap=True)
        self.terms.setMinimumHeight(self.terms.heightForWidth(_WIDTH - _MARGINS))
        self.threshold = NumberBox()
        indent(self.threshold)
        self.threshold.setRange(0.01, 1.0)
        self.threshold.setSingleStep(0.05)
        self.threshold.setValue(USUAL_THRESHOLD)
        self.threshold.setAccessibleName(self.tr("Least score"))
        self.threshold.setToolTip(self.tr("Species of which BirdNET is less sure are left out"))
        self.listen = primary_button(self.tr("Listen"), self.tr("Nothing is changed by listening"))
        self.listen.clicked.connect(self._listen)
        self.summary = muted_label(wrap=True)
        self.classes: dict[str, QComboBox] = {}
        self.give = primary_button(
            self.tr("Label the clips"),
            self.tr("Clips that have a label keep it; one undo takes all back"),
        )
        self.give.clicked.connect(self._give)
        self.form.addRow(self.terms)
        self.form.addRow(self.tr("Least score"), self.threshold)
        self.form.addRow("", self.listen)
        self.form.addRow(self.summary)
        self.form.addRow("", self.give)
        self.summary.hide()
        self.give.hide()

    def open_for(self, clip_ids: tuple[ClipId, ...], button: QWidget) -> None:
        """Ask about these clips; what was heard in others is forgotten."""
        self._button = button
        if clip_ids != self._clip_ids:
            self._clip_ids = clip_ids
            self._show_found(SpeciesNamed((), ()))
            self.summary.hide()
        self.open_at(button)

    def _listen(self) -> None:
        self.hide()
        request = NameSpecies(self._clip_ids, self.threshold.value())
        self._context.start(
            partial(name_species, request, self._context.document.project.view()),
            Text("Listening for birds"),
            on_done=self._take,
        )

    def _take(self, found: SpeciesNamed) -> None:
        for refused in found.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        self._show_found(found)
        self.summary.show()
        self.open_at(self._button)

    def _show_found(self, found: SpeciesNamed) -> None:
        self._found = found
        for box in self.classes.values():
            self.form.removeRow(box)
        counts = Counter(one.species for clip in found.clips for one in clip.heard)
        best = {one.species: 0.0 for clip in found.clips for one in clip.heard}
        for clip in found.clips:
            for one in clip.heard:
                best[one.species] = max(best[one.species], one.score)
        shown = sorted(counts, key=lambda one: (-counts[one], -best[one]))[:_MOST_ROWS]
        self.classes = {one.scientific: self._class_box(one.common) for one in shown}
        last = self.form.rowCount() - 1
        for place, species in enumerate(shown):
            text = Text(
                "{name} ({n} clip, {score:.2f})",
                "{name} ({n} clips, up to {score:.2f})",
                n=counts[species],
                name=species.common,
                score=best[species],
            )
            label = QLabel(words(text))
            label.setToolTip(species.scientific)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.form.insertRow(last + place, label, self.classes[species.scientific])
        n = len(found.clips)
        heard = Text(
            "Heard in {n} of {total} clip. Name the classes that they become:",
            "Heard in {n} of {total} clips. Name the classes that they become:",
            n=n,
            total=len(self._clip_ids),
        )
        nothing = Text("No species was heard: lower the least score, or choose other clips.")
        self.summary.setText(words(heard if n else nothing))
        self.give.setVisible(bool(shown))

    def _class_box(self, common: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setAccessibleName(common)
        box.addItem("")
        box.addItem(common)
        for one in self._context.document.view.classes:
            if one.name != common:
                box.addItem(one.name)
        box.setLineEdit(line := QLineEdit())
        line.setPlaceholderText(self.tr("no label"))
        return box

    def _give(self) -> None:
        self.hide()
        classes = {species: box.currentText() for species, box in self.classes.items()}
        self._context.edit(LabelUnlabelled(classes_by_species(self._found.clips, classes)), self._tell)

    def _tell(self, labelled: int) -> None:
        self._context.status(
            words(Text("{n} clip labelled by its species", "{n} clips labelled by their species", n=labelled))
        )
