"""The window: which project is open, what is shown of it, and how it is left."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui import __version__
from audioclf_gui.core.project_files import is_called_packed, may_be_project, project_files
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.gui import ways_in
from audioclf_gui.gui.actions import build_actions, name_keys
from audioclf_gui.gui.computer_page import ComputerPage
from audioclf_gui.gui.file_drops import FileDrops
from audioclf_gui.gui.icons import program_icon
from audioclf_gui.gui.key_page import KeyPage
from audioclf_gui.gui.manual_page import ManualPages
from audioclf_gui.gui.menus import Menus
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.project_door import ProjectDoor, Take
from audioclf_gui.gui.project_maker import ProjectMaker
from audioclf_gui.gui.project_opener import Opening
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.shown_project import ShownProject
from audioclf_gui.gui.start_panel import StartPanel
from audioclf_gui.gui.status_line import StatusLine
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.gui.theme import apply_theme
from audioclf_gui.gui.top_bar import TopBar
from audioclf_gui.gui.tour.tour import Tour
from audioclf_gui.gui.whats_this import WhatsThisMode
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspaces import FIRST, WORKSPACES, first_workspace

if TYPE_CHECKING:  # loaded with the first project, while that is read: the window shows itself before
    from audioclf_gui.core.project import Project
    from audioclf_gui.gui.project_page import ProjectPage

_FILES = {"import", "import_labels", "export_labels", "classify", "record", "close_project", "history"}
_FOR_PROJECTS = {*_FILES, "make_mixtures"} | {spec.action for spec in WORKSPACES.values()}


class MainWindow(QMainWindow):
    """Wiring only: what the parts do is in the parts.

    Attributes
    ----------
    is_stuck : bool
        A background job did not end in time when a project was left. Its thread still runs.
    """

    models_wanted = Signal()  # something is shown that works with models
    language_chosen = Signal(str)  # its code; a window keeps the language in which it was made

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.is_stuck = False
        self.page: ProjectPage | None = None
        self.message_bar = MessageBar()
        self.tasks = Tasks(self.message_bar.show_failure, self)
        self.player = PlayerController(self)
        self._may_close = False
        self._dropped: list[Path] = []  # waits for a project to be imported into
        self._door = ProjectDoor(self.tasks, self._take_down, self)
        self.start_panel = StartPanel(session)
        self._maker = ProjectMaker(self.start_panel, self.tasks, self.message_bar, self)
        self._stack = QStackedWidget()
        self.keys = KeyPage(self._stack, session, self.message_bar, self)
        self._manual = ManualPages(self._stack)
        self._computer = ComputerPage(self._stack, self.tasks, self.message_bar)
        self.commands = build_actions(self, self._handlers(), session)
        self.menus = Menus(session, self.tasks)
        self.setMenuBar(self.menus)
        self.top_bar = TopBar(self.commands)
        self.tour = Tour(self, session, self.top_bar, self.start_panel, self.message_bar)
        self.status_line = StatusLine(self.tasks)
        self.setStatusBar(self.status_line)
        self._shown = ShownProject(self, self.top_bar, self.status_line, self.commands)
        self._arrange()
        name_keys(self.start_panel, session)
        self._connect()
        self._show_project_state()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_project": self._new,
            "open_project": self.start_panel.choose,
            "demo": self.start_panel.demo,
            "unpack_project": self.start_panel.choose_pack,
            "pack_project": lambda: self._with_page(lambda page: page.show_pack()),
            "make_mixtures": lambda: self._with_page(lambda page: page.show_mixtures()),
            "import": lambda: self._with_page(lambda page: page.show_import()),
            "import_labels": lambda: self._with_page(lambda page: page.choose_label_files()),
            "relink": lambda: self._with_page(lambda page: page.find_moved()),
            "export_labels": lambda: self._with_page(lambda page: page.show_export()),
            "classify": lambda: self._with_page(lambda page: page.show_classify()),
            "record": lambda: self._with_page(lambda page: page.record()),
            "close_project": self.close_project,
            "quit": self.close,
            "undo": lambda: self._with_page(lambda page: page.context.document.undo()),
            "redo": lambda: self._with_page(lambda page: page.context.document.redo()),
            "history": lambda: self._with_page(lambda page: page.toggle_history()),
            **{spec.action: partial(self._show_workspace, name) for name, spec in WORKSPACES.items()},
            "keys": self.keys.toggle,
            "manual": self._manual.toggle,
            "whats_this": WhatsThisMode(self).begin,
            "tour": self._begin_tour,
            "computer": self._computer.toggle,
            "about": self._about,
        }

    def _arrange(self) -> None:
        self.setWindowTitle("audioclf-gui")
        self.setWindowIcon(program_icon())
        self.setMinimumSize(920, 560)
        self._stack.addWidget(self.start_panel)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.setSpacing(MARGIN)
        inner.addWidget(self.message_bar)
        inner.addWidget(self._stack, 1)
        central = QWidget()
        central.setObjectName("window")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(inner, 1)
        self.setCentralWidget(central)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for spec in WORKSPACES.values():
            group.addAction(self.commands[spec.action])
        if not self.restoreGeometry(self.session.layout("window")):
            self.resize(1280, 800)

    def _connect(self) -> None:
        self._stack.currentChanged.connect(self._fill_menus)
        self.menus.theme_chosen.connect(self._apply_theme)
        self.menus.language_chosen.connect(self.language_chosen)
        self.player.failed.connect(self.message_bar.show_error)
        FileDrops(self).dropped.connect(self.take_dropped)
        self._door.progressed.connect(self.start_panel.set_opening)
        self._door.leaving.connect(self._stop_at_once)
        self._door.entered.connect(self.take_project)
        self.start_panel.open_requested.connect(self.open_project)
        self.start_panel.create_requested.connect(self.create_project)
        self.start_panel.demo_requested.connect(self.open_demo)
        self.start_panel.unpack_requested.connect(self._maker.unpack)
        self._maker.began.connect(self._show_start)
        self._maker.made.connect(self.open_project)
        self.start_panel.back_requested.connect(self._back)
        self.start_panel.cancel_requested.connect(self._door.cancel)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_theme)

    # Which project is open

    def open_project(self, path: Path) -> None:
        """Open a project in place of the one that is open."""
        project = None if self.page is None else self.page.context.document.project
        if project is not None and path.absolute() in {project.file, project.folder}:
            self._back()
        elif is_called_packed(path):
            self.start_panel.unpack(path)
        else:
            self._change_to(partial(ways_in.of_path, path))

    def create_project(self, folder: Path) -> None:
        """Make a project and open it: an empty one, or one of the files that are open by themselves."""
        project = None if self.page is None else self.page.context.document.project
        if project is not None and project.view().is_draft:
            view = project.catalogue.view
            paths = [view.audio_path(clip) for clip in view.clips]
            self._change_to(partial(ways_in.of_recordings_in, folder, paths))
        else:
            self._change_to(partial(ways_in.of_new, folder))

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open recordings by themselves, to be looked at: the first edit makes a project of them."""
        self.session.put("workspace", FIRST)
        self._change_to(partial(ways_in.of_recordings, paths))

    def _change_to(self, steps: Opening) -> None:
        self._door.enter(steps, first_workspace(self.session))

    def open_demo(self, folder: Path) -> None:
        """Open the demo project in `folder`; generate its sounds first if it is not there."""
        if project_files(folder):
            self.open_project(folder)
            return
        self._maker.make_demo(folder)

    def close_project(self) -> None:
        """Close the open project and show the start panel."""
        if not self._door.is_leaving:
            self._door.leave(self._show_start)

    def hand_over(self, take: Take) -> None:
        """Stop everything, then give the open project away; this window is of no use any more.

        What can be remembered of it is in the session by then.
        """
        self.session.put_layout("window", self.saveGeometry())
        self._door.hand_over(take)

    def take_project(self, project: "Project") -> None:
        """Show a project that is open; no other is shown."""
        from audioclf_gui.gui.context import Context
        from audioclf_gui.gui.document import Document
        from audioclf_gui.gui.project_page import ProjectPage

        document = Document(project)
        context = Context(document, self.player, self.message_bar, self.session, self, self.tasks)
        document.setParent(context)
        context.status_changed.connect(self.status_line.say)
        context.place_wanted.connect(self._ask_place)
        context.hint_changed.connect(self.status_line.hint.setText)
        self.page = ProjectPage(context)
        self.page.workspace_changed.connect(self._mark_workspace)
        self.page.actions_changed.connect(self._fill_menus)
        self.page.escaped.connect(self._leave_one)
        self.page.busy_changed.connect(self._show_recording)
        self.page.models_wanted.connect(self.models_wanted)
        self.page.opening_wanted.connect(self._change_to)
        self._shown.follow(document)
        document.failed.connect(self.message_bar.show_error)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self.session.opened(project.file)
        self.message_bar.clear()
        self._show_project_state()
        self.page.begin()
        if self._dropped:
            dropped, self._dropped = self._dropped, []
            self.page.show_import(dropped)

    def _stop_at_once(self) -> None:
        if self.page is not None:
            self.page.shutdown()
        self._stack.setEnabled(False)
        if self.page is not None and not self._door.has_next:
            self.status_line.say(self.tr("Closing…"))

    def _take_down(self, in_time: bool) -> "Project | None":
        if not in_time:
            self.is_stuck = True
            self.tasks.abandon()
        page, self.page = self.page, None
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
            page.context.deleteLater()
        self._stack.setEnabled(True)
        self.status_line.clearMessage()
        self.status_line.hint.clear()
        self._show_project_state()
        return None if page is None else page.context.document.project

    # What is shown

    def _with_page(self, do: Callable[["ProjectPage"], object]) -> None:
        if self.page is not None and not self._door.is_leaving:
            self._stack.setCurrentWidget(self.page)
            do(self.page)

    def _show_workspace(self, name: str) -> None:
        self._with_page(lambda page: page.show_workspace(name))

    def _back(self) -> None:
        self._with_page(lambda page: page.show_desk())

    def _new(self) -> None:
        self._show_start()
        self.start_panel.show_new()

    def _ask_place(self) -> None:
        assert self.page is not None
        self._show_start()
        self.start_panel.show_new(self.page.context.document.project.name)

    def _show_start(self) -> None:
        self.start_panel.refresh("" if self.page is None else self.page.context.document.project.name)
        self._stack.setCurrentWidget(self.start_panel)
        self._mark_workspace("")

    def _mark_workspace(self, name: str) -> None:
        for spec in WORKSPACES.values():
            self.commands[spec.action].setChecked(spec.name == name)
        self._fill_menus()

    def _fill_menus(self) -> None:
        page = self.page
        own = [] if page is None or not page.desk.isVisibleTo(self) else page.desk.own_actions()
        self.menus.fill([*self.commands.values(), *own])

    def _show_project_state(self) -> None:
        is_open = self.page is not None
        self.top_bar.set_project_open(is_open)
        for key, action in self.commands.items():
            if key in _FOR_PROJECTS:
                action.setEnabled(is_open)
        self._shown.show(None if self.page is None else self.page.context.document)
        self._fill_menus()
        self.tour.follow(self.page)
        if not is_open:
            self._show_start()

    def _show_recording(self, recording: bool) -> None:
        mark = "\N{BLACK SQUARE}" if recording else "\N{BLACK CIRCLE}"
        text = self.tr("Stop") if recording else self.tr("Record")
        self.top_bar.record_button.setText(f"{mark} {text}")

    def _begin_tour(self) -> None:
        self.tour.begin()

    def _about(self) -> None:
        about = self.tr("audioclf-gui {version}: label sounds, train a classifier, listen with it.")
        self.message_bar.show_note(about.format(version=__version__))

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.session.scheme)

    def is_calm(self) -> bool:
        """Whether nothing goes on that a pause of a tenth of a second would disturb."""
        recording = self.page is not None and self.page.is_recording
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not (recording or pressed or self.player.is_playing or self.tasks.running)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what covers something else; what has the keyboard was asked first."""
        if event.key() != Qt.Key.Key_Escape or not self._leave_one():
            super().keyPressEvent(event)

    def _leave_one(self) -> bool:
        """Close what was opened last, as its own button does; False if nothing is left to close."""
        if self._stack.currentWidget() is self.start_panel:
            return self.start_panel.leave()
        if any(page.leave() for page in (self.keys, self._manual, self._computer)):
            return True
        if (self.page is not None and self.page.leave_one()) or self.tour.leave():
            return True
        was_said = self.message_bar.isVisible()
        self.message_bar.clear()
        return was_said

    # Dropping and closing

    def take_dropped(self, paths: list[Path]) -> None:
        """Open a dropped project, or recordings where none is open; offer anything else to the importer.

        Where there is no project to import it into, one is asked for before.
        """
        from audioclf_gui.formats.archives import is_packed_project

        self._dropped = []
        projects = (path for path in paths if not is_called_packed(path) or is_packed_project(path))
        project = next((path for path in projects if may_be_project(path)), None)
        if project is not None:
            self.open_project(project)
        elif self.page is None and all(path.is_file() and is_recording(path.name) for path in paths):
            self.open_files(paths)
        elif self.page is None:
            self._dropped = paths
            self._show_start()
            self.start_panel.show_new(paths[0].stem)
            told = self.tr("Make a project or open one: what was dropped is offered for import then.")
            self.message_bar.show_note(told)
        else:
            self._with_page(lambda page: page.show_import(paths))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.session.put_layout("window", self.saveGeometry())
        self._door.leave(self.retire)

    def retire(self) -> None:
        """Be silent and close, when the project was left."""
        self._may_close = True
        self._door.forget_next()
        self.player.shutdown()
        self.session.sync()
        self.close()
