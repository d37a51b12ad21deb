"""Training on a real cluster of two computers, as far as Ray can tell, that see nothing of the project."""

import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.run_log import settings_file
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import BatchDone, EpochDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.remote.cluster.train import TrainOnCluster, train_on_cluster

ray = pytest.importorskip("ray")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Ray has one computer there"),
]

RATE_HZ = 8000
QUICK = {
    "epochs": 3,
    "patience": None,
    "rate_hz": RATE_HZ,
    "mels": 16,
    "window_s": 0.5,
    "dropout": 0.0,  # each process draws its own
    "batch_size": 12,
    "threads": 1,
    "refit": False,
    "precision": "float32",
}


@contextmanager
def two_computers():
    """A cluster of two computers with a core each."""
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_MODE", "disabled")
        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
        cluster.add_node(num_cpus=1)
        yield cluster
        cluster.shutdown()


@pytest.fixture(scope="module")
def computers():
    with two_computers() as cluster:
        yield cluster


@pytest.fixture
def losable_computers():
    """Two computers of one test, since a lost one is believed to be there for a while."""
    with two_computers() as cluster:
        yield cluster


@pytest.fixture
def project(tmp_path):
    """Two dozen tones and as many hisses, of a dozen sites."""
    rng = np.random.default_rng(0)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    with Project.create(tmp_path / "Tones") as project:
        wanted = []
        for number in range(48):
            name = ("tone", "hiss")[number % 2]
            sound = 0.1 * rng.standard_normal(len(time_s))
            sound += 0.3 * np.sin(2 * np.pi * (900.0 + number) * time_s) * (name == "tone")
            path = project.folder / "audio" / f"{name}-{number}.wav"
            path.parent.mkdir(exist_ok=True)
            write_wav(path, sound.astype(np.float32), RATE_HZ)
            wanted.append(Candidate(path, name, group=f"site {number // 4}"))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        yield project


@pytest.fixture
def begun(project, tmp_path):
    """What asks for the next run of the project, and what stops it."""

    def make(**changes):
        settings = settings_for("fast", **{**QUICK, **changes})
        run = project.runs.next(settings.preset, settings.to_dict())
        return Train(run, settings), project.view(), tmp_path / "cache", threading.Event()

    return make


def left_behind():
    return set(Path(tempfile.gettempdir()).glob("audioclf-cluster-*"))


def test_two_computers_come_to_the_run_of_one(computers, project, begun):
    before = left_behind()
    alone = carry_out(train(*begun(device="cpu")), project)
    run = carry_out(train_on_cluster(TrainOnCluster(*begun(), computers.address, 2)), project)
    assert run.status is RunStatus.DONE
    for one, other in zip(project.runs.epochs(alone.id), project.runs.epochs(run.id), strict=True):
        assert other.train_loss == pytest.approx(one.train_loss, rel=1e-3)
        assert other.valid_loss == pytest.approx(one.valid_loss, rel=1e-3)
    assert run.report["accuracy"] == alone.report["accuracy"]
    bundle = project.runs.bundle_path(run)
    assert (run.report["run"], run.report["bundle"]) == (run.id, str(bundle))
    assert f"2 workers of the cluster at {computers.address} learn." in run.report["notes"]
    assert computers.address in settings_file(bundle).read_text("utf-8")
    sound = next((project.folder / "audio").glob("tone-*.wav"))
    results = [predict_file(load_bundle(project.runs.bundle_path(one)), sound) for one in (alone, run)]
    assert np.asarray(results[1].scores) == pytest.approx(np.asarray(results[0].scores), abs=1e-3)
    assert left_behind() == before


def test_a_stop_keeps_the_best_epoch(computers, project, begun):
    request = TrainOnCluster(*begun(epochs=5000), computers.address)

    def stop(event):
        if isinstance(event, EpochDone) and event.epoch.number >= 3:
            request.stop.set()

    run = carry_out(train_on_cluster(request), project, stop)
    assert run.status is RunStatus.STOPPED
    assert 1 <= run.report["best_epoch"] < 5000
    assert load_bundle(project.runs.bundle_path(run)).card.classes == ("hiss", "tone")


def test_more_workers_than_cores_are_refused_before_a_run_is_begun(computers, project, begun):
    with pytest.raises(UserError, match="2 cores, and its workers take one each: 3") as told:
        carry_out(train_on_cluster(TrainOnCluster(*begun(), computers.address, 3)), project)
    assert "fewer workers" in str(told.value.remedy)
    assert not project.runs.all


def test_a_computer_that_is_lost_ends_the_run_with_what_helps(losable_computers, project, begun):
    request = TrainOnCluster(*begun(epochs=5000), losable_computers.address, 2)
    second = losable_computers.list_all_nodes()[1]

    def kill(event):
        if isinstance(event, BatchDone) and event.epoch == 3 and second in losable_computers.list_all_nodes():
            losable_computers.remove_node(second, allow_graceful=False)

    with pytest.raises(UserError, match=r"lost|has ended") as told:
        carry_out(train_on_cluster(request), project, kill)
    assert "train again" in str(told.value.remedy).lower()
    (run,) = project.runs.all
    assert run.status is RunStatus.FAILED


def test_a_computer_lost_before_there_was_room_is_not_waited_for(losable_computers, project, begun):
    request = TrainOnCluster(*begun(), losable_computers.address, 2)
    second = losable_computers.list_all_nodes()[1]

    def kill(event):
        if second in losable_computers.list_all_nodes():
            losable_computers.remove_node(second, allow_graceful=False)

    with pytest.raises(UserError, match=r"1 core, and its workers take one each: 2|lost") as told:
        carry_out(train_on_cluster(request), project, kill)
    assert "computer" in str(told.value.remedy)
