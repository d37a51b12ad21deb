"""Each step of the work on a disk that is full, read-only or gone: is it told, and is anything lost?

Run it as root on Linux with `python tests/benchmarks/bench_full_disks.py [STEP...]`; the suite does so with
fewer faults. Each command runs in a process of its own, with a small disk in the place of the project, of
what is written, of the user's own folders, or of temporary files. Faults are a traceback, a refusal without a
remedy, a result that is there but not whole, and a project that does not open, has lost something, or does
not go on once there is room. It ends with status 1 if there are any.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.cli.main import main as command_line
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.keep_sound import KeepSound, SoundOrigin, keep_sound
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.bundle import load_bundle

RATE_HZ = 8000
CLASSES = ("dog", "owl", "wren")
DISK_BYTES = 128 * 2**20  # letting out an archive leaves 64 MiB free
SHARES = (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)  # of what a step writes: so much room there is
MOMENTS = (0.2, 0.5, 0.8)  # of the time that a step takes: then the disk goes away
LONGEST_S = 120.0
PLACES = ("project", "out", "home", "tmp")
_SETTINGS = (
    *("epochs=3", "rate_hz=8000", "mels=16", "mel_window_s=0.032", "window_s=0.5", "batch_size=8"),
    *("threads=1", "judging_share=1.0", "valid_share=0.25", "test_share=0.25"),
)
_TRAIN = (
    "train",
    "project/Birds",
    "--preset",
    "fast",
    *(word for one in _SETTINGS for word in ("--set", one)),
)
_MODEL = "project/Birds/models/run-0001"
_RESTLESS = (".audioclf", "sounds.csv", "-wal", "-shm", "-lock", ".lock", ".seal", ".jsonl", ".log")
"""Endings of files that change with every opening, or tell what is there by now."""


_DONE_BEFORE = ("already", "not empty", "no clip fits")
"""What a command says that has nothing to do any more: the disk went away after it had done it."""


@dataclass(frozen=True)
class Step:
    """A command as it is typed in the folder of everything, and the places in which it writes."""

    words: tuple[str, ...]
    places: tuple[str, ...]


STEPS: Mapping[str, Step] = {
    "new": Step(("new", "out/Made"), ("out",)),
    "import": Step(("import", "project/Birds", "more"), ("project",)),
    "import a copy": Step(("import", "--copy", "project/Birds", "more"), ("project",)),
    "import shards": Step(
        ("import", "--unpack-to", "out/let out", "project/Birds", "more.zip"), ("project", "out")
    ),
    "label": Step(("clips", "label", "project/Birds", "owl", "--where", "class:dog"), ("project",)),
    "segment": Step(("segment", "project/Birds", "--class", "owl"), ("project",)),
    "train": Step(_TRAIN, ("project", "home")),
    "suggest": Step(("suggest", "project/Birds"), ("project", "home")),
    "predict": Step(("predict", _MODEL, "more", "--out", "out/told.csv"), ("project", "out", "home")),
    "predict to labels": Step(
        ("predict", _MODEL, "more", "--format", "audacity", "--out", "out/told"), ("project", "out")
    ),
    "live log": Step(
        ("live", _MODEL, "--input", "file:more/long.wav", "--log", "out/night.csv"),
        ("project", "out", "home"),
    ),
    "keep a sound": Step(("keep",), ("project",)),
    "export labels": Step(
        ("labels", "export", "project/Birds", "--format", "audacity", "--out", "out/labels"), ("out",)
    ),
    "export sounds": Step(("labels", "sounds", "project/Birds", "out/sounds"), ("out",)),
    "export a model": Step(("export", _MODEL, "--to", "onnx", "--out", "out/model.onnx"), ("out", "tmp")),
    "export what it hears": Step(("explain", _MODEL, "more/long.wav", "--sound", "out/heard.wav"), ("out",)),
    "report": Step(("runs", "project/Birds", "report", "1", "--out", "out/report.html"), ("out",)),
    "preset": Step(("presets", "save", "mine", "--set", "epochs=7"), ("home",)),
    "shards": Step(("shards", "project/Birds", "out/shards"), ("out", "tmp")),
    "pack": Step(("pack", "project/Birds", "out/birds.zip"), ("out", "tmp")),
    "unpack": Step(("unpack", "birds.zip", "out/Again"), ("out",)),
    "mixtures": Step(
        ("synth", "--mixtures", "3", "1", "1", "--length-s", "2", "--", "project/Birds", "out/Mixed"),
        ("out",),
    ),
}


@dataclass(frozen=True)
class Answer:
    """What came of a step."""

    status: int  # that of the command; negative: it was killed
    errors: str
    took_s: float

    @property
    def fault(self) -> str:
        """What is wrong with the way it ended; empty if nothing is."""
        if self.status < 0:
            return f"hangs for {LONGEST_S:.0f} s"
        if "Traceback" in self.errors:
            return "traceback: " + " | ".join(self.errors.strip().splitlines()[-5:])
        if self.status == 0 or (self.status == 3 and "put aside: " in self.errors):
            return ""
        if self.status != 1 or "error: " not in self.errors or "remedy: " not in self.errors:
            return f"status {self.status} without a remedy: {self.errors[-300:]!r}"
        return ""

    @property
    def told(self) -> str:
        """Its error and remedy in one line."""
        lines = self.errors.splitlines()
        return " / ".join(line for line in lines if line.startswith(("error: ", "remedy: ", "put aside: ")))


class World:
    """A folder with a place for the project, one for what is written, and those of the user.

    Parameters
    ----------
    folder : Path
        Where all of it is; `model` below it is what each try begins with.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.model = folder / "as it was"
        self.disk = folder / "disk"
        self.disk.mkdir()
        for place in PLACES:
            (self.model / place).mkdir(parents=True)
            (folder / place).mkdir()
        _tones(folder / "first", 24)
        _tones(folder / "more", 6)
        noise = np.random.default_rng(2).normal(0.0, 0.1, 6 * RATE_HZ)
        write_wav(folder / "more" / "long.wav", noise.astype(np.float32), RATE_HZ)
        with zipfile.ZipFile(folder / "more.zip", "w") as archive:
            for path in sorted((folder / "more").iterdir()):
                archive.write(path, f"more/{path.name}")
        self._begin()

    def _begin(self) -> None:
        for words in (
            ("new", "project/Birds"),
            ("import", "--layout", "folders", "--copy", "project/Birds", "first"),
            _TRAIN,
            ("pack", "project/Birds", "birds.zip"),
        ):
            answer = self.answer(words)
            if answer.status:
                raise SystemExit(f"{words[0]} failed by itself: {answer.errors}")
        for place in PLACES:
            shutil.copytree(self.folder / place, self.model / place, dirs_exist_ok=True)

    @contextlib.contextmanager
    def laid_out(self, place: str) -> Iterator[Path]:
        """All as it was in the beginning, with a disk of its own in one place; that folder."""
        for one in PLACES:
            shutil.rmtree(self.folder / one, ignore_errors=True)
            if one != place:
                shutil.copytree(self.model / one, self.folder / one)
        here = self.folder / place
        here.mkdir()
        _mount("-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", self.disk)
        _mount("--bind", self.disk, here)
        try:
            shutil.copytree(self.model / place, here, dirs_exist_ok=True)
            yield here
        finally:
            for mounted in (here, self.disk):
                subprocess.run(["umount", "--lazy", mounted], check=False, capture_output=True)

    def answer(
        self, words: Sequence[str], after_s: float | None = None, do: Callable[[], None] = lambda: None
    ) -> Answer:
        """Run a command in a process of its own; after so many seconds do something else meanwhile."""
        began_s = time.monotonic()
        with tempfile.TemporaryFile("w+") as output:
            child = os.fork()
            if child == 0:
                os._exit(self._run(words, output))
            status = None
            while status is None:
                time.sleep(0.005)
                done, code = os.waitpid(child, os.WNOHANG)
                passed_s = time.monotonic() - began_s
                if after_s is not None and passed_s >= after_s:
                    after_s = None
                    do()
                if done:
                    status = os.waitstatus_to_exitcode(code)
                elif passed_s > LONGEST_S:
                    os.kill(child, signal.SIGKILL)
            output.seek(0)
            return Answer(status, output.read(), time.monotonic() - began_s)

    def _run(self, words: Sequence[str], output: io.TextIOBase) -> int:
        try:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
            os.chdir(self.folder)
            for name in ("cache", "config", "data", "state"):
                os.environ[f"XDG_{name.upper()}_HOME"] = str(self.folder / "home" / name)
            os.environ["TMPDIR"] = tempfile.tempdir = str(self.folder / "tmp")
            return _keep() if words[0] == "keep" else command_line(words)
        except BaseException:  # noqa: BLE001 - nothing may go on in the copy of this process
            traceback.print_exc()
            return 1
        finally:
            sys.stdout.flush()
            sys.stderr.flush()


