"""A row that goes on in a second line where the first is full."""

import pytest
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.scrolled import Scrolled


def box(width, *, grows=False):
    label = QLabel()
    label.setMinimumSize(width, 20)
    wide = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
    label.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
    return label


@pytest.fixture
def holder(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def placed(holder, flow, width):
    holder.setLayout(flow)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return [
        (one.geometry().left(), one.geometry().top(), one.width())
        for one in (flow.itemAt(at).widget() for at in range(flow.count()))
    ]


def test_what_has_no_room_goes_to_the_next_line(holder):
    flow = FlowLayout(box(100), box(100), box(100), spacing=10)
    assert placed(holder, flow, 215) == [(0, 0, 100), (110, 0, 100), (0, 30, 100)]
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 50
    assert flow.minimumSize().width() == 100


def test_what_expands_takes_the_room_that_is_left_in_its_line(holder):
    flow = FlowLayout(box(100, grows=True), box(50), spacing=10)
    assert placed(holder, flow, 300) == [(0, 0, 240), (250, 0, 50)]


def test_what_is_hidden_takes_no_room(holder):
    hidden = box(100)
    flow = FlowLayout(box(100), hidden, box(100), spacing=10)
    hidden.hide()
    assert placed(holder, flow, 210)[2] == (110, 0, 100)


def test_columns_are_as_wide_as_each_other(holder):
    flow = FlowLayout(
        box(60, grows=True), box(90, grows=True), box(30, grows=True), spacing=10, in_columns=True
    )
    assert placed(holder, flow, 210) == [(0, 0, 100), (110, 0, 100), (0, 30, 100)]


def test_lines_that_are_too_many_for_the_window_can_be_scrolled_to(holder, qtbot):
    content = QWidget()
    content.setLayout(FlowLayout(*(box(100) for _ in range(8)), spacing=10))
    area = Scrolled(content)
    column = QVBoxLayout(holder)
    column.addWidget(area)
    column.addStretch(1)
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    holder.resize(240, 400)
    holder.show()
    assert not area.verticalScrollBar().isVisible()
    assert area.height() == content.height()
    holder.resize(240, 80)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert content.height() > area.height()
