"""An architecture: one linear layer, learnt by the program's own gradient descent."""

from torch import Tensor, nn

from audioclf_gui.core.plugins import PlugIn
from audioclf_gui.ml.models.registry import Architecture


class Linear(nn.Module):
    """After the number of outputs and the features' shape come options, which `--set` may change."""

    def __init__(self, outputs: int, shape: tuple[int, ...], dropout: float = 0.0) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.layer = nn.Linear(shape[0], outputs)

    def forward(self, rows: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised rows (batch, numbers)."""
        logits: Tensor = self.layer(self.dropout(rows))
        return logits


PLUG_IN = PlugIn(Architecture(Linear, axes=1, estimator="gradient"), api=1)
