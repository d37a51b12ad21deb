"""Trials of a search that come to nothing."""

import math
import multiprocessing

import pytest

from audioclf_gui.ml.search.space import space_of
from audioclf_gui.ml.search.study import Study, best_of, drawn
from audioclf_gui.ml.search.trying import FoldJudged, Work, _heard
from audioclf_gui.ml.search.workers import TrialProcess
from audioclf_gui.ml.settings import settings_for

pytest.importorskip("optuna")

SETTINGS = drawn(space_of(["min_leaf=1..8"]), "random", 2, 0)


@pytest.mark.parametrize("figures", [(math.nan,), (0.5, math.nan), (0.5, 0.5, math.inf)])
def test_a_trial_whose_figure_is_no_number_has_failed_and_is_not_run_again(figures, tmp_path):
    study = Study(tmp_path / "journal.log", "", SETTINGS, "random")
    work = Work(None, (None,) * 3, settings_for("forest"), tmp_path)
    ours, theirs = multiprocessing.Pipe()
    study.begin(1)
    seen: list[float] = []
    for fold, figure in enumerate(figures, start=1):
        process = TrialProcess(None, ours)
        ended = _heard(study, work, process, FoldJudged(fold, figure), study.trials()[0], seen)
    assert ended
    (failed, waiting) = Study(tmp_path / "journal.log", "", SETTINGS, "random").trials()
    assert (failed.state, waiting.state) == ("failed", "waiting")
    assert f"inner fold {len(figures)}" in failed.problem
    assert best_of((failed, waiting)) is None
    if len(figures) < 3:  # the process that carries it out is told to begin the next one
        assert [theirs.recv() for _ in figures] == [*(True for _ in figures[1:]), False]
