"""Which label a step through the history is about."""

from audioclf_gui.core.change import label_difference
from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.reselection import came_back, left_behind

A, B, C = (Label(ClassId(1), start_s, start_s + 1) for start_s in (0.0, 2.0, 4.0))
MOVED_A, MOVED_B = Label(ClassId(1), 0.5, 1.0), Label(ClassId(1), 2.5, 3.0)


def test_what_the_selected_label_became_is_selected_among_several():
    difference = label_difference((A, B, C), (MOVED_A, MOVED_B, C))
    assert came_back(difference, [A]) == (MOVED_A,)
    assert came_back(difference, [B]) == (MOVED_B,)
    assert came_back(difference, [C]) == ()


def test_the_only_label_that_came_is_selected_whatever_was():
    assert came_back(label_difference((A,), (A, B)), []) == (B,)
    assert came_back(label_difference((A,), (MOVED_A,)), [C]) == (MOVED_A,)


def test_where_labels_only_went_one_of_them_left_its_stretch():
    assert came_back(label_difference((A, B), (A,)), [B]) == ()
    assert left_behind(label_difference((A, B), (A,))) == B
    assert left_behind(label_difference((A, B), ())) is None
    assert left_behind(label_difference((A,), (MOVED_A,))) is None


def test_several_that_were_selected_are_again():
    assert came_back(label_difference((C,), (A, B, C)), [A, B]) == (A, B), "deleted together"
    assert came_back(label_difference((A, B, C), (MOVED_A, MOVED_B, C)), [A, B]) == (MOVED_A, MOVED_B)
    assert came_back(label_difference((A, B), (MOVED_A, B)), [A, B]) == (B, MOVED_A)
    assert came_back(label_difference((A,), (B, C)), [A]) == (B, C), "merged before"


def test_many_labels_that_nobody_had_selected_are_not_now():
    assert came_back(label_difference((), (A, B, C)), []) == ()
    assert came_back(label_difference((MOVED_A,), (MOVED_A, A, B, C)), [MOVED_A]) == ()
