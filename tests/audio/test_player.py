import sys
import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import AudioSource, write_wav
from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.audio.player import Player
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.text import Text

RATE_HZ = 8000
BLOCK = 400
FADE = 80  # frames from one sound to another
GRAIN = 640  # frames of sound under a pointer
SEAM = 40  # frames before the end of a loop that go over to its start


class EndOfStream(Exception):
    pass


class FakeLoudspeaker:
    """A PortAudio whose audio thread turns when the test turns it."""

    PortAudioError = type("PortAudioError", (Exception,), {})
    CallbackStop = EndOfStream
    latency = 0.0
    default = SimpleNamespace(device={"input": -1, "output": 0})

    def __init__(self, channels=1):
        self.channels = channels
        self.active = False
        self.closed = True
        self.time = 100.0
        self.heard = []

    def OutputStream(self, *, callback, **_settings):
        self.callback, self.closed = callback, False
        return self

    def query_hostapis(self):
        return [{"name": "Fake"}]

    def query_devices(self):
        return [
            {
                "name": "Box",
                "index": 0,
                "hostapi": 0,
                "max_output_channels": self.channels,
                "default_samplerate": RATE_HZ,
            }
        ]

    def start(self):
        self.active = True

    def abort(self):
        self.active = False

    def close(self):
        self.active, self.closed = False, True

    def turn(self, frames=BLOCK):
        """Let one block sound, and time pass with it."""
        out = np.full((frames, self.channels), 9.0, np.float32)
        try:
            self.callback(out, frames, SimpleNamespace(outputBufferDacTime=self.time), None)
        except EndOfStream:
            self.active = False
        self.time += frames / RATE_HZ
        self.heard.append(out)
        return out


@pytest.fixture
def speaker(monkeypatch):
    fake = FakeLoudspeaker()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    return fake


@pytest.fixture
def player():
    """On the default loudspeaker; it falls silent with the test."""
    player = Player()
    yield player
    player.stop()


@pytest.fixture
def ramp(tmp_path):
    """One second in which every sample tells its place: -0.8 to 0.8."""
    write_wav(tmp_path / "ramp.wav", np.linspace(-0.8, 0.8, RATE_HZ, dtype=np.float32), RATE_HZ)
    return tmp_path / "ramp.wav"


def wait_until(is_so, seconds=60.0):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not happen in time"
        threading.Event().wait(0.005)


def is_filled(player):
    return player._feed.is_complete or player._feed.ring.free < BLOCK


def listen(player, speaker, blocks):
    for _ in range(blocks):
        wait_until(lambda: is_filled(player))
        speaker.turn()
    return np.concatenate(speaker.heard)[:, 0]


def place(samples):
    return (np.asarray(samples) + 0.8) / 1.6  # of the ramp, in seconds


def test_a_stretch_is_played_once_and_the_player_rests(player, speaker, ramp):
    player.play(ramp, 0.25, 0.5)
    heard = listen(player, speaker, 6)
    np.testing.assert_allclose(place(heard[:2000]), np.arange(2000, 4000) / RATE_HZ, atol=1e-3)
    assert not heard[2000:].any()
    assert not player.is_playing
    assert speaker.closed
    assert player.position_s == 0.5
    assert player.problem is None


def test_the_position_is_what_sounds_now(player, speaker, ramp):
    assert player.position_s == 0.0
    player.play(ramp, 0.25)
    for turn in range(4):
        assert player.position_s == pytest.approx(0.25 + turn * BLOCK / RATE_HZ)
        listen(player, speaker, 1)
    speaker.time -= 0.02  # some of the block lies in the device's buffer still
    assert player.position_s == pytest.approx(0.25 + 4 * BLOCK / RATE_HZ - 0.02)
    speaker.time -= 0.01  # a clock that wavers does not move a cursor back
    assert player.position_s == pytest.approx(0.25 + 4 * BLOCK / RATE_HZ - 0.02)


def test_pause_falls_silent_and_resume_goes_on_where_it_was(player, speaker, ramp):
    player.play(ramp)
    listen(player, speaker, 2)
    player.pause()
    assert player.is_paused
    assert not speaker.turn().any()
    assert player.is_playing
    assert player.position_s == pytest.approx(2 * BLOCK / RATE_HZ)
    player.resume()
    assert not player.is_paused
    assert place(speaker.turn()[0, 0]) == pytest.approx(2 * BLOCK / RATE_HZ, abs=1e-3)


