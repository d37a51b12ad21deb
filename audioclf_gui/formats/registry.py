"""The label formats that the program knows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol, TypeVar, cast, runtime_checkable

from audioclf_gui.core.capabilities import USUAL, Capabilities
from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.label import Region
from audioclf_gui.core.registry import PlugInKind, Registry, lacks, named
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import Track

_RECOGNISED_BY_BYTES = 2**16


class BadLabelFileError(UserError):
    """A label file of which nothing can be used."""

    def __init__(
        self, source: Path, reason: Text, line: int | None = None, *, remedy: Text | None = None
    ) -> None:
        super().__init__(
            Text("{name} cannot be read as labels: {reason}", name=source.name, reason=reason)
            if line is None
            else Text(
                "{name} cannot be read as labels: line {line:d}: {reason}",
                name=source.name,
                line=line,
                reason=reason,
            ),
            remedy=remedy
            or Text("Choose the format it was written in, or export it again from the program that made it."),
        )
        self.source = source
        self.line = line


class NotALabelError(ValueError):
    """A record of a label file that is none, with the reason."""

    def __init__(self, reason: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line of a label file that was not understood; it is kept when the file is written back."""

    number: int  # counted from 1
    reason: Text

    @property
    def text(self) -> Text:
        """What there is to say about it."""
        return Text("line {line:d} skipped: {reason}", line=self.number, reason=self.reason)


class LabelDocument(Protocol):
    """A label file taken apart."""

    def part(self, indices: Collection[int]) -> bytes:
        """A file of the same format that holds only those of its regions, byte for byte."""


@dataclass(frozen=True, slots=True)
class LabelFile:
    """What a label file says."""

    regions: tuple[Region, ...]
    skipped: tuple[SkippedLine, ...] = ()
    canonical: bool = False  # whether the tool itself could have written these bytes
    tracks: tuple[Track, ...] = ()  # those of formats that have any, empty ones too
    columns: tuple[str, ...] = ()  # of a table, those with texts that may be labels; the one read comes first
    holds: Capabilities = USUAL
    document: LabelDocument | None = field(default=None, compare=False)  # of formats that name sound files
    notes: tuple[Text, ...] = ()  # what had to be guessed in reading it, as sentences for the user
    lengths_s: Mapping[str, float] = field(default_factory=dict)  # of recordings, by name as in `by_file`
    channels: Mapping[str, int] = field(default_factory=dict)  # the last one with a label, counted from 1

    @property
    def by_file(self) -> dict[str, tuple[Region, ...]]:
        """The regions of each sound file that is named, under the empty name those that name none."""
        found: dict[str, list[Region]] = {}
        for region in self.regions:
            found.setdefault(region.sound_file, []).append(region)
        return {file: tuple(regions) for file, regions in found.items()}


def told_lengths(told: Iterable[tuple[str, float | None]]) -> dict[str, float]:
    """The lengths in seconds that a file tells of recordings; 0 and below are none."""
    return {name: length_s for name, length_s in told if length_s is not None and length_s > 0.0}


