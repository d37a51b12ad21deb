"""Groups or folds that somebody names as the test set, as a value and as a text, and ways to validate."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.parameter import number


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What the test set is; its text is "group:17,theo", with names that hold a comma in quotes."""

    kind: Literal["group", "fold"]
    names: tuple[str, ...]  # one at least, each once

    @override
    def __str__(self) -> str:
        return f"{self.kind}:{as_list(self.names)}"


def as_list(names: Iterable[str], separator: str = ",") -> str:
    """Names as `held_out` reads them: in quotes where they hold a comma."""
    return separator.join(map(_quoted, names))


def _quoted(name: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([name])
    return line.getvalue()


def held_out(text: str) -> HeldOut | None:
    """What a text asks for; None for the empty one, with which the test set is chosen by shares.

    Raises
    ------
    UserError
        If it is not understood.
    """
    if not text:
        return None
    kind, _, rest = text.partition(":")
    row = next(csv.reader([rest], skipinitialspace=True), [])
    names = tuple(dict.fromkeys(name.strip() for name in row if name.strip()))
    if kind not in ("group", "fold") or not names:
        raise UserError(
            Text("test = {value!r} does not say which groups are the test set", value=text),
            remedy=Text(
                "Use group:NAME, or group:FIRST,SECOND for several, or fold:NAME;"
                ' put a name that holds a comma in quotes, as in group:"a,b".'
            ),
        )
    return HeldOut("group" if kind == "group" else "fold", names)


def check_validate(validate: str, test: str = "") -> None:
    """UserError unless it reads group, fold:NAME or random:SHARE, and only group beside a named test set."""
    kind, _, rest = validate.partition(":")
    if held_out(test) is not None and validate != "group":
        raise UserError(
            Text(
                "validate = {validate} and test = {test} both name the test set", validate=validate, test=test
            ),
            remedy=Text("Leave one of them out."),
        )
    if (kind == "group" and not rest) or (kind == "fold" and rest):
        return
    if kind == "random":
        share = number(rest, float)
        if share is not None and 0.02 <= share <= 0.6:
            return
    raise UserError(
        Text("validate = {value!r} is not a way to choose the clips for validation", value=validate),
        remedy=Text(
            "Use group, fold:NAME with the name of a fold, or random:0.2 with a share from 0.02 to 0.6."
        ),
    )
