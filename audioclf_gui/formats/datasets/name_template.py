"""File names described part by part, without a regular expression: `{class}_{group}_{}`."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from string import Formatter
from typing import NamedTuple

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.spelling import composed
from audioclf_gui.core.text import Text

NOTHING = ""
MEANINGS = ("class", "group", "fold", NOTHING)
"""What a part of a name may mean; the last is left out of account."""

_GROUPS = {"class": "label", "group": "group", "fold": "fold"}
_LONG = "+"  # ends what may hold the separators as well
_BETWEEN = re.compile(r"([^\w\s]+|[\s_]+)")
_ENDING = r"\.\w{1,5}$"
_REMEDY = Text(
    "Write it like {template} for dog_site3_12.wav, or {longer} where a class may hold the separator.",
    template="{class}_{group}_{}",
    longer="{class+}_{}",
)


class NamePart(NamedTuple):
    """A part of a name, and what stands before it."""

    text: str
    before: str = ""
    is_folder: bool = False  # in other names it may hold separators


def name_parts(name: str) -> list[NamePart]:
    """The parts of a file's name without its ending, as separators tell them apart.

    Examples
    --------
    >>> [part.text for part in name_parts("dog_site-3 (12).wav")]
    ['dog', 'site', '3', '12']
    """
    pieces = [*_BETWEEN.split(composed(split_name(name)[0])), ""]
    found: list[NamePart] = []
    before = ""
    for text, between in zip(pieces[::2], pieces[1::2], strict=True):
        if text:
            found.append(NamePart(text, before))
            before = ""
        before += between
    return found


def path_parts(folder: str, name: str) -> list[NamePart]:
    """The folder that a file lies in and the parts of its name."""
    first, *rest = name_parts(name)
    return [NamePart(folder, "", is_folder=True), first._replace(before="/" + first.before), *rest]


def template_of(parts: Sequence[NamePart], meanings: Sequence[str]) -> str:
    """The template of names like one of these parts, given what each of them means; empty if none means any.

    Parts in a row that mean the same are one, of any number of parts: of `great_tit_7` as of `wren_7`. Where
    there are several such rows, those that mean nothing are counted, but for the last if no other is left,
    since it could not be told where one ends. A folder that means nothing is left out.
    """
    if not any(meanings):
        return ""
    pairs = list(zip(parts, meanings, strict=True))
    if pairs[0] == (parts[0], NOTHING) and parts[0].is_folder:
        (first, meaning), *rest = pairs[1:]
        pairs = [(first._replace(before=first.before.removeprefix("/")), meaning), *rest]
    runs = [list(run) for _, run in groupby(pairs, key=lambda pair: (pair[1], pair[0].is_folder))]
    long = _longest(runs)
    written = []
    for at, run in enumerate(runs):
        (first, meaning), *_ = run
        if first.is_folder or at in long:
            written.append(_escaped(first.before) + "{" + meaning + _LONG + "}")
        else:
            written += [_escaped(part.before) + "{" + meaning + "}" for part, _ in run]
    return "".join(written)


def _longest(runs: Sequence[Sequence[tuple[NamePart, str]]]) -> set[int]:
    """Which of the rows of parts are to be of any number of parts."""
    long = [at for at, run in enumerate(runs) if len(run) > 1]
    telling = {at for at in long if runs[at][0][1] != NOTHING}
    return telling or set(long[-1:])


def pattern_of(template: str) -> str:
    """The regular expression that a template is; one with a slash is about the folders as well.

    `{class}`, `{group}` and `{fold}` stand for what they are called, `{}` for anything; none of them holds
    the signs that stand beside them in the template, unless it ends in a plus: `{class+}_{}`. The ending of
    a recording's name need not be written, and is never one of the parts.

    Raises
    ------
    UserError
        If it names nothing or anything twice, or two parts with nothing between them.
    """
    fields = _fields(template)
    _check(template, fields)
    signs = "".join(sorted({sign for text, _ in fields for sign in text if not sign.isalnum()}))
    short = f"[^{re.escape(signs)}]+?" if signs else ".+?"
    long = "[^/]+?" if "/" in signs else ".+?"
    body = ""
    for text, field in fields:
        body += re.escape(text)
        if field is not None:
            meaning, held = field.removesuffix(_LONG), long if field.endswith(_LONG) else short
            body += f"(?P<{_GROUPS[meaning]}>{held})" if meaning else f"(?:{held})"
    ending = "$" if split_name(template)[1] else _ENDING
    return ("(?:^|/)" if "/" in template else "^") + body + ending


def _fields(template: str) -> list[tuple[str, str | None]]:
    """Each part with the text before it; None for a part where only text is left."""
    try:
        return [(text, field) for text, field, *_ in _parsed(composed(template))]
    except ValueError as error:
        raise UserError(
            Text("“{template}” is no template of names: {problem}", template=template, problem=str(error)),
            remedy=_REMEDY,
        ) from error


def _parsed(template: str) -> Iterator[tuple[str, str | None]]:
    for text, field, format_spec, conversion in Formatter().parse(template):
        if format_spec or conversion:
            raise ValueError(f"{{{field}…}}")
        yield text, field


def _check(template: str, fields: Sequence[tuple[str, str | None]]) -> None:
    meanings = [field.removesuffix(_LONG) for _, field in fields if field is not None]
    told = [meaning for meaning in meanings if meaning]
    if unknown := [meaning for meaning in told if meaning not in _GROUPS]:
        reason = Text("there is no part {{{name}}}", name=unknown[0])
    elif not told:
        reason = Text("it says neither class nor group nor fold")
    elif len(set(told)) < len(told):
        reason = Text("it names one thing twice")
    elif any(not text and before is not None for (_, before), (text, _) in pairwise(fields)):
        reason = Text("nothing stands between two of its parts")
    else:
        return
    raise UserError(
        Text("“{template}” is no template of names: {problem}", template=template, problem=reason),
        remedy=_REMEDY,
    )


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
