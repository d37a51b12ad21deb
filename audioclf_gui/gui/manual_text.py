"""One page of the manual as it is read: its letters, pictures, links and marked words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from audioclf_gui.core.manual import ManualPage
from audioclf_gui.core.manual_html import to_html
from audioclf_gui.gui.theme import DARK, palette, theme_signals

READING_PX = 780  # longer lines are hard to follow
_EDGE_PX = 24


class ManualText(QTextBrowser):
    """Shows a page; a link to another page is told, one to the web opens the browser when it is clicked."""

    page_wanted = Signal(str, str)  # the name of a page, and a heading in it or ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ManualPage | None = None
        self._marked: Sequence[str] = ()
        self.setOpenLinks(False)
        always = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # one that comes while a page is written writes it twice
        self.setVerticalScrollBarPolicy(always)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setWhatsThis(self.tr("What the chosen page says. Links lead to other pages, and Alt+Left back."))
        self.anchorClicked.connect(self._follow)
        theme_signals.changed.connect(self._show_again)

    def show_page(self, page: ManualPage, section: int = 0, marked: Sequence[str] = ()) -> None:
        """Show a page at one of its headings, with every place marked that holds one of `marked`."""
        self._page, self._marked = page, marked
        self._write(page)
        self.setExtraSelections(list(self._hits()))
        self._go_to(section)

    @override
    def loadResource(self, kind: int, name: QUrl) -> object:  # type: ignore[override]
        """A picture in the colours of the theme, as wide as it is shown, so that its letters stay smooth."""
        if kind != QTextDocument.ResourceType.ImageResource or self._page is None:
            return None  # nothing is fetched
        picture = QPixmap(str(picture_file(self._page.file.parent / name.path())))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width = min(picture.width(), round(self._text_px() * ratio))
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    @override
    def sizeHint(self) -> QSize:
        return QSize(READING_PX + 2 * _EDGE_PX, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show_again()

    def _show_again(self) -> None:
        if self._page is not None:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._write(self._page)
            self.setExtraSelections(list(self._hits()))
            bar.setValue(round(share * bar.maximum()))

    def _text_px(self) -> int:
        return min(READING_PX, self.viewport().width() - 2 * _EDGE_PX)

    def _write(self, page: ManualPage) -> None:
        document = self.document()
        document.clear()
        document.setDefaultStyleSheet(_style_sheet())
        document.setHtml(to_html(page.markdown))
        frame = document.rootFrame().frameFormat()
        frame.setMargin(_EDGE_PX)
        frame.setTopMargin(_EDGE_PX - 8)
        frame.setRightMargin(max(_EDGE_PX, self.viewport().width() - _EDGE_PX - READING_PX))
        document.rootFrame().setFrameFormat(frame)

    def _go_to(self, section: int) -> None:
        headings = [block for block in _blocks(self.document()) if block.blockFormat().headingLevel()]
        self.verticalScrollBar().setValue(0)
        if 0 < section < len(headings):
            top = self.document().documentLayout().blockBoundingRect(headings[section]).top()
            self.verticalScrollBar().setValue(round(top) - 8)

    def _hits(self) -> Iterator[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(QColor(palette().found if palette() is DARK else "#ffe08a"))
        look.setForeground(QColor("#101318"))
        for piece in self._marked:
            cursor = self.document().find(piece)
            while not cursor.isNull():
                hit = QTextEdit.ExtraSelection()
                hit.cursor, hit.format = cursor, look
                yield hit
                cursor = self.document().find(piece, cursor)

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.page_wanted.emit(Path(link.path()).stem, link.fragment())
        else:
            QDesktopServices.openUrl(link)


def picture_file(file: Path) -> Path:
    """The picture that a page names, in the dark where the window is dark and there is one."""
    dark = file.with_name(file.name.replace("-light.", "-dark."))
    return dark if palette() is DARK and dark.is_file() else file


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _style_sheet() -> str:
    colours = palette()
    return f"""
        h1 {{ font-size: x-large; margin-top: 0px; margin-bottom: 8px; }}
        h2 {{ font-size: large; margin-top: 22px; margin-bottom: 4px; }}
        h3 {{ font-size: medium; margin-top: 14px; margin-bottom: 2px; }}
        p {{ line-height: 135%; margin-top: 4px; margin-bottom: 8px; }}
        p.picture {{ line-height: 100%; margin-top: 8px; margin-bottom: 12px; }}
        li {{ line-height: 135%; margin-bottom: 3px; }}
        a {{ color: {colours.link}; }}
        code, pre {{ font-family: monospace; }}
        pre {{ line-height: 135%; margin: 0px; }}
        table {{ margin-top: 6px; margin-bottom: 12px; border-collapse: collapse; }}
        table.commands {{ background-color: {colours.panel}; border: 1px solid {colours.panel_edge}; }}
        table.facts th {{ text-align: left; border: 1px solid {colours.panel_edge}; }}
        table.facts td {{ border: 1px solid {colours.panel_edge}; }}
    """
