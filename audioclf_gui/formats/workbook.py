"""Workbooks of spreadsheet programs, which are no text: told by name instead of read as one."""

from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # .xlsx and .ods are ZIP files; .xls


class WorkbookError(UserError):
    """A workbook where a text file is wanted."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            Text("{name} is a workbook or an archive and no text", name=file.name),
            remedy=Text("Open it in a spreadsheet program, save its sheet as CSV and choose that file."),
        )


def is_workbook(content: bytes) -> bool:
    """Whether a file that starts so is a workbook."""
    return content.startswith(_BEGINNINGS)
