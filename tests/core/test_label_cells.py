"""What typing into the cells of a label comes to."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass
from audioclf_gui.core.label_cells import deleted, is_editable, with_class, with_number, with_text
from audioclf_gui.core.track import Track, TrackKind
from audioclf_gui.core.view import applied, first_view

OWL, FOX = ClassId(1), ClassId(2)
CLASSES = (LabelClass(OWL, "owl", "#e69f00"), LabelClass(FOX, "fox", "#56b4e9"))
ONE, TWO = ClipId(1), ClipId(2)
CLIPS = tuple(
    Clip(ONE if name == "a" else TWO, f"{name}.wav", AudioFacts(8000, 1, 80_004, "WAV"), name)
    for name in "ab"
)
BOX = Label(OWL, 1.0, 2.0, 300.0, 900.0)
LATE = Label(OWL, 9.0, 12.0)  # longer than its clip, as files have it
WHOLE = Label(FOX)
LOCKED = Label(FOX, 3.0, 4.0, track="old")
TRACKS = (Track("words", TrackKind.INTERVALS), Track("old", locked=True))
VIEW = first_view(
    Path("/nowhere"), CLIPS, {ONE: (BOX, LATE), TWO: (WHOLE, LOCKED)}, CLASSES, {}, {}, FOX, tracks=TRACKS
)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("start_s", 0.0, {"start_s": 0.0}),
        ("start_s", 2.0, {"start_s": 2.0}),
        ("end_s", 10.0005, {"end_s": 10.0005}),
        ("end_s", 10.0005009, {"end_s": 10.0005}),
        ("duration_s", 0.0, {"end_s": 1.0}),
        ("low_hz", None, {"low_hz": None}),
        ("high_hz", 4000.0, {"high_hz": 4000.0}),
    ],
)
def test_a_number_changes_its_edge_and_nothing_else(key, value, expected):
    change = with_number(VIEW, ONE, BOX, key, value)
    assert change.labels[ONE] == (replace(BOX, **expected), LATE)
    assert change.classes is None


def test_a_label_that_is_longer_than_its_clip_keeps_its_end_when_its_start_is_typed():
    assert with_number(VIEW, ONE, LATE, "start_s", 8.0).labels[ONE] == (BOX, replace(LATE, start_s=8.0))


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("start_s", 2.5, "end before it begins"),
        ("start_s", -1.0, "begins before its clip"),
        ("end_s", 0.5, "end before it begins"),
        ("end_s", 10.1, "a.wav ends at 10.0005 s"),
        ("duration_s", None, "a time is missing"),
        ("low_hz", 900.0, "would not be below"),
        ("high_hz", 4001.0, "frequencies up to 4000 Hz"),
        ("low_hz", float("nan"), "frequencies up to"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_the_cure(key, value, told):
    with pytest.raises(UserError, match=told) as caught:
        with_number(VIEW, ONE, BOX, key, value)
    assert str(caught.value.remedy)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("class", " fox ", {"class_id": FOX}),
        ("class", "", {"class_id": None}),
        ("class", "wren", {"class_id": ClassId(3)}),
        ("track", "words", {"track": "words"}),
        ("note", "near", {"note": "near"}),
        ("certainty", "unsure", {"certainty": Certainty.UNSURE}),
        ("certainty", "", {"certainty": None}),
    ],
)
def test_a_text_changes_what_it_stands_in(key, text, expected):
    change = with_text(VIEW, ONE, BOX, key, text)
    assert change.labels[ONE] == (replace(BOX, **expected), LATE)
    assert (change.classes is not None) == (text == "wren")


@pytest.mark.parametrize(
    ("clip_id", "label", "key", "text", "told"),
    [
        (TWO, WHOLE, "class", " ", "needs a class"),
        (ONE, BOX, "track", "unheard of", "there is no track unheard of"),
        (ONE, BOX, "track", "old", "is locked"),
        (TWO, LOCKED, "note", "x", "is locked"),
    ],
)
def test_a_text_that_cannot_be_is_refused(clip_id, label, key, text, told):
    with pytest.raises(UserError, match=told):
        with_text(VIEW, clip_id, label, key, text)


def test_intervals_of_a_track_do_not_come_to_lie_over_each_other():
    change = with_text(VIEW, ONE, BOX, "track", "words")
    view = applied(VIEW, change).view
    with pytest.raises(UserError, match="would lie over each other"):
        with_text(
            applied(view, Change(labels={ONE: (*view.labels(ONE), replace(BOX, class_id=FOX))})).view,
            ONE,
            replace(BOX, class_id=FOX),
            "track",
            "words",
        )


def test_labels_of_several_clips_are_deleted_or_named_at_once():
    assert deleted(VIEW, {ONE: [LATE], TWO: [WHOLE]}).labels == {ONE: (BOX,), TWO: (LOCKED,)}
    named = with_class(VIEW, {ONE: [BOX, LATE], TWO: [WHOLE]}, FOX)
    assert [one.class_id for one in named.labels[ONE]] == [FOX, FOX]
    assert named.labels[TWO] == (WHOLE, LOCKED)
    with pytest.raises(UserError, match="is locked"):
        deleted(VIEW, {TWO: [LOCKED]})


def test_a_label_of_the_whole_clip_has_cells_for_what_it_has():
    keys = ("class", "note", "certainty", "track", "start_s", "low_hz", "score")
    assert [key for key in keys if is_editable(WHOLE, key)] == ["class", "note", "certainty"]
    assert is_editable(BOX, "duration_s")
    assert not is_editable(BOX, "clip")
