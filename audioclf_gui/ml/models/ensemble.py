"""Several default networks, each from a random start of its own, that answer together."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture
from audioclf_gui.ml.models.residual_cnn import ResidualCnn
from audioclf_gui.ml.settings import MOST_MEMBERS


@architecture("ensemble", estimator="ensemble")
class Ensemble(nn.Module):
    """The mean of the members' logits, which for classes is that of their log scores."""

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        members: int = 3,
        width: int = 16,
        dropout: float = 0.2,
        position: bool = False,
    ) -> None:
        super().__init__()
        if not 1 <= members <= MOST_MEMBERS:
            raise ValueError(f"an ensemble of {members} networks")
        self.members = nn.ModuleList(
            ResidualCnn(outputs, shape, width=width, dropout=dropout, position=position)
            for _ in range(members)
        )

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns)."""
        return torch.stack([member(log_mel) for member in self.members]).mean(dim=0)
