"""Taking label files of other programs into a project."""

from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip, ClipId, KeptLabelFile, Quarantined
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Conflict, Incoming, Merged, Mode, Side, Tally
from audioclf_gui.core.label_series import Version, predecessors
from audioclf_gui.core.label_templates import chosen_columns, last_versions
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.quarantine import put_aside
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.formats.chosen_columns import header_of
from audioclf_gui.formats.exchange import ReadLabels, kept_regions, read_label_file, to_keep
from audioclf_gui.formats.placing import Pair, placed, placed_on, told_by_name_alone
from audioclf_gui.jobs.label_claims import PlacedLabels, once, undisputed
from audioclf_gui.jobs.label_notes import (
    Arrival,
    compared,
    in_another_unit,
    learnt_from,
    left_or_late,
    of_another_length,
    of_no_channel,
    silent_about,
)
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import KeepLabelFiles, MakeEdit

_BEGINNING_BYTES = 2**14  # in which a table names its columns
_AS_BEFORE = Text("its columns are read as they were chosen of a table with the same ones before")


@dataclass(frozen=True, slots=True)
class ImportLabels:
    """Label files to take in; the same request comes from a command line and from a dropped file."""

    files: tuple[Path, ...]
    format_key: str = ""  # empty: told by what is in the file
    clip: Clip | None = None  # whose labels they are, whatever they are called and name
    by_name: bool = False  # whether folders do not count where a name fits one clip only
    label_column: str = ""  # of tables, see `formats.chosen_columns`; empty: as chosen before, or guessed
    mode: Mode = Mode.MERGE
    side: Side | None = None  # whose version of labels holds that both sides changed; None: each is told
    decided: tuple[tuple[Conflict, Side], ...] = ()  # those that somebody decided one by one
    unasked: bool = False  # then files that would change what a recording has in labels are left


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was taken in."""

    file: ReadLabels
    pairs: tuple[Pair, ...]
    tally: Tally
    notes: tuple[Text, ...]  # what was guessed, and what else there is to say about it


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A file that was understood and waits for a clip."""

    path: Path
    fitting: tuple[Clip, ...] = ()  # the clips that may be meant, as far as anything tells
    is_partly_taken: bool = False  # whether some of its labels found theirs


@dataclass(frozen=True, slots=True)
class LabelsImported:
    """What came of it."""

    files: tuple[ImportedFile, ...]
    refused: tuple[Quarantined, ...]
    unplaced: tuple[Unplaced, ...] = ()  # those among the refused that wait for a clip
    conflicts: tuple[Conflict, ...] = ()  # labels that both sides changed: they are as they were here
    header: tuple[str, ...] = ()  # what the columns of the first table are called, also of a refused one
    left: tuple[Path, ...] = ()  # since nobody asked for them, and recordings have other labels

    @property
    def left_note(self) -> Text | None:
        """Which files were left, and what to do with them; None if none was."""
        if not self.left:
            return None
        return Text(
            "{n} label file that was written since was left, as its recording has other labels already:"
            " {file}. Import it to compare them.",
            "{n} label files that were written since were left, as their recordings have other labels"
            " already: {file} for one. Import them to compare them.",
            n=len(self.left),
            file=self.left[0].name,
        )

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
    before = {} if request.label_column or request.format_key else _chosen_before(project)
    found: list[PlacedLabels] = []
    refused: list[Quarantined] = []
    unplaced: list[Unplaced] = []
    sources = once(request.files)
    for number, source in enumerate(sources, start=1):
        problem: UserError | None
        try:
            columns = request.label_column or _as_before(source, before)
            file = read_label_file(source, request.format_key or None, columns)
            pairs, problem = placed(finder, file) if request.clip is None else placed_on(request.clip, file)
        except UserError as error:
            pairs, problem = [], error
        else:
            found.append(PlacedLabels(file, tuple(pairs), columns))
        if problem is not None:
            refused.append(Quarantined(source, problem.message, problem.remedy))
        if isinstance(problem, UnplacedError):
            unplaced.append(Unplaced(source, problem.fitting, is_partly_taken=bool(pairs)))
        yield Progress(number, len(sources))
    if request.clip is None and not request.by_name:
        found, rivals = undisputed(found, project.catalogue)
        refused += [rival for rival, _ in rivals]
        unplaced += [Unplaced(rival.path, (clip,)) for rival, clip in rivals]
    found, left = _harmless(found, project) if request.unasked else (found, [])
    files, conflicts = (yield from _take_in(found, request, project)) if found else ((), ())
    header = next(filter(None, map(_header, sources)), ())
    return LabelsImported(
        tuple(files), tuple(refused), tuple(unplaced), tuple(conflicts), header, tuple(left)
    )


def _chosen_before(project: ProjectView) -> dict[tuple[str, ...], str]:
    """Which columns were chosen last of a table, by what its columns are called."""
    newest_first = chosen_columns(project.file)
    by_header = {header_of(content): columns for columns, content in reversed(newest_first)}
    by_header.pop((), None)  # columns without names: that is not the same table
    return by_header


