"""What is wrong with the clips of a project before anything is trained on them."""

import time
from collections.abc import Generator, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.class_checks import class_findings
from audioclf_gui.audio.findings import CheckedClip, Finding, NamedLabel
from audioclf_gui.audio.heard import CHANGED, Heard, listen
from audioclf_gui.audio.label_checks import (
    label_findings,
    silent_class_findings,
    silent_label_finding,
    unusable_class_findings,
)
from audioclf_gui.audio.sound_checks import copy_findings, file_findings
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.core.usable import judged
from audioclf_gui.core.view import CatalogueView

_TOLD_EVERY_S = 0.1  # known clips take microseconds: more often would keep the window busy


def clips_to_check(view: CatalogueView) -> tuple[CheckedClip, ...]:
    """Every clip of the project as the check wants it; opens no file."""
    names = {known.id: known.name for known in view.classes}
    with no_garbage_collection(len(view.clips)):
        return tuple(_to_check(view, clip, names) for clip in view.clips)


def _to_check(view: CatalogueView, clip: Clip, names: dict[ClassId, str]) -> CheckedClip:
    labels = view.learnt_labels(clip.id)
    return CheckedClip(
        id=clip.id,
        path=view.audio_path(clip),
        content=clip.content,
        learnt=tuple(names[class_id] for class_id, _, _ in judged(labels, clip.duration_s).stretches),
        group=clip.group,
        rate_hz=clip.audio.rate_hz,
        duration_s=clip.duration_s,
        labels=tuple(
            NamedLabel(names[label.class_id], label) for label in labels if label.class_id is not None
        ),
    )


def check_clips(
    clips: Sequence[CheckedClip], heard: MutableMapping[str, Heard] | None = None
) -> Generator[Progress | Finding, None, None]:
    """Read every file once and report what could spoil a model; nothing is changed, nothing aborts.

    Parameters
    ----------
    heard
        What earlier checks heard, by content hash; known files are not read again but must still be
        there, and be as old as then. New ones are added.

    Yields
    ------
    Progress about ten times a second and at the end, then a Finding for each thing that was found, and one
    with Severity.FINE for each of the main questions that has no finding.
    """
    heard = {} if heard is None else heard
    sounds: list[tuple[CheckedClip, Heard]] = []
    yield Progress(0, len(clips))
    told_at = time.monotonic()
    for done, clip in enumerate(clips, start=1):
        sounds.append((clip, _known_or_read(clip, heard)))
        if done == len(clips) or time.monotonic() - told_at >= _TOLD_EVERY_S:
            told_at = time.monotonic()
            yield Progress(done, len(clips))
    whole = [pair for pair in sounds if not pair[1].problem]
    yield from file_findings(sounds)
    yield from unusable_class_findings(clips)
    yield from label_findings(clips)
    yield from silent_label_finding(whole)
    yield from silent_class_findings(whole)
    yield from copy_findings(whole)
    yield from class_findings(clips)


def _known_or_read(clip: CheckedClip, heard: MutableMapping[str, Heard]) -> Heard:
    try:
        if not clip.path.is_file():
            return Heard(problem=Text("the file is missing"))
        stamp = _stamp(clip.path)
        known = heard.get(clip.content)
        if known is not None and known.stamp in {(), stamp}:
            return known
        if content_hash(clip.path) != clip.content:
            return Heard(problem=listen(clip.path).problem or CHANGED)
    except OSError as error:
        return Heard(problem=Text.plain(error.strerror or str(error)))
    heard[clip.content] = replace(listen(clip.path), stamp=stamp)
    return heard[clip.content]


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino
