"""How the parts of the Train workspace lie beside each other."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import MARGIN, button, muted_label


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


class SideColumn(QScrollArea):
    """Panels one below the other, with these shares of the height that none of them needs.

    Where the window is too low for all of them it scrolls; the bar takes the gap beside them.
    """

    def __init__(self, panels: Mapping[QWidget, int], width: int) -> None:
        super().__init__()
        self.setObjectName("column")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFixedWidth(width + MARGIN)
        self.setWidget(_Stacked(panels, width))


class _Stacked(QWidget):
    """As low as its panels can be without covering each other."""

    def __init__(self, panels: Mapping[QWidget, int], width: int) -> None:
        super().__init__()
        self.setFixedWidth(width)
        self._panels = tuple(panels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        for panel, share in panels.items():
            column.addWidget(panel, share)

    @override
    def heightForWidth(self, arg__1: int) -> int:
        shown = [self._least_height(panel) for panel in self._panels if not panel.isHidden()]
        return sum(shown) + MARGIN * max(0, len(shown) - 1)

    def _least_height(self, panel: QWidget) -> int:
        inside = panel.layout()
        if panel.minimumHeight() or inside is None:
            return panel.minimumHeight()
        frame = panel.height() - panel.contentsRect().height()
        return inside.minimumHeightForWidth(self.width()) + frame


class CurvesAndResults(QWidget):
    """Curves above the results, to which they leave their room while `larger` is pressed, or there are none.

    Parameters
    ----------
    tip
        What `larger` does.
    key
        Under which the session remembers whether it is pressed.

    Attributes
    ----------
    splitter : QSplitter
    larger : QPushButton
        To be put where its user looks.
    """

    def __init__(self, curves: QWidget, results: QWidget, tip: str, session: Session, key: str) -> None:
        super().__init__()
        self._curves = curves
        self._has_curves = True
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(MARGIN)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(curves)
        self.splitter.addWidget(results)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.without = muted_label(
            words(Text("This kind of model learns in one go: there are no epochs to draw.")), wrap=True
        )
        self.larger = button("", tip, "arrow-expand-vertical", role="page")
        self.larger.setCheckable(True)
        self.larger.setWhatsThis(
            words(
                Text(
                    "While it is pressed, what it hides leaves its room to the rest; pressed again, that "
                    "comes back."
                )
            )
        )
        self.larger.setChecked(session.flag(key, False))
        self.larger.toggled.connect(lambda is_hidden: session.put(key, is_hidden))
        self.larger.toggled.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.without)
        column.addWidget(self.splitter, 1)
        curves.setVisible(not self.larger.isChecked())
        self.without.hide()  # not `larger`: shown before it is put somewhere it would be a window of its own

    def show_curves(self, there_are: bool | None) -> None:
        """Whether there are curves; None: nobody knows yet, so that nothing moves."""
        if there_are is not None and there_are is not self._has_curves:
            self._has_curves = there_are
            self._follow()

    def _follow(self) -> None:
        self._curves.setVisible(self._has_curves and not self.larger.isChecked())
        self.larger.setVisible(self._has_curves)
        self.without.setVisible(not self._has_curves)


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
