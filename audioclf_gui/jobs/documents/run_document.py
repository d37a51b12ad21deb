"""A run from what it learnt to how it is repeated, as a document."""

from collections.abc import Iterator

from audioclf_gui.core.figures import MultiLabelFigures, RegressionFigures
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.report import Report
from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text, listed
from audioclf_gui.jobs.documents import answers
from audioclf_gui.jobs.documents.judged import figures_table, measured_on, selected
from audioclf_gui.jobs.documents.learnt import data_section
from audioclf_gui.jobs.documents.parts import (
    Block,
    Cell,
    Headline,
    InlinePicture,
    ItemList,
    Items,
    Paper,
    Section,
    Table,
)
from audioclf_gui.jobs.documents.run_facts import RunFacts
from audioclf_gui.jobs.documents.settings import (
    changed_settings,
    changed_table,
    command,
    settings_section,
    versions_section,
)
from audioclf_gui.jobs.figures.curves import curves
from audioclf_gui.ml.guessing import guess

_STATUS = {
    RunStatus.RUNNING: Text("running"),
    RunStatus.DONE: Text("finished"),
    RunStatus.STOPPED: Text("stopped"),
    RunStatus.FAILED: Text("failed"),
}


def run_document(facts: RunFacts, project: str) -> Paper:
    """All there is to tell of a run of the project that is called so, in sections that are not empty."""
    report = facts.report
    sections = (
        Section(Text("In short"), tuple(_short(facts))),
        Section(Text("What to know about the figures"), tuple(_notes(facts))),
        data_section(report),
        Section(Text("Figures"), tuple(_figures(report))),
        Section(Text("Training"), tuple(_training(facts))),
        Section(Text("Confusion"), tuple(answers.confusion(facts))),
        Section(Text("Classes"), tuple(answers.classes(facts))),
        Section(Text("Estimates"), tuple(answers.estimated(facts))),
        Section(Text("Groups, the worst first"), tuple(answers.groups(facts))),
        Section(Text("Reliability of the scores"), tuple(answers.calibration(facts))),
        Section(Text("Thresholds"), tuple(answers.curves_of_thresholds(facts))),
        Section(Text("Likely label errors"), tuple(answers.doubts(facts))),
        Section(Text("Changed from the preset"), tuple(_changed(facts))),
        Section(Text("How to repeat it"), tuple(_repeated(facts, project))),
        settings_section(facts.run.settings),
        *(() if facts.card is None else (versions_section(facts.card.versions),)),
    )
    return Paper(facts.title, tuple(one for one in sections if one.blocks), tuple(_below(facts, project)))


def _below(facts: RunFacts, project: str) -> Iterator[Text]:
    run = facts.run
    if facts.note.name:
        yield facts.model
    yield Text(
        "Project {project}; {status}; begun {time} UTC",
        project=project,
        status=_STATUS[run.status],
        time=run.started_at.replace("T", " ")[:16],
    )
    if facts.note.text:
        yield Text.plain(facts.note.text)


def _short(facts: RunFacts) -> Iterator[Block]:
    report = facts.report
    if report.error is not None:
        yield report.error
    if (headline := headline_of(report)) is None:
        yield Text("This run came to no figures.")
        return
    yield headline
    assert report.headline is not None
    yield Text("{meaning}. {where}", meaning=report.headline.tip, where=measured_on(report))
    yield from _beside_guessing(report)


def headline_of(report: Report) -> Headline | None:
    """The figure that a run is called by, with how far luck goes in it; None if it came to none."""
    figure = report.headline
    if figure is None:
        return None
    told = []
    if figure.sd_text is not None:
        told.append(Text("± {sd}, mean and deviation of {n} folds", sd=figure.sd_text, n=len(report.folds)))
    if figure.interval_text is not None:
        told.append(Text("95 % interval {interval}", interval=figure.interval_text))
        told += [] if report.judged_groups_text is None else [report.judged_groups_text]
    elif report.too_few is not None:
        told.append(report.too_few)
    return Headline(str(figure.value_text), figure.name, listed(told, "; "))


def _beside_guessing(report: Report) -> Iterator[Block]:
    """What the headline is to be compared with."""
    measured = {one.name: one.clips for one in report.per_class}
    match report.figures:
        case RegressionFigures(unit=unit, guess_rmse=by_mean, rmse=error):
            yield Text(
                "Always saying the mean would be off by {guess} (root mean square), the model is by {error}.",
                guess=in_unit(by_mean, unit),
                error=in_unit(error, unit),
            )
        case MultiLabelFigures(guess=float(by_chance)):
            yield _guessed(by_chance)
        case _ if report.trained and any(measured.values()):
            yield _guessed(guess(report.trained, measured).accuracy)


def _guessed(value: float) -> Text:
    return Text(
        "Guessing that knows only how frequent the classes are would come to {guess:.3f}.", guess=value
    )


def _notes(facts: RunFacts) -> Iterator[Block]:
    problem = [] if facts.problem is None else [facts.problem]
    if found := (*problem, *facts.report.notes):
        yield Items(found)


def _figures(report: Report) -> Iterator[Block]:
    if report.figures is None:
        return
    yield measured_on(report)
    yield from selected(report)
    yield figures_table(report)
    if report.folds:
        rows = tuple(
            (str(number), *(str(figure.value_text) for figure in fold.shown), fold.judged_groups_text or "–")
            for number, fold in enumerate(report.folds, start=1)
        )
        names = (figure.name for figure in report.folds[0].shown)
        yield Table((Text("Fold"), *names, Text("Judged")), rows, Text("Fold by fold"))


def _training(facts: RunFacts) -> Iterator[Block]:
    report = facts.report
    if fits := facts.fits():
        told = Text(
            "Loss, {figure} and learning rate over {n} epoch.",
            "Loss, {figure} and learning rate over {n} epochs.",
            n=max(len(fit.epochs) for fit in fits),
            figure=facts.figure_title,
        )
        yield InlinePicture(told, None, lambda words: curves(fits, facts.figure_title, words))
    elif report.in_one_go:
        yield Text("This kind of model learns in one go: there are no epochs.")
    rows: list[tuple[Cell, ...]] = []
    if report.best_epoch:
        rows.append((Text("Epoch whose weights were kept"), str(report.best_epoch)))
    if report.seconds:
        rows.append((Text("Time for reading, training and measuring"), _time_text(report.seconds)))
    if report.device:
        rows.append((Text("Device"), report.device))
    if report.rate_hz:
        heard = Text("{window_s:g} s at {rate_hz:d} Hz", window_s=report.window_s, rate_hz=report.rate_hz)
        rows.append((Text("Heard at once"), heard))
    rows.append((Text("Seed"), str(facts.run.settings.get("seed", "–"))))
    yield Table((), tuple(rows))


def _time_text(seconds: float) -> str:
    """So long, in units in which one can imagine it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{seconds:.1f} s"


def _changed(facts: RunFacts) -> Iterator[Block]:
    changed = changed_settings(facts.run)
    if changed is None:
        yield Text("The preset {name} is not known here, so nobody can tell.", name=facts.run.preset)
    elif changed:
        yield changed_table(changed)
    else:
        yield Text("Nothing: every setting is as the preset has it.")


def _repeated(facts: RunFacts, project: str) -> Iterator[Block]:
    told = command(facts.run, project, all_folds=bool(facts.report.folds))
    if told is None:
        yield Text("Give its settings, all of which stand below, to a preset that is known.")
        return
    yield Text(
        "To be typed where the project's folder is. With the same sounds, labels and versions, on a processor"
        " of the same kind, it comes to the same model."
    )
    yield ItemList(told)
