"""Judging ten of many suggestions, and then accepting all of them."""

import secrets
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.proportion import Proportion
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.review.session import ReviewSession
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, muted_label, primary_button, row_layout
from audioclf_gui.jobs.edit_clips import AcceptSuggestions
from audioclf_gui.jobs.spot_check import DrawnSuggestions, SpotCheck, spot_check


class SpotCheckBox(QWidget):
    """From which score all suggestions may be accepted, how good these are, and the button for it."""

    asked = Signal()
    accept_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least_score = NumberBox()
        self.least_score.setRange(0.0, 1.0)
        self.least_score.setSingleStep(0.05)
        self.least_score.setDecimals(2)
        self.least_score.setValue(0.9)
        self.least_score.setAccessibleName(self.tr("Score from which suggestions are accepted"))
        self.least_score.setWhatsThis(
            self.tr(
                "From which score, 0 to 1, suggestions are drawn for the spot check, and accepted "
                "after it. Lower: more of them, and more mistakes."
            )
        )
        indent(self.least_score)
        label = muted_label(self.tr("All from score"))
        label.setBuddy(self.least_score)
        self.start = button(
            self.tr("Spot check…"), self.tr("Judge ten of these suggestions, drawn at random, before all")
        )
        speaks_for(self.start, "review_spot_check")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.accept = primary_button("", self.tr("Accept the suggestions that were not drawn, as one step"))
        speaks_for(self.accept, "review_accept_above")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row_layout(label, self.least_score))
        column.addWidget(self.start)
        column.addWidget(self.told)
        column.addWidget(self.accept)
        self.start.clicked.connect(self.asked)
        self.accept.clicked.connect(self.accept_asked)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is being judged."""
        self.told.hide()
        self.accept.hide()

    def show_judged(self, judged: int, drawn: DrawnSuggestions) -> None:
        """So many of the sample are judged."""
        told = Text(
            "{judged} of {n} drawn are judged, of {total} suggestions of {score:.2f} or more",
            judged=judged,
            n=len(drawn.sample),
            total=len(drawn.suggested),
            score=drawn.least_score,
        )
        self.told.setText(words(told))
        self.told.show()
        self.accept.hide()

    def show_precision(self, found: Proportion, others: int) -> None:
        """All are judged: so good they are, and so many more can be accepted."""
        self.told.setText(words(found.text))
        self.told.show()
        self.accept.setText(words(Text("Accept the other one", "Accept the {n} others", n=others)))
        self.accept.setVisible(others > 0)


class SpotChecker(QObject):
    """Draws suggestions, hands them to the queue, follows how they are judged and accepts the others."""

    drawn = Signal(str, object)  # a title, and the clips to be judged

    def __init__(self, context: Context, review: ReviewSession, box: SpotCheckBox, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._review = review
        self._box = box
        self._drawn: DrawnSuggestions | None = None
        box.accept_asked.connect(self.accept)

    def start(self, class_id: ClassId | None) -> None:
        """Draw ten of the suggestions that score enough, of one class or of all."""
        seed = secrets.randbelow(2**31)
        request = SpotCheck(self._box.least_score.value(), class_id, seed=seed)
        project = self._context.document.project.view()
        self._context.start(
            partial(spot_check, request, project), Text("Drawing suggestions"), on_done=self._show
        )

    def _show(self, drawn: DrawnSuggestions) -> None:
        self._drawn = drawn
        title = Text(
            "Spot check: {n} of {total} from {score:.2f}",
            n=len(drawn.sample),
            total=len(drawn.suggested),
            score=drawn.least_score,
        )
        self.drawn.emit(words(title), drawn.sample)
        self.follow()

    @property
    def is_checking(self) -> bool:
        """Whether what is in the queue was drawn."""
        return self._drawn is not None

    @property
    def is_judging(self) -> bool:
        """Whether what is in the queue was drawn, and some of that is not judged yet."""
        return self._drawn is not None and self._review.open_count > 0

    def follow(self) -> None:
        """Tell how far it is; another queue ends the check, and what was judged stays."""
        drawn, review = self._drawn, self._review
        if drawn is None:
            return
        if {entry.clip_id for entry in review.entries} != set(drawn.sample):
            self._drawn = None
            self._box.show_nothing()
        elif review.open_count:
            self._box.show_judged(len(drawn.sample) - review.open_count, drawn)
        else:
            found = Proportion(review.progress.accepted, len(drawn.sample))
            self._box.show_precision(found, len(self._still_open(drawn)))

    def accept(self) -> None:
        """Accept the suggestions that were not drawn and are still open, as one step."""
        if self._drawn is None or self.is_judging:
            self._context.status(self.tr("Judge a sample first: start a spot check."))
            return
        still_open = self._still_open(self._drawn)
        if still_open:
            self._context.edit(AcceptSuggestions(still_open), self._tell)

    def _still_open(self, drawn: DrawnSuggestions) -> dict[ClipId, tuple[ClassId, ...]]:
        view = self._context.document.view
        return {
            clip_id: classes
            for clip_id, classes in drawn.others.items()
            if not view.labels(clip_id)
            and not view.clip(clip_id).removed
            and view.rejected(clip_id).isdisjoint(classes)
            and view.class_ids.issuperset(classes)
        }

    def _tell(self, n: int) -> None:
        accepted = Text("{n} suggestion accepted", "{n} suggestions accepted", n=n)
        self._context.status(words(accepted))
        self.follow()
