"""Six kinds of work are killed by SIGKILL at any moment, a thousand times: is anything lost that was told?

Run it with `python tests/benchmarks/bench_kills.py [KILLS]`; the suite does so with fewer. Imports,
labelling, trainings, suggestions, recordings and exports run as jobs in a process of their own, which tells
each write after it was carried out. Then the process dies, and what it told is looked for in the project
and on the disk. It ends with status 1 if something is missing.
"""

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from audioclf_gui.audio.files import probe, write_wav
from audioclf_gui.audio.recorder import record
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.edit_clips import LabelClips, edit_clips
from audioclf_gui.jobs.export_labels import ExportLabels, LabelFileWritten, export_labels
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.suggest import Suggest, suggest
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import AddClips, AddEpochs, PutRun, PutSuggestions, carry_out
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.settings import settings_for

KILLS = 1000
RATE_HZ = 8000
CLASSES = ("dog", "owl", "wren")
FIRST = 24  # clips that are there from the beginning, labelled
NEW = 8  # clips that an import brings
_COMMIT_S = 1.0  # a take is valid on disk up to its last second
_STATE_S = 0.2  # more than passes between two looks at the microphone
_SMALL = {
    "judging_share": 1.0,
    "epochs": 3,
    "rate_hz": RATE_HZ,
    "mels": 16,
    "mel_window_s": 0.032,
    "window_s": 0.5,
    "batch_size": 8,
    "threads": 1,
    "valid_share": 0.25,
    "test_share": 0.25,
}

Tell = Callable[[object], None]
"""Says that something is done: a value that JSON can hold."""


@dataclass(frozen=True)
class Work:
    """What is killed: it tells what it has done, and what was told is looked for afterwards."""

    do: Callable[[Path, int, Tell], None]  # in the folder of everything, in the round of this number
    missing: Callable[[Project, Path, int, Sequence[Any]], list[str]]  # of what was told


def _sounds(folder: Path, count: int) -> list[Path]:
    """Short tones, each of them another."""
    rng = np.random.default_rng(abs(hash(folder.name)) % 2**32)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    paths = [folder / f"{CLASSES[number % 3]}-{number:03}.wav" for number in range(count)]
    for number, path in enumerate(paths):
        pitch_hz = 300.0 + 400.0 * (number % 3) + rng.uniform(0.0, 90.0)
        tone = 0.3 * np.sin(2 * np.pi * pitch_hz * time_s) + rng.normal(0.0, 0.01, len(time_s))
        write_wav(path, tone.astype(np.float32), RATE_HZ)
    return paths


def _import(folder: Path, number: int, tell: Tell) -> None:
    found = tuple(Candidate(path) for path in sorted((folder / "new" / f"{number:04}").glob("*.wav")))

    def show(event: object) -> None:
        if isinstance(event, AddClips):
            tell([Path(one.candidate.path).name for one in event.found])

    with Project.open(folder / "project") as project:
        carry_out(import_clips(ImportClips(found), project.view()), project, show)


def _unimported(project: Project, _folder: Path, number: int, told: Sequence[list[str]]) -> list[str]:
    there = Counter(clip.path for clip in project.catalogue.view.clips if f"new/{number:04}/" in clip.path)
    names = {Path(path).name for path in there}
    doubled = [f"{path} twice" for path, times in there.items() if times > 1]
    return doubled + [name for batch in told for name in batch if name not in names]


def _label(folder: Path, number: int, tell: Tell) -> None:
    chance = random.Random(number)
    with Project.open(folder / "project") as project:
        while True:
            clip = chance.choice(project.catalogue.view.clips[:FIRST])
            name = chance.choice(CLASSES)
            carry_out(edit_clips(LabelClips((clip.id,), name), project.view()), project)
            tell([clip.id, name])


def _unlabelled(project: Project, _folder: Path, number: int, told: Sequence[tuple[int, str]]) -> list[str]:
    view = project.catalogue.view
    names = {one.id: one.name for one in view.classes}
    last, lost = dict(told), []
    in_flight = _next_label(project, number, len(told))
    for clip_id, name in last.items():
        found = {names[label.class_id] for label in view.labels(clip_id)}
        if found != {name} and (clip_id, found) != in_flight:
            lost.append(f"clip {clip_id}: {found} instead of {name}")
    return lost


