"""The menu bar, made from the actions that exist."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from audioclf_gui.gui.actions import ACTIONS, MENUS, shown_text
from audioclf_gui.gui.session import Session

_GROUP_STARTS = {
    "import", "record", "close_project", "quit", "find_clip", "zoom_in", "edit_label", "next_label",
    "start_edge", "leave_editor", "next_clip", "accept_suggestion", "find_sounds", "loop", "seek_back",
    "about",
}  # fmt: skip
"""Commands with a separating line above them."""


class Menus(QMenuBar):
    """Puts every action into the menu that the actions table names for it."""

    theme_chosen = Signal(str)  # system, light, dark

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theme = self._theme_menu()
        self._menus = {name: self.addMenu("&" + shown_text(name)) for name in MENUS}

    def fill(self, actions: Iterable[QAction]) -> None:
        """Show exactly these actions, in the table's order; those of other programs' making come last."""
        by_key = {str(action.data()): action for action in actions if action.data() in ACTIONS}
        for name, menu in self._menus.items():
            menu.clear()
            for spec in ACTIONS.values():
                if spec.menu == name and spec.key in by_key:
                    if spec.key in _GROUP_STARTS and not menu.isEmpty():
                        menu.addSeparator()
                    menu.addAction(by_key[spec.key])
            if name == "View":
                menu.addSeparator()
                menu.addMenu(self._theme)
            menu.menuAction().setVisible(not menu.isEmpty())

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self.tr("Theme"), self)
        group = QActionGroup(menu)
        chosen = self._session.scheme
        entries = (
            ("system", self.tr("As the system"), Qt.ColorScheme.Unknown),
            ("light", self.tr("Light"), Qt.ColorScheme.Light),
            ("dark", self.tr("Dark"), Qt.ColorScheme.Dark),
        )
        for name, text, scheme in entries:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(scheme == chosen)
            action.triggered.connect(lambda _checked=False, name=name: self.theme_chosen.emit(name))
            group.addAction(action)
            menu.addAction(action)
        return menu
