"""What the recordings that a model learnt from sounded like: the share of each band of their power."""

from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.sound_profile import ProfileBands, Profiles, bands_up_to, profiles

RECORD = "sound"
"""Where a model's record tells of it; older models have none."""

_MOST_EXAMPLES = 200  # beyond them the mean hardly moves
_LEAST_EXAMPLES = 5
_MOST_BANDS = 32
_LONGEST_S = 10.0


@dataclass(frozen=True, slots=True)
class TrainingSound:
    """Shares in dB of the power of all bands, which do not depend on the level."""

    edges_hz: tuple[float, ...]  # one more than there are bands
    mean_db: tuple[float, ...]  # of the recordings, per band
    spread_db: tuple[float, ...]  # standard deviation between them

    def __post_init__(self) -> None:
        count = len(self.mean_db)
        values = (*self.edges_hz, *self.mean_db, *self.spread_db)
        are_bands = 1 < count <= _MOST_BANDS and (len(self.edges_hz), len(self.spread_db)) == (
            count + 1,
            count,
        )
        if not (are_bands and np.isfinite(values).all() and (np.diff(self.edges_hz) > 0).all()):
            raise ValueError("that is no sound of recordings")

    @property
    def bands(self) -> ProfileBands:
        """The bands themselves."""
        return ProfileBands(self.edges_hz)


def training_sound(examples: Sequence[Example], rate_hz: int, quiet_db: float) -> TrainingSound | None:
    """From some of the examples, evenly taken; None if too few of them can be heard.

    Parameters
    ----------
    rate_hz
        Of the model: what is above half of it is not heard.
    quiet_db
        What is quieter, in dBFS, is silence.
    """
    bands = bands_up_to(rate_hz / 2.0)
    chosen = examples[:: -(-len(examples) // _MOST_EXAMPLES) or 1]
    found: list[Profiles] = []
    with closing(MonoReader()) as reader:
        for example in chosen:
            stop_s = min(example.stop_s, example.start_s + _LONGEST_S)
            with suppress(UnreadableAudioError):  # it was put aside before, or has gone meanwhile
                found.append(profiles(reader, example.path, (example.start_s, stop_s), bands, _LONGEST_S, 1))
    heard = np.concatenate([np.zeros((0, 2 + len(bands))), *found])
    heard = heard[heard[:, 0] >= quiet_db, 2:]
    if len(heard) < _LEAST_EXAMPLES or len(bands) < 2:
        return None
    mean, spread = heard.mean(axis=0).round(2), heard.std(axis=0).round(2)
    return TrainingSound(bands.edges_hz, tuple(mean.tolist()), tuple(spread.tolist()))


def sound_to_json(sound: TrainingSound) -> dict[str, object]:
    """As the record of a model holds it."""
    return {
        "edges_hz": list(sound.edges_hz),
        "mean_db": list(sound.mean_db),
        "spread_db": list(sound.spread_db),
    }


def sound_of(record: Mapping[str, object]) -> TrainingSound | None:
    """What a model's record says; None if it says nothing, or nothing sensible, as it may be a stranger's."""
    match record.get(RECORD):
        case {"edges_hz": list(edges), "mean_db": list(means), "spread_db": list(spreads)}:
            with suppress(TypeError, ValueError):
                lists = [tuple(float(one) for one in values) for values in (edges, means, spreads)]
                return TrainingSound(*lists)
    return None
