"""An open sound file that stands at a frame and gets to any other one exactly."""

import io
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.flac import flac_frames
from audioclf_gui.audio.headers import other_codec, spoken_error
from audioclf_gui.audio.mpeg import Headed, LengthHeader
from audioclf_gui.audio.remarks import no_remarks
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

UNKNOWN_FRAMES = 2**62  # what libsndfile claims for "not stated" lies above

_LARGEST = 2.0**31  # samples that were written as whole numbers reach it; beyond it they are damage

_BLOCK_SAMPLES = 2**18  # of all channels together
_MP3_WARM_UP = 16 * 1152  # beyond the reach of the bit reservoir: then a seek decodes as a full read
_MP3_SLACK = 2 * 1152  # so much less may be heard than there are frames
_OPUS_WARM_UP = 8192


class SoundFile(sf.SoundFile):  # type: ignore[misc]  # soundfile comes without types
    """Without the seek that soundfile adds to each read, by which decoders of MP3 lose what they know.

    And without what these print to the terminal about files that are damaged.
    """

    def __init__(self, name: Path | bytes | Headed) -> None:
        self._headed = name if isinstance(name, Headed) else None
        with no_remarks():
            super().__init__(name)
        self._remarks = no_remarks if self.subtype.startswith("MPEG") else nullcontext

    def read(self, *arguments: Any, **named: Any) -> Any:
        """As soundfile reads."""
        with self._remarks():
            return super().read(*arguments, **named)

    def seek(self, frame: int) -> int:
        """Stand at `frame`."""
        with self._remarks():
            return int(super().seek(frame))

    def close(self) -> None:
        """Let the file go."""
        super().close()
        if self._headed is not None:
            self._headed.close()

    def seekable(self) -> bool:
        """Not to be sought in by soundfile itself; see `can_seek`."""
        return False

    @property
    def can_seek(self) -> bool:
        """Whether `seek` works."""
        return bool(super().seekable())


