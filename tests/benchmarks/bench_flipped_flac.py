"""Real FLAC files with one flipped bit each: how many of them an import names.

Run by hand: `python tests/benchmarks/bench_flipped_flac.py FOLDER [FILES]`. FOLDER is searched for .flac;
copies, each with one bit flipped at a place that a seed chooses, are imported into a new project.
"""

import argparse
import contextlib
import io
import json
import random
import tempfile
from pathlib import Path

from audioclf_gui.cli.main import main as audioclf


def flipped(source: Path, target: Path, rng: random.Random) -> None:
    """A copy of a file with one wrong bit."""
    content = bytearray(source.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    target.write_bytes(content)


def said(*arguments: str) -> dict[str, object]:
    """What a command prints as JSON."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
        audioclf([*arguments, "--json"])
    found: dict[str, object] = json.loads(out.getvalue())
    return found


def main() -> None:
    """Print how many were put aside or have a remark, and how many were taken for sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="?", type=int, default=500)
    arguments = parser.parse_args()
    rng = random.Random(0)
    sources = sorted(arguments.folder.rglob("*.flac"))
    with tempfile.TemporaryDirectory() as folder:
        damaged, project = Path(folder, "damaged"), Path(folder, "project")
        damaged.mkdir()
        for number in range(arguments.files):
            flipped(sources[number % len(sources)], damaged / f"{number:04}.flac", rng)
        said("new", str(project))
        done = said("import", str(project), str(damaged))
    aside, odd = done["quarantined"], done["odd"]
    assert isinstance(aside, list)
    assert isinstance(odd, list)
    print(
        f"{arguments.files} files: {len(aside)} put aside, {len(odd)} with a remark, {done['added']} taken in"
    )


if __name__ == "__main__":
    main()
