"""Panes that paint themselves, for screen readers: each has a role, and what it paints are its children."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

_ROLE = "accessible role"  # a property of widgets whose role Qt does not know
_told: list[QAccessibleInterface] = []  # Qt deletes each with its pane; till then Python must not


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a pane paints: a label, a cell, a tile."""

    name: str
    box: QRect  # in the pane
    value: str = ""
    is_chosen: bool = False


@runtime_checkable
class Parted(Protocol):
    """A pane whose parts can be walked."""

    part_role: QAccessible.Role

    def part_count(self) -> int:
        """How many parts it has."""

    def part(self, place: int) -> Part:
        """One of them."""

    def current_part(self) -> int:
        """The place of the part that the keys speak to; -1: none."""


def tell_screen_readers() -> None:
    """Let screen readers ask for the roles and the parts of our own panes; once for the program."""
    QAccessible.installFactory(_told_of)


def set_accessible_role(pane: QWidget, role: QAccessible.Role) -> None:
    """Say what a pane is."""
    pane.setProperty(_ROLE, role.value)


def tell_moved(pane: QWidget) -> None:
    """Tell screen readers that the keys speak to another part of a pane."""
    if QAccessible.isActive() and isinstance(pane, Parted) and (place := pane.current_part()) >= 0:
        event = QAccessibleEvent(pane, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)


def _told_of(_kind: str, shown: QObject) -> QAccessibleInterface | None:
    if not isinstance(shown, QWidget):
        return None
    number = shown.property(_ROLE)
    if number is None and type(shown) is not QScrollArea:
        return None
    role = QAccessible.Role.Pane if number is None else QAccessible.Role(number)
    _told[:] = [one for one in _told if isValid(one)]
    told = _PartedInterface(shown, role) if isinstance(shown, Parted) else QAccessibleWidget(shown, role)
    if isinstance(told, _PartedInterface):
        shown.destroyed.connect(told.forget_parts)
    _told.append(told)
    return told


class _PartedInterface(QAccessibleWidget):
    """A pane with its parts as children."""

    def __init__(self, pane: QWidget, role: QAccessible.Role) -> None:
        super().__init__(pane, role)
        self._children: dict[int, _PartInterface] = {}
        self._numbers: list[int] = []  # under which Qt knows the children

    @property
    def pane(self) -> Parted:
        """The widget; asked of Qt each time, since what is known here must not keep it alive."""
        pane = self.widget()
        assert isinstance(pane, Parted)
        return pane

    def forget_parts(self) -> None:
        """The pane is gone: nobody may ask for its parts any more."""
        for number in self._numbers:
            QAccessible.deleteAccessibleInterface(number)
        self._numbers.clear()
        self._children.clear()

    @override
    def childCount(self) -> int:
        return self.pane.part_count()

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # None is Qt's nothing
        if not 0 <= index < self.pane.part_count():
            return None
        if index not in self._children:
            child = self._children[index] = _PartInterface(self, index)
            self._numbers.append(QAccessible.registerAccessibleInterface(child))
        return self._children[index]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, _PartInterface) and child.parent() is self else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        places = range(self.pane.part_count())
        return next((self.child(place) for place in places if self.box_of(place).contains(x, y)), None)

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self.pane.current_part())

    def box_of(self, place: int) -> QRect:
        """Where a part is on the screen."""
        box, pane = self.pane.part(place).box, self.widget()
        return QRect(pane.mapToGlobal(box.topLeft()), box.size())


class _PartInterface(QAccessibleInterface):
    """One part; it asks its pane whenever it is asked."""

    def __init__(self, parent: _PartedInterface, place: int) -> None:
        super().__init__()
        self._parent, self.place = parent, place

    @override
    def isValid(self) -> bool:
        return self._parent.isValid() and self.place < self._parent.pane.part_count()

    @override
    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    @override
    def parent(self) -> QAccessibleInterface:
        return self._parent

    @override
    def child(self, index: int) -> None:  # type: ignore[override]
        return None

    @override
    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1

    @override
    def rect(self) -> QRect:
        return self._parent.box_of(self.place) if self.isValid() else QRect()

    @override
    def role(self) -> QAccessible.Role:
        return self._parent.pane.part_role

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        part = self._parent.pane.part(self.place)
        state.focusable = state.selectable = True
        state.selected = part.is_chosen
        state.focused = self.place == self._parent.pane.current_part()
        state.offscreen = not self._parent.widget().rect().intersects(part.box)
        return state

    @override
    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        part = self._parent.pane.part(self.place)
        return {QAccessible.Text.Name: part.name, QAccessible.Text.Value: part.value}.get(t, "")

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Parts are changed by the commands of their pane."""
