"""Segments of Kaldi."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

KALDI = FORMATS["kaldi"]
SOURCE = Path("segments")
TALK = "ann-0001 talk  1.44 13.3121234567\nbob-0002 talk 13.152 16.922\r\n"


def test_utterances_are_read_with_their_recording_and_stay_as_they_are():
    file = KALDI.read(TALK.encode(), SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(1.44, 13.3121234567, "ann-0001"),
        Region(13.152, 16.922, "bob-0002"),
    ]
    assert {one.sound_file for one in file.regions} == {"talk"}
    changed = [replace(file.regions[0], text="ann 3"), replace(file.regions[1], start_s=14.0)]
    assert KALDI.write(changed, TALK.encode()).decode() == (
        "ann_3 talk  1.44 13.3121234567\nbob-0002 talk 14.000000 16.922000\r\n"
    )


@pytest.mark.parametrize("line", ["a talk 5 4", "a talk 1", "a talk 1 soon"])
def test_a_file_of_faults_is_refused_with_its_line(line):
    with pytest.raises(BadLabelFileError, match="line 1"):
        KALDI.read(line.encode(), SOURCE)


def test_names_that_several_labels_share_are_said():
    told = losses(KALDI, [Region(0.0, 1.0, "a", score=0.5), Region(1.0, 2.0, "a"), Region(2.0, 3.0, "b")])
    assert [loss.count for loss in told] == [1, 2]


def test_it_is_told_by_its_first_lines(tmp_path):
    for name, text, known in (
        ("segments", TALK, KALDI),
        ("none.segments", "", KALDI),
        ("prose.txt", "page 3 2 5\n", None),
    ):
        (tmp_path / name).write_text(text)
        assert recognise(tmp_path / name) is known, name
