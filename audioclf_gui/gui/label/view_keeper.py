"""The spectrogram's view, kept with the project."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.colour_maps import COLOUR_MAPS
from audioclf_gui.gui.context import Context

_SETTING = "spectrogram"  # the name under which the project keeps it
_SETTLE_MS = 500  # sliders and wheels change it many times a second


class ViewKeeper(QObject):
    """Writes a view once it has come to rest; a project that nobody may write keeps none."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._project = context.document.project
        kept = self._project.settings.get(_SETTING)
        self._is_known = kept is not None
        view = SpectrogramView.from_json(kept)
        self._view = view if view.colours in COLOUR_MAPS else replace(view, colours=COLOUR_MAPS[0])
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.flush)

    @property
    def view(self) -> SpectrogramView:
        """How the project's spectrograms are shown."""
        return self._view

    @property
    def is_chosen(self) -> bool:
        """Whether somebody has ever chosen it."""
        return self._is_known

    def keep(self, view: SpectrogramView) -> None:
        """Another view was chosen."""
        if view != self._view:
            self._view = view
            self.settle_on_it()

    def settle_on_it(self) -> None:
        """The view is to stay as it is, although others may suit the sound better."""
        self._is_known = True
        self._settle.start()

    def flush(self) -> None:
        """Write what is not written yet; how a picture looks is not worth a message if that fails."""
        if self._settle.isActive() or self.sender() is self._settle:
            self._settle.stop()
            if not self._project.read_only:
                with suppress(UserError):
                    self._project.settings.put(_SETTING, self._view.to_json())
