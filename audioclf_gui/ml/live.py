"""Listening: a stream of sound to scores and decisions, with the reason for every one."""

import threading
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from audioclf_gui.audio.levels import rms_db, swing
from audioclf_gui.audio.mono import MonoMix
from audioclf_gui.audio.streams import SoundStream
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.input_health import REPORT_S, InputHealth, InputMeter
from audioclf_gui.ml.live_settings import LiveSettings
from audioclf_gui.ml.window_feed import HeardWindow, WindowFeed
from audioclf_gui.ml.windows import Samples

SILENT = Text("silent input")
NO_SIGNAL = Text("no signal")
EVENT = Text("event")
TOO_SHORT = Text("too short")
COOL_DOWN = Text("cool-down")
GAP = Text("gap")
NONE_OF_THESE = Text("none of the classes")

_NOTHING = np.zeros((0, 1), np.float32)
_WAIT_S = 0.02


def below(threshold: float) -> Text:
    """The reason for refusing a score."""
    return Text("below {threshold:.2f}", threshold=threshold)


@dataclass(frozen=True, slots=True, eq=False)
class LiveScores:
    """The model's answer to the newest window."""

    start_s: float  # since listening began, lost sound included
    end_s: float
    scores: Samples  # (classes,), as for the same window of a file
    smoothed: Samples  # (classes,), what decisions are made on; all 0 where there is a `state`
    level_db: float  # dBFS RMS of the window without a constant offset, -120 for silence
    state: Text | None  # SILENT or NO_SIGNAL: there is nothing to classify
    on: Mapping[str, float] = field(
        default_factory=dict
    )  # classes with an event in this window: their scores


@dataclass(frozen=True, slots=True)
class Decision:
    """What was made of a window, and why."""

    time_s: float  # end of the window
    class_name: str  # empty where the input was silent or broken
    score: float  # smoothed, 0 to 1
    accepted: bool
    reason: Text  # one of the above, or `below` a threshold


@dataclass(frozen=True, slots=True)
class Estimate:
    """The number that was estimated of a window."""

    time_s: float  # end of the window
    value: float  # smoothed, in the unit of the quantity


LiveEvent = LiveScores | Decision | Estimate | InputHealth


class RecentSound:
    """The newest seconds of the input at its own rate, for another thread to keep as a clip.

    Sound that was lost is simply not in it.
    """

    def __init__(self, rate_hz: int, seconds: float = 30.0) -> None:
        self.rate_hz = rate_hz
        self._frames: Samples = np.zeros(max(1, round(seconds * rate_hz)), np.float32)
        self._written = 0
        self._lock = threading.Lock()

    def push(self, mono: Samples) -> None:
        """Keep `mono` (frames,), and forget what is oldest."""
        newest = mono[-len(self._frames) :]
        with self._lock:
            places = (self._written + np.arange(len(newest))) % len(self._frames)
            self._frames[places] = newest
            self._written += len(newest)

    def last_seconds(self, seconds: float) -> Samples:
        """The last `seconds` as (frames,) at `rate_hz`, oldest first; less while there is less."""
        with self._lock:
            count = max(0, min(round(seconds * self.rate_hz), self._written, len(self._frames)))
            places = (self._written - count + np.arange(count)) % len(self._frames)
            return self._frames[places]


@dataclass(slots=True)
class _Above:
    """A class that stays above its threshold."""

    since_s: float  # end of the first window in which it was
    is_event: bool = False


