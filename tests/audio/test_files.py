import csv
import os
import struct
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import AudioSource, known_facts, probe, read_blocks, read_mono, write_wav
from audioclf_gui.audio.heard import listen
from audioclf_gui.core.errors import UnreadableAudioError

ROBUSTNESS = next(
    (
        folder / "shared/data/robustness"
        for folder in Path(__file__).resolve().parents
        if (folder / "shared/data/robustness/manifest.csv").is_file()
    ),
    None,
)
ROWS = list(csv.DictReader((ROBUSTNESS / "manifest.csv").open(encoding="utf-8"))) if ROBUSTNESS else []
REFUSED_LIES = {
    "lies/02 - increasing number of channels.flac",
    "lies/04 - wrong number of channels.flac",
    "lies/ooming-header.flac",
    "lies/variable-block.flac",
}
CODECS = {
    "2822400-1ch-0s-silence.dsf": "DSD",
    "44100-2.m4a": "AAC",
    "ableton.aif": "AIFF codec “able”",
    "bach.ogg": "FLAC in Ogg",
    "empty.alac.m4a": "ALAC",
    "empty.ape": "Monkey's Audio",
    "empty.wma": "WMA",
    "empty.wv": "WavPack",
    "recording_20170716_230503.wac": "WAC",
    "test.spx": "Speex",
    "test5.webm": "WebM",
    "test_16KHZ_mono_400Hz.raw": "headerless PCM",
    "wrong_extension.aac": "AAC or ALAC in MP4",
}
RATE_HZ = 44100
CLICKS_S = (0.25, 1.0, 2.5, 4.125, 5.75)


def rows(*expected):
    return [pytest.param(row, id=row["file"]) for row in ROWS if row["expect"] in expected] or [
        pytest.param(None, marks=pytest.mark.skip("there is no folder shared/data beside the checkout"))
    ]


@pytest.mark.timeout(15)
@pytest.mark.parametrize("row", rows("open", "lies"))
def test_odd_files_are_read_as_what_they_hold(row):
    path = ROBUSTNESS / row["file"]
    started = time.thread_time()
    if row["file"] in REFUSED_LIES:
        with pytest.raises(UnreadableAudioError, match=r"damaged|no sound"):
            probe(path)
        return
    facts = probe(path)
    assert time.thread_time() - started < 5.0
    assert (facts.rate_hz, facts.channels) == (int(row["sf_samplerate"]), int(row["sf_channels"]))
    assert facts.frames == int(row["sf_frames_read"])
    assert facts.frames == sum(len(block) for block in read_blocks(path))
    assert facts.warning or row["expect"] == "open"


@pytest.mark.timeout(15)
@pytest.mark.parametrize("row", rows("refuse", "other-codec"))
def test_what_is_no_audio_is_refused_with_name_reason_and_remedy(row):
    path = ROBUSTNESS / row["file"]
    started = time.thread_time()
    with pytest.raises(UnreadableAudioError) as refusal:
        probe(path)
    assert time.thread_time() - started < 5.0
    assert path.name in str(refusal.value)
    assert len(str(refusal.value.reason)) > 10
    assert str(refusal.value.remedy).endswith(".")
    assert CODECS.get(path.name, "") in str(refusal.value.reason)


def test_no_odd_file_makes_memory_grow_by_its_header(shared_data):
    resource = pytest.importorskip("resource")
    path = shared_data / "robustness/lies/flac453sStereo.flac"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert probe(path).frames == sum(len(block) for block in read_blocks(path)) == 20_000_000
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) < 50_000  # kB; all of it is 160 000


def test_a_day_long_wav_is_probed_by_its_end(tmp_path):
    path = tmp_path / "day.wav"
    frames = 24 * 3600 * 16000
    sf.write(path, np.zeros(16000), 16000, subtype="PCM_16")
    with path.open("r+b") as file:
        file.seek(4)
        file.write(struct.pack("<I", 2 * frames + 36))
        file.seek(40)
        file.write(struct.pack("<I", 2 * frames))
        file.truncate(44 + 2 * frames)
    started = time.thread_time()
    facts = probe(path)
    assert time.thread_time() - started < 0.5
    assert (facts.duration_s, facts.warning) == (24 * 3600, None)


