"""Tables that give the codes of classes their names: `ast,Astley's warbler`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import name_in_file, twin_key
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.sheet import SheetRow, read_sheet

_OF_CODES = frozenset(
    ("code", "abbreviation", "abbrev", "short", "key", "id", "index", "idx", "mid", "number")
)
_OF_NAMES = frozenset(("name", "label", "class", "species", "category"))


@dataclass(frozen=True, slots=True)
class ClassNames:
    """What the codes of classes stand for."""

    file: Path
    names: Mapping[str, str]  # by the code, see `twin_key`

    def name_of(self, code: str) -> str:
        """The name of that code, however it is capitalised; what is no code stays as it is."""
        return self.names.get(twin_key(code), code)


def read_class_names(file: Path) -> ClassNames:
    """Read a table of codes and names; a line of headings is known by its words.

    The codes stand in the columns that headings call so, else in the first one, and the names in the next
    column.

    Raises
    ------
    UserError
        If it cannot be read, has no two columns, gives one code two names, or has a name that is a code.
    """
    names: dict[str, str] = {}
    for number, code, name in _pairs(file):
        if names.setdefault(twin_key(code), name) != name:
            raise UserError(
                Text(
                    "{file}, line {line:d}: “{code}” is called “{name}”, and “{other}” before",
                    file=file.name,
                    line=number,
                    code=code,
                    name=name,
                    other=names[twin_key(code)],
                ),
                remedy=Text("Leave one line for each code in the table."),
            )
    if not names:
        raise UserError(
            Text("{file} gives no code a name", file=file.name),
            remedy=Text("Choose a table of two columns: a code, and the name that it stands for."),
        )
    for code, name in names.items():
        if names.get(twin_key(name), name) != name:
            raise UserError(
                Text(
                    "{file}: “{name}” is the name of “{code}”, and a code of another name",
                    file=file.name,
                    name=name,
                    code=code,
                ),
                remedy=Text("Leave one of the two out: it would not be told which one a class is called by."),
            )
    return ClassNames(file, names)


def with_names(
    candidates: Sequence[Candidate], known: ClassNames
) -> tuple[tuple[Candidate, ...], list[Text]]:
    """The candidates with the names of their classes in the place of codes, and what was so."""
    named = []
    told: dict[str, str] = {}
    unknown: dict[str, None] = {}
    for one in candidates:
        classes = tuple(map(known.name_of, one.class_names))
        for code, name in zip(one.class_names, classes, strict=True):
            if twin_key(code) in known.names:
                told[code] = name
            elif code not in known.names.values():
                unknown[code] = None
        out = tuple(map(known.name_of, one.ruled_out))
        named.append(replace(one, class_name=next(iter(classes), ""), others=classes[1:], ruled_out=out))
    return tuple(named), list(_notes(known.file, told, list(unknown)))


def _notes(file: Path, told: Mapping[str, str], unknown: Sequence[str]) -> Iterator[Text]:
    if told:
        code, name = next(iter(told.items()))
        yield Text(
            "{n} class gets its name from {file}: {code} is {name}",
            "{n} classes get their names from {file}: {code} is {name}",
            n=len(told),
            file=file.name,
            code=code,
            name=name,
        )
    elif not unknown:
        yield Text("no class here is called by a code of {file}, so all names stay", file=file.name)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in told.items():
        codes[name].append(code)
    several = {name: ones for name, ones in codes.items() if len(ones) > 1}
    if several:
        name, ones = next(iter(several.items()))
        yield Text(
            "{n} name of {file} stands for several codes: {codes} become one class, {name}",
            "{n} names of {file} stand for several codes: {codes} become one class, {name}, for one",
            n=len(several),
            file=file.name,
            codes=quoted(ones),
            name=name,
        )
    if unknown:
        yield Text(
            "{codes} is no code of {file} and stays so",
            "{codes} are no codes of {file} and stay so",
            n=len(unknown),
            codes=quoted(unknown),
            file=file.name,
        )


def _pairs(file: Path) -> Iterator[tuple[int, str, str]]:
    """Each code with its name and its line; what reads like names of columns is none."""
    sheet = read_sheet(file)
    codes, name_place = _places(sheet.columns)
    first = SheetRow(1, sheet.columns)
    for row in sheet.rows if _said(sheet.columns[0]) & (_OF_CODES | _OF_NAMES) else (first, *sheet.rows):
        cells = tuple(map(name_in_file, row.cells))
        name = cells[name_place] if name_place < len(cells) else ""
        for code in (cells[place] for place in codes if name and place < len(cells) and cells[place]):
            yield row.number, code, name


def _places(headings: Sequence[str]) -> tuple[tuple[int, ...], int]:
    """Where the codes are, and where the names: `index, mid, display_name` has two codes for a name."""
    said = list(map(_said, headings))
    codes = tuple(place for place, words in enumerate(said) if words & _OF_CODES)
    names = [place for place, words in enumerate(said) if words & _OF_NAMES and not words & _OF_CODES]
    if codes and len(names) == 1 and (names[0] < codes[0] or names[0] > codes[-1]):
        return codes, names[0]
    return (0,), 1


def _said(heading: str) -> set[str]:
    """The words of a heading: `Code`, `species_id`."""
    return set(re.split(r"[\s_]+", heading.lower()))
