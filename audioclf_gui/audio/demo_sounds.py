"""Eight kinds of sound made from numbers, so that a newcomer has something to label and to train on."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.label import Region

Sound = npt.NDArray[np.float32]  # mono, at RATE_HZ
Random = np.random.Generator

RATE_HZ = 32_000
CLIPS_PER_CLASS_AND_SITE = 8
SCENE_S = 180.0
SCENE_EVENTS = 40

_TURN = 2 * np.pi
_NOISE_FRAMES = 2**20  # made by a Fourier transform, so that its end goes on with its beginning


@dataclass(frozen=True, slots=True)
class Site:
    """A place of recording: whatever is recorded there has its noise, its distance and its echo."""

    name: str
    noise_slope: float  # 0 is white, 1 pink, 2 brown
    noise_db: float  # relative to the loudest 50 ms of the sound
    peak_db: float  # of the recording, re full scale
    distance_hz: float  # air and leaves take away what is above
    echo_s: float  # time in which the echo falls by 60 dB
    echo_level: float  # 0 to 1
    hum_hz: float = 0.0  # of the mains; 0: there is none


SITES = (
    Site("meadow", 1.0, -26, -8, 9000, 0.10, 0.05),
    Site("forest", 0.6, -20, -16, 5500, 0.70, 0.30),
    Site("yard", 1.4, -24, -4, 12000, 0.35, 0.45),
    Site("roadside", 2.0, -13, -10, 7500, 0.20, 0.15),
    Site("barn", 1.2, -19, -12, 8500, 1.10, 0.60, hum_hz=50.0),
    Site("shore", 0.3, -15, -20, 6500, 0.08, 0.03),
)
_SCENE_SITE = Site("scene", 0.9, -20, -6, 9000, 0.40, 0.20)


@dataclass(frozen=True, slots=True)
class DemoClip:
    """One clip of the demonstration."""

    class_name: str
    site: str
    number: int  # counted from 1 for each class and site
    samples: Sound


@dataclass(frozen=True, slots=True)
class DemoScene:
    """A long recording and everything that happens in it."""

    samples: Sound
    regions: tuple[Region, ...]  # in order, none overlaps another


def demo_clips(seed: int = 1) -> Iterator[DemoClip]:
    """Every clip, site after site; the same seed gives the same samples.

    At each site a class is heard from one individual: one bird with its own song, one engine.
    """
    for place, site in enumerate(SITES):
        recorder = _Recorder(site, np.random.default_rng([seed, place]))
        for kind, (class_name, make) in enumerate(CLASSES.items()):
            for number in range(1, CLIPS_PER_CLASS_AND_SITE + 1):
                individual = np.random.default_rng([seed, place, kind])
                take = np.random.default_rng([seed, place, kind, number])
                dry = make(individual, take, _frames(take.uniform(1.0, 3.0)))
                samples = recorder.recorded(recorder.heard(dry), take)
                yield DemoClip(class_name, site.name, number, samples)


def demo_scene(seed: int = 1) -> DemoScene:
    """Three minutes of one place, with five events of each class by individuals that no clip has."""
    take = np.random.default_rng([seed, len(SITES)])
    recorder = _Recorder(_SCENE_SITE, take)
    kinds = take.permutation(np.arange(SCENE_EVENTS) % len(CLASSES))
    names = tuple(CLASSES)
    slot_frames = _frames(SCENE_S) // SCENE_EVENTS
    heard = np.zeros(_frames(SCENE_S), np.float32)
    regions = []
    for slot, kind in enumerate(kinds.tolist()):
        individual = np.random.default_rng([seed, len(SITES), kind, slot])
        frames = _frames(take.uniform(1.0, 2.6))
        event = _faded(CLASSES[names[kind]](individual, take, frames), 0.05)
        start = slot * slot_frames + int(take.integers(_frames(0.3), slot_frames - frames - _frames(0.8)))
        echoing = recorder.heard(np.pad(event, (0, _frames(_SCENE_SITE.echo_s))))
        heard[start : start + len(echoing)] += echoing * 10 ** (take.uniform(-10, 0) / 20)
        first, last = (round((start + frame) / RATE_HZ, 3) for frame in _audible(event))
        regions.append(Region(first, last, names[kind]))
    return DemoScene(recorder.recorded(heard, take), tuple(regions))


def _songbird(individual: Random, take: Random, frames: int) -> Sound:
    """Phrases of whistled notes; the notes are the bird's own, their order and timing vary a little."""
    pitch_hz = individual.uniform(2900, 5200)
    notes = [
        (
            individual.uniform(-0.3, 0.3),
            individual.uniform(-0.35, 0.35),
            individual.uniform(0.06, 0.17),
            individual.choice((0.0, 0.0, 24.0, 38.0)),
        )
        for _ in range(4)
    ]  # rise, arch, length and warble
    song = np.zeros(frames, np.float32)
    start = _frames(take.uniform(0.05, 0.25))
    place = int(take.integers(len(notes)))
    while True:
        rise, arch, length_s, warble_hz = notes[place % len(notes)]
        time = _times(_frames(length_s * take.uniform(0.9, 1.1)))
        if start + len(time) > frames:
            return song
        course = time / time[-1]
        bend = rise * (course - 0.5) + arch * (4 * course * (1 - course) - 0.5)
        warble = 0.06 * np.sin(_TURN * warble_hz * time) * (warble_hz > 0)
        phase = _phase(pitch_hz * take.uniform(0.98, 1.02) * (1 + bend + warble))
        note = np.sin(phase) + 0.06 * np.sin(2 * phase)
        song[start : start + len(time)] = (
            note * np.abs(np.sin(np.pi * course)) ** 0.7 * take.uniform(0.6, 1.0)
        )
        start += len(time) + _frames(take.choice((0.03, 0.05, 0.09, 0.3), p=(0.3, 0.3, 0.3, 0.1)))
        place += 1


