import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.widgets import action_button, button, icon_button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda _: button("Go", "Go on"), id="text"),
        pytest.param(lambda _: icon_button("close", "Close"), id="icon"),
        pytest.param(lambda window: action_button(build_actions(window, {"loop": int})["loop"]), id="action"),
    ],
)
def test_every_button_is_pressed_by_the_space_bar_and_by_enter(qtbot, open_window, make, key):
    pressed = make(open_window)
    qtbot.addWidget(pressed)
    with qtbot.waitActive(pressed):  # else the keys are those of the main window
        pressed.show()
        pressed.activateWindow()
    pressed.setFocus()
    with qtbot.waitSignal(pressed.clicked):
        qtbot.keyClick(pressed, key)
