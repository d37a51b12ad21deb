"""JSON of files that anybody may have written."""

import json
from typing import Any


def json_value(text: str | bytes) -> Any:
    """The value that a JSON text is.

    Raises
    ------
    ValueError
        If it is none, or its values lie in each other deeper than can be read.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("its values lie too deep in each other") from error
