"""What the window shows before a project is open."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from audioclf_gui.core.project_files import PACKED, SUFFIX
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.icons import program_icon
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.widgets import (
    ElidedLabel,
    Panel,
    button,
    link_button,
    muted_label,
    primary_button,
    row_layout,
    title_label,
)

_WIDTH = 760
_STEPS = 1000  # of the bar: bytes would be more than it can count


def demo_folder() -> Path:
    """Where the demo project is, or is going to be made."""
    return platformdirs.user_documents_path() / "audioclf demo"


class StartPanel(QWidget):
    """Recent projects, a new one, an old one, or the demo."""

    open_requested = Signal(object)  # Path: a project's folder or file
    create_requested = Signal(object)  # Path: the folder of a new project
    demo_requested = Signal(object)  # Path: where the demo is or shall be made
    back_requested = Signal()
    unpack_requested = Signal(object, object)  # Path of a packed project, Path of its folder to be
    cancel_requested = Signal()  # the project that is being opened is not wanted any more

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.new_button = primary_button(self.tr("New project…"), self.tr("Make an empty project"))
        speaks_for(self.new_button, "new_project")
        self.new_button.clicked.connect(self.show_new)
        self.open_button = button(self.tr("Open…"), self.tr("Open a project"))
        speaks_for(self.open_button, "open_project")
        self.open_button.clicked.connect(self.choose)
        self.demo_button = button(
            self.tr("Try the demo project"), self.tr("A project of generated sounds, ready to train on")
        )
        self.demo_button.clicked.connect(self.demo)
        self.progress = QProgressBar()
        self.cancel_button = button(self.tr("Cancel"), self.tr("Open no project"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.back_button = link_button("")
        self.back_button.clicked.connect(self.back_requested)
        self.recent = QVBoxLayout()
        self.recent.setSpacing(2)
        self.form = _NewProjectForm()
        self.form.accepted.connect(self.create_requested)
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self._begin_panel(), 0, 0)
        grid.addWidget(self._recent_panel(), 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setSpacing(16)
        inner.addLayout(self._head())
        inner.addWidget(self.form)
        inner.addLayout(grid)
        inner.addWidget(self.back_button, alignment=Qt.AlignmentFlag.AlignLeft)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(column, 20)
        centred.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addLayout(centred)
        around.addStretch(3)
        self.progress.hide()
        self.cancel_button.hide()
        self.form.hide()

    def _head(self) -> QHBoxLayout:
        logo = QLabel()
        logo.setPixmap(program_icon().pixmap(QSize(56, 56)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label("audioclf-gui", 9))
        words.addWidget(muted_label(self.tr("Label sounds, train a classifier on them, listen with it.")))
        head = row_layout(logo, spacing=16)
        head.addLayout(words, 1)
        return head

    def _begin_panel(self) -> Panel:
        panel = Panel(self.tr("Begin"))
        for widget in (
            self.new_button,
            self.open_button,
            self.demo_button,
            self.progress,
            self.cancel_button,
        ):
            panel.body.addWidget(widget)
        note = self.tr("The demo makes its sounds on this computer in a few seconds; nothing is downloaded.")
        panel.body.addWidget(muted_label(note, wrap=True))
        panel.body.addStretch(1)
        return panel

    def _recent_panel(self) -> Panel:
        panel = Panel(self.tr("Recent projects"))
        panel.body.addLayout(self.recent)
        panel.body.addStretch(1)
        return panel

    def refresh(self, open_project: str = "") -> None:
        """Read the recent projects anew; `open_project` is the one that is open behind this panel."""
        while (item := self.recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        files = self._session.recent
        for file in files:
            self.recent.addWidget(self._recent_row(file))
        if not files:
            self.recent.addWidget(muted_label(self.tr("None yet.")))
        self.back_button.setText(self.tr("Back to {name}").format(name=open_project))
        self.back_button.setVisible(bool(open_project))
        self.form.hide()

    def _recent_row(self, file: Path) -> QWidget:
        row = QWidget()
        opener = link_button(file.stem, str(file))
        opener.clicked.connect(lambda: self.open_requested.emit(file))
        place = ElidedLabel(str(file.parent.parent), Qt.TextElideMode.ElideMiddle)
        place.setProperty("role", "muted")
        layout = row_layout(opener, spacing=10)
        layout.addWidget(place, 1)
        row.setLayout(layout)
        return row

    def show_new(self, name: str = "") -> None:
        """Ask for a name and a place; `name` is a proposal."""
        if name:
            self.form.name.setText(name)
        self.form.begin()

    def leave(self) -> bool:
        """Take back what was begun last, or go back to the open project; what was typed stays typed.

        False if there is nothing to go back to.
        """
        if not self.cancel_button.isHidden():
            self.cancel_requested.emit()
        elif not self.form.isHidden():
            self.form.hide()
        elif not self.back_button.isHidden():
            self.back_requested.emit()
        else:
            return False
        return True

    def choose(self) -> None:
        """Let the system ask for a project file."""
        start = next((str(file.parent.parent) for file in self._session.recent), str(Path.home()))
        file, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Open project"), start, self.tr("Projects") + f" (*{SUFFIX} *{PACKED})"
        )
        if file:
            self.open_requested.emit(Path(file))

    def choose_pack(self) -> None:
        """Let the system ask for a packed project."""
        file, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Unpack project"), str(Path.home()), self.tr("Packed projects") + f" (*{PACKED})"
        )
        if file:
            self.unpack(Path(file))

    def unpack(self, pack: Path) -> None:
        """Let the system ask where the folder of a packed project shall be."""
        title = self.tr("Make the folder of the project in")
        place = QFileDialog.getExistingDirectory(self, title, str(pack.parent))
        if place:
            self.unpack_requested.emit(pack, Path(place) / pack.stem)

    def demo(self) -> None:
        """Open the demo project in the user's documents, making it first if it is not there."""
        self.demo_requested.emit(demo_folder())

    def set_unpacking(self, done: int, total: int) -> None:
        """How far a project is unpacked, in bytes; a total of 0 means that none is."""
        self.progress.setAccessibleName(self.tr("Unpacking the project"))
        self.progress.setFormat(self.tr("Unpacking: %p %"))
        self._show_progress(round(_STEPS * done / max(1, total)), _STEPS if total else 0)
        self.cancel_button.setVisible(total > 0)

    def set_progress(self, done: int, total: int) -> None:
        """How far the demo is; a total of 0 means that none is being made."""
        self.progress.setAccessibleName(self.tr("Making the demo project"))
        self.progress.setFormat(self.tr("Making sounds: %v of %m"))
        self._show_progress(done, total)

    def set_opening(self, done: int, total: int) -> None:
        """How far a project is opened; a total of 0 means that none is being opened."""
        self.progress.setAccessibleName(self.tr("Opening the project"))
        self.progress.setFormat(self.tr("Opening: %p %"))
        self._show_progress(done, total)
        self.cancel_button.setVisible(total > 0)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setVisible(total > 0)
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)
        for one in (self.new_button, self.open_button, self.demo_button):
            one.setEnabled(total == 0)


