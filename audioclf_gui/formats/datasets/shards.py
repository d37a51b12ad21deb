"""Sounds out of shards, tar ones or TFRecord: beside each a JSON file of its name says what is in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below
from audioclf_gui.formats.shards.example import candidate_of

_LOOKED_AT = 20  # files, before it is believed that they come from shards
_MOST_BYTES = 2**24  # of what is said of one sound


def _facts_file(sound: Path) -> Path:
    """The JSON file of a sound; what stands before the first dot is the name that a shard gives both."""
    return sound.with_name(f"{sound.name.partition('.')[0]}.json")


def _are_from_shards(_root: Path, files: Sequence[Path]) -> bool:
    """Whether the first sounds all have JSON beside them that tells of classes, labels or numbers."""
    read = [_candidate(file) for file in files[:_LOOKED_AT]]
    return bool(read) and all(one is not None for one in read) and any(map(_tells, read))


def _tells(one: Candidate | None) -> bool:
    return one is not None and bool(one.class_names or one.regions or one.target is not None)


@layout(
    "shards",
    Text("Shards: JSON beside each sound"),
    _are_from_shards,
    lambda folder: Text(
        "{folder} looks like unpacked shards: JSON files lie beside the sounds", folder=folder
    ),
)
def shards(root: Path, files: Sequence[Path]) -> Listing:
    """Classes, group, fold, number and labels of parts as the JSON of each sound says; others have none.

    Raises
    ------
    UserError
        If no sound has JSON beside it that can be read.
    """
    sounds = [file for file in in_order(files) if parts_below(root, file)]
    told = {file: _candidate(file) for file in sounds}
    read = tuple(_facts_file(file) for file, one in told.items() if one is not None)
    if sounds and not read:
        raise UserError(
            Text("{name} holds no sound with a JSON file of its name", name=root.name),
            remedy=Text("Choose the folder of the shards, or the one that they were unpacked to."),
        )
    bare = [file for file, one in told.items() if one is None]
    return Listing(tuple(one or Candidate(file) for file, one in told.items()), tuple(_notes(bare)), read)


def _candidate(sound: Path) -> Candidate | None:
    """What is said of a sound; None if nothing that can be read."""
    file = _facts_file(sound)
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        return candidate_of(sound, file.read_bytes())
    except (OSError, ValueError):
        return None


def _notes(bare: Sequence[Path]) -> Iterator[Text]:
    if bare:
        yield Text(
            "{n} sound has no JSON file beside it that can be read, so it has no class: {first}",
            "{n} sounds have no JSON file beside them that can be read, so they have no class: {first}",
            n=len(bare),
            first=bare[0].name,
        )