def test_seek_goes_on_elsewhere_in_the_stretch(player, speaker, ramp):
    player.play(ramp, 0.1, 0.9)
    listen(player, speaker, 1)
    for wanted_s, reached_s in ((0.5, 0.5), (0.2, 0.2), (-3.0, 0.1)):
        player.seek(wanted_s)
        wait_until(lambda: is_filled(player))
        assert player.position_s == pytest.approx(reached_s)
        after_fade = speaker.turn()[FADE:, 0]
        assert place(after_fade[0]) == pytest.approx(reached_s + FADE / RATE_HZ, abs=1e-3)
    player.stop()
    player.seek(0.3)
    assert not player.is_playing


def test_a_loop_joins_its_end_to_its_start(player, speaker, ramp):
    player.play(ramp, 0.25, 0.375, loop=True)
    heard = listen(player, speaker, 12)
    expected = np.arange(12 * BLOCK) % 1000
    whole = expected < 1000 - SEAM
    np.testing.assert_allclose(place(heard)[whole], (expected[whole] + 2000) / RATE_HZ, atol=1e-3)
    assert player.is_playing
    assert player.position_s == pytest.approx(0.25 + (12 * BLOCK % 1000) / RATE_HZ)
    player.stop()
    assert not player.is_playing


@pytest.mark.parametrize(("speed", "length_s"), [(0.5, 2.0), (2.0, 0.5)])
def test_speed_moves_length_and_position_alike(player, speaker, ramp, speed, length_s):
    player.play(ramp, settings=PlaySettings(speed))
    heard = listen(player, speaker, 4)
    assert player.position_s == pytest.approx(4 * BLOCK / RATE_HZ * speed)
    assert place(heard[1000]) == pytest.approx(1000 / RATE_HZ * speed, abs=5e-3)
    while player.is_playing:
        heard = listen(player, speaker, 1)
    loud = np.flatnonzero(heard)
    assert (loud[-1] - loud[0]) / RATE_HZ == pytest.approx(length_s, abs=0.01)


def test_a_band_is_heard_alone(player, speaker, tmp_path):
    seconds = np.arange(RATE_HZ) / RATE_HZ
    low, high = (0.3 * np.sin(2 * np.pi * f * seconds).astype(np.float32) for f in (300, 2000))
    write_wav(tmp_path / "two.wav", low + high, RATE_HZ)
    player.play(tmp_path / "two.wav", band_hz=(1500.0, 2500.0))
    heard = listen(player, speaker, 20)
    np.testing.assert_allclose(heard[2000:6000], high[2000:6000], atol=5e-3)


@pytest.mark.parametrize("channels", [1, 2, 3])
@pytest.mark.parametrize("outputs", [1, 2, 8])
def test_any_number_of_channels_is_heard_on_any_loudspeaker(player, monkeypatch, tmp_path, channels, outputs):
    speaker = FakeLoudspeaker(outputs)
    monkeypatch.setitem(sys.modules, "sounddevice", speaker)
    speaker.channels = min(2, outputs)
    sound = np.tile(np.linspace(0.1, 0.3, channels, dtype=np.float32), (RATE_HZ, 1))
    write_wav(tmp_path / "many.wav", sound, RATE_HZ)
    player.play(tmp_path / "many.wav")
    listen(player, speaker, 2)
    expected = sound[0] if channels == speaker.channels else np.full(speaker.channels, sound[0].mean())
    np.testing.assert_allclose(speaker.heard[1][0], expected, atol=1e-3)
    player.stop()


def test_a_loudspeaker_that_goes_away_is_told_and_not_fatal(player, speaker, ramp):
    player.play(ramp)
    listen(player, speaker, 1)
    speaker.active = False
    assert not player.is_playing
    assert "went away" in str(player.problem)
    player.seek(0.5)
    player.pause()
    player.resume()
    player.stop()
    player.play(ramp)
    assert player.problem is None
    player.stop()


