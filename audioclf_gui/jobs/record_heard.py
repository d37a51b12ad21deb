"""Recording what a model hears in use, and what it suggests, beside the model in its project."""

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.heard import Kind, WindowRecord, add_records, project_of, records_folder
from audioclf_gui.core.run import Suggestion
from audioclf_gui.core.suggested import add_suggested, read_suggested, suggested_file
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView, stored_path

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.inference import FilePrediction
    from audioclf_gui.ml.live import LiveEvent, LiveScores
    from audioclf_gui.ml.objectives import Objective
    from audioclf_gui.ml.window_scores import WindowScores

    Heard = Sequence[WindowScores] | Sequence[LiveScores]  # of a minute at most, the first with its measures

_MOST_FILES = 1000  # of one prediction; of more every second, every third, …
_MOST_WINDOWS = 2000  # of one prediction


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """The disk refuses the records; what is heard is answered all the same."""

    text: Text


def recorded(
    events: "Generator[LiveEvent, None, None]", recorder: "Recorder", objective: "Objective"
) -> "Generator[LiveEvent | NotRecorded, None, None]":
    """The same events, after each of which what was heard is recorded."""
    from audioclf_gui.ml.live import LiveScores

    try:
        with closing(events):
            for event in events:
                yield event
                if isinstance(event, LiveScores):
                    yield from recorder.hear(event, objective)
    finally:
        recorder.end(objective)  # nobody listens any more whom a full disk could be told


class Recorder:
    """Keeps records of one prediction, or of one sitting; none of a model that is in no project.

    Parameters
    ----------
    bundle : Path
        The model's folder.
    kind
        What is done with it.
    sources : sequence of Path
        The files that are heard; none for a microphone.
    """

    def __init__(self, bundle: Path, kind: Kind, sources: Sequence[Path] = ()) -> None:
        self._folder = records_folder(bundle)
        self._project = project_of(bundle)
        self._kind: Kind = kind
        self._session = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{os.getpid()}"
        stride = -(-len(sources) // _MOST_FILES) or 1
        self._chosen = frozenset(sources[::stride])
        self._live_source = next(iter(sources), None)
        self._minute: list[LiveScores] = []  # the newest, from the window on that is measured
        self._most = max(1, _MOST_WINDOWS // max(1, len(self._chosen)))

    def hear_file(self, prediction: "FilePrediction") -> Sequence[NotRecorded]:
        """Record a file; an event if that is not possible."""
        if self._folder is None or prediction.path not in self._chosen:
            return ()
        minutes: list[list[WindowScores]] = []
        for window in prediction.windows:
            if window.measured is not None:
                minutes.append([])
            if minutes and not window.is_silent:
                minutes[-1].append(window)
        stride = -(-len(minutes) // self._most) or 1
        return self._add(minutes[::stride], prediction.objective, prediction.path)

    def hear(self, answer: "LiveScores", objective: "Objective") -> Sequence[NotRecorded]:
        """Record live sound a minute at a time, the last one by `end`; an event if that is not possible."""
        told: Sequence[NotRecorded] = ()
        if answer.measured is not None:
            told = self.end(objective)
            self._minute = [answer]
        elif self._minute and answer.state is None:
            self._minute.append(answer)
        return told

    def end(self, objective: "Objective") -> Sequence[NotRecorded]:
        """Record what was heard of the last minute."""
        minute, self._minute = self._minute, []
        return self._add([minute], objective, self._live_source)

    def _add(
        self, minutes: "Iterable[Heard]", objective: "Objective", source: Path | None
    ) -> Sequence[NotRecorded]:
        if self._folder is None or self._project is None:
            return ()
        at = datetime.now(UTC)
        name = "" if source is None else stored_path(source, self._project)
        records = [self._record(at, one, objective, name) for one in minutes if one]
        try:
            add_records(self._folder, records)
        except OSError as error:
            told = cannot_write(self._folder, error).message
            self._folder = None
            text = Text("{problem}. What is heard is not recorded for `monitor`.", problem=told)
            return (NotRecorded(text),)
        return ()

    def _record(self, at: datetime, minute: "Heard", objective: "Objective", source: str) -> WindowRecord:
        from audioclf_gui.ml.confidence import confidence

        first = minute[0]
        assert first.measured is not None
        sure = confidence(objective, np.mean([one.scores for one in minute], axis=0))
        level_dbfs, clipped_percent, *bands_db = first.measured.profile.tolist()
        return WindowRecord(
            at,
            self._session,
            self._kind,
            source,
            first.start_s,
            level_dbfs,
            clipped_percent,
            tuple(bands_db),
            None if sure is None else sure.top_score,
            None if sure is None else sure.entropy,
            tuple(first.measured.embedding.tolist()),
        )


class SuggestionKeeper:
    """Keeps what is suggested for clips without labels, for when people answer; not of a model of no project.

    Attributes
    ----------
    refusals : list of Text
        That the disk refused it, if so.
    """

    def __init__(self, bundle: Path, view: CatalogueView) -> None:
        self._file = suggested_file(bundle)
        self.refusals: list[Text] = []
        self._wanted = {clip.id for clip in view.clips if not view.labels(clip.id)}
        try:
            self._wanted -= set() if self._file is None else read_suggested(self._file).keys()
        except OSError as error:
            self._refuse(error)

    def keep(self, suggestions: Sequence[Suggestion]) -> None:
        """Keep those of them that are for clips without labels, and the first for each."""
        wanted = [one for one in suggestions if one.clip_id in self._wanted]
        if self._file is None or not wanted:
            return
        try:
            add_suggested(self._file, wanted)
        except OSError as error:
            self._refuse(error)

    def _refuse(self, error: OSError) -> None:
        assert self._file is not None
        told = cannot_write(self._file, error).message
        self.refusals.append(
            Text("{problem}. What people correct will not be known to `monitor`.", problem=told)
        )
        self._file = None
