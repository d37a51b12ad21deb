"""Edits of several labels: nothing is lost, the order of the others stays, and clips keep their borders."""

import math
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audioclf_gui.core import label_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, Label, Source
from audioclf_gui.core.label_rules import check_labels
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.core.view import applied, first_view

DURATION_S = 10.0
CLASS_IDS = st.sampled_from([None, 1, 2])
TRACKS = st.sampled_from(["", "words"])


@st.composite
def label(draw):
    start_s = draw(st.integers(0, 100)) / 10
    end_s = draw(st.one_of(st.just(start_s), st.integers(round(start_s * 10), 100).map(lambda one: one / 10)))
    low_hz = draw(st.one_of(st.none(), st.just(500.0), st.just(4000.0)))
    return Label(
        draw(CLASS_IDS),
        start_s,
        end_s,
        low_hz,
        None if low_hz is None else low_hz + 1000,
        track=draw(TRACKS),
        note=draw(st.sampled_from(["", "faint", "near"])),
        certainty=draw(st.sampled_from([None, *Certainty])),
    )


LABELS = st.lists(st.one_of(label(), st.builds(Label, st.sampled_from([1, 2]))), max_size=8).map(tuple)


@st.composite
def labels_and_chosen(draw):
    labels = draw(LABELS)
    flags = draw(st.lists(st.booleans(), min_size=len(labels), max_size=len(labels)))
    return labels, tuple(
        one for one, is_on in zip(labels, flags, strict=True) if is_on and not one.is_whole_clip
    )


def others(labels, chosen):
    return tuple((Counter(labels) - Counter(chosen)).elements())


def in_order(labels, wanted):
    """Those of the labels that are wanted, each as often as that."""
    left, found = Counter(wanted), []
    for one in labels:
        if left[one] > 0:
            left[one] -= 1
            found.append(one)
    return found


def is_kept(labels, chosen, edited):
    """Whether nothing but the chosen labels has changed."""
    return Counter(edited.labels) == Counter(others(labels, chosen)) + Counter(edited.chosen)


def is_inside(labels):
    return all(0.0 <= one.start_s <= one.end_s <= DURATION_S for one in labels)


@given(labels_and_chosen())
def test_deleting_leaves_the_others_as_they_were(given_labels):
    labels, chosen = given_labels
    edited = label_edits.delete(labels, chosen)
    assert edited.chosen == ()
    assert Counter(edited.labels) + Counter(chosen) == Counter(labels)
    rest = iter(labels)
    assert all(one in rest for one in edited.labels), "in the order in which they were"


@given(labels_and_chosen(), st.integers(-10_000, 10_000).map(lambda one: one / 1000))
def test_labels_are_shifted_exactly_or_not_at_all_and_back(given_labels, by_s):
    labels, chosen = given_labels
    fits = all(round(one.start_s + by_s, 9) >= 0.0 and one.end_s + by_s <= DURATION_S for one in chosen)
    if not fits:
        with pytest.raises(UserError):
            label_edits.shift(labels, chosen, by_s, DURATION_S)
        return
    edited = label_edits.shift(labels, chosen, by_s, DURATION_S)
    assert is_kept(labels, chosen, edited)
    for old, new in zip(in_order(labels, chosen), edited.chosen, strict=True):
        assert new.start_s == pytest.approx(old.start_s + by_s, abs=1e-9)
        assert replace(new, start_s=old.start_s, end_s=old.end_s) == old
    back = label_edits.shift(edited.labels, edited.chosen, -by_s, DURATION_S)
    assert Counter(back.labels) == Counter(labels)


@given(labels_and_chosen(), st.integers(-100, 100).map(lambda one: one / 10))
def test_what_is_shifted_beyond_the_clip_can_be_cut_off_but_not_as_a_whole(given_labels, by_s):
    labels, chosen = given_labels
    try:
        edited = label_edits.shift(labels, chosen, by_s, DURATION_S, cut=True)
    except UserError:
        assert any(one.end_s + by_s < 1e-6 or one.start_s + by_s > DURATION_S - 1e-6 for one in chosen)
        return
    assert is_kept(labels, chosen, edited)
    assert is_inside(edited.chosen)
    assert [one.is_moment for one in edited.chosen] == [one.is_moment for one in in_order(labels, chosen)]


