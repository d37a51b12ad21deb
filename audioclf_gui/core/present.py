"""Whether something lies at a path, as Python tells from 3.14 on: what may not be looked at is not there.

Earlier ones raise where a folder may not be looked into, so that one of somebody else's would end a job.
"""

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether it is a file, as far as anybody may know."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises


def is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as anybody may know."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises
