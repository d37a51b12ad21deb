"""Label files that claim the same clip though each is the label file of one recording only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip, ClipId, Quarantined
from audioclf_gui.core.recording_names import common_end, plain, plain_parts
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.exchange import ReadLabels
from audioclf_gui.formats.placing import Pair, is_by_path


@dataclass(frozen=True, slots=True)
class PlacedLabels:
    """A file with the clips that its labels went to."""

    file: ReadLabels
    pairs: tuple[Pair, ...]
    columns: str = ""  # of a table, those that somebody chose, see `formats.chosen_columns`


def once(files: Iterable[Path]) -> tuple[Path, ...]:
    """Each file once, in the order given."""
    return tuple({file.absolute(): file for file in reversed(list(files))}.values())[::-1]


def undisputed(
    found: Sequence[PlacedLabels], view: CatalogueView
) -> tuple[list[PlacedLabels], list[tuple[Quarantined, Clip]]]:
    """Those files whose clips no other one claims by the same name, and the others with what they claim.

    Two recorders write files of equal names: if only one of the recordings is a clip, the label files of
    both find it. The one whose folder tells that it is meant has it; if none does, neither has.
    """
    rivals: defaultdict[tuple[ClipId, str, str], list[PlacedLabels]] = defaultdict(list)
    for one in found:
        if not is_by_path(one.file):
            for clip, _ in one.pairs:
                rivals[clip.id, one.file.format.key, plain(one.file.source.name)].append(one)
    refused: dict[Path, tuple[Quarantined, Clip]] = {}
    for (clip_id, _, _), claims in rivals.items():
        if len(claims) > 1:
            clip = view.clip(clip_id)
            for one in _without_best(claims, view.audio_path(clip).parent):
                refused[one.file.source] = _refused(one, clip, len(claims)), clip
    return [one for one in found if one.file.source not in refused], list(refused.values())


def _without_best(claims: Sequence[PlacedLabels], folder: Path) -> list[PlacedLabels]:
    here = plain_parts(folder)
    ends = [common_end(plain_parts(one.file.source.absolute().parent), here) for one in claims]
    most = max(ends)
    is_told = ends.count(most) == 1
    return [one for one, end in zip(claims, ends, strict=True) if end < most or not is_told]


def _refused(one: PlacedLabels, clip: Clip, claims: int) -> Quarantined:
    return Quarantined(
        one.file.source,
        Text(
            "{n} label file called {name} fits {clip}",
            "{n} label files called {name} fit {clip}",
            n=claims,
            name=one.file.source.name,
            clip=clip.path,
        ),
        Text(
            "Import the recordings of the others too, or choose the clip for the one that is meant. If all"
            " are about it, let only file names count."
        ),
    )
