"""How long recordings are, told by their headers and only roughly."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

from audioclf_gui.audio.decoder import UNKNOWN_FRAMES, Decoder
from audioclf_gui.core.errors import UnreadableAudioError

_FOLDERS, _FILES = 20, 3  # that are looked into

_Thing = TypeVar("_Thing")


def typical_duration_s(files: Sequence[Path]) -> float:
    """The median length of the files in a folder, of the middle one of the folders; 0 if none can be read.

    So a folder counts as one, however many files it has. Lengths are in seconds as headers claim them, of
    three files at most in each of at most twenty folders, evenly spread.
    """
    by_folder: defaultdict[Path, list[Path]] = defaultdict(list)
    for file in files:
        by_folder[file.parent].append(file)
    lengths = [
        [length for file in _spread(inside, _FILES) if (length := _claimed_s(file)) is not None]
        for inside in _spread(list(by_folder.values()), _FOLDERS)
    ]
    return median([median(known) for known in lengths if known] or [0.0])


def _spread(things: Sequence[_Thing], count: int) -> list[_Thing]:
    """At most `count` of them, from the first on in equal steps."""
    step = max(1.0, len(things) / count)
    return [things[int(place * step)] for place in range(min(len(things), count))]


def _claimed_s(file: Path) -> float | None:
    try:
        with Decoder(file) as decoder:
            rate_hz = decoder.file.samplerate
            return decoder.claimed / rate_hz if rate_hz > 0 and decoder.claimed < UNKNOWN_FRAMES else None
    except (UnreadableAudioError, OSError):
        return None
