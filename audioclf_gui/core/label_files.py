"""Label files of other programs: which clip one belongs to, and what taking it in comes to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PureWindowsPath

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label, Labels, Region
from audioclf_gui.core.naming import as_labels, names_in
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView


class ClipFinder:
    """Tells which clip of a project a label file, or a name in one, speaks of; one serves many files."""

    def __init__(self, view: CatalogueView) -> None:
        self._view = view
        self._by_name: defaultdict[str, list[Clip]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[Clip]] = defaultdict(list)
        for clip in view.clips:
            self._by_name[clip.name].append(clip)
            self._by_stem[clip.name.rpartition(".")[0] or clip.name].append(clip)

    def of_label_file(self, label_file: Path) -> Clip:
        """The clip whose file name the label file's name starts with; the longest such name wins.

        `night.wav` is found for `night.txt`, `night.wav.txt` and `night.Table.1.selections.txt`. Of clips
        with equal names the one in the label file's own folder is taken.

        Raises
        ------
        UserError
            If no clip fits, or several do.
        """
        name = label_file.name
        ends = (end for end in range(len(name), 0, -1) if not name[end : end + 1].isalnum())
        stem = next((name[:end] for end in ends if name[:end] in self._by_stem), "")
        return self._only(self._by_stem.get(stem, []), label_file, Text("the label file {name}", name=name))

    def of_sound_file(self, sound_file: str, label_file: Path) -> Clip:
        """The clip that a label file calls `sound_file`, a name or any system's path; UserError as above."""
        place = PureWindowsPath(sound_file)  # takes both separators
        called = self._by_name.get(place.name, [])
        there = [clip for clip in called if f"/{clip.path}".endswith(f"/{place.as_posix()}")]
        return self._only(there or called, label_file, Text.plain(sound_file))

    def _only(self, fitting: Sequence[Clip], label_file: Path, what: Text) -> Clip:
        folder = label_file.absolute().parent
        beside = [clip for clip in fitting if self._view.audio_path(clip).parent == folder]
        if len(fitting) == 1 or len(beside) == 1:
            return (beside or fitting)[0]
        raise UserError(
            Text("{n} clip fits {what}", "{n} clips fit {what}", n=len(fitting), what=what)
            if fitting
            else Text("no clip fits {what}", what=what),
            remedy=Text(
                "Name it like its recording, as night.txt for night.wav, or put it into the same folder."
            ),
        )


def import_change(view: CatalogueView, wanted: Sequence[tuple[Clip, Sequence[Region]]]) -> Change:
    """Regions added to what their clips have; nothing is taken away, and nothing comes twice.

    Where another program's file says the same of the same time but adds the frequencies, the label
    that is there gets them.
    """
    classes = view.with_classes(name for _, regions in wanted for name in names_in(regions))
    labels: dict[ClipId, Labels] = {}
    for clip, regions in wanted:
        present = labels.get(clip.id, view.labels(clip.id))
        merged = _merged(present, as_labels(regions, classes), clip.duration_s)
        if merged != present:
            labels[clip.id] = merged
    return Change(labels=labels, classes=classes if classes != view.classes else None)


def _merged(present: Labels, read: Labels, duration_s: float) -> Labels:
    merged = list(present)
    places: defaultdict[object, list[int]] = defaultdict(list)
    for index, label in enumerate(present):
        places[_place(label, duration_s)].append(index)
    for label in read:
        same = places[_place(label, duration_s)]
        band = _band(label)
        if same and (band == _NO_BAND or any(_band(merged[index]) == band for index in same)):
            continue
        bare = [at for at in same if _band(merged[at]) == _NO_BAND and not merged[at].is_whole_clip]
        if bare:
            merged[bare[0]] = replace(merged[bare[0]], low_hz=label.low_hz, high_hz=label.high_hz)
        else:
            same.append(len(merged))
            merged.append(label)
    return tuple(merged)


def _place(label: Label, duration_s: float) -> tuple[object, ...]:
    """What makes two labels the same one, to the digits that label files have."""
    start_s, end_s = label.span_s(duration_s)
    return label.class_id, round(start_s, 6), round(end_s, 6)


_NO_BAND = (None, None)


def _band(label: Label) -> tuple[float | None, float | None]:
    low_hz, high_hz = label.low_hz, label.high_hz
    return None if low_hz is None else round(low_hz, 3), None if high_hz is None else round(high_hz, 3)
