"""Names of folders that say how recordings are kept, and neither what is in them nor where they were made."""

import re

from audioclf_gui.core.recording_names import RECORDING_SUFFIXES

# fmt: off
_WORDS = frozenset((
    "audio", "audios", "sound", "sounds", "wave", "waves", "wavs", "flacs", "data", "dataset", "datasets",
    "file", "files", "clip", "clips", "recording", "recordings", "record", "records", "sample", "samples",
    "segment", "segments", "chunk", "chunks", "snippet", "snippets", "original", "originals", "processed",
    "converted", "resampled", "normalized", "normalised", "mono", "stereo", "input", "output", "export",
    "exports", "exported", "upload", "uploads", "download", "downloads", "media", "archive", "backup",
    "temp", "tmp", "unsorted", "unlabeled", "unlabelled",
))
# fmt: on
_ENDINGS = frozenset(suffix[1:] for suffix in RECORDING_SUFFIXES)
_RATE = re.compile(
    r"(?:8000|11025|16000|22050|24000|32000|44100|48000|96000)(?:hz)?|\d{1,3}(?:\.\d)?(?:khz|k|kbps|bit)"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
_BETWEEN = re.compile(r"[\s_-]+")


def is_storage_folder(name: str) -> bool:
    """Whether a folder's name says no more than how its files are kept.

    Examples
    --------
    >>> [is_storage_folder(name) for name in ("mp3", "Audio_Files 2", "44100", "wav 16kHz", "dog", "2")]
    [True, True, True, True, False, False]
    """
    words = _BETWEEN.split(_HUMP.sub(" ", name).lower())
    return any(map(_is_of_storage, words)) and all(word.isdecimal() or _is_of_storage(word) for word in words)


def _is_of_storage(word: str) -> bool:
    is_rate = _RATE.fullmatch(word) is not None
    return is_rate or word in _ENDINGS or word.rstrip("0123456789") in _WORDS
