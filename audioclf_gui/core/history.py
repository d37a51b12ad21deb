"""Going back and forth in the journal: what undoing or redoing an edit changes now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.change import Change, Edit, shared_labels
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Labels
from audioclf_gui.core.store.journal import EditParts
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class Move:
    """A way through the history."""

    steps: tuple[Edit, ...]  # in the order in which they are gone
    undone: bool  # whether they are taken back; else they are made again

    @property
    def clips(self) -> int:
        """How many clips its steps touch, each counted for each step."""
        return sum(edit.clips for edit in self.steps)


def way_to(edits: Sequence[Edit], edit_id: int) -> tuple[list[Edit], bool]:
    """The steps from now to the moment after an edit.

    Parameters
    ----------
    edits
        The newest first, at least back to that one and to the last one that stands. The id 0 stands for
        the moment before the first one.

    Returns
    -------
    steps, undone
        The edits to undo (then `undone` is true) or to redo, in the order in which that has to be done.

    Raises
    ------
    UserError
        If there is no such edit, or if it cannot be made again since others were made after it was undone.
    """
    last = next((edit.id for edit in edits if not edit.undone), 0)
    there = next((edit for edit in edits if edit.id == edit_id), None)
    if edit_id and (there is None or there.left_behind):
        raise UserError(
            Text("edit {number} cannot be gone back to", number=edit_id),
            remedy=Text("Choose one that stands, or one that was undone last."),
        )
    if edit_id < last:
        return [edit for edit in edits if edit.id > edit_id and not edit.undone], True
    return [edit for edit in reversed(edits) if last < edit.id <= edit_id and not edit.left_behind], False


def swap(
    labels: Mapping[ClipId, Labels],
    clips: Mapping[ClipId, Clip],
    taken: EditParts,
    put: EditParts,
    what: Text,
) -> Change:
    """The change that takes one side of an edit away and puts the other there.

    Parameters
    ----------
    labels, clips
        Those of the project as they are before it.

    Raises
    ------
    UserError
        If labels that it should take away are not there: the journal does not belong to these clips.
    """
    swapped: dict[ClipId, Labels] = {}
    touched = dict.fromkeys((*taken.labels, *put.labels))
    for present, alike in shared_labels(labels, touched):
        for going, same in shared_labels(taken.labels, alike):
            rest = _without(present, going, what)
            for coming, clip_ids in shared_labels(put.labels, same):
                swapped.update(dict.fromkeys(clip_ids, (*rest, *coming)))
    return replace(put.rest, labels=swapped, clips=_clips(clips, taken, put))


def _clips(clips: Mapping[ClipId, Clip], taken: EditParts, put: EditParts) -> dict[ClipId, Clip]:
    """Clips as the other side has them; those that it does not have are out of the project."""
    gone = (*taken.imported, *(clip_id for clip_id in taken.rest.clips if clip_id not in put.rest.clips))
    return {
        **{clip_id: replace(clips[clip_id], removed=True) for clip_id in gone},
        **{clip_id: replace(clips[clip_id], removed=False) for clip_id in put.imported},
        **put.rest.clips,
    }


def _without(present: Labels, taken: Labels, what: Text) -> Labels:
    rest = list(present)
    for label in taken:
        try:
            rest.remove(label)
        except ValueError:
            raise UserError(
                Text("“{what}” cannot be undone or made again: its labels are not there any more", what=what),
                remedy=Text("Change the labels by hand; what is there was left as it is."),
            ) from None
    return tuple(rest)
