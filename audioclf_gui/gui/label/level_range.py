"""The levels of the first and the last colour, as numbers and by sliders, or automatic."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSlider, QStackedLayout, QWidget

from audioclf_gui.gui.number_box import MinusBox
from audioclf_gui.gui.widgets import muted_label

_LEAST_DB = 5.0  # between the two
_SLIDER_PX = 150


class LevelRange(QWidget):
    """Two levels that never cross; both are automatic until one of them is moved."""

    changed = Signal()

    def __init__(self, lowest_db: float, highest_db: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.automatic = QCheckBox(self.tr("automatic"))
        self.automatic.setToolTip(self.tr("From the quiet quarter of the picture to its loudest thousandth"))
        self.automatic.setChecked(True)
        self.floor, self.floor_slider = _level(self.tr("Level of the first colour"), lowest_db, highest_db)
        self.ceiling, self.ceiling_slider = _level(self.tr("Level of the last colour"), lowest_db, highest_db)
        self._explain()
        self.reason = muted_label()
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside the name of the row
        self.reason.setContentsMargins(0, 4, 0, 0)
        fields = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(fields)
        self._pages.addWidget(self.reason)
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.automatic, 0, 0, 1, 3)
        names = self.tr("from"), self.tr("to")
        for row, (name, (slider, box)) in enumerate(zip(names, self._levels(), strict=True), start=1):
            grid.addWidget(muted_label(name), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(box, row, 2)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._moved)
            slider.valueChanged.connect(box.setValue)
        self.automatic.toggled.connect(self._tell)

    def _explain(self) -> None:
        for levels, told in zip(
            self._levels(),
            (
                self.tr(
                    "Everything at this level or below gets the first colour. Higher: noise disappears, "
                    "and faint sounds with it."
                ),
                self.tr(
                    "Everything at this level or above gets the last colour. Lower: faint sounds stand "
                    "out, and loud ones lose their detail."
                ),
            ),
            strict=True,
        ):
            for one in levels:
                one.setWhatsThis(told)

    def values(self) -> tuple[float | None, float | None]:
        """Floor and ceiling in dB; None is automatic."""
        if self.automatic.isChecked():
            return None, None
        return self.floor.value(), self.ceiling.value()

    def set_values(self, floor_db: float | None, ceiling_db: float | None) -> None:
        """Show a range without telling of it."""
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(floor_db is None and ceiling_db is None)
        self._put(self.floor.value() if floor_db is None else floor_db, ceiling_db)

    def show_automatic(self, floor_db: float, ceiling_db: float) -> None:
        """Show what an automatic range has come to."""
        if self.automatic.isChecked():
            self._put(floor_db, ceiling_db)

    def show_reason(self, reason: str) -> None:
        """Say what holds in the place of levels that can be chosen; empty: they can."""
        self.reason.setText(reason)
        self._pages.setCurrentIndex(1 if reason else 0)

    def _put(self, floor_db: float, ceiling_db: float | None) -> None:
        ceiling_db = self.ceiling.value() if ceiling_db is None else ceiling_db
        for (slider, box), value in zip(self._levels(), (floor_db, ceiling_db), strict=True):
            with QSignalBlocker(slider), QSignalBlocker(box):
                slider.setValue(round(value))
                box.setValue(value)

    def _levels(self) -> tuple[tuple[QSlider, MinusBox], tuple[QSlider, MinusBox]]:
        return (self.floor_slider, self.floor), (self.ceiling_slider, self.ceiling)

    def _tell(self) -> None:
        self.changed.emit()

    def _moved(self) -> None:
        floor_db, ceiling_db = self.floor.value(), self.ceiling.value()
        if ceiling_db - floor_db < _LEAST_DB:
            if self.sender() is self.floor:
                floor_db = ceiling_db - _LEAST_DB
            else:
                ceiling_db = floor_db + _LEAST_DB
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(False)
        self._put(floor_db, ceiling_db)
        self.changed.emit()


def _level(name: str, lowest_db: float, highest_db: float) -> tuple[MinusBox, QSlider]:
    box = MinusBox()
    box.setDecimals(0)
    box.setRange(lowest_db, highest_db)
    box.setSuffix(" dB")
    box.setAccessibleName(name)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(round(lowest_db), round(highest_db))
    slider.setMinimumWidth(_SLIDER_PX)
    slider.setAccessibleName(name)
    return box, slider
