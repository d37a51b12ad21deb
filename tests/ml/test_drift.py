"""Real recordings through a telephone raise the alarm; new groups of the same kind do not."""

import csv
from contextlib import closing

import numpy as np
import pytest

from audioclf_gui.audio.band_pass import band_pass
from audioclf_gui.audio.files import MonoReader, probe, read_mono
from audioclf_gui.audio.resample import resample
from audioclf_gui.ml.drift import Reference
from audioclf_gui.ml.sound_profile import bands_up_to, profile, profiles

RATE_HZ = 16000


def telephone(sound, rate_hz):
    """What arrives over a line of 300 to 3400 Hz at 8 kHz."""
    narrow = resample(sound, rate_hz, 8000)[:, None]
    through = np.concatenate(list(band_pass([narrow], 300.0, 3400.0, 8000)))[:, 0]
    return resample(through, 8000, rate_hz)


CHANGES = {"telephone": telephone, "clean": lambda sound, _rate_hz: sound}


def compared(folder, table, group, every, held):
    """The alarm for each change of the clips of `held` groups, against those of all other groups."""
    with (folder / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[::every]
    names = sorted({row[group] for row in rows})
    groups = np.array([names.index(row[group]) for row in rows])
    sounds = [folder / "audio" / row["filename"] for row in rows]
    bands = bands_up_to(min(probe(path).rate_hz for path in sounds) / 2)
    is_new = np.isin(groups, np.random.default_rng(2).permutation(len(names))[:held])
    found = {name: [] for name in CHANGES}
    for path, new in zip(sounds, is_new, strict=True):
        sound, rate_hz = read_mono(path, None, 0.0, 10.0), probe(path).rate_hz
        for name in CHANGES if new else ("clean",):
            found[name].append(profile(CHANGES[name](sound, rate_hz), rate_hz, bands))
    clean = np.array(found.pop("clean"))
    _, known = np.unique(groups[~is_new], return_inverse=True)
    reference = Reference(clean[~is_new], known)
    drifts = {name: reference.drift(np.array(values)) for name, values in found.items()}
    return {**drifts, "clean": reference.drift(clean[is_new])}


@pytest.mark.parametrize(
    ("pack", "table", "group", "every", "held"),
    [
        ("env-esc10", "esc10.csv", "src_file", 2, 30),
        ("speech-gender-librispeech", "speech.csv", "speaker_id", 1, 8),
    ],
)
def test_a_telephone_line_alarms_and_new_groups_do_not(shared_data, pack, table, group, every, held):
    if not (shared_data / pack / table).exists():
        pytest.skip(f"there is no folder {pack} in shared/data")
    drifts = compared(shared_data / pack, table, group, every, held)
    assert drifts["telephone"].is_alarming
    assert not drifts["clean"].is_alarming


def test_a_profile_tells_level_clipping_and_the_band_of_a_tone():
    time_s = np.arange(RATE_HZ) / RATE_HZ
    bands = bands_up_to(RATE_HZ / 2)
    tone = (0.5 * np.sin(2 * np.pi * 3000.0 * time_s)).astype(np.float32)
    level_db, clipped, *shares = profile(tone, RATE_HZ, bands)
    assert level_db == pytest.approx(-9.03, abs=0.01)
    assert clipped == 0.0
    assert bands.edges_hz[int(np.argmax(shares))] == 2000.0
    assert max(shares) == pytest.approx(0.0, abs=0.01)
    assert profile(tone / 10, RATE_HZ, bands)[2:] == pytest.approx(shares, abs=1e-3)
    assert profile(np.clip(9 * tone, -1, 1), RATE_HZ, bands)[1] > 10.0


def test_a_long_file_is_looked_at_evenly_and_silence_is_left_out(tmp_path):
    from audioclf_gui.audio.files import write_wav

    file = tmp_path / "long.wav"
    sound = np.random.default_rng(0).normal(0.0, 0.1, 20 * RATE_HZ).astype(np.float32)
    sound[: 10 * RATE_HZ] = 0.0
    write_wav(file, sound, RATE_HZ)
    with closing(MonoReader()) as reader:
        found = profiles(reader, file, (0.0, 20.0), bands_up_to(8000.0), 1.0, 60)
        assert found.shape == (10, 2 + len(bands_up_to(8000.0)))
        assert len(profiles(reader, file, (0.0, 20.0), bands_up_to(8000.0), 1.0, 4)) == 2


def test_few_new_groups_of_made_data_alarm_about_never_and_a_shift_of_all_always():
    rng = np.random.default_rng(5)
    groups = np.repeat(np.arange(20), 10)
    centres = rng.normal(0.0, 3.0, (40, 6))
    reference = Reference(centres[groups] + rng.normal(0.0, 1.0, (200, 6)), groups)
    new = [centres[at] + rng.normal(0.0, 1.0, (10, 6)) for at in range(20, 40)]
    assert sum(reference.drift(one).is_alarming for one in new) <= 1
    assert all(reference.drift(one + 20.0).is_alarming for one in new)
