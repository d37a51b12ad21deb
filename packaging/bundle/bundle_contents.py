"""What lies in the program that brings its own Python: which modules, which files, and what stays out."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "audioclf_gui"

RESOURCES = ROOT / "resources"
_RESOURCES_UNUSED = re.compile(r"^screenshots/|\.(desktop|ts|xml)$")

FOUND_BY_NAME = ("qtawesome",)
"""Packages of others that are looked for without an import statement; of this one the fonts are used."""

TOLD = ("audioclf-gui", "PySide6_Essentials", "pyqtgraph", "QtAwesome")
"""Packages whose versions and licences go along, with those that they need; `audioclf doctor` reads them."""

LEFT_OUT = (
    *("IPython", "PIL", "PyQt5", "PyQt6", "matplotlib", "pandas", "pytest", "tensorboard", "tkinter"),
    *("pip", "pkg_resources", "setuptools", "wheel"),
    *("torch.utils.tensorboard", "torchaudio", "triton"),
)
"""What is installed for building, or what a library could use and this program never does.

torchaudio is needed to check our own spectrograms against, and never imported by the program.
"""

_QT_PLUGINS = (
    *("iconengines", "imageformats", "platforminputcontexts", "platforms", "platformthemes"),
    *("wayland-decoration-client", "wayland-graphics-integration-client", "wayland-shell-integration"),
    *("xcbglintegrations", "styles"),
)
_QT_LIBRARIES_UNUSED = re.compile(
    r"Qt6?(Quick|Qml|Pdf|VirtualKeyboard|Sql|Designer|Help|Test|UiTools|Concurrent|Wayland(Egl)?Compositor|Eglfs|3D)"
)
_QT_PLUGINS_UNUSED = re.compile(r"/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|gtk3|pdf|tuiotouch)\w*\.so")
_OF_THE_SYSTEM = re.compile(r"(^|/)lib(asound|jack|gtk-3|gdk-3)\.so")
_OF_THE_BUILD = re.compile(
    r"(^|/)torchaudio-[^/]*\.dist-info/|\.dist-info/(direct_url\.json|RECORD|INSTALLER)$"
)
_CUDA = re.compile(r"(^|/)(nvidia|triton)/|lib(torch_cuda|c10_cuda|cublas|cudnn|cudart|cusparse|nccl|nvrtc)")
_TORCH_UNUSED = re.compile(r"(^|/)torch/(include|share|test)/")


def every_module() -> Iterator[str]:
    """All modules of the program: commands, workspaces and registries are imported by names put together."""
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def resource_files() -> list[tuple[str, str]]:
    """Each file of resources that the program reads, with the folder of the bundle that it goes to."""
    found = []
    for file in sorted(RESOURCES.rglob("*")):
        inside = file.relative_to(RESOURCES)
        if file.is_file() and not _RESOURCES_UNUSED.search(inside.as_posix()):
            found.append((str(file), (PurePosixPath("resources") / inside.parent.as_posix()).as_posix()))
    return found


def languages() -> set[str]:
    """The codes of those that the program speaks beside English."""
    return {file.stem.partition("_")[2] for file in (RESOURCES / "i18n").glob("*.qm")}


def is_wanted(target: str) -> bool:
    """Whether a file that PyInstaller has found is needed, by its place in the bundle.

    The system's own ALSA and JACK are used, since each distribution has compiled into them where their
    plug-ins lie: with Debian's, the devices of PulseAudio and PipeWire would be gone elsewhere.
    """
    path = PurePosixPath(target.replace("\\", "/")).as_posix()
    if any(unwanted.search(path) for unwanted in (_OF_THE_SYSTEM, _TORCH_UNUSED, _OF_THE_BUILD)):
        return False
    if "PySide6/" in path or "libQt6" in path:
        return _is_wanted_of_qt(path)
    return True


def _is_wanted_of_qt(path: str) -> bool:
    if "/translations/" in path:
        return PurePosixPath(path).stem.removeprefix("qtbase_") in languages()
    plugin = re.search(r"/plugins/([\w-]+)/", path)
    if plugin is not None and plugin[1] not in _QT_PLUGINS:
        return False
    return _QT_LIBRARIES_UNUSED.search(path) is None and _QT_PLUGINS_UNUSED.search(path) is None


def is_cuda(target: str) -> bool:
    """Whether a file belongs to a build of PyTorch for GPUs, which is four times as large."""
    return _CUDA.search(target.replace("\\", "/")) is not None
