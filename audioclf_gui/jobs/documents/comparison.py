"""Runs beside each other, as a document: which is better, by what, and what was done otherwise."""

from collections.abc import Iterator, Sequence

from audioclf_gui.core.report import figure_key
from audioclf_gui.core.text import Text, joined
from audioclf_gui.jobs.compare_runs import RunDifference, not_compared
from audioclf_gui.jobs.documents.judged import with_interval
from audioclf_gui.jobs.documents.parts import Block, Cell, InlinePicture, Items, Paper, Section, Table
from audioclf_gui.jobs.documents.run_document import headline_of
from audioclf_gui.jobs.documents.run_facts import RunFacts
from audioclf_gui.jobs.figures.curves import curves
from audioclf_gui.jobs.setting_differences import setting_differences


def comparison_document(
    compared: Sequence[RunFacts], differences: Sequence[RunDifference], project: str
) -> Paper:
    """All there is to tell of several runs of the project that is called so.

    Parameters
    ----------
    differences
        What each run but the first comes to beside the first one, on the same sounds; none of those that
        kept no model.
    """
    title = Text("Runs {numbers} compared", numbers=joined(str(facts.run.id) for facts in compared))
    sections = (
        Section(Text("In short"), tuple(_short(compared, differences))),
        Section(Text("Figures"), tuple(_figures(compared))),
        Section(Text("Classes that got better or worse"), tuple(_classes(differences))),
        Section(Text("Curves"), tuple(_curves(compared))),
        Section(Text("Settings that differ"), tuple(_settings(compared))),
        *(
            Section(Text("What to know about run {id:d}", id=facts.run.id), (Items(facts.report.notes),))
            for facts in compared
            if facts.report.notes
        ),
    )
    below = (Text("Project {project}", project=project),)
    return Paper(title, tuple(one for one in sections if one.blocks), below)


def _short(compared: Sequence[RunFacts], differences: Sequence[RunDifference]) -> Iterator[Block]:
    yield from (one.text for one in differences)
    if without := [facts.run for facts in compared if not facts.keeps_model]:
        yield not_compared(without)
    if len(compared) > 2:
        yield Text("Each run is compared with run {id:d}.", id=compared[0].run.id)
    rows = tuple(_run_row(facts) for facts in compared)
    header = (
        Text("Run"),
        Text("Model"),
        Text("Figure"),
        Text("Value"),
        Text("How far luck goes"),
        Text("Begun, UTC"),
        Text("Device"),
    )
    yield Table(header, rows, Text("Each on the sounds that it was judged by itself"))


def _run_row(facts: RunFacts) -> tuple[Cell, ...]:
    headline, run = headline_of(facts.report), facts.run
    figure: tuple[Cell, ...] = ("–",) * 3
    if headline is not None:
        figure = (headline.name, headline.value, headline.detail)
    begun = run.started_at.replace("T", " ")[:16]
    return str(run.id), facts.called, *figure, begun, facts.report.device or "–"


def _figures(compared: Sequence[RunFacts]) -> Iterator[Block]:
    """A row for each figure, a column for each run."""
    found = [
        {} if facts.report.figures is None else {one.key: one for one in facts.report.figures.all}
        for facts in compared
    ]
    known = {key: figure for figures in found for key, figure in figures.items()}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            figure.name,
            *(
                with_interval(figures[key], facts.report.intervals) if key in figures else "–"
                for facts, figures in zip(compared, found, strict=True)
            ),
        )
        for key, figure in known.items()
    )
    if rows:
        yield Table(
            (Text("Figure"), *_runs(compared)), rows, Text("With 95 % intervals, where they can be told")
        )


def _classes(differences: Sequence[RunDifference]) -> Iterator[Block]:
    """For each pair a row for each class, what got better first."""
    for one in differences:
        if not one.per_class:
            continue
        first, second = one.runs
        rows = tuple(
            (
                row.name,
                str(row.pieces),
                f"{row.first:.3f}",
                f"{row.second:.3f}",
                f"{row.change:+.3f}".replace("-", "\N{MINUS SIGN}"),
            )
            for row in one.per_class
        )
        header = (
            Text("Class"),
            Text("Sounds judged by both"),
            Text("Run {id:d}", id=first),
            Text("Run {id:d}", id=second),
            Text("Difference"),
        )
        yield Table(header, rows, one.per_class_figure)
    if any(one.per_class for one in differences):
        yield Text("Classes of few sounds change by luck alone: look at those of many first.")


def _curves(compared: Sequence[RunFacts]) -> Iterator[Block]:
    fits = [fit for facts in compared for fit in facts.fits(beside_others=True)]
    if not fits or len({figure_key(facts.run.objective) for facts in compared}) > 1:
        return
    figure = compared[0].figure_title
    told = Text(
        "Loss, {figure} and learning rate of {n} training over its epochs.",
        "Loss, {figure} and learning rate of {n} trainings over their epochs.",
        n=len(fits),
        figure=figure,
    )
    yield InlinePicture(told, None, lambda words: curves(fits, figure, words))


def _settings(compared: Sequence[RunFacts]) -> Iterator[Block]:
    changed = setting_differences([facts.run for facts in compared])
    if not changed:
        yield Text("All were trained with the same settings.")
        return
    rows = tuple((one.name, *one.values) for one in changed)
    yield Table((Text("Setting"), *_runs(compared)), rows)


def _runs(compared: Sequence[RunFacts]) -> tuple[Text, ...]:
    return tuple(Text("Run {id:d}", id=facts.run.id) for facts in compared)
