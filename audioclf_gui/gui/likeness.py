"""Finds clips by what they sound like, through the ear that was chosen last."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.tasks import Result
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.cluster_clips import ClipClusters, ClusterClips, cluster_clips
from audioclf_gui.jobs.find_similar import FindSimilar, SimilarSounds, find_similar
from audioclf_gui.jobs.heard_sounds import STATISTICS, USUAL_EAR, Ear, run_ear
from audioclf_gui.jobs.label_next import LabelNext, NextToLabel, label_next
from audioclf_gui.jobs.map_clips import ClipMap, MapClips, map_clips
from audioclf_gui.ml.listeners import LISTENERS

LISTENING = Text("Listening for likeness")
EAR_SETTING = "likeness/ear"


class Likeness(QObject):
    """Asks which clips sound like another one, or are worth most to label, one question at a time."""

    found = Signal(str, object)  # a title and tuple[ClipId, ...], the most similar or useful first
    clustered = Signal(object)  # ClipClusters
    mapped = Signal(object)  # ClipMap

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
        if clip_id is not None:
            request = FindSimilar(clip_id, start_s, stop_s, ear=chosen_ear(self._context))
            self._ask(partial(find_similar, request), partial(self._show_similar, clip_id))

    def find_next(self) -> None:
        """Find which unlabelled clips are worth most to label, unless a search is under way."""
        request = LabelNext(ear=chosen_ear(self._context))
        self._ask(partial(label_next, request), self._show_next)

    def find_clusters(self) -> None:
        """Sort the unlabelled clips into clusters, unless a search is under way."""
        self._ask(partial(cluster_clips, ClusterClips(ear=chosen_ear(self._context))), self._show_clusters)

    def find_map(self) -> None:
        """Lay the clips out in a plane, unless a search is under way."""
        self._ask(partial(map_clips, MapClips(chosen_ear(self._context))), self._show_map)

    def _ask(
        self, job: Callable[..., Generator[object, None, Result]], show: Callable[[Result], None]
    ) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        project = self._context.document.project.view()
        self._context.start(
            partial(job, project, cache_folder()), LISTENING, on_done=show, on_ended=self._end
        )

    def _end(self) -> None:
        self._is_asking = False

    def _show_next(self, found: NextToLabel) -> None:
        self._end()
        self._show_refused(found.refused)
        title = Text(
            "Most useful to label, of {n} clip without a label, through {ear}",
            "Most useful to label, of {n} clips without a label, through {ear}",
            n=found.unlabelled,
            ear=found.heard_by,
        )
        self.found.emit(words(title), found.clip_ids)

    def _show_clusters(self, clusters: ClipClusters) -> None:
        self._end()
        self._show_refused(clusters.refused)
        self.clustered.emit(clusters)

    def _show_map(self, found: ClipMap) -> None:
        self._end()
        self._show_refused(found.refused)
        self.mapped.emit(found)

    def _show_refused(self, files: Sequence[Quarantined]) -> None:
        for refused in files:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))

    def _show_similar(self, clip_id: ClipId, similar: SimilarSounds) -> None:
        self._end()
        self._show_refused(similar.refused)
        name = self._context.document.view.clip(clip_id).name
        title = Text("Sounds like {name}, through {ear}", name=name, ear=similar.heard_by)
        self.found.emit(words(title), (clip_id, *(one.clip_id for one in similar.found)))


def models_of(context: Context) -> dict[int, Path]:
    """The folders of the project's models, by the numbers of their runs."""
    runs = context.document.project.runs
    return {int(run.id): runs.bundle_path(run) for run in runs.with_model}


def chosen_ear(context: Context) -> Ear:
    """Through what sounds are compared: what was chosen, as long as it is there."""
    models = models_of(context)
    chosen = context.session.text(EAR_SETTING, USUAL_EAR)
    offered = {*map(run_ear, models), *LISTENERS, STATISTICS}
    return Ear(chosen if chosen in offered else USUAL_EAR, models)
