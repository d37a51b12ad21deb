"""Telling files apart by what they hold, and writing them so that nothing is ever half there."""

import hashlib
import os
import secrets
from pathlib import Path

_WHOLE_BYTES = 64 * 2**20
_SAMPLE_BYTES = 256 * 2**10
_SAMPLES = 64


def content_hash(path: Path) -> str:
    """Hash of a file's bytes, by which moved audio is found again and caches are keyed.

    Files above 64 MiB are sampled at 64 evenly spaced places (first and last included) together
    with their size, so that a day-long recording is identified in milliseconds.

    Returns
    -------
    str
        32 hexadecimal digits (BLAKE2b).
    """
    digest = hashlib.blake2b(digest_size=16)
    size = path.stat().st_size
    digest.update(size.to_bytes(8, "little"))
    with path.open("rb") as file:
        if size <= _WHOLE_BYTES:
            while block := file.read(2**20):
                digest.update(block)
        else:
            for index in range(_SAMPLES):
                file.seek((size - _SAMPLE_BYTES) * index // (_SAMPLES - 1))
                digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; at any moment the old or the new file is there, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{secrets.token_hex(8)}.part")  # short: names have limits in bytes
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
