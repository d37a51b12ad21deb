"""What is said of damaged project files and of files that are none."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import FREE_DISK, UserError
from audioclf_gui.core.store.mending import Mended
from audioclf_gui.core.store.snapshots import taken_at
from audioclf_gui.core.text import Text, listed

_CHOOSE = Text("Choose a project folder, or a file ending in .audioclf that this program made.")
_KINDS: Mapping[bytes, Text] = {
    b"\xff\xd8\xff": Text("it is a picture (JPEG)"),
    b"\x89PNG": Text("it is a picture (PNG)"),
    b"RIFF": Text("it is a sound (WAV)"),
    b"fLaC": Text("it is a sound (FLAC)"),
    b"OggS": Text("it is a sound (Ogg)"),
    b"ID3": Text("it is a sound (MP3)"),
    b"PK\x03\x04": Text("it is an archive (ZIP)"),
    b"%PDF": Text("it is a document (PDF)"),
}
_SAMPLE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Losses:
    """What is known to be lost besides rows."""

    edits: int  # at least so many changes at the end of the write-ahead log
    sums: bool  # whether the file had check sums that cannot be read


def what_it_is(content: bytes) -> Text | None:
    """What a file is that is no project; None if that cannot be told."""
    for start, kind in _KINDS.items():
        if content.startswith(start):
            return kind
    sample = content[:_SAMPLE_BYTES]
    letters = sample.decode("utf-8", errors="ignore").encode()  # the sample may end within a letter
    is_text = sample and b"\0" not in sample and len(sample) - len(letters) < 4
    return Text("it is a text") if is_text else None


def not_a_project(name: str, why: Text) -> UserError:
    """A file of another program."""
    return UserError(Text("{name} is not an audioclf project: {why}", name=name, why=why), remedy=_CHOOSE)


def beyond_help(name: str, content: bytes) -> UserError:
    """A file without anything in it that could be restored, and without a snapshot."""
    why = what_it_is(content)
    if why is not None:
        return not_a_project(name, why)
    remedy = Text("Put back a copy from a backup; the file was left as it is.")
    if not content:
        return UserError(
            Text("{name} is empty (0 bytes), and there is no usable snapshot of it", name=name), remedy=remedy
        )
    return UserError(
        Text("{name} is damaged beyond reading, and there is no usable snapshot of it", name=name),
        remedy=remedy,
    )


def damaged_but_kept(name: str) -> UserError:
    """A damaged project where nothing can be mended."""
    return UserError(
        Text("{name} is damaged, and where it lies it may only be read", name=name),
        remedy=Text(
            "Copy the project to a folder that you may write to and open it there to have it mended."
        ),
    )


def protected(name: str) -> Text:
    """A project in a folder or on a disk that may not be written."""
    return Text("{name} may only be read where it lies: nothing can be changed.", name=name)


def full_disk(name: str) -> Text:
    """A project beside which there is no room."""
    return Text(
        "The disk of {name} is full, so nothing can be changed: free some space, then open it again.",
        name=name,
    )


def could_not_be_written(name: str, reason: Text) -> UserError:
    """A disk that refuses what could be restored."""
    return UserError(
        Text(
            "{name} is damaged, and what can be restored of it could not be written: {reason};"
            " the file was left as it is",
            name=name,
            reason=reason,
        ),
        remedy=FREE_DISK,
    )


def restored_by_seal(name: str, aside: str, pages: int, lost_edits: int) -> tuple[Text, ...]:
    """All pages of a file were restored from its own check sums."""
    places = Text(
        "{n} damaged place was found and restored.", "{n} damaged places were found and restored.", n=pages
    )
    return _put_aside(name, aside, Text("its own check sums")), places, _last_changes(lost_edits)


def restored(
    name: str, aside: str, mended: Mended, snapshot: Path | None, salvaged: int, lost: Losses
) -> tuple[Text, ...]:
    """What a file was restored from, how much that is, and what is missing."""
    source = Text("{n} entry that could still be read", "{n} entries that could still be read", n=salvaged)
    if snapshot is not None:
        moment = f"{taken_at(snapshot):%Y-%m-%d %H:%M}"
        copy = Text("the snapshot {name} of {moment}", name=snapshot.name, moment=moment)
        source = Text("{snapshot} and {entries}", snapshot=copy, entries=source) if salvaged else copy
    now = Text("It has {what} now.", what=_counted(mended.counts))
    return _put_aside(name, aside, source), now, *_missing(mended, lost)


def log_damaged(name: str, aside: str, lost_edits: int) -> tuple[Text, ...]:
    """The end of the write-ahead log cannot be read."""
    return (
        Text("The end of {name} was damaged. As it was it is kept as {aside}.", name=name, aside=aside),
        _last_changes(lost_edits),
    )


def log_foreign(name: str, aside: str) -> tuple[Text, ...]:
    """The write-ahead log does not go with the file."""
    return (
        Text(
            "The unfinished changes beside {name} are of another file. They were left out and are kept,"
            " with a copy of it, as {aside}.",
            name=name,
            aside=aside,
        ),
    )


def _last_changes(lost: int) -> Text:
    if not lost:
        return Text("Nothing is missing.")
    return Text(
        "At least {n} of the last changes is missing: it was not written in full.",
        "At least {n} of the last changes are missing: they were not written in full.",
        n=lost,
    )


def _put_aside(name: str, aside: str, source: Text) -> Text:
    return Text(
        "{name} was damaged. It was put aside as {aside}, and the project restored from {source}.",
        name=name,
        aside=aside,
        source=source,
    )


def _missing(mended: Mended, lost: Losses) -> Iterator[Text]:
    told = {table: count for table, count in mended.missing.items() if count is not None}
    unknown = [table for table, count in mended.missing.items() if count is None]
    if told:
        yield Text("Missing: {what}.", what=_counted(told))
    if unknown:
        yield _unknown(unknown, has_base=mended.has_base)
    if mended.older:
        yield Text(
            "As the snapshot had them, where they could not be read: {what}.", what=_named(mended.older)
        )
    if lost.edits or not (mended.missing or mended.older):
        yield _last_changes(lost.edits)
    if mended.may_be_back:
        yield Text("Labels that had been deleted or changed may be back: please look through them.")
    if lost.sums:
        yield Text("Its check sums were damaged, too, so single letters may be wrong without a sign of it.")


def _unknown(tables: Collection[str], *, has_base: bool) -> Text:
    is_all = len(tables) == len(_NAMES)
    if has_base:
        if is_all:
            return Text("What was changed after the snapshot was taken may be missing.")
        return Text(
            "Of these, what was changed after the snapshot may be missing: {what}.", what=_named(tables)
        )
    if is_all:
        return Text("Nobody can tell how much is missing.")
    return Text("Nobody can tell how much is missing of: {what}.", what=_named(tables))


def _counted(counts: Mapping[str, int]) -> Text:
    several = {
        "clips": Text("{n} clip", "{n} clips", n=counts.get("clips", 0)),
        "labels": Text("{n} label", "{n} labels", n=counts.get("labels", 0)),
        "classes": Text("{n} class", "{n} classes", n=counts.get("classes", 0)),
    }
    others = {
        table: Text("{n} of {what}", n=count, what=_NAMES[table])
        for table, count in counts.items()
        if table not in several
    }
    return listed([(several | others)[table] for table in counts], ", ")


def _named(tables: Iterable[str]) -> Text:
    return listed([_NAMES[table] for table in tables], ", ")


_NAMES: Mapping[str, Text] = {
    "clips": Text("clips"),
    "labels": Text("labels"),
    "classes": Text("classes"),
    "rejections": Text("rejected classes"),
    "label_files": Text("label files as they were imported"),
    "quarantine": Text("files that were put aside"),
    "runs": Text("training runs"),
    "epochs": Text("epochs of training runs"),
    "predictions": Text("suggestions"),
    "edits": Text("entries of the history"),
    "settings": Text("settings"),
}
