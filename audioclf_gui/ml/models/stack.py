"""Two models in one: a head on what a listener hears, and a network over the log-mel picture."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models.head import HeadModel
from audioclf_gui.ml.models.registry import architecture
from audioclf_gui.ml.models.residual_cnn import ResidualCnn

LISTENERS_SHARE = 0.8
"""Of the mix; on real sounds 0.7 to 0.9 were equally good, and better than either alone."""


@architecture("stack", axes=1, estimator="stack")
class Stack(nn.Module):
    """The weighted mean of both models' logits, which for classes is that of their log scores."""

    mean: Tensor
    deviation: Tensor

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        vectors: int = 0,
        bands: int = 64,
        dropout: float = 0.2,
        share: float = LISTENERS_SHARE,
        position: bool = False,
    ) -> None:
        super().__init__()
        (size,) = shape
        if not 0 < vectors < size or (size - vectors) % bands:
            raise ValueError(f"{size} numbers are no {vectors} and a picture of {bands} bands")
        self.vectors, self.picture = vectors, (bands, (size - vectors) // bands)
        self.share = share
        self.head = HeadModel(outputs, (vectors,))
        self.network = ResidualCnn(outputs, self.picture, dropout=dropout, position=position)
        self.register_buffer("mean", torch.zeros(bands))
        self.register_buffer("deviation", torch.ones(bands))

    def forward(self, rows: Tensor) -> Tensor:
        """Logits (batch, outputs) of rows (batch, vectors + bands * columns)."""
        pictures = rows[:, self.vectors :].reshape(-1, *self.picture)
        seen = self.network((pictures - self.mean[:, None]) / self.deviation[:, None])
        heard = self.head(rows[:, : self.vectors])
        mixed: Tensor = self.share * heard + (1.0 - self.share) * seen
        return mixed
