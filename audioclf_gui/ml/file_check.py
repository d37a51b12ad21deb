"""Whether the files of labelled clips are there, and are still what they were when they were imported."""

import json
import os
import time
from collections.abc import Generator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from audioclf_gui.core.content import content_hash, write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.dataset import TrainingData, without_clips
from audioclf_gui.ml.equal_sounds import beginning, with_equal_sounds
from audioclf_gui.ml.events import EVENT_EVERY_S, CacheProgress, ClipRefused
from audioclf_gui.ml.silence import with_quiet_level, with_silent_classes

_MOST_NAMED = 5
_FORMAT = 2  # of what is noted; change it when equal sound has another `beginning`

_BRING_BACK = Text("Bring the file back, or let moved sounds be found again.")
_IMPORT_AGAIN = Text("Put the old file back, or import what it holds now as another clip.")

_Stamp = list[int]  # size, times and place of a file, which change when anybody writes to it
_Noted = tuple[str, _Stamp, str]  # content and `beginning` of a file that has this stamp


def check_files(
    data: TrainingData, folder: Path, cache_dir: Path
) -> Generator[CacheProgress | ClipRefused, None, tuple[TrainingData, tuple[ClipRefused, ...]]]:
    """The data without the clips whose files are gone or hold something else by now, and these.

    A file is read only where its size or times are not those that were noted of it in `cache_dir`, in the
    list of the project in `folder`, when it was read last. Examples of equal sound in different files are
    marked as such, and so are classes that are nothing but silence.

    Raises
    ------
    UserError
        If no clip of a class would be left.
    """
    memo = cache_dir / "checked" / f"{blake2b(bytes(folder), digest_size=16).hexdigest()}-{_FORMAT}.json"
    noted = _read(memo)
    contents = {example.path: example.content for example in data.examples}
    checked: dict[str, _Noted] = {}
    beginnings: dict[str, str] = {}
    refused: list[ClipRefused] = []
    reported_at = time.monotonic()
    for done, (path, content) in enumerate(contents.items(), start=1):
        found = _looked_at(path, content, noted.get(str(path)))
        if isinstance(found, ClipRefused):
            refused.append(found)
            yield found
        else:
            checked[str(path)], beginnings[content] = found, found[2]
        if time.monotonic() - reported_at >= EVENT_EVERY_S:
            reported_at = time.monotonic()
            yield CacheProgress(done, len(contents))
    _write(memo, checked)
    left = without_clips(data, {one.path for one in refused})
    _check_classes(data, left, refused)
    return with_quiet_level(with_silent_classes(with_equal_sounds(left, beginnings))), tuple(refused)


def _looked_at(path: Path, content: str, noted: object) -> _Noted | ClipRefused:
    """What is to be noted of a file, which is read unless that is what is `noted`; or why it is not taken."""
    try:
        stamp = _stamp(path)
        match noted:
            case [str(known), list(then), str(start)] if (known, then) == (content, stamp):
                return content, stamp, start
        if content_hash(path) != content:
            return ClipRefused(path, Text("it was changed since it was imported"), _IMPORT_AGAIN)
        return content, stamp, beginning(path)
    except FileNotFoundError:
        return ClipRefused(path, Text("it is not there any more"), _BRING_BACK)
    except OSError as error:
        reason = Text.plain(error.strerror) if error.strerror else Text("the file cannot be opened")
        return ClipRefused(path, reason, _BRING_BACK)


def _check_classes(data: TrainingData, left: TrainingData, refused: Sequence[ClipRefused]) -> None:
    """UserError if a class has gone with the files."""
    lost = [
        name
        for name, before, after in zip(data.classes, data.counts(), left.counts(), strict=True)
        if before and not after
    ]
    if not lost:
        return
    names = joined(one.path.name for one in refused[:_MOST_NAMED])
    raise UserError(
        Text(
            "{n} file is gone or was changed since it was imported, and none is left of: {classes} ({names})",
            "{n} files are gone or were changed since they were imported, and none is left of: {classes}"
            " ({names})",
            n=len(refused),
            classes=joined(lost),
            names=Text("{names} and others", names=names) if len(refused) > _MOST_NAMED else names,
        ),
        remedy=Text("Bring the files back, find moved ones again, or import what they hold now."),
    )


def _stamp(path: Path) -> _Stamp:
    found = os.stat(path)  # noqa: PTH116 - of every clip
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _read(memo: Path) -> Mapping[str, object]:
    try:
        noted = json_value(memo.read_bytes())
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _write(memo: Path, checked: Mapping[str, _Noted]) -> None:
    """Note what was read; where the disk refuses, it is read again next time."""
    try:
        write_atomically(memo, json.dumps(checked).encode())
    except OSError:
        return
