"""What the first and last bytes of a sound file tell beyond what libsndfile makes of them."""

import re
from pathlib import Path

from audioclf_gui.audio.flac import flac_frames, stream_info
from audioclf_gui.core.text import Text

_HEAD_BYTES = 2**16

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

# what libsndfile notes about headers
_SOUND_BYTES = re.compile(r"^\s*(?:data|SSND|BODY|Data Size)\s*: (\d+) \(should be (\d+)\)", re.MULTILINE)
_FILE_BYTES = re.compile(r"^\s*(?:riff|Riff size) : (\d+) \(should be (\d+)\)", re.MULTILINE)  # not RIFF
_BYTES_A_SECOND = re.compile(r"^\s*Bytes/sec\s*: \d+ \(should be", re.MULTILINE)
_FRAME_SIZE = re.compile(
    r"=> WAVE_FORMAT_(?:PCM|IEEE_FLOAT|EXTENSIBLE)\s+Channels\s*: (\d+)\s+Sample Rate\s*: \d+"
    r"\s+Block Align\s*: (\d+)\s+Bit Width\s*: (\d+)$",
    re.MULTILINE,
)


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
        info = stream_info(path)
        if info is not None and found.bits not in (0, info.bits):
            return Text(
                "The header promises {promised}-bit samples, but they have {found} bits.",
                promised=info.bits,
                found=found.bits,
            )
    if subtype == "VORBIS" and _has_bad_comments(_read(path, 0, _HEAD_BYTES)):
        return Text("The titles and comments in it are damaged.")
    return _odd_sizes(log)


def _odd_sizes(log: str) -> Text | None:
    """What libsndfile found to be of another length than the header says, and reads all the same."""
    if held := _SOUND_BYTES.search(log):
        return Text(
            "The header promises {promised} bytes of sound, but there are {found}.",
            promised=int(held[1]),
            found=int(held[2]),
        )
    if held := _FILE_BYTES.search(log):
        return Text(
            "The header promises a file of {promised} bytes, but there are {found}.",
            promised=int(held[1]),
            found=int(held[2]),
        )
    sizes = _FRAME_SIZE.search(log)
    is_odd = sizes is not None and int(sizes[2]) != int(sizes[1]) * ((int(sizes[3]) + 7) // 8)
    if is_odd or _BYTES_A_SECOND.search(log):
        return Text("The header contradicts itself about the size of a frame.")
    return None


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
