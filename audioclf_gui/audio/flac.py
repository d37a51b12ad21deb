"""What a FLAC file says about itself, in its header and in every frame of sound; RFC 9639."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from audioclf_gui.core.text import Text

_HEAD_BYTES = 42  # the letters fLaC and the block STREAMINFO
_TAIL_BYTES = 2**18  # holds several frames at any block size
_FRAME_HEADER_BYTES = 16
_SMALL_BYTES = 2**20  # up to here all frames are looked at
_BLOCK_FRAMES = (0, 192, *(576 << n for n in range(4)), 0, 0, *(256 << n for n in range(8)))  # by code
# fmt: off
_RATES_HZ = (
    0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000, 0, 0, 0, 0,
)  # by code; 0: said elsewhere
# fmt: on
_RATE_UNITS = {12: (1, 1000), 13: (2, 1), 14: (2, 10)}  # code: bytes at the end of the header, Hz for each
_BITS = (0, 8, 12, 0, 16, 20, 24, 32)  # of a sample, by code
_PADDING, _SEEK_TABLE, _COMMENTS, _LAST_KNOWN = 1, 3, 4, 6  # kinds of metadata blocks
_LIBFLAC = "reference libFLAC "  # how the name begins under which nearly every encoder signs
_LIBFLAC_NAME = re.compile(
    _LIBFLAC + r"(\d+[.]\d+[.]\d+\w*|git-\w+) (20[0-3]\d[01]\d[0-3]\d)"
)  # with version and date
_LIBFLAC_DATES = {
    "1.2.0": "20070715",
    "1.2.1": "20070917",
    "1.3.0": "20130526",
    "1.3.1": "20141125",
    "1.3.2": "20170101",
    "1.3.3": "20190804",
    "1.3.4": "20220220",
    "1.4.0": "20220909",
    "1.4.1": "20220922",
    "1.4.2": "20221022",
    "1.4.3": "20230623",
    "1.5.0": "20250211",
}  # of its releases, https://github.com/xiph/flac/releases
_NO_SEEK_POINT = 2**64 - 1


class StreamInfo(NamedTuple):
    """The block STREAMINFO, section 8.2; 0 where it does not say."""

    least_block: int  # frames of sound in a frame of the stream
    largest_block: int
    least_bytes: int  # of a frame of the stream
    largest_bytes: int
    rate_hz: int
    channels: int
    bits: int
    frames: int
    md5: bytes  # of the samples, little-endian and interleaved; all zeros where it does not say


class FlacFrames(NamedTuple):
    """What the frames of a FLAC file themselves say; 0 where nothing could be learnt."""

    bits: int  # of a sample, in the first frame
    last: int  # how many frames (sound) there are up to the end of the last one


def stream_info(path: Path) -> StreamInfo | None:
    """What the header promises; None if this is no FLAC file."""
    with path.open("rb") as file:
        return _stream_info(file)


def flac_frames(path: Path) -> FlacFrames:
    """Look at the first and the last frame of a FLAC file.

    The last one is believed when its checksum is right and it follows another.
    """
    with path.open("rb") as file:
        info = _stream_info(file)
        first = _frame_headers(_read(file, _sound_at(file), 2**10), info.largest_block) if info else []
        if not info or not first:
            return FlacFrames(0, 0)
        size = file.seek(0, io.SEEK_END)
        tail = _frame_headers(_read(file, max(0, size - _TAIL_BYTES), _TAIL_BYTES), info.largest_block)
    known = {header.end for header in tail} | {first[0].start}
    last = max((header.end for header in tail if header.start in known), default=0)
    return FlacFrames(first[0].bits, last)


def frame_rate_hz(path: Path) -> int:
    """The sampling rate that the first frame tells; 0 if it tells none."""
    with path.open("rb") as file:
        first = _frame_header(_read(file, _sound_at(file), _FRAME_HEADER_BYTES), 0)
    return first.rate_hz if first else 0


def damaged_part(path: Path) -> Text | None:
    """Which part of the header is not as it was written, as far as that can be told; None if none is.

    None of these parts is needed for decoding. A changed letter in a title, in the version of a rare
    encoder, or in what another program put into the file cannot be told from an intended one.
    """
    with path.open("rb") as file:
        info = _stream_info(file)
        if info is None:
            return None
        for kind, block in _metadata(file):
            if kind == _PADDING and block.strip(b"\0"):
                return Text("the padding")
            if kind == _COMMENTS and not _are_comments(block):
                return Text("the titles and comments")
            if kind == _SEEK_TABLE and not _are_seek_points(block, file, info):
                return Text("the seek table")
            if kind > _LAST_KNOWN:
                return Text("a block of an unknown kind")
        return None if _sizes_fit(file, info) else Text("the sizes of the frames")


class _FrameHeader(NamedTuple):
    at: int  # byte
    start: int
    end: int
    bits: int
    rate_hz: int
    is_fixed: bool  # all but the last frame of the stream are of one size


def _stream_info(file: BinaryIO) -> StreamInfo | None:
    head = _read(file, 0, _HEAD_BYTES)
    if head[:4] != b"fLaC" or len(head) < _HEAD_BYTES:
        return None
    packed = int.from_bytes(head[18:26])
    return StreamInfo(
        int.from_bytes(head[8:10]),
        int.from_bytes(head[10:12]),
        int.from_bytes(head[12:15]),
        int.from_bytes(head[15:18]),
        packed >> 44,
        (packed >> 41 & 7) + 1,
        (packed >> 36 & 31) + 1,
        packed & (2**36 - 1),
        head[26:42],
    )


def _metadata(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Kind and content of every block before the sound."""
    at, is_last = 4, False
    while not is_last and len(header := _read(file, at, 4)) == 4:
        is_last = bool(header[0] & 0x80)
        length = int.from_bytes(header[1:])
        yield header[0] & 0x7F, _read(file, at + 4, length)
        at += 4 + length


