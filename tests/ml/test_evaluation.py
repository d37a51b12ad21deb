"""A finished model measured on a project's labels: every clip it knows the class of, and no other."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml import metrics
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.evaluation import Evaluated, evaluate
from audioclf_gui.ml.events import CacheProgress
from audioclf_gui.ml.inference import predict_file

CLASSES = ("owl", "wren", "dog")  # the model knows dog, cat and owl


@pytest.fixture
def recordings(tmp_path):
    """Noises of half a second, of less, and of several windows that end at no hop."""
    rng = np.random.default_rng(3)
    paths = [tmp_path / f"{at}.wav" for at in range(4)]
    for path, seconds in zip(paths, (0.5, 0.3, 1.6, 0.9), strict=True):
        sound = rng.uniform(0.01, 0.4) * rng.standard_normal(round(seconds * 8000))
        write_wav(path, sound.astype(np.float32), 8000)
    return paths


def data_of(*rows):
    """Rows are (path, class index, fold, start_s, stop_s)."""
    examples = [
        Example(ClipId(at), path, f"{at}", index, "g", fold, start_s, stop_s, 8000)
        for at, (path, index, fold, start_s, stop_s) in enumerate(rows)
    ]
    return TrainingData(CLASSES, (1, 2, 3), tuple(examples))


def report_of(events):
    (done,) = [event for event in events if isinstance(event, Evaluated)]
    return done.report


def test_the_figures_are_those_of_the_answers_to_whole_files(recordings, tiny_bundle):
    sound = np.full(800, 0.25, np.float32) * np.tile(np.array([1, -1], np.float32), 400)
    write_wav(recordings[3], np.concatenate([sound, np.zeros(12_000, np.float32)]), 8000)  # then silence
    data = data_of(*((path, at % 2 * 2, "", 0.0, 9.0) for at, path in enumerate(recordings)))
    events = list(evaluate(tiny_bundle, data))
    assert events[-2] == CacheProgress(4, 4)
    scores = np.stack([predict_file(tiny_bundle, path).scores for path in recordings])
    expected = metrics.report(np.array([2, 0, 2, 0]), scores, ("dog", "cat", "owl"))
    report = report_of(events)
    assert report["clips"] == 4
    assert report["confusion"] == expected["confusion"]
    assert report["log_loss"] == pytest.approx(expected["log_loss"], abs=1e-5)


def test_a_stretch_is_judged_by_itself(recordings, tiny_bundle):
    long = recordings[2]
    whole = report_of(evaluate(tiny_bundle, data_of((long, 0, "", 0.0, 1.6))))
    part = report_of(evaluate(tiny_bundle, data_of((long, 0, "", 0.25, 0.75))))
    answer = predict_file(tiny_bundle, long, 0.25).windows[1]
    assert answer.start_s == 0.25
    assert part["log_loss"] == pytest.approx(-np.log(answer.scores[2]), abs=1e-3)
    assert part["log_loss"] != pytest.approx(whole["log_loss"], abs=1e-4)


def test_classes_that_the_model_does_not_know_and_other_folds_are_left_out(recordings, tiny_bundle):
    first, second, third, _ = recordings
    data = data_of(
        (first, 0, "1", 0.0, 0.5),
        (second, 1, "1", 0.0, 0.3),  # a wren
        (third, 2, "2", 0.0, 1.6),
    )
    assert report_of(evaluate(tiny_bundle, data))["clips"] == 2
    of_one = report_of(evaluate(tiny_bundle, data, "1"))
    assert [row["support"] for row in of_one["per_class"]] == [0, 0, 1]


def test_clips_that_cannot_be_read_are_put_aside_and_the_rest_measured(recordings, tiny_bundle, tmp_path):
    text = tmp_path / "text.wav"
    text.write_text("no sound")
    data = data_of(
        (text, 0, "", 0.0, 1.0), (recordings[0], 0, "", 5.0, 6.0), (recordings[0], 2, "", 0.0, 0.5)
    )
    events = list(evaluate(tiny_bundle, data))
    aside = [event for event in events if isinstance(event, Quarantined)]
    assert [one.path for one in aside] == [text, recordings[0]]
    assert str(aside[1].reason) == "there is no sound in it"
    assert report_of(events)["clips"] == 1


@pytest.mark.parametrize(
    ("fold", "said"),
    [(None, "(?m)no readable labelled clip$"), ("7", "no readable labelled clip in fold 7")],
)
def test_nothing_to_measure_is_refused_with_the_classes_that_would_do(recordings, tiny_bundle, fold, said):
    with pytest.raises(UserError, match=said) as error:
        list(evaluate(tiny_bundle, data_of((recordings[0], 1, "7", 0.0, 0.5)), fold))
    assert "dog, cat, owl" in str(error.value.remedy)
