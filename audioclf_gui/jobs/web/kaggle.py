"""Data sets of Kaggle, which asks who fetches them."""

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text

_HOSTS = frozenset(("www.kaggle.com", "kaggle.com"))
_PAGE = re.compile(r"/(?:datasets/|api/v1/datasets/download/)?([\w.-]+)/([\w.-]+)/?(?:data)?")
_REMEDY = Text(
    "Make a token in the settings of your account there and put kaggle.json into the folder .kaggle of your"
    " home folder, or set KAGGLE_USERNAME and KAGGLE_KEY."
)


def is_of_kaggle(address: str) -> bool:
    """Whether an address is one of Kaggle's."""
    return urlsplit(address).hostname in _HOSTS


def download_of(address: str) -> tuple[str, str]:
    """From the address of a data set's page: where the data set itself lies, and what to call the file.

    Raises
    ------
    UserError
        If it is no such page.
    """
    found = _PAGE.fullmatch(urlsplit(address).path)
    if found is None:
        raise UserError(
            Text("{address} is not the page of a data set of Kaggle", address=address.partition("?")[0]),
            remedy=Text("Give the one that looks like https://www.kaggle.com/datasets/owner/name."),
        )
    owner, name = found.groups()
    return f"https://www.kaggle.com/api/v1/datasets/download/{owner}/{name}", f"{name}.zip"


def authorization(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    """The header that says who asks, from Kaggle's own file or the environment; it is kept nowhere.

    Raises
    ------
    UserError
        If neither tells.
    """
    name, key = environment.get("KAGGLE_USERNAME", ""), environment.get("KAGGLE_KEY", "")
    if not (name and key):
        folder = Path(environment.get("KAGGLE_CONFIG_DIR", "") or home / ".kaggle")
        name, key = _kept(folder / "kaggle.json")
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{key}".encode()).decode()}


def _kept(file: Path) -> tuple[str, str]:
    try:
        kept = json_value(file.read_text("utf-8"))
        return str(kept["username"]), str(kept["key"])
    except FileNotFoundError as error:
        raise UserError(Text("Kaggle asks who you are, and nothing here says so"), remedy=_REMEDY) from error
    except (OSError, ValueError, LookupError, TypeError):  # what it holds is shown to nobody
        raise UserError(Text("{file} holds no name and key", file=file), remedy=_REMEDY) from None
