"""The centre of the workspace: overview, waveform, spectrogram, labels and ruler of one clip."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.accessible import set_accessible_role
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.band_fields import BandFields
from audioclf_gui.gui.label.chosen_edits import ChosenEdits
from audioclf_gui.gui.label.draw_tools import DrawTools
from audioclf_gui.gui.label.label_edits import LabelEdits
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.label_naming import LabelNaming
from audioclf_gui.gui.label.label_pane import LabelPane
from audioclf_gui.gui.label.label_tiers import LabelTiers
from audioclf_gui.gui.label.measured_line import MeasuredLine
from audioclf_gui.gui.label.notice import Notice
from audioclf_gui.gui.label.overview import Overview
from audioclf_gui.gui.label.picture_maker import PictureMaker
from audioclf_gui.gui.label.pictures import Picture
from audioclf_gui.gui.label.ruler import Ruler
from audioclf_gui.gui.label.selecting import Selecting
from audioclf_gui.gui.label.spectrogram_pane import SpectrogramPane
from audioclf_gui.gui.label.time_pane import Pointed
from audioclf_gui.gui.label.transport import selection_texts
from audioclf_gui.gui.label.view_loader import MissingAudioError, ViewLoader, ViewSource
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.label.wave_pane import WavePane
from audioclf_gui.gui.text import number_text, shown_number
from audioclf_gui.gui.translate import words


class ClipEditor(QWidget):
    """Shows one clip, or says why it cannot; Tab moves through its labels while it has the keyboard."""

    loaded = Signal(object)  # ClipView
    unreadable = Signal()
    find_asked = Signal()  # the file is missing and the user knows where it may be
    label_menu_asked = Signal(object, object)  # Label | None where none is, QPoint on the screen
    track_menu_asked = Signal(object, object)  # Track, QPoint on the screen

    def __init__(self, context: Context, cache_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._has_view = False
        self._shown = SpectrogramView()
        self._source: ViewSource | None = None
        self._neighbour: ViewSource | None = None
        self.view = ViewState(self)
        self.layer = LabelLayer(self)
        self.selecting = Selecting(context.document, self.view, self.layer, self)
        self.chosen = ChosenEdits(context, self.view, self.layer, self)
        self.edits = LabelEdits(context, self.view, self.layer, self.chosen, self)
        self.maker = PictureMaker(self)
        self.loader = ViewLoader(cache_dir, self)
        self.overview = Overview(self.view, self.layer)
        self.wave = WavePane(self.view, self.layer)
        self.spectrogram = SpectrogramPane(self.view, self.layer)
        self.tiers = LabelTiers(self.view, self.layer)
        self.ruler = Ruler(self.view, self.layer)
        self.naming = LabelNaming(self.view, self.layer, self)
        self.tools = DrawTools(self.spectrogram)
        self.band = BandFields(self.view, self.layer, lambda: self.spectrogram.top_hz)
        self.measured = MeasuredLine(self.view, self.band)
        self.notice = Notice()
        self.readout = QLabel(self.spectrogram)
        self._arrange()
        self._connect()
        self.show_nothing()

    @property
    def panes(self) -> tuple[LabelPane, ...]:
        """Everything along the time axis."""
        return self.wave, self.spectrogram, self.tiers, self.ruler

    @property
    def path(self) -> Path | None:
        """The file that is shown."""
        return None if self._source is None else self._source.path

    def shows(self, source: ViewSource) -> bool:
        """Whether a file is seen already."""
        return self._has_view and source == self._source

    def show_source(self, source: ViewSource, duration_s: float, neighbour: ViewSource | None) -> None:
        """Show another file; its pictures come as they are made."""
        self.cancel_drag()
        self._has_view = False
        self.maker.forget()
        self._stack.setCurrentWidget(self._page)
        for pane in (self.overview, self.wave, self.spectrogram):
            pane.show_view(None, same_clip=False)
        self.layer.select(None)
        self.view.show_clip(duration_s)
        self.measured.show_source(source.path)
        self._source, self._neighbour = source, neighbour
        self._load()

    def set_spectrogram_view(self, shown: SpectrogramView) -> None:
        """Show spectrograms in another way; another window or overlap needs the file once more."""
        before, self._shown = self._shown, shown
        self.spectrogram.set_spectrogram_view(shown)
        if self._source is not None and shown.analysis != before.analysis:
            self._load()

    def _load(self) -> None:
        assert self._source is not None
        self._context.tasks.set_reading(Text("Reading {name}", name=self._source.path.name))
        source, neighbour = (
            one and replace(one, analysis=self._shown.analysis) for one in (self._source, self._neighbour)
        )
        self.loader.load(source, neighbour)

    def show_nothing(self) -> None:
        """No clip is chosen."""
        self._source = self._neighbour = None
        self.measured.show_source(None)
        self._context.tasks.set_reading(None)
        self.loader.load(None)
        self.maker.forget()
        self.view.show_clip(0.0)
        for tier in Tier:
            self.layer.set_labels(tier, ())
        has_clips = bool(self._document.view.clips)
        self.notice.say(
            "waveform" if has_clips else "tray-arrow-down",
            self.tr("No clip is selected") if has_clips else self.tr("Drop recordings here, or Import…"),
            self.tr("Choose one in the list at the left.")
            if has_clips
            else self.tr("Sound files, folders with one class each, and tables are understood."),
        )
        self._stack.setCurrentWidget(self.notice)

    def cancel_drag(self) -> bool:
        """Put back what is being dragged in any pane; says whether anything was."""
        return any(pane.cancel_drag() for pane in self.panes)

    def open_edit(self, label: Label, pane: LabelPane | None = None) -> None:
        """Let the user name a label where it is: in its row, or in another pane."""
        clip = self._document.current
        if self.layer.is_locked(label):
            self.edits.refuse(label)
        elif clip is not None and label.start_s is not None:
            self.view.reveal(label.start_s, label.end_s)
            self.naming.open(clip.id, label, pane or self.tiers)

    def step_label(self, by: int, *, edit: bool = False) -> None:
        """Go to the next or previous label; from none, to the one nearest to the red line.

        Whoever names labels one after the other (`edit`) stays in their track.
        """
        tier = self.layer.selected_tier if self.layer.selected is not None else Tier.LABELS
        index, selected = self.layer.tiers[tier], self.layer.selected
        if not len(index):
            return
        place = None if selected is None else index.place_of(selected)
        if selected is None or place is None:
            after = int((index.starts_s < self.view.head_s - 1e-9).sum())
            place = after if by > 0 else after - 1
        else:
            place += by
            while edit and 0 <= place < len(index) and index.labels[place].track != selected.track:
                place += by
        if not 0 <= place < len(index):
            return
        self._choose(index.labels[place], tier)
        if edit:
            self.open_edit(index.labels[place])

    def extend_choice(self, by: int) -> None:
        """Choose the next label, too, or the one before; on the way back, leave out the last one again."""
        self.layer.extend_by(by)
        if (label := self.layer.selected) is not None:
            self.view.reveal(*label.span_s(self.view.duration_s))

    def switch_tier(self, tier: Tier) -> None:
        """Go to that label of a tier which is nearest to the red line."""
        index = self.layer.tiers[tier]
        if len(index):
            place = int(np.argmin(abs(index.starts_s - self.view.head_s)))
            self._choose(index.labels[place], tier)

    def _choose(self, label: Label, tier: Tier) -> None:
        start_s, end_s = label.span_s(self.view.duration_s)
        self.layer.select(label, tier)
        self.view.set_cursor(start_s)
        self.view.reveal(start_s, end_s)

    def shutdown(self) -> None:
        """Confirm what was typed and end the threads."""
        self.naming.confirm()
        self._context.tasks.set_reading(None)
        self.loader.shutdown()
        self.maker.shutdown()
        self.measured.shutdown()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(on=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(on=False)

    def _arrange(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Editor"))
        self.setWhatsThis(
            self.tr(
                "The chosen clip as waveform, spectrogram and labels on one time axis. Drag over a "
                "sound and press the key of its class; Space plays, Ctrl+wheel zooms."
            )
        )
        set_accessible_role(self, QAccessible.Role.Grouping)
        self.readout.setObjectName("readout")
        self.readout.setStyleSheet(
            "background: rgba(0, 0, 0, 150); color: #e8eaee; border-radius: 4px; padding: 2px 7px;"
        )
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.wave)
        self.splitter.addWidget(self.spectrogram)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        self._page = self._make_page()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _make_page(self) -> QWidget:
        """The panes, one above the other."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.tools)
        above.addWidget(self.overview, 1)
        column.addLayout(above)
        column.addSpacing(6)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.tiers)
        column.addWidget(self.ruler)
        column.addWidget(self.measured)
        return page

    def _connect(self) -> None:
        for pane in (self.overview, self.wave, self.spectrogram):
            pane.wanted.connect(self.maker.ask)
        self.wave.resized.connect(self._take_width)
        self.maker.made.connect(self._take_picture)
        self.maker.failed.connect(self._fail)
        self.measured.meter.failed.connect(self._fail)
        self.loader.loaded.connect(self._take_view)
        self.loader.failed.connect(self._fail)
        for along in self.panes:
            along.pointed.connect(self._show_pointed)
            along.taken.connect(self._take_keyboard)
        for labelled in self.panes:
            labelled.moved.connect(self.edits.drop)
            labelled.refused.connect(self.edits.refuse)
            labelled.edit_asked.connect(partial(self._open_in, labelled))
            labelled.event_accepted.connect(self.edits.accept_event)
            labelled.menu_asked.connect(self.label_menu_asked)
        self.naming.renamed.connect(self._rename)
        self.naming.left.connect(self._take_keyboard)
        self.band.edited.connect(self.edits.reshape)
        self.band.left.connect(self._take_keyboard)
        self.tiers.track_menu_asked.connect(self.track_menu_asked)
        self.notice.pressed.connect(self.find_asked)
        self.layer.selected_changed.connect(self._describe_selected)
        self.view.selection_changed.connect(self._describe_place)
        self.view.head_moved.connect(self._describe_place)

    def _take_width(self) -> None:
        self.view.set_width(self.wave.plot().width())

    def _take_view(self, clip_view: ClipView) -> None:
        for pane in (self.overview, self.wave, self.spectrogram):
            pane.show_view(clip_view, same_clip=self._has_view)
        self._has_view = True
        self._context.tasks.set_reading(_reading(self._source, clip_view))
        self.loaded.emit(clip_view)

    def _take_picture(self, picture: Picture) -> None:
        for pane in (self.overview, self.wave, self.spectrogram):
            if picture.request.pane.startswith(pane.name):
                pane.take(picture)
        if picture.request.view.is_exact and picture.request.pane == self.spectrogram.name:
            drawing = Text("Reading {name}", name=self._source.path.name) if self._source else None
            self._context.tasks.set_reading(None if picture.is_exact else drawing)

    def _fail(self, error: Exception) -> None:
        self._context.tasks.set_reading(None)
        if not isinstance(error, UserError):
            self._context.message_bar.show_failure(error)
            return
        self.naming.confirm()
        self._has_view = False
        is_missing = isinstance(error, MissingAudioError)
        self.notice.say(
            "file-question-outline" if is_missing else "file-alert-outline",
            self.tr("This sound is missing") if is_missing else self.tr("This file cannot be read"),
            words(Text("{message}.\n{remedy}", message=error.message, remedy=error.remedy)),
            self.tr("Find…") if is_missing else "",
            self.tr("Choose the folder in which the missing sounds are now") if is_missing else "",
        )
        self._stack.setCurrentWidget(self.notice)
        self.unreadable.emit()

    def _rename(self, clip_id: object, label: Label, text: str, direction: int) -> None:
        self.edits.rename(clip_id, label, text)  # type: ignore[arg-type]  # Qt's signals know no NewType
        if direction:
            self.step_label(direction, edit=True)

    def _open_in(self, pane: LabelPane, label: Label) -> None:
        self.open_edit(label, pane)

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _describe_selected(self) -> None:
        """Tell a screen reader which label is selected, and how many there are with it."""
        label = self.layer.selected
        if label is None:
            self._describe_place()
            return
        start_s, end_s = label.span_s(self.view.duration_s)
        name = self.layer.text(label) or self.tr("no class yet")
        said = Text("{name}, {start_s:.3f} – {end_s:.3f} s", name=name, start_s=start_s, end_s=end_s)
        if (n := len(self.layer.chosen)) > 1:
            said = Text("{name}; {n} label is chosen", "{name}; {n} labels are chosen", name=said, n=n)
        self.setAccessibleDescription(words(said))

    def _describe_place(self) -> None:
        """Tell a screen reader what is selected, else where the cursor is; while it plays, nothing new."""
        view = self.view
        if self.layer.selected is None and view.head_s == view.cursor_s:
            selection = view.selection
            cursor = words(Text("Cursor at {time}", time=self.ruler.text(view.cursor_s)))
            self.setAccessibleDescription(cursor if selection is None else selection_texts(selection)[0])

    def _show_focus(self, *, on: bool) -> None:
        self.tiers.set_has_keyboard(on=on)

    def _show_pointed(self, pointed: Pointed | None) -> None:
        self.readout.setVisible(pointed is not None and self.view.duration_s > 0)
        if pointed is None:
            return
        parts = [self.ruler.text(pointed.time_s)]
        if pointed.frequency_hz is not None:
            parts.append(f"{number_text(round(pointed.frequency_hz))} Hz")
        if pointed.level is not None:
            parts.append(f"{shown_number(pointed.level, '.1f')} {pointed.unit}".rstrip())
        self.readout.setText("   ".join(parts))
        self.readout.adjustSize()
        self.readout.move(self.spectrogram.width() - self.readout.width() - 8, 6)


def _reading(source: ViewSource | None, clip_view: ClipView) -> Text | None:
    """How far a file has been read, in words; None when it has been read."""
    if clip_view.is_exact or source is None:
        return None
    share = int(100 * clip_view.exact_until_s / clip_view.wave.duration_s)
    return Text("Reading {name}: {share} %", name=source.path.name, share=share)