def _keep() -> int:
    """Keep a sound as the Live workspace does."""
    origin = SoundOrigin(datetime(2026, 5, 1, 4, 30), "microphone", "1")
    sound = np.random.default_rng(3).normal(0.0, 0.2, 10 * RATE_HZ).astype(np.float32)
    try:
        with Project.open(Path("project/Birds")) as project:
            carry_out(keep_sound(KeepSound(sound, RATE_HZ, "dawn", origin), project.view()), project)
    except UserError as error:
        print(f"error: {error}\nremedy: {error.remedy}", file=sys.stderr)
        return 1
    return 0


def _tones(folder: Path, count: int) -> None:
    rng = np.random.default_rng(count)
    time_s = np.arange(RATE_HZ) / RATE_HZ
    for number in range(count):
        name = CLASSES[number % 3]
        tone = 0.3 * np.sin(2 * np.pi * (300.0 + 400.0 * (number % 3) + rng.uniform(0.0, 90.0)) * time_s)
        sound = tone + rng.normal(0.0, 0.01, len(time_s))
        write_wav(folder / name / f"{name}-{count}-{number:03}.wav", sound.astype(np.float32), RATE_HZ)


def _mount(*words: object) -> None:
    subprocess.run(["mount", *map(str, words)], check=True, capture_output=True)


