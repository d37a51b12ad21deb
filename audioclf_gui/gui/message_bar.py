"""Messages stay in the window, at its top, until they are closed; nothing has to be answered."""

import platform
import traceback

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from audioclf_gui import __version__
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, icon_button, muted_label


class MessageBar(QFrame):
    """Shows one message: a note, an error with its remedy, or a bug with its traceback."""

    shown = Signal(str)  # the text of each message, for whoever reads the screen aloud

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remedy = muted_label(wrap=True)
        self.remedy.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remedy.setWhatsThis(self.tr("What to do next. It can be marked with the mouse and copied."))
        self.text.setWhatsThis(self.tr("What happened. It can be marked with the mouse and copied."))
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMaximumHeight(180)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Details"))
        self.details_button = button(self.tr("Details"), self.tr("Show the traceback"))
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self.copy_button = button(self.tr("Copy details"), self.tr("Copy the traceback and the versions"))
        self.copy_button.clicked.connect(self._copy)
        self.close_button = icon_button("close", self.tr("Close this message"), flat=True)
        self.close_button.setWhatsThis(
            self.tr("Takes the message away, as Esc does. What it tells of stays as it is.")
        )
        self.close_button.clicked.connect(self.clear)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.remedy)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        row.addWidget(self.details_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        row.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 6, 6, 6)
        whole.addLayout(row)
        whole.addWidget(self.details)

    def show_note(self, text: str) -> None:
        """Something worth knowing."""
        self._show("note", text, "", "")

    def show_error(self, error: UserError) -> None:
        """What went wrong, and what to do next."""
        self._show("error", _sentence(error.message), words(error.remedy), "")

    def show_bug(self, error: BaseException) -> None:
        """A fault of the program itself."""
        trace = "".join(traceback.format_exception(error))
        versions = f"audioclf-gui {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
        self._show(
            "bug",
            self.tr("This is a bug in the program: {error}").format(error=f"{type(error).__name__}: {error}"),
            self.tr("Your labels are saved. Copy the details and report them, please."),
            f"{versions}, {platform.platform()}\n\n{trace}",
        )

    def show_failure(self, error: Exception) -> None:
        """An error as an error, everything else as a bug."""
        if isinstance(error, UserError):
            self.show_error(error)
        else:
            self.show_bug(error)

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def _show(self, kind: str, text: str, remedy: str, details: str) -> None:
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.text.setText(text)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.details.setPlainText(details)
        self.details_button.setChecked(False)
        self.details_button.setVisible(bool(details))
        self.copy_button.setVisible(bool(details))
        self.details.hide()
        self.setAccessibleName(text)
        self.show()
        self.shown.emit(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def _sentence(text: Text) -> str:
    """A message with a capital, unless it begins with a name."""
    said = words(text)
    names = [fact for fact in text.facts.values() if isinstance(fact, str) and fact]
    return said if said.startswith(tuple(names)) else said[:1].upper() + said[1:]
