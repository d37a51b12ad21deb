"""What a model hears of a window in a few numbers, short enough to be recorded for comparisons over time.

The whole vectors, by which like sounds are found, are those of `heard_through`.
"""

from functools import lru_cache

import torch
from torch import Tensor

from audioclf_gui.ml.bundle import Bundle

SIZE = 32


def short_embeddings(bundle: Bundle, features: Tensor) -> Tensor:
    """The standardised features of windows, averaged over time, in `SIZE` numbers at most.

    Of a pretrained listener these are its own vectors; of pictures the mean of each band.

    Parameters
    ----------
    features : Tensor, shape (batch, *front end's shape)

    Returns
    -------
    Tensor, shape (batch, size)

    Notes
    -----
    Longer vectors are projected onto directions that are drawn at random once, which keeps distances:
    Johnson and Lindenstrauss, Contemporary Mathematics 26 (1984).
    """
    network = bundle.network
    standard = (features - network.mean) / network.deviation
    vectors = standard.flatten(2).mean(2) if standard.dim() > 2 else standard
    own = bundle.card.front_end.sizes.get("vectors")
    if isinstance(own, int):
        vectors = vectors[:, :own]
    size = vectors.shape[1]
    return vectors if size <= SIZE else vectors @ _directions(size).to(vectors)


@lru_cache(maxsize=4)
def _directions(size: int) -> Tensor:
    drawn = torch.randn((size, SIZE), generator=torch.Generator().manual_seed(0))
    lengths: Tensor = drawn.norm(dim=0)
    return drawn / lengths
