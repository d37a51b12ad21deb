"""Two runs on the same clips: which is better, and whether luck explains the difference."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.figures import LEAST_GROUPS, Figure, Interval, figure_called
from audioclf_gui.core.group_names import groups_text
from audioclf_gui.core.model_classes import model_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import MULTI_LABEL, SINGLE_LABEL
from audioclf_gui.core.run import Run, RunId
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.confused_clips import names_in

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.objectives import Objective

_LUCK = 0.05  # so seldom a difference is told where there is none
_ERRORS = {"mae"}  # the smaller, the better
_PER_CLASS = {SINGLE_LABEL: Text("Recall"), MULTI_LABEL: Text("Average precision")}

Key = tuple[int, float, float]
"""Clip, start and end in seconds of what was judged."""

Predictions = Mapping[Key, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class CompareRuns:
    """Two runs of the project that kept a model."""

    first: Run
    second: Run


@dataclass(frozen=True, slots=True)
class ClassChange:
    """How well both runs told one class, of the sounds that both judged."""

    name: str  # as the project calls it now
    pieces: int  # that are of the class
    first: float  # recall, or where a sound may be of several classes average precision
    second: float

    @property
    def change(self) -> float:
        """By how much the second one is better."""
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class RunDifference:
    """What two runs came to on the sounds that both judged and neither had learnt from."""

    runs: tuple[RunId, RunId]
    figures: tuple[Figure, Figure] | None  # the same one of both; None: nothing was judged by both
    pieces: int = 0  # labels, or clips
    groups: int = 0
    judged_by: str = ""  # what the groups are
    interval: Interval | None = None  # of second minus first, 95 %; None: too few groups to tell
    p: float | None = None  # of McNemar's test, where no two sounds are of one group
    per_class: tuple[ClassChange, ...] = ()  # what got better first; none where a number was estimated
    per_class_figure: Text | None = None  # what the classes are compared by
    only_one: tuple[int, int] = (0, 0)  # how many sounds the first judged alone, and the second
    relabelled: int = 0  # how many both judged, whose labels changed in between
    is_alike: bool = True  # whether both answer the same kind of question

    @property
    def is_told(self) -> bool | None:
        """Whether luck does not explain the difference; None: too few groups to tell."""
        if self.p is not None:
            return self.p < _LUCK
        return None if self.interval is None else not self.interval[0] <= 0.0 <= self.interval[1]

    @property
    def facts(self) -> dict[str, object]:
        """As JSON holds it."""
        if self.figures is None:
            return {"pieces": 0, **self._left_out}
        first, second = self.figures
        return {
            "pieces": self.pieces,
            **self._left_out,
            "groups": self.groups,
            "figure": first.key,
            "first": first.value,
            "second": second.value,
            "interval": None if self.interval is None else list(self.interval),
            "p": self.p,
            "told_from_luck": self.is_told,
        }

    @property
    def _left_out(self) -> dict[str, int]:
        first, second = self.only_one
        return {"only_first": first, "only_second": second, "relabelled": self.relabelled}

    @property
    def text(self) -> Text:
        """In sentences, with what it rests on and what it leaves out."""
        return listed([self._told, *self._left_out_texts])

    @property
    def _left_out_texts(self) -> Iterator[Text]:
        for run, n in zip(self.runs, self.only_one, strict=True):
            if n:
                yield Text(
                    "{n} sound that only run {run:d} judged is left out.",
                    "{n} sounds that only run {run:d} judged are left out.",
                    n=n,
                    run=run,
                )
        if self.relabelled:
            yield Text(
                "{n} sound whose labels changed between the runs is left out.",
                "{n} sounds whose labels changed between the runs are left out.",
                n=self.relabelled,
            )

    @property
    def _told(self) -> Text:
        if not self.is_alike:
            return Text(
                "The runs answer different questions (one class, several, or a number), so nobody can tell"
                " which is better."
            )
        if self.figures is None:
            return Text(
                "The runs judged no sound in common, so nobody can tell which is better. Train again, both"
                " times on the same groups held out or on every fold in turn, to compare them."
            )
        return Text(
            "On {n} sound that both judged: {name} {first} of run {one:d}, {second} of run {other:d}."
            " {verdict}",
            "On {n} sounds that both judged: {name} {first} of run {one:d}, {second} of run {other:d}."
            " {verdict}",
            n=self.pieces,
            name=self.figures[0].name,
            first=self.figures[0].value_text,
            second=self.figures[1].value_text,
            one=self.runs[0],
            other=self.runs[1],
            verdict=self._verdict,
        )

    @property
    def _verdict(self) -> Text:
        assert self.figures is not None
        first, second = self.figures
        told = self.is_told
        if told is None:
            return Text(
                "{groups}: too few to tell the difference from luck.",
                groups=groups_text(self.groups, self.judged_by),
            )
        if not told:
            return Text("The difference is not told apart from luck ({bounds}).", bounds=self._bounds)
        is_first = (first.value > second.value) != (first.key in _ERRORS)
        better = self.runs[0] if is_first else self.runs[1]
        return Text("Run {better:d} is better ({bounds}).", better=better, bounds=self._bounds)

    @property
    def _bounds(self) -> Text:
        if self.p is not None:
            return Text("McNemar p = {p:.3f}", p=self.p)
        assert self.interval is not None
        low, high = self.interval
        return Text("95 % interval of the difference: {low:+.3f} to {high:+.3f}", low=low, high=high)


def not_compared(runs: Sequence[Run]) -> Text:
    """What to say of runs of which there is no model, so that they are left out of the comparison."""
    return Text(
        "Run {ids} has no model and is not compared on the same sounds.",
        "Runs {ids} have no model and are not compared on the same sounds.",
        n=len(runs),
        ids=joined(str(run.id) for run in runs),
    )


def compare_runs(request: CompareRuns, project: ProjectView) -> Generator[Progress, None, RunDifference]:
    """Compare what two runs answered to the sounds that both judged, whose labels are still the same.

    Raises
    ------
    UserError
        If a model cannot be read.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions

    yield Progress(0, 1)
    runs = request.first.id, request.second.id
    bundles = [project.folder / one.bundle for one in (request.first, request.second)]
    cards = [read_card(bundle) for bundle in bundles]
    if cards[0].objective.kind != cards[1].objective.kind:
        return RunDifference(runs, None, is_alike=False)
    answers = [
        in_words_of_now(project.catalogue, card, read_predictions(bundle))
        for card, bundle in zip(cards, bundles, strict=True)
    ]
    first, second = answers
    both = [key for key in first if key in second]
    common = [key for key in both if first[key]["true"] == second[key]["true"]]
    left_out = RunDifference(
        runs,
        None,
        only_one=(len(first) - len(both), len(second) - len(both)),
        relabelled=len(both) - len(common),
    )
    yield Progress(1, 1)
    if not common:
        return left_out
    pairs = [[one[key] for key in common] for one in answers]
    clips = [project.catalogue.clips_by_id[ClipId(clip_id)] for clip_id, _, _ in common]
    names = [_names_now(project.catalogue, card) for card in cards]
    return replace(
        difference_of(runs, [card.objective for card in cards], pairs, clips),
        per_class=_class_changes(names, pairs, are_sets=cards[0].objective.kind == MULTI_LABEL),
        per_class_figure=_PER_CLASS.get(cards[0].objective.kind),
        only_one=left_out.only_one,
        relabelled=left_out.relabelled,
    )


