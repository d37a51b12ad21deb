"""What `audioclf live` prints: decisions and events, and beside them how the input is."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.cli.output import say
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.alerts import Alarm, NotAlerted
from audioclf_gui.jobs.listen import EstimatedQuantity, Opened
from audioclf_gui.jobs.log_events import NotLogged
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.ml.input_health import InputHealth

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import ListenEvent
    from audioclf_gui.ml.decisions import Decision, Event
    from audioclf_gui.ml.equaliser import MicrophoneSound
    from audioclf_gui.ml.live import Estimate


class LiveLines:
    """A line for everything new; what goes on as before is not repeated."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._problems: tuple[str, ...] = ()  # their templates: numbers change all the time
        self._state = DeviceState()
        self._estimated: EstimatedQuantity | None = None

    def show(self, event: "ListenEvent") -> None:
        """Print what is to be said of an event."""
        from audioclf_gui.ml.decisions import Decision, EventTold, Phase
        from audioclf_gui.ml.equaliser import MicrophoneSound
        from audioclf_gui.ml.live import Estimate

        match event:
            case Opened():
                self._estimated = event.estimated
            case Decision():
                _show_decision(event, as_json=self._as_json)
            case EventTold(phase=Phase.ENDED):
                _show_event(event.event, as_json=self._as_json)
            case Estimate() if self._estimated is not None:
                _show_estimate(event, self._estimated, as_json=self._as_json)
            case MicrophoneSound():
                self._tell_microphone(event)
            case InputHealth():
                self._tell_problems(event.problems)
            case NotRecorded() | NotLogged() | NotAlerted():
                say(str(event.text))
            case Alarm():
                _show_alarm(event.event, as_json=self._as_json)
            case DeviceState() if event != self._state:
                self._state = event
                _show_state(event, as_json=self._as_json)

    def _tell_microphone(self, sound: "MicrophoneSound") -> None:
        say(str(sound.told))
        if self._as_json:
            print(json.dumps({"microphone": asdict(sound)}), flush=True)

    def _tell_problems(self, problems: tuple[Text, ...]) -> None:
        kinds = tuple(problem.template for problem in problems)
        if kinds and kinds != self._problems:
            say(" ".join(map(str, problems)))
        self._problems = kinds


def _show_state(state: DeviceState, *, as_json: bool) -> None:
    """That the device went away and why, or that it is back."""
    say(str(state.told) if state.trouble else f"{state.name} is back")
    if as_json:
        trouble = None if state.trouble is None else state.trouble.value
        told = {
            "name": state.name,
            "trouble": trouble,
            "message": str(state.message),
            "remedy": str(state.remedy),
        }
        print(json.dumps({"device": told}, ensure_ascii=False), flush=True)


def _show_alarm(event: "Event", *, as_json: bool) -> None:
    """That an event begins of which is to be warned; terminals ring."""
    if as_json:
        print(json.dumps({"time_s": event.start_s, "alert": asdict(event)}, ensure_ascii=False), flush=True)
    bell = "\a" if sys.stderr.isatty() else ""
    say(f"{bell}alert: {event.class_name}  {event.score:.2f}  at {event.start_s:.2f} s")


def _show_decision(decision: "Decision", *, as_json: bool) -> None:
    if as_json:
        print(
            json.dumps({**asdict(decision), "reason": str(decision.reason)}, ensure_ascii=False), flush=True
        )
    else:
        mark = "*" if decision.accepted else " "
        place = f"{decision.time_s:9.2f} s {mark} {decision.class_name or '-'}"
        print(f"{place}  {decision.score:.2f}  {decision.reason}", flush=True)


def _show_event(event: "Event", *, as_json: bool) -> None:
    """From where to where an event was, now that it is over."""
    if as_json:
        print(json.dumps({"time_s": event.end_s, "event": asdict(event)}, ensure_ascii=False), flush=True)
    else:
        stretch = f"{event.start_s:.2f} s to {event.end_s:.2f} s"
        print(f"{'':13}= {event.class_name}  {event.score:.2f}  {stretch}", flush=True)


def _show_estimate(estimate: "Estimate", of: EstimatedQuantity, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**asdict(estimate), "quantity": of.name, "unit": of.unit}), flush=True)
    else:
        value = in_unit(estimate.value, of.unit)
        print(f"{estimate.time_s:9.2f} s   {of.name} {value}", flush=True)
