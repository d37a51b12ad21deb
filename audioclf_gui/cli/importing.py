"""`audioclf import`: recordings into a project."""

import argparse
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.label_facts import imported_facts
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import (
    SOME_QUARANTINED,
    print_facts,
    print_json,
    quarantined_facts,
    say,
    show_conflicts,
    show_quarantined,
    show_twins,
)
from audioclf_gui.cli.packs import unpacked_facts
from audioclf_gui.cli.watching import watched
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_merge import Mode
from audioclf_gui.core.project import Project
from audioclf_gui.core.supplement import LeftAlone
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView, new_twins
from audioclf_gui.formats.datasets import (
    LAYOUTS,
    ClassNames,
    Columns,
    checked_pattern,
    likely_columns,
    pattern_of,
    read_sheet,
)
from audioclf_gui.formats.text import finite
from audioclf_gui.jobs.edit_clips import NameClasses, edit_clips
from audioclf_gui.jobs.import_clips import ClipsImported, ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported, import_labels
from audioclf_gui.jobs.import_plan import ImportPlan, Outline, outline
from audioclf_gui.jobs.import_survey import Survey, survey
from audioclf_gui.jobs.joined_labels import joined_labels
from audioclf_gui.jobs.layout_guess import PLAIN, TABLE
from audioclf_gui.jobs.unpack_archives import UNPACKED, ArchivesUnpacked, UnpackArchives, unpack_archives
from audioclf_gui.jobs.watch_folder import WatchFolders

_GUESS = "guess"
"""The layout that the paths seem to have."""

_LEAVE = "leave"
"""What becomes of label files that are not wanted."""

_TOLD = 20  # clips that are left alone are named one by one up to here
_ALWAYS_TOLD = ("added", "clips")  # of the rest only what there is


def add_commands(commands: Commands) -> None:
    """Add `import`."""
    parser = add_command(commands, "import", import_audio, "bring recordings into a project")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files, folders, archives")
    parser.add_argument("--layout", choices=(_GUESS, *LAYOUTS), help="how the data set says what is what")
    _add_names(parser)
    _add_table(parser)
    _add_what_follows(parser)
    parser.excludes("--layout", "--table")
    parser.excludes("--name-parts", "--labels-from-name")
    parser.needs("--table", "--path-column")
    parser.needs("--table", "--label-column", "--target-column", "--group-column", "--fold-column")
    for name in ("path", "label", "group", "fold", "target"):
        parser.needs(f"--{name}-column", "--table")


def _add_names(parser: CommandParser) -> None:
    """What the names of files and folders tell."""
    parser.add_argument(
        "--labels-from-name",
        metavar="REGEX",
        type=partial(_pattern, ("label",)),
        help="its named group `label` is the class; may have `group` and `fold`, too",
    )
    parser.add_argument(
        "--group-from-name",
        metavar="REGEX",
        type=partial(_pattern, ("group", "fold")),
        help="its named groups are the `group` and the `fold`",
    )
    parser.add_argument(
        "--name-parts",
        metavar="TEMPLATE",
        type=_template,
        help="what the parts of file names mean, without a regular expression: {class}_{group}_{} for"
        " dog_site3_12.wav, {class+}_{} where the class may hold the separator, {class}/{} for folders",
    )


def _add_table(parser: CommandParser) -> None:
    """What a table of files tells."""
    parser.add_argument("--table", metavar="FILE", type=Path, help="a table of files and classes")
    for name, what in (("path", "file"), ("group", "group"), ("fold", "fold")):
        parser.add_argument(f"--{name}-column", metavar="C", help=f"the table's column of the {what}")
    parser.add_argument(
        "--label-column",
        metavar="C",
        action="append",
        help="the table's column of the class; given several times, each column is a class that is marked in"
        " it by 1, True, yes or x",
    )
    parser.add_argument("--target-column", metavar="C", help="the table's column of a number to estimate")
    parser.add_argument(
        "--class-names",
        metavar="FILE",
        type=Path,
        help="a table of two columns, codes and names: classes that are called by a code get its name",
    )


def _add_what_follows(parser: CommandParser) -> None:
    """What becomes of label files and copies, and of recordings that come later."""
    parser.add_argument(
        "--label-files",
        choices=(*(mode.value for mode in Mode), _LEAVE),
        default=Mode.MERGE.value,
        help="those called like the recordings that lie beside them: taken in as `labels import --mode` does"
        " (merge is the default), or left",
    )
    parser.add_argument("--copy", action="store_true", help="copy the audio into the project")
    parser.add_argument(
        "--unpack-to",
        metavar="DIR",
        type=Path,
        help=f"where archives are unpacked (default: {UNPACKED} in the project)",
    )
    parser.add_argument(
        "--watch",
        metavar="S",
        nargs="?",
        type=_pause,
        const=WatchFolders(()).every_s,
        help="then wait for new recordings in the folders, and take each that stays the same for S seconds"
        " (default: 2), until Ctrl+C; label files that come with them or later are taken in"
        " where a recording has no labels",
    )


