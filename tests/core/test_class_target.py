"""One place says what the key of a class labels."""

import pytest

from audioclf_gui.core.class_target import (
    LONG_S,
    SHORT_S,
    Marks,
    Moment,
    SelectedLabels,
    Situation,
    TimeSpan,
    WholeClips,
    class_target,
)

PLAYING = {"is_playing": True, "head_s": 4.0}


@pytest.mark.parametrize(
    ("situation", "target"),
    [
        pytest.param(
            Situation(labels=2, span_s=(1.0, 2.0), longest_s=900.0, **PLAYING), SelectedLabels(2), id="labels"
        ),
        pytest.param(Situation(span_s=(1.0, 2.0), **PLAYING), TimeSpan(1.0, 2.0), id="a stretch"),
        pytest.param(
            Situation(span_s=(1.0, 2.0), marks=Marks(1.0, 2.0), **PLAYING),
            TimeSpan(1.0, 2.0, is_marked=True),
            id="both marks, listening",
        ),
        pytest.param(
            Situation(span_s=(1.0, 2.0), marks=Marks(1.0, 2.0)),
            TimeSpan(1.0, 2.0),
            id="both marks, silent",
        ),
        pytest.param(Situation(span_s=(1.0, 1.0)), Moment(1.0), id="a selected moment"),
        pytest.param(
            Situation(marks=Marks(1.0), **PLAYING),
            TimeSpan(1.0, 4.0, is_marked=True),
            id="in mark, listening",
        ),
        pytest.param(
            Situation(marks=Marks(1.0), head_s=3.0),
            TimeSpan(1.0, 3.0, is_marked=True),
            id="in mark, silent",
        ),
        pytest.param(
            Situation(marks=Marks(5.0), longest_s=900.0, **PLAYING),
            Moment(4.0, is_heard=True),
            id="before it",
        ),
        pytest.param(
            Situation(longest_s=SHORT_S, **PLAYING), WholeClips(1, asks=False), id="a short clip, listening"
        ),
        pytest.param(
            Situation(longest_s=SHORT_S + 1, **PLAYING), Moment(4.0, is_heard=True), id="a clip, listening"
        ),
        pytest.param(
            Situation(longest_s=1.0, has_regions=True, **PLAYING),
            Moment(4.0, is_heard=True),
            id="with regions",
        ),
        pytest.param(Situation(longest_s=LONG_S), WholeClips(1, asks=False), id="in silence"),
        pytest.param(Situation(longest_s=LONG_S + 1), WholeClips(1, asks=True), id="a long clip"),
        pytest.param(
            Situation(longest_s=1.0, has_regions=True), WholeClips(1, asks=True), id="a clip with regions"
        ),
        pytest.param(Situation(clips=7, longest_s=1.0, **PLAYING), WholeClips(7, asks=False), id="clips"),
        pytest.param(Situation(clips=7, longest_s=LONG_S + 1), WholeClips(7, asks=True), id="long clips"),
        pytest.param(Situation(clips=0), None, id="nothing"),
    ],
)
def test_what_the_key_of_a_class_labels(situation, target):
    assert class_target(situation) == target


def test_no_clip_that_is_long_or_has_regions_is_labelled_as_a_whole_unasked():
    for longest_s in (1.0, LONG_S, LONG_S + 1, 3600.0):
        for has_regions in (False, True):
            for is_playing in (False, True):
                now = Situation(longest_s=longest_s, has_regions=has_regions, is_playing=is_playing)
                target = class_target(now)
                if isinstance(target, WholeClips) and not target.asks:
                    assert longest_s <= LONG_S
                    assert not has_regions


def test_marks_are_set_in_any_order_and_never_the_wrong_way_round():
    assert Marks().with_in(1.0).with_out(2.0).span_s == (1.0, 2.0)
    assert Marks().with_out(2.0).with_in(1.0).span_s == (1.0, 2.0)
    assert Marks(1.0, 2.0).with_in(3.0) == Marks(3.0)
    assert Marks(1.0, 2.0).with_out(0.5) == Marks(None, 0.5)
    assert Marks(1.0, 2.0).with_in(1.5).span_s == (1.5, 2.0)
    assert Marks(1.0).with_out(1.0) == Marks(None, 1.0)
