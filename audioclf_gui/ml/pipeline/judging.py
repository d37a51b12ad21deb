"""A model's answers to examples it was not fitted on, and what follows from them."""

import math
import threading
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.decision_fit import fitted_thresholds
from audioclf_gui.ml.events import EVENT_EVERY_S, Measuring
from audioclf_gui.ml.heard_scenes import HeardScenes, together
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.objectives.metric import judged
from audioclf_gui.ml.objectives.objective import Array, Calibration, Floats
from audioclf_gui.ml.pipeline.task import Task

_SCORE_DIGITS = 6
_PARTS = 5  # of groups, each of which is judged by what suits the others
_WINDOWS_AT_ONCE = 64
_WINDOWS_ON_GPU = (
    512  # but no more than so many features, whose pictures in a network take a hundred times that
)
_VALUES_ON_GPU = 2**23


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Examples with their targets and the logits of those windows that count, (windows, outputs) each."""

    objective: Objective
    examples: tuple[Example, ...]
    wanted: Array  # (examples, outputs)
    logits: tuple[Tensor, ...]

    def calibration(self) -> Calibration:
        """What suits the answers to all these windows."""
        wanted = np.repeat(self.wanted, [len(one) for one in self.logits], axis=0)
        return self.objective.calibration(torch.cat(self.logits).numpy(), wanted)

    def figures(self, calibration: Calibration) -> dict[str, object]:
        """What the answers are worth; see `objectives.metric.judged`."""
        scores = clip_scores(self.objective, self.logits, calibration.temperature)
        found = judged(self.objective, self.wanted, scores, calibration.thresholds, self.examples)
        return {"figures_temperature": calibration.temperature, **found}

    def figures_by_themselves(self) -> dict[str, object]:
        """The same where there is nothing else to calibrate by; what is fitted to them would flatter them.

        So the groups are dealt into parts, and what suits the others decides on each: of 40 clips with four
        classes of a set, fitted thresholds made F1 better by a tenth than it was on new ones. The temperature
        that is told is the mean of those of the parts; it is 1 where there is one group only.
        """
        names = {name: place for place, name in enumerate(sorted({one.group for one in self.examples}))}
        part = np.array([names[one.group] % _PARTS for one in self.examples])
        scores = np.zeros((len(part), self.objective.outputs), np.float32)
        thresholds = np.zeros((len(part), len(self.objective.classes)), np.float32)
        temperatures: list[float] = []
        for at in set(part.tolist()):
            there = part == at
            calibration = self._part(~there).calibration() if len(names) > 1 else self._uncalibrated()
            temperatures.append(calibration.temperature)
            scores[there] = clip_scores(self.objective, self._part(there).logits, calibration.temperature)
            thresholds[there] = calibration.thresholds
        found = judged(self.objective, self.wanted, scores, thresholds, self.examples)
        return {"figures_temperature": float(np.mean(temperatures)), **found}

    def _uncalibrated(self) -> Calibration:
        """The decisions that suit these very answers, at the temperature at which they came."""
        return self.objective.untempered(self.calibration())

    def _part(self, chosen: npt.NDArray[np.bool_]) -> "Judged":
        places = np.flatnonzero(chosen).tolist()
        return Judged(
            self.objective,
            tuple(self.examples[at] for at in places),
            self.wanted[chosen],
            tuple(self.logits[at] for at in places),
        )

    def predictions(self, calibration: Calibration, part: str) -> list[dict[str, object]]:
        """One record per example, as the bundle keeps them; `part` is the set they belong to."""
        if not self.examples:
            return []
        scores = clip_scores(self.objective, self.logits, calibration.temperature)
        answers = [
            self.objective.answer(*pair, calibration.thresholds)
            for pair in zip(self.wanted, scores, strict=True)
        ]
        return [
            {
                "clip_id": int(example.clip_id),
                "start_s": example.start_s,
                "stop_s": example.stop_s,
                "true": true,
                "predicted": predicted,
                "scores": [round(float(score), _SCORE_DIGITS) for score in row],
                "part": part,
            }
            for example, (true, predicted), row in zip(self.examples, answers, scores, strict=True)
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """A finished model's calibration, and its answers to what it is measured on."""

    measured: Judged
    part: str  # test, valid or out-of-fold
    calibration: Calibration  # of the model
    is_calibrated_by_measured: bool = False  # there was nothing else
    calibrated_by: tuple[Example, ...] = ()
    scenes: HeardScenes | None = None  # made of these, if decisions are fitted on them

    def decided(self, scenes: HeardScenes) -> "Verdict":
        """The same with thresholds that suit these scenes."""
        temperature, usual = self.calibration.temperature, self.calibration.thresholds
        thresholds = fitted_thresholds(self.measured.objective, scenes, temperature, usual)
        return replace(self, calibration=Calibration(temperature, thresholds), scenes=scenes)

    def figures(self) -> dict[str, object]:
        """What the answers are worth; see `objectives.metric.judged`."""
        if self.is_calibrated_by_measured:
            return self.measured.figures_by_themselves()
        return self.measured.figures(self.calibration)

    def predictions(self) -> list[dict[str, object]]:
        """One record per example measured, as the bundle keeps them."""
        return self.measured.predictions(self.calibration, self.part)


