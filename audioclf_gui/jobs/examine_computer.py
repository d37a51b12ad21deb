"""What somebody who helps has to know of a computer: versions, devices, GPUs, disks."""

import locale
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from importlib import import_module, metadata
from pathlib import Path

import platformdirs

from audioclf_gui import __version__
from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.diagnosis import Chapter, ComputerFact, Diagnosis, without_home
from audioclf_gui.core.installation import has_own_python
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.registry import ask_for_all, broken_plugins
from audioclf_gui.core.text import Text, joined, listed

_DISTRIBUTION = "audioclf-gui"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"extra == [\"'](?P<name>[a-z-]+)[\"']")
_OF_DEVELOPERS = frozenset({"bundle", "dev"})
_LEAST_FREE_BYTES = 2 * 10**9


def examine_computer() -> Generator[Progress, None, Diagnosis]:
    """Look at everything, use each device once, and change nothing."""
    steps = (_program, _computing, _disks, _sound, _packages, _plugins)
    chapters = []
    for number, step in enumerate(steps):
        yield Progress(number, len(steps))
        chapters.append(step())
    yield Progress(len(steps), len(steps))
    return Diagnosis(tuple(chapters))


def _program() -> Chapter:
    where = without_home(Path(sys.executable))
    python = Text.plain(f"{platform.python_version()} ({where})")
    if has_own_python():
        python = Text("{python}, the program's own: installed as a whole, without packages", python=python)
    return Chapter(
        Text("Program"),
        (
            ComputerFact(Text.plain("audioclf-gui"), Text.plain(__version__)),
            ComputerFact(Text("Python"), python),
            ComputerFact(Text("System"), Text.plain(platform.platform())),
            ComputerFact(Text("Language and encoding"), Text.plain(_language())),
        ),
    )


def _language() -> str:
    language = locale.getlocale()[0] or "C"
    return f"{language}, {sys.getfilesystemencoding()}"


def _packages() -> Chapter:
    """Those that the program always needs, and for each extra whether it is there."""
    try:
        needed = _needed()
    except metadata.PackageNotFoundError:
        told = Text("not known: the program runs without having been installed by pip")
        return Chapter(Text("Packages"), (ComputerFact(Text("Versions"), told),))
    always = [_version(name) for name in needed.pop("", []) if not has_own_python() or _installed(name)]
    extras = [_extra(name, wanted) for name, wanted in sorted(needed.items()) if name not in _OF_DEVELOPERS]
    return Chapter(Text("Packages"), (*always, *extras))


def _needed() -> dict[str, list[str]]:
    """The packages by the extra that asks for them; by "" what is always needed."""
    needed: dict[str, list[str]] = {}
    for line in metadata.requires(_DISTRIBUTION) or ():
        extra, name = _EXTRA.search(line), _NAME.match(line)
        if name is not None:
            needed.setdefault(extra["name"] if extra else "", []).append(name[0])
    return needed


def _plugins() -> Chapter:
    """Each package that adds something, and what had to be left out."""
    from audioclf_gui.core.plugins import SWITCH, is_switched_off

    for module in ("formats", "ml.exporters", "ml.presets", "ml.front_ends", "ml.estimators"):
        import_module(f"audioclf_gui.{module}")
    added = [
        ComputerFact(Text.plain(str(package)), listed(what, ", ")) for package, what in ask_for_all().items()
    ]
    broken = [ComputerFact(Text.plain(str(one.package)), one.text, one.remedy) for one in broken_plugins()]
    told = Text("left out, since {switch} is off", switch=SWITCH) if is_switched_off() else Text("none")
    facts = (*added, *broken) or (ComputerFact(Text("Installed"), told),)
    return Chapter(Text("Plug-ins"), facts)


def _version(name: str) -> ComputerFact:
    try:
        return ComputerFact(Text.plain(name), Text.plain(metadata.version(name)))
    except metadata.PackageNotFoundError:
        remedy = Text("Run: pip install --upgrade audioclf-gui")
        return ComputerFact(Text.plain(name), Text("not installed"), remedy)


def _extra(name: str, wanted: list[str]) -> ComputerFact:
    """An extra that is not there is nothing amiss: nobody needs all."""
    about = Text("Extra {name}", name=name)
    found = {one: _installed(one) for one in wanted}
    if all(found.values()):
        return ComputerFact(about, joined(f"{one} {version}" for one, version in found.items()))
    missing = joined(one for one, version in found.items() if not version)
    if has_own_python():
        return ComputerFact(about, Text("no part of the installed program"))
    told = Text(
        'without {missing}: pip install "audioclf-gui[{name}]" where it is wanted', missing=missing, name=name
    )
    return ComputerFact(about, told)


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _computing() -> Chapter:
    from audioclf_gui.ml.computing_facts import computing_facts

    return Chapter(Text("Computing"), computing_facts())


def _disks() -> Chapter:
    places = {
        Text("What was computed"): cache_folder(),
        Text("Settings"): platformdirs.user_config_path(_DISTRIBUTION, appauthor=False),
        Text("Temporary files"): Path(tempfile.gettempdir()),
    }
    return Chapter(Text("Disks"), tuple(_disk(about, place) for about, place in places.items()))


def _disk(about: Text, place: Path) -> ComputerFact:
    there = next(_existing(place))
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        reason = error.strerror or str(error)
        told = Text("{path}: {reason}", path=without_home(place), reason=reason)
        return ComputerFact(about, told, Text("Make the folder readable."))
    told = Text("{path}, {free:.1f} GB free", path=without_home(place), free=free / 1e9)
    if not os.access(there, os.W_OK):
        return ComputerFact(
            about, told, Text("Nothing can be written there: allow it in the folder's properties.")
        )
    is_little = free < _LEAST_FREE_BYTES
    return ComputerFact(
        about, told, Text("Free some space there: trainings need gigabytes.") if is_little else None
    )


def _existing(place: Path) -> Iterator[Path]:
    """The folder itself, or the nearest above it that is there."""
    return (one for one in (place, *place.parents) if one.exists())


def _sound() -> Chapter:
    from audioclf_gui.audio.sound_system import sound_facts

    return Chapter(Text("Sound"), sound_facts())
