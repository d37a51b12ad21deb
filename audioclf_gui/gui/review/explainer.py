"""Shows and plays what a model makes of a clip."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.review.queue import Entry
from audioclf_gui.gui.translate import words

if TYPE_CHECKING:  # with all that models need, which a window that is just shown does not
    from audioclf_gui.ml.occlusion import Occlusion

_KEPT = 50  # clips whose answer is remembered


class Explainer(QObject):
    """Asks the model that suggested something for a clip, or else the newest one; one clip at a time.

    Attributes
    ----------
    shown : ClipId or None
        The clip over whose picture is drawn what speaks for its class.
    """

    changed = Signal()  # another clip is `shown`
    heard = Signal(object, object, float)  # ClipId, a file with what the model hears of it, from which second

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = QTemporaryDir()
        self._found: dict[Entry, Occlusion] = {}
        self._asked: Entry | None = None
        self.shown: ClipId | None = None

    def show(self, entry: Entry) -> None:
        """Draw over the picture what speaks for the proposed class; a second time, take that away."""
        if self.shown == entry.clip_id:
            self._show(None)
        elif entry in self._found:
            self._show(entry.clip_id)
        else:
            self._ask(entry, Text("Looking for what speaks for the class"), self._show)

    def hear(self, entry: Entry) -> None:
        """Let be heard what the model hears."""
        if entry in self._found:
            self._hear(entry.clip_id)
        else:
            self._ask(entry, Text("Listening as the model does"), self._hear)

    def evidence(self, clip_id: ClipId) -> "Occlusion | None":
        """What is to be drawn over the picture of a clip."""
        if clip_id != self.shown:
            return None
        return next((one for entry, one in self._found.items() if entry.clip_id == clip_id), None)

    def _ask(self, entry: Entry, title: Text, then: Callable[[ClipId], None]) -> None:
        from audioclf_gui.jobs.explain import Explain, explain

        run = self._run(entry)
        if run is None:
            self._context.status(self.tr("Train a model first: none is there to be asked."))
            return
        if self._asked is not None:
            self._context.status(self.tr("The model is being asked about another clip."))
            return
        self._asked = entry
        project = self._context.document.project
        view = project.catalogue.view
        names = {one.id: one.name for one in view.classes}
        name = names.get(entry.proposed[0], "") if entry.proposed else ""
        request = Explain(
            project.runs.bundle_path(run), view.audio_path(view.clip(entry.clip_id)), name, self._file(entry)
        )
        self._context.start(
            partial(explain, request, view),
            title,
            on_done=partial(self._take, entry, run, then),
            on_ended=self._end,
        )

    def _run(self, entry: Entry) -> Run | None:
        """Whose model suggested something for the clip, if that is still there; else the newest one."""
        runs = self._context.document.project.runs.with_model
        suggestion = self._context.document.view.suggestion(entry.clip_id)
        own = [run for run in runs if suggestion is not None and run.id == suggestion.run_id]
        return next(reversed(own or runs), None)

    def _take(self, entry: Entry, run: Run, then: Callable[[ClipId], None], found: "Occlusion") -> None:
        if len(self._found) >= _KEPT:
            self._found.pop(next(iter(self._found)))
        self._found[entry] = found
        told = Text(
            "Run {run} says {name} {score:.2f} from {start:.1f} s to {end:.1f} s",
            run=run.id,
            name=found.class_name,
            score=found.score,
            start=float(found.edges_s[0]),
            end=float(found.edges_s[-1]),
        )
        self._context.status(words(told))
        then(entry.clip_id)

    def _end(self) -> None:
        self._asked = None

    def _show(self, clip_id: ClipId | None) -> None:
        self.shown = clip_id
        self.changed.emit()

    def _hear(self, clip_id: ClipId) -> None:
        entry = next(one for one in self._found if one.clip_id == clip_id)
        self.heard.emit(clip_id, self._file(entry), float(self._found[entry].edges_s[0]))

    def _file(self, entry: Entry) -> Path:
        return Path(self._folder.path()) / f"{entry.clip_id}.wav"
