"""What there is to learn from: labelled clips and labelled stretches of clips."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.group_names import GROUP, SOURCE_FILE, partly
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.learnt_tracks import unlearnt_note
from audioclf_gui.core.text import Text
from audioclf_gui.core.usable import Fault, contested, judged, reaches_past_end
from audioclf_gui.core.view import CatalogueView, changed_clips
from audioclf_gui.ml.decision_settings import USUALLY_QUIET_DB

FILE_GROUP = "\0file:"
"""How the group of a clip begins that the project names none for, and no name does; its content follows."""

Target = int | frozenset[int] | float
"""What is true of an example: the place of its class, those of its classes, or the value of a quantity."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Example:
    """One sound and what is true of it: a whole clip, or a labelled stretch [start_s, stop_s) of it."""

    clip_id: ClipId
    path: Path
    content: str  # hash of the file
    target: Target
    group: str  # what must not be in two sets; the file itself when the project names no group
    fold: str
    start_s: float
    stop_s: float
    rate_hz: int = 0  # of the file; 0 when unknown
    channels: int = 1  # of the file
    same_as: str = ""  # hash of another file that holds the same sound in other bytes
    beginning: str = ""  # hash of the first samples of the file, see `equal_sounds`; "" when unknown
    groups_called: str = GROUP  # what the groups of the project are

    @property
    def sound(self) -> str:
        """What all files have in common that hold this sound; "" if that is not known."""
        return self.same_as or self.content

    @property
    def classes(self) -> tuple[int, ...]:
        """The places of its classes among those of the data; none where a quantity is to be estimated."""
        match self.target:
            case int():
                return (self.target,)
            case frozenset():
                return tuple(sorted(self.target))
        return ()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.stop_s - self.start_s


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Examples and what is to be learnt of them; scores of a model come in the order of `classes`."""

    classes: tuple[str, ...]
    class_ids: tuple[ClassId, ...]
    examples: tuple[Example, ...]
    grouped_by: str = "source file"  # what the examples' groups are, in words
    unused: tuple[str, ...] = ()  # classes of the project that no example has
    faults: Mapping[str, Mapping[Fault, int]] = field(
        default_factory=dict
    )  # of the labels left out, by class
    contested: int = 0  # examples that share their time with one of another class
    shortened: int = 0  # examples whose label goes on where the sound has ended
    silent: tuple[str, ...] = ()  # classes whose every example is silent
    quiet_db: float = USUALLY_QUIET_DB  # below which sound is none of these, dBFS RMS
    objective: str = "single-label"  # the kind of it, see `objectives`
    quantity: str = ""  # what the targets are a number of, and in which unit
    unit: str = ""
    notes: tuple[Text, ...] = ()  # how it came to be these, for the user
    has_background: bool = False  # the last class is none of the project's: it stands for none of the others

    def counts(self) -> tuple[int, ...]:
        """Examples per class."""
        counted = Counter(place for example in self.examples for place in example.classes)
        return tuple(counted[index] for index in range(len(self.classes)))


def with_groups_called(data: TrainingData, name: str) -> TrainingData:
    """The data where groups are called so; nothing changes if they have no name of their own."""
    if not name:
        return data
    examples = tuple(replace(one, groups_called=name) for one in data.examples)
    return replace(data, examples=examples, grouped_by=grouped_by([one.group for one in examples], name))


def without_clips(data: TrainingData, paths: Collection[Path]) -> TrainingData:
    """The data without the examples that come from these files."""
    return replace(data, examples=tuple(one for one in data.examples if one.path not in paths))


def training_data(view: CatalogueView) -> TrainingData:
    """The labelled part of a project; looks at no file.

    `core.usable` says what a clip is learnt from. Labels that hold nothing are left out and counted, and so
    are classes that no other label names. Clips without a group are grouped by their content, so that copies
    of a file stay together.
    """
    with no_garbage_collection(len(view.clips)):
        return _training_data(view)


def _training_data(view: CatalogueView) -> TrainingData:
    found: list[tuple[Clip, ClassId, float, float]] = []
    faults: dict[ClassId, Counter[Fault]] = {}
    disputed = shortened = 0
    for clip in view.clips:
        labels = view.learnt_labels(clip.id)
        answer = judged(labels, clip.duration_s)
        found.extend((clip, *stretch) for stretch in answer.stretches)
        for class_id, fault in answer.faulty:
            faults.setdefault(class_id, Counter())[fault] += 1
        if len(answer.stretches) > 1:
            disputed += len(contested(answer.stretches))
        shortened += sum(
            label.class_id is not None and reaches_past_end(label, clip.duration_s) for label in labels
        )
    used = {class_id for _, class_id, _, _ in found}
    elsewhere = _only_unlearnt(view)
    classes = [known for known in view.classes if known.id in used]
    places = {known.id: place for place, known in enumerate(classes)}
    return TrainingData(
        classes=tuple(known.name for known in classes),
        class_ids=tuple(known.id for known in classes),
        examples=tuple(
            example_of(view, clip, places[class_id], start_s, stop_s)
            for clip, class_id, start_s, stop_s in found
        ),
        grouped_by=grouped_by([group_of(clip) for clip, *_ in found]),
        unused=tuple(known.name for known in view.classes if known.id not in used | elsewhere),
        faults={known.name: faults[known.id] for known in view.classes if known.id in faults},
        contested=disputed,
        shortened=shortened,
        notes=() if (note := unlearnt_note(view)) is None else (note,),
    )


def _only_unlearnt(view: CatalogueView) -> set[ClassId | None]:
    """The classes of labels in tracks that are not learnt from: nobody expects the model to know them."""
    if not view.unlearnt:
        return set()
    return {
        label.class_id
        for clip in view.clips
        for label in view.labels(clip.id)
        if label.track in view.unlearnt
    }


def example_of(view: CatalogueView, clip: Clip, target: Target, start_s: float, stop_s: float) -> Example:
    """A stretch of a clip with what is true of it."""
    return Example(
        clip_id=clip.id,
        path=view.audio_path(clip),
        content=clip.content,
        target=target,
        group=group_of(clip),
        fold=clip.fold,
        start_s=start_s,
        stop_s=stop_s,
        rate_hz=clip.audio.rate_hz,
        channels=clip.audio.channels,
    )


@dataclass(frozen=True, slots=True)
class TrainingSummary:
    """How much there is to learn from, without the examples themselves; see `training_data`.

    Attributes
    ----------
    clips, examples : int
        How many have something to learn from, and how many examples that are.
    grouped : int
        Those of the examples whose group the project names.
    classes, groups, folds : mapping
        The examples of each class, of each group and of each fold; none of them is 0.
    faults : mapping
        The labels of each class that hold nothing, by what is wrong with them; none of them is 0.
    view : CatalogueView
        What it was counted in.
    of_numbers : bool
        Whether the clips with a number were counted, and not the labels.
    """

    clips: int
    examples: int
    grouped: int
    classes: Mapping[ClassId, int]
    groups: Mapping[str, int]
    folds: Mapping[str, int]
    faults: Mapping[tuple[ClassId, Fault], int]
    view: CatalogueView = field(compare=False, repr=False)
    of_numbers: bool = False

    def after(self, view: CatalogueView) -> "TrainingSummary":
        """The summary of a later view; only clips that were changed since are counted anew."""
        counts = _Counts(
            self.clips,
            self.examples,
            self.grouped,
            dict(self.classes),
            dict(self.groups),
            dict(self.folds),
            dict(self.faults),
            self.of_numbers,
        )
        for clip_id in changed_clips(self.view, view):
            counts.add(self.view, clip_id, -1)
            counts.add(view, clip_id, +1)
        return counts.summary(view)


def training_summary(view: CatalogueView, *, of_numbers: bool = False) -> TrainingSummary:
    """What `training_data` comes to, or `number_data`."""
    counts = _Counts(0, 0, 0, {}, {}, {}, {}, of_numbers)
    for clip_id in view.clips_by_id:
        counts.add(view, clip_id, +1)
    return counts.summary(view)


@dataclass(slots=True)
class _Counts:
    """A summary in the making."""

    clips: int
    examples: int
    grouped: int
    classes: dict[ClassId, int]
    groups: dict[str, int]
    folds: dict[str, int]
    faults: dict[tuple[ClassId, Fault], int]
    of_numbers: bool

    def add(self, view: CatalogueView, clip_id: ClipId, step: int) -> None:
        """Count a clip, or with a `step` of -1 take it away."""
        clip = view.clips_by_id.get(clip_id)
        if clip is None or clip.removed:
            return
        if self.of_numbers:
            self._count(clip, int(has_number(clip)), step)
            return
        answer = judged(view.learnt_labels(clip_id), clip.duration_s)
        for faulty in answer.faulty:
            _add(self.faults, faulty, step)
        self._count(clip, len(answer.stretches), step)
        for class_id, _, _ in answer.stretches:
            _add(self.classes, class_id, step)

    def _count(self, clip: Clip, examples: int, step: int) -> None:
        if not examples:
            return
        more = step * examples
        self.clips += step
        self.examples += more
        self.grouped += more if clip.group else 0
        _add(self.groups, group_of(clip), more)
        _add(self.folds, clip.fold, more)

    def summary(self, view: CatalogueView) -> TrainingSummary:
        """What was counted."""
        return TrainingSummary(
            self.clips,
            self.examples,
            self.grouped,
            self.classes,
            self.groups,
            self.folds,
            self.faults,
            view,
            self.of_numbers,
        )


def _add(counts: dict[_Key, int], key: _Key, step: int) -> None:
    counts[key] = counts.get(key, 0) + step
    if not counts[key]:
        del counts[key]


def has_number(clip: Clip) -> bool:
    """Whether there is a number to learn from a clip."""
    return clip.target is not None and clip.duration_s > 0.0


def group_of(clip: Clip) -> str:
    """What must not be in two sets: the group that the project names, else the file itself."""
    return clip.group or FILE_GROUP + clip.content


def grouped_by(groups: Collection[str], called: str = GROUP) -> str:
    """What these groups, one of each example, are in words; those with a name are `called` so."""
    grouped = sum(not group.startswith(FILE_GROUP) for group in groups)
    if grouped == 0:
        return SOURCE_FILE
    return called if grouped == len(groups) else partly(called)
