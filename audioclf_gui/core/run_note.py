"""What people call a training run, and what they have to say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from audioclf_gui.core.spelling import tidied


@dataclass(frozen=True, slots=True)
class RunNote:
    """A name and a note; both empty where nobody gave any."""

    name: str = ""
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.name and not self.text

    def tidied(self) -> Self:
        """The same without white space around it, the name in one line."""
        return type(self)(tidied(self.name), self.text.strip())

    def to_json(self) -> dict[str, str]:
        """As a project keeps it."""
        return {"name": self.name, "note": self.text}

    @classmethod
    def from_json(cls, values: object) -> Self:
        """What `to_json` made; of anything else, nothing."""
        if not isinstance(values, Mapping):
            return cls()
        name, text = values.get("name"), values.get("note")
        return cls(name if isinstance(name, str) else "", text if isinstance(text, str) else "")
