"""What a project's model hears is recorded beside it, and a disk that refuses that stops nothing."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.heard import read_records
from audioclf_gui.jobs.listen import Listen, listen
from audioclf_gui.jobs.predict import Predict, predict
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.inference import FilePrediction
from audioclf_gui.ml.live import LiveScores

from .conftest import RATE_HZ, collected


@pytest.fixture
def own_model(project, save_tiny):
    """A model where a project's own are."""
    return save_tiny(project.folder / "models" / "run-0001", classes=("dog", "wren", "owl"))


@pytest.fixture
def long_file(tmp_path):
    """Two and a half minutes of noise, of which 20 s in the second minute are silent."""
    sound = (0.1 * np.random.default_rng(1).standard_normal(150 * RATE_HZ)).astype(np.float32)
    sound[60 * RATE_HZ : 80 * RATE_HZ] = 0.0
    write_wav(tmp_path / "long.wav", sound, RATE_HZ)
    return tmp_path / "long.wav"


def records_of(model):
    found = read_records(model.with_name("run-0001.heard"))
    assert found.unread == 0
    return found.windows


def test_a_prediction_records_one_window_of_each_file_and_minute(own_model, sounds, long_file):
    told = collected(predict(Predict(own_model, (sounds, long_file))))
    found = records_of(own_model)
    assert len({one.session for one in found}) == 1
    assert {one.kind for one in found} == {"predict"}
    short = [one for one in found if not one.source.endswith("long.wav")]
    assert [one.source for one in short] == [f"../sounds/{file.name}" for file in sorted(sounds.iterdir())]
    assert all(one.level_dbfs == pytest.approx(-13.5, abs=0.5) for one in short)
    prediction = told.of(FilePrediction)[0]
    mean = np.mean([window.scores for window in prediction.windows], axis=0)
    assert short[0].top_score == pytest.approx(mean.max(), abs=1e-3)
    assert 0.0 < short[0].entropy <= 1.0
    starts_s = [one.start_s for one in found if one.source.endswith("long.wav")]
    assert starts_s == pytest.approx([0.0, 79.75, 120.0], abs=0.5)  # the silence is passed over


def test_listening_records_a_window_a_minute_and_the_last_one_when_it_ends(own_model, long_file):
    request = Listen(own_model, FileInput(long_file, realtime=False), LiveSettings(hop_s=0.5))
    collected(listen(request))
    found = records_of(own_model)
    assert [one.kind for one in found] == ["live"] * 3
    assert [one.start_s for one in found] == pytest.approx([0.0, 79.75, 120.0], abs=0.5)


def test_a_sitting_that_is_broken_off_is_recorded(own_model, long_file):
    events = listen(Listen(own_model, FileInput(long_file, realtime=False), LiveSettings(hop_s=0.5)))
    next(event for event in events if isinstance(event, LiveScores))
    next(event for event in events if isinstance(event, LiveScores))
    events.close()
    assert [one.start_s for one in records_of(own_model)] == [0.0]


def test_a_model_of_no_project_leaves_nothing_beside_it(bundle, sounds):
    collected(predict(Predict(bundle, (sounds,))))
    assert not bundle.with_name(f"{bundle.name}.heard").exists()


def test_a_disk_that_refuses_records_is_told_of_once_and_all_is_answered(own_model, sounds):
    own_model.with_name("run-0001.heard").write_text("in the way")
    told = collected(predict(Predict(own_model, (sounds,))))
    assert len(told.of(FilePrediction)) == 6
    (refusal,) = told.of(NotRecorded)
    assert "run-0001.heard" in str(refusal.text)
    assert "not recorded" in str(refusal.text)


def test_of_very_many_files_evenly_spaced_ones_are_recorded(own_model, sounds, monkeypatch):
    monkeypatch.setattr("audioclf_gui.jobs.record_heard._MOST_FILES", 3)
    collected(predict(Predict(own_model, (sounds,))))
    assert [one.source.rpartition("/")[2] for one in records_of(own_model)] == [
        file.name for file in sorted(sounds.iterdir())[::2]
    ]
