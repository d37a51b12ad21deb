"""CRC-32C (Castagnoli), by which TFRecord files are checked; fast enough without a compiled part."""

from functools import cache

import numpy as np
import numpy.typing as npt

_POLYNOMIAL = 0x82F63B78  # reflected
_BLOCK = 1024  # bytes that one step takes: the tables of a longer one leave the processor's cache
_PIECE = 256 * _BLOCK  # so much is in memory eight times over
_ALL = 0xFFFFFFFF
_MASK = 0xA282EAD8


def crc32c(data: bytes | memoryview) -> int:
    """The checksum of some bytes, as RFC 3720 (section 12.1) has it.

    Notes
    -----
    It is linear: the register after a block is the exclusive or of what each of its bytes, alone among
    zeros, would leave there, and the register before it counts like four bytes at its front. So all
    blocks are summed at once from tables of (place in the block, byte).

    Examples
    --------
    >>> hex(crc32c(b"123456789"))
    '0xe3069283'
    """
    last, head = _last(), len(data) % _BLOCK
    register, rest = _ALL, memoryview(data)
    for byte in rest[:head]:
        register = (register >> 8) ^ last[(register ^ byte) & 0xFF]
    first, second, third, fourth = _front() if len(data) >= _BLOCK else ([], [], [], [])
    for start in range(head, len(data), _PIECE):
        for block in _sums(rest[start : start + _PIECE]):
            register = (
                block
                ^ first[register & 0xFF]
                ^ second[register >> 8 & 0xFF]
                ^ third[register >> 16 & 0xFF]
                ^ fourth[register >> 24]
            )
    return register ^ _ALL


def masked_crc32c(data: bytes | memoryview) -> int:
    """The checksum as TFRecord files hold it: turned by 15 bits and moved, so that it is none of itself."""
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + _MASK) & _ALL


def _sums(blocks: memoryview) -> list[int]:
    """What each block of whole ones leaves in an empty register."""
    rows = np.frombuffer(blocks, np.uint8).reshape(-1, _BLOCK)
    places = rows + np.arange(_BLOCK, dtype=np.intp) * 256
    left = _tables().reshape(-1).take(places, mode="clip")  # no place is out of range, so none is checked
    found: list[int] = np.bitwise_xor.reduce(left, axis=1).tolist()
    return found


@cache
def _front() -> list[list[int]]:
    """The tables of the first four places of a block."""
    rows: list[list[int]] = _tables()[:4].tolist()
    return rows


@cache
def _last() -> list[int]:
    """The table of the last place: that of a byte by itself."""
    row: list[int] = _tables()[-1].tolist()
    return row


@cache
def _tables() -> npt.NDArray[np.uint32]:
    """For each place in a block and each byte there, what it leaves in the register at the block's end."""
    last: npt.NDArray[np.uint32] = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        last = np.where(last & 1, (last >> 1) ^ _POLYNOMIAL, last >> 1).astype(np.uint32)
    tables = np.empty((_BLOCK, 256), np.uint32)
    tables[-1] = last
    for place in range(_BLOCK - 2, -1, -1):
        tables[place] = (tables[place + 1] >> 8) ^ last[tables[place + 1] & 0xFF]
    return tables
