"""How a project knows where its files are, and which of some it has."""

import os
from pathlib import Path

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.label import Label
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import changed_clips


def test_places_are_written_relative_to_the_project_where_they_can_be(project, monkeypatch):
    view = project.catalogue.view
    assert view.stored_path(project.folder / "recordings" / "a.wav") == "recordings/a.wav"
    assert view.stored_path(project.folder.parent / "b" / ".." / "c.wav") == "../c.wav"

    def on_another_drive(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    assert view.stored_path(Path("/audio/x/../a.wav")) == "/audio/a.wav"


def test_audio_is_found_where_the_project_says(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    assert clip.path == "../audio/0.wav"
    assert project.catalogue.view.audio_path(clip) == project.folder.parent / "audio" / "0.wav"


def test_a_file_is_unknown_once_and_again_after_it_was_removed(project, found):
    first, second = found(2)
    (clip,) = project.catalogue.add_clips([first])
    around = Candidate(second.candidate.path.parent / ".." / "audio" / "1.wav", "wren")
    candidates = [first.candidate, second.candidate, around]
    assert project.catalogue.view.unknown(candidates) == [second.candidate]
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [clip.id]))
    assert project.catalogue.view.unknown(candidates) == [first.candidate, second.candidate]


def test_a_clip_is_found_by_its_file_unless_it_was_removed(project, found):
    first, second = project.catalogue.add_clips(found(2))
    places = [project.folder.parent / "audio" / name for name in ("0.wav", "1.wav")]
    assert [project.catalogue.view.clip_at(place) for place in places] == [first, second]
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [first.id]))
    with pytest.raises(KeyError, match=r"0\.wav"):
        project.catalogue.view.clip_at(places[0])


def test_suggestions_count_while_their_clip_and_their_class_are_there(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    (robin,) = project.catalogue.view.classes
    assert not project.catalogue.view.has_suggestions
    run = project.runs.next("default", {})
    project.runs.put(run)
    project.suggestions.put(
        [SuggestionDetail(Suggestion(clip.id, run.id, robin.id, 0.5), {robin.id: 0.5}, ())]
    )
    assert project.catalogue.view.has_suggestions
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [clip.id]))
    assert not project.catalogue.view.has_suggestions


def test_clips_are_changed_that_are_new_or_other_or_labelled_otherwise(project, found):
    first, second, third = project.catalogue.add_clips(found(3, class_name="robin"))
    before = project.catalogue.view
    (robin,) = before.classes
    assert changed_clips(None, before) == [first.id, second.id, third.id]
    assert changed_clips(before, before) == []
    project.catalogue.apply(Text("label"), edits.add_label(before, second.id, Label(robin.id, 0.5, 1.0)))
    labelled = project.catalogue.view
    assert changed_clips(before, labelled) == [second.id]
    project.catalogue.apply(Text("group"), edits.set_group(labelled, [third.id], "site 1"))
    assert changed_clips(labelled, project.catalogue.view) == [third.id]
    assert set(changed_clips(before, project.catalogue.view)) == {second.id, third.id}


def test_ids_are_never_given_twice(project, found):
    assert project.catalogue.view.next_clip_id() == 1
    clips = project.catalogue.add_clips(found(2))
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [clips[1].id]))
    assert project.catalogue.view.next_clip_id() == 3


def test_counts_follow_labels_and_leave_removed_clips_out(project, found):
    clips = project.catalogue.add_clips(found(3, class_name="robin"))
    view = project.catalogue.view
    (robin,) = view.classes
    assert (view.labelled, view.class_counts[robin.id]) == (3, 3)
    project.catalogue.apply(Text("clear"), edits.label_clips(view, [clips[0].id], None))
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [clips[1].id]))
    view = project.catalogue.view
    assert (view.labelled, view.class_counts[robin.id]) == (1, 1)
    assert view.labelled_with(robin.id) == [clips[1].id, clips[2].id]
    assert view.clips == (clips[0], clips[2])
