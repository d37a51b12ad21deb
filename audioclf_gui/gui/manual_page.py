"""The manual (Shift+F1): its pages, a search over all of them, opened at what has the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.core.manual import CHAPTERS, find_in_manual, read_manual, search_pieces
from audioclf_gui.gui.covering_page import CoveringPage
from audioclf_gui.gui.manual_text import ManualText
from audioclf_gui.gui.manual_topics import page_about
from audioclf_gui.gui.translate import language
from audioclf_gui.gui.widgets import (
    MARGIN,
    Panel,
    button,
    muted_label,
    on_escape,
    row_layout,
    title_label,
)

_PLACE = Qt.ItemDataRole.UserRole  # (name of a page, number of a section)
_LIST_PX = 270
_TO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class ManualSheet(QWidget):
    """The list of pages or, while something is searched, of what was found; the page at its right."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages = {page.name: page for page in read_manual(language())}
        self._visited: list[tuple[str, int]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in the manual"))
        self.search.setWhatsThis(
            self.tr(
                "Finds words in all pages; below it stand the places that fit best. The arrow keys "
                "lead into the list, Return to the best place."
            )
        )
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(240)
        self.search.textChanged.connect(self._list)
        self.search.installEventFilter(self)
        self.list = self._page_list()
        self.nothing = muted_label(self.tr("No page says this."), wrap=True)
        self.nothing.hide()
        self.text = ManualText()
        self.text.page_wanted.connect(self._follow)
        self.back_button = button(self.tr("Back"), self.tr("To the page before (Alt+Left)"))
        self.back_button.clicked.connect(self.back)
        self.close_button = button(self.tr("Close"), self.tr("Back to the workspace (Esc, Shift+F1)"))
        self.close_button.clicked.connect(self.closed)
        self._arrange()
        self.setFocusProxy(self.list)
        on_escape(self, self.closed.emit)
        self._on_key("Ctrl+F", self._to_search)
        self._on_key("Alt+Left", self.back)
        self._list()

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return self._visited[-1][0] if self._visited else ""

    def show_page(self, name: str, section: int = 0) -> None:
        """Show a page, and mark it in the list, which lists all of them again."""
        self.search.clear()
        self._show(name, section)
        self._mark()

    def back(self) -> None:
        """Show the page that was shown before."""
        if len(self._visited) > 1:
            self._visited.pop()
            name, section = self._visited.pop()
            self.show_page(name, section)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search the arrows lead into the list, and Return to the best that was found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _TO_THE_LIST:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.count():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        head = row_layout(title_label(self.tr("Manual"), 5), self.search, spacing=12)
        head.addStretch(1)
        head.addWidget(self.back_button)
        head.addWidget(self.close_button)
        side = QVBoxLayout()
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        page = Panel()
        page.body.setContentsMargins(1, 1, 1, 1)
        page.body.addWidget(self.text)
        both = QHBoxLayout()
        both.setSpacing(MARGIN)
        both.addLayout(side)
        both.addWidget(page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(MARGIN)
        whole.addLayout(head)
        whole.addLayout(both, 1)

    def _page_list(self) -> QListWidget:
        pages = QListWidget()
        pages.setAccessibleName(self.tr("Pages of the manual"))
        pages.setWhatsThis(
            self.tr(
                "All pages of the manual or, while something is searched for, the places where it was "
                "found. The chosen one is shown beside."
            )
        )
        pages.setWordWrap(True)
        pages.setProperty("role", "pages")
        pages.setFixedWidth(_LIST_PX)
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pages.currentItemChanged.connect(self._show_item)
        return pages

    def _on_key(self, key: str, called: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(called)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _list(self) -> None:
        """List the pages, or what was found."""
        wanted = self.search.text()
        self.list.blockSignals(True)
        self.list.clear()
        if search_pieces(wanted):
            self._list_found(wanted)
        else:
            self._list_pages()
        self.list.blockSignals(False)
        self.nothing.setVisible(not self.list.count())
        if search_pieces(wanted) and self.list.count():
            self.list.setCurrentRow(0)
        else:
            self._mark()

    def _list_found(self, wanted: str) -> None:
        for found in find_in_manual(list(self._pages.values()), wanted):
            section = found.section
            title = section.title if section.number == 0 else f"{section.page_title} › {section.title}"
            self._add(f"{title}\n{found.snippet}", (section.page, section.number))

    def _list_pages(self) -> None:
        for name, page in self._pages.items():
            if name in CHAPTERS[:1]:
                heading = QListWidgetItem(self.tr("Tutorials"), self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._add(page.title, (name, 0))

    def _add(self, text: str, place: tuple[str, int]) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PLACE, place)

    def _mark(self) -> None:
        """Mark the page that is shown in the list of pages."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if _place(self.list.item(row))[0] == self.shown:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and _place(item)[0]:
            self._show(*_place(item))

    def _show(self, name: str, section: int) -> None:
        self.text.show_page(self._pages[name], section, self._marked())
        if not self._visited or self._visited[-1][0] != name:
            self._visited.append((name, section))
        self.back_button.setEnabled(len(self._visited) > 1)

    def _marked(self) -> Sequence[str]:
        return search_pieces(self.search.text())

    def _follow(self, name: str, heading: str) -> None:
        sections = self._pages[name].sections
        wanted = next((one.number for one in sections if anchor(one.title) == heading), 0)
        self.show_page(name, wanted)


class ManualPages(CoveringPage):
    """Opens the manual at the page for whatever has the keyboard."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._sheet: ManualSheet | None = None

    @override
    def toggle(self) -> None:
        about = page_about(QApplication.focusWidget() or self._stack.currentWidget())
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        super().toggle()
        if self._sheet is not None and self._sheet.isVisibleTo(self._stack):
            self._sheet.show_page(about)

    @override
    def make(self) -> QWidget:
        self._sheet = ManualSheet()
        self._sheet.closed.connect(self.toggle)
        return self._sheet


def anchor(title: str) -> str:
    """What follows the # of a link to a heading."""
    kept = "".join(letter for letter in title.casefold() if letter.isalnum() or letter in " -")
    return kept.replace(" ", "-")


def _place(item: QListWidgetItem) -> tuple[str, int]:
    place = item.data(_PLACE)
    return ("", 0) if place is None else (place[0], place[1])
