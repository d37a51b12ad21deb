"""What is wrong with the clips of a project before anything is trained on them."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import Frames, read_blocks
from audioclf_gui.audio.levels import peak_db
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.naming import Twins
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

SILENT_DB = -60.0  # peak; quieter than the noise of any usual microphone
CLIPPED_SHARE = 0.001  # of the samples; single overshoots do no harm
TOO_SHORT_S = 0.1
FEW_CLIPS = 10  # a class with fewer can hardly be learnt, and not be judged

_NEARLY_FULL_SCALE = 0.985  # recorders often clip a little below full scale
_CLIPPED_RUN = 3  # equal extremes in a row; a clean sine has at most two
_NAMED_CLASSES = 3  # more classes of one fault share a line
_FOLLOWS = 0.8  # share of a class at one rate, and of the others at different ones


class Kind(StrEnum):
    """What a finding is about."""

    UNREADABLE = "unreadable"
    SILENT = "silent"
    CLIPPED = "clipped"
    TOO_SHORT = "too short"
    DUPLICATE = "duplicate"
    TWO_CLASSES = "two classes"
    FEW_CLIPS = "few clips"
    ONE_GROUP = "one group"
    RATE_FOLLOWS_CLASS = "rate follows class"
    NEAR_TWINS = "near twins"


class Severity(StrEnum):
    """What a finding means for training, which no finding prevents."""

    FINE = "fine"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report, with the clips that it is about."""

    kind: Kind
    message: Text
    clip_ids: tuple[ClipId, ...] = ()
    severity: Severity = Severity.WARNING
    twins: Twins | None = None  # classes that can be merged to mend it


