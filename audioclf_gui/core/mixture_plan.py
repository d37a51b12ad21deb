"""Planning mixtures: from seed, settings and sounds to what is placed where; a mixture needs no other one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from audioclf_gui.core.mixtures import (
    Background,
    BackgroundSource,
    MixturePlan,
    MixtureSettings,
    PlacedBackground,
    PlacedEvent,
    Placement,
    Range,
    SoundSource,
    Subset,
)
from audioclf_gui.core.seeded import Keys, drawn, key_of, keys_of, ranked

_SEEDS = 2**63
_SHORTEST_S = 0.05  # of what is cut from a sound; below it there is nothing to learn, see `core.usable`


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """Names to choose from."""

    names: tuple[str, ...]
    keys: Keys

    def drawn(self, seed: int) -> str:
        return self.names[drawn(self.keys, seed)]


@dataclass(frozen=True, slots=True, eq=False)
class Supply:
    """The sounds of one subset: first a class is chosen, then a group that has it, then a sound."""

    subset: Subset
    sources: Mapping[str, SoundSource]  # by their keys
    classes: _Choice
    groups: Mapping[str, _Choice]  # of each class
    sounds: Mapping[tuple[str, str], _Choice]  # of each class and group
    backgrounds: Mapping[str, BackgroundSource]  # by their keys
    background_keys: _Choice


def supply(
    subset: Subset, sources: Sequence[SoundSource], backgrounds: Sequence[BackgroundSource] = ()
) -> Supply:
    """The sounds of a subset, ready to be chosen from."""
    sounds: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for source in sources:
        for name in source.classes:
            sounds[name, source.group].append(source.key)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, group in sounds:
        groups[name].append(group)
    return Supply(
        subset,
        {source.key: source for source in sources},
        _choice(groups),
        {name: _choice(found) for name, found in groups.items()},
        {pair: _choice(found) for pair, found in sounds.items()},
        {one.key: one for one in backgrounds},
        _choice([one.key for one in backgrounds]),
    )


def planned(settings: MixtureSettings, sounds: Supply, number: int) -> MixturePlan:
    """The mixture of that number, counted from 1; whatever the others are, it is the same.

    Parameters
    ----------
    settings
        With a sampling rate, and `sounds` with recordings for the background if files are to be it.
    """
    place = key_of(f"{settings.seed} {sounds.subset} {number}")
    rng = np.random.default_rng(place)
    length_s = round(_uniform(rng, settings.length_s) * settings.rate_hz) / settings.rate_hz
    is_sequential = bool(rng.random() < 0.5)
    if settings.placement is not Placement.MIXED:
        is_sequential = settings.placement is Placement.SEQUENTIAL
    count = max(1, round(_uniform(rng, settings.events_per_min) * length_s / 60.0))
    background = _background(settings, sounds, length_s, rng)
    only = _class_in_turn(settings, sounds, number) if settings.one_class else ""
    wanted = [_drawn_event(settings, sounds, only, f"{place} {at}") for at in range(count)]
    events = _in_turn(wanted, length_s) if is_sequential else _anywhere(wanted, length_s)
    return MixturePlan(
        sounds.subset,
        number,
        length_s,
        settings.rate_hz,
        Placement.SEQUENTIAL if is_sequential else Placement.OVERLAPPING,
        tuple(sorted(events, key=lambda one: one.at_s)),
        background,
        settings.peak_db,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """An event that has no place yet, and what decides on it."""

    event: PlacedEvent
    pause_s: float
    place: float  # 0 to 1, of where it can begin
    cut: float  # 0 to 1, of where it can be cut


def _drawn_event(settings: MixtureSettings, sounds: Supply, only: str, name: str) -> _Drawn:
    """A sound with all that is drawn for it; as many numbers are drawn whatever they come to."""
    seed = key_of(name)
    rng = np.random.default_rng(seed)
    chosen = only or sounds.classes.drawn(key_of(f"{name} class"))
    group = sounds.groups[chosen].drawn(key_of(f"{name} group"))
    source = sounds.sources[sounds.sounds[chosen, group].drawn(key_of(f"{name} sound"))]
    event = PlacedEvent(
        source,
        source.start_s,
        source.stop_s,
        0.0,
        gain_db=_uniform(rng, settings.gain_db),
        speed=_uniform(rng, settings.speed),
        rt60_s=_uniform(rng, settings.rt60_s),
        seed=int(rng.integers(_SEEDS)),
    )
    return _Drawn(event, _uniform(rng, settings.pause_s), float(rng.random()), float(rng.random()))


def _anywhere(wanted: Sequence[_Drawn], length_s: float) -> list[PlacedEvent]:
    """Each begins wherever it still ends in the mixture, and is cut if it is longer than that."""
    events = []
    for one in wanted:
        event = _cut(one, length_s)
        events.append(replace(event, at_s=one.place * max(0.0, length_s - event.duration_s)))
    return events


def _in_turn(wanted: Sequence[_Drawn], length_s: float) -> list[PlacedEvent]:
    """One after the other with their pauses, as many as there is room for; the first one always is."""
    events: list[PlacedEvent] = []
    at_s = 0.0
    for one in wanted:
        event = _cut(one, length_s)
        start_s = at_s + one.pause_s
        if not events:
            start_s = min(start_s, max(0.0, length_s - event.duration_s))
        elif start_s + event.duration_s > length_s:
            break
        events.append(replace(event, at_s=start_s))
        at_s = start_s + event.duration_s
    return events


def _cut(one: _Drawn, longest_s: float) -> PlacedEvent:
    """The event, or as long a stretch of it as there is room for."""
    event = one.event
    kept_s = max(_SHORTEST_S, longest_s) * event.speed
    if event.to_s - event.from_s <= kept_s:
        return event
    from_s = event.from_s + one.cut * (event.to_s - event.from_s - kept_s)
    return replace(event, from_s=from_s, to_s=from_s + kept_s)


def _class_in_turn(settings: MixtureSettings, sounds: Supply, number: int) -> str:
    """Every class equally often: all of them in an order of chance, then all of them again."""
    names = sorted(sounds.classes.names)
    turn, place = divmod(number - 1, len(names))
    return ranked(names, key_of(f"{settings.seed} {sounds.subset} turn {turn}"))[place]


def _background(
    settings: MixtureSettings, sounds: Supply, length_s: float, rng: np.random.Generator
) -> PlacedBackground | None:
    snr_db, part = _uniform(rng, settings.snr_db), float(rng.random())
    seed = int(rng.integers(_SEEDS))
    if settings.background is Background.NONE:
        return None
    if settings.background is not Background.FILES:
        return PlacedBackground(settings.background, snr_db, seed)
    source = sounds.backgrounds[sounds.background_keys.drawn(seed)]
    from_s = part * max(0.0, source.duration_s - length_s)
    return PlacedBackground(settings.background, snr_db, seed, source, from_s)


def _choice(names: Sequence[str] | Mapping[str, object]) -> _Choice:
    ordered = tuple(sorted(names))
    return _Choice(ordered, keys_of(ordered))


def _uniform(rng: np.random.Generator, span: Range) -> float:
    low, high = span
    return low + (high - low) * float(rng.random())
