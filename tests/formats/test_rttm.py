"""Segments as speech recognition and diarisation write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

RTTM = FORMATS["rttm"]
SOURCE = Path("talk.rttm")
TALK = (
    ";; made by hand\n"
    "SPKR-INFO talk 1 <NA> <NA> <NA> unknown ann <NA> <NA>\n"
    "SPEAKER talk 1   1.440 11.872 <NA> <NA> ann 0.75 <NA>\n"
    "SPEAKER talk 1 13.152 3.770 <NA> <NA> bob <NA> <NA>\r\n"
    "SPEAKER talk 1 20 1 <NA> <NA> <NA> <NA>\n"
)


def test_segments_are_read_with_their_file_and_score():
    file = RTTM.read(TALK.encode(), SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(1.44, 13.312, "ann", score=0.75),
        Region(13.152, 16.922, "bob"),
        Region(20.0, 21.0, ""),
    ]
    assert [one.sound_file for one in file.regions] == ["talk", "talk", "talk"]
    assert file.skipped == (), "comments and descriptions of speakers are no labels"
    assert RTTM.write(file.regions, TALK.encode()) == TALK.encode()


def test_changes_leave_the_other_fields_and_new_lines_name_the_file():
    ann, bob, nobody = RTTM.read(TALK.encode(), SOURCE).regions
    changed = [
        replace(ann, end_s=12.0, score=None),
        replace(bob, text="big bob"),
        nobody,
        Region(30.0, 31.5, "cy"),
    ]
    lines = RTTM.write(changed, TALK.encode()).decode().split("\n")
    assert lines[2] == "SPEAKER talk 1   1.440000 10.560000 <NA> <NA> ann <NA> <NA>"
    assert lines[3] == "SPEAKER talk 1 13.152 3.770 <NA> <NA> big_bob <NA> <NA>\r"
    assert lines[5] == "SPEAKER talk 1 30.000000 1.500000 <NA> <NA> cy <NA> <NA>"


@pytest.mark.parametrize(
    "line",
    [
        "SPEAKER talk 1 soon 1 <NA> <NA> ann <NA> <NA>",
        "SPEAKER talk 1 5 -1 <NA> <NA> ann",
        "LEXEME talk 1 1 1 hi lex ann",
    ],
)
def test_lines_that_are_no_segments_are_skipped_named_and_kept(line):
    content = f"{TALK}{line}\n".encode()
    file = RTTM.read(content, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [6]
    assert RTTM.write(file.regions, content) == content
    with pytest.raises(BadLabelFileError, match="line 1"):
        RTTM.read(line.encode(), SOURCE)


def test_it_says_what_it_cannot_hold():
    told = losses(RTTM, [Region(0.0, 1.0, "big bob", 100.0, 200.0)])
    assert [loss.count for loss in told] == [1, 1]
    assert losses(RTTM, [Region(0.0, 1.0, "bob", score=0.5)]) == ()


def test_it_is_told_by_its_first_segment(tmp_path):
    for name, text, known in (
        ("talk.txt", TALK, RTTM),
        ("none.rttm", "", RTTM),
        ("none.txt", "SPEAKER of the house\n", None),
    ):
        (tmp_path / name).write_text(text)
        assert recognise(tmp_path / name) is known, name


def test_a_line_with_more_fields_than_there_are_is_no_label():
    line = "SPEAKER rec 1 0.5 1 <NA> <NA> x y <NA> <NA>"
    file = RTTM.read(f"{line}\n{line.replace('x y', 'x_y')}\n".encode(), SOURCE)
    assert [one.text for one in file.regions] == ["x_y"]
    assert [one.number for one in file.skipped] == [1]
