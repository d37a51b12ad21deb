"""How the program came onto this computer, and how a part that it lacks is added there."""

import sys
from pathlib import Path

from audioclf_gui.core.text import Text


def has_own_python() -> bool:
    """Whether it was installed with a Python of its own, to which no package can be added."""
    return hasattr(sys, "_MEIPASS")


def adding(extra: str) -> Text:
    """What brings one of the program's extras, as a remedy."""
    if has_own_python():
        return Text(
            "The installed program has a Python of its own, which takes no packages: install audioclf-gui for"
            " another Python, as its README says, with the extra {extra}.",
            extra=extra,
        )
    return Text('Run: pip install "audioclf-gui[{extra}]"', extra=extra)


def window_command() -> list[str]:
    """What starts the window from a process of its own; a project or recordings can follow."""
    if has_own_python():
        here = Path(sys.executable)
        return [str(here.with_name(f"audioclf-gui{here.suffix}"))]
    return [sys.executable, "-m", "audioclf_gui"]
