"""The background job of the Live workspace: a model, an input, and what is heard."""

import threading
import time
from collections import deque
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.gui.live.options import LONGEST_KEPT_S, LiveOptions
from audioclf_gui.gui.live.streams import Input, TappedStream, seconds_of

if TYPE_CHECKING:
    from audioclf_gui.ml.live import LiveEvent, LiveSettings, RecentSound

_REPORT_S = 1 / 30


@dataclass(frozen=True, slots=True)
class ListenRequest:
    """What to listen to, with which model, and how."""

    bundle: Path
    source: Input
    options: LiveOptions


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Model and input are ready; from now on the window may empty `sound` and `answers`."""

    classes: tuple[str, ...]
    thresholds: tuple[float, ...]  # per class, those in use
    window_s: float
    rate_hz: int  # of the input
    highest_hz: float  # what the model hears of it
    sound: RingBuffer  # mono, at `rate_hz`
    answers: "deque[LiveEvent]"  # appended at its right
    recent: "RecentSound"


@dataclass(frozen=True, slots=True)
class ListeningProgress:
    """How far it is, in seconds; `total` is 0 where there is no end."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The device went away while it was listened to."""

    device: Device


ListeningEvent = Opened | ListeningProgress | Lost


def listening(wanted: ListenRequest, switch: threading.Event) -> Generator[ListeningEvent, None, None]:
    """Listen until the file or device ends, the generator is closed, or `switch` is set.

    Sound and answers go to the window through what `Opened` holds, not through events: the window
    takes them out at its own pace, all that there are.

    Raises
    ------
    UserError
        If the model cannot be used, the file not be read or the device not be opened.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.devices import training_threads
    from audioclf_gui.ml.live import RecentSound, listen

    yield ListeningProgress(0, 0)
    bundle = load_bundle(wanted.bundle)
    yield ListeningProgress(0, 0)
    settings = _settings(wanted.options)
    source = TappedStream(wanted.source, switch)
    recent = RecentSound(source.rate_hz, LONGEST_KEPT_S)
    answers: deque[LiveEvent] = deque()
    total = round(seconds_of(wanted.source))
    source.start()
    try:
        yield Opened(
            bundle.card.classes,
            bundle.card.thresholds
            if settings.threshold is None
            else (settings.threshold,) * len(bundle.card.classes),
            bundle.card.window_s,
            source.rate_hz,
            min(source.rate_hz, bundle.card.mel.rate_hz) / 2,
            source.sound,
            answers,
            recent,
        )
        # One thread: a window's scores take milliseconds, and the other cores belong to the window.
        with training_threads(1), closing(listen(bundle, settings, source, recent)) as events:
            reported_at = 0.0
            for event in events:
                answers.append(event)
                if time.monotonic() - reported_at >= _REPORT_S:
                    reported_at = time.monotonic()
                    yield ListeningProgress(_second_of(event), total)
    finally:
        source.stop()
    if isinstance(wanted.source, Device) and not switch.is_set():
        yield Lost(wanted.source)


def _settings(options: LiveOptions) -> "LiveSettings":
    from audioclf_gui.ml.live import LiveSettings

    return LiveSettings(
        hop_s=options.hop_s,
        smoothing=options.smoothing,
        threshold=options.threshold,
        min_event_s=options.min_event_s,
        cool_down_s=options.cool_down_s,
        silence_db=options.silence_db,
    )


def _second_of(event: "LiveEvent") -> int:
    from audioclf_gui.ml.live import LiveScores

    return int(event.end_s if isinstance(event, LiveScores) else event.time_s)
