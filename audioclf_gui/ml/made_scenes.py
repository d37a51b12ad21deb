"""Made scenes of sounds that a model has not learnt: one after the other in noise, as it will hear them."""

import itertools
import math
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.mixing import sounding_part
from audioclf_gui.audio.noises import SLOPES, noise
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import EVENT_EVERY_S, Measuring
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.heard_scenes import Bools, Floats, HeardScenes
from audioclf_gui.ml.made_noise import made_noise
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.windows import Samples, starts

_SEED = 10_007
_NOISE_SEED = 40_009  # not that of the noise which is learnt
_NOISES = 64
_PLAIN_NOISES = 12  # of each colour
_PLAIN_DB = (-70.0, -15.0)  # dBFS RMS
_WINDOWS = 320  # of all scenes, at the least
_WINDOWS_A_CLASS = 24
_MOST_WINDOWS = 2000
_TIMES_EACH = 3  # that a sound is heard, at the most
_SOUNDS = 4  # in a scene
_LONGEST = 1.5  # windows of a sound
_TOGETHER = 32 * _SOUNDS  # that are read, and held, together
_PAUSE = (0.25, 0.75)  # of a window
_SNR_DB = (5.0, 35.0)
_LEVEL_DB = (-36.0, -20.0)  # of sounds, re full scale RMS
_ROUND_FRAMES = 2**14  # to which scenes are lengthened, since noise of such lengths is made quickly
_LEAST_COMMON = 0.4  # of a window, or of a sound that is shorter, that make it one of the sound


_Sound = tuple[Samples, tuple[int, ...]]


def hear_scenes(
    model: nn.Module, task: Task, examples: Sequence[Example], device: torch.device
) -> Generator[Measuring, None, HeardScenes]:
    """Let a model hear examples that it has not learnt from, each a few times, and made noise.

    Where none of the files can be read there are no scenes, only noise.
    """
    ends = task.front_end
    noise_logits = np.concatenate([_logits(model, task, one, device)[:1] for one in _noises(ends)])
    none = np.zeros((0, task.objective.outputs), np.bool_)
    logits, wanted, partly = [noise_logits[:0]], [none], [none]
    order = _order(examples, _wanted_sounds(ends, len(task.objective.classes), examples))
    heard: set[int] = set()
    reported_at = time.monotonic()
    sounds = _in_turn(ends, examples, order)
    for done, first in enumerate(range(0, len(order), _SOUNDS)):
        chosen = order[first : first + _SOUNDS]
        clips = [sound for sound in itertools.islice(sounds, len(chosen)) if sound is not None]
        scene = _scene(ends, clips, np.random.default_rng([_SEED, done]))
        if scene is not None:
            logits.append(_logits(model, task, scene.samples, device))
            sounding = _sounding_in(ends, scene, task.objective.outputs)
            wanted.append(sounding[0])
            partly.append(sounding[1])
            heard.update(chosen)
        if time.monotonic() - reported_at >= EVENT_EVERY_S:
            reported_at = time.monotonic()
            yield Measuring(first, len(order))
    return HeardScenes(
        np.concatenate(logits), np.concatenate(wanted), np.concatenate(partly), noise_logits, len(heard)
    )


def _noises(ends: FrontEnd) -> Iterator[Samples]:
    """A window each of noise that is made as the learnt one was, and of plain colours from soft to loud."""
    yield from made_noise(_NOISES, ends.window_frames, ends.rate_hz, _NOISE_SEED)
    rng = np.random.default_rng(_NOISE_SEED)
    for colour in SLOPES:
        for level_db in np.linspace(*_PLAIN_DB, _PLAIN_NOISES):
            plain = noise(colour, ends.window_frames, ends.rate_hz, rng) * 10.0 ** (level_db / 20.0)
            yield np.clip(plain, -1.0, 1.0).astype(np.float32)


def _wanted_sounds(ends: FrontEnd, classes: int, examples: Sequence[Example]) -> int:
    windows = min(max(_WINDOWS, _WINDOWS_A_CLASS * classes), _MOST_WINDOWS)
    mean_s = float(np.mean([min(one.duration_s, _LONGEST * ends.window_s) for one in examples] or [1.0]))
    of_one = 2.0 * (mean_s / ends.window_s + sum(_PAUSE) / 2.0)
    return min(math.ceil(windows / of_one), _TIMES_EACH * len(examples))


