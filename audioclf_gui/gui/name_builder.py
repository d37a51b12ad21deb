"""Saying what the parts of file names mean, by clicking on those of an example."""

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import MEANINGS, NamePart, name_parts, path_parts, template_of
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, button, link_button, muted_label, row_layout

_IN_A_ROW = 3
_PART_PX = 78  # three of them fit into the form
_EXAMPLES = 50  # names that can be leafed through
_LOOKED_AT = 1000  # names that examples are picked from
_NOTHING = MEANINGS[-1]


class NameBuilder(QWidget):
    """An example of the names, a button for each of its parts, and the template that comes of it.

    A click on a part makes it the class, then the group, the fold and nothing again; what another part
    was before it is no more, unless both stand in a row.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._examples: tuple[Path, ...] = ()
        self._has_folders = False
        self._parts: list[NamePart] = []
        self._meanings: list[str] = []
        self.buttons: list[QPushButton] = []
        self.example = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.next_button = link_button(self.tr("Another name"), self.tr("Show the parts of another name"))
        self.next_button.clicked.connect(self._show_next)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        for place in range(_IN_A_ROW):
            self._grid.setColumnStretch(place, 1)
        self.template = QLineEdit()
        self.template.setReadOnly(True)
        self.template.setAccessibleName(self.tr("Template"))
        self.template.setToolTip(self.tr("What the command line takes as --name-parts"))
        self.template.setPlaceholderText(self.tr("Click on the part that is the class"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = row_layout(muted_label(self.tr("For example")), self.next_button)
        head.insertStretch(1)
        column.addLayout(head)
        column.addWidget(self.example)
        column.addLayout(self._grid)
        column.addWidget(self.template)

    def begin(self, files: Sequence[Path]) -> None:
        """Take names as examples, those of many parts first: where a name has fewer, it is seen at once."""
        looked_at = files[:: 1 + len(files) // _LOOKED_AT]
        by_parts = sorted(looked_at, key=lambda file: (-len(name_parts(file.name)), file.as_posix()))
        shapes = {len(name_parts(file.name)): file for file in reversed(by_parts)}
        first = [shapes[count] for count in sorted(shapes, reverse=True)]
        self._examples = tuple(dict.fromkeys([*first, *by_parts]))[:_EXAMPLES]
        self._has_folders = len({file.parent for file in looked_at}) > 1
        self._meanings = []
        self._show_example()

    @property
    def text(self) -> str:
        """The template, see `name_template.pattern_of`; empty while nothing is chosen."""
        return template_of(self._parts, self._meanings) if self._parts else ""

    def _show_next(self) -> None:
        self._examples = tuple(islice(cycle(self._examples), 1, 1 + len(self._examples)))
        self._show_example()
        self.changed.emit()

    def _show_example(self) -> None:
        """Show the parts of the first example; those in the same places keep their meanings."""
        file = next(iter(self._examples), None)
        named = file is not None and bool(name_parts(file.name))
        if file is None or not named:
            self._parts = []
        elif self._has_folders:
            self._parts = path_parts(file.parent.name, file.name)
        else:
            self._parts = name_parts(file.name)
        self._meanings = [*self._meanings, *([_NOTHING] * len(self._parts))][: len(self._parts)]
        self.example.set_text("" if file is None else file.name)
        self.next_button.setVisible(len(self._examples) > 1)
        for old in self.buttons:
            old.deleteLater()
        self.buttons = [self._part_button(place) for place in range(len(self._parts))]
        for place, one in enumerate(self.buttons):
            self._grid.addWidget(one, place // _IN_A_ROW, place % _IN_A_ROW)
        self._show_meanings()

    def _part_button(self, place: int) -> QPushButton:
        made = button("", self.tr("Click to say what this part of the name is"), role="part")
        made.setCheckable(True)
        made.setMinimumWidth(_PART_PX)
        made.clicked.connect(lambda: self._turn(place))
        return made

    def _turn(self, place: int) -> None:
        now = MEANINGS[(MEANINGS.index(self._meanings[place]) + 1) % len(MEANINGS)]
        self._meanings[place] = now
        for other in range(len(self._meanings)):
            if now and self._meanings[other] == now and not self._is_joined(place, other):
                self._meanings[other] = _NOTHING
        self._show_meanings()
        self.changed.emit()

    def _is_joined(self, first: int, second: int) -> bool:
        """Whether two parts, and those between them, mean the same and are parts of one name."""
        between = range(min(first, second), max(first, second) + 1)
        return len({(self._meanings[place], self._parts[place].is_folder) for place in between}) == 1

    def _show_meanings(self) -> None:
        names = {
            "class": Text("class"),
            "group": Text("group"),
            "fold": Text("fold"),
            _NOTHING: Text("ignored"),
        }
        for part, meaning, one in zip(self._parts, self._meanings, self.buttons, strict=True):
            name = words(names[meaning])
            text = f"{part.text}/" if part.is_folder else part.text
            shown = one.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _PART_PX - 16)
            one.setText(f"{shown}\n{name}".replace("&", "&&"))
            one.setAccessibleName(f"{text}: {name}")
            one.setChecked(bool(meaning))
        self.template.setText(self.text)