def _cricket(individual: Random, take: Random, frames: int) -> Sound:
    """Chirps of a few pure pulses, on and on; the warmer the night, the quicker."""
    pitch_hz = individual.uniform(3800, 5400)
    pulses_hz = individual.uniform(24, 36)
    chirps_hz = individual.uniform(1.6, 3.0)
    pulses = int(individual.integers(3, 6))
    time = _times(frames)
    in_chirp = np.mod(time * chirps_hz * take.uniform(0.96, 1.04) + take.uniform(), 1.0) / chirps_hz
    pulse, course = np.divmod(in_chirp * pulses_hz, 1.0)
    loudness = np.where(pulse < pulses, np.sin(np.pi * np.minimum(course / 0.65, 1.0)), 0.0)
    loudness *= 0.55 + 0.45 * np.minimum(pulse / pulses, 1.0)
    phase = _phase(pitch_hz * (1.0 - 0.025 * course))
    return _sound(loudness * (np.sin(phase) + 0.08 * np.sin(2 * phase)))


def _frog(individual: Random, take: Random, frames: int) -> Sound:
    """Croaks: trains of pulses that ring in throat and air sac."""
    pulses_hz = individual.uniform(38, 75)
    throat = ((individual.uniform(450, 800), 130, 1.0), (individual.uniform(1500, 2300), 260, 0.7))
    croak_s = individual.uniform(0.2, 0.4)
    calls = np.zeros(frames, np.float32)
    start = _frames(take.uniform(0.05, 0.3))
    while start + _frames(croak_s * 1.1) <= frames:
        time = _times(_frames(croak_s * take.uniform(0.9, 1.1)))
        course = time / time[-1]
        beats = _phase(pulses_hz * take.uniform(0.97, 1.03) * (0.85 + 0.3 * course)) / _TURN
        pulses = np.diff(np.floor(beats), prepend=0.0) * np.sin(np.pi * course**0.7)
        calls[start : start + len(time)] = pulses * take.uniform(0.7, 1.0)
        start += len(time) + _frames(take.uniform(0.15, 0.5))
    return _ringing(calls + 0.01 * _noise(take, frames) * (calls > 0), throat)


def _dog(individual: Random, take: Random, frames: int) -> Sound:
    """Barks: a rough voice that rises and falls within a fifth of a second."""
    pitch_hz = individual.uniform(260, 620)
    size = individual.uniform(0.8, 1.25)
    mouth = ((750 * size, 260, 1.0), (1500 * size, 380, 0.8), (2900 * size, 700, 0.35))
    voice = np.zeros(frames, np.float32)
    start = _frames(take.uniform(0.03, 0.2))
    while start + _frames(0.2) <= frames:
        time = _times(_frames(take.uniform(0.12, 0.2)))
        course = time / time[-1]
        shake = 1 + 0.03 * np.cumsum(take.standard_normal(len(time))) / math.sqrt(len(time))
        phase = _phase(
            pitch_hz * take.uniform(0.93, 1.07) * (0.75 + 0.55 * np.sin(np.pi * course**0.6)) * shake
        )
        buzz = 1 - 2 * np.mod(phase / _TURN, 1.0)
        envelope = np.minimum(course / 0.06, 1.0) * (1 - course) ** 1.3
        rough = buzz + 0.45 * take.standard_normal(len(time))
        voice[start : start + len(time)] = rough * envelope * take.uniform(0.7, 1.0)
        start += len(time) + _frames(take.choice((take.uniform(0.1, 0.2), take.uniform(0.35, 0.8))))
    return _ringing(voice, mouth)


