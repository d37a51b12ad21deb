"""XML of label files, read from its beginning to its end.

Entities are not expanded and none may be declared, so a file can neither grow in memory nor read others.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat

from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import BadLabelFileError

Element = Callable[[Mapping[str, str], str, int], None]
"""What is done at the end of an element, given its attributes, its text and the line where it begins."""


_IN_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_CONTENT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def as_content(text: str) -> str:
    """A text as the content of an element.

    The standard library's `xml.sax.saxutils` does the same, and brings all that reads from the network.
    """
    return text.translate(_IN_CONTENT)


def as_attribute(text: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return f'"{text.translate(_IN_ATTRIBUTE)}"'


def read_xml(text: str, source: Path, elements: Mapping[str, Element]) -> None:
    """Go through the elements of a text, and call what there is for those of a name as each ends.

    The text of an element is what stands in it besides other elements.

    Raises
    ------
    BadLabelFileError
        If it is no sound XML, or declares entities.
    """
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    open_ones: list[tuple[Mapping[str, str], list[str], int]] = []

    def begin(_name: str, attributes: Mapping[str, str]) -> None:
        open_ones.append((attributes, [], parser.CurrentLineNumber))

    def end(name: str) -> None:
        attributes, words, line = open_ones.pop()
        if name in elements:
            elements[name](attributes, "".join(words), line)

    def add(words: str) -> None:
        if open_ones:
            open_ones[-1][1].append(words)

    def refuse(*_declaration: object) -> None:
        raise BadLabelFileError(source, Text("it declares entities, which no label file needs"))

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = add
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise BadLabelFileError(source, Text("it is damaged XML"), error.lineno) from error
