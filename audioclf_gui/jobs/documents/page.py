"""A document as a web page that asks nothing of the network and runs nothing, for screens and for paper."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.documents.parts import (
    Block,
    Cell,
    Headline,
    InlinePicture,
    ItemList,
    Items,
    Paper,
    Section,
    Table,
    said,
)
from audioclf_gui.jobs.documents.style import STYLE
from audioclf_gui.jobs.figures import svg

_NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'"
_LONG = 24  # letters of a word
_NUMBER = re.compile(r"[+\-\N{MINUS SIGN}]?\d|\N{EN DASH}?$")  # how the cells of a column of numbers begin


def as_html(document: Paper, words: Words, language: str = "en") -> str:
    """The whole page, light or dark as the reader's system is; black on white on paper.

    Parameters
    ----------
    language
        The BCP 47 code of what `words` speaks, for those who have it read aloud.
    """
    title = escape(words(document.title))
    below = "".join(f'<p class="below">{escape(words(text))}</p>\n' for text in document.below)
    sections = "".join(
        _section(section, f"part-{number}", words)
        for number, section in enumerate(document.sections, start=1)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_ELSEWHERE}">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>\n"
        f"<header><h1>{title}</h1>\n{below}</header>\n{_contents(document.sections, words)}"
        f"<main>\n{sections}</main>\n</body></html>\n"
    )


def _contents(sections: Sequence[Section], words: Words) -> str:
    """Where each section is, for screens."""
    links = "".join(
        f'<li><a href="#part-{number}">{escape(words(section.title))}</a></li>'
        for number, section in enumerate(sections, start=1)
    )
    return f'<nav aria-label="{escape(words(Text("Contents")))}"><ul>{links}</ul></nav>\n'


def _section(section: Section, name: str, words: Words) -> str:
    blocks = "".join(
        _beside_each_other(found) if are_pictures else found
        for are_pictures, row in groupby(section.blocks, lambda block: isinstance(block, InlinePicture))
        for found in ["".join(_block(block, words) for block in row)]
    )
    heading = f'<h2 id="{name}">{escape(words(section.title))}</h2>'
    return f'<section aria-labelledby="{name}">\n{heading}\n{blocks}</section>\n'


def _beside_each_other(figures: str) -> str:
    """Pictures in a row, as far as there is room."""
    return f'<div class="figures">\n{figures}</div>\n'


def _block(block: Block, words: Words) -> str:
    match block:
        case Text():
            return f"<p>{escape(words(block))}</p>\n"
        case Items():
            items = "".join(f"<li>{escape(said(text, words))}</li>\n" for text in block.texts)
            return f"<ul>\n{items}</ul>\n"
        case Table():
            return _table(block, words) if block.rows else ""
        case InlinePicture():
            drawing = block.draw(words)
            drawn = svg.inline(drawing, block.told, words)
            caption = "" if block.caption is None else _caption(block.caption, words)
            return f'<figure style="flex-basis:{drawing.width:g}px">\n{drawn}{caption}</figure>\n'
        case ItemList():
            return f"<pre><code>{escape(block.code)}</code></pre>\n"
        case Headline():
            name, value, detail = map(escape, (said(block.name, words), block.value, words(block.detail)))
            told = f"<span>{name}</span> <strong>{value}</strong> <span>{detail}</span>"
            return f'<p class="headline">{told}</p>\n'


def _caption(caption: Text, words: Words) -> str:
    return f"<figcaption>{escape(words(caption))}</figcaption>\n"


def _table(table: Table, words: Words) -> str:
    kinds = ["", *map(_kind, [*zip(*table.rows, strict=True)][1:])]
    caption = "" if table.caption is None else f"<caption>{escape(words(table.caption))}</caption>\n"
    header = "".join(
        f'<th scope="col"{_classed(kind)}>{escape(said(name, words))}</th>'
        for name, kind in zip(table.header, kinds, strict=bool(table.header))
    )
    head = f"<thead><tr>{header}</tr></thead>\n" if header else ""
    rows = "".join(_row([said(cell, words) for cell in row], kinds) for row in table.rows)
    return f'<div class="table"><table>\n{caption}{head}<tbody>\n{rows}</tbody></table></div>\n'


def _row(cells: Sequence[str], kinds: Sequence[str]) -> str:
    (name, *_), (first, *rest) = kinds, cells
    told = "".join(
        f"<td{_classed(kind, cell)}>{escape(cell)}</td>" for cell, kind in zip(rest, kinds[1:], strict=True)
    )
    return f'<tr><th scope="row"{_classed(name, first)}>{escape(first)}</th>{told}</tr>\n'


def _kind(column: Sequence[Cell]) -> str:
    """Numbers stand at the right, one below the other."""
    return "number" if all(isinstance(cell, str) and _NUMBER.match(cell) for cell in column) else ""


def _classed(kind: str, cell: str = "") -> str:
    """What a cell is to look like; only words that are too long for a column may be broken anywhere."""
    names = " ".join(filter(None, (kind, "long" if max(map(len, cell.split()), default=0) > _LONG else "")))
    return f' class="{names}"' if names else ""
