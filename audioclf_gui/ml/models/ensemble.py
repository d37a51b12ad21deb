"""Networks, each from a random start of its own, and a linear model on statistics, that answer together."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture
from audioclf_gui.ml.models.residual_cnn import ResidualCnn
from audioclf_gui.ml.models.summary import SummaryHead
from audioclf_gui.ml.settings import MOST_MEMBERS


@architecture("ensemble", estimator="ensemble")
class Ensemble(nn.Module):
    """The weighted mean of the members' logits, which for classes is that of their log scores.

    Parameters
    ----------
    members : int
        Networks; all of them count alike.
    summary_share : float
        What the linear model counts, of 1; there is none of it where that is 0.
    """

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        members: int = 3,
        width: int = 16,
        dropout: float = 0.2,
        position: bool = False,
        summary_share: float = 0.0,
    ) -> None:
        super().__init__()
        if not 1 <= members <= MOST_MEMBERS:
            raise ValueError(f"an ensemble of {members} networks")
        if not 0.0 <= summary_share < 1.0:
            raise ValueError(f"a share of {summary_share}")
        self.members = nn.ModuleList(
            ResidualCnn(outputs, shape, width=width, dropout=dropout, position=position)
            for _ in range(members)
        )
        self.share = summary_share
        self.summary = SummaryHead(outputs, shape) if summary_share else None

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns)."""
        seen = torch.stack([member(log_mel) for member in self.members]).mean(dim=0)
        if self.summary is None:
            return seen
        mixed: Tensor = (1.0 - self.share) * seen + self.share * self.summary(log_mel)
        return mixed
