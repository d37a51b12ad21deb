"""`audioclf shards`: a project's sounds and labels as few large files."""

import argparse
from dataclasses import asdict
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import print_facts, print_json, quarantined_facts, say, show_quarantined
from audioclf_gui.formats.shards import ShardKind
from audioclf_gui.jobs.write_shards import SHARDS, USUAL_SHARD_BYTES, WriteShards, write_shards

_MB = 10**6


def add_commands(commands: Commands) -> None:
    """Add `shards`."""
    parser = add_command(
        commands,
        "shards",
        shards,
        "write sounds and labels as shards; `import --layout shards` takes them in",
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        nargs="?",
        help="it is made, or empty; default: shards in the project's folder, from which `train` reads then",
    )
    parser.add_argument(
        "--kind",
        type=ShardKind,
        choices=list(ShardKind),
        default=ShardKind.TAR,
        help="tar shards as WebDataset has them, or TFRecord files; default: %(default)s",
    )
    parser.add_argument(
        "--shard-mb",
        metavar="MB",
        type=int,
        default=USUAL_SHARD_BYTES // _MB,
        help="about the most that a shard takes; default: %(default)s",
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, default=0, help="of the order of the clips; default: %(default)s"
    )
    parser.refuse(_odd_size, "--shard-mb")


def _odd_size(given: argparse.Namespace) -> str:
    return "" if given.shard_mb >= 1 else "--shard-mb is 1 or more"


def shards(options: argparse.Namespace) -> int:
    """`audioclf shards`."""
    with open_for_reading(options.project) as project:
        folder = options.folder or project.folder / SHARDS
        request = WriteShards(folder, options.kind, options.shard_mb * _MB, options.seed)
        done = run_job(write_shards(request, project.view()), project, "writing", "clips")
    for note in done.notes:
        say(f"note: {note}")
    status = show_quarantined(done.refused)
    facts: dict[str, object] = {
        "folder": str(done.folder),
        "kind": str(request.kind),
        "clips": done.examples,
        "bytes": done.size,
    }
    if options.json:
        shown = {"shards": [asdict(one) for one in done.shards], "notes": list(map(str, done.notes))}
        print_json({**facts, **shown, "quarantined": quarantined_facts(done.refused)})
    else:
        print_facts({**facts, "shards": len(done.shards), "quarantined": len(done.refused)})
    return status
