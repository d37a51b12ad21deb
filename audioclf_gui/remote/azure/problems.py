"""What Azure answers when something cannot be done, in words, with what to do about it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place

_EXPIRED = re.compile(r"expired|AADSTS(700082|50173|70043|500133|700084)", re.IGNORECASE)
_ABOUT = (
    (
        re.compile(r"quota", re.IGNORECASE),
        Text("the quota of the subscription does not allow it"),
        Text("Ask for more cores of this size in the Azure portal, or give a smaller --size or --max-nodes."),
    ),
    (
        re.compile(r"SubscriptionNotFound|InvalidSubscription", re.IGNORECASE),
        Text("there is no such subscription for whoever is logged in"),
        Text("Look at `az account list`, and give its id as subscription."),
    ),
    (
        re.compile(r"InvalidAuthenticationTokenTenant", re.IGNORECASE),
        Text("the subscription belongs to another tenant than whoever is logged in"),
        Text("Run: az login --tenant TENANT, with the tenant of the subscription."),
    ),
    (
        re.compile(r"ResourceGroupNotFound", re.IGNORECASE),
        Text("there is no such resource group in the subscription"),
        Text("Look at `az group list`, and give its name as resource_group."),
    ),
    (
        re.compile(
            r"SkuNotAvailable|LocationNotAvailable|InvalidLocation|NotSupportedInRegion"
            r"|not (available|supported) in (the )?(location|region)"
            r"|location.*(mismatch|not available)|VmSizeNotSupported",
            re.IGNORECASE,
        ),
        Text("this region has no such computers"),
        Text("Give another --size, or a location that has them and in which the workspace may use them."),
    ),
    (
        re.compile(r"AuthorizationFailed|Forbidden|LinkedAuthorizationFailed", re.IGNORECASE),
        Text("whoever is logged in may not do that"),
        Text(
            "Ask the owner of the workspace for the role AzureML Data Scientist, or Contributor to make"
            " computers."
        ),
    ),
)


@contextmanager
def named(place: Place) -> Iterator[None]:
    """UserError with the remedy for what the SDK, the service or the network says no to."""
    errors = azure("core.exceptions")
    try:
        yield
    except errors.ClientAuthenticationError as error:
        raise not_logged_in(error) from error
    except errors.HttpResponseError as error:
        raise of_answer(place, error) from error
    except (errors.ServiceRequestError, errors.ServiceResponseError) as error:
        raise unreachable(error) from error
    except azure("ai.ml.exceptions").MlException as error:
        raise _of_sdk(place, error) from error


def not_logged_in(error: Exception) -> UserError:
    """That whoever runs this is nobody to Azure, or no longer."""
    if _EXPIRED.search(str(error)):
        return UserError(
            Text("the login to Azure has expired"),
            remedy=Text("Run: az login; then do it again: what runs there goes on meanwhile."),
        )
    return UserError(
        Text("nobody is logged in to Azure here: {reason}", reason=_first_line(error)),
        remedy=Text(
            "Run: az login; on a computer without a browser az login --use-device-code, in a script set"
            " AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET."
        ),
    )


def unreachable(error: Exception) -> UserError:
    """That the network is gone, or the way to Azure is."""
    return UserError(
        Text("Azure cannot be reached: {reason}", reason=_first_line(error)),
        remedy=Text("Check the network, and HTTPS_PROXY behind a proxy; then do it again: it goes on there."),
    )


def of_answer(place: Place, error: Any) -> UserError:
    """What an answer of the service means that says no."""
    said = f"{getattr(error.error, 'code', '')} {error.message}"
    if error.status_code == 401:
        return not_logged_in(error)
    for pattern, what, remedy in _ABOUT:
        if pattern.search(said):
            return UserError(Text("{what}: {reason}", what=what, reason=_first_line(error)), remedy=remedy)
    if error.status_code == 429:
        return UserError(
            Text("Azure is asked too often, and has not had enough of a pause yet"),
            remedy=Text("Do it again in some minutes; what is done already is not done twice."),
        )
    if error.status_code == 404 and re.search(r"workspaces?\b", said, re.IGNORECASE):
        return no_workspace(place)
    return UserError(
        Text("Azure refuses it: {reason}", reason=_first_line(error)),
        remedy=Text("Look at the workspace {name} in ml.azure.com for what is wrong.", name=place.workspace),
    )


def no_workspace(place: Place) -> UserError:
    """That a workspace is not where it is said to be."""
    return UserError(
        Text(
            "there is no workspace {name} in the resource group {group}",
            name=place.workspace,
            group=place.resource_group,
        ),
        remedy=Text("Look at `az ml workspace list`, or make it: `az ml workspace create`."),
    )


def _of_sdk(place: Place, error: Exception) -> UserError:
    return UserError(
        Text("the Azure SDK refuses it: {reason}", reason=_first_line(error)),
        remedy=Text("Look at the workspace {name} in ml.azure.com for what is wrong.", name=place.workspace),
    )


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
