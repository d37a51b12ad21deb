"""Which unlabelled sounds teach most: uncertain ones, of as many kinds as are asked for.

While there are few labels, the middles of clusters without any; later the middles of clusters of the sounds
of which a linear model on the labels is least certain. Few labels are better spent on what is typical, more
of them on what is doubtful (Hacohen, Dekel and Weinshall, Active learning on a budget, ICML 2022). On ESC-10,
heard through BirdNET, 25 labels in this order were worth 55 by chance; see tests/benchmarks/bench_active.py.
The constants below were tuned on those very recordings through that very listener: for other sounds the gain
is likely to be smaller; for 0.75 of spoken digits 66 were worth 94.
"""

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.clusters import clustered

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_LABELS_OF_A_CLASS = 1  # as many on average, and the doubts of a model are worth something
_SHARE = 1 / 5  # of the unlabelled, the least certain ones are considered
_LEAST = 4  # times as many as are wanted, at least
_MOST_CLUSTERS = 200
_STRENGTH = 10.0  # C of the model


def next_to_label(vectors: Floats, labelled: Integers, classes: Integers, count: int) -> Integers:
    """The places of so many sounds to be labelled next, most useful first.

    Parameters
    ----------
    vectors : float32, shape (n, size)
        All sounds, of length 1 each; zeros are no sound and are never chosen.
    labelled, classes : int64, shape (labels,)
        The places of those that have a class, and the class of each.

    Notes
    -----
    Of one question the same order comes every time. Ask again after ten or twenty labels: what is most useful
    then depends on them.
    """
    candidates = np.setdiff1d(np.flatnonzero(vectors.any(axis=1)), labelled)
    count = min(count, len(candidates))
    known = len(np.unique(classes))
    if known > 1 and len(labelled) >= _LABELS_OF_A_CLASS * known:
        doubts = -_margins(vectors, labelled, classes, candidates)
        kept = max(_LEAST * count, round(_SHARE * len(candidates)))
        candidates = candidates[np.argsort(-doubts, kind="stable")[:kept]]
        labelled = labelled[:0]  # what is doubtful beside a label is worth another one
    return _middles(vectors, labelled, candidates, count)


def _margins(vectors: Floats, labelled: Integers, classes: Integers, candidates: Integers) -> Floats:
    """How far the likeliest class is before the second, by a linear model on the labels."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_STRENGTH, max_iter=300).fit(vectors[labelled], classes)
    scores = np.sort(model.predict_proba(vectors[candidates]), axis=1)
    return np.asarray(scores[:, -1] - scores[:, -2], np.float32)


def _middles(vectors: Floats, labelled: Integers, candidates: Integers, count: int) -> Integers:
    """The candidate nearest to the middle of each cluster, those of large clusters without a label first."""
    together = np.concatenate([candidates, labelled])
    clusters = clustered(vectors[together], min(len(labelled) + count, _MOST_CLUSTERS, len(together)))
    own = clusters.of[: len(candidates)]
    taken = np.bincount(clusters.of[len(candidates) :], minlength=len(clusters.middles))
    left = np.bincount(own, minlength=len(clusters.middles))
    nearness = np.einsum("ij,ij->i", vectors[candidates], clusters.middles[own])
    order = np.argsort(-nearness, kind="stable")
    queues = {cluster: order[own[order] == cluster].tolist() for cluster in np.unique(own).tolist()}
    chosen = []
    for _ in range(count):
        cluster = min(queues, key=lambda one: (taken[one], -left[one], one))
        chosen.append(candidates[queues[cluster].pop(0)])
        taken[cluster] += 1
        left[cluster] -= 1
        if not queues[cluster]:
            del queues[cluster]
    return np.array(chosen, np.int64)
