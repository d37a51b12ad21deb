"""Looking for what would spoil the training."""

from collections.abc import Generator, MutableMapping

from audioclf_gui.audio.data_check import Finding, Heard, check_clips, clips_to_check
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView


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
    return tuple(findings)