def _next_label(project: Project, number: int, done: int) -> tuple[int, set[str]]:
    """The label that was being given when the process died."""
    chance = random.Random(number)
    for _ in range(done + 1):
        clip = chance.choice(project.catalogue.view.clips[:FIRST])
        name = chance.choice(CLASSES)
    return clip.id, {name}


def _train(folder: Path, _number: int, tell: Tell) -> None:
    def show(event: object) -> None:
        if isinstance(event, PutRun):
            tell(["run", event.run.id, event.run.status.value])
        if isinstance(event, AddEpochs):
            tell(["epochs", event.run_id, [epoch.number for epoch in event.epochs]])

    settings = settings_for("fast", **_SMALL)
    with Project.open(folder / "project") as project:
        request = Train(project.runs.next("fast", settings.to_dict()), settings)
        carry_out(train(request, project.view(), folder / "cache", threading.Event()), project, show)


def _untrained(project: Project, _folder: Path, _number: int, told: Sequence[Sequence[Any]]) -> list[str]:
    runs, lost = {run.id: run for run in project.runs.all}, []
    for what, run_id, value in told:
        run = runs.get(run_id)
        if run is None:
            lost.append(f"run {run_id}")
        elif what == "epochs":
            there = {epoch.number for epoch in project.runs.epochs(run_id)}
            lost += [f"epoch {number} of run {run_id}" for number in value if number not in there]
        elif value == RunStatus.DONE.value:
            load_bundle(project.runs.bundle_path(run))
    lost += [
        f"run {run.id} is said to be under way" for run in runs.values() if run.status is RunStatus.RUNNING
    ]
    return lost


def _suggest(folder: Path, _number: int, tell: Tell) -> None:
    def show(event: object) -> None:
        if isinstance(event, PutSuggestions):
            tell([detail.suggestion.clip_id for detail in event.details])

    with Project.open(folder / "project") as project:
        run = project.runs.with_model[0]
        wanted = Suggest(run.id, project.runs.bundle_path(run))
        carry_out(suggest(wanted, project.view()), project, show)


def _unsuggested(project: Project, _folder: Path, _number: int, told: Sequence[list[int]]) -> list[str]:
    asked = [clip_id for batch in told for clip_id in batch]
    return [f"suggestion for clip {one}" for one in asked if project.suggestions.detail(one) is None]


@dataclass
class _Microphone:
    """Hears a hum as fast as the clock goes."""

    rate_hz: int = RATE_HZ
    channels: int = 1
    overflows: int = 0
    lost_frames: int = 0
    is_active: bool = True
    _began_s: float = field(default_factory=time.monotonic)
    _heard: int = 0

    def read(self) -> np.ndarray:
        until = round((time.monotonic() - self._began_s) * self.rate_hz)
        time_s = np.arange(self._heard, until) / self.rate_hz
        self._heard = until
        return (0.2 * np.sin(2 * np.pi * 440.0 * time_s)).astype(np.float32)[:, np.newaxis]

    def stop(self) -> None:
        self.is_active = False


def _record(folder: Path, number: int, tell: Tell) -> None:
    for state in record(folder / "project" / "recordings" / f"take-{number:04}.wav", source=_Microphone()):
        tell(state.seconds)


def _unrecorded(_project: Project, folder: Path, number: int, told: Sequence[float]) -> list[str]:
    path = folder / "project" / "recordings" / f"take-{number:04}.wav"
    least_s = told[-1] - _COMMIT_S - _STATE_S if told else 0.0
    if least_s <= 0.0:  # nothing was promised yet
        return []
    there_s = probe(path).duration_s
    path.unlink()
    return [] if there_s >= least_s else [f"{least_s - there_s:.2f} s of a take"]


def _export(folder: Path, number: int, tell: Tell) -> None:
    def show(event: object) -> None:
        if isinstance(event, LabelFileWritten):
            tell(str(event.target))

    with Project.open(folder / "project") as project:
        clips = tuple(project.catalogue.view.clips[:FIRST])
        wanted = ExportLabels("audacity", folder / "out" / f"{number:04}", clips)
        carry_out(export_labels(wanted, project.view()), project, show)


def _unexported(_project: Project, folder: Path, number: int, told: Sequence[str]) -> list[str]:
    lost = [Path(path).name for path in told if not Path(path).is_file()]
    for path in (folder / "out" / f"{number:04}").rglob("*.txt"):
        rows = path.read_text("utf-8").splitlines(keepends=True)
        if len(rows) != 1 or not rows[0].endswith("\n") or len(rows[0].split("\t")) != 3:
            lost.append(f"{path.name} is not whole")
    return lost


