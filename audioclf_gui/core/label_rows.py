"""All labels of a project as columns: to sort and to filter them costs no loop over labels."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.label_columns import FIXED_KEYS, TableColumn, further_key
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.track import MAIN_TITLE
from audioclf_gui.core.view import CatalogueView

_Scalar = TypeVar("_Scalar", bound=np.generic)

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Objects: TypeAlias = npt.NDArray[np.object_]

NO_CLASS = 0
"""Stands for a label without a class; class ids begin at 1."""


class Lexicon:
    """The texts of a column, each once and by number; it only grows, and the empty text is number 0.

    Parameters
    ----------
    key
        By what they are sorted, of the form in which they are compared.
    """

    def __init__(self, key: Callable[[str], str | tuple[str, ...]] = str) -> None:
        self._key = key
        self._codes: dict[str, int] = {"": 0}
        self._texts: list[str] = [""]
        self._plain: list[str] = [""]
        self._order: list[int] = [0]

    def codes(self, texts: Iterable[str]) -> Ints:
        """The numbers of texts, also of those that are new."""
        codes = self._codes
        return np.array([codes.setdefault(text, len(codes)) for text in texts], np.int64)

    def text(self, code: int) -> str:
        """The text of a number."""
        self._catch_up()
        return self._texts[code]

    def where(self, fits: Callable[[str], bool]) -> Bools:
        """For each number whether its text fits, in the form in which texts are compared."""
        self._catch_up()
        return np.array([fits(text) for text in self._plain], np.bool_)

    def ranks(self) -> Ints:
        """For each number the place of its text among all in their order."""
        self._catch_up()
        ranks = np.empty(len(self._order), np.int64)
        ranks[self._order] = np.arange(len(self._order))
        return ranks

    def _catch_up(self) -> None:
        """Take in what is new, at the price of what is new."""
        known = len(self._texts)
        if known == len(self._codes):
            return
        self._texts.extend(list(self._codes)[known:])
        self._plain.extend(map(plain, self._texts[known:]))
        keys = list(map(self._key, self._plain))
        self._order = sorted((*self._order, *range(known, len(keys))), key=keys.__getitem__)


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of texts: for each row the number of its text."""

    codes: Ints
    lexicon: Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class LabelRows:
    """A row for each label; what stands at one place of all arrays is of one label.

    Attributes
    ----------
    labels : object, shape (rows,)
        Of Label.
    clip_ids : int64, shape (rows,)
        Rising ids are the order of the project.
    class_ids : int64, shape (rows,)
        `NO_CLASS` where there is none.
    wholes : bool, shape (rows,)
        Whether it is a label of the whole clip.
    numbers : mapping of float64, shape (rows,)
        By the keys of `core.label_columns`; nan where there is none. A label of the whole clip runs from 0 to
        its end. Further ones may be added: they are kept where a label is, and nan where one comes.
    texts : mapping of Coded
        By the keys of `core.label_columns`, then those of further columns of label files by their own names.
    """

    labels: Objects
    clip_ids: Ints
    class_ids: Ints
    wholes: Bools
    numbers: Mapping[str, Floats]
    texts: Mapping[str, Coded]

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def further(self) -> tuple[str, ...]:
        """The columns that label files brought and that this program does not know."""
        return tuple(key for key in self.texts if key not in FIXED_KEYS)

    def text(self, key: str, place: int) -> str:
        """What a column of texts says of a row."""
        column = self.texts[key]
        return column.lexicon.text(int(column.codes[place]))

    def value(self, column: TableColumn, place: int, names: Mapping[ClassId, str]) -> str | float | None:
        """What stands in a cell; None for a number that is not known.

        Parameters
        ----------
        names
            Those of the classes.
        """
        if column.key == "class":
            return names.get(ClassId(int(self.class_ids[place])), "")
        if column.decimals is None:
            return self.text(column.key, place) if column.key in self.texts else ""
        number = self.number(column, place)
        return None if number is None else round(number, column.decimals)

    def number(self, column: TableColumn, place: int) -> float | None:
        """The number of a cell as exactly as it is known, to be rounded once by who shows it."""
        number = float(self.numbers[column.key][place]) if column.key in self.numbers else math.nan
        return None if math.isnan(number) else number

    def places_of(self, labels: Iterable[tuple[ClipId, Label]]) -> Ints:
        """Where labels of clips stand, in their order; those that do not are left out."""
        wanted: dict[ClipId, list[Label]] = {}
        for clip_id, label in labels:
            wanted.setdefault(clip_id, []).append(label)
        found: list[int] = []
        for clip_id, own in wanted.items():
            places = np.flatnonzero(self.clip_ids == clip_id)
            starts_s = self.numbers["start_s"][places]
            order = np.argsort(starts_s, kind="stable")
            places, starts_s = places[order], starts_s[order]
            for label in own:
                first, last = (
                    int(np.searchsorted(starts_s, label.start_s or 0.0, side)) for side in ("left", "right")
                )
                same = (place for place in places[first:last].tolist() if self.labels[place] == label)
                found += islice(same, 1)
        return np.array(found, np.int64)


@dataclass(frozen=True, slots=True)
class Patch:
    """Rows after a change of some clips.

    Attributes
    ----------
    touched : int64, shape (n,)
        Places of rows whose label is another one now.
    kept : int64, shape (m,) or None
        The places before of the rows that are still there; those behind them are new. None: as many rows as
        before, each in its place.
    """

    rows: LabelRows
    touched: Ints
    kept: Ints | None


def rows_of(view: CatalogueView, clips: Iterable[Clip] | None = None) -> LabelRows:
    """The labels of these clips, or of all that are in the project; may take long for many."""
    wanted = view.clips if clips is None else clips
    rows = _of([(clip, label) for clip in wanted for label in view.labels(clip.id)], {})
    for column in rows.texts.values():
        column.lexicon.ranks()  # now, and not when a heading is clicked
    return rows


def patched(rows: LabelRows, view: CatalogueView, clip_ids: Iterable[ClipId]) -> Patch:
    """The rows when the labels of these clips are those of the view.

    A label that has taken the place of another one has its row, too.
    """
    own = set(clip_ids)
    before = np.flatnonzero(np.isin(rows.clip_ids, np.fromiter(own, np.int64, len(own))))
    there = {clip.id for clip in map(view.clips_by_id.__getitem__, own) if not clip.removed}
    gone: list[int] = []
    lost: list[int] = []
    fresh: list[tuple[Clip, Label]] = []
    surplus: list[tuple[Clip, Label]] = []
    by_clip = _places_by_clip(rows, before)
    for clip_id in sorted(own):
        after = view.labels(clip_id) if clip_id in there else ()
        left, new = _differing(rows.labels, by_clip.get(clip_id, np.arange(0)), after)
        clip = view.clips_by_id[clip_id]
        paired = min(len(left), len(new))
        gone += left[:paired]
        fresh += ((clip, label) for label in new[:paired])
        surplus += ((clip, label) for label in new[paired:])
        lost += left[paired:]
    touched = np.array(gone, np.int64)
    lexicons = {key: column.lexicon for key, column in rows.texts.items()}
    result = _put(rows, touched, _of(fresh, lexicons))
    if not lost and not surplus:
        return Patch(result, touched, None)
    kept = np.delete(np.arange(len(rows)), lost)
    return Patch(_joined(_taken(result, kept), _of(surplus, lexicons)), touched, kept)


def with_numbers(rows: LabelRows, numbers: Mapping[str, Floats]) -> LabelRows:
    """The rows with further numbers, which may be filled in later."""
    return replace(rows, numbers={**rows.numbers, **numbers})


def _places_by_clip(rows: LabelRows, places: Ints) -> dict[ClipId, Ints]:
    ids = rows.clip_ids[places]
    order = np.argsort(ids, kind="stable")
    clip_ids, starts = np.unique(ids[order], return_index=True)
    return dict(zip(map(ClipId, clip_ids.tolist()), np.split(places[order], starts[1:]), strict=False))


def _differing(labels: Objects, places: Ints, after: Labels) -> tuple[list[int], list[Label]]:
    """Places of labels that are not there any more, and those that are new; told apart by identity."""
    before_ids, after_ids = list(map(id, labels[places].tolist())), list(map(id, after))
    before_set, after_set = set(before_ids), set(after_ids)
    if len(before_set) < len(before_ids) or len(after_set) < len(after_ids):
        return _differing_counts(places.tolist(), before_ids, after)
    return (
        [place for place, one in zip(places.tolist(), before_ids, strict=True) if one not in after_set],
        [label for label in after if id(label) not in before_set],
    )


def _differing_counts(
    places: Sequence[int], before_ids: Sequence[int], after: Labels
) -> tuple[list[int], list[Label]]:
    """The same where one label stands several times in a clip."""
    known: dict[int, list[int]] = {}
    for place, one in reversed(list(zip(places, before_ids, strict=True))):
        known.setdefault(one, []).append(place)
    new = []
    for label in after:
        if same := known.get(id(label)):
            same.pop()
        else:
            new.append(label)
    return sorted(place for same in known.values() for place in same), new


