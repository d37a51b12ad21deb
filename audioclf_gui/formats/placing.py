"""Which clips the labels of a file go to."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.recording_names import common_end, name_key, names_meant, plain_parts, recording_name
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.formats.exchange import ReadLabels

Pair = tuple[Clip, tuple[Region, ...]]

_REASONS = 3


def placed(clips: ClipFinder, file: ReadLabels) -> tuple[list[Pair], UnplacedError | None]:
    """The clips that a label file speaks of, each once, with their regions; it may name several recordings.

    Labels that name none belong to the clip that the file is called like.

    Returns
    -------
    pairs, problem
        The problem says which regions belong to no clip; None if all found theirs.

    Raises
    ------
    UnplacedError
        If none did.
    """
    found: dict[ClipId, Pair] = {}
    lost, problems = 0, []
    uploads = Counter(own.key for called in file.labels.by_file for own in names_meant(called)[1:])
    for name, regions in (file.labels.by_file or {"": ()}).items():
        is_upload = all(uploads[own.key] == 1 for own in names_meant(name)[1:])
        try:
            clip = clips.of_sound_file(name, file.source, is_upload=is_upload)
        except UnplacedError as error:
            lost += len(regions)
            problems.append(error)
        else:
            _, before = found.get(clip.id, (clip, ()))
            found[clip.id] = (clip, (*before, *regions))
    problem = _lost(lost, problems) if problems else None
    if problem is not None and not found:
        raise problem
    return list(found.values()), problem


def placed_on(clip: Clip, file: ReadLabels) -> tuple[list[Pair], None]:
    """All labels of a file for the clip that somebody chose, as `placed` returns them.

    Raises
    ------
    UserError
        If the file speaks of several recordings.
    """
    names = named_recordings(file)
    if len(names) > 1:
        raise UserError(
            Text(
                "{name} is about {n} recording",
                "{name} is about {n} recordings",
                name=file.source.name,
                n=len(names),
            ),
            remedy=Text("Choose a clip for files about one recording only; let only file names count."),
        )
    return [(clip, file.labels.regions)], None


def named_recordings(file: ReadLabels) -> set[tuple[str, ...]]:
    """The different recordings that a label file names, in the form in which they are compared."""
    names = filter(None, map(recording_name, file.labels.by_file))
    return {(*name.folders, name.key) for name in names}


def told_by_name_alone(file: ReadLabels, pairs: Sequence[Pair]) -> list[Text]:
    """Which clips are meant by their name alone, since the folder that is named is somebody else's."""
    notes = []
    for called, regions in file.labels.by_file.items():
        names = names_meant(called)
        for name in names:
            is_part = name is not names[0]  # of the name, and says nothing of folders
            if not name.absolute and not is_part:
                continue
            clips = [
                clip for clip, held in pairs if name_key(clip.name) == name.key and set(regions) <= set(held)
            ]
            folders = [plain_parts(PurePosixPath(clip.path).parent) for clip in clips]
            if folders and all(is_part or (one and not common_end(one, name.folders)) for one in folders):
                path, clip = "/".join(names[0].parts), clips[0].path
                notes.append(Text("{path} is taken for {clip} by its name alone", path=path, clip=clip))
    return notes


def is_by_path(file: ReadLabels) -> bool:
    """Whether a label file says for any of its labels in which folder the recording lies."""
    return any(name.is_path for name in map(recording_name, file.labels.by_file) if name is not None)


def _lost(labels: int, problems: Sequence[UnplacedError]) -> UnplacedError:
    fitting = problems[0].fitting if len(problems) == 1 else ()
    if len(problems) == 1 and not labels:
        return UnplacedError(problems[0].message, remedy=problems[0].remedy, fitting=fitting)
    reasons = [error.message for error in problems[:_REASONS]]
    if len(problems) > _REASONS:
        reasons.append(Text("{n} more", "{n} more", n=len(problems) - _REASONS))
    remedies = {str(error.remedy): error.remedy for error in problems}
    several = Text("Import the recordings that are meant, then the file again; or let only file names count.")
    return UnplacedError(
        Text(
            "{n} label is left out: {reasons}",
            "{n} labels are left out: {reasons}",
            n=labels,
            reasons=listed(reasons, "; "),
        ),
        remedy=next(iter(remedies.values())) if len(remedies) == 1 else several,
        fitting=fitting,
    )
