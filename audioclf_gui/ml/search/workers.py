"""Processes that carry trials out, one thread of the processor each."""

import math
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

from audioclf_gui.core.errors import UserError, in_words
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.search.study import Study, Trial
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict
from audioclf_gui.ml.splits import Split

_Result = TypeVar("_Result")

_LOOK_EVERY_S = 0.2
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Work:
    """What all trials of a study have in common."""

    data: TrainingData
    splits: tuple[Split, ...]
    settings: TrainSettings
    cache_dir: Path


@dataclass(frozen=True, slots=True)
class _Judged:
    fold: int
    figure: float


@dataclass(frozen=True, slots=True)
class _Failed:
    problem: str


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    process: BaseProcess
    line: Connection


def with_values(settings: TrainSettings, values: Mapping[str, object]) -> TrainSettings:
    """The settings with those of a trial; UserError if they do not go together."""
    return settings_from_dict({**settings.to_dict(), **values})


def carry_out(study: Study, work: Work, jobs: int) -> Generator[tuple[Trial, ...], None, None]:
    """Run all trials that are not done, so many at a time; all trials as they are, several times a second.

    Closing the generator ends the processes; what they have judged is in the study.
    """
    waiting = [one for one in study.trials() if one.state in {"waiting", "running"}]
    if not waiting:
        return
    with _workers(work, min(jobs, len(waiting))) as idle:
        busy: dict[Connection, tuple[_Worker, Trial, list[float]]] = {}
        while waiting or busy:
            while waiting and idle:
                worker, trial = idle.pop(), waiting.pop(0)
                study.begin(trial.number)
                worker.line.send(dict(trial.values))
                busy[worker.line] = (worker, trial, [])
            for line in wait(list(busy), _LOOK_EVERY_S):
                assert isinstance(line, Connection)
                worker, trial, figures = busy[line]
                if _heard(study, work, line, trial, figures):
                    del busy[line]
                    idle.append(worker)
            yield study.trials()


def _heard(study: Study, work: Work, line: Connection, trial: Trial, figures: list[float]) -> bool:
    """Note what a worker says; whether its trial is at an end."""
    try:
        said = line.recv()
    except EOFError:
        raise UserError(
            Text("the process that carried trial {number:d} out ended by itself", number=trial.number),
            remedy=Text("There may be too little memory: search again with one job; no trial is lost."),
        ) from None
    if isinstance(said, _Failed):
        study.fail(trial.number, said.problem)
        return True
    is_last = said.fold == len(work.splits)
    if not math.isfinite(said.figure):  # Optuna would take the trial for one that was never carried out
        if not is_last:
            line.send(False)
        study.fail(trial.number, in_words(_no_figure(said)))
        return True
    figures.append(said.figure)
    goes_on = study.judged(trial.number, said.fold, said.figure)
    if not is_last:
        line.send(goes_on)
    if is_last or not goes_on:
        study.end(trial.number, sum(figures) / len(figures), early=not is_last)
        return True
    return False


def _no_figure(said: _Judged) -> UserError:
    return UserError(
        Text("in inner fold {fold:d} nothing can be measured: the figure is not finite", fold=said.fold),
        remedy=Text("Look whether each fold has examples of more than one answer, or narrow the space."),
    )


@contextmanager
def _workers(work: Work, count: int) -> Iterator[list[_Worker]]:
    """So many processes that wait for trials; all are gone in the end."""
    spawning = multiprocessing.get_context("spawn")  # torch does not survive a fork
    workers = []
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        with _deaf_to_ctrl_c():
            for _ in range(count):
                ours, theirs = spawning.Pipe()
                process = spawning.Process(target=_serve, args=(theirs, work), daemon=True)
                process.start()
                theirs.close()
                workers.append(_Worker(process, ours))
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    try:
        yield list(workers)
    finally:
        for worker in workers:
            worker.line.close()
            worker.process.kill()
            worker.process.join()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes begun meanwhile do not hear Ctrl+C, which a terminal sends to them too.

    The search hears it, and ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, work: Work) -> None:
    """Carry out the trials that come by the line, until it ends: the search is over, or was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # also where it could not be kept from hearing it before
    try:
        while True:
            _try_out(line, work, line.recv())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _try_out(line: Connection, work: Work, values: Mapping[str, object]) -> None:
    try:
        settings = replace(with_values(work.settings, values), threads=1, device="cpu")
        for fold, figure in enumerate(_figures(work, settings), start=1):
            line.send(_Judged(fold, figure))
            if fold < len(work.splits) and not line.recv():
                return
    except UserError as error:
        line.send(_Failed(in_words(error)))


def _figures(work: Work, settings: TrainSettings) -> Generator[float, None, None]:
    """The figure of each fold in turn."""
    import numpy as np

    from audioclf_gui.ml.feature_cache import cache_features
    from audioclf_gui.ml.front_ends import front_end_for
    from audioclf_gui.ml.held_out_answers import HeardExamples, answers
    from audioclf_gui.ml.unlearnt_scores import scores_of

    ends = front_end_for(work.data.examples, settings)
    features = _followed(cache_features(work.data.examples, ends, work.cache_dir, threading.Event()))
    heard = HeardExamples(work.data, settings, features, ())
    for split in work.splits:
        judged = _followed(answers(heard, [split]))
        scores = scores_of(work.data, judged)
        yield scores.figure(np.ones(len(scores.places), np.bool_))


def _followed(events: Generator[object, None, _Result]) -> _Result:
    """What a job comes to; the process ends between two events once the search that wants it is gone."""
    parent = multiprocessing.parent_process()
    try:
        while True:
            next(events)
            if parent is not None and not parent.is_alive():
                raise EOFError
    except StopIteration as end:
        result: _Result = end.value
        return result
