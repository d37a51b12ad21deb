"""The report of a run, entry by entry, and what it says about the choice of the weights."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import ClipRefused
from audioclf_gui.ml.group_notes import few_groups_note
from audioclf_gui.ml.objectives.metric import judged
from audioclf_gui.ml.objectives.objective import Calibration
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline.fit import Fitted
from audioclf_gui.ml.pipeline.judging import Judged, Verdict, clip_scores
from audioclf_gui.ml.pipeline.plan import make_plan
from audioclf_gui.ml.pipeline.report import Result, cross_validation_report, run_report

NAMES = ("dog", "cat")
LABELS = (0, 0, 1, 1, 0, 1)
LOGITS = (torch.tensor([[2.0, 0.0]]), torch.tensor([[1.0, 0.5], [3.0, 0.0]]))


def example(at):
    return Example(ClipId(at), Path(f"{at}.wav"), f"{at}", LABELS[at], f"site {at // 2}", "", 0.0, 1.0, 8000)


DATA = TrainingData(NAMES, (1, 2), tuple(map(example, range(6))))
GOAL = SingleLabel(NAMES)
JUDGED = Judged(GOAL, DATA.examples[4:], GOAL.encoded(LABELS[4:]), LOGITS)
CALIBRATION = Calibration(2.0, (0.4, 0.6))
VERDICT = Verdict(JUDGED, "test", CALIBRATION)
FITTED = Fitted(
    model=torch.nn.Identity(),
    best_epoch=4,
    epochs=9,
    steps=27,
    interrupted=True,
    has_diverged=False,
    samples_per_second=12.3456,
    device=torch.device("cpu"),
    notes=(Text("From the fit."),),
)


@pytest.fixture
def reported(make_task, random_pictures):
    """The report of a run with clips 0 to 2 for training, 3 for validation, 4 and 5 for the test."""

    def report(
        fitted=FITTED, verdict=VERDICT, valid=(3,), test=(4, 5), selection="best", data=DATA, **settings
    ):
        task = make_task(random_pictures(6), LABELS, range(3), valid, test, selection, seed=7, **settings)
        task.features.refused = (ClipRefused(Path("bad.wav"), Text("damaged")),)
        split = replace(task.split, notes=(Text("From the split."),))
        plan = make_plan(data, split, task.settings)
        seconds = {"cache": 0.12345, "train": 2.0, "total": 3.0004}
        return run_report(plan, task, fitted, verdict, Path("models", "wren"), seconds)

    return report


def test_clips_are_counted_once_however_many_pieces_of_them_were_learnt_from(reported):
    one_clip = tuple(
        replace(one, clip_id=ClipId(1 + (at > 0) + (at > 2) + (at > 3)))
        for at, one in enumerate(DATA.examples)
    )
    report = reported(data=replace(DATA, examples=one_clip))
    assert report["clips"] == {"train": 2, "valid": 1, "test": 1, "quarantined": 1}
    assert report["pieces"] == {"train": 3, "valid": 1, "test": 2}


def test_a_report_says_all_there_is_to_say(reported):
    scores = clip_scores(GOAL, LOGITS, 2.0)
    report = reported()
    assert report == {
        "run": "wren",
        "preset": "default",
        "as_given": False,
        "listener": {},
        "device": "cpu",
        "seed": 7,
        "objective": "single-label",
        "classes": ["dog", "cat"],
        "class_ids": [1, 2],
        "clips": {"train": 3, "valid": 1, "test": 2, "quarantined": 1},
        "pieces": {"train": 3, "valid": 1, "test": 2},
        "trained_clips": {"dog": 2, "cat": 1},
        "trained_windows": {"dog": 2, "cat": 1},
        "groups": {"train": 2, "valid": 1, "test": 1},
        "split": "by hand",
        "measured_on": "test",
        "selection": "the epoch with the lowest validation loss",
        "notes": [
            (
                "No better than guessing: accuracy 0.500, where knowing only how frequent the classes are"
                " gives 0.500."
            ),
            (
                "Judged by 1 group, too few to tell how far the figures are luck: label sounds of more"
                " recordings, and of more speakers or sites where there are such."
            ),
            "Learnt from 3 labels in 3 windows of 1 s.",
            "From the split.",
            "From the fit.",
        ],
        "note_texts": report["note_texts"],
        "refused": [
            {"path": "bad.wav", "reason": "damaged", "reason_text": Text("damaged").stored()},
        ],
        "rate_hz": 8000,
        "window_s": 1.0,
        "epochs": 9,
        "best_epoch": 4,
        "in_one_go": False,
        "stopped": True,
        "seconds": {"cache": 0.123, "train": 2.0, "total": 3.0},
        "samples_per_second": 12.35,
        "bundle": str(Path("models", "wren")),
        "refit": False,
        "temperature": 2.0,
        "figures_temperature": 2.0,
        **judged(GOAL, GOAL.encoded(LABELS[4:]), scores, (0.4, 0.6), DATA.examples[4:]),
    }


@pytest.mark.parametrize(
    ("selection", "interrupted", "valid", "test", "patience", "said", "is_caveat"),
    [
        ("best", False, (3,), (4, 5), None, "validation only said when to end", False),
        ("best", True, (3,), (4, 5), 3, "lowest validation loss", False),
        ("best", True, (3,), (), None, "lowest validation loss", True),
        ("last", True, (3,), (), None, "best epoch on the clips measured", True),
        ("last", True, (), (), None, "the last epoch, since training ended early", False),
        ("last", False, (3,), (), 3, "nothing was chosen on the clips measured", False),
        ("last", False, (), (), 3, "nothing was chosen on the clips measured", False),
        ("last", False, (3,), (), None, "nothing was chosen on the clips measured", False),
    ],
)
def test_whatever_flatters_the_figures_is_said(
    reported, selection, interrupted, valid, test, patience, said, is_caveat
):
    fitted = replace(FITTED, interrupted=interrupted)
    report = reported(fitted, valid=valid, test=test, selection=selection, patience=patience)
    assert said in report["selection"]
    assert any("optimistic" in note for note in report["notes"]) == is_caveat


def fold(number, logits):
    """A fold whose one clip, a dog, was answered with these logits."""
    judged = Judged(GOAL, (example(number),), GOAL.encoded([LABELS[number]]), (torch.tensor([logits]),))
    verdict = Verdict(judged, "valid", Calibration(3.0, (0.5, 0.5)), is_calibrated_by_measured=True)
    report = {
        "classes": list(NAMES),
        "run": f"{number}",
        "stopped": False,
        "in_one_go": False,
        "objective": "single-label",
        "trained_clips": dict.fromkeys(NAMES, 2),
        "notes": ["From the split."],
        "note_texts": [Text("From the split.").stored()],
        **verdict.figures(),
    }
    return Result(report, Path(f"{number}"), verdict, FITTED)


def test_cross_validation_pools_the_answers_and_keeps_every_fold_s_report():
    right, wrong = fold(0, [1.0, 0.0]), fold(1, [0.0, 1.0])
    report = cross_validation_report(wrong, [right, wrong], 2)
    assert report["run"] == "1"
    assert not report["stopped"]
    assert report["measured_on"] == "out-of-fold"
    assert report["selection"] == "the weights at the end of each fold's schedule"
    assert ["0.500" in note for note in report["notes"]] == [True, False, False], "not of the last one"
    assert report["folds"] == [right.report, wrong.report]
    assert report["confusion"] == [[1, 1], [0, 0]]
    assert report["accuracy"] == report["mean"]["accuracy"] == 0.5
    assert report["log_loss"] == pytest.approx((0.313262 + 1.313262) / 2, abs=1e-5)  # ln(1 + e ** -1 or 1)
    assert report["sd"]["accuracy"] == pytest.approx(0.7071, abs=1e-4)  # of a sample of two
    assert report["sd"].keys() == report["mean"].keys() == {
        "accuracy", "balanced_accuracy", "macro_f1", "log_loss"
    }  # fmt: skip


def test_a_single_fold_has_no_deviation():
    report = cross_validation_report(fold(0, [1.0, 0.0]), [fold(0, [1.0, 0.0])], 3)
    assert set(report["sd"].values()) == {0.0}
    assert report["stopped"]


@pytest.mark.parametrize(
    ("judged_groups", "in_all", "said"),
    [
        (2, 20, "2 groups, too few to tell.*hold out all folds.*by all 20"),
        (3, 3, "3 groups.*label"),
        (5, 20, None),
    ],
)
def test_too_few_groups_to_tell_luck_are_told_with_what_would_help(judged_groups, in_all, said):
    found = few_groups_note({"judged_groups": judged_groups, "judged_by": "group"}, in_all)
    assert (said is None) == (found == ())
    assert not found or re.search(said, str(found[0]))


def test_a_cross_validation_of_few_groups_says_so_once():
    folds = [fold(number, [1.0, 0.0]) for number in (0, 2, 4)]
    report = cross_validation_report(folds[-1], folds, 3)
    assert report["judged_groups"] == 3
    assert sum("Judged by 3 groups" in note for note in report["notes"]) == 1