def _sound_at(file: BinaryIO) -> int:
    return 4 + sum(4 + len(block) for _, block in _metadata(file))


def _are_comments(block: bytes) -> bool:
    """A vendor's name and a list of texts, each with its length before it, and nothing after them."""

    def text_end(at: int) -> int:
        end = at + 4 + int.from_bytes(block[at : at + 4], "little")
        block[at + 4 : end].decode("utf-8")
        return end

    try:
        at = text_end(0)
        if not _is_encoder(block[4:at].decode("utf-8")):
            return False
        count = int.from_bytes(block[at : at + 4], "little")
        at += 4
        while count and at < len(block):
            count, at = count - 1, text_end(at)
    except UnicodeDecodeError:
        return False
    return count == 0 and at == len(block)


def _is_encoder(name: str) -> bool:
    """Whether an encoder may be called so; the usual one is known well enough to tell a wrong letter."""
    alike = sum(letter == usual for letter, usual in zip(name, _LIBFLAC, strict=False))
    if alike < len(_LIBFLAC) - 2:
        return True
    known = _LIBFLAC_NAME.fullmatch(name)
    if known is None:
        return False
    version, date = known.groups()
    if version in _LIBFLAC_DATES:
        return _LIBFLAC_DATES[version] == date
    return date not in _LIBFLAC_DATES.values()


def _are_seek_points(block: bytes, file: BinaryIO, info: StreamInfo) -> bool:
    """Whether each point stands at the frame that it names."""
    size, sound_at = file.seek(0, io.SEEK_END), _sound_at(file)
    for at in range(0, len(block), 18):
        start, offset = int.from_bytes(block[at : at + 8]), int.from_bytes(block[at + 8 : at + 16])
        frames = int.from_bytes(block[at + 16 : at + 18])
        if start == _NO_SEEK_POINT:
            continue
        if sound_at + offset >= size:
            return False
        header = _frame_header(_read(file, sound_at + offset, _FRAME_HEADER_BYTES), info.largest_block)
        if header is None or (header.start, header.end) != (start, start + frames):
            return False
    return len(block) % 18 == 0


def _sizes_fit(file: BinaryIO, info: StreamInfo) -> bool:
    """Whether the frames have the sizes that the header tells; bytes are counted in small files only."""
    size, sound_at = file.seek(0, io.SEEK_END), _sound_at(file)
    headers = _frame_headers(_read(file, sound_at, _SMALL_BYTES), info.largest_block)
    if headers and headers[0].is_fixed:
        frames = headers[0].end - headers[0].start
        usual = info.largest_block if info.frames <= frames else frames  # a last frame may be smaller
        if not info.least_block == info.largest_block == usual:
            return False
    chain: list[_FrameHeader] = []
    for header in headers:
        if header.start == (chain[-1].end if chain else 0):
            chain.append(header)
    if size - sound_at > _SMALL_BYTES or not chain or chain[-1].end != info.frames:
        return True  # not to be judged by its bytes
    ends = [*(header.at for header in chain[1:]), size - sound_at]
    counts = [end - header.at for header, end in zip(chain, ends, strict=True)]
    return info.least_bytes in (0, min(counts)) and info.largest_bytes in (0, max(counts))


def _frame_headers(data: bytes, usual_frames: int) -> list[_FrameHeader]:
    candidates = (match.start() for match in re.finditer(rb"\xff[\xf8\xf9]", data))
    headers = (_frame_header(data[at : at + _FRAME_HEADER_BYTES], usual_frames, at) for at in candidates)
    return [header for header in headers if header is not None]


def _frame_header(data: bytes, usual_frames: int, at_byte: int = 0) -> _FrameHeader | None:
    """The header that `data` begins with, section 9.1; None if that is none, or its checksum is wrong."""
    if len(data) < _FRAME_HEADER_BYTES or data[0] != 0xFF or data[1] not in (0xF8, 0xF9):
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
    count, unit_hz = _RATE_UNITS.get(rate_code, (0, 0))
    rate_hz = int.from_bytes(data[at : at + count]) * unit_hz if count else _RATES_HZ[rate_code]
    at += count
    if _crc8(data[:at]) != data[at]:
        return None
    is_fixed = not data[1] & 1
    start = number * usual_frames if is_fixed else number
    return _FrameHeader(at_byte, start, start + frames, _BITS[(data[3] >> 1) & 7], rate_hz, is_fixed)


def _crc8_of(byte: int) -> int:
    for _ in range(8):
        byte = byte << 1 ^ 0x107 if byte & 0x80 else byte << 1
    return byte


_CRC8 = tuple(map(_crc8_of, range(256)))


def _crc8(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc = _CRC8[crc ^ byte]
    return crc


def _read(file: BinaryIO, start: int, count: int) -> bytes:
    file.seek(start)
    return file.read(count)
