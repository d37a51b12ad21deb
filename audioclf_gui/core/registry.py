"""Everything of one kind by its key: what the program has itself, and what plug-ins add."""

import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, TypeVar, cast

from typing_extensions import override

from audioclf_gui.core.text import Text, joined

if TYPE_CHECKING:  # most commands need the program's own things only, and start without the rest
    from audioclf_gui.core.plugins import BrokenPlugIn, Package

NAMESPACE = "audioclf_gui."
"""How the groups of entry points begin by which packages add something."""

_Thing = TypeVar("_Thing")


class PlugInKind(Enum):
    """What can be added; the values are the groups of entry points."""

    LABEL_FORMAT = f"{NAMESPACE}label_formats"
    FRONT_END = f"{NAMESPACE}front_ends"
    ARCHITECTURE = f"{NAMESPACE}architectures"
    ESTIMATOR = f"{NAMESPACE}estimators"
    PRESET = f"{NAMESPACE}presets"
    EXPORTER = f"{NAMESPACE}exporters"

    @property
    def title(self) -> Text:
        """What people call such a thing."""
        return _TITLES[self]


_TITLES = {
    PlugInKind.LABEL_FORMAT: Text("label format"),
    PlugInKind.FRONT_END: Text("front end"),
    PlugInKind.ARCHITECTURE: Text("architecture"),
    PlugInKind.ESTIMATOR: Text("way to learn"),
    PlugInKind.PRESET: Text("preset"),
    PlugInKind.EXPORTER: Text("exporter"),
}

_REGISTRIES: "list[weakref.ref[Registry[object]]]" = []


class Registry(Mapping[str, _Thing]):
    """The program's own things come first, then what plug-ins add.

    Plug-ins are looked for when something is asked that the program's own cannot answer, so that nobody
    else waits for them. No module may ask for such a thing while it is imported.

    Parameters
    ----------
    fault
        What is wrong with a thing that a plug-in adds under a key; None: nothing.
    """

    def __init__(self, kind: PlugInKind, fault: Callable[[object, str], Text | None]) -> None:
        self.kind = kind
        self.broken: list[BrokenPlugIn] = []
        self._fault = fault
        self._own: dict[str, _Thing] = {}
        self._added: dict[str, _Thing] | None = None  # None: nobody has asked yet
        self._origins: dict[str, Package] = {}
        self._lock = threading.RLock()  # a plug-in may ask the very registry that loads it
        _REGISTRIES.append(weakref.ref(cast("Registry[object]", self)))

    def add(self, key: str, thing: _Thing) -> None:
        """Make one of the program's own known; ValueError if there is one of that key."""
        if key in self._own:
            raise ValueError(f"there are two of the kind {self.kind.title} called {key!r}")
        self._own[key] = thing

    @property
    def is_asked(self) -> bool:
        """Whether plug-ins have been looked for."""
        return self._added is not None

    @property
    def own(self) -> tuple[str, ...]:
        """The keys of the program's own, for which no plug-in is looked for."""
        return tuple(self._own)

    def origin(self, key: str) -> "Package | None":
        """The package that adds this; None if the program has it itself, or nobody."""
        return None if key in self._own else self.origins.get(key)

    @property
    def origins(self) -> "Mapping[str, Package]":
        """What plug-ins add, and which."""
        self._plugged()
        return self._origins

    @override
    def __getitem__(self, key: str) -> _Thing:
        return self._own[key] if key in self._own else self._plugged()[key]

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._own or key in self._plugged()

    @override
    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from tuple(self._plugged())

    @override
    def __len__(self) -> int:
        return len(self._own) + len(self._plugged())

    def _plugged(self) -> Mapping[str, _Thing]:
        with self._lock:
            if self._added is None:
                self._added = {}
                self._load(self._added)
            return self._added

    def _load(self, added: dict[str, _Thing]) -> None:
        from audioclf_gui.core.plugins import BrokenPlugIn, loaded_for

        for one in loaded_for(self.kind, self._own, self._fault):
            if isinstance(one, BrokenPlugIn):
                self.broken.append(one)
            else:
                added[one.key] = cast(_Thing, one.thing)
                self._origins[one.key] = one.package


def ask_for_all() -> "Mapping[Package, tuple[Text, ...]]":
    """Load every plug-in for the registries that have been imported; what each package adds."""
    found: dict[Package, list[Text]] = {}
    for registry in _registries():
        for key, package in registry.origins.items():
            found.setdefault(package, []).append(Text("{kind} “{key}”", kind=registry.kind.title, key=key))
    return {package: tuple(found[package]) for package in sorted(found)}


def broken_plugins() -> "tuple[BrokenPlugIn, ...]":
    """What had to be left out of all that was asked for until now."""
    asked = [one for one in _registries() if one.is_asked]
    if not asked:
        return ()
    from audioclf_gui.core.plugins import of_unknown_kinds

    return (*of_unknown_kinds(), *(broken for one in asked for broken in one.broken))


def lacks(thing: object, *names: str) -> Text | None:
    """What to say of a thing that has to be an object with these attributes; None if it is one."""
    if isinstance(thing, type):
        return Text("it is a class, and an object of that class is needed")
    missing = [name for name in names if not hasattr(thing, name)]
    return Text("it has no {names}", names=joined(missing)) if missing else None


def named(called: object, key: str) -> Text | None:
    """What to say of a thing that does not call itself by the key under which it is added."""
    if called == key:
        return None
    return Text("it calls itself {called}", called=repr(called))


def _registries() -> "list[Registry[object]]":
    return [registry for one in _REGISTRIES if (registry := one()) is not None]
