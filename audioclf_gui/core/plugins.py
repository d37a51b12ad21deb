"""What installed packages of others add to the program, found where it is first asked for.

A package names each thing that it adds in an entry point of one of the groups in `PlugInKind`. The entry
point's name is the key under which the program and its files know the thing, and it leads to a `PlugIn`.
Nothing else is ever loaded: no project and no model brings code, and packages in the current folder do not
count.
"""

import os
import sys
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from typing import Generic, TypeVar

from typing_extensions import override

from audioclf_gui.core.registry import NAMESPACE, PlugInKind
from audioclf_gui.core.text import Text

API = 1
"""The interface that plug-ins are written for; it counts up whenever older ones have to be changed."""

SWITCH = "AUDIOCLF_PLUGINS"
"""The environment variable that leaves all plug-ins out where it is `off`."""

_LONGEST_REASON = 300  # characters of what went wrong inside a plug-in
_CORRECT = Text("Ask its author for a corrected version, or uninstall it.")

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class PlugIn(Generic[_Thing]):
    """One thing that a package adds, and the interface that it was written for."""

    adds: _Thing
    api: int  # `API` of the program that its author had


@dataclass(frozen=True, slots=True, order=True)
class Package:
    """A package as pip knows it."""

    name: str
    version: str

    @override
    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class BrokenPlugIn:
    """Something that a package was to add and that is left out."""

    package: Package
    what: Text
    reason: Text
    remedy: Text

    @property
    def text(self) -> Text:
        """What is left out, and why."""
        return Text(
            "the plug-in {package} is left out, which adds {what}: {reason}",
            package=str(self.package),
            what=self.what,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True, eq=False)
class AddedThing:
    """Something that a package adds."""

    key: str
    thing: object
    package: Package


@dataclass(frozen=True, slots=True)
class _Offer:
    """An entry point that has not been followed yet."""

    package: Package
    point: metadata.EntryPoint


@dataclass(frozen=True, slots=True)
class _Site:
    """What is installed."""

    offers: Mapping[str, tuple[_Offer, ...]]  # by the groups of their entry points
    unread: tuple[BrokenPlugIn, ...]  # packages whose entry points cannot be read


