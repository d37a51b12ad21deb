"""Making mixtures of the project's sounds: a page with what is wanted and what it comes to."""

import itertools
from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar
from typing_extensions import override

from audioclf_gui.core.errors import UserError, told
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project, opening
from audioclf_gui.core.project_files import project_files
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.mixture_example import MixtureExample
from audioclf_gui.gui.mixtures_form import MixturesForm
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    button,
    muted_label,
    panel_closer,
    primary_button,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.make_mixtures import (
    MakeMixtures,
    MixturesMade,
    MixturesOutlined,
    make_mixtures,
    outline_mixtures,
)

_PLACE_KEY = "mixtures/place"
_SETTLE_MS = 300
_GAP = 10
_TOLD = 5  # recordings that could not be read


class MixturesPanel(Panel):
    """Writes mixtures into a project of their own, which is opened when it is there."""

    closed = Signal()
    opening_wanted = Signal(object)  # Opening: of the new project

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._worker: Worker | None = None
        self._looking: Worker | None = None
        self._outlined_for: MakeMixtures | None = None
        self.form = MixturesForm(self._start_folder)
        self.outline = muted_label(wrap=True)
        self.make_button = primary_button(
            self.tr("Make mixtures…"), self.tr("Choose where the new project goes, and make it")
        )
        self.make_button.clicked.connect(self.choose_folder)
        self.example = MixtureExample(context, self._request, self)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Making mixtures"))
        self.progress.setMaximumWidth(240)
        self.stop_button = button(
            self.tr("Stop"), self.tr("Keep the mixtures that are done; making them again goes on with these")
        )
        self.stop_button.clicked.connect(self.stop)
        self._arrange()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._outline)
        self.form.changed.connect(self._await_outline)
        self._allow(False)
        self._show_state()

    def _arrange(self) -> None:
        close = panel_closer()
        close.clicked.connect(self.closed)
        head = row_layout(title_label(self.tr("Make mixtures"), 2.0))
        head.addStretch(1)
        head.addWidget(close)
        foot = row_layout(self.make_button, self.example.button, self.progress, self.stop_button)
        foot.addStretch(1)
        self.body.setSpacing(_GAP)
        self.body.addLayout(head)
        self.body.addWidget(
            muted_label(
                self.tr(
                    "Labelled sounds are put together to longer recordings with labels of their own, as a new"
                    " project to train on. What sounds for training sounds in no other set."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self.outline)
        self.body.addLayout(foot)
        self.body.addWidget(self.example.picture)
        self.body.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._outline()

    def _start_folder(self) -> Path:
        place = self._context.session.text(_PLACE_KEY, str(self._context.document.project.folder.parent))
        return Path(place)

    def _show_state(self) -> None:
        is_making = self._worker is not None
        for widget in (self.progress, self.stop_button):
            widget.setVisible(is_making)
        self.make_button.setVisible(not is_making)
        self.example.button.setVisible(not is_making)
        self.form.setEnabled(not is_making)

    def _await_outline(self) -> None:
        self._allow(False)
        self._stop_looking()
        self._settle.start()

    def _outline(self) -> None:
        """Say what would be made, or why nothing can be."""
        if not self.isVisible() or self._worker is not None:
            return
        try:
            request = self._request(self._place(self._start_folder()))
        except UserError as error:
            self._outlined_for = None
            self._refuse(error)
            return
        self._outlined_for = request
        self._stop_looking()
        self._looking = self._context.start(
            partial(outline_mixtures, request),
            Text("Looking at the sounds"),
            on_done=partial(self._show_outline, request),
            on_failed=partial(self._show_failure, request),
            on_ended=partial(self._end_looking, request),
        )

    def _stop_looking(self) -> None:
        """Look no further for settings that are gone: a folder of many recordings takes its time."""
        if self._looking is not None:
            self._looking.stop()
            self._looking = None

    def _end_looking(self, request: MakeMixtures) -> None:
        if request is self._outlined_for:
            self._looking = None

    def _show_outline(self, request: MakeMixtures, outlined: MixturesOutlined) -> None:
        if request is self._outlined_for:
            self.outline.setText(words(listed([outlined.text, *outlined.notes])))
            set_role(self.outline, "muted")
            self._allow(True)

    def _show_failure(self, request: MakeMixtures, error: Exception) -> None:
        if request is self._outlined_for:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.outline.setText(words(told(error)))
        set_role(self.outline, "bad")
        self._allow(False)

    def _allow(self, is_possible: bool) -> None:
        self.make_button.setEnabled(is_possible)
        self.example.allow(is_possible)

    def _request(self, folder: Path) -> MakeMixtures:
        """What is chosen; UserError if it cannot be made."""
        return self.form.request(self._context.document.view, folder)

    def _place(self, parent: Path) -> Path:
        """Where the project goes: an unfinished one of that name is gone on with."""
        name = f"{self._context.document.project.name} mixtures"
        names = itertools.chain((name,), (f"{name} {number}" for number in itertools.count(2)))
        return next(parent / one for one in names if not project_files(parent / one))

    def choose_folder(self) -> None:
        """Let the system ask for the folder around the new project, then make it."""
        parent = QFileDialog.getExistingDirectory(
            self, self.tr("Folder around the new project"), str(self._start_folder())
        )
        if parent:
            self._context.session.put(_PLACE_KEY, parent)
            self.make(self._place(Path(parent)))

    def make(self, folder: Path) -> None:
        """Make the project, in the background."""
        request = self._request(folder)
        self.progress.setRange(0, 0)
        self._worker = self._context.start(
            partial(make_mixtures, request),
            Text("Making mixtures"),
            self._follow,
            self._finish,
            on_ended=self._end,
        )
        self._show_state()

    def stop(self) -> None:
        """Make no more; those that are done stay."""
        if self._worker is not None:
            self._worker.stop()

    def _follow(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)

    def _end(self) -> None:
        self._worker = None
        self._show_state()
        self._outline()

    def _finish(self, made: MixturesMade) -> None:
        self.closed.emit()
        self.opening_wanted.emit(partial(_opening_made, made))


def _opening_made(made: MixturesMade) -> Generator[Progress, None, Project]:
    """Open the project of mixtures; what came of making it is told with what opening has to tell."""
    project = yield from opening(made.file)
    text = Text(
        "{n} mixture with {events:d} events made.",
        "{n} mixtures with {events:d} events made.",
        n=sum(made.mixtures.values()),
        events=made.events,
    )
    refused = [Text("{name}: {reason}", name=one.path.name, reason=one.reason) for one in made.refused]
    project.notes = (*project.notes, text, *made.notes, *refused[:_TOLD])
    return project
