"""Which plug-ins a model needs, and what to say where one of them is not here."""

import re
from collections.abc import Mapping, Sequence

from audioclf_gui.core.installation import has_own_python
from audioclf_gui.core.plugins import SWITCH, BrokenPlugIn, Package, is_switched_off
from audioclf_gui.core.registry import PlugInKind
from audioclf_gui.core.text import Text
from audioclf_gui.ml.front_ends import FRONT_ENDS
from audioclf_gui.ml.models import ARCHITECTURES

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?")  # of a package, as pip has it
_VERSION = re.compile(r"[A-Za-z0-9.!+_-]{1,64}")


def needed_plugins(front_end: str, architecture: str) -> tuple[Package, ...]:
    """The packages that add this kind of front end and this architecture, if the program has not both."""
    found = {FRONT_ENDS.origin(front_end), ARCHITECTURES.origin(architecture)}
    return tuple(sorted(one for one in found if one is not None))


def plugins_to_json(needed: tuple[Package, ...]) -> dict[str, object]:
    """As a description holds them: versions by names; nothing where none is needed."""
    return {"plugins": {one.name: one.version for one in needed}} if needed else {}


def plugins_from_json(document: Mapping[str, object]) -> tuple[Package, ...]:
    """What `plugins_to_json` wrote; what is no package's name is left out, since pip is to be run with it."""
    said = document.get("plugins")
    pairs = said.items() if isinstance(said, dict) else ()
    return tuple(
        Package(name, version)
        for name, version in pairs
        if isinstance(version, str) and _NAME.fullmatch(name) and _VERSION.fullmatch(version)
    )


def missing_plugin(document: Mapping[str, object]) -> tuple[Text, Text] | None:
    """Why a described model cannot be opened here for want of a plug-in, and what to do; None: it can."""
    needed, front_end = plugins_from_json(document), document.get("front_end")
    kind = front_end.get("kind") if isinstance(front_end, dict) else None
    if not needed:
        return None
    if isinstance(kind, str) and kind not in FRONT_ENDS:
        return _missing(FRONT_ENDS.kind, kind, needed, FRONT_ENDS.broken)
    architecture = document.get("architecture")
    if isinstance(architecture, str) and architecture not in ARCHITECTURES:
        return _missing(ARCHITECTURES.kind, architecture, needed, ARCHITECTURES.broken)
    return None


def other_version(needed: tuple[Package, ...]) -> Text | None:
    """What to do where a plug-in is here in another version than the model was made with; None: none is."""
    here = {**FRONT_ENDS.origins, **ARCHITECTURES.origins}.values()
    for one in needed:
        if one not in here:
            return Text("It was made with {package}. Run: pip install {pin}", package=str(one), pin=_pin(one))
    return None


def _missing(
    kind: PlugInKind, key: str, needed: Sequence[Package], broken: Sequence[BrokenPlugIn]
) -> tuple[Text, Text]:
    what = Text("the {kind} “{key}”", kind=kind.title, key=key)
    names = ", ".join(map(str, needed))
    if is_switched_off():
        reason = Text("it needs {what} of {names}, and plug-ins are left out", what=what, names=names)
        return reason, Text("Unset {switch}, then do it again.", switch=SWITCH)
    for one in broken:
        if one.package.name in {package.name for package in needed}:
            return one.text, one.remedy
    reason = Text("it needs {what} of {names}, which is not installed", what=what, names=names)
    pins = " ".join(map(_pin, needed))
    if has_own_python():
        return reason, Text(
            "The installed program has a Python of its own, which takes no packages: install audioclf-gui for"
            " another Python, as its README says, with {packages} if you trust its authors.",
            packages=pins,
        )
    return reason, Text("If you trust its authors, run: pip install {packages}", packages=pins)


def _pin(package: Package) -> str:
    return f"{package.name}=={package.version}"
