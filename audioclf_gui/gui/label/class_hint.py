"""Says in the status line what the keys of classes do now."""

from collections.abc import Callable

from audioclf_gui.core.class_target import ClassTarget, Moment, SelectedLabels, TimeSpan, WholeClips
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.workspace import LazyRefresh, Workspace

_SETTLE_MS = 40  # a drag changes the selection with every move of the mouse


class ClassHint(LazyRefresh):
    """Watches what the keys depend on; while its workspace is not seen nothing is said."""

    def __init__(self, workspace: Workspace, context: Context, target: Callable[[], ClassTarget]) -> None:
        super().__init__(workspace, self._say, _SETTLE_MS)
        self._context = context
        self._target = target
        workspace.shown.connect(self.mark)
        workspace.hidden.connect(lambda: context.hint_changed.emit(""))

    def _say(self) -> None:
        hint = told(self._target()) if self._context.document.view.classes else None
        self._context.hint_changed.emit("" if hint is None else words(hint))


def told(target: ClassTarget) -> Text | None:
    """What the keys of classes do now, in words; None: nothing."""
    match target:
        case SelectedLabels(count):
            return Text("Class keys: change the label", "Class keys: change {n} labels", n=count)
        case TimeSpan(is_marked=True):
            return Text("Class keys: label what was marked")
        case TimeSpan():
            return Text("Class keys: label the selection")
        case Moment(is_heard=True):
            return Text("Class keys: label the moment that is heard")
        case Moment():
            return Text("Class keys: label the selected moment")
    return None if target is None else _told_of_clips(target)


def _told_of_clips(target: WholeClips) -> Text:
    if target.count == 1 and target.asks:
        return Text("Class keys: label the whole clip, after asking")
    n = target.count
    return Text("Class keys: label the whole clip", "Class keys: label {n} whole clips", n=n)
