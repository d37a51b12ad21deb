import random
import re

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import probe, read_mono
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.audio.mpeg import mpeg_damage
from audioclf_gui.audio.soundness import WHOLE_FLAC_SAMPLES, Extent, examine, extent
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError

RATE_HZ = 16000
SOUND_AT = 86


def flac(path, frames, channels=1, subtype="PCM_16"):
    t = np.arange(frames)[:, None] / RATE_HZ
    noise = np.random.default_rng(frames).standard_normal((frames, channels))
    sf.write(path, 0.3 * np.sin(2 * np.pi * 440 * t) + 0.05 * noise, RATE_HZ, subtype=subtype)
    return path.read_bytes()


def with_flipped(content, at, mask):
    damaged = bytearray(content)
    damaged[at] ^= mask
    return bytes(damaged)


@pytest.mark.parametrize(
    ("frames", "channels", "subtype", "flips"),
    [(40_000, 1, "PCM_16", 200), (20_000, 2, "PCM_24", 200), (3_000, 1, "PCM_S8", 100)],
)
def test_every_flac_with_a_flipped_byte_of_sound_is_put_aside_at_import(
    tmp_path, frames, channels, subtype, flips
):
    whole = flac(tmp_path / "whole.flac", frames, channels, subtype)
    chance = random.Random(1)
    for number in range(flips):
        at, mask = chance.randrange(SOUND_AT, len(whole)), chance.randrange(1, 256)
        (tmp_path / f"{number:03}.flac").write_bytes(with_flipped(whole, at, mask))
    found = list(ingest([Candidate(path) for path in tmp_path.iterdir()]))
    aside = [one for one in found if isinstance(one, Quarantined)]
    assert [one.candidate.path.name for one in found if isinstance(one, FoundClip)] == ["whole.flac"]
    assert len(aside) == flips
    assert all("damaged after" in str(one.reason) for one in aside)
    assert all(str(one.remedy).endswith(".") for one in aside)


@pytest.mark.parametrize(
    ("subtype", "bits"), [("PCM_S8", "8 bit"), ("PCM_16", "16 bit"), ("PCM_24", "24 bit")]
)
@pytest.mark.parametrize("channels", [1, 2, 5])
def test_a_whole_flac_of_any_depth_is_found_whole(tmp_path, subtype, bits, channels):
    flac(tmp_path / "whole.flac", 20_000, channels, subtype)
    facts = examine(tmp_path / "whole.flac")
    assert facts == probe(tmp_path / "whole.flac")
    assert (facts.warning, facts.encoding) == (None, f"FLAC {bits}")


@pytest.mark.parametrize("frames", [3_000, 40_000])
def test_every_flipped_byte_of_a_header_is_named(tmp_path, frames):
    whole = flac(tmp_path / "whole.flac", frames)
    path = tmp_path / "damaged.flac"
    unnamed = set()
    for at in range(SOUND_AT):
        path.write_bytes(with_flipped(whole, at, 0x01 if at % 2 else 0x10))
        try:
            if examine(path).warning is None:
                unnamed.add(at)
        except UnreadableAudioError:
            pass  # named, and more than that
    assert unnamed == set()


