"""The project's clips as rows of a table; nothing is copied, text is made when it is painted."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import ClassId, LabelClass, Labels
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.text import DASH, clock_short, score_text, seconds_text
from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SortKey = Callable[["ClipTableModel", Clip], Any]

_CLOCK_FROM_S = 99.95
_MANY_LABELS = 50  # of a clip
_MANY = 500  # clips touched at once: from here on everything is repainted


@dataclass(frozen=True, slots=True)
class ClipColumn:
    """One column: its heading, what it shows of a clip, by what it is sorted."""

    heading: Text
    text: Callable[["ClipTableModel", Clip], str]
    key: SortKey
    classes: Callable[["ClipTableModel", Clip], Sequence[ClassId]] | None = None
    align_right: bool = False


class ClipTableModel(QAbstractTableModel):
    """Shows those clips that a filter picked out, in the order that a heading asked for."""

    COLUMNS: ClassVar = (
        ClipColumn(
            Text("Name"),
            lambda _, clip: clip.name,
            lambda _, clip: clip.name.casefold(),
        ),
        ClipColumn(
            Text("Label"),
            lambda model, clip: model.label_text(clip),
            lambda model, clip: model.label_key(clip),
            lambda model, clip: model.shown_classes(clip),
        ),
        ClipColumn(
            Text("Length"),
            lambda _, clip: length_text(clip.duration_s),
            lambda _, clip: clip.duration_s,
            align_right=True,
        ),
        ClipColumn(
            Text("Model"),
            lambda model, clip: model.suggestion_text(clip),
            lambda model, clip: model.suggestion_score(clip),
            lambda model, clip: model.suggested_classes(clip),
        ),
    )

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._clips: Sequence[Clip] = ()
        self._rows: Sequence[int] = ()
        self._row_of: dict[ClipId, int] | None = None
        self._classes: dict[ClassId, LabelClass] = {}
        self._tallies: dict[ClipId, tuple[Labels, tuple[tuple[ClassId, ...], int, int]]] = {}
        self._swatches: dict[tuple[str, ...], QIcon] = {}  # by their colours
        self.take_classes()
        theme_signals.changed.connect(self._swatches.clear)

    def show(self, clips: Sequence[Clip], rows: Sequence[int] | None = None) -> None:
        """Show `clips`, or only those that a search picked out by their `rows`, in that order."""
        self.beginResetModel()
        self._clips = clips
        self._rows = range(len(clips)) if rows is None else rows
        self._row_of = None
        self.endResetModel()

    def ordered(self, clips: Sequence[Clip], rows: Sequence[int], column: int, *, falling: bool) -> list[int]:
        """`rows` of `clips` sorted by a column; equal ones stay in the order of the project."""
        key = self.COLUMNS[column].key
        return sorted(rows, key=lambda row: key(self, clips[row]), reverse=falling)

    def clip_at(self, row: int) -> Clip:
        """The clip in a row; its facts may be newer than the row."""
        return self._project.catalogue.view.clip(self._clips[self._rows[row]].id)

    def ids_at(self, rows: Iterable[int]) -> list[ClipId]:
        """The clips in these rows."""
        return [self._clips[self._rows[row]].id for row in rows]

    def row_of(self, clip_id: ClipId) -> int | None:
        """The row of a clip; None if the filter hides it."""
        if self._row_of is None:
            self._row_of = {self._clips[place].id: row for row, place in enumerate(self._rows)}
        return self._row_of.get(clip_id)

    def take_classes(self) -> None:
        """Names and colours of classes are others now."""
        self._classes = {one.id: one for one in self._project.catalogue.view.classes}
        self._swatches.clear()
        self._repaint(range(self.rowCount()))

    def touch(self, clip_ids: Collection[ClipId]) -> None:
        """Labels or suggestions of these clips are others now: only their rows need paint."""
        if len(clip_ids) > _MANY:
            self._repaint(range(self.rowCount()))
            return
        for clip_id in clip_ids:
            if (row := self.row_of(clip_id)) is not None:
                self._repaint(range(row, row + 1))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        clip = self.clip_at(index.row())
        column = self.COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(self, clip)
            case Qt.ItemDataRole.DecorationRole:
                return self._swatch(column, clip)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(column, clip)
            case Qt.ItemDataRole.TextAlignmentRole if column.align_right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(clip)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def shown_classes(self, clip: Clip) -> tuple[ClassId, ...]:
        """The classes of the whole clip, or the one that most of its regions have."""
        return self._tally(clip)[0]

    def _tally(self, clip: Clip) -> tuple[tuple[ClassId, ...], int, int]:
        """The classes that are shown of a clip, its regions, and those of them that have the class shown.

        Very many labels are counted once.
        """
        labels = self._project.catalogue.view.labels(clip.id)
        known = self._tallies.get(clip.id)
        if known is not None and known[0] is labels:
            return known[1]
        whole = whole_clip_classes(labels)
        regions = [label.class_id for label in labels if not label.is_whole_clip]
        if not whole:
            counts = Counter(class_id for class_id in regions if class_id is not None)
            whole = (counts.most_common(1)[0][0],) if counts else ()
        tally = whole, len(regions), sum(one in whole for one in regions) if whole else len(regions)
        if len(labels) > _MANY_LABELS:
            self._tallies[clip.id] = labels, tally
        return tally

    def label_text(self, clip: Clip) -> str:
        """The classes of the whole clip, or what its regions say."""
        labels = self._project.catalogue.view.labels(clip.id)
        if not labels:
            return DASH
        shown, regions, alike = self._tally(clip)
        name = self._names(shown)
        if regions < len(labels):
            return name
        parts = (name, f"×{alike}" if alike > 1 or not name else "", f"+{regions - alike}")
        return " ".join(filter(None, parts[: 3 if alike < regions else 2]))

    def label_key(self, clip: Clip) -> tuple[bool, str]:
        """Sorts by the class's name, unlabelled clips last."""
        labels = self._project.catalogue.view.labels(clip.id)
        return not labels, self._names(self.shown_classes(clip)).casefold()

    def suggested_classes(self, clip: Clip) -> tuple[ClassId, ...]:
        """What the model takes the clip for."""
        suggestion = self._project.catalogue.view.suggestion(clip.id)
        return () if suggestion is None else suggestion.classes

    def suggestion_text(self, clip: Clip) -> str:
        """The score of the likeliest class; the swatch beside it tells which classes they are."""
        suggestion = self._project.catalogue.view.suggestion(clip.id)
        if suggestion is None:
            return ""
        return score_text(suggestion.score)

    def suggestion_score(self, clip: Clip) -> float:
        """How sure the model is; below every score if it says nothing."""
        suggestion = self._project.catalogue.view.suggestion(clip.id)
        return -1.0 if suggestion is None else suggestion.score

    def _names(self, class_ids: Sequence[ClassId]) -> str:
        names = [known.name for class_id, known in self._classes.items() if class_id in class_ids]
        return names[0] if len(names) == 1 else words(joined(names))

    def _swatch(self, column: ClipColumn, clip: Clip) -> QIcon | None:
        class_ids = column.classes(self, clip) if column.classes is not None else ()
        colours = tuple(known.colour for one, known in self._classes.items() if one in class_ids)
        if not colours:
            return None
        if colours not in self._swatches:
            self._swatches[colours] = class_icon(*colours)
        return self._swatches[colours]

    def _ink(self, column: ClipColumn, clip: Clip) -> QColor | None:
        if clip.audio.warning and column is self.COLUMNS[0]:
            return QColor(palette().warn)
        return QColor(palette().muted) if column.align_right else None

    def _tip(self, clip: Clip) -> str:
        lines = (
            clip.path,
            words(clip.audio.warning) if clip.audio.warning else "",
            self._label_tip(clip),
            self.tr("Group: {name}").format(name=clip.group) if clip.group else "",
            self._suggestion_tip(clip),
        )
        return "\n".join(line for line in lines if line)

    def _label_tip(self, clip: Clip) -> str:
        """Several labels of the whole, for which the column is too narrow."""
        names = self._names(self.shown_classes(clip))
        return self.tr("Labels: {names}").format(names=names) if len(self.shown_classes(clip)) > 1 else ""

    def _suggestion_tip(self, clip: Clip) -> str:
        name, score = self._names(self.suggested_classes(clip)), self.suggestion_text(clip)
        return self.tr("Model: {name} {score}").format(name=name, score=score) if name else ""

    def _repaint(self, rows: range) -> None:
        if rows:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], last))


def length_text(seconds: float) -> str:
    """A length in a narrow column: "5.0 s", "23:04", "1:02:00"."""
    return seconds_text(seconds) if seconds < _CLOCK_FROM_S else clock_short(seconds)


def class_icon(*colours: str) -> QIcon:
    """A swatch whose colours stay true in a selected row."""
    result, pixmap = QIcon(), swatch(*colours)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        result.addPixmap(pixmap, mode)
    return result
