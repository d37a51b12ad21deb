"""How good a model is: its figures with how far luck goes in them, and where they are from."""

from collections.abc import Iterator, Mapping

from audioclf_gui.core.figures import ClassFigures, Figure, Interval
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.report import Report
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.documents.parts import Block, Cell, Table

_MEASURED_ON = {
    "test": Text("On clips that were kept back from training and judged once, at the end."),
    "valid": Text("On clips that were kept back from training."),
    "out-of-fold": Text("Fold by fold, each on the clips that its training had not heard."),
}


def measured_on(report: Report) -> Text:
    """On what the figures are."""
    return _MEASURED_ON.get(report.measured_on, Text("On labelled clips."))


def figures_table(report: Report) -> Table:
    """Each figure with its interval, and of folds their mean and deviation beside it."""
    figures = () if report.figures is None else (*report.figures.all, *report.more)
    has_folds = bool(report.spread)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.name,
            with_interval(one, report.intervals),
            *([_of_folds(one, report.spread)] if has_folds else []),
            one.tip,
        )
        for one in figures
    )
    pooled = (Text("All folds together, 95 % interval"), Text("Folds, mean ± sd"))
    values = pooled if has_folds else (Text("Value, 95 % interval"),)
    return Table((Text("Figure"), *values, Text("What it means")), rows)


def with_interval(figure: Figure, intervals: Mapping[str, Interval]) -> str:
    """A figure with how far luck may have moved it, if that can be told."""
    if figure.key not in intervals:
        return str(figure.value_text)
    low, high = intervals[figure.key]
    if figure.unit:
        return f"{figure.value_text} ({in_unit(low)}–{in_unit(high)})"
    return f"{figure.value_text} ({low:.2f}–{high:.2f})"


def recall_text(row: ClassFigures) -> str:
    """The recall of a class, with its interval unless its clips are of too few groups to tell."""
    if row.low is None or row.high is None:
        return f"{row.recall:.3f}"
    return f"{row.recall:.3f} ({row.low:.2f}–{row.high:.2f})"


def _of_folds(figure: Figure, spread: Mapping[str, tuple[float, float]]) -> str:
    if figure.key not in spread:
        return ""
    mean, sd = spread[figure.key]
    if figure.unit:
        return f"{in_unit(mean)} ± {in_unit(sd, figure.unit)}"
    return f"{mean:.3f} ± {sd:.3f}"


def selected(report: Report) -> Iterator[Block]:
    """By what the weights that are kept were chosen."""
    if report.selection:
        yield Text("Kept: {selection}.", selection=report.selection)