def _of(found: Sequence[tuple[Clip, Label]], lexicons: Mapping[str, Lexicon]) -> LabelRows:
    clips = [clip for clip, _ in found]
    labels = [label for _, label in found]
    starts_s = np.array([0.0 if one.start_s is None else one.start_s for one in labels], np.float64)
    ends_s = np.array(
        [clip.duration_s if one.end_s is None else one.end_s for clip, one in found], np.float64
    )
    lows_hz = np.array([one.low_hz for one in labels], np.float64)
    highs_hz = np.array([one.high_hz for one in labels], np.float64)

    def coded(key: str, texts: Iterable[str]) -> Coded:
        lexicon = lexicons.get(key) or Lexicon(_by_name if key == "clip" else str)
        return Coded(lexicon.codes(texts), lexicon)

    return LabelRows(
        labels=_objects(labels),
        clip_ids=np.array([clip.id for clip in clips], np.int64),
        class_ids=np.array([one.class_id or NO_CLASS for one in labels], np.int64),
        wholes=np.array([one.is_whole_clip for one in labels], np.bool_),
        numbers={
            "start_s": starts_s,
            "end_s": ends_s,
            "duration_s": ends_s - starts_s,
            "low_hz": lows_hz,
            "high_hz": highs_hz,
            "bandwidth_hz": highs_hz - lows_hz,
            "score": np.array([one.score for one in labels], np.float64),
        },
        texts={
            "clip": coded("clip", (clip.path for clip in clips)),
            "track": coded("track", (one.track or MAIN_TITLE for one in labels)),
            "certainty": coded("certainty", (one.certainty or "" for one in labels)),
            "note": coded("note", (one.note for one in labels)),
            "source": coded("source", (str(one.source) for one in labels)),
            "group": coded("group", (clip.group for clip in clips)),
            "fold": coded("fold", (clip.fold for clip in clips)),
            **{key: coded(key, texts) for key, texts in _further(labels).items()},
        },
    )


def _further(labels: Sequence[Label]) -> dict[str, list[str]]:
    """The further columns: a key for each, and the text of each row."""
    found: dict[str, list[str]] = {}
    for place, label in enumerate(labels):
        for name, text in label.extra:
            if name not in found:
                found[name] = [""] * len(labels)
            found[name][place] = text
    return {further_key(name): texts for name, texts in found.items()}


def _by_name(path: str) -> tuple[str, str]:
    return path.rpartition("/")[2], path


def _objects(labels: Sequence[Label]) -> Objects:
    made = np.empty(len(labels), np.object_)
    made[:] = labels
    return made


def _taken(rows: LabelRows, places: Ints) -> LabelRows:
    return LabelRows(
        rows.labels[places],
        rows.clip_ids[places],
        rows.class_ids[places],
        rows.wholes[places],
        {key: values[places] for key, values in rows.numbers.items()},
        {key: Coded(column.codes[places], column.lexicon) for key, column in rows.texts.items()},
    )


def _joined(first: LabelRows, second: LabelRows) -> LabelRows:
    """The rows of the second behind those of the first; numbers that only the first has are nan there."""
    return LabelRows(
        np.concatenate([first.labels, second.labels]),
        np.concatenate([first.clip_ids, second.clip_ids]),
        np.concatenate([first.class_ids, second.class_ids]),
        np.concatenate([first.wholes, second.wholes]),
        {
            key: np.concatenate([values, second.numbers.get(key, np.full(len(second), np.nan))])
            for key, values in first.numbers.items()
        },
        {key: _joined_texts(key, first, second) for key in {**first.texts, **second.texts}},
    )


def _put(rows: LabelRows, places: Ints, new: LabelRows) -> LabelRows:
    """The rows with new ones in these places; numbers that only the others have are nan there."""
    if not len(places):
        return rows
    numbers = {
        key: _with(values, places, new.numbers.get(key, np.nan)) for key, values in rows.numbers.items()
    }
    texts = {}
    for key in {**rows.texts, **new.texts}:
        one, other = rows.texts.get(key), new.texts.get(key)
        codes = np.zeros(len(rows), np.int64) if one is None else one.codes
        column = one or new.texts[key]
        texts[key] = Coded(_with(codes, places, 0 if other is None else other.codes), column.lexicon)
    return LabelRows(
        _with(rows.labels, places, new.labels),
        _with(rows.clip_ids, places, new.clip_ids),
        _with(rows.class_ids, places, new.class_ids),
        _with(rows.wholes, places, new.wholes),
        numbers,
        texts,
    )


def _with(values: npt.NDArray[_Scalar], places: Ints, new: npt.ArrayLike) -> npt.NDArray[_Scalar]:
    changed = values.copy()
    changed[places] = new
    return changed


def _joined_texts(key: str, first: LabelRows, second: LabelRows) -> Coded:
    """A column that may lack in one of them: all of its texts are empty there."""
    codes = [
        rows.texts[key].codes if key in rows.texts else np.zeros(len(rows), np.int64)
        for rows in (first, second)
    ]
    lexicon = next(rows.texts[key].lexicon for rows in (first, second) if key in rows.texts)
    return Coded(np.concatenate(codes), lexicon)
