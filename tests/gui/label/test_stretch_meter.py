"""The thread that measures what is selected."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.measurements import Stretch
from audioclf_gui.gui.label import stretch_meter
from audioclf_gui.gui.label.stretch_meter import Asked, StretchMeter

RATE_HZ = 48_000


@pytest.fixture
def meter(qapp):
    meter = StretchMeter(qapp)
    yield meter
    meter.shutdown()


def test_only_what_was_asked_for_last_is_answered(meter, qtbot, tmp_path):
    path = tmp_path / "long.wav"
    write_wav(path, np.full(120 * RATE_HZ, 0.1, np.float32) * np.resize([1, -1], 120 * RATE_HZ), RATE_HZ)
    answers = []
    meter.measured.connect(answers.append)
    for start_s in (0.0, 1.0, 2.0):
        meter.ask(Asked(path, Stretch(start_s, 120.0)))
    with qtbot.waitSignal(meter.measured):
        meter.ask(Asked(path, Stretch(3.0, 3.5)))
    assert [found.start_s for found in answers] == [3.0]


def test_what_is_wanted_no_more_is_not_told(meter, qtbot, tmp_path):
    path = tmp_path / "tone.wav"
    write_wav(path, np.resize([0.1, -0.1], RATE_HZ).astype(np.float32), RATE_HZ)
    answers = []
    meter.measured.connect(answers.append)
    meter.ask(Asked(path, Stretch(0.0, 1.0)))
    meter.ask(None)
    with qtbot.waitSignal(meter.measured):
        meter.ask(Asked(path, Stretch(0.0, 0.5)))
    assert [found.end_s for found in answers] == [0.5]


def test_how_far_a_long_stretch_is_measured_is_told(meter, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(stretch_meter, "_TELL_EVERY_S", 0.0)
    path = tmp_path / "long.wav"
    write_wav(path, np.resize([0.1, -0.1], 60 * RATE_HZ).astype(np.float32), RATE_HZ)
    shares = []
    meter.going_on.connect(shares.append)
    with qtbot.waitSignal(meter.measured) as told:
        meter.ask(Asked(path, Stretch(0.0, 60.0)))
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert told.args[0].rms_db == pytest.approx(-20.0, abs=0.1)
