"""What a model file says about itself, and what follows from it for a listener."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.listeners.listener import AS_LICENSED

if TYPE_CHECKING:  # torch comes with the first spectrogram
    from audioclf_gui.ml.features import MelSettings

LONGEST_WINDOW_S = 60.0

_RATE_KEYS = ("rate_hz", "sample_rate", "sampling_rate")
_LICENCE_KEYS = ("licence", "license")
_SLOWEST_HZ, _FASTEST_HZ = 1000, 1_000_000


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or output of a network; lengths that the file leaves open are None."""

    name: str
    shape: tuple[int | None, ...]
    kind: str  # as numpy calls it


@dataclass(frozen=True, slots=True)
class Signature:
    """What goes in and what comes out, and what else is written in the file."""

    inputs: tuple[Tensor, ...]
    outputs: tuple[Tensor, ...]
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about a model file; nothing is asked that the file says itself.

    Attributes
    ----------
    rate_hz, window_s, hop_s
        None: as the file says; a hop is half a window by default.
    output : str
        Name of the output that is the embedding; empty: the only one, or the one that is called so.
    mel : MelSettings or None
        How the spectrogram is made that the network wants instead of samples.
    """

    rate_hz: int | None = None
    window_s: float | None = None
    hop_s: float | None = None
    output: str = ""
    mel: "MelSettings | None" = None


NOTHING_SAID = Answers()


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a network is fed: one window of sound becomes an array of this shape.

    Attributes
    ----------
    shape : tuple of int
        Of the array, with 1 for the batch.
    mel : MelSettings or None
        None: the samples go in as they are.
    mels_last : bool
        Whether the bands are the last axis of a spectrogram that counts, not the one before.
    """

    rate_hz: int
    window_frames: int
    shape: tuple[int, ...]
    mel: "MelSettings | None" = None
    mels_last: bool = False


def hearing(path: Path, signature: Signature, answers: Answers) -> tuple[Hearing, tuple[Text, ...]]:
    """How to feed a network, and what was guessed about it.

    Inputs of shape (samples,), (n, samples) or (n, 1, samples) are sound; all other ones of two axes that
    count are log-mel spectrograms.

    Raises
    ------
    UserError
        If it takes something else, or if the file leaves open what nobody has answered.
    """
    if len(signature.inputs) != 1:
        raise unfit(path, Text("it has {n} input", "it has {n} inputs", n=len(signature.inputs)))
    taken = signature.inputs[0]
    if taken.kind != "float32":
        raise unfit(path, Text("its input is of the kind {kind}, not float32", kind=taken.kind))
    shape = taken.shape
    if len(shape) > 1 and shape[0] not in (None, 1):
        raise unfit(path, Text("it takes exactly {count} sounds at once", count=shape[0] or 0))
    if len(shape) in (1, 2) or (len(shape) == 3 and shape[1] == 1):
        return _waveform(path, signature, answers), ()
    counting = [axis for axis in range(1, len(shape)) if shape[axis] != 1]
    if len(shape) not in (3, 4) or len(counting) != 2:
        raise unfit(path, Text("its input has the shape {shape}", shape=shown(shape)))
    return _log_mel(path, signature, answers, (counting[0], counting[1]))


def licence(signature: Signature) -> tuple[Text, Text]:
    """Under which licence the file says to be, and whether it may be passed on."""
    found = [signature.metadata[key] for key in _LICENCE_KEYS if signature.metadata.get(key)]
    if found:
        return Text.plain(found[0][:200]), AS_LICENSED
    return Text("not stated in the file"), Text("Ask its owner before you pass it on.")


def chosen_output(path: Path, signature: Signature, answers: Answers) -> tuple[str, tuple[Text, ...]]:
    """The name of the output that is the embedding, and what was guessed about it."""
    names = [output.name for output in signature.outputs]
    if answers.output in names:
        return answers.output, ()
    if not answers.output and len(names) == 1:
        return names[0], ()
    likely = [name for name in names if "embed" in name.lower()]
    if not answers.output and len(likely) == 1:
        note = Text("Of the {n} outputs, {name} is taken to be the embedding.", n=len(names), name=likely[0])
        return likely[0], (note,)
    message = (
        Text("{file} has no output called {name!r}", file=path.name, name=answers.output)
        if answers.output
        else Text("{file} has several outputs, and none is called embedding", file=path.name)
    )
    remedy = Text("Set {setting} to one of: {names}.", setting="listener_output", names=joined(names))
    raise UserError(message, remedy=remedy)


