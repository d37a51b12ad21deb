"""How many clips a step learns from."""

import math

import torch

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import memory_bytes
from audioclf_gui.ml.pipeline.policy import MOST_STEPS, USUAL_EPOCHS
from audioclf_gui.ml.settings import TrainSettings

_BYTES_PER_VALUE = 400  # of a window's features, for what a network keeps of it until its gradient is there


def batch_size(
    settings: TrainSettings, examples: int, shape: tuple[int, ...], device: torch.device
) -> tuple[int, Text | None]:
    """The setting; on a GPU more where there are many clips, and then what the user should know about it.

    The steps for thousands of clips are bounded, so that each clip comes less often than in small sets. On a
    GPU a step of 64 takes 1.3 times as long as one of 32, one of 128 twice and one of 256 four times as long
    (H200). Batches grow only while as many steps are left as that bound: then each clip comes more often, up
    to the usual number of epochs, and no step is lost. Where the epochs are given they do not grow.

    Parameters
    ----------
    shape
        Of a window's features.
    """
    usual = size = settings.batch_size
    if device.type != "cuda" or settings.epochs is not None:
        return usual, None
    fitting = memory_bytes(device) // (2 * _BYTES_PER_VALUE * math.prod(shape))
    most = min(settings.gpu_batch_size, fitting)
    while 2 * size <= most and USUAL_EPOCHS * examples >= 2 * size * MOST_STEPS:
        size *= 2
    if size == usual:
        return usual, None
    return size, Text(
        "Each step learns from {size:d} clips instead of {usual:d}, as there are {n:d} and a GPU computes.",
        size=size,
        usual=usual,
        n=examples,
    )
