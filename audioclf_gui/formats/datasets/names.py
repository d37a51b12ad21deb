"""Classes, groups and folds out of file names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import composed
from audioclf_gui.core.text import Text

_MEANINGS = ("label", "group", "fold")
_EXAMPLE = Text(r"Write it like (?P<label>\w+)_(?P<group>\w+)_\d+ for dog_site3_12.wav.")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What the patterns find in one file's name; empty where they find nothing."""

    path: Path
    label: str = ""
    group: str = ""
    fold: str = ""


def from_names(
    files: Sequence[Path], label_pattern: str | None = None, group_pattern: str | None = None
) -> list[Candidate]:
    """A candidate for each file, in the order given; names that do not match give unlabelled ones.

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
    return [
        Candidate(match.path, match.label, match.group, match.fold)
        for match in preview_names(files, label_pattern, group_pattern)
    ]


def preview_names(
    files: Sequence[Path], label_pattern: str | None = None, group_pattern: str | None = None
) -> list[NameMatch]:
    """What `from_names` would make of each file."""
    patterns = [checked_pattern(pattern) for pattern in (label_pattern, group_pattern) if pattern]
    matches = []
    for file in files:
        found: dict[str, str] = {}
        for pattern in patterns:
            if match := pattern.search(composed(file.as_posix() if "/" in pattern.pattern else file.name)):
                found |= {
                    name: text for name, text in match.groupdict().items() if text and name in _MEANINGS
                }
        matches.append(NameMatch(file, **found))
    return matches


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
