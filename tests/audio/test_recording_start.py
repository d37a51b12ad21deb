"""When recordings began, by their names and headers."""

import struct
from datetime import datetime

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.recording_start import recording_start
from audioclf_gui.core.recording_times import started_by_name

MOMENT = datetime(2024, 1, 31, 5, 30, 0)


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        pytest.param("20240131_053000.WAV", MOMENT, id="AudioMoth"),
        pytest.param("20240131_053000T.WAV", MOMENT, id="AudioMoth, triggered"),
        pytest.param("SITE03_20240131_053000.wav", MOMENT, id="Song Meter"),
        pytest.param("MARS-20240131T053000Z-2kHz.wav", MOMENT, id="ISO, compact"),
        pytest.param("2024-01-31 05-30-00.flac", MOMENT, id="takes of this program"),
        pytest.param("2024-01-31T05:30:00.123.wav", MOMENT, id="ISO"),
        pytest.param("rec_2024.01.31_05.30.00_ch1.wav", MOMENT, id="dots"),
        pytest.param("99999999_999999_20240131_053000.wav", MOMENT, id="a number before it"),
        pytest.param("20241331_053000.wav", None, id="no month 13"),
        pytest.param("1-100032-A-0.wav", None, id="ESC-50"),
        pytest.param("120240131_0530001.wav", None, id="longer numbers"),
        pytest.param("20240131.wav", None, id="a day only"),
        pytest.param("10340131_053000.wav", None, id="before there were recorders"),
    ],
)
def test_names_tell_when_a_recording_began(name, moment):
    assert started_by_name(name) == moment


def with_chunk(path, name, content):
    """A WAV file with one more chunk behind its sound."""
    sf.write(path, np.zeros(101, np.float32), 8000)
    whole = path.read_bytes()
    chunk = name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    path.write_bytes(b"RIFF" + struct.pack("<I", len(whole) - 8 + len(chunk)) + whole[8:] + chunk)
    return path


@pytest.mark.parametrize(
    ("chunk", "content"),
    [
        pytest.param(b"bext", b"\0" * 320 + b"2024-01-3105:30:00" + b"\0" * 260, id="Broadcast Wave"),
        pytest.param(b"guan", b"GUANO|Version: 1.0\nTimestamp: 2024-01-31T05:30:00+01:00\n", id="GUANO"),
        pytest.param(
            b"LIST",
            b"INFOICMT\x40\0\0\0Recorded at 05:30:00 31/01/2024 (UTC) by AudioMoth 24F3190361CA",
            id="AudioMoth",
        ),
    ],
)
def test_headers_tell_it_before_the_name_does(chunk, content, tmp_path):
    found = recording_start(with_chunk(tmp_path / "20010101_000000.wav", chunk, content))
    assert found is not None
    assert found.at == MOMENT
    assert "header" in str(found.source)


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff", b"\0" * 5000]
)
def test_what_is_no_header_is_passed_over(content, tmp_path):
    path = tmp_path / "20240131_053000.wav"
    path.write_bytes(content)
    found = recording_start(path)
    assert found is not None
    assert found.at == MOMENT
    assert recording_start(tmp_path / "20240131_053000 gone.wav") is None
