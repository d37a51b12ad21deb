"""Subtitles as editors and speech recognisers write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

SRT, VTT = FORMATS["srt"], FORMATS["vtt"]
SOURCE = Path("talk.srt")
TALK = (
    "1\r\n00:00:01,500 --> 00:00:02,000 X1:10\r\nGood morning,\r\nall.\r\n\r\n"
    "2\r\n01:00:00,000 --> 01:00:01,250\r\n<i>wren</i>\r\n"
    "3\r\n01:00:02,000 --> 01:00:03,000\r\nno empty line above\r\n"
)
WEB = (
    "WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE\nby hand\n\n"
    "intro\n00:01.500 --> 00:02.000 align:start\n<v Ann>Tom &amp; <b>Eve</b>\n\n"
    "01:00:00.000 --> 01:00:01.250\nwren\n"
)


def test_cues_are_read_and_stay_as_they_are():
    file = SRT.read(TALK.encode(), SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(1.5, 2.0, "Good morning,\nall."),
        Region(3600.0, 3601.25, "<i>wren</i>"),
        Region(3602.0, 3603.0, "no empty line above"),
    ]
    assert file.skipped == ()
    assert SRT.write(file.regions, TALK.encode()) == TALK.encode()


def test_a_changed_cue_keeps_its_number_and_place_on_the_picture_and_a_new_one_gets_the_next_number():
    first, *others = SRT.read(TALK.encode(), SOURCE).regions
    wanted = [replace(first, start_s=1.25, text="Hello"), Region(70.9996, 80.0, "new"), *others]
    lines = SRT.write(wanted, TALK.encode()).decode().split("\r\n")
    assert lines[:4] == ["1", "00:00:01,250 --> 00:00:02,000 X1:10", "Hello", ""]
    assert lines[4:8] == ["4", "00:01:11,000 --> 00:01:20,000", "new", ""], "the milliseconds carry over"


def test_web_cues_are_read_without_tags_beside_notes_and_styles():
    file = VTT.read(WEB.encode(), SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(1.5, 2.0, "Tom & Eve"),
        Region(3600.0, 3601.25, "wren"),
    ]
    assert file.skipped == ()
    assert VTT.write(file.regions, WEB.encode()) == WEB.encode()
    moved = [replace(file.regions[0], end_s=3.0), replace(file.regions[1], text="a < b --> c")]
    again = VTT.write(moved, WEB.encode()).decode()
    assert "intro\n00:00:01.500 --> 00:00:03.000 align:start\n<v Ann>Tom &amp; <b>Eve</b>\n" in again
    assert again.endswith("\na &lt; b --&gt; c\n")


def test_what_is_no_cue_is_skipped_named_and_kept():
    content = f"{TALK}\r\n4\r\nsoon --> later\r\nx\r\n".encode()
    file = SRT.read(content, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [13]
    assert SRT.write(file.regions, content) == content
    with pytest.raises(BadLabelFileError, match="line 1"):
        SRT.read(b"dear diary\n", SOURCE)


def test_they_say_what_they_cannot_hold():
    told = losses(SRT, [Region(0.00025, 1.0, "a\n\nb --> c")])
    assert [str(loss) for loss in told] == [
        "1 time is rounded to milliseconds.",
        "“->” stands for “-->” in 1 label.",
        "The empty lines of 1 label are left out.",
    ]
    assert losses(VTT, [Region(0.0, 1.0, "a\nb --> <c>")]) == ()


def test_they_are_told_by_their_first_lines(tmp_path):
    for name, text, known in (
        ("talk.txt", TALK, SRT),
        ("no number.txt", "00:00:01,500 --> 00:00:02,000\nx\n", SRT),
        ("web.txt", WEB, VTT),
        ("none.srt", "", SRT),
        ("none.txt", "WEBVTTX\n", None),
    ):
        (tmp_path / name).write_text(text)
        assert recognise(tmp_path / name) is known, name


def test_who_speaks_is_told_to_be_left_out():
    (note,) = VTT.read(WEB.encode(), SOURCE).notes
    assert str(note) == "its tags “</b>”, “<b>”, “<v Ann>” are kept in the file and not shown"
