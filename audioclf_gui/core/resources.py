"""Where icons, translations and the style sheet lie."""

import sys
from pathlib import Path


def resources() -> Path:
    """The folder `resources` of the frozen program, of the installed package or of the checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
