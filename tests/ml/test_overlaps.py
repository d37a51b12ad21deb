from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.usable import SHORTEST_S
from audioclf_gui.ml.overlaps import pieces


def sets(*stretches):
    return [("".join(sorted(classes)), start_s, stop_s) for classes, start_s, stop_s in pieces(stretches)]


def test_where_two_overlap_there_are_both():
    assert sets(("a", 0.0, 5.0), ("b", 3.0, 8.0)) == [("a", 0.0, 3.0), ("ab", 3.0, 5.0), ("b", 5.0, 8.0)]


def test_one_within_another_is_heard_with_it():
    assert sets(("a", 0.0, 9.0), ("b", 3.0, 4.0)) == [("a", 0.0, 3.0), ("ab", 3.0, 4.0), ("a", 4.0, 9.0)]


def test_stretches_that_do_not_meet_stay_as_they_are():
    assert sets(("b", 4.0, 5.0), ("a", 0.0, 1.0)) == [("a", 0.0, 1.0), ("b", 4.0, 5.0)]


def test_one_class_twice_is_one_piece_where_it_overlaps_and_two_where_it_touches():
    assert sets(("a", 0.0, 5.0), ("a", 3.0, 8.0)) == [("a", 0.0, 8.0)]
    assert sets(("a", 0.0, 5.0), ("a", 5.0, 8.0)) == [("a", 0.0, 5.0), ("a", 5.0, 8.0)]


def test_edges_that_were_meant_to_be_one_are_one():
    assert sets(("a", 0.0, 5.0), ("b", 0.01, 5.03)) == [("ab", 0.0, 5.0)]


def test_nothing_has_no_pieces():
    assert pieces([]) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(1, 40)).map(
            lambda one: (one[0], one[1] / 4, (one[1] + one[2]) / 4)
        ),
        max_size=6,
    )
)
def test_at_every_moment_the_classes_are_those_of_the_stretches(stretches):
    found = pieces(stretches)
    for moment_s in (step / 8 + 0.01 for step in range(8 * 26)):
        there = {one for one, start_s, stop_s in stretches if start_s < moment_s < stop_s}
        heard = [classes for classes, start_s, stop_s in found if start_s < moment_s < stop_s]
        assert heard == ([there] if there else [])
    assert all(stop_s - start_s >= SHORTEST_S for _, start_s, stop_s in found)
