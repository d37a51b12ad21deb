"""The columns of tables of labels: their names, their units, and what they are where they have no names."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.label import Certainty, Extra
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.chosen_columns import FILE, LABEL, chosen
from audioclf_gui.formats.csv_rows import (
    Row,
    column_names,
    doubled_notes,
    heading,
    no_number_notes,
    row_name_notes,
    rows,
    start_of,
)
from audioclf_gui.formats.grouped_digits import are_grouped, doubted
from audioclf_gui.formats.labels.column_names import COLUMN_NAMES, DURATION, LABEL_NAMES, WORDS
from audioclf_gui.formats.labels.label_units import PERCENT, SMALL, UNIT_TEXTS, unit_of
from audioclf_gui.formats.labels.unnamed_times import are_labels
from audioclf_gui.formats.naming_columns import compared, naming_columns
from audioclf_gui.formats.registry import score_note
from audioclf_gui.formats.template import end_after
from audioclf_gui.formats.text import finite, number, seconds

REQUIRED = ("start_s", "end_s", "label")
NUMBERS = ("low_hz", "high_hz", "score")
OPTIONAL = (*NUMBERS, *WORDS)
_TIMES, _BAND = ("start_s", "end_s", DURATION), ("low_hz", "high_hz")
_UNIT = re.compile(r"(.+?)(?:\s+in\s+|\s*[(\[/]\s*|\s+)([^\s()\[\]]+)\s*[)\]]?")
_WORD = re.compile(r"[^\s()\[\]/]+")
_LEAST_PERCENT, _MOST_PERCENT = 10.0, 100.0  # the largest score is between, or it may be a mark out of ten
_COUNTED = {"sample", "samples", "samp", "smp", "frame", "frames", "abtastwert", "abtastwerte"}
_NUMBERING = {"index", "idx", "number", "no", "nr", "nr.", "position", "pos"}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])(?<!\bk)")  # kHz is one word
_DIGITS = 9
_SEEN_ROWS = 50
_BETWEEN_UNNAMED = ";|,"  # a comma comes last: it may stand in numbers, too
_UNNAMED = Text("its columns have no names and are read as start and end in seconds, and label")


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """A column that says something of ours.

    Attributes
    ----------
    unit : float or None
        What 1 in its cells is, in seconds, hertz, or as a share of 1; None if it counts samples or frames.
    is_said : bool
        Whether the unit stands in its name.
    is_grouped : bool
        Whether commas stand between the thousands of its numbers.
    """

    place: int
    unit: float | None = 1.0
    is_said: bool = True
    is_grouped: bool = False

    def plain(self, cell: str) -> str:
        """The number in one of its cells without commas between thousands."""
        return cell.replace(",", "") if self.is_grouped else cell

    def ours(self, value: float) -> float:
        """A value of the column in our unit."""
        return value if self.unit == 1.0 else round(value * (self.unit or 1.0), _DIGITS)

    def cell(self, value: float | None) -> str:
        """A value of ours as it stands in the column; nothing for None."""
        if value is None:
            return ""
        return repr(float(value) if self.unit == 1.0 else round(value / (self.unit or 1.0), _DIGITS))


@dataclass(frozen=True, slots=True)
class LabelTable:
    """The rows of a table of labels, and what its columns say.

    Attributes
    ----------
    start : int
        How many lines come before its first row, the one of the names among them.
    header : tuple of str
        What its columns are called; ours where they have no names.
    columns : mapping of str to LabelColumn
        By our names of them.
    rows : tuple of Row
        Numbered as the lines of the file are.
    """

    start: int
    delimiter: str
    header: tuple[str, ...]
    columns: Mapping[str, LabelColumn]
    rows: tuple[Row, ...]
    is_named: bool = True
    notes: tuple[Text, ...] = ()  # what was guessed

    @property
    def counted(self) -> list[str]:
        """The columns that count samples or frames, of which nothing says how many make a second."""
        return _counted(self.header, self.columns)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The columns that are called as those of labels are; the one that is read comes first."""
        label = self.columns["label"].place
        places = _places(self.header)
        others = (places[name] for name in LABEL_NAMES if name in places and places[name] != label)
        return tuple(heading(self.header[place]) for place in (label, *others))

    def is_told_by(self, lines: Sequence[str]) -> bool:
        """Whether these lines are of a table with the same columns, if it is one at all."""
        again = table_of(lines)
        return not any(map(str.strip, lines)) or (
            again is not None and (again.delimiter, again.is_named) == (self.delimiter, self.is_named)
        )

    def with_columns(self, names: Sequence[str]) -> "LabelTable":
        """The table with columns of ours added on the right."""
        width = len(self.header)
        added = {name: LabelColumn(width + place) for place, name in enumerate(names)}
        return replace(self, header=(*self.header, *names), columns={**self.columns, **added})

    def cell(self, name: str, row: Row) -> str:
        """What stands in a column of ours; empty if there is none."""
        column = self.columns.get(name)
        return row.cells[column.place] if column and column.place < len(row.cells) else ""

    def others(self, row: Row, known: Collection[int]) -> Extra:
        """What stands in columns beside those of ours and those at `known` places, under their names."""
        ours = {column.place for column in self.columns.values()}.union(known)
        pairs = zip(self.header, row.cells, strict=False)
        return tuple(
            (heading(name), cell)
            for place, (name, cell) in enumerate(pairs)
            if place not in ours and heading(name) and cell.strip()
        )

    def value(self, name: str, row: Row) -> float | None:
        """The number in a column of ours; None if there is none."""
        cell = self.cell(name, row).strip()
        if name == "score" and cell.endswith("%"):
            percent = finite(cell[:-1])
            return None if percent is None else percent / _MOST_PERCENT
        value = finite(self.columns[name].plain(cell)) if cell else None
        return None if value is None else self.columns[name].ours(value)

    def span_s(self, row: Row) -> tuple[float | None, float | None]:
        """When the label of a row starts and ends; without an end or a duration it is a moment."""
        start_s = self._time_s("start_s", row)
        if self.cell("end_s", row).strip():
            return start_s, self._time_s("end_s", row)
        if start_s is None or not self.cell(DURATION, row).strip():
            return start_s, start_s
        duration_s = self.value(DURATION, row)
        return start_s, None if duration_s is None else end_after(start_s, duration_s)

    def _time_s(self, name: str, row: Row) -> float | None:
        """A time; by the clock only where the column counts seconds."""
        column = self.columns[name]
        value = (seconds if column.unit == 1.0 else number)(column.plain(self.cell(name, row)))
        return None if value is None else column.ours(value)


