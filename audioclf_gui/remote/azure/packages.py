"""The packages of the extra `azure`, each imported where it is first needed."""

import logging
import os
from importlib import import_module
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.installation import adding
from audioclf_gui.core.text import Text

_FOLDED = "azure."


def azure(name: str) -> Any:
    """A module of the SDK, `ai.ml` for one; UserError where it is not installed."""
    os.environ.setdefault("AZURE_CORE_COLLECT_TELEMETRY", "0")
    logging.getLogger("azure").setLevel(logging.ERROR)  # it warns of each of its classes that is young
    try:
        return import_module(_FOLDED + name)
    except ImportError as error:
        raise UserError(
            Text("Azure ML needs the package azure-ai-ml, which is not installed"),
            remedy=adding("azure"),
        ) from error


def schema_error() -> type[Exception]:
    """What the SDK raises where a file does not fit its schema."""
    azure("ai.ml")
    found: type[Exception] = import_module("marshmallow").ValidationError
    return found
