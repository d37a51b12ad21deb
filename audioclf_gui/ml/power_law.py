"""How an error falls with the number of examples, and what that promises of more of them.

An error of ``scale * n**-exponent + floor`` describes most learning curves (Cortes, Jackel, Solla, Vapnik and
Denker, "Learning curves: asymptotic values and rate of convergence", NIPS 1993; Hestness et al., "Deep
learning scaling is predictable, empirically", 2017). It is fitted by least squares in which sizes count as
much as they have examples, as in Figueroa, Zeng-Treitler, Kandula and Ngo, "Predicting sample size required
for classification performance" (BMC Medical Informatics and Decision Making 12, 2012). Far away from what was
measured it is a guess (Viering and Loog, "The shape of learning curves: a review", IEEE TPAMI 45, 2023), so
that nothing is asked of it beyond twice as many.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_EXPONENTS = np.linspace(0.1, 1.5, 29)
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """An error that falls with the number of examples; none of the three is negative."""

    scale: float
    exponent: float
    floor: float

    def error(self, examples: npt.ArrayLike) -> Floats:
        """What is to be expected from so many examples."""
        return self.scale * np.asarray(examples, np.float64) ** -self.exponent + self.floor


def fitted_law(examples: npt.ArrayLike, errors: npt.ArrayLike) -> PowerLaw:
    """The law that is nearest to what was measured, at two sizes at least."""
    sizes, values = np.asarray(examples, np.float64), np.asarray(errors, np.float64)
    found = [_of_exponent(sizes, values, float(exponent)) for exponent in _EXPONENTS]
    return min(found, key=lambda law: float((sizes * np.square(law.error(sizes) - values)).sum()))


def _of_exponent(sizes: Floats, values: Floats, exponent: float) -> PowerLaw:
    """The same with a given exponent, which makes it a straight line."""
    weights, falls = sizes / sizes.sum(), sizes**-exponent
    mean, height = float(weights @ falls), float(weights @ values)
    spread = float(weights @ np.square(falls - mean))
    scale = float(weights @ ((falls - mean) * (values - height))) / max(spread, _TINY * mean**2)
    if scale <= 0.0:
        return PowerLaw(0.0, exponent, max(0.0, height))
    if (floor := height - scale * mean) >= 0.0:
        return PowerLaw(scale, exponent, floor)
    return PowerLaw(max(0.0, float(weights @ (falls * values)) / float(weights @ falls**2)), exponent, 0.0)
