"""From sound to logits: what is one in all uses of a model."""

from torch import Tensor, nn

from audioclf_gui.ml.front_ends import FrontEnd


class WaveformClassifier(nn.Module):
    """Front end, standardisation and network in one: (batch, samples) to logits (batch, classes)."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, ends: FrontEnd, mean: Tensor, deviation: Tensor, model: nn.Module) -> None:
        super().__init__()
        self.front_end = ends.module()
        along = (1, -1) + (1,) * (len(ends.shape) - 1)
        self.register_buffer("mean", mean.reshape(along))
        self.register_buffer("deviation", deviation.reshape(along))
        self.model = model

    def forward(self, samples: Tensor) -> Tensor:
        """Logits of mono sound in [-1, 1] at the front end's rate."""
        return self.logits(self.front_end(samples))

    def logits(self, features: Tensor) -> Tensor:
        """The same of features (batch, *shape) that the front end has made."""
        logits: Tensor = self.model((features - self.mean) / self.deviation)
        return logits
