"""How much each class counts in the loss, as the setting `class_weights` says it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.text import finite

BALANCED = "balanced"

Array = npt.NDArray[np.generic]


def named_weights(setting: str, names: Sequence[str]) -> tuple[float, ...]:
    """The weights that a setting like `dog=2,cat=0.5` gives to classes; 1 to those that it does not name.

    Raises
    ------
    UserError
        If it is not written like that, names something else than the classes, or a weight is not above 0.
    """
    weights = dict.fromkeys(names, 1.0)
    for part in setting.split(","):
        name, sign, number = part.rpartition("=")
        weight = finite(number)
        if not sign or weight is None or weight <= 0.0:
            raise UserError(
                Text(
                    "class_weights = {setting}: “{part}” is no weight of a class", setting=setting, part=part
                ),
                remedy=Text("Write balanced, or names with numbers above 0: dog=2,cat=0.5."),
            )
        if name_of(name) not in weights:
            raise UserError(
                Text(
                    "class_weights = {setting}: there is no class called {name}", setting=setting, name=name
                ),
                remedy=Text("There are: {names}.", names=joined(names))
                if names
                else Text("A number is learnt, which has no classes: leave the weights out."),
            )
        weights[name_of(name)] = weight
    return tuple(weights.values())


def class_weights(setting: str, names: Sequence[str], targets: Array) -> tuple[float, ...]:
    """What each class counts in the loss, so that the mean over the examples is 1; none where all are alike.

    Parameters
    ----------
    targets : shape (n, classes)
        What is true of the examples that are learnt from.

    Raises
    ------
    UserError
        As `named_weights`.
    """
    if not setting:
        return ()
    counts = np.asarray(targets, np.float64).sum(axis=0)
    if setting == BALANCED:
        weights = 1.0 / np.maximum(counts, 1.0)
    else:
        weights = np.array(named_weights(setting, names))
    mean = float((weights * counts).sum() / max(1.0, counts.sum()))
    return tuple((weights / mean).tolist())


def example_weights(weights: Sequence[float], targets: Array) -> npt.NDArray[np.float64]:
    """What each example counts for models without such a loss, (n,): the mean over its classes."""
    wanted = np.asarray(targets, np.float64)
    if not weights:
        return np.ones(len(wanted))
    classes = wanted.sum(axis=1)
    return np.where(classes > 0, wanted @ np.asarray(weights) / np.maximum(classes, 1.0), 1.0)