def test_a_file_that_breaks_off_is_told(player, speaker, tmp_path, monkeypatch):
    path = tmp_path / "long.wav"
    write_wav(path, np.full(RATE_HZ, 0.5, np.float32), RATE_HZ)

    def break_off(_self, _start, _frames):
        raise UnreadableAudioError(path, Text("its sound is damaged after 0.0 s"))

    monkeypatch.setattr("audioclf_gui.audio.files.AudioSource.read", break_off)
    player.play(path)
    wait_until(lambda: player.problem)
    assert "long.wav" in str(player.problem)
    speaker.turn()
    assert not player.is_playing


def test_what_cannot_be_played_is_refused(player, speaker, ramp, tmp_path):
    with pytest.raises(ValueError, match="no sound runs"):
        player.play(ramp, 0.5, 0.25)
    (tmp_path / "text.wav").write_text("a letter")
    with pytest.raises(UnreadableAudioError):
        player.play(tmp_path / "text.wav")
    speaker.query_devices = list
    with pytest.raises(UserError, match="no loudspeaker"):
        player.play(ramp)
    assert not player.is_playing


def test_the_end_is_pushed_out_of_the_buffer_of_the_device(player, speaker, ramp):
    speaker.latency = 0.15
    player.play(ramp, 0.9)
    listen(player, speaker, 4)
    assert player.is_playing
    assert player.position_s == 1.0
    listen(player, speaker, 2)
    assert not player.is_playing


def test_an_empty_stretch_ends_at_once(player, speaker, ramp):
    player.play(ramp, 0.5, 0.5, loop=True)
    listen(player, speaker, 1)
    assert not player.is_playing


def test_the_loudspeaker_plays_the_file(player, virtual_sound, tmp_path):
    place_s = np.arange(24000) / 16000
    path = tmp_path / "tone.flac"
    sf.write(path, 0.5 * np.sin(2 * np.pi * 1000 * place_s), 16000)
    tap = virtual_sound.tap_loudspeaker(tmp_path / "tap.raw")
    wait_until(lambda: (tmp_path / "tap.raw").stat().st_size)
    positions = []
    player.play(path, 0.25)
    wait_until(lambda: positions.append(player.position_s) or not player.is_playing)
    positions.append(player.position_s)  # it may have ended between the two looks
    size = (tmp_path / "tap.raw").stat().st_size
    wait_until(lambda: (tmp_path / "tap.raw").stat().st_size > size + 100_000)
    tap.terminate()
    tap.wait(10)
    heard = np.fromfile(tmp_path / "tap.raw", "<i2")[::2] / 32768
    loud = np.flatnonzero(np.abs(heard) > 0.05)
    tone = heard[loud[0] : loud[-1]]
    assert len(tone) / 44100 == pytest.approx(1.25, abs=0.1)  # waking up costs a virtual device some
    assert np.argmax(np.abs(np.fft.rfft(tone))) * 44100 / len(tone) == pytest.approx(1000.0, abs=2.0)
    assert positions == sorted(positions)
    assert positions[-1] == pytest.approx(1.5, abs=0.01)
    assert len(set(positions)) > 40
    assert player.problem is None


def test_ultrasound_is_heard_from_the_loudspeaker_at_half_the_speed(player, virtual_sound, tmp_path):
    """40 kHz beside a carrier of 38 kHz: 2 kHz, and it lasts twice as long with its pitch kept."""
    path = tmp_path / "bat.wav"
    sf.write(path, 0.5 * np.sin(2 * np.pi * 40_000 * np.arange(96_000) / 192_000), 192_000)
    tap = virtual_sound.tap_loudspeaker(tmp_path / "tap.raw")
    wait_until(lambda: (tmp_path / "tap.raw").stat().st_size)
    player.play(path, settings=PlaySettings(0.5, keeps_pitch=True, heterodyne=True, carrier_hz=38_000.0))
    wait_until(lambda: not player.is_playing)
    assert player.position_s == pytest.approx(0.5, abs=0.01)
    size = (tmp_path / "tap.raw").stat().st_size
    wait_until(lambda: (tmp_path / "tap.raw").stat().st_size > size + 100_000)
    tap.terminate()
    tap.wait(10)
    heard = np.fromfile(tmp_path / "tap.raw", "<i2")[::2] / 32768
    loud = np.flatnonzero(np.abs(heard) > 0.05)
    tone = heard[loud[0] : loud[-1]]
    assert len(tone) / 44100 == pytest.approx(1.0, abs=0.1)
    assert np.argmax(np.abs(np.fft.rfft(tone))) * 44100 / len(tone) == pytest.approx(2000.0, abs=5.0)


