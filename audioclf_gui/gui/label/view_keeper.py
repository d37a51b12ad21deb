"""The spectrogram's view, kept with the project."""

from dataclasses import replace

from PySide6.QtCore import QObject

from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.gui.colour_maps import COLOUR_MAPS
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.setting_keeper import SettingKeeper

_SETTING = "spectrogram"  # the name under which the project keeps it


class ViewKeeper(QObject):
    """Knows the view, and whether it is somebody's choice."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = SettingKeeper(context.document.project, _SETTING, self)
        self._is_known = self._keeper.kept is not None
        view = SpectrogramView.from_json(self._keeper.kept)
        self._view = view if view.colours in COLOUR_MAPS else replace(view, colours=COLOUR_MAPS[0])

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
        self._keeper.keep(self._view.to_json())

    def flush(self) -> None:
        """Write what is not written yet."""
        self._keeper.flush()
