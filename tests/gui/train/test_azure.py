"""A run in Azure, chosen, followed and stopped in the window; the service is one on this computer."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import Epoch, RunStatus
from audioclf_gui.ml.events import EpochDone
from tests.azure_fixtures import talking
from tests.gui.train.test_where import choose, drawn_epochs

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 180_000


@pytest.fixture
def computers(service):
    """Those of the workspace."""
    from audioclf_gui.remote.azure.making import Computers, make_compute
    from audioclf_gui.remote.azure.place import Place

    make_compute(Place.named(None), Computers("Standard_DS3_v2", 1, 300))


def test_a_run_in_azure_is_followed_and_cancelled_in_the_window(
    workspace, context, service, computers, qtbot
):
    from audioclf_gui.remote.azure.event_lines import line_of

    said = []
    context.status_changed.connect(said.append)
    epochs = [Epoch(number, 0.5, 0.6, 0.7, 0.8, 0.001, 2.0, 1) for number in range(1, 400)]
    lines = [f"{line_of(EpochDone(one, 400, 1, 90.0, 4.5, {}))}\n".encode() for one in epochs]
    service.on_submit = lambda job: talking(service, [b"Installing numpy\n", *lines], job)
    choose(workspace.settings.where, qtbot, "Azure")
    assert workspace.settings.where.address.isVisible()
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    told_beside_the_bar = []
    workspace.trainer.reported.connect(
        lambda _news: told_beside_the_bar.append(workspace.header.state.whole_text())
    )
    qtbot.waitUntil(lambda: drawn_epochs(workspace.loss) >= 1, timeout=ENOUGH_MS)
    assert "The job in Azure is Running." in said
    assert "The job in Azure is Running." in told_beside_the_bar
    assert "Installing numpy" in said
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.header.stop_button, LEFT)
    assert ended.args[0].status is RunStatus.STOPPED
    assert list(service.status.values()) == ["Canceled"]


def test_where_nobody_says_which_workspace_the_remedy_is_told(
    workspace, context, service, qtbot, monkeypatch
):
    monkeypatch.delenv("AZUREML_WORKSPACE_NAME")
    choose(workspace.settings.where, qtbot, "Azure")
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    assert ended.args == [None]
    assert "obody says which workspace" in context.message_bar.text.text()
    assert context.document.project.runs.all == ()