class LiveClassifier:
    """Scores and decisions for mono sound at `rate_hz` that arrives in blocks.

    It knows no clock, thread or device: the same sound gives the same answers, however it is cut
    into blocks. Of every window it tells the scores, then a decision for each class that the window is of, or
    one that it is of none; only while an event that was accepted goes on, there is none about its class.
    Of a model that estimates a number there is an Estimate instead.
    """

    def __init__(
        self, bundle: Bundle, settings: LiveSettings, rate_hz: int, recent: RecentSound | None = None
    ) -> None:
        self._bundle = bundle
        self._settings = settings
        given = settings.threshold
        self._least = bundle.card.thresholds if given is None else (given,) * len(bundle.card.classes)
        self._rate_hz = rate_hz
        self._recent = recent if recent is not None else RecentSound(rate_hz)
        self._frames = 0  # of the input so far, lost ones included
        self._ended_s: dict[int, float] = {}  # for each class, when its last event was heard last
        self._begin()

    def push(self, mono: Samples, last: bool = False) -> list[LiveScores | Decision | Estimate]:
        """What the windows say that `mono` (frames,) completes; `last` also flushes what is left."""
        if not np.isfinite(mono).all():  # one such sample would spoil every later window
            mono = np.nan_to_num(mono, nan=0.0, posinf=0.0, neginf=0.0)
        self._recent.push(mono)
        self._frames += len(mono)
        found = self._feed.push(mono, last)
        scores = score_windows(self._bundle, [window.samples for window in found])
        answers: list[LiveScores | Decision | Estimate] = []
        for window, row in zip(found, scores, strict=True):
            answer = self._smooth(window, row)
            decisions = self._decide(answer)
            answers += [replace(answer, on=self._on(answer)), *decisions]
        if last:
            self._begin()
        return answers

    def gap(self, lost_frames: int) -> list[Decision]:
        """Sound is missing here: no window spans the hole, and an event that was going on is over.

        `lost_frames` is at the input's rate; 0 where nobody knows how many.
        """
        time_s = self._frames / self._rate_hz
        self._frames += lost_frames
        self._begin()
        return [Decision(time_s, "", 0.0, accepted=False, reason=GAP)]

    def last_seconds(self, seconds: float) -> Samples:
        """The last `seconds` of the input, (frames,) at its own rate."""
        return self._recent.last_seconds(seconds)

    def _begin(self) -> None:
        self._feed = WindowFeed(self._bundle, self._rate_hz, self._settings.hop_s)
        self._origin_s = self._frames / self._rate_hz
        self._settle()

    def _settle(self) -> None:
        """Forget what was heard so far: the next window stands alone."""
        self._smoothed: Samples | None = None
        self._above: dict[int, _Above] = {}  # the classes that the last window was of, the likeliest first

    def _smooth(self, window: HeardWindow, scores: Samples) -> LiveScores:
        level_db = rms_db(swing(window.samples))
        state = NO_SIGNAL if window.is_silent else None
        if state is None and level_db < self._settings.silence_db:
            state = SILENT
        if state is not None:
            self._settle()
            smoothed = np.zeros_like(scores)
        else:
            past = scores if self._smoothed is None else self._smoothed
            smoothed = self._settings.smoothing * past + (1.0 - self._settings.smoothing) * scores
            self._smoothed = smoothed
        start_s = self._origin_s + window.start_s
        end_s = min(start_s + self._bundle.card.front_end.window_s, self._frames / self._rate_hz)
        return LiveScores(start_s, end_s, scores, smoothed, level_db, state)

    def _decide(self, answer: LiveScores) -> Sequence[Decision | Estimate]:
        """Accepted or refused, for each class about which there is something new to say; or the number."""
        now_s = answer.end_s
        if answer.state is not None:
            return [Decision(now_s, "", 0.0, accepted=False, reason=answer.state)]
        card, scores = self._bundle.card, answer.smoothed
        if not card.objective.has_classes:
            return [Estimate(now_s, float(scores[0]))]
        heard = [at for at in card.objective.answered(scores, self._least) if scores[at] >= self._least[at]]
        self._above = {at: self._above.get(at) or _Above(now_s) for at in heard}
        if not heard:
            best = int(scores.argmax())
            reason = NONE_OF_THESE if best == card.objective.background else below(self._least[best])
            return [Decision(now_s, card.classes[best], float(scores[best]), accepted=False, reason=reason)]
        decisions = (self._about(at, above, now_s, float(scores[at])) for at, above in self._above.items())
        return [one for one in decisions if one is not None]

    def _about(self, index: int, above: _Above, now_s: float, score: float) -> Decision | None:
        """Whether a class counts that is above its threshold; None while its event goes on."""
        name = self._bundle.card.classes[index]
        refusal = None if above.is_event else self._refusal(index, now_s)
        if refusal is not None:
            return Decision(now_s, name, score, accepted=False, reason=refusal)
        goes_on, above.is_event = above.is_event, True
        self._ended_s[index] = now_s
        return None if goes_on else Decision(now_s, name, score, accepted=True, reason=EVENT)

    def _on(self, answer: LiveScores) -> dict[str, float]:
        """The classes of which an event goes on or has just begun, the likeliest first."""
        names = self._bundle.card.classes
        return {names[at]: float(answer.smoothed[at]) for at, above in self._above.items() if above.is_event}

    def _refusal(self, index: int, now_s: float) -> Text | None:
        half_a_sample_s = 0.5 / self._rate_hz  # times are sums of rounded fractions
        if now_s - self._above[index].since_s < self._settings.min_event_s - half_a_sample_s:
            return TOO_SHORT
        rested_s = now_s - self._ended_s.get(index, -np.inf)
        return COOL_DOWN if rested_s < self._settings.cool_down_s - half_a_sample_s else None


