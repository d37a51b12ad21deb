"""In which order an epoch visits the training examples."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def epoch_batches(
    train: Sequence[int],
    labels: npt.NDArray[np.int64],
    balance: float,
    batches: int,
    rng: np.random.Generator,
) -> list[npt.NDArray[np.int64]]:
    """The examples `train` in so many even batches, in random order, with the classes' shares balanced.

    `labels` holds the class of every example, not of the training examples only. No batch is of one example,
    from which a batch norm learns nothing: where chance has drawn too few, the first ones come again.
    """
    chosen = np.array(train)
    order = balanced_order(labels[chosen], balance, rng)
    order = np.resize(order, max(len(order), 2 * batches))
    return [chosen[part] for part in np.array_split(order, batches)]


def balanced_order(
    labels: npt.NDArray[np.int64], balance: float, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Places of `labels` in random order, about as many as there are, shape (n,).

    A class with k of n members gets a share in proportion to k ** (1 - balance): at 0 everyone comes
    once, at 1 all classes are equally frequent. Nobody comes twice before all of the class came once.
    """
    counts = np.bincount(labels)
    wanted = np.where(counts > 0, np.maximum(counts, 1) ** (1.0 - balance), 0.0)
    wanted = (wanted * (len(labels) / wanted.sum())).round(9)
    chosen = []
    for index in np.flatnonzero(counts):
        members = np.flatnonzero(labels == index)
        number = int(wanted[index] + rng.random())  # rounded up or down by chance, 1 at least
        whole, part = divmod(number, len(members))
        chosen.extend([members] * whole)
        chosen.append(rng.permutation(members)[:part])
    return rng.permutation(np.concatenate(chosen))
