"""What a project calls its groups: speakers, sites, microphones; and how sentences speak of them."""

import re
from collections.abc import Mapping

from audioclf_gui.core.spelling import tidied, twin_key
from audioclf_gui.core.text import Text

GROUP, SOURCE_FILE = "group", "source file"
"""What groups are called that have no name of their own, and where clips have none."""

_PARTLY = ", or source file where there is none"
_USUAL: Mapping[str, tuple[Text, Text]] = {
    GROUP: (Text("Group"), Text("{n} group", "{n} groups", n=0)),
    SOURCE_FILE: (Text("Source file"), Text("{n} source file", "{n} source files", n=0)),
    "speaker": (Text("Speaker"), Text("{n} speaker", "{n} speakers", n=0)),
    "site": (Text("Site"), Text("{n} site", "{n} sites", n=0)),
    "microphone": (Text("Microphone"), Text("{n} microphone", "{n} microphones", n=0)),
    "recordist": (Text("Recordist"), Text("{n} recordist", "{n} recordists", n=0)),
}
"""As the head of a column, and counted."""

_BY_KEY = {twin_key(name): texts for name, texts in _USUAL.items()}
_OF_NOBODY = {twin_key(name) for name in (GROUP, SOURCE_FILE)}

_ENDING = re.compile(r"(?<=.)[\s_-]*(?:id|ids|no|nr|number|name|code|key)$|(?<=[a-z])(?:ID|Id|Name)$", re.I)
_HISSES = re.compile(r"(?:s|x|z|ch|sh)$", re.I)
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$", re.I)


def group_name_of(text: str) -> str:
    """What somebody calls a group, tidied; "" for what is no name of its own."""
    name = tidied(text)
    return "" if twin_key(name) in _OF_NOBODY else name


def group_name_of_column(column: str) -> str:
    """What the name of a table's column calls a group.

    Examples
    --------
    >>> group_name_of_column("speaker_id"), group_name_of_column("src_file"), group_name_of_column("17")
    ('speaker', 'src file', '')
    """
    name = _ENDING.sub("", tidied(column).replace("_", " ")).strip()
    return "" if name.isdecimal() else group_name_of(name)


def partly(called: str) -> str:
    """The groups of clips of which some have none, in words that `groups_text` knows."""
    return called + _PARTLY


def groups_text(n: int, by: str) -> Text:
    """So many groups: "3 speakers", "3 source files", "3 groups"."""
    name = by.removesuffix(_PARTLY) or GROUP
    if (usual := _BY_KEY.get(twin_key(name))) is not None:
        return usual[1].of_count(n)
    return Text("{n:d} {name}", n=n, name=name if n == 1 else _plural(name))


def group_title(by: str) -> Text:
    """What stands over a column of them."""
    name = by.removesuffix(_PARTLY) or GROUP
    usual = _BY_KEY.get(twin_key(name))
    return Text.plain(name[:1].upper() + name[1:]) if usual is None else usual[0]


def _plural(name: str) -> str:
    """The English plural, which words of other languages are left without."""
    if not name[-1:].isascii() or not name[-1:].isalpha():
        return name
    if _CONSONANT_Y.search(name):
        return name[:-1] + "ies"
    return name + ("es" if _HISSES.search(name) else "s")
