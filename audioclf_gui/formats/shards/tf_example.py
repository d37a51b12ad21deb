"""`tf.train.Example`, the protocol buffer that TFRecord files of examples hold: named lists of values."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Values: TypeAlias = Sequence[bytes] | Sequence[int] | Sequence[float]
"""All of one kind; integers of 64 bits, floats of 32."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5  # wire types
_OF_BYTES, _OF_FLOATS, _OF_INTEGERS = 1, 2, 3  # fields of a `Feature`
_LONGEST_VARINT = 10


def encoded(features: Mapping[str, Values]) -> bytes:
    """The message, with its features in the order of their names."""
    entries = b"".join(
        _field(1, _field(1, name.encode()) + _field(2, _feature(values)))
        for name, values in sorted(features.items())
    )
    return _field(1, entries)


def decoded(message: bytes) -> dict[str, Values]:
    """The features of a message; those without a value are empty.

    Raises
    ------
    ValueError
        If it is no such message, or cut.
    """
    found: dict[str, Values] = {}
    for features in _submessages(message, 1):
        for entry in _submessages(features, 1):
            name = b"".join(_submessages(entry, 1)).decode()
            found[name] = _values(b"".join(_submessages(entry, 2)))
    return found


def _feature(values: Values) -> bytes:
    if all(isinstance(value, bytes) for value in values):
        return _field(_OF_BYTES, b"".join(_field(1, value) for value in values if isinstance(value, bytes)))
    if all(isinstance(value, int) for value in values):
        packed = b"".join(_varint(int(value) & (2**64 - 1)) for value in values)
        return _field(_OF_INTEGERS, _field(1, packed))
    return _field(_OF_FLOATS, _field(1, struct.pack(f"<{len(values)}f", *values)))


def _values(feature: bytes) -> Values:
    for kind, wire, value in _fields(feature):
        if wire != _BYTES or not isinstance(value, bytes):
            raise ValueError("a feature is no list")
        if kind == _OF_BYTES:
            return list(_submessages(value, 1))
        if kind == _OF_FLOATS:
            return _floats(value)
        if kind == _OF_INTEGERS:
            return _integers(value)
    return []


def _floats(message: bytes) -> list[float]:
    """Those of a list, which may be packed or not."""
    found: list[float] = []
    for number, _wire, value in _fields(message):
        if number == 1 and isinstance(value, bytes):
            if len(value) % 4:
                raise ValueError("a list of floats is cut")
            found += struct.unpack(f"<{len(value) // 4}f", value)
    return found


def _integers(message: bytes) -> list[int]:
    """Those of a list, which may be packed or not; negative ones are written as their complement."""
    found: list[int] = []
    for number, _wire, value in _fields(message):
        if number != 1:
            continue
        if isinstance(value, int):
            found.append(value)
            continue
        at = 0
        while at < len(value):
            integer, at = _read_varint(value, at)
            found.append(integer)
    return [value - 2**64 if value >= 2**63 else value for value in found]


def _submessages(message: bytes, wanted: int) -> Iterator[bytes]:
    for number, _wire, value in _fields(message):
        if number == wanted:
            if not isinstance(value, bytes):
                raise ValueError("a field is no message")
            yield value


def _fields(message: bytes) -> Iterator[tuple[int, int, bytes | int]]:
    """Number, wire type and value of each field."""
    at = 0
    while at < len(message):
        key, at = _read_varint(message, at)
        wire = key & 7
        if wire == _VARINT:
            value, at = _read_varint(message, at)
            yield key >> 3, wire, value
            continue
        if wire == _BYTES:
            size, at = _read_varint(message, at)
        elif wire in {_FIXED32, _FIXED64}:
            size = 4 if wire == _FIXED32 else 8
        else:
            raise ValueError(f"no field is of wire type {wire}")
        if at + size > len(message):
            raise ValueError("a field is cut")
        yield key >> 3, wire, message[at : at + size]
        at += size


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    """The number, and where it ends."""
    value = 0
    for place, byte in enumerate(message[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value & (2**64 - 1), at + place + 1
    raise ValueError("a number is cut or too long")
