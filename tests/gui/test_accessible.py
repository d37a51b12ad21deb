"""Whoever hears the window instead of seeing it, or has no mouse, finds every control of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from audioclf_gui.core.label import Label, Source
from audioclf_gui.gui.accessible import tell_screen_readers
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.review.queue import Entry
from audioclf_gui.gui.theme import apply_theme
from audioclf_gui.gui.train.confusion import ConfusionMatrix
from tests.gui.places import places
from tests.sound_card import Plug

CONTROLS = QAbstractButton, QAbstractSlider, QAbstractSpinBox, QAbstractItemView, QComboBox, QLineEdit
PARTS = QScrollBar, QHeaderView  # of what they scroll and head, which tells of them
MEANINGLESS = QAccessible.Role.NoRole, QAccessible.Role.Client
SHOWN_S = 600


@pytest.fixture(autouse=True)
def _microphone(plugged):
    plugged(Plug("default", rate_hz=44_100))


def controls(root):
    """What somebody may use, by keys or by the mouse."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisible()
        and not isinstance(widget, PARTS)
        and widget.focusProxy() is None
        and (isinstance(widget, CONTROLS) or is_focusable(widget) or paints_itself(widget))
    ]


def is_focusable(widget):
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def paints_itself(widget):
    own = (kind for kind in type(widget).mro() if kind.__module__.startswith("audioclf_gui"))
    return any("mousePressEvent" in vars(kind) for kind in own)


def where_it_is(widget):
    names = []
    while widget is not None and len(names) < 4:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " in ".join(names)


@pytest.mark.slow
@pytest.mark.timeout(SHOWN_S)
def test_every_control_says_what_it_is(window, project_folder, qtbot):
    nameless, roleless, seen = {}, {}, set()
    tell_screen_readers()
    for place, shown in places(window, project_folder, qtbot):
        for control in controls(shown):
            told = QAccessible.queryAccessibleInterface(control)
            seen.add(where_it_is(control))
            if not told.text(QAccessible.Text.Name).strip():
                nameless.setdefault(where_it_is(control), place)
            if told.role() in MEANINGLESS:
                roleless.setdefault(where_it_is(control), place)
    assert (nameless, roleless) == ({}, {})
    assert len(seen) > 150


@pytest.mark.slow
@pytest.mark.timeout(SHOWN_S)
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light], ids=["dark", "light"])
def test_it_can_be_seen_which_control_has_the_keyboard(window, qapp, project_folder, qtbot, scheme):
    apply_theme(qapp, scheme)
    unseen, seen = {}, set()
    for place, shown in places(window, project_folder, qtbot):
        for control in controls(shown):
            known = where_it_is(control)
            if control in seen or not is_focusable(control) or control.visibleRegion().isEmpty():
                continue
            seen.add(control)
            without, with_keyboard = painted_without_and_with_keyboard(control, shown)
            if with_keyboard is not None and without == with_keyboard:
                unseen.setdefault(known, place)
    apply_theme(qapp, Qt.ColorScheme.Dark)
    assert unseen == {}
    assert len(seen) > 150


def painted_without_and_with_keyboard(control, shown):
    """Pictures of a control's part of the window; None where it passes the keyboard on."""
    if (holder := QApplication.focusWidget()) is not None:
        holder.clearFocus()
    QApplication.processEvents()
    without = part_of(shown, control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    has_it = control.hasFocus() and control.isVisible()
    return without, part_of(shown, control) if has_it else None


def part_of(shown, control):
    corner = control.mapTo(shown, QPoint(0, 0))
    return shown.grab(control.rect().translated(corner)).toImage()


def told_of(pane):
    tell_screen_readers()
    return QAccessible.queryAccessibleInterface(pane)


def told_parts(pane):
    told = told_of(pane)
    return [told.child(place) for place in range(told.childCount())]


def test_the_cells_of_a_confusion_matrix_can_be_walked(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_matrix(("dog", "rain"), ((3, 5), (0, 4)))
    matrix.resize(400, 300)
    matrix.show()
    qtbot.waitExposed(matrix)
    cells = told_parts(matrix)
    assert told_of(matrix).role() == QAccessible.Role.Table
    assert [cell.text(QAccessible.Text.Name) for cell in cells] == [
        "dog recognised: 3 of 8 clips",
        "dog taken for rain: 5 of 8 clips",
        "rain taken for dog: 0 of 4 clips",
        "rain recognised: 4 of 4 clips",
    ]
    assert [cell.text(QAccessible.Text.Value) for cell in cells] == ["3", "5", "0", "4"]
    assert {cell.role() for cell in cells} == {QAccessible.Role.Cell}
    matrix.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert [bool(cell.state().focused) for cell in cells] == [False, True, False, False]
    place = cells[2].rect().center()
    assert told_of(matrix).childAt(place.x(), place.y()) is cells[2]
    assert told_of(matrix).focusChild() is cells[1]
    assert told_of(matrix).indexOfChild(cells[3]) == 3


def test_the_labels_of_a_clip_can_be_walked(open_window, qtbot, press):
    editor = open_window.page.desk.workspace("label").editor
    qtbot.waitUntil(lambda: editor.view.duration_s > 0)
    dog, rain = (one.id for one in open_window.page.context.document.view.classes[:2])
    mine = [Label(dog, 0.1, 0.2), Label(None, 0.3, 0.4)]
    editor.layer.set_labels(Tier.LABELS, mine)
    editor.layer.set_labels(Tier.MODEL, [Label(rain, 0.2, 0.3, source=Source.MODEL, score=0.75)])
    labels = told_parts(editor.tiers)
    assert told_of(editor.tiers).role() == QAccessible.Role.List
    assert [label.text(QAccessible.Text.Name) for label in labels] == ["dog", "no class yet", "rain 0.75"]
    assert labels[0].text(QAccessible.Text.Value) == "0.100 – 0.200 s"
    assert {label.role() for label in labels} == {QAccessible.Role.ListItem}
    editor.setFocus()
    press(open_window, Qt.Key.Key_Tab)
    assert [bool(label.state().focused) for label in labels].count(True) == 1
    editor.layer.select(mine[1])
    assert [bool(label.state().selected) for label in labels] == [False, True, False]
    assert labels[0].rect().right() < labels[1].rect().left()


def test_the_clips_to_judge_can_be_walked(open_window, qtbot):
    open_window.page.show_workspace("review")
    grid = open_window.page.desk.workspace("review").grid
    grid.show_entries([Entry(clip.id, (), None, ()) for clip in open_window.page.context.document.view.clips])
    tiles = told_parts(grid)
    assert len(tiles) == 6
    assert all(tile.text(QAccessible.Text.Name) for tile in tiles)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert [bool(tile.state().focused) for tile in tiles] == [False, True, False, False, False, False]


def test_what_is_gone_is_told_to_nobody(qtbot):
    matrix = ConfusionMatrix()
    matrix.show_matrix(("dog", "rain"), ((3, 5), (0, 4)))
    cells = told_parts(matrix)
    matrix.show_matrix((), ())
    assert [cell.isValid() for cell in cells] == [False] * 4
    assert cells[3].text(QAccessible.Text.Name) == ""
    assert cells[3].state().invalid
    numbers = [QAccessible.uniqueId(cell) for cell in cells]
    del cells
    with qtbot.waitSignal(matrix.destroyed):
        matrix.deleteLater()
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 4


def test_screen_readers_are_told_which_cell_has_the_keyboard(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_matrix(("dog", "rain"), ((3, 5), (0, 4)))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    assert told == [(QAccessible.Event.Focus, place) for place in (0, 1, 3)]
