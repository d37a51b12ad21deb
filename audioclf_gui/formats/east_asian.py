"""Telling the encodings of East Asia from those of Western Europe, which take any bytes too."""

import re

from audioclf_gui.core.text import Text

EAST_ASIAN = {
    "gb18030": Text("Simplified Chinese (GB 18030)"),
    "big5": Text("Traditional Chinese (Big5)"),
    "cp932": Text("Japanese (Shift-JIS)"),
    "cp949": Text("Korean (EUC-KR)"),
}
"""What texts are in these encodings."""

_USUAL = {
    "gb18030": ("gb2312", ((0xA1, 0xA3), (0xB0, 0xD7))),
    "big5": ("big5", ((0xA1, 0xC6),)),
    "cp932": ("cp932", ((0x81, 0x83), (0x88, 0x98))),
    "cp949": ("euc_kr", ((0xA1, 0xA3), (0xB0, 0xC8))),
}
"""For each the first bytes of signs, kana, syllables and the characters of the first level: the usual."""

_RUN = re.compile("[^\x00-\x7f]+")
_ENOUGH = 0.9  # of the characters must be usual ones
_LONG = 8  # characters; so many syllables of Korean that are usual in Chinese as well are Korean
_LOOKED_AT = 2**16  # characters


def east_asian(content: bytes) -> str:
    """The East Asian encoding that bytes are probably in; empty if they may as well be Western European.

    Words of several characters tell, nearly all of which are usual ones: letters with accents stand alone
    among others. What is written back in it are the same bytes.
    """
    found: dict[str, tuple[float, int]] = {}
    for encoding in EAST_ASIAN:
        try:
            text = content.decode(encoding)
            is_kept = text.encode(encoding) == content
        except UnicodeError:
            continue
        share, count = _usual(text[:_LOOKED_AT], encoding)
        if is_kept and share >= _ENOUGH:
            found[encoding] = share, count
    best = max(found.values(), default=(0.0, 0))
    if found.get("cp949") == best and best[1] >= _LONG:
        return "cp949"
    return next((encoding for encoding, told in found.items() if told == best), "")


def _usual(text: str, encoding: str) -> tuple[float, int]:
    """The share of usual characters among those in words, and how many they are."""
    usual = words = 0
    for run in _RUN.finditer(text):
        before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        if len(run[0]) > 1:
            words += len(run[0])
            usual += sum(_is_usual(sign, encoding) for sign in run[0])
        elif before.isalpha() or after.isalpha():
            words += 1
    return (usual / words if words else 0.0), usual


def _is_usual(sign: str, encoding: str) -> bool:
    codec, firsts = _USUAL[encoding]
    try:
        code = sign.encode(codec)
    except UnicodeError:
        return False
    return len(code) == 2 and any(low <= code[0] <= high for low, high in firsts)