def unfit(path: Path, reason: Text) -> UserError:
    """That a network cannot be used, whatever is answered."""
    return UserError(
        Text("{name} cannot be used as a listener: {reason}", name=path.name, reason=reason),
        remedy=Text("It has to take one sound, or one log-mel spectrogram, as float32 in a batch of 1."),
    )


def shown(shape: tuple[int | None, ...]) -> str:
    """A shape in words, for example 1 × 64 × ?."""
    return " × ".join("?" if length is None else str(length) for length in shape)


def _waveform(path: Path, signature: Signature, answers: Answers) -> Hearing:
    shape = signature.inputs[0].shape
    rate_hz = _rate(path, signature, answers)
    frames = shape[-1] if shape[-1] is not None else round(_window_s(path, answers) * rate_hz)
    _check_window(path, frames, rate_hz)
    return Hearing(rate_hz, frames, (*(1 for _ in shape[:-1]), frames))


def _log_mel(
    path: Path, signature: Signature, answers: Answers, axes: tuple[int, int]
) -> tuple[Hearing, tuple[Text, ...]]:
    shape = signature.inputs[0].shape
    mel = answers.mel or _stated_mel(path, signature)
    if mel is None:
        raise UserError(
            Text(
                "{file} takes a spectrogram ({shape}) and does not say which",
                file=path.name,
                shape=shown(shape),
            ),
            remedy=Text("Set {setting}: rate, window, hop, bands and frequencies.", setting="listener_mel"),
        )
    fitting = [axis for axis in axes if shape[axis] in (mel.mels, None)]
    exact = [axis for axis in axes if shape[axis] == mel.mels]
    if not fitting:
        raise unfit(path, Text("its input is {shape}, without {n} bands", shape=shown(shape), n=mel.mels))
    bands = (exact or fitting)[0]
    notes = (
        (Text("Of its input {shape}, the first is taken to be the bands.", shape=shown(shape)),)
        if len(exact or fitting) == 2
        else ()
    )
    (time,) = (axis for axis in axes if axis != bands)
    columns = shape[time]
    frames = (
        round(_window_s(path, answers) * mel.rate_hz) if columns is None else (columns - 1) * mel.hop_frames
    )
    _check_window(path, frames, mel.rate_hz)
    if columns is not None and mel.columns(frames) != columns:
        raise unfit(path, Text("{n} columns are shorter than one window of the spectrogram", n=columns))
    sizes = [1] * len(shape)
    sizes[bands], sizes[time] = mel.mels, mel.columns(frames)
    return Hearing(mel.rate_hz, frames, tuple(sizes), mel, bands > time), notes


def _stated_mel(path: Path, signature: Signature) -> "MelSettings | None":
    from audioclf_gui.ml.features import MelSettings

    stated = signature.metadata.get("mel")
    if not stated:
        return None
    try:
        return MelSettings.from_dict({"precision": "float64", **json_value(stated)})
    except (ValueError, TypeError, AttributeError, RecursionError) as problem:
        raise unfit(
            path, Text("what it says about its spectrogram is wrong: {why}", why=str(problem))
        ) from None


def _rate(path: Path, signature: Signature, answers: Answers) -> int:
    rate_hz = answers.rate_hz
    for key in _RATE_KEYS:
        if rate_hz is None and key in signature.metadata:
            rate_hz = _whole(signature.metadata[key])
    if rate_hz is None:
        raise UserError(
            Text("{file} does not say at which sampling rate it listens", file=path.name),
            remedy=Text("Set {setting} to the rate in Hz.", setting="listener_rate_hz"),
        )
    if not _SLOWEST_HZ <= rate_hz <= _FASTEST_HZ:
        raise UserError(
            Text("{file} cannot listen at {rate_hz} Hz", file=path.name, rate_hz=rate_hz),
            remedy=Text("Set {setting} to the rate in Hz.", setting="listener_rate_hz"),
        )
    return rate_hz


def _whole(text: str) -> int | None:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def _window_s(path: Path, answers: Answers) -> float:
    if answers.window_s is None:
        raise UserError(
            Text("{file} takes sounds of any length and does not say which it likes", file=path.name),
            remedy=Text("Set {setting} to a length in seconds.", setting="listener_window_s"),
        )
    return answers.window_s


def _check_window(path: Path, frames: int, rate_hz: int) -> None:
    if not 1 <= frames <= LONGEST_WINDOW_S * rate_hz:
        raise unfit(path, Text("its window is {length_s:.3f} s long", length_s=frames / rate_hz))
