"""Of labels that an edit makes equal one is left, which says what each of them said."""

from dataclasses import replace

import pytest

from audioclf_gui.core.label import Certainty, ClassId, Label, Source
from audioclf_gui.core.label_edits import each
from audioclf_gui.core.label_equals import without_equals

DOG, OWL = ClassId(1), ClassId(2)
BARK = Label(DOG, 1.0, 2.0, 100.0, 900.0, note="near", raw="1\t2\tdog")
HOOT = replace(BARK, class_id=OWL, note="far", raw="", certainty=Certainty.UNSURE, source=Source.MODEL)
WHOLE = Label(DOG, note="all")


def renamed(before, chosen, **facts):
    return without_equals(before, each(before, chosen, lambda one: (replace(one, **facts),)))


def test_two_that_become_one_are_one_with_all_that_was_said_of_them():
    edited, superfluous = renamed((BARK, WHOLE, HOOT), (HOOT,), class_id=DOG)
    one = replace(BARK, note="near; far", certainty=Certainty.UNSURE)
    assert (edited.labels, edited.chosen, superfluous) == ((one, WHOLE), (one,), 1)


def test_times_are_equal_to_the_digits_that_label_files_have():
    late = replace(HOOT, start_s=1.0 + 4e-7)
    assert renamed((BARK, late), (late,), class_id=DOG)[1] == 1
    later = replace(HOOT, start_s=1.0 + 2e-6)
    assert renamed((BARK, later), (later,), class_id=DOG)[1] == 0


@pytest.mark.parametrize("other", [{"track": "notes"}, {"low_hz": 200.0}, {"end_s": 2.5}, {"class_id": None}])
def test_what_differs_in_anything_else_stays(other):
    different = replace(BARK, **other)
    assert renamed((different, HOOT), (HOOT,), class_id=DOG) == (
        each((different, HOOT), (HOOT,), lambda one: (replace(one, class_id=DOG),)), 0,
    )  # fmt: skip


def test_those_that_were_equal_before_stay_two():
    again = replace(BARK, note="again")
    edited, superfluous = renamed((BARK, again, HOOT), (BARK, again), class_id=DOG)
    assert (edited.labels, superfluous) == ((BARK, again, HOOT), 0)


def test_labels_of_the_whole_clip_too():
    other = Label(OWL, note="dusk")
    edited, superfluous = renamed((WHOLE, BARK, other), (other,), class_id=DOG)
    assert (edited.labels, superfluous) == ((replace(WHOLE, note="all; dusk"), BARK), 1)
