"""The figures of each kind of objective, as values; their JSON is read here and nowhere else.

Those of every version are read: what one does not say has the value of nothing counted.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text

Json = Mapping[str, Any]

Interval = tuple[float, float]
"""Lower and upper bound, of 95 %."""

LEAST_GROUPS = 5
"""With fewer no interval is told: their spread is a guess itself, and Student's t for three of them 4.3."""

_SMALL = 0.1  # below it two decimals would leave nothing of an interval


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that says how good a model is."""

    key: str  # in the JSON
    name: Text
    tip: Text
    value: float
    unit: str = ""
    interval: Interval | None = None  # None: it has none, or too few groups were judged to tell
    sd: float | None = None  # over the folds of a cross-validation, whose mean `value` is then

    @property
    def value_text(self) -> Text:
        """With its unit: "0.861", "2.13 dB"."""
        return in_unit(self.value, self.unit) if self.unit else Text.number(self.value, ".3f")

    @property
    def sd_text(self) -> Text | None:
        """The standard deviation with its unit; None where there is none."""
        if self.sd is None:
            return None
        return in_unit(self.sd, self.unit) if self.unit else Text.number(self.sd, ".3f")

    @property
    def text(self) -> Text:
        """With its name: "accuracy 0.861"."""
        return Text("{name} {value}", name=self.name, value=self.value_text)

    @property
    def interval_text(self) -> Text | None:
        """The interval with its unit: "0.80 to 0.91"; None where there is none."""
        if self.interval is None:
            return None
        low, high = self.interval
        if self.unit:
            return Text("{low} to {high}", low=in_unit(low, self.unit), high=in_unit(high, self.unit))
        spec = ".2f" if max(abs(low), abs(high)) >= _SMALL else ".3f"
        return Text("{low} to {high}", low=Text.number(low, spec), high=Text.number(high, spec))


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """How well one class was told from the others; shares are 0 to 1."""

    name: str
    precision: float
    recall: float
    f1: float
    clips: int
    low: float | None = None  # 95 % interval of the recall; None: not told
    high: float | None = None
    groups: int | None = None  # that its clips are of; None: not told
    average_precision: float | None = None  # where a sound may be of several classes
    threshold: float | None = None  # and the score from which it is answered
    missed: int = 0  # those of the class that were not recognised as such
    false: int = 0  # those of other classes that were taken for it, too

    @classmethod
    def from_json(cls, row: Json) -> Self:
        """One row of `per_class`."""
        groups = number_or_none(row, "groups")
        is_told = groups is None or groups >= LEAST_GROUPS
        return cls(
            str(row.get("class", "")),
            number(row, "precision"),
            number(row, "recall"),
            number(row, "f1"),
            int(number(row, "support")),
            number_or_none(row, "low") if is_told else None,
            number_or_none(row, "high") if is_told else None,
            None if groups is None else int(groups),
            number_or_none(row, "average_precision"),
            number_or_none(row, "threshold"),
            int(number(row, "missed")),
            int(number(row, "false")),
        )


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How well the sounds of one group were answered: of a speaker, a site."""

    name: str
    pieces: int  # labels, where each is of one class, else clips
    figures: tuple[Figure, ...]  # the one that counts first

    @classmethod
    def from_json(cls, row: Json, unit: str) -> Self:
        """One row of `per_group`; `unit` is that of the quantity, if one was estimated."""
        figures = tuple(figure_called(key, number(row, key), unit) for key in row if key in _NAMES)
        return cls(str(row.get("group", "")), int(number(row, "pieces")), figures)


@dataclass(frozen=True, slots=True)
class Figures(ABC):
    """The figures of one kind of objective."""

    title: ClassVar[Text]  # of the first of them, which is also that of each epoch
    key: ClassVar[str]  # of the same in the JSON

    @classmethod
    @abstractmethod
    def from_json(cls, report: Json) -> Self:
        """What a report of this kind says."""

    @property
    @abstractmethod
    def all(self) -> tuple[Figure, ...]:
        """Every figure; a run is called by the first."""