@pytest.mark.parametrize("announced", [0xFFFFFFFF, 0x7FFFFFFF, 200_000])
def test_a_wav_that_announces_too_much_has_the_length_it_has(tmp_path, announced):
    path = tmp_path / "unfinished.wav"
    sf.write(path, noise(48_000), 16000, subtype="PCM_16")
    patch(path, 40, struct.pack("<I", announced))
    facts = probe(path)
    assert facts.frames == 48_000
    assert "96000" in str(facts.warning)


def test_a_wav_that_announces_no_sound_but_holds_some_is_refused_with_the_cure(tmp_path):
    path = tmp_path / "power_cut.wav"
    sf.write(path, noise(48_000), 16000, subtype="PCM_16")
    patch(path, 40, struct.pack("<I", 0))
    with pytest.raises(UnreadableAudioError, match="96000 bytes follow") as refusal:
        probe(path)
    assert "Repair" in str(refusal.value.remedy)


def test_a_flac_stream_without_length_gets_the_length_of_its_frames(tmp_path):
    path = tmp_path / "streamed.flac"
    samples = noise(500_001)
    sf.write(path, samples, 48000)
    with path.open("r+b") as file:
        file.seek(21)
        low = file.read(1)[0]
        file.seek(21)
        file.write(bytes([low & 0xF0, 0, 0, 0, 0]))
    facts = probe(path)
    assert facts.frames == 500_001
    assert "does not say how long" in str(facts.warning)
    np.testing.assert_allclose(read_mono(path, start_s=9.0, stop_s=9.5), samples[432_000:456_000], atol=1e-4)
    with AudioSource(path) as source:
        assert len(source.read(499_000, 5000)) == 1001


def test_a_flac_cut_in_the_middle_is_refused_with_the_place(tmp_path):
    path = tmp_path / "cut.flac"
    sf.write(path, noise(480_000), 48000)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(UnreadableAudioError, match=r"damaged after \d\.\d s"):
        probe(path)


