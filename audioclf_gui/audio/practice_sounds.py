"""Small sets of made sounds to practise on: of birds, bats, voices, machines and a class room."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.demo_sounds import CLASSES as DEMO_CLASSES
from audioclf_gui.audio.demo_sounds import RATE_HZ as DEMO_RATE_HZ
from audioclf_gui.audio.demo_sounds import Random, Sound
from audioclf_gui.core.label import Region

CLIPS_PER_CLASS_AND_GROUP = 5
EVENTS_PER_CLASS = 4
_SPACING_S = 2.0  # from one event of the long recording to the next
_FADE_S = 0.01
_TURN = 2 * np.pi

Maker = Callable[[Random, Random, int], Sound]  # one individual, one take, how many frames


@dataclass(frozen=True, slots=True)
class Practice:
    """A kind of recordings: which classes there are, and where or by whom they were made."""

    rate_hz: int
    clip_s: float
    groups: tuple[str, ...]  # sites, speakers, machines: each has its own individuals and its own noise
    classes: Mapping[str, Maker]


@dataclass(frozen=True, slots=True)
class PracticeClip:
    """A short recording of one sound."""

    class_name: str
    group: str
    number: int  # counted from 1 for each class and group
    samples: Sound


@dataclass(frozen=True, slots=True)
class PracticeScene:
    """A long recording by none of the groups, and what sounds in it."""

    samples: Sound
    regions: tuple[Region, ...]


def practice_clips(practice: Practice, seed: int = 1) -> Iterator[PracticeClip]:
    """Every clip, group after group; the same seed gives the same samples."""
    for place, group in enumerate(practice.groups):
        for kind, (class_name, make) in enumerate(practice.classes.items()):
            for number in range(1, CLIPS_PER_CLASS_AND_GROUP + 1):
                individual = np.random.default_rng([seed, place, kind])
                take = np.random.default_rng([seed, place, kind, number])
                sound = _faded(make(individual, take, _frames(practice, practice.clip_s)), practice)
                yield PracticeClip(class_name, group, number, _recorded(sound, place, take))


def practice_scene(practice: Practice, seed: int = 1) -> PracticeScene:
    """A long recording with some events of each class, by individuals that no clip has."""
    place = len(practice.groups)
    take = np.random.default_rng([seed, place])
    kinds = take.permutation(np.arange(EVENTS_PER_CLASS * len(practice.classes)) % len(practice.classes))
    names = tuple(practice.classes)
    heard = np.zeros(_frames(practice, _SPACING_S * (len(kinds) + 1)), np.float32)
    regions = []
    for slot, kind in enumerate(kinds.tolist()):
        individual = np.random.default_rng([seed, place, kind, slot])
        sound = _faded(
            practice.classes[names[kind]](individual, take, _frames(practice, practice.clip_s)), practice
        )
        start_s = _SPACING_S * (slot + 0.5)
        start = _frames(practice, start_s)
        heard[start : start + len(sound)] += sound
        regions.append(Region(start_s, start_s + practice.clip_s, names[kind]))
    return PracticeScene(_recorded(heard, place, take), tuple(regions))


def _recorded(sound: Sound, place: int, take: Random) -> Sound:
    """With the noise of its place, which has its own colour and level at each."""
    slope = (0.0, 0.5, 1.0, 0.25, 0.75, 0.4)[place % 6]
    spectrum = np.fft.rfft(take.standard_normal(len(sound)))
    noise = np.fft.irfft(spectrum / np.arange(1, len(spectrum) + 1) ** slope, len(sound))
    noise_db = (-30.0, -26.0, -34.0, -28.0, -32.0, -30.0)[place % 6]
    mixed = sound + noise / noise.std() * 10 ** (noise_db / 20)
    return np.asarray(mixed / np.abs(mixed).max() * 10 ** (take.uniform(-14, -3) / 20), np.float32)


def _faded(sound: Sound, practice: Practice) -> Sound:
    ramp = np.minimum(1.0, np.arange(len(sound)) / _frames(practice, _FADE_S))
    return np.asarray(sound / np.abs(sound).max() * ramp * ramp[::-1], np.float32)


def _frames(practice: Practice, seconds: float) -> int:
    return round(seconds * practice.rate_hz)


_BAT_RATE_HZ = 192_000
_VOICE_RATE_HZ = 16_000


def _bat(from_hz: float, to_hz: float, call_s: float, gap_s: float) -> Maker:
    """Calls that fall from one frequency to another, again and again."""

    def make(individual: Random, take: Random, frames: int) -> Sound:
        calls = np.zeros(frames, np.float32)
        own = individual.uniform(0.95, 1.05)
        length = round(call_s * own * _BAT_RATE_HZ)
        course = np.arange(length) / length
        start = round(take.uniform(0.01, gap_s) * _BAT_RATE_HZ)
        while start + length < frames:
            pitch_hz = own * take.uniform(0.98, 1.02) * (to_hz + (from_hz - to_hz) * (1 - course) ** 2)
            call = np.sin(_TURN * np.cumsum(pitch_hz) / _BAT_RATE_HZ) * np.sin(np.pi * course)
            calls[start : start + length] = call * take.uniform(0.6, 1.0)
            start += round(gap_s * take.uniform(0.9, 1.1) * _BAT_RATE_HZ)
        return calls

    return make


def _vowel(*formants_hz: float) -> Maker:
    """A voice that holds a vowel; how high it speaks and how long its throat is are the speaker's own."""

    def make(individual: Random, take: Random, frames: int) -> Sound:
        pitch_hz = individual.uniform(95, 240) * take.uniform(0.94, 1.06)
        size = individual.uniform(0.92, 1.12)
        time = np.arange(frames) / _VOICE_RATE_HZ
        phase = _TURN * np.cumsum(pitch_hz * (1 + 0.02 * np.sin(_TURN * 5 * time))) / _VOICE_RATE_HZ
        voice = np.zeros(frames)
        for harmonic in range(1, int(0.45 * _VOICE_RATE_HZ / pitch_hz)):
            at_hz = harmonic * pitch_hz
            level = sum(1 / (1 + ((at_hz - size * one) / 90) ** 2) for one in formants_hz) / harmonic**0.5
            voice += level * np.sin(harmonic * phase + take.uniform(0, _TURN))
        return np.asarray(voice * np.sin(np.pi * np.arange(frames) / frames) ** 0.5, np.float32)

    return make


