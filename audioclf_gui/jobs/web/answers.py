"""Asking an address for a file, and what its server says to that."""

import http.client
import selectors
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

from audioclf_gui import __version__
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.web.addresses import next_address, shown_address

TIMEOUT_S = 15.0
"""So long a server may say nothing."""

_PAUSE_S = 0.1
_BLOCK_BYTES = 2**18  # more than a record of TLS, so that none of it waits unseen by selectors
_MOST_REDIRECTS = 10
_FOR_ALL = frozenset(("Range", "If-Range"))  # of the headers; others are nobody else's business
_LATER = Text("Try again later.")
_BY_HAND = Text("Open the address in a browser, fetch the file there, then import it.")
_CHECK = Text("Check the connection to the network and the address, then do it again; it goes on from there.")


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """What a server says before it sends the file."""

    status: int
    address: str  # the last one, after all that it was sent on to
    headers: Message


class BrokeOffError(Exception):
    """The connection ended in the middle of a file; what came is good."""


def answer(address: str, headers: Mapping[str, str]) -> Generator[AnswerHead | bytes | None, None, None]:
    """Ask for a file: first the head of the answer, then the bytes.

    While a server pauses within the bytes there is a None for each tenth of a second, so that whoever waits
    can leave. Until it has begun to send them, and where it sends them in chunks, it can hold up for
    `TIMEOUT_S`.

    Parameters
    ----------
    headers
        Are sent to the address itself only, `Range` and `If-Range` also to those to which it sends on.

    Raises
    ------
    UserError
        If there is no answer, or one that says no.
    BrokeOffError
        If the bytes end before the file does.
    """
    response = _opened(address, headers)
    with response:
        yield AnswerHead(response.status, response.url, response.headers)
        if response.status == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return
        while True:
            try:
                block = response.read1(_BLOCK_BYTES)
            except (OSError, http.client.HTTPException) as error:
                raise BrokeOffError from error
            if not block:
                return
            yield block
            if response.length != 0 and not response.chunked:  # of chunks some may be here unseen
                yield from _pausing(response)


def _pausing(response: http.client.HTTPResponse) -> Generator[None, None, None]:
    """Wait until there is more to read; BrokeOffError if nothing comes for too long."""
    until = time.monotonic() + TIMEOUT_S
    with selectors.DefaultSelector() as selector:
        selector.register(response, selectors.EVENT_READ)
        while not selector.select(_PAUSE_S):
            if time.monotonic() > until:
                raise BrokeOffError
            yield None


def _opened(address: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
    visited = [address]
    opener = urllib.request.OpenerDirector()  # knows no local files, and follows nowhere of itself
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
    ):
        opener.add_handler(handler)
    while True:
        here = visited[-1]
        sent = {"User-Agent": f"audioclf-gui/{__version__}", "Accept-Encoding": "identity"}
        is_same_host = urlsplit(here)[:2] == urlsplit(address)[:2]
        sent |= {name: told for name, told in headers.items() if is_same_host or name in _FOR_ALL}
        try:
            response: http.client.HTTPResponse = opener.open(
                urllib.request.Request(here, headers=sent),  # noqa: S310 - checked to be of the web
                timeout=TIMEOUT_S,
            )
        except (OSError, http.client.HTTPException) as error:
            raise _no_connection(here, error) from error
        if response.status in {200, 206, 416}:
            response.url = here
            return response
        with response:
            if response.status not in {301, 302, 303, 307, 308}:
                raise _refusal(here, response.status, response.headers)
            there = next_address(here, response.headers.get("Location", ""))
        if there in visited or len(visited) > _MOST_REDIRECTS:
            raise UserError(
                Text("{address} sends on in a circle, or too often", address=shown_address(address)),
                remedy=_BY_HAND,
            )
        visited.append(there)


def _refusal(address: str, status: int, headers: Message) -> UserError:
    shown = shown_address(address)
    if status in {401, 403, 407}:
        return UserError(
            Text("{address} is not for everybody to fetch (status {status})", address=shown, status=status),
            remedy=_BY_HAND,
        )
    if status in {404, 410}:
        return UserError(
            Text("there is nothing at {address} (status {status})", address=shown, status=status),
            remedy=Text("Check the address; the file may have moved."),
        )
    if status in {429, 503}:
        wait = headers.get("Retry-After", "")
        return UserError(
            Text("the server of {address} is too busy (status {status})", address=shown, status=status),
            remedy=Text("Try again in {wait} seconds.", wait=wait) if wait.isdecimal() else _LATER,
        )
    return UserError(
        Text("the server of {address} answers with an error (status {status})", address=shown, status=status),
        remedy=_LATER if status >= 500 else _BY_HAND,
    )


def _no_connection(address: str, error: Exception) -> UserError:
    host = urlsplit(address).netloc
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case socket.gaierror():
            message = Text("there is no connection to {host}: its name is not found", host=host)
        case TimeoutError():
            message = Text("{host} has not answered for {wait:.0f} s", host=host, wait=TIMEOUT_S)
        case ssl.SSLError():
            message = Text("{host} cannot show that it is itself: {problem}", host=host, problem=str(cause))
        case http.client.HTTPException():
            message = Text("{host} does not answer as a web server does", host=host)
        case _:
            problem = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
            message = Text("there is no connection to {host}: {problem}", host=host, problem=problem)
    return UserError(message, remedy=_CHECK)
