"""Sets of classes on mixtures of two clips: by a table through import, training, prediction and listening.

Run by hand: `python tests/benchmarks/bench_multi_label.py TABLE FOLDER [--preset NAME]`. The table is that of
ESC-10 or ESC-50, whose audio lies in the folder audio beside it. Both parts of a mixture are of one fold and
of two classes, equally loud; what is measured is the last fold.
"""

import argparse
import contextlib
import csv
import io
import json
import random
import sys
import time
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.cli.main import main as audioclf
from audioclf_gui.jobs.listen import Listen, listen
from audioclf_gui.jobs.predict import Predict, predict
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.inference import FilePrediction
from audioclf_gui.ml.live import Decision, LiveScores

RATE_HZ = 44_100
LEAST_AVERAGE_PRECISION = 0.75
AGREEMENT = 1e-4


def mixtures(table: Path, out: Path, seed: int) -> Path:
    """Write a mixture for each clip, and the table that tells its classes and fold."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chance = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    told = [("file", "classes", "fold")]
    for number, row in enumerate(rows):
        others = [one for one in rows if one["fold"] == row["fold"] and one["category"] != row["category"]]
        other = chance.choice(others)
        parts = [read_mono(table.parent / "audio" / one["filename"], RATE_HZ) for one in (row, other)]
        frames = min(map(len, parts))
        levels = [part[:frames] / max(1e-4, float(np.sqrt(np.mean(part**2)))) for part in parts]
        mixed = levels[0] + levels[1]
        name = f"mix-{number:03}.wav"
        write_wav(out / name, (0.5 * mixed / np.abs(mixed).max()).astype(np.float32), RATE_HZ)
        told.append((name, f"{row['category']};{other['category']}", row["fold"]))
    with (out / "mixtures.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(told)
    return out / "mixtures.csv"


def answer_of(*command: object) -> object:
    """What a command prints as JSON."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = audioclf([str(word) for word in command])
    if status:
        sys.exit(f"{command} ended with {status}")
    return json.loads(out.getvalue())


def heard(bundle: Path, sound: Path, hop_s: float) -> tuple[list[np.ndarray], list[Decision]]:
    """The scores of the windows while listening to a file, and the events."""
    settings = LiveSettings(hop_s=hop_s, smoothing=0.0, cool_down_s=0.0)
    answers = list(listen(Listen(bundle, FileInput(sound, realtime=False), settings)))
    scores = [one.scores for one in answers if isinstance(one, LiveScores)]
    return scores, [one for one in answers if isinstance(one, Decision) and one.accepted]


def compare(bundle: Path, sound: Path) -> float:
    """The greatest difference of command, job and listening in the scores of one file."""
    (told,) = answer_of("predict", bundle, sound, "--json")
    (job,) = (one for one in predict(Predict(bundle, (sound,))) if isinstance(one, FilePrediction))
    starts_s = [window.start_s for window in job.windows]
    hop_s = starts_s[1] - starts_s[0] if len(starts_s) > 1 else 1.0
    scores, events = heard(bundle, sound, hop_s)
    by_command = [list(window["scores"].values()) for window in told["windows"]]
    by_job = [window.scores for window in job.windows]
    pairs = [(by_command, by_job), (by_job[: len(scores)], scores[: len(by_job)])]
    print(
        f"{sound.name}: {', '.join(job.named) or 'none'}; live {sorted({one.class_name for one in events})}"
    )
    return max(float(np.abs(np.asarray(one) - np.asarray(other)).max()) for one, other in pairs)


def main() -> None:
    """Make the mixtures, learn, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="default")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sounds, project = options.folder / "sounds", options.folder / f"project-{options.preset}"
    table = mixtures(options.table, sounds, options.seed)
    with contextlib.redirect_stdout(io.StringIO()):
        audioclf(["new", str(project)])
    columns = ("--path-column", "file", "--label-column", "classes", "--fold-column", "fold")
    imported = answer_of("import", project, sounds, "--table", table, *columns, "--json")
    print(*imported["notes"], sep="\n")
    fold = max(row["fold"] for row in csv.DictReader(table.open(encoding="utf-8")))
    began, worked = time.perf_counter(), time.process_time()
    report = answer_of(
        "train",
        project,
        "--preset",
        options.preset,
        "--validate",
        f"fold:{fold}",
        "--set",
        "refit=false",
        "--json",
    )
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    print(
        f"{options.preset}: {report['objective']}, {took:.0f} s, {cpu:.0f} CPU-s, {report['epochs']} epochs"
    )
    for key in ("macro_average_precision", "macro_f1", "exact", "log_loss"):
        print(f"  {key} {report[key]:.3f}")
    bundle = Path(report["bundle"])
    bundle = bundle if bundle.is_absolute() else project / bundle
    again = answer_of("evaluate", bundle, project, "--fold", fold, "--json")
    print(f"evaluated: {again['macro_average_precision']:.3f} of {again['clips']} clips")
    apart = max(compare(bundle, sound) for sound in sorted(sounds.glob("*.wav"))[-3:])
    apart = max(apart, abs(again["macro_average_precision"] - report["macro_average_precision"]))
    print(f"command, job and listening differ by {apart:.1e} at most")
    is_good = report["macro_average_precision"] >= LEAST_AVERAGE_PRECISION and apart <= AGREEMENT
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