@given(labels_and_chosen(), st.integers(0, 100).map(lambda one: one / 10))
def test_a_split_leaves_no_gap_and_says_both_parts_the_same(given_labels, at_s):
    labels, chosen = given_labels
    inside = [one for one in chosen if one.start_s < at_s < one.end_s]
    if not inside:
        with pytest.raises(UserError, match="no label is there"):
            label_edits.split(labels, chosen, at_s)
        return
    edited = label_edits.split(labels, chosen, at_s)
    assert is_kept(labels, chosen, edited)
    assert len(edited.chosen) == len(chosen) + len(inside)
    for old in inside:
        assert replace(old, end_s=at_s) in edited.chosen
        assert replace(old, start_s=at_s) in edited.chosen


@given(labels_and_chosen())
def test_labels_of_one_class_and_track_merge_into_one_that_spans_them(given_labels):
    labels, chosen = given_labels
    if len(chosen) < 2 or len({(one.class_id, one.track) for one in chosen}) > 1:
        with pytest.raises(UserError):
            label_edits.merge(labels, chosen)
        return
    edited = label_edits.merge(labels, chosen)
    (merged,) = edited.chosen
    assert is_kept(labels, chosen, edited)
    assert (merged.start_s, merged.end_s) == (
        min(one.start_s for one in chosen),
        max(one.end_s for one in chosen),
    )
    assert set(merged.note.split("; ")) - {""} == {one.note for one in chosen} - {""}
    assert merged.certainty in {one.certainty for one in chosen}


@given(labels_and_chosen(), st.integers(0, 10).map(lambda one: one / 10))
def test_after_merging_what_touches_nothing_is_near_any_more(given_labels, gap_s):
    labels, chosen = given_labels
    edited = label_edits.merge_touching(labels, chosen, gap_s)
    assert is_kept(labels, chosen, edited)
    assert Counter(label_edits.merge_touching(edited.labels, edited.chosen, gap_s).labels) == Counter(
        edited.labels
    )
    for old in chosen:
        assert any(
            new.start_s <= old.start_s
            and old.end_s <= new.end_s
            and (new.class_id, new.track) == (old.class_id, old.track)
            for new in edited.chosen
        )


STEPS = st.sampled_from([0.01, 0.3, 0.5, 1.0, 7.0])


@given(labels_and_chosen(), STEPS)
def test_edges_come_to_lie_on_a_grid_and_stay_there(given_labels, step_s):
    labels, chosen = given_labels
    edited = label_edits.snap_to_grid(labels, chosen, step_s, DURATION_S)
    assert is_kept(labels, chosen, edited)
    assert is_inside(edited.chosen)
    for old, new in zip(in_order(labels, chosen), edited.chosen, strict=True):
        assert new.is_moment == old.is_moment
        for time_s in (new.start_s, new.end_s):
            on_grid = math.isclose(time_s / step_s, round(time_s / step_s), abs_tol=1e-6)
            assert on_grid or new == old, "only what cannot be put there stays"
    assert label_edits.snap_to_grid(edited.labels, edited.chosen, step_s, DURATION_S) == edited


def test_a_step_longer_than_the_clip_leaves_a_stretch_as_it_is():
    stretch = Label(1, 0.1, 0.3)
    assert label_edits.snap_to_grid((stretch,), (stretch,), 1.0, 0.9).labels == (stretch,)


def test_what_lies_beyond_a_clip_is_not_brought_into_it_by_a_grid():
    beyond = Label(1, 9.1, 18.9)
    assert label_edits.snap_to_grid((beyond,), (beyond,), 1.0, 3.3).chosen == (Label(1, 9.0, 18.0),)
    assert label_edits.quantise((beyond,), (beyond,), 1.0, 3.3).chosen == (Label(1, 9.0, 18.8),)


@given(labels_and_chosen(), STEPS)
def test_quantised_labels_start_on_the_grid_and_keep_their_length(given_labels, step_s):
    labels, chosen = given_labels
    edited = label_edits.quantise(labels, chosen, step_s, DURATION_S)
    assert is_kept(labels, chosen, edited)
    assert is_inside(edited.chosen)
    for old, new in zip(in_order(labels, chosen), edited.chosen, strict=True):
        assert new.end_s - new.start_s == pytest.approx(old.end_s - old.start_s, abs=1e-8)
        assert math.isclose(new.start_s / step_s, round(new.start_s / step_s), abs_tol=1e-6)


