"""Rendering a planned mixture: from the plan and the recordings to samples and the stretches that sound."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.noises import noise
from audioclf_gui.audio.resample import resample
from audioclf_gui.audio.rooms import heard_in, room_response
from audioclf_gui.core.mixtures import LEVEL_DB, MixturePlan, PlacedBackground, PlacedEvent

Frames = npt.NDArray[np.float32]

Reader = Callable[[Path, int, float, float], Frames]
"""From a file, a rate and a stretch in seconds to (frames,) at that rate, as `files.read_mono`."""

_STEP_S = 0.01
_BELOW_LOUDEST_DB = 40.0  # quieter steps at the ends of a sound are no part of it
_TWENTIETH, _NOISE_BELOW_DB, _OVER_NOISE_DB = 0.05, 15.0, 6.0
_SILENT_DB = -70.0  # re full scale; what is nowhere louder is no sound
_FADE_S = 0.005  # at the ends of what was cut out, which would click
_PART_FRAMES = 2**20
_SEAM_S = 0.05  # over which a recording that is too short fades into its own beginning


@dataclass(frozen=True, slots=True)
class RenderedMixture:
    """What a mixture sounds like."""

    samples: Frames  # shape (frames,), in [-1, 1]
    spans_s: tuple[
        tuple[float, float] | None, ...
    ]  # when each event sounds, without echo; None: it is silent
    lowered_db: float  # by how much all of it was made quieter to stay below the peak; 0: it was not
    snr_db: float | None  # as it came out; None without events or background


def rendered(plan: MixturePlan, read: Reader) -> RenderedMixture:
    """The samples of a mixture; the same plan and recordings give the same ones.

    Each event is brought to the same level while it sounds, changed by its gain, and heard in its room. The
    background is as far below the sum of the events as the plan says, both measured as mean power: the events
    over the time in which at least one sounds.

    Raises
    ------
    UnreadableAudioError
        If a recording cannot be read.
    """
    mixed = np.zeros(plan.frames, np.float32)
    sounding = np.zeros(plan.frames, np.bool_)
    spans = [_add_event(event, plan.rate_hz, mixed, sounding, read) for event in plan.events]
    snr_db = None
    if plan.background is not None:
        behind = _background(plan.background, plan, read)
        has_sound = bool(sounding.any())
        wanted = _power(mixed, sounding) if has_sound else 10.0 ** (LEVEL_DB / 10.0)
        power = _power(behind)
        if power > 0.0:
            behind *= np.float32(math.sqrt(wanted / power * 10.0 ** (-plan.background.snr_db / 10.0)))
            snr_db = 10.0 * math.log10(wanted / _power(behind)) if has_sound and wanted > 0.0 else None
        mixed += behind
    lowered_db = _limit(mixed, plan.peak_db)
    return RenderedMixture(mixed, tuple(spans), lowered_db, snr_db)


def sounding_part(samples: Frames, rate_hz: int) -> slice | None:
    """From the first to the last hundredth of a second that is sound; None if all is silent.

    That is what is within 40 dB of the loudest and, where the quietest twentieth is 15 dB below the loudest
    one and so the noise of the recording, 6 dB above that. Rain, which never pauses, is all sound.
    """
    step = max(1, round(_STEP_S * rate_hz))
    count = -(-len(samples) // step)
    padded = np.zeros(count * step, np.float32)
    padded[: len(samples)] = samples
    powers = np.square(padded.reshape(count, step)).mean(axis=1, dtype=np.float64)
    loudest = float(powers.max(initial=0.0))
    if loudest <= 10.0 ** (_SILENT_DB / 10.0):
        return None
    least = loudest * 10.0 ** (-_BELOW_LOUDEST_DB / 10.0)
    quiet, high = np.quantile(powers, (_TWENTIETH, 1.0 - _TWENTIETH)).tolist()
    if high >= quiet * 10.0 ** (_NOISE_BELOW_DB / 10.0):
        least = max(least, quiet * 10.0 ** (_OVER_NOISE_DB / 10.0))
    loud = np.flatnonzero(powers >= least)
    return slice(int(loud[0]) * step, min((int(loud[-1]) + 1) * step, len(samples)))


def _add_event(
    event: PlacedEvent, rate_hz: int, mixed: Frames, sounding: npt.NDArray[np.bool_], read: Reader
) -> tuple[float, float] | None:
    """Add an event to the mixture; when it sounds, in seconds."""
    dry = _dry(event, rate_hz, read)
    start = round(event.at_s * rate_hz)
    dry = dry[: max(0, len(mixed) - start)]
    part = sounding_part(dry, rate_hz)
    if part is None:
        return None
    level = 10.0 ** ((LEVEL_DB + event.gain_db) / 20.0)
    dry *= np.float32(level / math.sqrt(_power(dry[part])))
    wet = heard_in(room_response(event.rt60_s, rate_hz, np.random.default_rng(event.seed)), dry)
    wet = wet[: len(mixed) - start]
    mixed[start : start + len(wet)] += wet
    first, stop = start + part.start, start + part.stop
    sounding[first:stop] = True
    return first / rate_hz, stop / rate_hz


def _dry(event: PlacedEvent, rate_hz: int, read: Reader) -> Frames:
    """The sound of an event at its speed, faded at its ends."""
    own_hz = event.source.rate_hz
    sound = read(event.source.path, own_hz, event.from_s, event.to_s)
    dry = resample(sound, own_hz * event.speed, rate_hz).copy()
    fade = min(round(_FADE_S * rate_hz), len(dry) // 2)
    ramp = np.linspace(0.0, 1.0, fade, endpoint=False, dtype=np.float32)
    dry[:fade] *= ramp
    dry[len(dry) - fade :] *= ramp[::-1]
    return dry


def _background(behind: PlacedBackground, plan: MixturePlan, read: Reader) -> Frames:
    """What sounds behind the events, at whatever level; shape (frames,)."""
    if behind.source is None:
        return noise(behind.kind, plan.frames, plan.rate_hz, np.random.default_rng(behind.seed))
    source = behind.source
    to_s = min(source.duration_s, behind.from_s + plan.length_s)
    sound = read(source.path, plan.rate_hz, behind.from_s, to_s)
    return _as_long_as(sound, plan.frames, round(_SEAM_S * plan.rate_hz))


def _as_long_as(sound: Frames, frames: int, seam: int) -> Frames:
    """The beginning of a sound that goes on with itself at its end, over a fade without a dip in power."""
    if len(sound) >= frames:
        return sound[:frames].copy()
    seam = min(seam, len(sound) // 2)
    if not seam:
        return np.zeros(frames, np.float32)
    turn = np.linspace(0.0, np.pi / 2.0, seam, dtype=np.float32)
    ring = sound[: len(sound) - seam].copy()
    ring[:seam] = sound[:seam] * np.sin(turn) + sound[len(sound) - seam :] * np.cos(turn)
    return np.resize(ring, frames)


def _limit(mixed: Frames, peak_db: float) -> float:
    """Make all of it quieter if its peak is above; by how many dB."""
    peak = max(float(mixed.max(initial=0.0)), -float(mixed.min(initial=0.0)))
    highest = 10.0 ** (peak_db / 20.0)
    if peak <= highest:
        return 0.0
    mixed *= np.float32(highest / peak)
    np.clip(mixed, -highest, highest, out=mixed)  # what rounding has left above
    return 20.0 * math.log10(peak / highest)


def _power(samples: Frames, counted: npt.NDArray[np.bool_] | None = None) -> float:
    """The mean square of samples, or of those that are counted; in parts, so that it needs no memory."""
    total, frames = 0.0, 0
    for start in range(0, len(samples), _PART_FRAMES):
        part = samples[start : start + _PART_FRAMES]
        if counted is not None:
            part = part[counted[start : start + _PART_FRAMES]]
        total += float(np.square(part).sum(dtype=np.float64))
        frames += len(part)
    return total / frames if frames else 0.0
