"""A real cluster of two computers, as far as Ray can tell, one of which is killed in the middle."""

import os
import sys
import threading
from contextlib import closing

import numpy as np
import pytest
import torch

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.predict import Predict, predict
from audioclf_gui.jobs.results import Output
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.heard_through import heard_through_model
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import BatchAnswer, NotHeard, Unfit, batches_of
from audioclf_gui.remote.cluster.carrying import carried
from audioclf_gui.remote.cluster.embed import EmbedArchive, embed_archive
from audioclf_gui.remote.cluster.events import ClusterNote, FilesDone, WorkerLost, WorkerReady
from audioclf_gui.remote.cluster.predict import PredictArchive, predict_archive
from audioclf_gui.remote.cluster.running import cluster_at
from audioclf_gui.remote.cluster.whole_archive import WholeArchive
from tests.remote.cluster.conftest import RATE_HZ

ray = pytest.importorskip("ray")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Ray has one computer there"),
]

HOP_S = 0.02  # many windows, so that the archive is not done before the second worker has begun


@pytest.fixture
def expected(archive, bundle, tmp_path):
    """What one computer says of the archive."""
    request = Predict(bundle, (archive,), (Output("csv", tmp_path / "one.csv"),), HOP_S)
    for _event in predict(request):
        pass
    return (tmp_path / "one.csv").read_text("utf-8")


def test_of_a_computer_that_is_killed_nothing_is_lost_and_nothing_doubled(
    computers, archive, bundle, expected, tmp_path
):
    second = computers.add_node(num_cpus=1)
    request = PredictArchive(
        bundle, WholeArchive((str(archive),), tmp_path / "out", computers.address, 2), "csv", HOP_S
    )
    events, ready, killed_at = [], 0, None
    with closing(predict_archive(request)) as job:
        for event in job:
            events.append(event)
            ready += isinstance(event, WorkerReady)
            if isinstance(event, FilesDone) and event.done and ready == 2 and killed_at is None:
                killed_at = event
                computers.remove_node(second, allow_graceful=False)
    assert killed_at.done < killed_at.total / 2
    assert sum(isinstance(event, WorkerLost) for event in events) == 1
    assert events[-3].done == events[-3].total == 97
    assert (tmp_path / "out" / "results.csv").read_text("utf-8") == expected
    assert [event.file.place for event in events if isinstance(event, NotHeard)] == [
        str(archive / "site-0" / "broken.wav")
    ]


def test_vectors_are_those_of_one_computer_although_another_is_killed(computers, archive, bundle, tmp_path):
    from pyarrow import parquet

    front_end = heard_through_model(bundle, Text("a model")).front_end
    paths = [path for path in audio_files(archive) if path.name != "broken.wav"]
    sounds = [Example(ClipId(0), path, content_hash(path), 0, "", "", 0.0, 1.0, RATE_HZ) for path in paths]
    features = result_of(cache_features(sounds, front_end, tmp_path / "cache", threading.Event()))
    second = computers.add_node(num_cpus=1)
    whole = WholeArchive((str(archive),), tmp_path / "out", computers.address, 2)
    lost = ready = 0
    with closing(embed_archive(EmbedArchive(str(bundle), whole))) as job:
        for event in job:
            ready += isinstance(event, WorkerReady)
            lost += isinstance(event, WorkerLost)
            if isinstance(event, WorkerReady) and ready == 2:
                computers.remove_node(second, allow_graceful=False)
    table = parquet.ParquetFile(tmp_path / "out" / "vectors.parquet").read()
    assert ready == 2
    assert lost <= 1  # none if the other one had all that was left under way by then
    assert table.column("path").to_pylist() == [str(path) for path in paths for _ in range(3)]
    expected = torch.cat([features.windows(at) for at in range(len(sounds))]).numpy()
    assert np.array_equal(np.stack(table.column("vector").to_pylist()).astype(np.float32), expected)
    again = result_of(embed_archive(EmbedArchive(str(bundle), whole)))
    assert (again.files, again.done_before, len(again.put_aside)) == (96, 97, 1)


