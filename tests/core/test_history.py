"""The journal is the undo stack: what was done can be taken back, also in a later session."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioclf_gui.core import edits
from audioclf_gui.core.catalogue import write_in_worker
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text


def state_of(project: Project) -> tuple:
    view = project.catalogue.view
    clips = [(clip, sorted(map(repr, view.labels(clip.id))), view.rejected(clip.id)) for clip in view.clips]
    return clips, view.classes, dict(+view.class_counts), view.labelled


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.folder)


def some_edits(project: Project, clip_ids: list) -> list:
    """One edit of each kind, each a function of the view as it is then."""
    first, second, third = clip_ids
    return [
        lambda view: edits.add_class(view, "owl"),
        lambda view: edits.label_clips(view, [first, second], view.classes[1].id),
        lambda view: edits.add_label(view, first, Label(view.classes[0].id, 0.25, 0.75, 100.0, 900.0)),
        lambda view: edits.rename_label(view, first, view.labels(first)[-1], "nightjar"),
        lambda view: edits.reject(view, {second: (view.classes[1].id,)}),
        lambda view: edits.merge_classes(view, [view.classes[0].id], view.classes[1].id),
        lambda view: edits.delete_class(view, view.classes[0].id),
        lambda view: edits.set_group(view, [first], "site 9"),
        lambda view: edits.remove_clips(view, [third]),
    ]


def test_everything_is_undone_and_made_again_in_later_sessions(project, found):
    clip_ids = [clip.id for clip in project.catalogue.add_clips(found(3, class_name="robin"))]
    states = [state_of(project)]
    for number, edit in enumerate(some_edits(project, clip_ids), start=1):
        project.catalogue.apply(Text("edit {n}", n=number), edit(project.catalogue.view))
        states.append(state_of(project))
    project = reopened(project)
    for state in reversed(states[:-1]):
        assert project.catalogue.undo() is not None
        assert state_of(project) == state
    project = reopened(project)
    for state in states[1:]:
        assert project.catalogue.redo() is not None
        assert state_of(project) == state
    assert project.catalogue.redo() is None
    with reopened(project) as again:
        assert state_of(again) == states[-1]


def test_an_import_can_be_undone_and_made_again(project, found):
    empty = state_of(project)
    project.catalogue.add_clips(found(2, class_name="robin"))
    full = state_of(project)
    project.catalogue.undo()
    assert state_of(project) == empty
    with reopened(project) as again:
        assert state_of(again) == empty
        again.catalogue.redo()
        assert state_of(again) == full


def test_a_clip_that_was_removed_and_imported_again_is_there_once(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [clip.id]))
    (again,) = project.catalogue.add_clips(found(1, class_name="wren"))
    assert again.id != clip.id
    assert project.catalogue.view.clips == (again,)
    project.catalogue.undo()
    project.catalogue.undo()
    assert project.catalogue.view.clips == (clip,)


def test_a_new_edit_leaves_what_was_undone_behind(project):
    for name in ("owl", "wren"):
        project.catalogue.apply(Text("add {name}", name=name), edits.add_class(project.catalogue.view, name))
    project.catalogue.undo()
    assert str(project.catalogue.redoable.what) == "add wren"
    project.catalogue.apply(Text("add robin"), edits.add_class(project.catalogue.view, "robin"))
    assert project.catalogue.redoable is None
    lines = [(str(edit.what), edit.undone) for edit in project.catalogue.history()]
    assert lines == [("add robin", False), ("add wren", True), ("add owl", False)]
    left_behind = project.catalogue.history()[1].id
    with pytest.raises(UserError, match="cannot be gone back to"):
        project.catalogue.go_to(left_behind)


def test_what_was_left_behind_stays_so_when_what_came_after_it_is_undone_and_made_again(project):
    def add(name):
        project.catalogue.apply(Text("add {name}", name=name), edits.add_class(project.catalogue.view, name))

    def names():
        return [known.name for known in project.catalogue.view.classes]

    add("owl")
    add("wren")
    project.catalogue.undo()
    add("robin")
    last, left_behind, first = project.catalogue.history()
    assert [last.left_behind, left_behind.left_behind, first.left_behind] == [False, True, False]
    project.catalogue.undo()
    project.catalogue.undo()
    assert project.catalogue.redo() is not None
    assert str(project.catalogue.redoable.what) == "add robin"
    project.catalogue.redo()
    assert project.catalogue.redo() is None
    assert names() == ["owl", "robin"]
    project.catalogue.go_to(0)
    with pytest.raises(UserError, match="cannot be gone back to"):
        project.catalogue.go_to(left_behind.id)
    project.catalogue.go_to(last.id)
    assert names() == ["owl", "robin"]


@given(st.lists(st.integers(0, 9), max_size=6))
@settings(max_examples=15)
def test_going_to_any_moment_of_the_history_finds_it_as_it_was(tmp_path_factory, moments):
    folder = tmp_path_factory.mktemp("history")
    with Project.create(folder / "birds") as project:
        facts = AudioFacts(rate_hz=8000, channels=1, frames=16000, encoding="WAV 16 bit")
        found = [FoundClip(Candidate(folder / f"{n}.wav", "robin"), facts, f"hash {n}") for n in range(3)]
        clip_ids = [clip.id for clip in project.catalogue.add_clips(found)]
        first = project.catalogue.history()[0].id
        states = {first: state_of(project)}
        for edit in some_edits(project, clip_ids):
            project.catalogue.apply(Text("edit"), edit(project.catalogue.view))
            states[project.catalogue.history()[0].id] = state_of(project)
        for moment in moments:
            project.catalogue.go_to(first + moment)
            assert state_of(project) == states[first + moment]
        assert len(project.catalogue.history()) == 10


def test_the_moment_before_the_first_edit_is_an_empty_project(project, found):
    empty = state_of(project)
    project.catalogue.add_clips(found(2, class_name="robin"))
    project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
    project.catalogue.go_to(0)
    assert state_of(project) == empty
    assert project.catalogue.go_to(0) is None


def test_the_history_counts_clips_and_is_read_page_by_page(project, found):
    clips = project.catalogue.add_clips(found(5, class_name="robin"))
    for clip in clips:
        project.catalogue.apply(Text("clear"), edits.label_clips(project.catalogue.view, [clip.id], None))
    newest = project.catalogue.history(count=2)
    assert [edit.clips for edit in newest] == [1, 1]
    older = project.catalogue.history(before=newest[-1].id)
    assert [edit.clips for edit in older] == [1, 1, 1, 5]
    assert older[-1].made_at.endswith("+00:00")


def test_an_edit_written_by_a_worker_is_taken_up_and_undone_like_any_other(project, found):
    clips = project.catalogue.add_clips(found(3, class_name="robin"))
    before = state_of(project)
    view = project.catalogue.view
    change = edits.label_clips(view, [clip.id for clip in clips], None)
    done = write_in_worker(project.file, view, Text("clear"), change)
    assert state_of(project) == before, "the owner decides when it is taken up"
    project.catalogue.adopt(done)
    after = state_of(project)
    with reopened(project) as again:
        assert state_of(again) == after
        again.catalogue.undo()
        assert state_of(again) == before


def test_an_edit_of_an_older_state_is_not_taken_up(project, found):
    project.catalogue.add_clips(found(1, class_name="robin"))
    view = project.catalogue.view
    done = write_in_worker(project.file, view, Text("add"), edits.add_class(view, "owl"))
    project.suggestions.put([])
    with pytest.raises(ValueError, match="has changed"):
        project.catalogue.adopt(done)


def test_a_journal_that_does_not_belong_to_the_labels_is_refused_and_nothing_changes(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    project.catalogue.apply(
        Text("label"), edits.add_label(project.catalogue.view, clip.id, Label(None, 0.1, 0.2))
    )
    project._database.connection.execute("DELETE FROM labels")
    with reopened(project) as again:
        before = state_of(again)
        with pytest.raises(UserError, match="“label” cannot be undone"):
            again.catalogue.undo()
        assert state_of(again) == before


def test_equal_labels_are_kept_as_often_as_they_were_made(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    twin, other = Label(None, 0.1, 0.2), Label(None, 0.3, 0.4)
    project.catalogue.apply(Text("two"), Change(labels={clip.id: (twin, other, twin)}))
    project.catalogue.apply(Text("one"), Change(labels={clip.id: (other, twin)}))
    assert project.catalogue.view.labels(clip.id) == (other, twin)
    with reopened(project) as again:
        assert again.catalogue.view.labels(clip.id) == (other, twin)
        again.catalogue.undo()
        assert sorted(map(repr, again.catalogue.view.labels(clip.id))) == sorted(
            map(repr, (twin, twin, other))
        )


def test_a_reader_sees_the_history_and_cannot_go_back(project):
    project.catalogue.apply(Text("add owl"), edits.add_class(project.catalogue.view, "owl"))
    with Project.open(project.folder) as reader:
        assert [str(edit.what) for edit in reader.catalogue.history()] == ["add owl"]
        with pytest.raises(ReadOnlyProjectError):
            reader.catalogue.undo()
        assert [known.name for known in reader.catalogue.view.classes] == ["owl"]
        assert reader.catalogue.view.class_counts.get(ClassId(1), 0) == 0


def test_the_batches_of_an_import_are_one_step(project, found):
    clips = found(6, class_name="robin")
    project.catalogue.add_clips(clips[:2])
    project.catalogue.add_clips(clips[2:4], continuing=True)
    project.catalogue.add_clips(clips[4:5], continuing=True)
    (edit,) = project.catalogue.history()
    assert edit.clips == 5
    full = state_of(project)
    with reopened(project) as again:
        again.catalogue.undo()
        assert again.catalogue.view.clips == ()
        again.catalogue.redo()
        assert state_of(again) == full


def test_an_edit_between_two_batches_parts_the_import(project, found):
    clips = found(4, class_name="robin")
    (first, _) = project.catalogue.add_clips(clips[:2])
    project.catalogue.apply(Text("clear"), edits.label_clips(project.catalogue.view, [first.id], None))
    project.catalogue.add_clips(clips[2:], continuing=True)
    assert [edit.clips for edit in project.catalogue.history()] == [2, 1, 2]
    project.catalogue.undo()
    assert len(project.catalogue.view.clips) == 2
    project.catalogue.undo()
    project.catalogue.undo()
    assert project.catalogue.view.clips == ()
