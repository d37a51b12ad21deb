"""Which curves are drawn: of the run that goes on, of runs that have ended, of every fold."""

from collections.abc import Sequence
from dataclasses import replace

from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Epoch, Run
from audioclf_gui.core.runs import Runs
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.curves import RunCurves
from audioclf_gui.gui.translate import words
from audioclf_gui.ml.events import PartBegun, TrainEvent


class LiveCurves:
    """The curves of the run that goes on; of a cross-validation those of the folds before, too."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._run: Run | None = None
        self.now = RunCurves("")
        self._before: list[RunCurves] = []  # the last one first

    def begin(self, run: Run) -> None:
        """Another run begins, or goes on where it was interrupted."""
        self._run = run
        self.now, self._before = RunCurves(_run_name(run), self._epochs(1)), []

    def begin_part(self, part: PartBegun) -> None:
        """Another fold has its own curves, beside those of the ones before."""
        self._before = [self.now, *self._before] if part.number > 1 else []
        name = fold_name(part.number) if part.is_judged else words(part.name)
        self.now = RunCurves(name, self._epochs(part.number), place=part.number - 1)

    def add(self, event: TrainEvent) -> None:
        """Take in what training reports."""
        if isinstance(event, PartBegun):
            self.begin_part(event)
        self.now.add(event)

    def _epochs(self, part: int) -> list[Epoch]:
        """Those of before an interruption."""
        if self._run is None:
            return []
        return [one for one in self._runs.epochs(self._run.id) if one.part == part]

    def to_draw(self, shown: Sequence[Run], running: Run | None) -> list[RunCurves]:
        """Those of some runs: every fold where it is one run, else of each run its last fold."""
        found = [
            [self.now, *self._before]
            if running is not None and run.id == running.id
            else curves_of(run, self._runs.epochs(run.id))
            for run in shown
        ]
        if len(shown) == 1:
            return list(found[0])
        pairs = zip(shown, found, strict=True)
        return [replace(curves[0], name=_run_name(run), place=None) for run, curves in pairs]


def _run_name(run: Run) -> str:
    return words(Text("run {id:d}", id=run.id))


def fold_name(number: int) -> str:
    """What the curves of a fold are called, counted from 1."""
    return words(Text("fold {number}", number=number))


def curves_of(run: Run, epochs: Sequence[Epoch]) -> tuple[RunCurves, ...]:
    """What is drawn of a run that has ended: of a cross-validation every fold, the last one first."""
    report = report_from_json(run.report)
    parts = sorted({one.part for one in epochs}, reverse=True)
    if len(parts) < 2:
        return (RunCurves(_run_name(run), list(epochs), report.best_epoch, in_one_go=report.in_one_go),)
    return tuple(
        RunCurves(fold_name(part), [one for one in epochs if one.part == part], place=part - 1)
        for part in parts
    )
