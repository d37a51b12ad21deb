"""Labelling every sound of recordings that are mostly quiet."""

from collections.abc import Generator
from dataclasses import dataclass

from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.segment import FindSettings, SegmentSettings
from audioclf_gui.audio.segment import find_sounds as sounds_of
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.label_edits import paste
from audioclf_gui.core.label_rules import check_labels
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class FindSounds:
    """Clips to look through, and what their sounds are to be called."""

    clips: tuple[Clip, ...]
    settings: FindSettings
    class_name: str = ""  # a class that is made if there is none; empty: no class yet


@dataclass(frozen=True, slots=True)
class SoundsFound:
    """What came of it."""

    sounds: int
    clips: int  # those with at least one sound
    refused: tuple[Quarantined, ...]
    beyond: int = 0  # clips whose sampling rate is too low for the band that was searched

    @property
    def note(self) -> Text | None:
        """What must be told: that clips could not hold what was sought."""
        if not self.beyond:
            return None
        return Text(
            "{n} clip holds no frequencies so high as those searched",
            "{n} clips hold no frequencies so high as those searched",
            n=self.beyond,
        )


def find_sounds(
    request: FindSounds, project: ProjectView
) -> Generator[Progress | MakeEdit, None, SoundsFound]:
    """Label each sound of the clips, all as one edit; clips that cannot be read are put aside.

    A sound that has the same label already gets no second one.
    An interruption by the keyboard keeps what was found until then.

    Raises
    ------
    UserError
        If the project cannot be written, or the main track, into which they come, is locked.
    """
    project.check_writable()
    view = project.catalogue
    classes = view.with_classes([request.class_name])
    class_id = class_named(classes, request.class_name)
    labels: dict[ClipId, Labels] = {}
    refused = []
    beyond = 0
    interruption: KeyboardInterrupt | None = None
    try:
        for number, clip in enumerate(request.clips, start=1):
            try:
                new = _sounds(project, clip, request.settings, class_id)
                beyond += _is_beyond(project, clip, request.settings)
            except UnreadableAudioError as error:
                refused.append(Quarantined(error.path, error.reason, error.remedy))
            else:
                after = paste(view.labels(clip.id), new).labels
                if after != view.labels(clip.id):
                    check_labels(view, clip.id, after)
                    labels[clip.id] = after
            yield Progress(number, len(request.clips))
    except KeyboardInterrupt as error:
        interruption = error
    n = sum(len(found) - len(view.labels(clip_id)) for clip_id, found in labels.items())
    if labels:
        change = Change(labels=labels, classes=None if classes == view.classes else classes)
        yield from bulk_edit(project, Text("find {n} sound", "find {n} sounds", n=n), change)
    if interruption is not None:
        raise interruption
    return SoundsFound(n, len(labels), tuple(refused), beyond)


def _sounds(
    project: ProjectView, clip: Clip, settings: FindSettings, class_id: ClassId | None
) -> tuple[Label, ...]:
    path = project.catalogue.audio_path(clip)
    return tuple(Label(class_id, start_s, end_s) for start_s, end_s in sounds_of(path, settings))


def _is_beyond(project: ProjectView, clip: Clip, settings: FindSettings) -> bool:
    if not isinstance(settings, SegmentSettings):
        return False
    return settings.is_beyond(known_facts(project.catalogue.audio_path(clip)).rate_hz)
