"""Events of what is listened to, written to a file line by line as they end."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import joined

if TYPE_CHECKING:  # with torch
    from audioclf_gui.ml.decisions import Event

SUFFIXES = (".csv", ".jsonl")

_COLUMNS = ("time", "start_s", "end_s", "class", "score", "source", "model")
_HEADER = joined(_COLUMNS, ",")
_MB = 10**6
_MOST_WAITING = 10_000  # events that a full disk keeps out


@dataclass(frozen=True, slots=True)
class LogTo:
    """The file for the events, CSV or JSON lines by its ending, and when another one is begun."""

    path: Path
    daily: bool = False  # a file for each day
    most_mb: float = 0.0  # another one before it gets larger; 0: never


@dataclass(frozen=True, slots=True)
class NotLogged:
    """Events cannot be written, or they can again; listening goes on."""

    text: Text


@dataclass(slots=True)
class EventFile:
    """Writes each event as one line, or keeps it until there is room.

    A line is written at once or not at all. Full files are kept beside the one that is written to, with the
    day of their last event or a number in their names.

    Raises
    ------
    UserError
        If it is not to be CSV or JSON lines, holds something else already, or cannot be written.
    """

    to: LogTo
    source: str  # the device or file that is listened to
    model: str
    began: datetime | None  # the time of day of second 0, with its zone; None: a file, which has none
    _day: date | None = None
    _waiting: list[bytes] = field(default_factory=list)
    _is_in_trouble: bool = False

    def __post_init__(self) -> None:
        path = self.to.path
        if path.suffix.lower() not in SUFFIXES:
            raise UserError(
                Text("{name} is neither a CSV file nor JSON lines by its name", name=path.name),
                remedy=Text("Let the name of the log end in .csv or .jsonl."),
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                size = file.tell()
            if size:
                self._check(path)
                self._day = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
        except OSError as error:
            raise cannot_write(path, error) from error

    def write(self, event: "Event", model: str = "") -> Sequence[NotLogged]:
        """Write an event that is over, and those that wait; what is to be told about it.

        Parameters
        ----------
        model
            The one that has heard it, if it is not the first.
        """
        self._waiting.append(self._line(event, model or self.model))
        del self._waiting[:-_MOST_WAITING]
        day = None if self.began is None else (self.began + timedelta(seconds=event.end_s)).date()
        return self.catch_up(day)

    def catch_up(self, day: date | None = None) -> Sequence[NotLogged]:
        """Write what waits; `day` is that of the newest event."""
        try:
            self._rotate(day, sum(map(len, self._waiting)))
            while self._waiting:
                self._append(self._waiting[0])
                del self._waiting[0]
        except OSError as error:
            if self._is_in_trouble:
                return ()
            self._is_in_trouble = True
            problem = cannot_write(self.to.path, error)
            waits = Text(
                "{problem}. Listening goes on; the events wait for it. {remedy}",
                problem=problem.message,
                remedy=problem.remedy or "",
            )
            return (NotLogged(waits),)
        if not self._is_in_trouble:
            return ()
        self._is_in_trouble = False
        return (NotLogged(Text("{name} can be written again: no event is missing.", name=self.to.path.name)),)

    def _check(self, path: Path) -> None:
        """That what is there is a log of events, to which more can be added."""
        with path.open("rb") as file:
            first = file.readline(2000).decode("utf-8", "replace").strip()
        if path.suffix.lower() == ".csv":
            is_log = first == _HEADER
        else:
            is_log = first.startswith("{") and '"class"' in first
        if not is_log:
            raise UserError(
                Text("{name} is there already and holds something else than events", name=path.name),
                remedy=Text("Choose another name for the log."),
            )

    def _line(self, event: "Event", model: str) -> bytes:
        time = ""
        if self.began is not None:
            time = (self.began + timedelta(seconds=event.start_s)).isoformat(timespec="milliseconds")
        start_s, end_s, score = round(event.start_s, 3), round(event.end_s, 3), round(event.score, 4)
        cells = (time, start_s, end_s, event.class_name, score, self.source, model)
        if self.to.path.suffix.lower() == ".csv":
            return f"{joined(tuple(map(str, cells)), ',')}\n".encode()
        return f"{json.dumps(dict(zip(_COLUMNS, cells, strict=True)), ensure_ascii=False)}\n".encode()

    def _rotate(self, day: date | None, coming_bytes: int) -> None:
        """Put a full file aside."""
        path = self.to.path
        size = path.stat().st_size if path.exists() else 0
        is_over = self.to.daily and None not in (day, self._day) and day != self._day
        is_full = self.to.most_mb > 0.0 and size + coming_bytes > self.to.most_mb * _MB
        if size and is_over:
            path.rename(_free(path, f"{self._day:%Y-%m-%d}"))
        elif size and is_full:
            path.rename(_free(path, ""))
        self._day = day or self._day

    def _append(self, line: bytes) -> None:
        """The line is there whole or not at all, also where the disk gets full in the middle of it."""
        with self.to.path.open("ab", buffering=0) as file:
            size = file.tell()
            if not size and self.to.path.suffix.lower() == ".csv":
                line = f"{_HEADER}\n".encode() + line
            try:
                written = file.write(line)
                if written != len(line):
                    file.write(line[written:])  # tells why there is no room
            except OSError:
                file.truncate(size)
                raise


def _free(path: Path, day: str) -> Path:
    """Where a full file is kept: never where one is already."""
    number = 1
    name = day or "1"
    while (kept := path.with_name(f"{path.stem}-{name}{path.suffix}")).exists():
        number += 1
        name = f"{day}-{number}" if day else str(number)
    return kept
