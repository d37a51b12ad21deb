import numpy as np
import pytest

from audioclf_gui.audio.recent_sound import RecentSound


def ramp(frames):
    """Samples that tell their place, exact in 16 bits."""
    return (np.arange(frames) / 2**15).astype(np.float32)


@pytest.mark.parametrize("block", [1, 7, 100, 1000])
def test_the_last_seconds_can_be_kept(block):
    recent = RecentSound(100, seconds=2.0)
    sound = ramp(550)
    assert len(recent.last_seconds(1.0)) == 0
    for start in range(0, len(sound), block):
        recent.push(sound[start : start + block])
    assert len(recent.last_seconds(-1.0)) == 0
    assert recent.last_seconds(0.5).tolist() == sound[-50:].tolist()
    assert recent.last_seconds(60.0).tolist() == sound[-200:].tolist()
    assert (recent.begin_s, recent.end_s) == (3.5, 5.5)


def test_a_stretch_is_cut_where_listening_heard_it():
    recent = RecentSound(100, seconds=2.0)
    recent.push(ramp(350))
    assert recent.between(2.0, 2.5).tolist() == ramp(350)[200:250].tolist()
    assert recent.between(1.0, 1.6).tolist() == ramp(350)[150:160].tolist(), "what is older is forgotten"
    assert len(recent.between(0.0, 1.0)) == 0
    assert len(recent.between(3.4, 9.0)) == 10


@pytest.mark.parametrize("lost", [50, 150, 10_000])
def test_lost_sound_is_silence_and_the_time_goes_on(lost):
    recent = RecentSound(100, seconds=2.0)
    recent.push(np.full(100, 0.5, np.float32))
    recent.skip(lost)
    recent.push(np.full(40, 0.25, np.float32))
    assert recent.end_s == (140 + lost) / 100
    assert recent.between(recent.end_s - 0.4, recent.end_s).tolist() == [0.25] * 40
    assert not recent.between(recent.end_s - 0.9, recent.end_s - 0.4).any()


def test_sound_beyond_full_scale_is_clipped():
    recent = RecentSound(10)
    recent.push(np.array([2.0, -2.0], np.float32))
    assert recent.last_seconds(1.0) == pytest.approx([1.0, -1.0], abs=1e-4)
