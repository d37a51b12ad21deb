"""Measuring a finished model on the labels of a project."""

import threading
import time
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import AllLearntError, UnreadableAudioError, UserError
from audioclf_gui.core.report import SINGLE_LABEL, Report, report_from_json
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.equal_sounds import is_among
from audioclf_gui.ml.events import EVENT_EVERY_S, CacheProgress
from audioclf_gui.ml.inference import window_scorer
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.objectives.metric import judged
from audioclf_gui.ml.side_by_side import side_by_side
from audioclf_gui.ml.window_scores import level_db, mean_of_heard
from audioclf_gui.ml.windows import Samples

_TOGETHER = 32  # examples


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The end of an evaluation."""

    report: dict[str, object]  # see `Objective.figures`, and `clips`, how many were measured
    left_out: int | None  # how many the model has learnt from; None where it does not say
    training: dict[str, object] | None = None  # the same of those, where that was wanted and there are any


def evaluate(
    bundle: Bundle, data: TrainingData, fold: str | None = None, *, with_training: bool = False
) -> Generator[CacheProgress | Quarantined | Evaluated, None, None]:
    """Score every labelled clip or stretch whose class the model knows, and judge the answers.

    What the model has learnt from is left out, where it says so: by what is in the sound files, wherever
    they are, whatever they are called, and in whatever format the same samples are.

    Parameters
    ----------
    fold : str, optional
        Only the examples of this fold; None takes all of them.
    with_training : bool
        Whether to measure what it has learnt from, too, apart from the rest.

    Raises
    ------
    AllLearntError
        If the model has learnt from all of it; that tells what the model came to on clips that were held back
        when it was trained.
    UserError
        If there is nothing else to measure it on.
    """
    objective = bundle.card.objective
    wanted = [example for example in known_examples(data, objective.classes) if fold in (None, example.fold)]
    learnt = yield from _learnt_files(bundle.card, wanted)
    heard = [example for example in wanted if example.content in learnt]
    chosen = [example for example in wanted if example.content not in learnt]
    left_out = len({example.clip_id for example in heard} - {example.clip_id for example in chosen})
    if left_out and not chosen and not with_training:
        raise _all_learnt(left_out, bundle.card)
    report = yield from _report(bundle, chosen)
    training = (yield from _report(bundle, heard)) if with_training and heard else None
    if not (report["pieces"] or training):
        raise _nothing_readable(objective, fold)
    yield Evaluated(report, None if bundle.card.learnt is None else left_out, training)


def _learnt_files(
    card: ModelCard, examples: Sequence[Example]
) -> Generator[CacheProgress, None, frozenset[str]]:
    """The contents of those files whose sound the model has learnt from, in these bytes or in others."""
    learnt = card.learnt or frozenset()
    others = {one.content: one.path for one in examples if one.content not in learnt} if learnt else {}
    found = {one.content for one in examples if one.content in learnt}
    reported_at = time.monotonic()
    for content, path in others.items():
        if is_among(path, learnt):
            found.add(content)
        if time.monotonic() - reported_at >= EVENT_EVERY_S:
            reported_at = time.monotonic()
            yield CacheProgress(0, len(examples))
    return frozenset(found)


def _report(
    bundle: Bundle, examples: Sequence[Example]
) -> Generator[CacheProgress | Quarantined, None, dict[str, object]]:
    """The figures of the answers to examples, and of how many; these alone where none can be read."""
    objective = bundle.card.objective
    answers = yield from _answers(bundle, examples)
    facts: dict[str, object] = {
        "objective": objective.kind,
        "clips": len({example.clip_id for example, _ in answers}),
        "pieces": len(answers),
    }
    if not answers:
        return facts
    measured = [example for example, _ in answers]
    targets = objective.encoded([example.target for example in measured])
    scores = np.stack([scores for _, scores in answers])
    figures = judged(objective, targets, scores, bundle.card.thresholds, measured)
    return {**facts, **_told_twice(objective, measured), **figures}


@dataclass(frozen=True, slots=True)
class Predicted:
    """Answers to examples, as a bundle keeps predictions."""

    predictions: tuple[Mapping[str, Any], ...]


def unlearnt_predictions(
    bundle: Bundle, examples: Sequence[Example]
) -> Generator[CacheProgress | Quarantined | Predicted, None, None]:
    """The model's answers to those of the examples that it has not learnt from.

    Of a model that does not say what it has learnt from there are none.
    """
    if bundle.card.learnt is None:
        return
    learnt = yield from _learnt_files(bundle.card, examples)
    answers = yield from _answers(bundle, [one for one in examples if one.content not in learnt])
    if not answers:
        return
    objective = bundle.card.objective
    wanted = objective.encoded([example.target for example, _ in answers])
    predictions = []
    for target, (example, scores) in zip(wanted, answers, strict=True):
        true, predicted = objective.answer(target, scores, bundle.card.thresholds)
        predictions.append(
            {
                "clip_id": int(example.clip_id),
                "start_s": example.start_s,
                "stop_s": example.stop_s,
                "true": true,
                "predicted": predicted,
                "scores": scores.tolist(),
            }
        )
    yield Predicted(tuple(predictions))


def known_examples(data: TrainingData, classes: Sequence[str]) -> list[Example]:
    """The examples of which the model knows a class, with their targets as it counts them.

    Where no class is asked for, that is all of them; a sound of no class at all is known as well.
    """
    places = {name: place for place, name in enumerate(classes)}
    number = {at: places[name] for at, name in enumerate(data.classes) if name in places}
    found = []
    for example in data.examples:
        kept = [number[at] for at in example.classes if at in number]
        if isinstance(example.target, frozenset):
            if kept or not example.target:
                found.append(replace(example, target=frozenset(kept)))
        elif kept:
            found.append(replace(example, target=kept[0]))
        elif not example.classes:
            found.append(example)
    return found


def clips_not_known(data: TrainingData, classes: Sequence[str], fold: str | None = None) -> dict[str, int]:
    """The classes of examples that a model of other `classes` lacks, and how many clips have each."""
    lacking = {at: name for at, name in enumerate(data.classes) if name not in classes}
    clips = {(at, one.clip_id) for one in data.examples if fold in (None, one.fold) for at in one.classes}
    return dict(Counter(lacking[at] for at, _ in clips if at in lacking))


def _told_twice(objective: Objective, measured: Sequence[Example]) -> dict[str, object]:
    """How many sounds have several classes that the model knows, if it can answer one of them only."""
    classes = Counter((one.clip_id, one.start_s, one.stop_s) for one in measured)
    several = sum(count > 1 for count in classes.values())
    return {"told_twice": several} if several and objective.kind == SINGLE_LABEL else {}


def _all_learnt(clips: int, card: ModelCard) -> AllLearntError:
    """That nothing can be measured, with what was measured when the model was trained."""
    problem = Text(
        "the model has learnt from the {n} labelled clip that it could be measured on, which cannot tell how"
        " good it is",
        "the model has learnt from all {n} labelled clips that it could be measured on, so they cannot tell"
        " how good it is",
        n=clips,
    )
    figure = _held_out_figure(card.record.get("report"))
    return AllLearntError(
        problem if figure is None else listed([problem, figure], "; "),
        remedy=Text(
            "Label clips that it has not heard, then measure it on them; or measure it with its training"
            " clips, which tells how well it has learnt them and no more."
        ),
    )


def _held_out_figure(record: object) -> Text | None:
    """What a model came to in training on clips that were held back; None where its record does not say."""
    report = report_from_json(record) if isinstance(record, Mapping) else Report()
    if (figure := report.headline) is None:
        return None
    if report.measured_on == "out-of-fold":
        return Text(
            "in the held-out runs of its training, each on the fold that it held back, the {figure} was"
            " {value}",
            figure=figure.name,
            value=figure.value_text,
        )
    return Text(
        "in the held-out run of its training, on clips that this run had not learnt from, the {figure} was"
        " {value}",
        figure=figure.name,
        value=figure.value_text,
    )


def _nothing_readable(objective: Objective, fold: str | None) -> UserError:
    if not objective.has_classes:
        return UserError(
            Text("the project has no readable clip with a number in fold {fold}", fold=fold)
            if fold
            else Text("the project has no readable clip with a number"),
            remedy=Text(
                "Import a table with a column of {quantity}, and choose it as the target.",
                quantity=objective.names[0],
            ),
        )
    return UserError(
        Text("the project has no readable labelled clip in fold {fold}", fold=fold)
        if fold
        else Text("the project has no readable labelled clip"),
        remedy=Text("Label clips with the model's classes: {classes}.", classes=joined(objective.classes)),
    )


def _answers(
    bundle: Bundle, examples: Sequence[Example]
) -> Generator[CacheProgress | Quarantined, None, list[tuple[Example, Samples]]]:
    """The examples that can be read, each with the model's scores; those of a file come together."""
    files = {path: at for at, path in enumerate(dict.fromkeys(example.path for example in examples))}
    ordered = sorted(examples, key=lambda example: files[example.path])
    groups = [ordered[at : at + _TOGETHER] for at in range(0, len(ordered), _TOGETHER)]

    def scored(group: Sequence[Example], ended: threading.Event) -> list[Samples | Quarantined]:
        return _scores(bundle, group, ended)

    answers: list[tuple[Example, Samples]] = []
    done, reported_at = 0, time.monotonic()
    with closing(side_by_side(scored, groups)) as results:
        for group, found in zip(groups, results, strict=True):
            for example, answer in zip(group, found, strict=True):
                if isinstance(answer, Quarantined):
                    yield answer
                else:
                    answers.append((example, answer))
            done += len(group)
            if done == len(examples) or time.monotonic() - reported_at >= EVENT_EVERY_S:
                reported_at = time.monotonic()
                yield CacheProgress(done, len(examples))
    return answers


