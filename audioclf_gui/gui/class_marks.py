"""A shape for each class, for eyes that cannot tell its colour from another's."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

SHAPES = ("o", "s", "t1", "d", "t", "+", "x")
"""Circle, square, triangle, diamond, its opposite, plus and cross, as pyqtgraph calls them.

Seven, while the colours repeat after eight: so 56 classes differ in one or the other.
"""
_ARM = 0.34  # of a plus or cross: half of its thickness, for a mark from -1 to 1
_CORNERS = {
    "s": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "t1": ((0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)),
    "d": ((0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)),
    "t": ((0.0, 1.0), (1.0, -0.8), (-1.0, -0.8)),
}


def class_shape(place: int) -> str:
    """The shape of the class at a place in the project's list, or in a model's."""
    return SHAPES[place % len(SHAPES)]


def shape_path(shape: str, middle: QPointF, radius: float) -> QPainterPath:
    """A shape to be filled where it is wanted."""
    path = QPainterPath()
    if shape == "o":
        path.addEllipse(middle, radius, radius)
    elif shape in _CORNERS:
        path.addPolygon(QPolygonF([middle + QPointF(x, y) * radius for x, y in _CORNERS[shape]]))
        path.closeSubpath()
    else:
        path.setFillRule(Qt.FillRule.WindingFill)
        turned = shape == "x"
        for x, y in ((1.0, _ARM), (_ARM, 1.0)):
            corners = [(-x, -y), (x, -y), (x, y), (-x, y), (-x, -y)]
            if turned:
                corners = [((u - v) * 0.7071, (u + v) * 0.7071) for u, v in corners]
            path.addPolygon(QPolygonF([middle + QPointF(u, v) * radius for u, v in corners]))
    return path
