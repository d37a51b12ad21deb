"""The names of pages in a row, of which those that have no room are in a menu at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.gui.widgets import button

_GAP = 6
_MORE = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"


class PageTabs(QWidget):
    """Buttons of which one is pressed; the one that is pressed always has room.

    Attributes
    ----------
    tabs : list of QPushButton
        In the order of the pages.
    more : QPushButton
        Opens the menu of those that have no room; hidden where all have.
    """

    chosen = Signal(int)  # the place of a page, by a click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: list[QPushButton] = []
        self._offered: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.more = button(
            "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}", self.tr("More pages"), role="page"
        )
        self.more.setAccessibleName(self.tr("More pages"))
        self.more.setWhatsThis(
            self.tr("A menu of the pages whose names have no room here. A wider window shows them all.")
        )
        self.more.setParent(self)
        self.more.hide()
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, name: str, tip: str = "", told: str = "") -> None:
        """Offer one page more; `told` is what it is for, in a sentence."""
        tab = button(name, tip, role="page")
        tab.setWhatsThis(told)
        tab.setCheckable(True)
        tab.setParent(self)
        self._group.addButton(tab, len(self.tabs))
        self.tabs.append(tab)
        self.offer((*self._offered, len(self.tabs) - 1))

    def choose(self, place: int) -> None:
        """Press the button of a page."""
        self.tabs[place].setChecked(True)
        self._place()

    def rename(self, place: int, name: str, tip: str = "") -> None:
        """Call a page otherwise."""
        self.tabs[place].setText(name)
        self.tabs[place].setAccessibleName(name)
        self.tabs[place].setToolTip(tip)
        self._changed()

    def offer(self, places: Sequence[int]) -> None:
        """Offer only these pages."""
        self._offered = tuple(places)
        self._changed()

    @property
    def in_menu(self) -> tuple[int, ...]:
        """The places of the pages that have no room."""
        return tuple(place for place in self._offered if place not in self._fitting())

    @override
    def sizeHint(self) -> QSize:
        """All that are offered side by side."""
        return QSize(self._width(self._offered), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for any one of them, and for the menu of the others."""
        widest = max((self.tabs[place].sizeHint().width() for place in self._offered), default=0)
        return QSize(widest + _GAP + self.more.sizeHint().width(), self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _height(self) -> int:
        return max((tab.sizeHint().height() for tab in self.tabs), default=0)

    def _width(self, places: Sequence[int]) -> int:
        return sum(self.tabs[place].sizeHint().width() + _GAP for place in places) - _GAP * bool(places)

    def _fitting(self) -> tuple[int, ...]:
        """The places that have room: in their order, and that of the pressed button before any other."""
        if self._width(self._offered) <= self.width():
            return self._offered
        free = self.width() - self.more.sizeHint().width() - _GAP
        pressed = self._group.checkedId()
        kept = [place for place in self._offered if place == pressed]
        for place in self._offered:
            if place not in kept:
                if self._width([*kept, place]) > free:
                    break
                kept.append(place)
        return tuple(sorted(kept, key=self._offered.index))

    def _place(self) -> None:
        """Put those that have room in their places, from left to right."""
        fitting = self._fitting()
        left = 0
        for place in fitting:
            wanted = self.tabs[place].sizeHint()
            self.tabs[place].setGeometry(left, 0, wanted.width(), self._height())
            left += wanted.width() + _GAP
        for place, tab in enumerate(self.tabs):
            tab.setVisible(place in fitting)
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), self._height())
        self.more.setVisible(len(fitting) < len(self._offered))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for place in self.in_menu:
            tab = self.tabs[place]
            self._menu.addAction(tab.text()).triggered.connect(tab.click)
