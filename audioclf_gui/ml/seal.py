"""Files that name their own hash, so that whoever has nothing else sees that a byte was changed."""

import hashlib

KEY = "audioclf_sha256"
"""Under which name such a file tells its hash."""

OPEN = "0" * 64
"""What stands in the hash's place while it is computed."""


def sealed(content: bytes) -> bytes:
    """The file whose hash stands where `OPEN` is in `content`, which has to be in one place."""
    place = OPEN.encode()
    if content.count(place) != 1:
        raise ValueError("a file has one place for its hash")
    return content.replace(place, hashlib.sha256(content).hexdigest().encode())


def is_whole(content: bytes, seal: str) -> bool:
    """Whether nothing in a file differs from what was sealed with this hash."""
    if len(seal) != len(OPEN):
        return False
    return hashlib.sha256(content.replace(seal.encode(), OPEN.encode())).hexdigest() == seal
