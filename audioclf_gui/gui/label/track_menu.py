"""What can be done to tracks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidgetAction

from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, MAIN_TITLE, Track, TrackKind, track_name
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import add_heading
from audioclf_gui.jobs.edit_tracks import (
    AddTrack,
    DeleteTrack,
    MoveTrack,
    RenameTrack,
    SetTrack,
    TrackEdit,
)

Edit = Callable[[TrackEdit], object]

_KINDS = {
    TrackKind.REGIONS: Text("Free regions"),
    TrackKind.INTERVALS: Text("Adjoining intervals"),
    TrackKind.MOMENTS: Text("Moments"),
}


def track_menu(track: Track, editor: ClipEditor, edit: Edit) -> QMenu:
    """A menu for a track, and for what all of them have in common; `edit` makes the edits."""
    menu = QMenu(editor)
    name = track.name or MAIN_TITLE
    names = [one.name for one in editor.layer.tracks]
    place = names.index(track.name)
    add_heading(menu, editor.tiers.track_text(track))
    for text, is_on, request in (
        (Text("Locked"), track.locked, SetTrack(name, locked=not track.locked)),
        (Text("Models learn from it"), track.learnt, SetTrack(name, learnt=not track.learnt)),
    ):
        action = menu.addAction(words(text))
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(partial(_do, edit, request))
    _add(menu, Text("Hide"), edit, SetTrack(name, hidden=True))
    up = _add(menu, Text("Move up"), edit, MoveTrack(name, place - 1))
    up.setEnabled(place > 0)
    down = _add(menu, Text("Move down"), edit, MoveTrack(name, place + 1))
    down.setEnabled(place < len(names) - 1)
    if track.name != MAIN:
        renamed = menu.addMenu(words(Text("Rename")))
        _add_field(renamed, track.name, partial(_rename, editor, edit, name), menu)
        _add(menu, Text("Delete with its labels"), edit, DeleteTrack(name))
    menu.addSeparator()
    added = menu.addMenu(words(Text("Add a track")))
    for kind, text in _KINDS.items():
        of_kind = added.addMenu(words(text))
        _add_field(of_kind, "", partial(_add_track, editor, edit, kind), menu)
    _add_others(menu, editor, edit)
    return menu


def _add_others(menu: QMenu, editor: ClipEditor, edit: Edit) -> None:
    """The tracks that are not shown now, to be shown."""
    shown = {row.track.name for row in editor.layer.rows}
    others: Sequence[Track] = [one for one in editor.layer.tracks if one.name not in shown]
    if others:
        add_heading(menu, words(Text("Show")))
    for one in others:
        action = menu.addAction(editor.tiers.track_text(one))
        action.triggered.connect(partial(_show, editor, edit, one))


def _show(editor: ClipEditor, edit: Edit, track: Track, *_checked: bool) -> None:
    editor.layer.choose_track(track.name)
    if track.hidden:
        edit(SetTrack(track.name or MAIN_TITLE, hidden=False))


def _add_track(editor: ClipEditor, edit: Edit, kind: TrackKind, name: str) -> None:
    editor.layer.choose_track(track_name(name))
    edit(AddTrack(name, kind))


def _rename(editor: ClipEditor, edit: Edit, name: str, new_name: str) -> None:
    if editor.layer.current_track.name == name:
        editor.layer.choose_track(track_name(new_name))
    edit(RenameTrack(name, new_name))


def _add(menu: QMenu, text: Text, edit: Edit, request: TrackEdit) -> QAction:
    action = menu.addAction(words(text))
    action.triggered.connect(partial(_do, edit, request))
    return action


def _add_field(menu: QMenu, text: str, take: Callable[[str], object], whole: QMenu) -> None:
    """A field for the name of a track; Enter takes it."""
    field = QLineEdit(text)
    field.setPlaceholderText(words(Text("Name")))
    field.setAccessibleName(words(Text("Name of the track")))

    def finish() -> None:
        take(field.text())
        whole.close()

    field.returnPressed.connect(finish)
    typed = QWidgetAction(menu)
    typed.setDefaultWidget(field)
    menu.addAction(typed)


def _do(edit: Edit, request: TrackEdit, *_checked: bool) -> None:
    edit(request)
