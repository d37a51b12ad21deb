"""Whatever is clicked, typed or dragged in any workspace: nothing raises, the file holds what was seen."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from audioclf_gui.core.project import Project

ACTIONS, BREATH_MS = 150, 10
LEFT = Qt.MouseButton.LeftButton
SPACES = ("label", "review", "train", "live")
NAMED = "Space Tab Return Escape Delete Home End Left Right Up Down F6 F1"
KEYS = (
    *[Qt.Key(ord(digit)) for digit in "0123456789"],
    *[Qt.Key(ord(letter)) for letter in "ABIJKLNOPSUXZ"],
    *[
        getattr(Qt.Key, f"Key_{name}")
        for name in ("Space", "Tab", "Return", "Escape", "Delete", "Home", "End")
    ],
    *[getattr(Qt.Key, f"Key_{name}") for name in ("Left", "Right", "Up", "Down", "F6", "F1")],
)
STAYS_OUT = ("show_", "train", "listen", "record", "classify", "retrain", "open", "export")
"""What begins a long job, needs a device, or leaves the workspace; the other tests press these."""


@pytest.fixture(scope="module")
def walking(benchmarks):
    return benchmarks("bench_random_walk")


class Wanderer:
    """Does one thing after another with what is seen of the window."""

    def __init__(self, window, seed):
        self.window, self.chance = window, random.Random(seed)
        self.first = window.page.context.document.project.catalogue.undoable.id

    def step(self):
        self.chance.choice(
            (
                self.key,
                self.click,
                self.click,
                self.drag,
                self.label,
                self.label,
                self.undo,
                self.type,
                self.turn,
            )
        )()

    def seen(self, *kinds):
        found = [one for kind in kinds for one in self.window.page.findChildren(kind)]
        return [one for one in found if one.isVisible() and one.isEnabled() and not one.size().isEmpty()]

    def place(self, widget):
        return QPoint(self.chance.randrange(widget.width()), self.chance.randrange(widget.height()))

    def key(self):
        QTest.keyClick(QApplication.focusWidget() or self.window, self.chance.choice(KEYS))

    def click(self):
        buttons = [one for one in self.seen(QAbstractButton) if not asks(one)]
        if buttons:
            button = self.chance.choice(buttons)
            QTest.mouseClick(button, LEFT, pos=button.rect().center())

    def drag(self):
        areas = [*self.seen(QAbstractScrollArea), *self.seen(QWidget)]
        area = self.chance.choice([one for one in areas if not isinstance(one, QAbstractButton)])
        target = area.viewport() if isinstance(area, QAbstractScrollArea) else area
        self.sweep(target)

    def sweep(self, target):
        QTest.mousePress(target, LEFT, pos=self.place(target))
        QTest.mouseMove(target, self.place(target))
        QTest.mouseRelease(target, LEFT, pos=self.place(target))

    def label(self):
        """Mark a stretch where sounds are labelled, and press a class's key."""
        editor = self.window.page.desk.workspace("label").editor
        if not editor.wave.isVisible():
            self.window.commands["show_label"].trigger()
        self.sweep(editor.wave)
        QTest.keyClick(editor, self.chance.choice((Qt.Key.Key_1, Qt.Key.Key_2)))

    def undo(self):
        """Take back an edit, but for the import."""
        document = self.window.page.context.document
        last = document.project.catalogue.undoable
        if last is not None and last.id > self.first:
            self.window.commands["undo"].trigger()

    def type(self):
        fields = self.seen(QLineEdit)
        if fields:
            field = self.chance.choice(fields)
            field.setFocus()
            QTest.keyClicks(field, self.chance.choice(("owl", "7.5", "a/b", "-1")))
            QTest.keyClick(field, self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def turn(self):
        self.window.commands[f"show_{self.chance.choice(SPACES)}"].trigger()

    def settle(self):
        """Close menus and questions, as Escape would."""
        for shown in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if shown is not None:
                shown.close()


def asks(button):
    """Whether a button leads to a dialog of the system, which no test can press, or to a long job."""
    text = button.text().replace("&", "").lower()
    leads = isinstance(getattr(button, "menu", lambda: None)(), QMenu)
    return leads or text.endswith("…") or any(part in text for part in STAYS_OUT)


@pytest.fixture(autouse=True)
def _no_file_is_chosen(monkeypatch):
    """Answer dialogs of the system, which wait for a person, as Escape does."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_options: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_options: "")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [1])
def test_wandering_through_all_workspaces_raises_nothing_and_keeps_everything(
    open_window, project_folder, walking, qtbot, seed
):
    wanderer = Wanderer(open_window, seed)
    document = open_window.page.context.document
    visited, states = set(), set()
    for _ in range(ACTIONS):
        wanderer.step()
        QTest.qWait(BREATH_MS)
        wanderer.settle()
        visited |= {name for name in SPACES if open_window.page.desk.workspace(name).isVisible()}
        states.add(walking.state(document.project.catalogue.view))
    qtbot.waitUntil(lambda: walking.is_idle(document), timeout=20_000)
    assert visited == set(SPACES)
    assert len(states) > 5, "it hardly did anything"
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    end = walking.state(document.project.catalogue.view)
    open_window.close()
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=10_000)
    with Project.open(project_folder) as project:
        assert walking.state(project.catalogue.view) == end