def test_a_loop_entered_in_its_middle_begins_again_at_its_start(player, speaker, ramp):
    player.play(ramp, 0.25, 0.5, loop=True)
    player.seek(0.4)
    heard = listen(player, speaker, 8)
    expected = np.array([*np.arange(3200, 4000), *np.arange(2000, 4000), *np.arange(2000, 2400)])
    whole = (expected < 4000 - SEAM) & (np.arange(8 * BLOCK) >= FADE)
    np.testing.assert_allclose(place(heard)[whole], expected[whole] / RATE_HZ, atol=1e-3)
    assert player.position_s == pytest.approx(2400 / RATE_HZ)
    player.stop()


def test_at_the_very_end_of_a_loop_the_position_is_its_start(player, speaker, ramp):
    player.play(ramp, 0.25, 0.5, loop=True)
    listen(player, speaker, 5)
    assert player.position_s == pytest.approx(0.25)
    player.stop()


def test_a_recording_that_does_not_reach_the_carrier_is_heard_as_it_is(player, speaker, ramp):
    player.play(ramp, settings=PlaySettings(heterodyne=True, carrier_hz=45_000.0))
    heard = listen(player, speaker, 4)
    np.testing.assert_allclose(place(heard), np.arange(len(heard)) / RATE_HZ, atol=1e-3)


@pytest.fixture
def tone(tmp_path):
    """Two seconds of 440 Hz; three channels, of which the second is silent and the third twice as loud."""
    sine = 0.2 * np.sin(2 * np.pi * 440 * np.arange(2 * RATE_HZ) / RATE_HZ).astype(np.float32)
    write_wav(tmp_path / "tone.wav", np.stack([sine, 0.0 * sine, 2.0 * sine], axis=1), RATE_HZ)
    return tmp_path / "tone.wav"


def pitch_hz(sound):
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return np.argmax(spectrum) * RATE_HZ / len(sound)


def steepest(sound):
    return float(np.max(np.abs(np.diff(sound)), initial=0.0))


@pytest.mark.parametrize("speed", [0.05, 0.5, 4.0])
def test_the_pitch_stays_or_moves_with_the_speed_and_the_red_line_is_right(player, speaker, tone, speed):
    for keeps_pitch, pitch in ((False, 440 * speed), (True, 440.0)):
        speaker.heard.clear()
        player.play(tone, settings=PlaySettings(speed, keeps_pitch))
        heard = listen(player, speaker, 8)
        assert player.position_s == pytest.approx(8 * BLOCK / RATE_HZ * speed)
        assert pitch_hz(heard[BLOCK:]) == pytest.approx(pitch, rel=0.01, abs=3.0)
        player.stop()


def test_what_is_changed_while_it_plays_is_heard_at_once_and_without_a_click(player, speaker, tone):
    player.play(tone, settings=PlaySettings(channel=0))
    listen(player, speaker, 2)
    for settings in (
        PlaySettings(0.5, channel=0),
        PlaySettings(0.5, keeps_pitch=True, channel=0),
        PlaySettings(channel=0),
        PlaySettings(channel=2),
    ):
        before_s = player.position_s
        player.change(settings)
        assert player.position_s == pytest.approx(before_s)
        listen(player, speaker, 1)
        assert player.position_s == pytest.approx(before_s + settings.speed * BLOCK / RATE_HZ)
    heard = listen(player, speaker, 2)
    assert np.max(np.abs(heard[-BLOCK:])) == pytest.approx(0.4, abs=0.01)
    assert steepest(heard) < 1.3 * 0.4 * 2 * np.pi * 440 / RATE_HZ


