"""What a layout or a table makes of a data set."""

from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a data set with what is said about each, and what had to be guessed to know it."""

    candidates: tuple[Candidate, ...]
    notes: tuple[Text, ...] = ()  # each is for the user to read before the files are taken in
    read: tuple[Path, ...] = ()  # files beside the recordings that said it