def _knocking_engine(individual: Random, take: Random, frames: int) -> Sound:
    """An engine with a worn bearing: a hard click at every turn of its shaft."""
    engine = DEMO_CLASSES["engine"](individual, take, frames)
    turns_hz = individual.uniform(7, 11) * take.uniform(0.97, 1.03)
    since_s = np.mod(np.arange(frames) / DEMO_RATE_HZ, 1 / turns_hz)
    click = np.exp(-since_s / 0.002) * np.sin(_TURN * individual.uniform(5000, 7000) * since_s)
    return np.asarray(engine / np.abs(engine).max() + 0.8 * click, np.float32)


def _squealing_engine(individual: Random, take: Random, frames: int) -> Sound:
    """An engine with a slipping belt: a wavering whistle over it."""
    engine = DEMO_CLASSES["engine"](individual, take, frames)
    time = np.arange(frames) / DEMO_RATE_HZ
    pitch_hz = individual.uniform(2500, 3500) * (1 + 0.03 * np.sin(_TURN * take.uniform(2, 4) * time))
    squeal = np.sin(_TURN * np.cumsum(pitch_hz) / DEMO_RATE_HZ)
    return np.asarray(engine / np.abs(engine).max() + 0.5 * squeal, np.float32)


PRACTICES: dict[str, Practice] = {
    "birds": Practice(
        DEMO_RATE_HZ,
        1.5,
        ("meadow", "forest", "yard", "shore", "roadside", "barn"),
        {name: DEMO_CLASSES[name] for name in ("songbird", "cricket", "frog")},
    ),
    "bats": Practice(
        _BAT_RATE_HZ,
        0.5,
        ("river", "attic", "park", "cave", "orchard", "bridge"),
        {
            "pipistrelle": _bat(80_000, 45_000, 0.006, 0.09),
            "noctule": _bat(28_000, 20_000, 0.018, 0.2),
            "myotis": _bat(88_000, 30_000, 0.003, 0.06),
        },
    ),
    "speech": Practice(
        _VOICE_RATE_HZ,
        0.6,
        ("ada", "ben", "chen", "dora", "emil", "fatima"),
        {"ah": _vowel(730, 1090, 2440), "ee": _vowel(270, 2290, 3010), "oo": _vowel(300, 870, 2240)},
    ),
    "machines": Practice(
        DEMO_RATE_HZ,
        1.5,
        ("pump1", "pump2", "pump3", "pump4", "pump5", "pump6"),
        {"healthy": DEMO_CLASSES["engine"], "bearing": _knocking_engine, "belt": _squealing_engine},
    ),
    "class-room": Practice(
        DEMO_RATE_HZ,
        1.2,
        ("team1", "team2", "team3", "team4", "team5", "team6"),
        {name: DEMO_CLASSES[name] for name in ("bell", "dog", "knocking")},
    ),
}
"""What there is to practise on, by name."""
