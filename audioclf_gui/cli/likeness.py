"""The commands that compare sounds with each other: similar, next."""

import argparse
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.opening import clip_called, open_for_reading, run_job
from audioclf_gui.cli.output import print_json, print_rows, quarantined_facts, say, show_quarantined
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.find_similar import FindSimilar, find_similar
from audioclf_gui.jobs.heard_sounds import USUAL_EAR, Ear
from audioclf_gui.jobs.label_next import USUAL_COUNT, LabelNext, label_next

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
    _add_ear(parser)
    parser = add_command(
        commands, "next", next_clips, "list the unlabelled clips that are worth most to label"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--count", metavar="N", type=int, default=USUAL_COUNT, help="how many clips")
    _add_ear(parser)


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
