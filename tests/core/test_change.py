"""Differences of labels are those that the project file can follow, row by row."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.change import (
    Change,
    label_difference,
    shared_labels,
    whole_clip_classes,
    with_whole_clip_classes,
)
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass

few_kinds = st.builds(Label, st.integers(1, 3).map(ClassId), st.just(0.0), st.sampled_from([1.0, 2.0]))
many_labels = st.lists(few_kinds, max_size=30).map(tuple)
A, B, C = (Label(ClassId(1), float(start), start + 1.0) for start in range(3))


@given(before=many_labels, after=many_labels)
def test_taking_rows_away_from_the_front_and_adding_at_the_end_gives_the_settled_labels(before, after):
    difference = label_difference(before, after)
    assert Counter(difference.removed) == Counter(before) - Counter(after)
    assert Counter(difference.added) == Counter(after) - Counter(before)
    rows = list(before)
    for label in difference.removed:
        rows.remove(label)  # the first of equal ones, as `min(id)` finds in the file
    assert difference.settled == (*rows, *difference.added)


@pytest.mark.parametrize("more", [0, 20], ids=["few", "many"])
def test_of_equal_labels_the_first_goes_and_the_others_keep_their_places(more):
    others = tuple(Label(ClassId(9), 10.0 + number, 11.0 + number) for number in range(more))
    copies = tuple(map(replace, (B, *others, A, C)))  # equal, and not the same objects
    difference = label_difference((A, B, *others, A), copies)
    assert difference.removed == (A,)
    assert difference.added == (C,)
    assert difference.settled == (B, *others, A, C)


def test_what_stands_before_and_after_the_difference_is_not_looked_at():
    unhashable = tuple(replace(A, raw=[number]) for number in range(3))
    difference = label_difference((*unhashable, B), (*unhashable, C))
    assert (difference.removed, difference.added) == ((B,), (C,))
    difference = label_difference((B, *unhashable), unhashable)
    assert (difference.removed, difference.settled) == ((B,), unhashable)


def test_a_change_touches_the_clips_it_names_in_any_way_and_no_others():
    clip = Clip(ClipId(3), "a.wav", AudioFacts(8000, 1, 8000, "WAV"), "hash")
    change = Change(labels={ClipId(1): ()}, rejected={ClipId(2): frozenset()}, clips={clip.id: clip})
    assert change.clip_ids == {1, 2, 3}
    assert Change(classes=()).clip_ids == frozenset()


def test_of_two_changes_the_later_holds_and_the_rest_of_the_first_stays():
    first = Change(
        labels={ClipId(1): (A,), ClipId(2): (B,)}, classes=(), rejected={ClipId(1): frozenset({5})}
    )
    later = Change(labels={ClipId(2): (C,)}, rejected={ClipId(2): frozenset({6})})
    both = first.then(later)
    assert both.labels == {1: (A,), 2: (C,)}
    assert both.rejected == {1: {5}, 2: {6}}
    assert both.classes == ()
    classes = (LabelClass(ClassId(1), "wren", "#000000"),)
    assert first.then(Change(classes=classes)).classes == classes


def test_the_classes_of_the_whole_clip_are_not_those_of_regions():
    assert whole_clip_classes((A, B)) == ()
    assert whole_clip_classes((A, Label(ClassId(7)), Label(ClassId(8)), Label(ClassId(7)))) == (7, 8)
    assert with_whole_clip_classes((Label(ClassId(7)), A), [ClassId(8)]) == (A, Label(ClassId(8)))


def test_clips_with_the_same_labels_are_worked_on_once():
    same, equal = (A, B), (A, B)
    many = tuple(replace(A, raw=[number]) for number in range(9))  # too many to hash, and unhashable
    labels = {1: same, 2: equal, 3: same, 4: (B, A), 5: many, 6: many}
    groups = shared_labels({ClipId(key): value for key, value in labels.items()}, map(ClipId, range(1, 9)))
    assert [(len(found), ids) for found, ids in groups] == [
        (2, [1, 3, 2]), (2, [4]), (9, [5, 6]), (0, [7, 8])
    ]  # fmt: skip
