"""What `audioclf live` prints: decisions and events, and beside them how the input is."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.cli.output import say
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.alerts import Alarm, NotAlerted
from audioclf_gui.jobs.listen import NOT_EQUALISED, EstimatedQuantity, Opened, SecondModel
from audioclf_gui.jobs.listen_beside import NothingOfNumbers
from audioclf_gui.jobs.log_events import NotLogged
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.ml.input_health import InputHealth

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import ListenEvent
    from audioclf_gui.ml.decisions import Decision, Event
    from audioclf_gui.ml.equaliser import MicrophoneSound
    from audioclf_gui.ml.live import Answer, Estimate


class LiveLines:
    """A line for everything new; what goes on as before is not repeated."""

    def __init__(self, *, as_json: bool, is_equalised: bool) -> None:
        self._as_json = as_json
        self._is_equalised = is_equalised
        self._problems: tuple[str, ...] = ()  # their templates: numbers change all the time
        self._state = DeviceState()
        self._estimated: EstimatedQuantity | None = None
        self._second: SecondModel | None = None
        self._model = ""  # the name of the first, where there is a second

    def show(self, event: "ListenEvent") -> None:
        """Print what is to be said of an event."""
        from audioclf_gui.ml.decisions import Decision, EventTold
        from audioclf_gui.ml.equaliser import MicrophoneSound
        from audioclf_gui.ml.live import Estimate, SecondAnswer

        match event:
            case Opened():
                self._estimated, self._second = event.estimated, event.second
                self._model = event.occasion.model if event.second is not None else ""
                if self._is_equalised and not event.can_equalise:
                    say(str(NOT_EQUALISED))
            case Decision() | EventTold() | Estimate():
                self._answer(event, self._estimated, self._model)
            case SecondAnswer() if self._second is not None:
                self._answer(event.answer, self._second.estimated, self._second.name)
            case MicrophoneSound():
                self._tell_microphone(event)
            case InputHealth():
                self._tell_problems(event.problems)
            case NotRecorded() | NotLogged() | NotAlerted() | NothingOfNumbers():
                say(str(event.text))
            case Alarm():
                _show_alarm(event.event, as_json=self._as_json)
            case DeviceState() if event != self._state:
                self._state = event
                _show_state(event, as_json=self._as_json)

    def _answer(self, answer: "Answer", estimated: EstimatedQuantity | None, model: str) -> None:
        from audioclf_gui.ml.decisions import Decision, EventTold, Phase
        from audioclf_gui.ml.live import Estimate

        match answer:
            case Decision():
                _show_decision(answer, as_json=self._as_json, model=model)
            case EventTold(phase=Phase.ENDED):
                _show_event(answer.event, as_json=self._as_json, model=model)
            case Estimate() if estimated is not None:
                _show_estimate(answer, estimated, as_json=self._as_json, model=model)

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


def _print(line: str, facts: Mapping[str, object], *, as_json: bool, model: str) -> None:
    """One or the other; `model` is which of two it comes from, "" where there is one."""
    if as_json:
        named = {"model": model, **facts} if model else facts
        print(json.dumps(named, ensure_ascii=False), flush=True)
    else:
        print(f"{line}  [{model}]" if model else line, flush=True)


def _show_decision(decision: "Decision", *, as_json: bool, model: str) -> None:
    mark = "*" if decision.accepted else " "
    place = f"{decision.time_s:9.2f} s {mark} {decision.class_name or '-'}"
    line = f"{place}  {decision.score:.2f}  {decision.reason}"
    _print(line, {**asdict(decision), "reason": str(decision.reason)}, as_json=as_json, model=model)


def _show_event(event: "Event", *, as_json: bool, model: str) -> None:
    """From where to where an event was, now that it is over."""
    stretch = f"{event.start_s:.2f} s to {event.end_s:.2f} s"
    line = f"{'':13}= {event.class_name}  {event.score:.2f}  {stretch}"
    _print(line, {"time_s": event.end_s, "event": asdict(event)}, as_json=as_json, model=model)


def _show_estimate(estimate: "Estimate", of: EstimatedQuantity, *, as_json: bool, model: str) -> None:
    line = f"{estimate.time_s:9.2f} s   {of.name} {in_unit(estimate.value, of.unit)}"
    facts = {**asdict(estimate), "quantity": of.name, "unit": of.unit}
    _print(line, facts, as_json=as_json, model=model)
