"""How the spectrogram is shown: colours, brightness, range, axis."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSlider, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.colour_maps import COLOUR_MAPS
from audioclf_gui.gui.frequency_axis import Axis
from audioclf_gui.gui.label.mel_pane import MelLook
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button

_SLIDER_PX = 180
_NAMES = {"grey": Text("Grey"), "grey on white": Text("Grey on white")}  # the others are proper names
_MOST = 100  # brightness and contrast are counted from minus this to plus this


class MelLookPanel(Popover):
    """Every change is seen at once and remembered from session to session."""

    changed = Signal(object)  # MelLook

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(words(Text("Spectrogram")), parent)
        self._session = session
        self.brightness = _slider(self.tr("Brightness"))
        self.contrast = _slider(self.tr("Contrast"))
        self.colours = QComboBox()
        self.colours.addItems(
            [words(_NAMES[name]) if name in _NAMES else name.capitalize() for name in COLOUR_MAPS]
        )
        self.colours.setAccessibleName(self.tr("Colours"))
        self.axis = QComboBox()
        self.axis.setAccessibleName(self.tr("Frequency axis"))
        self.axis.addItem(self.tr("Mel"), "mel")
        self.axis.addItem(self.tr("Linear"), "linear")
        self.reset = button(self.tr("Reset"), self.tr("As it was at first"))
        self.form.addRow(self.tr("Brightness"), self.brightness)
        self.form.addRow(self.tr("Contrast"), self.contrast)
        self.form.addRow(self.tr("Colours"), self.colours)
        self.form.addRow(self.tr("Axis"), self.axis)
        self.form.addRow("", self.reset)
        self._show(self._remembered())
        self.brightness.valueChanged.connect(self._tell)
        self.contrast.valueChanged.connect(self._tell)
        self.colours.currentIndexChanged.connect(self._tell)
        self.axis.currentIndexChanged.connect(self._tell)
        self.reset.clicked.connect(lambda: self._show(MelLook()))

    @property
    def look(self) -> MelLook:
        """What is chosen."""
        return MelLook(
            COLOUR_MAPS[self.colours.currentIndex()],
            cast(Axis, self.axis.currentData()),
            self.brightness.value(),
            self.contrast.value(),
        )

    def _remembered(self) -> MelLook:
        session, usual = self._session, MelLook()
        colour_map = session.text("mel/colours", usual.colour_map)
        return MelLook(
            colour_map if colour_map in COLOUR_MAPS else usual.colour_map,
            "linear" if session.text("mel/axis") == "linear" else "mel",
            int(session.number("mel/brightness", usual.brightness, -_MOST, _MOST)),
            int(session.number("mel/contrast", usual.contrast, -_MOST, _MOST)),
        )

    def _show(self, look: MelLook) -> None:
        self.brightness.setValue(look.brightness)
        self.contrast.setValue(look.contrast)
        self.colours.setCurrentIndex(COLOUR_MAPS.index(look.colour_map))
        self.axis.setCurrentIndex(self.axis.findData(look.axis))

    def _tell(self) -> None:
        look = self.look
        self._session.put("mel/colours", look.colour_map)
        self._session.put("mel/axis", look.axis)
        self._session.put("mel/brightness", look.brightness)
        self._session.put("mel/contrast", look.contrast)
        self.changed.emit(look)


def _slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(-_MOST, _MOST)
    slider.setMinimumWidth(_SLIDER_PX)
    slider.setAccessibleName(name)
    return slider