def worker_that_dies_of(deadly):
    """A class of workers that hear nothing, and die of some files."""

    class Worker:
        def prepare(self):
            return "here"

        def answer(self, batch):
            if any(file.place in deadly for file in batch.files):
                os._exit(1)
            return BatchAnswer(b"", done=len(batch.files))

    return ray.remote(num_cpus=0)(Worker)


def test_a_file_of_which_workers_die_is_put_aside_and_the_others_are_done(computers):
    files = [ArchiveFile(str(number), str(number), 1, "") for number in range(40)]
    batches = batches_of([files[at : at + 8] for at in range(0, 40, 8)], 2)
    with cluster_at(computers.address, 1):
        events = list(carried(batches, worker_that_dies_of({"11"}).remote, 2))
    heard = [file for event in events if isinstance(event, tuple) for file in event[0].files]
    (aside,) = [event for event in events if isinstance(event, NotHeard)]
    assert aside.file == files[11]
    assert sorted([*heard, files[11]], key=files.index) == files, "each of them once"
    assert 3 <= sum(isinstance(event, WorkerLost) for event in events) <= 4 + 3


def test_workers_that_are_not_fit_or_do_not_start_end_it_with_the_remedy(computers):
    class Worker:
        def __init__(self, dies):
            if dies:
                raise ModuleNotFoundError("audioclf_gui")

        def prepare(self):
            return Unfit(Text("there is no disk"), Text("Put one in."))

    files = batches_of([[ArchiveFile("a", "a", 1, "")]], 1)
    with cluster_at(computers.address, 1):
        for dies, told, remedy in (
            (False, "no disk", "one in"),
            (True, "no worker can be started", "pip install"),
        ):
            actor = ray.remote(num_cpus=0)(Worker)
            with pytest.raises(UserError, match=told) as raised:
                list(carried(files, lambda actor=actor, dies=dies: actor.remote(dies), 1))
            assert remedy in str(raised.value.remedy)


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1", "somewhere"])
def test_where_no_cluster_answers_it_is_told_what_to_do(address):
    with (
        pytest.raises(UserError, match=f"no cluster answers at {address}: ") as raised,
        cluster_at(address, 1),
    ):
        pass
    assert "ray start --head" in str(raised.value.remedy)


def test_what_is_done_is_done_again_only_if_it_was_changed(computers, archive, bundle, save_tiny, tmp_path):
    def done(bundle=bundle, **more):
        whole = WholeArchive((str(archive),), tmp_path / "out", computers.address, 1)
        request = PredictArchive(bundle, whole, "csv", **more)
        events = []
        return events, result_of(predict_archive(request), events.append)

    def started(events):
        return sum(isinstance(event, WorkerReady) for event in events)

    def notes(events):
        return [str(event.text) for event in events if isinstance(event, ClusterNote)]

    _events, first = done()
    assert (first.files, first.done_before, len(first.put_aside)) == (96, 0, 1)
    assert first.heard_s == pytest.approx(96.0)
    events, second = done()
    assert (second.files, second.done_before, started(events)) == (96, 97, 0)
    assert second.put_aside == first.put_aside
    (archive / "site-0" / "000.wav").write_bytes((archive / "site-1" / "095.wav").read_bytes() + b"x")
    (archive / "site-0" / "002.wav").unlink()
    events, third = done()
    assert (third.files, third.done_before) == (95, 95)
    assert any("1 file has changed" in note for note in notes(events))
    for _event in predict(Predict(bundle, (archive,), (Output("csv", tmp_path / "one.csv"),))):
        pass
    assert (tmp_path / "out" / "results.csv").read_text("utf-8") == (tmp_path / "one.csv").read_text("utf-8")
    events, other = done(save_tiny(tmp_path / "other", seed=2))
    assert (other.files, other.done_before) == (95, 0)
    assert any("of another model" in note for note in notes(events))
    _events, again = done()
    assert (again.files, again.done_before) == (95, 96)
