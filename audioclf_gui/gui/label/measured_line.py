"""What the selected stretch or label measures, in two lines that are always in view."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.measurements import Measurements, Stretch, limits
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.stretch_meter import Asked, StretchMeter
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import edges_text, length_text, number_text, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, row_layout

_BETWEEN = " · "
_HIGH_HZ = 10_000.0  # from there on frequencies are told in kilohertz


class MeasuredLine(QWidget):
    """Shows the limits of what is selected at once, and what its sound tells as soon as that is measured.

    What the first line has no room for stands in the second; what is too long for both is told without the
    widths that can be reckoned from it, which the tool tip holds.

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
        self._parts: tuple[Sequence[str], Sequence[str], Sequence[str]] = (), (), ()
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
        self.levels.installEventFilter(self)
        view.selection_changed.connect(self._take_selection)
        self.meter.measured.connect(self._show)
        self.meter.going_on.connect(self._show_share)
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
            self._tell([self.tr("Select a stretch or a label to measure it")])
            return
        stretch = Stretch(selection.start_s, selection.end_s, selection.low_hz, selection.high_hz)
        is_moment = selection.duration_s <= 0.0
        self.meter.ask(None if is_moment else Asked(self._path, stretch))
        self._limits = "" if is_moment else limits_text(limits(stretch))
        self._tell([self._limits, "…"] if self._limits else [])

    def _show_share(self, done: float) -> None:
        self._tell([self._limits, f"… {shown_number(done, '.0%')}"])

    def _show(self, found: Measurements | None) -> None:
        self.found = found
        if found is None:
            self._tell([self._limits])
        else:
            levels = [self._limits, *levels_parts(found)]
            self._tell(levels, energy_parts(found), energy_parts(found, is_brief=True))

    def _tell(self, levels: Sequence[str], energy: Sequence[str] = (), brief: Sequence[str] = ()) -> None:
        self._parts = levels, energy, brief
        self._lay_out()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:  # also where the fields beside it need more room
            self._lay_out()
        return False

    def _lay_out(self) -> None:
        """Share out the parts over the lines."""
        levels, energy, brief = self._parts
        first = len(levels)
        while first > 1 and not _fits(self.levels, levels[:first]):
            first -= 1
        ways = [*levels[first:], *energy], [*levels[first:], *brief]
        second = next((way for way in ways if _fits(self.energy, way)), ways[-1])
        self.levels.set_text(_BETWEEN.join(levels[:first]))
        self.energy.set_text(_BETWEEN.join(second))
        if second is ways[1]:
            self.energy.setToolTip("\n".join(_BETWEEN.join(parts) for parts in (levels, energy)))


def _fits(line: ElidedLabel, parts: Sequence[str]) -> bool:
    return line.fontMetrics().horizontalAdvance(_BETWEEN.join(parts)) <= line.width()


def limits_text(found: Measurements) -> str:
    """From when to when; its band stands in the fields at the end of the line."""
    return _range_s(found.start_s, found.end_s, found.duration_s)


def levels_parts(found: Measurements) -> list[str]:
    """How loud it is; that there is no sound if there is none."""
    if found.rms_db is None or found.peak_db is None:
        return [words(Text("no sound to measure"))]
    rms, peak = (shown_number(level, ".1f") for level in (found.rms_db, found.peak_db))
    parts = [words(Text("RMS {rms}, peak {peak} dBFS", rms=rms, peak=peak))]
    if found.snr_db is not None:
        parts.append(words(Text("SNR {ratio}", ratio=f"{shown_number(found.snr_db, '.1f')} dB")))
    return parts


def energy_parts(found: Measurements, *, is_brief: bool = False) -> list[str]:
    """Where its energy lies in frequency and time; if that is to be brief, without how much it spans."""
    parts = []
    if found.peak_hz is not None and found.centre_hz is not None:
        parts = [
            words(Text("Peak {hz}", hz=hz_words(found.peak_hz))),
            words(Text("centre {hz}", hz=hz_words(found.centre_hz))),
        ]
    width_hz, length_s = (None, None) if is_brief else (found.bandwidth_90_hz, found.duration_90_s)
    ranges = (
        _range_hz(found.frequency_5_hz, found.frequency_95_hz, width_hz),
        _range_s(found.time_5_s, found.time_95_s, length_s),
    )
    if told := ", ".join(filter(None, ranges)):
        parts.append(words(Text("5–95 % {ranges}", ranges=told)))
    return parts


def _range_s(start_s: float | None, end_s: float | None, length_s: float | None) -> str:
    if start_s is None or end_s is None:
        return ""
    length = "" if length_s is None else f" ({length_text(length_s)})"
    return f"{edges_text(start_s, end_s)}{length}"


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
    return shown_number(hz / 1000, ".2f") if greatest_hz >= _HIGH_HZ else number_text(round(hz))


def _unit(greatest_hz: float) -> str:
    return "kHz" if greatest_hz >= _HIGH_HZ else "Hz"
