"""`audioclf azure`: the real SDK asks a service on this computer, and a job runs here as it would there."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.train import Train
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.events import (
    BatchDone,
    ClipRefused,
    EpochDone,
    Measuring,
    Note,
    PartBegun,
    TrainingDone,
)
from audioclf_gui.ml.settings import settings_for
from tests.azure_fixtures import Login, talking
from tests.azure_service import WORKSPACE, Refusal, Service

COMMAND_JOB = {"jobType": "Command", "command": "true", "environmentId": "e", "experimentName": "x"}
QUICK = {"epochs": 3, "mels": 16, "batch_size": 4, "refit": False, "seed": 3, "device": "cpu"}


@pytest.fixture
def place(service):
    from audioclf_gui.remote.azure.place import Place

    return Place.named(None)


def train_request(project: Project) -> Train:
    settings = settings_for("default", **QUICK)
    return Train(project.runs.next(settings.preset, settings.to_dict()), settings)


def run_as_there(service: Service, job: str, folder: Path, **options) -> subprocess.Popen:
    """Start a job as its file says it, with what was uploaded for it."""
    sent = service.things[f"/jobs/{job}"]["properties"]
    code = next(content for name, content in service.blobs.items() if name.endswith("program.zip"))
    data = next(content for name, content in service.blobs.items() if name.endswith("project.zip"))
    folder.mkdir()
    (folder / "program.zip").write_bytes(code)
    (folder / "data.zip").write_bytes(data)
    command = sent["command"].replace("${{inputs.project}}", "data.zip").replace("python", sys.executable)
    there = {**os.environ, **sent["environmentVariables"], "PYTHONPATH": ""}
    return subprocess.Popen(
        ["bash", "-c", command.replace("&& ", "&& exec ")],
        cwd=folder,
        env=there,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def keep_outputs(service: Service, job: str, folder: Path) -> None:
    """What the service does with the folder of outputs."""
    for file in (folder / "outputs").rglob("*"):
        if file.is_file():
            place = f"/box/ExperimentRun/dcid.{job}/{file.relative_to(folder).as_posix()}"
            service.blobs[place] = file.read_bytes()


@pytest.fixture
def compute(service, audioclf):
    """The computers of the workspace."""
    status, _out, err = audioclf("azure", "compute", "--max-nodes", 2)
    assert status == 0, err
    service.asked.clear()


def test_check_says_who_is_logged_in_and_where(service, audioclf_json):
    status, facts = audioclf_json("azure", "check")
    assert status == 0
    assert (facts["who"], facts["workspace"], facts["region"]) == ("anna@lab.org", WORKSPACE, "westeurope")
    assert facts["compute is there"] is False
    assert service.changing == []


def test_a_file_says_which_workspace_and_nothing_secret(
    service, audioclf, audioclf_json, tmp_path, monkeypatch
):
    monkeypatch.delenv("AZUREML_WORKSPACE_NAME")
    status, _out, err = audioclf("azure", "check")
    assert status == 1
    assert "AZUREML_WORKSPACE_NAME" in err
    (tmp_path / "azure.toml").write_text(f'workspace = "{WORKSPACE}"\ncompute = "gpus"\n')
    assert audioclf_json("azure", "check")[1]["compute"] == "gpus"
    (tmp_path / "azure.toml").write_text('client_secret = "abc"\n')
    status, _out, err = audioclf("azure", "check")
    assert status == 1
    assert "az login" in err
    assert "abc" not in err


def test_computers_are_made_once_and_taken_as_they_are_then(service, audioclf_json, audioclf):
    status, _out, err = audioclf("azure", "compute", "--dry-run")
    assert status == 0, err
    assert "× hours" in err
    assert service.changing == []
    status, facts = audioclf_json("azure", "compute", "--max-nodes", 2, "--idle-s", 60)
    assert (status, facts["new"]) == (0, True)
    (made,) = (thing for path, thing in service.things.items() if path == "/computes/audioclf")
    scale = made["properties"]["properties"]["scaleSettings"]
    assert (scale["minNodeCount"], scale["maxNodeCount"]) == (0, 2)
    assert scale["nodeIdleTimeBeforeScaleDown"] == "PT1M"
    status, facts = audioclf_json("azure", "compute", "--max-nodes", 9)
    assert (status, facts["new"], facts["most nodes"]) == (0, False, 2)
    assert service.count("PUT", "/computes/") == 1


def test_the_environment_has_the_versions_of_here_and_is_made_once(service, audioclf_json):
    assert audioclf_json("azure", "environment", "--dry-run")[1]["new"] is True
    assert service.changing == []
    status, facts = audioclf_json("azure", "environment")
    assert (status, facts["new"]) == (0, True)
    import torch

    pins = facts["packages"][-1]["pip"]
    assert f"torch=={torch.__version__.partition('+')[0]}" in pins
    assert any(pin.startswith("azureml-mlflow") for pin in pins)
    assert audioclf_json("azure", "environment")[1]["new"] is False
    assert service.count("PUT", "/environments/") == 1


def test_only_what_has_changed_is_uploaded(project, service, audioclf_json, audioclf):
    assert audioclf_json("azure", "upload", project, "--dry-run")[1]["new"] is True
    assert service.changing == []
    status, first = audioclf_json("azure", "upload", project)
    assert (status, first["new"]) == (0, True)
    uploaded = [name for name in service.blobs if name.endswith(".zip")]
    assert len(uploaded) == 1
    service.asked.clear()
    again = audioclf_json("azure", "upload", project)[1]
    assert (again["new"], again["version"]) == (False, first["version"])
    assert service.changing == []
    assert audioclf("classes", "rename", project, "low", "deep")[0] == 0
    other = audioclf_json("azure", "upload", project)[1]
    assert other["new"] is True
    assert other["version"] != first["version"]


def test_the_same_training_is_sent_once_and_its_job_file_fits_the_schema(
    project, service, compute, audioclf_json, quick
):
    from azure.ai.ml import load_job

    asked = ("azure", "submit", project, "--set", "epochs=3")
    status, would = audioclf_json(*asked, "--dry-run")
    assert (status, would["new"]) == (0, True)
    assert service.changing == []
    status, sent = audioclf_json(*asked)
    assert (status, sent["new"]) == (0, True)
    again = audioclf_json(*asked)[1]
    assert (again["job"], again["new"]) == (sent["job"], False)
    assert service.count("PUT", "/jobs/") == 1
    assert would["job"] == sent["job"]
    job = load_job(sent["file"])
    assert job.name == sent["job"]
    assert job.inputs["project"].path.removeprefix("azureml:") == sent["data"]
    assert audioclf_json(*asked[:-1], "epochs=4")[1]["job"] != sent["job"]


def test_a_job_that_failed_is_sent_anew_under_the_next_name(project, service, compute, audioclf_json):
    first = audioclf_json("azure", "submit", project)[1]["job"]
    service.status[first] = "Failed"
    second = audioclf_json("azure", "submit", project)[1]
    assert (second["job"], second["new"]) == (f"{first}-2", True)
    assert audioclf_json("azure", "cancel", second["job"])[1]["status"] == "Canceled"
    found = audioclf_json("azure", "list", project)[1]
    assert [(one["name"], one["status"]) for one in found] == [(first, "Failed"), (second["job"], "Canceled")]


def test_nothing_is_said_but_what_a_person_asked_for(project, service, compute, audioclf):
    status, _out, err = audioclf("azure", "submit", project)
    assert status == 0
    assert "experimental" not in err
    assert "tenant" not in err


def test_recordings_that_were_missing_are_told_and_sent_when_they_are_back(
    project, service, compute, audioclf_json, audioclf, tones
):
    file, away = tones / "low" / "site0-00.wav", tones / "away"
    file.rename(away)
    try:
        status, _out, err = audioclf("azure", "submit", project)
    finally:
        away.rename(file)
    assert status == 0
    assert "1 recording is not where it was and is not learnt from: " in err
    assert "site0-00.wav" in err
    assert audioclf_json("azure", "upload", project)[1]["new"] is True


def sending(place, project, tmp_path, stop, **changes):
    """What is told of a training that is sent by itself."""
    from audioclf_gui.remote.azure.train import TrainOnAzure, train_on_azure

    told = []
    with Project.open(project) as opened:
        request = TrainOnAzure(place, replace(train_request(opened), **changes), every_s=0.0)
        with pytest.raises(UserError) as refused:
            carry_out(train_on_azure(request, opened.view(), tmp_path / "cache", stop), opened, told.append)
        assert opened.runs.all == ()
    return refused.value


def test_what_azure_could_only_begin_anew_or_cannot_hear_is_refused(
    project, service, compute, place, tmp_path
):
    error = sending(place, project, tmp_path, threading.Event(), goes_on=True)
    assert "on this computer" in str(error.remedy)
    heard = sending(place, project, tmp_path, threading.Event(), settings=settings_for("listener"))
    assert "without a listener" in str(heard.remedy)
    assert service.changing == []


def test_stopped_before_the_job_is_sent_nothing_is_sent(project, service, compute, place, tmp_path):
    stop = threading.Event()
    stop.set()
    assert "before the job was sent" in str(sending(place, project, tmp_path, stop))
    assert service.count("PUT", "/jobs/") == 0


def test_a_job_that_does_not_respond_for_a_while_is_waited_for(service, place):
    talking(service, [b"x\n"] * 3)
    service.status["job1"] = "NotResponding"
    asked = []

    def come_back(name):
        asked.append(name)
        if len(asked) == 3:
            service.status[name] = "Completed"

    service.on_details = come_back
    _told, ended = followed(place)
    assert (ended.status, len(asked)) == ("Completed", 3)


def test_without_computers_nothing_is_sent(project, service, audioclf):
    status, _out, err = audioclf("azure", "submit", project)
    assert status == 1
    assert "audioclf azure compute" in err
    assert service.changing == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"compute": ""}, "audioclf azure compute"),
        ({"command": "echo ${{inputs.nope}}"}, "nope"),
        ({"commando": "x"}, "commando"),
    ],
)
def test_a_job_file_that_is_wrong_is_refused_before_it_is_sent(change, told, service, tmp_path):
    from audioclf_gui.remote.azure.job_file import JobWanted, described, load_checked, write_job
    from audioclf_gui.remote.azure.place import Place

    wanted = JobWanted({}, "a job", "d:1", tmp_path, "e")
    file = tmp_path / "job.yml"
    write_job(file, {**described(Place("s", "g", "w"), wanted, "j"), **change})
    with pytest.raises(UserError) as refused:
        load_checked(file)
    assert told in f"{refused.value} {refused.value.remedy}"


ROWS = [
    Note(Text("{n} clip is short", "{n} clips are short", n=2)),
    ClipRefused(Path("/a/b.wav"), Text("it is empty")),
    BatchDone(1, 2, 3, 4, 0.5),
    Measuring(1, 2),
    PartBegun(Text("fold {name}", name="a"), 1, 2),
    EpochDone(Epoch(1, 0.5, 0.6, 0.7, 0.8, 0.001, 2.0, 1), 3, 1, 90.0, 4.5, {"accuracy": 0.8}),
    TrainingDone({"accuracy": 0.75}, Path("models/run-0001")),
]


@pytest.mark.parametrize("event", ROWS, ids=lambda event: type(event).__name__)
def test_an_event_comes_out_of_a_line_as_it_went_in(event):
    from audioclf_gui.remote.azure.event_lines import event_of, line_of

    line = line_of(event)
    assert "\n" not in line
    assert event_of(line) == event
    assert event_of(line[:-3]) is None
    assert event_of("Installing numpy") is None


def followed(place, job="job1", **options):
    """What is told of a job, without the states, and how it ended."""
    from audioclf_gui.remote.azure.events import JobState
    from audioclf_gui.remote.azure.following import Follow, follow_job

    told = []
    request = Follow(place, job, every_s=0.0, **options)
    ended = result_of(follow_job(request, threading.Event()), told.append)
    return [one for one in told if not isinstance(one, JobState)], ended


def test_a_stream_that_breaks_off_goes_on_without_a_line_lost_or_doubled(service, place):
    from audioclf_gui.remote.azure.event_lines import line_of
    from audioclf_gui.remote.azure.events import AzureNote, LogLine

    lines = [f"{line_of(one)}\n".encode() for one in ROWS]
    whole = b"getting ready\n" + b"".join(lines) + b"the end"
    cuts = range(0, len(whole), 97)
    talking(service, [whole[cut : cut + 97] for cut in cuts])
    service.cut = ["/details", "/log/job1", "/log/job1", "/details"]
    busy = Refusal(429, "TooManyRequests", "slow down", {"Retry-After": "0"}, times=2)
    service.refusals = [("/details", busy)]
    told, ended = followed(place)
    assert [one for one in told if one in ROWS] == ROWS
    others = [one for one in told if one not in ROWS]
    assert [one.line for one in others if isinstance(one, LogLine)] == ["getting ready", "the end"]
    assert any("tried again" in str(one.text) for one in others if isinstance(one, AzureNote))
    assert ended.status == "Completed"
    assert busy.times == 0


def test_a_network_that_stays_away_ends_the_listening(service, place):
    talking(service, [b""] * 100)
    service.refusals = [("/details", Refusal(503, "Busy", "no", {"Retry-After": "0"}, times=99))]
    with pytest.raises(UserError):
        followed(place, most_failures=3)


def test_a_job_that_is_not_there_and_one_that_failed(service, place, audioclf):
    with pytest.raises(UserError, match="there is no job"):
        followed(place, "nobody")
    service.status["job1"] = "Failed"
    _told, ended = followed(place)
    assert (ended.status, ended.problem) == ("Failed", "the command failed")
    status, out, _err = audioclf("azure", "stream", "job1")
    assert status == 0
    assert "the command failed" in out


NO_WORKSPACE = "The Resource 'Microsoft.MachineLearningServices/workspaces/birds'"
REFUSALS = [
    ("GET", 401, "ExpiredAuthenticationToken", "The access token has expired.", "az login"),
    ("GET", 403, "AuthorizationFailed", "The client does not have authorization", "role"),
    ("GET", 404, "SubscriptionNotFound", "The subscription could not be found.", "az account list"),
    ("GET", 404, "ResourceGroupNotFound", "Resource group 'lab' could not be found.", "az group list"),
    ("GET", 404, "ResourceNotFound", f"{NO_WORKSPACE} under resource group 'lab'", "az ml workspace list"),
    ("GET", 401, "InvalidAuthenticationTokenTenant", "from the wrong issuer", "az login"),
    ("PUT", 409, "QuotaExceeded", "The specified quota is exceeded", "quota"),
    ("PUT", 400, "BadRequest", "VM size is not available in location westeurope", "region"),
    ("PUT", 418, "Teapot", "no coffee", "no coffee"),
]


@pytest.mark.parametrize(
    ("method", "status", "code", "said", "remedy"), REFUSALS, ids=lambda one: str(one)[:20]
)
def test_what_azure_says_no_to_is_named_with_its_remedy(
    service, audioclf, method, status, code, said, remedy
):
    service.refusals = [(f"{method} ", Refusal(status, code, said, times=9))]
    exit_status, _out, err = audioclf("azure", "compute")
    assert exit_status == 1
    assert remedy in err
    assert "Traceback" not in err


def test_a_workspace_that_is_not_there_is_named(service, audioclf, monkeypatch):
    monkeypatch.setenv("AZUREML_WORKSPACE_NAME", "elsewhere")
    status, _out, err = audioclf("azure", "check")
    assert status == 1
    assert "no workspace elsewhere" in err


def test_throttled_it_waits_as_long_as_it_is_told_to_and_goes_on(service, audioclf_json):
    busy = Refusal(429, "TooManyRequests", "slow down", {"Retry-After": "0"}, times=2)
    service.refusals = [("/computes/", busy)]
    assert audioclf_json("azure", "compute")[0] == 0
    assert busy.times == 0


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("DefaultAzureCredential failed to retrieve a token", "nobody is logged in"),
        ("AADSTS700082: The refresh token has expired due to inactivity.", "has expired"),
    ],
)
def test_nobody_logged_in_and_a_login_that_expired(service, audioclf, monkeypatch, reason, told):
    import azure.identity
    from azure.core.exceptions import ClientAuthenticationError

    class Nobody(Login):
        def get_token(self, *_scopes, **_options):
            raise ClientAuthenticationError(reason)

    monkeypatch.setattr(azure.identity, "DefaultAzureCredential", Nobody)
    for command in (("check",), ("compute",), ("stream", "job1")):
        status, _out, err = audioclf("azure", *command)
        assert status == 1, command
        assert told in err
        assert "az login" in err


def test_without_the_extra_a_sentence_says_how_to_get_it(audioclf, monkeypatch):
    for name in ("SUBSCRIPTION_ID", "RESOURCE_GROUP"):
        monkeypatch.setenv(f"AZURE_{name}", "x")
    monkeypatch.setenv("AZUREML_WORKSPACE_NAME", "x")
    for name in [name for name in sys.modules if name.partition(".")[0] == "azure"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "azure", None)
    status, _out, err = audioclf("azure", "check")
    assert status == 1
    assert err.splitlines()[-1] == 'remedy: Run: pip install "audioclf-gui[azure]"'
    assert len(err.splitlines()) == 2


def test_the_command_line_loads_nothing_of_it_for_others():
    look = (
        "import sys; from audioclf_gui.cli.parser import make_parser; make_parser();"
        " print([m for m in sys.modules if m.split('.')[0] == 'azure' or '.remote.azure' in m])"
    )
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_training_there_is_a_run_here_that_predicts(
    project, service, compute, place, tones, audioclf, audioclf_json, tmp_path
):
    from audioclf_gui.remote.azure.train import TrainOnAzure, train_on_azure

    there = tmp_path / "there"

    def run(job):
        done = run_as_there(service, job, there)
        out, err = done.communicate()
        assert done.returncode == 0, err.decode()
        keep_outputs(service, job, there)
        lines = out.splitlines(keepends=True)
        talking(service, [b"".join(lines[first::1][:5]) for first in range(0, len(lines), 5)], job)

    service.on_submit = run
    told = []
    with Project.open(project) as opened:
        request = TrainOnAzure(place, train_request(opened), every_s=0.0)
        events = train_on_azure(request, opened.view(), tmp_path / "cache", threading.Event())
        run = carry_out(events, opened, told.append)
        assert run.status is RunStatus.DONE
        assert opened.runs.keeps_model(run)
        epochs = opened.runs.epochs(run.id)
    numbers = [one.epoch.number for one in told if isinstance(one, EpochDone)]
    assert numbers == [one.number for one in epochs] == [1, 2, 3]
    (done,) = (one for one in told if isinstance(one, TrainingDone))
    assert done.bundle == project / run.bundle
    status, rows = audioclf_json("predict", project / run.bundle, tones / "high" / "site1-01.wav")
    assert (status, rows[0]["class"]) == (0, "high")
    (job,) = (one["name"] for one in audioclf_json("azure", "list", project)[1])
    status, second = audioclf_json("azure", "download", project, job)
    assert (status, second["run"], second["status"]) == (0, run.id + 1, "done")
    assert audioclf_json("runs", project, "show", second["run"])[0] == 0


SEARCHED = ("--preset", "forest", "--trials", 3, "--space", "max_depth=2,4,8", "--set", "trees=10")


@pytest.mark.slow
def test_a_search_there_is_a_search_here_that_goes_on(
    project, service, compute, audioclf, audioclf_json, tmp_path
):
    from azure.ai.ml import load_job

    pytest.importorskip("optuna", reason="the extra search is not installed")
    asked = ("azure", "search", project, *SEARCHED, "--jobs", 1)
    assert audioclf_json(*asked, "--dry-run")[1]["new"] is True
    assert service.changing == []
    status, sent = audioclf_json(*asked)
    assert (status, sent["new"]) == (0, True)
    assert audioclf_json(*asked)[1]["new"] is False
    job = load_job(sent["file"])
    assert (job.name, job.display_name) == (sent["job"], "search: forest")
    done = run_as_there(service, sent["job"], tmp_path / "there")
    out, err = done.communicate()
    assert done.returncode == 0, err.decode()
    keep_outputs(service, sent["job"], tmp_path / "there")
    talking(service, [out], sent["job"])
    status, _out, said = audioclf("azure", "stream", sent["job"])
    assert status == 0
    assert "trial 3 (" in said
    status, found = audioclf_json("azure", "download", project, sent["job"])
    assert status == 0
    assert [one["state"] for one in found["trials"]] == ["done"] * 3
    (journal,) = (project / "searches").glob("*.log")
    assert found["journal"] == str(journal)
    status, here = audioclf_json("search", project, *SEARCHED, "--jobs", 1)
    assert (status, list((project / "searches").glob("*.log"))) == (0, [journal])
    assert here == found  # nothing was tried again: the seconds of the trials are those of there


def test_a_model_is_kept_in_the_workspace_and_comes_back(service, says, audioclf_json, audioclf, tmp_path):
    bundle = says(tmp_path / "model", (0.0, 3.0, 0.0))
    status, kept = audioclf_json("azure", "register", bundle, "birds")
    assert (status, kept["model"]) == (0, "birds")
    status, fetched = audioclf_json("azure", "fetch", "birds", kept["version"], tmp_path / "fetched")
    assert status == 0
    (found,) = fetched["bundles"]
    names = sorted(file.name for file in bundle.iterdir())
    assert sorted(file.name for file in Path(found).iterdir()) == names
    assert all((Path(found) / name).read_bytes() == (bundle / name).read_bytes() for name in names)
    status, _out, err = audioclf("azure", "fetch", "birds", "99", tmp_path / "other")
    assert status == 1
    assert "no model birds" in err
    assert audioclf("azure", "register", tmp_path, "birds")[0] == 1


def test_stopped_here_it_is_cancelled_there_and_what_was_not_learnt_is_no_run(
    project, service, compute, place, tmp_path
):
    from audioclf_gui.remote.azure.train import TrainOnAzure, train_on_azure

    service.on_submit = lambda job: talking(service, [b"x\n"] * 1000, job)
    stop = threading.Event()
    with Project.open(project) as opened:
        request = TrainOnAzure(place, train_request(opened), every_s=0.0)
        events = train_on_azure(request, opened.view(), tmp_path / "cache", stop)

        def show(event):
            if type(event).__name__ == "LogLine":
                stop.set()

        run = carry_out(events, opened, show)
        assert (run.status, run.bundle) == (RunStatus.STOPPED, "")
    assert set(service.status.values()) == {"Canceled"}


def test_what_a_job_kept_that_was_cut_off_is_a_run_that_was_stopped(
    project, service, says, audioclf_json, audioclf, tmp_path
):
    from audioclf_gui.remote.azure.record import RECORD, RunRecord

    outputs = tmp_path / "there" / "outputs" / "run"
    says(outputs / "run-0001", (0.0, 3.0, 0.0))
    (outputs / "run-0001.log.jsonl").write_text("")
    with Project.open(project) as opened:
        run = train_request(opened).run
    epoch = Epoch(1, 0.5, 0.6, 0.7, 0.8, 0.001, 2.0)
    (outputs / RECORD).write_bytes(RunRecord(run, (epoch,), "mine").to_json())
    service.status["job1"] = "Canceled"
    service.things["/jobs/job1"] = {"name": "job1", "id": "x", "properties": COMMAND_JOB}
    keep_outputs(service, "job1", tmp_path / "there")
    status, facts = audioclf_json("azure", "download", project, "job1")
    assert (status, facts["status"], facts["bundle"]) == (0, "stopped", "models/run-0001")
    assert (project / "models" / "run-0001.log.jsonl").exists()
    with Project.open(project) as opened:
        assert opened.runs.epochs(run.id) == (epoch,)
        assert opened.runs.notes[run.id].name == "mine"
    service.status["job1"] = "Running"
    status, _out, err = audioclf("azure", "download", project, "job1")
    assert status == 1
    assert "azure cancel" in err