def _order(examples: Sequence[Example], count: int) -> list[int]:
    """Places of so many examples: each once before any comes again, and all classes as often."""
    rng = np.random.default_rng(_SEED)
    places: dict[tuple[int, ...], list[int]] = {}
    for at in rng.permutation(len(examples)).tolist():
        places.setdefault(examples[at].classes, []).append(at)
    turns = max(map(len, places.values()), default=0)
    fair = [own[turn % len(own)] for turn in range(turns) for own in places.values()]
    repeated = [fair[at % len(fair)] for at in range(count)] if fair else []
    return [repeated[at] for at in rng.permutation(len(repeated)).tolist()]


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    samples: Samples  # (frames,)
    sounds: tuple[tuple[int, int, tuple[int, ...]], ...]  # first frame, end and classes of each


def _scene(ends: FrontEnd, clips: Sequence[_Sound], rng: np.random.Generator) -> _Scene | None:
    """These sounds with pauses in noise of some colour; None where there are none."""
    if not clips:
        return None
    level = 10.0 ** (rng.uniform(*_LEVEL_DB) / 20.0)
    parts: list[Samples] = []
    sounds = []
    at = 0
    for clip, classes in clips:
        pause = round(rng.uniform(*_PAUSE) * ends.window_frames)
        loud = clip * np.float32(level / max(1e-6, float(np.sqrt(np.mean(np.square(clip))))))
        parts += [np.zeros(pause, np.float32), loud]
        sounds.append((at + pause, at + pause + len(clip), classes))
        at += pause + len(clip)
    at += round(_PAUSE[0] * ends.window_frames)
    mixed = np.zeros(-(-at // _ROUND_FRAMES) * _ROUND_FRAMES, np.float32)
    heard = np.concatenate(parts)
    mixed[: len(heard)] = heard
    behind = noise(str(rng.choice(list(SLOPES))), len(mixed), ends.rate_hz, rng)
    mixed = mixed + behind * np.float32(level * 10.0 ** (-rng.uniform(*_SNR_DB) / 20.0))
    return _Scene(np.clip(mixed, -1.0, 1.0).astype(np.float32), tuple(sounds))


def _in_turn(ends: FrontEnd, examples: Sequence[Example], order: Sequence[int]) -> Iterator[_Sound | None]:
    """The sounds of examples in this order, None for those in which nothing is heard.

    Many are read together in the order of their files, since where libsndfile cannot jump (Ogg Vorbis) a
    step back costs a pass from the start.
    """
    with closing(MonoReader()) as reader:
        for first in range(0, len(order), _TOGETHER):
            wanted = order[first : first + _TOGETHER]
            places = sorted(set(wanted), key=lambda at: (examples[at].path, examples[at].start_s))
            found = {at: _sounding(ends, examples[at], reader) for at in places}
            yield from (found[at] for at in wanted)


def _sounding(ends: FrontEnd, example: Example, reader: MonoReader) -> _Sound | None:
    """What is heard of an example at the model's rate, and its classes; None if that is nothing."""
    try:
        samples = reader.read(example.path, ends.rate_hz, example.start_s, example.stop_s)
    except UnreadableAudioError:  # it was learnt from elsewhere: told where features are made
        return None
    part = sounding_part(samples, ends.rate_hz)
    if part is None:
        return None
    return samples[part][: round(_LONGEST * ends.window_frames)].copy(), example.classes


def _logits(model: nn.Module, task: Task, samples: Samples, device: torch.device) -> Floats:
    with torch.no_grad():
        features = task.front_end.windows(samples).float().to(device)
        found: Floats = model(task.standardised(features)).float().cpu().numpy()
    return found


def _sounding_in(ends: FrontEnd, scene: _Scene, outputs: int) -> tuple[Bools, Bools]:
    """Which classes sound in each window, as `FrontEnd.windows` cuts them, and which of them too shortly."""
    frames = ends.window_frames
    firsts = starts(len(scene.samples), frames, max(1, frames // 2))
    wanted, partly = (np.zeros((len(firsts), outputs), np.bool_) for _ in range(2))
    for at, first in enumerate(firsts):
        for start, end, classes in scene.sounds:
            common = min(end, first + frames) - max(start, first)
            if common >= _LEAST_COMMON * min(frames, end - start):
                wanted[at, list(classes)] = True
            elif common > 0:
                partly[at, list(classes)] = True
    return wanted, partly & ~wanted
