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
                remedy=Text("There are: {names}.", names=joined(names)),
            )
        weights[name_of(name)] = weight
    return tuple(weights.values())


def check_class_weights(setting: str, names: Sequence[str]) -> None:
    """UserError as `named_weights`, or if there are no classes that could count."""
    if setting and not names:
        raise UserError(
            Text("class_weights = {setting} is about classes", setting=setting),
            remedy=Text("A number is learnt, which has no classes: leave the weights out."),
        )
    if setting not in ("", BALANCED):
        named_weights(setting, names)


def class_weights(
    setting: str, names: Sequence[str], targets: Array, balance: float = 0.0
) -> tuple[float, ...]:
    """What each class counts in the loss, so that the mean over what is drawn is 1; none where all are alike.

    Parameters
    ----------
    targets : shape (n, classes)
        What is true of the examples that are learnt from.
    balance
        How much rare classes are drawn more often already, see `pipeline.sampling`: balanced classes count
        alike with that, and not twice what the rarest lack.

    Raises
    ------
    UserError
        As `named_weights`.
    """
    if not setting:
        return ()
    counts = np.asarray(targets, np.float64).sum(axis=0)
    drawn = np.where(counts > 0.0, np.maximum(counts, 1.0) ** (1.0 - balance), 0.0)
    if setting == BALANCED:
        share = drawn.sum() / np.count_nonzero(drawn)
        return tuple((share / np.where(drawn > 0.0, drawn, share)).tolist())
    weights = np.array(named_weights(setting, names))
    return tuple((weights * (drawn.sum() / (weights * drawn).sum())).tolist())


def example_weights(weights: Sequence[float], targets: Array) -> npt.NDArray[np.float64]:
    """What each example counts for models without such a loss, (n,): the mean over its classes."""
    wanted = np.asarray(targets, np.float64)
    if not weights:
        return np.ones(len(wanted))
    classes = wanted.sum(axis=1)
    return np.where(classes > 0, wanted @ np.asarray(weights) / np.maximum(classes, 1.0), 1.0)
