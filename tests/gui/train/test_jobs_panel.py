"""The jobs in Azure in the window: seen, followed, stopped, fetched; the service is one on this computer."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import Epoch, RunStatus
from audioclf_gui.ml.events import EpochDone
from audioclf_gui.ml.settings import settings_for
from tests.azure_fixtures import talking
from tests.azure_service import Refusal
from tests.cli.test_azure import COMMAND_JOB, keep_outputs
from tests.gui.train.test_where import choose

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 60_000
EPOCHS = tuple(Epoch(number, 0.5, 0.6, 0.7, 0.8, 0.001, 2.0, 1) for number in range(1, 4))


def send(service, folder, job, title, status):
    """A job of the project in `folder`, as `azure submit` leaves it here and there."""
    from audioclf_gui.remote.azure.job_file import JobWanted, described, job_file, write_job
    from audioclf_gui.remote.azure.place import Place

    wanted = JobWanted({}, title or "fast", "data:1", folder, "birds", title)
    write_job(job_file(folder, job), described(Place.named(None), wanted, job))
    service.things[f"/jobs/{job}"] = {"name": job, "id": "x", "properties": COMMAND_JOB}
    service.status[job] = status


@pytest.fixture
def opened(workspace, service, qtbot):
    """What opens the jobs as a user does, and waits for what Azure says of them."""

    def open_jobs():
        choose(workspace.settings.where, qtbot, "Azure")
        qtbot.mouseClick(workspace.settings.where.jobs, LEFT)
        panel = workspace.jobs
        qtbot.waitUntil(panel.refresh_button.isEnabled, timeout=ENOUGH_MS)
        assert panel.isVisible()
        return panel

    return open_jobs


def rows(panel):
    """What, State and Run of each job, as they are read."""
    model = panel.model
    return [tuple(model.index(row, column).data() for column in (1, 2, 3)) for row in range(model.rowCount())]


def pick(panel, row, qtbot):
    place = panel.table.visualRect(panel.model.index(row, 1)).center()
    qtbot.mouseClick(panel.table.viewport(), LEFT, pos=place)


def test_jobs_are_told_only_where_they_outlive_the_program(workspace, service, qtbot):
    where = workspace.settings.where
    assert not where.jobs.isVisible()
    choose(where, qtbot, "Azure")
    assert where.jobs.isVisible()
    qtbot.mouseClick(where.jobs, LEFT)
    assert workspace.jobs.isVisible()
    where.place.setCurrentIndex(0)
    assert not where.jobs.isVisible()
    assert not workspace.jobs.isVisible()
    assert workspace.header.isVisible()


def test_each_job_is_seen_with_its_state_the_newest_first(service, project_folder, opened, qtbot):
    send(service, project_folder, "audioclf-1", "", "Failed")
    send(service, project_folder, "audioclf-2", "owls", "Running")
    send(service, project_folder, "audioclf-3", "", "Queued")
    del service.things["/jobs/audioclf-1"]
    panel = opened()
    assert rows(panel) == [
        ("Quick look", "waiting for a computer", ""),
        ("owls", "running", ""),
        ("Quick look", "gone from the workspace", ""),
    ]
    assert panel.chosen.name == "audioclf-3"
    pick(panel, 2, qtbot)
    assert not panel.follow_button.isEnabled()
    assert not panel.fetch_button.isEnabled()
    service.status["audioclf-3"] = "Running"
    qtbot.mouseClick(panel.refresh_button, LEFT)
    qtbot.waitUntil(lambda: rows(panel)[0][1] == "running", timeout=ENOUGH_MS)
    assert panel.chosen.name == "audioclf-1"


def test_without_jobs_it_says_where_they_come_from(opened):
    panel = opened()
    assert rows(panel) == []
    assert "Nothing was sent to Azure" in panel.note.text()
    assert not panel.stop_button.isEnabled()


def test_the_log_of_a_job_is_followed_to_its_end(service, project_folder, opened, qtbot):
    from audioclf_gui.remote.azure.event_lines import line_of

    send(service, project_folder, "audioclf-1", "", "Running")
    lines = [f"{line_of(EpochDone(one, 3, 1, 90.0, 4.5, {}))}\n".encode() for one in EPOCHS]
    talking(service, [b"Installing numpy\n", b"".join(lines)], "audioclf-1")
    panel = opened()
    qtbot.mouseClick(panel.follow_button, LEFT)
    assert panel.follow_button.text() == "Stop following"
    qtbot.waitUntil(lambda: panel.follow_button.text() == "Follow", timeout=ENOUGH_MS)
    assert rows(panel) == [("Quick look", "done", "")]
    said = panel.log.toPlainText().splitlines()
    assert said[0] == "Installing numpy"
    assert [one[:13] for one in said[1:]] == [f"epoch {number} of 3:" for number in (1, 2, 3)]
    assert panel.fetch_button.isEnabled()


def test_a_job_that_is_left_is_listened_to_no_longer(service, project_folder, opened, context, qtbot):
    send(service, project_folder, "audioclf-1", "", "Running")
    talking(service, [b"one more\n"] * 10_000, "audioclf-1")
    panel = opened()
    qtbot.mouseClick(panel.follow_button, LEFT)
    qtbot.waitUntil(lambda: "one more" in panel.log.toPlainText(), timeout=ENOUGH_MS)
    qtbot.mouseClick(panel.close_button, LEFT)
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: context.tasks.running == (), timeout=ENOUGH_MS)
    assert service.status["audioclf-1"] == "Running"


def test_a_job_is_stopped(service, project_folder, opened, qtbot):
    send(service, project_folder, "audioclf-1", "", "Running")
    send(service, project_folder, "audioclf-2", "", "Running")
    panel = opened()
    pick(panel, 1, qtbot)
    qtbot.mouseClick(panel.stop_button, LEFT)
    qtbot.waitUntil(lambda: rows(panel)[1][1] == "stopped", timeout=ENOUGH_MS)
    assert service.status == {"audioclf-1": "Canceled", "audioclf-2": "Running"}
    assert not panel.stop_button.isEnabled()


def test_what_a_job_left_becomes_a_run_that_is_shown(
    workspace, context, service, project_folder, opened, says, tmp_path, qtbot
):
    from audioclf_gui.remote.azure.record import RECORD, RunRecord

    send(service, project_folder, "audioclf-1", "owls", "Canceled")
    outputs = tmp_path / "there" / "outputs" / "run"
    says(outputs / "run-0001", (0.0, 3.0, 0.0))
    runs = context.document.project.runs
    settings = settings_for("fast")
    (outputs / RECORD).write_bytes(RunRecord(runs.next("fast", settings.to_dict()), EPOCHS, "owls").to_json())
    keep_outputs(service, "audioclf-1", tmp_path / "there")
    workspace.settings.suggest.setChecked(False)
    panel = opened()
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(panel.fetch_button, LEFT)
        assert not workspace.settings.train_button.isEnabled()
    assert ended.args[0].status is RunStatus.STOPPED
    assert workspace.settings.train_button.isEnabled()
    assert (runs.all[0].id, runs.notes[runs.all[0].id].name) == (1, "owls")
    assert runs.keeps_model(runs.all[0])
    assert runs.epochs(runs.all[0].id) == EPOCHS
    assert not panel.isVisible()
    assert workspace.runs.selected == (1,)
    assert rows(opened()) == [("owls", "stopped", "1")]


@pytest.mark.parametrize(
    ("refusal", "remedy"),
    [
        (Refusal(401, "ExpiredAuthenticationToken", "The access token has expired.", times=9), "az login"),
        (Refusal(403, "AuthorizationFailed", "no authorization", times=9), "role"),
    ],
    ids=["expired", "not allowed"],
)
def test_what_azure_refuses_is_said_with_its_remedy(service, project_folder, opened, refusal, remedy, qtbot):
    send(service, project_folder, "audioclf-1", "", "Running")
    panel = opened()
    service.refusals = [("/jobs/audioclf-1", refusal)]
    for pressed in (panel.refresh_button, panel.stop_button):
        panel.note.clear()
        qtbot.mouseClick(pressed, LEFT)
        qtbot.waitUntil(lambda: remedy in panel.note.text(), timeout=ENOUGH_MS)
    assert rows(panel)[0][1] == "running"


def test_where_nobody_says_which_workspace_it_says_how(opened, service, monkeypatch):
    monkeypatch.delenv("AZUREML_WORKSPACE_NAME")
    panel = opened()
    assert "AZUREML_WORKSPACE_NAME" in panel.note.text()


def test_advanced_settings_and_jobs_take_turns(workspace, opened, qtbot):
    panel = opened()
    qtbot.mouseClick(workspace.settings.advanced, LEFT)
    assert workspace.advanced.isVisible()
    assert not workspace.settings.where.jobs.isChecked()
    qtbot.mouseClick(workspace.settings.where.jobs, LEFT)
    assert panel.isVisible()
    assert not workspace.settings.advanced.isChecked()
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert workspace.header.isVisible()
