"""The trials of a search in a journal file, by Optuna: what was done is read from it when it goes on."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.installation import adding
from audioclf_gui.core.text import Text, listed
from audioclf_gui.ml.parameter import Value
from audioclf_gui.ml.search.space import Dimension, Range

Method = Literal["random", "grid", "halving"]
State = Literal["waiting", "running", "done", "ended early", "failed"]

_NUMBER = "number"
_PACKAGE = "optuna"


@dataclass(frozen=True, slots=True)
class Trial:
    """One choice of settings and what came of it; figures are the objective's, one of each inner fold."""

    number: int  # counted from 1
    values: Mapping[str, Value]
    state: State = "waiting"
    figures: tuple[float, ...] = ()
    seconds: float = 0.0
    problem: str = ""

    @property
    def figure(self) -> float | None:
        """The mean over the folds that were judged."""
        return sum(self.figures) / len(self.figures) if self.figures else None

    @property
    def sd(self) -> float | None:
        """Standard deviation over folds; None of fewer than two."""
        mean, count = self.figure, len(self.figures)
        if mean is None or count < 2:
            return None
        return float((sum((one - mean) ** 2 for one in self.figures) / (count - 1)) ** 0.5)

    @property
    def figure_text(self) -> Text:
        """The figure ± its standard deviation; empty before there is one."""
        if self.figure is None:
            return Text.plain("")
        figure = Text.number(self.figure, ".3f")
        return figure if self.sd is None else listed([figure, Text.number(self.sd, ".3f")], " ± ")

    @property
    def values_text(self) -> str:
        """The settings as `--set` takes them, to four digits."""
        return " ".join(f"{name}={_value_text(value)}" for name, value in self.values.items())

    @property
    def line(self) -> str:
        """What came of it, for a log."""
        return f"trial {self.number} ({self.values_text}): {self.state}, {self.problem or self.figure_text}"

    @property
    def has_ended(self) -> bool:
        """Whether it is not carried out any more."""
        return self.state in {"done", "ended early", "failed"}


def _value_text(value: Value) -> str:
    return "none" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


def optuna() -> Any:
    """The package, imported late since it is an extra; UserError where it is not installed."""
    try:
        import optuna as package
    except ImportError as error:
        raise UserError(
            Text("a search needs the package {name}, which is not installed", name=_PACKAGE),
            remedy=adding("search"),
        ) from error
    package.logging.set_verbosity(package.logging.ERROR)
    return package


def drawn(
    space: Sequence[Dimension], method: Method, trials: int, seed: int
) -> tuple[Mapping[str, Value], ...]:
    """The settings of each trial; the same seed draws the same, and more trials begin with those of fewer."""
    package = optuna()
    if method == "grid":
        points: Any = list(itertools.product(*(one.points for one in space)))
        names = [one.name for one in space]
        order = _random_order(len(points), seed)
        return tuple(dict(zip(names, points[at], strict=True)) for at in order[:trials])
    study = package.create_study(sampler=package.samplers.RandomSampler(seed=seed))
    distributions = {one.name: _distribution(one) for one in space}
    return tuple(
        {
            one.name: one.points[found[one.name]] if not isinstance(one, Range) else found[one.name]
            for one in space
        }
        for found in (study.ask(distributions).params for _ in range(trials))
    )


def _random_order(count: int, seed: int) -> list[int]:
    import numpy as np

    return [int(one) for one in np.random.default_rng(seed).permutation(count)]


def _distribution(one: Dimension) -> Any:
    """Of a choice the place is drawn: Optuna compares values by their text, and none has none."""
    kinds = optuna().distributions
    if not isinstance(one, Range):
        return kinds.CategoricalDistribution(tuple(range(len(one.points))))
    if one.whole:
        return kinds.IntDistribution(int(one.low), int(one.high), log=one.log)
    return kinds.FloatDistribution(one.low, one.high, log=one.log)


