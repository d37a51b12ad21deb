"""Reference R0: four networks made for photographs, over spectrograms of 128 x 173 points.

The authors fixed the size of the pictures. Here the maps of any other size are averaged to the grid of the
size that the network was built for, so that pictures of any length are heard, and those of that size are
not changed at all. Pictures too small for the convolutions get zeros, the mean of the training set.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.ml.models.backbone_file import backbone_widths, read_backbone
from audioclf_gui.ml.models.registry import architecture

_VGG_WIDTHS = (64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512)
_VGG_POOLED_AFTER = (2, 4, 7, 10, 13)  # convolutions
_EPS, _MOMENTUM = 1e-3, 0.01  # of batch norm


class _PictureNetwork(nn.Module):
    """Convolutions, their maps on one grid, and dense layers over all of it."""

    least: ClassVar[int]  # points that the convolutions need along either axis
    head: nn.Module

    def __init__(self, maps: nn.Sequential, shape: Sequence[int], maps_of: Callable[[int], int]) -> None:
        super().__init__()
        self.maps = maps
        rows, columns = (maps_of(max(size, self.least)) for size in shape)
        self.grid = nn.AdaptiveAvgPool2d((rows, columns))
        self.points = rows * columns

    def forward(self, pictures: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised pictures (batch, mels, columns)."""
        rows, columns = (max(0, self.least - size) for size in pictures.shape[1:])
        maps = self._heard(nn.functional.pad(pictures.unsqueeze(1), (0, columns, 0, rows)))
        logits: Tensor = self.head(self.grid(maps).flatten(1))
        return logits

    def _heard(self, pictures: Tensor) -> Tensor:
        found: Tensor = self.maps(pictures)
        return found


@architecture("r0a")
class R0Base(_PictureNetwork):
    """Variant A: three convolutions with pooling, then dense layers; 4 451 331 parameters at 3 classes."""

    least = 22

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        widths: Sequence[int] = (32, 64, 128),
        dropout: float = 0.2,
    ) -> None:
        maps = nn.Sequential()
        for width_in, width in zip((1, *widths), widths, strict=False):
            maps.extend(
                (nn.Conv2d(width_in, width, 3), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Dropout(dropout))
            )
        super().__init__(maps, shape, lambda size: (((size - 2) // 2 - 2) // 2 - 2) // 2)
        self.head = nn.Sequential(
            nn.Linear(widths[-1] * self.points, 128),
            nn.ReLU(inplace=True),
            nn.Dropout(dropout),
            nn.Linear(128, outputs),
        )
        self.apply(_glorot)


@architecture("r0c")
class R0WithoutDropout(R0Base):
    """Variant C: variant A without any dropout."""

    def __init__(self, outputs: int, shape: tuple[int, ...], widths: Sequence[int] = (32, 64, 128)) -> None:
        super().__init__(outputs, shape, widths, dropout=0.0)


@architecture("r0b")
class R0BatchNorm(_PictureNetwork):
    """Variant B: batch norm after everything; 7 348 252 weights and running statistics at 3 classes."""

    least = 36

    def __init__(
        self, outputs: int, shape: tuple[int, ...], widths: Sequence[int] = (16, 32, 128), dense: int = 256
    ) -> None:
        maps = nn.Sequential()
        for width_in, width in zip((1, *widths), widths, strict=False):
            maps.extend(
                (
                    *_normed(nn.Conv2d(width_in, width, 3, bias=False)),
                    nn.Dropout(0.1),
                    *_normed(nn.Conv2d(width, width, 3, bias=False)),
                    nn.MaxPool2d(2),
                )
            )
        super().__init__(maps, shape, lambda size: (((size - 4) // 2 - 4) // 2 - 4) // 2)
        self.head = nn.Sequential(
            nn.Dropout(0.3),
            *_dense(widths[-1] * self.points, dense),
            *_dense(dense, dense),
            nn.Linear(dense, outputs, bias=False),
            nn.BatchNorm1d(outputs, _EPS, _MOMENTUM),
        )
        self.apply(_glorot)


@architecture("r0d")
class R0Frozen(_PictureNetwork):
    """Variant D: thirteen frozen convolutions that have learnt from photographs, and three dense layers.

    The photographs' three colours are three times the same grey. Only the dense layers learn.
    """

    least = 32

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        widths: Sequence[int] = _VGG_WIDTHS,
        dense: int = 512,
        dropout: float = 0.1,
    ) -> None:
        maps = nn.Sequential()
        for number, (width_in, width) in enumerate(zip((3, *widths), widths, strict=False), start=1):
            maps.extend((nn.Conv2d(width_in, width, 3, padding=1), nn.ReLU(inplace=True)))
            if number in _VGG_POOLED_AFTER:
                maps.append(nn.MaxPool2d(2))
        super().__init__(maps.requires_grad_(False), shape, lambda size: size // 2**5)
        self.head = nn.Sequential()
        for inputs in (widths[-1] * self.points, dense, dense):
            layer = nn.Linear(inputs, dense)
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            self.head.extend((layer, nn.ReLU(inplace=True), nn.Dropout(dropout)))
        self.head.append(nn.Linear(dense, outputs))

    @classmethod
    def options_from(cls, weights: Path) -> Mapping[str, object]:
        """The options of a network that can `start_from` this file; a UserError if none can."""
        return {"widths": list(backbone_widths(weights, len(_VGG_WIDTHS)))}

    @torch.no_grad()
    def start_from(self, weights: Path) -> None:
        """Take the convolutions' weights from a file; a UserError if they are not in it."""
        layers = [layer for layer in self.maps if isinstance(layer, nn.Conv2d)]
        for layer, (kernels, bias) in zip(layers, read_backbone(weights, len(layers)), strict=True):
            layer.weight.copy_(kernels)
            assert layer.bias is not None
            layer.bias.copy_(bias)

    @override
    def _heard(self, pictures: Tensor) -> Tensor:
        with torch.no_grad():
            return super()._heard(pictures.expand(-1, 3, -1, -1))


def _normed(convolution: nn.Conv2d) -> tuple[nn.Module, ...]:
    return convolution, nn.BatchNorm2d(convolution.out_channels, _EPS, _MOMENTUM), nn.ReLU(inplace=True)


def _dense(inputs: int, outputs: int) -> tuple[nn.Module, ...]:
    return (
        nn.Linear(inputs, outputs, bias=False),
        nn.BatchNorm1d(outputs, _EPS, _MOMENTUM),
        nn.ReLU(inplace=True),
        nn.Dropout(0.2),
    )


def _glorot(layer: nn.Module) -> None:
    if isinstance(layer, nn.Conv2d | nn.Linear):
        nn.init.xavier_uniform_(layer.weight)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
