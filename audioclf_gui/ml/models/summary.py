"""A linear model on statistics of a picture: what can be told of a sound without looking at its shapes."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.front_ends.mfcc import cosine_transform
from audioclf_gui.ml.front_ends.statistics import Spectra, numbers_of, statistics_of

_STATISTICS = (
    "mfcc-mean",
    "mfcc-sd",
    "mfcc-max",
    "mfcc-delta-mean",
    "mfcc-delta-sd",
    "band-mean",
    "band-sd",
    "band-max",
    "band-delta-sd",
)
_COEFFICIENTS = 20


class SummaryHead(nn.Module):
    """Logits (batch, outputs) of standardised pictures (batch, bands, columns).

    Nothing of it is learnt by gradient descent in steps: see `estimators.summary`.

    Parameters
    ----------
    shape
        Bands and columns of the usual picture; the number of columns is free.
    """

    cosines: Tensor
    mean: Tensor
    deviation: Tensor
    weight: Tensor
    bias: Tensor

    def __init__(self, outputs: int, shape: tuple[int, ...]) -> None:
        super().__init__()
        bands, columns = shape
        coefficients = min(_COEFFICIENTS, bands)
        size = numbers_of(_STATISTICS, bands, coefficients, columns)
        self.register_buffer("cosines", cosine_transform(bands, coefficients).float(), persistent=False)
        self.register_buffer("mean", torch.zeros(size))
        self.register_buffer("deviation", torch.ones(size))
        self.register_buffer("weight", torch.zeros(size, outputs))
        self.register_buffer("bias", torch.zeros(outputs))

    def forward(self, pictures: Tensor) -> Tensor:
        """What it says of each picture."""
        logits: Tensor = (self.numbers(pictures) - self.mean) / self.deviation @ self.weight + self.bias
        return logits

    def numbers(self, pictures: Tensor) -> Tensor:
        """The statistics of each picture, (batch, n), not yet standardised."""
        return statistics_of(_STATISTICS, Spectra(pictures, self.cosines @ pictures))
