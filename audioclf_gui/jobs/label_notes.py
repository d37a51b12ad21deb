"""What there is to say of a label file that was taken in: above all, what was guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.clip import Clip, KeptLabelFile
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_merge import Merged
from audioclf_gui.core.label_series import Version
from audioclf_gui.core.label_templates import companions
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.region_pairs import succession
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track, track_titles
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.exchange import ReadLabels
from audioclf_gui.formats.placing import Pair
from audioclf_gui.formats.registry import last_channels

_HZ_OF_KHZ = 1000.0
_TOLD = 3  # recordings that are named one by one
_CHANNEL = frozenset(("channel", "kanal", "声道"))  # what columns are called
_DECODERS_DIFFER_S = 0.1  # at most, in how long a compressed recording is


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a label file says about one clip, and what it is compared with."""

    file: ReadLabels
    clip: Clip
    version: Version
    earlier: Version | None  # the one that it is a later version of
    since: tuple[Region, ...]  # what that said when it came in another format later
    has_namesake: bool  # whether any file of its name came before

    @property
    def kept(self) -> KeptLabelFile:
        """What is kept of it."""
        return replace(self.version.kept, series=None if self.earlier is None else self.earlier.kept.series)


def compared(arrivals: Sequence[Arrival], outcomes: Sequence[Merged], view: CatalogueView) -> Iterator[Text]:
    """What was taken for an earlier version of the file, and where nothing was though something was there."""
    guessed = [one for one in arrivals if one.earlier is not None and not one.version.is_file_of(one.earlier)]
    for name in dict.fromkeys(_called(one.earlier.kept) for one in guessed if one.earlier is not None):
        yield Text("it is taken for a later version of {file}, which came before", file=name)
    if any(map(_is_moved, arrivals)):
        yield Text("none of its labels lies where it lay before: they were moved")
    apart = [
        one
        for one, outcome in zip(arrivals, outcomes, strict=True)
        if one.earlier is None
        and outcome.tally.new
        and any(not label.is_whole_clip for label in view.labels(one.clip.id))
    ]
    if any(one.has_namesake for one in apart):
        yield Text(
            "it has too little in common with the file of that name before to be its later version,"
            " so its labels were added"
        )
    elif apart:
        yield Text(
            "its labels were added to those that {clip} has already",
            "its labels were added to those that {n} clips have already, {clip} among them",
            n=len(apart),
            clip=apart[0].clip.path,
        )


def _called(kept: KeptLabelFile) -> str:
    return f"{kept.folder}/{kept.name}" if kept.folder else kept.name


def _is_moved(arrival: Arrival) -> bool:
    """Whether all labels are told to be those of before by nothing but their names and their order."""
    if arrival.earlier is None or not arrival.version.regions:
        return False
    later = succession(arrival.earlier.regions, arrival.version.regions)
    return later.met == 0 and any(one is not None for one in later.later)


def learnt_from(file: ReadLabels, new: Sequence[Track]) -> Iterator[Text]:
    """From which of its tracks models learn, where that was guessed.

    Parameters
    ----------
    new
        All tracks that came with this import.
    """
    own = {track.name for track in file.labels.tracks}
    learnt = [track.name for track in new if track.name in own and track.learnt]
    left = [track.name for track in new if track.name in own and not track.learnt]
    if learnt and left:
        yield Text(
            "of its tracks, models learn from {learnt} and not from {left}: that is a guess",
            learnt=track_titles(learnt),
            left=track_titles(left),
        )
    elif left:
        yield Text(
            "models do not learn from its tracks {left}, since other labels lie there: that is a guess",
            left=track_titles(left),
        )


def silent_about(file: ReadLabels, pairs: Sequence[Pair], project: ProjectView) -> Iterator[Text]:
    """Labelled clips that a table of several recordings spoke of, and does not any more."""
    if not any(file.labels.by_file):
        return
    view = project.catalogue
    others = companions(project.file, file.format.key, file.source.name, [clip.id for clip, _ in pairs])
    silent = [clip for clip in map(view.clip, others) if not clip.removed and view.labels(clip.id)]
    if silent:
        yield Text(
            "{n} recording that it spoke of before is not in it; its labels stay: {first}",
            "{n} recordings that it spoke of before are not in it; their labels stay: {first} for one",
            n=len(silent),
            first=silent[0].path,
        )


