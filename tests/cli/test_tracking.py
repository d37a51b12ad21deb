import os
import socket
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import PutRun, carry_out
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.remote.tracking.tools import track_to
from audioclf_gui.remote.tracking.tracked import tracked
from audioclf_gui.remote.tracking.values import TrackingEnded


@pytest.fixture
def epochs(project):
    """The epochs of the first run, as the project keeps them."""

    def kept():
        with Project.open(project) as opened:
            return opened.runs.epochs(1)

    return kept


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class MlflowServer:
    """A server on loopback that keeps runs in SQLite."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        options = {
            "--host": "127.0.0.1",
            "--port": str(port),
            "--backend-store-uri": f"sqlite:///{folder}/runs.db",
            "--artifacts-destination": str(folder / "artefacts"),
            "--workers": "1",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mlflow", "server", *(word for one in options.items() for word in one)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env={**os.environ, "MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"},
        )
        said = []
        for line in self._process.stdout:
            said.append(line)
            if "startup complete" in line:
                break
        else:
            raise AssertionError("".join(said))
        threading.Thread(target=self._process.stdout.read, daemon=True).start()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


@pytest.fixture(scope="module")
def mlflow_server(tmp_path_factory):
    pytest.importorskip("flask", reason="the MLflow server is not installed")
    server = MlflowServer(tmp_path_factory.mktemp("mlflow"))
    yield server
    server.stop()


def figures(client, run, name):
    """The values of a measure by their steps."""
    return {one.step: one.value for one in client.get_metric_history(run.info.run_id, name)}


@pytest.mark.slow
def test_a_server_of_mlflow_holds_the_run_as_the_project_does(
    audioclf, project, quick, epochs, mlflow_server
):
    from mlflow.tracking import MlflowClient

    status, _out, err = audioclf("train", project, *quick, "--track", f"mlflow:{mlflow_server.address}")
    assert status == 0, err
    assert "not told" not in err
    client = MlflowClient(mlflow_server.address)
    (run,) = client.search_runs([client.get_experiment_by_name("project").experiment_id])
    kept = {epoch.number: epoch for epoch in epochs()}
    assert len(kept) == 6
    assert run.info.status == "FINISHED"
    assert run.info.run_name.startswith("run-0001")
    assert run.data.params["epochs"] == "6"
    assert run.data.params["seed"] == "3"
    assert figures(client, run, "train_loss") == pytest.approx({n: e.train_loss for n, e in kept.items()})
    assert figures(client, run, "valid_accuracy") == pytest.approx(
        {n: e.valid_figure for n, e in kept.items()}
    )
    assert 0.0 <= run.data.metrics["balanced_accuracy"] <= 1.0
    for file in ("model/model.safetensors", "run/confusion.svg", "run/run-0001.log.jsonl"):
        there = Path(client.download_artifacts(run.info.run_id, file))
        kind, name = file.split("/")
        own = project / "models" / {"model": "run-0001", "run": "run-0001.figures"}[kind] / name
        own = own if own.exists() else project / "models" / name
        assert there.read_bytes() == own.read_bytes()


def test_a_server_that_is_away_is_named_once_and_the_run_goes_on(audioclf, project, quick, epochs):
    place = f"mlflow:http://127.0.0.1:{free_port()}"
    status, out, err = audioclf("train", project, *quick, "--track", place)
    assert status == 0
    assert err.count("is not told of this run any more") == 1
    assert "MLflow at http://127.0.0.1" in err
    assert "accuracy" in out
    assert len(epochs()) == 6


def test_a_folder_of_mlflow_is_written_without_a_server(audioclf, project, quick, tmp_path, epochs):
    from mlflow.tracking import MlflowClient

    status, _out, err = audioclf("train", project, *quick, "--track", f"mlflow:{tmp_path / 'runs'}")
    assert status == 0, err
    client = MlflowClient(str(tmp_path / "runs"))
    (run,) = client.search_runs([client.get_experiment_by_name("project").experiment_id])
    assert len(figures(client, run, "valid_loss")) == len(epochs())


def test_a_run_whose_files_cannot_be_read_again_ends_as_it_has(project, tmp_path):
    from mlflow.tracking import MlflowClient

    settings = settings_for("fast", epochs=3, mels=16, batch_size=4, refit=False, seed=3, device="cpu")
    events = []

    def damage(event):
        events.append(event)
        if isinstance(event, PutRun) and event.run.has_model:
            (project / event.run.bundle / "predictions.json").write_bytes(b"[]")

    with Project.open(project) as opened:
        request, view = Train(opened.runs.next(settings.preset, settings.to_dict()), settings), opened.view()
        training = train(request, view, tmp_path / "cache", threading.Event())
        told = tracked(training, request, view, [track_to(f"mlflow:{tmp_path / 'runs'}")])
        run = carry_out(told, opened, damage)
    assert run.status is RunStatus.DONE
    (note,) = [event for event in events if isinstance(event, TrackingEnded)]
    assert "predictions.json" in str(note.text)
    client = MlflowClient(str(tmp_path / "runs"))
    (kept,) = client.search_runs([client.get_experiment_by_name("project").experiment_id])
    assert kept.info.status == "FINISHED"
    assert len(figures(client, kept, "valid_loss")) == 3
    assert "balanced_accuracy" not in kept.data.metrics


def test_each_fold_has_curves_of_its_own(audioclf, project, quick, tmp_path):
    from mlflow.tracking import MlflowClient

    places = f"mlflow:{tmp_path / 'runs'}"
    assert audioclf("train", project, *quick, "--folds", "2", "--track", places)[0] == 0
    client = MlflowClient(str(tmp_path / "runs"))
    (run,) = client.search_runs([client.get_experiment_by_name("project").experiment_id])
    losses = [name for name in run.data.metrics if name.endswith("/valid_loss")]
    assert len(losses) == 2
    assert all(len(figures(client, run, name)) == 6 for name in losses)


def test_tensorboard_reads_curves_confusions_sounds_and_where_they_lie(
    audioclf, project, quick, tmp_path, epochs
):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    status, _out, err = audioclf("train", project, *quick, "--track", f"tensorboard:{tmp_path / 'board'}")
    assert status == 0, err
    folder = tmp_path / "board" / "project" / "run-0001"
    seen = EventAccumulator(str(folder)).Reload()
    kept = epochs()
    for tag, values in (
        ("loss/train", [epoch.train_loss for epoch in kept]),
        ("accuracy/valid", [epoch.valid_figure for epoch in kept]),
    ):
        told = seen.Scalars(tag)
        assert [one.step for one in told] == [1, 2, 3, 4, 5, 6]
        assert [one.value for one in told] == pytest.approx(values, rel=1e-5)
    (picture,) = seen.Images("confusion: a row for each true class, a column for each answer")
    assert min(picture.width, picture.height) > 50
    sounds = seen.Tags()["audio"]
    assert sounds
    assert all(" taken for " in tag for tag in sounds)
    assert all(seen.Audio(tag)[0].length_frames > 0 for tag in sounds)
    rows = (folder / "00000" / "sounds" / "metadata.tsv").read_text().splitlines()
    vectors = (folder / "00000" / "sounds" / "tensors.tsv").read_text().splitlines()
    assert rows[0].split("\t") == ["class", "answer", "file"]
    assert len(vectors) == len(rows) - 1 > 0


def test_a_run_of_weights_and_biases_stays_on_this_computer(audioclf, project, quick, tmp_path, epochs):
    from wandb.proto.wandb_internal_pb2 import Record

    status, _out, err = audioclf("train", project, *quick, "--track", f"wandb:{tmp_path / 'wb'}")
    assert status == 0, err
    assert "not told" not in err
    (file,) = (tmp_path / "wb" / "wandb").glob("offline-run-*/run-*.wandb")
    losses = []
    for data in log_records(file.read_bytes()):
        record = Record()
        record.ParseFromString(data)
        items = {"".join(item.nested_key) or item.key: item.value_json for item in record.history.item}
        if "train_loss" in items:
            losses.append(float(items["train_loss"]))
    assert losses == pytest.approx([epoch.train_loss for epoch in epochs()])


def log_records(content):
    """The records of a LevelDB log after the seven bytes of its header; see LevelDB's log_format.md."""
    place, parts = 7, []
    while place + 7 <= len(content):
        left = 32768 - place % 32768
        if left < 7:  # of a block: padding
            place += left
            continue
        length, kind = int.from_bytes(content[place + 4 : place + 6], "little"), content[place + 6]
        parts.append(content[place + 7 : place + 7 + length])
        place += 7 + length
        if kind in (1, 4):  # whole, or the last part
            yield b"".join(parts)
            parts = []


@pytest.mark.parametrize("text", ["mlflow", "mlflow:", "comet:here", ":", ""])
def test_what_names_no_place_is_refused_before_anything_is_learnt(audioclf, project, quick, text):
    status, _out, err = audioclf("train", project, *quick, "--track", text)
    assert status != 0
    assert "mlflow:ADDRESS, tensorboard:FOLDER or wandb:FOLDER" in err
    with Project.open(project) as opened:
        assert not opened.runs.all


def test_a_package_that_is_absent_is_named_with_its_command(project, quick):
    hide = (
        "import sys, importlib.util; find = importlib.util.find_spec;"
        "importlib.util.find_spec = lambda name, *rest: None if name == 'mlflow' else find(name, *rest);"
        "from audioclf_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", hide, "train", str(project), *quick, "--track", "mlflow:here"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert 'pip install "audioclf-gui[mlflow]"' in ended.stderr


def test_nothing_of_the_tools_is_loaded_where_none_is_named(project, quick):
    look = (
        "import sys; from audioclf_gui.cli.main import main; main(sys.argv[1:]);"
        "print([name for name in ('mlflow', 'tensorboard', 'wandb') if name in sys.modules])"
    )
    command = [sys.executable, "-c", look, "train", str(project), *quick]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
