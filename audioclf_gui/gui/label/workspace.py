"""The Label workspace: which clip is shown, what keys do, and what follows from an edit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
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
from audioclf_gui.gui.label.class_panel import ClassPanel
from audioclf_gui.gui.label.clip_facts import ClipFacts
from audioclf_gui.gui.label.clip_menu import clip_menu
from audioclf_gui.gui.label.clip_table import ClipPanel
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.find_sounds_panel import FindSoundsPanel
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.label_menu import label_menu
from audioclf_gui.gui.label.labelling import Labelling
from audioclf_gui.gui.label.measurement_export import MeasurementExport
from audioclf_gui.gui.label.picture_export import PictureExport
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.relinking import Relinking
from audioclf_gui.gui.label.sound_export_panel import SoundExportPanel
from audioclf_gui.gui.label.species_panel import SpeciesPanel
from audioclf_gui.gui.label.spectrogram_look import SpectrogramLook
from audioclf_gui.gui.label.suggestion_panel import SuggestionPanel
from audioclf_gui.gui.label.time_choice import TimeChoice
from audioclf_gui.gui.label.track_menu import track_menu
from audioclf_gui.gui.label.transport import Transport
from audioclf_gui.gui.label.view_loader import ViewSource
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspace import Workspace

_ZOOM_IN = 0.5
_BAND_STEP = 0.25  # of what is in view
_SEEK_S, _FAR_S = 1.0, 15.0


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
        self.suggestion = SuggestionPanel(context.document.project)
        self.facts = ClipFacts()
        self.labelling = Labelling(
            context, self.clips, self.editor, self.classes, self.suggestion, self.playing
        )
        self.measurements = MeasurementExport(context, self)
        self.picture_export = PictureExport(context, self.editor.panes, self)
        self.commands = self._make_actions()
        self.transport = Transport(self.editor.view, self.commands)
        self.look = SpectrogramLook(context, self.editor, self)
        self.times = TimeChoice(context.document.project, self.editor.ruler, self)
        self.find_panel, self.species_panel = FindSoundsPanel(self), SpeciesPanel(context, self)
        self.relinking = Relinking(context, self)
        self.sounds = SoundExportPanel(context, self.labelling.meant_clips, self)
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
        self.editor.tiers.confirm_edit()
        self.playing.stop()
        self.look.keeper.flush()

    @override
    def shutdown(self) -> None:
        super().shutdown()
        self.look.keeper.flush()
        self.editor.shutdown()

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

    def _make_actions(self) -> dict[str, QAction]:
        view, playing = self.editor.view, self.playing
        session = self._context.session
        everywhere: dict[str, Callable[[], object]] = {
            "find_clip": self.clips.focus_filter,
            "zoom_in": lambda: view.zoom(_ZOOM_IN),
            "zoom_normal": view.zoom_normal,
            "zoom_out": lambda: view.zoom(1 / _ZOOM_IN),
            "zoom_selection": self._zoom_to_selection,
            "zoom_fit": view.fit,
            "band_in": lambda: self.editor.spectrogram.zoom_band(_ZOOM_IN),
            "band_all": self.editor.spectrogram.show_all_frequencies,
            "band_out": lambda: self.editor.spectrogram.zoom_band(1 / _ZOOM_IN),
            "band_up": lambda: self.editor.spectrogram.move_band(_BAND_STEP),
            "band_down": lambda: self.editor.spectrogram.move_band(-_BAND_STEP),
            "spectrogram": lambda: self.look.panel.open_at(self.transport.look_button),
            "label_selection": self.labelling.label_selection,
            "label_at_play": self.labelling.label_moment,
            "edit_label": self.labelling.enter,
            "start_edge": lambda: self.editor.edits.set_edge(start=True),
            "end_edge": lambda: self.editor.edits.set_edge(start=False),
            "leave_editor": self._switch_focus,
            "next_clip": lambda: self.clips.step(1),
            "previous_clip": lambda: self.clips.step(-1),
            "next_unlabelled": self.labelling.next_unlabelled,
            "accept_suggestion": self.labelling.accept,
            "reject_suggestion": self.labelling.reject,
            "find_sounds": self._open_find,
            "name_species": self._ask_species,
            "tracks": self._ask_tracks,
            "export_sounds": lambda: self.sounds.open_at(self.transport.find_button),
            "export_picture": self.picture_export.ask,
            "export_selection": lambda: self.sounds.export_selection(view.selection),
            "export_measurements": self.measurements.ask,
            "remove_clips": self.labelling.remove_clips,
            "play": playing.toggle,
            "pause": playing.pause,
            "stop": self._escape,
            "loop": lambda: playing.set_loop(loops=self.commands["loop"].isChecked()),
            "play_once": lambda: playing.start(loop=False),
        }
        in_editor: dict[str, Callable[[], object]] = {
            "delete_label": self.editor.edits.delete_selected,
            "next_label": lambda: self.editor.step_label(1),
            "previous_label": lambda: self.editor.step_label(-1),
            "seek_back": lambda: playing.seek(-_SEEK_S),
            "seek_forward": lambda: playing.seek(_SEEK_S),
            "seek_far_back": lambda: playing.seek(-_FAR_S),
            "seek_far_forward": lambda: playing.seek(_FAR_S),
            "own_tier": lambda: self.editor.switch_tier(Tier.LABELS),
            "model_tier": lambda: self.editor.switch_tier(Tier.MODEL),
            "go_start": lambda: playing.go_to(0.0),
            "go_end": lambda: playing.go_to(view.duration_s),
        }
        self.add_class_keys(self, self.labelling.label_with_class, self.labelling.toggle_class)
        return build_actions(self, everywhere, session) | build_actions(self.editor, in_editor, session)

    def _arrange(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.editor, 1)
        column.addWidget(self.transport)
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(MARGIN)
        stack.addWidget(self.classes, 1)
        stack.addWidget(self.suggestion)
        stack.addWidget(self.facts)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(MARGIN)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(right)
        for widget, stretch, least in ((self.clips, 0, 210), (centre, 1, 440), (scroll, 0, 216)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
            widget.setMinimumWidth(least)
        self.keep_layout("label/columns", self.columns, [336, 782, 240])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _connect(self) -> None:
        document = self._document
        document.current_changed.connect(self._show_clip)
        document.labels_changed.connect(self._take_labels)
        document.classes_changed.connect(self._take_classes)
        document.tracks_changed.connect(self._take_tracks)
        document.clips_changed.connect(self._take_clips)
        document.suggestions_changed.connect(self._take_suggestions)
        self.clips.clip_chosen.connect(self._choose)
        self.clips.menu_asked.connect(self._open_clip_menu)
        self.classes.class_chosen.connect(self.labelling.label_with_class)
        self.classes.class_toggled.connect(self.labelling.toggle_class)
        self.suggestion.accepted.connect(self.labelling.accept)
        self.suggestion.skipped.connect(lambda: self.labelling.advance(suggested=True))
        self.facts.group_edited.connect(self.labelling.set_group)
        self.editor.loaded.connect(self._take_view)
        self.editor.unreadable.connect(self.facts.show_unreadable)
        self.editor.find_asked.connect(self.relinking.ask)
        self.editor.label_menu_asked.connect(self._open_label_menu)
        self.editor.track_menu_asked.connect(self._open_track_menu)
        self.playing.changed.connect(lambda on: self.transport.show_playing(is_playing=on))
        self.transport.speed_changed.connect(self.playing.set_speed)
        self.find_panel.asked.connect(self.labelling.find_sounds)

    # Which clip is shown

    def _choose(self, clip_id: ClipId | None) -> None:
        self.editor.tiers.confirm_edit()
        self._document.set_current(clip_id)

    def _show_clip(self, clip_id: ClipId | None) -> None:
        self.editor.tiers.confirm_edit()
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
        self.find_panel.set_classes(classes)
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
            self._show_clip(clip.id)

    def _take_suggestions(self, clip_ids: frozenset[ClipId]) -> None:
        self.clips.take_suggestions(clip_ids)
        clip = self._document.current
        if clip is not None and clip.id in clip_ids:
            self.suggestion.show_clip(clip.id)
            self._show_labels(clip)

    # Keys, menus

    def _open_find(self) -> None:
        if self._document.current is not None:
            self.find_panel.open_at(self.transport.find_button)

    def _ask_species(self) -> None:
        if clip_ids := self.labelling.meant_clips():
            self.species_panel.open_for(clip_ids, self.transport.find_button)

    def _zoom_to_selection(self) -> None:
        selection = self.editor.view.selection
        if selection is not None:
            self.editor.view.zoom_to(selection.start_s, selection.end_s)

    def _switch_focus(self) -> None:
        """From the editor back to the list, and from anywhere else into the editor."""
        focus = QApplication.focusWidget()
        is_inside = focus is not None and (focus is self.editor or self.editor.isAncestorOf(focus))
        target = self.clips.table if is_inside else self.editor
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _escape(self) -> None:
        """Undo the latest beginning: a drag, playing, a selection."""
        if self.editor.tiers.cancel_drag():
            return
        if self.playing.is_on:
            self.playing.stop()
        elif QApplication.focusWidget() is self.clips.filter:
            self.clips.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.editor.layer.select(None)
            self.editor.view.select(None)

    def _open_clip_menu(self, place: QPoint) -> None:
        clip_ids = self.clips.selected_ids()
        if clip_ids:
            remove = self.commands["remove_clips"]
            menu = clip_menu(self._document, clip_ids, self._context.edit, remove, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _open_label_menu(self, label: Label, place: QPoint) -> None:
        menu = label_menu(label, self.editor, self.commands, self._document.view.classes)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _open_track_menu(self, track: Track, place: QPoint) -> None:
        menu = track_menu(track, self.editor, self._context.edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _ask_tracks(self) -> None:
        tiers, track = self.editor.tiers, self.editor.layer.current_track
        self._open_track_menu(track, tiers.mapToGlobal(QPoint(0, tiers.track_top(track.name))))


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
