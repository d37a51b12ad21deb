"""Keeping PySide from reading the source of whatever is imported after it.

It looks there for modules that want its names in snake case, of which there are none here, and Python keeps
what was read: with torch that is 40 megabytes, and a quarter of a second more in which no other thread runs.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in place of Python's


def leave_sources_unread() -> None:
    """Import from now on as before PySide looked, but for its `import *`; without effect if it does not."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
