"""Recording a take to disk so that a crash, a full disk or a pulled plug keeps what was heard."""

import threading
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.capture import Capture
from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.levels import FLOOR_DB, peak_db, rms_db
from audioclf_gui.audio.wav_stream import WavStream
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

_STATE_S = 0.05
_COMMIT_S = 1.0
_DEAF_S = 3.0  # a microphone that delivers nothing at all for so long is gone, whatever the system says


@dataclass(frozen=True, slots=True)
class RecordingState:
    """How a take is going; levels are those of the last sound that came."""

    seconds: float
    peak_db: float  # dBFS, never below -120
    rms_db: float
    overflows: int  # times that the system dropped sound
    lost_frames: int


class TakeSource(Protocol):
    """What a take can be made of: `Capture`, or something that behaves like it."""

    rate_hz: int
    channels: int
    overflows: int
    lost_frames: int

    @property
    def is_active(self) -> bool:
        """Whether more sound may come."""

    def read(self) -> Frames:
        """What came since the last call, (frames, channels); never waits."""

    def stop(self) -> None:
        """Let no more sound come; harmless when repeated."""


def record(
    path: Path,
    device: Device | None = None,
    channels: int = 1,
    rate_hz: int | None = None,
    *,
    source: TakeSource | None = None,
) -> Generator[RecordingState, None, None]:
    """Record until the generator is closed, which ends the take cleanly.

    Parameters
    ----------
    path
        The new 16-bit WAV file; it is valid on disk up to the last second while it grows.
    source
        Something already started to record from, instead of opening `device`; it is stopped at the end.

    Yields
    ------
    RecordingState
        About twenty times a second.

    Raises
    ------
    UserError
        If there is a file of that name, the microphone refuses or goes away, or the disk is full. What was
        heard until then is kept.
    """
    if source is None:
        source = capture = Capture(device, rate_hz, channels)
        capture.start()
    try:
        with _new_take(path, source) as take:
            try:
                yield from _states(take, source, path)
            finally:
                source.stop()
                take.write(source.read())
    except OSError as error:
        raise UserError(
            Text("Recording {name} ended: {problem}", name=path.name, problem=error.strerror or str(error)),
            remedy=Text(
                "Make room on the disk or choose another folder; what was recorded until then is kept."
            ),
        ) from error
    finally:
        source.stop()
        if source.overflows or source.lost_frames:
            write_atomically(path.with_name(f"{path.name}.log.txt"), _log(path, source).encode())


def _new_take(path: Path, source: TakeSource) -> WavStream:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return WavStream(path, source.rate_hz, source.channels)
    except FileExistsError as error:
        raise UserError(
            Text("There is a file {name} already", name=path.name),
            remedy=Text("Choose another name for the take."),
        ) from error


def _states(take: WavStream, source: TakeSource, path: Path) -> Generator[RecordingState, None, None]:
    pause = threading.Event()
    committed = heard = time.monotonic()
    levels = (FLOOR_DB, FLOOR_DB)
    while True:
        active = source.is_active  # asked before reading, so that the last sound is not missed
        block = source.read()
        now = time.monotonic()
        heard = now if len(block) else heard
        take.write(block)
        levels = (peak_db(block), rms_db(block)) if len(block) else levels
        if now - committed >= _COMMIT_S:
            take.commit()
            committed = now
        yield RecordingState(take.frames / source.rate_hz, *levels, source.overflows, source.lost_frames)
        if not active or now - heard > _DEAF_S:
            raise UserError(
                Text("The microphone went away while {name} was recorded", name=path.name),
                remedy=Text("What it heard until then is kept. Connect it again and make another take."),
            )
        pause.wait(_STATE_S)


def _log(path: Path, source: TakeSource) -> str:
    return (
        f"{path.name}: sound is missing in this take.\n"
        f"The system dropped sound {source.overflows} times;"
        f" {source.lost_frames} frames ({source.lost_frames / source.rate_hz:.3f} s)"
        " more came faster than they could be written.\n"
    )
