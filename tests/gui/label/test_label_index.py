"""Pointing at labels and stacking them, on arrays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.gui.label.label_index import LabelIndex, Part
from audioclf_gui.gui.label.label_tiers import dragged

SPANS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 60)).map(lambda pair: (pair[0] / 10, sum(pair) / 10)),
    max_size=60,
)


def index_of(spans):
    return LabelIndex([Label(ClassId(1), start_s, end_s) for start_s, end_s in spans])


@given(SPANS)
def test_labels_of_one_row_never_overlap(spans):
    index = index_of(spans)
    for lane in range(index.lane_count):
        inside = index.lanes == lane
        ends, starts = index.ends_s[inside][:-1], index.starts_s[inside][1:]
        assert (ends <= starts).all()


@given(SPANS, st.floats(0, 50), st.floats(0, 20))
def test_visible_labels_are_those_that_reach_into_the_view(spans, t0_s, length_s):
    index = index_of(spans)
    expected = np.flatnonzero((index.ends_s >= t0_s) & (index.starts_s <= t0_s + length_s))
    assert index.visible(t0_s, t0_s + length_s).tolist() == expected.tolist()


@pytest.mark.parametrize(
    ("time_s", "part"),
    [(1.02, Part.START), (1.5, Part.BODY), (1.97, Part.END), (0.96, Part.START), (2.04, Part.END)],
)
def test_edges_are_taken_hold_of_near_to_them(time_s, part):
    assert index_of([(1.0, 2.0)]).hit(time_s, 0.05, 0, 3) == (0, part)


def test_nothing_is_hit_beside_a_label_or_in_another_row():
    index = index_of([(1.0, 2.0)])
    assert index.hit(2.2, 0.05, 0, 3) is None
    assert index.hit(1.5, 0.05, 1, 3) is None


def test_the_body_of_a_tiny_label_can_be_taken_hold_of():
    assert index_of([(1.0, 1.03)]).hit(1.015, 0.05, 0, 3) == (0, Part.BODY)


def test_whole_clip_labels_are_not_drawn():
    assert len(LabelIndex([Label(ClassId(1))])) == 0


def test_an_edge_dragged_past_the_other_turns_the_label_round():
    label = Label(ClassId(1), 1.0, 2.0)
    assert dragged(label, Part.START, 3.0, 0.0, 5.0) == Label(ClassId(1), 2.0, 3.0)
    assert dragged(label, Part.BODY, 9.0, 0.5, 5.0) == Label(ClassId(1), 4.0, 5.0)
