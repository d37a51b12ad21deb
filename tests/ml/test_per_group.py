"""The group that is hard for a model stands first, and is named where luck does not explain it."""

from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.report import report_from_json
from audioclf_gui.ml.dataset import FILE_GROUP, Example
from audioclf_gui.ml.group_notes import group_notes
from audioclf_gui.ml.objectives.metric import judged
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel

SITES = [f"site {at % 6}" for at in range(120)]


def examples_of(groups, contents=None):
    contents = contents or [f"{at}" for at in range(len(groups))]
    return [
        Example(ClipId(at), Path(group, f"{at}.wav"), content, at % 2, group, "", 0.0, 1.0)
        for at, (group, content) in enumerate(zip(groups, contents, strict=True))
    ]


def report_of(wrong, groups=SITES, contents=None):
    """The report on answers that are right but where `wrong` says so."""
    examples = examples_of(groups, contents)
    goal = SingleLabel(("dog", "owl"))
    answers = np.array([one.target ^ is_wrong for one, is_wrong in zip(examples, wrong, strict=True)])
    wanted = goal.encoded([one.target for one in examples])
    return judged(goal, wanted, np.eye(2, dtype=np.float32)[answers], (0.5, 0.5), examples)


def test_the_hard_site_stands_first_and_is_named():
    report = report_of([site == "site 3" and at % 4 < 2 for at, site in enumerate(SITES)])
    first, *others = report["per_group"]
    assert (first["group"], first["pieces"], first["accuracy"]) == ("site 3", 20, 0.5)
    assert [one["accuracy"] for one in others] == [1.0] * 5
    (note,) = group_notes(report, 6)
    assert str(note) == "The hard group is site 3: accuracy 0.50 of 20 labels, of the others 1.00."
    found = report_from_json(report).per_group[0]
    assert (found.name, found.pieces, found.figures[0].value) == ("site 3", 20, 0.5)


def test_one_clip_that_went_wrong_is_no_hard_site():
    sites = ["one clip", *(f"site {at % 2}" for at in range(40))]
    wrong = [True, *(at % 2 == 1 and at < 30 for at in range(40))]
    rows = report_of(wrong, sites)["per_group"]
    assert [(row["group"], row["pieces"]) for row in rows] == [
        ("site 1", 20),
        ("one clip", 1),
        ("site 0", 20),
    ]


def test_a_site_with_a_mistake_more_than_the_others_is_not_named():
    report = report_of([at in (3, 9, 4, 5) for at in range(120)])
    assert report["per_group"][0]["group"] == "site 3"
    assert group_notes(report, 6) == ()


def test_files_that_nobody_put_in_groups_are_not_listed():
    groups = [f"{FILE_GROUP}{at}" for at in range(20)]
    assert report_of([False] * 20, groups)["per_group"] == []


def test_groups_with_the_same_sound_are_one():
    report = report_of([False] * 4, ["b", "b", "c", "a"], ["1", "2", "1", "3"])
    assert {row["group"]: row["pieces"] for row in report["per_group"]} == {"a": 1, "b": 3}


@pytest.mark.parametrize(
    ("goal", "targets", "scores", "expected"),
    [
        (
            MultiLabel(("dog", "owl")),
            [frozenset({0}), frozenset({1}), frozenset({0, 1})],
            [[0.9, 0.1], [0.9, 0.9], [0.9, 0.9]],
            {"group": "far", "pieces": 1, "exact": 0.0},
        ),
        (
            Regression(("level",), "dB", 0.0, 1.0),
            [1.0, 5.0, 3.0],
            [[1.0], [9.0], [2.5]],
            {"group": "far", "pieces": 1, "mae": 4.0, "bias": 4.0},
        ),
    ],
)
def test_sets_of_classes_and_numbers_are_told_by_group_as_well(goal, targets, scores, expected):
    examples = examples_of(["near", "far", "near"])
    found = judged(goal, goal.encoded(targets), np.array(scores, np.float32), (0.5, 0.5), examples)
    first, second = found["per_group"]
    assert first.items() >= expected.items()
    assert (second["group"], second["pieces"]) == ("near", 2)