def of_another_length(file: ReadLabels, pairs: Sequence[Pair]) -> Iterator[Text]:
    """Where a file is about recordings of other lengths, so that it may be about other recordings.

    One that ends with its last label may not have known how long the recording is. The length that a file
    tells under no name is that of the only recording that it is about.
    """
    lengths_s = file.labels.lengths_s
    told = []
    for clip, regions in pairs:
        names = {region.sound_file for region in regions} or {""}
        told_s = max((lengths_s[name] for name in names & lengths_s.keys()), default=None)
        if told_s is None and len(pairs) == 1:
            told_s = lengths_s.get("")
        if told_s is not None and _is_other(told_s, clip, regions):
            told.append((clip, told_s))
    for clip, told_s in told[:_TOLD]:
        yield Text(
            "it says that its recording is {told:.2f} s long, and {clip} is {here:.2f} s long",
            told=told_s,
            clip=clip.path,
            here=clip.duration_s,
        )
    if len(told) > _TOLD:
        yield Text(
            "{n} more recording is of another length than it says",
            "{n} more recordings are of other lengths than it says",
            n=len(told) - _TOLD,
        )


def _is_other(told_s: float, clip: Clip, regions: Sequence[Region]) -> bool:
    last_s = max((region.end_s for region in regions), default=0.0)
    is_shorter = told_s < clip.duration_s - _DECODERS_DIFFER_S and last_s < told_s
    return is_shorter or told_s > clip.duration_s + _DECODERS_DIFFER_S


def of_no_channel(file: ReadLabels, pairs: Sequence[Pair]) -> Iterator[Text]:
    """Where labels are in a channel that their recording does not have: it may be a mix of what was labelled.

    A channel counts for nothing else, since a model hears the mix of all.
    """
    told = []
    for clip, regions in pairs:
        named = last_channels((one.sound_file, cell) for one in regions for cell in _channel_cells(one))
        names = {one.sound_file for one in regions}
        last = max([*named.values(), *(file.labels.channels.get(name, 0) for name in names)], default=0)
        if last > clip.audio.channels:
            told.append((clip, last))
    for clip, last in told[:_TOLD]:
        yield Text(
            "it has labels in channel {channel:d} of {clip}, which has {n} channel",
            "it has labels in channel {channel:d} of {clip}, which has {n} channels",
            channel=last,
            clip=clip.path,
            n=clip.audio.channels,
        )
    if len(told) > _TOLD:
        yield Text(
            "{n} more recording lacks a channel in which it has labels",
            "{n} more recordings lack a channel in which it has labels",
            n=len(told) - _TOLD,
        )


def _channel_cells(region: Region) -> Iterator[str]:
    return (cell for name, cell in region.extra if name.lower() in _CHANNEL)


def left_or_late(pairs: Sequence[Pair], outcomes: Sequence[Merged]) -> Iterator[Text]:
    """Labels that were left out, and those that cannot be right."""
    left_out = sum(one.tally.left_out for one in outcomes)
    if left_out:
        yield Text(
            "{n} label that was deleted here stays deleted",
            "{n} labels that were deleted here stay deleted",
            n=left_out,
        )
    told_again = sum(one.tally.told_again for one in outcomes)
    if told_again:
        yield Text(
            "{n} of its labels is equal to another one, and is not taken in a second time",
            "{n} of its labels are equal to others, and are not taken in a second time",
            n=told_again,
        )
    late = sum(_is_late(region, clip) for clip, regions in pairs for region in regions)
    if late:
        yield Text(
            "{n} label starts after the end of its recording: are its times seconds?",
            "{n} labels start after the end of their recording: are their times seconds?",
            n=late,
        )


def in_another_unit(pairs: Sequence[Pair]) -> Iterator[Text]:
    """Frequencies that cannot be right: above all that a recording holds, or so low that they are kHz."""
    bands = [(region, clip.audio.rate_hz / 2) for clip, regions in pairs for region in regions]
    above = sum(region.low_hz is not None and region.low_hz >= most_hz for region, most_hz in bands)
    if above:
        yield Text(
            "{n} label lies above all frequencies of its recording: are they Hz?",
            "{n} labels lie above all frequencies of their recording: are they Hz?",
            n=above,
        )
    told = [(region.high_hz, most_hz) for region, most_hz in bands if region.high_hz is not None]
    if told and all(high_hz <= most_hz / _HZ_OF_KHZ for high_hz, most_hz in told):
        yield Text(
            "its frequencies are read as Hz, the highest of all as {high:g} Hz: are they kHz?",
            high=max(high_hz for high_hz, _ in told),
        )


def _is_late(region: Region, clip: Clip) -> bool:
    """Whether none of it lies in the recording; a moment may be at its very end."""
    is_moment = region.start_s == region.end_s
    return region.start_s > clip.duration_s or (region.start_s == clip.duration_s and not is_moment)
