"""The one rule by which names of recordings are compared: those that files tell, and those that are there.

Names agree in composed accents (NFC) and without regard to case, from their last part on. The ending of a
recording may differ or lack, since tables often name the WAV of what is an MP3 by now; any other ending
belongs to the name: `rec.2024-05-01` is not `rec`.
"""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from audioclf_gui.core.spelling import composed

_Known = TypeVar("_Known")

# fmt: off
RECORDING_SUFFIXES = frozenset((
    ".wav", ".wave", ".bwf", ".rf64", ".w64", ".aif", ".aiff", ".aifc", ".afc", ".au", ".snd", ".flac",
    ".ogg", ".oga", ".opus", ".mp3", ".mp2", ".caf", ".voc", ".nist", ".sph", ".sf", ".ircam", ".paf", ".svx",
    ".8svx", ".avr", ".wve",
    ".aac", ".m4a", ".mp4", ".wma", ".ape", ".wv", ".dsf", ".dff", ".spx", ".wac", ".webm", ".mka", ".mpc",
    ".tta", ".amr", ".ra", ".raw", ".pcm",
))
"""What the name of a recording can end in, lower case: the kinds that can be decoded, then others."""

LABEL_SUFFIXES = (
    ".txt", ".csv", ".tsv", ".textgrid", ".rttm", ".svl", ".eaf", ".json", ".jams", ".xml", ".lab", ".seg",
    ".srt", ".vtt", ".ctm", ".segments",
)
"""What the name of a label file can end in, lower case."""
# fmt: on

_ADDED = re.compile(
    r"(?:\.table\.?\d*|\.selections?|\.selection\.table|\.birdnet|\.results(?:\.r|\.kaleidoscope)?"
    r"|\.raven|\.audacity|[._ -]labels?|[._ -]annotations?|\.regions|\.segments)$",
    re.IGNORECASE,
)
"""What programs put between the name of a recording and the ending of its label file."""

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_SERVED = re.compile(r"/local-files/\?d=([^&]+)")  # how Label Studio calls files on the disk of its server
_UPLOADED = re.compile(r"[0-9a-f]{8}-(?=.)")  # what Label Studio puts before the name of an uploaded file
_WITH_FRACTION = re.compile(r"(\d+)[.,]00?", re.ASCII)  # three zeros may be thousands
_WORD = re.compile(r"[^\W\d_]{3,}")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)")
_COMMON_WORDS = frozenset(
    [
        "audio",
        "audiomoth",
        "channel",
        "clip",
        "day",
        "deployment",
        "dictaphone",
        "evening",
        "field",
        "file",
        "input",
        "left",
        "memo",
        "mic",
        "microphone",
        "minstart",
        "mono",
        "morning",
        "new",
        "night",
        "olympus",
        "output",
        "part",
        "rec",
        "record",
        "recorder",
        "recording",
        "recordings",
        "right",
        "sample",
        "segment",
        "session",
        "site",
        "sound",
        "sounds",
        "soundscape",
        "station",
        "stereo",
        "take",
        "tascam",
        "test",
        "track",
        "untitled",
        "voice",
        "wav",
        "zoom",
    ]
)
_TELLING_LETTERS = 6
_COUNTER = re.compile(r"\d+|^[A-Ha-h]$|(?<=[^A-Za-z])[A-Za-z]$|(?<=[a-z])[A-Z]$")
"""A number or a last letter; a letter alone only if a short series has it: r and d are rain and dog."""


@dataclass(frozen=True, slots=True)
class RecordingName:
    """A recording as somebody calls it, in whatever system's way.

    Attributes
    ----------
    parts : tuple of str
        Folders and the name, as written, without root, `.` and `..`; at least the name.
    climbs : int
        How many folders up a relative path starts.
    absolute : bool
        Whether it says where on some machine the recording lies.
    """

    parts: tuple[str, ...]
    climbs: int = 0
    absolute: bool = False

    @property
    def folders(self) -> tuple[str, ...]:
        """The named folders in the form in which they are compared."""
        return tuple(map(plain, self.parts[:-1]))

    @property
    def name(self) -> str:
        """The last part, as written."""
        return self.parts[-1]

    @property
    def key(self) -> str:
        """The last part in the form in which it is compared: without the ending of a recording."""
        return name_key(self.name)

    @property
    def suffix(self) -> str:
        """The ending of a recording that is named, lower case; empty if none is."""
        return split_name(self.name)[1]

    @property
    def folder_here(self) -> Path:
        """Where an absolute path would lead on this machine."""
        first, *rest = (*self.parts[:-1], "")
        return Path(first + os.sep if first.endswith(":") else os.sep + first, *rest)

    @property
    def is_path(self) -> bool:
        """Whether it says more than a bare name."""
        return self.absolute or self.climbs > 0 or len(self.parts) > 1


def recording_name(text: str) -> RecordingName | None:
    """What a cell or line of a file names: a bare name, a path of any system, or a URL; None if nothing."""
    text = text.strip()
    if served := _SERVED.search(text):
        path, absolute = unquote(served[1]), True
    elif _URL.match(text):
        path, absolute = _path_of_url(text), True
    else:
        path = text
        absolute = path.startswith(("/", "\\", "~")) or _DRIVE.match(path) is not None
    parts: list[str] = []
    climbs = 0
    for part in path.replace("\\", "/").split("/"):
        if part == "..":
            if parts:
                parts.pop()
            else:
                climbs += 1
        elif part.strip() not in {"", ".", "~"}:
            parts.append(part)
    return RecordingName(tuple(parts), 0 if absolute else climbs, absolute) if parts else None


