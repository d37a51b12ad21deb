"""Edits of the labels of many clips: what each comes to, and that all is one step or none."""

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track
from audioclf_gui.jobs.edit_labels import (
    DeleteLabels,
    DescribeLabels,
    LabelsMeant,
    MergeLabels,
    QuantiseLabels,
    ShiftLabels,
    SnapLabels,
    SnapTo,
    edit_labels,
)
from audioclf_gui.jobs.writing import carry_out

from .conftest import copies

DOG, WREN = ClassId(1), ClassId(2)
OLD = Label(DOG, 0.11, 0.14, track="old")


@pytest.fixture
def labelled(project, ids):
    """Two clips with a bark and a song each, one of them with a label in a locked track."""
    labels = (Label(DOG, 0.05, 0.1), Label(WREN, 0.12, 0.2))
    change = Change(
        labels={ids["dog-0"]: labels, ids["dog-1"]: (*labels, OLD)},
        tracks=(MAIN_TRACK, Track("old", locked=True)),
    )
    project.catalogue.apply(Text("label"), change)
    return project


def edit(project, request):
    return carry_out(edit_labels(request, project.view()), project)


@pytest.fixture
def both(ids):
    return ids["dog-0"], ids["dog-1"]


def spans(project, clip_id):
    return [(one.start_s, one.end_s) for one in project.catalogue.view.labels(clip_id) if one.track == ""]


def test_labels_of_many_clips_are_shifted_as_one_step_and_locked_tracks_stay(labelled, both):
    done = edit(labelled, ShiftLabels(LabelsMeant(both), 0.02))
    assert (done.labels, done.clips, done.left) == (4, 2, 1)
    for clip_id in both:
        assert spans(labelled, clip_id) == [(0.07, 0.12), (0.14, 0.22)]
    assert OLD in labelled.catalogue.view.labels(both[1])
    assert len(copies(labelled)) == 1
    labelled.catalogue.undo()
    assert spans(labelled, both[0]) == [(0.05, 0.1), (0.12, 0.2)]


def test_only_labels_of_a_class_or_track_are_meant(labelled, both):
    assert edit(labelled, DeleteLabels(LabelsMeant(both, classes=("wren",)))).labels == 2
    assert spans(labelled, both[0]) == [(0.05, 0.1)]
    with pytest.raises(UserError, match="the track “old” is locked"):
        edit(labelled, DeleteLabels(LabelsMeant(both, tracks=("old",))))
    with pytest.raises(UserError, match="no class called “owl”"):
        edit(labelled, DeleteLabels(LabelsMeant(both, classes=("owl",))))


def test_one_label_beyond_its_clip_refuses_the_edit_and_names_the_clip(labelled, both):
    before = labelled.catalogue.view.labels_by_clip
    with pytest.raises(UserError, match=r"dog-0.*would lie beyond the clip"):
        edit(labelled, ShiftLabels(LabelsMeant(both), -0.06))
    assert labelled.catalogue.view.labels_by_clip == before
    done = edit(labelled, ShiftLabels(LabelsMeant(both), -0.06, cut=True))
    assert done.labels == 4
    assert spans(labelled, both[0])[0] == (0.0, 0.04)


def test_edges_go_to_the_grid_and_starts_too(labelled, both):
    edit(labelled, QuantiseLabels(LabelsMeant(both), 0.1))
    assert spans(labelled, both[0]) == [(0.0, 0.05), (0.1, 0.18)]
    edit(labelled, SnapLabels(LabelsMeant(both), SnapTo.GRID, step_s=0.1))
    assert spans(labelled, both[0]) == [(0.0, 0.1), (0.1, 0.2)]


def test_edges_go_to_neighbours_and_to_zero_crossings(labelled, both):
    edit(labelled, SnapLabels(LabelsMeant(both[:1]), SnapTo.NEIGHBOURS, reach_s=0.03))
    assert spans(labelled, both[0]) == [(0.05, 0.1), (0.1, 0.2)]
    before = spans(labelled, both[1])
    done = edit(labelled, SnapLabels(LabelsMeant(both[1:]), SnapTo.ZERO))
    assert done.refused == ()
    for old, new in zip(before, spans(labelled, both[1]), strict=True):
        assert old != new or done.labels == 0
        assert new == pytest.approx(old, abs=0.0101)


def test_a_clip_whose_sound_is_gone_is_put_aside_and_the_others_are_edited(labelled, both):
    view = labelled.catalogue.view
    view.audio_path(view.clip(both[0])).unlink()
    before = spans(labelled, both[0])
    done = edit(labelled, SnapLabels(LabelsMeant(both), SnapTo.ZERO))
    assert [one.path.name for one in done.refused] == ["dog-0.wav"]
    assert spans(labelled, both[0]) == before


def test_touching_labels_of_one_class_merge(labelled, both):
    edit(labelled, DescribeLabels(LabelsMeant(both), class_name="wren"))
    done = edit(labelled, MergeLabels(LabelsMeant(both), gap_s=0.02))
    assert done.labels == 4
    assert spans(labelled, both[0]) == [(0.05, 0.2)]


def test_what_is_said_of_labels_can_be_set_and_taken_away(labelled, both):
    done = edit(
        labelled, DescribeLabels(LabelsMeant(both), class_name="owl", note=" far ", certainty="unsure")
    )
    (first, second) = labelled.catalogue.view.labels(both[0])
    owl = next(one.id for one in labelled.catalogue.view.classes if one.name == "owl")
    assert (first.class_id, first.note, first.certainty) == (owl, "far", Certainty.UNSURE)
    assert set(done.chosen) == set(both)
    edit(labelled, DescribeLabels(LabelsMeant(both[:1], chosen=(first,)), note="", certainty=""))
    after = labelled.catalogue.view.labels(both[0])
    assert Label(owl, 0.05, 0.1) in after
    assert second in after
    with pytest.raises(UserError, match="no track called"):
        edit(labelled, DescribeLabels(LabelsMeant(both), track="nowhere"))


def test_an_edit_that_changes_nothing_is_no_step(labelled, both):
    before = labelled.catalogue.undoable
    assert edit(labelled, ShiftLabels(LabelsMeant(both), 0.0)).labels == 0
    assert labelled.catalogue.undoable == before


def test_labels_of_whole_clips_get_a_note_and_certainty_but_no_other_class_or_track(project, ids):
    whole = project.catalogue.view.labels(ids["dog-0"])
    assert [one.is_whole_clip for one in whole] == [True]
    edit(project, DescribeLabels(LabelsMeant((ids["dog-0"],)), class_name="owl"))
    edit(project, DeleteLabels(LabelsMeant((ids["dog-0"],))))
    edit(project, DescribeLabels(LabelsMeant((ids["dog-0"],), tracks=("labels",)), note="in a track"))
    assert project.catalogue.view.labels(ids["dog-0"]) == whole
    edit(project, DescribeLabels(LabelsMeant((ids["dog-0"],)), note="far", certainty="unsure"))
    (label,) = project.catalogue.view.labels(ids["dog-0"])
    assert (label.class_id, label.note, label.certainty) == (DOG, "far", Certainty.UNSURE)
