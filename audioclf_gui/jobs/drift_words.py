"""What drift means, in words for people."""

import itertools
from collections.abc import Iterator

from audioclf_gui.core.text import Text
from audioclf_gui.ml.drift import Drift
from audioclf_gui.ml.sound_profile import ProfileBands

_TELEPHONE_HZ = 3400.0
_TELEPHONE_DB = -10.0


def measure_names(bands: ProfileBands) -> list[str]:
    """What JSON calls the measures of a profile, in their order."""
    keys = [f"band_{low:.0f}_{high:.0f}_hz_db" for low, high in itertools.pairwise(bands.edges_hz)]
    return ["level_dbfs", "clipped_percent", *keys]


def differences(drift: Drift, bands: ProfileBands) -> Iterator[Text]:
    """What raises the alarm about level, clipping and the share of each band; one at least, if any does."""
    if not drift.is_alarming:
        return
    level, clipped, *shares = drift.measures
    moved_db = level.now - level.before
    if level.is_alarming:
        yield (
            Text("quieter by {by_db:.0f} dB (gain, or farther away?)", by_db=-moved_db)
            if moved_db < 0.0
            else Text("louder by {by_db:.0f} dB (gain, or nearer?)", by_db=moved_db)
        )
    if is_cut := clipped.is_alarming and clipped.now > clipped.before:
        yield Text("{percent:.1f} % of samples are cut off (too loud?)", percent=clipped.now)
    moved = [
        (low, high, share.now - share.before)
        for low, high, share in zip(bands.edges_hz, bands.edges_hz[1:], shares, strict=False)
        if share.is_alarming
    ]
    for low, high, by_db in moved:
        yield (
            Text(
                "between {low:.0f} and {high:.0f} Hz less by {by_db:.0f} dB", low=low, high=high, by_db=-by_db
            )
            if by_db < 0.0
            else Text(
                "between {low:.0f} and {high:.0f} Hz more by {by_db:.0f} dB", low=low, high=high, by_db=by_db
            )
        )
    if any(high > _TELEPHONE_HZ and by_db < _TELEPHONE_DB for _low, high, by_db in moved):
        yield Text("little is left of the high frequencies, as by telephone or with another microphone")
    if not (level.is_alarming or is_cut or moved):
        yield Text(
            "the mixture of level and bands is unlike any of yours, most of all {measure}",
            measure=_most_moved(drift, bands),
        )


def _most_moved(drift: Drift, bands: ProfileBands) -> Text:
    """The measure whose mean moved most, in units of its line."""
    moved = [one.shift / one.shift_line for one in drift.measures]
    at = moved.index(max(moved))
    by = drift.measures[at].now - drift.measures[at].before
    match at:
        case 0:
            return Text("the level, by {by:+.0f} dB", by=by)
        case 1:
            return Text("what is cut off, by {by:+.1f} % of samples", by=by)
    low, high = bands.edges_hz[at - 2 : at]
    return Text("what is between {low:.0f} and {high:.0f} Hz, by {by:+.0f} dB", low=low, high=high, by=by)
