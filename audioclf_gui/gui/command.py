"""What a command is: its words, its key, its place in a menu."""

from dataclasses import dataclass

CLASS_KEYS = "1234567890"
"""The keys of the project's first ten classes, in every workspace that gives classes."""

DIGITS = tuple(CLASS_KEYS)
ALT_DIGITS = tuple(f"Alt+{digit}" for digit in DIGITS)
SHIFT_DIGITS = tuple(f"Shift+{digit}" for digit in DIGITS)


def marked(text: str) -> str:
    """The text itself; written as `_t("…")` it is found by the extractor of translations."""
    return text


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. Its key works in the whole window, or in the workspace that its `where` names."""

    key: str
    text: str  # in English, as `tip`: `actions.shown_text` translates them
    shortcut: str = ""  # in Qt's portable form; several are separated by "; "
    icon: str = ""
    menu: str = ""
    where: str = "window"  # or the name of a workspace
    tip: str = ""  # if it says more than the text
    checkable: bool = False


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """Keys, or what the mouse does, that always mean the same: they belong to no command."""

    text: str
    shown: str  # as the key sheet writes them
    menu: str
    where: str
    keys: tuple[str, ...]
