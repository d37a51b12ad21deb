"""Azure Machine Learning on this computer: answers as the REST reference says, over TLS, from memory."""

import json
import re
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SUBSCRIPTION, GROUP, WORKSPACE = "sub-1", "lab", "birds"
_ROOT = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{GROUP}"
_HERE = f"{_ROOT}/providers/Microsoft.MachineLearningServices/workspaces/{WORKSPACE}"
_DATASTORE = {
    "datastoreType": "AzureBlob",
    "isDefault": True,
    "accountName": "acct",
    "containerName": "box",
    "protocol": "https",
    "credentials": {"credentialsType": "Sas"},
}


_OF_A_BLOB = {
    "Content-Type": "application/octet-stream",
    "ETag": '"1"',
    "Last-Modified": "Sat, 28 Nov 2026 08:00:00 GMT",
    "x-ms-request-server-encrypted": "true",
    "x-ms-version": "2025-01-05",
}


@dataclass
class Refusal:
    """An answer that says no, to be given some times."""

    status: int
    code: str = ""
    message: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1


@dataclass
class Service:
    """What the service knows, and how it is to behave."""

    port: int = 0
    things: dict[str, dict] = field(default_factory=dict)  # by their path below the workspace
    blobs: dict[str, bytes] = field(default_factory=dict)
    logs: dict[str, dict[str, bytes]] = field(default_factory=dict)  # of each job, by name
    status: dict[str, str] = field(default_factory=dict)  # of each job
    asked: list[tuple[str, str]] = field(default_factory=list)
    refusals: list[tuple[str, Refusal]] = field(default_factory=list)  # by a part of what is asked
    cut: list[str] = field(default_factory=list)  # asked for one of these, the line is cut once
    on_details: Callable[[str], object] = lambda _job: None
    on_submit: Callable[[str], object] = lambda _job: None

    @property
    def changing(self) -> list[str]:
        """What was asked that makes or changes something."""
        reading = ("listSecrets", "rundata", "/oauth2/")
        return [
            f"{method} {path}"
            for method, path in self.asked
            if method not in {"GET", "HEAD"} and not any(one in path for one in reading)
        ]

    def count(self, method: str, part: str) -> int:
        """How often something was asked."""
        return sum(one == method and part in path for one, path in self.asked)


