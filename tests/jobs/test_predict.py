"""A model classifies files, and the answers go where they are wanted."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.jobs import predict as predict_module
from audioclf_gui.jobs.predict import GivenAgain, Predict, named_files, predict
from audioclf_gui.jobs.results import Output, ResultWritten
from audioclf_gui.ml.inference import FilePrediction

from .conftest import collected


def test_results_are_written_as_they_come_and_bad_files_told_at_the_end(sounds, bundle, tmp_path):
    (sounds / "bad.wav").write_text("nothing to hear")
    outputs = (Output("json", tmp_path / "all.json"), Output("audacity", tmp_path / "labels"))
    told = collected(predict(Predict(bundle, (sounds,), outputs)))
    assert [one.path.name for one in told.result] == ["bad.wav"]
    assert len(told.of(FilePrediction)) == 6
    assert told.of(Progress)[-1] == Progress(7, 7)
    assert len(json.loads((tmp_path / "all.json").read_text("utf-8"))) == 6
    written = {event.path for event in told.of(ResultWritten)}
    assert written == {tmp_path / "all.json", *(tmp_path / "labels").iterdir()}
    assert len(written) == 7


def test_a_folder_without_sound_is_told_and_writes_nothing(bundle, tmp_path):
    (tmp_path / "empty").mkdir()
    request = Predict(bundle, (tmp_path / "empty",), (Output("csv", tmp_path / "all.csv"),))
    with pytest.raises(UserError, match="no sound file in"):
        collected(predict(request))
    assert not (tmp_path / "all.csv").exists()


def test_results_of_recordings_of_one_name_lie_in_folders_that_tell_them_apart(tmp_path, monkeypatch):
    (tmp_path / "a" / "deep").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    for name in ("a/r.wav", "a/deep/own.wav", "b/R.flac", "b/s.wav", "b/s.mp3"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    places = {
        file.as_posix(): place.as_posix() for file, place in named_files((Path("a"), Path("b"))).items()
    }
    assert places == {
        "a/r.wav": "a/r.wav",
        "b/R.flac": "b/R.flac",
        "a/deep/own.wav": "deep/own.wav",
        "b/s.mp3": "s.mp3",
        "b/s.wav": "s.wav",
    }
    files = named_files((Path("a/r.wav"), tmp_path / "b" / "R.flac", Path("b/s.wav")))
    assert list(map(Path.as_posix, files.values())) == ["a/r.wav", "b/R.flac", "s.wav"]


def test_a_file_that_is_named_twice_is_classified_once_and_that_is_told(
    sounds, bundle, tmp_path, monkeypatch
):
    one = tmp_path / "one.wav"
    one.write_bytes(next(sounds.rglob("*.wav")).read_bytes())
    (tmp_path / "link.wav").symlink_to(one)
    (tmp_path / "there").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    beside = Path("..", tmp_path.name, "one.wav")
    again = (Path("./one.wav"), one, Path("link.wav"), Path("there/one.wav"), beside)
    told = collected(predict(Predict(bundle, (Path("one.wav"), *again))))
    assert [prediction.path for prediction in told.of(FilePrediction)] == [Path("one.wav")]
    (event,) = told.of(GivenAgain)
    assert (event.paths, "5 paths lead to files" in str(event.text)) == (again, True)


def test_giving_up_keeps_the_results_that_are_there(sounds, bundle, tmp_path):
    request = Predict(bundle, (sounds,), (Output("csv", tmp_path / "all.csv"),))
    with closing(predict(request)) as events:
        next(event for event in events if isinstance(event, FilePrediction))
    assert len((tmp_path / "all.csv").read_text("utf-8").splitlines()) == 2
    assert not list(tmp_path.glob("*.part"))


def test_a_failure_leaves_what_was_there_before(sounds, bundle, tmp_path):
    (tmp_path / "all.csv").write_text("the results of yesterday")
    request = Predict(bundle, (sounds, sounds / "none.wav"), (Output("csv", tmp_path / "all.csv"),))
    with pytest.raises(UserError, match="does not exist"):
        collected(predict(request))
    assert (tmp_path / "all.csv").read_text() == "the results of yesterday"


def test_progress_is_told_ten_times_a_second_at_most(sounds, bundle, monkeypatch):
    monkeypatch.setattr(predict_module, "_REPORT_EVERY_S", 1000.0)
    told = collected(predict(Predict(bundle, (sounds,))))
    assert told.of(Progress) == [Progress(0, 6), Progress(6, 6)]
    assert len(told.of(FilePrediction)) == 6
