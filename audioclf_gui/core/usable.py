"""Which labels hold sound to learn from, and why others do not: one answer for check, training and counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.text import Text, listed

SHORTEST_S = 0.05  # of a label; below it there is less than two columns of sound to learn from

_PAST_END_S = 0.01  # programs round the end of a recording, and labels that touch, differently
_ROUNDING_HZ = 1.0

Stretch = tuple[ClassId, float, float]  # of the sound: class, start and stop in seconds


class Fault(StrEnum):
    """Why a label holds nothing to learn from."""

    PAST_END = "past the end"
    MOMENT = "moment"
    TOO_SHORT = "too short"
    NO_SOUND = "no sound"
    OUTDONE = "outdone"  # by the parts of its clip


@dataclass(frozen=True, slots=True)
class Learnable:
    """What the labels of one clip come to."""

    stretches: tuple[Stretch, ...]  # what is learnt from, in the order of the labels
    faulty: tuple[tuple[ClassId, Fault], ...]  # the labels that hold nothing


def judged(labels: Labels, duration_s: float) -> Learnable:
    """What there is to learn from a clip of `duration_s`, and which labels hold nothing.

    A clip with named stretches is learnt from these, since they say more than the labels of the whole; any
    other clip from its whole-clip labels. Unnamed labels count neither way, nor does the label of a whole of
    which a stretch is named alike.
    """
    stretches: list[Stretch] = []
    faulty: list[tuple[ClassId, Fault]] = []
    for label in labels:
        if label.is_whole_clip or label.class_id is None:
            continue
        fault = fault_of(label, duration_s)
        if fault is None:
            start_s, end_s = label.span_s(duration_s)
            stretches.append((label.class_id, start_s, min(end_s, duration_s)))
        else:
            faulty.append((label.class_id, fault))
    named = {class_id for class_id, _, _ in stretches}
    for whole in whole_clip_classes(labels):
        if not named and duration_s > 0.0:
            stretches.append((whole, 0.0, duration_s))
        elif whole not in named:
            faulty.append((whole, Fault.OUTDONE if named else Fault.NO_SOUND))
    return Learnable(tuple(stretches), tuple(faulty))


def fault_of(label: Label, duration_s: float) -> Fault | None:
    """Why a label of a stretch holds nothing to learn from in a clip of `duration_s`; None if it does."""
    start_s, end_s = label.span_s(duration_s)
    if label.is_moment:
        return Fault.PAST_END if start_s > duration_s else Fault.MOMENT
    if end_s - start_s < SHORTEST_S:
        return Fault.PAST_END if start_s >= duration_s else Fault.TOO_SHORT
    return Fault.PAST_END if duration_s - start_s < SHORTEST_S else None


def reaches_past_end(label: Label, duration_s: float) -> bool:
    """Whether a label holds sound and then goes on where the clip has ended."""
    end_s = label.span_s(duration_s)[1]
    return end_s > duration_s + _PAST_END_S and fault_of(label, duration_s) is None


def reaches_above(label: Label, nyquist_hz: float) -> bool:
    """Whether a label's band has an edge above what the sampling rate can hold, half of it."""
    edges_hz = (edge_hz for edge_hz in (label.low_hz, label.high_hz) if edge_hz is not None)
    return any(edge_hz > nyquist_hz + _ROUNDING_HZ for edge_hz in edges_hz)


def contested(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Those that share at least `SHORTEST_S` with a stretch of another class."""
    found: dict[int, Stretch] = {}
    order = sorted(range(len(stretches)), key=lambda at: stretches[at][1])
    open_ones: list[int] = []
    for at in order:
        class_id, start_s, stop_s = stretches[at]
        open_ones = [other for other in open_ones if stretches[other][2] - start_s >= SHORTEST_S]
        for other in open_ones:
            shared_s = min(stretches[other][2], stop_s) - start_s
            if stretches[other][0] != class_id and shared_s >= SHORTEST_S:
                found[at], found[other] = stretches[at], stretches[other]
        open_ones.append(at)
    return [found[at] for at in sorted(found)]


def faults_text(faults: Mapping[Fault, int]) -> Text:
    """What is wrong with labels, the most frequent first: "5 labels mark a moment only"."""
    return listed([fault_text(fault, n) for fault, n in _by_count(faults)], ", ")


def unusable_text(name: str, faults: Mapping[Fault, int]) -> Text:
    """Why a class cannot be learnt of which every label is faulty."""
    return Text(
        "“{name}” cannot be learnt, its {n} label holds nothing: {faults}",
        "“{name}” cannot be learnt, its {n} labels hold nothing: {faults}",
        n=sum(faults.values()),
        name=name,
        faults=faults_text(faults),
    )


def faults_remedy(faults: Mapping[Fault, int]) -> Text:
    """What to do about the most frequent fault."""
    match _by_count(faults)[0][0]:
        case Fault.PAST_END:
            return Text("Check that they belong to these recordings, and that none was cut.")
        case Fault.MOMENT:
            return Text("Drag each mark over the sound that it means, in Label.")
        case Fault.TOO_SHORT:
            return Text(
                "Drag each label over all of its sound; {least:g} ms is the least.", least=1000 * SHORTEST_S
            )
        case Fault.NO_SOUND:
            return Text("Record such clips anew, or leave them out.")
        case Fault.OUTDONE:
            return Text(
                "Of a clip with labelled parts only these are learnt: label what the class of the whole"
                " means, too, or clear it."
            )


def fault_text(fault: Fault, n: int) -> Text:
    """What is wrong with `n` labels."""
    match fault:
        case Fault.PAST_END:
            return Text(
                "{n} label lies past the end of its recording",
                "{n} labels lie past the end of their recording",
                n=n,
            )
        case Fault.MOMENT:
            return Text("{n} label marks a moment only", "{n} labels mark a moment only", n=n)
        case Fault.TOO_SHORT:
            return Text(
                "{n} label is shorter than {least:g} ms",
                "{n} labels are shorter than {least:g} ms",
                n=n,
                least=1000 * SHORTEST_S,
            )
        case Fault.NO_SOUND:
            return Text("{n} labelled clip has no sound", "{n} labelled clips have no sound", n=n)
        case Fault.OUTDONE:
            return Text(
                "{n} clip has another class as a whole than its labelled parts",
                "{n} clips have another class as a whole than their labelled parts",
                n=n,
            )


def _by_count(faults: Mapping[Fault, int]) -> list[tuple[Fault, int]]:
    return sorted(faults.items(), key=lambda pair: (-pair[1], pair[0]))
