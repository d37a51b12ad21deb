"""What stands beside a model: what made it, and what happened meanwhile."""

import json
import shlex
from pathlib import Path

import pytest

from audioclf_gui.core.report import MULTI_LABEL, REGRESSION, SINGLE_LABEL, figure_key
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.run_log import RunLog, logged, logged_epochs
from audioclf_gui.ml.events import CacheProgress, EpochDone, FoldDone, Note, TrainingDone

EPOCH = Epoch(1, 0.9, 0.5, 0.8, 0.6, 0.003, 1.5)
EVENTS = (
    CacheProgress(1, 2),
    EpochDone(EPOCH, 3, 1, 120.0, 2.0),
    Note(Text("{n} clip is silent", "{n} clips are silent", n=2)),
    FoldDone("1", 1, 5, {"accuracy": 0.5}),
    TrainingDone({"accuracy": 0.75}, Path("run-0001")),
)
LINES = [
    {
        "epoch": {
            "number": 1,
            "train_loss": 0.9,
            "train_accuracy": 0.5,
            "valid_loss": 0.8,
            "valid_accuracy": 0.6,
            "learning_rate": 0.003,
            "seconds": 1.5,
            "part": 1,
        },
        "samples_per_second": 120.0,
    },
    {"note": "2 clips are silent"},
    {"fold": "1", "report": {"accuracy": 0.5}},
    {"done": {"accuracy": 0.75}},
]


def in_log(folder):
    return [json.loads(line) for line in (folder / "run-0001.log.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def run(tmp_path):
    """A run that reports `EVENTS`, and is noted as closed when it is."""

    def begin(closed, all_folds=False):
        def events():
            try:
                yield from EVENTS
            finally:
                closed.append(True)

        settings = {"epochs": 3, "top_db": None}
        log = RunLog(
            tmp_path / "run-0001", settings, tmp_path / "my birds", figure="accuracy", all_folds=all_folds
        )
        return logged(events(), log)

    return begin


def test_every_event_is_in_the_log_before_it_is_told(run, tmp_path):
    told, lengths = [], []
    for event in run([]):
        told.append(event)
        lengths.append(len(in_log(tmp_path)))
    assert tuple(told) == EVENTS
    assert lengths == [0, 1, 2, 3, 4]
    assert in_log(tmp_path) == LINES


@pytest.mark.parametrize(
    ("objective", "name"),
    [(SINGLE_LABEL, "accuracy"), (MULTI_LABEL, "macro_average_precision"), (REGRESSION, "r2")],
)
def test_what_is_measured_stands_under_its_own_name_and_is_read_back(objective, name, tmp_path):
    bundle = tmp_path / "run-0001"
    list(logged((event for event in EVENTS), RunLog(bundle, {}, tmp_path, figure=figure_key(objective))))
    (epoch,) = [line["epoch"] for line in in_log(tmp_path) if "epoch" in line]
    assert (epoch[f"train_{name}"], epoch[f"valid_{name}"]) == (0.5, 0.6)
    assert len(epoch) == 8
    assert logged_epochs(bundle) == [EPOCH]


@pytest.mark.parametrize(("all_folds", "more"), [(False, []), (True, ["--folds", "all"])])
def test_settings_stand_beside_the_model_with_the_command_that_repeats_it(run, tmp_path, all_folds, more):
    next(run([], all_folds))
    file = tmp_path / "run-0001.settings.json"
    content = json.loads(file.read_text("utf-8"))
    assert content.keys() == {"command", "all_folds", "settings"}
    assert content["all_folds"] is all_folds
    assert content["settings"] == {"epochs": 3, "top_db": None}
    expected = ["audioclf", "train", str(tmp_path / "my birds"), "--config", str(file), *more]
    assert shlex.split(content["command"]) == expected


def test_a_run_that_is_gone_on_with_adds_to_its_log(run, tmp_path):
    list(run([]))
    list(
        logged(
            (event for event in EVENTS),
            RunLog(tmp_path / "run-0001", {}, tmp_path, figure="accuracy", goes_on=True),
        )
    )
    assert in_log(tmp_path) == [*LINES, *LINES]


def test_a_run_that_is_closed_ends_with_its_log(run, tmp_path):
    closed = []
    events = run(closed)
    next(events)
    next(events)
    events.close()
    assert closed == [True]
    assert in_log(tmp_path) == LINES[:1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_disk_that_fills_up_ends_the_log_and_not_the_training(tmp_path):
    bundle = tmp_path / "p" / "models" / "run-0001"
    bundle.parent.mkdir(parents=True)
    bundle.with_name("run-0001.log.jsonl").symlink_to("/dev/full")
    seen = list(logged((event for event in EVENTS), RunLog(bundle, {}, tmp_path / "p", figure="accuracy")))
    told = [str(event.text) for event in seen if isinstance(event, Note) and event not in EVENTS]
    assert told == [
        "run-0001.log.jsonl cannot be written: No space left on device. Training goes on without it."
    ]
    assert [event for event in seen if event in EVENTS] == list(EVENTS)
