"""SEARCH: try settings, see them come in, and take the best for the next run."""

import threading
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.number_box import CountBox
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.parallel_plot import ParallelPlot
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, muted_label
from audioclf_gui.jobs.search import Announced, Found, Search, TrialsSeen, search
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, changed
from audioclf_gui.ml.search.space import SPACES, TITLES, space_of, usual_space
from audioclf_gui.ml.search.study import Trial
from audioclf_gui.ml.settings import TrainSettings, settings_for

_MOST_TRIALS = 1000
_SETTINGS = 3  # the column that takes the room that is left
_FIRST = "forest"  # trained in seconds


class SearchPage(QWidget):
    """One search at a time; asked for again after it was stopped, the same search goes on where it was."""

    saving_asked = Signal(str, object)  # what a preset is to be called, and its TrainSettings

    def __init__(self, context: Context, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._choice = context, choice
        self._stop = threading.Event()
        self._request: Search | None = None
        self.found: Found | None = None
        self.preset, self.method, self.space = QComboBox(), QComboBox(), QComboBox()
        self.trials = CountBox(minimum=1, maximum=_MOST_TRIALS, value=12)
        indent(self.trials)
        self.trials.setAccessibleName(self.tr("Trials"))
        self.trials.setWhatsThis(
            self.tr(
                "How many settings are tried. More take longer and find somewhat better ones; a dozen "
                "is a start. A grid may have fewer."
            )
        )
        self.trials.setSuffix(self.tr(" trials"))
        self.start = button(
            self.tr("Search"), self.tr("Try settings in inner folds; one fold is kept apart for the winner")
        )
        self.halt = button(self.tr("Stop"), self.tr("End the search; what is done is kept"))
        self.use = button(
            self.tr("Use the best"), self.tr("Take the settings of the best trial for the next run")
        )
        self.save = button(
            self.tr("Save as preset"), self.tr("Keep the settings of the best trial as a preset of your own")
        )
        self.said = muted_label(
            self.tr("Settings are tried in folds; how good the best are is measured on a fold kept apart."),
            wrap=True,
        )
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.model = ValueTable(())
        self.table = value_view(self.model, self.tr("Trials"))
        self.plot = ParallelPlot()
        self._fill()
        self._arrange()
        self._set_running(False)
        self.start.clicked.connect(self.begin)
        self.halt.clicked.connect(self._stop_search)
        self.use.clicked.connect(self.use_best)
        self.save.clicked.connect(self.save_best)

    def _fill(self) -> None:
        self.show_presets(())
        self.preset.setAccessibleName(self.tr("Preset"))
        self.preset.setWhatsThis(
            self.tr("The model whose settings are searched. What is not searched stays as in this preset.")
        )
        self.method.addItem(self.tr("Random"), "random")
        self.method.addItem(self.tr("Grid"), "grid")
        self.method.addItem(self.tr("Halving"), "halving")
        self.method.setAccessibleName(self.tr("Method"))
        self.method.setWhatsThis(
            self.tr(
                "How trials are chosen: at random, every combination of a grid, or at random with the "
                "worse half ended early, which saves time with networks."
            )
        )
        self.space.addItem(self.tr("Usual space"), "")
        for name in SPACES:
            self.space.addItem(words(TITLES[name]), name)
        self.space.setAccessibleName(self.tr("Space"))
        self.space.setWhatsThis(
            self.tr(
                "Which settings are tried, and from what to what. The usual space is that which "
                "matters most for the chosen model."
            )
        )

    def show_presets(self, saved: tuple[SavedPreset, ...]) -> None:
        """Offer the user's own presets below the ready-made ones."""
        chosen = self.preset.currentData() or _FIRST
        self._starts = {name: settings_for(name) for name in PRESETS if name != AUTOMATIC}
        self.preset.clear()
        for name in self._starts:
            self.preset.addItem(words(PRESETS[name].title), name)
        if saved:
            self.preset.insertSeparator(self.preset.count())
        for one in saved:
            self._starts[one.name] = one.settings
            self.preset.addItem(one.name, one.name)
        self.preset.setCurrentIndex(self.preset.findData(chosen if chosen in self._starts else _FIRST))

    def _arrange(self) -> None:
        chosen = FlowLayout(self.preset, self.method, self.space, self.trials)
        buttons = FlowLayout(self.start, self.halt, self.use, self.save)
        self.plot.hide()
        self.table.hide()
        both = QHBoxLayout()
        both.addWidget(self.table, 3)
        both.addWidget(self.plot, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(chosen)
        whole.addLayout(buttons)
        whole.addWidget(self.answer)
        whole.addWidget(self.said)
        whole.addLayout(both, 1)
        whole.addStretch(0)
        self.answer.hide()

    def begin(self) -> None:
        """Search, or go on with the same search."""
        settings = self._starts[str(self.preset.currentData())]
        named = str(self.space.currentData())
        space = space_of([named]) if named else usual_space(settings)
        self._request = Search(settings, space, self.method.currentData(), self.trials.value())
        self._stop, self.found = threading.Event(), None
        self.answer.hide()
        self._set_running(True)
        self._context.start(
            partial(search, self._request, self._context.document.project.view(), cache_folder(), self._stop),
            Text("Searching for settings"),
            self._follow,
            self._show_found,
            on_ended=partial(self._set_running, False),
        )

    def use_best(self) -> None:
        """Choose the winner's settings for the next run."""
        best = self._best()
        if best is not None:
            self._choice.choose_settings(best)

    def save_best(self) -> None:
        """Keep the winner's settings as a preset."""
        best = self._best()
        if best is not None:
            title = Text("{preset}, best of a search", preset=PRESETS[best.preset].title)
            self.saving_asked.emit(words(title), best)

    def _best(self) -> TrainSettings | None:
        if self.found is None or self.found.winner is None or self._request is None:
            return None
        return changed(self._request.settings, self.found.winner.values)

    def _stop_search(self) -> None:
        self._stop.set()
        self.halt.setEnabled(False)

    def _set_running(self, is_running: bool) -> None:
        for one in (self.preset, self.method, self.space, self.trials, self.start):
            one.setEnabled(not is_running)
        self.halt.setEnabled(is_running)
        has_winner = self.found is not None and self.found.winner is not None
        for one in (self.use, self.save):
            one.setEnabled(not is_running and has_winner)

    def _follow(self, event: object) -> None:
        match event:
            case Announced():
                self.said.setText(words(event.text))
            case TrialsSeen():
                self._show_trials(event.trials, self.tr("figure"))

    def _show_found(self, found: Found) -> None:
        self.found = found
        self._show_trials(found.trials, words(found.figure_name))
        self.answer.setText(words(found.answer))
        self.answer.show()

    def _show_trials(self, trials: tuple[Trial, ...], figure: str) -> None:
        if self._request is None:
            return
        self.table.show()
        self.plot.show()
        self.model.show_columns(self._columns(), trials)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_SETTINGS, QHeaderView.ResizeMode.Stretch)
        self.plot.show_trials(self._request.space, trials, figure)

    def _columns(self) -> tuple[Column, ...]:
        states = {
            "waiting": self.tr("waiting"),
            "running": self.tr("running"),
            "done": self.tr("done"),
            "ended early": self.tr("ended early"),
            "failed": self.tr("failed"),
        }
        return (
            Column(self.tr("Trial"), lambda one: str(one.number), is_number=True),
            Column(self.tr("Figure"), lambda one: words(one.figure_text), is_number=True),
            Column(self.tr("State"), lambda one: states[one.state]),
            Column(
                self.tr("Settings"), lambda one: one.values_text, lambda one: one.problem or one.values_text
            ),
            Column(self.tr("Seconds"), lambda one: shown_number(one.seconds, ".1f"), is_number=True),
        )
