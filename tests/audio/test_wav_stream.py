import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import probe
from audioclf_gui.audio.wav_stream import HEADER_BYTES, LARGEST_WAV_BYTES, WavStream, wav_header


def test_a_growing_file_is_valid_at_each_commit(tmp_path):
    path = tmp_path / "take.wav"
    sound = np.random.default_rng(0).uniform(-1, 1, (5000, 2)).astype(np.float32)
    with WavStream(path, 16000, 2) as stream:
        for start in range(0, 5000, 1000):
            stream.write(sound[start : start + 1000])
            stream.commit()
            facts = probe(path)
            assert (facts.frames, facts.channels, facts.rate_hz) == (start + 1000, 2, 16000)
    samples, _ = sf.read(path)
    np.testing.assert_allclose(samples, sound, atol=1 / 32768)
    assert probe(path).warning is None


def test_what_is_too_loud_is_clipped_and_does_not_wrap(tmp_path):
    with WavStream(tmp_path / "loud.wav", 8000, 1) as stream:
        stream.write(np.array([[3.0], [-3.0]], np.float32))
    np.testing.assert_allclose(sf.read(tmp_path / "loud.wav")[0], [1.0, -1.0], atol=1e-4)


def test_a_take_never_replaces_another(tmp_path):
    (tmp_path / "take.wav").write_text("precious")
    with pytest.raises(FileExistsError):
        WavStream(tmp_path / "take.wav", 8000, 1)
    assert (tmp_path / "take.wav").read_text() == "precious"


@pytest.mark.parametrize("sound_bytes", [0, 4000, LARGEST_WAV_BYTES - 3, LARGEST_WAV_BYTES + 1, 7 * 2**30])
def test_other_programs_see_the_full_length_on_both_sides_of_4_gb(tmp_path, sound_bytes):
    path = tmp_path / "long.wav"
    with path.open("wb") as file:
        file.write(wav_header(48000, 2, sound_bytes))
        file.truncate(HEADER_BYTES + sound_bytes)  # sparse: takes no room
    facts = probe(path)
    assert facts.frames == sound_bytes // 4
    assert facts.encoding == ("RF64 16 bit" if sound_bytes > LARGEST_WAV_BYTES else "WAV 16 bit")


def test_past_the_limit_the_same_sound_is_read_from_rf64(tmp_path):
    sound = np.arange(-3000, 3000, dtype="<i2")
    path = tmp_path / "take.wav"
    for largest in (100_000, 1000):
        path.write_bytes(wav_header(8000, 1, 12_000, largest) + sound.tobytes())
        samples, rate_hz = sf.read(path, dtype="int16")
        assert rate_hz == 8000
        np.testing.assert_array_equal(samples, sound)
    assert sf.info(path).format == "RF64"