def test_the_place_of_the_damage_is_told_to_the_second(tmp_path):
    path = tmp_path / "long.flac"
    whole = flac(path, 60 * RATE_HZ)
    path.write_bytes(with_flipped(whole, len(whole) // 2, 1))
    with pytest.raises(UnreadableAudioError, match=r"damaged after (29|30)\.0 s"):
        examine(path)


def test_padding_that_is_not_empty_and_a_wrong_seek_point_are_told_but_taken(tmp_path):
    whole = flac(tmp_path / "whole.flac", 40_000)
    padding = bytes([1]) + (8).to_bytes(3) + bytes(8)
    point = bytes(8) + bytes(8) + (4096).to_bytes(2)
    table = bytes([3]) + len(point).to_bytes(3) + point
    for block, at, part in ((padding, 6, "padding"), (table, 13, "seek table"), (table, 21, "seek table")):
        path = tmp_path / "tagged.flac"
        path.write_bytes(whole[:42] + block + whole[42:])
        assert examine(path).warning is None
        path.write_bytes(whole[:42] + with_flipped(block, at if at < len(block) else -1, 1) + whole[42:])
        assert part in str(examine(path).warning)


def test_damage_between_the_places_of_a_very_long_flac_is_found_when_one_of_them_meets_it(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("audioclf_gui.audio.soundness.WHOLE_FLAC_SAMPLES", 1000)
    path = tmp_path / "long.flac"
    whole = flac(path, 40 * RATE_HZ)
    assert extent(examine(path)) is Extent.SAMPLED
    path.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 20) + whole[len(whole) * 11 // 20 :])
    with pytest.raises(UnreadableAudioError, match="damaged after"):
        examine(path)


@pytest.mark.parametrize(
    ("encoding", "samples", "expected"),
    [
        ("FLAC 16 bit", WHOLE_FLAC_SAMPLES, Extent.WHOLE),
        ("FLAC 16 bit", WHOLE_FLAC_SAMPLES + 2, Extent.SAMPLED),
        ("MP3", 2**24, Extent.WHOLE),
        ("OGG Vorbis", 2**24 + 2, Extent.SAMPLED),
        ("WAV 16 bit", 2, Extent.END),
    ],
)
def test_how_much_is_decoded_depends_on_the_length(encoding, samples, expected):
    assert extent(AudioFacts(RATE_HZ, 2, samples // 2, encoding)) is expected


def told(path):
    """The warning about a file or the reason to refuse it; "" if it is taken for sound."""
    try:
        return str(examine(path).warning or "")
    except UnreadableAudioError as error:
        return str(error.reason)


@pytest.mark.parametrize("subtype", ["VORBIS", "OPUS"])
@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        pytest.param(lambda whole, page: whole, "", id="none"),
        pytest.param(lambda whole, page: whole + b"TAG" + bytes(125), "", id="an ID3 tag behind it"),
        pytest.param(lambda whole, page: whole + whole, "", id="two in a row"),
        pytest.param(
            lambda whole, page: with_flipped(whole, page + 300, 4), "1 page .* heard too early", id="a flip"
        ),
        pytest.param(
            lambda whole, page: whole[:page] + whole[whole.find(b"OggS", page + 4) :],
            "1 page .* heard too early",
            id="a page is missing",
        ),
        pytest.param(lambda whole, page: whole[: page + 300], "end .* is missing", id="cut off"),
        pytest.param(
            lambda whole, page: whole[: page + 300] + bytes(len(whole) - page - 300),
            "end .* is missing",
            id="zeros to the end",
        ),
    ],
)
def test_sound_that_is_lost_from_an_ogg_stream_is_told(tmp_path, subtype, damage, expected):
    path = tmp_path / "sound.ogg"
    noise = 0.1 * np.random.default_rng(0).standard_normal(10 * RATE_HZ)
    sf.write(path, noise, RATE_HZ, format="OGG", subtype=subtype)
    whole = path.read_bytes()
    third_page_of_sound = -1
    for _ in range(5):
        third_page_of_sound = whole.find(b"OggS", third_page_of_sound + 1)
    path.write_bytes(damage(whole, third_page_of_sound))
    assert re.fullmatch(f".*{expected}.*" if expected else "", told(path)), told(path)


@pytest.mark.parametrize("kind", ["WAV", "WAVEX", "AIFF", "AU", "W64", "RF64", "CAF", "SVX"])
def test_bare_samples_that_break_off_are_told(tmp_path, kind):
    path = tmp_path / "sound"
    sf.write(path, np.full(8000, 0.1), RATE_HZ, format=kind, subtype="PCM_16")
    whole = path.read_bytes()
    path = path.rename(tmp_path / f"sound.{kind.lower()}")
    assert told(path) == ""
    path.write_bytes(whole[: len(whole) // 2])
    assert told(path) != ""


@pytest.mark.parametrize("at", [22, 25, 34])
def test_a_wav_whose_header_contradicts_itself_is_told(tmp_path, at):
    path = tmp_path / "sound.wav"
    sf.write(path, np.full(8000, 0.1), RATE_HZ, subtype="PCM_16")
    path.write_bytes(with_flipped(path.read_bytes(), at, 0x10))
    assert told(path) != ""


@pytest.fixture(
    params=[(44100, 1), (44100, 2), (22050, 1), (8000, 1)], ids=lambda kind: f"{kind[0]} Hz, {kind[1]}"
)
def mp3(request, tmp_path):
    """A whole MP3 of three seconds and where its frames begin."""
    rate_hz, channels = request.param
    noise = np.random.default_rng(rate_hz).standard_normal((3 * rate_hz, channels))
    sf.write(tmp_path / "whole.mp3", 0.1 * noise, rate_hz, format="MP3")
    content = (tmp_path / "whole.mp3").read_bytes()
    starts = [place for place in range(len(content)) if content[place : place + 2] == content[:2]]
    return content, starts


def warning_of(path, content):
    path.write_bytes(content)
    return str(examine(path).warning)


def test_a_whole_mp3_is_found_whole_with_and_without_titles(mp3, tmp_path):
    content, _ = mp3
    titles = b"ID3\4\0\0\0\0\1\x00" + b"TIT2" + bytes(124)
    for whole in (content, titles + content, titles + content + b"TAG" + b"x" * 125, bytes(300) + content):
        assert warning_of(tmp_path / "x.mp3", whole) == "None"


@pytest.mark.parametrize("bit", [0, 7, 11, 13, 16, 17, 19, 20, 21])
def test_an_mp3_whose_first_header_has_one_wrong_bit_says_so(mp3, bit, tmp_path):
    content, _ = mp3
    said = warning_of(tmp_path / "x.mp3", with_flipped(content, bit // 8, 0x80 >> bit % 8))
    assert said != "None"
    if bit < 16:  # the others change the length, and may hit upon another frame
        assert f"{mp3[1][1]} bytes before the first frame are not sound." in said


def test_bytes_before_the_first_frame_of_an_mp3_are_counted(mp3, tmp_path):
    content, _ = mp3
    said = warning_of(tmp_path / "x.mp3", b"no sound yet" + content)
    assert "12 bytes before the first frame are not sound." in said


def test_a_hole_in_the_middle_of_an_mp3_is_told_with_its_time(mp3, tmp_path):
    content, _ = mp3
    frames = [place for place in mp3[1] if place > len(content) // 2]
    path = tmp_path / "x.mp3"
    path.write_bytes(content[: frames[0]] + b"\x55" * (frames[3] - frames[0]) + content[frames[3] :])
    said = str(mpeg_damage(path))
    assert f"{frames[3] - frames[0]} bytes are no frames of sound, the first of them after 1." in said


def test_an_mp3_of_frames_of_many_sizes_without_a_word_on_their_number_is_heard_to_its_end(tmp_path):
    rate_hz = 44100
    sound = np.random.default_rng(0).standard_normal(6 * rate_hz) * np.repeat(
        [0.0001, 0.3, 0.0001], 2 * rate_hz
    )
    sf.write(tmp_path / "told.mp3", sound, rate_hz, format="MP3")
    content = (tmp_path / "told.mp3").read_bytes()
    begin = content.find(content[:2], 1)
    (tmp_path / "untold.mp3").write_bytes(content[begin:])
    told, untold = read_mono(tmp_path / "told.mp3"), read_mono(tmp_path / "untold.mp3")
    late = len(untold) - len(told)  # without the header that was left out nobody knows what to skip
    assert 0 <= late < 2 * 1152
    np.testing.assert_allclose(untold[576 : 576 + len(told) - 1152], told[:-1152], atol=1e-3)
    assert probe(tmp_path / "untold.mp3").frames == len(untold)
    assert read_mono(tmp_path / "untold.mp3", None, 3.0, 4.0) == pytest.approx(
        untold[3 * rate_hz : 4 * rate_hz], abs=1e-4
    )
