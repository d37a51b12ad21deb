"""The Review workspace: a queue at the left, its pictures in a grid, one key for each decision."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.run import Answer, RunId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.drifted import Drifted
from audioclf_gui.gui.label_doubts import LabelDoubts
from audioclf_gui.gui.review.by_sound import BySound
from audioclf_gui.gui.review.explainer import Explainer
from audioclf_gui.gui.review.grid import ClipGrid
from audioclf_gui.gui.review.kept_queue import SETTING, queue_from_json
from audioclf_gui.gui.review.quarantine_list import QuarantineList
from audioclf_gui.gui.review.queue import Entry, ReviewVerdict, Show, queue_sizes
from audioclf_gui.gui.review.queue_panel import QueuePanel, shown_keys
from audioclf_gui.gui.review.session import ReviewEdit, ReviewSession, class_names, suggesting_runs, why_empty
from audioclf_gui.gui.review.spot_check import SpotChecker
from audioclf_gui.gui.review.tile_loader import TileLoader, TileRequest
from audioclf_gui.gui.review.tile_painter import Tile
from audioclf_gui.gui.review.tile_player import TilePlayer
from audioclf_gui.gui.setting_keeper import SettingKeeper
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.text import score_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspace import LazyRefresh, Workspace

_PANEL_WIDTH = 224
_PLAY_ALONG = "review/play-along"
_KEYS = (
    "review_play",
    "review_accept",
    "review_reject",
    "review_open",
    "review_evidence",
    "review_hear",
)


class ReviewWorkspace(Workspace):
    """Judge clips by their pictures and sounds."""

    def __init__(
        self, context: Context, cache_dir: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.review = ReviewSession()
        self._keeper = SettingKeeper(context.document.project, SETTING, self)
        self._is_taken_up = False
        self._kept: object = None  # what of the queue the project was last told to keep
        self._suggesting: tuple[RunId, ...] = ()
        self._queue = LazyRefresh(self, self._begin)
        self.doubts, self.drifted = LabelDoubts(context, self), Drifted(context, self)
        self.loader = TileLoader(cache_dir or cache_folder(), self)
        self.panel = QueuePanel()
        self.panel.setFixedWidth(_PANEL_WIDTH)
        self.by_sound = BySound(context, self._current_id, self)
        self.panel.play_along.setChecked(context.session.flag(_PLAY_ALONG, False))
        self.explainer = Explainer(context, self)
        self.grid = ClipGrid(self.loader, self._tile)
        self.sounds = TilePlayer(context, self.grid, self)
        self.spot_checker = SpotChecker(context, self.review, self.panel.spot_check, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self.panel)
        self.aside = QuarantineList(context)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.aside)
        row.addLayout(self.by_sound.around(self.pages), 1)
        self._connect()
        self._connect_document()

    def _connect(self) -> None:
        self.panel.changed.connect(self._queue.now)
        self.panel.renew_asked.connect(self._queue.now)
        self.panel.offer(self.tr("Likely label errors"), self.doubts.find_by_newest_folds)
        self.panel.offer(self.tr("Unlike what was learnt"), self.drifted.find_by_newest_used)
        self.panel.sizes_asked.connect(self._show_sizes)
        self.doubts.found.connect(self.show_clips)
        self.drifted.found.connect(self.show_clips)
        self.by_sound.found.connect(self.show_clips)
        self.panel.spot_check.asked.connect(self.start_spot_check)
        self.spot_checker.drawn.connect(self.show_clips)
        self.explainer.changed.connect(self.grid.refresh)
        self.explainer.heard.connect(self._hear)
        self.panel.accept_page_asked.connect(self.accept_page)
        self.panel.undo_asked.connect(self._document.undo)
        self.panel.question.all_chosen.connect(partial(self._accept_asked, with_contradictions=True))
        self.panel.question.others_chosen.connect(partial(self._accept_asked, with_contradictions=False))
        self.panel.question.cancelled.connect(self._end_question)
        self.panel.play_along.toggled.connect(lambda on: self._context.session.put(_PLAY_ALONG, on))
        self.grid.current_changed.connect(self._move)
        self.grid.opened.connect(self._open)
        self.grid.hovered.connect(self._hover)
        self.grid.page_changed.connect(self._count)
        keys: dict[str, Callable[[], object]] = {
            "review_play": self.play,
            "review_accept": self.accept,
            "review_reject": self.reject,
            "review_evidence": partial(self._explain, self.explainer.show),
            "review_hear": partial(self._explain, self.explainer.hear),
            "review_open": lambda: self._open(self.grid.current),
            **self.by_sound.handlers,
        }
        whole = {
            "review_accept_page": self.accept_page,
            "review_spot_check": self.start_spot_check,
            "review_accept_above": self.spot_checker.accept,
        }
        session = self._context.session
        self.commands = build_actions(self.grid, keys, session) | build_actions(self, whole, session)
        self.add_class_keys(self.grid, self.give_class, self.toggle_class)

    def _connect_document(self) -> None:
        self._document.labels_changed.connect(self._labels_changed)
        self._document.suggestions_changed.connect(self._suggestions_changed)
        self._document.classes_changed.connect(self._classes_changed)
        self._queue.watch(self._document.clips_changed)
        self._document.history_changed.connect(self._show_undo)
        self._show_undo()

    @override
    def activate(self) -> None:
        self.grid.setFocus()

    @override
    def deactivate(self) -> None:
        super().deactivate()
        self.sounds.stop()

    @override
    def shutdown(self) -> None:
        super().shutdown()
        self._queue.stop()
        self._keeper.flush()
        self.loader.shutdown()

    @override
    def show_clips(self, title: str, clips: Sequence[ClipId | Answer]) -> None:
        self.review.hand_over(clips)
        self.panel.show_given(title, len(clips))
        self.grid.setFocus()

    def accept(self) -> None:
        """Give the current clip the class that is proposed, and go on."""
        entry = self._current()
        if entry is None or not self._has_proposal(entry):
            return
        edit = self.review.accept(self._document.view, entry)
        if edit is None:
            self._show_verdicts()
        if edit is None or self._make(edit):
            self._go_on()

    def reject(self) -> None:
        """Rule the proposed class out for the current clip, and go on."""
        entry = self._current()
        if entry is None or not self._has_proposal(entry):
            return
        edit = self.review.reject(self._document.view, entry)
        if edit is None:
            self._show_verdicts()
        if edit is None or self._make(edit):
            self._go_on()

    def give_class(self, given: LabelClass) -> None:
        """Give the current clip a class, and go on."""
        entry = self._current()
        if entry is not None and self._make(self.review.give(self._document.view, entry, given)):
            self._go_on()

    def toggle_class(self, given: LabelClass) -> None:
        """Give the current clip a class beside others, or take it away; it stays current."""
        entry = self._current()
        if entry is not None:
            self._make(self.review.toggle(self._document.view, entry, given))

    def accept_page(self) -> None:
        """Accept every open proposal in sight as one step, and turn the page; ask if people contradict."""
        page = self.grid.page
        if self.spot_checker.is_judging:
            self._context.status(self.tr("Judge each of the sample by itself."))
            return
        entries = self.review.open_proposals(page)
        if not entries:
            self._context.status(self.tr("There is no open suggestion on this page."))
            return
        contradictions = self.review.contradictions(self._document.view, entries)
        if contradictions:
            self.panel.question.ask(entries, page.stop, tuple(contradictions.values()))
        else:
            self._accept_entries(entries, page.stop)

    def start_spot_check(self) -> None:
        """Judge ten suggestions of the chosen class before all that score enough are accepted."""
        self.spot_checker.start(self.panel.class_id)

    def _accept_asked(self, *, with_contradictions: bool) -> None:
        question = self.panel.question
        self._end_question()
        kept = self.review.contradictions(self._document.view, question.entries)
        entries = [one for one in question.entries if with_contradictions or one.clip_id not in kept]
        self._accept_entries(entries, question.after)

    def _end_question(self) -> None:
        if not self.panel.question.isHidden():
            self.panel.question.end()
            self.grid.setFocus()

    def _accept_entries(self, entries: Sequence[Entry], after: int) -> None:
        """Accept those that are still open, and go on after them."""
        still_open = [entry for entry in entries if self.review.verdict(entry) is ReviewVerdict.OPEN]
        request = self.review.accept_all(self._document.view, still_open)
        self._show_verdicts()
        if request is None:
            self._turn_page(after)
        else:
            self._context.edit(request, partial(self._turn_page, after))

    def _turn_page(self, place: int, _accepted: int = 0) -> None:
        self.grid.set_current(min(place, len(self.grid.entries) - 1))

    def play(self) -> None:
        """Play the current clip, or stop."""
        self.sounds.toggle(self.grid.current)

    def _make(self, edit: ReviewEdit) -> bool:
        return self._context.do(edit.what, edit.change)

    def _go_on(self) -> None:
        if self.grid.current + 1 < len(self.grid.entries):
            self.grid.set_current(self.grid.current + 1)

    def _has_proposal(self, entry: Entry) -> bool:
        if not entry.proposed:
            self._context.status(
                self.tr("Nothing is suggested for this clip; press the number of its class.")
            )
        return bool(entry.proposed)

    def _current(self) -> Entry | None:
        place = self.grid.current
        return self.grid.entries[place] if 0 <= place < len(self.grid.entries) else None

    def _current_id(self) -> ClipId | None:
        entry = self._current()
        return None if entry is None else entry.clip_id

    def _begin(self) -> None:
        """Make the queue that is chosen; the clip that is current stays so if it is in it."""
        view, panel, review = self._document.view, self.panel, self.review
        before = self._current()
        self._end_question()
        resumed = self._take_up()
        if not resumed:
            review.begin(view, panel.show_kind, panel.order, panel.class_id)
        panel.show_classes(view.classes, review.proposals)
        self._show_page()
        self.sounds.stop()
        self.grid.empty_text = words(why_empty(view, panel.show_kind, self._document.project.runs.with_model))
        self.grid.show_entries(review.entries)
        place = review.first_open if resumed else None if before is None else review.place(before.clip_id)
        if place is not None:
            self.grid.set_current(place)
        panel.show_hint(shown_keys(_KEYS, self._context.session), len(view.classes))
        self._suggesting = suggesting_runs(view, review.entries)
        self._count()
        self._keep()

    def _take_up(self) -> bool:
        """Go on with the queue that was left when the project was last open, if no other is wanted yet."""
        if self._is_taken_up:
            return False
        self._is_taken_up = True
        view, panel = self._document.view, self.panel
        kept = queue_from_json(self._keeper.kept, view)
        if kept is None or panel.show_kind is Show.GIVEN:
            return False
        if kept.show is Show.GIVEN:
            panel.offer_given(kept.title, len(kept.entries))
        panel.show_classes(view.classes, {})
        panel.choose(kept.show, kept.order, kept.class_id)
        self.review.resume(view, kept)
        return True

    def _keep(self) -> None:
        """Let the project keep the queue that somebody is in the middle of."""
        panel, review = self.panel, self.review
        if self._kept == review.to_be_kept:
            return
        self._kept = review.to_be_kept
        kept = review.kept(panel.order, panel.class_id, panel.given.text())
        self._keeper.keep(kept.to_json() if review.keeps_its_queue else None)

    def _show_page(self) -> None:
        is_aside = self.panel.show_kind is Show.QUARANTINED
        if is_aside:
            self.aside.refresh()
        self.pages.setCurrentWidget(self.aside if is_aside else self.grid)

    def _show_sizes(self) -> None:
        self.panel.show_sizes({Show.QUARANTINED: sum(1 for _ in self._document.project.quarantine)})
        count = partial(queue_sizes, self._document.view)
        self._context.start(answering(count), Text("Counting clips"), on_done=self.panel.show_sizes)

    def _labels_changed(self, touched: frozenset[ClipId]) -> None:
        self.review.judge(self._document.view, touched)
        self._show_verdicts()
        if not self.review.has_begun and not self.isVisible():
            self._queue.mark()

    def _classes_changed(self) -> None:
        """A queue that somebody is in the middle of stays as it is, under what its classes are now."""
        if not self.review.keeps_its_queue:
            self._queue.mark()
            return
        self.review.follow_classes(self._document.view)
        self.panel.show_classes(self._document.view.classes, self.review.proposals)
        self.grid.entries = self.review.entries
        self._show_verdicts()

    def _suggestions_changed(self, _touched: frozenset[ClipId]) -> None:
        """New suggestions make a new queue, unless somebody is in the middle of this one."""
        if not (self.isVisible() and self.review.keeps_its_queue):
            self._queue.mark()

    def _show_verdicts(self) -> None:
        self.grid.refresh()
        self._count()
        self._keep()

    def _show_undo(self) -> None:
        self.panel.undo.setEnabled(self._document.undoable is not None)

    def _count(self) -> None:
        self.panel.show_progress(self.grid.current, self.review.progress)
        self.panel.show_sources(self._suggesting, self._document.view.labelled)
        self.spot_checker.follow()
        is_free = self.panel.question.isHidden() and not self.spot_checker.is_checking
        self.panel.accept_page.setVisible(is_free)

    def _tile(self, entry: Entry) -> Tile:
        view = self._document.view
        clip = view.clip(entry.clip_id)
        proposed = words(class_names(view, entry.proposed))
        now = whole_clip_classes(view.labels(entry.clip_id))
        given = "" if set(now) == set(entry.proposed) else words(class_names(view, now))
        score = "" if entry.score is None else f" {score_text(entry.score)}"
        return Tile(
            request=TileRequest(view.audio_path(clip), clip.content, clip.duration_s, clip.audio.rate_hz),
            name=clip.name,
            proposed=f"{proposed}{score}" if proposed else "",
            colours=tuple(one.colour for one in view.classes if one.id in entry.proposed),
            given=given,
            verdict=self.review.verdict(entry),
            evidence=self.explainer.evidence(entry.clip_id),
        )

    def _open(self, place: int) -> None:
        if 0 <= place < len(self.grid.entries):
            self.sounds.stop()
            self.clip_opened.emit(self.grid.entries[place].clip_id)

    def _move(self, place: int) -> None:
        self._count()
        if self.panel.play_along.isChecked() and self.isVisible() and self.grid.hasFocus():
            self.sounds.play(place, unasked=True)
        else:
            self.sounds.stop()

    def _hover(self, place: int) -> None:
        if not self.panel.play_along.isChecked():
            return
        if place >= 0:
            self.sounds.play(place, unasked=True)
        else:
            self.sounds.stop()

    def _explain(self, ask: Callable[[Entry], None]) -> None:
        entry = self._current()
        if entry is not None:
            ask(entry)

    def _hear(self, clip_id: ClipId, file: Path, start_s: float) -> None:
        if self.review.place(clip_id) == self.grid.current:
            self.sounds.play_file(self.grid.current, file, start_s)
