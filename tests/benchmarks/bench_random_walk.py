"""A seeded random walk by mouse and key through the Label workspace of a real window, with playback.

After each action what the window knows is what the project's file holds; every state that was seen comes back
when its edit is gone to in the history; nothing raises. How long the window's thread stood still is printed:
the longest pause of every action, as the wall clock saw it but for when other programs had the core, and as
this thread computed itself; and the memory after each tenth of the walk.

    python tests/benchmarks/bench_random_walk.py [ACTIONS [SEED]]

The suite walks less far, and kills the window on its way.
"""

import json
import os
import random
import sys
import tempfile
import traceback
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.catalogue import Catalogue
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.engine import load_rooms
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from tests.benchmarks.watchdog import clocks

ACTIONS, SEED = 2_000, 1
RATE_HZ = 8_000
CLIPS = 6
LONG_MS = 60_000
BREATH_MS = 15  # between two actions
TARGET_MS, TARGET_P99_MS = 100.0, 30.0
LEFT = Qt.MouseButton.LeftButton
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
ASKING = (
    "export",
    "import",
    "ask",
    "open_",
    "new_",
    "close_project",
    "quit",
    "about",
    "demo",
    "record",
    "add_",
)
"""How commands begin that open a dialog of the system, or leave the project."""


def make_project(folder: Path) -> None:
    """Clips of a second to two minutes with sounds in them, classes, and two tracks of other kinds."""
    chance = np.random.default_rng(3)
    with Project.create(folder) as project:
        found = []
        for number, length_s in enumerate((1.0, 2.0, 5.0, 5.0, 30.0, 120.0)[:CLIPS]):
            samples = 0.01 * chance.standard_normal(round(length_s * RATE_HZ))
            for start_s in np.arange(0.25, length_s, 1.0):
                at = round(start_s * RATE_HZ)
                tone = np.sin(2 * np.pi * 700 * (1 + number) * np.arange(RATE_HZ // 4) / RATE_HZ)
                samples[at : at + len(tone)] += 0.3 * tone[: len(samples) - at]
            path = folder / "audio" / f"{number}.wav"
            path.parent.mkdir(exist_ok=True)
            write_wav(path, samples.astype(np.float32), RATE_HZ)
            found.append(Candidate(path, ("dog", "owl", "")[number % 3]))
        project.catalogue.add_clips([one for one in ingest(found) if isinstance(one, FoundClip)])


def state(view: CatalogueView) -> str:
    """All that edits change, as a text that is equal only if it is; labels of a clip have no order."""
    labels = {clip.id: sorted(map(repr, view.labels(clip.id))) for clip in view.clips}
    clips = [(clip.id, clip.group, clip.removed) for clip in view.clips]
    return json.dumps(
        [labels, clips, [repr(one) for one in view.classes], [repr(one) for one in view.tracks]]
    )


class Walker:
    """Does one thing after another with the window, and tells what it did."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        page = window.page
        assert page is not None
        workspace = page.desk.workspace("label")
        assert isinstance(workspace, LabelWorkspace)
        self.window, self.workspace, self.chance = window, workspace, chance
        self.page, self.document = page, page.context.document
        last = self.document.project.catalogue.undoable
        self.first = 0 if last is None else last.id
        self.actions: Sequence[QAction] = [
            action
            for action in dict.fromkeys(window.findChildren(QAction))
            if action.shortcuts() and not action.objectName().startswith(ASKING)
        ]
        self.steps: tuple[Callable[[], str], ...] = (
            *[self.key] * 6,
            *[self.drag] * 5,
            *[self.digit] * 3,
            *[self.click] * 3,
            *[self.wheel] * 2,
            self.menu,
            self.typed,
            self.row,
            self.undo,
            self.undo,
            self.double_click,
        )

    def step(self) -> str:
        """One thing, whatever it may be."""
        return self.chance.choice(self.steps)()

    def settle(self) -> None:
        """Close what would wait for ever, menus and now and then what has popped up, and come back."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) or (popup is not None and self.chance.random() < 0.3):
            popup.close()
        modal = QApplication.activeModalWidget()
        if modal is not None:
            modal.close()
        if not self.workspace.isVisible():
            self.page.show_workspace("label")

    def focus(self) -> QWidget:
        """Where keys go."""
        popup = QApplication.activePopupWidget()
        target = popup.focusWidget() or popup if popup is not None else QApplication.focusWidget()
        return target or self.workspace.editor

    def key(self) -> str:
        """A key of a command, or one that moves through fields and lists."""
        if self.chance.random() < 0.15:
            key = self.chance.choice((Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F6, Qt.Key.Key_Tab))
            QTest.keyClick(self.focus(), key)
            return f"key {key.name}"
        action = self.chance.choice(self.actions)
        sequence = self.chance.choice(action.shortcuts())
        QTest.keySequence(self.focus(), QKeySequence(sequence))
        return f"key {sequence.toString()} ({action.text()})"

    def digit(self) -> str:
        """A class for what is selected."""
        modifier = self.chance.choice(MODIFIERS[:3])
        digit = self.chance.choice("1234")
        QTest.keyClick(self.focus(), Qt.Key(ord(digit)), modifier)
        return f"digit {digit} {modifier.name}"

    def typed(self) -> str:
        """A name where one is asked for, or letters that mean something elsewhere."""
        text = self.chance.choice(("do", "owl", "wren", "bird/x", "12.5"))
        QTest.keyClicks(self.focus(), text)
        QTest.keyClick(self.focus(), self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        return f"type {text}"

    def pane(self) -> QWidget:
        """Somewhere along the time axis."""
        editor = self.workspace.editor
        return self.chance.choice(
            (editor.wave, editor.spectrogram, editor.tiers, editor.overview, editor.ruler)
        )

    def place(self, pane: QWidget) -> QPoint:
        """A pixel of it; often one at which a label is."""
        labels = self.workspace.editor.layer.tiers[Tier.LABELS].labels
        y = self.chance.randrange(max(pane.height(), 1))
        if labels and pane is not self.workspace.editor.overview and self.chance.random() < 0.5:
            start_s, end_s = self.chance.choice(labels).span_s(self.workspace.editor.view.duration_s)
            time_s = self.chance.choice((start_s, end_s, (start_s + end_s) / 2))
            x = round(58 + self.workspace.editor.view.x_at(time_s)) + self.chance.randint(-3, 3)
            if 0 <= x < pane.width():
                return QPoint(x, y)
        return QPoint(self.chance.randrange(max(pane.width(), 1)), y)

    def drag(self) -> str:
        """From one place of a pane to another, or out of it; Escape in the middle now and then."""
        pane, modifier = self.pane(), self.chance.choice(MODIFIERS)
        start, end = self.place(pane), self.place(pane)
        if self.chance.random() < 0.1:
            end = QPoint(end.x() * 3 - pane.width(), end.y() * 3 - pane.height())
        QTest.mousePress(pane, LEFT, modifier, start)
        for part in (0.2, 0.5, 0.8, 1.0):
            to = QPointF(start) + (QPointF(end) - QPointF(start)) * part
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                to,
                QPointF(pane.mapToGlobal(to.toPoint())),
                Qt.MouseButton.NoButton,
                LEFT,
                modifier,
            )
            QApplication.sendEvent(pane, move)
        if self.chance.random() < 0.1:
            QTest.keyClick(self.focus(), Qt.Key.Key_Escape)
        QTest.mouseRelease(pane, LEFT, modifier, end)
        return f"drag {type(pane).__name__} {start.toTuple()} {end.toTuple()} {modifier.name}"

    def click(self) -> str:
        """A place of a pane."""
        pane, modifier = self.pane(), self.chance.choice(MODIFIERS)
        place = self.place(pane)
        QTest.mouseClick(pane, LEFT, modifier, place)
        return f"click {type(pane).__name__} {place.toTuple()} {modifier.name}"

    def double_click(self) -> str:
        """A place of a pane, twice."""
        pane = self.pane()
        place = self.place(pane)
        QTest.mouseDClick(pane, LEFT, Qt.KeyboardModifier.NoModifier, place)
        return f"double click {type(pane).__name__} {place.toTuple()}"

    def menu(self) -> str:
        """The menu of what is at a place, and one of its entries that asks for nothing more."""
        pane = self.pane()
        place = self.place(pane)
        QTest.mouseClick(pane, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return f"menu of {type(pane).__name__}: none"
        entries = [
            one
            for one in menu.actions()
            if one.isEnabled() and one.menu() is None and not one.text().endswith("…") and one.text()
        ]
        chosen = self.chance.choice(entries) if entries else None
        menu.close()
        if chosen is None:
            return "menu without entries"
        text = chosen.text()
        chosen.trigger()
        return f"menu of {type(pane).__name__}: {text}"

    def wheel(self) -> str:
        """Scroll or zoom."""
        pane, modifier = self.pane(), self.chance.choice(MODIFIERS)
        place = QPointF(self.place(pane))
        delta = QPoint(0, self.chance.choice((-240, -120, 120, 240)))
        event = QWheelEvent(
            place,
            QPointF(pane.mapToGlobal(place.toPoint())),
            QPoint(),
            delta,
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pane, event)
        return f"wheel {type(pane).__name__} {delta.y()} {modifier.name}"

    def row(self) -> str:
        """Another clip."""
        table = self.workspace.clips.table
        rows = self.workspace.clips.model.rowCount()
        if not rows:
            self.workspace.clips.filter.clear()
            return "clear the filter"
        row = self.chance.randrange(rows)
        place = table.visualRect(self.workspace.clips.model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), LEFT, self.chance.choice(MODIFIERS[:3]), place)
        return f"clip in row {row}"

    def undo(self) -> str:
        """Take an edit back, but for the import, or make it again."""
        last = self.document.project.catalogue.undoable
        undoes = last is not None and last.id > self.first and self.chance.random() < 0.6
        (self.document.undo if undoes else self.document.redo)()
        return "undo" if undoes else "redo"


def breathe(milliseconds: int) -> None:
    """Run the window's loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Let the window live until something has happened."""
    deadline = QDeadlineTimer(LONG_MS)
    while not condition():
        if deadline.hasExpired():
            raise SystemExit(f"gave up waiting for {what}")
        breathe(5)


def open_window(folder: Path) -> MainWindow:
    """The real window with the project, when its first pictures are there."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent / "settings"))
    window = MainWindow(Session())
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.open_project(folder)
    wait_for(lambda: window.page is not None, "the project")
    assert window.page is not None
    window.page.show_workspace("label")
    workspace = window.page.desk.workspace("label")
    assert isinstance(workspace, LabelWorkspace)
    wait_for(lambda: workspace.editor.wave.picture is not None, "a picture")
    return window


def walk(
    folder: Path, actions: int, seed: int, tell: Callable[[str], object] = lambda _line: None
) -> list[str]:
    """Walk through the window on a project, and leave it.

    Returns
    -------
    list of str
        What went wrong, each with the actions before it; `tell` is called with a line of JSON for each
        action: what was done, the last edit that stands, the state, and the pause in milliseconds.
    """
    faults: list[str] = []
    done: deque[str] = deque(maxlen=12)
    sys.excepthook = lambda kind, error, trace: faults.append(
        "".join(traceback.format_exception(kind, error, trace)[-6:]) + "\nafter " + "\n      ".join(done)
    )
    list(load_rooms())  # as the program does by itself while nobody is doing anything
    window = open_window(folder)
    walker = Walker(window, random.Random(seed))
    catalogue: Catalogue = walker.document.project.catalogue
    seen: dict[int, bytes] = {}
    for _ in range(actions):
        began = clocks()
        done.append(walker.step())
        QApplication.processEvents()
        pause_ms, own_ms = (1000 * (now - then) for now, then in zip(clocks(), began, strict=True))
        walker.settle()
        breathe(BREATH_MS)
        wait_for(lambda: is_idle(walker.document), "an edit")
        last = catalogue.undoable
        number, now = 0 if last is None else last.id, state(catalogue.view)
        before = unpacked(seen.setdefault(number, packed(now)))
        if before != now:
            faults.append(
                f"another state at edit {number}\nafter " + "\n      ".join(done) + difference(before, now)
            )
            seen[number] = packed(now)
        tell(json.dumps([done[-1], number, now, pause_ms, own_ms]))
    wait_for(lambda: is_idle(walker.document), "the last edit")
    end = state(catalogue.view)
    window.close()
    wait_for(lambda: not window.isVisible(), "the end")
    with Project.open(folder) as project:
        if state(project.catalogue.view) != end:
            faults.append("the file holds another state than the window showed last")
        edits = [one.id for one in project.catalogue.history(100_000) if not one.left_behind]
        known = sorted(seen.keys() & edits)
        for number in random.Random(seed).sample(known, min(20, len(known))):
            project.catalogue.go_to(number)
            if state(project.catalogue.view) != unpacked(seen[number]):
                faults.append(f"going to edit {number} brings another state than it had")
    return faults


def packed(text: str) -> bytes:
    """A state in a tenth of its room: a long walk is to show what the window keeps, not what it does."""
    return zlib.compress(text.encode(), 1)


def unpacked(content: bytes) -> str:
    """The state again."""
    return zlib.decompress(content).decode()


def difference(before: str, now: str) -> str:
    """Where two states are not the same."""
    parts = zip(json.loads(before), json.loads(now), strict=True)
    return "".join(f"\n  was {one}\n  is  {other}" for one, other in parts if one != other)


def is_idle(document: Document) -> bool:
    """Whether no edit is being worked out or written."""
    try:
        document.check_idle()
    except UserError:
        return False
    return not document.awaits_edit


def memory_mb() -> float:
    """What this process holds."""
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Walk, and print the pauses."""
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else ACTIONS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    make_application(["walk"])
    rows: list[tuple[float, float, str]] = []

    def take(line: str) -> None:
        what, _number, _state, pause_ms, own_ms = json.loads(line)
        rows.append((own_ms, pause_ms, what))
        if len(rows) % max(1, actions // 10) == 0:
            print(f"{len(rows)} actions: {memory_mb():.0f} MB", flush=True)

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "walk"
        make_project(folder)
        faults = walk(folder, actions, seed, take)
    own, wall = (sorted(row[at] for row in rows) for at in (0, 1))
    for name, values in (("computing", own), ("stood still", wall)):
        p99 = values[int(0.99 * (len(values) - 1))]
        print(
            f"{name:<11} median {values[len(values) // 2]:6.1f} ms, p99 {p99:6.1f} ms"
            f" ({p99 / TARGET_P99_MS:.2f} of {TARGET_P99_MS:.0f}), longest {values[-1]:6.1f} ms"
            f" ({values[-1] / TARGET_MS:.2f} of {TARGET_MS:.0f})"
        )
    for own_ms, pause_ms, what in sorted(rows, reverse=True)[:10]:
        print(f"  {own_ms:6.1f} ms computing, {pause_ms:6.1f} ms standing: {what}")
    print(f"{len(rows)} actions, {len(faults)} faults")
    print("\n\n".join(faults[:5]))


if __name__ == "__main__":
    main()
