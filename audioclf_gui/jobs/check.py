"""Looking for what would spoil the training."""

from collections.abc import Generator, Iterator, MutableMapping

from audioclf_gui.audio.data_check import Finding, Heard, Kind, check_clips, clips_to_check
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.view import CatalogueView


def check(
    project: ProjectView, heard: MutableMapping[str, Heard] | None = None
) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Read every clip and judge the labels; nothing is changed.

    Parameters
    ----------
    heard
        What earlier checks heard, by content; it is added to.
    """
    findings = []
    for event in check_clips(clips_to_check(project.catalogue), heard):
        if isinstance(event, Progress):
            yield event
        else:
            findings.append(event)
    return (*findings, *_twin_findings(project.catalogue))


def _twin_findings(view: CatalogueView) -> Iterator[Finding]:
    """Classes whose names look alike, with the clips of all but the largest."""
    for twins in view.twins:
        ids = {known.id for known in view.classes if known.name in twins.names}
        clips = tuple(
            clip.id for clip in view.clips if any(label.class_id in ids for label in view.labels(clip.id))
        )
        yield Finding(Kind.NEAR_TWINS, twins.text, clips, twins=twins)