def table_of(lines: Sequence[str], label_column: str = "") -> LabelTable | None:
    """The table of these lines; None if nothing says which columns are start, end and label.

    `label_column` says which columns somebody chose, see `formats.chosen_columns`.
    """
    said = chosen(label_column)
    start, delimiter = start_of(lines)
    table = list(rows(lines[start:], delimiter))
    header = column_names(table)
    columns = _columns(header, said)
    is_timed = "start_s" in columns and bool({"end_s", DURATION} & columns.keys())
    columns = _with_sure_words(columns, table[1:])
    guess = _only_other(header, table[1:], columns) if is_timed and LABEL not in said else None
    notes = [*row_name_notes(table), *_unit_notes(header, columns)]
    if guess is not None and "label" not in columns:
        columns = {ours: one for ours, one in columns.items() if one.place != guess}
        columns["label"] = LabelColumn(guess)
        notes.append(Text("the labels are taken from the column “{column}”", column=heading(header[guess])))
    if not is_timed or "label" not in columns:
        return None if said else _unnamed(lines)
    notes += doubled_notes(header, (one.place for one in columns.values()))
    body = tuple(replace(row, number=start + row.number) for row in table[1:])
    found = LabelTable(start + 1, delimiter, header, columns, body, notes=tuple(notes))
    found = _with_scores(found) if "score" in columns else found
    for kind in (_TIMES, _BAND):
        found = _with_thousands(found, [ours for ours in kind if ours in columns])
    return replace(found, notes=(*found.notes, *_no_numbers(found)))


def _no_numbers(table: LabelTable) -> Iterator[Text]:
    """Which columns of numbers say something else."""
    for name in (name for name in NUMBERS if name in table.columns):
        cells = (table.cell(name, row) for row in table.rows if table.value(name, row) is None)
        yield from no_number_notes(table.header[table.columns[name].place], cells)


