"""The program that brings its own Python: what goes into it, what its package says, and that it works."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from configparser import ConfigParser
from email.parser import HeaderParser
from pathlib import Path
from types import ModuleType

import pytest

from audioclf_gui import __version__
from audioclf_gui.cli import parser as command_line
from audioclf_gui.core.project_files import SUFFIX, is_called_project
from audioclf_gui.gui.workspaces import WORKSPACES
from audioclf_gui.ml.exporters import EXPORTERS
from audioclf_gui.ml.models import ARCHITECTURES
from audioclf_gui.remote.tracking.tools import TOOLS

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "dist" / "audioclf-gui"
RESOURCES = ROOT / "resources"
PROJECT_TYPE = "application/x-audioclf-project"


@pytest.fixture(scope="module")
def tools() -> Iterator[dict[str, ModuleType]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "packaging" / "bundle")
        yield {name: importlib.import_module(name) for name in ("bundle_contents", "make_bundle", "make_deb")}


def test_every_module_that_is_imported_by_a_name_put_together_goes_along(tools):
    collected = set(tools["bundle_contents"].every_module())
    by_name = {f"audioclf_gui.cli.{room}" for room in command_line._ROOMS}
    by_name |= {f"{one.folder}.{part}" for one in WORKSPACES.values() for part in ("workspace", "commands")}
    by_name |= {f"audioclf_gui.remote.tracking.{tool.module}" for tool in TOOLS.values()}
    by_name |= {made.__module__ for made in (*ARCHITECTURES.values(), *map(type, EXPORTERS.values()))}
    by_name |= {name for name in sys.modules if name.startswith("audioclf_gui.")}
    assert by_name <= collected
    assert {"audioclf_gui", "audioclf_gui.ml.objectives"} <= collected  # packages by their own name


def test_resources_that_are_read_go_along_and_pictures_of_the_readme_do_not(tools):
    found = {f"{place}/{Path(file).name}" for file, place in tools["bundle_contents"].resource_files()}
    assert {
        "resources/style.qss",
        "resources/icons/audioclf.png",
        "resources/i18n/audioclf_zh_CN.qm",
        "resources/examples/classify_file.py",
    } <= found
    assert not [name for name in found if name.endswith((".ts", ".desktop")) or "screenshots" in name]


@pytest.mark.parametrize(
    ("target", "is_wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fi.qm", False),
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/include/ATen/ATen.h", False),
        ("libasound.so.2", False),
        ("libportaudio.so.2", True),
        ("audioclf_gui-0.1.0.dist-info/METADATA", True),
        ("audioclf_gui-0.1.0.dist-info/direct_url.json", False),
    ],
)
def test_what_is_found_is_kept_only_where_it_is_needed(tools, target, is_wanted):
    assert tools["bundle_contents"].is_wanted(target) is is_wanted
    assert tools["bundle_contents"].is_wanted(target.replace("/", "\\")) is is_wanted


def test_libraries_of_gpus_are_known(tools):
    is_cuda = tools["bundle_contents"].is_cuda
    assert is_cuda("torch/lib/libtorch_cuda.so")
    assert is_cuda("nvidia/cu13/lib/libcublas.so.13")
    assert not is_cuda("torch/lib/libtorch_cpu.so")


def test_a_bundled_library_is_found_before_the_systems_and_other_programs_find_theirs(tmp_path):
    (tmp_path / "libportaudio.so.2").touch()
    code = f"""
import os, runpy, sys
sys._MEIPASS = {str(tmp_path)!r}
runpy.run_path({str(ROOT / "packaging" / "bundle" / "before_start.py")!r})
import ctypes.util
print(*map(ctypes.util.find_library, ("portaudio", "nonesuch")), "LD_LIBRARY_PATH" in os.environ)
"""
    variables = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(tmp_path / "libportaudio.so.2"), "None", "False"]


def test_the_build_is_pinned_but_for_the_build_of_torch(tools):
    pins = tools["make_bundle"].constraints()
    assert any(line.startswith("pyinstaller==") for line in pins)
    assert any(line.startswith("torchaudio==") for line in pins)
    assert not [line for line in pins if line.startswith(("torch==", "nvidia-", "cuda-", "triton"))]
    assert re.fullmatch(r"torch==[\d.]+", tools["make_bundle"].pinned_torch())
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert any(one.startswith("pyinstaller") for one in extras["bundle"])


def test_project_files_have_a_type_and_the_menu_entry_opens_it(tmp_path):
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(RESOURCES / "audioclf-gui.desktop", "utf-8")
    types = entry["Desktop Entry"]["MimeType"].split(";")
    assert PROJECT_TYPE in types
    assert entry["Desktop Entry"]["Exec"] == "audioclf-gui %F"
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    (told,) = ET.parse(RESOURCES / "audioclf-gui.xml").getroot().findall("mime-type", space)
    assert told.get("type") == PROJECT_TYPE
    glob = told.find("glob", space)
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert is_called_project(Path("birds" + SUFFIX))


def test_the_menu_entry_and_the_type_are_what_the_desktop_takes(tmp_path):
    if not (shutil.which("desktop-file-validate") and shutil.which("update-mime-database")):
        pytest.skip("desktop-file-utils and shared-mime-info are not installed")
    subprocess.run(["desktop-file-validate", RESOURCES / "audioclf-gui.desktop"], check=True)
    (tmp_path / "packages").mkdir()
    shutil.copy(RESOURCES / "audioclf-gui.xml", tmp_path / "packages")
    subprocess.run(["update-mime-database", tmp_path], check=True)
    assert f":{PROJECT_TYPE}:*{SUFFIX}" in (tmp_path / "globs2").read_text()


def test_the_package_of_debian_says_what_it_is_and_needs(tools):
    made = tools["make_deb"].control(__version__, "amd64", 900_000, ["libc6 (>= 2.36)", "libgl1"])
    told = HeaderParser().parsestr(made)
    assert told["Package"] == "audioclf-gui"
    assert told["Version"] == tools["make_deb"].program_version() == __version__
    assert told["Architecture"] == "amd64"
    assert told["Installed-Size"] == "900000"
    assert told["Depends"] == "libc6 (>= 2.36), libgl1"
    assert all(line.startswith(" ") for line in made.partition("Description:")[2].splitlines()[1:])
    assert [tools["make_deb"].deb_version(one) for one in ("1.0.0", "1.0.0rc1")] == ["1.0.0", "1.0.0~rc1"]


def test_what_a_file_is_linked_to_is_read_and_found_in_its_package(tools):
    headers = "  SONAME  libme.so\n  NEEDED               libc.so.6\n  NEEDED               libm.so.6\n"
    assert tools["make_deb"].libraries_wanted(headers) == {"libc.so.6", "libm.so.6"}
    if not shutil.which("dpkg-query"):
        pytest.skip("this is no Debian")
    found = tools["make_deb"].packages_of(["libc.so.6", "libnoneatall.so.9"])
    assert found == {"libc.so.6": "libc6"}


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_built_folder_works_without_python():
    if not (BUILT / "audioclf").is_file():
        pytest.skip("no folder was built: python3 packaging/bootstrap.py bundle")
    trial = [sys.executable, ROOT / "packaging" / "bundle" / "try_bundle.py", BUILT]
    done = subprocess.run(trial, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["megabytes"] < 1200
