"""What is done in the table of labels: going to one, playing it, editing cells, deleting and copying rows."""

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass
from audioclf_gui.core.label_cells import (
    NUMBER_CELLS,
    deleted,
    with_class,
    with_each_text,
    with_number,
    with_text,
)
from audioclf_gui.core.label_columns import TableColumn
from audioclf_gui.core.label_equals import superfluous_in, told_of_equals
from audioclf_gui.core.label_rows import Ints, LabelRows
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TITLE
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.text import finite, seconds
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.label_table import LabelTablePane
from audioclf_gui.gui.label.label_table_model import certainty_words
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.text import with_point
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch
from audioclf_gui.jobs.writing import MakeEdit

Chosen: TypeAlias = Mapping[ClipId, Sequence[Label]]

_LEAST_PX = 12  # so wide a label is in the editor at least after one has gone to it
_AROUND = 4  # times its length is shown then
_LEAST_S = 2.0
_AT_ONCE = 5000  # labels that are edited within a few frames


class LabelTableHands(QObject):
    """Joins the table with the editor: what is selected in one is selected in the other."""

    def __init__(self, context: Context, table: LabelTablePane, editor: ClipEditor, playing: Playing) -> None:
        super().__init__(table)
        self._context = context
        self._document = context.document
        self._table = table
        self._view = table.view
        self._model = table.model
        self._editor = editor
        self._playing = playing
        self._played: tuple[ClipId, Label] | None = None  # what was played last
        self._is_leading = False  # whether the table tells the editor what is selected
        self._model.edit_asked.connect(self.edit)
        self._view.chosen_by_hand.connect(self._lead)
        self._view.jump_asked.connect(self.jump)
        self._view.play_asked.connect(self.play)
        self._view.delete_asked.connect(self.delete)
        self._view.copy_asked.connect(self.copy)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_menu)
        editor.layer.selected_changed.connect(self._follow)
        editor.view.selection_changed.connect(self._take_selection)
        context.document.current_changed.connect(self._follow)
        table.filled.connect(self._catch_up)

    @property
    def beyond(self) -> int:
        """How many labels are chosen, if some are that the editor does not show as selected; else 0."""
        count = len(self._view.chosen()) if self._table.isVisible() else 0
        return count if count > len(self._editor.layer.chosen) else 0

    def jump(self) -> None:
        """Open the clip of the current row and show its label there."""
        place = self._view.current_place()
        if place is None:
            return
        clip_id, label = self._model.label_of(place)
        if self._document.view.clip(clip_id).removed:
            return
        if place not in self._view.chosen():  # the keys may have come to rest on a row that is not chosen
            self._table.choose(np.array([place]), place)
        with self._leading():  # another clip begins with nothing selected
            self._document.set_current(clip_id)
            self._select([label])
        view = self._editor.view
        if label.is_whole_clip:
            view.fit()
            return
        start_s, end_s = label.span_s(view.duration_s)
        around_s = max(_LEAST_S, _AROUND * (end_s - start_s))
        if end_s - start_s < _LEAST_PX * view.s_per_px and around_s < view.end_s - view.t0_s:
            view.show_span(max(0.0, start_s - around_s / 2), end_s + around_s / 2)
        view.reveal(start_s, end_s)

    def play(self) -> None:
        """Play the label of the current row; be silent again if that is what is heard."""
        place = self._view.current_place()
        wanted = None if place is None else self._model.label_of(place)
        if self._playing.is_on and wanted in {None, self._played}:
            self._playing.stop()
        elif wanted is not None:
            self.jump()
            self._playing.start()
        self._played = wanted

    def edit(self, place: int, key: str, text: str) -> None:
        """Something was typed into a cell."""
        clip_id, label = self._model.label_of(place)
        try:
            change = self._change(clip_id, label, key, text)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return
        view = self._document.view
        if change is not None and change.labels.get(clip_id) != view.labels(clip_id):
            self._make(Text("edit label"), change, superfluous_in(view, change))

    def give_class(self, given: LabelClass) -> None:
        """Give a class to all chosen labels."""
        self._do_to_all(Text("change class"), partial(with_class, class_id=given.id))

    def delete(self) -> None:
        """Delete all chosen labels, as one step."""
        what = Text("delete {n} label", "delete {n} labels", n=len(self._view.chosen()))
        self._do_to_all(what, deleted, deletes=True)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard: the columns that are shown, with their names."""
        if not self._are_there():
            return
        places = self._view.chosen()
        names = {known.id: known.name for known in self._document.view.classes}
        job = partial(_as_text, self._model.rows, names, self._table.columns.shown, places)
        take = partial(self._take_copied, len(places))
        if len(places) > _AT_ONCE:
            self._context.start(answering(job), Text("Listing labels"), on_done=take)
        else:
            take(job())

    def _take_copied(self, count: int, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._context.status(words(Text("{n} row copied", "{n} rows copied", n=count)))

    def _change(self, clip_id: ClipId, label: Label, key: str, text: str) -> Change | None:
        view = self._document.view
        if label not in view.labels(clip_id):
            return None
        if key not in NUMBER_CELLS:
            return with_text(view, clip_id, label, key, text)
        is_time = key.endswith("_s")
        value = (seconds if is_time else finite)(with_point(text))
        if text.strip() and (value is None or not math.isfinite(value)):
            raise UserError(
                Text("“{text}” is no number", text=text),
                remedy=Text("Write seconds, such as 1.25 or 0:01.25.")
                if is_time
                else Text("Write a frequency in hertz, or nothing."),
            )
        return with_number(view, clip_id, label, key, value)

    def _chosen(self, places: Ints) -> Chosen:
        rows = self._model.rows
        found: dict[ClipId, list[Label]] = {}
        for clip_id, label in zip(rows.clip_ids[places].tolist(), rows.labels[places].tolist(), strict=True):
            found.setdefault(clip_id, []).append(label)
        return found

    def _are_there(self) -> bool:
        """Whether labels are chosen; says so if none is."""
        are_there = len(self._view.chosen()) > 0
        if not are_there:
            self._context.status(words(Text("Choose labels first")))
        return are_there

    def _do_to_all(
        self, what: Text, work: Callable[[CatalogueView, Chosen], Change], *, deletes: bool = False
    ) -> None:
        """Edit all chosen labels as one step; many are worked on in the background."""
        if not self._are_there():
            return
        places, view = self._view.chosen(), self._document.view
        job = partial(work, view, self._chosen(places))
        if len(places) > _AT_ONCE:
            take = partial(self._take, what, view, deletes=deletes)
            self._context.start(answering(job), Text("Editing labels"), on_done=take, kept=True)
            return
        try:
            change = job()
        except UserError as error:
            self._context.message_bar.show_error(error)
        else:
            self._make(what, change, 0 if deletes else superfluous_in(view, change))

    def _make(self, what: Text, change: Change, superfluous: int) -> None:
        """Edit, and leave chosen what is chosen: the editor may not know labels that became others."""
        with self._leading():
            is_made = self._context.do(what, change)
            self._lead()
        if is_made:
            self._tell(superfluous)

    def _take(self, what: Text, base: CatalogueView, change: Change, *, deletes: bool) -> None:
        with self._leading():
            self._document.write(MakeEdit(what, change, base))
            self._lead()
        self._tell(0 if deletes else superfluous_in(base, change))

    def _tell(self, superfluous: int) -> None:
        if superfluous:
            self._context.status(words(told_of_equals(superfluous)))

    # What is selected

    def _lead(self) -> None:
        """Select in the editor what is chosen here, as far as it is of the clip that is shown."""
        clip = self._document.current
        if clip is None:
            return
        places, current = self._view.chosen(), self._view.current_place()
        own = places[self._model.rows.clip_ids[places] == clip.id].tolist()
        own.sort(key=lambda place: place == current)  # the last one is that which keys speak to
        labels = [self._model.label_of(place)[1] for place in own]
        self._select(labels)
        if labels and not labels[-1].is_whole_clip:
            self._editor.view.reveal(*labels[-1].span_s(clip.duration_s))

    def _select(self, labels: Sequence[Label]) -> None:
        """Select labels of the clip in the editor; with one of the whole clip, its start."""
        layer, view = self._editor.layer, self._editor.view
        there = layer.tiers[Tier.LABELS]
        with self._leading():
            layer.choose([label for label in labels if there.place_of(label) is not None])
            if not layer.chosen:
                view.select(_stretch(labels[-1]) if labels else None)
            if labels:
                view.set_cursor(labels[-1].start_s or 0.0)

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """What is selected in the editor meanwhile is not to be followed."""
        before, self._is_leading = self._is_leading, True
        try:
            yield
        finally:
            self._is_leading = before

    def _follow(self) -> None:
        """Choose here what is selected in the editor, and nothing else: what is selected last is meant."""
        if self._is_leading or not self._table.isVisible():
            return
        if not self._editor.layer.chosen and len(self._view.chosen()):
            self._table.choose(np.arange(0), self._view.current_place(), scroll=False)
        self._catch_up()

    def _take_selection(self) -> None:
        """Selected labels tell themselves; while one is dragged this is called with every move."""
        if not self._editor.layer.chosen:
            self._follow()

    def _catch_up(self) -> None:
        """Choose what is selected in the editor; if nothing is, begin at the clip that it shows."""
        clip, labels = self._document.current, self._editor.layer.chosen
        if clip is None:
            return
        rows, current = self._model.rows, self._view.current_place()
        if labels:
            places = rows.places_of((clip.id, label) for label in labels)
            self._table.choose(places, int(places[-1]) if len(places) else None)
        elif not len(self._view.chosen()) and (current is None or rows.clip_ids[current] != clip.id):
            own = np.flatnonzero(rows.clip_ids[self._model.order] == clip.id)
            self._view.rest_on(int(own[0]) if len(own) else -1)

    def _open_menu(self, at: QPoint) -> None:
        if self._view.indexAt(at).isValid():
            self.menu().popup(self._view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done to the chosen rows."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the label")).triggered.connect(self.jump)
        menu.addAction(self.tr("Play")).triggered.connect(self.play)
        menu.addSeparator()
        view = self._document.view
        classes = menu.addMenu(words(Text("Class")))
        for known in view.classes:
            action = classes.addAction(QIcon(swatch(known.colour)), known.name)
            action.triggered.connect(partial(self._give, known))
        certainties = menu.addMenu(words(Text("Certainty")))
        for value in ("", *(one.value for one in Certainty)):
            action = certainties.addAction(certainty_words(value))
            action.triggered.connect(partial(self._describe, "certainty", value))
        if len(view.tracks) > 1:
            tracks = menu.addMenu(words(Text("Track")))
            for track in view.tracks:
                name = track.name or MAIN_TITLE
                tracks.addAction(name).triggered.connect(partial(self._describe, "track", name))
        menu.addSeparator()
        menu.addAction(self.tr("Copy rows")).triggered.connect(self.copy)
        menu.addAction(self.tr("Delete")).triggered.connect(self.delete)
        return menu

    def _give(self, given: LabelClass, *_checked: bool) -> None:
        self.give_class(given)

    def _describe(self, key: str, text: str, *_checked: bool) -> None:
        what = Text("move to another track") if key == "track" else Text("edit labels")
        self._do_to_all(what, partial(with_each_text, key=key, text=text))


def _as_text(
    rows: LabelRows, names: Mapping[ClassId, str], columns: Sequence[TableColumn], places: Ints
) -> str:
    """Rows as spreadsheet programs take them from the clipboard, below the names of their columns."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows([rows.value(column, place, names) for column in columns] for place in places.tolist())
    return text.getvalue()


def _stretch(label: Label) -> Selection | None:
    """What a label spans that the editor does not show, since its track is hidden; None: the whole clip."""
    if label.start_s is None or label.end_s is None:
        return None
    return Selection(label.start_s, label.end_s, label.low_hz, label.high_hz)
