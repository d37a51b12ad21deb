"""How the parts of the Train workspace lie beside each other."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from audioclf_gui.gui.session import Session
from audioclf_gui.gui.widgets import MARGIN, button


def scrolling(content: QWidget) -> QScrollArea:
    """As large as there is room for, with scroll bars where that is too small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def above(head: QWidget, rest: QWidget) -> QWidget:
    """One above the other, which gets all the room that is left."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(MARGIN)
    column.addWidget(head)
    column.addWidget(rest, 1)
    return both


def column_of(panels: Mapping[QWidget, int], width: int) -> QVBoxLayout:
    """One below the other, with these shares of the height that none of them needs."""
    column = QVBoxLayout()
    column.setSpacing(MARGIN)
    for panel, share in panels.items():
        panel.setFixedWidth(width)
        column.addWidget(panel, share)
    return column


def hiding_button(tip: str, hidden: QWidget, session: Session, key: str) -> QPushButton:
    """Hides something while it is pressed, so that others have its room; the session remembers it."""
    result = button("", tip, "arrow-expand-vertical", role="page")
    result.setCheckable(True)

    def hide(is_hidden: bool) -> None:
        hidden.setVisible(not is_hidden)
        session.put(key, is_hidden)

    result.setChecked(session.flag(key, False))
    hidden.setVisible(not result.isChecked())
    result.toggled.connect(hide)
    return result


def side_by_side(left: QWidget, right: QWidget, *, stretch: tuple[int, int]) -> QSplitter:
    """Two that share the width as the user likes, at first in these parts."""
    both = QSplitter(Qt.Orientation.Horizontal)
    both.setHandleWidth(MARGIN)
    both.setChildrenCollapsible(False)
    both.addWidget(left)
    both.addWidget(right)
    for place, part in enumerate(stretch):
        both.setStretchFactor(place, part)
    return both
