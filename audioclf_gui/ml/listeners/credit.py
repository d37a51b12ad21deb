"""Whose work a listener is and on which terms it may be used: told before it is used for the first time."""

from typing import Protocol

from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.registry import LISTENERS


class Credited(Protocol):
    """Somebody's network."""

    @property
    def name(self) -> Text:
        """What it is called."""

    @property
    def licence(self) -> Text:
        """Under which its weights may be used."""

    @property
    def source(self) -> Text:
        """Whose they are."""


def credit(listener: Credited) -> Text:
    """Name, source and licence in one sentence."""
    return Text(
        "{name} is by {source}; its licence: {licence}.",
        name=listener.name,
        source=listener.source,
        licence=listener.licence,
    )


def notices(key: str) -> tuple[Text, ...]:
    """What there is to know about a listener of that key before it is used; it is not opened."""
    if key not in LISTENERS:
        return ()
    known = LISTENERS[key]
    if not packages.absent(known.needs):
        return (credit(known),)
    missing = Text("{name} is not installed. {remedy}", name=known.name, remedy=packages.adding_listeners())
    return missing, credit(known)
