"""What a project keeps about how it is looked at and listened to."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project

_SETTLE_MS = 500  # sliders and wheels change a setting many times a second


class SettingKeeper(QObject):
    """Writes a setting once it has come to rest; a project that nobody may write keeps none.

    Attributes
    ----------
    kept : object
        The JSON value that the project had at first; None if it had none.
    latest : object
        What it has now, or will have in a moment.
    """

    def __init__(self, project: Project, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._name = name
        self.kept = project.settings.get(name)
        self.latest: object = self.kept
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._write)

    def keep(self, value: object) -> None:
        """Keep another JSON value."""
        self.latest = value
        self._settle.start()

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._settle.isActive():
            self._settle.stop()
            self._write()

    def _write(self) -> None:
        if not self._project.read_only:
            with suppress(UserError):  # how things look and sound is not worth a message
                self._project.settings.put_look(self._name, self.latest)
