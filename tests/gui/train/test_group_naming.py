"""What groups are is said in the window once, and the window says it from then on."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.project_settings import GROUPS_CALLED

ENOUGH_MS = 30_000


@pytest.fixture
def naming(workspace, qtbot):
    qtbot.waitUntil(lambda: "recording groups" in spoken(workspace), timeout=ENOUGH_MS)
    workspace.answers.right.choose(1)
    return workspace.answers.groups.naming


def spoken(workspace):
    return workspace.settings.contents.text().replace("\N{NO-BREAK SPACE}", " ")


def kept(context):
    return context.document.project.settings.get(GROUPS_CALLED)


def test_a_name_of_ones_own_and_a_usual_one_are_typed(naming, workspace, context, qtbot):
    assert naming.isVisible()
    assert naming.name.text() == ""
    qtbot.keyClicks(naming.name, "nest box")
    qtbot.keyClick(naming.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(context) == "nest box", timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: "6 nest boxes" in spoken(workspace), timeout=ENOUGH_MS)
    naming.name.clear()
    qtbot.keyClicks(naming.name, "site")
    qtbot.keyClick(naming.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "6 sites" in spoken(workspace), timeout=ENOUGH_MS)
    naming.name.clear()
    qtbot.keyClick(naming.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "recording groups" in spoken(workspace), timeout=ENOUGH_MS)
    assert kept(context) == ""
