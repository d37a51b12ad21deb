"""What a model was trained on: how many clips and groups of which set, and how these were parted."""

from collections.abc import Iterator

from audioclf_gui.core.report import PARTS, Report
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.documents.parts import Block, Cell, Section, Table

_TITLES = {"train": Text("Training"), "valid": Text("Validation"), "test": Text("Test")}
_NAMED = 10  # clips that were left out are named up to here


def data_section(report: Report) -> Section:
    """A row for each set, and what there is to know of them."""
    return Section(Text("Data"), tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    if report.split:
        yield Text("How they were parted: {split}.", split=report.split)
    if report.folds:
        yield Text(
            "{n} fold was held out; the sets below are those of the last one.",
            "Each of {n} folds was held out once; the sets below are those of the last one.",
            n=len(report.folds),
        )
    if report.refit_clips:
        yield Text(
            "Once measured, the model that is kept was trained anew on {n} clip.",
            "Once measured, the model that is kept was trained anew on all {n} clips.",
            n=report.refit_clips,
        )
    columns = [report.clips, *([report.pieces] if report.has_pieces else []), report.groups]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (_TITLES[part], *(str(column.get(part, "–")) for column in columns))
        for part in PARTS
        if part in report.clips
    )
    if not rows:
        yield Text("The model does not say what it was trained on.")
        return
    cut = [Text("Labelled pieces")] if report.has_pieces else []
    yield Table((Text("Part"), Text("Clips"), *cut, Text("Groups")), rows)
    yield from _left_out(report)


def _left_out(report: Report) -> Iterator[Block]:
    if count := report.clips.get("quarantined"):
        yield Text(
            "{n} clip could not be used and was left out",
            "{n} clips could not be used and were left out",
            n=count,
        )
    if report.left_out:
        rows = tuple((one.name, one.reason) for one in report.left_out[:_NAMED])
        yield Table((Text("Clip"), Text("Reason")), rows)
