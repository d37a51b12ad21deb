"""The columns of a table of labels: what each is called, in which unit, and what it says of a label."""

from collections.abc import Collection
from dataclasses import dataclass

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column.

    Attributes
    ----------
    key
        What files and commands call it, with its unit.
    decimals
        So many a number has in a file; None: the column holds texts.
    shown_decimals
        The same in a window.
    by_default
        Whether it is shown and written unless somebody has chosen otherwise.
    """

    key: str
    title: Text
    unit: str = ""
    decimals: int | None = None
    shown_decimals: int = 0
    by_default: bool = True

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return self.decimals is not None


def _seconds(key: str, title: Text, *, by_default: bool = True) -> TableColumn:
    return TableColumn(key, title, "s", decimals=6, shown_decimals=3, by_default=by_default)


def _hertz(key: str, title: Text, *, by_default: bool = True) -> TableColumn:
    return TableColumn(key, title, "Hz", decimals=2, shown_decimals=0, by_default=by_default)


def _level(key: str, title: Text, unit: str) -> TableColumn:
    return TableColumn(key, title, unit, decimals=2, shown_decimals=1, by_default=False)


OWN = (
    TableColumn("clip", Text("Clip")),
    TableColumn("class", Text("Class")),
    TableColumn("track", Text("Track")),
    _seconds("start_s", Text("Start")),
    _seconds("end_s", Text("End")),
    _seconds("duration_s", Text("Duration")),
    _hertz("low_hz", Text("Low")),
    _hertz("high_hz", Text("High")),
    _hertz("bandwidth_hz", Text("Bandwidth"), by_default=False),
    TableColumn("certainty", Text("Certainty")),
    TableColumn("note", Text("Note")),
    TableColumn("score", Text("Score"), decimals=4, shown_decimals=2),
    TableColumn("source", Text("Source")),
    TableColumn("group", Text("Group"), by_default=False),
    TableColumn("fold", Text("Fold"), by_default=False),
)
"""What is known of every label and of its clip."""

MEASURED = (
    _hertz("peak_hz", Text("Peak frequency"), by_default=False),
    _hertz("centre_hz", Text("Centre"), by_default=False),
    _hertz("frequency_5_hz", Text("Frequency 5 %"), by_default=False),
    _hertz("frequency_95_hz", Text("Frequency 95 %"), by_default=False),
    _hertz("bandwidth_90_hz", Text("Bandwidth 90 %"), by_default=False),
    _seconds("time_5_s", Text("Time 5 %"), by_default=False),
    _seconds("time_95_s", Text("Time 95 %"), by_default=False),
    _seconds("duration_90_s", Text("Duration 90 %"), by_default=False),
    _level("rms_db", Text("RMS"), "dBFS"),
    _level("peak_db", Text("Peak"), "dBFS"),
    _level("snr_db", Text("SNR"), "dB"),
)
"""What the sound of a label tells, see `audio.measurements.Measurements`; it has to be read for this."""

MEASURED_KEYS = tuple(column.key for column in MEASURED)
FIXED_KEYS = frozenset(column.key for column in (*OWN, *MEASURED))
_OF_FILE = "file "


def columns_with(further: Collection[str]) -> tuple[TableColumn, ...]:
    """All columns there are, with those that label files brought between the known and the measured ones."""
    return (*OWN, *(TableColumn(key, Text.plain(key)) for key in further), *MEASURED)


def further_key(name: str) -> str:
    """The key of a column that label files brought: its name, unless that is the key of another one."""
    return f"{_OF_FILE}{name}" if name in FIXED_KEYS or name.startswith(_OF_FILE) else name
