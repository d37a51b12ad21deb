"""What a run said about clips that it did not train on: labels in doubt, and the cells of the matrix."""

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.run import Answer
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.confused_clips import ConfusedClips, classes_called, confused_clips
from audioclf_gui.jobs.edit_clips import DeleteClass, MergeClasses, RenameClass, edit_clips
from audioclf_gui.jobs.label_errors import LabelErrors, label_errors
from audioclf_gui.jobs.unlearnt_answers import Judges
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.settings import settings_for

from .conftest import collected

CLASSES = ("dog", "wren", "owl")
IDS = (1, 2, 3)


def judged(clip_id, true, predicted, *scores):
    return {"clip_id": clip_id, "true": true, "predicted": predicted, "scores": list(scores)}


@pytest.fixture
def project(project, ids):
    """Clips 1, 2, 3 are dogs, 4 is a dog and an owl, 5 and 6 are wrens."""
    view = project.catalogue.view
    project.catalogue.apply(Text("add class"), edits.add_class(view, "owl"))
    dog = edits.label_clips(project.catalogue.view, [ids["new-0"]], 1)
    project.catalogue.apply(Text("label"), dog)
    assert [known.name for known in project.catalogue.view.classes] == list(CLASSES)
    return project


@pytest.fixture
def bundle(save_tiny, tmp_path):
    predictions = [
        judged(1, "dog", "wren", 0.02, 0.98, 0.0),
        judged(2, "dog", "wren", 0.45, 0.55, 0.0),  # not so unlikely
        judged(5, "wren", "wren", 0.01, 0.99, 0.0),
        judged(4, "dog", "wren", 0.01, 0.99, 0.0),
        judged(6, "wren", "owl", 0.49, 0.08, 0.43),  # not sure enough of another class
        judged(4, "dog", "owl", 0.05, 0.0, 0.95),  # another stretch of the same clip
        judged(4, "dog", "wren", 0.03, 0.97, 0.0),
    ]
    return save_tiny(tmp_path / "model", predictions=predictions, classes=CLASSES, class_ids=IDS)


def edit(project, request):
    carry_out(edit_clips(request, project.view()), project)


def judged_by(bundle, project):
    """What a run says, whatever else is labelled."""
    return collected(label_errors(LabelErrors(Judges(bundle, alone=True)), project.view(), project.folder))


def doubts(bundle, project):
    """The strong ones, of each clip the worst."""
    found = judged_by(bundle, project).result
    return [
        (one.clip_id, one.given, one.predicted, one.score, one.answer.class_id)
        for one in found.doubted
        if one.is_strong and one.answer in found.worth_a_look
    ]


def cell(bundle, project, true, predicted):
    return collected(confused_clips(ConfusedClips(bundle, (true,), (predicted,)), project.view())).result


def test_labels_are_in_doubt_where_another_class_is_likelier_the_worst_first(project, bundle):
    told = judged_by(bundle, project)
    assert told.events == [Progress(0, 1), Progress(1, 1)]
    found = told.result
    assert [(one.clip_id, one.score) for one in found.doubted] == [
        (4, 0.01),
        (1, 0.02),
        (4, 0.03),
        (4, 0.05),
        (6, 0.08),
        (2, 0.45),
    ]
    assert (found.judged, found.labelled, found.learner) == (7, 6, None)


def test_those_are_strong_where_the_model_is_sure_and_a_clip_is_handed_over_once(project, bundle):
    assert doubts(bundle, project) == [(4, "dog", "wren", 0.01, 2), (1, "dog", "wren", 0.02, 2)]
    found = judged_by(bundle, project).result
    assert found.strong == 4
    assert [(one.clip_id, one.score) for one in found.worth_a_look] == [
        (4, 0.99),
        (1, 0.98),
        (6, 0.49),
        (2, 0.55),
    ]


def test_doubts_are_told_in_the_names_of_today(project, bundle):
    edit(project, RenameClass("dog", "hound"))
    assert [one[1:3] for one in doubts(bundle, project)] == [("hound", "wren")] * 2


def test_what_was_merged_is_no_contradiction_any_more(project, bundle):
    edit(project, MergeClasses(("dog",), "wren"))
    assert doubts(bundle, project) == [(4, "wren", "owl", 0.05, 3)]
    project.catalogue.undo()
    assert len(doubts(bundle, project)) == 2


def test_a_label_that_was_corrected_is_in_no_doubt(project, bundle, ids):
    view = project.catalogue.view
    project.catalogue.apply(Text("label"), edits.label_clips(view, [ids["new-0"]], 2))
    assert [one[0] for one in doubts(bundle, project)] == [1]
    edit(project, DeleteClass("dog"))
    assert doubts(bundle, project) == []


def test_what_lay_outside_the_labels_is_nobody_s_label(project, save_tiny, tmp_path):
    """A model that knows background was judged on a stretch of a clip with a label without a name, too."""
    view = project.catalogue.view
    marked = Change(labels={1: (*view.labels(1), Label(None, 0.1, 0.2))})
    project.catalogue.apply(Text("mark"), marked)
    model = save_tiny(
        tmp_path / "model",
        predictions=[judged(1, "background", "wren", 0.0, 0.98, 0.02)],
        classes=("dog", "wren", "background"),
        class_ids=(1, 2, 0),
    )
    assert doubts(model, project) == []


def test_a_cell_of_the_matrix_has_its_clips_once_the_surest_answer_first(project, bundle):
    assert cell(bundle, project, "dog", "wren") == (
        Answer(4, 2, 0.99),
        Answer(1, 2, 0.98),
        Answer(2, 2, 0.55),
    )
    assert cell(bundle, project, "wren", "dog") == ()


