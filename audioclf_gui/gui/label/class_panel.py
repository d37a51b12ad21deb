"""The classes at the right: their keys, colours, names and counts, and everything one can do to them."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QColorDialog,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from audioclf_gui.core import edits
from audioclf_gui.core.label import OKABE_ITO, ClassId, LabelClass, distinct_colour
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text
from audioclf_gui.gui.class_merging import merge_classes
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.class_lists import ClassLists
from audioclf_gui.gui.label.class_model import CLIPS, LABELS, NAME, ClassModel
from audioclf_gui.gui.label.page_turner import PageTurner
from audioclf_gui.gui.label.typed_field import DroppedField
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, button, icon_button, muted_label, row_layout, swatch
from audioclf_gui.jobs.edit_clips import DeleteClass, MergeClasses

_ROW_PX = 25
_COLOURS = 24
_WIDTHS = {0: 28, CLIPS: 40, LABELS: 52}


class ClassPanel(Panel):
    """Lists the classes; every change of them can be undone."""

    class_chosen = Signal(object)  # LabelClass: give it to what is selected, as its key does
    class_toggled = Signal(object)  # LabelClass: the same beside others, or take it away

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(words(Text("Classes")), parent)
        self.heading.setText(self.tr("CLASSES"))
        self.setAccessibleName(self.tr("Classes"))
        self._context = context
        self._document = context.document
        self.model = ClassModel(context.document.project, context.class_pages)
        self.pages = PageTurner(context.class_pages, context.document)
        self.table = QTableView()
        self.empty = muted_label(self.tr("No classes yet. Add one, then press its key to label."), wrap=True)
        self.name = DroppedField()
        self.add_button = button(self.tr("+ New class"), self.tr("Add a class"))
        self.lists = ClassLists(context, self)
        self.more_button = icon_button(
            "dots-horizontal", self.tr("Sort the classes, add those of a list, or export them")
        )
        self.more_button.setWhatsThis(
            self.tr(
                "A menu for the whole list: sort the classes by their names, add the names that stand "
                "in a text file, or write them into one."
            )
        )
        self.moves_on = QCheckBox(self.tr("Then the next"))
        self.plays = QCheckBox(self.tr("Play it"))
        self._dress()
        self._actions = self._make_actions()
        for widget in (self.table, self.pages, self.empty):
            self.body.addWidget(widget)
        whole = row_layout(self.add_button, self.name, self.more_button)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self.body.addLayout(row_layout(self.moves_on, self.plays))
        self.body.setStretchFactor(self.table, 1)
        self._connect()
        self.take_classes()

    def take_classes(self) -> None:
        """Classes are others now."""
        selected = self.selected()
        self.model.take_classes()
        self.pages.follow()
        self.empty.setVisible(not self.model.rowCount())
        if selected is not None:
            self._select(selected.id)

    def take_counts(self) -> None:
        """Clips were labelled."""
        self.model.take_counts()

    def selected(self) -> LabelClass | None:
        """The class whose row is selected."""
        row = self.table.currentIndex().row()
        return self.model.row(row).label_class if 0 <= row < self.model.rowCount() else None

    def ask_new_class(self) -> None:
        """Let the user type the name of a class that is to be added."""
        self.add_button.hide()
        self.name.clear()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Classes"))
        table.setWhatsThis(
            self.tr(
                "The classes with their keys, and how many clips and labels each has. Press a key to "
                "label; drag a row for another order, and so other keys; a right click renames, "
                "recolours, merges and deletes."
            )
        )
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        table.setDragDropOverwriteMode(False)
        table.setIconSize(QSize(12, 12))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of a kind differ at their end
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setMinimumHeight(3 * _ROW_PX)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        self._dress_fields()

    def _dress_fields(self) -> None:
        self.name.hide()
        self.name.setPlaceholderText(self.tr("Name of the new class"))
        self.name.setAccessibleName(self.tr("Name of the new class"))
        self.moves_on.setToolTip(self.tr("After labelling a clip, show the next one without a label"))
        self.plays.setToolTip(self.tr("Play the next clip at once"))
        session = self._context.session
        self.moves_on.setChecked(session.flag("label/moves_on", True))
        self.plays.setChecked(session.flag("label/plays", True))

    def _make_actions(self) -> dict[str, QAction]:
        wanted = {
            "rename": (self.tr("Rename"), "", self._edit_name),
            "up": (self.tr("Move up"), "Alt+Up", lambda: self._move_selected(-1)),
            "down": (self.tr("Move down"), "Alt+Down", lambda: self._move_selected(+1)),
            "delete": (self.tr("Delete class"), "Delete", self._delete_selected),
        }
        actions = {}
        for key, (text, shortcut, slot) in wanted.items():
            action = QAction(text, self.table)
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.table.addAction(action)
            actions[key] = action
        return actions

    def _connect(self) -> None:
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.clicked.connect(lambda index: self.model.toggle(index.row()))
        self.model.rename_asked.connect(self._rename)
        self.model.move_asked.connect(self._move)
        self.add_button.clicked.connect(self.ask_new_class)
        self.more_button.clicked.connect(self._open_lists)
        self.name.editingFinished.connect(self._add)
        self.name.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.name.dropped.connect(self._drop_name)
        session = self._context.session
        self.moves_on.toggled.connect(lambda on: session.put("label/moves_on", on))
        self.plays.toggled.connect(lambda on: session.put("label/plays", on))
        self.moves_on.toggled.connect(self.plays.setEnabled)
        self.plays.setEnabled(self.moves_on.isChecked())

    def _open_menu(self, place: QPoint) -> None:
        known = self.selected()
        if known is None or not self.table.indexAt(place).isValid():
            return
        menu = self.menu(known)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _open_lists(self) -> None:
        menu = self.lists.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def menu(self, known: LabelClass) -> QMenu:
        """What can be done to a class."""
        menu = QMenu(self)
        give = menu.addAction(self.tr("Label with “{name}”").format(name=known.name))
        give.triggered.connect(lambda: self.class_chosen.emit(known))
        toggle = menu.addAction(self.tr("Add it beside other classes, or take it away"))
        toggle.triggered.connect(lambda: self.class_toggled.emit(known))
        menu.addSeparator()
        menu.addAction(self._actions["rename"])
        colours = menu.addMenu(self.tr("Colour"))
        for colour in dict.fromkeys(distinct_colour(number) for number in range(_COLOURS)):
            one = colours.addAction(QIcon(swatch(colour, size=16)), colour)
            one.triggered.connect(lambda _checked=False, colour=colour: self._recolour(known, colour))
        colours.addSeparator()
        colours.addAction(self.tr("Other…")).triggered.connect(lambda: self._ask_colour(known))
        others = [one for one in self._document.view.classes if one.id != known.id]
        merge = menu.addMenu(self.tr("Merge into"))
        merge.setEnabled(bool(others))
        for other in others:
            one = merge.addAction(QIcon(swatch(other.colour)), other.name)
            one.triggered.connect(lambda _checked=False, other=other: self._merge(known, other))
        menu.addSeparator()
        for key in ("up", "down", "delete"):
            menu.addAction(self._actions[key])
        return menu

    def _drop_name(self) -> None:
        self.name.clear()  # so that leaving the field adds nothing
        self.name.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name = name_of(self.name.text())
        if not self.name.isVisible():
            return
        self.name.hide()
        self.add_button.show()
        if not name:
            return
        if class_named(self._document.view.classes, name) is not None:
            self._context.status(self.tr("There is a class called {name} already").format(name=name))
            return
        if self._context.do(Text("add class"), edits.add_class(self._document.view, name)):
            self._select(self._document.view.classes[-1].id)

    def _edit_name(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.table.edit(self.model.index(row, NAME))

    def _rename(self, known: LabelClass, name: str) -> None:
        self._context.do(
            Text("rename class"), edits.change_class(self._document.view, replace(known, name=name))
        )

    def _recolour(self, known: LabelClass, colour: str) -> None:
        changed = replace(known, colour=colour)
        self._context.do(Text("change colour"), edits.change_class(self._document.view, changed))

    def _ask_colour(self, known: LabelClass) -> None:
        dialog = QColorDialog(QColor(known.colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, colour in enumerate(OKABE_ITO):
            dialog.setCustomColor(place, QColor(colour))
        dialog.colorSelected.connect(lambda colour: self._recolour(known, colour.name()))
        dialog.open()

    def _merge(self, known: LabelClass, into: LabelClass) -> None:
        merge_classes(self._context, MergeClasses((known.name,), into.name))

    def _delete_selected(self) -> None:
        known = self.selected()
        if known is not None:
            self._context.edit(DeleteClass(known.name))

    def _move_selected(self, by: int) -> None:
        known, classes = self.selected(), self._document.view.classes
        if known is not None and 0 <= (place := classes.index(known) + by) < len(classes):
            self._move(known, place)

    def _move(self, known: LabelClass, place: int) -> None:
        self._context.do(Text("move class"), edits.move_class(self._document.view, known.id, place))
        self._select(known.id)

    def _select(self, class_id: ClassId) -> None:
        row = self.model.row_of(class_id)
        if row is not None:
            self.table.selectRow(row)