def _with_scores(table: LabelTable) -> LabelTable:
    """The table with its scores as shares of 1: whole percentages are told by their numbers alone."""
    column = table.columns["score"]
    scores = [value for row in table.rows if (value := table.value("score", row)) is not None]
    odd = [value for value in scores if not 0.0 <= value <= 1.0]
    if not odd:
        return table
    name = heading(table.header[column.place])
    has_shares = any(0.0 < value < 1.0 for value in scores)
    if column.is_said or has_shares or min(odd) < 0.0 or not _LEAST_PERCENT <= max(odd) <= _MOST_PERCENT:
        return replace(table, notes=(*table.notes, *score_note(len(odd), name)))
    note = Text("its column “{column}” is read as per cent", column=name)
    columns = {**table.columns, "score": replace(column, unit=PERCENT)}
    return replace(table, columns=columns, notes=(*table.notes, note))


def _with_thousands(table: LabelTable, names: Sequence[str]) -> LabelTable:
    """The table with commas in columns of one kind between thousands, if all that is in them says so."""
    cells = [cell for name in names for row in table.rows if (cell := table.cell(name, row).strip())]
    if are_grouped(cells, counts_small=any(table.columns[name].unit in SMALL for name in names)):
        columns = {name: replace(table.columns[name], is_grouped=True) for name in names}
        return replace(table, columns={**table.columns, **columns})
    doubt = doubted(cells) if table.delimiter == "," else ""
    if not doubt:
        return table
    note = Text(
        "its commas are read as decimal points, “{cell}” as {value}",
        cell=doubt,
        value=doubt.replace(",", "."),
    )
    return replace(table, notes=(*table.notes, note))


def says_nothing(name: str) -> bool:
    """Whether a column of that name says nothing of ours, neither time nor label nor anything beside them."""
    return next(_meanings(name, 0), None) is None and compared(name) not in LABEL_NAMES


def _with_sure_words(columns: dict[str, LabelColumn], table: Sequence[Row]) -> dict[str, LabelColumn]:
    """The columns without one of certainty in which anything but our words for it stands."""
    column = columns.get("certainty")
    cells = {row.cells[column.place].strip() for row in table if column and column.place < len(row.cells)}
    if cells <= {"", *Certainty}:
        return columns
    return {ours: one for ours, one in columns.items() if ours != "certainty"}


def counted_columns(header: Sequence[str]) -> list[str]:
    """The names of those that count samples or frames, where no others say the same in seconds."""
    return _counted(header, _columns(header, {}))


def lacking(header: Sequence[str]) -> tuple[list[str], list[Text]]:
    """The names of those that say something of ours, and what no column of them says."""
    columns = _columns(header, {})
    wanted = (("start_s", Text("starts")), ("end_s", Text("ends")), ("label", Text("labels")))
    there = columns.keys() | ({"end_s"} if DURATION in columns else set())
    known = [heading(header[place]) for place in sorted(one.place for one in columns.values())]
    return known, [text for name, text in wanted if name not in there]


def _only_other(
    header: Sequence[str], table: Sequence[Row], columns: Mapping[str, LabelColumn]
) -> int | None:
    """The one column that says neither time nor frequency nor recording, if it holds words."""
    known = {column.place for ours, column in columns.items() if ours not in WORDS}
    known |= set(naming_columns(header, table, known).places)
    others = [place for place in range(len(header)) if place not in known]
    cells = [row.cells[place] for place in others[:1] for row in table if place < len(row.cells)]
    has_words = any(cell.strip() and number(cell) is None for cell in cells)
    return others[0] if len(others) == 1 and has_words else None


def _unnamed(lines: Sequence[str]) -> LabelTable | None:
    """The table of rows that are two times, of which the second is no earlier, and a text.

    Between tabs that is an Audacity label track.
    """
    start = start_of(lines)[0]
    while start < len(lines) and lines[start].startswith("#"):
        start += 1
    for delimiter in _BETWEEN_UNNAMED:
        table = [replace(row, number=start + row.number) for row in rows(lines[start:], delimiter)]
        seen = [row.cells for row in table if row.text.strip()][:_SEEN_ROWS]
        if are_labels(seen):
            columns = {name: LabelColumn(place) for place, name in enumerate(REQUIRED)}
            header = (*REQUIRED, *[""] * (max(map(len, seen)) - len(REQUIRED)))
            return LabelTable(
                start, delimiter, header, columns, tuple(table), is_named=False, notes=(_UNNAMED,)
            )
    return None