class _UnusableError(Exception):
    def __init__(self, reason: Text, remedy: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.remedy = remedy


def is_switched_off() -> bool:
    """Whether somebody who looks for a fault wants to do without plug-ins."""
    return os.environ.get(SWITCH, "").casefold() == "off"


def loaded_for(
    kind: PlugInKind, own: Container[str], fault: Callable[[object, str], Text | None]
) -> Iterator[AddedThing | BrokenPlugIn]:
    """All that plug-ins add of a kind, loaded one by one.

    Parameters
    ----------
    own
        The keys that the program itself has taken.
    fault
        What is wrong with a thing under a key; None: nothing.
    """
    origins: dict[str, Package] = {}
    for offer in _installed().offers.get(kind.value, ()):
        key = offer.point.name
        try:
            _check_free(key, own, origins)
            thing = _checked(_loaded(offer), key, fault)
        except _UnusableError as error:
            what = Text("the {kind} “{key}”", kind=kind.title, key=key)
            yield BrokenPlugIn(offer.package, what, error.reason, error.remedy)
        else:
            origins[key] = offer.package
            yield AddedThing(key, thing, offer.package)


def of_unknown_kinds() -> Iterator[BrokenPlugIn]:
    """What is to be added where nothing can be, and packages that do not say what they add."""
    known = {kind.value for kind in PlugInKind}
    yield from _installed().unread
    for group, offers in _installed().offers.items():
        if group not in known:
            for one in offers:
                yield BrokenPlugIn(
                    one.package,
                    Text("“{key}” to {group}", key=one.point.name, group=group),
                    Text("nothing can be added there"),
                    Text("Run: pip install --upgrade audioclf-gui"),
                )


def _checked(thing: object, key: str, fault: Callable[[object, str], Text | None]) -> object:
    try:
        wrong = fault(thing, key)
    except (Exception, SystemExit) as error:  # a stranger's object may raise wherever it is looked at
        raise _UnusableError(_what_was_raised(error), _CORRECT) from error
    if wrong is not None:
        raise _UnusableError(wrong, _CORRECT)
    return thing


def _what_was_raised(error: BaseException) -> Text:
    return Text.plain(f"{type(error).__name__}: {error}".partition("\n")[0][:_LONGEST_REASON])


def _check_free(key: str, own: Container[str], origins: Mapping[str, Package]) -> None:
    if key in own:
        reason = Text("the program itself has one of that name")
    elif key in origins:
        reason = Text("{other} adds one of that name, too", other=str(origins[key]))
    else:
        return
    raise _UnusableError(reason, Text("Ask its author for another name, or uninstall one of both."))


def _loaded(offer: _Offer) -> object:
    """What an entry point leads to, if it is for this version of the interface."""
    try:
        value = offer.point.load()
    except (Exception, SystemExit) as error:  # whatever a stranger's code raises
        raise _UnusableError(_what_was_raised(error), _update(offer.package)) from error
    if not isinstance(value, PlugIn) or type(value.api) is not int:
        raise _UnusableError(Text("{value} is no PlugIn", value=offer.point.value), _CORRECT)
    if value.api > API:
        raise _UnusableError(
            Text(
                "it needs a newer audioclf-gui (its interface is {its:d}, here {ours:d})",
                its=value.api,
                ours=API,
            ),
            Text("Run: pip install --upgrade audioclf-gui"),
        )
    if value.api < API:
        raise _UnusableError(
            Text(
                "it is for an older audioclf-gui (its interface is {its:d}, here {ours:d})",
                its=value.api,
                ours=API,
            ),
            _update(offer.package),
        )
    return value.adds


def _update(package: Package) -> Text:
    return Text(
        "Run: pip install --upgrade {name}, or uninstall it; {switch}=off leaves out all plug-ins.",
        name=package.name,
        switch=SWITCH,
    )


def _installed() -> _Site:
    """What all plug-ins offer."""
    here = os.path.realpath(os.curdir)  # `python -m` puts it on the path, and it may be a stranger's project
    path = tuple(one for one in sys.path if one and os.path.realpath(one) != here)
    return _Site({}, ()) if is_switched_off() else _installed_on(path)


@lru_cache(maxsize=4)
def _installed_on(path: tuple[str, ...]) -> _Site:
    seen: set[str] = set()
    groups: dict[str, list[_Offer]] = {}
    unread = []
    for one in metadata.distributions(path=list(path)):
        try:
            offers = _offers_of(one)
        except Exception as error:  # noqa: BLE001 - pip leaves such files behind when it is cut off
            what, reason = Text.plain("entry_points.txt"), _what_was_raised(error)
            package = Package(*(fact or "?" for fact in _name_and_version(one)))
            unread.append(BrokenPlugIn(package, what, reason, _update(package)))
            continue
        if offers and offers[0].package.name not in seen:  # the first on the path is the one that is imported
            seen.add(offers[0].package.name)
            for offer in offers:
                groups.setdefault(offer.point.group, []).append(offer)
    offered = {group: tuple(sorted(found, key=lambda one: one.package)) for group, found in groups.items()}
    return _Site(offered, tuple(unread))


def _offers_of(distribution: metadata.Distribution) -> list[_Offer]:
    if f"[{NAMESPACE}" not in (distribution.read_text("entry_points.txt") or ""):
        return []
    name, version = _name_and_version(distribution)
    if not name or not version:
        raise ValueError("METADATA says no name or no version")
    package = Package(name, version)
    return [_Offer(package, one) for one in distribution.entry_points if one.group.startswith(NAMESPACE)]


def _name_and_version(distribution: metadata.Distribution) -> tuple[str, str]:
    """Empty where a package does not tell; the backport `importlib_metadata`, once imported, raises then."""
    try:
        facts = distribution.metadata
    except FileNotFoundError:
        return "", ""
    return facts["Name"] or "", facts["Version"] or ""
