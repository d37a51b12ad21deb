"""The left part of the import panel: how classes are found, and whether files are copied."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from audioclf_gui.core.text import joined
from audioclf_gui.formats.datasets import FOLDERS, LAYOUTS, Columns, Sheet, class_columns, likely_columns
from audioclf_gui.gui.name_builder import NameBuilder
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label, row_layout
from audioclf_gui.jobs.import_plan import ImportPlan
from audioclf_gui.jobs.import_survey import Survey
from audioclf_gui.jobs.layout_guess import NAMES, PARTS, PLAIN, TABLE

_EXAMPLE = r"(?P<label>[^_]+)_(?P<group>\w+)_\d+"


class ImportForm(QWidget):
    """Makes a plan; `changed` whenever it is another one."""

    changed = Signal()
    columns_wanted = Signal(object)  # Path of a table whose columns are to be read

    def __init__(self) -> None:
        super().__init__()
        self._is_filling = False
        self._heard: frozenset[str] = frozenset()  # what the recordings are called that were found
        self.layouts = QComboBox()
        self.layouts.setAccessibleName(self.tr("Classes come from"))
        self.layouts.setToolTip(self.tr("Where the class of each file is written"))
        self.layouts.currentIndexChanged.connect(self._show_layout)
        self.pattern = QLineEdit(_EXAMPLE)
        self.pattern.setAccessibleName(self.tr("Pattern"))
        self.pattern.setToolTip(self.tr("A regular expression with the groups label, group and fold"))
        self.pattern.textChanged.connect(self._tell)
        self.builder = NameBuilder()
        self.builder.changed.connect(self._tell)
        self._make_names()
        self.tables = self._combo(self.tr("Table"))
        self.tables.currentIndexChanged.connect(self._want_columns)
        self.columns = {
            "path": self._combo(self.tr("Column of the file")),
            "label": self._combo(self.tr("Column of the class")),
            "group": self._combo(self.tr("Column of the recording group")),
            "fold": self._combo(self.tr("Column of the fold")),
            "target": self._combo(self.tr("Column of a number to estimate")),
        }
        for combo in self.columns.values():
            combo.currentIndexChanged.connect(self._tell)
        self.copy_box = QCheckBox(self.tr("Copy the files into the project"))
        self.copy_box.setToolTip(
            self.tr("Otherwise they stay where they are; the project finds them again by their content")
        )
        self._arrange()

    def _offered(self, found: Survey) -> dict[str, str]:
        """The ways that what was found may say what is what, in words."""
        sets = {key: words(one.title) for key, one in LAYOUTS.items() if key in found.layouts}
        return {
            PLAIN: self.tr("Nowhere: label them here"),
            **({FOLDERS: sets.pop(FOLDERS)} if FOLDERS in sets else {}),
            PARTS: self.tr("File names, part by part"),
            NAMES: self.tr("File names, by a regular expression"),
            **({TABLE: self.tr("A table with chosen columns")} if found.tables else {}),
            **sets,
        }

    def _make_names(self) -> None:
        """The table that says what codes of classes stand for."""
        self.names_label = muted_label(self.tr("Codes of classes stand for"))
        self.names = self._combo(self.tr("Names of codes"))
        self.names.setToolTip(self.tr("A table of two columns: a code, and the name that classes get for it"))
        self.names.currentIndexChanged.connect(self._tell)
        self.names_button = button(self.tr("Choose…"), self.tr("Choose a table of codes and names"))
        self.names_button.clicked.connect(self._choose_names)

    def _choose_names(self) -> None:
        file, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Codes and names"), "", self.tr("Tables (*.csv *.tsv *.txt)")
        )
        if file:
            self.use_names(Path(file))

    def use_names(self, file: Path) -> None:
        """Take the names of codes from a table."""
        if self.names.findData(file) < 0:
            self.names.addItem(file.name, file)
        self.names.setCurrentIndex(self.names.findData(file))

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        return combo

    def _arrange(self) -> None:
        names = _page(
            muted_label(self.tr("Pattern")),
            self.pattern,
            muted_label(
                self.tr("Its groups label, group and fold name the class, the recording and the fold."),
                wrap=True,
            ),
        )
        columns = [
            widget
            for combo in self.columns.values()
            for widget in (muted_label(combo.accessibleName()), combo)
        ]
        table = _page(muted_label(self.tr("Table")), self.tables, *columns)
        parts = _page(self.builder)
        self._pages = {PARTS: parts, NAMES: names, TABLE: table}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(muted_label(self.tr("Classes come from")))
        column.addWidget(self.layouts)
        for page in self._pages.values():
            column.addWidget(page)
        column.addWidget(self.names_label)
        column.addLayout(row_layout(self.names, self.names_button))
        column.addWidget(self.copy_box)

    @property
    def plan(self) -> ImportPlan:
        """What is chosen."""
        table = self.tables.currentData()
        chosen = {name: combo.currentData() for name, combo in self.columns.items()}
        marked = chosen["label"] if isinstance(chosen["label"], tuple) else ()
        names = {name: column for name, column in chosen.items() if isinstance(column, str)}
        return ImportPlan(
            layout=str(self.layouts.currentData()),
            name_pattern=self.pattern.text() if self.layouts.currentData() == NAMES else "",
            table=table if isinstance(table, Path) else None,
            columns=Columns(**names, classes=marked),
            name_template=self.builder.text if self.layouts.currentData() == PARTS else "",
            class_names=self.names.currentData(),
        )

    def begin(self, found: Survey) -> None:
        """Offer what fits to what was found."""
        self._is_filling = True
        self._heard = found.heard
        self.layouts.clear()
        for key, text in self._offered(found).items():
            self.layouts.addItem(text, key)
        self.names.clear()
        self.names.addItem("\N{EM DASH}", None)
        for file in found.tables:
            self.names.addItem(file.name, file)
        self.builder.begin(found.audio)
        self.tables.clear()
        for file in found.tables:
            self.tables.addItem(file.name, file)
        self.layouts.setCurrentIndex(self.layouts.findData(found.layout))
        self._is_filling = False
        if found.tables:
            self._want_columns()
        self._show_layout()

    def set_columns(self, sheet: Sheet) -> None:
        """Offer a table's columns, the likely ones chosen."""
        self._is_filling = True
        likely = likely_columns(sheet, self._heard)
        for role, combo in self.columns.items():
            combo.clear()
            combo.addItem("\N{EM DASH}", "")
            for name in sheet.columns:
                combo.addItem(name, name)
            if role == "label" and (classes := class_columns(sheet, likely)):
                combo.addItem(self.tr("One column for each class: %s") % words(joined(classes)), classes)
            chosen = (role == "label" and likely.classes) or getattr(likely, role)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._is_filling = False
        self._tell()

    def _show_layout(self) -> None:
        for key, page in self._pages.items():
            page.setVisible(key == self.layouts.currentData())
        self._tell()

    def _want_columns(self) -> None:
        table = self.tables.currentData()
        if isinstance(table, Path) and not self._is_filling:
            self.columns_wanted.emit(table)

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return page
