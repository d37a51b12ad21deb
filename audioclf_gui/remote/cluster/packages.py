"""The packages of the extra `cluster`, each imported where it is first needed."""

import os
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.installation import adding
from audioclf_gui.core.text import Text


def ray() -> Any:
    """The engine; UserError where it is not installed."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read when it is imported
    try:
        import ray as package
    except ImportError as error:
        raise _not_installed("ray") from error
    return package


def pyarrow() -> Any:
    """Tables in files, with its part for Parquet; UserError where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError as error:
        raise _not_installed("pyarrow") from error
    return pa


def fsspec() -> Any:
    """Files behind addresses; UserError where it is not installed."""
    try:
        import fsspec as package
    except ImportError as error:
        raise _not_installed("fsspec") from error
    return package


def _not_installed(name: str) -> UserError:
    return UserError(
        Text("a cluster needs the package {name}, which is not installed", name=name),
        remedy=adding("cluster"),
    )
