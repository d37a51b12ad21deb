"""How the project's sounds are played: the panel, the keys, what the project keeps, what is heard."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from audioclf_gui.audio.play_settings import SPEEDS, PlaySettings, carrier_for
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.playback_panel import PlaybackPanel
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.transport import Transport
from audioclf_gui.gui.setting_keeper import SettingKeeper
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.translate import words

_SETTING = "playback"  # the name under which the project keeps it


class PlaybackChoice(QObject):
    """Keeps panel, transport, player and project at the same settings."""

    def __init__(
        self, context: Context, editor: ClipEditor, playing: Playing, transport: Transport, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._playing = playing
        self._transport = transport
        self._measured = editor.measured
        self._rate_hz = 0
        self.keeper = SettingKeeper(context.document.project, _SETTING, self)
        self.settings = PlaySettings.from_json(self.keeper.kept)
        self.panel = PlaybackPanel(parent)
        self.panel.changed.connect(self.choose)
        editor.loaded.connect(self._take_view)
        editor.measured.meter.measured.connect(self._tune)
        editor.view.selection_changed.connect(self._take_selection)
        self._show()

    def choose(self, settings: PlaySettings) -> None:
        """Play like this from now on."""
        if settings != self.settings:
            self.settings = settings
            self.keeper.keep(settings.to_json())
            self._show()

    def step_speed(self, by: int) -> None:
        """Go to the next speed with a mark, slower or faster."""
        beyond = [speed for speed in SPEEDS if (speed - self.settings.speed) * by > 1e-9]
        if beyond:
            speed = min(beyond) if by > 0 else max(beyond)
            self.choose(replace(self.settings, speed=speed))
            self._context.status(words(Text("Speed {speed}×", speed=shown_number(speed, "g"))))

    def _show(self) -> None:
        self.panel.show_settings(self.settings)
        self._tune()

    def _tune(self) -> None:
        """Let the player hear of it, with the carrier that suits what is selected."""
        settings, found = self.settings, self._measured.found
        peak_hz = None if found is None else found.peak_hz
        self.panel.show_peak(peak_hz)
        if settings.heterodyne and settings.carrier_hz is None and self._rate_hz:
            settings = replace(settings, carrier_hz=carrier_for(peak_hz, self._rate_hz))
        self._transport.show_settings(settings)
        self._playing.set_settings(settings)

    def _take_view(self, view: ClipView) -> None:
        self._rate_hz = view.wave.rate_hz
        self.panel.show_sound(view.wave.rate_hz, view.wave.channels)
        self._tune()

    def _take_selection(self) -> None:
        if self._measured.found is None and not self._playing.is_on:
            self._tune()
