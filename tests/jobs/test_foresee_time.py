"""What a cross-validation takes is estimated from what a run took."""

from dataclasses import replace

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.report import FitSize, report_from_json
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.jobs.foresee_time import ForeseeTime, about, foresee_time
from audioclf_gui.ml.settings import settings_for

SETTINGS = settings_for("fast", epochs=10, window_s=0.5)
SECONDS = {"cache": 50.0, "train": 18.0, "total": 70.0}


def ended_run(number=1, settings=SETTINGS, **report):
    """A run that learnt from 10 clips in 10 epochs within 20 seconds, judging included."""
    told = {"pieces": {"train": 10, "valid": 4}, "epochs": 10, "seconds": SECONDS, "window_s": 0.5, **report}
    return Run(RunId(number), "2026-01-01T00:00:00", "fast", settings.to_dict(), RunStatus.DONE, "", told)


def foreseen(project, settings, *runs):
    return result_of(foresee_time(ForeseeTime(settings, runs), project.view()))


def test_an_epoch_of_an_example_costs_what_it_did_and_reading_is_left_out(learnable):
    wanted = replace(SETTINGS, folds=3, refit=False, seed=4, validate="group")
    found = foreseen(learnable, wanted, ended_run())
    assert (found.folds, found.refits, found.run) == (3, False, 1)
    examples = sum(learnable.view().catalogue.class_counts.values())
    assert found.seconds == pytest.approx(0.2 * 10 * 2 * examples), "each is learnt from in two of three"
    assert str(found.text).endswith("estimated from run 1.")


def test_the_model_of_all_clips_and_a_time_limit_count(learnable):
    plain = foreseen(learnable, replace(SETTINGS, folds=2, refit=False), ended_run())
    whole = foreseen(learnable, replace(SETTINGS, folds=2), ended_run())
    assert whole.seconds == pytest.approx(2 * plain.seconds)
    assert str(whole.text).startswith("2 folds, then a model of all clips: ")
    limited = foreseen(learnable, replace(SETTINGS, folds=2, max_minutes=0.1), ended_run())
    assert limited.seconds == pytest.approx(3 * 6.0)


def test_a_run_of_another_network_or_one_that_was_stopped_measures_nothing(learnable):
    other = ended_run(1, replace(SETTINGS, width=2 * SETTINGS.width))
    stopped = replace(ended_run(2), status=RunStatus.STOPPED)
    found = foreseen(learnable, SETTINGS, other, stopped)
    assert (found.seconds, found.run) == (None, None)
    assert "estimated after the first epoch" in str(found.text)
    assert foreseen(learnable, SETTINGS, ended_run(), other, ended_run(3)).run == 3


def test_more_folds_than_groups_are_refused(learnable):
    with pytest.raises(UserError, match="too few for 40 folds"):
        foreseen(learnable, replace(SETTINGS, folds=40))


def test_the_trainings_of_a_report_are_those_of_its_folds_and_of_all_clips():
    fold = {"pieces": {"train": 8, "valid": 2}, "epochs": 5, "seconds": {"cache": 1.0, "total": 4.0}}
    whole = {**fold, "pieces": {"train": 10}, "refit": True, "refit_epochs": 5, "folds": [fold, fold]}
    report = report_from_json(whole)
    assert report.fits == (FitSize(8, 5), FitSize(8, 5), FitSize(10, 5))
    assert (report.seconds, report.fit_seconds) == (12.0, 9.0)
    last_again = report_from_json({**fold, "folds": [fold, fold]})
    assert (last_again.fits, last_again.seconds) == ((FitSize(8, 5), FitSize(8, 5)), 8.0)
    single = report_from_json({**fold, "refit": True, "refit_epochs": 4})
    assert single.fits == (FitSize(8, 5), FitSize(10, 4))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3.0, "less than a minute"),
        (61.0, "about 1 minute"),
        (365.0, "about 6 minutes"),
        (7000.0, "about 2 hours"),
    ],
)
def test_an_estimate_is_no_more_exact_than_it_is_known(seconds, said):
    assert str(about(seconds)) == said
