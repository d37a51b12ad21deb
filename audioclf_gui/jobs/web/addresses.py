"""Addresses that may be fetched, and what the files are called that lie there."""

import hashlib
import re
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.text import Text

_SCHEMES = ("http", "https")
_ENDING = re.compile(r"(?<=.)(?:\.tar)?\.[A-Za-z0-9]{1,8}$", re.IGNORECASE)
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # what an address may hold beside letters and digits


def checked_address(text: str) -> str:
    """An address as it is asked for.

    Raises
    ------
    UserError
        If it is none of the web, or holds a password, which would be sent and shown wherever it is.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        asked = host.encode("idna").decode("ascii") if not host.isascii() else host
    except ValueError as error:
        raise _no_address(text) from error
    if parts.scheme.lower() not in _SCHEMES or not host:
        raise _no_address(text)
    if parts.username is not None or parts.password is not None:
        raise UserError(
            Text("an address with a name and password in it is not fetched"),
            remedy=Text("Leave them out, or fetch the file in a browser and import it."),
        )
    place = f"[{asked}]" if ":" in asked else asked
    place += f":{port}" if port is not None else ""
    path, query = quote(parts.path, _KEPT), quote(parts.query, _KEPT)
    return urlunsplit((parts.scheme.lower(), place, path or "/", query, ""))


def _no_address(text: str) -> UserError:
    return UserError(
        Text("“{address}” is no address that can be fetched", address=text),
        remedy=Text("Give one that begins with https:// or http://, or the name of a known data set."),
    )


def shown_address(address: str) -> str:
    """An address without what may be secret in it, or belongs to this moment only."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, unquote(parts.path), "", ""))


def next_address(address: str, told: str) -> str:
    """Where an answer sends on to.

    Raises
    ------
    UserError
        If that is no address of the web, or one that is not encrypted as this one is.
    """
    wanted = checked_address(urljoin(address, told))
    if urlsplit(address).scheme == "https" and urlsplit(wanted).scheme != "https":
        raise UserError(
            Text(
                "{address} sends on to {other}, which is not encrypted",
                address=shown_address(address),
                other=shown_address(wanted),
            ),
            remedy=Text("If that is all right, fetch that address instead."),
        )
    return wanted


def name_at(address: str) -> str:
    """What a file at an address is called, as every system takes it."""
    return safe_name(PurePosixPath(unquote(urlsplit(address).path)).name)


def safe_name(name: str) -> str:
    """The name of a file, as somebody else tells it, as every system takes it."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    ending = _ENDING.search(last)
    stem = last if ending is None else last[: ending.start()]
    return file_name(stem) + ("" if ending is None else ending[0]) if last else "download"


def digest_of(address: str) -> str:
    """What tells addresses apart where they themselves are not to be written down."""
    return hashlib.sha256(address.encode()).hexdigest()