def start(service: Service, certificate: Path, key: Path) -> ThreadingHTTPServer:
    """Answer from now on, on a free port of this computer; `shutdown` ends it."""
    handler = type("Handler", (_Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    service.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server


class _Handler(BaseHTTPRequestHandler):
    service: Service
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments) -> None:
        """Say nothing."""

    def _do(self) -> None:
        service = self.service
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Transfer-Encoding", "") == "chunked":
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        self.url = urlsplit(self.path)
        asked = (self.command, self.path)
        service.asked.append(asked)
        for part in service.cut:
            if part in " ".join(asked):
                service.cut.remove(part)
                self.close_connection = True
                self.connection.close()
                return
        for part, refusal in service.refusals:
            if part in " ".join(asked) and refusal.times:
                refusal.times -= 1
                error = {"error": {"code": refusal.code, "message": refusal.message}}
                self._answer(refusal.status, json.dumps(error).encode(), **refusal.headers)
                return
        if self.headers.get("Host", "").startswith("acct.blob."):
            self._blob(body)
        elif self.url.path.startswith(_HERE):
            self._workspace(self.url.path.removeprefix(_HERE), body)
        elif self.url.path.startswith("/history/"):
            self._history()
        elif self.url.path == "/discovery":
            self._json({"api": f"https://localhost:{service.port}"})
        elif self.url.path.startswith("/log/"):
            _empty, _log, job, name = self.url.path.split("/", 3)
            self._ranged(service.logs[job][name])
        else:
            self._missing(self.url.path)

    do_GET = do_PUT = do_POST = do_HEAD = do_PATCH = do_DELETE = _do

    def _workspace(self, path: str, body: bytes) -> None:
        service = self.service
        host = f"https://localhost:{service.port}"
        if path == "":
            found = {
                "discoveryUrl": f"{host}/discovery",
                "mlFlowTrackingUri": "azureml://x",
                "friendlyName": "w",
            }
            self._json({"id": _HERE, "name": WORKSPACE, "location": "westeurope", "properties": found})
        elif path.endswith("/listSecrets"):
            self._json({"secretsType": "Sas", "sasToken": "sig=fake"})
        elif path.startswith("/datastores"):
            store = {"id": f"{_HERE}/datastores/store", "name": "store", "properties": _DATASTORE}
            self._json({"value": [store]} if path == "/datastores" else store)
        elif path.endswith("/startPendingUpload"):
            where = f"https://acct.blob.localhost:{service.port}/box/pending"
            reference = {
                "blobUri": where,
                "credential": {"credentialType": "SAS", "sasUri": f"{where}?sig=fake"},
            }
            self._json({"blobReferenceForConsumption": reference, "pendingUploadId": "1"})
        elif path.endswith("/cancel"):
            service.status[path.split("/")[2]] = "Canceled"
            self._answer(200, b"")
        elif self.command == "PUT":
            self._put(path, json.loads(body))
        elif path in service.things:
            self._json(self._now(path))
        elif path.endswith("/versions") and "hash" in parse_qs(self.url.query):
            self._json({"value": []})
        elif path.endswith(("/versions", "/jobs")):
            below = [self._now(one) for one in service.things if one.startswith(f"{path}/")]
            self._json({"value": below})
        else:
            self._missing(path)

    def _put(self, path: str, thing: dict) -> None:
        properties = thing.setdefault("properties", {})
        properties["provisioningState"] = "Succeeded"
        if path.startswith("/models/"):
            properties.setdefault("flavors", {})
        if path.startswith("/computes/"):
            properties.setdefault("properties", {})["allocationState"] = "Steady"
        thing |= {"id": _HERE + path, "name": path.rpartition("/")[2]}
        is_new = path not in self.service.things
        self.service.things[path] = thing
        if path.startswith("/jobs/"):
            name = thing["name"]
            self.service.status.setdefault(name, "Queued")
            if is_new:
                self.service.on_submit(name)
        self._json(self._now(path), 201 if is_new else 200)

    def _now(self, path: str) -> dict:
        thing = self.service.things[path]
        if not path.startswith("/jobs/"):
            return thing
        page = {"Studio": {"endpoint": f"https://ml.azure.com/runs/{thing['name']}", "type": "Studio"}}
        status = self.service.status[thing["name"]]
        return {**thing, "properties": {**thing["properties"], "status": status, "services": page}}

    def _history(self) -> None:
        service = self.service
        if self.url.path.endswith("/rundata"):
            self._json({"runMetadata": {"runId": "x", "properties": {}}})
            return
        found = re.search(r"/runs/([^/]+)/details$", self.url.path)
        if found is None or found[1] not in service.status:
            self._missing(self.url.path)
            return
        job = found[1]
        service.on_details(job)
        logs = {
            name: f"https://localhost:{service.port}/log/{job}/{name}" for name in service.logs.get(job, {})
        }
        error = {"error": {"code": "UserError", "message": "the command failed"}}
        status = service.status[job]
        details = {"runId": job, "status": status, "logFiles": logs}
        self._json({**details, "error": error} if status == "Failed" else details)

    def _blob(self, body: bytes) -> None:
        service, path = self.service, self.url.path
        asked = parse_qs(self.url.query)
        if asked.get("comp") == ["list"]:
            prefix = asked.get("prefix", [""])[0]
            names = [name.removeprefix("/box/") for name in sorted(service.blobs)]
            found = "".join(
                f"<Blob><Name>{name}</Name><Properties><BlobType>BlockBlob</BlobType><Content-Length>"
                f"{len(service.blobs['/box/' + name])}</Content-Length></Properties><Metadata/></Blob>"
                for name in names
                if name.startswith(prefix)
            )
            content = f'<?xml version="1.0"?><EnumerationResults><Blobs>{found}</Blobs></EnumerationResults>'
            self._answer(200, content.encode(), **{"Content-Type": "application/xml"})
        elif self.command == "PUT":
            is_content = asked.get("comp") != ["metadata"]
            if is_content:
                service.blobs[path] = body
            self._answer(201 if is_content else 200, b"", **_OF_A_BLOB)
        elif path in service.blobs:
            self._ranged(service.blobs[path])
        else:
            self._answer(404, b"", **{"x-ms-error-code": "BlobNotFound"})

    def _ranged(self, content: bytes) -> None:
        headers = {**_OF_A_BLOB, "x-ms-blob-type": "BlockBlob"}
        wanted = re.fullmatch(
            r"bytes=(\d+)-(\d*)", self.headers.get("x-ms-range") or self.headers.get("Range") or ""
        )
        if wanted is None:
            self._answer(200, content, **headers)
            return
        first, last = int(wanted[1]), int(wanted[2] or len(content) - 1)
        if first >= len(content):
            self._answer(416, b"", **{"x-ms-error-code": "InvalidRange"})
            return
        part = content[first : last + 1]
        headers["Content-Range"] = f"bytes {first}-{first + len(part) - 1}/{len(content)}"
        self._answer(206, part, **headers)

    def _missing(self, path: str) -> None:
        code = "ResourceNotFound" if _ROOT in self.path else "SubscriptionNotFound"
        error = {"error": {"code": code, "message": f"The resource {path} was not found."}}
        self._answer(404, json.dumps(error).encode())

    def _json(self, value: object, status: int = 200) -> None:
        self._answer(status, json.dumps(value).encode())

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("Content-Type", "application/json")
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
