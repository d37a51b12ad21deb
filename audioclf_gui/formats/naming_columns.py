"""Which columns of a table name the recording of each row: one rule for every kind of table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from audioclf_gui.core.recording_names import joint_name, recording_name
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import Row, heading

# fmt: off
_FILE = (
    "begin file", "file", "filename", "file name", "fname", "in file", "audio file", "audio filename",
    "sound file", "wav", "wav file", "wavfile", "recording", "recording id", "path", "filepath", "file path",
    "audio", "audio path", "begin path", "end file",
    "datei", "dateiname", "audiodatei", "aufnahme", "pfad", "dateipfad",
)
_PLACE = (
    "begin path", "path", "filepath", "file path", "audio path", "folder", "folder name", "directory", "dir",
    "pfad", "dateipfad", "ordner", "verzeichnis",
)
_ROOT = ("indir",)
# fmt: on


@dataclass(frozen=True, slots=True)
class NamingColumns:
    """Where a table names recordings.

    Attributes
    ----------
    places : tuple of int
        The column of the file, then those of its folder from the innermost on; none if none names a file.
    note : Text or None
        What to say if the column of the file was found by what is in it.
    """

    places: tuple[int, ...] = ()
    note: Text | None = None

    def sound_file(self, row: Row) -> str:
        """The recording that a row names, with its folder; empty if it names none."""
        file, *folders = [row.cells[at] if at < len(row.cells) else "" for at in self.places] or [""]
        outer = [folder.strip() for folder in reversed(folders) if folder.strip()]
        around = [folder.rstrip("/\\") for folder in outer[:-1]]
        return joint_name(file, "/".join((*around, *outer[-1:])))

    def common_cells(self, table: Sequence[Row]) -> Mapping[int, str]:
        """What these columns say, each by its place, where all rows that have one name the same."""
        found = {
            tuple(row.cells[place] if place < len(row.cells) else "" for place in self.places)
            for row in table
            if any(cell.strip() for cell in row.cells)
        }
        return dict(zip(self.places, found.pop(), strict=True)) if len(found) == 1 else {}


def compared(name: str) -> str:
    """The name of a column in the form in which it is compared."""
    return heading(name.replace("_", " ")).lower()


def naming_columns(header: Sequence[str], table: Sequence[Row], taken: Collection[int]) -> NamingColumns:
    """The columns that are called as those of recordings are, else the first with recordings in every cell.

    Parameters
    ----------
    header, table
        The names of the columns, and the rows below them.
    taken
        Places of columns that say something else.
    """
    names = {compared(name): place for place, name in reversed(list(enumerate(header)))}
    names = {name: place for name, place in names.items() if place not in taken}
    file = next((names[name] for name in _FILE if name in names), None)
    note = None
    if file is None:
        free = (place for place in range(len(header)) if place not in taken)
        file = next((place for place in free if _tells_of_recordings(table, place)), None)
        if file is None:
            return NamingColumns()
        column = heading(header[file])
        note = Text("the column “{column}” is taken for the names of the recordings", column=column)
    around = (next((names[name] for name in known if name in names), file) for known in (_PLACE, _ROOT))
    return NamingColumns((file, *(place for place in around if place != file)), note)


def folder_column(header: Sequence[str], taken: Collection[str]) -> str | None:
    """The column of folders, or of whole paths, that stands beside one of names; none of those `taken`."""
    used = set(map(compared, taken))
    names = {compared(name): name for name in reversed(header)}
    return next((names[name] for name in _PLACE if name in names and name not in used), None)


def _tells_of_recordings(table: Sequence[Row], place: int) -> bool:
    cells = [row.cells[place] for row in table if place < len(row.cells) and row.cells[place].strip()]
    named = map(recording_name, dict.fromkeys(cells))
    return bool(cells) and all(name is not None and name.suffix for name in named)
