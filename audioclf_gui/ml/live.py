"""Listening: a stream of sound to scores and decisions, with the reason for every one."""

import threading
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.mono import MonoMix
from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.audio.streams import SoundStream
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Decider, Decision, EventTold
from audioclf_gui.ml.equaliser import Equaliser, MicrophoneSound, MicrophoneWatch
from audioclf_gui.ml.inference import embedded_scores, score_windows, scored
from audioclf_gui.ml.input_health import REPORT_S, InputHealth, InputMeter
from audioclf_gui.ml.training_sound import sound_of
from audioclf_gui.ml.window_feed import HeardWindow, WindowFeed
from audioclf_gui.ml.window_scores import SoundMeasures
from audioclf_gui.ml.windows import Samples

GAP = Text("gap")

_NOTHING = np.zeros((0, 1), np.float32)
_WAIT_S = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class LiveScores:
    """The model's answer to the newest window."""

    start_s: float  # since listening began, lost sound included
    end_s: float
    scores: Samples  # (classes,), as for the same window of a file
    smoothed: Samples  # (classes,), what decisions are made on; all 0 where there is a `state`
    level_db: float  # dBFS RMS of the window without a constant offset, -120 for silence
    state: Text | None  # SILENT or NO_SIGNAL: there is nothing to classify
    measured: SoundMeasures | None = None  # of one window a minute


@dataclass(frozen=True, slots=True)
class Estimate:
    """The number that was estimated of a window."""

    time_s: float  # end of the window
    value: float  # smoothed, in the unit of the quantity


Answer = LiveScores | Decision | EventTold | Estimate


@dataclass(frozen=True, slots=True, eq=False)
class SecondAnswer:
    """What a second model says about the same sound."""

    answer: Answer


LiveEvent = Answer | InputHealth | MicrophoneSound | SecondAnswer


class LiveClassifier:
    """Scores and decisions for mono sound at `rate_hz` that arrives in blocks.

    It knows no clock, thread or device: the same sound gives the same answers, however it is cut
    into blocks. Of every window it tells the scores, then what `decisions.Decider` makes of them; of a model
    that estimates a number an Estimate instead.

    Attributes
    ----------
    equaliser : Equaliser or None
        What the sound goes through before the model hears it, from now on.
    """

    def __init__(
        self, bundle: Bundle, settings: LiveSettings, rate_hz: int, recent: RecentSound | None = None
    ) -> None:
        self._bundle = bundle
        self._settings = settings = settings.of_model(bundle.card.quiet_db)
        self._rate_hz = rate_hz
        self._recent = recent if recent is not None else RecentSound(rate_hz)
        self.equaliser: Equaliser | None = None
        self._frames = 0  # of the input so far, lost ones included
        self._decider = Decider(bundle.card.objective, bundle.card.thresholds, settings)
        self._begin()

    def push(self, mono: Samples, last: bool = False) -> list[Answer]:
        """What the windows say that `mono` (frames,) completes; `last` also flushes what is left."""
        if not np.isfinite(mono).all():  # one such sample would spoil every later window
            mono = np.nan_to_num(mono, nan=0.0, posinf=0.0, neginf=0.0)
        self._recent.push(mono)
        self._frames += len(mono)
        found = self._feed.push(mono if self.equaliser is None else self.equaliser.push(mono), last)
        scores = score_windows(self._bundle, [window.samples for window in found])
        answers: list[Answer] = []
        for window, row in zip(found, scores, strict=True):
            answers += self._answered(window, row)
        if last:
            answers += self._decider.end()
            self._begin()
        return answers

    def gap(self, lost_frames: int) -> list[Answer]:
        """Sound is missing here: no window spans the hole, and an event that was going on is over.

        `lost_frames` is at the input's rate; 0 where nobody knows how many.
        """
        time_s = self._frames / self._rate_hz
        self._frames += lost_frames
        self._recent.skip(lost_frames)
        self._begin()
        return [*self._decider.end(), Decision(time_s, "", 0.0, accepted=False, reason=GAP)]

    def last_seconds(self, seconds: float) -> Samples:
        """The last `seconds` of the input, (frames,) at its own rate."""
        return self._recent.last_seconds(seconds)

    def _begin(self) -> None:
        self._feed = WindowFeed(self._bundle, self._rate_hz, self._settings.hop_s)
        self._origin_s = self._frames / self._rate_hz

    def _answered(self, heard: HeardWindow, scores: Samples) -> list[Answer]:
        """Of one window, whose scores (outputs,) are these."""
        card = self._bundle.card
        at_s = self._origin_s
        sounds = tuple((at_s + one, at_s + end) for one, end in heard.sounds)
        heard = heard._replace(start_s=at_s + heard.start_s, sounds=sounds)
        end_s = min(heard.start_s + card.front_end.window_s, self._frames / self._rate_hz)
        window = scored(heard, scores, end_s, self._settings, self._embedding(heard))
        smoothed, told = self._decider.hear(window)
        answer = LiveScores(
            window.start_s, end_s, scores, smoothed, heard.level_db, window.state, window.measured
        )
        if card.objective.has_classes or window.state is not None:
            return [answer, *told]
        return [answer, Estimate(end_s, float(smoothed[0]))]

    def _embedding(self, heard: HeardWindow) -> Samples:
        """Of a window that is measured; of all others nobody asks for it."""
        if heard.profile is None:
            return _NOTHING[:, 0]
        return embedded_scores(self._bundle, [heard.samples])[0, self._bundle.card.objective.outputs :]


