"""Folds that are learnt for one question and kept nowhere: a part of jobs."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.ml.events import CacheProgress
from audioclf_gui.ml.settings import TrainSettings

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.held_out_answers import HeardExamples
    from audioclf_gui.ml.pipeline.judging import Judged
    from audioclf_gui.ml.splits import Split

_Result = TypeVar("_Result")


def heard_by(
    settings: TrainSettings, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, "HeardExamples"]:
    """All labelled clips of a project as models with these settings hear them; see `hear`."""
    from audioclf_gui.ml.held_out_answers import hear

    events = hear(project.catalogue, project.folder, settings, cache_dir)
    return (yield from _told(events))


def answered(heard: "HeardExamples", splits: "Sequence[Split]") -> Generator[Progress, None, "list[Judged]"]:
    """What a model of each split answers to what it measures; the progress is in splits."""
    from audioclf_gui.ml.held_out_answers import answers

    found: list[Judged] = []
    for done, split in enumerate(splits):
        yield (place := Progress(done, len(splits)))
        found += yield from _told(answers(heard, [split]), place)
    yield Progress(len(splits), len(splits))
    return found


def _told(
    events: Generator[object, None, _Result], place: Progress | None = None
) -> Generator[Progress, None, _Result]:
    """The events as others follow them: always `place`, or how many clips are read."""
    with closing(events):
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                result: _Result = end.value
                return result
            if place is not None:
                yield place
            elif isinstance(event, CacheProgress):
                yield Progress(event.done, event.total)
