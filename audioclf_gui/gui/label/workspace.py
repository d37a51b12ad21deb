"""The Label workspace: which clip is shown, what keys do, and what follows from an edit."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import Label
from audioclf_gui.core.track import Track
from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label import bindings
from audioclf_gui.gui.label.class_finder import ClassFinder
from audioclf_gui.gui.label.class_giving import ClassGiving
from audioclf_gui.gui.label.class_hint import ClassHint
from audioclf_gui.gui.label.class_panel import ClassPanel
from audioclf_gui.gui.label.clip_facts import ClipFacts
from audioclf_gui.gui.label.clip_menu import clip_menu
from audioclf_gui.gui.label.clip_table import ClipPanel
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.finding import SoundFinding
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.label_menu import label_menu
from audioclf_gui.gui.label.label_panel import LabelPanel
from audioclf_gui.gui.label.label_table import LabelTablePane
from audioclf_gui.gui.label.label_table_hands import LabelTableHands
from audioclf_gui.gui.label.label_times import LabelTimes
from audioclf_gui.gui.label.labelling import Labelling
from audioclf_gui.gui.label.picture_export import PictureExport
from audioclf_gui.gui.label.playback_choice import PlaybackChoice
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.position_panel import PositionPanel
from audioclf_gui.gui.label.relinking import Relinking
from audioclf_gui.gui.label.scrubbing import Scrubbing
from audioclf_gui.gui.label.sound_export_panel import SoundExportPanel
from audioclf_gui.gui.label.species_panel import SpeciesPanel
from audioclf_gui.gui.label.spectrogram_look import SpectrogramLook
from audioclf_gui.gui.label.stepping import Stepping
from audioclf_gui.gui.label.suggestion_panel import SuggestionPanel
from audioclf_gui.gui.label.table_export import TableExport
from audioclf_gui.gui.label.time_choice import TimeChoice
from audioclf_gui.gui.label.track_menu import track_menu
from audioclf_gui.gui.label.transport import Transport
from audioclf_gui.gui.label.view_loader import ViewSource
from audioclf_gui.gui.label.zoom_history import ZoomHistory
from audioclf_gui.gui.likeness import Likeness
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspace import Workspace

_LONGEST_UNASKED_S = 600.0  # of a clip that is opened before it is shown: others take time and memory


class LabelWorkspace(Workspace):
    """Clips at the left, the editor in the middle, classes, suggestion and facts at the right."""

    def __init__(
        self, context: Context, cache_dir: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.clips = ClipPanel(context.document)
        self.editor = ClipEditor(context, cache_dir or cache_folder())
        self.playing = Playing(context.player, self.editor.view, self._audio_path, self)
        self.classes = ClassPanel(context)
        self.suggestion, self.facts = SuggestionPanel(context.document.project), ClipFacts()
        self.labelling = Labelling(
            context, self.clips, self.editor, self.classes, self.suggestion, self.playing
        )
        self.tables, self.table = TableExport(context, self), LabelTablePane(context)
        self.table_hands = LabelTableHands(context, self.table, self.editor, self.playing)
        self.giving = ClassGiving(context, self.clips, self.editor, self.table_hands, self.playing, self)
        self.stepping = Stepping(self.editor, self.playing)
        self.label_times = LabelTimes(context, self.editor, self.labelling, self)
        self.label_panel = LabelPanel(self.editor, self)
        self.zooms = ZoomHistory(self.editor.view, self.editor.spectrogram, self)
        self.positions = PositionPanel(
            self.editor.view, self.editor.ruler, lambda: self.editor.spectrogram.top_hz, self
        )
        self.picture_export = PictureExport(context, self.editor, self)
        self.commands = build_actions(self, bindings.everywhere(self), context.session)
        self.commands |= build_actions(self.editor, bindings.in_editor(self), context.session)
        self.editor.tools.show_actions(self.commands["time_tool"], self.commands["box_tool"])
        self.commands["label_table"].setChecked(not self.table.isHidden())
        self.add_class_keys(self, self.giving.give, self.giving.toggle)
        self.transport = Transport(self.editor.view, self.commands)
        self._make_panels(context)
        self._arrange()
        self._connect()
        self._take_classes()
        self.clips.take_clips()
        self._show_clip(None if self._document.current is None else self._document.current.id)

    @override
    def activate(self) -> None:
        self.clips.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def deactivate(self) -> None:
        super().deactivate()
        self.editor.naming.confirm()
        self.playing.stop()
        self.look.keeper.flush()
        self.playback.keeper.flush()

    @override
    def shutdown(self) -> None:
        super().shutdown()
        self.look.keeper.flush()
        self.playback.keeper.flush()
        self.finding.shutdown()
        self.editor.shutdown()
        self.table.shutdown()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep keys that a field or button needs for itself from being commands."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_needed(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _make_panels(self, context: Context) -> None:
        """What opens for a while, and what it decides."""
        self.playback = PlaybackChoice(context, self.editor, self.playing, self.transport, self)
        Scrubbing(self.editor.panes, self.playing, self.playback, self)
        self.look = SpectrogramLook(context, self.editor, self)
        self.times = TimeChoice(context.document.project, self.editor.ruler, self)
        self.finding = SoundFinding(context, self.editor, self.labelling.meant_clips, self)
        self.species_panel = SpeciesPanel(context, self)
        self.likeness = Likeness(context, self)
        self.likeness.found.connect(self.clips_shown)
        self.class_finder = ClassFinder(context, self.giving.give, self)
        self.relinking = Relinking(context, self)
        self.sounds = SoundExportPanel(
            context, self.labelling.meant_clips, lambda: self.playback.settings, self
        )

    def _arrange(self) -> None:
        centre, right = self._centre(), self._right()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(MARGIN)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(right)
        for widget, stretch, least in ((self.clips, 1, 210), (centre, 10, 440), (scroll, 1, 216)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
            widget.setMinimumWidth(least)
        self.keep_layout("label/columns", self.columns, [325, 682, 241])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _watch_class_keys(self) -> None:
        """Say in the status line what the keys of classes do, whenever that may have changed."""
        view, document = self.editor.view, self._document
        ClassHint(self, self._context, self.giving.target).watch(
            view.selection_changed,
            view.marks_changed,
            self.table.view.chosen_by_hand,
            self.editor.layer.selected_changed,
            self.playing.changed,
            self.clips.table.selectionModel().selectionChanged,
            document.current_changed,
            document.labels_changed,
            document.classes_changed,
        )

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        self.rows = QSplitter(Qt.Orientation.Vertical)
        self.rows.setChildrenCollapsible(False)
        self.rows.setHandleWidth(MARGIN)
        for row, stretch in ((self.editor, 1), (self.table, 0)):
            self.rows.addWidget(row)
            self.rows.setStretchFactor(self.rows.count() - 1, stretch)
        self.keep_layout("label/rows", self.rows, [420, 190])
        column.addWidget(self.rows, 1)
        column.addWidget(self.giving.question)
        column.addWidget(self.transport)
        return centre

    def _right(self) -> QWidget:
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(MARGIN)
        stack.addWidget(self.classes, 1)
        stack.addWidget(self.suggestion)
        stack.addWidget(self.facts)
        return right

    def _connect(self) -> None:
        self.commands["snap_drags"].setChecked(self.editor.layer.snaps)
        document = self._document
        document.current_changed.connect(self._show_clip)
        document.labels_changed.connect(self._take_labels)
        document.classes_changed.connect(self._take_classes)
        document.tracks_changed.connect(self._take_tracks)
        document.clips_changed.connect(self._take_clips)
        document.suggestions_changed.connect(self._take_suggestions)
        self.clips.clip_chosen.connect(self._choose)
        self.clips.menu_asked.connect(self._open_clip_menu)
        self.classes.class_chosen.connect(self.giving.give)
        self.classes.class_toggled.connect(self.giving.toggle)
        self.giving.clip_labelled.connect(self.labelling.advance)
        self.suggestion.accepted.connect(self.labelling.accept)
        self.suggestion.skipped.connect(lambda: self.labelling.advance(suggested=True))
        self.facts.group_edited.connect(self.labelling.set_group)
        self.facts.left.connect(self.editor.setFocus)
        self.editor.loaded.connect(self._take_view)
        self.editor.unreadable.connect(self.facts.show_unreadable)
        self._watch_class_keys()
        self.editor.find_asked.connect(self.relinking.ask)
        self.editor.label_menu_asked.connect(self._open_label_menu)
        self.editor.track_menu_asked.connect(self.open_track_menu)
        self.positions.went.connect(self.playing.go_to)
        self.positions.reshaped.connect(self.editor.edits.reshape)
        self.table.export_asked.connect(lambda: self.tables.ask(self.table.request))
        self.playing.changed.connect(lambda on: self.transport.show_playing(is_playing=on))

    # Which clip is shown

    def _choose(self, clip_id: ClipId | None) -> None:
        current = self._document.current
        if current is None or current.id != clip_id:  # the list may have been filled anew
            self.editor.naming.confirm()
            self._document.set_current(clip_id)

    def _show_clip(self, clip_id: ClipId | None) -> None:
        self.editor.naming.confirm()
        self.playing.stop()
        clip = self._document.current
        self.facts.show_clip(clip, self._document.view.quantity)
        self.suggestion.show_clip(clip_id)
        if clip is None:
            self.editor.show_nothing()
            return
        self.clips.show_clip(clip_id)
        self.times.show_recording(clip.content, None)
        neighbour = self.clips.neighbour()
        if neighbour is not None and neighbour.duration_s > _LONGEST_UNASKED_S:
            neighbour = None
        self.editor.show_source(
            self._source(clip), clip.duration_s, None if neighbour is None else self._source(neighbour)
        )
        self._show_labels(clip)

    def _source(self, clip: Clip) -> ViewSource:
        return ViewSource(self._document.view.audio_path(clip), clip.content)

    def _audio_path(self) -> Path | None:
        clip = self._document.current
        return None if clip is None else self._document.view.audio_path(clip)

    def _take_view(self, view: ClipView) -> None:
        self.facts.show_view(view)
        clip = self._document.current
        self.times.show_recording("" if clip is None else clip.content, view.start)

    # What follows from an edit

    def _take_labels(self, clip_ids: frozenset[ClipId]) -> None:
        self.clips.take_labels(clip_ids)
        self.classes.take_counts()
        clip = self._document.current
        if clip is not None and clip.id in clip_ids:
            self._show_labels(clip)
            self.suggestion.show_clip(clip.id)

    def _show_labels(self, clip: Clip) -> None:
        project = self._document.project
        labels = project.catalogue.view.labels(clip.id)
        detail = project.suggestions.detail(clip.id)
        self.editor.layer.set_tracks(project.catalogue.view.tracks)
        self.editor.layer.set_labels(Tier.LABELS, labels)
        self.editor.layer.set_labels(Tier.MODEL, () if detail is None else detail.events)
        self.facts.show_labels(
            labels, {label_class.id: label_class for label_class in project.catalogue.view.classes}
        )

    def _take_tracks(self) -> None:
        self.editor.layer.set_tracks(self._document.view.tracks)

    def _take_classes(self) -> None:
        classes = self._document.view.classes
        self.classes.take_classes()
        self.clips.model.take_classes()
        self.editor.layer.set_classes(classes)
        self.finding.panel.set_classes(classes)
        clip = self._document.current
        if clip is not None:
            self.suggestion.show_clip(clip.id)
            self.facts.show_labels(
                self._document.view.labels(clip.id), {label_class.id: label_class for label_class in classes}
            )

    def _take_clips(self) -> None:
        before = self._document.current
        self.clips.take_clips()
        self.classes.take_counts()
        clip = self._document.current
        if clip is None:
            self._show_clip(None)
        elif before is not None and clip.id == before.id:
            if self.editor.shows(self._source(clip)):  # zoom, selection and sound stay, whatever clips came
                self.facts.show_clip(clip, self._document.view.quantity)
                self._show_labels(clip)
            else:
                self._show_clip(clip.id)

    def _take_suggestions(self, clip_ids: frozenset[ClipId]) -> None:
        self.clips.take_suggestions(clip_ids)
        clip = self._document.current
        if clip is not None and clip.id in clip_ids:
            self.suggestion.show_clip(clip.id)
            self._show_labels(clip)

    # Keys, menus

    def _open_clip_menu(self, place: QPoint) -> None:
        clip_ids = self.clips.selected_ids()
        if clip_ids:
            own = self.commands["paste_into_clips"], self.commands["remove_clips"]
            menu = clip_menu(self._document, clip_ids, self._context.edit, own, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _open_label_menu(self, label: Label | None, place: QPoint) -> None:
        menu = label_menu(label, self.editor, self.commands, self._document.view.classes)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def open_track_menu(self, track: Track, place: QPoint) -> None:
        """What can be done to a track and the others, at a place of the screen."""
        menu = track_menu(track, self.editor, self._context.edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _is_needed(event: QKeyEvent) -> bool:
    """Whether the widget that has the keyboard needs the key itself."""
    widget, key = QApplication.focusWidget(), Qt.Key(event.key())
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        return plain and (key < Qt.Key.Key_Escape or key in _EDITING)
    if isinstance(widget, QAbstractButton):
        return key in {Qt.Key.Key_Space, Qt.Key.Key_Return}
    return isinstance(widget, QComboBox) and key in {Qt.Key.Key_Space, Qt.Key.Key_Return}


_EDITING = frozenset((
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
))  # fmt: skip
