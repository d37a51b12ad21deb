"""A server on this computer that does what servers do, well and badly."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """What lies at which path, and what was asked for."""

    address: str = ""
    pages: dict[str, Callable[["Asked"], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)  # paths with their headers

    def put(self, path: str, page: Callable[["Asked"], None]) -> str:
        self.pages[path] = page
        return self.address + path


class Asked(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.site.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        self.site.pages.get(path, lambda asked: asked.say(404))(self)

    def say(self, status: int, body: bytes = b"", *, length: int | None = None, **headers: str) -> None:
        """An answer; `length` is what is told, whatever is sent."""
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def say_to(self, status: int, address: str) -> None:
        self.say(status, Location=address)

    def log_message(self, *_what: object) -> None:
        """Nobody reads it."""


def offered(data: bytes, *, breaks_after: int | None = None, etag: str = '"1"', **headers: str):
    """A file as good servers offer it, in parts too; each answer may break off after some bytes."""

    def page(asked: Asked) -> None:
        told = {"Accept_Ranges": "bytes", **({"ETag": etag} if etag else {}), **headers}
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.headers.get("Range", ""))
        is_same = asked.headers.get("If-Range", etag) in {etag, headers.get("Last_Modified", "")}
        start = int(wanted[1]) if wanted and is_same else 0
        if start and start >= len(data):
            asked.say(416, Content_Range=f"bytes */{len(data)}", **told)
            return
        rest = data[start:]
        if start:
            told["Content_Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        asked.say(206 if start else 200, rest[:breaks_after], length=len(rest), **told)

    return page


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Asked,), {"site": site}))
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
