"""What there is to learn from: labelled clips and labelled stretches of clips."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.change import whole_clip_class
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId, Labels
from audioclf_gui.core.view import CatalogueView

SHORTEST_REGION_S = 0.05  # below it there is less than two columns of sound to learn from


@dataclass(frozen=True, slots=True)
class Example:
    """One sound with one class: a whole clip, or a labelled stretch [start_s, stop_s) of it."""

    clip_id: ClipId
    path: Path
    content: str  # hash of the file
    class_index: int
    group: str  # what must not be in two sets; the file itself when the project names no group
    fold: str
    start_s: float
    stop_s: float
    rate_hz: int = 0  # of the file; 0 when unknown

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.stop_s - self.start_s


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Examples and the classes they are of; scores of a model come in the order of `classes`."""

    classes: tuple[str, ...]
    class_ids: tuple[ClassId, ...]
    examples: tuple[Example, ...]
    grouped_by: str = "source file"  # what the examples' groups are, in words
    unused: tuple[str, ...] = ()  # classes of the project that no example has

    def counts(self) -> tuple[int, ...]:
        """Examples per class."""
        counted = Counter(example.class_index for example in self.examples)
        return tuple(counted[index] for index in range(len(self.classes)))


def training_data(view: CatalogueView) -> TrainingData:
    """The labelled part of a project; looks at no file.

    A clip with named stretches is learnt from these, since they say more than the label of the whole;
    any other clip from its whole-clip label. Moments, unnamed labels and stretches below
    `SHORTEST_REGION_S` are left out, and so are classes that nothing is labelled with. Clips without
    a group are grouped by their content, so that copies of a file stay together.
    """
    found = [
        (clip, class_id, start_s, stop_s)
        for clip in view.clips
        for class_id, start_s, stop_s in _stretches(view.labels(clip.id), clip.duration_s)
    ]
    used = {class_id for _, class_id, _, _ in found}
    classes = [known for known in view.classes if known.id in used]
    places = {known.id: place for place, known in enumerate(classes)}
    grouped = sum(bool(clip.group) for clip, *_ in found)
    return TrainingData(
        classes=tuple(known.name for known in classes),
        class_ids=tuple(known.id for known in classes),
        examples=tuple(
            Example(
                clip_id=clip.id,
                path=view.audio_path(clip),
                content=clip.content,
                class_index=places[class_id],
                group=clip.group or f"file:{clip.content}",
                fold=clip.fold,
                start_s=start_s,
                stop_s=stop_s,
                rate_hz=clip.audio.rate_hz,
            )
            for clip, class_id, start_s, stop_s in found
        ),
        grouped_by=_grouped_by(grouped, len(found)),
        unused=tuple(known.name for known in view.classes if known.id not in used),
    )


def _stretches(labels: Labels, duration_s: float) -> Iterator[tuple[ClassId, float, float]]:
    spans = []
    for label in labels:
        start_s, end_s = label.span_s(duration_s)
        stop_s = min(end_s, duration_s)
        if not label.is_whole_clip and label.class_id is not None and stop_s - start_s >= SHORTEST_REGION_S:
            spans.append((label.class_id, start_s, stop_s))
    if spans:
        yield from spans
        return
    class_id = whole_clip_class(labels)
    if class_id is not None:
        yield class_id, 0.0, duration_s


def _grouped_by(grouped: int, total: int) -> str:
    if grouped == 0:
        return "source file"
    return "group" if grouped == total else "group, or source file where there is none"
