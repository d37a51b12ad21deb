"""A model card as Markdown and as a web page that asks nothing of the network."""

import html
import re
from collections.abc import Callable, Sequence

from audioclf_gui.core.text import Text
from audioclf_gui.ml.card_document import Cell, Section

Words = Callable[[Text], str]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
body{color:#222;background:#fff}
table{border-collapse:collapse;margin:.5rem 0}
td,th{border:1px solid #8885;padding:.2rem .6rem;text-align:left}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:1.6rem}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1d20}}
"""


def as_markdown(title: str, sections: Sequence[Section], words: Words) -> str:
    """The card for people who read plain text; names cannot change its layout."""
    blocks = [f"# {_marked_down(title)}"]
    for section in sections:
        blocks.append(f"## {_marked_down(words(section.title))}")
        blocks += [_marked_down(words(sentence)) for sentence in section.sentences]
        if section.rows:
            blocks.append(_markdown_table(section, words))
    return "\n\n".join(blocks) + "\n"


def as_html(title: str, sections: Sequence[Section], words: Words) -> str:
    """The card as a page of its own, light or dark as the reader's system is."""
    head = (
        f'<!doctype html>\n<html><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>{html.escape(title)}</h1>\n"
    )
    return head + "".join(_html_section(section, words) for section in sections) + "</body></html>\n"


def _markdown_table(section: Section, words: Words) -> str:
    width = max(len(row) for row in section.rows)
    header = [words(name) for name in section.header] or [""] * width
    lines = [header, ["---"] * width, *([_said(cell, words) for cell in row] for row in section.rows)]
    rule = 1
    return "\n".join(
        "| " + " | ".join(cells if place == rule else map(_marked_down, cells)) + " |"
        for place, cells in enumerate(lines)
    )


def _html_section(section: Section, words: Words) -> str:
    told = "".join(f"<p>{html.escape(words(sentence))}</p>\n" for sentence in section.sentences)
    table = ""
    if section.rows:
        header = "".join(f"<th>{html.escape(words(name))}</th>" for name in section.header)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_said(cell, words))}</td>" for cell in row) + "</tr>\n"
            for row in section.rows
        )
        table = f"<table>\n{f'<tr>{header}</tr>' if header else ''}\n{rows}</table>\n"
    return f"<h2>{html.escape(words(section.title))}</h2>\n{told}{table}"


def _said(cell: Cell, words: Words) -> str:
    return words(cell) if isinstance(cell, Text) else cell


def _marked_down(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
