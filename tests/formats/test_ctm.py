"""Words with their times as recognisers of speech write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

CTM = FORMATS["ctm"]
SOURCE = Path("talk.ctm")
TALK = (
    ";; made by a recogniser\n"
    "7654 A 11.340 0.200 YES 0.75\n"
    "7654 A 12.00  0.34 YOU -6.763\r\n"
    "7654 A * * <ALT_BEGIN>\n"
    "7654 A 13.30 0.5 CAN\n"
)


def test_words_are_read_with_their_file_and_score():
    file = CTM.read(TALK.encode(), SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(11.34, 11.54, "YES", score=0.75),
        Region(12.0, 12.34, "YOU"),
        Region(13.3, 13.8, "CAN"),
    ]
    assert {one.sound_file for one in file.regions} == {"7654"}
    assert [one.number for one in file.skipped] == [4]
    assert CTM.write(file.regions, TALK.encode()) == TALK.encode()


def test_changes_leave_the_other_fields_and_new_lines_name_the_file():
    yes, you, can = CTM.read(TALK.encode(), SOURCE).regions
    wanted = [
        replace(yes, end_s=11.5),
        replace(you, text="you all"),
        can,
        Region(20.0, 20.5, "so", score=0.5),
    ]
    lines = CTM.write(wanted, TALK.encode()).decode().split("\n")
    assert lines[1:] == [
        "7654 A 11.340000 0.160000 YES 0.75",
        "7654 A 12.00  0.34 you_all -6.763\r",
        "7654 A * * <ALT_BEGIN>",
        "7654 A 13.30 0.5 CAN",
        "7654 1 20.000000 0.500000 so 0.500000",
        "",
    ]


@pytest.mark.parametrize("line", ["7654 A soon 1 x", "7654 A 5 -1 x", "7654 A 1 2"])
def test_a_file_of_faults_is_refused_with_its_line(line):
    with pytest.raises(BadLabelFileError, match="line 1"):
        CTM.read(line.encode(), SOURCE)


def test_it_is_told_by_its_first_words(tmp_path):
    for name, text, known in (
        ("talk.txt", TALK, CTM),
        ("none.ctm", "", CTM),
        ("none.txt", "page 3 2 5 and more of it\n", None),
    ):
        (tmp_path / name).write_text(text)
        assert recognise(tmp_path / name) is known, name


def test_scores_that_are_no_shares_of_1_are_told():
    file = CTM.read(b"a 1 0 1 dog 97.5\na 1 1 1 cat 0.5\na 1 2 1 owl <NA>\n", SOURCE)
    assert [one.score for one in file.regions] == [None, 0.5, None]
    assert [str(one) for one in file.notes] == ["1 score of it is no share of 1 and is left out"]
