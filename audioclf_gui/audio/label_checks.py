"""Labels that hold no sound, only a part of it, or the sound of two classes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from audioclf_gui.audio.findings import CheckedClip, Finding, Finds, Kind, NamedLabel, ids, names_text
from audioclf_gui.audio.heard import SILENT_DB
from audioclf_gui.audio.sound_checks import Sounds
from audioclf_gui.core.text import Text
from audioclf_gui.core.usable import (
    Fault,
    contested,
    fault_of,
    fault_text,
    faults_remedy,
    judged,
    reaches_above,
    reaches_past_end,
    unusable_text,
)

_KINDS = {
    Fault.PAST_END: Kind.PAST_END,
    Fault.MOMENT: Kind.MOMENT,
    Fault.TOO_SHORT: Kind.SHORT_LABEL,
    Fault.NO_SOUND: Kind.UNREADABLE,
    Fault.OUTDONE: Kind.OUTDONE,
}


def label_findings(clips: Sequence[CheckedClip]) -> Finds:
    """What is wrong with labels by their times and bands alone."""
    yield from _fault_findings(clips)
    yield from _finding(
        Kind.PARTLY_PAST_END,
        clips,
        lambda clip, one: reaches_past_end(one.label, clip.duration_s),
        lambda n: Text(
            "{n} label goes on after the end of its recording",
            "{n} labels go on after the end of their recording",
            n=n,
        ),
        Text("Only what is there is learnt: check that the labels belong to these recordings."),
    )
    yield from _finding(
        Kind.ABOVE_NYQUIST,
        clips,
        lambda clip, one: reaches_above(one.label, clip.rate_hz / 2),
        lambda n: Text(
            "{n} label reaches above half the sampling rate, where its recording has nothing",
            "{n} labels reach above half the sampling rate, where their recordings have nothing",
            n=n,
        ),
        Text("Check that the labels belong to these recordings, or record with a higher sampling rate."),
    )
    yield from _overlap_finding(clips)


def silent_label_finding(sounds: Sounds) -> Finds:
    """Stretches that are silent in clips that are not."""
    hit = [
        (clip, one)
        for clip, heard in sounds
        if heard.peak_db >= SILENT_DB
        for one in clip.labels
        if not one.label.is_whole_clip
        and fault_of(one.label, clip.duration_s) is None
        and heard.peak_db_in(*one.label.span_s(clip.duration_s)) < SILENT_DB
    ]
    if hit:
        message = Text("{n} label lies on silence", "{n} labels lie on silence", n=len(hit))
        remedy = Text("Move or delete such labels, unless silence is what is to be learnt.")
        yield Finding(
            Kind.SILENT_LABEL, message, ids(clip for clip, _ in hit), remedy=remedy, labels=len(hit)
        )


def silent_class_findings(sounds: Sounds) -> Finds:
    """Classes of which every label that could be learnt lies on silence."""
    silent: defaultdict[str, list[CheckedClip]] = defaultdict(list)
    audible: set[str] = set()
    for clip, heard in sounds:
        names = {one.label.class_id: one.name for one in clip.labels}
        for class_id, start_s, stop_s in judged(
            tuple(one.label for one in clip.labels), clip.duration_s
        ).stretches:
            if heard.is_silent_in(start_s, stop_s):
                silent[names[class_id]].append(clip)
            else:
                audible.add(names[class_id])
    for name, inside in silent.items():
        if name not in audible:
            yield Finding(
                Kind.SILENT_CLASS,
                silent_class_text(name, len(inside)),
                ids(inside),
                remedy=Text("Label such sounds anew, unless silence is what is to be learnt."),
                labels=len(inside),
            )


def silent_class_text(name: str, labels: int) -> Text:
    """What a class is of which every label lies on silence."""
    return Text(
        "“{name}” is nothing but silence: its {n} label lies on it",
        "“{name}” is nothing but silence: its {n} labels lie on it",
        n=labels,
        name=name,
    )


def unusable_class_findings(clips: Sequence[CheckedClip]) -> Finds:
    """Classes of which every label holds nothing: they cannot be learnt."""
    usable = {name for clip in clips for name in clip.classes}
    faults: defaultdict[str, Counter[Fault]] = defaultdict(Counter)
    members: defaultdict[str, list[CheckedClip]] = defaultdict(list)
    for clip, name, fault in _faults(clips):
        if name not in usable:
            faults[name][fault] += 1
            members[name].append(clip)
    for name, found in faults.items():
        yield Finding(
            Kind.UNUSABLE_CLASS,
            unusable_text(name, found),
            ids(members[name]),
            remedy=faults_remedy(found),
            labels=found.total(),
        )


def _faults(clips: Sequence[CheckedClip]) -> Iterator[tuple[CheckedClip, str, Fault]]:
    """Every label that holds nothing: its clip, its class and what is wrong with it."""
    for clip in clips:
        names = {one.label.class_id: one.name for one in clip.labels}
        for class_id, fault in judged(tuple(one.label for one in clip.labels), clip.duration_s).faulty:
            yield clip, names[class_id], fault


def _fault_findings(clips: Sequence[CheckedClip]) -> Finds:
    members: defaultdict[Fault, list[CheckedClip]] = defaultdict(list)
    for clip, _, fault in _faults(clips):
        members[fault].append(clip)
    for fault in Fault:
        if inside := members[fault]:
            yield Finding(
                _KINDS[fault],
                fault_text(fault, len(inside)),
                ids(inside),
                remedy=faults_remedy({fault: len(inside)}),
                labels=len(inside),
            )


def _overlap_finding(clips: Sequence[CheckedClip]) -> Finds:
    """One stretch of sound under labels of two classes."""
    hit: list[CheckedClip] = []
    pairs: Counter[tuple[str, ...]] = Counter()
    labels = 0
    for clip in clips:
        names = {one.label.class_id: one.name for one in clip.labels}
        found = contested(judged(tuple(one.label for one in clip.labels), clip.duration_s).stretches)
        if found:
            hit.append(clip)
            labels += len(found)
            pairs[tuple(sorted({names[class_id] for class_id, _, _ in found}))] += 1
    if hit:
        message = Text(
            "{n} label shares its time with one of another class ({names})",
            "{n} labels share their time with one of another class ({names})",
            n=labels,
            names=names_text(pairs.most_common(1)[0][0]),
        )
        remedy = Text(
            "If they sound together, that is learnt where a tenth of all labels do so, or with objective ="
            " multi-label; else draw the labels apart, or merge the classes."
        )
        yield Finding(Kind.OVERLAP, message, ids(hit), remedy=remedy, labels=labels)


def _finding(
    kind: Kind,
    clips: Sequence[CheckedClip],
    is_hit: Callable[[CheckedClip, NamedLabel], bool],
    message: Callable[[int], Text],
    remedy: Text,
) -> Finds:
    hit = [clip for clip in clips for one in clip.labels if is_hit(clip, one)]
    if hit:
        yield Finding(kind, message(len(hit)), ids(hit), remedy=remedy, labels=len(hit))
