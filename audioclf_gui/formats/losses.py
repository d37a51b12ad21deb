"""What a format cannot hold of labels: told before a file is written, from what the format says it can."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.track import MAIN, is_clear
from audioclf_gui.formats.registry import LabelFormat


def losses(known: LabelFormat, regions: Sequence[Region]) -> tuple[Text, ...]:
    """What is lost of `regions` in a file of the format, as sentences for the user."""
    return (*_not_held(known.capabilities, regions), *known.respelled(regions))


def summed(told: Iterable[Text]) -> tuple[Text, ...]:
    """What is lost of several files, each kind of it once with how many labels of all files it is about."""
    counts: dict[str, Text] = {}
    for text in told:
        known = counts.get(text.template)
        n = (text.count or 0) + (0 if known is None else known.count or 0)
        counts[text.template] = text.of_count(n)
    return tuple(counts.values())


def _not_held(capabilities: Capabilities, regions: Sequence[Region]) -> tuple[Text, ...]:
    told = (
        (capabilities.bands, _bands_lost(regions)),
        (capabilities.scores, _scores_lost(regions)),
        (capabilities.nameless, _nameless_lost(regions)),
        (capabilities.blanks, _blanks_lost(regions)),
        (capabilities.moments, _moments_lost(regions)),
        (capabilities.tracks, _tracks_lost(regions)),
        (capabilities.overlaps or not capabilities.tracks, _rows_left(regions)),
        (capabilities.notes, _notes_lost(regions)),
        (capabilities.certainties, _certainties_lost(regions)),
        (capabilities.extra, _extra_lost(regions)),
        (capabilities.fine_times, _fine_times_lost(regions)),
    )
    return tuple(text for is_held, text in told if not is_held and text.count)


def _bands_lost(regions: Sequence[Region]) -> Text:
    n = sum(one.low_hz is not None or one.high_hz is not None for one in regions)
    return Text("The frequencies of {n} label are lost.", "The frequencies of {n} labels are lost.", n=n)


def _scores_lost(regions: Sequence[Region]) -> Text:
    n = sum(one.score is not None for one in regions)
    return Text("The score of {n} label is lost.", "The scores of {n} labels are lost.", n=n)


def _nameless_lost(regions: Sequence[Region]) -> Text:
    n = sum(not one.text.strip() and one.end_s > one.start_s for one in regions)
    return Text("{n} label without a name is left out.", "{n} labels without a name are left out.", n=n)


def _blanks_lost(regions: Sequence[Region]) -> Text:
    n = sum(len(one.text.split()) > 1 for one in regions)
    return Text("“_” stands for a blank in {n} label.", "“_” stands for blanks in {n} labels.", n=n)


def _moments_lost(regions: Sequence[Region]) -> Text:
    n = sum(one.start_s == one.end_s for one in regions)
    return Text("{n} moment is left out.", "{n} moments are left out.", n=n)


def _tracks_lost(regions: Sequence[Region]) -> Text:
    n = sum(one.track != MAIN for one in regions)
    return Text(
        "{n} label loses its track: all stand in one row.",
        "{n} labels lose their tracks: all stand in one row.",
        n=n,
    )


def _notes_lost(regions: Sequence[Region]) -> Text:
    n = sum(bool(one.note) for one in regions)
    return Text("The note of {n} label is lost.", "The notes of {n} labels are lost.", n=n)


def _certainties_lost(regions: Sequence[Region]) -> Text:
    n = sum(one.certainty is not None for one in regions)
    return Text("How sure {n} label is, is lost.", "How sure {n} labels are, is lost.", n=n)


def _extra_lost(regions: Sequence[Region]) -> Text:
    n = sum(bool(one.extra) for one in regions)
    return Text(
        "The further columns of {n} label are lost.", "The further columns of {n} labels are lost.", n=n
    )


def _fine_times_lost(regions: Sequence[Region]) -> Text:
    n = sum(
        abs(time_s - round(time_s, 3)) > SAME_S / 2 for one in regions for time_s in {one.start_s, one.end_s}
    )
    return Text("{n} time is rounded to milliseconds.", "{n} times are rounded to milliseconds.", n=n)


def _rows_left(regions: Sequence[Region]) -> Text:
    """Labels for which the row of their track has no room; the main track has several rows."""
    n = 0
    rows: defaultdict[str, list[Region]] = defaultdict(list)
    for one in regions:
        if one.track != MAIN:
            rows[one.track].append(one)
    for row in rows.values():
        stretches = sorted((one.start_s, one.end_s) for one in row if one.end_s > one.start_s)
        moments = Counter(one.start_s for one in row if one.end_s == one.start_s)
        n += moments.total() if stretches else moments.total() - len(moments)
        reached_s = 0.0
        for start_s, end_s in stretches:
            n += not is_clear(reached_s, start_s)
            reached_s = max(reached_s, end_s)
    return Text(
        "{n} label has no room in the row of its track, and goes to a further one.",
        "{n} labels have no room in the row of their track, and go to a further one.",
        n=n,
    )