def _scores(
    bundle: Bundle, examples: Sequence[Example], ended: threading.Event
) -> list[Samples | Quarantined]:
    """Of each example those that `predict` gives; CancelledError as soon as nobody wants them any more."""
    scorer = window_scorer(bundle)
    silent: dict[int, list[bool]] = {}
    refused: dict[int, Quarantined] = {}
    with closing(MonoReader()) as reader:
        for at, example in enumerate(examples):
            if ended.is_set():
                raise CancelledError
            try:
                windows = _windows(bundle, example, reader)
            except UnreadableAudioError as error:
                refused[at] = Quarantined(example.path, error.reason, error.remedy)
                continue
            scorer.add(at, windows)
            silent[at] = [level_db(window) < bundle.card.quiet_db for window in windows]
    return [
        refused[at] if at in refused else mean_of_heard(scorer.scores(at), silent[at])
        for at in range(len(examples))
    ]


def _windows(bundle: Bundle, example: Example, reader: MonoReader) -> list[Samples]:
    samples = reader.read(example.path, bundle.card.front_end.rate_hz, example.start_s, example.stop_s)
    if not len(samples):
        raise UnreadableAudioError(
            example.path, Text("there is no sound in it"), remedy=Text("Leave it out.")
        )
    return bundle.card.front_end.cut(samples)
