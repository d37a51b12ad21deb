"""How long a cross-validation is likely to take, told before it begins from what an earlier run took."""

import statistics
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import FitSize, report_from_json
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.train import decided
from audioclf_gui.ml.pipeline.policy import epochs_for
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import cross_validation

_SHORT_S, _MINUTE_S, _HOUR_S = 45.0, 60.0, 3600.0
_MANY_MINUTES = 90

_OF_NO_COST = frozenset(
    {
        "as_given", "balance", "class_weights", "cool_down", "decay", "effort", "ema", "epochs", "folds",
        "keep", "label_smoothing", "learning_rate", "max_minutes", "objective", "patience", "refit", "seed",
        "test", "test_share", "valid_share", "validate", "warm_up", "weight_decay",
    }
)  # fmt: skip
"""Settings that do not change what it costs to learn once from a clip."""


@dataclass(frozen=True, slots=True)
class ForeseeTime:
    """The cross-validation that is wanted, and the runs of the project, oldest first."""

    settings: TrainSettings
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True)
class TimeForeseen:
    """How many trainings there will be, and how long they are likely to take."""

    folds: int
    refits: bool  # a model of all clips follows
    seconds: float | None = None  # None: no run of such a model has ended yet
    run: RunId | None = None  # from which it is estimated

    @property
    def facts(self) -> dict[str, object]:
        """As JSON holds it."""
        return {
            "folds": self.folds,
            "refit": self.refits,
            "seconds": self.seconds,
            "estimated_from": self.run,
        }

    @property
    def text(self) -> Text:
        """In a sentence, named as the estimate that it is."""
        what = Text("{n} fold", "{n} folds", n=self.folds)
        if self.refits:
            what = Text("{folds}, then a model of all clips", folds=what)
        if self.seconds is None or self.run is None:
            return Text(
                "{trainings}. How long that takes is estimated after the first epoch.", trainings=what
            )
        return Text(
            "{trainings}: {time}, estimated from run {id:d}.",
            trainings=what,
            time=about(self.seconds),
            id=self.run,
        )


def foresee_time(request: ForeseeTime, project: ProjectView) -> Generator[Progress, None, TimeForeseen]:
    """Deal the clips out as training would, and estimate from the newest run of such a model.

    Nothing is read but labels. Each example is taken to cost as much in an epoch as it did in that run, the
    judging included and the first reading of the clips not; no more than the time limit, if there is one.

    Raises
    ------
    UserError
        If training would not begin: nothing to learn from, or fewer groups than folds.
    """
    yield Progress(0, 1)
    settings, data = decided(request.settings, project)
    splits = [split for _, split in cross_validation(data, settings.validate, settings.seed, settings.folds)]
    yield Progress(1, 1)
    measured = next((run for run in reversed(request.runs) if _is_alike(run, settings)), None)
    if measured is None:
        return TimeForeseen(len(splits), settings.refit)
    report = report_from_json(measured.report)
    cost_s = report.fit_seconds / sum(fit.examples * fit.epochs for fit in report.fits)
    epochs = [
        1 if report.in_one_go else _epochs(settings, len(split.train), report.window_s) for split in splits
    ]
    fits = [FitSize(len(split.train), count) for split, count in zip(splits, epochs, strict=True)]
    if settings.refit:
        fits.append(FitSize(len(data.examples), round(statistics.median(epochs))))
    limit_s = float("inf") if settings.max_minutes is None else _MINUTE_S * settings.max_minutes
    seconds = sum(min(limit_s, cost_s * fit.examples * fit.epochs) for fit in fits)
    return TimeForeseen(len(splits), settings.refit, seconds, measured.id)


def about(seconds: float) -> Text:
    """A time as a guess is told, no more exactly than it is known: "about 6 minutes"."""
    if seconds < _SHORT_S:
        return Text("less than a minute")
    minutes = max(1, round(seconds / _MINUTE_S))
    if minutes < _MANY_MINUTES:
        return Text("about {n} minute", "about {n} minutes", n=minutes)
    return Text("about {n} hour", "about {n} hours", n=round(seconds / _HOUR_S))


def _is_alike(run: Run, settings: TrainSettings) -> bool:
    """Whether it ended by itself and an example of it cost what one of these settings will."""
    if run.status is not RunStatus.DONE or not report_from_json(run.report).fits:
        return False
    return not any(_differences(run, settings))


def _differences(run: Run, settings: TrainSettings) -> Iterator[str]:
    for name, value in settings.to_dict().items():
        if name not in _OF_NO_COST and name in run.settings and run.settings[name] != value:
            yield name


def _epochs(settings: TrainSettings, examples: int, window_s: float) -> int:
    """How many there will be; `window_s` is that of the model."""
    if settings.epochs is not None:
        return settings.epochs
    columns = max(1, round(window_s / settings.mel_hop_s)) if settings.front_end == "log-mel" else 1
    usual = epochs_for(examples, settings.batch_size, min(columns, settings.columns or columns))
    return max(1, round(settings.effort * usual))
