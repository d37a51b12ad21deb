"""The key sheet (F1): every command with its key, which can be changed here, and what the mouse does."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import (
    ACTIONS,
    FIXED_KEYS,
    PRESET_SETTING,
    key_table,
    key_text,
    meet,
    preset_of,
    set_keys,
    shown_text,
)
from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.key_presets import PRESETS
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import DASH
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    button,
    link_button,
    muted_label,
    on_escape,
    row_layout,
    set_role,
    title_label,
)

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the sheet: what is found by its words or its keys."""

    panel: Panel
    text: str
    label: QLabel
    keys: "_KeyRow | QLabel"

    def has(self, wanted: str) -> bool:
        """Whether every word of `wanted` is in it."""
        keys = self.keys.text() if isinstance(self.keys, QLabel) else self.keys.key_button.text()
        said = f"{self.text} {keys} {self.panel.accessibleName()}".casefold()
        return all(word in said for word in wanted.casefold().split())


class KeySheet(QWidget):
    """All keys on one page, with a search; a click on a key waits for another one."""

    closed = Signal()
    failed = Signal(object)  # UserError: the key is taken
    changed = Signal()  # some commands have other keys now

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: list[_Line] = []
        self._stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        self.rows: dict[str, _KeyRow] = {}
        self.search = QLineEdit()
        self._dress_search()
        self.presets = QComboBox()
        self.presets.setAccessibleName(self.tr("Keys of another program"))
        self.presets.setToolTip(self.tr("Keys that you know from another program; your changes stay"))
        for preset in PRESETS.values():
            self.presets.addItem(preset.title, preset.name)
        self.presets.setCurrentIndex(self.presets.findData(preset_of(session).name))
        self.presets.activated.connect(self._choose_preset)
        self.note = muted_label(wrap=True)
        self.setFocusProxy(self.search)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head())
        whole.addWidget(self.note)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._pages())
        whole.addWidget(area, 1)
        on_escape(self, self.closed.emit)
        self._show_keys()

    def _dress_search(self) -> None:
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.search.setWhatsThis(
            self.tr("Shows only what fits: type a word such as zoom, or a key such as Ctrl+B.")
        )
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)

    def _head(self) -> QHBoxLayout:
        close = button(self.tr("Close"), self.tr("Back to the workspace (Esc, F1)"))
        close.clicked.connect(self.closed)
        reset = link_button(self.tr("Forget my changes"), self.tr("Give every command the key of the preset"))
        reset.clicked.connect(self._reset)
        head = row_layout(title_label(self.tr("Keys"), 5), self.search, spacing=12)
        head.addWidget(muted_label(self.tr("Keys as in")))
        head.addWidget(self.presets)
        head.addWidget(reset)
        head.addStretch(1)
        head.addWidget(close)
        self.search.setMinimumWidth(240)
        return head

    def _pages(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        for stack in self._stacks:
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        for title, lines in _groups().items():
            self._panel(title, lines)
        self._lay_out(self._lines)
        return page

    def _lay_out(self, lines: Iterable[_Line]) -> None:
        """Show these lines, each panel in the column that is shortest so far."""
        shown: dict[Panel, set[QWidget]] = defaultdict(set)
        for line in lines:
            shown[line.panel] |= {line.label, line.keys}
        heights = [0] * _COLUMNS
        for panel in dict.fromkeys(line.panel for line in self._lines):
            for stack in self._stacks:
                stack.removeWidget(panel)
            shortest = heights.index(min(heights))
            stack = self._stacks[shortest]
            stack.insertWidget(stack.count() - 1, panel)  # before the stretch
            heights[shortest] += len(shown[panel]) // 2 + 2 if panel in shown else 0
            panel.setVisible(panel in shown)
        for line in self._lines:
            for widget in (line.label, line.keys):
                widget.setVisible(widget in shown[line.panel])

    def _panel(self, title: str, lines: Iterable[ActionSpec | FixedKeys]) -> None:
        panel = Panel(shown_text(title))
        grid = QGridLayout()
        grid.setVerticalSpacing(1)
        for place, line in enumerate(lines):
            label = muted_label(shown_text(line.text), wrap=True)
            label.setContentsMargins(0, 3, 0, 3)
            keys = self._row(line) if isinstance(line, ActionSpec) else self._fixed_label(line)
            if isinstance(line, ActionSpec) and line.tip:
                label.setToolTip(shown_text(line.tip))
            self._lines.append(_Line(panel, f"{label.text()} {label.toolTip()}", label, keys))
            grid.addWidget(label, place, 0)
            grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        panel.body.addLayout(grid)

    def _fixed_label(self, fixed: FixedKeys) -> QLabel:
        keys = muted_label(shown_text(fixed.shown))
        keys.setContentsMargins(0, 4, 12, 4)  # as the buttons of keys that can be changed have
        keys.setToolTip(self.tr("This cannot be changed"))
        return keys

    def _row(self, spec: ActionSpec) -> "_KeyRow":
        self.rows[spec.key] = _KeyRow(spec, self._try)
        return self.rows[spec.key]

    def _find(self, wanted: str) -> None:
        found = [line for line in self._lines if line.has(wanted)]
        self._lay_out(found)
        self._show_note(nothing=not found)

    def _choose_preset(self) -> None:
        self._session.put(PRESET_SETTING, self.presets.currentData())
        self._tell_changed()

    def _try(self, spec: ActionSpec, key: QKeySequence) -> bool:
        keys = key_table(self._session).keys
        others = (other for other in ACTIONS.values() if other.key != spec.key and meet(other, spec))
        rival = next((other for other in others if key in keys[other.key]), None)
        fixed = next((one for one in FIXED_KEYS if meet(one, spec) and key.toString() in one.keys), None)
        taken_by = fixed if rival is None else rival
        if taken_by is not None and not key.isEmpty():
            self.failed.emit(
                UserError(
                    Text(
                        "{key} is the key of “{command}” already",
                        key=key_text(key),
                        command=_name(taken_by),
                    ),
                    remedy=Text("Choose another key.")
                    if rival is None
                    else Text("Choose another key, or give that command another one first."),
                )
            )
            return False
        self._session.put(f"keys/{spec.key}", key.toString(QKeySequence.SequenceFormat.PortableText))
        self._tell_changed()
        return True

    def _reset(self) -> None:
        for key in ACTIONS:
            self._session.forget(f"keys/{key}")
        self._tell_changed()

    def _tell_changed(self) -> None:
        self._show_keys()
        self._find(self.search.text())
        self.changed.emit()

    def _show_keys(self) -> None:
        table = key_table(self._session)
        for key, row in self.rows.items():
            taken = [f"{key_text(lost)}: {_name(taker)}" for lost, taker in table.lost.get(key, ())]
            row.show_keys(table.keys[key], "\n".join(taken))
        self._show_note(nothing=False)

    def _show_note(self, *, nothing: bool) -> None:
        lost = key_table(self._session).lost
        text = self.tr("Click a key, then press another one. Delete takes it away.")
        if nothing:
            text = self.tr("Nothing is called so, and nothing has such a key.")
        elif lost:
            names = ", ".join(_name(ACTIONS[key]) for key in lost)
            text = words(Text("Your own keys took those of: {commands}. They are marked.", commands=names))
        self.note.setText(text)


class _KeyRow(QWidget):
    """One key: a button, and while another one is awaited a field."""

    def __init__(self, spec: ActionSpec, accept: Callable[[ActionSpec, QKeySequence], bool]) -> None:
        super().__init__()
        self._spec = spec
        self._accept = accept
        self.key_button = button("", role="flat")
        self.key_button.clicked.connect(self._begin)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setMaximumWidth(130)
        self.edit.setAccessibleName(self.tr("The new key"))
        self.edit.editingFinished.connect(self._finish)
        self.edit.hide()
        self.setLayout(row_layout(self.key_button, self.edit))

    def show_keys(self, keys: list[QKeySequence], taken: str) -> None:
        """Show these keys; `taken` names those that other commands took."""
        self.key_button.setText("   ".join(map(key_text, keys)) or DASH)
        self.key_button.setAccessibleName(f"{shown_text(self._spec.text)}: {self.key_button.text()}")
        tip = self.tr("Change this key")
        self.key_button.setToolTip(
            f"{tip}\n{self.tr('Taken by another command:')}\n{taken}" if taken else tip
        )
        set_role(self.key_button, "flat_warn" if taken else "flat")

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
        self.key_button.setFocus()
        if key == QKeySequence("Escape") and self._spec.key != "stop":
            return
        if key == QKeySequence("Delete") and self._spec.key != "delete_label":
            key = QKeySequence()
        self._accept(self._spec, key)


def _groups() -> dict[str, list[ActionSpec | FixedKeys]]:
    groups: dict[str, list[ActionSpec | FixedKeys]] = {}
    for line in _all_lines():
        groups.setdefault(line.menu, []).append(line)
    return groups


def _all_lines() -> Iterator[ActionSpec | FixedKeys]:
    for spec in ACTIONS.values():
        if spec.shortcut or spec.menu not in {"File", "Help"}:
            yield spec
    yield from FIXED_KEYS


def _name(line: ActionSpec | FixedKeys) -> str:
    return shown_text(line.text).rstrip("…")


def rekey(actions: Iterable[QAction], session: Session) -> None:
    """Give actions the keys that the session has for them."""
    keys = key_table(session).keys
    for action in actions:
        if action.data() in ACTIONS:
            set_keys(action, keys[str(action.data())])
