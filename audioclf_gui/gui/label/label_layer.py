"""The labels of the clip that is shown, as all panes paint them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from audioclf_gui.core.label import ClassId, Label, LabelClass
from audioclf_gui.core.track import MAIN, MAIN_TRACK, Track
from audioclf_gui.gui.label.label_drag import Drag
from audioclf_gui.gui.label.label_index import UNNAMED, Flags, Ints, LabelIndex, TrackRows
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.theme import class_colour, palette, theme_signals

Floats = npt.NDArray[np.float32]

_FILL = 0.13
_EDGE = 0.5
_BEHIND = 0.3  # of the opacity have labels of other tracks
_CHOSEN_FILL = 0.2
_MOST_ROWS = 4  # of a track that is alone; of several each gets half
_MOST_MODEL_ROWS = 2


class Tier(Enum):
    """Whose labels a row of them shows."""

    LABELS = "labels"
    MODEL = "model"


class LabelLayer(QObject):
    """Holds both tiers of one clip, which label and track are chosen and which label is being dragged."""

    changed = Signal()  # labels, classes or colours
    selected_changed = Signal()
    drag_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiers = {tier: LabelIndex(()) for tier in Tier}
        self.tracks: tuple[Track, ...] = (MAIN_TRACK,)
        self.classes: Mapping[ClassId, LabelClass] = {}
        self.snaps = False  # whether edges that are dragged go to near ones
        self._own: Sequence[Label] = ()
        self._chosen_track: str | None = None
        self._colours: dict[int, QColor] = {}
        self._chosen: tuple[Label, ...] = ()
        self._selected_tier = Tier.LABELS
        self._is_chosen: Flags | None = None  # of the labels in their index
        self._drag: Drag | None = None
        self._moving: frozenset[Label] = frozenset()
        self._overlays_of: tuple[float, float, int] | None = None
        self._overlays: dict[tuple[float, bool], QImage] = {}
        self._colour_table: npt.NDArray[np.float32] = np.zeros((1, 3), np.float32)
        theme_signals.changed.connect(self._recolour)

    @property
    def selected(self) -> Label | None:
        """The label that was chosen last: Return and the keys of edges speak to it."""
        return self._chosen[-1] if self._chosen else None

    @property
    def selected_tier(self) -> Tier:
        """The tier of the selected label."""
        return self._selected_tier

    @property
    def chosen(self) -> tuple[Label, ...]:
        """The user's own labels that Delete, the digits and all other edits of labels speak to."""
        return self._chosen if self._selected_tier is Tier.LABELS else ()

    @property
    def drag(self) -> Drag | None:
        """The label that is being moved."""
        return self._drag

    @property
    def moving(self) -> frozenset[Label]:
        """The labels that are being moved, as they are."""
        return self._moving

    @property
    def rows(self) -> Sequence[TrackRows]:
        """The tracks that are shown, with their rows."""
        return self.tiers[Tier.LABELS].rows

    @property
    def current_track(self) -> Track:
        """The track that new labels go to: the one that was chosen last, if it is shown."""
        shown = [row.track for row in self.rows]
        return next((track for track in shown if track.name == self._chosen_track), shown[0])

    @property
    def locked(self) -> frozenset[str]:
        """The names of the tracks that are not to be changed."""
        return frozenset(track.name for track in self.tracks if track.locked)

    def is_locked(self, label: Label) -> bool:
        """Whether the label stands in a track that is not to be changed."""
        return label.track in self.locked

    def set_tracks(self, tracks: tuple[Track, ...]) -> None:
        """Show other tracks, or the same ones otherwise."""
        if tracks != self.tracks:
            self.tracks = tracks
            self._lay_out(Tier.LABELS, self._own)

    def choose_track(self, name: str) -> None:
        """Let new labels go to a track; it is shown even if it is empty."""
        self._chosen_track = name
        self._lay_out(Tier.LABELS, self._own)

    def set_labels(self, tier: Tier, labels: Sequence[Label]) -> None:
        """Show other labels; a selected one that is gone is not selected any more."""
        if tier is Tier.LABELS:
            self._own = labels
        self._lay_out(tier, labels)

    def _lay_out(self, tier: Tier, labels: Sequence[Label]) -> None:
        if tier is Tier.MODEL:
            self.tiers[tier] = LabelIndex(labels, most_rows=_MOST_MODEL_ROWS)
        else:
            shown = shown_tracks(self.tracks, labels, self._chosen_track)
            most_rows = _MOST_ROWS if len(shown) == 1 else _MOST_ROWS // 2
            self.tiers[tier] = LabelIndex(labels, shown, most_rows)
        if tier is self._selected_tier:
            self._is_chosen = None
            self.choose(self.present(self._chosen, tier), tier)
        self._repaint()

    def present(self, labels: Sequence[Label], tier: Tier = Tier.LABELS) -> Sequence[Label]:
        """Those of the labels that are shown, in their order."""
        index = self.tiers[tier]
        return [index.labels[place] for place in dict.fromkeys(index.places_of(labels).tolist())]

    def set_classes(self, classes: Sequence[LabelClass]) -> None:
        """Names and colours for the labels."""
        self.classes = {one.id: one for one in classes}
        self._recolour()

    def select(self, label: Label | None, tier: Tier = Tier.LABELS) -> None:
        """Select a label, or none."""
        self.choose(() if label is None else (label,), tier)

    def choose(self, labels: Iterable[Label], tier: Tier = Tier.LABELS) -> None:
        """Select several labels of a tier; the last is the one that the keys of one label speak to."""
        chosen = tuple(labels)
        if (chosen, tier) != (self._chosen, self._selected_tier):
            if chosen and tier is Tier.LABELS:
                self._chosen_track = chosen[-1].track
            self._chosen, self._selected_tier = chosen, tier
            self._is_chosen = None
            self._overlays_of = None
            self.selected_changed.emit()

    def toggle(self, label: Label) -> None:
        """Select a label of the user's beside those that are selected, or take it out of them."""
        rest = [one for one in self.chosen if one != label]
        self.choose(rest if label in self.chosen else (*rest, label))

    def extend_to(self, label: Label) -> None:
        """Select all labels from the one that was chosen first to this one, as a Shift+click in a list."""
        index = self.tiers[Tier.LABELS]
        first, last = (index.place_of(one) for one in (self.chosen[0] if self.chosen else label, label))
        if first is None or last is None:
            return
        left = self.locked - {index.labels[first].track, label.track}
        between = [index.labels[place] for place in index.between(first, last).tolist()]
        meant = [one for one in between if one.track not in left]
        self.choose(meant if first <= last else reversed(meant))

    def extend_by(self, by: int) -> None:
        """Select up to the label after the one that was selected last, or before it."""
        index = self.tiers[Tier.LABELS]
        place = index.place_of(self.chosen[-1]) if self.chosen else None
        if place is None:
            return
        left = self.locked - {self.chosen[0].track}
        beyond = index.labels[place + 1 :] if by > 0 else index.labels[:place][::-1]
        if (meant := next((one for one in beyond if one.track not in left), None)) is not None:
            self.extend_to(meant)

    def unlocked(self, labels: Iterable[Label]) -> list[Label]:
        """Those of the labels that may be changed: whoever chooses many at once means no others."""
        locked = self.locked
        return [one for one in labels if one.track not in locked]

    def choose_all(self) -> None:
        """Select all of the user's labels that are shown and may be changed."""
        self.choose(self.unlocked(self.tiers[Tier.LABELS].labels))

    def choose_alike(self) -> None:
        """Select all labels that are shown, and may be changed, of the classes of those that are selected."""
        classes = {one.class_id for one in self.chosen}
        alike = [one for one in self.unlocked(self.tiers[Tier.LABELS].labels) if one.class_id in classes]
        if alike:
            self.choose(sorted(alike, key=lambda one: one == self.selected))

    def has_chosen(self, label: Label) -> bool:
        """Whether a label of the user's is selected; as cheap among very many that are."""
        if self._selected_tier is not Tier.LABELS or not self._chosen:
            return False
        place = self.tiers[Tier.LABELS].place_of(label)
        return place is not None and bool(self.is_chosen(Tier.LABELS)[place])

    def is_chosen(self, tier: Tier) -> Flags:
        """Which labels of a tier's index are selected."""
        if tier is not self._selected_tier:
            return np.zeros(len(self.tiers[tier]), np.bool_)
        if self._is_chosen is None:
            self._is_chosen = np.zeros(len(self.tiers[tier]), np.bool_)
            self._is_chosen[self.tiers[tier].places_of(self._chosen)] = True
        return self._is_chosen

    def set_drag(self, drag: Drag | None) -> None:
        """Show a label on its way; None ends that."""
        if drag == self._drag:
            return
        self._drag = drag
        moving = frozenset() if drag is None else frozenset(old for old, _ in drag.pairs)
        if moving != self._moving:
            self._moving = moving
            self._overlays_of = None
        self.drag_changed.emit()

    def colour(self, class_id: ClassId | int | None) -> QColor:
        """The colour of a class in this theme; of what has no class, a neutral one."""
        known = self._colours.get(int(class_id or UNNAMED))
        return QColor(palette().muted) if known is None else known

    def text(self, label: Label) -> str:
        """What is written on a label."""
        known = self.classes.get(label.class_id) if label.class_id is not None else None
        name = "" if known is None else known.name
        return name if label.score is None else f"{name} {shown_number(label.score, '.2f')}".strip()

    def overlay(self, view: ViewState, strength: float, *, has_boxes: bool = True) -> QImage:
        """One row of pixels that tints a pane where labels are; null if none is in view.

        Parameters
        ----------
        has_boxes
            Whether labels with a band are among them, which a pane that draws boxes shows as such.
        """
        wanted = (view.t0_s, view.s_per_px, view.width_px)
        if wanted != self._overlays_of:
            self._overlays_of = wanted
            self._overlays.clear()
        if (strength, has_boxes) not in self._overlays:
            index = self.tiers[Tier.LABELS]
            seen = index.visible(view.t0_s, view.end_s)
            if not has_boxes:
                seen = seen[~index.has_band[seen]]
            if self._moving:
                seen = np.setdiff1d(seen, index.places_of(self._moving))
            image = QImage()
            if len(seen):
                image = self._tinted(view, index, seen, strength)
            chosen = seen[self.is_chosen(Tier.LABELS)[seen]]
            if len(chosen) > 1:  # one alone is shown by the selection
                with QPainter(image) as painter:
                    painter.drawImage(0, 0, self.tint(view, index, chosen, _CHOSEN_FILL, 1.0))
            self._overlays[strength, has_boxes] = image
        return self._overlays[strength, has_boxes]

    def _tinted(self, view: ViewState, index: LabelIndex, seen: Ints, strength: float) -> QImage:
        """The current track as strongly as asked for, the others faintly: their edges lie between its own."""
        rows = next(row for row in index.rows if row.track == self.current_track)
        is_current = (index.lanes >= rows.first) & (index.lanes < rows.first + rows.count)
        fill, edge, is_front = strength * _FILL, strength * _EDGE, is_current[seen]
        if is_front.all() or not is_current.any():
            return self.tint(view, index, seen, fill, edge)
        image = self.tint(view, index, seen[~is_front], _BEHIND * fill, _BEHIND * edge)
        with QPainter(image) as painter:
            painter.drawImage(0, 0, self.tint(view, index, seen[is_front], fill, edge))
        return image

    def tint(self, view: ViewState, index: LabelIndex, seen: Ints, fill: float, edge: float) -> QImage:
        """One row of pixels with the mixed colours of labels; costs the same for ten and ten thousand.

        Parameters
        ----------
        fill, edge : float
            Opacity, 0 to 1, where a label is and where it begins or ends.
        """
        colours = self._colour_table[np.minimum(index.classes[seen], len(self._colour_table) - 1)]
        places = (np.stack((index.starts_s[seen], index.ends_s[seen])) - view.t0_s) / view.s_per_px
        starts, stops = np.clip(np.rint(places), 0, view.width_px).astype(np.intp)
        pixels = _mixed(
            starts, np.maximum(stops, np.minimum(starts + 1, view.width_px)), colours, view.width_px
        )
        count, colour = pixels[:, 3], pixels[:, :3]
        alpha = fill * np.minimum(count, 3.0) ** np.float32(0.5)
        if len(seen) <= view.width_px // 8:
            for edges in (starts, stops - 1):
                inside = (edges >= 0) & (edges < view.width_px)
                alpha[edges[inside]] = edge
                colour[edges[inside]] = colours[inside]
        return _row_image(colour, np.minimum(alpha, 1.0))

    def _recolour(self) -> None:
        self._colours = {one.id: class_colour(one.colour) for one in self.classes.values()}
        size = max(self._colours, default=0) + 2
        table = np.empty((size, 3), np.float32)
        table[:] = _rgb(QColor(palette().muted))
        for class_id, colour in self._colours.items():
            table[class_id] = _rgb(colour)
        self._colour_table = table
        self._repaint()

    def _repaint(self) -> None:
        self._overlays_of = None
        self.changed.emit()


