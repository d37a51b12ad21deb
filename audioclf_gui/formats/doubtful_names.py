"""Texts of label files that are no names of classes, or may be none."""

from collections import Counter
from dataclasses import replace

from audioclf_gui.core.spelling import is_missing, may_be_missing, name_of
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.registry import LabelFile


def with_name_notes(file: LabelFile) -> LabelFile:
    """The file with a note on labels that say nan instead of a class, and on those that say None or NA."""
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
    return replace(file, notes=tuple(notes))
