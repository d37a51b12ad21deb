#!/usr/bin/env python3
"""Render the reference of the Python interface as web pages, and see that every link in it leads somewhere.

    .venv/bin/python packaging/render_reference.py [DIR]

Whatever Sphinx warns of is an error. Nothing is fetched, and the pages load nothing from elsewhere.
"""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from typing_extensions import override

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging" / "reference"
TARGET = ROOT / "build" / "reference"

_LOADED = frozenset({"script", "link", "img", "source", "iframe"})


class Page(HTMLParser):
    """What a page of the reference names: its own places, and where it leads.

    Attributes
    ----------
    places : set of str
        What an address may name after its `#`.
    links : list of (str, str)
        The element and the address.
    """

    def __init__(self, content: str) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.feed(content)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"id", "name"}:
                self.places.add(value or "")
            elif name in {"href", "src"}:
                self.links.append((tag, value or ""))


def main(target: Path) -> int:
    """Render into a folder; the exit status is 1 if anything is amiss."""
    from sphinx.cmd.build import build_main

    options = ["-q", "-E", "--nitpicky", "--fail-on-warning", "--keep-going", "-b", "html"]
    if build_main([*options, str(SOURCE), str(target)]) != 0:
        return 1
    problems = list(bad_links(target))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{target / 'index.html'}: {len(list(target.glob('*.html')))} pages")
    return 1 if problems else 0


def bad_links(folder: Path) -> Iterator[str]:
    """Links of the pages in a folder that lead nowhere, and what they load from elsewhere."""
    pages = {file: Page(file.read_text("utf-8")) for file in sorted(folder.rglob("*.html"))}
    for file, page in pages.items():
        for tag, address in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:  # whoever follows a link decides so
                if tag in _LOADED:
                    yield f"{file.name}: {tag} loads {address}"
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not target.is_file():
                yield f"{file.name}: {address} leads nowhere"
            elif target in pages and parts.fragment and unquote(parts.fragment) not in pages[target].places:
                yield f"{file.name}: there is no place {address}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET))
