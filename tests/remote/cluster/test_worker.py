"""What a worker does by itself, wherever it runs."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.cli.main import main
from audioclf_gui.ml.bundle import read_bundle_files
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.remote.cluster.archive import list_archive
from audioclf_gui.remote.cluster.batches import Batch, Unfit
from audioclf_gui.remote.cluster.parts import FileRefused, FileRows, read_done, write_part
from audioclf_gui.remote.cluster.worker import PredictWork, PredictWorker

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("pyarrow")


@pytest.fixture
def work(bundle):
    return PredictWork(read_bundle_files(bundle), 0.25, DecisionSettings())


def test_what_can_never_be_heard_is_done_and_what_is_away_is_not(work, archive, tmp_path):
    files = list_archive((str(archive / "site-0"),))
    Path(files[1].source).unlink()
    worker = PredictWorker(work)
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
        worker = PredictWorker(work)
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
    found = PredictWorker(replace(work, **change)).prepare()
    assert isinstance(found, Unfit)
    assert told in str(found.message)
    assert remedy in str(found.remedy)


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
