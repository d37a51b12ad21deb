"""What the journal keeps of an edit: what it took away and what it put there, and nothing else."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.label import Label, Region, Source
from audioclf_gui.core.text import Text


@pytest.fixture
def labelled(project, found):
    """A project of three clips: two of robins with a region each, one without a label."""
    region = Region(0.5, 1.0, "wren", 900.0, 4000.0, 0.5, "0.5\t1.0\twren")
    project.catalogue.add_clips(found(2, class_name="robin", regions=(region,)))
    project.catalogue.add_clips([replace(found(3)[2])])
    return project


def newest(project) -> tuple[dict, dict]:
    """Both sides of the last edit, as the file has them."""
    query = "SELECT before, after FROM edits ORDER BY id DESC LIMIT 1"
    before, after = project._database.connection.execute(query).fetchone()
    return json.loads(before), json.loads(after)


def test_an_import_took_nothing_away_and_put_clips_classes_and_labels(labelled):
    query = "SELECT before, after, clips FROM edits ORDER BY id LIMIT 1"
    before, after, clips = labelled._database.connection.execute(query).fetchone()
    assert json.loads(before) == {"labels": [], "classes": []}
    put = json.loads(after)
    assert put["classes"] == [[1, "robin", "#e69f00"], [2, "wren", "#56b4e9"]]
    whole = [1, None, None, None, None, "import", None, ""]
    region = [2, 0.5, 1.0, 900.0, 4000.0, "import", 0.5, "0.5\t1.0\twren"]
    assert put["labels"] == [[[1, 2], [whole, region]]]
    assert [row[0] for row in put["clips"]] == [1, 2]
    assert put["clips"][0][2:] == [8000, 1, 16000, "WAV 16 bit", "", "hash 0", "", "", None, 0]
    assert clips == 2


def test_only_the_labels_that_came_or_went_are_kept(labelled):
    view = labelled.catalogue.view
    region = view.labels(view.clips[0].id)[1]
    longer = replace(region, end_s=1.5)
    labelled.catalogue.apply(Text("move"), edits.replace_label(view, view.clips[0].id, region, longer))
    before, after = newest(labelled)
    assert before == {"labels": [[[1], [[2, 0.5, 1.0, 900.0, 4000.0, "import", 0.5, region.raw]]]]}
    assert after == {"labels": [[[1], [[2, 0.5, 1.5, 900.0, 4000.0, "import", 0.5, region.raw]]]]}


def test_clips_that_change_alike_are_one_line(labelled):
    view = labelled.catalogue.view
    change = edits.label_clips(view, [clip.id for clip in view.clips], view.classes[1].id)
    labelled.catalogue.apply(Text("label"), change)
    before, after = newest(labelled)
    assert before == {"labels": [[[1, 2], [[1, None, None, None, None, "import", None, ""]]]]}
    assert after == {"labels": [[[1, 2, 3], [[2, None, None, None, None, "human", None, ""]]]]}
    assert labelled.catalogue.undoable.clips == 3


def test_rejections_and_clips_are_kept_whole_on_both_sides(labelled):
    view = labelled.catalogue.view
    robin, wren = view.classes
    labelled.catalogue.apply(Text("reject"), edits.reject(view, {view.clips[2].id: (wren.id,)}))
    labelled.catalogue.apply(
        Text("reject"), edits.reject(labelled.catalogue.view, {view.clips[2].id: (robin.id,)})
    )
    before, after = newest(labelled)
    assert (before["rejected"], after["rejected"]) == ({"3": [2]}, {"3": [1, 2]})
    labelled.catalogue.apply(Text("group"), edits.set_group(labelled.catalogue.view, [view.clips[0].id], "s"))
    before, after = newest(labelled)
    assert [row[8] for row in (*before["clips"], *after["clips"])] == ["", "s"]
    assert "rejected" not in before
    assert "classes" not in after


def test_what_a_lying_header_said_survives_undo(project, tmp_path):
    warning = Text("{n} frame is missing", "{n} frames are missing", n=3)
    facts = AudioFacts(8000, 1, 16000, "WAV 16 bit", warning)
    (clip,) = project.catalogue.add_clips(
        [FoundClip(Candidate(tmp_path / "a.wav", group="g", fold="f", target=0.5), facts, "hash")]
    )
    project.catalogue.undo()
    project.catalogue.redo()
    (again,) = project.catalogue.view.clips
    assert again == clip
    assert str(again.audio.warning) == "3 frames are missing"


def test_edits_are_dated_in_universal_time_and_named_with_their_facts(project):
    begun = datetime.now(UTC)
    project.catalogue.apply(Text("add {name}", name="owl"), edits.add_class(project.catalogue.view, "owl"))
    edit = project.catalogue.undoable
    made_at = datetime.fromisoformat(edit.made_at)
    assert made_at.utcoffset() == timedelta(0)
    assert timedelta(milliseconds=-1) <= made_at - begun < timedelta(minutes=1)
    assert len(edit.made_at) == len("2026-01-01T00:00:00.000+00:00")
    assert edit.what == Text("add {name}", name="owl")
    assert (edit.clips, edit.undone) == (0, False)


def test_many_labels_of_one_clip_are_stored_in_the_order_in_which_they_are_read_back(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    many = tuple(Label(None, float(number), number + 0.5, source=Source.MODEL) for number in range(12))
    project.catalogue.apply(Text("many"), Change(labels={clip.id: many}))
    new = Label(None, 0.25, 0.75)
    wanted = (new, *many[:3], *many[4:])
    project.catalogue.apply(Text("one goes, one comes"), Change(labels={clip.id: wanted}))
    settled = (*many[:3], *many[4:], new)
    assert project.catalogue.view.labels(clip.id) == settled
    folder = project.folder
    project.close()
    with type(project).open(folder) as again:
        assert again.catalogue.view.labels(clip.id) == settled


def test_two_imports_are_two_edits_unless_the_second_goes_on_with_the_first(project, found):
    clips = found(3)
    project.catalogue.add_clips(clips[:1])
    project.catalogue.add_clips(clips[1:2])
    assert [edit.clips for edit in project.catalogue.history()] == [1, 1]
    project.catalogue.add_clips(clips[2:], continuing=True)
    assert [edit.clips for edit in project.catalogue.history()] == [2, 1]


def test_equal_labels_and_facts_are_read_back_as_one_value(project, found):
    project.catalogue.add_clips(found(2, class_name="robin"))
    folder = project.folder
    project.close()
    with type(project).open(folder) as again:
        first, second = again.catalogue.view.clips
        assert first.audio is second.audio
        assert again.catalogue.view.labels(first.id)[0] is again.catalogue.view.labels(second.id)[0]


def test_edits_are_made_again_up_to_the_first_after_all_were_undone(project):
    for name in ("owl", "wren"):
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))
    second, first = project.catalogue.history()
    project.catalogue.go_to(0)
    assert [known.name for known in project.catalogue.view.classes] == []
    project.catalogue.go_to(first.id)
    assert [known.name for known in project.catalogue.view.classes] == ["owl"]
    project.catalogue.go_to(0)
    project.catalogue.go_to(second.id)
    assert [known.name for known in project.catalogue.view.classes] == ["owl", "wren"]
