"""Writing what runs came to as a page for people without the program: of one run, or of several compared."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import check_place, write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write, told
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.model_classes import then_and_now
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import REGRESSION, report_from_json
from audioclf_gui.core.run import Epoch, Run
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.runs import Runs
from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.compare_runs import CompareRuns, compare_runs
from audioclf_gui.jobs.documents.comparison import comparison_document
from audioclf_gui.jobs.documents.page import as_html
from audioclf_gui.jobs.documents.parts import Paper
from audioclf_gui.jobs.documents.run_document import run_document
from audioclf_gui.jobs.documents.run_facts import RunFacts
from audioclf_gui.jobs.far_estimates import FarEstimates, far_estimates
from audioclf_gui.jobs.label_errors import LabelErrors, label_errors
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.jobs.run_scores import RunScores, run_scores
from audioclf_gui.jobs.unlearnt_answers import Judges


@dataclass(frozen=True, slots=True)
class RunToReport:
    """A run as the project knows it."""

    run: Run
    epochs: tuple[Epoch, ...]
    keeps_model: bool
    note: RunNote


@dataclass(frozen=True, slots=True)
class ReportRuns:
    """Of which runs, and where to."""

    runs: tuple[RunToReport, ...]  # several are compared with the first one
    file: Path
    language: str = "en"  # BCP 47 code of what the page speaks


def to_report(runs: Runs, chosen: Sequence[Run]) -> tuple[RunToReport, ...]:
    """All that a project keeps of runs."""
    notes = runs.notes
    return tuple(
        RunToReport(run, runs.epochs(run.id), runs.keeps_model(run), notes.get(run.id, RunNote()))
        for run in chosen
    )


def report_runs(
    request: ReportRuns, project: ProjectView, words: Words = str
) -> Generator[Progress, None, ResultWritten]:
    """Write the page; what is in the place of the file is kept beside it.

    A model that cannot be read is told of in the page, which has then no more than the run's own report.

    Parameters
    ----------
    words
        What the page speaks.

    Raises
    ------
    UserError
        If the disk refuses the file.
    """
    _check_place(request.file)
    steps = len(request.runs) + 1
    facts = []
    for number, asked in enumerate(request.runs):
        yield Progress(number, steps)
        facts.append(_facts(asked, project))
    yield Progress(steps - 1, steps)
    content = as_html(_document(request, facts, project), words, request.language).encode(errors="replace")
    try:
        kept = write_where_wanted(request.file, content)
    except OSError as error:
        raise cannot_write(request.file, error) from error
    yield Progress(steps, steps)
    return ResultWritten(request.file, kept)


def _check_place(file: Path) -> None:
    try:
        check_place(file)
    except OSError as error:
        raise cannot_write(file, error) from error


def _document(request: ReportRuns, facts: Sequence[RunFacts], project: ProjectView) -> Paper:
    name = project.folder.name
    first, *others = request.runs
    if not others:
        return run_document(facts[0], name)
    pairs = [CompareRuns(first.run, other.run) for other in others if first.keeps_model and other.keeps_model]
    differences = [result_of(compare_runs(pair, project)) for pair in pairs]
    return comparison_document(facts, differences, name)


def _facts(asked: RunToReport, project: ProjectView) -> RunFacts:
    report, run = report_from_json(asked.run.report), asked.run
    ids = report.class_ids if len(report.class_ids) == len(report.classes) else ()
    names = then_and_now(project.catalogue, report.classes, ids)
    facts = RunFacts(run, report, names, asked.epochs, asked.note)
    if not asked.keeps_model:
        return replace(
            facts,
            keeps_model=False,
            problem=Text("This run kept no model, so nothing is told of its scores."),
        )
    try:
        return _of_model(facts, project)
    except UserError as error:
        problem = Text("Nothing is told of the scores: {problem}", problem=told(error))
        return replace(facts, problem=problem)


def _of_model(facts: RunFacts, project: ProjectView) -> RunFacts:
    """The same with what the model said about what it had not learnt from."""
    from audioclf_gui.ml.bundle import read_card

    bundle = project.folder / facts.run.bundle
    facts = replace(facts, card=read_card(bundle))
    judges = Judges(bundle, alone=True)
    if facts.run.objective == REGRESSION:
        far = result_of(far_estimates(FarEstimates(judges), project, cache_folder())).estimates
        return replace(facts, far=far, clips=_names(project, [one.clip_id for one in far]))
    scores = result_of(run_scores(RunScores(bundle)))
    doubted = result_of(label_errors(LabelErrors(judges), project, cache_folder()))
    clips = _names(project, [one.clip_id for one in doubted.doubted])
    return replace(facts, scores=scores, doubted=doubted, clips=clips)


def _names(project: ProjectView, clip_ids: Iterable[ClipId]) -> dict[ClipId, str]:
    """What clips are called, by their files."""
    known = project.catalogue.clips_by_id
    return {clip_id: known[clip_id].name for clip_id in clip_ids}
