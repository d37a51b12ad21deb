"""Classes that have too little, or that something else than their sound gives away."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from audioclf_gui.audio.findings import CheckedClip, Finding, Finds, Kind, ids, ids_of_classes
from audioclf_gui.core.text import Text

FEW_CLIPS = 10  # a class with fewer can hardly be learnt, and not be judged

_NAMED_CLASSES = 3  # more classes of one fault share a line
_FOLLOWS = 0.8  # share of a class at one rate, and of the others at different ones
_MORE_CLIPS = Text("Label more of them, best from other recordings.")
_MORE_GROUPS = Text("Add recordings from another place, day or speaker: else the model may learn that one.")

Members = Mapping[str, Sequence[CheckedClip]]


def class_findings(clips: Sequence[CheckedClip]) -> Finds:
    """What a class lacks; only clips that have something to learn from count."""
    members = _by_class(clips)
    yield from _few_findings(members)
    yield from _group_findings(clips, members)
    yield from _rate_findings(clips, members)


def _few_findings(members: Members) -> Finds:
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
        yield Finding(Kind.FEW_CLIPS, message, ids_of_classes(few), remedy=_MORE_CLIPS)
        return
    for name, inside in few.items():
        labels = sum(clip.learnt.count(name) for clip in inside)
        message = Text("“{name}” has only {n} clip", "“{name}” has only {n} clips", n=len(inside), name=name)
        if labels > len(inside):
            message = Text("{message}, with {n} labels", message=message, n=labels)
        yield Finding(Kind.FEW_CLIPS, message, ids(inside), remedy=_MORE_CLIPS)


def _group_findings(clips: Sequence[CheckedClip], members: Members) -> Finds:
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
        yield Finding(Kind.ONE_GROUP, message, ids_of_classes(lonely), remedy=_MORE_GROUPS)
        return
    for name, inside in lonely.items():
        message = Text("“{name}” has 1 recording group", name=name)
        yield Finding(Kind.ONE_GROUP, message, ids(inside), remedy=_MORE_GROUPS)


def _rate_findings(clips: Sequence[CheckedClip], members: Members) -> Finds:
    """A model could learn the sample rate, or what went with it, instead of the sound."""
    rates = Counter(clip.rate_hz for clip in clips if clip.classes)
    total = sum(rates.values())
    for name, inside in members.items():
        rate_hz, times = Counter(clip.rate_hz for clip in inside).most_common(1)[0]
        outside = total - len(inside)
        if outside and times >= _FOLLOWS * len(inside) and rates[rate_hz] - times <= (1 - _FOLLOWS) * outside:
            yield Finding(
                Kind.RATE_FOLLOWS_CLASS,
                Text("“{name}” has {rate:g} kHz, most other clips do not", name=name, rate=rate_hz / 1000),
                ids(clip for clip in inside if clip.rate_hz == rate_hz),
                remedy=Text("Record all classes alike: else the model may learn the recorder."),
            )


def _by_class(clips: Sequence[CheckedClip]) -> dict[str, list[CheckedClip]]:
    members: dict[str, list[CheckedClip]] = defaultdict(list)
    for clip in clips:
        for name in clip.classes:
            members[name].append(clip)
    return members