def spanned(labels: Sequence[Label]) -> Selection | None:
    """The stretch from the first start of labels to the last end; of one label with its band."""
    spans = [(one.start_s, one.end_s) for one in labels if one.start_s is not None and one.end_s is not None]
    if not spans:
        return None
    band = (labels[0].low_hz, labels[0].high_hz) if len(labels) == 1 else (None, None)
    return Selection(min(start_s for start_s, _ in spans), max(end_s for _, end_s in spans), *band)


def shown_tracks(tracks: Sequence[Track], labels: Sequence[Label], chosen: str | None) -> list[Track]:
    """The tracks that have rows: those with labels in the clip and the chosen one, unless they are hidden.

    Where there is none the main track is shown, so that labels can be made.
    """
    used = {label.track for label in labels if label.start_s is not None} | {chosen}
    shown = [track for track in tracks if track.name in used and not track.hidden]
    return shown or [next((track for track in tracks if track.name == MAIN), MAIN_TRACK)]


def _mixed(starts: Ints, stops: Ints, colours: Floats, width: int) -> Floats:
    """For each pixel the mean colour of the labels on it and their number, float32 of shape (width, 4)."""
    weighted = np.column_stack((colours, np.ones(len(colours), np.float32)))
    sums = np.zeros((width + 1, 4), np.float32)
    for column in range(4):
        sums[:, column] += np.bincount(starts, weighted[:, column], width + 1)
        sums[:, column] -= np.bincount(stops, weighted[:, column], width + 1)
    sums = np.cumsum(sums, axis=0)[:width]
    sums[:, 3] = np.rint(sums[:, 3])
    sums[:, :3] = np.clip(sums[:, :3] / np.maximum(sums[:, 3:], 1), 0.0, 1.0)
    return sums


def _row_image(colour: Floats, alpha: Floats) -> QImage:
    parts = np.rint(colour * alpha[:, np.newaxis] * 255).astype(np.uint32)
    opacity = np.rint(alpha * 255).astype(np.uint32)
    row = opacity << 24 | parts[:, 0] << 16 | parts[:, 1] << 8 | parts[:, 2]
    image = QImage(row.tobytes(), len(row), 1, 4 * len(row), QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # an image of its own: the bytes go with this call


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