def test_another_sound_is_not_waited_for_in_silence(player, speaker, tone, monkeypatch):
    player.play(tone)
    listen(player, speaker, 1)
    may_read = threading.Event()
    read = AudioSource.read

    def slow(source, start, frames):
        may_read.wait(10.0)
        return read(source, start, frames)

    monkeypatch.setattr(AudioSource, "read", slow)
    player.seek(1.0)
    assert speaker.turn()[-BLOCK // 2 :].any()
    assert player.position_s == 1.0
    may_read.set()
    listen(player, speaker, 1)
    assert player.position_s == pytest.approx(1.0 + BLOCK / RATE_HZ)


@pytest.mark.parametrize(
    ("channel", "loudness"), [(0, 0.2), (1, 0.0), (2, 0.4), (7, 0.2), ("mix", 0.2), ("all", 0.2)]
)
def test_one_channel_can_be_heard_alone(player, speaker, tone, channel, loudness):
    player.play(tone, settings=PlaySettings(channel=channel))
    assert np.max(np.abs(listen(player, speaker, 2))) == pytest.approx(loudness, abs=0.01)


def test_what_comes_before_the_selection_is_heard_once(player, speaker, ramp):
    player.play(ramp, 0.5, 0.625, loop=True, settings=PlaySettings(pre_roll_s=0.1))
    assert player.position_s == pytest.approx(0.4)
    heard = listen(player, speaker, 8)
    expected = np.concatenate([np.arange(3200, 5000), *[np.arange(4000, 5000)] * 2])[: 8 * BLOCK]
    whole = expected < 5000 - SEAM
    np.testing.assert_allclose(place(heard)[whole], expected[whole] / RATE_HZ, atol=1e-3)
    player.play(ramp, 0.05, 0.1, settings=PlaySettings(pre_roll_s=9.0))
    assert player.position_s == 0.0


@pytest.mark.parametrize("stretch", [(0.0, 0.1013), (0.3, 0.4013), (1.0, 1.004)])
@pytest.mark.parametrize(
    "settings",
    [
        PlaySettings(channel=0),
        PlaySettings(0.5, channel=0),
        PlaySettings(0.5, keeps_pitch=True, channel=0),
    ],
    ids=["plain", "as a tape", "pitch kept"],
)
def test_a_loop_does_not_click_at_its_seam(player, speaker, tone, stretch, settings):
    player.play(tone, *stretch, loop=True, settings=settings)
    heard = listen(player, speaker, 16)
    assert steepest(heard[SEAM:]) < 1.5 * 0.2 * 2 * np.pi * 440 / RATE_HZ


def test_a_loop_of_one_frame_is_played(player, speaker, ramp):
    player.play(
        ramp, 0.5, 0.5 + 1 / RATE_HZ, loop=True, settings=PlaySettings(heterodyne=True, carrier_hz=1e3)
    )
    assert len(listen(player, speaker, 4)) == 4 * BLOCK
    assert player.is_playing


def test_grains_of_what_is_under_the_pointer_are_heard_one_into_the_other(player, speaker, tone):
    def hear(place_s, blocks):
        player.scrub(tone, place_s, PlaySettings(channel=0))
        assert player.position_s == pytest.approx(place_s)
        wait_until(lambda: player._feed.ring.available)
        return [speaker.turn(GRAIN // 2)[:, 0] for _ in range(blocks)]

    feeds = []
    for place_s in np.arange(0.5, 0.7, 0.02):
        (grain,) = hear(place_s, 1)
        feeds.append(player._feed)
        assert grain.any()
    assert len(set(map(id, feeds))) == 1
    heard = np.concatenate(speaker.heard)[:, 0]
    assert steepest(heard) < 2.5 * 0.2 * 2 * np.pi * 440 / RATE_HZ
    wait_until(lambda: not speaker.turn(GRAIN // 2).any())
    assert player.is_playing
    assert max(map(np.max, hear(1.5, 1))) > 0.05
    player.seek(0.1)
    player.change(PlaySettings(2.0))
    assert player.position_s == 1.5
    player.play(tone)
    listen(player, speaker, 2)
    assert player.position_s == pytest.approx(2 * BLOCK / RATE_HZ)


def test_a_band_of_a_loop_is_heard_without_gaps(player, speaker, tone):
    player.play(tone, 0.5, 0.5 + 44 / 440, loop=True, band_hz=(300.0, 600.0))
    heard = listen(player, speaker, 16)[BLOCK:]
    loudness = np.abs(heard[: len(heard) // 80 * 80]).reshape(-1, 80).max(axis=1)
    np.testing.assert_allclose(loudness, 0.2, atol=0.02)
