#!/usr/bin/env python3
"""Try the built folder as somebody would who has no Python: every step in an empty environment.

    python3 packaging/bundle/try_bundle.py dist/audioclf-gui
    python3 packaging/bundle/try_bundle.py /usr/lib/audioclf-gui --in-root chroot

The last line is JSON: the megabytes of the folder and the seconds of each step. It needs the standard
library only; a window is shown where Xvfb and xdotool are, and otherwise its step is said to be left out.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PATIENCE_S = 900.0  # a busy computer trains slowly
WINDOW_PATIENCE_S = 120.0
SCREEN = ":87"


class FailedError(Exception):
    """A step did not do what it should."""


class Bundle:
    """The programs of a folder, each run without any Python but their own.

    Parameters
    ----------
    folder : Path
        Where they lie, as seen from inside of `root`.
    home : Path
        An empty folder, as seen from inside of `root`.
    root : Path, optional
        A folder that is the whole disk for them.
    """

    def __init__(self, folder: Path, home: Path, root: Path | None = None) -> None:
        self.folder = folder
        self.home = home
        self.root = root
        self.seconds: dict[str, float] = {}

    def command(self, program: str, *arguments: str) -> list[str]:
        """What runs a program, its variables included."""
        variables = (f"HOME={self.home}", "PATH=/nonexistent", "LANG=C.UTF-8", "OMP_NUM_THREADS=1")
        display = (f"DISPLAY={SCREEN}", "QT_QPA_PLATFORM=xcb") if program == "audioclf-gui" else ()
        inside = [] if self.root is None else ["chroot", str(self.root)]
        return [*inside, "/usr/bin/env", "-i", *variables, *display, str(self.folder / program), *arguments]

    def run(self, step: str, *arguments: str, status: int = 0) -> str:
        """Run the command line's program; its output, with the errors."""
        begun = time.monotonic()
        print(f"{step} … ", end="", flush=True)
        done = subprocess.run(
            self.command("audioclf", *arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        self.seconds[step] = round(time.monotonic() - begun, 2)
        print(f"{self.seconds[step]} s", flush=True)
        if done.returncode != status:
            raise FailedError(f"{step} ended with {done.returncode}, not {status}:\n{done.stdout[-3000:]}")
        return done.stdout

    def seen_outside(self, path: Path) -> Path:
        """The same file as this program finds it."""
        return path if self.root is None else self.root / path.relative_to("/")


def try_commands(bundle: Bundle) -> None:
    """Everything that needs no window, from the first word to sound that is classified while it plays."""
    expect(bundle.run("version", "--version"), r"^audioclf \d+\.\d+")
    expect(bundle.run("help", "--help"), r"Label sounds, train a classifier")
    expect(bundle.run("doctor", "doctor"), r"the program's own[\s\S]*Sound devices: PortAudio V")
    demo = str(bundle.home / "demo")
    expect(bundle.run("demo", "demo", demo, "--no-window"), r"run-0001")
    two = ("--preset", "fast", "--set", "epochs=1", "--devices", "cpu:2")
    expect(bundle.run("train in two processes", "train", demo, *two), r"run-0002")
    model = f"{demo}/models/run-0001"
    sound = next(bundle.seen_outside(bundle.home / "demo" / "audio").rglob("*.flac"))
    heard = str(bundle.home / "demo" / sound.relative_to(bundle.seen_outside(bundle.home / "demo")))
    expect(bundle.run("predict", "predict", model, heard, "--json"), rf'"{sound.parent.name}"')
    expect(bundle.run("live", "live", model, "--input", f"file:{demo}/scene.flac", "--seconds", "5"), r"\d")
    lacking = ("cluster", "predict", model, demo, "--out", f"{demo}/found")
    told = bundle.run("cluster", *lacking, status=1)
    expect(told, r"has a Python of its own")
    if "pip install" in told:
        raise FailedError(f"a remedy that cannot work: {told}")


def expect(said: str, pattern: str) -> None:
    """That the output says it."""
    if not re.search(pattern, said):
        raise FailedError(f"nothing like {pattern!r} in:\n{said[-3000:]}")


def try_window(bundle: Bundle) -> None:
    """The window on the demo project: it shows, and ends as by its menu."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        print("window: left out, since Xvfb or xdotool is not installed", flush=True)
        return
    screen = subprocess.Popen(["Xvfb", SCREEN, "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
    try:
        wait_for(lambda: Path(f"/tmp/.X11-unix/X{SCREEN[1:]}").exists(), "Xvfb")  # noqa: S108 - X's own place
        for step in ("first window", "window"):
            bundle.seconds[step] = show_and_quit(bundle)
            print(f"{step}: shown after {bundle.seconds[step]} s", flush=True)
    finally:
        screen.terminate()
        screen.wait()


def show_and_quit(bundle: Bundle) -> float:
    """Seconds until the window of the project is there; then it is closed by Ctrl+Q."""
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        shown = subprocess.Popen(
            bundle.command("audioclf-gui", str(bundle.home / "demo")), stdout=said, stderr=said
        )
        try:
            window = wait_for(lambda: window_called("demo – audioclf-gui"), "the window", shown)
            seconds = round(time.monotonic() - begun, 2)
            time.sleep(4.0)  # until what is loaded in calm moments is there too
            for words in (["windowfocus", "--sync", window], ["key", "ctrl+q"]):
                subprocess.run(["xdotool", *words], env=on_screen(), check=True, timeout=30)
            status = shown.wait(60)
        except (FailedError, subprocess.SubprocessError) as error:
            said.seek(0)
            raise FailedError(f"{error}\n{said.read()[-3000:]}") from error
        finally:
            shown.kill()
        said.seek(0)
        if status != 0 or "Traceback" in (told := said.read()):
            raise FailedError(f"the window ended with {status}:\n{told}")
    return seconds


def window_called(title: str) -> str:
    """The number of a window that is shown; "" while there is none."""
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    found = subprocess.run(search, env=on_screen(), capture_output=True, text=True, check=False, timeout=30)
    return found.stdout.partition("\n")[0]


def on_screen() -> Mapping[str, str]:
    """The environment of programs that act on the screen."""
    return {**os.environ, "DISPLAY": SCREEN}


def wait_for(look: Callable[[], object], what: str, program: "subprocess.Popen[bytes] | None" = None) -> str:
    """What `look` finds, as soon as it is something."""
    until = time.monotonic() + WINDOW_PATIENCE_S
    while time.monotonic() < until:
        found = look()
        if found:
            return str(found)
        if program is not None and program.poll() is not None:
            raise FailedError(f"{what} ended with {program.returncode} before it was there")
        time.sleep(0.05)
    raise FailedError(f"{what} was not there after {WINDOW_PATIENCE_S:.0f} s")


def megabytes(folder: Path) -> float:
    """What a folder takes."""
    return round(sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6, 1)


def main() -> int:
    """Try a folder; 1 if a step failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="the built folder, or where it lies in --in-root")
    parser.add_argument("--in-root", type=Path, help="a folder that is the disk for it, by chroot")
    options = parser.parse_args()
    root: Path | None = options.in_root
    folder = options.folder if root else options.folder.resolve()
    home = Path(tempfile.mkdtemp(prefix="audioclf-bundle-", dir=root / "tmp" if root else None))
    bundle = Bundle(folder, Path("/tmp") / home.name if root else home, root)  # noqa: S108 - inside of the root
    try:
        try_commands(bundle)
        try_window(bundle)
    except FailedError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(json.dumps({"megabytes": megabytes(bundle.seen_outside(folder)), "seconds": bundle.seconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
