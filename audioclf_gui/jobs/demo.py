"""A project to begin with: sounds made from numbers, most of them labelled, and a scene with its events."""

from collections.abc import Generator
from pathlib import Path

from audioclf_gui.audio.demo_sounds import (
    CLASSES,
    CLIPS_PER_CLASS_AND_SITE,
    RATE_HZ,
    SITES,
    DemoClip,
    Sound,
    demo_clips,
    demo_scene,
)
from audioclf_gui.audio.files import probe, write_flac
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.content import content_hash, write_where_wanted
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.core.project_files import SUFFIX
from audioclf_gui.core.text import Text

_FILES = len(CLASSES) * len(SITES) * CLIPS_PER_CLASS_AND_SITE + 1


def make_demo(folder: Path, seed: int = 1) -> Generator[Progress, None, Path]:
    """Fill a folder with a project that shows what the program does; to cancel, stop iterating.

    The last clip of each class and site is left without a label, for the newcomer to give one. Clips
    are grouped by site, so that a model can be tested where it has not been trained. The events of
    `scene.flac` are labels of that clip, and lie beside it as an Audacity label track too.

    Yields
    ------
    Progress
        After each file. The project is made when all of them are there; before that, trying again
        in the same folder begins anew.

    Returns
    -------
    Path
        The project's file.

    Raises
    ------
    UserError
        If the folder holds a project already, or cannot be written to.
    """
    if any(folder.glob(f"*{SUFFIX}")):
        raise UserError(
            Text("{name} holds a project already", name=folder.name),
            remedy=Text("Open it, or choose another folder."),
        )
    found = []
    try:
        for clip in demo_clips(seed):
            found.append(_written_clip(folder, clip))
            yield Progress(len(found), _FILES)
        found.append(_written_scene(folder, seed))
    except OSError as error:
        raise UserError(
            Text(
                "the sample project cannot be written to {folder}: {problem}",
                folder=folder,
                problem=error.strerror or str(error),
            ),
            remedy=Text("Choose a folder with 100 MB of room that you may write to."),
        ) from error
    with Project.create(folder) as project:
        project.catalogue.add_clips(found)
        yield Progress(len(found), _FILES)
        return project.file


def _written_clip(folder: Path, clip: DemoClip) -> FoundClip:
    path = folder / "audio" / clip.class_name / f"{clip.class_name}-{clip.site}-{clip.number:02}.flac"
    label = clip.class_name if clip.number < CLIPS_PER_CLASS_AND_SITE else ""
    return _written(Candidate(path, label, group=clip.site), clip.samples)


def _written_scene(folder: Path, seed: int) -> FoundClip:
    """The scene, with its label track beside it."""
    scene = demo_scene(seed)
    found = _written(Candidate(folder / "scene.flac", group="scene", regions=scene.regions), scene.samples)
    lines = [f"{region.start_s:.6f}\t{region.end_s:.6f}\t{region.text}\n" for region in scene.regions]
    write_where_wanted(folder / "scene.labels.txt", "".join(lines).encode())
    return found


def _written(candidate: Candidate, samples: Sound) -> FoundClip:
    write_flac(candidate.path, samples, RATE_HZ)
    return FoundClip(candidate, probe(candidate.path), content_hash(candidate.path))
