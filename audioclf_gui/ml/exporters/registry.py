"""Which targets there are, and what each of them can do; known before torch is."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import PlugInKind, Registry, lacks, named
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.windows import Samples

if TYPE_CHECKING:
    from audioclf_gui.ml.bundle import Bundle


class Exporter(Protocol):
    """A kind of file that other programs run: from samples to scores, nothing of it left outside.

    Attributes
    ----------
    key : str
        Its name on the command line.
    title : Text
        What the window calls it.
    suffix : str
        How its files' names end.
    """

    key: ClassVar[str]
    title: ClassVar[Text]
    suffix: ClassVar[str]

    def check_installed(self) -> None:
        """UserError with the command to run, if a package is missing that this target needs."""

    def written(self, bundle: "Bundle") -> bytes:
        """The model as a file: float32 (batch, window_frames) in [-1, 1] to float32 (batch, outputs).

        Raises
        ------
        UserError
            If such a file cannot hold this kind of model.
        """

    def compressed(self, content: bytes) -> bytes:
        """The same with weights of eight bits; what is computed with them stays float32.

        Raises
        ------
        UserError
            If there is nothing in it that eight bits make smaller.
        """

    def opened(self, content: bytes, bundle: "Bundle | None" = None) -> Callable[[Samples], Samples]:
        """The file as others run it: what answers windows (n, window_frames) with scores (n, outputs).

        Where the frozen network that a model hears through is not in the file, that of `bundle` is asked.
        """

    def stamped(self, content: bytes, facts: Mapping[str, object]) -> bytes:
        """The same file, which now says these facts of itself, each as JSON, and the hash of the whole."""

    def told(self, file: Path) -> Mapping[str, object]:
        """What a file that was `stamped` says of itself.

        Raises
        ------
        UserError
            If it cannot be read, is another file, or was changed since.
        """


def _fault(thing: object, key: str) -> Text | None:
    """What is wrong with an exporter of a plug-in."""
    fault = lacks(
        thing,
        "key",
        "title",
        "suffix",
        "check_installed",
        "written",
        "compressed",
        "opened",
        "stamped",
        "told",
    )
    if fault is not None:
        return fault
    known = cast(Exporter, thing)
    if type(known.title) is not Text or not str(known.suffix).startswith("."):
        return Text("its title is no Text, or its suffix does not begin with a dot")
    return named(known.key, key)


EXPORTERS: Registry[Exporter] = Registry(PlugInKind.EXPORTER, _fault)

_Kind = TypeVar("_Kind", bound=type[Exporter])


def exporter(key: str) -> Callable[[_Kind], _Kind]:
    """Make a target known under its name; the class itself comes back."""

    def register(cls: _Kind) -> _Kind:
        cls.key = key
        EXPORTERS.add(key, cls())
        return cls

    return register


def exported_as(file: Path) -> Exporter | None:
    """The target whose files are called like this one; None if there is none."""
    kinds = (one for one in EXPORTERS.values() if file.suffix.casefold() == one.suffix)
    return next(kinds, None) if file.is_file() else None


def exporter_called(key: str) -> Exporter:
    """The target of this name; UserError when there is none."""
    if key not in EXPORTERS:
        raise UserError(
            Text("a model cannot be exported as {key!r}", key=key),
            remedy=Text("Use one of: {names}.", names=joined(sorted(EXPORTERS))),
        )
    return EXPORTERS[key]
