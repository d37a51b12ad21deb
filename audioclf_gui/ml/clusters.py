"""Groups of sounds that lie close together."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_AT_ONCE = 20_000  # more are clustered from batches


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Which cluster each sound is in, and the middle of each cluster.

    Attributes
    ----------
    of : int64, shape (sounds,)
    middles : float32, shape (clusters, size)
    """

    of: Integers
    middles: Floats


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
        found = means(count, n_init=1, random_state=0).fit(vectors)
    return Clusters(found.labels_.astype(np.int64), found.cluster_centers_.astype(np.float32))
