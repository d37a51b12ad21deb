"""The bar above the pictures: start and stop, input, model, level, settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.core.project import Project
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.level_meter import LevelMeter
from audioclf_gui.gui.live.choosers import InputChooser, ModelChooser
from audioclf_gui.gui.live.health_strip import HealthStrip
from audioclf_gui.gui.live.listener import State
from audioclf_gui.gui.live.microphone_line import MicrophoneLine
from audioclf_gui.gui.live.second_line import SecondLine
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import words as said
from audioclf_gui.gui.widgets import Panel, icon_button, muted_label, primary_button

_START = "\N{BLACK RIGHT-POINTING TRIANGLE} "
_STOP = "\N{BLACK SQUARE} "


class ControlBar(Panel):
    """What to listen to and with what; below it in words how the input is."""

    toggle_asked = Signal()
    choice_changed = Signal()  # of the input or the model

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Listening"))
        self.listen_button = primary_button("", self.tr("Start or stop listening"))
        speaks_for(self.listen_button, "listen")
        self.listen_button.clicked.connect(self.toggle_asked)
        self.input = InputChooser(session)
        self.model = ModelChooser()
        self.input.changed.connect(self.choice_changed)
        self.model.changed.connect(self.choice_changed)
        self.meter = LevelMeter()
        self.health = HealthStrip()
        self.microphone = MicrophoneLine(session)
        self.second = ModelChooser(is_second=True)
        self.second_line = SecondLine()
        self.options_button = icon_button(
            "tune-variant", self.tr("Threshold, smoothing and other settings"), checkable=True
        )
        self.options_button.setWhatsThis(
            self.tr(
                "Opens how decisions are made: from which score on, over how many windows, how long "
                "and how far apart events are; and the log, alerts and what is kept by itself."
            )
        )
        self._arrange()
        self.show_state(State.IDLE, can_start=False)

    def _arrange(self) -> None:
        self.listen_button.setMinimumWidth(
            self.listen_button.fontMetrics().horizontalAdvance(_START + self.tr("Start listening")) + 40
        )
        self.input.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = FlowLayout(self.listen_button, spacing=8)
        for name, widget in (
            (self.tr("Input"), self.input),
            (self.tr("Model"), self.model),
        ):
            row.add_together(muted_label(name), widget)
        row.add_together(muted_label(self.tr("Level")), self.meter, self.options_button)
        self.body.setContentsMargins(10, 8, 8, 6)
        self.body.addLayout(row)
        words = FlowLayout(self.health)
        for choice in (self.input.pace, self.input.options, self.second, self.second_line.big_button):
            words.addWidget(choice)
        self.body.addLayout(words)
        self.body.addWidget(self.microphone)
        self.body.addWidget(self.second_line)

    def show_state(self, state: State, *, can_start: bool) -> None:
        """What the button does now, and what may be chosen."""
        words = {
            State.IDLE: _START + self.tr("Start listening"),
            State.OPENING: _STOP + self.tr("Stop listening"),
            State.LISTENING: _STOP + self.tr("Stop listening"),
            State.STOPPING: self.tr("Stopping…"),
        }
        self.listen_button.setText(words[state])
        self.listen_button.setAccessibleName(words[state].strip(_START + _STOP))
        self.listen_button.setEnabled(can_start if state is State.IDLE else state is not State.STOPPING)
        self.input.set_locked(state is not State.IDLE)
        self.model.setEnabled(state is State.IDLE)
        self.second.setEnabled(state is State.IDLE)

    def show_runs(self, project: Project) -> None:
        """Offer the models of a project, as the one to listen with and as the second."""
        self.model.show_runs(project)
        self.second.show_runs(project)

    def show_device(self, state: DeviceState) -> None:
        """A device that went away, or why it cannot be used; or that it is back."""
        if state.trouble is None:
            self.health.say(self.tr("{name} is back.").format(name=state.name), "good")
        else:
            self.meter.clear()
            self.health.say(said(state.told), "warn")
