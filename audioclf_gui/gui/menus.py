"""The menu bar, made from the actions that exist."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.actions import ACTIONS, MENUS, shown_text
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.gui.translate import language_name, languages, words

_GROUP_STARTS = {
    "import", "record", "pack_project", "quit", "find_clip", "choose_all", "copy_labels", "split_label",
    "label_details", "snap_to_zero", "next_label", "toggle_band", "mark_in", "start_edge", "leave_editor",
    "zoom_in", "band_in", "level_in", "time_kind", "edit_label", "next_track", "export_sounds",
    "accept_suggestion", "find_sounds", "remove_clips", "loop", "seek_back", "about",
}  # fmt: skip
"""Commands with a separating line above them."""


class Menus(QMenuBar):
    """Puts every action into the menu that the actions table names for it."""

    theme_chosen = Signal()  # and noted in the session
    language_chosen = Signal(str)  # its code; "" is the system's

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._theme = self._theme_menu()
        self._language = self._language_menu()
        self._language.setToolTipsVisible(True)
        tasks.changed.connect(self._guard_language)
        self._menus = {name: self.addMenu(_with_mnemonic(name)) for name in MENUS}

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
                menu.addMenu(self._language)
            menu.menuAction().setVisible(not menu.isEmpty())

    def _theme_menu(self) -> QMenu:
        names = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        return self._choice_menu(
            self.tr("Theme"), names, self._session.text("theme", "system"), self._choose_theme
        )

    def _language_menu(self) -> QMenu:
        names = {"": self.tr("As the system"), **{code: language_name(code) for code in languages()}}
        return self._choice_menu(
            self.tr("Language"), names, self._session.text("language"), self.language_chosen.emit
        )

    def _guard_language(self) -> None:
        """A window in another language is another window, which what goes on here would not find."""
        titles = [task.title for task in self._tasks.running]
        tip = (
            words(Text("The language can be changed when this has ended: {jobs}", jobs=listed(titles, ", ")))
            if titles
            else ""
        )
        for action in self._language.actions():
            action.setEnabled(not titles)
            action.setToolTip(tip)

    def _choice_menu(
        self, title: str, names: Mapping[str, str], chosen: str, choose: Callable[[str], None]
    ) -> QMenu:
        menu = QMenu(title, self)
        group = QActionGroup(menu)
        for key, name in names.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _checked=False, key=key: choose(key))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _choose_theme(self, name: str) -> None:
        self._session.put("theme", name)
        self.theme_chosen.emit()


def _with_mnemonic(name: str) -> str:
    """The title of a menu, with the letter that opens it; the English one where no letter can be typed."""
    shown = shown_text(name)
    return f"&{shown}" if shown[0].upper() != shown[0].lower() else f"{shown}(&{name[0]})"
