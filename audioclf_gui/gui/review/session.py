"""Reviewing without a window: a queue, what became of its clips, and what each decision comes to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.report import REGRESSION
from audioclf_gui.core.run import Answer, Run, RunId
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.review.kept_queue import KeptQueue
from audioclf_gui.gui.review.queue import Entry, Order, ReviewVerdict, Show, make_queue, translated, verdict
from audioclf_gui.jobs.edit_clips import AcceptSuggestions


@dataclass(frozen=True, slots=True)
class ReviewEdit:
    """What is to be written into the project for a decision."""

    what: Text
    change: Change


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How many clips of a queue were judged, and how."""

    total: int
    accepted: int
    rejected: int
    relabelled: int


class ReviewSession:
    """The queue that is judged, from when it is begun until another one is.

    It keeps no project: each question comes with the catalogue as it is then, and a decision is
    handed back as an edit. Whoever made the edit tells it by `judge`.

    Attributes
    ----------
    entries
        The queue, in its order.
    proposals
        For how many clips each class is proposed, before the queue was narrowed down to one class.
    """

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.proposals: Mapping[ClassId | None, int] = {}
        self._show = Show.SUGGESTIONS
        self._given: tuple[ClipId | Answer, ...] = ()
        self._places: dict[ClipId, int] = {}
        self._verdicts: dict[ClipId, ReviewVerdict] = {}  # those that are not open
        self._confirmed: set[ClipId] = set()  # their classes were found right as they are proposed
        self._upheld: set[ClipId] = set()  # the same, though less is proposed

    def hand_over(self, clips: Iterable[ClipId | Answer]) -> None:
        """Take clips for the next queue of `Show.GIVEN`, in their order.

        For an Answer its class is proposed; for a clip alone, what is suggested for it.
        """
        self._given = tuple(clips)

    def begin(self, view: CatalogueView, show: Show, order: Order, class_id: ClassId | None = None) -> None:
        """Make the queue anew.

        Parameters
        ----------
        class_id
            Only clips for which this class is proposed, or which have it; all if there is no such class.
        """
        everything = make_queue(view, show, order, given=self._given)
        self._take(view, show, everything, class_id)

    def resume(self, view: CatalogueView, kept: KeptQueue) -> None:
        """Go on with a queue as it was left; what became of its clips is seen anew."""
        self._given = tuple(
            Answer(entry.clip_id, entry.proposed[0], entry.score, entry.proposed[1:])
            if entry.proposed and entry.score is not None
            else entry.clip_id
            for entry in kept.entries
        )
        self._take(view, kept.show, kept.entries, None)
        self._confirmed, self._upheld = set(kept.confirmed), set(kept.upheld)
        self.judge(view, self._places)

    def follow_classes(self, view: CatalogueView) -> None:
        """Go on with the same clips under what their classes are now."""
        self.entries = tuple(translated(entry, view) for entry in self.entries)
        self.proposals = Counter(one for entry in self.entries for one in entry.proposed or (None,))
        self.judge(view, self._places)

    def kept(self, order: Order, class_id: ClassId | None, title: str) -> KeptQueue:
        """The queue as it can be gone on with."""
        confirmed, upheld = frozenset(self._confirmed), frozenset(self._upheld)
        return KeptQueue(self._show, order, class_id, title, self.entries, confirmed, upheld)

    def _take(
        self,
        view: CatalogueView,
        show: Show,
        everything: tuple[Entry, ...],
        class_id: ClassId | None,
    ) -> None:
        self.proposals = Counter(one for entry in everything for one in entry.proposed or (None,))
        if any(existing.id == class_id for existing in view.classes):
            everything = tuple(entry for entry in everything if class_id in (*entry.proposed, *entry.before))
        self.entries = everything
        self._show = show
        self._places = {entry.clip_id: place for place, entry in enumerate(everything)}
        self._verdicts = {}
        self._confirmed, self._upheld = set(), set()
        self.judge(view, self._places.keys() & view.rejected_by_clip.keys())  # all others are open

    def judge(self, view: CatalogueView, clip_ids: Iterable[ClipId]) -> None:
        """See what was decided about these clips; any that are not in the queue do not matter."""
        for clip_id in self._places.keys() & clip_ids:
            found = verdict(view, self.entries[self._places[clip_id]])
            if found is ReviewVerdict.OPEN and clip_id in self._confirmed:
                found = ReviewVerdict.ACCEPTED
            elif found is ReviewVerdict.OPEN and clip_id in self._upheld:
                found = ReviewVerdict.REJECTED
            if found is ReviewVerdict.OPEN:
                self._verdicts.pop(clip_id, None)
            else:
                self._verdicts[clip_id] = found

    def verdict(self, entry: Entry) -> ReviewVerdict:
        """What has become of an entry."""
        return self._verdicts.get(entry.clip_id, ReviewVerdict.OPEN)

    def place(self, clip_id: ClipId) -> int | None:
        """Where in the queue a clip is."""
        return self._places.get(clip_id)

    @property
    def has_begun(self) -> bool:
        """Whether something was decided already."""
        return bool(self._verdicts)

    @property
    def first_open(self) -> int | None:
        """The place of the first entry that nobody has decided about."""
        places = range(len(self.entries))
        return next((at for at in places if self.entries[at].clip_id not in self._verdicts), None)

    @property
    def open_count(self) -> int:
        """How many entries nobody has decided about."""
        return len(self.entries) - len(self._verdicts)

    @property
    def to_be_kept(self) -> object:
        """Differs where another queue is to be gone on with, or of it something that the project lacks."""
        return self.keeps_its_queue, self.entries, len(self._confirmed), len(self._upheld)

    @property
    def keeps_its_queue(self) -> bool:
        """Whether new suggestions must not change the queue: somebody is in the middle of it."""
        return self.has_begun or self._show is Show.GIVEN

    @property
    def progress(self) -> ReviewProgress:
        """How far it is."""
        counts = Counter(self._verdicts.values())
        return ReviewProgress(
            len(self.entries),
            counts[ReviewVerdict.ACCEPTED],
            counts[ReviewVerdict.REJECTED],
            counts[ReviewVerdict.RELABELLED],
        )

    def open_proposals(self, places: Iterable[int]) -> list[Entry]:
        """The entries at these places that are open and have something to be accepted."""
        entries = (self.entries[place] for place in places)
        return [entry for entry in entries if entry.proposed and self.verdict(entry) is ReviewVerdict.OPEN]

    def accept(self, view: CatalogueView, entry: Entry) -> ReviewEdit | None:
        """Agree with what is proposed; None if the clip has it already: then it is confirmed."""
        if not self._confirm(view, [entry]):
            return None
        what = Text("accept {name}", name=class_names(view, entry.proposed))
        return ReviewEdit(what, edits.accept(view, _proposed([entry])))

    def accept_all(self, view: CatalogueView, entries: Sequence[Entry]) -> AcceptSuggestions | None:
        """Agree with several proposals in one edit; None if all of them are confirmed by that."""
        changed = self._confirm(view, entries)
        return AcceptSuggestions(_proposed(changed)) if changed else None

    def contradictions(self, view: CatalogueView, entries: Sequence[Entry]) -> dict[ClipId, Text]:
        """The clips of these entries that people have labelled otherwise than is proposed, in words."""
        proposed = _proposed(entries)
        return {
            clip_id: Text(
                "{name}: {given}, not {proposed}",
                name=view.clip(clip_id).name,
                given=class_names(view, given),
                proposed=class_names(view, proposed[clip_id]),
            )
            for clip_id, given in edits.contradicting(view, proposed).items()
        }

    def reject(self, view: CatalogueView, entry: Entry) -> ReviewEdit | None:
        """Rule out what is proposed; None if that only lacks classes which the clip has: they are upheld."""
        if not entry.disputed:
            self._upheld.add(entry.clip_id)
            self.judge(view, [entry.clip_id])
            return None
        what = Text("reject {name}", name=class_names(view, entry.disputed))
        return ReviewEdit(what, edits.reject(view, {entry.clip_id: entry.disputed}))

    def give(self, view: CatalogueView, entry: Entry, given: LabelClass) -> ReviewEdit:
        """Give another class, whatever is proposed."""
        what = Text("label {name}", name=given.name)
        return ReviewEdit(what, edits.accept(view, {entry.clip_id: (given.id,)}))

    def toggle(self, view: CatalogueView, entry: Entry, given: LabelClass) -> ReviewEdit:
        """Correct one class of several: of those that the clip has, or of those that are proposed for it."""
        shown = whole_clip_classes(view.labels(entry.clip_id)) or entry.proposed
        if given.id in shown:
            what = Text("take {name} away", name=given.name)
            classes = tuple(class_id for class_id in shown if class_id != given.id)
        else:
            what = Text("label also {name}", name=given.name)
            classes = (*shown, given.id)
        return ReviewEdit(what, edits.accept(view, {entry.clip_id: classes}))

    def _confirm(self, view: CatalogueView, entries: Sequence[Entry]) -> list[Entry]:
        """Confirm those that have the proposed class already, which changes nothing; the others."""
        changed = [
            entry
            for entry in entries
            if set(whole_clip_classes(view.labels(entry.clip_id))) != set(entry.proposed)
            or not view.rejected(entry.clip_id).isdisjoint(entry.proposed)
        ]
        confirmed = {entry.clip_id for entry in entries} - {entry.clip_id for entry in changed}
        self._confirmed |= confirmed
        self._upheld -= confirmed
        self.judge(view, confirmed)
        return changed


