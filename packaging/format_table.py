#!/usr/bin/env python3
"""Write what each format of label files holds into the README, from what the formats say of themselves.

`python packaging/format_table.py update` brings the table up to date, `check` fails if it is not.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.formats.registry import FORMATS

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- label formats: made by packaging/format_table.py -->", "<!-- end of label formats -->"

COLUMNS: dict[str, Callable[[Capabilities], bool]] = {
    "boxes": lambda can: can.bands,
    "scores": lambda can: can.scores,
    "tracks": lambda can: can.tracks,
    "notes": lambda can: can.notes,
    "how sure": lambda can: can.certainties,
    "further columns": lambda can: can.extra,
    "many recordings": lambda can: can.files,
    "moments": lambda can: can.moments,
    "overlaps": lambda can: can.overlaps,
    "no name": lambda can: can.nameless,
    "µs": lambda can: can.fine_times,
}


def table() -> str:
    """The table in Markdown, a row for each format in the order of its key."""
    rows = [("`--format`", "files", *COLUMNS), ("---",) * (len(COLUMNS) + 2)]
    for key, known in sorted(FORMATS.items()):
        held = ("yes" if has(known.capabilities) else "–" for has in COLUMNS.values())
        rows.append((f"`{key}`", " ".join(known.suffixes), *held))
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def renewed(readme: str) -> str:
    """The README with the table as it should be; a ValueError where it has no place for it."""
    before, begin, rest = readme.partition(f"{BEGIN}\n")
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{README.name} has no lines {BEGIN} and {END}")
    return f"{before}{begin}{table()}{end}{after}"


def main() -> int:
    """Update or check; 0 if the README is as it should be."""
    readme = README.read_text("utf-8")
    wanted = renewed(readme)
    if sys.argv[1:] == ["update"]:
        README.write_text(wanted, "utf-8")
        return 0
    if readme != wanted:
        print("README.md: run `python packaging/format_table.py update`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
