"""What PyInstaller runs first, in each program of the bundle on Linux, so that libraries are found.

Programs that ours starts shall find the system's, not the bundle's; the bundle's own are found all the same,
since the linker has read the variable by now. PortAudio is asked for by its name, which is looked up in what
the system has installed, and that may be none.
"""

import ctypes.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)


def _found(name: str, usual: Callable[[str], str | None] = ctypes.util.find_library) -> str | None:
    bundled = sorted(Path(vars(sys)["_MEIPASS"]).glob(f"lib{name}.so*"))
    return str(bundled[0]) if bundled else usual(name)


ctypes.util.find_library = _found
