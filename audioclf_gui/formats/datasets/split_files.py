"""Files that tell the parts of a split for recordings by name: JSON in its usual shapes, and tables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.core.split_names import fold_abroad, fold_of_folder
from audioclf_gui.formats.datasets.columns import likely_columns
from audioclf_gui.formats.datasets.parts_beside import part_of_list
from audioclf_gui.formats.datasets.sheet import read_header, read_sheet
from audioclf_gui.formats.datasets.split_columns import split_columns
from audioclf_gui.formats.text import FileText

_CALLED = re.compile(r"(?:^|[\W_])(?:splits?|folds?|partitions?|subsets?)(?:$|[\W_])", re.IGNORECASE)
_SUFFIXES = frozenset((".json", ".csv", ".tsv", ".yaml", ".yml", ".toml"))
_PART_KEYS = frozenset(("split", "splits", "subset", "set", "fold", "partition", "part", "phase"))

Parts = Mapping[str, list[str]]
"""The names of the recordings in each part."""


def is_called_of_splits(file: Path) -> bool:
    """Whether a JSON file may tell a split by its name, or a table or a settings file a whole one."""
    if part_of_list(file):
        return file.suffix.lower() == ".json"
    return file.suffix.lower() in _SUFFIXES and _CALLED.search(file.stem) is not None


def parts_in(file: Path) -> Parts | None:
    """What a JSON file or a table tells; None if it tells no parts, or in a shape that is not known.

    Known are the names of each part, the part of each name, and rows that have both. A JSON list of names
    is of the part that the file is called after.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    if file.suffix.lower() != ".json":
        return _in_table(file) if file.suffix.lower() in {".csv", ".tsv"} else None
    try:
        value = json_value(FileText.decode(file.read_bytes()).text)
    except ValueError:
        return None
    if isinstance(value, list) and _are_texts(value):
        return {part: value} if (part := part_of_list(file)) else None
    if isinstance(value, dict) and value and all(map(_part, value)) and all(map(_are_texts, value.values())):
        return {_part(name): names for name, names in value.items()}
    return _of_pairs(map(_pair, value.items() if isinstance(value, dict) else _rows(value)))


def _in_table(file: Path) -> Parts | None:
    head = read_header(file)
    if head is None or head.is_headless or not (path := likely_columns(head).path):
        return None
    sheet = read_sheet(file)
    column = next(iter(split_columns(sheet, [name for name in sheet.columns if name != path])), None)
    return None if column is None else _of_pairs(zip(sheet.column(path), sheet.column(column), strict=True))


def _part(name: str) -> str:
    return fold_of_folder(name) or (name if fold_abroad(name) else "")


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _rows(value: Any) -> Iterable[tuple[str, Any]]:
    """Of a list of objects each with the text in it that is a recording's name."""
    for one in value if isinstance(value, list) else ():
        texts = [text for text in one.values() if isinstance(text, str)] if isinstance(one, dict) else []
        yield next(filter(is_recording, texts), ""), one


def _pair(told: tuple[str, Any]) -> tuple[str, str]:
    name, value = told
    if isinstance(value, dict):
        value = next((value[key] for key in value if twin_key(key) in _PART_KEYS), "")
    return name, value if isinstance(value, str) else ""


def _of_pairs(pairs: Iterable[tuple[str, str]]) -> Parts | None:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, part in pairs:
        if name:
            names[_part(part)].append(name)
    others = len(names.pop("", ()))
    return names if sum(map(len, names.values())) > others else None
