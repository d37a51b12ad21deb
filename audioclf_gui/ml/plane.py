"""Vectors of many numbers as points of a plane."""

from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.text import Text

Floats = npt.NDArray[np.float32]

_LEAST_FOR_UMAP = 20  # sounds; of fewer it makes nothing
_UMAP = "umap"


def in_a_plane(vectors: Floats) -> tuple[Floats, Text]:
    """Points float32 (n, 2) of vectors (n, size), and by which method; the same every time.

    UMAP (McInnes and Healy, 2018) keeps neighbours together; principal components show what varies most.
    """
    if find_spec(_UMAP) is not None and len(vectors) >= _LEAST_FOR_UMAP:
        from umap import UMAP

        points = UMAP(metric="cosine", random_state=0).fit_transform(vectors)
        return np.asarray(points, np.float32), Text("UMAP")
    seen = vectors - vectors.mean(axis=0) if len(vectors) else vectors
    _, axes = np.linalg.eigh(seen.T.astype(np.float64) @ seen)
    first = axes[:, ::-1][:, :2]
    first = first * np.where(first.sum(axis=0) < 0.0, -1.0, 1.0)  # which way an axis points is left to chance
    return np.asarray(seen @ first, np.float32), Text("principal components")
