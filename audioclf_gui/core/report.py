"""What a run or a measurement came to, as a value; its JSON is read here and in `figures`.

Reports of every version are read: what one does not say has the value of nothing counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from audioclf_gui.core.figures import (
    LEAST_GROUPS,
    ClassFigures,
    Figure,
    GroupFigures,
    Interval,
    Json,
    MultiLabelFigures,
    RegressionFigures,
    SingleLabelFigures,
    items,
    number,
    number_or_none,
    per_class_of,
)
from audioclf_gui.core.group_names import groups_text
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.text import Text, text_from

SINGLE_LABEL, MULTI_LABEL, REGRESSION = "single-label", "multi-label", "regression"

PARTS = ("train", "valid", "test")
"""Keys of what is counted: learnt from, watched while learning, judged in the end."""

_KINDS: Mapping[str, type[SingleLabelFigures | MultiLabelFigures | RegressionFigures]] = {
    SINGLE_LABEL: SingleLabelFigures,
    MULTI_LABEL: MultiLabelFigures,
    REGRESSION: RegressionFigures,
}


def figure_title(objective: str) -> Text:
    """What the first figure of this kind of objective is called, which is also that of each epoch."""
    return _KINDS.get(objective, SingleLabelFigures).title


def figure_key(objective: str) -> str:
    """Where the same stands in the JSON of a report."""
    return _KINDS.get(objective, SingleLabelFigures).key


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clip that could not be used."""

    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class FitSize:
    """One training of a run: so many examples, each learnt from in so many epochs."""

    examples: int
    epochs: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a run, a fold of one, or a measurement came to."""

    objective: str = SINGLE_LABEL
    figures: SingleLabelFigures | MultiLabelFigures | RegressionFigures | None = None  # None: it came to none
    folds: tuple["Report", ...] = ()
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)  # mean and sd over the folds
    classes: tuple[str, ...] = ()  # as they were called, in the order of the scores
    class_ids: tuple[ClassId, ...] = ()  # none for runs of version 0.1.0
    clips: Mapping[str, int] = field(default_factory=dict)  # of train, valid, test and quarantined
    pieces: Mapping[str, int] = field(
        default_factory=dict
    )  # of train, valid and test: clips and parts of clips
    groups: Mapping[str, int] = field(default_factory=dict)  # of train, valid and test
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Text, ...] = ()
    error: Text | None = None  # why it failed
    best_epoch: int = 0  # 0: there were none
    seconds: float = 0.0  # in all, those of the folds too
    measured_on: str = ""
    in_one_go: bool = False  # there were no epochs
    more: tuple[Figure, ...] = ()  # figures that not every run of the kind has
    intervals: Mapping[str, Interval] = field(default_factory=dict)  # of the figures that can be told
    judged_groups: int | None = None  # how many groups the figures are of; None: not told
    judged_by: str = ""  # what these are: a source file, a group, or as the project calls it
    reliability: tuple[tuple[float, float, int], ...] = ()  # score, share that is right, how many answers
    per_group: tuple[GroupFigures, ...] = ()  # worst first; none where nobody named groups
    trained: Mapping[str, int] = field(default_factory=dict)  # of each class the examples learnt from
    split: str = ""  # how what was learnt from and what was judged were parted
    selection: str = ""  # by what the weights were chosen
    refit_clips: int = 0  # that the kept model learnt from once all was measured; 0: it was not trained anew
    device: str = ""
    rate_hz: int = 0  # of what was learnt; 0: not told
    window_s: float = 0.0
    fits: tuple[FitSize, ...] = ()  # those of the folds and of all clips too; none where nobody knows
    fit_seconds: float = 0.0  # what these took, judging included and the reading of clips not

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures; of a cross-validation their mean and deviation over the folds, where there is one."""
        if self.figures is None:
            return ()
        figures = (replace(one, interval=self.intervals.get(one.key)) for one in self.figures.all)
        return tuple(self._of_folds(one) for one in figures)

    @property
    def is_of_classes(self) -> bool:
        """Whether sounds were told apart; else a number was estimated."""
        return self.objective != REGRESSION

    @property
    def per_class(self) -> tuple[ClassFigures, ...]:
        """The figures of each class, in the order of the scores; none where a number was estimated."""
        if self.figures is None or isinstance(self.figures, RegressionFigures):
            return ()
        return self.figures.per_class

    @property
    def confusion(self) -> tuple[tuple[int, ...], ...]:
        """Counts, a row for each true class; none where there is not one class for each sound."""
        return self.figures.confusion if isinstance(self.figures, SingleLabelFigures) else ()

    @property
    def headline(self) -> Figure | None:
        """The figure by which it is called; None if it came to none."""
        return next(iter(self.shown), None)

    @property
    def has_pieces(self) -> bool:
        """Whether pieces of clips were labelled, of which a clip may have many."""
        return any(self.pieces.get(part, n) != n for part, n in self.clips.items() if part in PARTS)

    @property
    def judged_groups_text(self) -> Text | None:
        """How many groups the figures are of: "3 groups"; None: not told."""
        return None if self.judged_groups is None else groups_text(self.judged_groups, self.judged_by)

    @property
    def too_few(self) -> Text | None:
        """Why there are no intervals: "3 groups: too few to tell"; None where there are."""
        if self.judged_groups is None or self.judged_groups >= LEAST_GROUPS:
            return None
        return Text("{groups}: too few to tell", groups=groups_text(self.judged_groups, self.judged_by))

    def _of_folds(self, one: Figure) -> Figure:
        if one.key not in self.spread:
            return one
        mean, sd = self.spread[one.key]
        return replace(one, value=mean, sd=sd)


