"""How a project knows where its files are, and which of some it has."""

import os
from pathlib import Path

from audioclf_gui.core import edits
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.text import Text


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