def test_a_cell_keeps_its_clips_whatever_became_of_its_classes(project, bundle):
    edit(project, RenameClass("wren", "winter wren"))
    edit(project, MergeClasses(("owl",), "winter wren"))
    assert [one.class_id for one in cell(bundle, project, "dog", "owl")] == [2]
    edit(project, DeleteClass("winter wren"))
    assert [one.class_id for one in cell(bundle, project, "dog", "wren")] == [None] * 3


def test_the_classes_of_a_run_are_asked_for_by_either_name_and_todays_comes_first(project):
    edit(project, RenameClass("dog", "x"))
    edit(project, RenameClass("wren", "dog"))
    view = project.catalogue.view
    assert classes_called(view, "dog", CLASSES, IDS) == ("wren",)
    assert classes_called(view, "x", CLASSES, IDS) == ("dog",)
    assert classes_called(view, "wren", CLASSES, IDS) == ("wren",)
    assert classes_called(view, "nobody", CLASSES, IDS) == ()
    edit(project, MergeClasses(("owl",), "x"))
    assert classes_called(project.catalogue.view, "x", CLASSES, IDS) == ("dog", "owl")


@pytest.mark.parametrize(
    "ask",
    [
        judged_by,
        lambda folder, project: collected(
            confused_clips(ConfusedClips(folder, ("dog",), ("wren",)), project.view())
        ),
    ],
)
def test_a_model_that_is_gone_is_a_user_error(ask, project, tmp_path):
    with pytest.raises(UserError):
        ask(tmp_path / "none", project)


@pytest.fixture
def sets(save_tiny, tmp_path):
    """A model of sets: what is true of each clip, and what it answered."""
    predictions = [
        judged(1, ["dog"], ["dog", "wren"], 0.8, 0.9, 0.1),
        judged(2, ["dog", "wren"], ["dog"], 0.9, 0.05, 0.1),
        judged(3, ["dog"], [], 0.3, 0.2, 0.1),
        judged(4, ["dog", "owl"], ["dog", "wren"], 0.7, 0.6, 0.02),
    ]
    return save_tiny(tmp_path / "sets", predictions=predictions, objective=MultiLabel(CLASSES), class_ids=IDS)


def clips_of(bundle, project, true, predicted):
    request = ConfusedClips(bundle, true, predicted)
    return [(one.clip_id, one.classes) for one in collected(confused_clips(request, project.view())).result]


def test_missed_and_false_clips_of_a_class_come_with_the_whole_set_that_was_answered(project, sets):
    assert clips_of(sets, project, (), ("wren",)) == [(1, (2, 1)), (4, (2, 1))]
    assert clips_of(sets, project, ("dog",), ()) == [(3, ())]
    assert clips_of(sets, project, ("wren",), ()) == [(2, (1,))]
    assert clips_of(sets, project, ("owl",), ("wren",)) == [(4, (2, 1))]


def test_a_doubted_label_of_a_set_is_one_too_many_or_one_that_is_missing(project, sets):
    view = project.catalogue.view
    project.catalogue.apply(Text("label"), edits.toggle_class(view, [4], 3))
    found = judged_by(sets, project).result
    assert [(one.clip_id, one.given, one.predicted) for one in found.doubted] == [
        (4, "owl", "wren"),
        (1, "", "wren"),
        (3, "dog", ""),
    ]
    assert [one.answer.classes for one in found.doubted] == [(2, 1), (2, 1), ()]


def test_all_missed_clips_of_a_class_are_found_where_there_is_one_for_each_sound(project, bundle):
    assert {one for one, _ in clips_of(bundle, project, ("dog",), ())} == {1, 2, 4}
    assert clips_of(bundle, project, (), ("owl",)) == [(4, (3,)), (6, (3,))]


def test_without_a_run_that_judged_every_label_quick_folds_do(project, bundle, tmp_path):
    view = project.catalogue.view
    wrong = edits.label_clips(view, [clip.id for clip in view.clips if clip.name == "dog-0.wav"], 2)
    project.catalogue.apply(Text("label"), wrong)
    forest = settings_for("forest")
    for judges in (Judges(settings=forest), Judges(bundle, settings=forest)):
        found = collected(label_errors(LabelErrors(judges), project.view(), tmp_path)).result
        assert (found.judged, found.labelled) == (6, 6)
        assert "Random forest" in str(found.learner)


def test_of_a_stretch_the_clip_is_handed_over_and_no_class_for_the_whole_of_it(project, save_tiny, tmp_path):
    label = Label(1, 0.1, 0.3)
    project.catalogue.apply(Text("mark"), Change(labels={1: (label,)}))
    one = {**judged(1, "dog", "wren", 0.02, 0.98, 0.0), "start_s": 0.1, "stop_s": 0.3}
    model = save_tiny(tmp_path / "model", predictions=[one], classes=CLASSES, class_ids=IDS)
    found = judged_by(model, project).result
    assert (found.doubted[0].start_s, found.doubted[0].is_strong) == (0.1, True)
    assert found.worth_a_look == (1,)


def test_of_many_weak_doubts_the_first_are_worth_a_look(project, save_tiny, tmp_path):
    weak = [judged(1, "dog", "wren", 0.3 + number / 1000, 0.6, 0.0) for number in range(40)]
    sure = [judged(5, "wren", "wren", 0.0, 1.0, 0.0)] * 100
    model = save_tiny(tmp_path / "model", predictions=[*weak, *sure], classes=CLASSES, class_ids=IDS)
    found = judged_by(model, project).result
    assert (len(found.doubted), found.strong, found.judged) == (40, 0, 140)
    assert [one.clip_id for one in found.worth_a_look] == [1]
