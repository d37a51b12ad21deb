"""The manual: pages of Markdown in `resources/help`, one folder for each language, and a search over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.resources import resources

PAGES = (
    "first-steps",
    "importing",
    "labelling",
    "spectrogram",
    "training",
    "figures",
    "review",
    "live",
    "mixtures",
    "search",
    "monitoring",
    "exporting",
    "command-line",
    "clusters",
    "trouble",
    "glossary",
)
"""What explains the program, in the order in which it is listed."""
CHAPTERS = (
    "tutorial-birds",
    "tutorial-bats",
    "tutorial-speech",
    "tutorial-machines",
    "tutorial-class-room",
    "tutorial-cluster",
)
"""What leads from recordings to a model; each is complete in itself."""
ENGLISH = "en"

_TITLE_WEIGHT, _HEADING_WEIGHT, _PHRASE_WEIGHT = 12, 6, 4
_SNIPPET_LETTERS = 90
_SAID_OFTEN = 5  # more of the same word makes a section no better
_HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
_HEADING = re.compile(r"^(#+) (.+)$", re.M)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]|^#+ |^> |\|(?:[-: ]+\|)+|\|", re.M)
_FENCE = re.compile(r"^```\w*$", re.M)


@dataclass(frozen=True, slots=True)
class ManualSection:
    """What stands between a heading and the next one."""

    page: str
    number: int  # of its heading, counted from 0: the title of the page
    page_title: str
    title: str
    text: str  # without the marks of Markdown


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page as it lies on disk."""

    name: str
    file: Path
    title: str
    markdown: str
    sections: tuple[ManualSection, ...]


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section that has all that was asked for, and a line of it."""

    section: ManualSection
    snippet: str


def read_manual(language: str) -> tuple[ManualPage, ...]:
    """All pages, in English where a language has none of its own.

    Parameters
    ----------
    language
        A code as `gui.translate.language` gives it: "en", "zh_CN".
    """
    folder = resources() / "help"
    return tuple(_page(_file_of(folder, language, name)) for name in (*PAGES, *CHAPTERS))


def find_in_manual(pages: Sequence[ManualPage], wanted: str) -> list[FoundSection]:
    """The sections in which everything that is wanted is said, the best first.

    Chinese has no blanks between words: of a run of Chinese letters each two neighbours are wanted.
    """
    pieces, phrase = search_pieces(wanted), wanted.strip().casefold()
    if not pieces:
        return []
    scored = []
    for place, section in enumerate(section for page in pages for section in page.sections):
        score = _score(section, pieces, phrase)
        if score:
            scored.append((-score, place, section))
    return [
        FoundSection(section, _snippet(section.text, pieces)) for _score_, _place, section in sorted(scored)
    ]


def search_pieces(wanted: str) -> tuple[str, ...]:
    """What a text must hold to be found: words, and pairs of Chinese letters."""
    pieces: list[str] = []
    for word in re.findall(rf"{_HAN}+|[^\s\u3000-\u303f\uff00-\uff0f{_HAN[1:-1]}]+", wanted.casefold()):
        if re.match(_HAN, word) and len(word) > 2:
            pieces += [word[place : place + 2] for place in range(len(word) - 1)]
        else:
            pieces.append(word)
    return tuple(dict.fromkeys(pieces))


def plain_text(markdown: str) -> str:
    """The words alone."""
    return _MARKS.sub("", _FENCE.sub("", _LINK.sub(r"\1", markdown))).strip()


def _file_of(folder: Path, language: str, name: str) -> Path:
    own = folder / language / f"{name}.md"
    return own if own.is_file() else folder / ENGLISH / f"{name}.md"


def _page(file: Path) -> ManualPage:
    markdown = file.read_text("utf-8")
    outside_code = re.sub(
        r"^```.*?^```$", lambda code: code.group().replace("#", " "), markdown, flags=re.M | re.S
    )
    headings = list(_HEADING.finditer(outside_code))
    title = plain_text(headings[0].group(2))
    ends = [heading.start() for heading in headings[1:]] + [len(markdown)]
    sections = tuple(
        ManualSection(
            file.stem, number, title, plain_text(heading.group(2)), plain_text(markdown[heading.end() : end])
        )
        for number, (heading, end) in enumerate(zip(headings, ends, strict=True))
    )
    return ManualPage(file.stem, file, title, markdown, sections)


def _score(section: ManualSection, pieces: Sequence[str], phrase: str) -> int:
    title, text = section.title.casefold(), section.text.casefold()
    page_title = section.page_title.casefold()
    if not all(piece in title or piece in text or piece in page_title for piece in pieces):
        return 0
    score = sum(min(text.count(piece), _SAID_OFTEN) for piece in pieces)
    if not score and not any(piece in title for piece in pieces):
        return 0  # only the page is called so: its other sections are no answer
    weight = _TITLE_WEIGHT if section.number == 0 else _HEADING_WEIGHT
    score += weight * sum(piece in title for piece in pieces)
    return score + _PHRASE_WEIGHT * (phrase in text) + _PHRASE_WEIGHT * (phrase in title)


def _snippet(text: str, pieces: Sequence[str]) -> str:
    """The words around the first hit, on one line."""
    line = re.sub(r"\s+", " ", text)
    folded = line.casefold()
    places = [place for piece in pieces if (place := folded.find(piece)) >= 0]
    start = max(0, min(places, default=0) - _SNIPPET_LETTERS // 3)
    if start:
        blank = line.find(" ", start)
        start = blank + 1 if 0 <= blank < start + 12 else start
    cut = line[start : start + _SNIPPET_LETTERS]
    return f"{'…' if start else ''}{cut}{'…' if start + _SNIPPET_LETTERS < len(line) else ''}"
