"""Finding the sounds of a project that are most like one of them."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.heard_sounds import Ear, heard_sounds, heard_stretch

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class FindSimilar:
    """A clip or a stretch of it, and how many others are wanted."""

    clip_id: ClipId
    start_s: float = 0.0
    stop_s: float | None = None  # None: its end
    count: int = MOST_SHOWN
    ear: Ear = Ear()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class SimilarSound:
    """A window of another clip, the one of it that is most alike."""

    clip_id: ClipId
    start_s: float
    stop_s: float
    similarity: float  # cosine: 1 for the same sound, about 0 for any other


@dataclass(frozen=True, slots=True)
class SimilarSounds:
    """The most similar first, each clip once, of so many windows that were compared."""

    found: tuple[SimilarSound, ...]
    windows: int
    heard_by: Text
    notes: tuple[Text, ...]  # whose the listener is, and what was guessed of it
    refused: tuple[Quarantined, ...] = ()


def find_similar(
    request: FindSimilar, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, SimilarSounds]:
    """Compare a sound with every window of all other clips.

    The project's sounds are heard when this is asked for the first time; later only new ones are.

    Raises
    ------
    UserError
        If there is no such stretch, it cannot be read, or there is nothing to hear it through.
    """
    from audioclf_gui.ml.embedding_index import nearest

    view = project.catalogue
    clip = view.clip(request.clip_id)
    stop_s = clip.duration_s if request.stop_s is None else min(request.stop_s, clip.duration_s)
    if not 0.0 <= request.start_s < stop_s:
        raise UserError(
            Text("{name} has no sound there", name=clip.name),
            remedy=Text("Choose a stretch within its {duration_s:.2f} s.", duration_s=clip.duration_s),
        )
    heard = yield from heard_sounds(request.ear, project, cache_dir)
    wanted = yield from heard_stretch(heard, view, clip, request.start_s, stop_s, cache_dir)
    owners = heard.owners[heard.index.sounds]
    owners[owners == heard.clips.index(clip)] = -1
    similarities = heard.index.similarities(wanted)
    found = []
    for window in nearest(similarities, owners, request.count).tolist():
        other, start_s = heard.clips[owners[window]], float(heard.index.starts_s[window])
        stop_s = min(start_s + heard.hearing.front_end.window_s, other.duration_s)
        found.append(SimilarSound(other.id, start_s, stop_s, float(similarities[window])))
    hearing = heard.hearing
    return SimilarSounds(tuple(found), heard.windows, hearing.name, hearing.notes, heard.refused)
