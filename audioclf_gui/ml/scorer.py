"""A model with everything up to its scores as one module, for what runs elsewhere."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml.bundle import Bundle


class Scorer(nn.Module):
    """What `inference.score_windows` does, as one graph: sound (batch, window_frames) to scores."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__()
        self.network = bundle.network
        self._card = bundle.card
        self._places = bundle.places

    def forward(self, samples: Tensor) -> Tensor:
        """Scores (batch, outputs) of mono sound in [-1, 1] at the front end's rate."""
        return self.scores(self.network(samples))

    def scores(self, logits: Tensor) -> Tensor:
        """The same of what the network says, logits (batch, outputs of the network)."""
        objective = self._card.objective
        scores = objective.scores(logits, self._card.temperature)
        return scores if self._places is None else _merged(scores, self._places, objective.merging)


def _merged(scores: Tensor, places: tuple[int, ...], merging: str) -> Tensor:
    """The columns of each place as one."""
    join = torch.sum if merging == "sum" else torch.amax
    parts = [
        [scores[:, at] for at, one in enumerate(places) if one == place] for place in range(max(places) + 1)
    ]
    return torch.stack([join(torch.stack(part, dim=1), dim=1) for part in parts], dim=1)
