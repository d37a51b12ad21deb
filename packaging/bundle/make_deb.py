#!/usr/bin/env python3
"""Make a Debian package of the built folder: menu entry, type of project files, licences, and what it needs.

    python3 packaging/bundle/make_deb.py dist/audioclf-gui dist

What it needs is asked of the files themselves: each library that one of them is linked to and that does not
lie in the folder has to come from a package of Debian. So it is made on the oldest Debian it shall run on.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from email.parser import HeaderParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "audioclf-gui"
HOME = Path("usr/lib") / NAME
LINKS = ("audioclf", "audioclf-gui")
ALIKE = {"libjack-jackd2-0": "libjack-jackd2-0 | libjack-0.125"}
"""Packages that another one may stand in for."""
RECOMMENDED = ("fonts-dejavu-core", "libasound2-plugins", "libwayland-cursor0", "libwayland-egl1")
"""Letters where there are none yet, the devices of PulseAudio and PipeWire, and windows without X."""
_ELF = b"\x7fELF"

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Section: sound
Priority: optional
Maintainer: the audioclf-gui contributors <contributors@audioclf-gui.invalid>
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: {recommends}
Description: label sounds, train a classifier on them, listen with it
 A window and a command line that turn recordings into a sound classifier on
 this computer, without code. Brings its own Python and PyTorch (for the
 processor alone, not for GPUs).
"""

NOTICE = """\
audioclf-gui {version}

{licence}
What follows is bundled with it. Each package of Python lies in {home}/_internal, where its
folder NAME.dist-info has its licence in full.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3
(/usr/share/common-licenses/LGPL-3). They lie in
{home}/_internal/PySide6 as libraries of their own, which may be replaced by
versions with the same interface; their sources are those of the same version that the Qt project
publishes. libsndfile (in _soundfile_data) and libsoxr (in soxr) are under the same licence, version 2.1.

Packages of Python:
{packages}

Libraries of Debian, whose licences lie beside this file in the folder `libraries`:
{libraries}
"""


def program_version() -> str:
    """The version of the checkout."""
    source = (ROOT / "audioclf_gui" / "__init__.py").read_text("utf-8")
    (version,) = [line.split('"')[1] for line in source.splitlines() if line.startswith("__version__")]
    return version


def deb_version(version: str) -> str:
    """As Debian orders versions: 1.0.0rc1 comes before 1.0.0."""
    return re.sub(r"\.?(a|b|rc|dev)(\d+)$", r"~\1\2", version)


def is_program_file(file: Path) -> bool:
    """Whether it is a program or a library of Linux."""
    with file.open("rb") as content:
        return content.read(len(_ELF)) == _ELF


def libraries_wanted(headers: str) -> set[str]:
    """What the files are linked to that `objdump -p` has told of."""
    return set(re.findall(r"^\s+NEEDED\s+(\S+)", headers, re.MULTILINE))


def libraries_of_system(folder: Path) -> set[str]:
    """The names of libraries that files of the folder are linked to and that do not lie in it."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    programs = [str(file) for file in files if not file.is_symlink() and is_program_file(file)]
    told = subprocess.run(["objdump", "-p", *programs], capture_output=True, text=True, check=True)
    return libraries_wanted(told.stdout) - {file.name for file in files}


def packages_of(libraries: Iterable[str]) -> dict[str, str]:
    """The package of Debian that each library comes from; one that none has is left out."""
    found = {}
    for name in sorted(libraries):
        query = ["dpkg-query", "--search", f"*/{name}"]
        told = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        owners = re.findall(r"^([a-z0-9.+-]+)(?::\w+)?: /(?:usr/)?lib/", told, re.MULTILINE)
        if owners:
            found[name] = owners[0]
    return found


def depends_on(libraries: set[str]) -> list[str]:
    """The packages that have to be there, with the C library that it was built with."""
    packages = packages_of(libraries)
    unknown = libraries - set(packages)
    if unknown:
        print(f"not depended on, since no package here has it: {', '.join(sorted(unknown))}", file=sys.stderr)
    needed = {ALIKE.get(name, name) for name in packages.values() if name != "libc6"}
    return [f"libc6 (>= {c_library_version()})", *sorted(needed)]


def c_library_version() -> str:
    """Its version here, without Debian's part."""
    query = ["dpkg-query", "--show", "--showformat=${Version}", "libc6"]
    told = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    return told.partition("-")[0]


