"""Texts of label files that are no names of classes, or may be none, or several."""

import re
from collections import Counter
from dataclasses import replace

from audioclf_gui.core.spelling import is_missing, may_be_missing, name_of
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.cells import several
from audioclf_gui.formats.registry import LabelFile

_SEPARATOR = re.compile(r"[^\s;|]\s*[;|]\s*[^\s;|]")


def with_name_notes(file: LabelFile) -> LabelFile:
    """The file with notes on labels that say nan for a class, None or NA, or several classes in one."""
    texts = Counter(name_of(region.text) for region in file.regions)
    missing = {text: count for text, count in texts.items() if text and is_missing(text)}
    doubtful = {text: count for text, count in texts.items() if may_be_missing(text)}
    notes = list(file.notes)
    if missing:
        notes.append(
            Text(
                "{n} label says {texts} and has no class",
                "{n} labels say {texts} and have no class",
                n=sum(missing.values()),
                texts=quoted(list(missing)),
            )
        )
    if doubtful:
        notes.append(
            Text(
                "{n} label says {texts}, which is taken for a class",
                "{n} labels say {texts}, which is taken for a class",
                n=sum(doubtful.values()),
                texts=quoted(list(doubtful)),
            )
        )
    lists = several(list(texts))
    listing = [text for text in texts if text in lists or _SEPARATOR.search(text)]
    if listing:
        notes.append(
            Text(
                "{names} is taken for one class, for all its separators",
                "{names} are taken for one class each, for all their separators",
                n=len(listing),
                names=quoted(listing),
            )
        )
    return replace(file, notes=tuple(notes))
