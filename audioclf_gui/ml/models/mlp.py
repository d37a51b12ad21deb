"""Small fully connected networks over rows of numbers."""

from collections.abc import Sequence

from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture


@architecture("mlp", axes=1)
class Mlp(nn.Module):
    """Layers of ReLU units with dropout after each, then a linear layer."""

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        widths: Sequence[int] = (256, 128),
        dropout: float = 0.3,
    ) -> None:
        super().__init__()
        self.layers = nn.Sequential()
        width_in = shape[0]
        for width in widths:
            self.layers.extend((_layer(width_in, width), nn.ReLU(), nn.Dropout(dropout)))
            width_in = width
        self.head = _layer(width_in, outputs)

    def forward(self, rows: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised rows (batch, numbers)."""
        logits: Tensor = self.head(self.layers(rows))
        return logits


@architecture("r1_mlp", axes=1)
class R1Mlp(Mlp):
    """Three layers; 45 410 parameters for 40 numbers and ten classes."""

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        widths: Sequence[int] = (100, 200, 100),
        dropout: float = 0.5,
    ) -> None:
        super().__init__(outputs, shape, widths, dropout)


def _layer(width_in: int, width: int) -> nn.Linear:
    """With Glorot's uniform weights and no bias at first."""
    layer = nn.Linear(width_in, width)
    nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer
