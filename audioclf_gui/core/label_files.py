"""Label files of other programs: which clip one belongs to, and what taking it in comes to."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label, Labels, Region
from audioclf_gui.core.naming import as_labels, with_classes
from audioclf_gui.core.project import Project


def clip_for(project: Project, label_file: Path) -> Clip:
    """The clip whose file name the label file's name starts with; the longest such name wins.

    `night.wav` is found for `night.txt`, `night.wav.txt` and `night.Table.1.selections.txt`. Of clips with
    equal names the one in the label file's own folder is taken.

    Raises
    ------
    UserError
        If no clip fits, or several do.
    """
    name = label_file.name
    stem_lengths = {clip.id: _shared_stem(clip.name, name) for clip in project.clips}
    longest = max(stem_lengths.values(), default=0)
    fitting = [clip for clip in project.clips if longest and stem_lengths[clip.id] == longest]
    beside = [clip for clip in fitting if project.audio_path(clip).parent == label_file.absolute().parent]
    if len(fitting) == 1 or len(beside) == 1:
        return (beside or fitting)[0]
    what = f"{len(fitting)} clips fit" if fitting else "no clip fits"
    raise UserError(
        f"{what} the label file {name}",
        remedy="Name it like its recording, as in night.wav and night.txt, or put it into the same folder.",
    )


def import_change(project: Project, wanted: Sequence[tuple[Clip, Sequence[Region]]]) -> Change:
    """Regions added to what their clips have; nothing is taken away, and nothing comes twice."""
    classes = with_classes(project.classes, (region.text for _, regions in wanted for region in regions))
    labels: dict[ClipId, Labels] = {}
    for clip, regions in wanted:
        present = labels.get(clip.id, project.labels(clip.id))
        known = {_place(label) for label in present}
        fresh = [label for label in as_labels(regions, classes) if _place(label) not in known]
        if fresh:
            labels[clip.id] = (*present, *fresh)
    return Change(labels=labels, classes=classes if classes != project.classes else None)


def _shared_stem(clip_name: str, file_name: str) -> int:
    stem = clip_name.rpartition(".")[0] or clip_name
    rest = file_name.removeprefix(stem)
    return len(stem) if rest != file_name and (rest == "" or not rest[0].isalnum()) else 0


def _place(label: Label) -> tuple[object, ...]:
    return label.class_id, label.start_s, label.end_s, label.low_hz, label.high_hz
