"""R2's data set made of a pack of speech, and models trained on it: how fast it is made and what is learnt.

Run by hand: `python tests/benchmarks/bench_synth.py FOLDER [--length-s 60] [--mixtures 50 50 50]
[--max-minutes 4] [PRESET...]`. FOLDER is LibriSpeech with `speech.csv` or Free Spoken Digits with
`digits.csv`, the recordings in a folder audio beside it; the classes are the genders of the speakers. As R2
has it, every mixture is of one class, its utterances lie over each other or follow each other with pauses of
up to five seconds, loudness and speed are drawn by chance, and training, validation and test share no
speaker. Unlike R2's, utterances over each other begin anywhere and not all at once, and no mixture clips.

The same folder is made twice, so that its files can be compared.
"""

import argparse
import contextlib
import csv
import io
import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from audioclf_gui.cli.main import main as audioclf

_TABLES = {"speech.csv": "speaker_id", "digits.csv": "speaker"}


def answer_of(*command: object) -> Mapping[str, object]:
    """What a command prints as JSON."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = audioclf([str(word) for word in (*command, "--json")])
    if status:
        raise RuntimeError(f"{command[0]} ended with {status}")
    return dict(json.loads(out.getvalue()))


def sounds(folder: Path, place: Path) -> Path:
    """A project of the pack, each utterance with the gender and the name of its speaker."""
    name = next(name for name in _TABLES if (folder / name).is_file())
    columns = ("--path-column", "filename", "--label-column", "gender", "--group-column", _TABLES[name])
    answer_of("new", place)
    answer_of("import", place, folder, "--table", folder / name, *columns)
    return place


def r2_options(length_s: float, mixtures: tuple[int, ...]) -> tuple[object, ...]:
    """What R2's generator does, in the words of the command line."""
    drawn = ("--gain-db", -6, 6, "--speed", 0.9, 1.1, "--pause-s", 0, 5, "--rt60-s", 0)
    fixed = ("--one-class", "--learnt", "clips", "--background", "none", "--rate-hz", 22_050)
    return (*drawn, *fixed, "--length-s", length_s, "--events-per-min", 6, 12, "--mixtures", *mixtures)


def shared_speakers(place: Path) -> int:
    """How many speakers are heard in two of the sets."""
    heard: dict[str, set[str]] = {}
    with (place / "events.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            heard.setdefault(row["group"], set()).add(row["subset"])
    return sum(len(subsets) > 1 for subsets in heard.values())


def made_twice(project: Path, place: Path, options: tuple[object, ...]) -> None:
    """Make the set, print how fast, and make it again to see whether it is the same."""
    began = time.perf_counter()
    facts = answer_of("synth", project, place / "set", *options)
    seconds = time.perf_counter() - began
    answer_of("synth", project, place / "again", *options)
    files = sorted((place / "set/audio").rglob("*.flac"))
    same = sum(
        one.read_bytes() == (place / "again/audio" / one.relative_to(place / "set/audio")).read_bytes()
        for one in files
    )
    duration_s = float(str(facts["duration_s"]))
    print(
        f"{len(files)} mixtures, {duration_s:.0f} s of sound, {facts['events']} events, speakers"
        f" {facts['groups']}, {shared_speakers(place / 'set')} of them in two sets: made in {seconds:.1f} s,"
        f" {len(files) / seconds:.1f} a second, {duration_s / seconds:.0f} times real time;"
        f" {same} of {len(files)} are the same when they are made again",
        flush=True,
    )


def trained(place: Path, preset: str, max_minutes: float) -> None:
    """Train on the set and print what the report says of the test mixtures."""
    began = time.perf_counter()
    report = answer_of(
        "train", place, "--preset", preset, "--max-minutes", max_minutes, "--set", "refit=false"
    )
    clips, groups = report["clips"], report["groups"]
    print(
        f"{preset}: accuracy {report['accuracy']:.3f}, balanced {report['balanced_accuracy']:.3f},"
        f" log-loss {report['log_loss']:.3f}; mixtures {clips}, groups {groups};"
        f" {time.perf_counter() - began:.0f} s",
        flush=True,
    )


def main() -> None:
    """Print how fast the set is made, and a line for each preset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--length-s", type=float, default=60.0)
    parser.add_argument("--mixtures", type=int, nargs=3, default=(50, 50, 50))
    parser.add_argument("--max-minutes", type=float, default=4.0, help="for each training")
    parser.add_argument("presets", nargs="*", default=["r2", "default"])
    arguments = parser.parse_intermixed_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        project = sounds(arguments.folder, place / "sounds")
        made_twice(project, place, r2_options(arguments.length_s, tuple(arguments.mixtures)))
        for preset in arguments.presets:
            trained(place / "set", preset, arguments.max_minutes)


if __name__ == "__main__":
    main()
