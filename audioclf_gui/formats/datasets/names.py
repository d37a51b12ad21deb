"""Classes, groups and folds out of file names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import composed, name_in_file
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.datasets.listing import Listing

_MEANINGS = ("label", "group", "fold")
_EXAMPLE = Text(r"Write it like (?P<label>\w+)_(?P<group>\w+)_\d+ for dog_site3_12.wav.")


def described_by_names(
    candidates: Sequence[Candidate], label_pattern: str = "", group_pattern: str = ""
) -> Listing:
    """The candidates with what patterns find in their names; it counts more than what they said before.

    Parameters
    ----------
    label_pattern, group_pattern
        Regular expressions with named groups `label`, `group` or `fold`, each found anywhere in the
        file's name; one that has a slash is looked for in the whole path instead. Where both
        patterns name the same thing the second decides, if it matches.

    Raises
    ------
    UserError
        If a pattern is not a regular expression or has none of the named groups.
    """
    patterns = [checked_pattern(pattern) for pattern in (label_pattern, group_pattern) if pattern]
    if not patterns:
        return Listing(tuple(candidates))
    found = [_found(one.path, patterns) for one in candidates]
    described = tuple(_described(one, told) for one, told in zip(candidates, found, strict=True))
    notes = list(_overruled_notes(candidates, described))
    if any("label" in pattern.groupindex for pattern in patterns):
        without = [one.path for one, told in zip(candidates, found, strict=True) if "label" not in told]
        notes = [*_unfitting_notes(without), *notes]
    return Listing(described, tuple(notes))


def _found(file: Path, patterns: Sequence[re.Pattern[str]]) -> dict[str, str]:
    """What the patterns find in one file's name, by its meaning."""
    found: dict[str, str] = {}
    for pattern in patterns:
        if match := pattern.search(composed(file.as_posix() if "/" in pattern.pattern else file.name)):
            texts = ((name, name_in_file(text or "")) for name, text in match.groupdict().items())
            found |= {name: text for name, text in texts if text and name in _MEANINGS}
    return found


def _described(candidate: Candidate, told: Mapping[str, str]) -> Candidate:
    return replace(
        candidate,
        class_name=told.get("label", candidate.class_name),
        others=() if "label" in told else candidate.others,
        group=told.get("group", candidate.group),
        fold=told.get("fold", candidate.fold),
    )


def _unfitting_notes(files: Sequence[Path]) -> Iterator[Text]:
    if files:
        yield Text(
            "{n} name does not fit the pattern of the class: {first}",
            "{n} names do not fit the pattern of the class: {first} for one",
            n=len(files),
            first=files[0].name,
        )


def _overruled_notes(before: Sequence[Candidate], after: Sequence[Candidate]) -> Iterator[Text]:
    """Where names say another class than what was said before."""
    pairs = zip(before, after, strict=True)
    overruled = [(old, new) for old, new in pairs if old.class_names not in {(), new.class_names}]
    if overruled:
        old, new = overruled[0]
        yield Text(
            "{n} file has another class in its name than otherwise, and the name counts: {first} is"
            " “{after}” and not “{before}”",
            "{n} files have another class in their name than otherwise, and the name counts: {first} is"
            " “{after}” and not “{before}”",
            n=len(overruled),
            first=new.path.name,
            after=new.class_name,
            before=joined(old.class_names),
        )


def checked_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern for file names; UserError if it is no regular expression or names nothing that counts."""
    try:
        compiled = re.compile(composed(pattern))
    except re.error as error:
        raise UserError(
            Text("“{pattern}” is not a regular expression: {problem}", pattern=pattern, problem=str(error)),
            remedy=_EXAMPLE,
        ) from error
    if not compiled.groupindex.keys() & set(_MEANINGS):
        raise UserError(
            Text(
                "“{pattern}” has none of the named groups {groups}",
                pattern=pattern,
                groups=joined(_MEANINGS),
            ),
            remedy=_EXAMPLE,
        )
    return compiled
