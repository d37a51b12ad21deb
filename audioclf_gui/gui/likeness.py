"""Finds the sounds of the project that are like one of them, through the ear that was chosen last."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.find_similar import FindSimilar, SimilarSounds, find_similar
from audioclf_gui.jobs.heard_sounds import STATISTICS, USUAL_EAR, Ear, run_ear
from audioclf_gui.ml.listeners import LISTENERS

LISTENING = Text("Listening for likeness")
EAR_SETTING = "likeness/ear"


class Likeness(QObject):
    """Asks for the sounds most like another one, one question at a time."""

    found = Signal(str, object)  # a title and tuple[ClipId, ...], the most similar first

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_asking = False

    def find_like_current(self, start_s: float = 0.0, stop_s: float | None = None) -> None:
        """The same for the document's current clip, if there is one."""
        current = self._context.document.current
        self.find(None if current is None else current.id, start_s, stop_s)

    def find(self, clip_id: ClipId | None, start_s: float = 0.0, stop_s: float | None = None) -> None:
        """Find what is most like a clip or a stretch of it, unless a search is under way."""
        if clip_id is None or self._is_asking:
            return
        self._is_asking = True
        project = self._context.document.project
        request = FindSimilar(clip_id, start_s, stop_s, ear=chosen_ear(self._context))
        self._context.start(
            partial(find_similar, request, project.view(), cache_folder()),
            LISTENING,
            on_done=partial(self._show, clip_id),
            on_ended=self._end,
        )

    def _end(self) -> None:
        self._is_asking = False

    def _show(self, clip_id: ClipId, similar: SimilarSounds) -> None:
        self._end()
        for refused in similar.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        name = self._context.document.view.clip(clip_id).name
        title = Text("Sounds like {name}, through {ear}", name=name, ear=similar.heard_by)
        self.found.emit(words(title), (clip_id, *(one.clip_id for one in similar.found)))


def chosen_ear(context: Context) -> Ear:
    """Through what sounds are compared: what was chosen, as long as it is there."""
    runs = context.document.project.runs
    models = {int(run.id): runs.bundle_path(run) for run in runs.with_model}
    chosen = context.session.text(EAR_SETTING, USUAL_EAR)
    offered = {*map(run_ear, models), *LISTENERS, STATISTICS}
    return Ear(chosen if chosen in offered else USUAL_EAR, models)