class _NewProjectForm(Panel):
    """A name and a folder, in the window itself."""

    accepted = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("City sounds"))
        self.name.setAccessibleName(self.tr("Name"))
        self.place = QLineEdit(str(platformdirs.user_documents_path()))
        self.place.setAccessibleName(self.tr("Folder"))
        change = button(self.tr("Change…"), self.tr("Choose the folder that the project's folder is made in"))
        change.clicked.connect(self._choose)
        self.create_button = primary_button(self.tr("Create"), self.tr("Make the project (Return)"))
        self.create_button.clicked.connect(self._accept)
        self.name.returnPressed.connect(self._accept)
        self.name.textChanged.connect(self._check)
        cancel = button(self.tr("Cancel"), self.tr("Make no project"))
        cancel.clicked.connect(self.hide)
        form = QFormLayout()
        form.addRow(muted_label(self.tr("Name")), self.name)
        form.addRow(muted_label(self.tr("In the folder")), row_layout(self.place, change))
        buttons = row_layout(self.create_button, cancel)
        buttons.insertStretch(0, 1)
        self.body.addLayout(form)
        self.body.addLayout(buttons)
        self._check()

    def begin(self) -> None:
        """Show the form and wait for a name."""
        self.show()
        self.name.setFocus()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.place.text())
        if folder:
            self.place.setText(folder)

    def _check(self) -> None:
        self.create_button.setEnabled(bool(self.name.text().strip()))

    def _accept(self) -> None:
        name = self.name.text().strip()
        if name:
            self.accepted.emit(Path(self.place.text()) / name)
