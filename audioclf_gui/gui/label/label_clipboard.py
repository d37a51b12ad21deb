"""Labels in the system's clipboard."""

import atexit
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from audioclf_gui.core.label import Region
from audioclf_gui.formats.copied_labels import copied_json, copied_text, regions_of_json, regions_of_text

_OWN_TYPE = "application/x-audioclf-labels"


def put(regions: Sequence[Region]) -> None:
    """Copy labels, for this program and as text for others."""
    data = QMimeData()
    data.setData(_OWN_TYPE, QByteArray(copied_json(regions).encode()))
    data.setText(copied_text(regions))
    QGuiApplication.clipboard().setMimeData(data)
    atexit.unregister(_leave_text)
    atexit.register(_leave_text, bytes(data.data(_OWN_TYPE).data()))


def _leave_text(put_last: bytes) -> None:
    """Leave the text alone at the end: Qt would drop what Python made when Python is gone, and crash."""
    if QGuiApplication.instance() is None:
        return
    clipboard = QGuiApplication.clipboard()
    data: QMimeData | None = clipboard.mimeData()
    if data is not None and bytes(data.data(_OWN_TYPE).data()) == put_last:
        clipboard.setText(clipboard.text())


def found() -> tuple[tuple[Region, ...], bool]:
    """The labels that are there, and whether their tracks are known: text from elsewhere knows none."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:  # nothing was ever copied, which PySide's types do not tell
        return (), False
    if data.hasFormat(_OWN_TYPE):
        return regions_of_json(bytes(data.data(_OWN_TYPE).data()).decode("utf-8", "replace")), True
    return regions_of_text(data.text()), False