def _rain(individual: Random, take: Random, frames: int) -> Sound:
    """A hiss of distant drops under the clicks and plops of near ones."""
    drops_per_s = individual.uniform(60, 200)
    hiss = ((individual.uniform(2500, 4500), 5000, 1.0), (individual.uniform(7000, 10000), 7000, 0.6))
    pitch_hz = individual.uniform(1800, 4500)
    count = int(take.poisson(drops_per_s * frames / RATE_HZ))
    length = _frames(0.012)
    starts = take.integers(0, max(1, frames - length), (count, 1))
    pitches = pitch_hz * np.exp(0.45 * take.standard_normal((count, 1)))
    levels = np.exp(0.8 * take.standard_normal((count, 1)))
    time = _times(length)
    drops = levels * np.sin(_TURN * pitches * time) * np.exp(-time / take.uniform(0.0008, 0.0035, (count, 1)))
    near = np.bincount((starts + np.arange(length)).ravel(), drops.ravel(), frames)[:frames]
    far = _ringing(_noise(take, frames), hiss)
    return _sound(near / 2.5 + far / np.std(far) * individual.uniform(0.25, 0.5))


def _engine(individual: Random, take: Random, frames: int) -> Sound:
    """An idling motor: the same explosion over and over, never quite as strong as the last."""
    strokes_hz = individual.uniform(22, 48)
    exhaust = (
        (individual.uniform(90, 160), 60, 1.0),
        (individual.uniform(300, 520), 140, 0.7),
        (individual.uniform(900, 1500), 600, 0.35),
    )
    time = _times(frames)
    speed = strokes_hz * take.uniform(0.9, 1.1) * (1 + 0.04 * np.sin(_TURN * take.uniform(0.2, 0.7) * time))
    strokes, course = np.divmod(_phase(speed) / _TURN, 1.0)
    cylinders = np.tile(individual.uniform(0.6, 1.0, 4), 1 + int(strokes[-1]) // 4)
    strength = cylinders * take.uniform(0.85, 1.15, len(cylinders))
    bangs = strength[strokes.astype(np.intp)] * np.exp(-course * 9) * (1 + 0.5 * take.standard_normal(frames))
    return _ringing(_sound(bangs - bangs.mean()), exhaust)


def _bell(individual: Random, take: Random, frames: int) -> Sound:
    """Strokes on a bell: partials that are no harmonics and die away, high ones first."""
    prime_hz = individual.uniform(380, 1100)
    ratios = np.array((0.5, 1.0, 1.2, 1.5, 2.0, 2.52, 2.67, 3.01, 4.17, 5.43))
    ratios = ratios * (1 + 0.01 * individual.standard_normal(len(ratios)))
    levels = individual.uniform(0.4, 1.0, len(ratios)) / np.arange(1, len(ratios) + 1) ** 0.4
    fall_s = individual.uniform(0.5, 1.2) / ratios**0.8
    ring = np.zeros(frames, np.float32)
    start = _frames(take.uniform(0.05, 0.3))
    gap_s = individual.uniform(0.5, 1.1)
    while start < frames - _frames(0.3):
        loudness = take.uniform(0.6, 1.0)
        clang = _times(_frames(0.03))
        ring[start : start + len(clang)] += loudness * 0.6 * _noise(take, len(clang)) * np.exp(-clang / 0.004)
        for ratio, level, fall in zip(ratios, levels, fall_s, strict=True):
            time = _times(min(frames - start, _frames(7 * fall)))
            wave = np.sin(_sound(_TURN * prime_hz * ratio) * time + _sound(take.uniform(0, _TURN)))
            wave *= np.exp(time / _sound(-fall))
            ring[start : start + len(time)] += _sound(loudness * level * take.uniform(0.8, 1.0)) * wave
        start += _frames(gap_s * take.uniform(0.95, 1.05))
    return ring


def _knocking(individual: Random, take: Random, frames: int) -> Sound:
    """Knuckles on a wooden door, in short series."""
    door = (
        (individual.uniform(140, 280), 40, 1.0),
        (individual.uniform(420, 800), 90, 0.8),
        (individual.uniform(1100, 1900), 220, 0.5),
    )
    gap_s = individual.uniform(0.13, 0.24)
    blows = np.zeros(frames, np.float32)
    start = _frames(take.uniform(0.05, 0.35))
    length = _frames(0.004)
    left = int(take.integers(2, 6))
    while start + _frames(0.15) <= frames:
        blow = take.standard_normal(length) * np.exp(-_times(length) / 0.0012)
        blows[start : start + length] = blow * take.uniform(0.6, 1.0)
        left -= 1
        start += _frames(gap_s * take.uniform(0.92, 1.08) if left else take.uniform(0.6, 0.9))
        left = left or int(take.integers(2, 6))
    return _ringing(blows, door)


CLASSES: dict[str, Callable[[Random, Random, int], Sound]] = {
    "bell": _bell,
    "cricket": _cricket,
    "dog": _dog,
    "engine": _engine,
    "frog": _frog,
    "knocking": _knocking,
    "rain": _rain,
    "songbird": _songbird,
}
"""The classes by name: what one individual sounds like in one take of so many frames."""


class _Recorder:
    """Puts sounds into a site: its echo and distance, its noise, its level."""

    def __init__(self, site: Site, random: Random) -> None:
        self._site = site
        self._echo = _echo(site, random)
        slope = np.maximum(np.fft.rfftfreq(_NOISE_FRAMES, 1 / RATE_HZ), 40.0) ** (-site.noise_slope / 2)
        noise = np.fft.irfft(np.fft.rfft(_noise(random, _NOISE_FRAMES)) * _sound(slope))
        self._noise = _sound(noise / noise.std())
        if site.hum_hz:
            self._noise += _sound(0.8 * np.sin(_TURN * site.hum_hz * _times(_NOISE_FRAMES)))

    def heard(self, dry: Sound) -> Sound:
        """A sound after its way through the air; the loudest 50 ms have a root mean square of 1."""
        size = _fft_size(len(dry) + len(self._echo))
        spectrum = np.fft.rfft(dry, size) * np.fft.rfft(self._echo, size)
        spectrum /= 1 + _sound(np.fft.rfftfreq(size, 1 / RATE_HZ) / self._site.distance_hz) ** 2
        wet = np.fft.irfft(spectrum, size)[: len(dry)]
        span = _frames(0.05)
        powers = np.square(wet[: len(wet) // span * span].reshape(-1, span)).mean(axis=1)
        return _sound(wet / math.sqrt(float(powers.max())))

    def recorded(self, heard: Sound, take: Random) -> Sound:
        """What the microphone makes of sounds that arrive: with the site's noise, at the site's level."""
        frames = len(heard)
        gusts = take.uniform(0.75, 1.25, frames // RATE_HZ + 2)
        gust = np.interp(np.arange(0, frames), np.arange(len(gusts)) * RATE_HZ, gusts)
        places = (take.integers(_NOISE_FRAMES) + np.arange(frames)) % _NOISE_FRAMES
        noise_db = self._site.noise_db + take.uniform(-3, 3)
        mixed = heard + self._noise[places] * _sound(gust * 10 ** (noise_db / 20))
        peak_db = min(self._site.peak_db + take.uniform(-4, 2), -0.5)
        return _sound(mixed / np.abs(mixed).max() * 10 ** (peak_db / 20))


def _echo(site: Site, random: Random) -> Sound:
    """What comes back from a single clap: itself, a few reflections and a tail."""
    time = _times(_frames(site.echo_s))
    tail = random.standard_normal(len(time)) * 10 ** (-3 * time / site.echo_s) * 0.02
    tail[: _frames(0.01)] = 0.0
    for delay_s in random.uniform(0.004, min(0.05, site.echo_s), 6):
        tail[_frames(delay_s) - 1] += random.choice((-1, 1)) * math.exp(-delay_s / 0.03) * 0.6
    tail *= site.echo_level
    tail[0] = 1.0
    return _sound(tail)


def _ringing(sound: Sound, resonances: Sequence[tuple[float, float, float]]) -> Sound:
    """Send a sound through resonators, each of a frequency and a bandwidth in hertz, and a gain."""
    size = _fft_size(len(sound) + 2000)
    bins_hz = np.fft.rfftfreq(size, 1 / RATE_HZ)
    response = np.zeros(len(bins_hz), np.complex64)
    for centre_hz, width_hz, gain in resonances:
        response += gain * width_hz * bins_hz / (centre_hz**2 - bins_hz**2 + 1j * width_hz * bins_hz)
    return _sound(np.fft.irfft(np.fft.rfft(sound, size) * response, size)[: len(sound)])


def _faded(sound: Sound, seconds: float) -> Sound:
    ramp = np.minimum(1.0, _times(len(sound)) / seconds)
    return _sound(sound / np.abs(sound).max() * ramp * ramp[::-1])


def _audible(sound: Sound) -> tuple[int, int]:
    """First and last frame that is not more than 34 dB below the loudest."""
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    return int(loud[0]), int(loud[-1]) + 1


def _frames(seconds: float) -> int:
    return round(seconds * RATE_HZ)


def _fft_size(frames: int) -> int:
    return -(-frames // 4096) * 4096  # few different prime factors


def _times(frames: int) -> Sound:
    return np.arange(frames, dtype=np.float32) / np.float32(RATE_HZ)


def _phase(frequency_hz: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    return _TURN / RATE_HZ * np.cumsum(frequency_hz, dtype=np.float64)


def _noise(random: Random, frames: int) -> Sound:
    return random.standard_normal(frames, np.float32)


def _sound(values: npt.ArrayLike) -> Sound:
    return np.asarray(values, np.float32)