def _pause(text: str) -> float:
    seconds = finite(text)
    if seconds is None or seconds <= 0.0:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds in which a file could change")
    return seconds


def _pattern(wanted: Sequence[str], text: str) -> str:
    """A pattern for file names, if it has one of the named groups for which it is asked."""
    try:
        named_groups = checked_pattern(text).groupindex.keys()
    except UserError as error:
        raise argparse.ArgumentTypeError(f"{error}. {error.remedy}") from error
    if not named_groups & set(wanted):
        groups = " or ".join(f"(?P<{name}>…)" for name in wanted)
        raise argparse.ArgumentTypeError(f"“{text}” has no named group {groups}")
    return text


def _template(text: str) -> str:
    try:
        pattern_of(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(f"{error}. {error.remedy}") from error
    return text


def import_audio(options: argparse.Namespace) -> int:
    """`audioclf import`."""
    with open_for_writing(options.project) as project:
        before = project.catalogue.view
        opened, found = _looked_at(options, project)
        plan = _plan(options, found)
        outlined = outline(found, plan, before)
        notes = (*opened.notes, *_notes(options, found, plan, outlined))
        for note in notes:
            say(f"note: {note}")
        importing = ImportClips(outlined.candidates, options.copy, outlined.groups_called)
        done = run_job(import_clips(importing, project.view()), project, "reading", "files")
        labelled = _take_label_files(options, outlined.label_files, project)
        if outlined.names is not None:
            _name_classes(outlined.names, project)
        if options.watch is not None:
            done = watched(
                options.paths,
                plan,
                project,
                done,
                copy=options.copy,
                every_s=options.watch,
                mode=_mode(options),
            )
        view = project.catalogue.view
    _show_odd(done)
    twins = show_twins(new_twins(before, view), options.project)
    conflicts = show_conflicts(labelled.conflicts)
    about = {"layout": plan.layout, "notes": list(map(str, notes)), "twins": twins, "conflicts": conflicts}
    result = _result(before, view, done, labelled, outlined) | about | {"unpacked": unpacked_facts(opened)}
    status = show_quarantined((*done.refused, *labelled.refused))
    if options.json:
        print_json(result)
    else:
        counted = {name: len(value) if isinstance(value, list) else value for name, value in result.items()}
        print_facts({name: value for name, value in counted.items() if value or name in _ALWAYS_TOLD})
    return SOME_QUARANTINED if conflicts else status


def _looked_at(options: argparse.Namespace, project: Project) -> tuple[ArchivesUnpacked, Survey]:
    """What lies under the paths, once archives are folders."""
    request = UnpackArchives(tuple(options.paths), options.unpack_to or project.folder / UNPACKED)
    opened = run_job(unpack_archives(request), None, "unpacking", "bytes")
    found = survey(opened.paths)
    if options.table is not None:
        found = replace(found, notes=())  # nothing is left to guess about which table counts
    return opened, found


def _result(
    before: CatalogueView,
    view: CatalogueView,
    done: ClipsImported,
    labelled: LabelsImported,
    outlined: Outline,
) -> dict[str, object]:
    """What the project has gained, by the published names."""
    return {
        "added": len(view.clips) - len(before.clips),
        "known": done.known,
        "changed": done.gaining,
        "clips": len(view.clips),
        "classes": [known.name for known in view.classes],
        "folds": sorted({clip.fold for clip in view.clips} - {""}),
        "groups": len({clip.group for clip in view.clips} - {""}),
        "unlabelled": len(view.clips) - view.labelled,
        "numbers": sum(clip.target is not None for clip in view.clips),
        "quantity": view.quantity.name,
        "unit": view.quantity.unit,
        "quarantined": quarantined_facts((*done.refused, *labelled.refused)),
        "odd": [{"path": str(one.candidate.path), "warning": str(one.audio.warning)} for one in done.odd],
        "left_alone": [{"path": str(one.path), "reason": str(one.reason)} for one in done.left_alone],
        "beside": [{"path": str(one.path), "role": one.role.value} for one in outlined.beside],
        "label_files": [imported_facts(one) for one in labelled.files],
    }


def _take_label_files(
    options: argparse.Namespace, files: tuple[Path, ...], project: Project
) -> LabelsImported:
    """What comes of the label files beside the recordings, once those are clips."""
    mode = _mode(options)
    if not files or mode is None:
        return LabelsImported((), ())
    request = ImportLabels(files, mode=mode)
    return run_job(import_labels(request, project.view()), project, "reading", "files")


def _mode(options: argparse.Namespace) -> Mode | None:
    return None if options.label_files == _LEAVE else Mode(options.label_files)


def _show_odd(done: ClipsImported) -> None:
    for one in done.odd:
        say(f"odd: {one.candidate.path}: {one.audio.warning}")
    _show_left_alone(done.left_alone)


def _show_left_alone(clips: Sequence[LeftAlone]) -> None:
    for one in clips[:_TOLD]:
        say(f"left alone: {one.path}: {one.reason}\n  remedy: {one.remedy}")
    if len(clips) > _TOLD:
        say(f"left alone: {len(clips) - _TOLD} more, see --json")


def _name_classes(names: ClassNames, project: Project) -> None:
    """Give classes that are called by a code their names, and say which labels come together by that."""
    coded = project.catalogue.view
    run_job(edit_clips(NameClasses(names), project.view()), project, "naming", "classes")
    for note in joined_labels(coded, project.catalogue.view):
        say(f"note: {note}")


def _plan(options: argparse.Namespace, found: Survey) -> ImportPlan:
    if options.table is not None:
        layout, table = TABLE, options.table
        columns = _columns(options)
    elif options.layout == _GUESS and found.layout == TABLE and found.tables:
        layout, table = TABLE, found.tables[0]
        columns = likely_columns(read_sheet(table), found.heard)
    else:
        layout = found.layout if options.layout == _GUESS else options.layout or PLAIN
        table, columns = None, Columns()
    return ImportPlan(
        layout=layout,
        name_pattern=options.labels_from_name or "",
        group_pattern=options.group_from_name or "",
        name_template=options.name_parts or "",
        class_names=options.class_names,
        table=table,
        columns=columns,
    )


def _columns(options: argparse.Namespace) -> Columns:
    label, *more = dict.fromkeys(options.label_column or [""])
    return Columns(
        options.path_column or "",
        "" if more else label,
        options.group_column or "",
        options.fold_column or "",
        options.target_column or "",
        (label, *more) if more else (),
    )


def _notes(options: argparse.Namespace, found: Survey, plan: ImportPlan, outlined: Outline) -> Iterator[Text]:
    """What was guessed, unless the user has chosen, and the hints."""
    is_chosen = options.layout not in {None, _GUESS}
    yield from (note for note in outlined.notes if not is_chosen or note not in found.notes)
    yield from _hints(options, found, plan, outlined)


def _hints(options: argparse.Namespace, found: Survey, plan: ImportPlan, outlined: Outline) -> Iterator[Text]:
    """What else could be taken from what was found, and how."""
    if options.layout == _GUESS and plan.layout == TABLE:
        yield Text("chosen by their names and cells: {columns}", columns=_as_options(plan.columns))
    if options.layout == _GUESS and plan.layout == PLAIN and not found.label_files:
        yield Text("no layout was recognised, so nothing says what the classes are")
    is_bare = plan.layout == PLAIN and not (plan.name_pattern or plan.group_pattern or plan.name_template)
    if is_bare and found.layout != PLAIN:
        if found.layout == TABLE and found.tables:
            columns = _as_options(likely_columns(read_sheet(found.tables[0]), found.heard))
            how = f"--table {shlex.quote(str(found.tables[0]))} {columns}"
        else:
            how = f"--layout {found.layout}"
        yield from found.notes
        yield Text("to take classes, groups and folds from there, import again with {how}", how=how)
    for table in found.tables:
        if table in options.paths and table != plan.table:
            yield Text("{table} is a table: name it with --table", table=table)
    files = outlined.label_files
    if files and options.label_files == _LEAVE:
        yield Text("{n} label file is left", "{n} label files are left", n=len(files))
    elif files:
        yield Text(
            "{n} label file lies there and is taken in, too; --label-files leave would leave it",
            "{n} label files lie there and are taken in, too; --label-files leave would leave them",
            n=len(files),
        )


def _as_options(columns: Columns) -> str:
    chosen = (
        ("path", columns.path),
        ("label", columns.label),
        *(("label", column) for column in columns.classes),
        ("group", columns.group),
        ("fold", columns.fold),
        ("target", columns.target),
    )
    return " ".join(f"--{name}-column {shlex.quote(column)}" for name, column in chosen if column)
