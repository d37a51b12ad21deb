"""The few shapes that the figures are made of, as SVG 1.1 elements; lengths are in points, y goes down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal
from unicodedata import east_asian_width

from audioclf_gui.core.text import Text, Words

FONT = "font-family='sans-serif'"
_LETTER, _WIDE_LETTER = 6.2, 11.0  # widths of letters of the usual size, about
_TITLE_HEIGHT = 34.0


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour, and the name by which a page that the figure stands in may give it another one."""

    name: str  # empty: it is the same on every page
    value: str  # "#rrggbb", or "none"


INK, GREY, LIGHT = Colour("ink", "#222222"), Colour("grey", "#777777"), Colour("light", "#dddddd")
PAPER, WHITE, NONE = Colour("paper", "#ffffff"), Colour("", "#ffffff"), Colour("", "none")
FILLED = Colour("filled", "#1f77b4")
IDEAL = Colour("ideal", "#2a9d57")
SERIES = (
    Colour("first", "#1f77b4"),
    Colour("second", "#d62728"),
    Colour("third", "#2a9d57"),
    Colour("fourth", "#8e5bb8"),
    Colour("fifth", "#b8860b"),
    Colour("sixth", "#17919c"),
)
"""For lines that are to be told apart; of more lines the colours come again."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure without a page around it."""

    width: float
    height: float
    parts: tuple[str, ...]


def document(drawing: Drawing, title: str) -> str:
    """A whole file: a white page with the title at its top, the drawing below it."""
    width, height = max(drawing.width, 8.0 * len(title)), drawing.height + _TITLE_HEIGHT
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
            f"<title>{escape(title)}</title>",
            rect(0.0, 0.0, width, height, PAPER),
            text(12.0, 20.0, title, size=14.0),
            f'<g transform="translate(0 {_TITLE_HEIGHT:g})">',
            *drawing.parts,
            "</g>",
            "</svg>\n",
        )
    )


def inline(drawing: Drawing, told: Text, words: Words) -> str:
    """An element of a page, which says its colours; `told` is for those who do not see it."""
    width, height = drawing.width, drawing.height
    size = f'viewBox="0 0 {width:g} {height:g}" style="max-width:{width:g}px"'
    return "\n".join(
        (f'<svg role="img" aria-label="{escape(words(told))}" {size}>', *drawing.parts, "</svg>\n")
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 11.0,
    colour: Colour = INK,
    anchor: Literal["start", "middle", "end"] = "start",
    turned_deg: float = 0.0,
) -> str:
    """Words whose baseline begins, or has its middle or end, at a place."""
    turn = f' transform="rotate({turned_deg:g} {x:g} {y:g})"' if turned_deg else ""
    return (
        f'<text x="{x:g}" y="{y:g}" {FONT} font-size="{size:g}" {_filled(colour)}'
        f' text-anchor="{anchor}"{turn}>{escape(words)}</text>'
    )


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Colour,
    stroke: Colour = NONE,
    *,
    opacity: float = 1.0,
) -> str:
    """A filled rectangle; opacity is that of what fills it."""
    seen = "" if opacity == 1.0 else f' fill-opacity="{opacity:.3g}"'
    shape = f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'{shape} fill="{fill.value}" stroke="{stroke.value}"{_named(fill=fill, stroke=stroke)}{seen}/>'


def line(
    points: Sequence[tuple[float, float]], colour: Colour, width: float = 1.5, *, dashes: str = ""
) -> str:
    """A line through points."""
    places = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{places}" fill="none" stroke="{colour.value}" stroke-width="{width:g}"'
        f"{_named(stroke=colour)}{dashed}/>"
    )


def rule(
    start: tuple[float, float], end: tuple[float, float], colour: Colour, width: float = 0.5, dashes: str = ""
) -> str:
    """A straight line that is no curve: of a grid, of a legend."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}"'
        f' stroke="{colour.value}" stroke-width="{width:g}"{_named(stroke=colour)}{dashed}/>'
    )


def dots(
    places: Iterable[tuple[float, float]], colour: Colour, radius: float = 3.0, *, opacity: float = 1.0
) -> list[str]:
    """Points of one size."""
    seen = "" if opacity == 1.0 else f' fill-opacity="{opacity:.3g}"'
    return [
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.3g}" {_filled(colour)}{seen}/>' for x, y in places
    ]


def width_of(words: str) -> float:
    """How wide words of the usual size are, about."""
    return sum(_WIDE_LETTER if east_asian_width(letter) in "WF" else _LETTER for letter in words)


def shortened(words: str, most: int) -> str:
    """At most so many letters of a name, for where there is no room for more."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _filled(colour: Colour) -> str:
    return f'fill="{colour.value}"{_named(fill=colour)}'


def _named(**colours: Colour) -> str:
    """By which names a page's style finds an element."""
    names = " ".join(f"{what}-{colour.name}" for what, colour in colours.items() if colour.name)
    return f' class="{names}"' if names else ""