@given(labels_and_chosen(), st.sampled_from([0.05, 0.3, 2.0]))
def test_edges_go_to_near_edges_only_and_never_farther_than_the_reach(given_labels, reach_s):
    labels, chosen = given_labels
    edited = label_edits.snap_to_neighbours(labels, chosen, reach_s)
    assert is_kept(labels, chosen, edited)
    known_s = {time_s for one in labels if one.start_s is not None for time_s in (one.start_s, one.end_s)}
    for old, new in zip(in_order(labels, chosen), edited.chosen, strict=True):
        assert abs(new.start_s - old.start_s) <= reach_s + 1e-9
        assert {new.start_s, new.end_s} <= known_s
        assert new.is_moment == old.is_moment


def test_a_small_gap_between_two_chosen_labels_is_closed_by_the_later_one():
    first, second, far = Label(1, 0.0, 1.0), Label(1, 1.02, 2.0), Label(1, 2.5, 3.0)
    edited = label_edits.snap_to_neighbours((first, second, far), (first, second, far), 0.05)
    assert edited.labels == (first, Label(1, 1.0, 2.0), far)


def test_boxes_that_have_no_frequency_in_common_do_not_merge_by_touching():
    low, high, both = Label(1, 0, 1, 100, 200), Label(1, 0.5, 2, 900, 990), Label(1, 1, 3, 150, 950)
    assert label_edits.merge_touching((low, high), (low, high)).labels == (low, high)
    edited = label_edits.merge_touching((low, high, both), (low, high, both))
    assert edited.labels == (Label(1, 0, 3, 100, 990),)


def test_a_merged_label_is_as_doubtful_as_any_of_them():
    sure = Label(1, 0, 1, certainty=Certainty.SURE, note="near", extra=(("Species", "a"),))
    unsure = Label(
        1, 2, 3, certainty=Certainty.UNSURE, score=0.5, source=Source.MODEL, extra=(("Site", "b"),)
    )
    (merged,) = label_edits.merge((sure, unsure), (unsure, sure)).labels
    assert (merged.certainty, merged.score, merged.source) == (Certainty.UNSURE, None, Source.HUMAN)
    assert dict(merged.extra) == {"Species": "a", "Site": "b"}


@given(LABELS, labels_and_chosen())
def test_what_is_pasted_is_there_once_and_nothing_else_has_changed(labels, copied):
    new = copied[1]
    edited = label_edits.paste(labels, new)
    assert edited.labels[: len(labels)] == labels
    again = label_edits.paste(edited.labels, new)
    assert again.labels == edited.labels
    assert set(edited.chosen) <= set(edited.labels)


@given(labels_and_chosen(), st.integers(0, 100).map(lambda one: one / 10))
def test_copies_keep_their_distances_and_fit_into_the_clip(copied, at_s):
    chosen = copied[1]
    assume(chosen)
    first_s = min(one.start_s for one in chosen)
    if at_s + max(one.end_s for one in chosen) - first_s > DURATION_S + 1e-9:
        with pytest.raises(UserError, match="do not fit"):
            label_edits.placed(chosen, at_s, DURATION_S)
        return
    copies = label_edits.placed(chosen, at_s, DURATION_S)
    assert is_inside(copies)
    for old, new in zip(chosen, copies, strict=True):
        assert new.start_s - at_s == pytest.approx(old.start_s - first_s, abs=1e-8)


WORDS, TICKS = Track("words", TrackKind.INTERVALS), Track("ticks", TrackKind.MOMENTS)


@pytest.fixture
def clip(project, found):
    """A clip with two words that adjoin, an overlap that came with a file, and a tick."""
    (clip,) = project.catalogue.add_clips(found(1))
    labels = (
        Label(None, 0.0, 0.5, track="words"),
        Label(None, 0.5, 1.0, track="words"),
        Label(None, 0.9, 1.5, track="words"),
        Label(None, 0.2, 0.2, track="ticks"),
        Label(None, 0.2, 0.4),
    )
    change = Change(labels={clip.id: labels}, tracks=(MAIN_TRACK, WORDS, TICKS, Track("old", locked=True)))
    project.catalogue.apply(Text("label"), change)
    return clip


def checked(project, clip, *added, removed=()):
    view = project.catalogue.view
    left = tuple(one for one in view.labels(clip.id) if one not in removed)
    check_labels(view, clip.id, (*left, *added))


def test_intervals_may_not_come_to_overlap_but_those_that_do_can_be_edited(project, clip):
    with pytest.raises(UserError, match="intervals of the track “words” would lie over each other"):
        checked(project, clip, Label(None, 0.4, 0.45, track="words"))
    checked(project, clip, Label(None, 1.5, 1.9, track="words"))
    overlapping = project.catalogue.view.labels(clip.id)[2]
    checked(project, clip, replace(overlapping, note="as it came"), removed=[overlapping])


