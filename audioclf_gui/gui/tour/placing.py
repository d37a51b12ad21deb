"""Where a callout stands, so that what it points at can be seen."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize


class CalloutSide(Enum):
    """On which side of what it points at a callout stands."""

    BELOW = auto()
    RIGHT = auto()
    LEFT = auto()
    ABOVE = auto()


def beside(target: QRect, size: QSize, room: QRect) -> tuple[QPoint, CalloutSide]:
    """The corner of a callout of this size inside `room`, on the first side where there is room for it.

    Where there is none it stands on the side that has most, and hides no more than it must.
    """
    side = min(CalloutSide, key=lambda one: (max(0, _lacking(one, target, size, room)), one.value))
    centred = target.center() - QPoint(size.width() // 2, size.height() // 2)
    corner = {
        CalloutSide.BELOW: QPoint(centred.x(), target.bottom() + 1),
        CalloutSide.RIGHT: QPoint(target.right() + 1, centred.y()),
        CalloutSide.LEFT: QPoint(target.left() - size.width(), centred.y()),
        CalloutSide.ABOVE: QPoint(centred.x(), target.top() - size.height()),
    }[side]
    return _within(corner, size, room), side


def _lacking(side: CalloutSide, target: QRect, size: QSize, room: QRect) -> int:
    """How many pixels are missing on a side; less than none where there is room left."""
    match side:
        case CalloutSide.BELOW:
            return size.height() - (room.bottom() - target.bottom())
        case CalloutSide.RIGHT:
            return size.width() - (room.right() - target.right())
        case CalloutSide.LEFT:
            return size.width() - (target.left() - room.left())
        case CalloutSide.ABOVE:
            return size.height() - (target.top() - room.top())


def _within(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    return QPoint(
        max(room.left(), min(corner.x(), room.right() + 1 - size.width())),
        max(room.top(), min(corner.y(), room.bottom() + 1 - size.height())),
    )
