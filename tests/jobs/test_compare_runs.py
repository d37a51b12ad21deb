"""Two runs are compared on the sounds that both judged, and luck is not taken for a difference."""

from dataclasses import replace

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.compare_runs import CompareRuns, compare_runs
from audioclf_gui.jobs.edit_clips import RenameClass, edit_clips
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.models import build
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression

from .conftest import collected

CLASSES, IDS = ("dog", "wren", "owl"), (1, 2, 3)


@pytest.fixture
def compared(project, save_tiny):
    """Compares two runs whose models answered so; an answer is (clip, start, true, answered, scores)."""

    def saved(number, answers, **facts):
        name = f"models/run-{number:04}"
        predictions = [
            {
                "clip_id": int(clip_id),
                "start_s": start_s,
                "stop_s": start_s + 0.1,
                "true": true,
                "predicted": answered,
                "scores": scores,
                "part": "test",
            }
            for clip_id, start_s, true, answered, scores in answers
        ]
        save_tiny(project.folder / name, predictions=predictions, **facts)
        return Run(RunId(number), "2026-01-01T00:00:00", "default", {}, RunStatus.DONE, name)

    def compare(first, second, facts=None, facts_of_second=None):
        facts = facts or {"classes": CLASSES, "class_ids": IDS}
        runs = CompareRuns(saved(1, first, **facts), saved(2, second, **(facts_of_second or facts)))
        return collected(compare_runs(runs, project.view())).result

    return compare


def clips_of(project):
    return [clip.id for clip in project.catalogue.view.clips]


def single(answers):
    return [(clip_id, start, true, answered, [0.5, 0.3, 0.2]) for clip_id, start, true, answered in answers]


def test_sounds_that_only_one_run_judged_do_not_count(project, compared):
    first, second, third, *_ = clips_of(project)
    found = compared(
        single([(first, 0.0, "dog", "dog"), (second, 0.0, "dog", "wren")]),
        single([(second, 0.0, "dog", "dog"), (third, 0.0, "wren", "dog")]),
    )
    assert (found.pieces, [one.value for one in found.figures]) == (1, [0.0, 1.0])
    assert found.is_told is None
    assert found.only_one == (1, 1)
    assert "1 sound that only run 1 judged is left out. 1 sound that only run 2 judged" in str(found.text)
    assert "too few to tell the difference from luck" in str(found.text)


def test_runs_that_judged_nothing_in_common_are_not_compared(project, compared):
    first, second, *_ = clips_of(project)
    found = compared(single([(first, 0.0, "dog", "dog")]), single([(second, 0.0, "dog", "dog")]))
    assert found.figures is None
    assert "judged no sound in common" in str(found.text)
    assert "on the same groups held out or on every fold in turn" in str(found.text)


def grouped(project):
    """Each clip of the project is a site of its own."""
    clips = {clip.id: replace(clip, group=f"site {clip.id}") for clip in project.catalogue.view.clips}
    project.catalogue.apply(Text("group"), Change(clips=clips))


@pytest.mark.parametrize(("mistakes", "is_told"), [(12, True), (1, False)])
def test_a_difference_in_every_group_is_told_and_one_in_a_single_sound_is_not(
    project, compared, mistakes, is_told
):
    grouped(project)
    clips = clips_of(project)[:6]
    sounds = [(clip_id, start / 10) for start in range(8) for clip_id in clips]  # eight of each site
    right = single([(clip_id, start, "dog", "dog") for clip_id, start in sounds])
    worse = single(
        [
            (clip_id, start, "dog", "wren" if at < mistakes else "dog")
            for at, (clip_id, start) in enumerate(sounds)
        ]
    )
    found = compared(worse, right)
    assert (found.pieces, found.groups, found.is_told) == (48, 6, is_told)
    assert found.facts["told_from_luck"] is is_told
    assert ("Run 2 is better" if is_told else "not told apart from luck") in str(found.text)
    turned = compared(right, worse)
    assert turned.is_told is is_told
    assert not is_told or "Run 1 is better" in str(turned.text)


def test_where_each_sound_is_by_itself_the_exact_test_decides(project, compared):
    clips = clips_of(project)
    right = single([(clip_id, 0.0, "dog", "dog") for clip_id in clips])
    wrong = single([(clip_id, 0.0, "dog", "wren") for clip_id in clips])
    found = compared(right, wrong)
    assert (found.p, found.is_told) == (pytest.approx(2 / 2**6), True)
    assert "Run 1 is better (McNemar p = 0.031)" in str(found.text)
    assert compared(right[:5], wrong[:5]).is_told is False, "five of five are luck once in sixteen"


def test_labels_that_were_changed_between_the_runs_do_not_count_and_renamed_classes_do(project, compared):
    first, second, *_ = clips_of(project)
    before = single([(first, 0.0, "dog", "dog"), (second, 0.0, "dog", "wren")])
    carry_out(edit_clips(RenameClass("dog", "hound"), project.view()), project)
    after = single([(first, 0.0, "hound", "wren"), (second, 0.0, "wren", "wren")])
    later = {"classes": ("hound", "wren", "owl"), "class_ids": IDS}
    found = compared(before, after, facts_of_second=later)
    assert (found.pieces, [one.value for one in found.figures]) == (1, [1.0, 0.0])
    assert str(found.text).endswith("1 sound whose labels changed between the runs is left out.")


def test_numbers_are_compared_by_their_error_and_sets_by_their_precision(project, compared):
    clips = clips_of(project)
    near = [(clip_id, 0.0, 1.0, 1.1 + at / 100, [1.1]) for at, clip_id in enumerate(clips)]
    far = [(clip_id, 0.0, 1.0, 3.0 + at / 100, [3.0]) for at, clip_id in enumerate(clips)]
    level = {"objective": Regression(("level",), "dB", 0.0, 1.0), "thresholds": ()}
    level["model"] = build("r4_cnn", 1, (16, 26), {"widths": [4, 8]})
    found = compared(near, far, level)
    assert [one.key for one in found.figures] == ["mae", "mae"]
    assert "Run 1 is better" in str(found.text)
    sets = {"objective": MultiLabel(CLASSES)}
    right = [(clip_id, 0.0, ["dog"], ["dog"], [0.9 - at / 10, 0.1, 0.1]) for at, clip_id in enumerate(clips)]
    found = compared(right, right, sets)
    assert (found.figures[0].key, found.figures[0].value) == ("macro_average_precision", 1.0)
    assert found.is_told is False
    unlike = compared(near, right, level, sets)
    assert unlike.figures is None
    assert "answer different questions" in str(unlike.text)
