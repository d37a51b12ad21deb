"""The rows of Raven's selection tables as labels: those of one selection in several views are one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from audioclf_gui.core.label import Region
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import Row
from audioclf_gui.formats.labels.selection_columns import (
    BEGIN,
    CHANNEL,
    END,
    HIGH,
    HIGH_KHZ,
    LOW,
    LOW_KHZ,
    OFFSET,
    SCORES,
    SELECTION,
    VIEW,
    further_places,
    note_place_of,
    places_of,
)
from audioclf_gui.formats.naming_columns import NamingColumns
from audioclf_gui.formats.registry import NotALabelError, SkippedLine
from audioclf_gui.formats.template import Record, region_of
from audioclf_gui.formats.text import end_of, finite, number


class SelectionReader:
    """Takes rows one after the other and gathers what they say."""

    def __init__(self, header: Sequence[str], text_place: int | None, naming: NamingColumns) -> None:
        self.records: list[Record] = []
        self.regions: list[Region] = []
        self.skipped: list[SkippedLine] = []
        self.shifts: set[float] = set()  # time in the joined files less time in the own one, in seconds
        self.last_selection = 0
        self.channels: list[tuple[str, str]] = []  # of recordings
        self.turned = 0  # rows with the upper frequency where the lower one should be
        self._header = header
        self._places = places_of(header)
        self._text_place = text_place
        self._note_place = note_place_of(header, text_place)
        self._further = further_places(header, (text_place, self._note_place, *naming.places))
        self._naming = naming
        self._views: dict[tuple[object, ...], dict[str, int]] = {}

    def take(self, row: Row) -> None:
        """Take the next one."""
        if not row.text.strip():
            self.records.append(Record(row.text))
            return
        cells = {
            name: row.cells[place].strip() for name, place in self._places.items() if place < len(row.cells)
        }
        note = _cell(row, self._note_place)
        further = ((self._header[place].strip(), _cell(row, place)) for place in self._further)
        try:
            region = replace(
                _region(cells, _cell(row, self._text_place), row),
                note=note if note.strip() else "",
                extra=tuple((name, cell) for name, cell in further if cell.strip()),
                sound_file=self._naming.sound_file(row),
            )
        except NotALabelError as error:
            self.skipped.append(SkippedLine(row.number, error.reason))
            self.records.append(Record(row.text))
            return
        self.records.append(Record(row.text, self._index(cells, region)))
        self.channels.append((region.sound_file, cells.get(CHANNEL, "")))

    def _index(self, cells: Mapping[str, str], region: Region) -> int:
        """Rows of one selection in different views are one region; a spectrogram knows most about it."""
        selection, view = cells.get(SELECTION, ""), cells.get(VIEW, "").lower()
        key = (selection, cells.get(CHANNEL), region.sound_file, region.start_s, region.end_s)
        views = self._views.setdefault(key, {})
        index = next(iter(views.values()), None)
        said = "" if index is None else self.regions[index].text
        if selection and index is not None and view not in views and _are_one(said, region.text):
            if view.startswith("spectrogram"):
                self.regions[index] = replace(region, text=region.text or said)
        else:
            views.clear()
            index = len(self.regions)
            self.regions.append(region)
            low_hz, high_hz = _hertz(cells, LOW, LOW_KHZ), _hertz(cells, HIGH, HIGH_KHZ)
            self.turned += low_hz is not None and high_hz is not None and 0.0 <= high_hz < low_hz
            self.shifts.add(round(shift_of(cells), 6))
            self.last_selection = max(self.last_selection, int(finite(selection) or 0))
        views[view] = index
        return index


def _are_one(text: str, other: str) -> bool:
    """Whether what two views say of a selection may be one name: some leave it out in all but one."""
    return not text.strip() or not other.strip() or name_in_file(text) == name_in_file(other)


def _region(cells: Mapping[str, str], text: str, row: Row) -> Region:
    """The region of a row; NotALabelError if it is none."""
    if row.fault:
        raise NotALabelError(row.fault)
    begin_s, end_s = number(cells.get(BEGIN, "")), number(cells.get(END, ""))
    if begin_s is None or end_s is None:
        raise NotALabelError(Text("Begin Time or End Time is no number of seconds"))
    low_hz, high_hz = _hertz(cells, LOW, LOW_KHZ), _hertz(cells, HIGH, HIGH_KHZ)
    score = next((value for name in SCORES if (value := finite(cells.get(name, ""))) is not None), None)
    if score is not None and not 0.0 <= score <= 1.0:
        score = None
    offset_s = finite(cells.get(OFFSET, ""))
    if offset_s is not None and offset_s != begin_s:
        begin_s, end_s = offset_s, offset_s + (end_s - begin_s)
    raw = row.text.removesuffix(end_of(row.text))
    return region_of(begin_s, end_s, text, low_hz, high_hz, score, raw)


def _hertz(cells: Mapping[str, str], name: str, name_khz: str) -> float | None:
    """An edge of the band, of the column in kilohertz where none is in hertz."""
    value_khz = None if name in cells else finite(cells.get(name_khz, ""))
    return finite(cells.get(name, "")) if value_khz is None else round(value_khz * 1e3, 6)


def shift_of(cells: Mapping[str, str]) -> float:
    """How much later the row's times are than those inside its sound file, in seconds."""
    begin_s, offset_s = finite(cells.get(BEGIN, "")), finite(cells.get(OFFSET, ""))
    return 0.0 if begin_s is None or offset_s is None else begin_s - offset_s


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""
