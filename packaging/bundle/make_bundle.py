#!/usr/bin/env python3
"""Make the program that brings its own Python: one folder with `audioclf-gui` and `audioclf`.

    python3 packaging/bootstrap.py bundle                      dist/audioclf-gui, tried, and its .deb
    python3 packaging/bootstrap.py bundle --torch FILE.whl     with that build of PyTorch
    python3 packaging/bootstrap.py bundle --no-try --no-deb    the folder alone

On Linux a build of PyTorch for the processor alone is needed: one for GPUs is linked to four times as much,
none of which can be left out. Where pip does not find one, give its file by `--torch`, or let pip search
where PyTorch publishes them, by PIP_EXTRA_INDEX_URL. On Windows and macOS the usual one is right.

Only the standard library is used here. What is installed for it goes into `build/bundle`, where nothing is
that tests or develops.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build" / "bundle"
VENV = BUILD / "venv"
DIST = ROOT / "dist"
FOLDER = DIST / "audioclf-gui"

TORCH_OF_LINUX = "torch==2.13.0+cpu"
_OF_TORCH = re.compile(r"(torch|triton|cuda-\w+|nvidia-[\w-]+)==")


def main() -> int:
    """Install, build, try and pack; 1 at the first of them that fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--torch", metavar="REQUIREMENT|FILE", help="which build of PyTorch")
    parser.add_argument("--no-try", action="store_true", help="do not try the folder")
    parser.add_argument("--no-deb", action="store_true", help="make no package for Debian")
    options = parser.parse_args()
    torch = options.torch or (TORCH_OF_LINUX if sys.platform == "linux" else pinned_torch())
    install(torch)
    build()
    if not options.no_try and subprocess.call([sys.executable, str(HERE / "try_bundle.py"), str(FOLDER)]):
        return 1
    if sys.platform == "linux" and not options.no_deb:
        return subprocess.call([sys.executable, str(HERE / "make_deb.py"), str(FOLDER), str(DIST)])
    return 0


def constraints() -> list[str]:
    """The pinned versions, without those of the build of PyTorch for GPUs."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not _OF_TORCH.match(line)]


def pinned_torch() -> str:
    """The version that is used everywhere else."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("torch=="))


def install(torch: str) -> None:
    """An environment with the window and PyInstaller, and no other extra."""
    if not python().is_file():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    with tempfile.TemporaryDirectory() as name:
        pins = Path(name) / "constraints.txt"
        pins.write_text("\n".join(constraints()) + "\n", "utf-8")
        pip = [str(python()), "-m", "pip", "install", "--quiet", "-c", str(pins)]
        if subprocess.call([*pip, torch]) != 0:
            raise SystemExit(
                f"pip did not find {torch}: give the file of a build for the processor alone by --torch,"
                " or set PIP_EXTRA_INDEX_URL to where PyTorch publishes them."
            )
        subprocess.run([*pip, "-e", f"{ROOT}[gui,bundle]"], check=True)


def build() -> None:
    """Let PyInstaller collect the folder anew."""
    command = [str(python()), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "work")]
    subprocess.run([*command, *places, str(HERE / "audioclf.spec")], check=True, cwd=ROOT)


def python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    sys.exit(main())
