"""A hundred thousand labels: scrolling and dragging cost what is on the screen."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.core.label import OKABE_ITO, ClassId, Label, LabelClass
from audioclf_gui.gui.label.label_drag import Drag
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.label_tiers import LabelTiers
from audioclf_gui.gui.label.view_state import ViewState

LONGEST_FRAME_S = 0.05


@pytest.fixture(params=[10_000, 100_000])
def tiers(request, qtbot):
    view, layer = ViewState(), LabelLayer()
    layer.set_classes(
        [LabelClass(ClassId(place + 1), str(place), one) for place, one in enumerate(OKABE_ITO)]
    )
    widget = LabelTiers(view, layer)
    qtbot.addWidget(widget)
    widget.resize(1200, 60)
    widget.show()
    view.set_width(1142)
    view.show_clip(request.param * 0.5)
    layer.set_labels(
        Tier.LABELS,
        [Label(ClassId(place % 8 + 1), place * 0.5, place * 0.5 + 0.6) for place in range(request.param)],
    )
    QApplication.processEvents()
    return widget


def worst_frame_s(action, times=12):
    worst_s = 0.0
    for number in range(times):
        begun = time.thread_time()
        action(number)
        QApplication.processEvents()
        worst_s = max(worst_s, time.thread_time() - begun)
    return worst_s


@pytest.mark.parametrize("visible_s", [100.0, 5000.0])
def test_scrolling_stays_fluent(tiers, visible_s):
    tiers.view.show_span(10.0, 10.0 + visible_s)
    assert worst_frame_s(lambda number: tiers.view.scroll_px(30)) < LONGEST_FRAME_S


def test_dragging_stays_fluent(tiers):
    tiers.view.show_span(10.0, 110.0)
    label = tiers.layer.tiers[Tier.LABELS].labels[60]

    def drag(number):
        moved_s = 40.0 + number / 10
        tiers.layer.set_drag(Drag(label, Label(label.class_id, moved_s, moved_s + 0.6)))

    assert worst_frame_s(drag) < LONGEST_FRAME_S


def test_pointing_and_dragging_stay_fluent_while_all_labels_are_chosen(tiers):
    tiers.view.show_span(10.0, 110.0)
    layer = tiers.layer
    layer.choose(layer.tiers[Tier.LABELS].labels)
    QApplication.processEvents()
    y = tiers.height() / 4

    def point(number):
        tiers.show_pointer_shape(QPointF(200.0 + number, y))

    point(0)
    assert worst_frame_s(point) < LONGEST_FRAME_S
    QTest.mousePress(tiers, Qt.MouseButton.LeftButton, pos=QPoint(202, round(y)))

    def drag(number):
        at = QPointF(210.0 + number, y)
        buttons = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, tiers.mapToGlobal(at), *buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(tiers, move)

    drag(0)
    assert layer.drag is not None
    assert worst_frame_s(drag) < LONGEST_FRAME_S
    tiers.cancel_drag()
