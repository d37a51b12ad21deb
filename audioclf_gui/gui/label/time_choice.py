"""How the ruler tells times, kept with the project, and when each recording began."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QDateTime, QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDateTimeEdit, QMenu, QWidget

from audioclf_gui.audio.recording_start import RecordingStart
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.ruler import TIME_KINDS, Ruler, TimeKind
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.text import moment_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label, primary_button

_SETTING = "ruler"  # the name under which the project keeps the kind
_STARTS = "recording starts"  # … and what was typed, by the hash of each file's content
_NAMES: dict[TimeKind, Text] = {
    "automatic": Text("Automatic"),
    "seconds": Text("Seconds"),
    "minutes": Text("Minutes and seconds"),
    "time of day": Text("Time of day"),
}
_FORMAT = "yyyy-MM-dd HH:mm:ss"
_TYPED = Text("as typed")


class RecordingStartPanel(Popover):
    """Asks when a recording began."""

    typed = Signal(object)  # datetime

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Begin of the recording")), parent)
        self.moment = QDateTimeEdit()
        self.moment.setDisplayFormat(_FORMAT)
        self.moment.setAccessibleName(self.tr("Date and time"))
        self.moment.setWhatsThis(
            self.tr(
                "When the first sample of this recording was taken, by the clock of the place. The "
                "ruler then tells the time of day."
            )
        )
        self.source = muted_label()
        self.take = primary_button(self.tr("Use"), self.tr("The ruler tells the time of day from here on"))
        self.form.addRow(self.tr("Began at"), self.moment)
        self.form.addRow("", self.source)
        self.form.addRow("", self.take)
        self.take.clicked.connect(self._tell)

    def ask(self, known: RecordingStart | None, place: QWidget) -> None:
        """Open with what is known."""
        moment = datetime.now() if known is None else known.at
        self.moment.setDateTime(QDateTime(moment))  # type: ignore[call-overload]  # stubs: no datetime
        self.source.setText(self.tr("nothing tells it so far") if known is None else words(known.source))
        self.open_at(place)
        self.moment.setFocus()

    def _tell(self) -> None:
        self.hide()
        moment = self.moment.dateTime().toPython()
        assert isinstance(moment, datetime)
        self.typed.emit(moment)


class TimeChoice(QObject):
    """Opens a menu at the ruler's unit; what was typed for a recording goes before what its file tells."""

    def __init__(self, project: Project, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._ruler = ruler
        kept = project.settings.get(_SETTING)
        self._kind: TimeKind = next((kind for kind in TIME_KINDS if kind == kept), "automatic")
        starts = project.settings.get(_STARTS)
        self._typed = {
            str(key): str(value) for key, value in (starts if isinstance(starts, Mapping) else {}).items()
        }
        self._content = ""
        self._told: RecordingStart | None = None
        self.panel = RecordingStartPanel(parent)
        self.panel.typed.connect(self._take_typed)
        ruler.unit_pressed.connect(self.open_menu)
        self._show()

    @property
    def start(self) -> RecordingStart | None:
        """When the recording in view began, and how that is known."""
        with suppress(KeyError, ValueError):
            return RecordingStart(datetime.fromisoformat(self._typed[self._content]), _TYPED)
        return self._told

    def show_recording(self, content: str, told: RecordingStart | None) -> None:
        """Another recording is in view, whose file tells this."""
        self._content, self._told = content, told
        self._show()

    def menu(self) -> QMenu:
        """The kinds of times, and where to type when the recording began."""
        menu = QMenu(self._ruler)
        group = QActionGroup(menu)
        start = self.start
        for kind in TIME_KINDS:
            name = words(_NAMES[kind])
            if kind == "time of day" and start is not None:
                source = words(start.source)
                name = words(
                    Text(
                        "{name}: began {start}, {source}",
                        name=name,
                        start=moment_text(start.at),
                        source=source,
                    )
                )
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(kind == self._kind)
            action.triggered.connect(lambda _on, kind=kind: self.choose(kind))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Begin of the recording…")).triggered.connect(self._ask)
        return menu

    def open_menu(self, place: QPoint) -> None:
        """Let the user choose."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place - QPoint(0, menu.sizeHint().height() + self._ruler.height()))

    def choose(self, kind: TimeKind) -> None:
        """Tell times in another way; asks when the recording began if that is needed and nothing tells it."""
        self._kind = kind
        self._put(self._project.settings.put_look, _SETTING, kind)
        self._show()
        if kind == "time of day" and self.start is None:
            self._ask()

    def _ask(self) -> None:
        self.panel.ask(self.start, self._ruler)

    def _take_typed(self, moment: datetime) -> None:
        self._typed[self._content] = moment.isoformat()
        self._put(self._project.settings.put, _STARTS, self._typed)
        self.choose("time of day")

    def _put(self, put: Callable[[str, object], None], name: str, value: object) -> None:
        if not self._project.read_only:
            with suppress(UserError):  # how times are told is not worth a message
                put(name, value)

    def _show(self) -> None:
        start = self.start
        self._ruler.set_times(self._kind, None if start is None else start.at)
        tip = self.tr("A click on the unit chooses seconds, minutes or the time of day")
        if self._kind == "time of day":
            tip = (
                self.tr("Nothing tells when this recording began")
                if start is None
                else words(
                    Text("Began {start}, {source}", start=moment_text(start.at), source=words(start.source))
                )
            )
        self._ruler.setToolTip(tip)
