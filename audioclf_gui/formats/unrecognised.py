"""Why a file is no label file of any known format, as precisely as it shows, and what would make it one."""

import re
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined, listed, quoted
from audioclf_gui.formats.csv_rows import Row, delimiter_of, rows, start_of
from audioclf_gui.formats.labels.csv_columns import REQUIRED, counted_columns, lacking
from audioclf_gui.formats.labels.unnamed_times import backward
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.formats.text import FileText, seconds

_SEEN_ROWS = 50
_PACKED = {b"BZh": "bzip2", b"\x1f\x8b": "gzip", b"\xfd7zXZ\x00": "xz"}
_NAMED = joined(REQUIRED)
_OF_SHORT_EXPORTS = ("annotation_id", "annotator", "lead_time")
_OF_STM = re.compile(r"\S+ +\S{1,2} +\S+ +\d+(?:\.\d*)? +\d+(?:\.\d*)? +(?:<[^>]*> *)?\S", re.ASCII)
"""Recording, channel, speaker, start, end, perhaps a label, and a transcript: NIST's Scoring Toolkit."""


def not_recognised(source: Path, content: bytes) -> UserError:
    """The error to raise about it."""
    text = FileText.decode(content)
    lines = [] if "\0" in text.text else text.lines
    why = _of_packed(content) or _of_other_export(text.text) or _of_names(lines) or _of_rows(lines)
    if why is None:
        return UserError(
            Text("the format of {name} is not recognised", name=source.name),
            remedy=Text(
                "These are understood: {names}. If it is one of them, name it.",
                names=listed([one.name for one in FORMATS.values()], ", "),
            ),
        )
    reason, remedy = why
    message = Text("the format of {name} is not recognised: {reason}", name=source.name, reason=reason)
    return UserError(message, remedy=remedy)


def _of_packed(content: bytes) -> tuple[Text, Text] | None:
    """That it is compressed, as sessions of Sonic Visualiser are, which hold more than labels."""
    packer = next((name for start, name in _PACKED.items() if content.startswith(start)), "")
    if not packer:
        return None
    return (
        Text("it is compressed by {packer}", packer=packer),
        Text(
            "Unpack it first. Of a session of Sonic Visualiser (.sv), export the layer with the labels"
            " instead, as .svl or .csv."
        ),
    )


def _of_other_export(text: str) -> tuple[Text, Text] | None:
    """That it is a known file that is written otherwise by the same program, or says something else."""
    if all(f'"{name}"' in text or name in text.partition("\n")[0] for name in _OF_SHORT_EXPORTS):
        return (
            Text("it is one of Label Studio's short exports (JSON-MIN, CSV, TSV)"),
            Text("Export it from Label Studio as JSON, which says what the regions are."),
        )
    told = [line for line in text.splitlines()[:_SEEN_ROWS] if line.strip() and not line.startswith(";;")]
    if told and all(map(_OF_STM.match, told)):
        return (
            Text("it is a segment time mark file (STM), which holds what people say and no classes"),
            Text("Convert it to RTTM for who speaks, or to CTM for the words."),
        )
    return None


def _of_names(lines: Sequence[str]) -> tuple[Text, Text] | None:
    """What is wrong with the names of columns, if the first line has some of a table of labels."""
    start, delimiter = start_of(lines)
    header = next((row.cells for row in rows(lines[start : start + 1], delimiter)), ())
    if counted := counted_columns(header):
        return (
            Text("its columns {columns} count samples or frames", columns=quoted(counted)),
            Text("Add columns called start_s and end_s that hold seconds, or export it in seconds."),
        )
    known, missing = lacking(header)
    if not known or not missing:
        return None
    return (
        Text(
            "its first line names {columns}, and no column of {missing}",
            columns=quoted(known, most=5),
            missing=listed(missing, ", "),
        ),
        Text("Call its columns {names} in the first line.", names=_NAMED),
    )


def _of_rows(lines: Sequence[str]) -> tuple[Text, Text] | None:
    """What is wrong with rows that begin with times, or with a recording and times."""
    filled = [(at, line) for at, line in enumerate(lines, start=1) if line.strip() and line[0] not in "#\\"]
    table = [_cells(at, line) for at, line in filled[:_SEEN_ROWS]]
    timed = [row for row in table if sum(seconds(cell) is not None for cell in row.cells) > 1]
    if not table or table[0] not in timed or 2 * len(timed) <= len(table):
        return None
    remedy = Text("Put a line above them that calls its columns {names}, or name its format.", names=_NAMED)
    early = backward([row.cells[0] for row in timed], [row.cells[1] for row in timed])
    if early and len(timed[early[0]].cells) > 2 and seconds(timed[early[0]].cells[2]) is None:
        row = timed[early[0]]
        return (
            Text(
                "line {line:d} ends before it starts, from {start} to {end}, so that its second column may"
                " hold no ends",
                line=row.number,
                start=row.cells[0],
                end=row.cells[1],
            ),
            Text("Correct that line; or put one above all that calls the columns {names}.", names=_NAMED),
        )
    return Text("its columns have no names, and more than one of them may be meant"), remedy


def _cells(number: int, line: str) -> Row:
    """A line in as many cells as it may have; a comma parts them only where nothing else does."""
    delimiter = next((one for one in "\t;|" if one in line), "," if "," in line else delimiter_of(line))
    row = next(rows([line], delimiter))
    return Row(number, line, row.cells)