def test_a_long_flac_damaged_in_the_middle_is_refused_when_read_and_not_cut_short(tmp_path):
    path = tmp_path / "long.flac"
    with sf.SoundFile(path, "w", 44100, 1) as file:
        for seed in range(18):
            file.write(noise(2**20, seed))
    size = path.stat().st_size
    patch(path, size // 2, bytes(size // 100))
    assert probe(path).frames == 18 * 2**20  # tested at its end only, so that a batch is quick
    with pytest.raises(UnreadableAudioError, match="damaged after"):
        list(read_blocks(path))


def test_a_file_whose_header_is_lost_is_not_taken_for_bare_samples(tmp_path):
    path = tmp_path / "headless.au"
    sf.write(path, noise(1000), 8000, format="AU", subtype="PCM_16")
    patch(path, 0, b"????")
    with pytest.raises(UnreadableAudioError, match="header is damaged or missing"):
        probe(path)


@pytest.mark.parametrize("name", ["č ř ä.wav", "100 %s.wav", "🦉.wav", "e\u0301.wav", "鳥" * 60 + ".wav"])
def test_names_of_any_kind_are_opened(tmp_path, name):
    write_wav(tmp_path / name, noise(100), 8000)
    assert probe(tmp_path / name).frames == 100


def test_a_name_in_another_code_page_is_opened(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/vogel_\xe4.wav"))
    try:
        write_wav(path, noise(100), 8000)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert probe(path).frames == len(read_mono(path)) == 100


def test_what_is_no_file_is_refused_at_once(tmp_path):
    with pytest.raises(UnreadableAudioError, match="not a file"):
        probe(tmp_path)
    with pytest.raises(UnreadableAudioError, match="No such file"):
        probe(tmp_path / "gone.wav")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.wav")
        with pytest.raises(UnreadableAudioError, match="not a file"):
            probe(tmp_path / "pipe.wav")


def test_an_absurd_rate_is_refused(tmp_path):
    path = tmp_path / "slow.wav"
    write_wav(path, noise(100), 8000)
    patch(path, 24, struct.pack("<II", 3, 6))
    with pytest.raises(UnreadableAudioError, match="3 Hz"):
        probe(path)


def test_numbers_that_are_none_become_silence_and_loud_ones_stay(tmp_path):
    path = tmp_path / "float.wav"
    sf.write(path, np.array([0.5, np.nan, np.inf, -np.inf, 7.0], np.float32), 8000, subtype="FLOAT")
    assert read_mono(path).tolist() == [0.5, 0.0, 0.0, 0.0, 7.0]


def test_numbers_beyond_any_scale_become_silence_and_those_of_32_bits_stay(tmp_path):
    path = tmp_path / "double.wav"
    sf.write(path, np.array([1e30, -1e300, 2.0**31, -32768.0]), 8000, subtype="DOUBLE")
    assert read_mono(path).tolist() == [0.0, 0.0, 2.0**31, -32768.0]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # numpy would print to the terminal what it cannot convert
        assert listen(path).problem is None


@pytest.mark.parametrize(
    "path_and_kind", ["clicks.wav", "clicks.flac", "clicks.mp3", "clicks.ogg", "clicks.opus"]
)
@pytest.mark.parametrize("rate_hz", [None, 16000])
def test_a_label_on_a_click_cuts_out_that_click(tmp_path, path_and_kind, rate_hz):
    path = tmp_path / path_and_kind
    own_hz = click_track(path)
    decoded = np.concatenate(list(read_blocks(path)))[:, 0]
    for click_s in CLICKS_S:
        around = slice(round((click_s - 0.1) * own_hz), round((click_s + 0.1) * own_hz))
        heard_s = (around.start + int(np.argmax(np.abs(decoded[around])))) / own_hz
        assert abs(heard_s - click_s) < 0.001
        cut = read_mono(path, rate_hz, heard_s - 0.05, heard_s + 0.05)
        assert abs(int(np.argmax(np.abs(cut))) / (rate_hz or own_hz) - 0.05) < 0.001


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "ogg", "opus"])
def test_cuts_and_random_reads_equal_the_full_decode(tmp_path, kind):
    path = tmp_path / f"noise.{kind}"
    own_hz = write_compressed(
        path, np.repeat(noise(6 * 12, seed=3), RATE_HZ // 12) * 0.1 + noise(6 * RATE_HZ) * 0.2
    )
    whole = np.concatenate(list(read_blocks(path)))[:, 0]
    random = np.random.default_rng(5)
    with AudioSource(path) as source:
        assert source.facts.frames == len(whole)
        for _ in range(25):
            start = int(random.integers(0, len(whole)))
            count = int(random.integers(1, 9000))
            expected = whole[start : start + count]
            np.testing.assert_allclose(source.read(start, count)[:, 0], expected, atol=1e-4)
            cut = read_mono(path, None, start / own_hz, (start + count) / own_hz)
            np.testing.assert_allclose(cut, expected, atol=1e-4)


def test_real_vorbis_files_are_cut_where_the_full_decode_has_it(shared_data):
    random = np.random.default_rng(1)
    for path in sorted((shared_data / "env-esc10/audio").glob("*.ogg"))[:8]:
        whole = np.concatenate(list(read_blocks(path)))
        for start in random.integers(0, len(whole), 5).tolist():
            (cut,) = read_blocks(path, 4000, start, min(start + 4000, len(whole)))
            np.testing.assert_array_equal(cut, whole[start : start + 4000])


@pytest.mark.parametrize(
    "name", ["open/mp3_mpeg_layer_iii.mp3", "open/Tëmple of Spörks.mp3", "open/gsm_6_10.wav"]
)
def test_real_files_of_lossy_codecs_are_cut_where_the_full_decode_has_it(shared_data, name):
    path = shared_data / "robustness" / name
    whole = np.concatenate(list(read_blocks(path)))
    with AudioSource(path) as source:
        for start in np.random.default_rng(2).integers(0, len(whole), 30).tolist():
            np.testing.assert_allclose(source.read(start, 500), whole[start : start + 500], atol=1e-4)


def test_channels_are_averaged(tmp_path):
    path = tmp_path / "stereo.wav"
    sf.write(path, np.array([[0.5, 0.0], [0.25, -0.25], [1.0, 0.5]]), 8000, subtype="FLOAT")
    assert read_mono(path).tolist() == [0.25, 0.0, 0.75]


def test_stretches_that_touch_share_no_frame_and_skip_none(tmp_path):
    path = tmp_path / "long.wav"
    sf.write(path, noise(10_000), 11025, subtype="FLOAT")
    borders_s = [0.0, 0.1234, 0.4, 0.40001, 0.9]
    parts = [read_mono(path, None, a, b) for a, b in zip(borders_s, [*borders_s[1:], None], strict=True)]
    np.testing.assert_array_equal(np.concatenate(parts), read_mono(path))


def test_a_stretch_beyond_the_end_is_short_or_empty(tmp_path):
    path = tmp_path / "short.wav"
    write_wav(path, noise(800), 8000)
    assert len(read_mono(path, start_s=0.05, stop_s=9.0)) == 400
    assert len(read_mono(path, 16000, 5.0, 9.0)) == 0
    with pytest.raises(ValueError, match="no sound runs"):
        read_mono(path, start_s=0.5, stop_s=0.25)


@pytest.mark.parametrize("name", ["apev2-lyricsv2.mp3", "vbr_xing_header_2channel.mp3"])
def test_a_stretch_beyond_a_lying_header_is_empty(shared_data, name):
    assert len(read_mono(shared_data / "robustness/lies" / name, None, 20.0, 21.0)) == 0


def test_blocks_have_the_size_asked_for(tmp_path):
    path = tmp_path / "stereo.flac"
    sf.write(path, noise(2000).reshape(1000, 2), 8000)
    assert [block.shape for block in read_blocks(path, 300, 50)] == [(300, 2), (300, 2), (300, 2), (50, 2)]
    assert [len(block) for block in read_blocks(path, 300, 50, 650)] == [300, 300]


def test_what_was_written_is_read_back(tmp_path):
    path = tmp_path / "new folder" / "out.wav"
    write_wav(path, np.array([0.0, 0.5, -1.0, 1.5], np.float32), 22050)
    assert probe(path).encoding == "WAV 16 bit"
    np.testing.assert_allclose(read_mono(path), [0.0, 0.5, -1.0, 1.0], atol=1e-4)
    assert [other.name for other in path.parent.iterdir()] == ["out.wav"]


def test_facts_are_read_anew_when_the_file_changed(tmp_path):
    path = tmp_path / "take.wav"
    write_wav(path, noise(100), 8000)
    assert known_facts(path).frames == 100
    write_wav(path, noise(200), 8000)
    assert known_facts(path).frames == 200


def noise(frames, seed=0):
    return np.random.default_rng(seed).uniform(-0.5, 0.5, frames).astype(np.float32)


def patch(path, at, content):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def click_track(path):
    samples = np.zeros(7 * 48000, np.float32)
    own_hz = 48000 if path.suffix == ".opus" else RATE_HZ
    for click_s in CLICKS_S:
        at = round(click_s * own_hz)
        samples[at - 20 : at + 21] += np.hanning(41) * 0.8
    return write_compressed(path, samples[: 7 * own_hz])


def write_compressed(path, samples):
    kind = path.suffix[1:]
    container, subtype = {
        "wav": ("WAV", "FLOAT"),
        "flac": ("FLAC", "PCM_24"),
        "mp3": ("MP3", "MPEG_LAYER_III"),
        "ogg": ("OGG", "VORBIS"),
        "opus": ("OGG", "OPUS"),
    }[kind]
    own_hz = 48000 if kind == "opus" else RATE_HZ
    with sf.SoundFile(path, "w", own_hz, 1, subtype, format=container) as file:
        for at in range(0, len(samples), 8192):  # libsndfile's Vorbis writer crashes on very long blocks
            file.write(samples[at : at + 8192])
    return own_hz
