"""Which layout a folder seems to have, in words as well: a guess that is not told is a trap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.audio.lengths import typical_duration_s
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets import FOLDERS, LAYOUTS, folders, known_layout, tells_no_class
from audioclf_gui.formats.datasets.recorder_names import is_recorders_file
from audioclf_gui.formats.registry import recognise
from audioclf_gui.jobs.table_guess import NamingTable, other_tables

PLAIN, PARTS, NAMES, TABLE = "plain", "parts", "names", "table"
"""The ways besides the layouts of `formats.datasets`: no classes, from the parts of names, from names by a
regular expression, from a table."""

_LONG_S, _VERY_LONG_S = 60.0, 300.0
_FEW_FOLDERS = 3
_TOLD = 3  # tables that are not used
_LOOKED_INTO = 20  # label files, before it is believed that none is one
_SHARE = 0.1  # of the recordings with a label file beside them, from which on those say what is in them


@dataclass(frozen=True, slots=True)
class ChosenFolder:
    """A folder from which the layouts start."""

    root: Path
    audio: tuple[Path, ...]  # the sound files below it


@dataclass(frozen=True, slots=True)
class LayoutGuess:
    """A layout, if one was recognised, and why that one or none."""

    layout: str = ""
    notes: tuple[Text, ...] = ()
    has_classes: bool = False  # whether it surely tells of some


def guess(
    sources: Sequence[ChosenFolder],
    tables: Sequence[NamingTable],
    unused: Sequence[Text],
    label_files: Sequence[Path],
) -> LayoutGuess:
    """The layout that folders with sound files seem to have; some are opened to see their length.

    A known data set counts first. A table that is surely about the classes of most recordings counts more
    than the names of the folders; any table counts where these are no classes.

    Parameters
    ----------
    tables
        Those that name recordings, the most telling first.
    unused
        Why other tables are not among them.
    label_files
        Those that belong to recordings by their names.
    """
    guesses = [_guess_of(source, label_files) for source in sources]
    layout = next((one.layout for one in guesses if one.layout), "")
    told = tuple(dict.fromkeys(note for one in guesses if one.layout == layout for note in one.notes))
    found = LayoutGuess(layout, told, any(one.has_classes for one in guesses))
    if layout not in {"", FOLDERS} and found.has_classes:
        return found
    if tables:
        found = _beside_tables(found, tables, sum(len(source.audio) for source in sources))
    return replace(found, notes=(*found.notes, *unused[:_TOLD]))


def _beside_tables(found: LayoutGuess, tables: Sequence[NamingTable], recordings: int) -> LayoutGuess:
    """The guess in view of tables that name recordings."""
    first = tables[0]
    if found.layout:
        is_about_most = first.tells_classes and 2 * first.named >= recordings
        if not is_about_most and (found.has_classes or not first.classes):
            left = Text(
                "{table} names recordings, too, and is not read: choose it if it tells their classes",
                table=first.file.name,
            )
            return LayoutGuess(found.layout, (*found.notes, left))
    notes = [] if found.layout else list(found.notes)
    notes.append(Text("{table} seems to say what is in the files", table=first.file.name))
    if found.layout:
        notes.append(Text("the names of the folders are not taken for classes, since a table counts more"))
    notes += _column_notes(first)
    if others := other_tables(tables):
        notes.append(
            Text(
                "{tables} does so, too, but one table is read at a time: import again with that one",
                "{tables} do so, too, but one table is read at a time: import again with each of those",
                n=len(others),
                tables=quoted(others),
            )
        )
    return LayoutGuess(TABLE, tuple(notes))


def _column_notes(table: NamingTable) -> Iterator[Text]:
    if not (table.columns.label or table.columns.classes or table.columns.target):
        yield Text("no column of {table} is surely that of the classes: choose one", table=table.file.name)
    elif table.stretches:
        yield Text(
            "column “{column}” of {table} tells where something begins, but the classes are taken for whole"
            " recordings; if they are labels of parts, leave the table for after the import",
            column=table.stretches,
            table=table.file.name,
        )


def _guess_of(source: ChosenFolder, label_files: Sequence[Path]) -> LayoutGuess:
    """What a folder looks like by itself.

    Folders of recordings that nobody has cut into clips tell where or when was recorded. They are not
    taken for classes: those longer than five minutes, those longer than one minute in few folders or with
    the names that recorders give; nor are folders of any length that are called like recorders or kinds of
    files, or that hold label files beside their recordings.
    """
    name = source.root.absolute().name
    if (known := known_layout(source.root, source.audio)) is not None:
        found = LAYOUTS[known]
        return LayoutGuess(known, (found.why(name),), has_classes=found.tells_classes)
    listed = folders(source.root, source.audio).candidates
    classes = sorted({one.class_name for one in listed} - {""})
    if not classes and len({one.fold for one in listed} - {""}) > 1:
        told = Text("{folder} looks like the parts of a split, without classes", folder=name)
        return LayoutGuess(FOLDERS, (told,))
    if len(classes) < 2 and len({one.fold for one in listed} - {""}) < 2:
        return LayoutGuess()
    if (objection := _objection(source, classes, label_files)) is not None:
        return LayoutGuess("", (objection,))
    return LayoutGuess(FOLDERS, (LAYOUTS[FOLDERS].why(name),), has_classes=True)


def _objection(source: ChosenFolder, classes: Sequence[str], label_files: Sequence[Path]) -> Text | None:
    """Why the folders are not taken for classes, if anything speaks against it."""
    folder, are_places = source.root.absolute().name, _most(map(tells_no_class, classes))
    duration_s = typical_duration_s(source.audio)
    by_name = are_places or _most(is_recorders_file(file.stem) for file in source.audio)
    if duration_s >= _VERY_LONG_S or (duration_s >= _LONG_S and (len(classes) <= _FEW_FOLDERS or by_name)):
        return Text(
            "The folders in {folder} hold recordings of about {duration_s:.0f} s and not clips of one"
            " sound each, so they are not taken for classes; choose folders if they are",
            folder=folder,
            duration_s=duration_s,
        )
    if are_places:
        return Text(
            "The folders in {folder} ({names}) are called like recorders, places, times, people or kinds of"
            " files, so they are not taken for classes; choose folders if they are",
            folder=folder,
            names=quoted(classes),
        )
    beside = [file for file in label_files if source.root in file.parents]
    if len(beside) >= _SHARE * len(source.audio) and any(map(_is_of_labels, beside[:_LOOKED_INTO])):
        return Text(
            "{n} label file lies beside the recordings in {folder} and says what is in them, so the folders"
            " are not taken for classes; choose folders if they are",
            "{n} label files lie beside the recordings in {folder} and say what is in them, so the folders"
            " are not taken for classes; choose folders if they are",
            n=len(beside),
            folder=folder,
        )
    return None


def _is_of_labels(file: Path) -> bool:
    try:
        return recognise(file) is not None
    except UserError:
        return False


def _most(answers: Iterable[bool]) -> bool:
    counted = list(answers)
    return 2 * sum(counted) > len(counted)
