"""The bar below the panes: playing, where one is, what is selected."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import ACTIONS, shown_text, speaks_for, with_key
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.text import clock, edges_text, length_text, number_text, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, Panel, action_button, button

_NARROW_PX = 620
_AROUND_PX = 28  # what a button needs beside its text


class Transport(Panel):
    """Shows the player's and the view's state; its buttons are the actions themselves."""

    def __init__(
        self, view: ViewState, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Transport"))
        self._view = view
        self._play = actions["play"]
        self._playback = actions["playback"]
        self.position = button("", shown_text(ACTIONS["go_to"].tip), role="flat")
        self.position.clicked.connect(actions["go_to"].trigger)
        speaks_for(self.position, "go_to")
        self.selection = ElidedLabel()
        self.selection.setProperty("role", "muted")
        self.play_button = action_button(actions["play"])
        self.loop_button = action_button(actions["loop"], text=True)
        self.find_button = action_button(actions["find_sounds"], text=True)
        self.playback_button = action_button(actions["playback"], text=True)
        self._is_narrow = False
        self.look_button = action_button(actions["spectrogram"])
        self._arrange(actions)
        view.head_moved.connect(self._show_position)
        view.span_changed.connect(self._show_position)
        view.selection_changed.connect(self._show_selection)
        self._show_position()
        self._show_selection()

    def _arrange(self, actions: Mapping[str, QAction]) -> None:
        actions["previous_clip"].setIcon(icon("skip-previous"))
        actions["next_clip"].setIcon(icon("skip-next"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(action_button(actions["previous_clip"]))
        row.addWidget(self.play_button)
        row.addWidget(action_button(actions["next_clip"]))
        row.addWidget(self.loop_button)
        row.addSpacing(4)
        row.addWidget(self.position)
        row.addSpacing(8)
        row.addWidget(self.selection, 1)
        row.addWidget(self.playback_button)
        row.addWidget(self.look_button)
        row.addWidget(self.find_button)
        self.body.addLayout(row)
        self.body.setContentsMargins(10, 7, 10, 7)

    def show_playing(self, *, is_playing: bool) -> None:
        """Show whether sound is coming out."""
        self._play.setIcon(icon("stop" if is_playing else "play"))

    def show_settings(self, settings: PlaySettings) -> None:
        """Show how sound is played on the button that changes it."""
        speed = f"{shown_number(settings.speed, 'g')}×"
        told = [speed, *filter(None, (_pitch(settings), _channel(settings)))]
        carrier_khz = (settings.carrier_hz or 0.0) / 1000 if settings.heterodyne else 0.0
        self._playback.setIconText(
            f"{speed} {shown_number(carrier_khz, '.0f')} kHz" if carrier_khz else speed
        )
        how = words(Text("How sound is played: {how}", how=", ".join(told)))
        self._playback.setToolTip(with_key(how, self._playback.shortcuts()))
        self.playback_button.setAccessibleDescription(", ".join(told))

    def _show_position(self) -> None:
        text = clock(self._view.head_s)
        if not self._is_narrow:
            text += f" / {clock(self._view.duration_s)}"
        if text != self.position.text():
            self.position.setText(text)
            self.position.setMinimumWidth(self.position.fontMetrics().horizontalAdvance(text) + _AROUND_PX)
            self.position.setAccessibleName(self.tr("Position {time}").format(time=text))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_narrow = event.size().width() < _NARROW_PX
        self.selection.setVisible(not self._is_narrow)
        styles = Qt.ToolButtonStyle
        for shown in (self.loop_button, self.find_button):
            shown.setToolButtonStyle(
                styles.ToolButtonIconOnly if self._is_narrow else styles.ToolButtonTextOnly
            )
        self._show_position()
        self._show_selection()

    def _show_selection(self) -> None:
        room = self.selection.width() - 4
        measure = self.selection.fontMetrics().horizontalAdvance
        texts = selection_texts(self._view.selection)
        self.selection.set_text(next((text for text in texts if measure(text) <= room), texts[-1]))
        self.selection.setAccessibleName(texts[0])
        self.selection.setToolTip(texts[0])


def _pitch(settings: PlaySettings) -> str:
    if settings.heterodyne:
        return words(Text("heterodyned"))
    return words(Text("pitch kept")) if settings.keeps_pitch else ""


def _channel(settings: PlaySettings) -> str:
    match settings.channel:
        case "all":
            return ""
        case "mix":
            return words(Text("all channels as one"))
        case number:
            return words(Text("channel {n}", n=number + 1))


def selection_texts(selection: Selection | None) -> tuple[str, ...]:
    """What is selected, in words from many to few: "Selection 2.250 – 3.000 s  (0.750 s)", …, "0.750 s"."""
    if selection is None:
        return ("",)
    length = length_text(selection.duration_s)
    stretch = f"{edges_text(selection.start_s, selection.end_s, ' – ')}  ({length})"
    whole = words(Text("Selection {stretch}", stretch=stretch))
    if selection.band_hz is not None:
        low_hz, high_hz = selection.band_hz
        whole += f"  {number_text(round(low_hz))} – {number_text(round(high_hz))} Hz"
    return whole, stretch, length
