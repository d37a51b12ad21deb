"""What is said of a label beside its class: its note, and how sure somebody was."""

from collections.abc import Mapping

from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words

CERTAINTIES: Mapping[Certainty | None, Text] = {
    None: Text("not said"),
    Certainty.SURE: Text("sure"),
    Certainty.UNSURE: Text("unsure"),
    Certainty.UNKNOWN: Text("unknown"),
}
"""Every certainty as it is read, that which nobody has told first."""

MARKS: Mapping[Certainty | None, str] = {Certainty.UNSURE: "?", Certainty.UNKNOWN: "??"}
"""The signs of doubt on a label."""


def remarks(label: Label) -> list[str]:
    """The lines that a tool tip tells of a label."""
    lines = []
    if label.certainty is not None:
        lines.append(words(CERTAINTIES[label.certainty]))
    if label.note:
        lines.append(label.note)
    return lines