class Decoder(Closing):
    """An open file that stands at a frame and gets there exactly, by seeking where libsndfile can."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = _open(path)
        self.block_frames = max(1, _BLOCK_SAMPLES // self.file.channels)
        self.claimed: int = self.file.frames
        if self.claimed >= UNKNOWN_FRAMES:  # streamed FLAC, which fails when asked for more than is there
            self.claimed = flac_frames(path).last or self.claimed
        self._position = 0
        subtype = self.file.subtype
        self._warm_up = {"MPEG_LAYER_III": _MP3_WARM_UP, "OPUS": _OPUS_WARM_UP}.get(subtype, 0)
        self.seeks_exactly = self.file.can_seek and subtype != "VORBIS"
        self._may_hold_nan = subtype in ("FLOAT", "DOUBLE")
        self._latest = np.zeros((0, self.file.channels), np.float32)  # what was read last, if it is kept
        self._again = self._latest  # the end of it that is to be read once more

    def go_to(self, frame: int) -> None:
        """Stand at `frame`, or at the end if that comes first."""
        if frame == self._position:
            return
        back = self._position + len(self._again) - frame
        if 0 < back <= len(self._latest):
            self._again, self._position = self._latest[-back:], frame
            return
        landing = min(frame, self.claimed) - self._warm_up
        is_near = 0 <= frame - self._position <= self._warm_up
        if self.seeks_exactly and landing > 0 and not is_near:
            self.seek(landing)
        elif frame < self._position:
            self.rewind()
        while self._position < frame and len(self.read(min(frame - self._position, self.block_frames))):
            pass

    def rewind(self) -> None:
        """Begin again with a fresh decoder, whatever state this one is in."""
        self.file.close()
        self.file = _open(self.path)
        self._position = 0
        self._latest = self._again = self._latest[:0]

    def seek(self, frame: int) -> None:
        """Jump as libsndfile does, exact or not."""
        self._latest = self._again = self._latest[:0]
        try:
            self._position = self.file.seek(frame)
        except sf.LibsndfileError as error:
            raise self._damaged(spoken_error(error.error_string)) from error

    def read(self, frames: int) -> Frames:
        """The next (frames, channels); shorter only at the end."""
        again, self._again = self._again[:frames], self._again[frames:]
        self._position += len(again)
        block: Frames = self._read(frames - len(again), "float32")
        if self._may_hold_nan and not (sizes := np.abs(block)).max(initial=0.0) <= _LARGEST:
            block[~(sizes <= _LARGEST)] = 0.0  # also what is no number
        if not len(block):
            return again
        if len(again):
            block = np.concatenate([again, block])
        if not self.seeks_exactly:  # so that a small step back does not cost a pass from the start
            self._latest = block
        return block

    def read_as(self, frames: int, kind: type[np.number[Any]]) -> npt.NDArray[Any]:
        """As `read`, in another kind of numbers: nothing is repaired, and integers use all of their bits."""
        self._latest = self._again = self._latest[:0]
        return self._read(frames, np.dtype(kind).name)

    def _read(self, frames: int, kind: str) -> npt.NDArray[Any]:
        wanted = max(0, min(frames, self.claimed - self._position))
        try:
            block: npt.NDArray[Any] = self.file.read(wanted, dtype=kind, always_2d=True)
        except sf.LibsndfileError as error:
            raise self._damaged(spoken_error(error.error_string)) from error
        self._position += len(block)
        if len(block) < wanted and self.file.format == "FLAC":
            raise self._damaged(Text("its sound breaks off"))  # other headers only estimate; FLAC's is exact
        return block

    def _damaged(self, how: Text) -> UnreadableAudioError:
        return UnreadableAudioError(
            self.path,
            Text(
                "its sound is damaged after {time_s:.1f} s ({how})",
                time_s=self._position / self.file.samplerate,
                how=how,
            ),
            remedy=Text("Repair it with a tool that skips damage (`flac -d -F` for FLAC), or leave it out."),
        )

    def close(self) -> None:
        """Let the file go."""
        self.file.close()


def file_status(path: Path) -> os.stat_result:
    """Size and date of a file; UnreadableAudioError if it cannot be opened at all."""
    try:
        status = path.stat()
        with path.open("rb") if path.is_file() else io.BytesIO() as readable:
            readable.read(1)
    except OSError as error:
        raise UnreadableAudioError(
            path,
            Text.plain(error.strerror or str(error)),
            remedy=Text("Check that it is there and that you may read it."),
        ) from error
    if not path.is_file():
        listable = not path.is_dir() or os.access(path, os.R_OK | os.X_OK)
        if not listable:
            raise UnreadableAudioError(
                path,
                Text("you may not look into this folder"),
                remedy=Text("Check that it is there and that you may read it."),
            )
        raise UnreadableAudioError(path, Text("it is not a file"))
    return status


def _open(path: Path) -> SoundFile:
    if not file_status(path).st_size:
        raise UnreadableAudioError(path, Text("it is empty"), remedy=Text("Leave it out."))
    if path.suffix.lower() in (".raw", ".pcm"):
        raise _foreign(path, Text("headerless PCM"))
    name = path if sys.platform == "win32" else os.fsencode(path)  # bytes: names may be in any code page
    file = _sound_file(path, name)
    header = LengthHeader.of(path) if file.format == "MP3" else None
    if header is not None and abs(header.sound_frames - file.frames) > _MP3_SLACK:
        file.close()
        return _sound_file(path, Headed(path, header))
    if file.format == "RAW":  # a guess by the suffix, made where there is no header
        file.close()
        raise UnreadableAudioError(path, Text("its header is damaged or missing"))
    return file


def _sound_file(path: Path, name: Path | bytes | Headed) -> SoundFile:
    try:
        return SoundFile(name)
    except sf.LibsndfileError as error:
        if codec := other_codec(path):
            raise _foreign(path, codec) from error
        raise UnreadableAudioError(path, spoken_error(error.error_string)) from error


def _foreign(path: Path, codec: Text | str) -> UnreadableAudioError:
    return UnreadableAudioError(
        path,
        Text("{codec} is not supported", codec=codec),
        remedy=Text("Convert it to WAV or FLAC, then add that file."),
    )
