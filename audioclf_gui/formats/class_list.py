"""Lists of classes as files: one name a line, a table with a column of names, or a list of BirdNET."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.spelling import name_in_file, tidied
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import heading, joined, rows, start_of
from audioclf_gui.formats.text import FileText

_NAMES = (
    "class",
    "class name",
    "label",
    "name",
    "category",
    "species",
    "common name",
    "english name",
    "code",
)
_COLOURS = ("colour", "color")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_SPECIES = re.compile(r"[A-Z][a-z-]+ [a-z][\w -]*_(.+)")  # Erithacus rubecula_European Robin
_REMARK = "#"


@dataclass(frozen=True, slots=True)
class ListedClass:
    """A class of a list; a list need not give colours."""

    name: str
    colour: str = ""  # "#rrggbb"


@dataclass(frozen=True, slots=True)
class ClassList:
    """What a file lists, each class once, and what there is to say about how it was read."""

    classes: tuple[ListedClass, ...]
    notes: tuple[Text, ...] = ()


def read_class_list(content: bytes) -> ClassList:
    """The classes of a list in any encoding; none if it lists none, or is no text.

    A table needs a header with a column called class, label, name, species or the like; its colours come
    along if it has a column of them. Else each line is a name; empty lines and those behind `#` are none.
    Where every line is `Genus species_Common Name`, as in the lists of BirdNET, the common name is taken.
    """
    file = FileText.decode(content)
    if "\0" in file.text:
        return ClassList(())
    lines = file.lines
    start, delimiter = start_of(lines)
    table = [row.cells for row in rows(lines[start:], delimiter) if row.fault is None]
    columns = [heading(cell).replace("_", " ").lower() for cell in table[0]] if table else []
    at = next((columns.index(name) for name in _NAMES if name in columns), None)
    if at is not None:
        colour_at = next((columns.index(name) for name in _COLOURS if name in columns), None)
        listed = [ListedClass(_cell(row, at), _colour(row, colour_at)) for row in table[1:]]
        return ClassList(_once(listed), _left_out(len(columns), colour_at, table[0][at]))
    names = [tidied(line) for line in lines if tidied(line) and not line.startswith(_REMARK)]
    species = [_SPECIES.fullmatch(name) for name in names]
    common = [found[1] for found in species if found]
    if names and len(common) == len(names):
        note = Text("Of “Genus species_Common Name” the common name is taken.")
        return ClassList(_once(map(ListedClass, common)), (note,))
    return ClassList(_once(map(ListedClass, names)))


def written_class_list(classes: Iterable[LabelClass]) -> bytes:
    """A table of classes with their colours, as `read_class_list` reads it; UTF-8."""
    table = [("class", "colour"), *((known.name, known.colour) for known in classes)]
    return "".join(f"{joined(row, ',')}\n" for row in table).encode("utf-8", "replace")


def _cell(row: tuple[str, ...], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _colour(row: tuple[str, ...], at: int | None) -> str:
    colour = _cell(row, at).strip().lower()
    return colour if _COLOUR.fullmatch(colour) else ""


def _once(listed: Iterable[ListedClass]) -> tuple[ListedClass, ...]:
    found: dict[str, ListedClass] = {}
    for one in listed:
        if name := name_in_file(one.name):
            found.setdefault(name, ListedClass(name, one.colour))
    return tuple(found.values())


def _left_out(columns: int, colour_at: int | None, name: str) -> tuple[Text, ...]:
    n = columns - 1 - (colour_at is not None)
    if n == 0:
        return ()
    return (
        Text(
            "Names are taken from the column “{name}”; {n} other column is left out.",
            "Names are taken from the column “{name}”; {n} other columns are left out.",
            n=n,
            name=tidied(name),
        ),
    )