def pass_verdict(
    model: nn.Module,
    task: Task,
    examples: Sequence[Example],
    device: torch.device,
) -> Generator[Measuring, None, Verdict]:
    """Calibrate on the validation examples, measure on the test examples.

    Without test examples the validation examples are measured too.
    """
    split = task.split
    test = yield from judge(model, task, examples, split.test, device)
    valid = yield from judge(model, task, examples, split.valid, device)
    if not valid.examples:
        return _calibrated_by_measured(test, "test")
    if split.test:
        return Verdict(test, "test", valid.calibration(), calibrated_by=valid.examples)
    return _calibrated_by_measured(valid, "valid")


def out_of_fold_verdict(parts: Iterable[Judged], scenes: Iterable[HeardScenes | None] = ()) -> Verdict:
    """Calibrated and measured by what models of other folds answered, also to scenes if there are any."""
    verdict = _calibrated_by_measured(pooled(parts), "out-of-fold")
    made = [one for one in scenes if one is not None]
    return verdict.decided(together(made)) if made else verdict


def _calibrated_by_measured(measured: Judged, part: str) -> Verdict:
    return Verdict(
        measured,
        part,
        measured.calibration(),
        is_calibrated_by_measured=True,
        calibrated_by=measured.examples,
    )


def judge(
    model: nn.Module, task: Task, examples: Sequence[Example], chosen: Sequence[int], device: torch.device
) -> Generator[Measuring, None, Judged]:
    """The model's answers to the chosen examples."""
    logits = yield from window_logits(model, task, chosen, device)
    return Judged(
        task.objective, tuple(examples[at] for at in chosen), task.targets[list(chosen)], tuple(logits)
    )


def pooled(parts: Iterable[Judged]) -> Judged:
    """Answers of several models to the same objective, taken together; there is one at least."""
    parts = list(parts)
    return Judged(
        parts[0].objective,
        tuple(example for part in parts for example in part.examples),
        np.concatenate([part.wanted for part in parts]),
        tuple(one for part in parts for one in part.logits),
    )


def window_logits(
    model: nn.Module,
    task: Task,
    examples: Sequence[int],
    device: torch.device,
    stop: threading.Event | None = None,
    *,
    low_precision: bool = False,
) -> Generator[Measuring, None, list[Tensor]]:
    """Judge examples as they are, with a Measuring at every tenth of a second at most.

    With `low_precision` numbers inside the network are as short as training takes them where that is faster.

    Returns for each example the logits of those of its windows that count in use, see
    `window_scores.counting`: float32 (windows, outputs), on the CPU; none at all when `stop` is set
    meanwhile.
    """
    model.eval()
    rng = torch.Generator().manual_seed(task.settings.seed)
    windows = _WINDOWS_AT_ONCE
    if device.type == "cuda" and not task.settings.as_given:
        windows = min(max(1, _VALUES_ON_GPU // math.prod(task.front_end.shape)), _WINDOWS_ON_GPU)
    at_once = task.settings.batch_size if task.settings.as_given else windows
    counts = task.features.counts(examples)
    answers: list[Tensor] = []
    reported_at, done = time.monotonic(), 0
    for group in _grouped(examples, counts, windows):
        pictures = task.features.all_windows(group, device)
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16, enabled=low_precision):
            answers += [
                model(task.judged(part.float(), rng)).float() for part in torch.split(pictures, at_once)
            ]
        done += len(group)
        if time.monotonic() - reported_at >= EVENT_EVERY_S:
            reported_at = time.monotonic()
            yield Measuring(done, len(examples))
            if stop is not None and stop.is_set():
                return []
    if not answers:
        return []
    counted = task.features.counting(examples, task.quiet_db)
    kept = np.add.reduceat(counted, counts.cumsum() - counts, dtype=np.int64)
    return list(torch.split(torch.cat(answers).cpu()[torch.from_numpy(counted)], kept.tolist()))


def clip_scores(objective: Objective, logits: Sequence[Tensor], temperature: float = 1.0) -> Floats:
    """Scores of each clip, (clips, outputs): the mean over its windows that count."""
    counts = np.array([len(one) for one in logits])
    of_windows = objective.scores(torch.cat(list(logits)), temperature)
    alike = [np.flatnonzero(counts == count) for count in np.unique(counts)]
    firsts = counts.cumsum() - counts
    scores = np.empty((len(counts), of_windows.shape[1]), np.float32)
    for clips in alike:  # those of as many windows
        rows = torch.from_numpy(firsts[clips][:, None] + np.arange(counts[clips[0]]))
        scores[clips] = of_windows[rows].mean(dim=1).numpy()
    return scores


def _grouped(examples: Sequence[int], counts: npt.NDArray[np.int64], windows: int) -> list[Sequence[int]]:
    """The examples in their order, in groups of about as many windows as are worked through at once."""
    ends = counts.cumsum()
    groups: list[Sequence[int]] = []
    first = 0
    while first < len(examples):
        before = ends[first] - counts[first]
        stop = int(np.searchsorted(ends, before + windows)) + 1
        groups.append(examples[first:stop])
        first = stop
    return groups
