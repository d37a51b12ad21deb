"""What a model said of sounds that it had not learnt, kept with it so that decisions can be fitted again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class HeardScenes:
    """What a model said to the windows of made scenes, and of noise without a sound.

    Attributes
    ----------
    logits : float32, shape (n, outputs)
    wanted : bool, shape (n, outputs)
        Which classes sound in each window; none in a pause and in noise.
    partly : bool, shape (n, outputs)
        Which classes sound in it too shortly to be asked for: to answer them is neither right nor wrong.
    noise : float32, shape (m, outputs)
        Logits of noise that the model has not learnt.
    sounds : int
        How many different sounds there are in the scenes.
    """

    logits: Floats
    wanted: Bools
    partly: Bools
    noise: Floats
    sounds: int


def together(parts: Sequence[HeardScenes]) -> HeardScenes:
    """Scenes of several models; there is one at least."""
    return HeardScenes(
        np.concatenate([part.logits for part in parts]),
        np.concatenate([part.wanted for part in parts]),
        np.concatenate([part.partly for part in parts]),
        np.concatenate([part.noise for part in parts]),
        sum(part.sounds for part in parts),
    )


def scenes_to_tensors(heard: HeardScenes) -> dict[str, Tensor]:
    """As a model's folder holds them."""
    arrays = {name: getattr(heard, name) for name in ("logits", "wanted", "partly", "noise")}
    tensors = {name: torch.from_numpy(np.ascontiguousarray(array)) for name, array in arrays.items()}
    return {**tensors, "sounds": torch.tensor([heard.sounds])}


def scenes_from_tensors(tensors: Mapping[str, Tensor], outputs: int) -> HeardScenes:
    """What `scenes_to_tensors` wrote, of a model with so many outputs; ValueError for anything else."""
    kinds = {
        "logits": torch.float32,
        "wanted": torch.bool,
        "partly": torch.bool,
        "noise": torch.float32,
        "sounds": torch.int64,
    }
    if {name: one.dtype for name, one in tensors.items()} != kinds:
        raise ValueError(f"there are {', '.join(sorted(tensors)) or 'no numbers'} in it")
    *matrices, sounds = (tensors[name] for name in kinds)
    logits, wanted, partly, noise = matrices
    fits = len({one.shape for one in (logits, wanted, partly)}) == 1 and sounds.shape == (1,)
    if not fits or not all(one.ndim == 2 and one.shape[1] == outputs for one in matrices):
        raise ValueError(f"its numbers are not of {outputs} outputs")
    if not (logits.isfinite().all() and noise.isfinite().all()):
        raise ValueError("it has numbers that are not finite")
    arrays = [one.numpy() for one in matrices]
    return HeardScenes(arrays[0], arrays[1], arrays[2], arrays[3], int(sounds[0]))
