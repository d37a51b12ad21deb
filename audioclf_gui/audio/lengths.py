"""How long recordings are, told by their headers and only roughly."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from audioclf_gui.audio.decoder import UNKNOWN_FRAMES, Decoder
from audioclf_gui.core.errors import UnreadableAudioError

_SAMPLED = 25


def typical_duration_s(files: Sequence[Path]) -> float:
    """The median length of some of the files, in seconds, as their headers claim; 0 if none can be read.

    At most 25 files, evenly spread, are opened.
    """
    step = max(1, len(files) / _SAMPLED)
    chosen = [files[int(place * step)] for place in range(min(len(files), _SAMPLED))]
    return median([length for file in chosen if (length := _claimed_s(file)) is not None] or [0.0])


def _claimed_s(file: Path) -> float | None:
    try:
        with Decoder(file) as decoder:
            rate_hz = decoder.file.samplerate
            return decoder.claimed / rate_hz if rate_hz > 0 and decoder.claimed < UNKNOWN_FRAMES else None
    except (UnreadableAudioError, OSError):
        return None
