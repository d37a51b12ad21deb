"""Facts about the clip that is shown."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label import LabelClass, Labels
from audioclf_gui.core.quantity import UNKNOWN_QUANTITY, Quantity
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.label.typed_field import DroppedField
from audioclf_gui.gui.label.wave_pane import peak
from audioclf_gui.gui.text import DASH, db_text, rate_text, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, muted_label, row_layout, set_role, stat_row

_CLIPPED_DB = -0.01
_FAINT_DB = -50.0


class ClipFacts(Panel):
    """Read from the project and, as soon as it is loaded, from the sound; the group can be edited."""

    group_edited = Signal(object, str)  # ClipId, and the group that the clip is to belong to
    left = Signal()  # Return or Esc in a field: the keyboard goes back to the panes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words(Text("Clip")), parent)
        self.heading.setText(self.tr("CLIP"))
        self.setAccessibleName(self.tr("Clip"))
        self._clip: Clip | None = None
        self.label = stat_row(self.tr("Label"))
        self.number = stat_row(self.tr("Number"))
        self.rate = stat_row(self.tr("Rate"))
        self.channels = stat_row(self.tr("Channels"))
        self.encoding = stat_row(self.tr("Format"))
        self.group = DroppedField()
        self.peak = stat_row(self.tr("Peak"))
        self.check = stat_row(self.tr("Check"))
        self.group.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.group.setMaximumWidth(150)
        self.group.setMinimumHeight(self.group.sizeHint().height())
        self.group.setAccessibleName(self.tr("Group"))
        self.group.setPlaceholderText(self.tr("none"))
        self.group.setToolTip(
            self.tr("Speaker, site or recording: clips of one group are never split over training and test")
        )
        self.group.editingFinished.connect(self._take_group)
        self.group.returnPressed.connect(self.left)
        self.group.dropped.connect(self._drop_group)
        group_row = QWidget()
        row = row_layout(muted_label(self.tr("Group")))
        row.addStretch(1)
        row.addWidget(self.group)
        group_row.setLayout(row)
        for widget in (
            self.label,
            self.number,
            self.rate,
            self.channels,
            self.encoding,
            group_row,
            self.peak,
            self.check,
        ):
            self.body.addWidget(widget)
        self.show_clip(None)

    def show_clip(self, clip: Clip | None, quantity: Quantity = UNKNOWN_QUANTITY) -> None:
        """Show what the project knows about a clip, and its number, of which `quantity` says what it is."""
        is_typed = self.group.isModified()
        if is_typed and (self._clip is None or clip is None or clip.id != self._clip.id):
            self._take_group()  # what was typed belongs to the clip that one leaves
            is_typed = False
        is_same = clip is not None and self._clip is not None and clip.content == self._clip.content
        self._clip = clip
        number = None if clip is None else clip.target
        self.number.setVisible(number is not None)
        if number is not None:
            self.number.set_value(f"{quantity.name} {shown_number(number, 'g')} {quantity.unit}".strip())
        self.group.setEnabled(clip is not None)
        if not is_typed:
            self.group.setText("" if clip is None else clip.group)
        if clip is None:
            self.label.set_value(DASH)
        audio = None if clip is None else clip.audio
        self.rate.set_value(DASH if audio is None else rate_text(audio.rate_hz))
        self.channels.set_value(DASH if audio is None else str(audio.channels))
        self.encoding.set_value(DASH if audio is None else audio.encoding)
        if not is_same:
            self.peak.set_value(DASH)
        if audio is not None and audio.warning:
            self._show_check(words(audio.warning), "warn")
        elif not is_same:
            self._show_check(DASH if audio is None else "", "")

    def show_labels(self, labels: Labels, classes: dict[int, LabelClass]) -> None:
        """Show the classes of the whole clip, or how many regions are labelled."""
        given = whole_clip_classes(labels)
        names = [known.name for class_id, known in classes.items() if class_id in given]
        if names:
            self.label.set_value(words(joined(names)))
        else:
            regions = Text("{n} region", "{n} regions", n=len(labels))
            self.label.set_value(words(regions) if labels else DASH)

    def show_view(self, view: ClipView) -> None:
        """Show what the sound itself tells."""
        greatest = peak(view.wave)
        peak_db = 20 * math.log10(max(greatest, 1e-6))
        self.peak.set_value(db_text(peak_db))
        if self._clip is not None and self._clip.audio.warning:
            return
        if peak_db >= _CLIPPED_DB:
            self._show_check(self.tr("reaches full scale"), "warn")
        elif peak_db <= _FAINT_DB:
            self._show_check(self.tr("very quiet"), "warn")
        else:
            self._show_check(self.tr("no problem found"), "")

    def show_unreadable(self) -> None:
        """The file is missing or damaged."""
        self._show_check(self.tr("cannot be read"), "bad")

    def _show_check(self, text: str, role: str) -> None:
        self.check.set_value(text, role)
        set_role(self.check.value, role)

    def _take_group(self) -> None:
        group = name_of(self.group.text())
        self.group.setModified(False)
        if self._clip is not None and group != self._clip.group:
            self.group_edited.emit(self._clip.id, group)

    def _drop_group(self) -> None:
        self.group.setText("" if self._clip is None else self._clip.group)
        self.left.emit()
