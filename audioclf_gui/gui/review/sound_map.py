"""All clips in a plane, coloured by class: a click plays one, a line round some shows and labels them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.class_marks import SHAPES, class_shape
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.review.bulk_label import BulkLabel
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, icon_button, muted_label, row_layout
from audioclf_gui.jobs.map_clips import ClipMap

_POINT = 8  # size in pixels
_NEAR = 12.0  # pixels from a point that are still on it
_CLICK = 6.0  # a line that goes no farther is a click
_MOST_NAMED = 12  # classes in the legend
_COLUMNS = 4
_LEGEND = 0.2  # of the height is left to it

Floats = npt.NDArray[np.float64]


class SoundMap(Panel):
    """Hidden until there is a map."""

    chosen = Signal(str, object)  # a title and tuple[ClipId, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._ids: tuple[ClipId, ...] = ()
        self._points: Floats = np.zeros((0, 2))
        self._line: list[QPointF] = []  # of the lasso, in pixels of the plot
        self.plot: Any = None  # a pyqtgraph.PlotWidget, imported with the first map
        self._how = ""  # the map came to be
        self._legend: Any = None
        self._lasso: Any = None
        self.heading.setText(self.tr("Map of the sounds").upper())
        self.heading.show()
        self.close_button = icon_button("close", self.tr("Close the map"), flat=True)
        self.close_button.clicked.connect(self.hide)
        top = row_layout(self.heading, self.close_button)
        top.insertStretch(1, 1)
        self.body.insertLayout(0, top)
        self.told = muted_label(wrap=True)
        self.body.addWidget(self.told)
        self.bulk = BulkLabel(
            context,
            self.tr("Class of the clips that the line goes round"),
            self.tr("Label these"),
            self.tr("Give all of them without a label this class, as one step; they stand in the grid"),
        )
        self.bulk.hide()
        self.body.addWidget(self.bulk)
        self.hide()
        theme_signals.changed.connect(self._dress)
        context.document.labels_changed.connect(self._recolour)
        context.document.classes_changed.connect(self._recolour)

    def show_map(self, found: ClipMap) -> None:
        """Show where the clips lie."""
        self._ids = tuple(clip_id for clip_id, _, _ in found.places)
        self._points = np.array([(x, y) for _, x, y in found.places], np.float64).reshape(-1, 2)
        if self.plot is None:
            self._make_plot()
        how = Text("{method}, through {ear}", method=found.method, ear=found.heard_by)
        self._how = words(how)
        keys = self.tr("Click plays a clip; draw round some to show and label them.")
        self.told.setText(f"{self._how}\n{keys}")
        self.show()
        self.bulk.hide()
        self._draw_line()
        self._recolour()
        self._fit()

    def _fit(self) -> None:
        """Show all points below the legend."""
        (left, low), (right, high) = self._points.min(axis=0), self._points.max(axis=0)
        self.plot.setXRange(left, right, padding=0.04)
        self.plot.setYRange(low, high + _LEGEND * (high - low), padding=0.04)

    @property
    def colours(self) -> Mapping[str, str]:
        """What the legend says: each class that is named, with its colour."""
        return {item.name(): item.opts["brush"].color().name() for item in self._dots()}

    def place_of(self, clip_id: ClipId) -> QPointF:
        """Where a clip lies, in pixels of the plot."""
        x, y = self._points[self._ids.index(clip_id)]
        box = self.plot.getPlotItem().getViewBox()
        return QPointF(self.plot.mapFromScene(box.mapViewToScene(QPointF(x, y))))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._line = [event.position()]
            case QEvent.Type.MouseMove if event.buttons() & Qt.MouseButton.LeftButton and self._line:
                self._line.append(event.position())
                self._draw_line()
            case QEvent.Type.MouseMove:
                self._tell(self._near(event.position()))
            case QEvent.Type.MouseButtonRelease if self._line:
                self._line.append(event.position())
                self._finish()
            case _:
                return super().eventFilter(watched, event)
        return True

    def _finish(self) -> None:
        """Play what was clicked, or show what the line goes round, which stays till the next one."""
        line, self._line = self._line, []
        if all((one - line[0]).manhattanLength() <= _CLICK for one in line):
            self._draw_line()
            self._play(self._near(line[0]))
            return
        polygon = QPolygonF(line)
        inside = Qt.FillRule.OddEvenFill
        pixels = self._pixels()
        clips = tuple(
            clip_id
            for clip_id, (x, y) in zip(self._ids, pixels.tolist(), strict=True)
            if polygon.containsPoint(QPointF(x, y), inside)
        )
        self.bulk.offer(clips)
        self.bulk.setVisible(bool(clips))
        if clips:
            self.chosen.emit(words(Text("Chosen in the map: {how}", how=self._how)), clips)

    def _near(self, place: QPointF) -> ClipId | None:
        """The clip at a place, if there is one."""
        if not self._ids:
            return None
        away = np.abs(self._pixels() - (place.x(), place.y())).sum(axis=1)
        nearest = int(away.argmin())
        return self._ids[nearest] if away[nearest] <= _NEAR else None

    def _pixels(self) -> Floats:
        """Where all clips lie, in pixels of the plot: (clips, 2)."""
        box = self.plot.getPlotItem().getViewBox()
        low, high = (box.mapViewToScene(QPointF(at, at)) for at in (0.0, 1.0))
        shift = self.plot.mapFromScene(QPointF(0.0, 0.0))
        scale = np.array([high.x() - low.x(), high.y() - low.y()])
        return np.asarray(self._points * scale + (low.x() + shift.x(), low.y() + shift.y()), np.float64)

    def _play(self, clip_id: ClipId | None) -> None:
        if clip_id is not None:
            view = self._context.document.view
            self._context.player.play(view.audio_path(view.clip(clip_id)))
            self._tell(clip_id)

    def _tell(self, clip_id: ClipId | None) -> None:
        """Say which clip is under the pointer."""
        if clip_id is not None:
            view = self._context.document.view
            names = {known.id: known.name for known in view.classes}
            given = ", ".join(names[one] for one in whole_clip_classes(view.labels(clip_id)))
            self.told.setText(f"{view.clip(clip_id).name}\n{given or self.tr('no label')}")

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self.plot = pg.PlotWidget()
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(False, False)
        self.plot.hideButtons()
        self.plot.setAccessibleName(self.tr("Map of the sounds"))
        self.plot.viewport().setMouseTracking(True)
        self.plot.viewport().installEventFilter(self)
        axes = self.plot.getPlotItem()
        axes.hideAxis("left")
        axes.hideAxis("bottom")
        self._legend = axes.addLegend(offset=(4, 4), colCount=_COLUMNS)
        self._lasso = axes.plot([], [])
        self.body.insertWidget(1, self.plot, 1)
        self._dress()

    def _draw_line(self) -> None:
        box = self.plot.getPlotItem().getViewBox()
        points = [box.mapSceneToView(self.plot.mapToScene(one.toPoint())) for one in self._line]
        self._lasso.setData([one.x() for one in points], [one.y() for one in points])

    def _dots(self) -> list[Any]:
        import pyqtgraph as pg

        items = [] if self.plot is None else self.plot.getPlotItem().items
        return [item for item in items if isinstance(item, pg.ScatterPlotItem)]

    def _recolour(self, *_told: object) -> None:
        """Paint the points in the colours of the classes that they have now, rings below are without one."""
        if self.plot is None or self.isHidden():
            return  # asked at every edit, also by who labels and has never seen the map

        import pyqtgraph as pg

        axes = self.plot.getPlotItem()
        for item in self._dots():
            axes.removeItem(item)
        self._legend.clear()
        view = self._context.document.view
        first = [next(iter(whole_clip_classes(view.labels(clip_id))), None) for clip_id in self._ids]
        kinds: list[tuple[ClassId | None, str, QColor, str]] = [
            (None, self.tr("no label"), QColor(palette().panel), SHAPES[0]),
            *(
                (known.id, known.name, class_colour(known.colour), class_shape(place))
                for place, known in enumerate(view.classes)
            ),
        ]
        named = 0
        for class_id, name, colour, shape in kinds:
            places = np.flatnonzero([one == class_id for one in first])
            if len(places):
                named += 1
                edge = (palette().panel, 0.5) if class_id is not None else (palette().muted, 1.5)
                dots = pg.ScatterPlotItem(
                    x=self._points[places, 0], y=self._points[places, 1], size=_POINT, name=name,
                    symbol=shape, brush=pg.mkBrush(colour), pen=pg.mkPen(edge[0], width=edge[1]),
                )  # fmt: skip
                axes.addItem(dots)
                if named > _MOST_NAMED:
                    self._legend.removeItem(dots)

    def _dress(self) -> None:
        """Give plot and legend the colours of the theme."""
        if self.plot is None:
            return

        import pyqtgraph as pg

        colours = palette()
        self.plot.setBackground(colours.panel)
        self._lasso.setPen(pg.mkPen(colours.focus, width=2))
        self._legend.setLabelTextColor(colours.text)
        self._recolour()