def _columns(header: Sequence[str], said: Mapping[str, str]) -> dict[str, LabelColumn]:
    """Where each of our columns is: under our name for it, else under the first other name that is there.

    One that counts samples or frames is taken only where no other says the same, and of several units the
    finest.
    """
    found: dict[str, list[tuple[bool, int, bool, LabelColumn]]] = {}
    for place, name in enumerate(header):
        for ours, rank, column in _meanings(name, place):
            found.setdefault(ours, []).append((column.unit is None, rank, not column.is_said, column))
    columns = {
        ours: min(ranked, key=lambda one: (*one[:3], one[3].unit or 0.0))[3] for ours, ranked in found.items()
    }
    for one, other in (("end_s", DURATION), (DURATION, "end_s")):
        if one in columns and columns[one].unit is None and other in columns:
            del columns[one]
    if DURATION in columns and "start_s" not in columns and "end_s" in columns:
        columns["start_s"] = columns.pop("end_s")  # Kaleidoscope's OFFSET is where a sound begins
    places = _places(header)
    labels = [compared(said[LABEL])] if LABEL in said else LABEL_NAMES
    label = next((places[name] for name in labels if name in places), None)
    if label is not None:
        others = {ours: one for ours, one in columns.items() if one.place != label or ours not in WORDS}
        columns = {**others, LABEL: LabelColumn(label)}
    return _as_said(header, columns, said)


def _as_said(
    header: Sequence[str], columns: Mapping[str, LabelColumn], said: Mapping[str, str]
) -> dict[str, LabelColumn]:
    """The columns with those that somebody chose, and nothing else at their places; none if one lacks."""
    places = _places(header)
    if any(compared(name) not in places for name in said.values()):
        return {}
    wanted = {ours: places[compared(name)] for ours, name in said.items() if ours not in {LABEL, FILE}}
    kept = {ours: one for ours, one in columns.items() if one.place not in wanted.values()}
    if {"end_s", DURATION} & wanted.keys():
        kept = {ours: one for ours, one in kept.items() if ours not in {"end_s", DURATION}}
    return {**kept, **{ours: _said_column(header, ours, at) for ours, at in wanted.items()}}


def _said_column(header: Sequence[str], ours: str, place: int) -> LabelColumn:
    """A column that somebody chose, in the unit that its name tells."""
    if ours in WORDS:
        return LabelColumn(place)
    _, called = base_and_unit(header[place])
    unit = unit_of(ours, called) if called else None
    return LabelColumn(place, 1.0 if unit is None else unit, unit is not None)


def base_and_unit(name: str) -> tuple[str, str]:
    """What a column is called, and what may be its unit, which is empty if there is none."""
    known = compared(_CAMEL.sub(" ", name))
    split = _UNIT.fullmatch(known)
    return (split[1], split[2]) if split else (known, "")


def _meanings(name: str, place: int) -> Iterator[tuple[str, int, LabelColumn]]:
    """What a name may say of ours, and how likely it is our column of that: the lower the better."""
    known = compared(_CAMEL.sub(" ", name))
    pairs = dict.fromkeys(((known, ""), base_and_unit(name)))
    words = _WORD.findall(known)
    bare = " ".join(word for word in words if word not in _COUNTED | _NUMBERING)
    is_counted = bool(_COUNTED & set(words))
    for ours, names in COLUMN_NAMES.items():
        for base, unit in pairs:
            scale = unit_of(ours, unit)
            if base in names and scale is not None:
                rank = -1 if compared(name) == compared(ours) else names.index(base)
                yield ours, rank, LabelColumn(place, scale, bool(unit))
        if is_counted and bare in names:
            yield ours, names.index(bare), LabelColumn(place, None)


def _unit_notes(header: Sequence[str], columns: Mapping[str, LabelColumn]) -> Iterator[Text]:
    """What to say of the units of times whose columns are not called as we call them."""
    names: dict[float | None, list[str]] = {}
    for ours, column in columns.items():
        if ours in {"start_s", "end_s", DURATION} and compared(header[column.place]) != compared(ours):
            names.setdefault(column.unit, []).append(f"“{heading(header[column.place])}”")
    for unit, called in names.items():
        if unit == 1.0:
            yield Text("its columns {columns} are read as seconds", columns=joined(called))
        elif unit is not None:
            yield Text(
                "its columns {columns} are read as {unit}", columns=joined(called), unit=UNIT_TEXTS[unit]
            )


def _places(header: Sequence[str]) -> dict[str, int]:
    """Where each name stands first."""
    return {compared(name): place for place, name in reversed(list(enumerate(header)))}


def _counted(header: Sequence[str], columns: Mapping[str, LabelColumn]) -> list[str]:
    return [heading(header[one.place]) for one in columns.values() if one.unit is None]
