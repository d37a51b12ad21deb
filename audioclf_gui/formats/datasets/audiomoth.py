"""Memory cards of AudioMoth recorders: names that tell when each recording began, and its settings."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.recording_times import started_by_name
from audioclf_gui.core.text import Text, joined, quoted
from audioclf_gui.formats.datasets.folders import folders, tells_no_class
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below, visible_folders
from audioclf_gui.formats.text import FileText

_SETTINGS = "[cC][oO][nN][fF][iI][gG].[tT][xX][tT]"
_HEAD_BYTES = 4096
_SETTING = re.compile(r"^\s*(?:Device ID|Firmware|Sample rate \(Hz\)|Gain|Sleep duration)\b.*:", re.MULTILINE)
_SERIAL = re.compile(r"([0-9A-F]{16})_", re.IGNORECASE)
_SECONDS = re.compile(r"[0-9A-F]{8}", re.IGNORECASE)
"""Until 2019 the firmware called recordings by the seconds since 1970, in hexadecimal digits."""
_FIRST = datetime(2017, 1, 1, tzinfo=UTC)
"""There was no AudioMoth before: a name like 20240101 tells something else, or the clock was not set."""
_NOON = timedelta(hours=12)


def audiomoth_settings(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The settings that a recorder left on its card, in `root` or in a folder of it, if there are any."""
    for place in (root, *visible_folders(root)):
        for file in in_order(place.glob(_SETTINGS)):
            if len(set(_SETTING.findall(FileText.decode(_head(file)).text))) > 1:
                return file
    return None


def _tell_when(root: Path, files: Sequence[Path]) -> bool:  # noqa: ARG001 - as `Layout.fits`
    """Whether most names tell when a recording began, as those of other recorders do, too."""
    return 2 * sum(_begun(file) is not None for file in files) > len(files)


@layout(
    "audiomoth",
    Text("Recorders such as AudioMoth: nights"),
    audiomoth_settings,
    lambda folder: Text(
        "{folder} looks like the card of an AudioMoth: it holds the recorder's settings", folder=folder
    ),
    tells_classes=False,
    fits=_tell_when,
)
def audiomoth(root: Path, files: Sequence[Path]) -> Listing:
    """No classes; each night of a recorder, from noon to noon, is a group."""
    candidates = []
    for file in in_order(files):
        parts = parts_below(root, file)
        if parts:
            begun = _begun(file)
            serial = _SERIAL.match(file.name)
            recorder = serial[1].upper() if serial else "/".join(parts[:-1])
            night = "" if begun is None else (begun - _NOON).date().isoformat()
            candidates.append(Candidate(file, group=f"{recorder} {night}" if night else ""))
    settings = audiomoth_settings(root)
    notes = (*_notes(candidates, settings), *_folder_notes(root, candidates))
    return Listing(tuple(candidates), notes, tuple(filter(None, [settings])))


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_HEAD_BYTES)
    except OSError:
        return b""


def _begun(file: Path) -> datetime | None:
    if (named := started_by_name(file.name)) is not None:
        return named
    if _SECONDS.fullmatch(file.stem) and (begun := datetime.fromtimestamp(int(file.stem, 16), UTC)) >= _FIRST:
        return begun
    return None


def _notes(candidates: Sequence[Candidate], settings: Path | None) -> Iterator[Text]:
    nights = sorted({one.group for one in candidates} - {""})
    if nights:
        yield Text(
            "names tell when recordings began, and each night from noon to noon is a group: {nights}",
            nights=quoted(nights),
        )
    without = [one.path.name for one in candidates if not one.group]
    if without:
        yield Text(
            "{n} name does not tell when its recording began, so it has no group: {names}",
            "{n} names do not tell when their recordings began, so they have no groups: {names}",
            n=len(without),
            names=joined(without[:3]),
        )
    if settings is not None:
        yield Text("{file} holds the settings of the recorder and is not read", file=settings.name)


def _folder_notes(root: Path, candidates: Sequence[Candidate]) -> Iterator[Text]:
    """Folders that may be classes after all."""
    names = sorted({one.class_name for one in folders(root, [one.path for one in candidates]).candidates})
    likely = [name for name in names if name and not tells_no_class(name)]
    if len(likely) > 1:
        yield Text(
            "{folders} are taken for places; choose folders if they are the classes", folders=quoted(likely)
        )
