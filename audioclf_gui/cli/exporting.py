"""`audioclf export`: a model for other programs."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, say
from audioclf_gui.jobs.export_model import ExportModel, ModelExported, export_model
from audioclf_gui.ml.exporters import EXPORTERS


def add_commands(commands: Commands) -> None:
    """Add `export`."""
    text = "write a model as a file that other programs run; labels are written by `labels export`"
    parser = add_command(commands, "export", export, text)
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    own = ", ".join(EXPORTERS.own)
    parser.add_argument(
        "--to", metavar="KIND", type=_kind, required=True, help=f"the kind of file: {own}, or a plug-in's"
    )
    parser.add_argument("--out", metavar="FILE", type=Path, required=True)
    parser.add_argument(
        "--project",
        metavar="PROJECT",
        type=Path,
        help="call the classes as this project does, and measure on its clips what --int8 costs",
    )
    parser.add_argument(
        "--int8",
        action="store_true",
        help="weights of eight bits: a smaller file, whose loss of accuracy is told",
    )
    parser.add_argument("--licence", metavar="TEXT", default="", help="under which it may be used")
    parser.add_argument("--no-card", action="store_true", help="write no model card beside the file")


def _kind(called: str) -> str:
    if called not in EXPORTERS:
        raise argparse.ArgumentTypeError(f"there is no {called!r}; use one of: {', '.join(EXPORTERS)}")
    return called


def export(options: argparse.Namespace) -> int:
    """`audioclf export`."""
    request = ExportModel(
        bundle=options.bundle,
        target=options.to,
        file=options.out,
        int8=options.int8,
        card=not options.no_card,
        licence=options.licence.strip(),
    )
    if options.project is None:
        done = run_job(export_model(request), None, "exporting", "steps")
    else:
        with open_for_reading(options.project) as project:
            done = run_job(export_model(request, project.view()), project, "exporting", "steps")
    _show(done, as_json=options.json)
    return DONE


def _show(done: ModelExported, *, as_json: bool) -> None:
    for one in done.written:
        if one.kept is not None:
            say(f"kept what was there: {one.kept}")
    for note in done.notes:
        say(str(note))
    paths = [str(one.path) for one in done.written]
    result = {
        "path": paths[0],
        "bytes": done.written[0].path.stat().st_size,
        "largest_difference": done.largest_difference,
    }
    if as_json:
        print_json({**result, "card": paths[1:], "facts": dict(done.facts)})
    else:
        print_facts({**result, **{f"card {Path(path).suffix}": path for path in paths[1:]}})
