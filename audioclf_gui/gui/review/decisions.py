"""What a decision in the grid comes to, as a change of the project."""

from collections.abc import Iterable, Mapping

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.review.queue import Entry


def accepting(view: CatalogueView, entries: Iterable[Entry]) -> Change:
    """Give clips what is proposed for them, as it is shown, even if a newer model thinks otherwise."""
    return labelling(
        view,
        {entry.clip_id: entry.proposed for entry in entries if entry.proposed is not None},
    )


def labelling(view: CatalogueView, classes: Mapping[ClipId, ClassId]) -> Change:
    """Give clips classes; what is given is no longer ruled out."""
    changes = [edits.label_clips(view, [clip_id], class_id) for clip_id, class_id in classes.items()]
    return Change(
        labels={clip_id: labels for change in changes for clip_id, labels in change.labels.items()},
        rejected={
            clip_id: view.rejected(clip_id) - {class_id}
            for clip_id, class_id in classes.items()
            if class_id in view.rejected(clip_id)
        },
    )


def rejecting(view: CatalogueView, entry: Entry) -> Change:
    """Rule the proposed class out."""
    assert entry.proposed is not None
    return edits.reject(view, [entry.clip_id], entry.proposed)