WORKS: Mapping[str, Work] = {
    "import": Work(_import, _unimported),
    "labelling": Work(_label, _unlabelled),
    "training": Work(_train, _untrained),
    "suggestions": Work(_suggest, _unsuggested),
    "recording": Work(_record, _unrecorded),
    "export": Work(_export, _unexported),
}
_LONGEST_S = {"labelling": 0.5, "recording": 2.5}  # of what would never end


def prepare(folder: Path) -> None:
    """A project with labelled clips and a model."""
    sounds = _sounds(folder / "first", FIRST)
    wanted = tuple(Candidate(path, path.stem.partition("-")[0]) for path in sounds)
    with Project.create(folder / "project") as project:
        carry_out(import_clips(ImportClips(wanted), project.view()), project)
    _train(folder, 0, lambda _done: None)


def killed(work: Work, folder: Path, number: int, after_s: float) -> tuple[list[Any], bool]:
    """Begin a work in a process of its own and kill it later; what it told, and whether it had ended."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        failed = 1
        try:
            work.do(folder, number, lambda done: os.write(theirs, json.dumps(done).encode() + b"\n") and None)
            failed = 0
        except BaseException:  # noqa: BLE001 - nothing may go on in the copy of this process
            traceback.print_exc()
        finally:
            os._exit(failed)
    os.close(theirs)
    content, ends_s = b"", time.monotonic() + after_s
    while (left_s := ends_s - time.monotonic()) > 0.0 and select.select([ours], [], [], left_s)[0]:
        piece = os.read(ours, 1 << 16)
        if not piece:
            break
        content += piece
    os.kill(child, signal.SIGKILL)
    while piece := os.read(ours, 1 << 16):
        content += piece
    os.close(ours)
    _child, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a work failed by itself, see above")
    return [json.loads(line) for line in content.split(b"\n")[:-1]], os.WIFEXITED(status)


def lasting_s(name: str, folder: Path) -> float:
    """How long a work takes that nobody kills."""
    if name in _LONGEST_S:
        return _LONGEST_S[name]
    _sounds(folder / "new" / "9999", NEW)
    began_s = time.monotonic()
    killed(WORKS[name], folder, 9999, 600.0)
    return time.monotonic() - began_s


@dataclass
class Tally:
    """What came of the deaths in one kind of work."""

    killed: int = 0
    ended: int = 0  # before death came
    told: int = 0
    lost: list[str] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    in_flight: int = 0  # deaths that cost a write which was not told yet


def bench(folder: Path, kills: int, names: Sequence[str] = tuple(WORKS)) -> dict[str, Tally]:
    """Kill the works one after the other, so often in all; what came of it."""
    prepare(folder)
    lasts_s = {name: lasting_s(name, folder) for name in names}
    tallies = {name: Tally() for name in names}
    chance = random.Random(1)
    number = 0
    while sum(tally.killed for tally in tallies.values()) < kills:
        name = names[number % len(names)]
        work, tally, number = WORKS[name], tallies[name], number + 1
        if name == "import":
            _sounds(folder / "new" / f"{number:04}", NEW)
        told, has_ended = killed(work, folder, number, chance.uniform(0.0, lasts_s[name]))
        tally.killed += not has_ended
        tally.ended += has_ended
        tally.told += len(told)
        with Project.open(folder / "project") as project:
            tally.in_flight += bool(project.notes)
            if project.read_only:
                tally.unopened.append(f"round {number}: may only be read")
            tally.lost += [f"round {number}: {one}" for one in work.missing(project, folder, number, told)]
        shutil.rmtree(folder / "out", ignore_errors=True)
    return tallies


def main() -> None:
    """Kill, and say what came of it."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as name:
        began_s = time.monotonic()
        tallies = bench(Path(name), kills)
        for work, tally in tallies.items():
            print(
                f"{work:12} {tally.killed:4} killed, {tally.ended:3} had ended, {tally.told:6} told,"
                f" {len(tally.lost)} lost, {len(tally.unopened)} not opened, {tally.in_flight} in flight"
            )
            for one in (*tally.lost, *tally.unopened):
                print(f"    {one}")
        print(f"{time.monotonic() - began_s:.0f} s")
        if any(tally.lost or tally.unopened for tally in tallies.values()):
            raise SystemExit(1)


if __name__ == "__main__":
    main()
