"""What the selected stretch or label measures, in two lines that are always in view."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.audio.measurements import Measurements, Stretch, limits
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.stretch_meter import Asked, StretchMeter
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import edges_text, length_text, number_text, signed
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, row_layout

_BETWEEN = " · "
_HIGH_HZ = 10_000.0  # from there on frequencies are told in kilohertz


class MeasuredLine(QWidget):
    """Shows the limits of what is selected at once, and what its sound tells as soon as that is measured.

    Parameters
    ----------
    band
        Shows the band of what is selected, and stands at the end of the first line.
    """

    def __init__(self, view: ViewState, band: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._path: Path | None = None
        self._limits = ""
        self.found: Measurements | None = None
        """What the selection measures, once it is measured."""
        self.meter = StretchMeter(self)
        self.levels, self.energy = ElidedLabel(), ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 3, 2, 0)
        column.setSpacing(1)
        for line in (self.levels, self.energy):
            line.setProperty("role", "muted")
            line.setTextFormat(Qt.TextFormat.PlainText)
        first = row_layout(self.levels, band, spacing=6)
        first.setStretch(0, 1)
        column.addLayout(first)
        column.addWidget(self.energy)
        view.selection_changed.connect(self._take_selection)
        self.meter.measured.connect(self._show)
        self._take_selection()

    def show_source(self, path: Path | None) -> None:
        """Say of which file stretches are measured from now on."""
        self._path = path
        self._take_selection()

    def shutdown(self) -> None:
        """End the thread."""
        self.meter.shutdown()

    def _take_selection(self) -> None:
        self.found = None
        selection = self._view.selection
        if selection is None or self._path is None:
            self.meter.ask(None)
            self.levels.set_text(self.tr("Select a stretch or a label to measure it"))
            self.energy.set_text("")
            return
        stretch = Stretch(selection.start_s, selection.end_s, selection.low_hz, selection.high_hz)
        is_moment = selection.duration_s <= 0.0
        self.meter.ask(None if is_moment else Asked(self._path, stretch))
        self._limits = "" if is_moment else limits_text(limits(stretch))
        self.levels.set_text(f"{self._limits}{_BETWEEN}…" if self._limits else "")
        self.energy.set_text("")

    def _show(self, found: Measurements | None) -> None:
        self.found = found
        self.levels.set_text(
            self._limits if found is None else f"{self._limits}{_BETWEEN}{levels_text(found)}"
        )
        self.energy.set_text("" if found is None else energy_text(found))


def limits_text(found: Measurements) -> str:
    """From when to when; its band stands in the fields at the end of the line."""
    return _range_s(found.start_s, found.end_s, found.duration_s)


def levels_text(found: Measurements) -> str:
    """How loud it is; that there is no sound if there is none."""
    if found.rms_db is None or found.peak_db is None:
        return words(Text("no sound to measure"))
    rms, peak = (signed(f"{level:.1f}") for level in (found.rms_db, found.peak_db))
    parts = [words(Text("RMS {rms}, peak {peak} dBFS", rms=rms, peak=peak))]
    if found.snr_db is not None:
        parts.append(words(Text("SNR {ratio}", ratio=f"{signed(f'{found.snr_db:.1f}')} dB")))
    return _BETWEEN.join(parts)


def energy_text(found: Measurements) -> str:
    """Where its energy lies in frequency and time."""
    parts = []
    if found.peak_hz is not None and found.centre_hz is not None:
        parts = [
            words(Text("Peak {hz}", hz=hz_words(found.peak_hz))),
            words(Text("centre {hz}", hz=hz_words(found.centre_hz))),
        ]
    ranges = (
        _range_hz(found.frequency_5_hz, found.frequency_95_hz, found.bandwidth_90_hz),
        _range_s(found.time_5_s, found.time_95_s, found.duration_90_s),
    )
    if told := ", ".join(filter(None, ranges)):
        parts.append(words(Text("5–95 % {ranges}", ranges=told)))
    return _BETWEEN.join(parts)


def _range_s(start_s: float | None, end_s: float | None, length_s: float | None) -> str:
    if start_s is None or end_s is None or length_s is None:
        return ""
    return f"{edges_text(start_s, end_s)} ({length_text(length_s)})"


def _range_hz(low_hz: float | None, high_hz: float | None, width_hz: float | None) -> str:
    """Open where an edge is not known, all in the unit of the greatest."""
    edges = [edge for edge in (low_hz, high_hz) if edge is not None]
    if not edges:
        return ""
    unit = max(edges)
    low, high = ("…" if edge is None else _number(edge, unit) for edge in (low_hz, high_hz))
    width = "" if width_hz is None else f" ({_number(width_hz, unit)} {_unit(unit)})"
    return f"{low}–{high} {_unit(unit)}{width}"


def hz_words(hz: float) -> str:
    """A frequency with its unit: "3 500 Hz", "12.34 kHz"."""
    return f"{_number(hz, hz)} {_unit(hz)}"


def _number(hz: float, greatest_hz: float) -> str:
    return f"{hz / 1000:.2f}" if greatest_hz >= _HIGH_HZ else number_text(round(hz))


def _unit(greatest_hz: float) -> str:
    return "kHz" if greatest_hz >= _HIGH_HZ else "Hz"
