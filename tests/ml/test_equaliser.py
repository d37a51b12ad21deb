"""A microphone that sounds unlike the recordings of a model is told in words and numbers, and made up for."""

from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.ml import live
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.equaliser import Equaliser, MicrophoneSound, MicrophoneWatch, compared
from audioclf_gui.ml.live import LiveScores
from audioclf_gui.ml.sound_profile import profile
from audioclf_gui.ml.training_sound import TrainingSound, sound_of, sound_to_json

RATE_HZ = 16000
EDGES_HZ = (0.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0)
EVEN = TrainingSound(EDGES_HZ, (-12.0, -12.0, -9.0, -6.0, -3.0), (1.0,) * 5)
"""White noise."""


def noise(seconds, seed=1):
    random = np.random.default_rng(seed)
    return (0.1 * random.standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


def muffled(sound):
    """A microphone behind a cloth: 12 dB less above 4 kHz."""
    spectrum = np.fft.rfft(sound)
    spectrum[np.fft.rfftfreq(len(sound), 1 / RATE_HZ) > 4000] *= 10 ** (-12 / 20)
    return np.fft.irfft(spectrum, len(sound)).astype(np.float32)


def watched(sound, block=777, *, is_applied=False):
    watch = MicrophoneWatch(EVEN, RATE_HZ, silence_db=-60.0)
    told = [watch.push(sound[at : at + block], is_applied=is_applied) for at in range(0, len(sound), block)]
    return [one for one in told if one is not None]


def test_a_microphone_like_the_recordings_is_called_so_once():
    (found,) = watched(noise(50.0))
    assert not found.is_different
    assert max(np.abs(found.shifts_db)) < 1.0
    assert str(found.told) == "This microphone sounds like your recordings."


def test_a_muffled_microphone_is_told_with_the_band_and_the_gain_that_is_applied():
    (found,) = watched(muffled(noise(25.0)), is_applied=True)
    assert found.is_different
    assert str(found.told) == (
        "This microphone sounds different from your recordings: -12 dB from 4000 to 8000 Hz."
        " The equaliser makes up for it: +12 dB from 4000 to 8000 Hz."
    )
    (found,) = watched(muffled(noise(25.0)))
    assert str(found.told).endswith("The equaliser can make up for it.")


def test_silence_says_nothing_of_a_microphone():
    quiet = 1e-5 * noise(60.0)
    assert watched(quiet.astype(np.float32)) == []
    (found,) = watched(np.concatenate([quiet, muffled(noise(25.0))]).astype(np.float32))
    assert found.shifts_db[-1] == pytest.approx(-12.0, abs=0.5)


def test_what_recordings_differ_by_themselves_is_not_called_different():
    varied = replace(EVEN, spread_db=(1.0, 1.0, 1.0, 1.0, 8.0))
    shares = profile(muffled(noise(5.0)), RATE_HZ, varied.bands)[2:]
    assert not compared(varied, shares, is_applied=True).is_different


@pytest.mark.parametrize("block", [1, 100, 777, 16000])
def test_the_equaliser_gives_back_what_the_microphone_takes_away_in_blocks_of_any_size(block):
    sound = muffled(noise(3.0))[: 100 * block + RATE_HZ]
    (found,) = watched(muffled(noise(25.0)), is_applied=True)
    equaliser = Equaliser(found, RATE_HZ)
    parts = [equaliser.push(sound[at : at + block]) for at in range(0, len(sound), block)]
    equalised = np.concatenate(parts)
    assert len(equalised) == len(sound)
    before, after = (profile(one[RATE_HZ // 4 :], RATE_HZ, EVEN.bands)[2:] for one in (sound, equalised))
    even = np.array(EVEN.mean_db)
    assert np.abs(after - even).max() < 3.0 < np.abs(before - even).max()
    whole = Equaliser(found, RATE_HZ).push(sound)
    np.testing.assert_allclose(equalised, whole, atol=1e-6)


def test_gains_of_nothing_change_nothing_but_ten_milliseconds():
    flat = MicrophoneSound(EDGES_HZ, (0.0,) * 5, (0.0,) * 5, is_different=True, is_applied=True)
    sound = noise(1.0)
    late = Equaliser(flat, RATE_HZ).push(sound)
    frames = round(0.01 * RATE_HZ)
    np.testing.assert_allclose(late[frames:], sound[:-frames], atol=1e-4)


def test_silence_stays_digital_silence():
    (found,) = watched(muffled(noise(25.0)), is_applied=True)
    equaliser = Equaliser(found, RATE_HZ)
    equaliser.push(noise(0.5))
    equaliser.push(np.zeros(RATE_HZ, np.float32))
    assert not equaliser.push(np.zeros(RATE_HZ, np.float32)).any()


@pytest.mark.parametrize("said", [None, 3, {}, {"edges_hz": [0, 1], "mean_db": ["x"], "spread_db": [1]}])
def test_a_record_that_says_nothing_sensible_is_none(said):
    assert sound_of({} if said is None else {"sound": said}) is None
    assert sound_of({"sound": sound_to_json(EVEN)}) == EVEN


class Heard:
    """An input that gives one sound in blocks."""

    rate_hz = RATE_HZ
    channel = None
    is_file = False
    overflows = lost_frames = 0

    def __init__(self, sound):
        self._blocks = [sound[at : at + 1600, None] for at in range(0, len(sound), 1600)]
        self.is_active = False

    def start(self):
        self.is_active = True

    def read(self):
        if not self._blocks:
            self.is_active = False
            return np.zeros((0, 1), np.float32)
        return self._blocks.pop(0)

    def stop(self):
        self.is_active = False


@pytest.mark.parametrize("equalised", [False, True])
def test_live_tells_of_the_microphone_and_the_model_hears_what_the_equaliser_makes_of_it(
    tiny_bundle, equalised
):
    edges = (0.0, 500.0, 1000.0, 2000.0, 4000.0)
    training = TrainingSound(edges, (-9.0, -9.0, -6.0, -3.0), (1.0,) * 4)
    card = replace(tiny_bundle.card, record={**tiny_bundle.card.record, "sound": sound_to_json(training)})
    bundle = replace(tiny_bundle, card=card)
    spectrum = np.fft.rfft(noise(30.0))
    spectrum[np.fft.rfftfreq(30 * RATE_HZ, 1 / RATE_HZ) < 1000] *= 4.0
    sound = np.fft.irfft(spectrum, 30 * RATE_HZ).astype(np.float32)
    settings = LiveSettings(hop_s=1.0)
    told = list(live.listen(bundle, settings, Heard(sound), equalised=equalised))
    (found,) = [one for one in told if isinstance(one, MicrophoneSound)]
    assert found.is_different
    assert found.is_applied == equalised
    plain = [one for one in live.listen(tiny_bundle, settings, Heard(sound)) if isinstance(one, LiveScores)]
    heard = [one for one in told if isinstance(one, LiveScores)]
    differs = [
        not np.allclose(one.scores, other.scores, atol=1e-6)
        for one, other in zip(heard, plain, strict=True)
        if other.start_s > 21.0
    ]
    assert any(differs) == equalised


def test_a_trained_model_knows_what_its_recordings_sounded_like(trained_of_noise):
    known = sound_of(trained_of_noise.card.record)
    assert known is not None
    assert known.edges_hz[-3:] == (2000.0, 4000.0, 8000.0)
    assert known.mean_db[-3:] == pytest.approx((-9.0, -6.0, -3.0), abs=0.5)


@pytest.fixture
def trained_of_noise(tmp_path):
    """A model of loud and quiet noise."""
    from audioclf_gui.audio.ingest import ingest
    from audioclf_gui.core.clip import Candidate, FoundClip
    from audioclf_gui.core.project import Project
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.dataset import training_data
    from audioclf_gui.ml.runs import prepare, run_training
    from audioclf_gui.ml.settings import settings_for

    wanted = []
    for number in range(16):
        path = tmp_path / f"{number}.wav"
        write_wav(path, (0.5 + number % 2) * noise(0.5, seed=number), RATE_HZ)
        wanted.append(Candidate(path, ("quiet", "loud")[number % 2], group=f"site {number // 2}"))
    settings = settings_for("fast", epochs=1, threads=1, window_s=0.5, rate_hz=RATE_HZ, mels=16)
    with Project.create(tmp_path / "project") as project:
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        plan = prepare(training_data(project.catalogue.view), settings)
    for _event in run_training(*plan, tmp_path / "model", tmp_path / "cache"):
        pass
    return load_bundle(tmp_path / "model")
