"""Taking label files of other programs into a project."""

from collections import defaultdict
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip, ClipId, KeptLabelFile, Quarantined
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Conflict, Incoming, Merged, Mode, Side, Tally
from audioclf_gui.core.label_templates import companions, kept_files
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.quarantine import put_aside
from audioclf_gui.core.text import Text
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.formats.exchange import ReadLabels, kept_regions, read_label_file, to_keep
from audioclf_gui.formats.placing import Pair, placed, placed_on, told_by_name_alone
from audioclf_gui.jobs.label_claims import PlacedLabels, once, undisputed
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import KeepLabelFiles, MakeEdit


@dataclass(frozen=True, slots=True)
class ImportLabels:
    """Label files to take in; the same request comes from a command line and from a dropped file."""

    files: tuple[Path, ...]
    format_key: str = ""  # empty: told by what is in the file
    clip: Clip | None = None  # whose labels they are, whatever they are called and name
    by_name: bool = False  # whether folders do not count where a name fits one clip only
    label_column: str = ""  # of tables; empty: guessed
    mode: Mode = Mode.MERGE
    side: Side | None = None  # whose version of labels holds that both sides changed; None: each is told
    decided: tuple[tuple[Conflict, Side], ...] = ()  # those that somebody decided one by one


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was taken in."""

    file: ReadLabels
    pairs: tuple[Pair, ...]
    tally: Tally
    notes: tuple[Text, ...]  # what was guessed, and what else there is to say about it


@dataclass(frozen=True, slots=True)
class LabelsImported:
    """What came of it."""

    files: tuple[ImportedFile, ...]
    refused: tuple[Quarantined, ...]
    unplaced: tuple[Path, ...] = ()  # files among the refused that were understood and wait for a clip
    conflicts: tuple[Conflict, ...] = ()  # labels that both sides changed: they are as they were here

    @property
    def tally(self) -> Tally:
        """All files together."""
        return sum((one.tally for one in self.files), Tally())


def import_labels(
    request: ImportLabels, project: ProjectView
) -> Generator[Progress | MakeEdit | KeepLabelFiles, None, LabelsImported]:
    """Read, place and take in the labels as one edit, with a copy of the project before it.

    A file belongs to the clips that it names, or if it names none to the one that it is called like, see
    `core.clip_finder`. What does not belong anywhere is put aside, and nothing else is affected. A file
    that was imported before and corrected since is merged with the labels, see `core.label_merge`.

    Raises
    ------
    UserError
        If the project cannot be written.
    """
    project.check_writable()
    finder = ClipFinder(project.catalogue, put_aside(project.file), by_name=request.by_name)
    found: list[PlacedLabels] = []
    refused: list[Quarantined] = []
    unplaced: list[Path] = []
    sources = once(request.files)
    for number, source in enumerate(sources, start=1):
        problem: UserError | None
        try:
            file = read_label_file(source, request.format_key or None, request.label_column)
            pairs, problem = placed(finder, file) if request.clip is None else placed_on(request.clip, file)
        except UserError as error:
            problem = error
        else:
            found.append(PlacedLabels(file, tuple(pairs)))
        if problem is not None:
            refused.append(Quarantined(source, problem.message, problem.remedy))
            unplaced += [source] if isinstance(problem, UnplacedError) else []
        yield Progress(number, len(sources))
    if request.clip is None and not request.by_name:
        found, rivals = undisputed(found, project.catalogue)
        refused += rivals
        unplaced += [rival.path for rival in rivals]
    files, conflicts = (yield from _take_in(found, request, project)) if found else ((), ())
    return LabelsImported(tuple(files), tuple(refused), tuple(unplaced), tuple(conflicts))


def _take_in(
    found: Sequence[PlacedLabels], request: ImportLabels, project: ProjectView
) -> Generator[MakeEdit | KeepLabelFiles, None, tuple[list[ImportedFile], list[Conflict]]]:
    """Make the edit and keep the files, but for clips with a conflict: there the one before stays."""
    decided = dict(request.decided)
    incoming = _incoming(found, project)
    done = import_change(
        project.catalogue,
        [one for ones in incoming for one in ones],
        request.mode,
        lambda conflict: decided.get(conflict, request.side),
    )
    n = len(found)
    what = Text("import labels of {n} file", "import labels of {n} files", n=n)
    if done.change.clip_ids:
        replaces = request.mode is Mode.REPLACE
        yield from bulk_edit(project, what, done.change, replaces=replaces)
    outcomes = iter(done.outcomes)
    files: list[ImportedFile] = []
    conflicts: list[Conflict] = []
    kept: list[KeptLabelFile] = []
    for placed_labels in found:
        of_clips = [next(outcomes) for _ in placed_labels.pairs]
        files.append(_imported(placed_labels, of_clips, _silent_about(placed_labels, project)))
        conflicts += [conflict for one in of_clips for conflict in one.conflicts]
        settled = [pair for pair, one in zip(placed_labels.pairs, of_clips, strict=True) if not one.conflicts]
        kept += to_keep(placed_labels.file, settled, request.label_column)
    if kept:
        yield KeepLabelFiles(tuple(kept))
    return files, conflicts


def _incoming(found: Sequence[PlacedLabels], project: ProjectView) -> list[list[Incoming]]:
    """For each file what it says about its clips, and said before if it is the first about them here."""
    clips: defaultdict[str, list[ClipId]] = defaultdict(list)
    for one in found:
        clips[one.file.format.key] += [clip.id for clip, _ in one.pairs]
    before = {key: kept_files(project.file, key, clip_ids) for key, clip_ids in clips.items()}
    incoming = []
    for one in found:
        kept = before[one.file.format.key]
        incoming.append([_of_clip(one.file, pair, kept.pop(pair[0].id, None)) for pair in one.pairs])
    return incoming


def _of_clip(file: ReadLabels, pair: Pair, before: KeptLabelFile | None) -> Incoming:
    clip, regions = pair
    return Incoming(
        clip,
        regions,
        None if before is None else kept_regions(before),
        before is not None and before.name == file.source.name,
        bands=file.labels.holds.bands,
        scores=file.labels.holds.scores,
    )


def _silent_about(placed_labels: PlacedLabels, project: ProjectView) -> list[Text]:
    """What to say of labelled clips that a table of several recordings spoke of, and does not any more."""
    file, view = placed_labels.file, project.catalogue
    if not file.labels.files:
        return []
    here = [clip.id for clip, _ in placed_labels.pairs]
    others = companions(project.file, file.format.key, file.source.name, here)
    silent = [clip for clip in map(view.clip, others) if not clip.removed and view.labels(clip.id)]
    if not silent:
        return []
    return [
        Text(
            "{n} recording that it spoke of before is not in it; its labels stay: {first}",
            "{n} recordings that it spoke of before are not in it; their labels stay: {first} for one",
            n=len(silent),
            first=silent[0].path,
        )
    ]


def _imported(
    placed_labels: PlacedLabels, outcomes: Sequence[Merged], silent_about: Sequence[Text]
) -> ImportedFile:
    tally = sum((one.tally for one in outcomes), Tally())
    file, pairs = placed_labels.file, placed_labels.pairs
    notes = [*file.labels.notes, *told_by_name_alone(file, pairs), *silent_about]
    if any(one.is_stranger for one in outcomes):
        notes.append(
            Text("it has little in common with the file of that name before, so its labels were added")
        )
    if tally.left_out:
        notes.append(
            Text(
                "{n} label that was deleted here stays deleted",
                "{n} labels that were deleted here stay deleted",
                n=tally.left_out,
            )
        )
    late = sum(_is_late(region, clip) for clip, regions in pairs for region in regions)
    if late:
        notes.append(
            Text(
                "{n} label starts after the end of its recording: are its times seconds?",
                "{n} labels start after the end of their recording: are their times seconds?",
                n=late,
            )
        )
    return ImportedFile(file, pairs, tally, tuple(notes))


def _is_late(region: Region, clip: Clip) -> bool:
    return region.start_s > clip.duration_s
