"""What is written in a window, in which colour and on which ground: read from what widgets paint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from audioclf_gui.gui.theme import contrast

_SVG = "{http://www.w3.org/2000/svg}"
_LARGE_PX, _LARGE_BOLD_PX, _BOLD = 24.0, 18.66, 600  # WCAG 2.2: 18 pt, or 14 pt in bold
_LEAST_SEEN = 0.7  # of what is written; where less is seen, it is cut off by what surrounds it


@dataclass(frozen=True, slots=True)
class Written:
    """A text on its ground."""

    text: str
    colour: str
    ground: str
    is_large: bool
    by: str  # the kind of widget

    @property
    def contrast(self) -> float:
        """WCAG's, from 1 to 21."""
        return contrast(self.colour, self.ground)

    @property
    def is_readable(self) -> bool:
        """Whether WCAG 2.2 calls it so (1.4.3)."""
        return round(self.contrast, 2) >= (3.0 if self.is_large else 4.5)


def written(root: QWidget) -> list[Written]:
    """Every text that can be seen in a window or in a part of one."""
    image = root.grab().toImage()
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not widget.size().isEmpty():
            found += _written_by(widget, root, image)
    return found


def _written_by(widget: QWidget, root: QWidget, image: QImage) -> Iterator[Written]:
    seen = widget.visibleRegion().boundingRect()
    best: dict[tuple[str, QRect], Written] = {}
    for text, box, colour, is_large in _texts(_drawn(widget)):
        visible = box.toAlignedRect() & seen
        if not text.strip() or visible.width() < _LEAST_SEEN * box.width() or visible.height() < 4:
            continue
        place = visible.translated(widget.mapTo(root, QPoint(0, 0)))
        ground = _ground(image, place)
        one = Written(text.strip(), _over(colour, ground).name(), ground.name(), is_large, _kind(widget))
        before = best.get((text, visible))
        if before is None or one.contrast > before.contrast:  # halves of a bar's text; a halo and its text
            best[text, visible] = one
    yield from best.values()


def _kind(widget: QWidget) -> str:
    parent = widget.parent()
    return f"{type(parent).__name__}/{type(widget).__name__}"


def _drawn(widget: QWidget) -> str:
    """What a widget itself draws, as SVG, in which text remains text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setResolution(widget.logicalDpiX())
    with QPainter(generator) as painter:
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return bytes(buffer.data().data()).decode()


def _texts(svg: str) -> Iterator[tuple[str, QRectF, QColor, bool]]:
    for group in ET.fromstring(svg).iter(f"{_SVG}g"):
        numbers = re.search(r"matrix\(([^)]*)\)", group.get("transform", ""))
        place = QTransform(*map(float, numbers[1].split(","))) if numbers else QTransform()
        for node in group.findall(f"{_SVG}text"):
            size_px, weight = float(node.get("font-size")), int(node.get("font-weight", "400"))
            font = QFont(node.get("font-family"))
            font.setPixelSize(max(1, round(size_px)))
            font.setWeight(QFont.Weight(weight))
            metrics, text = QFontMetricsF(font), node.text or ""
            x, y = float(node.get("x")), float(node.get("y"))
            box = QRectF(x, y - metrics.xHeight(), metrics.horizontalAdvance(text), metrics.xHeight())
            colour = QColor(node.get("fill"))
            colour.setAlphaF(float(node.get("fill-opacity", "1")) * float(group.get("opacity", "1")))
            scaled_px = size_px * abs(place.m22() or 1.0)
            is_large = scaled_px >= (_LARGE_BOLD_PX if weight >= _BOLD else _LARGE_PX)
            yield text, place.mapRect(box), colour, is_large


def _ground(image: QImage, place: QRect) -> QColor:
    """The commonest colour where something is written."""
    ratio = image.devicePixelRatio()
    box = QRectF(place.x() * ratio, place.y() * ratio, place.width() * ratio, place.height() * ratio)
    box = box.adjusted(-1, -2, 1, 2).toAlignedRect() & image.rect()
    part = image.copy(box).convertToFormat(QImage.Format.Format_RGB32)
    values, counts = np.unique(np.frombuffer(part.constBits(), np.uint32), return_counts=True)
    return QColor(int(values[counts.argmax()]))


def _over(colour: QColor, ground: QColor) -> QColor:
    """A colour that the ground shines through."""
    share = colour.alphaF()
    return QColor(
        *(
            round(share * ink + (1 - share) * below)
            for ink, below in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)
        )
    )
