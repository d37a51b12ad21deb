"""What each edit comes to, label by label."""

from dataclasses import replace

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.label import ClassId, Label, Source
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import applied

ROBIN, WREN, OWL = ClassId(1), ClassId(2), ClassId(3)
WHOLE_ROBIN, WHOLE_WREN = Label(ROBIN), Label(WREN)
REGION_ROBIN, REGION_WREN = Label(ROBIN, 0.5, 1.0, 100.0), Label(WREN, 0.5, 1.0, 100.0)
UNNAMED = Label(None, 0.25, 0.5)


@pytest.fixture
def view(project, found):
    """Three classes; clip 1 has both kinds of label of two classes, clip 2 one of a whole, clip 3 none."""
    first, second, _third = project.catalogue.add_clips(found(3))
    for name in ("robin", "wren", "owl"):
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))
    labels = {first.id: (WHOLE_ROBIN, REGION_ROBIN, UNNAMED, REGION_WREN), second.id: (WHOLE_WREN,)}
    project.catalogue.apply(Text("label"), Change(labels=labels))
    run = project.runs.next("default", {})
    project.runs.put(run)
    details = [
        SuggestionDetail(Suggestion(clip_id, run.id, class_id, 0.9), {}, ())
        for clip_id, class_id in ((first.id, OWL), (second.id, WREN))
    ]
    project.suggestions.put(details)
    return project.catalogue.view


def names(change: Change) -> list[str]:
    return [known.name for known in change.classes or ()]


def test_a_deleted_class_leaves_its_regions_without_a_name_and_no_whole_clip(view):
    change = edits.delete_class(view, ROBIN)
    assert change.labels == {1: (replace(REGION_ROBIN, class_id=None), UNNAMED, REGION_WREN)}
    assert names(change) == ["wren", "owl"]


def test_a_merged_class_gives_its_labels_to_the_other_and_equal_ones_become_one(view):
    change = edits.merge_classes(view, [ROBIN], WREN)
    assert change.labels == {1: (WHOLE_WREN, REGION_WREN, UNNAMED)}
    assert names(change) == ["wren", "owl"]
    assert edits.merge_classes(view, [WREN], OWL).labels.keys() == {1, 2}


def test_whole_clips_get_one_class_or_none_and_keep_their_regions(view):
    change = edits.label_clips(view, [1, 2, 3], OWL)
    assert change.labels == {
        1: (REGION_ROBIN, UNNAMED, REGION_WREN, Label(OWL)),
        2: (Label(OWL),),
        3: (Label(OWL),),
    }
    assert edits.label_clips(view, [1, 2], None).labels == {1: (REGION_ROBIN, UNNAMED, REGION_WREN), 2: ()}


def test_a_class_comes_beside_others_or_goes_if_all_have_it(project, view):
    both = edits.toggle_class(view, [1, 2], WREN)
    assert both.labels == {1: (WHOLE_ROBIN, REGION_ROBIN, UNNAMED, REGION_WREN, Label(WREN))}
    project.catalogue.apply(Text("label"), both)
    view = project.catalogue.view
    assert view.class_counts[WREN] == 2
    assert edits.toggle_class(view, [1, 2], WREN).labels == {
        1: (WHOLE_ROBIN, REGION_ROBIN, UNNAMED, REGION_WREN),
        2: (),
    }
    assert whole_clip_classes(view.labels(1)) == (ROBIN, WREN)
    assert edits.merge_classes(view, [ROBIN], WREN).labels[1][0] == Label(WREN, source=WHOLE_ROBIN.source)
    merged = applied(view, edits.merge_classes(view, [ROBIN], WREN)).view
    assert whole_clip_classes(merged.labels(1)) == (WREN,)
    assert sum(label.is_whole_clip for label in merged.labels(1)) == 1
    project.catalogue.move(project.catalogue.way_to(0))
    assert project.catalogue.view.labels(2) == ()


def test_a_set_is_accepted_whole_and_what_is_rejected_of_it_is_suggested_no_more(project, view):
    project.suggestions.put(
        [SuggestionDetail(Suggestion(3, 1, OWL, 0.9, (WREN,)), {OWL: 0.9, WREN: 0.8}, ())]
    )
    view = project.catalogue.view
    assert edits.suggested_classes(view, [3]) == {3: (OWL, WREN)}
    assert edits.accept(view, {3: (OWL, WREN)}).labels == {3: (Label(OWL), Label(WREN))}
    project.catalogue.apply(Text("reject"), edits.reject(view, {3: (OWL,)}))
    assert edits.suggested_classes(project.catalogue.view, [3]) == {3: (WREN,)}
    project.catalogue.apply(Text("merge"), edits.merge_classes(project.catalogue.view, [OWL], WREN))
    assert project.catalogue.view.suggestion(3).classes == (WREN,)
    assert project.suggestions.detail(3).scores == {WREN: 1.0}
    folder = project.folder
    project.close()
    with Project.open(folder) as again:
        assert again.catalogue.view.suggestions_by_clip[3].classes == (OWL, WREN)