def listen(
    bundle: Bundle,
    settings: LiveSettings,
    source: SoundStream,
    recent: RecentSound | None = None,
    *,
    equalised: bool = False,
    second: Bundle | None = None,
) -> Generator[LiveEvent, None, None]:
    """Listen to a device or file until it ends or the generator is closed, which also stops the source.

    Something is yielded at least every half second, even when nothing is delivered, so that
    whoever drives this can stop it. Starts the source unless it runs already.

    Parameters
    ----------
    equalised
        Whether an equaliser makes up for how the input differs from the model's recordings, once it is known.
    second
        Another model that hears the same sound.

    Raises
    ------
    UserError
        If the device cannot be opened.
    """
    live_input = _LiveInput(bundle, settings, source, recent, second, equalised=equalised)
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
        self,
        bundle: Bundle,
        settings: LiveSettings,
        source: SoundStream,
        recent: RecentSound | None,
        second: Bundle | None,
        *,
        equalised: bool,
    ) -> None:
        self._equalised = equalised
        self._rate_hz = source.rate_hz
        self._mix = MonoMix(source.rate_hz, source.channel)
        self.classifier = LiveClassifier(bundle, settings, source.rate_hz, recent)
        self.second = None if second is None else LiveClassifier(second, settings, source.rate_hz)
        level_db = settings.of_model(bundle.card.quiet_db).silence_db
        assert level_db is not None
        self.meter = InputMeter(source.rate_hz, level_db, source.channel, is_file=source.is_file)
        training = sound_of(bundle.card.record)
        self._watch = None if training is None else MicrophoneWatch(training, source.rate_hz, level_db)

    def hear(self, block: Samples, last: bool = False) -> list[LiveEvent]:
        """What can be said after `block` (frames, channels); `last` also flushes what is left."""
        mono = self._mix.push(block, last)
        self.meter.channels.push(block)
        heard: list[LiveEvent] = [*self.meter.push(mono), *self._compared(mono)]
        heard += self.classifier.push(mono, last)
        if self.second is not None:
            heard += map(SecondAnswer, self.second.push(mono, last))
        return heard

    def _compared(self, mono: Samples) -> list[MicrophoneSound]:
        """How the microphone differs from the recordings, when that is known; the equaliser begins then."""
        if self._watch is None:
            return []
        sound = self._watch.push(mono, is_applied=self._equalised)
        if sound is None:
            return []
        if sound.is_applied:
            self.classifier.equaliser = Equaliser(sound, self._rate_hz)
            if self.second is not None:
                self.second.equaliser = Equaliser(sound, self._rate_hz)
        return [sound]

    def gap(self, lost_frames: int) -> list[LiveEvent]:
        """Sound is missing after what was heard."""
        mono = self._mix.push(_NOTHING, last=True)
        heard: list[LiveEvent] = [*self.meter.push(mono), *self.classifier.push(mono)]
        self.meter.gap(lost_frames)
        heard += self.classifier.gap(lost_frames)
        if self.second is not None:
            heard += map(SecondAnswer, [*self.second.push(mono), *self.second.gap(lost_frames)])
        return heard
