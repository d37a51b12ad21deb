"""What a worker does by itself, wherever it runs."""

import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.main import main
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import read_bundle_files, read_card
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.feature_cache import cache_features, is_cached
from audioclf_gui.ml.heard_through import heard_through_model
from audioclf_gui.remote.cluster.answers import PredictWork, columns_of
from audioclf_gui.remote.cluster.archive import list_archive
from audioclf_gui.remote.cluster.batches import Batch, Unfit
from audioclf_gui.remote.cluster.parts import FileRefused, FileRows, read_done, write_part
from audioclf_gui.remote.cluster.vectors import EmbedWork, identity_of, vector_columns
from audioclf_gui.remote.cluster.worker import ArchiveWorker
from tests.remote.cluster.conftest import RATE_HZ

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("pyarrow")


@pytest.fixture
def work(bundle):
    return PredictWork(
        read_bundle_files(bundle), columns_of(read_card(bundle).objective), 0.25, DecisionSettings()
    )


def test_what_can_never_be_heard_is_done_and_what_is_away_is_not(work, archive, tmp_path):
    files = list_archive((str(archive / "site-0"),))
    Path(files[1].source).unlink()
    worker = ArchiveWorker(work)
    assert isinstance(worker.prepare(), str)
    answer = worker.answer(Batch((files[:3], files[-1:])))
    done = read_done(write_part(tmp_path, "part", answer.part))
    assert [one.file for one in answer.unreached] == [files[1]]
    assert {source: type(one) for source, one in done.items()} == {
        files[0].source: FileRows,
        files[2].source: FileRows,
        files[-1].source: FileRefused,
    }
    assert (answer.heard_s, answer.done) == (2.0, 3)


def test_files_behind_addresses_get_the_answers_of_files_on_the_disk(work, archive, tmp_path):
    memory = fsspec.filesystem("memory")
    memory.put(str(archive / "site-1"), "/far", recursive=True)
    try:
        worker = ArchiveWorker(work)
        worker.prepare()
        near, far = (
            worker.answer(Batch((list_archive((source,))[:8],)))
            for source in (str(archive / "site-1"), "memory://far")
        )
    finally:
        memory.rm("/far", recursive=True)
    tables = []
    for name, answer in (("near", near), ("far", far)):
        from pyarrow import parquet

        tables.append(parquet.ParquetFile(write_part(tmp_path, name, answer.part)).read())
    assert tables[0].num_rows > 8
    assert tables[0].equals(tables[1])


@pytest.mark.parametrize(
    ("change", "told", "remedy"),
    [
        ({"version": "0.0.1"}, "is installed on", "the same version"),
        ({"seen": (Path("/nowhere/at all"),)}, "/nowhere/at all is not there", "sees by the same path"),
        ({"model": {"bundle.json": b"{}"}}, "cannot be used", "Choose the folder of a trained model"),
    ],
    ids=["version", "disk", "model"],
)
def test_a_worker_that_is_not_fit_says_why_and_what_to_do(work, change, told, remedy):
    found = ArchiveWorker(replace(work, **change)).prepare()
    assert isinstance(found, Unfit)
    assert told in str(found.message)
    assert remedy in str(found.remedy)


def test_vectors_are_kept_by_content_where_other_commands_find_them(bundle, archive, tmp_path):
    from pyarrow import parquet

    ear = heard_through_model(bundle, Text("a model"))
    work = EmbedWork(
        read_bundle_files(bundle), None, identity_of(ear.front_end), vector_columns(ear.front_end)
    )
    worker = ArchiveWorker(work)
    assert isinstance(worker.prepare(), str)
    files = list_archive((str(archive / "site-1"),))[:3]
    answer = worker.answer(Batch((files,)))
    table = parquet.ParquetFile(write_part(tmp_path, "part", answer.part)).read()
    assert table.column("start_s").to_pylist() == [0.0, 0.25, 0.5] * 3
    assert table.column("end_s").to_pylist() == [0.5, 0.75, 1.0] * 3
    moved = [Path(file.source).rename(tmp_path / f"{at}.wav") for at, file in enumerate(files)]
    examples = [Example(ClipId(0), path, content_hash(path), 0, "", "", 0.0, 1.0, RATE_HZ) for path in moved]
    assert all(is_cached(one, ear.front_end, cache_folder()) for one in examples)
    features = result_of(cache_features(examples, ear.front_end, cache_folder(), threading.Event()))
    kept = torch.cat([features.windows(at) for at in range(3)]).numpy()
    assert np.array_equal(np.stack(table.column("vector").to_pylist()).astype(np.float32), kept)


def test_a_cache_that_cannot_be_written_costs_no_file_for_good(bundle, archive, tmp_path):
    ear = heard_through_model(bundle, Text("a model"))
    work = EmbedWork(
        read_bundle_files(bundle), None, identity_of(ear.front_end), vector_columns(ear.front_end)
    )
    (cache_folder() / "features").write_text("in the way")
    worker = ArchiveWorker(work)
    worker.prepare()
    files = list_archive((str(archive / "site-0"),))[-2:]
    answer = worker.answer(Batch((files,)))
    assert [one.file for one in answer.unreached] == [files[0]]
    assert "cannot be written" in str(answer.unreached[0].reason)
    assert [type(one) for one in read_done(write_part(tmp_path, "part", answer.part)).values()] == [
        FileRefused
    ]


def test_what_hears_otherwise_on_another_computer_is_not_mixed_in(bundle):
    work = EmbedWork(read_bundle_files(bundle), None, "another")
    found = ArchiveWorker(work).prepare()
    assert isinstance(found, Unfit)
    assert "another one than where the work was asked for" in str(found.message)


def test_another_model_hop_or_setting_has_another_key(work, save_tiny, tmp_path):
    other = read_bundle_files(save_tiny(tmp_path / "other", seed=2))
    changes = ({}, {"model": other}, {"hop_s": 0.5}, {"settings": DecisionSettings(threshold=0.5)})
    assert len({replace(work, **change).key for change in changes}) == len(changes)
    assert replace(work).key == work.key


@pytest.mark.parametrize("absent", ["ray", "pyarrow"])
def test_without_the_extra_one_sentence_tells_the_command(
    bundle, archive, tmp_path, monkeypatch, capsys, absent
):
    for name in ("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "RAY_AUTH_MODE", "RAY_AUTH_TOKEN"):
        monkeypatch.setenv(name, "0")  # as they were afterwards
    monkeypatch.setitem(sys.modules, absent, None)
    status = main(["cluster", "predict", str(bundle), str(archive), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert status == 1
    assert f"a cluster needs the package {absent}, which is not installed" in said
    assert 'pip install "audioclf-gui[cluster]"' in said
