"""The labels of a project as rows: what a filter finds, how they are sorted, what an edit does to them."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.measurements import Measurements
from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass, Source
from audioclf_gui.core.label_columns import FIXED_KEYS, MEASURED, columns_with
from audioclf_gui.core.label_query import matching, ordered
from audioclf_gui.core.label_rows import LabelRows, patched, rows_of, with_numbers
from audioclf_gui.core.view import applied, first_view

OWL, FOX = ClassId(1), ClassId(2)
CLASSES = (LabelClass(OWL, "Owl", "#e69f00"), LabelClass(FOX, "fox", "#56b4e9"))
CLIPS = tuple(
    Clip(ClipId(number), path, AudioFacts(100, 1, 1000, "WAV"), path, group=group)
    for number, path, group in ((1, "b/Näh.wav", "site 1"), (2, "a/zoo.wav", "site 2"), (3, "c/less.wav", ""))
)
HOOT = Label(OWL, 4.0, 6.0, 300.0, 900.0, note="far away", certainty=Certainty.UNSURE)
BARK = Label(FOX, 1.0, 1.5, score=0.75, source=Source.MODEL, track="wild", extra=(("Call Type", "bark"),))
CLICK = Label(None, 2.0, 2.0, certainty=Certainty.SURE)
WHOLE = Label(OWL)
LABELS = {ClipId(1): (HOOT, BARK), ClipId(2): (CLICK, WHOLE)}


def view_of(labels, clips=CLIPS):
    return first_view(Path("/nowhere"), clips, labels, CLASSES, {}, {}, FOX)


VIEW = view_of(LABELS)


def labels_of(rows, places):
    return [rows.labels[place] for place in places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [BARK, HOOT, WHOLE, CLICK]),
        ("class:ow", [HOOT, WHOLE]),
        ("-class:owl", [BARK, CLICK]),
        ("class:", [BARK, HOOT, WHOLE]),
        ("track:wild", [BARK]),
        ("track:labels", [HOOT, WHOLE, CLICK]),
        ('note:"far away"', [HOOT]),
        ("note:far class:fox", []),
        ("clip:zoo", [WHOLE, CLICK]),
        ("nah", []),
        ("NÄH", [BARK, HOOT]),
        ("bark", [BARK]),
        ("'call type:BARK'", [BARK]),
        ("is:unsure", [HOOT]),
        ("is:sure", [CLICK]),
        ("is:unnamed", [CLICK]),
        ("is:moment", [CLICK]),
        ("is:whole", [WHOLE]),
        ("is:box", [HOOT]),
        ("is:noted", [HOOT]),
        ("certainty:unsure", [HOOT]),
        ("source:model", [BARK]),
        ("len:>1s", [HOOT, WHOLE]),
        ("len:<=0.5", [BARK, CLICK]),
        ("start:>=2 end:<7", [HOOT, CLICK]),
        ("low:>100 high:<1000Hz", [HOOT]),
        ("score:>0.5", [BARK]),
        ('group:"site 2"', [WHOLE, CLICK]),
        ("unheard:of", []),
        ("--class:owl", [HOOT, WHOLE]),
        ("---class:owl", [BARK, CLICK]),
        ("-" * 3000 + "class:owl", [HOOT, WHOLE]),
    ],
)
def test_the_filter_finds_the_labels_that_its_terms_mean(text, found):
    rows = rows_of(VIEW)
    assert labels_of(rows, ordered(rows, CLASSES, np.flatnonzero(matching(rows, CLASSES, text)))) == found


@pytest.mark.parametrize("text", ["is:odd", "len:x", "len:>nan", "low:", "score:>"])
def test_a_term_that_is_not_understood_is_told(text):
    with pytest.raises(UserError, match="is not understood"):
        matching(rows_of(VIEW), CLASSES, text)


@pytest.mark.parametrize(
    ("key", "rising", "falling"),
    [
        ("", [BARK, HOOT, WHOLE, CLICK], [BARK, HOOT, WHOLE, CLICK]),
        ("start_s", [WHOLE, BARK, CLICK, HOOT], [HOOT, CLICK, BARK, WHOLE]),
        ("class", [BARK, HOOT, WHOLE, CLICK], [HOOT, WHOLE, BARK, CLICK]),
        ("low_hz", [HOOT, BARK, WHOLE, CLICK], [HOOT, BARK, WHOLE, CLICK]),
        ("Call Type", [BARK, HOOT, WHOLE, CLICK], [BARK, HOOT, WHOLE, CLICK]),
        ("certainty", [CLICK, HOOT, BARK, WHOLE], [HOOT, CLICK, BARK, WHOLE]),
        ("clip", [BARK, HOOT, WHOLE, CLICK], [WHOLE, CLICK, BARK, HOOT]),
    ],
)
def test_each_column_sorts_and_what_is_missing_comes_last(key, rising, falling):
    rows = rows_of(VIEW)
    places = np.arange(len(rows))
    assert labels_of(rows, ordered(rows, CLASSES, places, key)) == rising
    assert labels_of(rows, ordered(rows, CLASSES, places, key, falling=True)) == falling


def facts(rows: LabelRows):
    """What every cell says, in the order of the project."""
    names = {known.id: known.name for known in CLASSES}
    places = ordered(rows, CLASSES, np.arange(len(rows))).tolist()
    return [
        (rows.labels[place], *(rows.value(column, place, names) for column in columns_with(rows.further)))
        for place in places
    ]


_labels = st.lists(
    st.builds(
        Label,
        st.sampled_from([None, OWL, FOX]),
        st.sampled_from([0.0, 1.0, 2.0]),
        st.sampled_from([2.0, 3.5]),
        note=st.sampled_from(["", "a", "b"]),
        extra=st.sampled_from([(), (("x", "1"),), (("clip", "2"), ("y", "3"))]),
    ),
    max_size=4,
).map(tuple)


@given(
    steps=st.lists(st.dictionaries(st.sampled_from([ClipId(1), ClipId(2), ClipId(3)]), _labels), max_size=5)
)
def test_rows_after_any_changes_say_what_rows_made_anew_say(steps):
    view, rows = VIEW, rows_of(VIEW)
    for labels in steps:
        view = applied(view, Change(labels=labels)).view
        rows = patched(rows, view, labels).rows
    anew = rows_of(view)
    known = [column.key for column in columns_with(anew.further)]
    assert set(anew.further) <= set(rows.further)
    assert sorted(
        map(repr, facts(replace(rows, texts={k: rows.texts[k] for k in rows.texts if k in known})))
    ) == (
        sorted(
            map(repr, facts(replace(anew, texts={k: anew.texts[k] for k in rows.texts if k in anew.texts})))
        )
    )


def test_a_label_that_is_changed_keeps_its_place_and_what_was_measured_of_others():
    rows = with_numbers(rows_of(VIEW), {"rms_db": np.array([-1.0, -2.0, -3.0, -4.0])})
    louder = replace(HOOT, note="near")
    patch = patched(rows, applied(VIEW, edits.replace_label(VIEW, ClipId(1), HOOT, louder)).view, [ClipId(1)])
    assert (patch.touched.tolist(), patch.kept) == ([0], None)
    assert patch.rows.labels.tolist() == [louder, BARK, CLICK, WHOLE]
    np.testing.assert_array_equal(patch.rows.numbers["rms_db"], [np.nan, -2.0, -3.0, -4.0])


def test_what_is_deleted_goes_and_what_is_added_comes_last():
    rows = rows_of(VIEW)
    gone = patched(rows, applied(VIEW, edits.replace_label(VIEW, ClipId(1), HOOT, None)).view, [ClipId(1)])
    assert gone.rows.labels.tolist() == [BARK, CLICK, WHOLE]
    assert gone.kept is not None
    assert gone.kept.tolist() == [1, 2, 3]
    new = Label(FOX, 3.0, 4.0)
    come = patched(rows, applied(VIEW, edits.add_label(VIEW, ClipId(3), new)).view, [ClipId(3)])
    assert come.rows.labels.tolist() == [HOOT, BARK, CLICK, WHOLE, new]


def test_labels_of_a_clip_that_is_removed_go():
    view = applied(VIEW, edits.remove_clips(VIEW, [ClipId(1)])).view
    assert patched(rows_of(VIEW), view, [ClipId(1)]).rows.labels.tolist() == [CLICK, WHOLE]


def test_a_column_of_a_file_that_is_called_as_one_of_ours_is_kept_beside_it():
    view = view_of({ClipId(1): (replace(HOOT, extra=(("note", "theirs"), ("file note", "both"))),)})
    rows = rows_of(view)
    assert [rows.text(key, 0) for key in ("note", "file note", "file file note")] == [
        "far away", "theirs", "both",
    ]  # fmt: skip


def test_a_length_is_compared_as_it_is_read_in_the_table():
    rows = rows_of(view_of({ClipId(1): (Label(OWL, 4.05, 5.0),)}))
    for term in ("len:0.95", "len:<=0.95", "len:>=0.95"):
        assert matching(rows, CLASSES, term).tolist() == [True]


def test_a_term_means_our_column_and_not_one_of_a_file_that_only_looks_so():
    theirs = replace(BARK, note="", extra=(("Note", "far away"), ("Class", "owl"), ("Score", "far")))
    rows = rows_of(view_of({ClipId(1): (HOOT, theirs)}))
    for term in ("note:far", "class:owl"):
        assert matching(rows, CLASSES, term).tolist() == [True, False]
    assert matching(rows, CLASSES, "far").tolist() == [True, True]


def test_every_measured_column_is_a_measurement_of_that_name():
    names = {field.name for field in fields(Measurements)}
    assert {column.key for column in MEASURED} <= names <= FIXED_KEYS


def test_a_hundred_thousand_labels_are_filtered_sorted_and_changed():
    count = 1000
    clips = [
        Clip(ClipId(number + 1), f"{number}.wav", AudioFacts(100, 1, 10_000, "WAV"), "")
        for number in range(count)
    ]
    many = {
        clip.id: tuple(
            Label(ClassId(1 + at % 2), float(at), at + 0.5, note=f"{clip.id}/{at}") for at in range(100)
        )
        for clip in clips
    }
    view = view_of(many, clips)
    rows = rows_of(view)
    assert len(rows) == 100_000
    found = ordered(
        rows, CLASSES, np.flatnonzero(matching(rows, CLASSES, "class:fox note:/77")), "clip", falling=True
    )
    assert len(found) == count
    assert rows.text("note", int(found[0])) == "1000/77"
    new = replace(many[ClipId(500)][7], note="here")
    view = applied(view, edits.replace_label(view, ClipId(500), many[ClipId(500)][7], new)).view
    rows = patched(rows, view, [ClipId(500)]).rows
    here = np.flatnonzero(matching(rows, CLASSES, "here"))
    assert here.tolist() == rows.places_of([(ClipId(500), new)]).tolist()


def test_one_label_that_stands_twice_in_a_clip_goes_once():
    view = view_of({ClipId(1): (HOOT, HOOT, BARK)})
    after = applied(view, edits.replace_label(view, ClipId(1), HOOT, None)).view
    patch = patched(rows_of(view), after, [ClipId(1)])
    assert sorted(patch.rows.labels.tolist(), key=repr) == sorted((HOOT, BARK), key=repr)