@dataclass(frozen=True, slots=True)
class CheckedClip:
    """What the check needs to know of a clip; may cross threads."""

    id: ClipId
    path: Path
    content: str  # hash of the file
    classes: tuple[str, ...]  # every class it has a label of
    group: str
    rate_hz: int
    duration_s: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What reading all of a file told."""

    problem: Text | None = None  # why it cannot be used
    peak_db: float = 0.0  # dBFS
    clipped_share: float = 0.0  # of its samples, 0 to 1
    sound: str = ""  # hash of its samples, equal for equal sound in any lossless format


Finds = Iterator[Finding]


def clips_to_check(view: CatalogueView) -> tuple[CheckedClip, ...]:
    """Every clip of the project as the check wants it; opens no file."""
    with no_garbage_collection(len(view.clips)):
        return _clips_to_check(view)


def _clips_to_check(view: CatalogueView) -> tuple[CheckedClip, ...]:
    names = {known.id: known.name for known in view.classes}
    return tuple(
        CheckedClip(
            id=clip.id,
            path=view.audio_path(clip),
            content=clip.content,
            classes=tuple(
                dict.fromkeys(
                    names[label.class_id] for label in view.labels(clip.id) if label.class_id is not None
                )
            ),
            group=clip.group,
            rate_hz=clip.audio.rate_hz,
            duration_s=clip.duration_s,
        )
        for clip in view.clips
    )


def check_clips(
    clips: Sequence[CheckedClip], heard: MutableMapping[str, Heard] | None = None
) -> Generator[Progress | Finding, None, None]:
    """Read every file once and report what could spoil a model; nothing is changed, nothing aborts.

    Parameters
    ----------
    heard
        What earlier checks heard, by content hash; known files are not read again but must still be
        there. New ones are added.

    Yields
    ------
    Progress after each file, then a Finding for each thing that was found, and one with
    Severity.FINE for each of the main questions that has no finding.
    """
    heard = {} if heard is None else heard
    sounds: list[tuple[CheckedClip, Heard]] = []
    yield Progress(0, len(clips))
    for done, clip in enumerate(clips, start=1):
        sounds.append((clip, _known_or_read(clip, heard)))
        yield Progress(done, len(clips))
    yield from _file_findings(sounds)
    yield from _copy_findings([pair for pair in sounds if not pair[1].problem])
    yield from _class_findings(clips)
    yield from _rate_findings(clips)


def listen(path: Path) -> Heard:
    """Read a file from start to end."""
    digest = hashlib.blake2b(digest_size=16)
    peak, clipped, count = -np.inf, 0, 0
    try:
        for block in read_blocks(path):
            peak = max(peak, peak_db(block))
            clipped += _clipped_samples(block)
            count += block.size
            digest.update(np.rint(block * 32768.0).astype(np.int32).tobytes())
    except UnreadableAudioError as error:
        return Heard(problem=error.reason)
    if not count:
        return Heard(problem=Text("it holds no sound"))
    return Heard(None, peak, clipped / count, digest.hexdigest())


def _known_or_read(clip: CheckedClip, heard: MutableMapping[str, Heard]) -> Heard:
    if not clip.path.is_file():
        return Heard(problem=Text("the file is missing"))
    if clip.content not in heard:
        heard[clip.content] = listen(clip.path)
    return heard[clip.content]


def _clipped_samples(block: Frames) -> int:
    """How many samples stand in runs of equal values near full scale."""
    level = np.abs(block)
    stuck = (level[1:] >= _NEARLY_FULL_SCALE) & (block[1:] == block[:-1])
    in_run = stuck.copy()
    for step in range(1, _CLIPPED_RUN - 1):
        in_run[step:] &= stuck[:-step]
        in_run[:step] = False
    return int(np.count_nonzero(in_run))


def _file_findings(sounds: Sequence[tuple[CheckedClip, Heard]]) -> Finds:
    broken = [(clip, heard.problem) for clip, heard in sounds if heard.problem]
    if broken:
        yield Finding(
            Kind.UNREADABLE, _unreadable([problem for _, problem in broken]), _ids(clip for clip, _ in broken)
        )
    whole = [pair for pair in sounds if not pair[1].problem]
    if whole:
        readable = Text("{n} clip can be read", "{n} clips can be read", n=len(whole))
        yield Finding(Kind.UNREADABLE, readable, severity=Severity.FINE)
    silent = _ids(clip for clip, heard in whole if heard.peak_db < SILENT_DB)
    clipped = _ids(clip for clip, heard in whole if heard.clipped_share > CLIPPED_SHARE)
    short = _ids(clip for clip, _ in whole if clip.duration_s < TOO_SHORT_S)
    if silent:
        message = Text("{n} clip is silent", "{n} clips are silent", n=len(silent))
        yield Finding(Kind.SILENT, message, silent)
    elif whole:
        yield Finding(Kind.SILENT, Text("no clip is silent"), severity=Severity.FINE)
    if clipped:
        message = Text("{n} clip is clipped", "{n} clips are clipped", n=len(clipped))
        yield Finding(Kind.CLIPPED, message, clipped)
    if short:
        message = Text(
            "{n} clip is shorter than {least_s:g} s",
            "{n} clips are shorter than {least_s:g} s",
            n=len(short),
            least_s=TOO_SHORT_S,
        )
        yield Finding(Kind.TOO_SHORT, message, short)


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


def _copy_findings(sounds: Sequence[tuple[CheckedClip, Heard]]) -> Finds:
    """Silence is no copy of silence."""
    audible = [pair for pair in sounds if pair[1].peak_db >= SILENT_DB]
    copies = [same for same in _grouped((heard.sound, clip) for clip, heard in audible) if len(same) > 1]
    contradictory = [same for same in copies if len({clip.classes for clip in same if clip.classes}) > 1]
    agreeing = [same for same in copies if same not in contradictory]
    if agreeing:
        extra = sum(len(same) - 1 for same in agreeing)
        message = Text("{n} clip is a copy of another", "{n} clips are copies of others", n=extra)
        yield Finding(Kind.DUPLICATE, message, _ids(clip for same in agreeing for clip in same))
    if contradictory:
        message = Text(
            "{n} sound is in two classes ({names})",
            "{n} sounds are in two classes ({names}, …)",
            n=len(contradictory),
            names=_names(contradictory[0][0].classes + contradictory[0][1].classes),
        )
        yield Finding(Kind.TWO_CLASSES, message, _ids(clip for same in contradictory for clip in same))
    elif sounds:
        yield Finding(Kind.TWO_CLASSES, Text("no sound is in two classes"), severity=Severity.FINE)


def _names(classes: Sequence[str]) -> Text:
    first, *others = (Text("“{name}”", name=name) for name in dict.fromkeys(classes))
    return reduce(lambda names, name: Text("{names} and {name}", names=names, name=name), others, first)


def _class_findings(clips: Sequence[CheckedClip]) -> Finds:
    members = _by_class(clips)
    few = {name: inside for name, inside in members.items() if len(inside) < FEW_CLIPS}
    if len(few) > _NAMED_CLASSES:
        fewest = min(few, key=lambda name: len(few[name]))
        message = Text(
            "{n} class has fewer than {least} clips, “{name}” only {fewest}",
            "{n} classes have fewer than {least} clips, “{name}” only {fewest}",
            n=len(few),
            least=FEW_CLIPS,
            name=fewest,
            fewest=len(few[fewest]),
        )
        yield Finding(Kind.FEW_CLIPS, message, _ids_of_classes(few))
    else:
        for name, inside in few.items():
            message = Text(
                "“{name}” has only {n} clip", "“{name}” has only {n} clips", n=len(inside), name=name
            )
            yield Finding(Kind.FEW_CLIPS, message, _ids(inside))
    yield from _group_findings(clips, members)


def _group_findings(clips: Sequence[CheckedClip], members: Mapping[str, Sequence[CheckedClip]]) -> Finds:
    if not any(clip.group for clip in clips):
        return
    lonely = {
        name: inside
        for name, inside in members.items()
        if len({clip.group or clip.content for clip in inside}) == 1
    }
    if len(lonely) > _NAMED_CLASSES:
        message = Text(
            "{n} class has 1 recording group", "{n} classes have 1 recording group each", n=len(lonely)
        )
        yield Finding(Kind.ONE_GROUP, message, _ids_of_classes(lonely))
    else:
        for name, inside in lonely.items():
            yield Finding(Kind.ONE_GROUP, Text("“{name}” has 1 recording group", name=name), _ids(inside))


def _rate_findings(clips: Sequence[CheckedClip]) -> Finds:
    """A model could learn the sample rate, or what went with it, instead of the sound."""
    members = _by_class(clips)
    rates = Counter(clip.rate_hz for clip in clips if clip.classes)
    total = sum(rates.values())
    for name, inside in members.items():
        rate_hz, times = Counter(clip.rate_hz for clip in inside).most_common(1)[0]
        outside = total - len(inside)
        if outside and times >= _FOLLOWS * len(inside) and rates[rate_hz] - times <= (1 - _FOLLOWS) * outside:
            yield Finding(
                Kind.RATE_FOLLOWS_CLASS,
                Text("“{name}” has {rate:g} kHz, most other clips do not", name=name, rate=rate_hz / 1000),
                _ids(clip for clip in inside if clip.rate_hz == rate_hz),
            )


def _by_class(clips: Sequence[CheckedClip]) -> dict[str, list[CheckedClip]]:
    members: dict[str, list[CheckedClip]] = defaultdict(list)
    for clip in clips:
        for name in clip.classes:
            members[name].append(clip)
    return members


def _grouped(pairs: Iterable[tuple[Hashable, CheckedClip]]) -> Iterable[list[CheckedClip]]:
    groups: dict[Hashable, list[CheckedClip]] = defaultdict(list)
    for key, clip in pairs:
        groups[key].append(clip)
    return groups.values()


def _ids(clips: Iterable[CheckedClip]) -> tuple[ClipId, ...]:
    return tuple(clip.id for clip in clips)


def _ids_of_classes(classes: Mapping[str, Sequence[CheckedClip]]) -> tuple[ClipId, ...]:
    return _ids(dict.fromkeys(clip for inside in classes.values() for clip in inside))
