"""The files of a trained model as they are on disk: whole, unchanged and of this program, or refused."""

from collections.abc import Mapping
from pathlib import Path

import safetensors
from safetensors.torch import load as tensors_from_bytes
from torch import Tensor

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle_files import digest, is_signed
from audioclf_gui.ml.model_card import FORMAT, VERSION, VERSIONS, BadCardError, ModelCard, card_from_json
from audioclf_gui.ml.needed_plugins import missing_plugin

DESCRIPTION = "bundle.json"
REMEDY = Text("Train the model again, or copy the whole folder once more from where it came.")

_MOST_DESCRIPTION_BYTES = 64 * 2**20
_CHANGED = Text("it is damaged, or was changed since the model was made")
_CHOOSE = Text("Choose the folder of a trained model; it holds bundle.json and model.safetensors.")


class BadBundleError(UserError):
    """A model folder that cannot be used."""

    def __init__(self, path: Path, reason: Text, *, remedy: Text = REMEDY) -> None:
        super().__init__(
            Text(
                "the model file {name} in {folder} cannot be used: {reason}",
                name=path.name,
                folder=path.parent,
                reason=reason,
            ),
            remedy=remedy,
        )


def read_file(path: Path) -> bytes:
    """The bytes of one of a model's files."""
    try:
        with path.open("rb") as file:
            if path.name == DESCRIPTION and path.stat().st_size > _MOST_DESCRIPTION_BYTES:
                raise BadBundleError(path, Text("it is far too large"))
            return file.read()
    except FileNotFoundError as error:
        raise BadBundleError(path, Text("it is not there"), remedy=_CHOOSE) from error
    except OSError as error:
        raise BadBundleError(path, _reason(error), remedy=_CHOOSE) from error


def described(path: Path, content: bytes) -> dict[str, object]:
    """What the description says, as it was signed."""
    try:
        description = json_value(content)
    except ValueError as error:
        raise BadBundleError(path, Text("it is not JSON")) from error
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise BadBundleError(path, Text("it does not describe a model of this program"), remedy=_CHOOSE)
    if description.get("version") not in VERSIONS:
        raise BadBundleError(
            path,
            Text(
                "it is of version {found}, and this program reads version {known:d}",
                found=repr(description.get("version")),
                known=VERSION,
            ),
            remedy=Text("Update audioclf-gui, or train the model again."),
        )
    try:
        unchanged = is_signed(description)
    except (ValueError, RecursionError) as error:  # infinite numbers, which Python reads though JSON has none
        raise BadBundleError(path, Text("it has numbers that are not finite")) from error
    if not unchanged:
        raise BadBundleError(path, _CHANGED)
    return description


def check_digest(path: Path, content: bytes, description: Mapping[str, object]) -> None:
    """Refuse a file that is not the one that was signed with the description."""
    digests = description.get("files")
    if not isinstance(digests, dict) or digests.get(path.name) != digest(content):
        raise BadBundleError(path, _CHANGED)


def tensors_in(path: Path, content: bytes) -> dict[str, Tensor]:
    """The arrays in a file."""
    try:
        return tensors_from_bytes(content)
    except (safetensors.SafetensorError, ValueError, KeyError) as error:
        raise BadBundleError(
            path, Text("it is not a whole safetensors file ({error})", error=str(error))
        ) from error


def card_of(path: Path, description: Mapping[str, object]) -> ModelCard:
    """The facts in the description, as the model was trained."""
    if (missing := missing_plugin(description)) is not None:
        raise BadBundleError(path, missing[0], remedy=missing[1])
    try:
        return card_from_json(description)
    except BadCardError as error:
        raise BadBundleError(path, error.reason, remedy=error.remedy or REMEDY) from error
    except (ValueError, TypeError, OverflowError) as error:
        raise BadBundleError(path, Text("no such network: {error}", error=str(error))) from error


def is_listed(name: str, description: Mapping[str, object]) -> bool:
    """Whether a file that not every model has belongs to this one."""
    files = description.get("files")
    return isinstance(files, dict) and name in files


def _reason(error: OSError) -> Text:
    return Text.plain(error.strerror) if error.strerror else Text("it cannot be read")
