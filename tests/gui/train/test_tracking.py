import socket
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import RunStatus

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 150_000


@pytest.fixture
def line(workspace, qtbot):
    """The field of the tools, in the advanced settings."""
    qtbot.mouseClick(workspace.settings.advanced, LEFT)
    line = workspace.advanced.tracking.line
    line.setFocus()
    return line


def typed(line, text, qtbot):
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def trained(workspace, qtbot):
    workspace.settings.suggest.setChecked(False)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    return ended.args[0]


def test_a_run_is_told_to_the_tool_that_is_named_in_the_advanced_settings(
    workspace, line, context, tmp_path, qtbot
):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    typed(line, f"tensorboard:{tmp_path / 'board'}", qtbot)
    run = trained(workspace, qtbot)
    assert run.status is RunStatus.DONE
    seen = EventAccumulator(str(tmp_path / "board" / "Whistles" / "run-0001")).Reload()
    kept = context.document.project.runs.epochs(run.id)
    assert [one.value for one in seen.Scalars("loss/train")] == pytest.approx(
        [epoch.train_loss for epoch in kept], rel=1e-5
    )
    assert context.session.text("train/track").startswith("tensorboard:")  # for the next start


def test_a_tool_that_is_not_there_is_said_and_the_run_ends_well(workspace, line, context, qtbot):
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    typed(line, f"mlflow:http://127.0.0.1:{port}", qtbot)
    run = trained(workspace, qtbot)
    assert run.status is RunStatus.DONE
    assert "not told of this run any more" in context.message_bar.text.text()


def test_what_names_no_place_is_said_at_once_and_begins_no_run(workspace, line, context, qtbot):
    typed(line, "somewhere", qtbot)
    assert "mlflow:ADDRESS" in workspace.advanced.tracking.problem.text()
    assert workspace.advanced.tracking.problem.isVisible()
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    assert not workspace.trainer.is_running
    assert "somewhere" in context.message_bar.text.text()
    typed(line, "", qtbot)
    assert not workspace.advanced.tracking.problem.isVisible()
