"""From sound to what a model hears, one rule for training, files, live sound and export."""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Self, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import PlugInKind, Registry, named
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml import windows
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.settings import TrainSettings

_MOST_FEATURES = 2**27


class BadFrontEndError(ValueError):
    """A description that no front end has; `reason` is for the user, and `remedy` if there is one."""

    def __init__(self, reason: Text, remedy: Text | None = None) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(str(reason))


@dataclass(frozen=True)
class FrontEnd(ABC):
    """What a window of sound becomes before a model; a value, stored with every model.

    Attributes
    ----------
    window_s : float
        How much sound the model hears at once.
    pad : one of `windows.PAD_RULES`
        What follows a sound that is shorter.
    """

    kind: ClassVar[str]
    stored_as: ClassVar[torch.dtype] = torch.float32  # in the cache
    least_deviation: ClassVar[float] = 1e-6  # of a feature that hardly changes, so that it cannot shout
    standardises: ClassVar[bool] = True  # whether models hear its features less their mean, in deviations
    windows_at_once: ClassVar[int] = 32  # that memory suffices for
    is_slow: ClassVar[bool] = False  # it is asked for no more than has to be, since that takes its time

    window_s: float
    pad: str

    @property
    @abstractmethod
    def rate_hz(self) -> int:
        """Sample rate of what it hears."""

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """Of one window's features; they are standardised along the first axis."""

    @abstractmethod
    def to_json(self) -> dict[str, object]:
        """Every parameter that changes a value, but window and padding, as JSON holds it."""

    @classmethod
    @abstractmethod
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        """What `to_json` wrote, from whomever it comes; a ValueError if that is no such front end."""

    @classmethod
    @abstractmethod
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        """The one that suits these examples."""

    @abstractmethod
    def module(self) -> nn.Module:
        """Sound, float32 (batch, window_frames) in [-1, 1], to features, float32 (batch, *shape)."""

    @property
    def window_frames(self) -> int:
        """Samples in a window."""
        return round(self.window_s * self.rate_hz)

    @property
    def sizes(self) -> Mapping[str, object]:
        """Of parts that its features consist of, for the options of models that hear each by itself."""
        return {}

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the user should know about it before it hears anything."""
        return ()

    @property
    def learnt(self) -> frozenset[str]:
        """Content hashes of the sound files that a part of it was fitted to, as far as they are known."""
        return frozenset()

    @property
    def credits(self) -> Mapping[str, str]:
        """Of what is somebody's work: its name, licence and source, as a bundle's record keeps them."""
        return {}

    def check_size(self) -> None:
        """BadFrontEndError if it would take absurd memory, as a description by a stranger may ask for."""
        if math.prod(self.shape) > _MOST_FEATURES:
            raise BadFrontEndError(Text("the features of a window are absurdly large"))

    def identity(self) -> list[object]:
        """Everything that changes a value, as JSON holds it: features of equal identity are equal."""
        origin = FRONT_ENDS.origin(self.kind)  # a plug-in's next version may hear otherwise
        version = [] if origin is None else [str(origin)]
        return [self.kind, self.to_json(), self.window_s, self.pad, *version]

    def cut(self, samples: windows.Samples) -> list[windows.Samples]:
        """All windows of a sound (frames,), half a window apart, lengthened where they are too short."""
        frames = self.window_frames
        return [
            windows.fit(samples[start : start + frames], frames, self.pad)
            for start in windows.starts(len(samples), frames, max(1, frames // 2))
        ]

    def windows(self, samples: npt.NDArray[np.float32]) -> Tensor:
        """The features of all windows of a sound, half a window apart: (windows, *shape)."""
        return self._through(self, samples)

    @property
    def kept_apart(self) -> "FrontEnd | None":
        """A part of it whose features are stored by themselves, since other models hear that part alone."""
        return None

    def windows_beside(self, _apart: Tensor, samples: npt.NDArray[np.float32]) -> Tensor:
        """As `windows`, from the features of the part that is `kept_apart`, (windows, *its shape)."""
        return self.windows(samples)

    def _through(self, part: "FrontEnd", samples: npt.NDArray[np.float32]) -> Tensor:
        """What a part of it makes of all its windows of a sound."""
        cuts = self.cut(samples)
        step = self.windows_at_once
        parts = [
            _module(part)(torch.from_numpy(np.stack(cuts[at : at + step]))).to(self.stored_as)
            for at in range(0, len(cuts), step)
        ]
        return torch.cat(parts)

    def augmented(self, features: Tensor, _settings: TrainSettings, _rng: torch.Generator, /) -> Tensor:
        """Another version of a training batch (batch, *shape) that means the same."""
        return features

    def masked(self, standardised: Tensor, _settings: TrainSettings, _rng: torch.Generator, /) -> Tensor:
        """A standardised training batch with parts of it blanked out: 0 is the mean of the training set."""
        return standardised


def _fault(thing: object, key: str) -> Text | None:
    """What is wrong with a front end of a plug-in."""
    if not (isinstance(thing, type) and issubclass(thing, FrontEnd)):
        return Text("it is no {wanted}", wanted="FrontEnd")
    if abstract := sorted(getattr(thing, "__abstractmethods__", ())):
        return Text("it has no {names}", names=joined(abstract))
    return named(getattr(thing, "kind", None), key)


FRONT_ENDS: Registry[type[FrontEnd]] = Registry(PlugInKind.FRONT_END, _fault)

_Kind = TypeVar("_Kind", bound=type[FrontEnd])


def front_end(kind: str) -> Callable[[_Kind], _Kind]:
    """Make a kind of front end known under its name; the class itself comes back."""

    def register(cls: _Kind) -> _Kind:
        cls.kind = kind
        FRONT_ENDS.add(kind, cls)
        return cls

    return register


def front_end_for(examples: Sequence[Example], settings: TrainSettings) -> FrontEnd:
    """The front end that the settings name, as it suits these examples; UserError if there is none."""
    if settings.front_end not in FRONT_ENDS:
        raise UserError(
            Text("there is no front end called {name!r}", name=settings.front_end),
            remedy=Text("Use one of: {names}.", names=joined(FRONT_ENDS)),
        )
    return FRONT_ENDS[settings.front_end].suited(examples, settings)


def front_end_to_json(ends: FrontEnd) -> dict[str, object]:
    """As a bundle holds it."""
    return {
        "kind": ends.kind,
        "window_s": ends.window_s,
        "pad": ends.pad,
        "parameters": ends.to_json(),
    }


def front_end_from_json(values: Mapping[str, object]) -> FrontEnd:
    """What `front_end_to_json` wrote; a ValueError for anything else."""
    kind, window_s, pad = values.get("kind"), values.get("window_s"), values.get("pad")
    parameters = values.get("parameters")
    if not isinstance(kind, str) or kind not in FRONT_ENDS:
        raise BadFrontEndError(Text("it asks for the front end {kind}, which is not known", kind=repr(kind)))
    if isinstance(window_s, bool) or not isinstance(window_s, int | float):
        raise BadFrontEndError(Text("the front end's window is not a number"))
    if not isinstance(parameters, dict):
        raise BadFrontEndError(Text("the front end has no parameters"))
    return FRONT_ENDS[kind].from_json(parameters, float(window_s), str(pad))


def usual_rate_hz(examples: Sequence[Example], wanted_hz: int) -> int:
    """The rate that suits the files: the wanted one unless more than a tenth of them have a lower one.

    Then it is the highest rate that nine tenths reach, so that neither a few telephone recordings spoil the
    rest nor bands stay empty in most.
    """
    rates = np.array([example.rate_hz for example in examples if example.rate_hz > 0] or [wanted_hz])
    return min(wanted_hz, int(np.quantile(rates, 0.1, method="lower")))


def usual_window_s(examples: Sequence[Example], settings: TrainSettings) -> float:
    """The window that the settings name, else `windows.usual_window_s`."""
    durations_s = [example.duration_s for example in examples]
    return settings.window_s or windows.usual_window_s(durations_s, settings.longest_window_s)


@lru_cache(maxsize=4)
def _module(ends: FrontEnd) -> nn.Module:
    return ends.module().eval()