class Study:
    """Trials that outlive the program: each step is appended to the journal before the next one begins.

    One process writes at a time, the one that has the project open for writing.
    """

    def __init__(self, journal: Path, name: str, settings: Sequence[Mapping[str, Value]], method: Method):
        package = optuna()
        self._journal = journal
        journal.parent.mkdir(parents=True, exist_ok=True)
        _mend(journal)
        backend = package.storages.journal.JournalFileBackend(str(journal))
        pruner = (
            package.pruners.SuccessiveHalvingPruner(min_resource=1, reduction_factor=2)
            if method == "halving"
            else package.pruners.NopPruner()
        )
        self._study = package.create_study(
            study_name=name,
            storage=package.storages.JournalStorage(backend),
            direction="maximize",
            pruner=pruner,
            load_if_exists=True,
        )
        self._states = package.trial.TrialState
        self._settings = tuple(settings)
        self._running: dict[int, Any] = {}
        for trial in self._study.get_trials(deepcopy=False, states=(self._states.RUNNING,)):
            self._study.tell(trial.number, state=self._states.FAIL)  # its process is gone: it runs again

    def trials(self) -> tuple[Trial, ...]:
        """All that were asked for, in their order."""
        with self._with_journal():
            found = self._study.get_trials(deepcopy=False)
        known = {
            trial.user_attrs.get(_NUMBER): trial
            for trial in found
            if trial.state != self._states.FAIL or "problem" in trial.user_attrs
        }
        return tuple(
            self._trial(number, values, known.get(number))
            for number, values in enumerate(self._settings, start=1)
        )

    def _trial(self, number: int, values: Mapping[str, Value], known: Any) -> Trial:
        if known is None:
            return Trial(number, values)
        states: dict[Any, State] = {
            self._states.COMPLETE: "done",
            self._states.PRUNED: "ended early",
            self._states.FAIL: "failed",
        }
        figures = tuple(figure for _, figure in sorted(known.intermediate_values.items()))
        seconds = known.duration.total_seconds() if known.duration else 0.0
        problem = str(known.user_attrs.get("problem", ""))
        return Trial(number, values, states.get(known.state, "running"), figures, seconds, problem)

    def begin(self, number: int) -> None:
        """Note that a trial runs."""
        with self._with_journal():
            trial = self._study.ask()
            trial.set_user_attr(_NUMBER, number)
            trial.set_user_attr("values", dict(self._settings[number - 1]))  # for who reads the journal
        self._running[number] = trial

    def judged(self, number: int, fold: int, figure: float) -> bool:
        """Note the figure of a fold, counted from 1; whether the trial is worth going on with."""
        trial = self._running[number]
        with self._with_journal():
            trial.report(figure, fold)
            return not trial.should_prune()

    def end(self, number: int, figure: float, *, early: bool) -> None:
        """Note that all folds of a trial are judged, or those that were worth it."""
        trial = self._running.pop(number)
        with self._with_journal():
            if early:
                self._study.tell(trial, state=self._states.PRUNED)
            else:
                self._study.tell(trial, figure)

    def fail(self, number: int, problem: str) -> None:
        """Note that settings cannot be learnt with, and why."""
        trial = self._running.pop(number)
        with self._with_journal():
            trial.set_user_attr("problem", problem)
            self._study.tell(trial, state=self._states.FAIL)

    def lose(self, number: int) -> None:
        """Note that nothing came of a trial, since whoever carried it out is gone: it waits again."""
        trial = self._running.pop(number)
        with self._with_journal():
            self._study.tell(trial, state=self._states.FAIL)

    @contextmanager
    def _with_journal(self) -> Iterator[None]:
        """Around each use of the journal: one that is gone is not begun anew: it would lack its start."""
        if not self._journal.exists():
            raise UserError(
                Text("the journal of the search is gone: {file}", file=self._journal),
                remedy=Text(
                    "Put its folder back, and the search goes on where it was; without it, search again"
                    " and it begins anew."
                ),
            )
        try:
            yield
        except OSError as error:
            raise cannot_write(self._journal, error) from error


def best_of(trials: Sequence[Trial]) -> Trial | None:
    """The best of those whose every fold was judged; of equals the first."""
    done = [one for one in trials if one.state == "done" and one.figure is not None]
    return max(done, key=lambda one: (one.figure or 0.0, -one.number)) if done else None


def _mend(journal: Path) -> None:
    """Take away what a killed process left: its lock, and a line that was not written to its end.

    Optuna would wait for the one, and stumble over the other.
    """
    journal.with_name(journal.name + ".lock").unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        content = journal.read_bytes()
        if content and not content.endswith(b"\n"):
            with journal.open("r+b") as file:
                file.truncate(content.rfind(b"\n") + 1)
