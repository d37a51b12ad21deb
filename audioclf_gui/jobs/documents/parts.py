"""What a document is made of: words, tables, pictures and commands under headings, in no language yet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.core.text import Text, Words

if TYPE_CHECKING:
    from audioclf_gui.jobs.figures.svg import Drawing

Cell: TypeAlias = "Text | str"  # words of ours, or a name or number that is nobody's to translate


@dataclass(frozen=True, slots=True)
class Table:
    """Rows whose first cell says what they are of."""

    header: tuple[Text, ...]  # none where the rows speak for themselves
    rows: tuple[tuple[Cell, ...], ...]
    caption: Text | None = None


@dataclass(frozen=True, slots=True, eq=False)
class InlinePicture:
    """A figure, and what it shows in words for those who do not see it."""

    told: Text
    caption: Text | None
    draw: "Callable[[Words], Drawing]"


@dataclass(frozen=True, slots=True)
class Items:
    """Sentences that stand by themselves, one below the other."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """What is to be typed as it stands."""

    code: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure that everything is called by, large."""

    value: str
    name: Text
    detail: Text  # how far luck goes in it


Block: TypeAlias = "Text | Items | Table | InlinePicture | ItemList | Headline"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, in its order."""

    title: Text
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A title, what stands right below it, and sections."""

    title: Text
    sections: tuple[Section, ...]
    below: tuple[Text, ...] = ()


def said(cell: Cell, words: Words) -> str:
    """A cell in words; ours begin with a capital where their language has such."""
    if isinstance(cell, str):
        return cell
    found = words(cell)
    return found if cell.template.startswith("{") else found[:1].upper() + found[1:]
