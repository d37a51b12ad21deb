"""`audioclf fetch`: a data set out of the web."""

import argparse
import shlex
from functools import partial
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, print_rows, say
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS, KnownSet
from audioclf_gui.jobs.fetch import Fetch, Fetched, fetch


def add_commands(commands: Commands) -> None:
    """Add `fetch`."""
    parser = add_command(commands, "fetch", fetch_file, "fetch a data set, to be imported then")
    parser.add_argument(
        "what", metavar="NAME|ADDRESS", nargs="?", help="a known data set or an address; without: list those"
    )
    parser.add_argument("--to", metavar="DIR", type=Path, help="where the file goes (default: here)")
    parser.add_argument("--checksum", metavar="KIND:HEX", help="sha256:… or md5:… that the file is to have")
    for option in ("to", "checksum"):
        parser.refuse(partial(_says_nothing, option), f"--{option}")


def _says_nothing(option: str, given: argparse.Namespace) -> str:
    is_idle = given.what is None and getattr(given, option) is not None
    return f"--{option} says nothing without NAME or ADDRESS" if is_idle else ""


def fetch_file(options: argparse.Namespace) -> int:
    """`audioclf fetch`."""
    if options.what is None:
        return _list(as_json=options.json)
    known = KNOWN_SETS.get(options.what.strip().lower())
    if known is not None:
        say(f"{known.title}: {known.size / 1e6:.0f} MB, {known.licence}, {known.about}")
    request = Fetch(options.what, options.to or Path(), options.checksum or "")
    done = run_job(fetch(request), None, "fetching", "bytes")
    for note in done.notes:
        say(f"note: {note}")
    facts = _facts(done)
    print_json(facts) if options.json else print_facts(facts)
    say(f"to import it: audioclf import PROJECT {shlex.quote(str(done.path))}{_how(known)}")
    return DONE


def _facts(done: Fetched) -> dict[str, object]:
    return {
        "file": str(done.path),
        "bytes": done.size,
        "had": done.had,
        "checked": done.checked,
        "notes": list(map(str, done.notes)),
    }


def _how(known: KnownSet | None) -> str:
    """The options of the import that say what is what."""
    if known is None:
        return " --layout guess"
    return f" --layout {known.layout}" if known.layout else " --name-parts '{class}_{group}_{}'"


def _list(*, as_json: bool) -> int:
    """The data sets that are known by name."""
    if as_json:
        print_json(
            [
                {
                    "name": one.key,
                    "title": one.title,
                    "address": one.address,
                    "bytes": one.size,
                    "licence": one.licence,
                    "layout": one.layout,
                    "checksum": one.checksum,
                    "about": str(one.about),
                }
                for one in KNOWN_SETS.values()
            ]
        )
    else:
        rows = [
            (one.key, f"{one.size / 1e6:.0f}", one.licence, f"{one.title}: {one.about}")
            for one in KNOWN_SETS.values()
        ]
        print_rows(rows, ("name", "MB", "licence", "about"))
    return DONE
