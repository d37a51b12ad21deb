"""Which labels are under the pointer and what of each it would take hold of; all in pixels of a pane."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.label_drag import Grip
from audioclf_gui.gui.label.time_pane import EDGE_PX

WIDE_PX = 15.0
"""How much room a label needs, so that its edges can be told from its body without selecting it before."""


@dataclass(frozen=True, slots=True)
class LabelOutline:
    """A label as a pane draws it."""

    label: Label
    left: float
    right: float
    top: float
    bottom: float
    has_band: bool = False  # its upper and lower edges are frequencies, which can be dragged

    @property
    def is_wide(self) -> bool:
        """Whether its edges are apart from each other."""
        return self.right - self.left >= WIDE_PX and (not self.has_band or self.bottom - self.top >= WIDE_PX)


@dataclass(frozen=True, slots=True)
class Hit:
    """A label under the pointer, and what of it would be dragged."""

    outline: LabelOutline
    grip: Grip
    off_px: float  # from the edge, or from the body

    @property
    def label(self) -> Label:
        """The label itself."""
        return self.outline.label

    @property
    def is_edge(self) -> bool:
        """Whether the pointer is at an edge or a corner."""
        return self.grip != Grip.BODY


def hits(
    outlines: Iterable[LabelOutline],
    x: float,
    y: float,
    is_selected: Callable[[Label], bool] = lambda _label: False,
) -> list[Hit]:
    """The labels under the pointer, the one that is meant first.

    That is the one whose edge is nearest, before all others a selected one; then that of the smallest body.
    A label without a band, which covers the whole height, comes after boxes.
    """
    found = [hit for hit in (_hit(outline, x, y) for outline in outlines) if hit is not None]
    return sorted(found, key=lambda hit: _rank(hit, x, y, is_selected))


def _rank(hit: Hit, x: float, y: float, is_selected: Callable[[Label], bool]) -> tuple[float, ...]:
    outline = hit.outline
    is_outside = not (outline.left <= x <= outline.right and outline.top <= y <= outline.bottom)
    size = (outline.right - outline.left) * (outline.bottom - outline.top)
    is_own_edge = hit.is_edge and is_selected(hit.label)
    is_edge = hit.is_edge and outline.is_wide
    return not is_own_edge, not is_edge, round(hit.off_px), is_outside, not outline.has_band, size


def _hit(outline: LabelOutline, x: float, y: float) -> Hit | None:
    side, off_x = _along(x, outline.left, outline.right)
    if off_x is None:
        return None
    if outline.label.is_moment:
        return Hit(outline, Grip.BODY, off_x) if outline.top <= y <= outline.bottom else None
    if not outline.has_band:
        if not outline.top <= y <= outline.bottom:
            return None
        return Hit(outline, (Grip(0), Grip.START, Grip.END)[side] or Grip.BODY, off_x)
    level, off_y = _along(y, outline.top, outline.bottom)
    if off_y is None:
        return None
    grip = (Grip(0), Grip.START, Grip.END)[side] | (Grip(0), Grip.HIGH, Grip.LOW)[level]
    return Hit(outline, grip or Grip.BODY, max(off_x, off_y))


def _along(at: float, first: float, last: float) -> tuple[int, float | None]:
    """Which edge is meant, 1 or 2, or 0 for neither, and how far off it is; None if there is nothing."""
    is_inside = first <= at <= last
    reach = min(EDGE_PX, (last - first) / 3) if is_inside else EDGE_PX
    to_first, to_last = abs(at - first), abs(at - last)
    if to_first <= reach and to_first <= to_last:
        return 1, to_first
    if to_last <= reach:
        return 2, to_last
    return 0, 0.0 if is_inside else None
