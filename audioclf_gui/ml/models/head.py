"""A head as a model: what `heads.logits` says of the vectors of a listener."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.heads import Arrays, logits
from audioclf_gui.ml.models.registry import architecture


@architecture("head", axes=1, estimator="head")
class HeadModel(nn.Module):
    """A linear head; nothing of it is learnt by gradient descent in steps."""

    def __init__(self, outputs: int, shape: tuple[int, ...]) -> None:
        super().__init__()
        (size,) = shape
        for name, sizes in {"centre": (size,), "weight": (size, outputs), "bias": (outputs,)}.items():
            self.register_buffer(name, torch.zeros(sizes))

    def take(self, arrays: Arrays) -> None:
        """Become the head that these are the arrays of."""
        self.load_state_dict(arrays)

    def forward(self, vectors: Tensor) -> Tensor:
        """Logits (batch, outputs) of vectors (batch, size)."""
        return logits(dict(self.named_buffers()), vectors)
