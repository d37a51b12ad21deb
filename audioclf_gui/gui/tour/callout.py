"""A few words beside a control of the window, which is outlined."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.tour.placing import CalloutSide, beside
from audioclf_gui.gui.widgets import (
    PADDING,
    button,
    icon_button,
    link_button,
    muted_label,
    on_escape,
    primary_button,
    row_layout,
    title_label,
)

_WIDTH = 330
_ARROW_PX = 10  # from the card to what it points at
_RING_PX = 4  # around that
_RADIUS = 7.0


class Ring(QWidget):
    """A ring around a control, through which it is used as ever."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QRect) -> None:
        """Stand around a place of the window."""
        self.setGeometry(target.adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette().focus), 3.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), _RADIUS, _RADIUS)


class Callout(QWidget):
    """Title, words and what can be pressed; it never takes the keyboard by itself."""

    shown_there = Signal()  # the keyboard shall go to what it points at
    pressed = Signal()  # its one button that goes on
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = muted_label()
        self.title = title_label("", 1.5)
        self.title.setWordWrap(True)
        self.words = muted_label(wrap=True)
        self.there_button = link_button(self.tr("Go there"), self.tr("Give the keyboard to what is outlined"))
        self.there_button.clicked.connect(self.shown_there)
        self.skip_button = button(self.tr("Skip this step"), self.tr("Go on without doing it"))
        self.start_button = primary_button(self.tr("Begin"), self.tr("Be shown the program in five steps"))
        for one in (self.skip_button, self.start_button):
            one.clicked.connect(self.pressed)
        self.close_button = icon_button("close", "", flat=True)
        self.close_button.clicked.connect(self.closed)
        self._side = CalloutSide.BELOW
        self._target = QRect()
        self._arrange()
        on_escape(self, self.closed.emit)
        self.hide()

    def _arrange(self) -> None:
        head = row_layout(self.place, self.close_button)
        head.setStretch(0, 1)
        foot = row_layout(self.there_button, self.skip_button, self.start_button)
        foot.insertStretch(1, 1)
        column = QVBoxLayout(self)
        margin = _ARROW_PX + PADDING
        column.setContentsMargins(margin, margin - 6, margin, margin)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(foot)

    def say(self, place: str, title: str, words: str, close_tip: str, *, is_offer: bool = False) -> None:
        """Say something else, also to those who hear the screen."""
        if (place, title, words) == (self.place.text(), self.title.text(), self.words.text()):
            return
        self.place.setText(place)
        self.title.setText(title)
        self.words.setText(words)
        self.close_button.setToolTip(close_tip)
        self.close_button.setAccessibleName(close_tip)
        self.there_button.setVisible(not is_offer)
        self.skip_button.setVisible(not is_offer)
        self.start_button.setVisible(is_offer)
        told = f"{place}. {title}. {words}"
        self.setAccessibleName(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def stand_beside(self, target: QRect, room: QRect) -> None:
        """Stand beside a place of the window and point at it."""
        self.setFixedWidth(_WIDTH + 2 * _ARROW_PX)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(layout.heightForWidth(self.width()))
        ringed = target.adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX)
        corner, self._side = beside(ringed, self.size(), room)
        self._target = ringed.translated(-corner)
        self.move(corner)
        self.show()
        self.raise_()
        self.update()

    def take_keyboard(self) -> None:
        """Let its buttons be pressed with keys."""
        one = self.start_button if self.start_button.isVisible() else self.skip_button
        one.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        card = QRectF(self.rect()).adjusted(_ARROW_PX, _ARROW_PX, -_ARROW_PX, -_ARROW_PX)
        outline = QPainterPath()
        outline.addRoundedRect(card, _RADIUS, _RADIUS)
        arrow = QPainterPath()
        arrow.addPolygon(self._arrow(card))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette().focus), 1.5))
            painter.setBrush(QColor(palette().panel))
            painter.drawPath(outline.united(arrow))

    def _arrow(self, card: QRectF) -> QPolygonF:
        """The point of the card, as near to the middle of the target as its edge allows."""
        inset = _RADIUS + _ARROW_PX
        middle = QPointF(self._target.center())
        x = max(card.left() + inset, min(middle.x(), card.right() - inset))
        y = max(card.top() + inset, min(middle.y(), card.bottom() - inset))
        tip, inward = {
            CalloutSide.BELOW: (QPointF(x, 1), QPointF(0, 1)),
            CalloutSide.ABOVE: (QPointF(x, self.height() - 1), QPointF(0, -1)),
            CalloutSide.RIGHT: (QPointF(1, y), QPointF(1, 0)),
            CalloutSide.LEFT: (QPointF(self.width() - 1, y), QPointF(-1, 0)),
        }[self._side]
        across = QPointF(inward.y(), inward.x()) * _ARROW_PX
        foot = tip + inward * (_ARROW_PX + 1)
        return QPolygonF([tip, foot + across, foot - across])


def place_in_window(widget: QWidget) -> QRect:
    """What can be seen of a widget, in the coordinates of its window; empty if nothing can."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)) + seen.topLeft(), seen.size())
