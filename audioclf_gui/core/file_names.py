"""Names of files that every system takes, made of whatever a class or recording is called."""

import itertools
import re
from collections.abc import Iterable

from audioclf_gui.core.spelling import tidied

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_LONGEST_BYTES = 100  # systems allow 255, which other parts and an ending share


def file_name(text: str) -> str:
    """The text as a part of a path that Linux, macOS and Windows take alike; never empty or hidden.

    Notes
    -----
    By Microsoft's "Naming Files, Paths, and Namespaces": no reserved characters or device names, and no dot
    or blank at the end.

    Examples
    --------
    >>> file_name("a/b: c?"), file_name("con"), file_name(".hidden.")
    ('a_b_ c_', 'con_', '_hidden')
    """
    name = _FORBIDDEN.sub("_", tidied(text)).rstrip(". ")
    if name.startswith("."):
        name = f"_{name[1:]}"
    if device := _DEVICE.match(name):
        name = f"{device[0]}_{name[device.end() :]}"
    return name.encode()[:_LONGEST_BYTES].decode(errors="ignore").rstrip(". ") or "_"


def file_names(texts: Iterable[str]) -> dict[str, str]:
    """For each text a name as `file_name` makes it, no two the same where case does not count."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for text in texts:
        if text not in names:
            names[text] = _free(file_name(text), taken)
    return names


def _free(name: str, taken: set[str]) -> str:
    numbered = (f"{name} {number}" for number in itertools.count(2))
    free = next(one for one in itertools.chain((name,), numbered) if one.casefold() not in taken)
    taken.add(free.casefold())
    return free
