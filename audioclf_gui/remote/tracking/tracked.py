"""A training whose events are told to the tools that its user names, while it goes on as without them."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError, in_words
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import figure_key, report_from_json
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.runs import bundle_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.run_figures import figures_of
from audioclf_gui.jobs.run_log import log_file, settings_file
from audioclf_gui.jobs.train import Train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import EpochDone, PartBegun, TrainEvent
from audioclf_gui.ml.presets import title_of
from audioclf_gui.remote.tracking.in_background import InBackground
from audioclf_gui.remote.tracking.tools import TrackTo
from audioclf_gui.remote.tracking.values import EpochTold, JudgedSound, RunBegun, RunEnded, TrackingEnded

LONGEST_END_S = 60.0
"""So long a run that has ended waits for what was not told yet: its model has to be sent, too."""

_Told = TrainEvent | PutRun | PutRunNote | AddEpochs
_NOT_VALUES = frozenset({"number", "part"})


def tracked(
    events: Generator[_Told, None, Run], request: Train, project: ProjectView, places: Sequence[TrackTo]
) -> Generator[_Told | TrackingEnded, None, Run]:
    """The same events and the same run; what goes wrong with a tool is told once, and ends that tool only.

    Parameters
    ----------
    events
        Of `jobs.train.train` of this request and project.
    """
    follower = _Follower(request, project, places)
    try:
        with closing(events):
            event = next(events)
            while True:
                follower.see(event)
                yield from follower.notes()
                try:
                    yield event
                except UserError as refusal:  # a disk's: training knows what to do about it
                    event = events.throw(refusal)
                else:
                    event = next(events)
    except StopIteration as end:
        run: Run = end.value
        follower.end(run)
    except BaseException:
        follower.break_off()
        raise
    yield from follower.notes()
    return run


@dataclass(slots=True)
class _Follower:
    request: Train
    project: ProjectView
    places: Sequence[TrackTo]
    part: str = ""
    open: dict[TrackTo, InBackground] = field(default_factory=dict)
    has_begun: bool = False

    def see(self, event: _Told) -> None:
        """Tell of an event what there is to tell; a run begins with its record."""
        match event:
            case PutRun() if not self.has_begun:
                self.has_begun = True
                begun = self._begun(event.run)
                self.open = {one: InBackground(one.opener(begun)) for one in self.places}
            case PartBegun() if self.request.all_folds:
                self.part = str(event.name)
            case EpochDone():
                facts = event.epoch.facts(figure_key(self.request.settings.objective))
                values = {
                    name: float(value)
                    for name, value in facts.items()
                    if name not in _NOT_VALUES and isinstance(value, int | float)
                }
                self._tell(EpochTold(event.epoch.number, self.part, values))

    def end(self, run: Run) -> None:
        """Tell how it ended, and wait until that is told."""
        unread = ""
        try:
            ended = _ended(run, self.project)
        except (UserError, OSError) as error:  # the run itself has ended well, and its record is kept
            ended, unread = RunEnded(run.status, {}), in_words(error)
        self._tell(ended)
        for one in self.open.values():
            one.wait(LONGEST_END_S)
            one.problem = one.problem or unread

    def break_off(self) -> None:
        """The run failed, or nobody looks at it any more: it is told so, and not waited for."""
        self._tell(RunEnded(RunStatus.FAILED, {}))

    def notes(self) -> Generator[TrackingEnded, None, None]:
        """What went wrong since; each tool is named once."""
        for place, one in list(self.open.items()):
            if one.problem:
                del self.open[place]
                yield TrackingEnded(
                    Text(
                        "{tool} at {place} is not told of this run any more: {problem}",
                        tool=place.name,
                        place=place.place,
                        problem=one.problem,
                    )
                )

    def _tell(self, value: EpochTold | RunEnded) -> None:
        for one in self.open.values():
            one.tell(value)

    def _begun(self, run: Run) -> RunBegun:
        title = self.request.name or title_of(run.preset, run.settings)
        name = bundle_of(run.id).rpartition("/")[2]
        return RunBegun(name, f"{name} {title}", self.project.folder.name, run.settings)


def _ended(run: Run, project: ProjectView) -> RunEnded:
    """All that there is to tell of a run at its end."""
    report = report_from_json(run.report)
    bundle = project.folder / bundle_of(run.id)
    pictures = figures_of(project.folder, run)
    files = [log_file(bundle), settings_file(bundle), *(sorted(pictures.iterdir()) if pictures else ())]
    return RunEnded(
        run.status,
        {one.key: one.value for one in report.shown},
        tuple(one.name for one in report.per_class) if report.confusion else (),
        report.confusion,
        bundle if run.has_model else None,
        tuple(file for file in files if file.is_file()),
        _judged(run, project) if run.has_model else (),
    )


def _judged(run: Run, project: ProjectView) -> tuple[JudgedSound, ...]:
    """The sounds that its figures are of; none where a number is estimated."""
    from audioclf_gui.ml.bundle import read_predictions

    clips = {clip.id: clip for clip in project.catalogue.clips}
    rows = [
        row
        for row in read_predictions(project.folder / run.bundle)
        if ClipId(row["clip_id"]) in clips and "predicted" in row
    ]
    return tuple(
        JudgedSound(
            project.catalogue.audio_path(clips[ClipId(row["clip_id"])]),
            row["start_s"],
            row["stop_s"],
            _names(row["true"]),
            _names(row["predicted"]),
        )
        for row in rows
    )


def _names(answer: object) -> str:
    return (
        answer
        if isinstance(answer, str)
        else ", ".join(map(str, answer))
        if isinstance(answer, list)
        else str(answer)
    )
