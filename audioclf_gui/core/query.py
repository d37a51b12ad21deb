"""The filter box: words and terms such as `class:dog`, `is:unlabelled`, `group:site3`, `len:>10`."""

import math
import operator
import shlex
from collections.abc import Callable
from typing import Any

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.clip_kinds import copies, is_captured
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView

Test = Callable[[Clip], bool]

STATES = ("labelled", "unlabelled", "suggested", "wrong", "warning", "captured", "duplicate", *Certainty)
TERMS = ("class", "is", "group", "fold", "len", "suggestion", "note")

_COMPARISONS = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


def matching_rows(view: CatalogueView, text: str) -> list[int]:
    """Places in `view.clips` of the clips that fulfil every term; a leading `-` negates a term.

    Raises
    ------
    UserError
        For a term that is not understood.
    """
    tests = [_test(view, term) for term in terms_of(text)]
    rows = range(len(view.clips))
    clips = view.clips
    for test in tests:
        rows = [row for row in rows if test(clips[row])]  # type: ignore[assignment]
    return list(rows)


def terms_of(text: str) -> list[str]:
    """The terms of what was typed into a filter; quotation marks hold words together."""
    try:
        return shlex.split(text)
    except ValueError:  # a quotation that is still being typed
        return text.replace('"', " ").replace("'", " ").split()


def signed(term: str) -> tuple[bool, str]:
    """Whether a term is negated, and what of it: each `-` before it turns it round. A `-` alone is a word."""
    positive = term.lstrip("-") or term[-1:]
    return (len(term) - len(positive)) % 2 == 1, positive


def _test(view: CatalogueView, term: str) -> Test:
    is_negated, term = signed(term)
    test = _positive_test(view, term)
    return (lambda clip: not test(clip)) if is_negated else test


def _positive_test(view: CatalogueView, term: str) -> Test:
    key, colon, value = term.partition(":")
    if not colon or key not in TERMS:
        word = plain(term)
        return lambda clip: word in plain(clip.path)
    return _term_test(view, key, value)


def _term_test(view: CatalogueView, key: str, value: str) -> Test:
    wanted = plain(tidied(value))
    ids = {known.id for known in view.classes if plain(known.name).startswith(wanted)}
    match key:
        case "is":
            return _state_test(view, value)
        case "len":
            return _length_test(value)
        case "group" | "fold":
            return lambda clip: plain(getattr(clip, key)) == wanted
        case "note":
            return lambda clip: any(
                label.note and wanted in plain(label.note) for label in view.labels(clip.id)
            )
        case "class":
            return lambda clip: any(label.class_id in ids for label in view.labels(clip.id))
    return lambda clip: not ids.isdisjoint(_suggested_classes(view, clip))


def _state_test(view: CatalogueView, state: str) -> Test:
    match state:
        case "labelled":
            return lambda clip: bool(view.labels(clip.id))
        case "unlabelled":
            return lambda clip: not view.labels(clip.id)
        case "suggested":
            return lambda clip: not view.labels(clip.id) and view.suggestion(clip.id) is not None
        case "wrong":
            return lambda clip: _is_disputed(view, clip)
        case "warning" | "captured" | "duplicate":
            return _sound_test(view, state)
    if state in STATES:
        return lambda clip: any(label.certainty == state for label in view.labels(clip.id))
    raise UserError(
        Text("is:{state} is not understood", state=state),
        remedy=Text("Use is: with {states}.", states=joined(STATES)),
    )


def _sound_test(view: CatalogueView, state: str) -> Test:
    """Of states that do not depend on labels."""
    match state:
        case "warning":
            return lambda clip: bool(clip.audio.warning)
        case "captured":
            return is_captured
    alike = {clip.id for group in copies(view) for clip in group}
    return lambda clip: clip.id in alike


def _length_test(value: str) -> Test:
    compare, seconds = comparison("len", value, "s")
    return lambda clip: compare(clip.duration_s, seconds)


def comparison(key: str, value: str, unit: str) -> tuple[Callable[[Any, Any], Any], float]:
    """How a term such as `len:>10s` compares, and with which number.

    Raises
    ------
    UserError
        If it is none.
    """
    sign = next((sign for sign in _COMPARISONS if value.startswith(sign)), "")
    try:
        number = float(value.removeprefix(sign).removesuffix(unit))
    except ValueError:
        number = math.nan
    if math.isnan(number):
        raise UserError(
            Text("{key}:{value} is not understood", key=key, value=value),
            remedy=Text("Write a number, such as {key}:>10 or {key}:<=0.5.", key=key),
        )
    return _COMPARISONS[sign or "="], number


def _is_disputed(view: CatalogueView, clip: Clip) -> bool:
    given, suggested = whole_clip_classes(view.labels(clip.id)), _suggested_classes(view, clip)
    return bool(given and suggested) and set(given) != set(suggested)


def _suggested_classes(view: CatalogueView, clip: Clip) -> tuple[ClassId, ...]:
    suggestion = view.suggestion(clip.id)
    return () if suggestion is None else suggestion.classes
