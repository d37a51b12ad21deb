"""Small widgets that every workspace is built from."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.text import score_text
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.translate import words

MARGIN = 8  # between panels
PADDING = 10  # inside panels
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Panel(QFrame):
    """A rounded surface, with a heading in small capitals if it has one; fill its `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING)
        self.body.setSpacing(6)
        self.heading = heading_label(heading)
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(heading))  # without a parent it would be a window of its own
        if heading:
            self.setAccessibleName(heading)


def heading_label(text: str) -> QLabel:
    """The heading of a panel: "CLIPS"."""
    label = QLabel(text.upper())
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    label.setProperty("role", "heading")
    label.setAccessibleName(text)
    font = label.font()
    font.setPointSizeF(max(7.5, font.pointSizeF() - 1.0))
    label.setFont(font)
    return label


def muted_label(text: str = "", *, wrap: bool = False) -> QLabel:
    """Words that stand back behind the values."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(wrap)
    return label


def add_heading(menu: QMenu, text: str) -> None:
    """Say what the entries of a menu below are; with a style sheet Qt leaves out the words of a section."""
    menu.addSeparator()
    menu.addAction(text).setEnabled(False)


def title_label(text: str = "", points: float = 6.0) -> QLabel:
    """A large, bold text, `points` larger than the rest."""
    label = QLabel(text)
    label.setProperty("role", "title")
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() + points)
    label.setFont(font)
    return label


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look of the style sheet: muted, bad, warn, good, primary, flat, link."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class _PushButton(QPushButton):
    """Enter presses it too, as in a dialog."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _press(self, event):
            super().keyPressEvent(event)


class _ToolButton(QToolButton):
    """Enter presses it too, as in a dialog."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _press(self, event):
            super().keyPressEvent(event)


def _press(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & _COMMANDS:
        return False
    if not event.isAutoRepeat():
        pressed.click()
    return True


def button(text: str, tip: str = "", icon_name: str = "", role: str = "") -> QPushButton:
    """A push button that the Tab key reaches and that a click leaves without a focus ring."""
    result = _PushButton(text)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    result.setAutoDefault(False)
    if role:
        result.setProperty("role", role)
    if icon_name:
        result.setIcon(icon(icon_name, "accent_text" if role == "primary" else "text"))
    result.setToolTip(tip)
    result.setAccessibleName(text or tip)
    return result


def primary_button(text: str, tip: str = "", icon_name: str = "") -> QPushButton:
    """The one button of a panel that goes on, in the accent colour."""
    return button(text, tip, icon_name, "primary")


def focus_first(*steps: QWidget) -> None:
    """Give the keyboard to the first of these that can be used now."""
    step = next((one for one in steps if one.isVisible() and one.isEnabled()), None)
    if step is not None:
        step.setFocus(Qt.FocusReason.OtherFocusReason)


def on_escape(owner: QWidget, called: Callable[[], object]) -> None:
    """Call something when Esc is pressed while the keyboard is in `owner`, which cannot be an action then."""
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(called)


def indent(box: QAbstractSpinBox) -> None:
    """Keep the number of a field off its frame, which no style sheet can do."""
    box.lineEdit().setTextMargins(5, 0, 0, 0)


def link_button(text: str, tip: str = "") -> QPushButton:
    """A button that looks like a link."""
    result = button(text, tip, role="link")
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def icon_button(icon_name: str, tip: str, *, checkable: bool = False, flat: bool = False) -> QToolButton:
    """A button that shows only an icon; `tip` is its tool tip and its accessible name."""
    result = _ToolButton()
    result.setIcon(icon(icon_name))
    result.setIconSize(QSize(18, 18))
    result.setCheckable(checkable)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    result.setToolTip(tip)
    result.setAccessibleName(tip)
    if flat:
        result.setProperty("role", "flat")
    return result


def panel_closer() -> QToolButton:
    """The cross of a panel that covers nothing, in its upper corner."""
    result = icon_button("close", words(Text("Close")), flat=True)
    told = Text("Hides this panel without doing anything, as Esc does. What runs already goes on.")
    result.setWhatsThis(words(told))
    return result


def action_button(action: QAction, *, text: bool = False) -> QToolButton:
    """A button for an action of the actions table; shows its icon, or its text instead."""
    result = _ToolButton()
    result.setDefaultAction(action)
    result.setIconSize(QSize(18, 18))
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle
    result.setToolButtonStyle(style.ToolButtonTextOnly if text else style.ToolButtonIconOnly)
    result.setAccessibleName(action.text().replace("&", ""))
    return result


class ElidedLabel(QLabel):
    """A label that shortens its text to fit; the tool tip holds all of it."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def whole_text(self) -> str:
        """The text as it was set."""
        return self._whole

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, hint.height())


class StatRow(QWidget):
    """A name at the left and its value at the right: "Rate   44 100 Hz"."""

    def __init__(self, name: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(muted_label(name))
        self.value = ElidedLabel(value, Qt.TextElideMode.ElideMiddle)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.value, 1)
        self._name = name
        self.set_value(value)

    def set_value(self, value: str, role: str = "") -> None:
        """Show another value; `role` may be good, warn, bad or muted."""
        self.value.set_text(value)
        set_role(self.value, role)
        self.setAccessibleName(f"{self._name}: {value}")


def stat_row(name: str, value: str = "") -> StatRow:
    """A name at the left and its value at the right."""
    return StatRow(name, value)


class ScoreBar(QWidget):
    """A bar from 0 to 1 with its number on it."""

    def __init__(self, score: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._text = ""
        self._score = 0.0
        self.set_score(score)
        theme_signals.changed.connect(self.update)

    def set_score(self, score: float, text: str = "") -> None:
        """Fill the bar up to `score`; `text` stands on it in the place of the number."""
        self._score = min(1.0, max(0.0, score))
        self._text = text or score_text(score)
        self.setAccessibleName(self._text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(90, self.fontMetrics().height() + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height() + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = palette()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        filled = QRectF(box)
        filled.setWidth(self._score * box.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.button_edge)))
            painter.setBrush(QColor(colours.field))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(filled, min(3, filled.width() / 2), 3)
            painter.setFont(self.font())
            for colour, part in (
                (colours.text, QRectF(filled.right(), 0, self.width(), self.height())),
                (colours.accent_text, QRectF(0, 0, filled.right(), self.height())),
            ):
                painter.setClipRect(part)
                painter.setPen(QColor(colour))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


def swatch(*colours: str, size: int = 12) -> QPixmap:
    """A small square in a class's colour, or in those of several side by side."""
    ratio = 2
    pixmap = QPixmap(size * ratio, size * ratio)
    with QPainter(pixmap) as painter:
        for place, colour in enumerate(colours):
            left, right = (round(edge * size * ratio / len(colours)) for edge in (place, place + 1))
            painter.fillRect(left, 0, right - left, size * ratio, class_colour(colour))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def row_layout(*widgets: QWidget, spacing: int = 6) -> QHBoxLayout:
    """Widgets side by side without a margin."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return row
