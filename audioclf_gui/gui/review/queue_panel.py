"""QUEUE: which clips are judged, in which order, how far that is."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget
from typing_extensions import override

from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.run import RunId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import key_table, key_text, speaks_for
from audioclf_gui.gui.review.page_question import PageQuestion
from audioclf_gui.gui.review.queue import Order, Show
from audioclf_gui.gui.review.session import ReviewProgress
from audioclf_gui.gui.review.spot_check import SpotCheckBox
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import DASH, number_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    button,
    icon_button,
    muted_label,
    primary_button,
    row_layout,
    swatch,
)


class OpeningBox(QComboBox):
    """Says that it is about to show what there is to choose from."""

    opening = Signal()

    @override
    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()


_Box = TypeVar("_Box", bound=QComboBox)


class QueuePanel(Panel):
    """The choices at the left of the grid."""

    changed = Signal()  # another queue is wanted
    renew_asked = Signal()
    accept_page_asked = Signal()
    undo_asked = Signal()
    sizes_asked = Signal()  # the queues are about to be offered: tell by `show_sizes` how long they are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Queue").upper())
        self.setAccessibleName(self.tr("Queue"))
        self._finders: dict[str, Callable[[], object]] = {}
        self._queues: dict[Show, str] = {}  # what each is called
        self.show_box = self._combo(self.tr("Show"), OpeningBox())
        self._shown_place = 0  # of the queue that is shown
        self.given = QLabel()
        self.given.setWordWrap(True)
        self.given.hide()
        self.class_box = self._combo(self.tr("Class"), QComboBox())
        self.class_box.addItem(self.tr("All classes"), None)
        self.order_box = self._combo(self.tr("Order"), QComboBox())
        self._offer_queues()
        self.counts = muted_label(wrap=True)
        self.sources = muted_label(wrap=True)
        self.renew = icon_button(
            "refresh", self.tr("Make the queue again from the newest suggestions"), flat=True
        )
        self.accept_page = primary_button(self.tr("Accept page"))
        self.question = PageQuestion()
        self.spot_check = SpotCheckBox()
        self.undo = button(self.tr("Undo"), self.tr("Take back the last step"))
        speaks_for(self.undo, "undo")
        self.play_along = QCheckBox(self.tr("Play as you go"))
        self.hint = muted_label(wrap=True)
        self._arrange()
        self.show_box.currentIndexChanged.connect(self._choose_queue)
        for box in (self.class_box, self.order_box):
            box.currentIndexChanged.connect(self.changed)
        self.renew.clicked.connect(self.renew_asked)
        self.accept_page.clicked.connect(self.accept_page_asked)
        self.undo.clicked.connect(self.undo_asked)

    def _combo(self, name: str, box: _Box) -> _Box:
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def _offer_queues(self) -> None:
        self.show_box.opening.connect(self.sizes_asked)
        for text, show in (
            (self.tr("Model suggestions"), Show.SUGGESTIONS),
            (self.tr("Disagreements with labels"), Show.DISAGREEMENTS),
            (self.tr("Unlabelled clips"), Show.UNLABELLED),
            (self.tr("Kept in Live"), Show.CAPTURED),
            (self.tr("Same sound twice"), Show.DUPLICATES),
            (self.tr("Files put aside"), Show.QUARANTINED),
        ):
            self.show_box.addItem(text, show)
            self._queues[show] = text
        for text, order in (
            (self.tr("Least certain first"), Order.LEAST_CERTAIN),
            (self.tr("Most certain first"), Order.MOST_CERTAIN),
            (self.tr("By name"), Order.NAME),
        ):
            self.order_box.addItem(text, order)

    def _explain(self) -> None:
        self.show_box.setWhatsThis(
            self.tr(
                "Which clips are judged: what a model suggests, where it disagrees with your labels, "
                "what has no label, was kept in Live, sounds like something, or could not be read."
            )
        )
        self.class_box.setWhatsThis(
            self.tr(
                "Only clips for which this class is proposed. With one class on the page a mistake is "
                "quickly seen."
            )
        )
        self.order_box.setWhatsThis(
            self.tr(
                "What comes first. The least certain teach the model most; the most certain are the "
                "quickest to accept."
            )
        )
        self.renew.setWhatsThis(
            self.tr(
                "The queue stays as it was while you judge. Press it after a new training or after "
                "labelling elsewhere: what is settled leaves the queue, new suggestions join it."
            )
        )

    def _arrange(self) -> None:
        top = row_layout(self.heading, self.renew)
        self.heading.show()
        top.insertStretch(1, 1)
        self.body.insertLayout(0, top)
        for name, box in (
            (self.tr("Show"), self.show_box),
            (self.tr("Class"), self.class_box),
            (self.tr("Order"), self.order_box),
        ):
            label = muted_label(name)
            label.setBuddy(box)
            self.body.addWidget(label)
            self.body.addWidget(box)
            if box is self.show_box:
                self.body.addWidget(self.given)
        self.accept_page.setToolTip(self.tr("Accept every open suggestion that is in sight, as one step"))
        speaks_for(self.accept_page, "review_accept_page")
        self.play_along.setToolTip(self.tr("Play the clip that the pointer or the arrow keys come to"))
        self.body.addSpacing(4)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.accept_page)
        self.question.shown.connect(self._make_room)
        self.body.addWidget(self.question)
        self.body.addWidget(self.spot_check)
        self.body.addWidget(self.undo)
        self.body.addWidget(self.play_along)
        self.body.addWidget(self.sources)
        self.body.addStretch(1)
        self.body.addWidget(self.hint)
        self._explain()

    def _make_room(self, is_asked: bool) -> None:
        """Show of a small window's panel nothing but what is asked, and what of a queue is chosen."""
        for widget in (self.accept_page, self.spot_check, self.sources, self.hint):
            widget.setHidden(is_asked)

    def _choose_queue(self, place: int) -> None:
        """Another queue, at once; one that is found first takes a while, and until then this one stays."""
        find = self._finders.get(self.show_box.itemText(place))
        if find is None:
            self._shown_place = place
            self.changed.emit()
            return
        with QSignalBlocker(self.show_box):
            self.show_box.setCurrentIndex(self._shown_place)
        find()

    def offer(self, text: str, find: Callable[[], object]) -> None:
        """Offer a queue whose clips have to be found first; they come by `show_given`."""
        self._finders[text] = find
        self.show_box.addItem(text)

    def show_sizes(self, sizes: Mapping[Show, int]) -> None:
        """Say behind each queue how many clips it has, where that is known."""
        for show, count in sizes.items():
            told = f"{self._queues[show]} ({number_text(count)})"
            self.show_box.setItemText(self.show_box.findData(show), told)

    def choose(self, show: Show, order: Order, class_id: ClassId | None) -> None:
        """Choose a queue that is offered, without asking for it."""
        place = self.show_box.findData(show)
        with QSignalBlocker(self.show_box), QSignalBlocker(self.order_box), QSignalBlocker(self.class_box):
            self.show_box.setCurrentIndex(place)
            self.order_box.setCurrentIndex(max(0, self.order_box.findData(order)))
            self.class_box.setCurrentIndex(
                0 if class_id is None else max(0, self.class_box.findData(int(class_id)))
            )
        self._shown_place = place

    @property
    def show_kind(self) -> Show:
        """Where the clips come from."""
        kind = self.show_box.currentData()
        return kind if isinstance(kind, Show) else Show.SUGGESTIONS

    @property
    def class_id(self) -> ClassId | None:
        """The one class that is wanted; None: all."""
        chosen = self.class_box.currentData()
        return None if chosen is None else ClassId(int(chosen))

    @property
    def order(self) -> Order:
        """What comes first."""
        chosen = self.order_box.currentData()
        return chosen if isinstance(chosen, Order) else Order.LEAST_CERTAIN

    def show_given(self, title: str, count: int) -> None:
        """Offer and choose clips that were handed in, in the order in which they came, of every class."""
        self.offer_given(title, count)
        self.choose(Show.GIVEN, Order.GIVEN, None)
        self.changed.emit()

    def offer_given(self, title: str, count: int) -> None:
        """Offer clips that were handed in."""
        text = words(Text("Chosen clips ({n})", n=count))
        self.given.setText(title)
        with QSignalBlocker(self.show_box), QSignalBlocker(self.order_box):
            place = self.show_box.findData(Show.GIVEN)
            if place < 0:
                place = len(self._queues)
                self.show_box.insertItem(place, text, Show.GIVEN)
                self.order_box.insertItem(0, self.tr("As chosen"), Order.GIVEN)
            self.show_box.setItemText(place, text)

    def show_classes(self, classes: Sequence[LabelClass], counts: Mapping[ClassId | None, int]) -> None:
        """Offer the classes, with how many clips of the queue are proposed for each."""
        self.given.setVisible(self.show_kind is Show.GIVEN)
        chosen = self.class_id
        with QSignalBlocker(self.class_box):
            self.class_box.clear()
            self.class_box.addItem(self.tr("All classes"), None)
            for label_class in classes:
                count = counts.get(label_class.id, 0)
                text = f"{label_class.name}  ({number_text(count)})" if count else label_class.name
                self.class_box.addItem(QIcon(swatch(label_class.colour, size=10)), text, int(label_class.id))
            place = -1 if chosen is None else self.class_box.findData(int(chosen))
            self.class_box.setCurrentIndex(max(0, place))

    def show_sources(self, runs: Sequence[RunId], labelled: int) -> None:
        """Say whose suggestions these are, and what the next training will use."""
        numbers = ", ".join(map(str, runs))
        by_runs = [Text("Suggested by run {numbers}.", numbers=numbers)] if runs else []
        use = Text(
            "The next training uses {n} labelled clip.",
            "The next training uses {n} labelled clips.",
            n=labelled,
        )
        self.sources.setText("\n".join(map(words, (*by_runs, use))))

    def show_progress(self, place: int, progress: ReviewProgress) -> None:
        """Show how far it is: "24 of 131 · 18 accepted · 4 rejected"; `place` is the current one."""
        self.accept_page.setEnabled(bool(progress.total))
        if not progress.total:
            self.counts.setText(self.tr("nothing to judge"))
            return
        parts = [Text("{place} of {total}", place=place + 1, total=progress.total)]
        verdicts = (
            Text("{n} accepted", "{n} accepted", n=progress.accepted),
            Text("{n} rejected", "{n} rejected", n=progress.rejected),
            Text("{n} other class", "{n} other class", n=progress.relabelled),
        )
        parts += [verdict for verdict in verdicts if verdict.count]
        self.counts.setText(" · ".join(words(part).replace(" ", "\N{NO-BREAK SPACE}") for part in parts))

    def show_hint(self, keys: Mapping[str, str], classes: int) -> None:
        """Name the keys; `keys` are those of the review commands by their key in the actions table."""
        last = min(classes, 9)
        digits = self.tr("1–{last} other class").format(last=last) if classes > 1 else ""
        beside = self.tr("Shift+1–{last} add or take away").format(last=last) if classes > 1 else ""
        parts = (
            f"{keys['review_play']} {self.tr('play')}",
            f"{keys['review_accept']} {self.tr('accept')}",
            f"{keys['review_reject']} {self.tr('reject')}",
            digits,
            beside,
            f"←→↑↓ {self.tr('move')}",
            f"{keys['review_open']} {self.tr('open')}",
            f"{keys['review_evidence']} {self.tr('why')}",
            f"{keys['review_hear']} {self.tr('as heard')}",
        )
        # a key stays in the line of what it does
        self.hint.setText(" · ".join(part.replace(" ", "\N{NO-BREAK SPACE}", 1) for part in parts if part))


def shown_keys(names: Sequence[str], session: Session) -> dict[str, str]:
    """The first key of each command as it is written on keyboards; a dash for one that has none."""
    keys = key_table(session).keys
    return {name: key_text(keys[name][0]) if keys[name] else DASH for name in names}
