"""Tables written as JSON, an object for each row: metadata.jsonl, manifests of speech tools, flat exports."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from audioclf_gui.formats.csv_rows import Row

_BETWEEN = "\ufeff \t\r\n,"
_LEAST = 2  # objects; a single one tells of a data set or a program, not of a recording
_LONGEST_LIST = 100  # items that a cell may have


def json_rows(lines: Sequence[str], *, is_beginning: bool = False) -> list[Row] | None:
    """The rows of such a table below one that names its columns; None if it is something else.

    The objects stand in a line each, or in one list. A column is each key of any of them; a row that lacks
    it has an empty cell. Objects that hold further ones are no rows but a format of its own.

    Parameters
    ----------
    is_beginning
        Whether the rest of the file is missing, so that the last object may be cut off.
    """
    text = "".join(lines)
    if text.strip(_BETWEEN)[:1] not in {"{", "["}:
        return None
    try:
        found = list(_objects(text, is_beginning=is_beginning))
    except (ValueError, RecursionError):
        return None
    if len(found) < _LEAST or not all(map(_is_flat, (value for _, value in found))):
        return None
    names = tuple(dict.fromkeys(name for _, value in found for name in value))
    body = [Row(line, "", tuple(_cell(value.get(name)) for name in names)) for line, value in found]
    return [Row(body[0].number, "", names), *body]


def _objects(text: str, *, is_beginning: bool) -> Iterator[tuple[int, Any]]:
    """Each value with the line in which it begins; ValueError where the text goes on otherwise."""
    decoder = json.JSONDecoder()
    whole = text.strip(_BETWEEN)
    at = text.index(whole) + whole.startswith("[")
    stop = text.rindex("]") if whole.startswith("[") and whole.endswith("]") else len(text)
    line = 1 + text.count("\n", 0, at)
    while at < stop:
        if text[at] in _BETWEEN:
            line += text[at] == "\n"
            at += 1
            continue
        try:
            value, end = decoder.raw_decode(text, at)
        except ValueError:
            if is_beginning:
                return
            raise
        yield line, value
        line += text.count("\n", at, end)
        at = end


def _is_flat(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_cell, value.values()))


def _is_cell(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= _LONGEST_LIST and not any(isinstance(one, dict | list) for one in value)
    return not isinstance(value, dict)


def _cell(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)
