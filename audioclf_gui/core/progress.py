"""How far something is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many things are done."""

    done: int
    total: int