def listen(
    bundle: Bundle, settings: LiveSettings, source: SoundStream, recent: RecentSound | None = None
) -> Generator[LiveEvent, None, None]:
    """Listen to a device or file until it ends or the generator is closed, which also stops the source.

    Something is yielded at least every half second, even when nothing is delivered, so that
    whoever drives this can stop it. Starts the source unless it runs already.

    Raises
    ------
    UserError
        If the device cannot be opened.
    """
    live_input = _LiveInput(bundle, settings, source.rate_hz, recent)
    pause, waited_s = threading.Event(), 0.0
    if not source.is_active:
        source.start()
    lost_frames, overflows = source.lost_frames, source.overflows
    try:
        while True:
            is_active = source.is_active  # asked before reading, so that its last block is not missed
            block = source.read()
            newly_lost, lost_frames = source.lost_frames - lost_frames, source.lost_frames
            if source.overflows != overflows:
                overflows = source.overflows
                yield from live_input.gap(newly_lost + len(block))  # the hole is somewhere inside the block
            else:
                yield from live_input.hear(block)
                if newly_lost:
                    yield from live_input.gap(newly_lost)
            if not len(block) and not is_active:
                break
            if not len(block):
                pause.wait(_WAIT_S)
            waited_s = 0.0 if len(block) else waited_s + _WAIT_S
            if waited_s >= REPORT_S:
                waited_s = 0.0
                yield live_input.meter.stalled()
        yield from live_input.hear(_NOTHING, last=True)
    finally:
        source.stop()


class _LiveInput:
    """Classifier and meter, which hear the same sound: the channels of the source as one."""

    def __init__(
        self, bundle: Bundle, settings: LiveSettings, rate_hz: int, recent: RecentSound | None
    ) -> None:
        self._mix = MonoMix(rate_hz)
        self.classifier = LiveClassifier(bundle, settings, rate_hz, recent)
        self.meter = InputMeter(rate_hz, settings.silence_db)

    def hear(self, block: Samples, last: bool = False) -> list[LiveEvent]:
        """What can be said after `block` (frames, channels); `last` also flushes what is left."""
        mono = self._mix.push(block, last)
        return [*self.meter.push(mono), *self.classifier.push(mono, last)]

    def gap(self, lost_frames: int) -> list[LiveEvent]:
        """Sound is missing after what was heard."""
        mono = self._mix.push(_NOTHING, last=True)
        heard = [*self.meter.push(mono), *self.classifier.push(mono)]
        self.meter.gap(lost_frames)
        return [*heard, *self.classifier.gap(lost_frames)]