def report_from_json(report: Json) -> Report:
    """The report that this JSON is of; of an empty one all is nothing."""
    objective = str(report.get("objective", SINGLE_LABEL))
    kind = _KINDS.get(objective)
    folds = tuple(map(report_from_json, items(report, "folds")))
    mean, sd = _mapping(report, "mean"), _mapping(report, "sd")
    classes = [row.name for row in per_class_of(report)] or [str(one) for one in items(report, "classes")]
    own = _own_seconds(report)
    told = items(report, "note_texts") or items(report, "notes")  # older runs kept them in English only
    error = report.get("error_text", report.get("error"))
    return Report(
        objective=objective,
        figures=None if kind is None or number_or_none(report, kind.key) is None else kind.from_json(report),
        folds=folds,
        spread={name: (float(mean[name]), float(sd.get(name, 0.0))) for name in mean},
        classes=tuple(classes),
        class_ids=tuple(ClassId(int(one)) for one in items(report, "class_ids")),
        clips=_counts(report.get("clips")),
        pieces=_counts(report.get("pieces", report.get("clips"))),  # older runs called these clips
        groups=_counts(report.get("groups")),
        left_out=tuple(_left_out(one) for one in items(report, "refused")),
        notes=tuple(text_from(str(one)) for one in told),
        error=None if error is None else text_from(str(error)),
        best_epoch=0 if report.get("in_one_go") else int(number(report, "best_epoch")),
        seconds=own.get("total", 0.0) + sum(one.seconds for one in folds),
        measured_on=str(report.get("measured_on", "")),
        intervals=_intervals(report),
        judged_groups=None if (groups := number_or_none(report, "judged_groups")) is None else int(groups),
        judged_by=str(report.get("judged_by", "")),
        reliability=tuple(
            (number(one, "confidence"), number(one, "accuracy"), int(number(one, "count")))
            for one in items(report, "reliability")
        ),
        per_group=tuple(
            GroupFigures.from_json(row, str(report.get("unit", ""))) for row in items(report, "per_group")
        ),
        trained=_counts(report.get("trained_clips")),
        split=str(report.get("split", "")),
        selection=str(report.get("selection", "")),
        refit_clips=int(number(report, "refit_clips")) if report.get("refit") is True else 0,
        device=str(report.get("device", "")),
        rate_hz=int(number(report, "rate_hz")),
        window_s=number(report, "window_s"),
        in_one_go=report.get("in_one_go") is True,
        fits=(*(fit for fold in folds for fit in fold.fits), *_own_fits(report)),
        fit_seconds=own.get("total", 0.0) - own.get("cache", 0.0) + sum(fold.fit_seconds for fold in folds),
        more=tuple(
            Figure(
                str(one["key"]), text_from(str(one["name"])), Text.plain(""), number(report, str(one["key"]))
            )
            for one in items(report, "more")
        ),
    )


def _intervals(report: Json) -> dict[str, Interval]:
    """Of the figures that have one; of older runs that of the accuracy, unless clips of a group were judged.

    These took clips of one group for independent.
    """
    if "intervals" in report:
        told = _mapping(report, "intervals")
        return {key: (float(one[0]), float(one[1])) for key, one in told.items() if one is not None}
    low, high = number_or_none(report, "accuracy_low"), number_or_none(report, "accuracy_high")
    part = str(report.get("measured_on"))
    pieces = _counts(report.get("pieces", report.get("clips"))).get(part)
    if low is None or high is None or _counts(report.get("groups")).get(part, pieces) != pieces:
        return {}
    return {"accuracy": (low, high)}


def _left_out(one: Json) -> LeftOut:
    return LeftOut(PurePath(str(one["path"])).name, text_from(str(one.get("reason_text", one["reason"]))))


def _counts(values: object) -> dict[str, int]:
    return {key: int(one) for key, one in values.items()} if isinstance(values, Mapping) else {}


def _mapping(values: Json, key: str) -> Json:
    found = values.get(key)
    return found if isinstance(found, Mapping) else {}


def _own_fits(report: Json) -> Iterator[FitSize]:
    """The trainings of a run beside those of its folds."""
    of_folds = bool(report.get("folds"))
    is_refit, epochs = report.get("refit") is True, max(1, int(number(report, "epochs")))
    pieces = _counts(report.get("pieces", report.get("clips")))
    if pieces.get("train") and (is_refit or not of_folds):
        yield FitSize(pieces["train"], epochs)
    if is_refit and not of_folds:
        everything = sum(pieces.get(part, 0) for part in PARTS)
        yield FitSize(everything, int(number(report, "refit_epochs")) or epochs)


def _own_seconds(report: Json) -> Mapping[str, float]:
    """What a run took beside its folds; without a model of all clips its time is that of the last fold."""
    if report.get("folds") and report.get("refit") is not True:
        return {}
    times = _mapping(report, "seconds")
    return {name: number(times, name) for name in times}
