"""Convolutions that were learnt elsewhere, from a safetensors file that the user brings."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from torch import Tensor

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import natural
from audioclf_gui.core.text import Text

_COLOURS = 3
_WEIGHT, _BIAS = "weight", "bias"
_REMEDY = Text("Give the safetensors file of a network with 16 weight layers of the kind called VGG-16.")


def backbone_widths(file: Path, layers: int) -> tuple[int, ...]:
    """How many maps each of the 3 x 3 convolutions makes, in their order; fails as `read_backbone`."""
    with _opened(file) as opened:
        return tuple(opened.get_slice(name).get_shape()[0] for name in _kernels(opened, file, layers))


def read_backbone(file: Path, layers: int) -> list[tuple[Tensor, Tensor]]:
    """The 3 x 3 convolutions of a file: kernels (maps, maps before, 3, 3) and bias (maps,), float32.

    Their order is that of their names, numbers in them counted as numbers. What else is in the file, such as
    the layers that name the objects in photographs, is not read.

    Raises
    ------
    UserError
        If the file cannot be read, or has not just so many convolutions that fit behind each other, the
        first of them over three colours.
    """
    with _opened(file) as opened:
        return [
            (opened.get_tensor(name).float(), opened.get_tensor(_bias_of(name)).float())
            for name in _kernels(opened, file, layers)
        ]


def _kernels(opened: Any, file: Path, layers: int) -> list[str]:
    names = set(opened.keys())
    shapes = {name: tuple(opened.get_slice(name).get_shape()) for name in names if name.endswith(_WEIGHT)}
    found = sorted((name for name, shape in shapes.items() if shape[2:] == (3, 3)), key=natural)
    if len(found) != layers:
        raise _bad_file(
            file,
            Text(
                "it has {n} convolution of 3 x 3, not {layers}",
                "it has {n} convolutions of 3 x 3, not {layers}",
                n=len(found),
                layers=layers,
            ),
        )
    before = _COLOURS
    for name in found:
        width, hears = shapes[name][:2]
        bias = _bias_of(name)
        if bias not in names or tuple(opened.get_slice(bias).get_shape()) != (width,):
            raise _bad_file(file, Text("{name} has no bias", name=name))
        if hears != before:
            raise _bad_file(
                file, Text("{name} hears {found} maps, not {wanted}", name=name, found=hears, wanted=before)
            )
        before = width
    return found


def _bias_of(kernels: str) -> str:
    return kernels.removesuffix(_WEIGHT) + _BIAS


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    try:
        with safe_open(file, "pt") as opened:
            yield opened
    except OSError as error:
        raise _bad_file(file, Text.plain(error.strerror or str(error))) from error
    except SafetensorError as error:
        raise _bad_file(file, Text("it is no whole safetensors file ({error})", error=str(error))) from error


def _bad_file(file: Path, reason: Text) -> UserError:
    return UserError(
        Text("the weights in {file} cannot be used: {reason}", file=file, reason=reason), remedy=_REMEDY
    )
