"""What a decision in the grid comes to, as a change of the project."""

from collections.abc import Iterable, Mapping

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.project import Project
from audioclf_gui.gui.review.queue import Entry


def accepting(project: Project, entries: Iterable[Entry]) -> Change:
    """Give clips what is proposed for them, as it is shown, even if a newer model thinks otherwise."""
    return labelling(
        project, {entry.clip_id: entry.proposed for entry in entries if entry.proposed is not None}
    )


def labelling(project: Project, classes: Mapping[ClipId, ClassId]) -> Change:
    """Give clips classes; what is given is no longer ruled out."""
    changes = [edits.label_clips(project, [clip_id], class_id) for clip_id, class_id in classes.items()]
    return Change(
        labels={clip_id: labels for change in changes for clip_id, labels in change.labels.items()},
        rejected={
            clip_id: project.rejected(clip_id) - {class_id}
            for clip_id, class_id in classes.items()
            if class_id in project.rejected(clip_id)
        },
    )


def rejecting(project: Project, entry: Entry) -> Change:
    """Rule the proposed class out."""
    assert entry.proposed is not None
    return edits.reject(project, [entry.clip_id], entry.proposed)
