"""Leads through the steps: shows the one that is next, and goes on when it was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import key_table, key_text, shown_text
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.start_panel import StartPanel, demo_folder
from audioclf_gui.gui.top_bar import TopBar
from audioclf_gui.gui.tour.callout import Callout, Ring, place_in_window
from audioclf_gui.gui.tour.steps import STEPS, TourStep
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.workspaces import WORKSPACES

if TYPE_CHECKING:  # loaded with the first project
    from audioclf_gui.gui.project_page import ProjectPage

_STEP, _IS_ON, _WAS_OFFERED = "tour/step", "tour/is_on", "tour/was_offered"
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
    QEvent.Type.LayoutRequest,
}


class Tour(QObject):
    """Shows itself over the demo project only; how far it came is kept with the window's settings."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        top_bar: TopBar,
        start_panel: StartPanel,
        message_bar: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._top_bar = top_bar
        self._start_panel = start_panel
        self._message_bar = message_bar
        self._page: ProjectPage | None = None
        self._begun = -1  # the step whose workspace has been shown
        self._least = 0  # what its count was at its lowest since then
        self._is_offering = False
        self._watched: list[QWidget] = []
        self._heard: list[QMetaObject.Connection] = []
        self.outline = Ring(window)
        self.callout = Callout(window)
        self.callout.pressed.connect(self._press)
        self.callout.closed.connect(self.leave)
        self.callout.shown_there.connect(self._go_there)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._refresh)

    @property
    def step(self) -> int:
        """The number of the step that is next, from 0."""
        return round(self._session.number(_STEP, 0, 0, len(STEPS) - 1))

    @property
    def is_on(self) -> bool:
        """Whether it goes on where the demo project is shown."""
        return self._session.flag(_IS_ON, default=False)

    def follow(self, page: "ProjectPage | None") -> None:
        """Another project is shown, or none; go on with the tour if it is the demo, or offer it once."""
        self._watch(())
        self._page, self._begun, self._is_offering = None, -1, False
        if page is not None and page.context.document.project.folder == demo_folder():
            self._page = page
            page.workspace_changed.connect(self._settle.start)
            if not self.is_on and not self._session.flag(_WAS_OFFERED, default=False):
                self._session.put(_WAS_OFFERED, True)
                self._is_offering = True
        self._settle.start()

    def begin(self) -> None:
        """Go on where it was left, in the demo project; if it is shown, give it the keyboard."""
        if self.callout.isVisible() and not self._is_offering:
            self.callout.take_keyboard()
            return
        self._is_offering = False
        self._session.put(_IS_ON, True)
        self._session.put(_WAS_OFFERED, True)
        if self._page is None:
            self._start_panel.demo()
        else:
            self._page.show_desk()
            self._refresh()

    def leave(self) -> bool:
        """Take it away; the menu goes on where it was. False if it is not shown."""
        if not self.callout.isVisible():
            return False
        self._is_offering = False
        self._session.put(_IS_ON, False)
        self._refresh()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is pointed at has moved, or something came before it."""
        if event.type() in _MOVES:
            self._settle.start()
        return False

    def _press(self) -> None:
        if self._is_offering:
            self.begin()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """The step is done, or was skipped."""
        self._begun = -1
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard = []
        if self.step + 1 < len(STEPS):
            self._session.put(_STEP, self.step + 1)
        else:
            self._session.put(_STEP, 0)
            self._session.put(_IS_ON, False)
            self._message_bar.show_note(
                self.tr(
                    "That is all: label, train, look at the mistakes, listen. For your own recordings make a"
                    " new project and drop them on the window."
                )
            )
        self._settle.start()

    def _look(self, *_told: object) -> None:
        """Something has happened that may have been what the step waits for."""
        if self._page is None or not self.is_on or self._begun != self.step:
            return
        count = STEPS[self.step].count(self._page)
        if count > self._least:
            self._go_on()
        else:
            self._least = count
            self._settle.start()

    def _refresh(self) -> None:
        """Show what is to be shown now, where it is now."""
        page = self._page
        is_seen = page is not None and page.isVisible()
        if page is not None and is_seen and self._is_offering:
            self._offer()
        elif page is not None and is_seen and self.is_on:
            self._show_step(page, STEPS[self.step])
        else:
            self._watch(() if page is None else _up_to_window(page))  # it may come back
            self.callout.hide()
            self.outline.hide()

    def _offer(self) -> None:
        self.callout.say(
            self.tr("Guided tour"),
            self.tr("Shall the program be shown?"),
            self.tr(
                "Five steps, done by yourself on these sounds: from a recording to a program that listens."
            ),
            self.tr("Not now (Esc); Help › Guided tour shows it at any time"),
            is_offer=True,
        )
        self._point_at(self._top_bar.title)

    def _show_step(self, page: "ProjectPage", step: TourStep) -> None:
        is_there = page.desk.name == step.workspace and page.desk.isVisible()
        if is_there:
            self._enter(page, step)
        place = Text("Guided tour: {step} of {steps}", step=self.step + 1, steps=len(STEPS))
        told = step.says(page) if is_there else self._way_to(step)
        tip = self.tr("Leave the tour (Esc); Help › Guided tour goes on here")
        self.callout.say(words(place), words(step.title), words(told), tip)
        self._point_at(step.points_at(page) if is_there else self._top_bar.tabs[step.workspace])

    def _enter(self, page: "ProjectPage", step: TourStep) -> None:
        """The workspace of a step is shown for the first time since the step is next."""
        if self._begun == self.step:
            return
        self._begun = self.step
        step.begin(page)
        self._least = step.count(page)
        self._heard = [signal.connect(self._look) for signal in step.watches(page)]
        _scroll_to(step.points_at(page))

    def _way_to(self, step: TourStep) -> Text:
        spec = WORKSPACES[step.workspace]
        name, keys = Text.plain(shown_text(spec.title)), key_table(self._session).keys[spec.action]
        if not keys:
            return Text("It is done in the workspace {name}: click its button here.", name=name)
        key = key_text(keys[0])
        return Text(
            "It is done in the workspace {name}: click its button here, or press {key}.", name=name, key=key
        )

    def _point_at(self, target: QWidget) -> None:
        self._watch(_up_to_window(target))
        place = place_in_window(target)
        self.outline.surround(place)
        self.callout.stand_beside(place, self._window.rect())

    def _watch(self, widgets: Sequence[QWidget]) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = list(widgets)
        for widget in self._watched:
            widget.installEventFilter(self)

    def _go_there(self) -> None:
        if self._watched:
            self._window.activateWindow()
            self._watched[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _up_to_window(target: QWidget) -> list[QWidget]:
    """Everything whose moves and shows move and show a control, itself first."""
    chain, widget = [target], target
    while not widget.isWindow() and (parent := widget.parentWidget()) is not None:
        widget = parent
        chain.append(widget)
    return chain


def _scroll_to(target: QWidget) -> None:
    """Bring a control into view that was scrolled away."""
    widget = target.parentWidget()
    while widget is not None:
        if isinstance(widget, QScrollArea):
            widget.ensureWidgetVisible(target)
        widget = widget.parentWidget()
