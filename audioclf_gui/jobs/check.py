"""Looking for what would spoil the training."""

from collections.abc import Generator, Iterator, MutableMapping
from typing import TYPE_CHECKING

from audioclf_gui.audio.data_check import check_clips, clips_to_check
from audioclf_gui.audio.findings import Finding, Kind, Severity
from audioclf_gui.audio.heard import Heard
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.learnt_tracks import unlearnt_note
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

if TYPE_CHECKING:
    from audioclf_gui.ml.class_counts import ClassCounts


def check(
    project: ProjectView, heard: MutableMapping[str, Heard] | None = None
) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Read every clip and judge the labels; nothing is changed. How much there is to learn is told as well.

    Parameters
    ----------
    heard
        What earlier checks heard, by content; it is added to.
    """
    from audioclf_gui.ml.background import sound_outside
    from audioclf_gui.ml.class_counts import class_counts
    from audioclf_gui.ml.dataset import training_data, without_clips
    from audioclf_gui.ml.settings import settings_for

    findings = []
    for event in check_clips(clips_to_check(project.catalogue), heard):
        if isinstance(event, Progress):
            yield event
        else:
            findings.append(event)
    findings.extend(_twin_findings(project.catalogue))
    view = project.catalogue
    unreadable = {view.audio_path(view.clip(one)) for found in findings for one in _unreadable(found)}
    data = without_clips(training_data(view), unreadable)
    if told := _to_learn(class_counts(data)):
        findings.append(Finding(Kind.USABLE, told, severity=Severity.FINE))
    if told := unlearnt_note(view):
        findings.append(Finding(Kind.USABLE, told, severity=Severity.FINE))
    if told := sound_outside(data, view, settings_for("default")):
        findings.append(Finding(Kind.USABLE, told, severity=Severity.FINE))
    if told := _numbers_to_learn(project.catalogue):
        findings.append(Finding(Kind.USABLE, told, severity=Severity.FINE))
    return tuple(findings)


def _unreadable(found: Finding) -> tuple[ClipId, ...]:
    return found.clip_ids if found.kind is Kind.UNREADABLE else ()


def _twin_findings(view: CatalogueView) -> Iterator[Finding]:
    """Classes whose names look alike, with the clips of all but the largest."""
    for twins in view.twins:
        smaller = (known.id for known in view.classes if known.name in twins.names)
        labelled = dict.fromkeys(clip_id for class_id in smaller for clip_id in view.labelled_with(class_id))
        clips = tuple(clip_id for clip_id in labelled if not view.clip(clip_id).removed)
        remedy = Text("Merge them if they mean the same; else give one of them a clearer name.")
        yield Finding(Kind.NEAR_TWINS, twins.text, clips, remedy=remedy, twins=twins)


def _numbers_to_learn(view: CatalogueView) -> Text | None:
    n = sum(clip.target is not None for clip in view.clips)
    if not n:
        return None
    return Text(
        "{n} clip has a number: {quantity}",
        "{n} clips have a number: {quantity}",
        n=n,
        quantity=view.quantity.text,
    )


def _to_learn(counts: "ClassCounts") -> Text | None:
    labels = sum(one.usable for one in counts.classes)
    if not labels:
        return None
    return Text(
        "{n} label holds sound to learn from, in {windows}",
        "{n} labels hold sound to learn from, in {windows}",
        n=labels,
        windows=Text(
            "{n} window of {window_s:g} s",
            "{n} windows of {window_s:g} s",
            n=sum(one.windows for one in counts.classes),
            window_s=counts.window_s,
        ),
    )
