"""Whether all of a file can be decoded: what an import looks at before it takes a file."""

import hashlib
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.decoder import Decoder
from audioclf_gui.audio.files import SHORT_SAMPLES, probe
from audioclf_gui.audio.flac import damaged_part, frame_rate_hz, stream_info
from audioclf_gui.audio.mpeg import mpeg_damage
from audioclf_gui.audio.ogg import ogg_damage
from audioclf_gui.core.clip import AudioFacts
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text, listed

WHOLE_FLAC_SAMPLES = 2**27  # of all channels together; about a second of work
_PLACES = 64  # at which longer compressed files are decoded
_PLACE_FRAMES = 2**13  # two frames of the usual FLAC
_REPAIR = Text("Decode it anew from its source (`flac -d -F` saves what is left), or leave it out.")


class Extent(StrEnum):
    """How much of a file is decoded when it is imported."""

    WHOLE = "whole"  # every sample
    SAMPLED = "sampled"  # 64 places, evenly spaced, and the end
    END = "end"  # bare samples cannot be damaged so that it shows; the last one is there


def extent(audio: AudioFacts) -> Extent:
    """How much of such a file `examine` decodes."""
    samples = audio.frames * audio.channels
    if audio.encoding.startswith("FLAC"):
        return Extent.WHOLE if samples <= WHOLE_FLAC_SAMPLES else Extent.SAMPLED
    if audio.encoding.startswith(("MP3", "OGG")):
        return Extent.WHOLE if samples <= SHORT_SAMPLES else Extent.SAMPLED
    return Extent.END


def examine(path: Path) -> AudioFacts:
    """As `probe`, and decode as much as `extent` says.

    Raises
    ------
    UnreadableAudioError
        Also if the sound is damaged in its middle; the reason tells where.

    Notes
    -----
    FLAC has a checksum of every frame and the MD5 of all samples in its header (RFC 9639, sections 9.3 and
    8.2); as for `flac --test`, a file that contradicts one of them is damaged, unless a wrong length or bit
    depth in its header, which the warning names, explains it. Ogg has a checksum and a number of every page
    (RFC 3533, section 6); its decoders leave damaged ones out, which the warning tells. MP3 has
    no checksums, but the header of each frame tells where the next one is: what is no frame is told as well.
    Other damage of MP3 shows only where the decoder stumbles over it.
    """
    facts = probe(path)
    is_flac = facts.encoding.startswith("FLAC")
    if is_flac:
        _check_rate(path, facts)
    match extent(facts):
        case Extent.WHOLE if is_flac:
            _check_samples(path, facts)
        case Extent.SAMPLED:
            _check_places(path, facts)
    if facts.encoding.startswith("OGG") and facts.frames and (damage := ogg_damage(path)):
        return replace(facts, warning=damage)
    if facts.encoding.startswith("MP3") and (damage := mpeg_damage(path)):
        return replace(facts, warning=damage if facts.warning is None else listed([facts.warning, damage]))
    if is_flac and facts.warning is None and (part := damaged_part(path)):
        return replace(
            facts, warning=Text("The sound is whole, but the header is damaged ({part}).", part=part)
        )
    return facts


def _check_rate(path: Path, facts: AudioFacts) -> None:
    found_hz = frame_rate_hz(path)
    if found_hz not in (0, facts.rate_hz):
        raise UnreadableAudioError(
            path,
            Text(
                "its header promises {promised} Hz, but the sound says {found} Hz",
                promised=facts.rate_hz,
                found=found_hz,
            ),
            remedy=_REPAIR,
        )


def _check_samples(path: Path, facts: AudioFacts) -> None:
    """Decode everything, a second at a time, and compare the checksum of all samples."""
    info = stream_info(path)
    bits = info.bits if info and info.bits in (8, 24) else 16
    digest = hashlib.md5(usedforsecurity=False)
    with Decoder(path) as decoder:
        while len(block := decoder.read_as(facts.rate_hz, np.int32 if bits == 24 else np.int16)):
            digest.update(_as_stored(block, bits))
    is_told = info is not None and info.bits == bits and any(info.md5) and facts.warning is None
    if info and is_told and digest.digest() != info.md5:
        raise UnreadableAudioError(
            path, Text("its samples are not those that its checksum (MD5) was made of"), remedy=_REPAIR
        )


def _as_stored(block: npt.NDArray[np.signedinteger[Any]], bits: int) -> bytes:
    """Left-aligned samples as little-endian numbers of so many bits, which is what the MD5 is of."""
    width = block.dtype.itemsize
    octets = block.astype(f"<i{width}", copy=False).view(np.uint8).reshape(-1, width)
    return octets[:, width - bits // 8 :].tobytes()


def _check_places(path: Path, facts: AudioFacts) -> None:
    with Decoder(path) as decoder:
        for start in np.linspace(0, facts.frames - _PLACE_FRAMES, _PLACES).astype(int).tolist():
            decoder.seek(start)
            decoder.read(_PLACE_FRAMES)
