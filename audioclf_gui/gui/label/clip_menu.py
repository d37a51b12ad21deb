"""What can be done to the clips that are selected in the list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QIcon
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.edits import ClassesOfClips, contradicting, suggested_classes
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.contradictions import accept_others, contradictions_told, replace_labels
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch
from audioclf_gui.jobs.edit_clips import (
    AcceptSuggestions,
    ClipEdit,
    GroupClips,
    LabelClips,
    RejectSuggestions,
    ToggleClass,
)

_MOST_GROUPS = 12


def clip_menu(
    document: Document,
    clip_ids: Sequence[ClipId],
    edit: Callable[[ClipEdit], object],
    own: Sequence[QAction],
    parent: QWidget,
) -> QMenu:
    """A menu for these clips; `edit` makes the edits, and the workspace's `own` commands come last."""
    menu = QMenu(parent)
    chosen = tuple(clip_ids)
    given = menu.addMenu(words(Text("Label as")))
    given.setEnabled(bool(document.view.classes))
    for one in document.view.classes:
        action = given.addAction(QIcon(swatch(one.colour)), one.name)
        action.triggered.connect(partial(_do, edit, LabelClips(chosen, one.name)))
    also = menu.addMenu(words(Text("Label also as")))
    also.setEnabled(bool(document.view.classes))
    for one in document.view.classes:
        action = also.addAction(QIcon(swatch(one.colour)), one.name)
        action.setCheckable(True)
        labels = map(document.view.labels, chosen)
        action.setChecked(all(one.id in whole_clip_classes(found) for found in labels))
        action.triggered.connect(partial(_do, edit, ToggleClass(chosen, one.name)))
    clear = menu.addAction(words(Text("Clear label")))
    clear.setEnabled(any(document.view.labels(clip_id) for clip_id in clip_ids))
    clear.triggered.connect(partial(_do, edit, LabelClips(chosen, "")))
    if suggested := suggested_classes(document.view, chosen):
        n = len(suggested)
        _offer_accepting(menu, document.view, suggested, edit)
        reject = menu.addAction(words(Text("Reject {n} suggestion", "Reject {n} suggestions", n=n)))
        reject.triggered.connect(partial(_do, edit, RejectSuggestions(suggested)))
    menu.addMenu(_group_menu(document, chosen, edit, menu))
    menu.addSeparator()
    show = menu.addAction(icon("folder-open-outline"), words(Text("Show in file manager")))
    show.triggered.connect(partial(_show_folder, document, clip_ids[0]))
    menu.addActions(own)
    return menu


def _offer_accepting(
    menu: QMenu, view: CatalogueView, suggested: ClassesOfClips, edit: Callable[[ClipEdit], object]
) -> None:
    """One entry; or, where labels of people would be replaced, a menu that says so and lets choose."""
    n = len(suggested)
    text = words(Text("Accept {n} suggestion", "Accept {n} suggestions", n=n))
    contradicted = contradicting(view, suggested)
    if not contradicted:
        menu.addAction(text).triggered.connect(partial(_do, edit, AcceptSuggestions(suggested)))
        return
    asked = menu.addMenu(text)
    asked.addAction(words(contradictions_told(len(contradicted), n))).setEnabled(False)
    if others := {clip_id: classes for clip_id, classes in suggested.items() if clip_id not in contradicted}:
        accept = asked.addAction(words(accept_others(len(others))))
        accept.triggered.connect(partial(_do, edit, AcceptSuggestions(others)))
    replace = asked.addAction(words(replace_labels(len(contradicted))))
    replace.triggered.connect(partial(_do, edit, AcceptSuggestions(suggested)))


def _group_menu(
    document: Document, clip_ids: tuple[ClipId, ...], edit: Callable[[ClipEdit], object], parent: QMenu
) -> QMenu:
    menu = QMenu(words(Text("Set group")), parent)
    field = QLineEdit()
    field.setPlaceholderText(words(Text("Speaker, site, recording …")))
    field.setAccessibleName(words(Text("Group")))
    field.setText(document.view.clip(clip_ids[0]).group)

    def finish() -> None:
        edit(GroupClips(clip_ids, field.text()))
        parent.close()

    field.returnPressed.connect(finish)
    typed = QWidgetAction(menu)
    typed.setDefaultWidget(field)
    menu.addAction(typed)
    groups = dict.fromkeys(clip.group for clip in reversed(document.view.clips) if clip.group)
    for group in list(groups)[:_MOST_GROUPS]:
        menu.addAction(group).triggered.connect(partial(_do, edit, GroupClips(clip_ids, group)))
    return menu


def _do(edit: Callable[[ClipEdit], object], request: ClipEdit, _checked: bool = False) -> None:
    edit(request)


def _show_folder(document: Document, clip_id: ClipId, _checked: bool = False) -> None:
    folder = document.view.audio_path(document.view.clip(clip_id)).parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
