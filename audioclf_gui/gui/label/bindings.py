"""What each command of the Label workspace does: a line for each, in the groups of the key sheet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.stepping import FAR, NEAR
from audioclf_gui.gui.label.typed_field import TypedField
from audioclf_gui.gui.translate import words

if TYPE_CHECKING:
    from audioclf_gui.gui.label.workspace import LabelWorkspace

Bindings = dict[str, Callable[[], object]]

_ZOOM_IN = 0.5
_BAND_STEP = 0.25  # of what is in view
_SEEK_S, _FAR_S = 1.0, 15.0


def everywhere(room: "LabelWorkspace") -> Bindings:
    """What works while the keyboard is anywhere in the workspace."""
    return _seeing(room) | _labelling(room) | _of_clips(room) | _writing(room) | _playing(room)


def in_editor(room: "LabelWorkspace") -> Bindings:
    """What works while the keyboard is in the editor, since lists and fields need these keys themselves."""
    return _choosing(room) | _of_chosen(room) | _moving(room) | _stepping(room) | _reshaping(room)


def _seeing(room: "LabelWorkspace") -> Bindings:
    view, spectrogram = room.editor.view, room.editor.spectrogram
    return {
        "zoom_in": lambda: view.zoom(_ZOOM_IN),
        "zoom_normal": view.zoom_normal,
        "zoom_out": lambda: view.zoom(1 / _ZOOM_IN),
        "zoom_selection": view.zoom_to_selection,
        "zoom_fit": view.fit,
        "zoom_toggle": view.toggle_zoom,
        "zoom_back": lambda: room.zooms.step(-1),
        "zoom_forward": lambda: room.zooms.step(1),
        "band_in": lambda: spectrogram.zoom_band(_ZOOM_IN),
        "band_all": spectrogram.show_all_frequencies,
        "band_out": lambda: spectrogram.zoom_band(1 / _ZOOM_IN),
        "band_up": lambda: spectrogram.move_band(_BAND_STEP),
        "band_down": lambda: spectrogram.move_band(-_BAND_STEP),
        "level_in": lambda: room.editor.wave.magnify(_ZOOM_IN),
        "level_all": room.editor.wave.show_all_levels,
        "level_out": lambda: room.editor.wave.magnify(1 / _ZOOM_IN),
        "time_kind": lambda: _ask_time_kind(room),
        "spectrogram": lambda: room.look.panel.open_at(room.transport.look_button),
        "go_to": lambda: _ask_position(room, room.positions.position),
        "type_selection": lambda: _ask_position(room, room.positions.start),
        "leave_editor": lambda: _switch_focus(room),
        "label_table": lambda: _toggle_table(room),
    }


def _labelling(room: "LabelWorkspace") -> Bindings:
    labelling, edits = room.labelling, room.editor.edits
    return {
        "label_selection": labelling.label_selection,
        "label_at_play": labelling.label_moment,
        "edit_label": lambda: None if room.giving.answer() else labelling.enter(),
        "time_tool": lambda: room.editor.tools.take(boxes=False),
        "box_tool": lambda: room.editor.tools.take(boxes=room.commands["box_tool"].isChecked()),
        "mark_in": lambda: room.giving.mark(is_in=True),
        "mark_out": lambda: room.giving.mark(is_in=False),
        "start_edge": lambda: edits.set_edge(start=True),
        "end_edge": lambda: edits.set_edge(start=False),
        "accept_suggestion": labelling.accept,
        "reject_suggestion": labelling.reject,
        "label_by_name": lambda: room.class_finder.ask(room.classes.add_button),
        "find_sounds": lambda: _open_find(room),
        "name_species": lambda: _ask_species(room),
        "similar": lambda: _find_similar(room),
        "tracks": lambda: _ask_tracks(room),
        "next_track": lambda: _choose_next_track(room),
    }


def _of_clips(room: "LabelWorkspace") -> Bindings:
    return {
        "find_clip": room.clips.focus_filter,
        "next_clip": lambda: room.clips.step(1),
        "previous_clip": lambda: room.clips.step(-1),
        "next_unlabelled": room.labelling.next_unlabelled,
        "paste_into_clips": lambda: room.editor.chosen.paste_into(room.labelling.meant_clips()),
        "remove_clips": room.labelling.remove_clips,
    }


def _writing(room: "LabelWorkspace") -> Bindings:
    return {
        "export_sounds": lambda: room.sounds.open_at(room.transport.find_button),
        "export_selection": lambda: room.sounds.export_selection(room.editor.view.selection),
        "export_picture": lambda: room.picture_export.ask(room.transport.find_button),
        "export_measurements": room.tables.ask_measurements,
    }


def _playing(room: "LabelWorkspace") -> Bindings:
    playing = room.playing
    return {
        "play": playing.toggle,
        "pause": playing.pause,
        "stop": lambda: _escape(room),
        "loop": lambda: playing.set_loop(loops=room.commands["loop"].isChecked()),
        "play_view": playing.start_view,
        "play_once": lambda: playing.start(loop=False),
        "slower": lambda: room.playback.step_speed(-1),
        "faster": lambda: room.playback.step_speed(1),
        "playback": lambda: room.playback.panel.open_at(room.transport.playback_button),
    }


def _choosing(room: "LabelWorkspace") -> Bindings:
    editor = room.editor
    return {
        "label_menu": lambda: _ask_label(room),
        "delete_label": editor.chosen.delete,
        "choose_all": editor.layer.choose_all,
        "choose_alike": editor.layer.choose_alike,
        "choose_next_too": lambda: editor.extend_choice(1),
        "choose_previous_too": lambda: editor.extend_choice(-1),
        "next_label": lambda: editor.step_label(1),
        "previous_label": lambda: editor.step_label(-1),
        "own_tier": lambda: editor.switch_tier(Tier.LABELS),
        "model_tier": lambda: editor.switch_tier(Tier.MODEL),
    }


def _of_chosen(room: "LabelWorkspace") -> Bindings:
    chosen, times = room.editor.chosen, room.label_times
    return {
        "label_details": lambda: room.label_panel.ask(room.editor.tiers),
        "toggle_unsure": chosen.toggle_unsure,
        "label_times": lambda: times.open_at(room.editor.tiers),
        "snap_drags": lambda: times.set_snaps(snaps=room.commands["snap_drags"].isChecked()),
        "snap_to_zero": times.snap_to_zero,
        "snap_to_grid": times.snap_to_grid,
        "quantise_labels": times.quantise,
        "copy_labels": chosen.copy,
        "cut_labels": chosen.cut,
        "paste_labels": chosen.paste,
        "paste_in_place": lambda: chosen.paste(in_place=True),
        "duplicate_labels": chosen.duplicate,
        "split_label": chosen.split,
        "merge_labels": chosen.merge,
        "snap_to_neighbours": chosen.snap_to_neighbours,
    }


def _moving(room: "LabelWorkspace") -> Bindings:
    playing, view = room.playing, room.editor.view
    return {
        "seek_back": lambda: playing.seek(-_SEEK_S),
        "seek_forward": lambda: playing.seek(_SEEK_S),
        "seek_far_back": lambda: playing.seek(-_FAR_S),
        "seek_far_forward": lambda: playing.seek(_FAR_S),
        "go_start": lambda: playing.go_to(0.0),
        "go_end": lambda: playing.go_to(view.duration_s),
    }


def _stepping(room: "LabelWorkspace") -> Bindings:
    steps = room.stepping
    return {
        "step_back": lambda: steps.cursor(-NEAR),
        "step_forward": lambda: steps.cursor(NEAR),
        "step_far_back": lambda: steps.cursor(-FAR),
        "step_far_forward": lambda: steps.cursor(FAR),
        "page_back": lambda: steps.page(-1),
        "page_forward": lambda: steps.page(1),
        "previous_edge": lambda: steps.to_edge(-1),
        "next_edge": lambda: steps.to_edge(1),
        "extend_to_previous_edge": lambda: steps.extend_to_edge(-1),
        "extend_to_next_edge": lambda: steps.extend_to_edge(1),
    }


def _reshaping(room: "LabelWorkspace") -> Bindings:
    steps, view = room.stepping, room.editor.view
    return {
        "select_all": steps.select_all,
        "extend_to_clip_start": lambda: steps.extend_to_clip(start=True),
        "extend_to_clip_end": lambda: steps.extend_to_clip(start=False),
        "move_earlier": lambda: steps.move(-NEAR),
        "move_later": lambda: steps.move(NEAR),
        "move_far_earlier": lambda: steps.move(-FAR),
        "move_far_later": lambda: steps.move(FAR),
        "toggle_band": steps.toggle_band,
        "start_earlier": lambda: steps.start(-NEAR),
        "end_later": lambda: steps.end(NEAR),
        "start_later": lambda: steps.start(NEAR),
        "end_earlier": lambda: steps.end(-NEAR),
        "start_far_earlier": lambda: steps.start(-FAR),
        "end_far_later": lambda: steps.end(FAR),
        "start_far_later": lambda: steps.start(FAR),
        "end_far_earlier": lambda: steps.end(-FAR),
        "start_page_earlier": lambda: steps.start(-view.width_px),
        "end_page_later": lambda: steps.end(view.width_px),
        "start_page_later": lambda: steps.start(view.width_px),
        "end_page_earlier": lambda: steps.end(-view.width_px),
        "high_up": lambda: steps.high(NEAR),
        "low_down": lambda: steps.low(-NEAR),
        "high_down": lambda: steps.high(-NEAR),
        "low_up": lambda: steps.low(NEAR),
        "high_far_up": lambda: steps.high(FAR),
        "low_far_down": lambda: steps.low(-FAR),
        "high_far_down": lambda: steps.high(-FAR),
        "low_far_up": lambda: steps.low(FAR),
    }


def _open_find(room: "LabelWorkspace") -> None:
    room.finding.open_at(room.transport.find_button)


def _choose_next_track(room: "LabelWorkspace") -> None:
    """Let new labels go to the track after the current one, whether this clip has labels in it or not."""
    layer, tiers = room.editor.layer, room.editor.tiers
    shown = [track for track in layer.tracks if not track.hidden]
    if shown:
        names = [track.name for track in shown]
        now = layer.current_track.name
        chosen = shown[(names.index(now) + 1) % len(shown) if now in names else 0]
        layer.choose_track(chosen.name)
        room.say(words(Text("New labels go to {track}", track=tiers.track_text(chosen))))


def _ask_label(room: "LabelWorkspace") -> None:
    """Open the menu of the selected label where the label is."""
    layer, view, tiers = room.editor.layer, room.editor.view, room.editor.tiers
    if layer.selected is not None:
        start_s, _ = layer.selected.span_s(view.duration_s)
        place = QPoint(round(tiers.x_of(max(start_s, view.t0_s))), tiers.height() // 2)
        room.editor.label_menu_asked.emit(layer.selected, tiers.mapToGlobal(place))


def _ask_time_kind(room: "LabelWorkspace") -> None:
    ruler = room.editor.ruler
    room.times.open_menu(ruler.mapToGlobal(QPoint(0, ruler.height())))


def _ask_position(room: "LabelWorkspace", field: TypedField) -> None:
    if room.editor.view.duration_s > 0:
        room.positions.ask(room.transport.position, field)


def _ask_species(room: "LabelWorkspace") -> None:
    if clip_ids := room.labelling.meant_clips():
        room.species_panel.open_for(clip_ids, room.transport.find_button)


def _ask_tracks(room: "LabelWorkspace") -> None:
    tiers, track = room.editor.tiers, room.editor.layer.current_track
    room.open_track_menu(track, tiers.mapToGlobal(QPoint(0, tiers.track_top(track.name))))


def _toggle_table(room: "LabelWorkspace") -> None:
    """Open the label table with the keyboard in it, or hide it and go back to the editor."""
    is_open = room.commands["label_table"].isChecked()
    room.table.set_open(on=is_open)
    (room.table.view if is_open else room.editor).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _switch_focus(room: "LabelWorkspace") -> None:
    """From the editor back to the list, and from anywhere else into the editor."""
    focus = QApplication.focusWidget()
    is_inside = focus is not None and (focus is room.editor or room.editor.isAncestorOf(focus))
    target = room.clips.table if is_inside else room.editor
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _escape(room: "LabelWorkspace") -> None:
    """Undo the latest beginning: a drag, playing, a selection; without any, leave what is open beside."""
    if room.editor.cancel_drag() or room.giving.drop_question():
        return
    if room.playing.is_on:
        room.playing.stop()
    elif QApplication.focusWidget() is room.clips.filter:
        room.clips.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elif QApplication.focusWidget() is room.table.filter:
        room.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elif room.table.isVisible() and room.table.isAncestorOf(QApplication.focusWidget() or room):
        room.commands["label_table"].trigger()
    elif room.editor.layer.selected is not None or room.editor.view.has_selection:
        room.editor.layer.select(None)
        room.editor.view.select(None)
    else:
        room.escaped.emit()


def _find_similar(room: "LabelWorkspace") -> None:
    """Find what is like the selected stretch, or like the whole clip."""
    selection = room.editor.view.selection
    if selection is not None and selection.duration_s > 0.0:
        room.likeness.find_like_current(selection.start_s, selection.end_s)
    else:
        room.likeness.find_like_current()
