"""The commands that compare sounds with each other: similar, next, clusters, map."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import print_json, print_rows, quarantined_facts, say, show_quarantined
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.cluster_clips import ClusterClips, cluster_clips
from audioclf_gui.jobs.edit_clips import LabelUnlabelled, edit_clips
from audioclf_gui.jobs.find_similar import FindSimilar, find_similar
from audioclf_gui.jobs.heard_sounds import USUAL_EAR, Ear
from audioclf_gui.jobs.label_choice import clip_called
from audioclf_gui.jobs.label_next import USUAL_COUNT, LabelNext, label_next
from audioclf_gui.jobs.map_clips import MapClips, map_clips
from audioclf_gui.jobs.writing import carry_out

_TITLE, _UNIT = "listening", "sounds"
_SIMILAR = 20


def add_commands(commands: Commands) -> None:
    """Add them."""
    parser = add_command(commands, "similar", similar, "list the clips that sound most like one of them")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("clip", metavar="CLIP", help="path of its file, or its number")
    parser.add_argument("--start-s", metavar="S", type=float, default=0.0, help="where the sound begins")
    parser.add_argument("--stop-s", metavar="S", type=float, help="where it ends; default: with the clip")
    parser.add_argument("--count", metavar="N", type=int, default=_SIMILAR, help="how many clips")
    parser.refuse(_too_few, "--count")
    _add_ear(parser)
    parser = add_command(
        commands, "next", next_clips, "list the unlabelled clips that are worth most to label"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--count", metavar="N", type=int, default=USUAL_COUNT, help="how many clips")
    parser.refuse(_too_few, "--count")
    _add_ear(parser)
    what = "sort the unlabelled clips into groups that sound alike, and label such a group at once"
    parser = add_command(commands, "clusters", clusters, what)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--count", metavar="K", type=int, default=0, help="how many; default: what suits so many clips"
    )
    parser.add_argument(
        "--dense", action="store_true", help="find out how many there are, and leave out what is like nothing"
    )
    parser.add_argument(
        "--label",
        metavar="K=CLASS",
        action="append",
        default=[],
        help="label the clips of that cluster; a class that is missing is made",
    )
    parser.excludes("--count", "--dense")
    parser.refuse(lambda given: "--count is 0 or more" if given.count < 0 else "", "--count")
    _add_ear(parser)
    what = "lay the clips out in a plane, so that those that sound alike lie close together"
    parser = add_command(commands, "map", plane, what)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    _add_ear(parser)


def _too_few(given: argparse.Namespace) -> str:
    return "--count is 1 or more" if given.count < 1 else ""


def similar(options: argparse.Namespace) -> int:
    """`audioclf similar`."""
    with open_for_reading(options.project) as project:
        view = project.catalogue.view
        clip = clip_called(view, options.clip)
        request = FindSimilar(clip.id, options.start_s, options.stop_s, options.count, _ear(project, options))
        found = run_job(find_similar(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
    rows = [(view.clip(one.clip_id).path, one.start_s, one.stop_s, one.similarity) for one in found.found]
    for note in found.notes:
        say(str(note))
    if options.json:
        keys = ("clip", "start_s", "stop_s", "similarity")
        facts = [dict(zip(keys, row, strict=True)) for row in rows]
        told = {"heard_by": str(found.heard_by), "windows": found.windows, "similar": facts}
        print_json({**told, "refused": quarantined_facts(found.refused)})
    else:
        print_rows(rows, ("Clip", "From s", "To s", "Similarity"))
        say(f"compared with {found.windows} windows of sound, through {found.heard_by}")
    return show_quarantined(found.refused)


def next_clips(options: argparse.Namespace) -> int:
    """`audioclf next`."""
    with open_for_reading(options.project) as project:
        request = LabelNext(options.count, _ear(project, options))
        found = run_job(label_next(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
        paths = [project.catalogue.view.clip(clip_id).path for clip_id in found.clip_ids]
    for note in found.notes:
        say(str(note))
    if options.json:
        told = {"heard_by": str(found.heard_by), "unlabelled": found.unlabelled, "labelled": found.labelled}
        print_json({**told, "next": paths, "refused": quarantined_facts(found.refused)})
    else:
        for path in paths:
            print(path)
        say(f"of {found.unlabelled} clips without a label, through {found.heard_by}")
    return show_quarantined(found.refused)


def clusters(options: argparse.Namespace) -> int:
    """`audioclf clusters`."""
    classes = dict(map(_pair, options.label))
    with (open_for_writing if classes else open_for_reading)(options.project) as project:
        request = ClusterClips(options.count, options.dense, _ear(project, options))
        found = run_job(cluster_clips(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
        paths = [[project.catalogue.view.clip(one).path for one in cluster] for cluster in found.clusters]
        loose = [project.catalogue.view.clip(one).path for one in found.loose]
        if classes:
            edit = LabelUnlabelled(_named(found.clusters, classes))
            labelled = carry_out(edit_clips(edit, project.view()), project)
            say(f"clips labelled: {labelled}")
    for note in found.notes:
        say(str(note))
    if options.json:
        refused = quarantined_facts(found.refused)
        told = {"heard_by": str(found.heard_by), "clusters": paths, "loose": loose}
        print_json({**told, "refused": refused})
    else:
        rows = [(number, path) for number, cluster in enumerate(paths, 1) for path in cluster]
        print_rows([*rows, *(("", path) for path in loose)], ("Cluster", "Clip"))
        say(f"{len(paths)} clusters, through {found.heard_by}")
    return show_quarantined(found.refused)


def plane(options: argparse.Namespace) -> int:
    """`audioclf map`."""
    with open_for_reading(options.project) as project:
        request = MapClips(_ear(project, options))
        found = run_job(map_clips(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
        view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    rows = []
    for clip_id, x, y in found.places:
        given = "; ".join(names[one] for one in whole_clip_classes(view.labels(clip_id)))
        rows.append((view.clip(clip_id).path, x, y, given))
    for note in found.notes:
        say(str(note))
    if options.json:
        places = [dict(zip(("clip", "x", "y", "class"), row, strict=True)) for row in rows]
        told = {"heard_by": str(found.heard_by), "method": str(found.method), "places": places}
        print_json({**told, "refused": quarantined_facts(found.refused)})
    else:
        print_rows(rows, ("Clip", "x", "y", "Class"))
        say(f"{found.method}, through {found.heard_by}")
    return show_quarantined(found.refused)


def _pair(text: str) -> tuple[int, str]:
    number, equals, given = text.partition("=")
    if not equals or not given.strip() or not number.isdecimal():
        raise UserError(
            Text("--label {pair} is not understood", pair=text), remedy=Text("Write --label 3=dog.")
        )
    return int(number), given


def _named(found: Sequence[Sequence[ClipId]], classes: Mapping[int, str]) -> dict[ClipId, tuple[str, ...]]:
    """The class of each clip of the clusters that are named."""
    for number in classes:
        if not 1 <= number <= len(found):
            raise UserError(
                Text("there is no cluster {number:d}", number=number),
                remedy=Text("Choose one of 1 to {last:d}.", last=len(found)),
            )
    return {clip_id: (name,) for number, name in classes.items() for clip_id in found[number - 1]}


def _add_ear(parser: CommandParser) -> None:
    parser.add_argument(
        "--through",
        metavar="EAR",
        default=USUAL_EAR,
        help="'run N': what comes before the answers of that model; a listener's name or file; 'statistics';"
        " default: the listener that suits, else the newest model, else statistics",
    )


def _ear(project: Project, options: argparse.Namespace) -> Ear:
    """Through what the sounds are to be compared."""
    return Ear(
        options.through, {int(run.id): project.runs.bundle_path(run) for run in project.runs.with_model}
    )
