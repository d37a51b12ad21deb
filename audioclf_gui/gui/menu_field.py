"""A field in a menu: what is typed there is taken with Enter."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QMenu, QWidgetAction

from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words

_FIELD_WIDTH = 280


def add_field(menu: QMenu, name: Text, text: str, take: Callable[[str], object], whole: QMenu) -> None:
    """A field of one line in `menu`, which is a part of the `whole` menu."""
    field = QLineEdit(text)
    field.setMinimumWidth(_FIELD_WIDTH)
    field.setPlaceholderText(words(name))
    field.setAccessibleName(words(name))

    def finish() -> None:
        take(field.text())
        whole.close()

    def begin() -> None:
        field.setFocus()
        field.selectAll()

    field.returnPressed.connect(finish)
    typed = QWidgetAction(menu)
    typed.setDefaultWidget(field)
    menu.addAction(typed)
    menu.aboutToShow.connect(begin)