def can_mount() -> bool:
    """Whether small disks can be had here."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
        if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", folder], check=True)
        return True


def contents(folder: Path) -> dict[str, str]:
    """What is in the files that are written once: their hashes, by path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(_RESTLESS) and path.name != "filler"
    }


def damage(path: Path) -> str:
    """What is wrong with a file that says by itself whether it is whole."""
    try:
        match path.suffix:
            case ".wav" | ".flac":
                read_mono(path)
            case ".json":
                json.loads(path.read_text("utf-8"))
            case ".zip":
                with zipfile.ZipFile(path) as archive:
                    return f"{archive.testzip()} in it is broken" if archive.testzip() else ""
    except Exception as error:  # noqa: BLE001 - whatever it is, the file is not whole
        return f"{type(error).__name__}: {error}"
    return "is half-written" if path.suffix in {".part", ".tmp"} else ""


@dataclass(frozen=True)
class Known:
    """What a step does on a disk with room: how much it writes, how long it takes, what is there."""

    bytes_written: Mapping[str, int]
    took_s: float
    steady: Mapping[str, Mapping[str, str]]  # by place: the files that are the same each time


def known(world: World, step: Step) -> Known:
    """Run a step on disks with room, twice."""
    written, steady, took_s = {}, {}, 0.0
    for place in step.places:
        runs = []
        for _ in range(2):
            with world.laid_out(place) as here:
                before = shutil.disk_usage(here).used
                answer = world.answer(step.words)
                if answer.status:
                    raise SystemExit(f"{step.words} failed by itself: {answer.errors}")
                written[place] = shutil.disk_usage(here).used - before
                took_s = answer.took_s
                runs.append(contents(here))
        steady[place] = {
            path: one
            for path, one in runs[0].items()
            if runs[1].get(path) == one and not path.endswith(".zip")  # which holds the time of the day
        }
    return Known(written, took_s, steady)


def fill(here: Path, room: int) -> None:
    """Leave so much room on a disk."""
    with (here / "filler").open("wb") as filler:
        os.posix_fallocate(filler.fileno(), 0, shutil.disk_usage(here).free - room or 1)


@dataclass
class Tally:
    """What came of the tries of a step."""

    tries: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)  # what was said, and in which try first