def test_a_label_is_added_replaced_or_deleted_in_its_place(view):
    assert edits.add_label(view, 2, UNNAMED).labels == {2: (WHOLE_WREN, UNNAMED)}
    moved = replace(REGION_ROBIN, end_s=2.0)
    assert edits.replace_label(view, 1, REGION_ROBIN, moved).labels == {
        1: (WHOLE_ROBIN, moved, UNNAMED, REGION_WREN)
    }
    assert edits.replace_label(view, 1, UNNAMED, None).labels == {1: (WHOLE_ROBIN, REGION_ROBIN, REGION_WREN)}


@pytest.mark.parametrize(
    ("name", "class_id", "classes"),
    [
        ("owl", OWL, []),
        (" owl ", OWL, []),
        ("", None, []),
        ("  ", None, []),
        ("nightjar", ClassId(4), ["robin", "wren", "owl", "nightjar"]),
    ],
)
def test_a_name_is_that_of_a_class_which_is_made_if_there_is_none(view, name, class_id, classes):
    change = edits.rename_label(view, 1, UNNAMED, name)
    assert change.labels[1][2] == replace(UNNAMED, class_id=class_id)
    assert names(change) == classes


def test_a_rejected_class_is_taken_from_whole_clips_only_and_adds_to_those_ruled_out(project, view):
    change = edits.reject(view, {1: (ROBIN,), 3: (ROBIN,)})
    assert change.labels[1] == (REGION_ROBIN, UNNAMED, REGION_WREN)
    assert change.labels.get(3, ()) == ()
    assert change.rejected == {1: {ROBIN}, 3: {ROBIN}}
    project.catalogue.apply(Text("reject"), change)
    again = edits.reject(project.catalogue.view, {1: (OWL,)})
    assert again.rejected == {1: {ROBIN, OWL}}
    assert again.labels.get(1, project.catalogue.view.labels(1)) == (REGION_ROBIN, UNNAMED, REGION_WREN)


def test_accepted_suggestions_are_a_persons_labels_of_the_whole_clip(view):
    change = edits.accept(view, edits.suggested_classes(view, [1, 2, 3]))
    assert change.labels == {1: (REGION_ROBIN, UNNAMED, REGION_WREN, Label(OWL)), 2: (WHOLE_WREN,)}
    assert change.labels[2][0].source is Source.HUMAN


def test_what_was_rejected_is_suggested_no_more(project, view):
    suggested = edits.suggested_classes(view, [1, 2, 3])
    project.catalogue.apply(Text("reject"), edits.reject(view, {1: suggested[1]}))
    now = edits.suggested_classes(project.catalogue.view, [1, 2, 3])
    assert now == {clip: class_id for clip, class_id in suggested.items() if clip != 1}


def test_an_accepted_class_is_no_longer_ruled_out(project, view):
    project.catalogue.apply(Text("reject"), edits.reject(view, {1: (ROBIN,), 3: (OWL,)}))
    view = project.catalogue.view
    change = edits.accept(view, {1: (ROBIN,), 3: (ROBIN,)})
    assert change.rejected == {1: frozenset()}
    assert change.labels[3][-1] == Label(ROBIN)


@pytest.mark.parametrize(
    ("place", "order"),
    [(0, ["owl", "robin", "wren"]), (1, ["robin", "owl", "wren"]), (2, ["robin", "wren", "owl"])],
)
def test_a_class_is_moved_to_a_place(view, place, order):
    assert names(edits.move_class(view, OWL, place)) == order


def test_a_class_is_added_once_and_changed_alone(view):
    assert names(edits.add_class(view, " tit ")) == ["robin", "wren", "owl", "tit"]
    assert names(edits.add_class(view, "owl")) == ["robin", "wren", "owl"]
    changed = replace(view.classes[1], name="Wren", colour="#123456")
    assert edits.change_class(view, changed).classes == (view.classes[0], changed, view.classes[2])


def test_clips_leave_or_change_their_group_and_nothing_else(view):
    assert edits.remove_clips(view, [1, 3]).clips == {
        clip_id: replace(view.clip(clip_id), removed=True) for clip_id in (1, 3)
    }
    assert edits.set_group(view, [2], "site 1").clips == {2: replace(view.clip(2), group="site 1")}
