"""The program itself as a job carries it, and the packages that it needs there."""

import json
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import audioclf_gui
from audioclf_gui.core.content import part_of
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle_files import digest

ENVIRONMENT = "audioclf"
IMAGE = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest"
PROGRAM = "program.zip"

_PACKAGES = (
    *("numpy", "platformdirs", "pyyaml", "safetensors", "scikit-learn", "scipy", "sounddevice", "soundfile"),
    *("soxr", "torch", "torchaudio", "tqdm", "typing-extensions"),
)
"""What a training needs; all of it is installed here, and the versions of here are taken there."""
_ONLY_THERE = ("mlflow-skinny>=3.10,<4", "azureml-mlflow>=1.60", "optuna>=4.5,<6")
"""What need not be here: figures get into the portal by the first two, a search needs the last."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of all files, so that the same program is the same archive


def conda_of() -> Mapping[str, object]:
    """The environment in the words of conda."""
    pins = [f"{name}=={_version(name)}" for name in _PACKAGES]
    return {
        "name": ENVIRONMENT,
        "channels": ["conda-forge"],
        "dependencies": ["python=3.11", "pip", {"pip": [*pins, *_ONLY_THERE]}],
    }


def environment_version() -> str:
    """Another one for other packages."""
    return digest(json.dumps([IMAGE, conda_of()], sort_keys=True).encode())[:12]


def program_folder(cache: Path) -> Path:
    """A folder that holds this program as one archive; UserError if it cannot be written."""
    source = Path(audioclf_gui.__file__).parent
    files = {
        f"{source.name}/{file.relative_to(source).as_posix()}": file.read_bytes()
        for file in sorted(source.rglob("*.py"))
        if "gui" not in file.relative_to(source).parts[:1]
    }
    name = digest(b"".join(name.encode() + content for name, content in files.items()))[:16]
    archive = cache / "azure" / name / PROGRAM
    if archive.is_file():
        return archive.parent
    try:
        with part_of(archive) as part:
            with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as packed:
                for place, content in files.items():
                    packed.writestr(zipfile.ZipInfo(place, _EARLIEST), content, zipfile.ZIP_DEFLATED)
            part.replace(archive)
    except OSError as error:
        raise cannot_write(archive, error) from error
    return archive.parent


def _version(name: str) -> str:
    try:
        return version(name).partition("+")[0]  # a build for this computer only is nowhere else
    except PackageNotFoundError as error:
        raise UserError(
            Text("the package {name} is not installed as a package here", name=name),
            remedy=Text("Install the program again: pip install audioclf-gui."),
        ) from error
