"""Examples as `tf.train.Example` in TFRecord files, ours and those that others have made."""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards.example import ShardExample
from audioclf_gui.formats.shards.tf_example import Values, decoded, encoded
from audioclf_gui.formats.shards.tfrecord import framed, records

_MAGIC = ((b"RIFF", "wav"), (b"RF64", "wav"), (b"fLaC", "flac"), (b"OggS", "ogg"), (b"ID3", "mp3"))
_SOUND = ("audio", "sound", "audio/encoded", "encoded", "wav", "raw", "samples", "waveform", "x")
_RATE = ("sample_rate", "rate", "sr", "rate_hz", "sampling_rate", "audio/sample_rate", "fs")
_CLASS = ("class", "label", "classes", "labels", "y", "target", "audio/label")
_GROUP = ("group", "speaker", "speaker_id")
_FOLD = ("fold", "split", "subset")
_FACTS = "json"


def tf_bytes(example: ShardExample, words: Mapping[str, Sequence[str]], rate_hz: int) -> bytes:
    """An example as a record, framed.

    Parameters
    ----------
    words
        Names for those who read it elsewhere, such as `class`: what is said of it in texts.
    rate_hz
        Of the sound, for the same readers.
    """
    features: dict[str, Values] = {name: [one.encode() for one in values] for name, values in words.items()}
    features |= {
        "audio": [example.sound],
        "format": [example.suffix.encode()],
        "key": [example.key.encode()],
        "sample_rate": [rate_hz],
        _FACTS: [example.facts],
    }
    return framed(encoded(features))


def tf_examples(file: Path) -> Iterator[ShardExample]:
    """The examples of a TFRecord file, in order, read once from front to end.

    A record of another program counts if it holds a sound file, or samples as 32-bit floats with a rate.

    Raises
    ------
    UserError
        If the file is damaged, or a record holds neither.
    """
    for number, record in enumerate(records(file), start=1):
        try:
            features = decoded(record)
        except (ValueError, struct.error) as error:
            raise _no_sound(file, number, ()) from error
        yield _example(file, number, features)


def _example(file: Path, number: int, features: Mapping[str, Values]) -> ShardExample:
    suffix, sound = _sound(features)
    if not sound:
        raise _no_sound(file, number, tuple(features))
    facts = _first_bytes(features, (_FACTS,))
    key = _first_bytes(features, ("key",)).decode(errors="replace") if facts else ""
    is_name = bool(key) and file_name(key) == key and "." not in key
    return ShardExample(key if is_name else f"{number:06d}", suffix, sound, facts or _facts(features))


def _sound(features: Mapping[str, Values]) -> tuple[str, bytes]:
    """Ending and bytes of the sound file that a record holds or that its samples make."""
    values = _called(features, _SOUND)
    if values and isinstance(values[0], bytes):
        for magic, suffix in _MAGIC:
            if values[0].startswith(magic):
                return suffix, values[0]
    rate = _called(features, _RATE)
    if not values or not rate or not isinstance(rate[0], int) or not 0 < rate[0] < 2**31:
        return "", b""
    if isinstance(values[0], bytes):
        return ("wav", float_wav(values[0], rate[0])) if len(values[0]) % 4 == 0 else ("", b"")
    if isinstance(values[0], float):
        return "wav", float_wav(struct.pack(f"<{len(values)}f", *values), rate[0])
    return "", b""


def float_wav(samples: bytes, rate_hz: int) -> bytes:
    """Samples of one channel, 32-bit floats with the lowest byte first, as a WAV file."""
    form = struct.pack("<HHIIHHH", 3, 1, rate_hz, 4 * rate_hz, 4, 32, 0)
    chunks = (
        (b"fmt ", form),
        (b"fact", struct.pack("<I", len(samples) // 4)),
        (b"data", samples),
    )
    body = b"WAVE" + b"".join(name + struct.pack("<I", len(chunk)) + chunk for name, chunk in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _facts(features: Mapping[str, Values]) -> bytes:
    found = {
        "classes": _words(_called(features, _CLASS)),
        "group": "".join(_words(_called(features, _GROUP))[:1]),
        "fold": "".join(_words(_called(features, _FOLD))[:1]),
    }
    return json.dumps({name: value for name, value in found.items() if value}, ensure_ascii=False).encode()


def _words(values: Values) -> list[str]:
    return [one.decode(errors="replace") if isinstance(one, bytes) else str(one) for one in values]


def _first_bytes(features: Mapping[str, Values], names: Sequence[str]) -> bytes:
    values = _called(features, names)
    return values[0] if values and isinstance(values[0], bytes) else b""


def _called(features: Mapping[str, Values], names: Sequence[str]) -> Values:
    """The values of the first feature that is there by one of these names, however spelled."""
    known = {twin_key(name): values for name, values in features.items()}
    return next((known[twin_key(name)] for name in names if twin_key(name) in known), [])


def _no_sound(file: Path, number: int, names: Sequence[str]) -> UserError:
    return UserError(
        Text(
            "record {number:d} of {name} holds no sound that is known here; it has: {features}",
            number=number,
            name=file.name,
            features=", ".join(sorted(names)) or "?",
        ),
        remedy=Text(
            "Write it with the sound file as bytes in a feature “audio”, or samples as 32-bit floats in"
            " “samples” and their rate as an integer in “sample_rate”."
        ),
    )