def _as_before(source: Path, before: Mapping[tuple[str, ...], str]) -> str:
    """The columns that were chosen of another table with the same ones."""
    return before.get(_header(source), "") if before else ""


def _header(source: Path) -> tuple[str, ...]:
    """What the columns of a table are called; nothing if it is none, or cannot be read."""
    try:
        with source.open("rb") as file:
            return header_of(file.read(_BEGINNING_BYTES))
    except OSError:
        return ()  # reading all of it tells why


def _harmless(found: Sequence[PlacedLabels], project: ProjectView) -> tuple[list[PlacedLabels], list[Path]]:
    """The files that change nothing but recordings without labels, and those that change others.

    Of a file that says what is known already nothing is to be done.
    """
    harmless: list[PlacedLabels] = []
    left: list[Path] = []
    view = project.catalogue
    for placed_labels, arrivals in zip(found, _arrivals(found, project), strict=True):
        done = import_change(view, [_incoming(one) for one in arrivals])
        outcomes = zip(arrivals, done.outcomes, strict=True)
        changed = {*done.change.labels, *(one.clip.id for one, outcome in outcomes if outcome.conflicts)}
        if any(not label.is_whole_clip for clip_id in changed for label in view.labels(clip_id)):
            left.append(placed_labels.file.source)
        elif changed:
            harmless.append(placed_labels)
    return harmless, left


def _take_in(
    found: Sequence[PlacedLabels], request: ImportLabels, project: ProjectView
) -> Generator[MakeEdit | KeepLabelFiles, None, tuple[list[ImportedFile], list[Conflict]]]:
    """Make the edit and keep the files, but for clips with a conflict: there the one before stays."""
    decided = dict(request.decided)
    arrivals = _arrivals(found, project)
    done = import_change(
        project.catalogue,
        [_incoming(one) for ones in arrivals for one in ones],
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
    for placed_labels, ones in zip(found, arrivals, strict=True):
        of_clips = [next(outcomes) for _ in ones]
        files.append(_imported(placed_labels, ones, of_clips, request, project, done.tracks))
        conflicts += [conflict for one in of_clips for conflict in one.conflicts]
        kept += [one.kept for one, of_clip in zip(ones, of_clips, strict=True) if not of_clip.conflicts]
    if kept:
        yield KeepLabelFiles(tuple(kept))
    return files, conflicts


def _arrivals(found: Sequence[PlacedLabels], project: ProjectView) -> list[list[Arrival]]:
    """For each file, and each clip that it speaks of, what came before it."""
    coming: list[tuple[PlacedLabels, Clip, Version]] = []
    for one in found:
        kept = to_keep(one.file, one.pairs, one.columns)
        coming += [
            (one, clip, Version(part, regions)) for part, (clip, regions) in zip(kept, one.pairs, strict=True)
        ]
    of_clip: defaultdict[ClipId, list[int]] = defaultdict(list)
    for at, (_, clip, _) in enumerate(coming):
        of_clip[clip.id].append(at)
    before = last_versions(project.file, of_clip)
    arrivals: dict[int, Arrival] = {}
    for clip_id, places in of_clip.items():
        known = [Version(kept, kept_regions(kept)) for kept in before[clip_id]]
        versions = [coming[at][2] for at in places]
        for at, version, earlier in zip(places, versions, predecessors(versions, known), strict=True):
            has_namesake = any(version.is_namesake_of(one) for one in known)
            since = () if earlier is None else earlier.since(known)
            arrivals[at] = Arrival(coming[at][0].file, coming[at][1], version, earlier, since, has_namesake)
    following = iter(range(len(coming)))
    return [[arrivals[next(following)] for _ in one.pairs] for one in found]


def _incoming(arrival: Arrival) -> Incoming:
    labels = arrival.file.labels
    return Incoming(
        arrival.clip,
        arrival.version.regions,
        None if arrival.earlier is None else arrival.earlier.regions,
        arrival.since,
        labels.holds,
        labels.tracks,
    )


def _imported(
    placed_labels: PlacedLabels,
    arrivals: Sequence[Arrival],
    outcomes: Sequence[Merged],
    request: ImportLabels,
    project: ProjectView,
    new_tracks: Sequence[Track],
) -> ImportedFile:
    file, pairs = placed_labels.file, placed_labels.pairs
    notes = [
        *([_AS_BEFORE] if placed_labels.columns != request.label_column else ()),
        *file.labels.notes,
        *told_by_name_alone(file, pairs),
        *learnt_from(file, new_tracks),
        *silent_about(file, pairs, project),
        *(compared(arrivals, outcomes, project.catalogue) if request.mode is Mode.MERGE else ()),
        *of_another_length(file, pairs),
        *of_no_channel(file, pairs),
        *left_or_late(pairs, outcomes),
        *in_another_unit(pairs),
    ]
    tally = sum((one.tally for one in outcomes), Tally())
    return ImportedFile(file, pairs, tally, tuple(notes))