def test_a_track_of_moments_gets_no_lengths(project, clip):
    with pytest.raises(UserError, match="for moments"):
        checked(project, clip, Label(None, 0.4, 0.45, track="ticks"))
    checked(project, clip, Label(None, 0.4, 0.4, track="ticks"))


def test_nothing_comes_into_a_locked_track(project, clip):
    with pytest.raises(UserError, match="the track “old” is locked"):
        checked(project, clip, Label(None, 0.4, 0.45, track="old"))


@given(labels_and_chosen())
def test_undo_puts_back_the_very_labels_that_were_there(tmp_path_factory, given_labels):
    labels, chosen = given_labels
    assume(chosen)
    clip = Clip(ClipId(1), "a.wav", "x", AudioFacts(8000, 1, 80000, "WAV"))
    view = first_view(tmp_path_factory.getbasetemp(), [clip], {clip.id: labels}, (), {}, {}, 2)
    change = Change(labels={clip.id: label_edits.quantise(labels, chosen, 0.3, DURATION_S).labels})
    done = applied(view, change)
    assert Counter(applied(done.view, done.before).view.labels(clip.id)) == Counter(labels)


RECIPES = {
    "delete": lambda labels, chosen, _x: label_edits.delete(labels, chosen),
    "shift": lambda labels, chosen, x: label_edits.shift(labels, chosen, x - 5, DURATION_S, cut=x > 7),
    "grow": lambda labels, chosen, x: label_edits.grow(
        labels, chosen, x / 10 - 0.5, 0.5 - x / 10, DURATION_S
    ),
    "split": label_edits.split,
    "merge": lambda labels, chosen, _x: label_edits.merge(labels, chosen),
    "touching": lambda labels, chosen, x: label_edits.merge_touching(labels, chosen, x / 10),
    "grid": lambda labels, chosen, x: label_edits.snap_to_grid(labels, chosen, x / 10 + 0.1, DURATION_S),
    "quantise": lambda labels, chosen, x: label_edits.quantise(labels, chosen, x / 10 + 0.1, DURATION_S),
    "neighbours": lambda labels, chosen, x: label_edits.snap_to_neighbours(labels, chosen, x / 10),
    "beside": lambda labels, chosen, x: label_edits.toggle_beside(labels, chosen, 1 + round(x) % 2),
    "paste": lambda labels, chosen, x: label_edits.paste(labels, label_edits.placed(chosen, x, DURATION_S)),
    "track": lambda labels, chosen, x: label_edits.each(
        labels, chosen, lambda one: (replace(one, track="words" if x > 5 else ""),)
    ),
}


@given(
    LABELS,
    st.lists(
        st.tuples(
            st.sampled_from(sorted(RECIPES)),
            st.integers(0, 100).map(lambda one: one / 10),
            st.integers(0, 255),
        ),
        max_size=12,
    ),
)
def test_any_row_of_edits_keeps_the_rules_and_undo_leads_back(tmp_path_factory, labels, steps):
    labels = tuple(one for one in labels if one.track == "")
    clip = Clip(ClipId(1), "a.wav", "x", AudioFacts(8000, 1, 80000, "WAV"))
    folder = tmp_path_factory.getbasetemp()
    view = first_view(folder, [clip], {clip.id: labels}, (), {}, {}, 2, tracks=(MAIN_TRACK, WORDS))
    made = []
    for name, number, which in steps:
        before = view.labels(clip.id)
        chosen = tuple(
            one for at, one in enumerate(before) if which >> (at % 8) & 1 and not one.is_whole_clip
        )
        try:
            edited = RECIPES[name](before, chosen, number)
            check_labels(view, clip.id, edited.labels)
        except UserError:
            continue
        done = applied(view, Change(labels={clip.id: edited.labels}))
        view = done.view
        made.append(done)
        regions = [one for one in view.labels(clip.id) if not one.is_whole_clip]
        assert is_inside(regions)
        assert Counter(one for one in before if one.is_whole_clip) == Counter(
            one for one in view.labels(clip.id) if one.is_whole_clip
        )
        words = sorted((one.start_s, one.end_s) for one in regions if one.track == "words")
        assert all(first[1] <= second[0] + 1e-6 for first, second in pairwise(words)), (
            "intervals never overlap"
        )
    for done in reversed(made):
        view = applied(view, done.before).view
    assert Counter(view.labels(clip.id)) == Counter(labels)
