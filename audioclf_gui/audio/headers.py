"""What the first and last bytes of a sound file tell beyond what libsndfile makes of them."""

import re
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.text import Text

_HEAD_BYTES = 2**16
_STREAMINFO_BYTES = 42  # of a FLAC file, its first four letters included
_BLOCK_FRAMES = (0, 192, *(576 << n for n in range(4)), 0, 0, *(256 << n for n in range(8)))  # by code
_BITS = (0, 8, 12, 0, 16, 20, 24, 32)  # of a sample, by the code in a frame of FLAC; 0: not said

_MAGIC: tuple[tuple[int, bytes, Text | str], ...] = (
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "WMA"),
    (0, b"\x1a\x45\xdf\xa3", Text("WebM or Matroska")),
    (0, b"MAC ", "Monkey's Audio"),
    (0, b"wvpk", "WavPack"),
    (0, b"DSD ", "DSD"),
    (0, b"FRM8", "DSD"),
    (0, b"WAAC", "Wildlife Acoustics WAC"),
    (0, b"MPCK", "Musepack"),
    (0, b"MP+", "Musepack"),
    (0, b"TTA", "True Audio"),
    (0, b"OFR ", "OptimFROG"),
    (0, b"tBaK", "TAK"),
    (0, b"#!AMR", "AMR"),
    (28, b"Speex   ", "Speex"),
    (28, b"\x7fFLAC", Text("This form of FLAC in Ogg")),
    (0, b"\xff\xf1", "AAC"),
    (0, b"\xff\xf9", "AAC"),
)

_BY_SUFFIX: dict[str, Text | str] = {
    ".aac": "AAC",
    ".m4a": Text("AAC or ALAC"),
    ".wma": "WMA",
    ".ape": "Monkey's Audio",
    ".wv": "WavPack",
    ".dsf": "DSD",
    ".dff": "DSD",
    ".spx": "Speex",
    ".wac": "Wildlife Acoustics WAC",
    ".webm": Text("WebM or Matroska"),
    ".mka": Text("WebM or Matroska"),
    ".mpc": "Musepack",
    ".tta": "True Audio",
    ".amr": "AMR",
    ".ra": "RealAudio",
}

_SPOKEN = (
    ("Format not recognised", Text("it does not begin like any kind of audio file")),
    ("not a regular file", Text("no sound was found in it")),
    ("No 'data' chunk", Text("it breaks off before its sound begins")),
    ("unimplemented format", Text("its header describes samples of a kind that cannot be decoded")),
    ("SF_INFO struct incomplete", Text("its header gives no usable sampling rate or number of channels")),
    ("Unspecified internal error", Text("its header contradicts itself")),
    ("Malformed", Text("its header is malformed")),
    ("psf_fseek() failed", Text("its sound breaks off")),
)


class FlacFrames(NamedTuple):
    """What the frames of a FLAC file themselves say; 0 where nothing could be learnt."""

    bits: int  # of a sample, in the first frame
    last: int  # how many frames (sound) there are up to the end of the last one


def spoken_error(error: str) -> Text:
    """What libsndfile said, in the words of a user."""
    for part, words in _SPOKEN:
        if part in error:
            return words
    return Text.plain(error.removeprefix("Error : ").removeprefix("Error in ").strip().rstrip("."))


def other_codec(path: Path) -> Text | str:
    """The codec of a file that libsndfile cannot read, by its first bytes or else its name; "" if unknown."""
    head = _read(path, 0, _HEAD_BYTES)
    if head[4:8] == b"ftyp":
        return "ALAC" if b"alac" in head[8:] else "AAC" if b"mp4a" in head[8:] else Text("AAC or ALAC in MP4")
    for offset, magic, codec in _MAGIC:
        if head.startswith(magic, offset):
            return codec
    if head[:4] == b"FORM" and head[8:12] == b"AIFC" and (at := head.find(b"COMM")) > 0:
        return Text("The AIFF codec “{name}”", name=head[at + 26 : at + 30].decode("latin-1"))
    return _BY_SUFFIX.get(path.suffix.lower(), "") if head.strip(b"\0") else ""


def hidden_sound(path: Path) -> int:
    """How many bytes follow a WAV data chunk that claims to be empty; recorders that lose power do this."""
    head = _read(path, 0, _HEAD_BYTES)
    at = head.find(b"data\0\0\0\0")
    if head[:4] not in (b"RIFF", b"RF64") or at < 0:
        return 0
    follows = head[at + 8 : at + 12]
    if re.fullmatch(rb"[A-Za-z0-9 _]{4}", follows):
        return 0  # another chunk: the file is truly without sound
    return max(0, path.stat().st_size - at - 8)


