"""Files that grow by a line at a time, each a JSON object, so that a crash loses one line at most."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from audioclf_gui.core.json_value import json_value


def append_lines(file: Path, documents: Iterable[Mapping[str, object]]) -> None:
    """Append lines in one piece; several programs may do so at a time.

    They are ASCII, so that names of files in any code page fit. A line that a crash has cut off is ended
    first, so that nothing else is lost with it.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    content = "".join(json.dumps(one) + "\n" for one in documents).encode()
    with file.open("ab+", buffering=0) as growing:
        if growing.seek(0, 2):
            growing.seek(-1, 2)
            content = content if growing.read(1) == b"\n" else b"\n" + content
        growing.write(content)


def read_lines(file: Path) -> tuple[list[dict[str, Any]], int]:
    """The objects in a file in their order, and how many lines hold none.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    found: list[dict[str, Any]] = []
    unread = 0
    for line in file.read_bytes().splitlines():
        before = len(found)
        with suppress(ValueError):  # of JSON and of UTF-8 too
            document = json_value(line)
            found.extend([document] if isinstance(document, dict) else ())
        unread += len(found) == before and bool(line.strip())
    return found, unread
