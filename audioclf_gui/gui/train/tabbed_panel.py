"""A panel with several pages, one of which is chosen by its name at the top."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from audioclf_gui.gui.train.page_tabs import PageTabs
from audioclf_gui.gui.widgets import Panel, row_layout, set_role


class Hint(QLabel):
    """A few words, shown whole or not at all: half of them help nobody."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        set_role(self, "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._whole) <= self.width()
        self.setText(self._whole if fits else "")


class TabbedPanel(Panel):
    """Names of pages in a row, below them the page that is chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self._names = PageTabs()
        self.pages = QStackedWidget()
        self._hints: list[str] = []
        self._corners: list[QWidget | None] = []
        self.hint = Hint()
        self._row = row_layout(self._names, self.hint)
        self._row.setStretch(1, 1)
        self.body.addLayout(self._row)
        self.body.addWidget(self.pages, 1)
        self._names.chosen.connect(self.choose)

    @property
    def tabs(self) -> list[QPushButton]:
        """The buttons of the pages, in their order."""
        return self._names.tabs

    @property
    def more(self) -> QPushButton:
        """Opens the menu of the pages whose buttons have no room."""
        return self._names.more

    def add_page(
        self, name: str, page: QWidget, told: str, hint: str = "", corner: QWidget | None = None
    ) -> None:
        """Add a page.

        `told` says in a sentence what it is for, `hint` in a few words what can be done there; `corner`
        stands beside it.
        """
        self._names.add(name, hint, told)
        self._hints.append(hint)
        self._corners.append(corner)
        if corner is not None:
            self._row.addWidget(corner)
            corner.hide()
        self.pages.addWidget(page)
        if len(self.tabs) == 1:
            self.choose(0)

    def add_at_end(self, widget: QWidget) -> None:
        """Put something at the end of the row that is there on every page."""
        self._row.addWidget(widget)

    def choose(self, place: int) -> None:
        """Show the page at that place."""
        self._names.choose(place)
        self.pages.setCurrentIndex(place)
        self.hint.set_text(self._hints[place])
        for at, corner in enumerate(self._corners):
            if corner is not None:
                corner.setVisible(at == place)

    def rename(self, place: int, name: str, hint: str = "") -> None:
        """Call a page otherwise."""
        self._names.rename(place, name, hint)
        self._hints[place] = hint
        self.hint.set_text(self._hints[self.pages.currentIndex()])

    def offer(self, places: Sequence[int]) -> None:
        """Offer only these pages, and show the first if another was shown."""
        self._names.offer(places)
        if self.pages.currentIndex() not in places:
            self.choose(places[0])
