"""What eight bits cost is measured on clips that a model has not learnt from, window by window."""

from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.progress import Progress
from audioclf_gui.ml.compression import loss_on_sounds, measured_loss
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.inference import score_windows

RATE_HZ = 8000
CLASSES = ("dog", "cat", "owl")


@pytest.fixture
def clips(tmp_path):
    """Four clips of 1.2 s: three windows of half a second, and one that ends where they end."""

    def make():
        examples = []
        for at in range(4):
            path = tmp_path / f"{at}.wav"
            sound = np.random.default_rng(at).normal(0.0, 0.1 * 3.0**-at, round(1.2 * RATE_HZ))
            write_wav(path, sound.astype(np.float32), RATE_HZ)
            examples.append(Example(ClipId(at), path, content_hash(path), 0, f"{at}", "", 0.0, 1.2, RATE_HZ))
        return TrainingData(CLASSES, (1, 2, 3), tuple(examples))

    return make


def always(row):
    return lambda windows: np.tile(np.array(row, np.float32), (len(windows), 1))


def test_the_figures_are_those_of_model_and_file_on_the_same_clips(tiny_bundle, clips):
    data, told, asked = clips(), [], []

    def file(windows):
        asked.append(len(windows))
        answers = score_windows(tiny_bundle, windows)
        return np.roll(answers, 1, axis=1) if len(asked) == 2 else answers + 0.001 * len(asked)

    means = [score_windows(tiny_bundle, windows_of(one.path)).mean(axis=0) for one in data.examples]
    answered = [int(mean.argmax()) for mean in means]
    data = replace(
        data,
        examples=tuple(replace(one, target=at) for one, at in zip(data.examples, answered, strict=True)),
    )
    loss = result_of(measured_loss(tiny_bundle, file, data), told.append)
    assert asked == [4] * 4, "half a window apart, and one that ends where the clip ends"
    assert told == [Progress(done, 4) for done in range(1, 5)]
    assert (loss.clips, loss.before, loss.after) == (4, 1.0, 0.75)
    assert loss.largest == pytest.approx(np.abs(np.roll(means[1], 1) - means[1]).max(), abs=1e-6)
    assert loss.is_heard_before, "this model does not say what it has learnt from"
    assert "may cost more" in str(loss.text)
    assert loss.facts == {
        "clips": 4,
        "largest_difference": loss.largest,
        "figure": "accuracy",
        "float32": 1.0,
        "int8": 0.75,
        "learnt_from_these_clips": True,
    }


def windows_of(path):
    import soundfile

    sound, _rate_hz = soundfile.read(path, dtype="float32")
    return np.stack([sound[at : at + 4000] for at in (0, 2000, 4000, len(sound) - 4000)])


def test_clips_that_were_learnt_from_are_left_out_unless_there_are_no_others(tiny_bundle, clips):
    data = clips()

    def measured(learnt):
        card = replace(tiny_bundle.card, learnt=frozenset(learnt))
        return result_of(measured_loss(replace(tiny_bundle, card=card), always([1.0, 0.0, 0.0]), data))

    contents = [one.content for one in data.examples]
    some = measured(contents[:3])
    assert (some.clips, some.is_heard_before, some.after) == (1, False, 1.0)
    assert "may cost more" not in str(some.text)
    all_of_them = measured(contents)
    assert (all_of_them.clips, all_of_them.is_heard_before) == (4, True)


def test_what_cannot_be_read_is_left_out_and_without_clips_only_the_test_sounds_tell(tiny_bundle, clips):
    data = clips()
    data.examples[0].path.write_bytes(b"no sound")
    file = always([1.0, 0.0, 0.0])
    assert result_of(measured_loss(tiny_bundle, file, data)).clips == 3
    assert result_of(measured_loss(tiny_bundle, file, replace(data, examples=()))) is None
    sounds = np.random.default_rng(0).normal(0.0, 0.1, (3, 4000)).astype(np.float32)
    loss = loss_on_sounds(tiny_bundle, file, sounds)
    expected = np.abs(score_windows(tiny_bundle, sounds) - file(sounds)).max()
    assert (loss.clips, loss.largest) == (0, pytest.approx(float(expected)))
    assert loss.facts == {"clips": 0, "largest_difference": loss.largest}
    assert "is not known without clips" in str(loss.text)
