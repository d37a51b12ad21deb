"""What every workspace is: when it is seen, what it remembers, which keys it shares with the others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.run import Answer
from audioclf_gui.core.text import Text
from audioclf_gui.gui.accessible import set_accessible_role
from audioclf_gui.gui.class_keys import ClassKeys
from audioclf_gui.gui.command import CLASS_KEYS, DIGITS, SHIFT_DIGITS
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words


class Workspace(QWidget):
    """One room of an open project; `gui.workspaces` lists them all.

    It is made when it is first looked at, and from then on told when it is seen. It knows no other
    workspace: what is another one's business it says by its signals.
    """

    clips_shown = Signal(str, object)  # a title and tuple[ClipId | Answer, ...], for another workspace
    clip_opened = Signal(object)  # ClipId, to be shown in another workspace
    escaped = Signal()  # Esc was pressed in it, and it has nothing to leave
    shown = Signal()  # it can be seen now; also after something that covered it is gone
    hidden = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self.commands: dict[str, QAction] = {}  # its own, by their keys in the table of commands
        self._splitters: dict[str, QSplitter] = {}
        set_accessible_role(self, QAccessible.Role.Pane)

    def activate(self) -> None:
        """It was chosen and is seen now: take the keyboard."""

    def say(self, text: str) -> None:
        """Say something in the status bar for some seconds."""
        self._context.status(text)

    def menu_actions(self) -> list[QAction]:
        """Its entries in the menu bar."""
        return list(self.commands.values())

    def deactivate(self) -> None:
        """Another workspace was chosen."""
        for key, splitter in self._splitters.items():
            self._context.session.put_layout(key, splitter.saveState())

    def shutdown(self) -> None:
        """The project is about to be closed: end at once what goes on."""
        self.deactivate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    def show_clips(self, title: str, clips: Sequence[ClipId | Answer]) -> None:
        """Show clips that another workspace hands over; asked of the one that is `workspaces.FOR_CLIPS`.

        An Answer is shown with what it says, whatever is suggested for the clip.
        """
        raise NotImplementedError

    def keep_layout(self, key: str, splitter: QSplitter, sizes: Sequence[int]) -> None:
        """Give a splitter the sizes that it had last, and remember from now on those that it gets.

        Parameters
        ----------
        key
            Under which they are remembered; no other splitter has it.
        sizes
            In pixels, for the first time.
        """
        splitter.setSizes(list(sizes))
        splitter.restoreState(self._context.session.layout(key))
        self._splitters[key] = splitter

    def add_class_keys(
        self,
        owner: QWidget,
        give: Callable[[LabelClass], object],
        toggle: Callable[[LabelClass], object] | None = None,
        *,
        repeats: bool = True,
    ) -> None:
        """Let the digits mean ten of the project's classes while the keyboard is in `owner`.

        Alt and a digit chooses which ten, see `gui.class_keys.ClassPages`.

        Parameters
        ----------
        toggle
            What a digit does while Shift is held down; None: the same.
        repeats
            Whether a key that is held down goes on giving its class.
        """
        pages = self._context.class_pages

        def press(digit: int, with_shift: bool) -> None:
            classes = self._document.view.classes
            place = pages.place(digit, len(classes))
            if place < len(classes):
                (toggle if with_shift and toggle else give)(classes[place])
            else:
                key = (SHIFT_DIGITS if with_shift and toggle else DIGITS)[digit]
                self._context.status(words(Text("No class has the key {key} yet", key=key)))

        def turn(page: int) -> None:
            classes = self._document.view.classes
            pages.turn_to(page, len(classes))
            meant = classes[pages.place(0, len(classes)) :][: len(CLASS_KEYS)]
            if meant:
                first, last = meant[0].name, meant[-1].name
                self._context.status(
                    words(Text("The digits mean the classes from {first} to {last}", first=first, last=last))
                )

        ClassKeys(owner, press, turn, repeats=repeats)


class LazyRefresh(QObject):
    """Refreshes what a workspace shows after changes: once after a burst, and not before it is seen.

    Parameters
    ----------
    workspace
        Who shows it; what it shows is stale when this is made.
    refresh
        Shows what is there now.
    settle_ms
        How long changes must have been over; 0 refreshes at once after each.
    """

    def __init__(self, workspace: Workspace, refresh: Callable[[], object], settle_ms: int = 0) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._refresh = refresh
        self._is_stale = True
        self._is_stopped = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(settle_ms)
        self._settle.timeout.connect(self.now)
        workspace.shown.connect(self._catch_up)
        workspace.hidden.connect(self._settle.stop)

    def watch(self, *signals: SignalInstance) -> None:
        """Refresh after each of these, whatever it tells."""
        for signal in signals:
            signal.connect(self.mark)

    def mark(self, *_told: object) -> None:
        """What is shown is out of date."""
        self._is_stale = True
        if self._workspace.isVisible() and not self._is_stopped:
            if self._settle.interval():
                self._settle.start()
            else:
                self.now()

    def stop(self) -> None:
        """Refresh no more."""
        self._is_stopped = True
        self._settle.stop()

    def now(self) -> None:
        """Refresh at once, whether it is stale or not."""
        self._is_stale = False
        self._settle.stop()
        self._refresh()

    def _catch_up(self) -> None:
        if self._is_stale and not self._is_stopped:
            self.now()
