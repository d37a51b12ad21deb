"""What the model takes the clip for, with a button to agree and one to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import SuggestionDetail
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.text import DASH
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    ElidedLabel,
    Panel,
    ScoreBar,
    button,
    muted_label,
    primary_button,
    row_layout,
    title_label,
)

_TOP = 3


class SuggestionPanel(Panel):
    """Shows the class with its nearest rivals; without a suggestion it says where one comes from."""

    accepted = Signal()
    skipped = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(words(Text("Model suggestion")), parent)
        self.heading.setText(self.tr("MODEL SUGGESTION"))
        self.setAccessibleName(self.tr("Model suggestion"))
        self._project = project
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.title.setFont(title_label().font())
        self.none = muted_label(wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.rows = [(ElidedLabel(), ScoreBar()) for _ in range(_TOP)]
        for row, (name, bar) in enumerate(self.rows):
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(bar, row, 1)
        self.accept_button = primary_button(self.tr("Accept"), self.tr("Label the clip like this"))
        speaks_for(self.accept_button, "accept_suggestion")
        self.skip_button = button(self.tr("Skip"), self.tr("Go to the next suggestion without deciding"))
        self.accept_button.clicked.connect(self.accepted)
        self.skip_button.clicked.connect(self.skipped)
        self._buttons = QWidget()
        self._buttons.setLayout(row_layout(self.accept_button, self.skip_button))
        self.body.addWidget(self.title)
        self.body.addWidget(self.none)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._buttons)
        self.show_clip(None)

    def show_clip(self, clip_id: ClipId | None) -> None:
        """Show what is suggested for a clip."""
        detail = None if clip_id is None else self._project.suggestions.detail(clip_id)
        names = {one.id: one.name for one in self._project.catalogue.view.classes}
        is_there = detail is not None and bool(detail.suggestion.classes)
        for widget in (self.title, self._buttons, *(part for row in self.rows for part in row)):
            widget.setVisible(is_there)
        self.none.setVisible(not is_there)
        if detail is None or not is_there:
            self.none.setText(self._why_none(clip_id, detail))
            return
        suggestion = detail.suggestion
        scores = {suggestion.class_id: suggestion.score, **detail.scores}
        top = sorted((one for one in scores if one in names), key=lambda one: scores[one], reverse=True)[
            :_TOP
        ]
        self.title.set_text(words(joined(names[one] for one in suggestion.classes)))
        for place, (name, bar) in enumerate(self.rows):
            has_row = place < len(top)
            name.setVisible(has_row)
            bar.setVisible(has_row)
            if has_row:
                name.set_text(names[top[place]])
                bar.set_score(scores[top[place]])
        labels = self._project.catalogue.view.labels(suggestion.clip_id)
        self.accept_button.setEnabled(set(whole_clip_classes(labels)) != set(suggestion.classes))

    def _why_none(self, clip_id: ClipId | None, detail: SuggestionDetail | None) -> str:
        if detail is not None:
            told = Text(
                "No class as a whole, but {n} sound is heard in it: click it in the row of the model and"
                " press Return to take it.",
                "No class as a whole, but {n} sounds are heard in it: click one in the row of the model and"
                " press Return to take it.",
                n=len(detail.events),
            )
            return words(told)
        if self._project.catalogue.view.has_suggestions:
            if clip_id is None:
                return DASH
            return self.tr("None for this clip: the model takes it for no class, or has not heard it.")
        return self.tr("None yet. Train a model, and it suggests classes for each clip.")

    @property
    def has_suggestion(self) -> bool:
        """Whether there is something to accept."""
        return self.accept_button.isVisibleTo(self) and self.accept_button.isEnabled()
