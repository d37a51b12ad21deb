"""The classes of a model are found in a project, whatever became of them."""

from dataclasses import replace

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.model_classes import model_classes, then_and_now
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text

EDIT = Text("edit")


@pytest.fixture
def project(project):
    """A project with three classes."""
    for name in ("wren", "owl", "rain"):
        project.catalogue.apply(EDIT, edits.add_class(project.catalogue.view, name))
    return project


@pytest.fixture
def names():
    return ("wren", "owl", "rain")


@pytest.fixture
def ids(project):
    return tuple(known.id for known in project.catalogue.view.classes)


def rename(project, class_id, name):
    view = project.catalogue.view
    known = next(one for one in view.classes if one.id == class_id)
    project.catalogue.apply(EDIT, edits.change_class(view, replace(known, name=name)))


def merge(project, merged, into):
    project.catalogue.apply(EDIT, edits.merge_classes(project.catalogue.view, [merged], into))


def delete(project, class_id):
    project.catalogue.apply(EDIT, edits.delete_class(project.catalogue.view, class_id))


def reopened(project):
    """What the project file says, as somebody who may only read it sees it."""
    with Project.open(project.folder) as reader:
        return reader.catalogue.view


def both_views(project):
    return project.catalogue.view, reopened(project)


def test_a_class_is_followed_through_another_name_and_another_place(project, names, ids):
    rename(project, ids[0], "winter wren")
    project.catalogue.apply(EDIT, edits.move_class(project.catalogue.view, ids[0], 2))
    for view in both_views(project):
        found = model_classes(view, names, ids)
        assert (found.names, found.ids) == (("winter wren", "owl", "rain"), ids)
        assert found.places == (0, 1, 2)


def test_two_classes_that_swapped_their_names_are_not_mixed_up(project, names, ids):
    rename(project, ids[0], "x")
    rename(project, ids[1], "wren")
    rename(project, ids[0], "owl")
    for view in both_views(project):
        assert model_classes(view, names, ids).names == ("owl", "wren", "rain")


def test_a_merged_class_is_the_one_it_was_merged_into_even_if_that_was_merged_again(project, names, ids):
    merge(project, ids[0], ids[1])
    merge(project, ids[1], ids[2])
    for view in both_views(project):
        found = model_classes(view, names, ids)
        assert (found.names, found.ids, found.places) == (("rain",), (ids[2],), (0, 0, 0))
    project.catalogue.undo()
    for view in both_views(project):
        assert model_classes(view, names, ids).names == ("owl", "rain")
    project.catalogue.undo()
    for view in both_views(project):
        assert model_classes(view, names, ids).names == names
    project.catalogue.redo()
    assert model_classes(reopened(project), names, ids).names == ("owl", "rain")


def test_a_class_that_was_dropped_is_none_even_if_it_was_merged_once_and_that_was_undone(project, names, ids):
    merge(project, ids[0], ids[1])
    project.catalogue.undo()
    delete(project, ids[0])
    for view in both_views(project):
        found = model_classes(view, names, ids)
        assert (found.names, found.ids) == (names, (None, *ids[1:]))
        assert found.missing == ("wren",)


def test_what_was_merged_into_a_dropped_class_is_gone_with_it(project, names, ids):
    merge(project, ids[0], ids[1])
    delete(project, ids[1])
    assert model_classes(reopened(project), names, ids).ids == (None, None, ids[2])


def test_a_name_that_came_to_another_class_does_not_take_over_what_is_gone(project, names, ids):
    delete(project, ids[0])
    rename(project, ids[1], "wren")
    found = model_classes(project.catalogue.view, names, ids)
    assert (found.names, found.ids) == (("wren (?)", "wren", "rain"), (None, *ids[1:]))


def test_a_class_that_was_made_again_is_found_by_its_name(project, names, ids):
    delete(project, ids[0])
    project.catalogue.apply(EDIT, edits.add_class(project.catalogue.view, "wren"))
    again = project.catalogue.view.classes[-1].id
    assert again not in ids
    assert model_classes(project.catalogue.view, names, ids).ids == (again, *ids[1:])


