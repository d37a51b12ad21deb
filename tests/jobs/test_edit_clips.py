"""Edits of many clips: what each comes to, and that the project file is copied before those of several."""

import pytest

from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.edit_clips import (
    AcceptSuggestions,
    AddClass,
    DeleteClass,
    GroupClips,
    LabelClips,
    MergeClasses,
    MoveClass,
    RecolourClass,
    RejectSuggestions,
    RemoveClips,
    RenameClass,
    edit_clips,
)
from audioclf_gui.jobs.writing import MakeEdit, carry_out

from .conftest import collected, copies


def edit(project, request):
    return carry_out(edit_clips(request, project.view()), project)


def class_name(project, clip_id):
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    return "+".join(names[one] for one in whole_clip_classes(view.labels(clip_id)))


def class_names(project):
    return [known.name for known in project.catalogue.view.classes]


def test_several_clips_get_a_new_class_as_one_edit_with_a_copy_before(project, ids):
    chosen = (ids["dog-0"], ids["new-0"])
    assert edit(project, LabelClips(chosen, " owl ")) == 2
    assert [class_name(project, one) for one in chosen] == ["owl", "owl"]
    (copy,) = copies(project)
    assert "before-label-owl" in copy.name
    assert str(project.catalogue.undoable.what) == "label owl"
    project.catalogue.undo()
    assert class_names(project) == ["dog", "wren"], "one step made the class too"


def test_one_clip_is_edited_without_a_copy(project, ids):
    assert edit(project, LabelClips((ids["new-0"],), "wren")) == 1
    assert copies(project) == []


def test_the_empty_name_takes_classes_away(project, ids):
    assert edit(project, LabelClips((ids["dog-0"], ids["dog-1"]), "")) == 2
    assert class_name(project, ids["dog-0"]) == ""


def test_what_was_suggested_is_accepted_and_rejected_as_it_was_shown(project, ids):
    dog, wren = (known.id for known in project.catalogue.view.classes)
    assert edit(project, AcceptSuggestions({ids["new-0"]: (wren,), ids["dog-0"]: (wren,)})) == 2
    assert class_name(project, ids["new-0"]) == class_name(project, ids["dog-0"]) == "wren"
    assert edit(project, RejectSuggestions({ids["new-0"]: (wren,), ids["dog-1"]: (dog,)})) == 2
    assert class_name(project, ids["new-0"]) == class_name(project, ids["dog-1"]) == ""
    assert project.catalogue.view.rejected(ids["dog-1"]) == {dog}
    assert [str(one.what) for one in project.catalogue.history(2)] == [
        "reject 2 suggestions",
        "accept 2 suggestions",
    ]
    assert len(copies(project)) == 2


def test_groups_are_set_and_clips_removed(project, ids):
    assert edit(project, GroupClips((ids["dog-0"], ids["dog-1"]), "roof ")) == 2
    assert project.catalogue.view.clip(ids["dog-1"]).group == "roof"
    assert edit(project, RemoveClips((ids["dog-0"], ids["dog-1"]))) == 2
    assert len(project.catalogue.view.clips) == 4
    assert project.catalogue.view.audio_path(project.catalogue.view.clip(ids["dog-0"])).is_file()


def test_classes_are_added_named_coloured_moved_merged_and_deleted(project, ids):
    assert edit(project, AddClass("owl")) == 0
    assert edit(project, RenameClass("owl", "eagle owl ")) == 0
    assert edit(project, RecolourClass("eagle owl", "#010203")) == 0
    assert edit(project, MoveClass("eagle owl", 0)) == 0
    assert class_names(project) == ["eagle owl", "dog", "wren"]
    assert project.catalogue.view.classes[0].colour == "#010203"
    assert copies(project) == [], "no clip was touched"
    assert edit(project, MergeClasses(("dog",), "wren")) == 3
    assert class_name(project, ids["dog-0"]) == "wren"
    assert edit(project, DeleteClass("wren")) == 5
    assert class_names(project) == ["eagle owl"]
    assert len(copies(project)) == 2


def test_several_classes_become_one_in_one_step(project, ids):
    edit(project, LabelClips((ids["dog-1"],), "Dog"))
    edit(project, LabelClips((ids["dog-2"],), " Do\u0308g"))
    assert class_names(project) == ["dog", "wren", "Dog", "Dög"]
    (twins,) = project.catalogue.view.twins
    assert (twins.names, twins.into) == (("Dog", "Dög"), "dog")
    assert edit(project, MergeClasses(twins.names, twins.into)) == 2
    assert class_names(project) == ["dog", "wren"]
    assert class_name(project, ids["dog-2"]) == "dog"
    project.catalogue.undo()
    assert class_name(project, ids["dog-2"]) == "Dög"


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (AddClass("dog"), "there is a class called dog already"),
        (AddClass("  "), "a class needs a name"),
        (RenameClass("dog", ""), "a class needs a name"),
        (RenameClass("owl", "x"), "there is no class called owl"),
        (RecolourClass("dog", "red"), "red is no colour"),
        (MoveClass("owl", 0), "there is no class called owl"),
        (MergeClasses(("dog",), "owl"), "there is no class called owl"),
        (MergeClasses(("dog",), "dog"), "dog cannot be merged into itself"),
        (DeleteClass("owl"), "there is no class called owl"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_touched(project, request_, words):
    before = project.catalogue.view
    with pytest.raises(UserError, match=words):
        edit(project, request_)
    assert project.catalogue.view is before
    assert copies(project) == []


def test_an_edit_that_changes_nothing_is_none(project, ids):
    told = collected(edit_clips(LabelClips((), "dog"), project.view()))
    assert (told.events, told.result) == ([], 0)


def test_a_project_that_may_only_be_read_is_not_copied_either(reader, ids):
    with pytest.raises(ReadOnlyProjectError):
        collected(edit_clips(LabelClips(tuple(ids.values()), "owl"), reader.view()))
    assert copies(reader) == []


def test_what_was_edited_meanwhile_is_left_standing(project, ids):
    told = collected(edit_clips(LabelClips((ids["dog-0"], ids["new-0"]), "owl"), project.view()))
    region = Label(None, 0.1, 0.2)
    wanted = project.catalogue.view.labels(ids["dog-0"])
    project.catalogue.apply(Text("label"), Change(labels={ids["dog-0"]: (*wanted, region)}))
    (made,) = told.of(MakeEdit)

    def job():
        yield made

    carry_out(job(), project)
    assert region in project.catalogue.view.labels(ids["dog-0"])
    assert class_name(project, ids["dog-0"]) == "owl"
