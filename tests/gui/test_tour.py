"""The guided tour, done in the real window as a newcomer does it."""

import shutil

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from audioclf_gui.gui.start_panel import demo_folder
from audioclf_gui.gui.tour.callout import place_in_window
from audioclf_gui.gui.tour.placing import beside
from audioclf_gui.gui.tour.steps import STEPS
from audioclf_gui.gui.translate import words

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
ROOM = QRect(0, 0, 1280, 800)


@pytest.fixture
def demo_window(window, project_folder, qtbot):
    """The window with a demo project, of other sounds than the real one's since those take long to make."""
    shutil.copytree(project_folder, demo_folder())
    window.commands["demo"].trigger()
    qtbot.waitUntil(lambda: window.page is not None, timeout=LONG_MS)
    qtbot.waitUntil(window.tour.callout.isVisible)
    return window


def shows(window, step):
    """Whether this step is shown, beside a control that it does not hide."""
    callout = window.tour.callout
    return (
        window.tour.step == step and callout.isVisible() and callout.title.text() == words(STEPS[step].title)
    )


def pointed_at(window):
    """The place that is pointed at now, which is not hidden."""
    tour = window.tour
    ring = tour.outline.geometry()
    assert tour.outline.isVisible()
    assert window.rect().contains(tour.callout.geometry())
    assert not tour.callout.geometry().intersects(ring)
    return ring.adjusted(4, 4, -4, -4)


def open_workspace(window, name, qtbot):
    """Go where the tour points: to the button of a workspace."""
    tab = window.top_bar.tabs[name]
    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(tab))
    qtbot.mouseClick(tab, LEFT)


def test_it_is_offered_once_without_taking_the_keyboard_and_taken_away_with_esc(demo_window, press, qtbot):
    callout = demo_window.tour.callout
    assert callout.start_button.isVisible()
    assert not callout.isAncestorOf(QApplication.focusWidget())
    press(demo_window, KEY.Key_Escape)
    qtbot.waitUntil(callout.isHidden)
    demo_window.close_project()
    qtbot.waitUntil(lambda: demo_window.page is None)
    demo_window.commands["demo"].trigger()
    qtbot.waitUntil(lambda: demo_window.page is not None)
    QApplication.processEvents()
    assert callout.isHidden()


def test_each_step_goes_on_when_it_was_done_and_points_at_what_is_to_be_used(demo_window, press, qtbot):
    window, callout = demo_window, demo_window.tour.callout
    desk, document = window.page.desk, window.page.context.document
    qtbot.mouseClick(callout.start_button, LEFT)
    qtbot.waitUntil(lambda: shows(window, 0))
    label = desk.workspace("label")
    play = label.transport.play_button
    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(play))
    qtbot.waitUntil(lambda: label.editor.view.duration_s > 0)
    qtbot.mouseClick(play, LEFT)
    qtbot.waitUntil(lambda: shows(window, 1) or window.message_bar.isVisible())
    if window.message_bar.isVisible():  # no loudspeaker here: the step can be skipped
        qtbot.mouseClick(callout.skip_button, LEFT)
        qtbot.waitUntil(lambda: shows(window, 1))

    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(label.classes.table))
    assert not document.view.labels(document.current.id)
    label.clips.table.setFocus()
    press(window, KEY.Key_1)
    qtbot.waitUntil(lambda: shows(window, 2))

    open_workspace(window, "train", qtbot)
    train = desk.workspace("train")
    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(train.settings.train_button))
    train.settings.suggest.setChecked(False)
    train.choice.set(epochs=2, mels=16)
    qtbot.mouseClick(train.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: shows(window, 3), timeout=LONG_MS)
    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(train.answers.left))

    size = range(len(train.matrix.classes))
    cell = next((true, said) for true in size for said in size if train.matrix.counts[true][said])
    qtbot.mouseClick(train.matrix, LEFT, pos=train.matrix.cell_rect(cell).center().toPoint())
    qtbot.waitUntil(lambda: shows(window, 4))
    assert desk.name == "review"

    open_workspace(window, "live", qtbot)
    live = desk.workspace("live")
    live.bar.input.add_file(document.view.audio_path(document.view.clips[0]), realtime=True)
    qtbot.waitUntil(lambda: pointed_at(window) == place_in_window(live.bar.listen_button))
    qtbot.mouseClick(live.bar.listen_button, LEFT)
    qtbot.waitUntil(callout.isHidden, timeout=LONG_MS)
    assert window.message_bar.text.text().startswith("That is all")
    assert window.tour.outline.isHidden()


def test_it_is_left_with_esc_and_goes_on_there_from_the_menu_and_in_the_next_window(
    demo_window, press, qtbot
):
    window, callout = demo_window, demo_window.tour.callout
    qtbot.mouseClick(callout.start_button, LEFT)
    for step in range(2):
        qtbot.waitUntil(lambda step=step: shows(window, step))
        qtbot.mouseClick(callout.skip_button, LEFT)
    qtbot.waitUntil(lambda: shows(window, 2))
    press(window, KEY.Key_Escape)
    qtbot.waitUntil(callout.isHidden)
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)
    window.commands["tour"].trigger()
    qtbot.waitUntil(lambda: window.page is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: shows(window, 2))
    window.commands["tour"].trigger()
    assert window.focusWidget() is callout.skip_button
    press(window, KEY.Key_Escape)
    qtbot.waitUntil(callout.isHidden)


def test_it_stands_aside_while_something_covers_the_project_and_in_other_projects(
    demo_window, project_folder, qtbot
):
    window, callout = demo_window, demo_window.tour.callout
    qtbot.mouseClick(callout.start_button, LEFT)
    qtbot.waitUntil(lambda: shows(window, 0))
    window.commands["keys"].trigger()
    qtbot.waitUntil(callout.isHidden)
    window.commands["keys"].trigger()
    qtbot.waitUntil(callout.isVisible)
    window.open_project(project_folder)
    qtbot.waitUntil(callout.isHidden)
    assert window.tour.outline.isHidden()


@pytest.mark.parametrize("room", [QSize(920, 560), QSize(1280, 800), QSize(1600, 1000)])
def test_a_callout_hides_nothing_of_what_it_points_at(room):
    window, size = QRect(QPoint(0, 0), room), QSize(350, 190)
    for left in range(0, room.width() - 40, 40):
        for top in range(0, room.height() - 30, 30):
            for target in (QRect(left, top, 40, 30), QRect(left, 60, 220, room.height() - 120)):
                corner, _side = beside(target, size, window)
                stands = QRect(corner, size)
                assert window.contains(stands)
                assert not stands.intersects(target & window)