def _proposed(entries: Iterable[Entry]) -> edits.ClassesOfClips:
    """What is proposed for clips as it is shown, even if a newer model thinks otherwise."""
    return {entry.clip_id: entry.proposed for entry in entries if entry.proposed}


def class_names(view: CatalogueView, class_ids: Sequence[ClassId]) -> Text:
    """The names of classes, in this order; those that are not there are left out."""
    names = {existing.id: existing.name for existing in view.classes}
    return joined(names[class_id] for class_id in class_ids if class_id in names)


def suggesting_runs(view: CatalogueView, entries: Iterable[Entry]) -> tuple[RunId, ...]:
    """The runs whose models suggest what is known of these clips, the newest first."""
    found = (view.suggestions_by_clip.get(entry.clip_id) for entry in entries)
    return tuple(sorted({one.run_id for one in found if one is not None}, reverse=True))


def why_empty(view: CatalogueView, show: Show, trained: Iterable[Run]) -> Text:
    """Why a queue may have nothing in it, in a project with models of these runs."""
    match show:
        case Show.SUGGESTIONS if view.has_suggestions:
            return Text("Every clip with a suggestion has a label.\nTrain again for better suggestions.")
        case Show.DISAGREEMENTS if view.has_suggestions:
            return Text("The model agrees with every label.")
        case Show.SUGGESTIONS | Show.DISAGREEMENTS if any(run.objective != REGRESSION for run in trained):
            return Text(
                "No model has looked at the clips yet.\n“Suggest labels now” in Train lets one do so."
            )
    return _EMPTY.get(show, Text("Train a model first; its suggestions appear here."))


_EMPTY = {
    Show.UNLABELLED: Text("Every clip is labelled."),
    Show.CAPTURED: Text("Nothing was kept in Live yet."),
    Show.DUPLICATES: Text("No two clips are the same."),
    Show.GIVEN: Text("None of these clips is in the project any more."),
}
