"""Groups of sounds that lie close together."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_STARTS = 5  # of which the best counts: one alone may be a bad one
_AT_ONCE = 20_000  # more are clustered from batches
_LEAST_DENSE = 5  # sounds in a cluster that is found by its density
_MOST_USUAL = 50


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Which cluster each sound is in, and the middle of each cluster.

    Attributes
    ----------
    of : int64, shape (sounds,)
        -1 for one that is in none.
    middles : float32, shape (clusters, size)
    """

    of: Integers
    middles: Floats

    def by_size(self, vectors: Floats) -> list[Integers]:
        """The places of the sounds of each cluster, large clusters first, nearest to the middle first."""
        nearness = np.einsum("ij,ij->i", vectors, self.middles[self.of]) if len(self.middles) else self.of
        order = np.argsort(-nearness, kind="stable")
        places = [order[self.of[order] == cluster] for cluster in range(len(self.middles))]
        return sorted((one for one in places if len(one)), key=len, reverse=True)


def clustered(vectors: Floats, count: int) -> Clusters:
    """So many clusters of vectors (n, size) by k-means; equal vectors may leave fewer.

    Notes
    -----
    Of one question the same clusters come every time.
    """
    import warnings

    from sklearn.cluster import KMeans, MiniBatchKMeans
    from sklearn.exceptions import ConvergenceWarning

    means = KMeans if len(vectors) <= _AT_ONCE else MiniBatchKMeans
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # of sounds that are equal there are fewer kinds
        found = means(count, n_init=_STARTS, random_state=0).fit(vectors)
    return Clusters(found.labels_.astype(np.int64), found.cluster_centers_.astype(np.float32))


def dense_clusters(vectors: Floats) -> Clusters:
    """As many clusters as there are dense places, by HDBSCAN; what lies in none has the cluster -1."""
    from sklearn.cluster import HDBSCAN

    if len(vectors) <= _LEAST_DENSE:
        return Clusters(np.full(len(vectors), -1), np.zeros((0, vectors.shape[1]), np.float32))
    of = HDBSCAN(min_cluster_size=_LEAST_DENSE, copy=True).fit_predict(vectors).astype(np.int64)
    middles = [vectors[of == cluster].mean(axis=0) for cluster in range(int(of.max()) + 1)]
    return Clusters(of, np.array(middles, np.float32).reshape(-1, vectors.shape[1]))


def usual_count(sounds: int) -> int:
    """How many clusters so many sounds are looked at in: some dozen clips in each."""
    return max(1, min(_MOST_USUAL, round(math.sqrt(sounds))))
