import contextlib
import errno
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.recorder import record
from audioclf_gui.audio.wav_stream import WavStream
from audioclf_gui.core.errors import UserError

RATE_HZ = 8000


class FakeMicrophone:
    """Hands out prepared blocks, one for each read, then falls silent or goes away."""

    rate_hz = RATE_HZ

    def __init__(self, blocks, *, goes_away=False, overflows=0, lost_frames=0):
        self.channels = blocks[0].shape[1]
        self.blocks = list(blocks)
        self.goes_away = goes_away
        self.overflows = overflows
        self.lost_frames = lost_frames
        self.stopped = False

    @property
    def is_active(self):
        return not self.stopped and (bool(self.blocks) or not self.goes_away)

    def read(self):
        return self.blocks.pop(0) if self.blocks else np.zeros((0, self.channels), np.float32)

    def stop(self):
        self.stopped = True


def blocks(count, frames=400, channels=1, seed=0):
    random = np.random.default_rng(seed)
    return [random.uniform(-0.9, 0.9, (frames, channels)).astype(np.float32) for _ in range(count)]


@pytest.mark.parametrize("channels", [1, 2])
def test_a_take_holds_everything_that_was_heard_up_to_its_end(tmp_path, channels):
    heard = blocks(6, channels=channels)
    microphone = FakeMicrophone(heard)
    with contextlib.closing(record(tmp_path / "takes/one.wav", source=microphone)) as states:
        seen = [next(states) for _ in range(4)]
    samples, rate_hz = sf.read(tmp_path / "takes/one.wav", always_2d=True)
    assert rate_hz == RATE_HZ
    np.testing.assert_allclose(
        samples, np.concatenate(heard[:5]), atol=1 / 32768
    )  # the end takes a last look
    assert [state.seconds for state in seen] == pytest.approx([0.05, 0.1, 0.15, 0.2])
    assert all(-1.5 < state.peak_db < -0.9 and -8 < state.rms_db < -4 for state in seen)
    assert microphone.stopped
    assert not (tmp_path / "takes/one.wav.log.txt").exists()


def test_lost_sound_is_counted_and_noted_beside_the_take(tmp_path):
    microphone = FakeMicrophone(blocks(3), overflows=2, lost_frames=800)
    with contextlib.closing(record(tmp_path / "take.wav", source=microphone)) as states:
        state = next(states)
    assert (state.overflows, state.lost_frames) == (2, 800)
    log = (tmp_path / "take.wav.log.txt").read_text()
    assert "2 times" in log
    assert "800 frames (0.100 s)" in log


def test_a_microphone_that_goes_away_ends_the_take_and_keeps_it(tmp_path):
    heard = blocks(3)
    with pytest.raises(UserError, match="went away") as failure:
        list(record(tmp_path / "take.wav", source=FakeMicrophone(heard, goes_away=True)))
    assert "kept" in str(failure.value.remedy)
    np.testing.assert_allclose(sf.read(tmp_path / "take.wav")[0], np.concatenate(heard)[:, 0], atol=1 / 32768)


@pytest.mark.slow
def test_a_microphone_that_delivers_nothing_is_gone_too(tmp_path):
    with pytest.raises(UserError, match="went away"):
        list(record(tmp_path / "take.wav", source=FakeMicrophone(blocks(1))))


def test_another_take_is_never_replaced(tmp_path):
    (tmp_path / "take.wav").write_text("precious")
    microphone = FakeMicrophone(blocks(1))
    with pytest.raises(UserError, match="already"):
        next(record(tmp_path / "take.wav", source=microphone))
    assert (tmp_path / "take.wav").read_text() == "precious"
    assert microphone.stopped


def test_a_full_disk_ends_the_take_and_says_so(tmp_path, monkeypatch):
    write = WavStream.write

    def fill_up(self, block):
        if self.frames >= 1200:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, block)

    monkeypatch.setattr(WavStream, "write", fill_up)
    with pytest.raises(UserError, match="No space left") as failure:
        list(record(tmp_path / "take.wav", source=FakeMicrophone(blocks(9))))
    assert "Make room" in str(failure.value.remedy)
    assert sf.info(tmp_path / "take.wav").frames == 1200


def test_a_killed_program_leaves_what_was_recorded(tmp_path):
    path = tmp_path / "take.wav"
    script = """
import sys
from pathlib import Path
import numpy as np
from audioclf_gui.audio.recorder import record

class Hum:
    rate_hz, channels, overflows, lost_frames, is_active = 8000, 1, 0, 0, True
    def read(self): return np.full((400, 1), 0.25, np.float32)
    def stop(self): pass

for state in record(Path(sys.argv[1]), source=Hum()):
    print(state.seconds, flush=True)
"""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, path], stdout=subprocess.PIPE, cwd=root
    ) as recording:
        recorded_s = 0.0
        while recorded_s < 2.5:
            recorded_s = float(recording.stdout.readline())
        recording.kill()
    samples, _ = sf.read(path)
    assert len(samples) / RATE_HZ >= recorded_s - 1.5
    np.testing.assert_allclose(samples, 0.25, atol=1e-4)


def test_a_tone_in_the_room_is_in_the_take(virtual_sound, tmp_path):
    played = tmp_path / "tone.wav"
    place = np.arange(2 * 48000) / 48000
    sf.write(played, 0.5 * np.sin(2 * np.pi * 440 * place), 48000)
    with contextlib.closing(record(tmp_path / "take.wav")) as states:
        next(states)
        with virtual_sound.speak(played) as speaking:
            while speaking.poll() is None:
                next(states)
        for _ in range(10):  # what is still on its way
            last = next(states)
    samples, rate_hz = sf.read(tmp_path / "take.wav")
    loud = np.flatnonzero(np.abs(samples) > 0.05)
    tone = samples[loud[0] : loud[-1]]
    assert abs(len(tone) / rate_hz - 2.0) < 0.3
    spectrum = np.abs(np.fft.rfft(tone * np.hanning(len(tone))))
    assert abs(np.argmax(spectrum) * rate_hz / len(tone) - 440.0) < 1.0
    assert (last.overflows, last.lost_frames) == (0, 0)
