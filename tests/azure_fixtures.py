"""The SDK of Azure and the service of `azure_service`, which is all that it knows of the world."""

import shutil
import socket
import subprocess
import time
from typing import NamedTuple

import pytest

from tests.azure_service import GROUP, SUBSCRIPTION, WORKSPACE, Service, start

HOSTS = ("localhost", "acct.blob.localhost")


class Token(NamedTuple):
    token: str
    expires_on: int


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate of this computer, which nobody else trusts, and its key."""
    pytest.importorskip("azure.ai.ml", reason="the extra azure is not installed")
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    names = ",".join(f"DNS:{host}" for host in HOSTS)
    asked = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    files = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem", "-addext", f"subjectAltName={names}"]
    subprocess.run([*asked, *files], check=True, capture_output=True)
    return folder / "cert.pem", folder / "key.pem"


class Login:
    """Somebody who is logged in."""

    def __init__(self, *_arguments, **_options):
        pass

    def get_token(self, *_scopes, **_options):
        return Token("x.eyJ1cG4iOiAiYW5uYUBsYWIub3JnIn0.x", int(time.time()) + 3600)


@pytest.fixture
def service(certificate, monkeypatch, tmp_path):
    """The service, the only one that the SDK knows; the environment says which workspace is meant."""
    import azure.identity
    from azure.ai.ml import _azure_environments as clouds

    found = Service()
    server = start(found, *certificate)
    cloud, host = f"Loop{found.port}", f"https://localhost:{found.port}/"
    names = (
        "portal",
        "resource_manager",
        "active_directory",
        "aml_resource_id",
        "registry_discovery_endpoint",
    )
    places = {
        **dict.fromkeys(names, host),
        "azure_portal": host,
        "storage_endpoint": f"localhost:{found.port}",
    }
    monkeypatch.setitem(clouds._environments, cloud, places)
    for name, value in {
        "AZUREML_CURRENT_CLOUD": cloud,
        "REQUESTS_CA_BUNDLE": str(certificate[0]),
        "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION,
        "AZURE_RESOURCE_GROUP": GROUP,
        "AZUREML_WORKSPACE_NAME": WORKSPACE,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(azure.identity, "DefaultAzureCredential", Login)
    look_up = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: look_up("127.0.0.1" if host in HOSTS else host, *rest, **more),
    )
    monkeypatch.chdir(tmp_path)
    yield found
    server.shutdown()
    server.server_close()


def talking(service, pieces, job="job1"):
    """A job that says a piece more each time that it is asked for."""
    service.status[job] = "Running"
    service.logs[job] = {"user_logs/std_log.txt": b""}
    waiting = list(pieces)

    def say_more(name):
        if waiting:
            service.logs[name]["user_logs/std_log.txt"] += waiting.pop(0)
        elif service.status[name] == "Running":
            service.status[name] = "Completed"

    service.on_details = say_more