def test_a_model_trained_under_a_name_that_was_taken_back_is_still_this_class_s(project, ids):
    rename(project, ids[0], "winter wren")
    project.catalogue.undo()
    found = model_classes(reopened(project), ("winter wren", "owl", "rain"), ids)
    assert found.names == ("wren", "owl", "rain")


def test_ids_of_another_project_do_not_count(project, ids):
    stranger = ("rain", "wren", "bat")
    found = model_classes(project.catalogue.view, stranger, ids)
    assert (found.names, found.ids) == (stranger, (ids[2], ids[0], None))


def test_a_model_without_ids_goes_by_names(project, names, ids):
    rename(project, ids[0], "winter wren")
    assert model_classes(project.catalogue.view, names).ids == (None, *ids[1:])


def test_classes_that_were_made_by_an_older_program_are_known_by_their_names_before_the_first_edit(
    project, names, ids
):
    project._database.connection.execute("DELETE FROM settings")  # what version 0.1.0 did not note
    rename(project, ids[0], "winter wren")
    assert model_classes(reopened(project), names, ids).names == ("winter wren", "owl", "rain")


def test_the_past_of_classes_that_cannot_be_read_is_forgotten(project, names, ids):
    project._database.connection.execute("UPDATE settings SET value = '[[1, '")
    assert model_classes(reopened(project), names, ids).ids == ids


def test_a_class_is_told_with_what_it_was_called(project, names, ids):
    rename(project, ids[0], "winter wren")
    delete(project, ids[1])
    told = then_and_now(project.catalogue.view, names, ids)
    assert list(map(str, told)) == ["winter wren (was wren)", "owl (not in the project)", "rain"]


def test_a_suggestion_follows_its_class(project, ids, found):
    clip = project.catalogue.add_clips(found(1))[0].id
    run = project.runs.next("fast", {})
    project.runs.put(run)
    scores = {ids[0]: 0.5, ids[1]: 0.3, ids[2]: 0.2}
    project.suggestions.put([SuggestionDetail(Suggestion(clip, run.id, ids[0], 0.5), scores, ())])
    merge(project, ids[0], ids[1])
    assert project.catalogue.view.suggestion(clip).class_id == ids[1]
    assert project.suggestions.detail(clip).suggestion.class_id == ids[1]
    assert project.suggestions.detail(clip).scores == pytest.approx({ids[1]: 0.8, ids[2]: 0.2})
    assert edits.suggested_classes(reopened(project), [clip]) == {clip: (ids[1],)}
    project.catalogue.undo()
    assert project.catalogue.view.suggestion(clip).class_id == ids[0]
    delete(project, ids[0])
    assert project.catalogue.view.suggestion(clip) is None
    assert project.suggestions.detail(clip) is None
    assert not project.catalogue.view.has_suggestions
    project.suggestions.put([], [clip])
    project.catalogue.undo()
    assert project.catalogue.view.suggestion(clip) is None
    assert reopened(project).suggestion(clip) is None


def test_no_other_class_of_a_set_takes_the_place_of_the_likeliest(project, ids, found):
    clip = project.catalogue.add_clips(found(1))[0].id
    run = project.runs.next("fast", {})
    project.runs.put(run)
    suggestion = Suggestion(clip, run.id, ids[0], 0.9, (ids[1], ids[2]))
    project.suggestions.put([SuggestionDetail(suggestion, {ids[0]: 0.9, ids[1]: 0.6}, ())])
    delete(project, ids[1])
    assert project.catalogue.view.suggestion(clip).classes == (ids[0], ids[2])
    merge(project, ids[2], ids[0])
    assert project.catalogue.view.suggestion(clip).classes == (ids[0],)
    delete(project, ids[0])
    assert project.catalogue.view.suggestion(clip) is None
    assert not project.catalogue.view.has_suggestions
    project.catalogue.undo()
    assert project.catalogue.view.suggestion(clip).class_id == ids[0]