def _path_of_url(url: str) -> str:
    if url[:5].lower() == "file:":
        return unquote(re.sub(r"^/*localhost(?=/)", "", url[5:]))
    try:
        split = urlsplit(url)
    except ValueError:  # a bracket that is no address
        return url
    return f"{split.netloc}/{unquote(split.path)}"


def names_meant(text: str) -> tuple[RecordingName, ...]:
    """What a text names, and what that was called before a program changed it.

    Label Studio puts letters before the names of what is uploaded; spreadsheets write `7.0` for the
    recording 7.
    """
    called = recording_name(text)
    if called is None:
        return ()
    stem, suffix = split_name(called.name)
    if whole := _WITH_FRACTION.fullmatch(stem):
        return called, replace(called, parts=(*called.parts[:-1], whole[1] + suffix))
    own = _UPLOADED.sub("", called.name, count=1) if _UPLOADED.match(called.name) else ""
    return (called, RecordingName((own,))) if own else (called,)


def own_names(label_file: str) -> tuple[RecordingName, ...]:
    """The recordings that a label file can be called after, those first of which it keeps most.

    Only endings that label files are known to have are taken off: `night.Table.1.selections.txt` may
    belong to `night`, and neither `night_2.txt` nor `night 3.txt` does.
    """
    rest = next((label_file[: -len(end)] for end in LABEL_SUFFIXES if plain(label_file).endswith(end)), None)
    names = [label_file if rest is None else rest]
    while match := _ADDED.search(names[-1]):
        names.append(names[-1][: match.start()])
    return tuple(RecordingName((name,)) for name in names if name)


def bare_name(label_file: str) -> str:
    """What a label file is called without all that programs add to the name of the recording.

    Examples
    --------
    >>> [bare_name(name) for name in ("night.Table.1.selections.txt", "night.txt", ".txt")]
    ['night', 'night', '.txt']
    """
    names = own_names(label_file)
    return names[-1].name if names else label_file


def joint_name(name: str, path: str) -> str:
    """What a table means that has a recording's name in one column and its path, or folder, in another."""
    called, place = recording_name(name), recording_name(path)
    if called is None or place is None:
        return name if place is None else path
    if called.is_path:
        return name
    if place.key == called.key:
        return path
    return name if place.suffix else f"{path.rstrip('/' + chr(92))}/{name}"


def plain(part: str) -> str:
    """A part of a path in the form in which it is compared."""
    return composed(part).casefold()


def plain_parts(path: PurePath) -> tuple[str, ...]:
    """All parts of a path below its root in the form in which they are compared."""
    return tuple(map(plain, path.parts[1:] if path.anchor else path.parts))


def split_name(name: str) -> tuple[str, str]:
    """A name and the ending of a recording that it has, lower case; the ending is empty if it has none."""
    stem, dot, ending = name.rpartition(".")
    suffix = f".{ending.lower()}"
    return (stem, suffix) if stem and dot and suffix in RECORDING_SUFFIXES else (name, "")


def name_key(name: str) -> str:
    """What names of one recording have in common."""
    return plain(split_name(name)[0])


def is_recording(name: str) -> bool:
    """Whether a file's name says that it is sound."""
    return bool(split_name(name)[1])


def common_end(first: Sequence[str], second: Sequence[str]) -> int:
    """How many parts agree from the end on."""
    count = 0
    for one, other in zip(reversed(first), reversed(second), strict=False):
        if one != other:
            break
        count += 1
    return count


def common_start(first: Sequence[str], second: Sequence[str]) -> int:
    """How many parts agree from the start on."""
    return common_end(first[::-1], second[::-1])


def best(known: Sequence[_Known], merits: Callable[[_Known], tuple[int, ...]]) -> list[_Known]:
    """Those that no other one beats: is as good in every merit and better in one.

    More than one is left where merits contradict each other, or do not tell them apart.
    """
    weighed = [(one, merits(one)) for one in known]
    vectors = {vector for _, vector in weighed}
    beaten = {
        vector
        for vector in vectors
        for other in vectors
        if other != vector and all(more >= less for more, less in zip(other, vector, strict=True))
    }
    return [one for one, vector in weighed if vector not in beaten]


def tells_one(name: str) -> bool:
    """Whether a name is so much its own that another recording hardly has it, too.

    Names that a clock or a counter gave (`20240101_050000`, `REC0012`), and those of common words, are found
    in many folders; `Phaethornis-squalidus-555876` is not.
    """
    stem = split_name(name)[0]
    words = [word for word in _WORD.findall(stem) if plain(word) not in _COMMON_WORDS]
    return not _DATE.search(stem) and sum(map(len, words)) >= _TELLING_LETTERS


def spelled_alike(wanted: str, known: str) -> bool:
    """Whether two names agree also in case, but for the ending of a recording."""
    first, second = (composed(split_name(name)[0]) for name in (wanted, known))
    return first == second


def are_counted(first: str, second: str) -> bool:
    """Whether two different folder names differ in a number or a last letter only, as `siteA` and `siteB`."""
    one, other = (_COUNTER.sub("#", name) for name in (first, second))
    return plain(first) != plain(second) and "#" in one and plain(one) == plain(other)


def told_apart(names: Sequence[RecordingName]) -> list[Path]:
    """For each name a relative path with as few of its folders as tell it from the others."""
    alike: defaultdict[str, list[RecordingName]] = defaultdict(list)
    for name in names:
        alike[name.key].append(name)
    return [Path(*_folders_apart(name, alike[name.key]), name.name) for name in names]


def _folders_apart(name: RecordingName, alike: Sequence[RecordingName]) -> tuple[str, ...]:
    ends = [common_end(other.folders, name.folders) for other in alike if other.folders != name.folders]
    depth = min(max(ends) + 1, len(name.folders)) if ends else 0
    written = name.parts[-1 - depth : -1]
    return tuple(folder for folder in written if not folder.endswith(":"))
