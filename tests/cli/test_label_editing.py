"""Labels of many clips are edited by the command line as by the window."""

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track


@pytest.fixture
def labelled(audioclf, tones, tmp_path):
    """A project of two clips with two labels each, one of them also with one in a locked track."""
    folder = tmp_path / "calls"
    audioclf("new", folder)
    audioclf("import", folder, tones / "low" / "site0-00.wav", tones / "low" / "site1-01.wav")
    with Project.open(folder) as project:
        first, second = project.catalogue.view.clips
        (known,) = project.catalogue.view.with_classes(["call"])
        calls = (Label(known.id, 0.05, 0.1), Label(known.id, 0.12, 0.2))
        change = Change(
            labels={first.id: calls, second.id: (*calls, Label(ClassId(known.id), 0.3, 0.4, track="old"))},
            classes=(known,),
            tracks=(MAIN_TRACK, Track("old", locked=True)),
        )
        project.catalogue.apply(Text("label"), change)
    return folder


def spans(folder):
    with Project.open(folder) as project:
        view = project.catalogue.view
        return [
            [(one.start_s, one.end_s) for one in view.labels(clip.id) if one.track == ""]
            for clip in view.clips
        ]


@pytest.mark.parametrize(
    ("arguments", "labels", "expected"),
    [
        (("shift", "0.05"), 4, [(0.1, 0.15), (0.17, 0.25)]),
        (("shift", "-0.06", "--cut"), 4, [(0.0, 0.04), (0.06, 0.14)]),
        (("snap", "--to", "grid", "--step-s", "0.1"), 4, [(0.0, 0.1), (0.1, 0.2)]),
        (("snap", "--to", "neighbours", "--reach-s", "0.03"), 2, [(0.05, 0.1), (0.1, 0.2)]),
        (("quantise", "0.1"), 4, [(0.0, 0.05), (0.1, 0.18)]),
        (("merge", "--gap-s", "0.02"), 4, [(0.05, 0.2)]),
        (("delete", "--class", "call"), 4, []),
    ],
)
def test_labels_of_all_clips_are_edited_as_one_step(labelled, audioclf_json, arguments, labels, expected):
    action, *rest = arguments
    status, result = audioclf_json("labels", action, labelled, *rest)
    assert status == 0
    assert result == {"labels": labels, "clips": 2, "left": 1, "joined": 0, "quarantined": [], "twins": []}
    assert spans(labelled) == [expected, expected]
    with Project.open(labelled) as project:
        project.catalogue.undo()
    assert spans(labelled) == [[(0.05, 0.1), (0.12, 0.2)]] * 2


def test_edges_are_put_on_zero_crossings(labelled, audioclf_json):
    status, _result = audioclf_json("labels", "snap", labelled, "--to", "zero")
    assert status == 0
    assert all(one == pytest.approx((0.05, 0.1), abs=0.0101) for one, _ in spans(labelled))


def test_of_one_clip_something_is_said(labelled, audioclf_json):
    said = ("--note", "far away", "--certainty", "unsure", "--to-class", "owl")
    status, result = audioclf_json("labels", "set", labelled, "--clip", "1", *said)
    assert (status, result["labels"]) == (0, 2)
    with Project.open(labelled) as project:
        view = project.catalogue.view
        one = view.labels(view.clips[0].id)[0]
        assert (one.note, one.certainty) == ("far away", Certainty.UNSURE)
        assert view.classes[-1].name == "owl"


def test_a_class_that_looks_like_another_one_is_told_of(labelled, audioclf_json):
    status, result = audioclf_json("labels", "set", labelled, "--clip", "1", "--to-class", "Call")
    assert status == 0
    assert [one["names"] for one in result["twins"]] in ([["Call"]], [["call"]])


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("shift", "-0.06"), 1, "would lie beyond the clip"),
        (("shift", "0.1", "--track", "old"), 1, "the track “old” is locked"),
        (("delete", "--track", "nowhere"), 1, "there is no track called “nowhere”"),
        (("quantise", "0"), 2, "too fine"),
        (("shift", "nan"), 2, "no number of seconds"),
        (("snap", "--to", "zero", "--step-s", "1"), 2, "--step-s says nothing with --to zero"),
        (("set",), 2, "give at least one of"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(labelled, audioclf, arguments, status, reason):
    before = spans(labelled)
    action, *rest = arguments
    ended, _out, err = audioclf("labels", action, labelled, *rest)
    assert (ended, reason in err) == (status, True), err
    assert spans(labelled) == before


def test_labels_are_copied_to_other_clips_once(labelled, audioclf_json, audioclf):
    with Project.open(labelled) as project:
        _first, second = project.catalogue.view.clips
        project.catalogue.apply(Text("clear"), Change(labels={second.id: ()}))
    for labels in (2, 0):
        status, result = audioclf_json("labels", "copy", labelled, "1", "2", "--class", "call")
        assert (status, result) == (0, {"labels": labels, "clips": min(labels, 1)})
    assert spans(labelled) == [[(0.05, 0.1), (0.12, 0.2)]] * 2
    status, _out, err = audioclf("labels", "copy", labelled, "1", "2", "--track", "old")
    assert (status, "has no such labels" in err) == (1, True)
    status, _out, err = audioclf("labels", "copy", labelled, "1", "7")
    assert (status, "there is no clip 7" in err) == (1, True)


def test_two_labels_that_become_equal_are_one_and_that_is_told(labelled, audioclf_json):
    with Project.open(labelled) as project:
        view = project.catalogue.view
        change = Change(
            labels={
                clip.id: (*view.labels(clip.id), Label(ClassId(9), 0.05, 0.1, note="two of them"))
                for clip in view.clips
            },
            classes=(*view.classes, LabelClass(ClassId(9), "song", "#123456")),
        )
        project.catalogue.apply(Text("label"), change)
    _status, result = audioclf_json("labels", "set", labelled, "--class", "song", "--to-class", "call")
    assert (result["labels"], result["joined"]) == (2, 2)
    assert list(map(sorted, spans(labelled))) == [[(0.05, 0.1), (0.12, 0.2)]] * 2
    with Project.open(labelled) as project:
        view = project.catalogue.view
        assert all("two of them" in {one.note for one in view.labels(clip.id)} for clip in view.clips)
        project.catalogue.undo()
    assert list(map(sorted, spans(labelled))) == [[(0.05, 0.1), (0.05, 0.1), (0.12, 0.2)]] * 2
