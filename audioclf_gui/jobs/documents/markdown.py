"""A document as Markdown, for people who read plain text."""

import re
from collections.abc import Iterator

from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.documents.parts import Block, Headline, ItemList, Items, Paper, Table, said

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def as_markdown(document: Paper, words: Words) -> str:
    """The document without its pictures; names cannot change its layout."""
    blocks = [f"# {_marked_down(words(document.title))}"]
    blocks += [_marked_down(words(sentence)) for sentence in document.below]
    for section in document.sections:
        blocks.append(f"## {_marked_down(words(section.title))}")
        blocks += [text for block in section.blocks for text in _block(block, words)]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Text():
            yield _marked_down(words(block))
        case Items():
            yield "\n".join(f"- {_marked_down(said(text, words))}" for text in block.texts)
        case Table() if block.rows:
            yield _table(block, words)
        case ItemList():
            yield f"    {block.code}"
        case Headline():
            yield _marked_down(f"{words(block.name)}: {block.value} ({words(block.detail)})")


def _table(table: Table, words: Words) -> str:
    width = max(len(row) for row in table.rows)
    header = [words(name) for name in table.header] or [""] * width
    lines = [header, ["---"] * width, *([said(cell, words) for cell in row] for row in table.rows)]
    rule = 1
    return "\n".join(
        "| " + " | ".join(cells if place == rule else map(_marked_down, cells)) + " |"
        for place, cells in enumerate(lines)
    )


def _marked_down(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
