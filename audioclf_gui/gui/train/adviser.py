"""Works out what is to be said beside the choice of a model: which one is taken and why, and whose it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.workspace import LazyRefresh, Workspace
from audioclf_gui.ml.preset_choice import advice
from audioclf_gui.ml.saved_preset import lacking

_SETTLE_MS = 200


class PresetAdviser(LazyRefresh):
    """Advises anew, beside the window's own work, when the choice or the labels have changed."""

    advised = Signal(object)  # tuple[Text, ...]

    def __init__(self, context: Context, workspace: Workspace, choice: TrainChoice) -> None:
        super().__init__(workspace, self._ask, _SETTLE_MS)
        self._context = context
        self._choice = choice
        self._is_asking = False
        document = context.document
        self.watch(document.clips_changed, document.labels_changed, document.classes_changed, choice.changed)

    def _ask(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        asked = (self._context.document.view, self._choice.settings)
        self._context.start(
            answering(lambda: (*lacking(*asked), *advice(*asked))),
            Text("Choosing a model"),
            on_done=self._tell,
            on_ended=partial(self._end, asked),
        )

    def _tell(self, said: Sequence[Text]) -> None:
        self.advised.emit(said)

    def _end(self, asked: tuple[object, object]) -> None:
        """Ask again if the question has changed meanwhile."""
        self._is_asking = False
        view, settings = asked
        if view is not self._context.document.view or settings is not self._choice.settings:
            self.mark()
