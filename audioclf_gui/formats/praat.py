"""Text files of Praat, taken apart and put together again without touching what nobody changed.

The rule of Praat's manual ("TextGrid file formats"): only free-standing numbers, texts in quotes and flags
count; all other words are comments, as is everything from `!` to the end of its line. So one reader takes
the long form, the short one, and what other programs make of them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audioclf_gui.formats.text import Change, FileText, changed, finite

INTERVALS, POINTS = "IntervalTier", "TextTier"
_TOKEN = re.compile(r'"(?:[^"]|"")*"|![^\r\n]*|[^\s"]+|"')
_WITH_COMMA = re.compile(r"[+-]?\d+,\d+")
_LONG = re.compile(r"xmin *= *")
_OUTER = re.compile(r"^([^\S\r\n]*)(?:intervals|points) *\[", re.MULTILINE)
_INNER = re.compile(r"\] *:\s*[\r\n]([^\S\r\n]*)(xmin|number|time)")


class Token(NamedTuple):
    """A number, a text in quotes or a flag, and where it stands in the file."""

    text: str
    start: int

    @property
    def stop(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def number(self) -> float:
        """The number that it is."""
        value = finite(self.text)
        return 0.0 if value is None else value

    @property
    def words(self) -> str:
        """The text in its quotes."""
        return self.text[1:-1].replace('""', '"')


class Item(NamedTuple):
    """An interval, or a point, whose start and stop are one token."""

    start: Token
    stop: Token
    text: Token


class Mark(NamedTuple):
    """What an item of a tier is to say; equal ends for a point."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class GridTier:
    """A tier and where it stands in the file."""

    kind: str
    name: Token
    start: Token
    stop: Token
    count: Token
    items: tuple[Item, ...]

    @property
    def end(self) -> int:
        """Where its last item ends."""
        return self.items[-1].text.stop if self.items else self.count.stop


@dataclass(frozen=True, slots=True)
class Grid:
    """A TextGrid and where its parts stand in the file."""

    source: FileText
    start: Token
    stop: Token
    size: Token
    tiers: tuple[GridTier, ...]


@dataclass(frozen=True, slots=True)
class TierDraft:
    """What a tier is to hold."""

    kind: str
    name: str
    marks: tuple[Mark, ...]


class NotAGridError(ValueError):
    """The text does not go on as a TextGrid does, which has no numbers with commas either."""

    def __init__(self, position: int) -> None:
        super().__init__(f"no TextGrid from character {position} on")
        self.position = position


def parsed(source: FileText) -> Grid:
    """Take a TextGrid apart; how many tiers and items it says it has does not count.

    Raises
    ------
    NotAGridError
        Where it goes on otherwise than a TextGrid.
    """
    tokens = Tokens(source.text)
    kind = tokens.take(is_text)
    if not kind.words.startswith("ooTextFile") or tokens.take(is_text).words != "TextGrid":
        raise NotAGridError(kind.start)
    start, stop = tokens.take(is_number), tokens.take(is_number)
    if tokens.is_next(_is_flag):
        tokens.take(_is_flag)
    size = tokens.take(is_number)
    tiers = []
    while tokens.is_next(lambda _token: True):
        tiers.append(_tier(tokens))
    return Grid(source, start, stop, size, tuple(tiers))


def _tier(tokens: "Tokens") -> GridTier:
    kind = tokens.take(is_text)
    if kind.words not in {INTERVALS, POINTS}:
        raise NotAGridError(kind.start)
    name = tokens.take(is_text)
    start, stop, count = (tokens.take(is_number) for _ in range(3))
    items = []
    while tokens.is_next(is_number):
        begin = tokens.take(is_number)
        end = tokens.take(is_number) if tokens.is_next(is_number) else begin  # also some points have two
        items.append(Item(begin, end, tokens.take(is_text)))
    return GridTier(kind.words, name, start, stop, count, tuple(items))


class Tokens:
    """What counts in a text, one after the other."""

    def __init__(self, text: str) -> None:
        found = (Token(match[0], match.start()) for match in _TOKEN.finditer(text))
        self._rest = [token for token in found if _counts(token)]
        self._rest.reverse()
        self._length = len(text)

    def is_next(self, kind: Callable[[Token], bool]) -> bool:
        """Whether there is a next one, of that kind."""
        return bool(self._rest) and kind(self._rest[-1])

    def take(self, kind: Callable[[Token], bool]) -> Token:
        """The next one; NotAGridError if it is not of that kind."""
        if not self.is_next(kind):
            raise NotAGridError(self._rest[-1].start if self._rest else self._length)
        return self._rest.pop()


def is_text(token: Token) -> bool:
    """Whether it is a text in quotes."""
    return len(token.text) > 1 and token.text.startswith('"')


def is_number(token: Token) -> bool:
    """Whether it is a number."""
    return "," not in token.text and finite(token.text) is not None


def has_comma(text: str) -> bool:
    """Whether a text begins with a number that has a comma in the place of a point."""
    return _WITH_COMMA.match(text) is not None


def _counts(token: Token) -> bool:
    """Whether it is no comment: a number with a comma is a fault, since Praat would read half of it."""
    return (
        is_text(token) or is_number(token) or _is_flag(token) or _WITH_COMMA.fullmatch(token.text) is not None
    )


def _is_flag(token: Token) -> bool:
    return token.text in {"<exists>", "<absent>"}


# Writing


def grid_of(start_s: float, stop_s: float, tiers: Sequence[TierDraft]) -> Grid:
    """A grid as Praat writes it, in the long form."""
    blank = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
        f"xmin = {_number(start_s)} \nxmax = {_number(stop_s)} \ntiers? <exists> \nsize = 0 \nitem []: \n"
    )
    grid = parsed(FileText(blank))
    return parsed(FileText(rewritten(grid, (), tiers, stop_s))) if tiers else grid


def rewritten(
    grid: Grid, drafts: Sequence[TierDraft | None], added: Sequence[TierDraft], end_s: float
) -> str:
    """The text of a grid with other tiers.

    Parameters
    ----------
    drafts
        For each tier what it is to hold; None for one that stays as it is.
    added
        Tiers to put behind them.
    end_s
        Where the last label ends: the grid and all its tiers become that long, if they are shorter.
    """
    text = grid.source.text
    style = _Style.of(grid)
    limits = (grid.start.text, grid.stop.text)
    changes: list[Change] = []
    if end_s > grid.stop.number:
        limits = (grid.start.text, _number(end_s))
        changes += [
            (token.start, token.stop, limits[1]) for token in (grid.stop, *(t.stop for t in grid.tiers))
        ]
        drafts = [draft or _draft(tier) for draft, tier in zip(drafts, grid.tiers, strict=True)]
    for tier, draft in zip(grid.tiers, drafts, strict=True):
        if draft is not None:
            known = {token.number: token.text for item in tier.items for token in item[:2]}
            items = _items(draft, limits, known)
            changes.append((tier.count.start, tier.count.stop, str(len(items))))
            changes.append((tier.count.stop, tier.end, style.body(draft.kind, items)))
    if added:
        end = max((tier.end for tier in grid.tiers), default=len(text.rstrip()))
        count = len(grid.tiers)
        tiers = "".join(
            style.tier(draft, count + number, limits, _items(draft, limits, {}))
            for number, draft in enumerate(added, start=1)
        )
        changes += [(grid.size.start, grid.size.stop, str(count + len(added))), (end, end, tiers)]
    return changed(text, changes)


def _draft(tier: GridTier) -> TierDraft:
    marks = tuple(
        Mark(item.start.number, item.stop.number, item.text.words)
        for item in tier.items
        if tier.kind == POINTS or item.text.words.strip()
    )
    return TierDraft(tier.kind, tier.name.words, marks)


def _items(draft: TierDraft, limits: tuple[str, str], known: dict[float, str]) -> list[tuple[str, ...]]:
    """The values of each item as they stand in the file; intervals without a text fill the gaps."""

    def number(value: float) -> str:
        return known.get(value) or _number(value)

    if draft.kind == POINTS:
        return [(number(mark.start_s), _quoted(mark.text)) for mark in draft.marks]
    items: list[tuple[str, ...]] = []
    last, reached_s = limits[0], finite(limits[0]) or 0.0
    for mark in draft.marks:
        start, end = number(mark.start_s), number(mark.end_s)
        if mark.start_s > reached_s:
            items.append((last, start, '""'))
        items.append((start, end, _quoted(mark.text)))
        last, reached_s = end, mark.end_s
    if reached_s < (finite(limits[1]) or 0.0) or not items:
        items.append((last, limits[1], '""'))
    return items


def _number(value: float) -> str:
    """A number as Praat writes it, without zeros behind the point."""
    return repr(float(value)).removesuffix(".0")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class _Style:
    """How a file is laid out: long, with names before the values, or short."""

    is_long: bool
    line_end: str
    blank: str  # what stands behind a value of the long form
    outer: str  # what stands before an item
    inner: str  # and before what it says
    point: str  # what the time of a point is called

    @classmethod
    def of(cls, grid: Grid) -> "_Style":
        text = grid.source.text
        outer, inner = _OUTER.search(text), _INNER.search(text)
        point = re.search(r"\b(number|time) *= *[\d.]", text)
        return cls(
            is_long=_LONG.search(text) is not None,
            line_end=grid.source.line_end,
            blank=" " if text[grid.stop.stop : grid.stop.stop + 1] == " " else "",
            outer=outer[1] if outer else " " * 8,
            inner=inner[1] if inner else " " * 12,
            point=point[1] if point else "number",
        )

    def body(self, kind: str, items: Sequence[tuple[str, ...]]) -> str:
        """The items of a tier, from behind its count to the text of the last."""
        if not self.is_long:
            return "".join(self.line_end + value for item in items for value in item)
        name = "intervals" if kind == INTERVALS else "points"
        facts = ("xmin", "xmax", "text") if kind == INTERVALS else (self.point, "mark")
        lines = []
        for number, item in enumerate(items, start=1):
            lines.append(f"{self.outer}{name} [{number}]:")
            lines += [
                f"{self.inner}{fact} = {value}{self.blank}" for fact, value in zip(facts, item, strict=True)
            ]
        whole = "".join(self.line_end + line for line in lines)
        return self.blank + whole.removesuffix(self.blank) if items else ""

    def tier(
        self, draft: TierDraft, number: int, limits: tuple[str, str], items: Sequence[tuple[str, ...]]
    ) -> str:
        """A whole tier, from behind the one before it."""
        head = (_quoted(draft.kind), _quoted(draft.name), *limits)
        body = self.body(draft.kind, items)
        if not self.is_long:
            return "".join(self.line_end + value for value in (*head, str(len(items)))) + body
        count = "intervals: size" if draft.kind == INTERVALS else "points: size"
        lines = [f"{self.outer[: len(self.outer) // 2]}item [{number}]:"]
        lines += [
            f"{self.outer}{name} = {value}{self.blank}"
            for name, value in zip(("class", "name", "xmin", "xmax"), head, strict=True)
        ]
        lines.append(f"{self.outer}{count} = {len(items)}")
        return self.blank + "".join(self.line_end + line for line in lines) + body
