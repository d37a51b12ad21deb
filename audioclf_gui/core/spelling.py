"""How names are spelled: the one rule by which every reader, layout and text field makes a name of a text.

Names are those of classes, recording groups and folds. What differs only in how it was typed or stored
(white space, composed accents, `1.0` for 1) becomes the same name; what looks alike besides is told to the
user, who decides whether it is the same.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_HALF = re.compile("[\ud800-\udfff]")
_WHOLE = re.compile(r"([+-]?\d+)\.0+", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_NOT_A_NUMBER = re.compile("[+-]?nan|<na>|#(?:n/a|na|ref!|value!|name[?]|div/0!|null!|num!)", re.IGNORECASE)
_DOUBTFUL = {"NA", "N/A", "n/a", "None", "NONE", "null", "Null", "NULL"}
_JOINERS = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u3164\ufe00-\ufe0f\uffa0]"
)
_LETTERS_OF_OTHERS = str.maketrans(
    "\u0430\u0432\u0433\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u0131",
    "abrekmhopctyxsijdqwabezhikmnoptyxi",
)  # small ones of Cyrillic and Greek, by what they or their capitals look like
_PLURAL = re.compile(r"(?<=[a-z]{2})(?:(?:(?<=[sxz])|(?<=[cs]h))es?|(?<![siu])s)$")  # boxes as box
_PLURAL_OF_Y = re.compile(r"(?<=[a-z]{2})ies$")
_DIGITS = re.compile(r"\d+|\D+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_GAP = r"[\s_\u2010-\u2015\u2212-]+"
_NEGLIGIBLE = re.compile(rf"(?<=[^\W\d_]){_GAP}|{_GAP}(?!\d)")


def composed(text: str) -> str:
    """The text with composed accents (NFC), so that names agree across systems."""
    return unicodedata.normalize("NFC", text)


def tidied(text: str) -> str:
    """The text composed (NFC), without white space around it, every white space inside it one space.

    Characters that cannot be seen (byte-order marks, direction marks, control characters) are left out;
    half characters, as names of files in a foreign encoding have them, become U+FFFD. Idempotent.
    """
    visible = _INVISIBLE.sub("", text)
    if not visible.isascii():
        visible = composed(_HALF.sub("\ufffd", visible))
    return " ".join(visible.split())


def name_of(text: str) -> str:
    """The name that a text means: tidied, and a whole number without a fraction of zeros.

    Spreadsheets and data frames write 1.0 for 1 once a cell of the column is empty. Other numbers stay
    as they are: 01 may be another name than 1, and 1.10 another than 1.1.

    Examples
    --------
    >>> name_of(" big   dog "), name_of("1.0"), name_of("01")
    ('big dog', '1', '01')
    """
    name = tidied(text)
    whole = _WHOLE.fullmatch(name)
    return whole[1] if whole else name


def is_missing(text: str) -> bool:
    """Whether a cell holds no name: nothing, a number that is none (nan), or a spreadsheet's error (#N/A)."""
    name = tidied(text)
    return not name or _NOT_A_NUMBER.fullmatch(name) is not None


def name_in_file(text: str) -> str:
    """The name that a text of a label file or table means; empty if it is none, see `is_missing`."""
    return "" if is_missing(text) else name_of(text)


def may_be_missing(name: str) -> bool:
    """Whether a name is one that programs also write for no name: NA, None, null.

    It is a name all the same: nothing is lost by keeping it, and the user is told.
    """
    return name in _DOUBTFUL


def twin_key(name: str) -> str:
    """What names have in common that look alike: case, accents, blanks, `_` and `-` do not count.

    Between digits, and before a number, they do: 1-2 is not 12, and -1 is not 1. Numbers count by value,
    so that 01 looks like 1.
    """
    name = name_of(name)
    if _NUMBER.fullmatch(name):
        return f"{float(name):.15g}"
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name))
    folded = tidied(plain.casefold())
    return _NEGLIGIBLE.sub("", folded) or folded


def natural(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """A key that sorts names as people do: 2 before 10; case and accents count only between equals.

    Examples
    --------
    >>> sorted(["b10", "B2", "á", "a1"], key=natural)
    ['á', 'a1', 'B2', 'b10']
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    parts = _DIGITS.findall(plain)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts), name


def near_twins(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Those of the names that look alike, together, in the order in which they came.

    Besides what `twin_key` says, letters of other scripts look like those that they are drawn like,
    signs that only join others are not seen, and English plurals look like what they are the plural of.

    Examples
    --------
    >>> near_twins(["dogs", "fly", "D\u043eg", "flies", "grass", "gras"])
    [('dogs', 'D\u043eg'), ('fly', 'flies')]
    """
    alike: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        alike[_drawn(name)][name] = None
    return [tuple(same) for same in alike.values() if len(same) > 1]


def _drawn(name: str) -> str:
    """What near twins have in common: only good enough for a question to the user."""
    key = _JOINERS.sub("", twin_key(name))
    key = key.translate(_LETTERS_OF_OTHERS) or key
    return _PLURAL.sub("", _PLURAL_OF_Y.sub("y", key))
