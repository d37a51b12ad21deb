"""The cluster that does the work: one that is there already, or one of this computer's own."""

import os
import secrets
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.packages import ray

_OBJECTS_BYTES = 256 * 2**20  # of what is on its way between processes; answers are some kilobytes a file
_KNOCK_S = 10.0
_CLUSTER = "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"  # 0 keeps Ray to 127.0.0.1, on Linux too
_LONGEST_FOLDER = 40  # names of sockets are put below it, and have 107 bytes on Linux


@contextmanager
def cluster_at(address: str, cores: int, gpus: int = 0) -> Iterator[int]:
    """Be part of a cluster; gives how many cores its computers have together.

    Parameters
    ----------
    address : str
        HOST:PORT of a cluster that is running, ``auto`` for one that runs on this computer; empty: one of our
        own is started, which nobody on another computer can reach, and ends with the block.
    cores, gpus : int
        How many of this computer's that one has.

    Raises
    ------
    UserError
        If Ray is not installed, or no cluster answers.

    Notes
    -----
    Ray looks at some variables of the environment once, when it is imported. They are set before, and stay:
    a window may ask for both kinds of cluster. One that knows no word lets in who has one.
    """
    _have_a_word()
    with _folder_of_a_session() as folder, nullcontext() if address else _kept_to_this_computer():
        engine = ray()
        if address:
            _join(engine, address)
        else:
            own = {"num_cpus": cores, "num_gpus": gpus, "object_store_memory": _OBJECTS_BYTES}
            _init(engine, "local", include_dashboard=False, _temp_dir=folder, **own)
        try:
            yield int(engine.cluster_resources().get("CPU", 0))
        finally:
            engine.shutdown()


def _join(engine: Any, address: str) -> None:
    try:
        if address != "auto":
            _knock_at(address)
        _init(engine, address)
    except (OSError, RuntimeError, ValueError, engine.exceptions.RayError) as error:
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise UserError(
            Text("no cluster answers at {address}: {reason}", address=address, reason=reason),
            remedy=Text(
                "Start one with `ray start --head` and give the address that it tells, or leave --address"
                " out: then this computer works by itself."
            ),
        ) from error


def _knock_at(address: str) -> None:
    """OSError or ValueError where nobody is, which Ray would try for minutes."""
    place = urlsplit(f"//{address.partition('://')[2] or address}")
    if place.hostname is None or place.port is None:
        raise ValueError("it is not HOST:PORT")
    socket.create_connection((place.hostname, place.port), _KNOCK_S).close()


def _init(engine: Any, address: str, **options: Any) -> None:
    """Ray's own, which says little, and leaves it to us what SIGTERM does."""
    before = signal.getsignal(signal.SIGTERM)
    engine.init(address=address, log_to_driver=False, logging_level="ERROR", **options)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, before)


def _have_a_word() -> None:
    """Have Ray ask all processes for a word: the user's own, or one that is made up for them."""
    os.environ.setdefault("RAY_AUTH_MODE", "token")
    known = Path(os.environ.get("RAY_AUTH_TOKEN_PATH", Path.home() / ".ray" / "auth_token"))
    if not known.exists():
        os.environ.setdefault(
            "RAY_AUTH_TOKEN", secrets.token_hex(16)
        )  # else one is written to the home folder


@contextmanager
def _kept_to_this_computer() -> Iterator[None]:
    """Have Ray listen where nobody on another computer can reach it; it read its variable when imported."""
    before = os.environ.get(_CLUSTER)
    os.environ[_CLUSTER] = "0"
    constants = ray()._private.ray_constants  # noqa: SLF001 - the only place where it can be changed
    constants.ENABLE_RAY_CLUSTER = False
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLUSTER]
        else:
            os.environ[_CLUSTER] = before
        constants.ENABLE_RAY_CLUSTER = not constants.IS_WINDOWS_OR_OSX if before is None else before == "1"


@contextmanager
def _folder_of_a_session() -> Iterator[str]:
    """Where Ray keeps its sockets and logs; gone afterwards."""
    usual = tempfile.gettempdir()
    is_short = os.name == "nt" or len(usual) < _LONGEST_FOLDER - len("/ray-12345678")
    folder = tempfile.mkdtemp(prefix="ray-", dir=usual if is_short else "/tmp")  # noqa: S108 - of our own
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
