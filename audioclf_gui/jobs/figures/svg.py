"""The few shapes that the figures are made of, as SVG 1.1 elements; lengths are in points, y goes down."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

INK, GREY, LIGHT = "#222222", "#777777", "#dddddd"
FONT = "font-family='sans-serif'"


def document(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """A whole file: a white page with the title at its top."""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
            f"<title>{escape(title)}</title>",
            rect(0.0, 0.0, width, height, "#ffffff"),
            text(12.0, 20.0, title, size=14.0),
            *parts,
            "</svg>\n",
        )
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 11.0,
    colour: str = INK,
    anchor: Literal["start", "middle", "end"] = "start",
    turned_deg: float = 0.0,
) -> str:
    """Words whose baseline begins, or has its middle or end, at a place."""
    turn = f' transform="rotate({turned_deg:g} {x:g} {y:g})"' if turned_deg else ""
    return (
        f'<text x="{x:g}" y="{y:g}" {FONT} font-size="{size:g}" fill="{colour}"'
        f' text-anchor="{anchor}"{turn}>{escape(words)}</text>'
    )


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none") -> str:
    """A filled rectangle."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}" stroke="{stroke}"/>'
    )


def line(points: Sequence[tuple[float, float]], colour: str, width: float = 1.5) -> str:
    """A line through points."""
    places = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'
