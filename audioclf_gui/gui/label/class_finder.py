"""Labels with a class by its name, for projects with more classes than keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from audioclf_gui.core import edits
from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words

_FIELD_PX = 240


class ClassFinder(Popover):
    """A name is typed, and what it means is given to what is selected; a class that is new is made."""

    def __init__(self, context: Context, give: Callable[[LabelClass], object], parent: QWidget) -> None:
        super().__init__(words(Text("Label with a class")), parent)
        self._context = context
        self._give = give
        self.field: ClassField | None = None

    def ask(self, place: QWidget) -> None:
        """Open with an empty field."""
        while self.form.rowCount():
            self.form.removeRow(0)
        view = self._context.document.view
        self.field = ClassField("", [one.name for one in view.classes], self, completes=True)
        self.field.setMinimumWidth(_FIELD_PX)
        self.field.setAccessibleName(self.tr("Class"))
        self.field.confirmed.connect(self._take)
        self.field.dropped.connect(self.hide)
        self.form.addRow(self.field)
        self.open_at(place)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, name: str, _direction: int) -> None:
        was_open = self.isVisible()
        self.hide()
        if not name_of(name) or not was_open:
            return
        document = self._context.document
        if class_named(document.view.classes, name) is None:
            if not self._context.do(Text("add class"), edits.add_class(document.view, name)):
                return
            self._context.status(self.tr("New class “{name}”").format(name=name_of(name)))
        class_id = class_named(document.view.classes, name)
        self._give(next(one for one in document.view.classes if one.id == class_id))
