"""`audioclf pack` and `unpack`: a whole project in one file."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import DONE, SOME_QUARANTINED, print_facts, print_json, say
from audioclf_gui.core.content import kept_note
from audioclf_gui.jobs.pack_project import PackProject, pack_project
from audioclf_gui.jobs.unpack_archives import ArchivesUnpacked
from audioclf_gui.jobs.unpack_project import UnpackProject, unpack_project


def add_commands(commands: Commands) -> None:
    """Add `pack` and `unpack`."""
    parser = add_command(commands, "pack", pack, "write a whole project into one ZIP file")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("out", metavar="FILE.zip", type=Path)
    parser.add_argument("--no-audio", action="store_true", help="leave the recordings out")
    parser = add_command(commands, "unpack", unpack, "let a packed project out into a folder")
    parser.add_argument("pack", metavar="FILE.zip", type=Path)
    parser.add_argument("folder", metavar="DIR", type=Path, help="it is made, or empty")


def pack(options: argparse.Namespace) -> int:
    """`audioclf pack`."""
    with open_for_reading(options.project) as project:
        request = PackProject(options.out, with_audio=not options.no_audio)
        done = run_job(pack_project(request, project.view()), project, "packing", "bytes")
    for path in done.missing:
        say(f"missing: {path} is not there and stays out")
    if done.kept is not None:
        say(str(kept_note([done.kept])))
    facts: dict[str, object] = {
        "pack": str(done.out),
        "bytes": done.size,
        "files": done.files,
        "recordings": done.recordings,
        "missing": list(done.missing),
    }
    if options.json:
        print_json(facts)
    else:
        print_facts({**facts, "missing": len(done.missing)})
    return SOME_QUARANTINED if done.missing else DONE


def unpacked_facts(done: ArchivesUnpacked) -> list[dict[str, object]]:
    """Which archives became which folders, for a JSON document."""
    return [
        {"archive": str(one.archive), "folder": str(one.folder), "files": one.files, "bytes": one.size}
        for one in done.unpacked
    ]


def unpack(options: argparse.Namespace) -> int:
    """`audioclf unpack`."""
    request = UnpackProject(options.pack, options.folder)
    done = run_job(unpack_project(request), None, "unpacking", "bytes")
    facts: dict[str, object] = {"project": str(done.folder), "files": done.files, "bytes": done.size}
    print_json(facts) if options.json else print_facts(facts)
    return DONE
