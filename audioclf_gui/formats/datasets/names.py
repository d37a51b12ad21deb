"""Classes, groups and folds out of file names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import composed, name_in_file
from audioclf_gui.core.text import Text
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
    wanted = {name for pattern in patterns for name in pattern.groupindex}
    described = tuple(
        replace(
            one,
            class_name=told.get("label", one.class_name),
            group=told.get("group", one.group),
            fold=told.get("fold", one.fold),
        )
        for one, told in zip(candidates, found, strict=True)
    )
    notes = []
    without = [one.path for one, told in zip(candidates, found, strict=True) if "label" not in told]
    if "label" in wanted and without:
        notes.append(
            Text(
                "{n} name does not fit the pattern of the class: {first}",
                "{n} names do not fit the pattern of the class: {first} for one",
                n=len(without),
                first=without[0].name,
            )
        )
    overruled = [
        (before, after)
        for before, after in zip(candidates, described, strict=True)
        if before.class_name not in {"", after.class_name}
    ]
    if overruled:
        before, after = overruled[0]
        notes.append(
            Text(
                "{n} file has another class in its name than otherwise, and the name counts: {first} is"
                " “{after}” and not “{before}”",
                "{n} files have another class in their name than otherwise, and the name counts: {first} is"
                " “{after}” and not “{before}”",
                n=len(overruled),
                first=after.path.name,
                after=after.class_name,
                before=before.class_name,
            )
        )
    return Listing(described, tuple(notes))


def _found(file: Path, patterns: Sequence[re.Pattern[str]]) -> dict[str, str]:
    """What the patterns find in one file's name, by its meaning."""
    found: dict[str, str] = {}
    for pattern in patterns:
        if match := pattern.search(composed(file.as_posix() if "/" in pattern.pattern else file.name)):
            texts = ((name, name_in_file(text or "")) for name, text in match.groupdict().items())
            found |= {name: text for name, text in texts if text and name in _MEANINGS}
    return found


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
                groups=", ".join(_MEANINGS),
            ),
            remedy=_EXAMPLE,
        )
    return compiled