def _names_now(view: CatalogueView, card: "ModelCard") -> tuple[str, ...]:
    """What the project calls each of a model's classes now, in the order of the scores."""
    classes = model_classes(view, card.classes, card.class_ids)
    return tuple(map(classes.name_of, range(len(card.classes))))


def _class_changes(
    names: Sequence[Sequence[str]], pairs: Sequence[Sequence[Mapping[str, Any]]], *, are_sets: bool
) -> tuple[ClassChange, ...]:
    """How both told each class that both know and that any of the sounds is of, what got better first.

    Parameters
    ----------
    names
        Of each run what its classes are called now.
    pairs
        What each of them answered to the same sounds.
    """
    true = [set(names_in(one["true"])) for one in pairs[0]] if names[0] else []
    found = []
    for name in dict.fromkeys(one for one in names[0] if one in names[1]):
        there = np.array([name in said for said in true], np.bool_)
        if there.any():
            values = [
                _told(name, known, answers, there, are_sets=are_sets)
                for known, answers in zip(names, pairs, strict=True)
            ]
            found.append(ClassChange(name, int(there.sum()), *values))
    return tuple(sorted(found, key=lambda one: -one.change))


def _told(
    name: str,
    names: Sequence[str],
    answers: Sequence[Mapping[str, Any]],
    there: npt.NDArray[np.bool_],
    *,
    are_sets: bool,
) -> float:
    """Recall of one class, or of sets its average precision."""
    from audioclf_gui.ml.set_metrics import average_precision

    if not are_sets:
        heard = [one["predicted"] == name for one in answers]
        return float(np.array(heard, np.bool_)[there].mean())
    place = names.index(name)
    return average_precision(there, np.array([one["scores"][place] for one in answers], np.float64))


def difference_of(
    runs: tuple[RunId, RunId],
    goals: "Sequence[Objective]",
    pairs: Sequence[Sequence[Mapping[str, Any]]],
    clips: Sequence[Clip],
) -> RunDifference:
    """What the answers of both runs to the same sounds, which are of these clips, come to."""
    from audioclf_gui.ml.dataset import group_of, grouped_by
    from audioclf_gui.ml.intervals import of_difference
    from audioclf_gui.ml.paired import figure_of, mcnemar_of

    of_first, of_second = (figure_of(goal, pair) for goal, pair in zip(goals, pairs, strict=True))
    names = [group_of(clip) for clip in clips]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    are_alone = len(numbers) == len(names) >= LEAST_GROUPS
    everything = np.ones(len(names), np.bool_)
    figures = [figure_called(one.key, one.rule(everything), goals[0].unit) for one in (of_first, of_second)]
    return RunDifference(
        runs,
        (figures[0], figures[1]),
        len(names),
        len(numbers),
        grouped_by(names),
        of_difference(
            lambda chosen: of_second.rule(chosen) - of_first.rule(chosen),
            np.array([numbers[name] for name in names]),
            of_shares=goals[0].has_classes,
        ),
        mcnemar_of(*pairs) if are_alone and goals[0].kind == SINGLE_LABEL else None,
    )


def in_words_of_now(
    view: CatalogueView, card: "ModelCard", predictions: Sequence[Mapping[str, Any]]
) -> Predictions:
    """Predictions of clips that are still there, in the classes that the project has now."""
    names: dict[str, str] = {}
    if card.objective.has_classes:
        names = dict(zip(card.classes, _names_now(view, card), strict=True))

    def now(said: Any) -> Any:
        if not card.objective.has_classes:
            return said
        return names[said] if isinstance(said, str) else sorted({names[one] for one in names_in(said)})

    present = {int(clip.id) for clip in view.clips}
    return {
        (int(one["clip_id"]), float(one["start_s"]), float(one["stop_s"])): {
            **one,
            "true_then": one["true"],
            "true": now(one["true"]),
            "predicted": now(one["predicted"]),
        }
        for one in predictions
        if int(one["clip_id"]) in present
    }
