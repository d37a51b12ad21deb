from types import SimpleNamespace

import numpy as np
import pytest

from audioclf_gui.audio.capture import Capture
from audioclf_gui.audio.devices import Device
from audioclf_gui.core.errors import UserError

MICROPHONE = Device("Fake", "None", channels=2, rate_hz=8000, is_default=True)
FINE, LATE = SimpleNamespace(input_overflow=False), SimpleNamespace(input_overflow=True)


def test_the_audio_thread_hands_over_frames_and_counts_what_is_lost():
    capture = Capture(MICROPHONE, channels=2, seconds=0.01)
    sound = np.arange(200, dtype=np.float32).reshape(100, 2)
    capture._on_audio(sound, 100, None, LATE)
    assert (capture.overflows, capture.lost_frames) == (1, 20)
    np.testing.assert_array_equal(capture.read(), sound[:80])
    capture._on_audio(sound[:10], 10, None, FINE)
    assert (capture.overflows, capture.lost_frames) == (1, 20)
    assert len(capture.read()) == 10
    assert capture.read().shape == (0, 2)


def test_a_capture_not_yet_started_or_stopped_twice_is_harmless():
    capture = Capture(MICROPHONE)
    assert not capture.is_active
    capture.stop()
    capture.stop()


def test_more_channels_than_the_microphone_has_are_refused():
    with pytest.raises(UserError, match="has 2 channels, not 3"):
        Capture(MICROPHONE, channels=3)
