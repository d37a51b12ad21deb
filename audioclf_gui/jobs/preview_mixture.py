"""One mixture of a set that is not made yet, to listen to before."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.files import read_mono, write_flac, write_wav
from audioclf_gui.audio.mixing import rendered
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import content_hash, part_of, put_where_wanted, write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.label import Region
from audioclf_gui.core.mixture_plan import planned
from audioclf_gui.core.mixtures import Placement
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN
from audioclf_gui.formats.exchange import format_called
from audioclf_gui.jobs.make_mixtures import MakeMixtures
from audioclf_gui.jobs.mixture_records import label_track, record_of, regions_of
from audioclf_gui.jobs.mixture_sources import gathered_sounds


@dataclass(frozen=True, slots=True)
class PreviewMixture:
    """Which mixture of a set, and where it is to be written; the ending of its name decides on the format."""

    mixtures: MakeMixtures
    file: Path
    number: int = 1  # in the first subset of which mixtures are wanted


@dataclass(frozen=True, slots=True)
class MixturePreviewed:
    """A mixture that was written."""

    file: Path
    content: str  # hash of the file
    duration_s: float
    rate_hz: int
    placement: Placement
    regions: tuple[Region, ...]  # the events that sound
    kept: tuple[Path, ...]  # where files are that were in the places before
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...]


def preview_mixture(request: PreviewMixture) -> Generator[Progress, None, MixturePreviewed]:
    """Write one mixture, and a label track beside it, as `make_mixtures` would make it.

    Raises
    ------
    UserError
        As there, and if a recording cannot be read, or the name ends in neither .wav nor .flac.
    """
    writes = {f".{SoundFormat.WAV}": write_wav, f".{SoundFormat.FLAC}": write_flac}
    write = writes.get(request.file.suffix.lower())
    if write is None:
        raise UserError(
            Text("{name} ends in neither .wav nor .flac", name=request.file.name),
            remedy=Text("Choose one of these endings."),
        )
    wanted = request.mixtures
    sounds = yield from gathered_sounds(wanted.settings, wanted.sounds, wanted.background)
    plan = planned(sounds.settings, next(iter(sounds.supplies.values())), request.number)
    made = rendered(plan, read_mono)
    try:
        with part_of(request.file) as part:
            write(part, made.samples, plan.rate_hz)
            content = content_hash(part)
            places = [put_where_wanted(part, request.file)]
        record = record_of(plan, made, request.file.name, content)
        regions = regions_of(record, MAIN)
        places.append(write_where_wanted(label_track(request.file), format_called("audacity").write(regions)))
    except OSError as error:
        raise cannot_write(request.file, error) from error
    kept = tuple(place for place in places if place is not None)
    known = (plan.length_s, plan.rate_hz, plan.placement, tuple(regions), kept)
    return MixturePreviewed(request.file, content, *known, sounds.notes, sounds.refused)
