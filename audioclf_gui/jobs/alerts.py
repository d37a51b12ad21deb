"""Alerts about events of chosen classes, and the command that somebody wants to be run then."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

if TYPE_CHECKING:  # with torch
    from audioclf_gui.ml.decisions import Event


@dataclass(frozen=True, slots=True)
class AlertOn:
    """Of which classes, and what is run then."""

    classes: frozenset[str]
    command: str = ""  # a program and its arguments, as the user typed them; no shell reads it


@dataclass(frozen=True, slots=True)
class Alarm:
    """An event of one of the classes begins."""

    event: "Event"


@dataclass(frozen=True, slots=True)
class NotAlerted:
    """What is amiss with the alerts."""

    text: Text


class Alerts:
    """Tells when an event of the classes begins, and runs the command, one at a time.

    What was heard is told to the command in its environment: AUDIOCLF_CLASS, AUDIOCLF_SCORE and
    AUDIOCLF_START_S. So no name of a class is ever read as anything else.

    Raises
    ------
    UserError
        If the command is no command.
    """

    def __init__(self, wanted: AlertOn) -> None:
        self._wanted = wanted
        self._arguments = _arguments(wanted.command)
        self._running: subprocess.Popen[bytes] | None = None

    def unknown(self, classes: Sequence[str]) -> Sequence[NotAlerted]:
        """Classes that a model does not know."""
        missing = sorted(self._wanted.classes.difference(classes))
        if not missing:
            return ()
        names = ", ".join(missing)
        return (NotAlerted(Text("This model does not know {names}: there is no alert of it.", names=names)),)

    def hear(self, answer: object) -> Sequence[Alarm | NotAlerted]:
        """What is to be told after an answer."""
        from audioclf_gui.ml.decisions import EventTold, Phase

        told: list[Alarm | NotAlerted] = list(self._ended())
        match answer:
            case EventTold(phase=Phase.BEGUN, event=event) if event.class_name in self._wanted.classes:
                told += [Alarm(event), *self._run(event)]
        return told

    def _run(self, event: "Event") -> Sequence[NotAlerted]:
        if not self._arguments:
            return ()
        if self._running is not None:
            return (NotAlerted(Text("The command of the alert before still runs: it is not begun again.")),)
        heard = {
            "AUDIOCLF_CLASS": event.class_name.replace("\0", ""),
            "AUDIOCLF_SCORE": f"{event.score:.4f}",
            "AUDIOCLF_START_S": f"{event.start_s:.3f}",
        }
        try:
            self._running = subprocess.Popen(  # noqa: S603 - the user typed it, and no shell reads it
                self._arguments, stdin=subprocess.DEVNULL, env={**os.environ, **heard}
            )
        except OSError as error:
            reason = error.strerror or str(error)
            return (NotAlerted(Text("The command of the alert cannot be run: {reason}.", reason=reason)),)
        return ()

    def _ended(self) -> Sequence[NotAlerted]:
        status = None if self._running is None else self._running.poll()
        if status is None:
            return ()
        self._running = None
        if not status:
            return ()
        return (NotAlerted(Text("The command of the alert ended with status {status}.", status=status)),)


def _arguments(command: str) -> list[str] | str:
    """The program and its arguments; Windows takes them as one text."""
    if os.name == "nt":
        return command.strip()
    try:
        return shlex.split(command)
    except ValueError as error:
        raise UserError(
            Text("the command of the alert cannot be read: {reason}", reason=str(error)),
            remedy=Text("Close every quotation mark in it."),
        ) from error
