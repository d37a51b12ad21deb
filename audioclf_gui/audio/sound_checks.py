"""What is wrong with the sound of clips, heard as a model hears it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

from audioclf_gui.audio.findings import CheckedClip, Finding, Finds, Kind, Severity, ids, names_text
from audioclf_gui.audio.heard import CHANGED, SILENT_DB, Heard
from audioclf_gui.core.text import Text

CLIPPED_SHARE = 0.001  # of the samples; single overshoots do no harm
OFFSET = 0.02  # of full scale; less takes no more than a fifth of a decibel of its room from loud sound
LEAST_OFFSET = 0.001  # as SILENT_DB: what is less is neither seen nor heard
OFFSET_OF_PEAK = 0.5  # of the sound's own; with more its waveform wastes a third of its height, and more
CANCELLED_SHARE = 0.1  # of a clip; less may be chance
TOO_SHORT_S = 0.1

Sounds = Sequence[tuple[CheckedClip, Heard]]


def file_findings(sounds: Sounds) -> Finds:
    """Files that cannot be read, and clips that are silent, too loud, faulty or too short."""
    broken = [(clip, heard.problem) for clip, heard in sounds if heard.problem and heard.problem != CHANGED]
    if broken:
        yield Finding(
            Kind.UNREADABLE,
            _unreadable([problem for _, problem in broken]),
            ids(clip for clip, _ in broken),
            remedy=Text("Convert such files to WAV or FLAC, find those that were moved, or leave them out."),
        )
    if changed := ids(clip for clip, heard in sounds if heard.problem == CHANGED):
        message = Text(
            "{n} file was changed since it was imported, so its clip is left out of training",
            "{n} files were changed since they were imported, so their clips are left out of training",
            n=len(changed),
        )
        remedy = Text("Put the old files back, or import what they hold now as other clips.")
        yield Finding(Kind.UNREADABLE, message, changed, remedy=remedy)
    whole = [pair for pair in sounds if not pair[1].problem]
    if whole:
        readable = Text("{n} clip can be read", "{n} clips can be read", n=len(whole))
        yield Finding(Kind.UNREADABLE, readable, severity=Severity.FINE)
    yield from _level_findings(whole)
    yield from _channel_findings(whole)
    if short := ids(clip for clip, _ in whole if clip.duration_s < TOO_SHORT_S):
        message = Text(
            "{n} clip is shorter than {least_s:g} s",
            "{n} clips are shorter than {least_s:g} s",
            n=len(short),
            least_s=TOO_SHORT_S,
        )
        yield Finding(Kind.TOO_SHORT, message, short, remedy=Text("Cut them longer, or leave them out."))


def copy_findings(sounds: Sounds) -> Finds:
    """Sounds that are there more than once; silence is no copy of silence."""
    audible = [pair for pair in sounds if pair[1].peak_db >= SILENT_DB]
    copies = [same for same in _grouped((heard.sound, clip) for clip, heard in audible) if len(same) > 1]
    contradictory = [same for same in copies if len({clip.classes for clip in same if clip.classes}) > 1]
    agreeing = [same for same in copies if same not in contradictory]
    if agreeing:
        extra = sum(len(same) - 1 for same in agreeing)
        message = Text("{n} clip is a copy of another", "{n} clips are copies of others", n=extra)
        yield Finding(
            Kind.DUPLICATE,
            message,
            ids(clip for same in agreeing for clip in same),
            remedy=Text("Take the copies out: they add nothing."),
        )
    if contradictory:
        message = Text(
            "{n} sound is in two classes ({names})",
            "{n} sounds are in two classes ({names}, …)",
            n=len(contradictory),
            names=names_text(contradictory[0][0].classes + contradictory[0][1].classes),
        )
        yield Finding(
            Kind.TWO_CLASSES,
            message,
            ids(clip for same in contradictory for clip in same),
            remedy=Text("Decide on one class for each."),
        )
    elif sounds:
        yield Finding(Kind.TWO_CLASSES, Text("no sound is in two classes"), severity=Severity.FINE)


def _level_findings(whole: Sounds) -> Finds:
    silent = ids(clip for clip, heard in whole if heard.peak_db < SILENT_DB)
    clipped = ids(clip for clip, heard in whole if heard.clipped_share > CLIPPED_SHARE)
    if silent:
        message = Text("{n} clip is silent", "{n} clips are silent", n=len(silent))
        remedy = Text("Leave such clips out, unless silence is what is to be learnt.")
        yield Finding(Kind.SILENT, message, silent, remedy=remedy)
    elif whole:
        yield Finding(Kind.SILENT, Text("no clip is silent"), severity=Severity.FINE)
    if clipped:
        message = Text("{n} clip is clipped", "{n} clips are clipped", n=len(clipped))
        remedy = Text("Record with less gain; what is cut off cannot be brought back.")
        yield Finding(Kind.CLIPPED, message, clipped, remedy=remedy)


def _channel_findings(whole: Sounds) -> Finds:
    shifted = [(clip, abs(heard.offset)) for clip, heard in whole if _is_shifted(heard)]
    if shifted:
        message = Text(
            "{n} clip has a constant offset, {percent:.2g} % of full scale",
            "{n} clips have a constant offset, up to {percent:.2g} % of full scale",
            n=len(shifted),
            percent=100.0 * max(offset for _, offset in shifted),
        )
        remedy = Text("It is no sound, but takes the room of sound: check the recorder.")
        yield Finding(Kind.OFFSET, message, ids(clip for clip, _ in shifted), remedy=remedy)
    if cancelling := ids(clip for clip, heard in whole if heard.cancelled_share >= CANCELLED_SHARE):
        message = Text(
            "in {n} clip the channels cancel each other: only one is heard",
            "in {n} clips the channels cancel each other: only one is heard",
            n=len(cancelling),
        )
        remedy = Text("Check the cables, or invert one channel.")
        yield Finding(Kind.CANCELLING, message, cancelling, remedy=remedy)


def _is_shifted(heard: Heard) -> bool:
    offset = abs(heard.offset)
    peak: float = 10.0 ** (heard.peak_db / 20.0)
    return offset > OFFSET or (offset > LEAST_OFFSET and offset > OFFSET_OF_PEAK * peak)


def _unreadable(problems: Sequence[Text]) -> Text:
    reason, times = Counter(problems).most_common(1)[0]
    if times == len(problems):
        return Text(
            "{n} clip cannot be read: {reason}",
            "{n} clips cannot be read: {reason}",
            n=len(problems),
            reason=reason,
        )
    return Text(
        "{n} clip cannot be read: mostly because {reason}",
        "{n} clips cannot be read: mostly because {reason}",
        n=len(problems),
        reason=reason,
    )


def _grouped(pairs: Iterable[tuple[Hashable, CheckedClip]]) -> Iterable[list[CheckedClip]]:
    groups: dict[Hashable, list[CheckedClip]] = defaultdict(list)
    for key, clip in pairs:
        groups[key].append(clip)
    return groups.values()
