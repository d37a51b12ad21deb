"""What a token of Azure is for, and what it says about its holder."""

import base64

from audioclf_gui.core.json_value import json_value
from audioclf_gui.remote.azure.packages import azure


def management_scope() -> str:
    """What a token has to be for, in the cloud that the SDK is set to: China's and others have their own."""
    scopes = azure("ai.ml._azure_environments")._get_cloud_information_from_metadata()  # noqa: SLF001 - not public
    return str(scopes["credential_scopes"][0])


def holder_of(token: str) -> str:
    """Who a token is for; empty if it does not say. It is not checked: that is the service's business."""
    try:
        middle = token.split(".")[1]
        claims = json_value(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    except (IndexError, ValueError):
        return ""
    names = ("upn", "unique_name", "preferred_username", "appid", "oid")
    return next((str(claims[name]) for name in names if claims.get(name)), "")
