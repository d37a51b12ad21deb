"""What becomes of labels that are dragged; no interval ever lies over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.gui.label.label_drag import Drag, Grip, dragged, hold
from audioclf_gui.gui.label.label_index import LabelIndex

DURATION_S, TOP_HZ = 10.0, 8000.0
WORDS = Track("words", TrackKind.INTERVALS)
BOX = Label(ClassId(1), 1.0, 2.0, 1000.0, 2000.0)
SIDES = (Grip.START, Grip.END, Grip.BODY)


def drag(labels, label, grip, by_s, by_hz=0.0, *, together=False, chosen=(), locked=(), tracks=(MAIN_TRACK,)):
    index = LabelIndex(labels, tracks)
    held = hold(index, label, grip, locked, chosen, together=together)
    return dict(held.moved(by_s, by_hz, DURATION_S, TOP_HZ).pairs)


def word(start_s, end_s):
    return Label(None, start_s, end_s, track="words")


def test_an_edge_dragged_past_the_other_turns_the_label_round():
    assert dragged(BOX, Grip.START, 2.0, 0.0, DURATION_S, TOP_HZ).span_s(0) == (2.0, 3.0)
    assert dragged(BOX, Grip.HIGH, 0.0, -1500.0, DURATION_S, TOP_HZ).low_hz == 500.0


def test_a_body_stops_at_the_ends_of_the_clip_and_of_the_band_and_keeps_its_size():
    moved = dragged(BOX, Grip.BODY, 20.0, 9000.0, DURATION_S, TOP_HZ)
    assert moved == Label(ClassId(1), 9.0, 10.0, 7000.0, 8000.0)
    moved = dragged(BOX, Grip.BODY, -20.0, -9000.0, DURATION_S, TOP_HZ)
    assert moved == Label(ClassId(1), 0.0, 1.0, 0.0, 1000.0)


def test_a_corner_moves_two_edges():
    moved = dragged(BOX, Grip.END | Grip.HIGH, 0.5, 500.0, DURATION_S, TOP_HZ)
    assert moved == Label(ClassId(1), 1.0, 2.5, 1000.0, 2500.0)


def test_an_open_band_is_bounded_only_by_dragging_that_edge():
    open_box = Label(None, 1.0, 2.0, 1000.0, None)
    assert dragged(open_box, Grip.BODY, 1.0, 0.0, DURATION_S, TOP_HZ).high_hz is None
    assert dragged(open_box, Grip.LOW, 0.0, 100.0, DURATION_S, TOP_HZ).high_hz is None
    assert dragged(open_box, Grip.HIGH, 0.0, -1000.0, DURATION_S, TOP_HZ).high_hz == 7000.0


def test_a_stretch_gets_no_band_by_being_dragged():
    moved = dragged(Label(None, 1.0, 2.0), Grip.BODY, 1.0, 500.0, DURATION_S, TOP_HZ)
    assert (moved.low_hz, moved.high_hz) == (None, None)


def test_a_moment_stays_a_moment():
    assert dragged(Label(None, 1.0, 1.0), Grip.BODY, 0.5, 0.0, DURATION_S, TOP_HZ).is_moment


def test_adjoining_edges_move_together_when_asked():
    left, right = Label(None, 1.0, 2.0), Label(None, 2.0, 3.0)
    assert drag([left, right], left, Grip.END, 0.5) == {left: Label(None, 1.0, 2.5)}
    both = drag([left, right], left, Grip.END, 0.5, together=True)
    assert both == {left: Label(None, 1.0, 2.5), right: Label(None, 2.5, 3.0)}


def test_together_stops_before_a_label_would_be_gone():
    left, right = Label(None, 1.0, 2.0), Label(None, 2.0, 3.0)
    both = drag([left, right], left, Grip.END, 5.0, together=True)
    assert both[right].start_s == pytest.approx(2.999)


def test_together_leaves_locked_tracks_where_they_are():
    left, right = Label(None, 1.0, 2.0), word(2.0, 3.0)
    tracks = (MAIN_TRACK, WORDS)
    assert drag([left, right], left, Grip.END, 0.5, together=True, locked=("words",), tracks=tracks) == {
        left: Label(None, 1.0, 2.5)
    }


def test_intervals_that_adjoin_share_their_edge_always():
    left, right = word(1.0, 2.0), word(2.0, 3.0)
    assert drag([left, right], right, Grip.START, -0.5, tracks=(WORDS,)) == {
        left: word(1.0, 1.5),
        right: word(1.5, 3.0),
    }


def test_an_interval_stops_at_its_neighbour():
    left, right = word(1.0, 2.0), word(4.0, 5.0)
    assert drag([left, right], left, Grip.END, 5.0, tracks=(WORDS,)) == {left: word(1.0, 4.0)}
    assert drag([left, right], right, Grip.BODY, -5.0, tracks=(WORDS,)) == {right: word(2.0, 3.0)}


@given(
    st.lists(st.integers(1, 20), min_size=2, max_size=12),
    st.lists(st.booleans(), min_size=12, max_size=12),
    st.integers(0, 11),
    st.sampled_from(SIDES),
    st.floats(-10, 10),
    st.booleans(),
)
def test_no_drag_makes_intervals_overlap(lengths, filled, place, grip, by_s, together):
    edges = [sum(lengths[:count]) / 20 for count in range(len(lengths) + 1)]
    words = [word(*span) for span, is_there in zip(pairwise(edges), filled, strict=False) if is_there]
    if not words:
        return
    moved = drag(words, words[place % len(words)], grip, by_s, together=together, tracks=(WORDS,))
    after = sorted(moved.get(one, one).span_s(0) for one in words)
    assert all(one[1] <= other[0] + 1e-9 for one, other in pairwise(after))
    assert all(start_s < end_s for start_s, end_s in after)


def test_chosen_labels_move_together_and_keep_their_distances():
    chosen = (Label(None, 1.0, 2.0), Label(None, 8.0, 9.0))
    moved = drag(chosen, chosen[0], Grip.BODY, 5.0, chosen=chosen)
    assert [one.start_s for one in moved.values()] == [2.0, 9.0]


def test_a_drag_that_squeezes_a_label_to_nothing_or_leaves_it_is_not_worth_it():
    for by_s, by_hz, grip in ((1.0, 0.0, Grip.START), (0.0, -1000.0, Grip.HIGH), (0.0, 0.0, Grip.BODY)):
        new = dragged(BOX, grip, by_s, by_hz, DURATION_S, TOP_HZ)
        assert not Drag(BOX, new).is_worth_it
    moment = Label(None, 1.0, 1.0)
    assert Drag(moment, dragged(moment, Grip.BODY, 1.0, 0.0, DURATION_S, TOP_HZ)).is_worth_it
