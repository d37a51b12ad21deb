"""A forest of decision trees as plain tables, so that it is kept, judged and carried away like a network."""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.ml.models.registry import architecture

_LEAST_SHARE = 1e-7
"""A smaller one is no more than this; its logarithm is a number, and the score hardly another."""


@architecture("forest", axes=1, estimator="forest")
class Forest(nn.Module):
    """The mean of many trees' answers, each the mean target in the leaf that a row falls into.

    A node sends a row on to `left` where the number `feature` of it is at most `threshold`, else to `right`;
    leaves send it to themselves. Every tree begins at node 0.

    Parameters
    ----------
    trees, nodes : int
        Size of the tables; of smaller trees the last nodes are never reached.
    depth : int
        Steps from the root to the deepest leaf.
    link : {"log", "logit", "identity"}
        What makes a logit of the mean answer; see `Objective.link`.
    """

    feature: Tensor
    threshold: Tensor
    left: Tensor
    right: Tensor
    answer: Tensor

    def __init__(
        self,
        outputs: int,
        shape: tuple[int, ...],
        trees: int = 1,
        nodes: int = 1,
        depth: int = 0,
        link: str = "log",
    ) -> None:
        super().__init__()
        if link not in ("log", "logit", "identity"):
            raise ValueError(f"unknown link: {link!r}")
        self._depth, self._link = depth, link
        self._numbers = shape[0]
        for name in ("feature", "left", "right"):
            self.register_buffer(name, torch.zeros(trees, nodes, dtype=torch.int32))
        self.register_buffer("threshold", torch.zeros(trees, nodes))
        self.register_buffer("answer", torch.zeros(trees, nodes, outputs))

    def forward(self, rows: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised rows (batch, numbers)."""
        trees, nodes = self.feature.shape
        feature, threshold = self.feature.flatten().long(), self.threshold.flatten()
        left, right = self.left.flatten().long(), self.right.flatten().long()
        roots = torch.arange(trees, device=rows.device) * nodes
        at = roots.expand(rows.shape[0], trees)
        for _ in range(self._depth):
            is_left = rows.gather(1, feature[at]) <= threshold[at]
            at = roots + torch.where(is_left, left[at], right[at])
        mean: Tensor = self.answer.flatten(0, 1)[at].mean(dim=1)
        if self._link == "identity":
            return mean
        if self._link == "logit":
            return mean.clamp(_LEAST_SHARE, 1.0 - _LEAST_SHARE).logit()
        return mean.clamp(min=_LEAST_SHARE).log()

    @override
    def load_state_dict(self, state_dict: Mapping[str, Any], *args: Any, **kwargs: Any) -> Any:
        """As every module does it; ValueError unless all that a row can come to is there."""
        loaded = super().load_state_dict(state_dict, *args, **kwargs)
        nodes = self.feature.shape[1]
        for name, bound in (("feature", self._numbers), ("left", nodes), ("right", nodes)):
            table: Tensor = getattr(self, name)
            if not bool(((table >= 0) & (table < bound)).all()):
                raise ValueError(f"a tree's {name!r} points out of its table")
        if not bool(self.answer.isfinite().all()):
            raise ValueError("a leaf's answer is not a number")
        return loaded
