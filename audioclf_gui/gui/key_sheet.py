"""The key sheet (F1): every command with its key, which can be changed here."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QKeySequenceEdit, QScrollArea, QVBoxLayout, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import (
    ACTIONS,
    FIXED_KEYS,
    key_text,
    set_keys,
    shortcuts,
    shown_text,
)
from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.widgets import Panel, button, link_button, muted_label, row_layout, title_label

_COLUMNS = 3


class KeySheet(QWidget):
    """All keys on one page; a click on a key waits for another one."""

    closed = Signal()
    failed = Signal(object)  # UserError: the key is taken
    changed = Signal(str)  # the action whose key is another one now

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: dict[str, _KeyRow] = {}
        close = button(self.tr("Close"), self.tr("Back to the workspace (F1)"))
        close.clicked.connect(self.closed)
        reset = link_button(self.tr("All keys as they were at first"), self.tr("Forget every changed key"))
        reset.clicked.connect(self._reset)
        head = row_layout(title_label(self.tr("Keys"), 5), spacing=12)
        head.addWidget(muted_label(self.tr("Click a key, then press another one. Delete takes it away.")), 1)
        head.addWidget(close)
        head.addWidget(reset)
        self.setFocusProxy(close)  # not the first button there is, which would forget every key
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._pages())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addWidget(area, 1)

    def _pages(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for title, specs in _groups().items():
            shortest = heights.index(min(heights))
            stacks[shortest].addWidget(self._panel(title, specs))
            heights[shortest] += len(specs) + len(_fixed(title)) + 2
        for stack in stacks:
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        return page

    def _panel(self, title: str, specs: Iterable[ActionSpec]) -> Panel:
        panel = Panel(shown_text(title))
        grid = QGridLayout()
        grid.setVerticalSpacing(1)
        for place, spec in enumerate(specs):
            row = _KeyRow(spec, shortcuts(spec, self._session), self._try)
            self.rows[spec.key] = row
            grid.addWidget(muted_label(shown_text(spec.text)), place, 0)
            grid.addWidget(row, place, 1, Qt.AlignmentFlag.AlignRight)
        for place, fixed in enumerate(_fixed(title), start=grid.rowCount()):
            keys = muted_label(shown_text(fixed.shown))
            keys.setContentsMargins(0, 4, 12, 4)  # as the buttons above have
            keys.setToolTip(self.tr("This key cannot be changed"))
            grid.addWidget(muted_label(shown_text(fixed.text)), place, 0)
            grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        panel.body.addLayout(grid)
        return panel

    def _try(self, spec: ActionSpec, key: QKeySequence) -> bool:
        rival = next((other for other in _rivals(spec) if key in shortcuts(other, self._session)), None)
        fixed = next((keys for keys in FIXED_KEYS if _meet(keys, spec) and key.toString() in keys.keys), None)
        taken_by = fixed if rival is None else rival
        if taken_by is not None and not key.isEmpty():
            self.failed.emit(
                UserError(
                    Text(
                        "{key} is the key of “{command}” already",
                        key=key_text(key),
                        command=shown_text(taken_by.text).rstrip("…"),
                    ),
                    remedy=Text("Choose another key.")
                    if rival is None
                    else Text("Choose another key, or give that command another one first."),
                )
            )
            return False
        self._session.put(f"keys/{spec.key}", key.toString(QKeySequence.SequenceFormat.PortableText))
        self.changed.emit(spec.key)
        return True

    def _reset(self) -> None:
        for key, row in self.rows.items():
            self._session.put(f"keys/{key}", ACTIONS[key].shortcut)
            row.show_keys(shortcuts(ACTIONS[key]))
            self.changed.emit(key)


class _KeyRow(QWidget):
    """One key: a button, and while another one is awaited a field."""

    def __init__(
        self, spec: ActionSpec, keys: list[QKeySequence], accept: Callable[[ActionSpec, QKeySequence], bool]
    ) -> None:
        super().__init__()
        self._spec = spec
        self._keys = keys
        self._accept = accept
        self.key_button = button("", self.tr("Change this key"), role="flat")
        self.key_button.clicked.connect(self._begin)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setMaximumWidth(130)
        self.edit.editingFinished.connect(self._finish)
        self.edit.hide()
        self.setLayout(row_layout(self.key_button, self.edit))
        self.show_keys(keys)

    def show_keys(self, keys: list[QKeySequence]) -> None:
        """Show these keys."""
        self._keys = keys
        self.key_button.setText("   ".join(map(key_text, keys)) or "\N{EM DASH}")
        self.key_button.setAccessibleName(f"{shown_text(self._spec.text)}: {self.key_button.text()}")

    def _begin(self) -> None:
        self.key_button.hide()
        self.edit.clear()
        self.edit.show()
        self.edit.setFocus()

    def _finish(self) -> None:
        if self.edit.isHidden():
            return  # hiding it ends the editing a second time
        key = self.edit.keySequence()
        self.edit.hide()
        self.key_button.show()
        if key == QKeySequence("Delete") and self._spec.key != "delete_label":
            key = QKeySequence()
        if self._accept(self._spec, key):
            self.show_keys([] if key.isEmpty() else [key])


def _groups() -> dict[str, list[ActionSpec]]:
    groups: dict[str, list[ActionSpec]] = {}
    for spec in ACTIONS.values():
        if spec.shortcut or spec.menu not in {"File", "Help"}:
            groups.setdefault(spec.menu, []).append(spec)
    return groups


def _fixed(menu: str) -> list[FixedKeys]:
    return [keys for keys in FIXED_KEYS if keys.menu == menu]


def _rivals(spec: ActionSpec) -> list[ActionSpec]:
    """The commands that may not have the same key."""
    return [other for other in ACTIONS.values() if other.key != spec.key and _meet(other, spec)]


def _meet(first: ActionSpec | FixedKeys, second: ActionSpec | FixedKeys) -> bool:
    """Whether both work at the same time."""
    return "window" in (first.where, second.where) or first.where == second.where


def rekey(actions: Iterable[QAction], changed: str, session: Session) -> None:
    """Give the action called `changed` the key that the session has for it."""
    for action in actions:
        if action.data() == changed:
            set_keys(action, shortcuts(ACTIONS[changed], session))
