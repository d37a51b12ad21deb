"""Pointing at labels and stacking them, on arrays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.gui.label.label_index import LabelIndex

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


def test_labels_near_a_time_are_found_and_of_very_many_the_shortest():
    index = index_of([(1.0, 2.0), (2.2, 3.0)])
    assert [label.start_s for label in index.near(2.1, 0.1)] == [1.0, 2.2]
    assert [label.start_s for label in index.near(2.05, 0.1)] == [1.0]
    crowd = index_of([(0.0, 10.0 + number) for number in range(500)])
    assert max(label.end_s for label in crowd.near(5.0, 0.1)) < 100


def test_whole_clip_labels_are_not_drawn():
    assert len(LabelIndex([Label(ClassId(1))])) == 0
