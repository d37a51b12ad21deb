"""Groups or folds that somebody names as the test set, as a value and as a text."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text


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