class Try:
    """A step on a disk with a fault, and what is there afterwards."""

    def __init__(self, world: World, step: Step, good: Known, place: str, tally: Tally) -> None:
        self._world, self._step, self._good, self._place, self._tally = world, step, good, place, tally

    def full(self, share: float) -> None:
        """Room for a share of what is to be written."""
        with self._world.laid_out(self._place) as here:
            before = contents(here)
            fill(here, int(share * self._good.bytes_written[self._place]))
            answer = self._world.answer(self._step.words)
            (here / "filler").unlink()
            self._judge(f"room for {share:.0%}", answer, here, before)

    def read_only(self) -> None:
        """Nobody may write."""
        with self._world.laid_out(self._place) as here:
            before = contents(here)
            _mount("-o", "remount,bind,ro", here)
            answer = self._world.answer(self._step.words)
            _mount("-o", "remount,bind,rw", here)
            self._judge("read-only", answer, here, before)

    def unmounted(self, moment: float) -> None:
        """The disk goes away, its empty folder stays; later it comes back."""
        with self._world.laid_out(self._place) as here:
            before = contents(here)
            after_s = moment * self._good.took_s
            answer = self._world.answer(
                self._step.words,
                after_s,
                lambda: subprocess.run(["umount", "--lazy", here], check=False) and None,
            )
            subprocess.run(["umount", "--lazy", here], check=False, capture_output=True)
            _mount("--bind", self._world.disk, here)
            self._judge(f"gone after {moment:.0%}", answer, here, before)

    def renamed(self, moment: float) -> None:
        """All folders on the disk get another name; later they get their own again."""
        with self._world.laid_out(self._place) as here:
            before = contents(here)

            def rename() -> None:
                for one in [*here.iterdir()]:
                    one.rename(here / f"{one.name} away")

            answer = self._world.answer(self._step.words, moment * self._good.took_s, rename)
            for one in here.glob("* away"):
                own = here / one.name.removesuffix(" away")
                if own.exists():
                    shutil.rmtree(own) if own.is_dir() else own.unlink()
                one.rename(own)
            self._judge(f"renamed after {moment:.0%}", answer, here, before)

    def _judge(self, name: str, answer: Answer, here: Path, before: Mapping[str, str]) -> None:
        name = f"{self._place}, {name}"
        self._tally.tries += 1
        self._tally.refused += answer.status != 0
        if answer.told:
            self._tally.told.setdefault(answer.told, name)
        faults = [answer.fault] if answer.fault else []
        was_gone = "gone" in name or "renamed" in name  # then nobody could take away what was begun
        steady, now = self._good.steady[self._place], contents(here)
        faults += [f"{path} is lost" for path in before if path not in now]
        for path in now.keys() - before.keys():
            if path in steady and now[path] != steady[path]:
                faults.append(f"{path} is not whole")
            elif path not in steady and not was_gone and (wrong := damage(here / path)):
                faults.append(f"{path}: {wrong}")
        if answer.status == 0 and not was_gone:
            faults += [
                f"{path} is missing, but it was said to be done" for path in steady.keys() - now.keys()
            ]
        faults += self._unopened()
        self._tally.faults += [f"{name}: {fault}" for fault in faults]
        self._go_on(name, here)

    def _unopened(self) -> list[str]:
        """What is wrong with the project."""
        try:
            with Project.open(self._world.folder / "project" / "Birds") as project:
                view = project.catalogue.view
                faults = [str(note) for note in project.notes]
                first = [clip for clip in view.clips if "-24-" in clip.path]
                if project.read_only or len(first) != 24 or not all(view.labels(clip.id) for clip in first):
                    faults.append(f"read-only: {project.read_only}, {len(first)} of 24 clips")
                for run in project.runs.with_model:
                    load_bundle(project.runs.bundle_path(run))
                return faults
        except Exception as error:  # noqa: BLE001 - whatever it is, the project does not open
            return [f"does not open: {type(error).__name__}: {error}"]

    def _go_on(self, name: str, here: Path) -> None:
        """Do it again, now that there is room, unless it was done."""
        again = self._world.answer(self._step.words)
        is_there = again.status == 1 and any(words in again.errors for words in _DONE_BEFORE)
        if again.fault or (again.status and not is_there):
            self._tally.faults.append(f"{name}: does not go on: {again.status} {again.fault or again.told}")
            return
        now = contents(here)
        for path, one in self._good.steady[self._place].items():
            if not is_there and now.get(path) != one and not _is_new_each_time(path):
                self._tally.faults.append(f"{name}: {path} is not as it ought to be after all")


def _is_new_each_time(path: str) -> bool:
    return "models/" in path or "recordings/" in path


def bench(
    folder: Path,
    names: Sequence[str] = tuple(STEPS),
    shares: Sequence[float] = SHARES,
    moments: Sequence[float] = MOMENTS,
    show: Callable[[str, Tally], object] = lambda _name, _tally: None,
) -> dict[str, Tally]:
    """Try each step with each fault in each place."""
    world = World(folder)
    tallies = {}
    for name in names:
        step, tally = STEPS[name], Tally()
        good = known(world, step)
        for place in step.places:
            one = Try(world, step, good, place, tally)
            for share in shares:
                one.full(share)
            one.read_only()
            for moment in moments:
                one.unmounted(moment)
                one.renamed(moment)
        tallies[name] = tally
        show(name, tally)
    return tallies


def show(name: str, tally: Tally) -> None:
    """A row, and what was said."""
    print(
        f"{name:22}{tally.tries:4} tries,{tally.refused:4} refused,{len(tally.faults):4} faults", flush=True
    )
    for words, first in tally.told.items():
        print(f"    {first}: {words}")
    for fault in tally.faults:
        print(f"    FAULT {fault}", flush=True)


def main() -> None:
    """Try, and say what came of it."""
    if not can_mount():
        raise SystemExit("no small disk can be mounted here: it takes Linux, and root")
    with tempfile.TemporaryDirectory() as name:
        tallies = bench(Path(name), sys.argv[1:] or tuple(STEPS), show=show)
    tries = sum(tally.tries for tally in tallies.values())
    faults = sum(len(tally.faults) for tally in tallies.values())
    print(f"{tries} tries, {faults} faults")
    if faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
