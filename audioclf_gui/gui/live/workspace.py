"""The Live workspace: its panels and how they are wired; nothing is computed here."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.levels import peak_db, rms_db
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.content import kept_note
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.live.clip_capture import ClipCapture, wanted_text
from audioclf_gui.gui.live.control_bar import ControlBar
from audioclf_gui.gui.live.event_table import EventPanel, write_events, written
from audioclf_gui.gui.live.listener import Listener, State, Tick
from audioclf_gui.gui.live.now_panel import NowPanel
from audioclf_gui.gui.live.options import LiveOptions, remember, remembered
from audioclf_gui.gui.live.options_panel import OptionsPanel
from audioclf_gui.gui.live.pictures import Pictures
from audioclf_gui.gui.live.pointing import Pointing
from audioclf_gui.gui.live.readings import ReadingsPanel
from audioclf_gui.gui.live.session import ListeningSession, kept_as, what_is_missing
from audioclf_gui.gui.live.time_axis import time_text
from audioclf_gui.gui.live.unasked import Unasked
from audioclf_gui.gui.record_panel import find_devices
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.text import seconds_text
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import MARGIN, on_escape
from audioclf_gui.gui.workspace import Workspace
from audioclf_gui.jobs.listen import Opened
from audioclf_gui.ml.input_health import InputHealth

_SIDE_WIDTH = 344


class LiveWorkspace(Workspace):
    """Listen, see what the model makes of it, keep what it got wrong.

    Listening goes on while another workspace is shown.
    """

    clip_kept = Signal(object)  # ClipId: the last seconds are a clip of the project now

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.options_panel = OptionsPanel(remembered(context.session))
        self.sitting = ListeningSession(self.options_panel.options)
        self._has_looked = False
        self._are_devices_known = False
        self._has_trouble = False  # it is in words above the pictures till something is done about it
        self.listener = Listener(context, self)
        self.capture = ClipCapture(context, self.sitting, self)
        self.unasked = Unasked(context, self.sitting, self)
        self.bar = ControlBar(context.session)
        self.bar.second_line.follow(self.listener)
        self.pictures = Pictures(self.sitting.options.span_s)
        self.spectrogram, self.plot = self.pictures.spectrogram, self.pictures.plot
        self.setFocusProxy(self.spectrogram)  # where it can be seen
        self.now = NowPanel()
        self.events = EventPanel(self.sitting.log)
        self.readings = ReadingsPanel()
        self.pointing = Pointing(self.sitting, self.capture, self.events, self.pictures, self)
        self._arrange()
        self._connect()
        self._make_commands()
        self.bar.show_runs(context.document.project)
        self._show_classes()
        self._show_state()

    def _arrange(self) -> None:
        self.keep_layout("live", self.pictures.split, [500, 300])
        self.options_panel.hide()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(MARGIN)
        left.addWidget(self.bar)
        left.addWidget(self.options_panel)
        left.addWidget(self.pictures, 1)
        right.addWidget(self.now)
        right.addWidget(self.events, 1)
        right.addWidget(self.readings, 1)
        self.readings.hide()
        for panel in (self.now, self.events, self.readings):
            panel.setFixedWidth(_SIDE_WIDTH)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(MARGIN)
        whole.addLayout(left, 1)
        whole.addLayout(right)

    def _connect(self) -> None:
        document = self._context.document
        document.runs_changed.connect(lambda: self.bar.show_runs(document.project))
        document.classes_changed.connect(self._show_classes)
        self.bar.toggle_asked.connect(self.toggle)
        self.bar.choice_changed.connect(self._choose)
        self.bar.input.rescan_asked.connect(lambda: self.read_devices(anew=True))
        self.bar.options_button.toggled.connect(self.options_panel.setVisible)
        self.options_panel.changed.connect(self._take_options)
        self.options_panel.apply_asked.connect(self._start_again)
        self.bar.microphone.switched.connect(self._start_again)
        self.listener.opened.connect(self._begin)
        self.listener.ticked.connect(self._hear)
        self.listener.state_changed.connect(self._show_state)
        self.listener.device_changed.connect(self._show_device)
        self.listener.failed.connect(self._show_failure)
        self.listener.beside.connect(self.unasked.take)
        self.unasked.kept.connect(self.options_panel.unasked.show_near)
        self.capture.kept.connect(self._show_kept)
        self.now.keep_asked.connect(self.pointing.keep)
        self.events.export_asked.connect(self.export_events)
        self.events.clear_asked.connect(self._clear_events)
        self.pointing.changed.connect(self._show_classes)
        self.pointing.refused.connect(lambda why: self._context.status(words(why)))
        on_escape(self, self._leave)
        self.readings.export_asked.connect(self.export_readings)
        self.readings.clear_asked.connect(self.readings.clear)

    def _make_commands(self) -> None:
        self.commands = build_actions(
            self, {"listen": self._listen_key, "keep": partial(self.pointing.keep, "")}, self._context.session
        )
        self.commands["keep"].setAutoRepeat(False)
        self.add_class_keys(self, lambda given: self.pointing.keep(given.name), repeats=False)

    @override
    def activate(self) -> None:
        if not self._has_looked:
            self._has_looked = True
            self.read_devices()
        self.setFocus()

    @override
    def shutdown(self) -> None:
        super().shutdown()
        if not self.listener.is_idle:
            self.listener.stop()

    def read_devices(self, *, anew: bool = False) -> None:
        """List the microphones; `anew` also finds those that were plugged in since the start."""
        self._context.start(
            lambda: find_devices(anew=anew),
            Text("Looking for microphones"),
            self._show_devices,
            on_failed=self._show_failure,
        )

    def toggle(self) -> None:
        """Start listening, or stop."""
        if self.listener.is_idle:
            self.start()
        elif self.listener.state is not State.STOPPING:
            self.listener.stop()

    def start(self) -> None:
        """Listen to what is chosen with the model that is chosen."""
        source, bundle = self.bar.input.wanted, self.bar.model.wanted
        if source is None or bundle is None or not self.listener.is_idle:
            return
        self._context.player.stop()
        self._context.message_bar.clear()
        self._has_trouble = False
        request = self.sitting.ask(
            bundle,
            source,
            self._document.view,
            second=self.bar.second.wanted,
            equalised=self.bar.microphone.is_equalised,
        )
        self.bar.microphone.clear()
        self.options_panel.set_pending(False)
        self.bar.health.say(self.tr("Loading the model…"))
        self.now.show_state(self.tr("Loading…"))
        self.listener.start(request)

    def _leave(self) -> None:
        """Look at the present again, or if that is what is looked at leave what was opened last."""
        if not self.pointing.leave():
            self.escaped.emit()

    def export_events(self, path: Path, key: str) -> None:
        """Write the events as labels."""
        regions = self.sitting.log.regions()
        n, name = len(regions), path.name
        told = Text("{n} event written to {name}", "{n} events written to {name}", n=n, name=name)
        self._context.start(
            answering(lambda: write_events(regions, path, key)),
            Text("Exporting events"),
            on_done=partial(self._tell_written, told),
        )

    def export_readings(self, path: Path) -> None:
        """Write what was estimated as a table."""
        content, n, name = self.readings.content, len(self.readings.rows), path.name
        told = Text("{n} reading written to {name}", "{n} readings written to {name}", n=n, name=name)
        self._context.start(
            answering(lambda: written(path, content)),
            Text("Exporting readings"),
            on_done=partial(self._tell_written, told),
        )

    def _tell_written(self, told: Text, kept: Path | None) -> None:
        self._context.status(words(told))
        if kept is not None and (note := kept_note([kept])) is not None:
            self._context.message_bar.show_note(words(note))

    def _start_again(self) -> None:
        if not self.listener.is_idle:
            self.listener.stop(then=self.start)

    def _listen_key(self) -> None:
        """Space presses the button that has the keyboard, as everywhere; else it is Listen."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.hasFocus():
            focused.click()
        else:
            self.toggle()

    def _begin(self, opened: Opened) -> None:
        self.sitting.begin(opened, datetime.now())
        self.events.reset(self.sitting.origin)
        log, origin = self.sitting.log, self.sitting.origin
        offset_s = log.offset_s
        self.spectrogram.begin(
            opened.rate_hz, opened.highest_hz, lambda time_s: time_text(origin, offset_s + time_s)
        )
        self.pictures.begin(
            log.events_between, lambda time_s: time_text(origin, offset_s + time_s), opened.rate_hz
        )
        self.events.setVisible(opened.has_events)
        self.readings.setVisible(opened.estimated is not None)
        if (number := opened.estimated) is None:
            self.plot.begin(opened.classes, self._colours(), opened.thresholds)
        else:
            name = words(Text("{name} [{unit}]", name=number.name, unit=number.unit))
            self.plot.begin_number(name if number.unit else number.name, number.usual)
            self.readings.begin(number, self.sitting.origin, self.sitting.log.offset_s)
        self.unasked.begin()
        self.bar.microphone.begin(opened)
        self.now.show_kept("")
        self.now.show_state(self.tr("Listening…"))
        self.bar.health.say(self.tr("Listening…"))

    def _hear(self, tick: Tick) -> None:
        from audioclf_gui.ml.equaliser import MicrophoneSound
        from audioclf_gui.ml.live import Estimate, LiveScores

        if len(tick.sound):
            self.spectrogram.add(tick)
            self.bar.meter.set_levels(peak_db(tick.sound), rms_db(tick.sound))
        if tick.answers:
            self.events.refresh(self.sitting.log.add(tick.answers))
            self.readings.add([(one.time_s, one.value) for one in tick.answers if isinstance(one, Estimate)])
        newest: LiveScores | None = None
        opened, log = self.sitting.opened, self.sitting.log
        number = None if opened is None else opened.estimated
        for answer in tick.answers:
            match answer:
                case LiveScores():
                    if number is None or answer.state is None:
                        self.plot.add((answer.start_s + answer.end_s) / 2.0, answer.smoothed)
                    newest = answer
                case MicrophoneSound():
                    self.bar.microphone.show_sound(answer)
                case InputHealth():
                    self.bar.health.report(answer)
        if newest is not None and number is not None:
            value = in_unit(float(newest.smoothed[0]), number.unit)
            self.now.show_number(f"{number.name} {words(value)}", newest.state)
        elif newest is not None and opened is not None:
            self.now.show_scores(opened.classes, newest.smoothed, newest.state, log.heard_by_first)
        self.pictures.move_to(tick.now_s)

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        self._has_trouble = False
        self._are_devices_known = True
        self.bar.input.show_devices(devices)
        self._say_input()

    def _choose(self) -> None:
        self._show_state()
        if self._are_devices_known and self.listener.is_idle and not self._has_trouble:
            self._say_input()

    def _say_input(self) -> None:
        """Say what the matter is with the microphones, unless a file is what is to be listened to."""
        if isinstance(self.bar.input.wanted, FileInput):
            self._say_ready()
        elif absent := self.bar.input.absent:
            self.bar.health.say(
                self.tr("{name} is not connected: it is listened to as soon as it is plugged in.").format(
                    name=absent
                ),
                "warn",
            )
        elif not self.bar.input.has_devices:
            self.bar.health.say(
                self.tr("No microphone: connect one and read the list anew, or listen to a file."), "warn"
            )
        else:
            self._say_ready()

    def _show_state(self) -> None:
        state = self.listener.state
        missing = what_is_missing(self.bar.input.wanted, self.bar.model.wanted)
        self.bar.show_state(state, can_start=missing is None)
        self.commands["listen"].setEnabled(state is not State.IDLE or missing is None)
        ready = Text("Press “Start listening” or the space bar.")
        has_begun = state is not State.IDLE
        self.spectrogram.set_hint(self.tr("Loading the model…") if has_begun else words(missing or ready))
        if state is State.IDLE:
            self.bar.meter.clear()
            self.now.show_state(self.tr("Not listening"))
            self.sitting.log.finish()
            if self.sitting.opened is not None:
                self._say_ready()

    def _say_ready(self) -> None:
        if self.listener.is_idle and not self._has_trouble:
            self.bar.health.say(self.tr("Not listening."))

    def _show_device(self, state: DeviceState) -> None:
        self.bar.show_device(state)
        if state.trouble is not None:
            self.now.show_state(words(state.message))

    def _show_failure(self, error: Exception) -> None:
        self._context.message_bar.show_failure(error)
        self._has_trouble = True
        if isinstance(error, UserError):
            self.bar.health.say(in_sentences(error), "warn")

    def _show_classes(self) -> None:
        classes = self._document.view.classes
        self.now.show_classes(classes, words(wanted_text(self.sitting)))
        self.events.show_classes(classes)
        self.pictures.show_classes(classes)
        self.options_panel.unasked.show_classes(classes)
        if self.sitting.opened is not None:
            self.plot.set_colours(self._colours())

    def _colours(self) -> list[str]:
        """Those of the model's classes, in its order; the table gets them too."""
        colours = self.sitting.colours(self._document.view.classes)
        self.events.model.set_colours(colours)
        return list(colours.values())

    def _take_options(self, options: LiveOptions) -> None:
        self.sitting.options = options
        remember(self._context.session, options)
        self.pictures.set_span(options.span_s)
        self._show_classes()
        self.options_panel.set_pending(not self.listener.is_idle and self.sitting.needs_restart)

    def _show_kept(self, clip: Clip, class_name: str) -> None:
        text = words(kept_as(class_name, seconds_text(clip.duration_s)))
        n = len(self.sitting.kept)
        self.now.show_kept(f"{text} {words(Text('{n} so far.', '{n} so far.', n=n))}" if n > 1 else text)
        self._context.status(text)
        self.events.view.viewport().update()
        self.clip_kept.emit(clip.id)

    def _clear_events(self) -> None:
        self.sitting.clear_log()
        self.events.reset(self.sitting.origin)
