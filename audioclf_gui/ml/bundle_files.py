"""A folder of files that is there as a whole or not at all, and tells when a file was changed."""

import glob
import json
import os
import secrets
import shutil
from collections.abc import Collection, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

_SIGNATURE = "digest"


def digest(content: bytes) -> str:
    """Hash of a file's bytes: 32 hexadecimal digits (BLAKE2b)."""
    return blake2b(content, digest_size=16).hexdigest()


def signed(document: Mapping[str, object]) -> bytes:
    """A JSON document that carries the hash of its own content, so that no damage goes unseen."""
    return json_bytes({**document, _SIGNATURE: digest(json_bytes(document))})


def is_signed(document: Mapping[str, object]) -> bool:
    """Whether nothing in `document` differs from what `signed` was given."""
    content = {name: value for name, value in document.items() if name != _SIGNATURE}
    return document.get(_SIGNATURE) == digest(json_bytes(content))


def json_bytes(value: object) -> bytes:
    """UTF-8 JSON, readable, always the same for the same value."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=1, sort_keys=True).encode()


def current_folder(folder: Path) -> Path:
    """Where the newest whole version of `folder` is.

    That is `folder` itself, unless a replacement was cut off between its two renames.
    """
    previous = _previous(folder)
    return previous if previous.is_dir() and not folder.exists() else folder


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold `files`; at any moment the old or the new version is there, whole.

    Files of other names that are in the folder stay in it.

    Raises
    ------
    UserError
        If `folder` is something else: a file, or a folder with none of these files in it.
    """
    _refuse_foreign(folder, files)
    folder.parent.mkdir(parents=True, exist_ok=True)
    for abandoned in folder.parent.glob(f".{glob.escape(folder.name)}.{'[0-9a-f]' * 8}.part"):
        shutil.rmtree(abandoned, ignore_errors=True)  # a process was killed while it wrote there
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    part.mkdir()
    with on_failure(partial(shutil.rmtree, part, ignore_errors=True)):
        for name, content in files.items():
            _write(part / name, content)
        _flush_folder(part)
        _exchange(part, folder, files)


def _exchange(part: Path, folder: Path, own: Collection[str]) -> None:
    previous = _previous(folder)
    if folder.exists():
        _retire(previous, folder, own)
        folder.rename(previous)
    with on_failure(lambda: previous.rename(folder) if previous.exists() else None):
        part.rename(folder)
    _flush_folder(folder.parent)
    _retire(previous, folder, own)


def _retire(previous: Path, folder: Path, own: Collection[str]) -> None:
    """Delete an outlived version; what others put into it moves on to `folder`."""
    if not previous.exists():
        return
    for path in previous.iterdir():
        if path.name in own or (folder / path.name).exists():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        else:
            path.rename(folder / path.name)
    previous.rmdir()


def _refuse_foreign(folder: Path, own: Collection[str]) -> None:
    is_ours = folder.is_dir() and (any((folder / name).exists() for name in own) or not any(folder.iterdir()))
    if folder.exists() and not is_ours:
        raise UserError(
            Text("{folder} exists already and is not a model, so it is not replaced", folder=folder),
            remedy=Text("Choose another name for the model, or move what is there."),
        )


def _previous(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.previous")


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring the folder's list of names to the disk, where the system can (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
