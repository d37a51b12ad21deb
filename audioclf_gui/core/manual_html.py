"""Markdown as the manual is written in, put into HTML that a window can dress by a style sheet."""

import html
import re
from collections.abc import Callable, Iterator

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|!\[(?P<described>[^\]]*)\]\((?P<picture>[^)]+)\)"
    r"|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\*(?P<shown>[^*]+)\*"
)
_HEADING = re.compile(r"(#+) (.+)")
_ITEM = re.compile(r"(?:-|(\d+)\.) (.+)")
_RULE = re.compile(r"\|(?:[-: ]+\|)+")


def to_html(markdown: str) -> str:
    """Headings, paragraphs, lists, tables, blocks of commands, pictures and links; nothing else is known.

    Blocks are separated by empty lines. A picture is a paragraph of the class `picture`, a block of commands
    a table of the class `commands`: so their looks are a matter of the style sheet.
    """
    return "\n".join(_block(lines) for lines in _blocks(markdown))


def _blocks(markdown: str) -> Iterator[list[str]]:
    block: list[str] = []
    in_fence = False
    for line in markdown.splitlines():
        in_fence ^= line.startswith("```")
        if line.strip() or in_fence:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _block(lines: list[str]) -> str:
    if lines[0].startswith("```"):
        code = html.escape("\n".join(lines[1:-1]))
        cell = f"<tr><td><pre>{code}</pre></td></tr>"
        return f'<table class="commands" width="100%" cellpadding="8">{cell}</table>'
    if heading := _HEADING.fullmatch(lines[0]):
        level = len(heading.group(1))
        return f"<h{level}>{_inline(heading.group(2))}</h{level}>"
    if lines[0].startswith("|"):
        return _table([line for line in lines if not _RULE.fullmatch(line)])
    if _ITEM.match(lines[0]):
        return _list(lines)
    words = _joined(lines)
    kind = ' class="picture"' if words.startswith("![") else ""
    return f"<p{kind}>{_inline(words)}</p>"


def _joined(lines: list[str]) -> str:
    """Lines as one; no blank comes between two Chinese letters, where Chinese has none."""
    return re.sub(r"(?<=[\u2e80-\uffef])\n(?=[\u2e80-\uffef])", "", "\n".join(map(str.strip, lines))).replace(
        "\n", " "
    )


def _table(lines: list[str]) -> str:
    rows = [[_inline(cell.strip()) for cell in line.strip("|").split("|")] for line in lines]
    head, *body = rows
    told = "".join(f"<th>{cell}</th>" for cell in head)
    rest = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f'<table class="facts" width="100%" cellspacing="0" cellpadding="5"><tr>{told}</tr>{rest}</table>'


def _list(lines: list[str]) -> str:
    items: list[list[str]] = []
    for line in lines:
        if item := _ITEM.fullmatch(line):
            items.append([item.group(2)])
        else:
            items[-1].append(line)
    kind = "ol" if lines[0][0].isdigit() else "ul"
    return f"<{kind}>{''.join(f'<li>{_inline(_joined(item))}</li>' for item in items)}</{kind}>"


def _inline(words: str) -> str:
    pieces, end = [], 0
    for found in _INLINE.finditer(words):
        pieces += [html.escape(words[end : found.start()]), _marked(found)]
        end = found.end()
    return "".join([*pieces, html.escape(words[end:])])


def _marked(found: re.Match[str]) -> str:
    assert found.lastgroup is not None  # each alternative has a name
    said = {name: html.escape(text) for name, text in found.groupdict().items() if text is not None}
    return _AS_HTML[found.lastgroup](said)


_AS_HTML: dict[str, Callable[[dict[str, str]], str]] = {
    "code": lambda said: f"<code>{said['code']}</code>",
    "picture": lambda said: f'<img src="{said["picture"]}" alt="{said["described"]}">',
    "link": lambda said: f'<a href="{said["link"]}">{said["words"]}</a>',
    "strong": lambda said: f"<b>{said['strong']}</b>",
    "shown": lambda said: f"<i>{said['shown']}</i>",
}