def last_channels(told: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The last channel of recordings that a file names: a number from 1 on, or a letter from A on."""
    found: dict[str, int] = {}
    for name, cell in told:
        channel = cell.strip()
        is_letter = len(channel) == 1 and "A" <= channel.upper() <= "Z"
        number = ord(channel.upper()) - ord("A") + 1 if is_letter else _whole(channel)
        if number > 0:
            found[name] = max(number, found.get(name, 0))
    return found


def _whole(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() else 0


class LabelFormat(Protocol):
    """A format of label files; one instance serves every file."""

    key: str  # what the command line calls it
    name: Text  # what the file dialog shows
    suffixes: tuple[str, ...]  # the one to write first; compared without regard to case
    capabilities: Capabilities

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read a file's bytes; what is not understood is skipped and named.

        Raises
        ------
        BadLabelFileError
            If the file is not empty and nothing in it is a label of this format.
        """

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """The bytes of a file that holds `regions`.

        Parameters
        ----------
        regions
            In any order; what is new is written in order of time.
        template
            A file that was imported. Its records keep their places and, where their region is
            unchanged, their bytes; whatever the reader skipped stays, the records of regions that
            are gone do not. A region is recognised by its values or by its `raw`.
        """

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Which texts it writes otherwise than they are, as sentences for the user; see `formats.losses`."""

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether a file that starts with `content` is of this format."""


@runtime_checkable
class TableFormat(LabelFormat, Protocol):
    """A format of tables, in which users name the column of the labels as they like."""

    label_column: str  # empty: guessed

    def by_column(self, name: str) -> LabelFormat:
        """The same format with the labels in the column of that name."""


@runtime_checkable
class EndingFormat(LabelFormat, Protocol):
    """A format whose program puts more than a suffix behind the name of the recording."""

    ending: str  # ".Table.1.selections.txt"


@dataclass(frozen=True, slots=True)
class LabelledSound:
    """The recording whose labels a file holds."""

    path: str = ""  # as the project knows it, with `/`; empty: nobody knows
    duration_s: float = 0.0
    rate_hz: int = 0
    channels: int = 0

    @property
    def name(self) -> str:
        """How programs of speech call it: without folder and ending, `_` for blanks."""
        return "_".join(PurePosixPath(self.path).stem.split())


@runtime_checkable
class NamingFormat(LabelFormat, Protocol):
    """A format whose new files say of which recording they are, or how long it is."""

    def of_sound(self, sound: LabelledSound) -> LabelFormat:
        """The same format for files of that recording."""


def of_sound(known: LabelFormat, sound: LabelledSound) -> LabelFormat:
    """The format for files of a recording, if that makes a difference to it."""
    return known.of_sound(sound) if isinstance(known, NamingFormat) else known


def of_column(known: LabelFormat, name: str) -> LabelFormat:
    """The format with the labels in the column of that name; no name leaves the guess to it.

    Raises
    ------
    UserError
        If the format has no columns with names.
    """
    if not name:
        return known
    if not isinstance(known, TableFormat):
        raise UserError(
            Text("{format} has no columns with names", format=known.name),
            remedy=Text("Leave out the name of the column, or choose the format of a table."),
        )
    return known.by_column(name)


def column_note(columns: Sequence[str], chosen: str) -> tuple[Text, ...]:
    """What to say of the guess that labels stand in the first of these columns; nothing if it was none."""
    if chosen or len(columns) < 2:
        return ()
    return (
        Text(
            "the labels are taken from the column “{column}”; {others} may hold them, too",
            column=columns[0],
            others=quoted(columns[1:], len(columns)),
        ),
    )


def score_note(left_out: int, column: str = "") -> tuple[Text, ...]:
    """What to say of scores that cannot be shares of 1; nothing if there are none.

    Parameters
    ----------
    column
        Empty where columns have no names.
    """
    if not left_out:
        return ()
    if not column:
        return (
            Text(
                "{n} score of it is no share of 1 and is left out",
                "{n} scores of it are no shares of 1 and are left out",
                n=left_out,
            ),
        )
    return (
        Text(
            "{n} score in its column “{column}” is no share of 1 and is left out",
            "{n} scores in its column “{column}” are no shares of 1 and are left out",
            n=left_out,
            column=column,
        ),
    )


def turned_note(labels: int) -> tuple[Text, ...]:
    """What to say of labels whose lower frequency is above the upper one; nothing if there are none."""
    if not labels:
        return ()
    return (
        Text(
            "the lower frequency of {n} label is above the upper one: they are exchanged",
            "the lower frequency of {n} labels is above the upper one: they are exchanged",
            n=labels,
        ),
    )


def _fault(thing: object, key: str) -> Text | None:
    """What is wrong with a label format of a plug-in."""
    fault = lacks(
        thing, "key", "name", "suffixes", "capabilities", "read", "write", "respelled", "recognises"
    )
    if fault is not None:
        return fault
    known = cast(LabelFormat, thing)
    kinds = (type(known.name), type(known.capabilities))
    if kinds != (Text, Capabilities):
        return Text("its name is no Text, or its capabilities are no Capabilities")
    if not known.suffixes or not all(str(one).startswith(".") for one in known.suffixes):
        return Text("its suffixes are no endings with a dot, at least one")
    return named(known.key, key)


FORMATS: Registry[LabelFormat] = Registry(PlugInKind.LABEL_FORMAT, _fault)
"""Every label format by its key; files are offered to them in this order."""

_Format = TypeVar("_Format", bound=LabelFormat)


def label_format(cls: type[_Format]) -> type[_Format]:
    """Make a format known under its key; the class itself comes back unchanged."""
    FORMATS.add(cls.key, cls())
    return cls


def recognise(path: Path, label_column: str = "") -> LabelFormat | None:
    """The format that the file's beginning shows it to be in, if it is any known one.

    A table whose labels stand in a column that somebody named is one of those that can have such columns.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_RECOGNISED_BY_BYTES)
    except OSError as error:
        raise cannot_read(path, error) from error
    known = FORMATS.values()
    if label_column:
        tables = [one.by_column(label_column) for one in known if isinstance(one, TableFormat)]
        if (found := _recognising(tables, content, path)) is not None:
            return found
    return _recognising(known, content, path)


def _recognising(formats: Iterable[LabelFormat], content: bytes, path: Path) -> LabelFormat | None:
    return next((known for known in formats if known.recognises(content, path)), None)
