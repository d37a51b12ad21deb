"""Whether scores mean what they say: of the answers of about one score, the share that is right."""

from collections.abc import Sequence

from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.figures import svg
from audioclf_gui.jobs.figures.axes import unit_axes

_SIDE, _LEFT, _TOP = 280.0, 60.0, 12.0
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_SMALLEST, _LARGEST = 2.5, 9.5  # radius of a dot, whose area tells how many answers it is of


def reliability(steps: Sequence[tuple[float, float, int]], words: Words = str) -> svg.Drawing:
    """A dot for the answers of about one score: (score, share that is right, how many)."""
    axes = unit_axes(_LEFT, _TOP, _SIDE)
    most = max((count for _score, _share, count in steps), default=1)
    parts = [
        *axes.frame(_TICKS, _TICKS),
        *axes.titles(words(Text("score")), words(Text("share that is right"))),
        svg.rule(axes.place(0.0, 0.0), axes.place(1.0, 1.0), svg.IDEAL, 1.2, "5 4"),
    ]
    for score, share, count in steps:
        radius = max(_SMALLEST, _LARGEST * (count / most) ** 0.5)
        parts += svg.dots([axes.place(score, share)], svg.FILLED, radius, opacity=0.85)
    return svg.Drawing(_LEFT + _SIDE + 20.0, _TOP + _SIDE + 40.0, tuple(parts))