def bundled_packages(folder: Path) -> list[str]:
    """Name, version and licence of each package of Python in the folder."""
    rows = []
    for file in sorted(folder.glob("_internal/*.dist-info/METADATA")):
        told = HeaderParser().parsestr(file.read_text("utf-8"))
        classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if "License" in one]
        licence = told["License-Expression"] or ", ".join(classified) or told["License"] or "see its folder"
        rows.append(f"    {told['Name']} {told['Version']}: {licence.splitlines()[0]}")
    return rows


def write_notices(folder: Path, documents: Path) -> None:
    """The licences of the program and of what is bundled, also of Debian's libraries."""
    taken = packages_of(file.name for file in (folder / "_internal").iterdir() if ".so" in file.name)
    libraries = documents / "libraries"
    libraries.mkdir(parents=True)
    for package in sorted(set(taken.values())):
        source = Path("/usr/share/doc") / package / "copyright"
        if source.is_file():
            shutil.copyfile(source, libraries / package)
    listed = [f"    {name}, of {package}" for name, package in taken.items()]
    words = NOTICE.format(
        version=program_version(),
        licence=(ROOT / "LICENSE").read_text("utf-8"),
        home=f"/{HOME}",
        packages="\n".join(bundled_packages(folder)),
        libraries="\n".join(listed),
    )
    (documents / "copyright").write_text(words, "utf-8")


def lay_out(folder: Path, tree: Path) -> None:
    """Put everything where Debian has it."""
    (tree / HOME).parent.mkdir(parents=True)
    shutil.copytree(folder, tree / HOME, symlinks=True, copy_function=os.link)
    (tree / "usr/bin").mkdir()
    for name in LINKS:
        (tree / "usr/bin" / name).symlink_to(Path("../lib") / NAME / name)
    shared = {
        "audioclf-gui.desktop": "applications/audioclf-gui.desktop",
        "audioclf-gui.xml": "mime/packages/audioclf-gui.xml",
        "icons/audioclf.svg": "icons/hicolor/scalable/apps/audioclf-gui.svg",
        "icons/audioclf.png": "pixmaps/audioclf-gui.png",
    }
    for source, target in shared.items():
        place = tree / "usr/share" / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "resources" / source, place)
    write_notices(folder, tree / "usr/share/doc" / NAME)


def control(version: str, architecture: str, kibibytes: int, depends: Sequence[str]) -> str:
    """The file that says what the package is."""
    return CONTROL.format(
        name=NAME,
        version=deb_version(version),
        architecture=architecture,
        kibibytes=kibibytes,
        depends=", ".join(depends),
        recommends=", ".join(RECOMMENDED),
    )


def make_deb(folder: Path, where: Path) -> Path:
    """Make the package of a built folder, and tell its file."""
    ask = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    target = where / f"{NAME}_{deb_version(program_version())}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=where) as name:
        tree = Path(name)
        tree.chmod(0o755)
        lay_out(folder, tree)
        kibibytes = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
        depends = depends_on(libraries_of_system(folder))
        (tree / "DEBIAN").mkdir()
        words = control(program_version(), architecture, kibibytes, depends)
        (tree / "DEBIAN/control").write_text(words, "utf-8")
        build = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z1", str(tree), str(target)]
        subprocess.run(build, check=True)
    return target


if __name__ == "__main__":
    folder, where = (Path(one).resolve() for one in sys.argv[1:3])
    print(make_deb(folder, where))
