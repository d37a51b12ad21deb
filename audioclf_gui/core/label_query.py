"""The filter box and the headings of the table of labels: which rows are meant, and in which order."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.label_rows import NO_CLASS, Bools, Floats, Ints, LabelRows
from audioclf_gui.core.query import comparison, signed, terms_of
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, joined

_NUMBERS = {
    "len": ("duration_s", "s"),
    "start": ("start_s", "s"),
    "end": ("end_s", "s"),
    "low": ("low_hz", "Hz"),
    "high": ("high_hz", "Hz"),
    "score": ("score", ""),
}
_DECIMALS = 6  # that tables have of seconds, the most of all numbers
_BEGINNINGS = ("class", "track")  # a name may be written as far as it tells
_WHOLE_TEXTS = ("group", "fold", "source", "certainty")
_PARTS = ("clip", "note")
_SOUGHT = ("clip", "track", "note")  # by a word without a term, beside the class and further columns


def _certain(value: str, rows: LabelRows) -> Bools:
    return _texts(rows, "certainty", value.__eq__)


_STATES: Mapping[str, Callable[[LabelRows], Bools]] = {
    **{value: partial(_certain, value) for value in ("sure", "unsure", "unknown")},
    "unnamed": lambda rows: rows.class_ids == NO_CLASS,
    "whole": lambda rows: rows.wholes,
    "moment": lambda rows: rows.numbers["duration_s"] == 0.0,
    "box": lambda rows: np.isfinite(rows.numbers["low_hz"]) | np.isfinite(rows.numbers["high_hz"]),
    "noted": lambda rows: rows.texts["note"].codes != 0,
}
STATES = tuple(_STATES)
TERMS = (*_BEGINNINGS, *_PARTS, "is", *_NUMBERS, *_WHOLE_TEXTS)


def matching(rows: LabelRows, classes: Sequence[LabelClass], text: str) -> Bools:
    """For each row whether its label fulfils every term; a leading `-` negates a term.

    Terms are those of `core.query`, of a label: `class:dog`, `track:`, `note:`, `clip:`, `is:unsure`,
    `len:>10`, `low:<500`, and the names of further columns of label files.

    Raises
    ------
    UserError
        For a term that is not understood.
    """
    fits = np.ones(len(rows), np.bool_)
    for term in terms_of(text):
        is_negated, positive = signed(term)
        fits &= _term(rows, classes, positive) ^ is_negated
    return fits


def ordered(
    rows: LabelRows, classes: Sequence[LabelClass], places: Ints, key: str = "", *, falling: bool = False
) -> Ints:
    """`places` of rows, sorted by a column; equal ones in the project's order, and so are all without a key.

    What has no number, or no text, comes last whichever way it is sorted.
    """
    in_project = (rows.numbers["start_s"][places], rows.clip_ids[places])
    if not key:
        return places[np.lexsort(in_project)]
    values, is_missing = _sort_keys(rows, classes, key)
    values, is_missing = values[places], is_missing[places]
    return places[np.lexsort((*in_project, -values if falling else values, is_missing))]


def _sort_keys(rows: LabelRows, classes: Sequence[LabelClass], key: str) -> tuple[Floats | Ints, Bools]:
    if key == "class":
        names = sorted(classes, key=lambda known: plain(known.name))
        highest = max((int(known.id) for known in classes), default=0)
        rank_of = np.zeros(max(highest, int(rows.class_ids.max(initial=0))) + 1, np.int64)
        rank_of[[int(known.id) for known in names]] = np.arange(len(names))
        return rank_of[rows.class_ids], rows.class_ids == NO_CLASS
    if key in rows.texts:
        column = rows.texts[key]
        return column.lexicon.ranks()[column.codes], column.codes == 0
    values = rows.numbers[key]
    return np.nan_to_num(values), np.isnan(values)


def _term(rows: LabelRows, classes: Sequence[LabelClass], term: str) -> Bools:
    key, colon, value = term.partition(":")
    others = () if key in TERMS else rows.further
    further = next((one for one in others if plain(one) == plain(key)), None)
    if not colon or (key not in TERMS and further is None):
        return _anywhere(rows, classes, plain(term))
    if key in _NUMBERS:
        column, unit = _NUMBERS[key]
        compare, number = comparison(key, value, unit)
        shown = np.round(rows.numbers[column], _DECIMALS)  # 0.95 is also what adding makes 0.9500000000000002
        return np.asarray(compare(shown, number), np.bool_)
    if key == "is":
        return _state(rows, value)
    fits = _text_test(key, plain(tidied(value)))
    return _of_classes(rows, classes, fits) if key == "class" else _texts(rows, further or key, fits)


def _text_test(key: str, wanted: str) -> Callable[[str], bool]:
    if key in _WHOLE_TEXTS:
        return wanted.__eq__
    return lambda text: text.startswith(wanted) if key in _BEGINNINGS else wanted in text


def _anywhere(rows: LabelRows, classes: Sequence[LabelClass], word: str) -> Bools:
    def has_it(text: str) -> bool:
        return word in text

    found = _of_classes(rows, classes, has_it)
    for key in (*_SOUGHT, *rows.further):
        found |= _texts(rows, key, has_it)
    return found


def _state(rows: LabelRows, state: str) -> Bools:
    if state not in _STATES:
        raise UserError(
            Text("is:{state} is not understood", state=state),
            remedy=Text("Use is: with {states}.", states=joined(STATES)),
        )
    return _STATES[state](rows)


def _of_classes(rows: LabelRows, classes: Sequence[LabelClass], fits: Callable[[str], bool]) -> Bools:
    ids = [known.id for known in classes if fits(plain(known.name))]
    return np.isin(rows.class_ids, np.array(ids, np.int64))


def _texts(rows: LabelRows, key: str, fits: Callable[[str], bool]) -> Bools:
    """Asks of each text of a column once, and not of each row."""
    column = rows.texts[key]
    return column.lexicon.where(fits)[column.codes]