def contradiction(path: Path, format_name: str, subtype: str, frames: int, log: str) -> Text | None:
    """How a file that has the promised number of frames is strange otherwise; None if it is not.

    Parameters
    ----------
    log
        What libsndfile noted about the header.
    """
    if format_name == "FLAC":
        found = flac_frames(path)
        if found.last > frames:
            return Text(
                "The header promises {promised} frames and those were read, but there are {found}.",
                promised=frames,
                found=found.last,
            )
        if found.bits and (said := _streaminfo_bits(path)) != found.bits:
            return Text(
                "The header promises {promised}-bit samples, but they have {found} bits.",
                promised=said,
                found=found.bits,
            )
    if subtype == "VORBIS" and _has_bad_comments(_read(path, 0, _HEAD_BYTES)):
        return Text("The titles and comments in it are damaged.")
    if held := re.search(r"^data : (\d+) \(should be (\d+)\)", log, re.MULTILINE):
        return Text(
            "The header promises {promised} bytes of sound, but there are {found}.",
            promised=int(held[1]),
            found=int(held[2]),
        )
    if re.search(r"^\s*Bytes/sec\s*: \d+ \(should be", log, re.MULTILINE):
        return Text("The header contradicts itself about the size of a frame.")
    return None


def flac_frames(path: Path) -> FlacFrames:
    """Look at the first and the last frame of a FLAC file.

    Notes
    -----
    Frame header as in RFC 9639, section 9.1. The last one is looked for in the last 256 KiB, which hold
    several frames at any block size, and is believed when its checksum is right and it follows another.
    """
    head = _read(path, 0, _STREAMINFO_BYTES)
    if head[:4] != b"fLaC" or len(head) < _STREAMINFO_BYTES:
        return FlacFrames(0, 0)
    usual_frames = int.from_bytes(head[10:12])  # the largest; in a stream of fixed size all but the last
    first = _frame_headers(_read(path, _flac_sound_at(path), 2**10), usual_frames)[:1]
    tail = _frame_headers(_read(path, max(0, path.stat().st_size - 2**18), 2**18), usual_frames)
    ends = {header.end for header in tail}
    chained = [header.end for header in tail if header.start in ends or header in first]
    return FlacFrames(first[0].bits, max(chained, default=0)) if first else FlacFrames(0, 0)


class _FrameHeader(NamedTuple):
    start: int
    end: int
    bits: int


def _frame_headers(data: bytes, usual_frames: int) -> list[_FrameHeader]:
    candidates = (match.start() for match in re.finditer(rb"\xff[\xf8\xf9]", data))
    headers = (_frame_header(data[at : at + 16], usual_frames) for at in candidates)
    return [header for header in headers if header is not None]


def _frame_header(data: bytes, usual_frames: int) -> _FrameHeader | None:
    if len(data) < 16:
        return None
    size_code, rate_code = data[2] >> 4, data[2] & 15
    ones = 8 - (data[4] ^ 0xFF).bit_length()  # the number is coded as UTF-8 codes characters
    if not size_code or ones in (1, 8):
        return None
    number = data[4] & (0x7F >> ones)
    at = 5
    for byte in data[5 : 4 + ones]:
        number = number << 6 | byte & 0x3F
        at += 1
    if size_code in (6, 7):
        frames = int.from_bytes(data[at : at + size_code - 5]) + 1
        at += size_code - 5
    else:
        frames = _BLOCK_FRAMES[size_code]
    at += {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    if _crc8(data[:at]) != data[at]:
        return None
    start = number if data[1] & 1 else number * usual_frames
    return _FrameHeader(start, start + frames, _BITS[(data[3] >> 1) & 7])


def _crc8(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc << 1 ^ 0x107 if crc & 0x80 else crc << 1
    return crc


def _flac_sound_at(path: Path) -> int:
    """Where the metadata blocks of a FLAC file end."""
    at, last = 4, False
    while not last and len(header := _read(path, at, 4)) == 4:
        last = bool(header[0] & 0x80)
        at += 4 + int.from_bytes(header[1:])
    return at


def _streaminfo_bits(path: Path) -> int:
    return (int.from_bytes(_read(path, 20, 2)) >> 4 & 31) + 1


def _has_bad_comments(head: bytes) -> bool:
    """Whether the first comment of a Vorbis stream is not NAME=value."""
    at = head.find(b"\x03vorbis") + 7
    if at < 7:
        return False
    at += 4 + int.from_bytes(head[at : at + 4], "little")  # past the encoder's name
    comments = int.from_bytes(head[at : at + 4], "little")
    length = int.from_bytes(head[at + 4 : at + 8], "little")
    return comments > 0 and at + 8 < len(head) and b"=" not in head[at + 8 : at + 8 + length]


def _read(path: Path, start: int, count: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(count)
