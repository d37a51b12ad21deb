"""Lists of classes into a project and out of it."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.change import Change
from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_read, cannot_write
from audioclf_gui.core.naming import twins
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.class_list import ClassList, read_class_list, written_class_list
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.table_place import check_table_place
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class ClassesListed:
    """What a list came to: the classes that are new, those that were there, and how it was read."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    notes: tuple[Text, ...]

    @property
    def text(self) -> Text:
        """It in words."""
        n = len(self.added)
        return Text(
            "{n} class added, {known} known", "{n} classes added, {known} known", n=n, known=len(self.known)
        )


def add_listed_classes(file: Path, project: ProjectView) -> Generator[MakeEdit, None, ClassesListed]:
    """Add the classes of a list that the project lacks, as one edit; those that it has stay as they are.

    Raises
    ------
    UserError
        If the file cannot be read or lists no class, or the project cannot be written.
    """
    try:
        listed = read_class_list(file.read_bytes())
    except OSError as error:
        raise cannot_read(file, error) from error
    if not listed.classes:
        raise UserError(
            Text("{file} lists no classes", file=file),
            remedy=Text("Give one name in each line, or a table with a column called class."),
        )
    view = project.catalogue
    change = _change(listed, view)
    added = tuple(one.name for one in (change.classes or ())[len(view.classes) :])
    if added:
        n = len(added)
        yield from bulk_edit(project, Text("add {n} class", "add {n} classes", n=n), change)
    known = tuple(one.name for one in listed.classes if one.name not in added)
    clips = {**dict.fromkeys(added, 0), **view.clips_of_classes}
    alike = tuple(one.text for one in twins(clips) if not set(added).isdisjoint((one.into, *one.names)))
    return ClassesListed(added, known, (*listed.notes, *alike))


def export_class_list(file: Path, view: CatalogueView) -> Path | None:
    """Write the classes of a project with their colours; returns where a file is kept that was there.

    Raises
    ------
    UserError
        If it cannot be written, or would take the place of a project or of a sound of it.
    """
    check_table_place(file, view)
    try:
        return write_where_wanted(file, written_class_list(view.classes))
    except OSError as error:
        raise cannot_write(file, error) from error


def _change(listed: ClassList, view: CatalogueView) -> Change:
    classes = view.with_classes(one.name for one in listed.classes)
    colours = {one.name: one.colour for one in listed.classes if one.colour}
    new = classes[len(view.classes) :]
    dressed = tuple(replace(one, colour=colours.get(one.name, one.colour)) for one in new)
    return Change(classes=(*view.classes, *dressed) if dressed else None)
