"""What the window remembers from one start to the next; nothing in here is worth a backup."""

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt

_RECENT_KEPT = 8


class Session:
    """Settings of the window, in an INI file of the user.

    Where it lies is Qt's path for `IniFormat` in `UserScope`, which the program sets at its start.
    """

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "audioclf-gui", "audioclf-gui"
        )

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return str(self._settings.value(key, default))

    def number(self, key: str, default: float, lowest: float = -math.inf, highest: float = math.inf) -> float:
        """A remembered number; the default if that is none from `lowest` to `highest`."""
        try:
            number = float(self.text(key, str(default)))
        except ValueError:
            return default
        return number if math.isfinite(number) and lowest <= number <= highest else default

    def flag(self, key: str, default: bool) -> bool:
        """A remembered yes or no."""
        return self.text(key, "true" if default else "false") == "true"

    def put(self, key: str, value: str | float | bool) -> None:
        """Remember a text, a number, or a yes or no."""
        self._settings.setValue(key, str(value).lower() if isinstance(value, bool) else str(value))

    def known(self, key: str) -> str | None:
        """A remembered text; None if none is."""
        return self.text(key) if self._settings.contains(key) else None

    def forget(self, key: str) -> None:
        """Remember nothing under a key any more."""
        self._settings.remove(key)

    def layout(self, key: str) -> QByteArray:
        """A remembered geometry or splitter state; empty if there is none."""
        value = self._settings.value(f"layout/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def put_layout(self, key: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._settings.setValue(f"layout/{key}", state)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Project files that were opened lately and still exist, the last one first."""
        lines = self.text("projects/recent").split("\n")
        return tuple(Path(line) for line in lines if line and Path(line).is_file())

    def opened(self, project_file: Path) -> None:
        """Put a project at the head of the recent ones."""
        files = [project_file, *(known for known in self.recent if known != project_file)]
        self.put("projects/recent", "\n".join(str(file) for file in files[:_RECENT_KEPT]))

    @property
    def scheme(self) -> Qt.ColorScheme:
        """The theme that the user chose; `Unknown` is "as the system"."""
        name = self.text("theme", "system")
        return {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(name, Qt.ColorScheme.Unknown)

    def sync(self) -> None:
        """Write to disk now."""
        self._settings.sync()
