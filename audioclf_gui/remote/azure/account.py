"""Who is logged in, and the workspace that is worked in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named, no_workspace
from audioclf_gui.remote.azure.tokens import holder_of, management_scope


@dataclass(frozen=True, slots=True)
class Account:
    """An open door: the SDK's client, and the credential that it uses."""

    place: Place
    client: Any
    credential: Any

    def found(self, get: Callable[[], Any]) -> Any | None:
        """What `get` asks for; None if there is no such thing."""
        with named(self.place):
            try:
                return get()
            except azure("core.exceptions").ResourceNotFoundError as error:
                above = (
                    "ResourceGroupNotFound",
                    "SubscriptionNotFound",
                    f"workspaces/{self.place.workspace}' ",
                )
                if any(one in str(error) for one in above):
                    raise
                return None


def account_of(place: Place) -> Account:
    """The door to a workspace; nothing is asked of it yet.

    The credential is the SDK's usual one: variables of the environment, a managed identity, or `az login`.
    """
    with named(place):
        credential = azure("identity").DefaultAzureCredential()
        client = azure("ai.ml").MLClient(
            credential,
            place.subscription,
            place.resource_group,
            place.workspace,
            enable_telemetry=False,
            show_progress=False,
        )
    return Account(place, client, credential)


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    who: str  # as the token says: an address, or the id of a program
    place: Place
    region: str
    has_compute: bool


def check(place: Place) -> Checked:
    """Log in, and look whether the workspace and its computers are there.

    Raises
    ------
    UserError
        If that is not possible, with what to do about it.
    """
    account = account_of(place)
    with named(place):
        token = account.credential.get_token(management_scope()).token
    workspace = account.found(lambda: account.client.workspaces.get(place.workspace))
    if workspace is None:
        raise no_workspace(place)
    compute = account.found(lambda: account.client.compute.get(place.compute))
    return Checked(holder_of(token), place, str(workspace.location), compute is not None)
