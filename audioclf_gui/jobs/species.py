"""What birds are these: the species that BirdNET hears in clips, and the classes that they become."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.spelling import tidied, twin_key
from audioclf_gui.core.text import Text

if TYPE_CHECKING:  # what loads networks comes when one is asked
    from audioclf_gui.ml.listeners.species import HeardSpecies

USUAL_THRESHOLD = 0.25
USUAL_MOST = 5


@dataclass(frozen=True, slots=True)
class NameSpecies:
    """Which clips are to be listened to, and how sure BirdNET has to be."""

    clip_ids: tuple[ClipId, ...]
    threshold: float = USUAL_THRESHOLD  # 0 to 1
    most: int = USUAL_MOST  # species of a clip


@dataclass(frozen=True, slots=True)
class ClipSpecies:
    """The species of a clip, the surest first."""

    clip_id: ClipId
    heard: "tuple[HeardSpecies, ...]"


@dataclass(frozen=True, slots=True)
class SpeciesNamed:
    """What came of it: clips in which a species was heard, and those that cannot be read."""

    clips: tuple[ClipSpecies, ...]
    refused: tuple[Quarantined, ...]


def name_species(
    request: NameSpecies, project: ProjectView
) -> "Generator[Progress | ClipSpecies, None, SpeciesNamed]":
    """Listen to clips one after the other; nothing is written.

    Raises
    ------
    UserError
        If BirdNET is not installed, or the threshold is no score.
    """
    from audioclf_gui.ml.listeners import birdnet
    from audioclf_gui.ml.listeners.species import species_in

    if not 0.0 < request.threshold <= 1.0:
        raise UserError(
            Text("a threshold of {threshold:g} is no score", threshold=request.threshold),
            remedy=Text("Give a number above 0, up to 1."),
        )
    birdnet.network()
    view = project.catalogue
    found: list[ClipSpecies] = []
    refused: list[Quarantined] = []
    yield Progress(0, len(request.clip_ids))
    with closing(MonoReader()) as reader:
        for done, clip in enumerate(map(view.clip, request.clip_ids), start=1):
            try:
                heard = species_in(
                    reader, view.audio_path(clip), clip.duration_s, request.threshold, request.most
                )
            except UnreadableAudioError as error:
                refused.append(Quarantined(error.path, error.reason, error.remedy))
            else:
                if heard:
                    found.append(ClipSpecies(clip.id, heard))
                    yield found[-1]
            yield Progress(done, len(request.clip_ids))
    return SpeciesNamed(tuple(found), tuple(refused))


def classes_by_species(
    clips: Sequence[ClipSpecies], classes: Mapping[str, str]
) -> Mapping[ClipId, tuple[str, ...]]:
    """The classes that clips get, of which it is said for each species, by either name, what it becomes.

    Raises
    ------
    UserError
        If a species was heard in none of the clips.
    """
    wanted = {twin_key(species): name for species, name in classes.items() if tidied(name)}
    heard = {key: one.species for clip in clips for one in clip.heard for key in _keys(one)}
    for species in classes:
        if twin_key(species) not in heard:
            raise _unheard(species, sorted({one.common for one in heard.values()}))
    found = {
        clip.clip_id: tuple(wanted[key] for one in clip.heard for key in _keys(one) if key in wanted)
        for clip in clips
    }
    return {clip_id: names for clip_id, names in found.items() if names}


def _keys(one: "HeardSpecies") -> tuple[str, ...]:
    """Both names of a species, as they are compared."""
    return tuple(dict.fromkeys((twin_key(one.species.scientific), twin_key(one.species.common))))


def _unheard(species: str, heard: Sequence[str]) -> UserError:
    return UserError(
        Text("{species} was heard in none of the clips", species=species),
        remedy=Text("Heard were: {names}.", names=", ".join(heard[:8]))
        if heard
        else Text("No species was heard: lower the threshold."),
    )
