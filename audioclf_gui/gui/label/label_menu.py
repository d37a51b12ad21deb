"""What can be done to one label."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from audioclf_gui.core.label import Label, LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch

_OF_GROUND = (
    *("label_selection", "label_at_play", "paste_labels", "paste_in_place", "choose_all"),
    *("split_label", "play", "zoom_selection", "export_selection"),
)


def label_menu(
    label: Label | None, editor: ClipEditor, actions: Mapping[str, QAction], classes: Sequence[LabelClass]
) -> QMenu:
    """A menu for a label of either tier, or for a place where none is.

    That of one of the user's own speaks to all that are chosen.
    """
    menu = QMenu(editor)
    if label is None:
        for key in _OF_GROUND:
            menu.addAction(actions[key])
        return menu
    if editor.layer.selected_tier is Tier.MODEL:
        accept = menu.addAction(words(Text("Accept as a label")))
        accept.triggered.connect(lambda: editor.edits.accept_event(label))
        menu.addAction(actions["play"])
        return menu
    menu.addAction(actions["edit_label"])
    menu.addAction(actions["label_details"])
    menu.addAction(actions["toggle_unsure"])
    given = menu.addMenu(words(Text("Class")))
    for one in classes:
        action = given.addAction(QIcon(swatch(one.colour)), one.name)
        action.triggered.connect(partial(_set_class, editor, one))
    if len(editor.layer.tracks) > 1:
        moved = menu.addMenu(words(Text("Track")))
        for track in editor.layer.tracks:
            action = moved.addAction(editor.tiers.track_text(track))
            action.setCheckable(True)
            action.setChecked(track.name == label.track)
            action.triggered.connect(partial(_set_track, editor, track.name))
    menu.addAction(actions["play"])
    menu.addAction(actions["zoom_selection"])
    menu.addAction(actions["export_selection"])
    menu.addSeparator()
    menu.addAction(actions["choose_alike"])
    several = ("split_label", "merge_labels", "label_times", "duplicate_labels")
    for key in (*several, "copy_labels", "cut_labels", "delete_label"):
        menu.addAction(actions[key])
    return menu


def _set_track(editor: ClipEditor, name: str, *_checked: bool) -> None:
    editor.chosen.set_track(name)


def _set_class(editor: ClipEditor, known: LabelClass, *_checked: bool) -> None:
    editor.chosen.set_class(known.id)
