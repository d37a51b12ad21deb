"""Lists of classes from files and to files, in the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from audioclf_gui.core.content import kept_note
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.class_lists import ClassesListed, add_listed_classes, export_class_list
from audioclf_gui.jobs.edit_clips import SortClasses

_PLACE_KEY = "classes/place"


class ClassLists(QObject):
    """What is done with all classes at once: sort them, add those of a list, write them as one."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def menu(self) -> QMenu:
        """A menu of it."""
        menu = QMenu(self._window)
        for text, slot in (
            (self.tr("Sort by name"), lambda: self._context.edit(SortClasses())),
            (self.tr("Add classes from a list…"), self._ask_import),
            (self.tr("Export the classes…"), self._ask_export),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def add(self, file: Path) -> None:
        """Add the classes of a list."""
        self._context.session.put(_PLACE_KEY, str(file.parent))
        job = partial(add_listed_classes, file, self._context.document.project.view())
        self._context.start(job, Text("Adding classes"), on_done=self._tell)

    def export(self, file: Path) -> None:
        """Write the classes of the project as a list."""
        self._context.session.put(_PLACE_KEY, str(file.parent))
        try:
            kept = export_class_list(file, self._context.document.view)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return
        told = [Text("The classes are written: {name}.", name=file.name)]
        if (note := kept_note([] if kept is None else [kept])) is not None:
            told.append(note)
        self._context.message_bar.show_note(words(listed(told)))

    def _tell(self, done: ClassesListed) -> None:
        if done.notes:
            self._context.message_bar.show_note(words(listed([Text("{what}.", what=done.text), *done.notes])))
        else:
            self._context.status(words(done.text))

    @property
    def _folder(self) -> str:
        return self._context.session.text(_PLACE_KEY, str(self._context.document.project.folder))

    def _ask_import(self) -> None:
        kinds = self.tr("Lists (*.txt *.csv *.tsv);;All files (*)")
        title = self.tr("Add classes from a list")
        name, _kind = QFileDialog.getOpenFileName(self._window, title, self._folder, kinds)
        if name:
            self.add(Path(name))

    def _ask_export(self) -> None:
        start = str(Path(self._folder) / "classes.csv")
        asks_no_more = QFileDialog.Option.DontConfirmOverwrite  # what is there is kept beside the new one
        title, kinds = self.tr("Export the classes"), self.tr("Tables (*.csv)")
        name, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds, options=asks_no_more)
        if name:
            self.export(Path(name))