@dataclass(frozen=True, slots=True)
class SingleLabelFigures(Figures):
    """How well one class was found for each sound."""

    title: ClassVar[Text] = Text("accuracy")
    key: ClassVar[str] = "accuracy"

    accuracy: float
    balanced_accuracy: float
    macro_f1: float
    log_loss: float
    ece: float
    temperature: float | None = None  # of the log loss and the calibration error; None: not told
    per_class: tuple[ClassFigures, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()  # counts, a row for each true class

    @classmethod
    def from_json(cls, report: Json) -> Self:
        """What a report of this kind says."""
        return cls(
            number(report, "accuracy"),
            number(report, "balanced_accuracy"),
            number(report, "macro_f1"),
            number(report, "log_loss"),
            number(report, "ece"),
            number_or_none(report, "figures_temperature"),
            per_class_of(report),
            tuple(tuple(map(int, row)) for row in items(report, "confusion")),
        )

    @property
    def all(self) -> tuple[Figure, ...]:
        """Every figure; a run is called by the first."""
        return (
            figure_called(self.key, self.accuracy),
            figure_called("balanced_accuracy", self.balanced_accuracy),
            figure_called("macro_f1", self.macro_f1),
            figure_called("log_loss", self.log_loss),
            figure_called("ece", self.ece),
        )


@dataclass(frozen=True, slots=True)
class MultiLabelFigures(Figures):
    """How well the set of classes was found for each sound."""

    title: ClassVar[Text] = Text("average precision")
    key: ClassVar[str] = "macro_average_precision"

    macro_average_precision: float
    guess: float | None  # the same of guessing; None: not told
    macro_f1: float
    exact: float
    log_loss: float
    temperature: float | None = None
    per_class: tuple[ClassFigures, ...] = ()

    @classmethod
    def from_json(cls, report: Json) -> Self:
        """What a report of this kind says."""
        return cls(
            number(report, "macro_average_precision"),
            number_or_none(report, "guess_average_precision"),
            number(report, "macro_f1"),
            number(report, "exact"),
            number(report, "log_loss"),
            number_or_none(report, "figures_temperature"),
            per_class_of(report),
        )

    @property
    def all(self) -> tuple[Figure, ...]:
        """Every figure; a run is called by the first."""
        return (
            figure_called(self.key, self.macro_average_precision),
            *(() if self.guess is None else (figure_called("guess_average_precision", self.guess),)),
            figure_called("macro_f1", self.macro_f1),
            figure_called("exact", self.exact),
            figure_called("log_loss", self.log_loss),
        )


@dataclass(frozen=True, slots=True)
class RegressionFigures(Figures):
    """How near the estimates of a quantity were; errors are in its unit."""

    title: ClassVar[Text] = Text("R²")
    key: ClassVar[str] = "r2"

    quantity: str
    unit: str
    r2: float
    mae: float
    rmse: float
    bias: float
    guess_rmse: float
    estimates: tuple[tuple[float, float], ...] = ()  # (true, estimated), of many some

    @classmethod
    def from_json(cls, report: Json) -> Self:
        """What a report of this kind says."""
        return cls(
            str(report.get("quantity", "")),
            str(report.get("unit", "")),
            number(report, "r2"),
            number(report, "mae"),
            number(report, "rmse"),
            number(report, "bias"),
            number(report, "guess_rmse"),
            tuple((float(true), float(estimated)) for true, estimated in items(report, "estimates")),
        )

    @property
    def all(self) -> tuple[Figure, ...]:
        """Every figure; a run is called by the first."""
        return (
            figure_called(self.key, self.r2),
            figure_called("mae", self.mae, self.unit),
            figure_called("rmse", self.rmse, self.unit),
            figure_called("bias", self.bias, self.unit),
            figure_called("guess_rmse", self.guess_rmse, self.unit),
        )


_NAMES: Mapping[str, tuple[Text, Text]] = {
    "accuracy": (
        SingleLabelFigures.title,
        Text("Share of the judged clips whose class was recognised"),
    ),
    "balanced_accuracy": (
        Text("balanced accuracy"),
        Text("Mean recall of the classes: rare ones count as much"),
    ),
    "macro_f1": (Text("macro F1"), Text("Mean F1 of the classes")),
    "log_loss": (
        Text("log loss"),
        Text("How surprised the model was, in nats; of sets of classes per class"),
    ),
    "ece": (
        Text("calibration error"),
        Text(
            "How far the scores are from the share that is right, on average; 0 is best."
            " T is the temperature that the scores were divided by for it: 1 as the network gave them"
        ),
    ),
    "macro_average_precision": (
        MultiLabelFigures.title,
        Text("Mean over the classes of the precision at each sound of the class, by falling score"),
    ),
    "guess_average_precision": (
        Text("precision of guessing"),
        Text("The average precision of knowing only how frequent the classes are"),
    ),
    "exact": (
        Text("exact sets"),
        Text("Share of the judged sounds of which all classes were right"),
    ),
    "r2": (
        RegressionFigures.title,
        Text("Part of the variance that the estimates explain: 1 is perfect, 0 is guessing the mean"),
    ),
    "mae": (
        Text("MAE"),
        Text("Mean absolute error: how far an estimate is from the truth, on average"),
    ),
    "rmse": (
        Text("RMSE"),
        Text("Root mean square error: as the mean error, but large errors count more"),
    ),
    "bias": (Text("bias"), Text("By how much the estimates are too high, on average")),
    "guess_rmse": (
        Text("error of guessing"),
        Text("The root mean square error of always saying the mean"),
    ),
}
"""What a figure is called and what it means, by its key."""


def figure_called(key: str, value: float, unit: str = "") -> Figure:
    """The figure of that key in a report."""
    return Figure(key, *_NAMES[key], value, unit)


def per_class_of(report: Json) -> tuple[ClassFigures, ...]:
    """The figures of each class; none where a report has no such table."""
    return tuple(map(ClassFigures.from_json, items(report, "per_class")))


def number(values: Json, key: str, missing: float = 0.0) -> float:
    """A number; `missing` where there is none."""
    found = number_or_none(values, key)
    return missing if found is None else found


def number_or_none(values: Json, key: str) -> float | None:
    """A number; None where there is none."""
    found = values.get(key)
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def items(values: Json, key: str) -> Sequence[Any]:
    """A list; an empty one where there is none."""
    found = values.get(key)
    return found if isinstance(found, list | tuple) else ()
