"""The clips of an open project with their labels and classes; every edit is on disk when its call returns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core import history
from audioclf_gui.core.change import Change, Edit
from audioclf_gui.core.clip import Candidate, Clip, ClipId, FoundClip
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.history import Move
from audioclf_gui.core.label import ClassId, Label, Labels, Source
from audioclf_gui.core.naming import as_labels, id_of, names_in
from audioclf_gui.core.store import catalogue as store
from audioclf_gui.core.store import journal
from audioclf_gui.core.store.database import Database, second_connection, transaction
from audioclf_gui.core.store.editing import no_class_missing, write_move, write_step
from audioclf_gui.core.supplement import quantity_to_come
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import AppliedChange, CatalogueView, applied

_IMPORT = Text("import clips")
_MOST_NOTED_BYTES, _MOST_SHARED_BYTES = 80_000, 4_000_000
"""Of steps that are gone within a few frames: two thousand labels, or as many that clips may share."""


class Catalogue:
    """What the project knows of its clips, and the one way to change it.

    Attributes
    ----------
    view : CatalogueView
        Everything as it is now, as a value.
    """

    def __init__(self, database: Database, view: CatalogueView) -> None:
        self._database = database
        self.view = view

    def apply(self, what: Text, change: Change, *, continuing: bool = False) -> AppliedChange:
        """Make one edit, with an entry in the journal; nothing happens if it raises.

        Parameters
        ----------
        continuing
            It goes on with the edit before, if that is called the same and stands: both are one step.

        Raises
        ------
        ReadOnlyProjectError
            If the project is open elsewhere.
        UserError
            If the disk refuses it, or if a label or class would be left without its class or name.
        """
        done = applied(self.view, change)
        with no_class_missing(what), self._database.writing() as connection:
            write_step(connection, what, done, continuing=continuing)
        return self.adopt(done)

    def adopt(self, done: AppliedChange) -> AppliedChange:
        """Take up a change of the present view that is in the project file already; see `write_in_worker`."""
        if done.base is not self.view:
            raise ValueError("the project has changed since that edit was worked out")
        self.view = done.view
        return done

    def add_clips(self, found: Sequence[FoundClip], *, continuing: bool = False) -> tuple[Clip, ...]:
        """Take clips in with the labels that came with them, but none twice; new classes are made.

        Parameters
        ----------
        continuing
            They are a further batch of the import before: undone together with it, unless another edit
            was made in between.
        """
        change = _import_change(self.view, found, self._present)
        if not change.clips:
            return ()
        done = applied(self.view, change)
        with self._database.writing() as connection:
            write_step(connection, _IMPORT, done, continuing=continuing)
        self.adopt(done)
        return tuple(change.clips.values())

    def keep(self) -> None:
        """Bring a draft to the disk, as the first edit does; UserError if that cannot be done."""
        self._database.keep()

    def begin_with(self, found: Sequence[FoundClip]) -> None:
        """Take clips in that an empty project is opened with, which is no edit that could be undone."""
        done = applied(self.view, _import_change(self.view, found, self._present))
        with self._database.noting() as connection:
            store.write_change(connection, done.after, done.differences)
        self.adopt(done)

    def settle(self, paths: Mapping[ClipId, str]) -> None:
        """Let recordings lie there as if they always had: no step through the history leads away from it."""
        clips = {clip_id: replace(self.view.clip(clip_id), path=path) for clip_id, path in paths.items()}
        done = applied(self.view, Change(clips=clips))
        with self._database.writing() as connection:
            store.write_change(connection, done.after, done.differences)
            journal.settle_paths(connection, paths)
        self.adopt(done)

    def _present(self, paths: Sequence[str]) -> set[str]:
        return store.present_paths(self._database.connection, paths)

    @property
    def undoable(self) -> Edit | None:
        """The edit that `undo` would take back, also one of an earlier session."""
        return journal.last_done(self._database.connection)

    @property
    def redoable(self) -> Edit | None:
        """The edit that `redo` would make again."""
        return journal.first_undone(self._database.connection)

    def undo(self) -> AppliedChange | None:
        """Take back the last edit that stands; None if there is none. UserError as `apply`."""
        last = self.undoable
        return None if last is None else self.move(Move((last,), undone=True))

    def redo(self) -> AppliedChange | None:
        """Make the edit again that was undone last; None if there is none. UserError as `apply`."""
        next_one = self.redoable
        return None if next_one is None else self.move(Move((next_one,), undone=False))

    def history(self, count: int = 200, before: int | None = None) -> tuple[Edit, ...]:
        """The newest edits first, those before the edit `before` if it is given."""
        return journal.read_edits(self._database.connection, count, before)

    def label_times(self, since: str) -> dict[ClipId, str]:
        """When the labels of a clip were edited last, of those that were since a moment in ISO 8601, UTC."""
        return journal.label_times(self._database.connection, since)

    def go_to(self, edit_id: int) -> AppliedChange | None:
        """Undo or redo until the edit is the last one that stands; None if it is already.

        Raises
        ------
        UserError
            If the edit was left behind: undone, with other edits made after that.
        """
        move = self.way_to(edit_id)
        return self.move(move) if move.steps else None

    def way_to(self, edit_id: int) -> Move:
        """What `go_to` would undo or redo; UserError as there."""
        last = self.undoable
        reached = min(edit_id, 0 if last is None else last.id)
        edits = journal.edits_since(self._database.connection, reached)
        steps, undone = history.way_to(edits, edit_id)
        return Move(tuple(steps), undone)

    def is_long(self, move: Move) -> bool:
        """Whether undoing or redoing these steps would be felt, for the number of their labels."""
        noted = journal.noted_bytes(self._database.connection, move.steps)
        return noted > _MOST_NOTED_BYTES or noted * move.clips > _MOST_SHARED_BYTES

    def move(self, move: Move) -> AppliedChange:
        """Undo or redo edits in one transaction. UserError as `apply`."""
        with self._database.writing() as connection:
            done = write_move(connection, self.view, move)
        return self.adopt(done)


def write_in_worker(file: Path, view: CatalogueView, what: Text, change: Change) -> AppliedChange:
    """Make an edit in the project file from a worker thread; whoever owns the project then adopts it.

    Nobody else may edit meanwhile. UserError as `Catalogue.apply`.

    Parameters
    ----------
    file
        The project file, which this process has open for writing.
    view
        The catalogue as it is now.
    """
    labels = sum(map(len, change.labels.values()))
    with no_garbage_collection(labels + len(change.labels) + len(change.rejected) + len(change.clips)):
        done = applied(view, change)
        with second_connection(file) as connection, no_class_missing(what), transaction(connection):
            write_step(connection, what, done)
    return done


def move_in_worker(file: Path, view: CatalogueView, move: Move) -> AppliedChange:
    """Undo or redo edits that are long from a worker thread, as `write_in_worker` makes them."""
    with no_garbage_collection(), second_connection(file) as connection, transaction(connection):
        return write_move(connection, view, move)


def _import_change(
    view: CatalogueView, found: Sequence[FoundClip], present: Callable[[Sequence[str]], set[str]]
) -> Change:
    placed = {view.stored_path(one.candidate.path): one for one in found}
    there = present(list(placed))
    fresh = [(path, one) for path, one in placed.items() if path not in there]
    first = view.next_clip_id()
    clips = [_new_clip(ClipId(first + place), path, one) for place, (path, one) in enumerate(fresh)]
    classes = view.with_classes(name for _, one in fresh for name in _class_names(one.candidate))
    ids = {known.name: known.id for known in classes}
    labels: dict[ClipId, Labels] = {}
    rejected: dict[ClipId, frozenset[ClassId]] = {}
    for clip, (_, one) in zip(clips, fresh, strict=True):
        class_ids = (id_of(name, ids) for name in one.candidate.class_names)
        whole = (Label(class_id, source=Source.IMPORT) for class_id in class_ids)
        if came := (*whole, *as_labels(one.candidate.regions, classes)):
            labels[clip.id] = came
        if one.candidate.ruled_out:
            out = (id_of(name, ids) for name in one.candidate.ruled_out)
            rejected[clip.id] = frozenset(class_id for class_id in out if class_id is not None)
    return Change(
        labels=labels,
        rejected=rejected,
        classes=None if classes == view.classes else classes,
        clips={clip.id: clip for clip in clips},
        quantity=quantity_to_come(view, [one.candidate for _, one in fresh]),
    )


def _class_names(candidate: Candidate) -> Iterator[str]:
    yield from candidate.class_names
    yield from candidate.ruled_out
    yield from names_in(candidate.regions)


def _new_clip(clip_id: ClipId, path: str, found: FoundClip) -> Clip:
    candidate = found.candidate
    return Clip(clip_id, path, found.audio, found.content, candidate.group, candidate.fold, candidate.target)
