"""Which clips are to be judged, in which order, and how far that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.clip_kinds import copies, is_captured
from audioclf_gui.core.edits import open_classes
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import Answer, Suggestion
from audioclf_gui.core.view import CatalogueView


class Show(Enum):
    """Where the clips of a queue come from."""

    SUGGESTIONS = auto()  # unlabelled clips that a model has an opinion about
    DISAGREEMENTS = auto()  # labelled otherwise than the model suggests
    UNLABELLED = auto()
    CAPTURED = auto()  # kept while a model listened
    DUPLICATES = auto()  # of the same content as another clip; they stand side by side in any order
    QUARANTINED = auto()  # files that could not be taken in: of these there are no clips
    GIVEN = auto()  # handed in: a cell of the confusion matrix, a finding of the data check


class Order(Enum):
    """What comes first."""

    LEAST_CERTAIN = auto()
    MOST_CERTAIN = auto()
    NAME = auto()
    GIVEN = auto()


class ReviewVerdict(Enum):
    """What has become of a clip since it is in the queue."""

    OPEN = auto()
    ACCEPTED = auto()
    REJECTED = auto()
    RELABELLED = auto()  # given another class than the proposed one


@dataclass(frozen=True, slots=True)
class Entry:
    """A clip of a queue as it was when the queue was made."""

    clip_id: ClipId
    proposed: tuple[ClassId, ...]  # what accepting means, of a set the likeliest class first; none: nothing
    score: float | None  # of the first of these
    before: tuple[ClassId, ...]  # its classes at that time

    @property
    def disputed(self) -> tuple[ClassId, ...]:
        """Those of the proposed classes that rejecting rules out.

        What the clip has already is right where something else is proposed beside it or instead.
        """
        if set(self.proposed) == set(self.before):
            return self.proposed
        return tuple(class_id for class_id in self.proposed if class_id not in self.before)


def make_queue(
    view: CatalogueView, show: Show, order: Order, given: Sequence[ClipId | Answer] = ()
) -> tuple[Entry, ...]:
    """The clips to be judged; those whose proposal was rejected already only if they are `given`."""
    match show:
        case Show.GIVEN:
            entries = [entry for one in given for entry in _given(view, one)]
        case Show.DUPLICATES:
            return tuple(_entry(view, clip, Show.GIVEN) for group in copies(view) for clip in group)
        case Show.CAPTURED:
            entries = [_entry(view, clip, Show.GIVEN) for clip in view.clips if is_captured(clip)]
        case _:
            entries = [_entry(view, clip, show) for clip in _likely(view, show) if _belongs(view, clip, show)]
    match order:
        case Order.LEAST_CERTAIN:
            entries.sort(key=lambda entry: 2.0 if entry.score is None else entry.score)
        case Order.MOST_CERTAIN:
            entries.sort(key=lambda entry: 0.0 if entry.score is None else -entry.score)
        case Order.NAME:
            entries.sort(key=lambda entry: view.clip(entry.clip_id).name.casefold())
    return tuple(entries)


def queue_sizes(view: CatalogueView) -> dict[Show, int]:
    """How many clips each queue would have that needs nothing but the project."""
    return {
        **{
            show: sum(_belongs(view, clip, show) for clip in _likely(view, show))
            for show in (Show.SUGGESTIONS, Show.DISAGREEMENTS)
        },
        Show.UNLABELLED: len(view.clips) - view.labelled,
        Show.CAPTURED: sum(map(is_captured, view.clips)),
        Show.DUPLICATES: sum(map(len, copies(view))),
    }


def translated(entry: Entry, view: CatalogueView) -> Entry:
    """The same in the classes of now; nothing is proposed any more if the likeliest class is gone."""
    if view.class_ids.issuperset((*entry.proposed, *entry.before)):
        return entry
    proposed, before = (
        list(dict.fromkeys(map(view.class_now, classes))) for classes in (entry.proposed, entry.before)
    )
    is_gone = not proposed or proposed[0] is None
    return Entry(
        entry.clip_id,
        () if is_gone else tuple(one for one in proposed if one is not None),
        None if is_gone else entry.score,
        tuple(one for one in before if one is not None),
    )


def verdict(view: CatalogueView, entry: Entry) -> ReviewVerdict:
    """What was decided about an entry, as the project says now."""
    if not view.rejected(entry.clip_id).isdisjoint(entry.proposed):
        return ReviewVerdict.REJECTED
    now = set(whole_clip_classes(view.labels(entry.clip_id)))
    if not now or now == set(entry.before):
        return ReviewVerdict.OPEN
    return ReviewVerdict.ACCEPTED if now == set(entry.proposed) else ReviewVerdict.RELABELLED


def _likely(view: CatalogueView, show: Show) -> list[Clip]:
    """Those that may belong to a queue: most of a large project does not, and is passed over quickly."""
    labels, suggestions = view.labels_by_clip, view.suggestions_by_clip
    match show:
        case Show.QUARANTINED:
            return []
        case Show.UNLABELLED:
            return [clip for clip in view.clips if not labels.get(clip.id)]
        case Show.SUGGESTIONS:
            return [clip for clip in view.clips if clip.id in suggestions and not labels.get(clip.id)]
    return [clip for clip in view.clips if clip.id in suggestions and labels.get(clip.id)]


def _belongs(view: CatalogueView, clip: Clip, show: Show) -> bool:
    labels = view.labels(clip.id)
    if show is Show.UNLABELLED:
        return not labels
    suggested = open_classes(view, clip.id)
    if not suggested:
        return False
    if show is Show.SUGGESTIONS:
        return not labels
    given = whole_clip_classes(labels)
    return bool(given) and set(given) != set(suggested)


def _given(view: CatalogueView, one: ClipId | Answer) -> Iterator[Entry]:
    """An entry for what was handed in, if the clip is still there."""
    clip = view.clip(one.clip_id if isinstance(one, Answer) else one)
    if clip.removed:
        return
    if isinstance(one, Answer):
        yield Entry(clip.id, _answered(view, one), one.score, whole_clip_classes(view.labels(clip.id)))
    else:
        yield _entry(view, clip, Show.GIVEN)


def _answered(view: CatalogueView, answer: Answer) -> tuple[ClassId, ...]:
    """The classes of an answer as they are now; none if the first is gone, whose score it is."""
    found = list(map(view.class_now, answer.classes))
    if answer.class_id is None or found[0] is None:
        return ()
    return tuple(dict.fromkeys(class_id for class_id in found if class_id is not None))


def _entry(view: CatalogueView, clip: Clip, show: Show) -> Entry:
    before = whole_clip_classes(view.labels(clip.id))
    suggestion: Suggestion | None = view.suggestion(clip.id)
    if suggestion is not None:
        proposed = open_classes(view, clip.id) or suggestion.classes
        score = suggestion.score if proposed[0] == suggestion.class_id else None
        return Entry(clip.id, proposed, score, before)
    return Entry(clip.id, before if show is Show.GIVEN else (), None, before)
