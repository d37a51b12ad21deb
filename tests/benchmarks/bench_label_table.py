"""Prints what the label table costs with 100 000 labels, as ratios: to 1 000 labels, and to 100 ms.

All times are CPU time of the window's thread, that of a person who waits. Run
`python tests/benchmarks/bench_label_table.py`.
"""

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.label_table import LabelTablePane
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme

MANY, FEW, EACH = 100_000, 1_000, 50  # labels, and so many in a clip
ROUNDS = 7
LIMIT_MS = 100.0


def filled(folder: Path, count: int) -> Project:
    """A project with so many labels in clips of a hundred seconds, each with a note of its own."""
    project = Project.create(folder / f"{count} labels")
    facts = AudioFacts(44_100, 1, 4_410_000, "WAV 16 bit")
    project.catalogue.add_clips(
        [
            FoundClip(Candidate(folder / f"site{at % 9}" / f"rec_{at:05}.wav"), facts, f"{at}")
            for at in range(count // EACH)
        ]
    )
    view = project.catalogue.view
    classes = view.with_classes([f"class {number}" for number in range(50)])
    numbers = itertools.count()
    labels = {
        clip.id: tuple(_label(next(numbers), ClassId(1 + at % 50), at) for at in range(EACH))
        for clip in view.clips
    }
    project.catalogue.apply(Text("label"), Change(labels=labels, classes=classes))
    return project


def _label(number: int, class_id: ClassId, at: int) -> Label:
    extra = (("Call Type", ("song", "call", "alarm")[number % 3]),)
    return Label(
        class_id, 2.0 * at, 2.0 * at + 1.0, 900.0, 4000.0, note=f"heard as number {number}", extra=extra
    )


class Window:
    """The table in a window, all of its labels listed."""

    def __init__(self, project: Project) -> None:
        self.bar = MessageBar()
        self.context = Context(Document(project), PlayerController(), self.bar, Session())
        self.table = LabelTablePane(self.context)
        self.table.resize(1000, 600)
        begun_s = time.monotonic()
        self.table.show()
        while not self.table.model.rowCount():
            QApplication.processEvents()
        self.opened_s = time.monotonic() - begun_s
        self._numbers = itertools.count()

    def filter(self, terms: str) -> None:
        """What one keystroke in the filter comes to, painted."""
        self.table.filter.setText(terms)
        self.table.apply_filter()
        QApplication.processEvents()

    def sort(self, key: str) -> None:
        """What a click on a heading comes to, painted; the other way round each time."""
        self.table.sort_by(key, falls=bool(next(self._numbers) % 2))
        QApplication.processEvents()

    def scroll(self) -> None:
        """Some pages further, painted."""
        bar = self.table.view.verticalScrollBar()
        bar.setValue((bar.value() + 3 * bar.pageStep()) % max(bar.maximum(), 1))
        QApplication.processEvents()

    def edit(self) -> None:
        """What the table does after an edit of one label, painted; the edit itself is not counted."""
        document = self.context.document
        clip = document.view.clips[7]
        old = document.view.labels(clip.id)[3]
        new = replace(old, note=f"now {next(self._numbers)}")
        document.project.catalogue.apply(Text("edit"), edits.replace_label(document.view, clip.id, old, new))
        begun = time.thread_time()
        self.table.keeper.changed.emit(frozenset((clip.id,)))
        QApplication.processEvents()
        self.taken_ms = (time.thread_time() - begun) * 1000

    def choose_all(self) -> None:
        """Ctrl+A, painted."""
        self.table.view.selectAll()
        QApplication.processEvents()
        self.table.view.clearSelection()


def cpu_ms(action: Callable[[], None]) -> float:
    """Median CPU time of this thread for one call, in milliseconds."""
    action()
    taken = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        action()
        taken.append((time.thread_time() - begun) * 1000)
    return statistics.median(taken)


def edit_ms(window: Window) -> float:
    """As `cpu_ms`, of what follows from an edit."""
    taken = []
    for _ in range(ROUNDS):
        window.edit()
        taken.append(window.taken_ms)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    apply_theme(app, Qt.ColorScheme.Dark)  # type: ignore[arg-type]  # instance() may be any core application
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        windows = [Window(filled(folder, count)) for count in (FEW, MANY)]
        print(f"all {MANY} labels listed in the background after {windows[1].opened_s:.2f} s")
        for terms in (
            "9",
            "number 77",
            "class:'class 7'",
            "note:55 len:>0.5",
            "-is:unsure",
            "song",
            "nothing",
        ):
            tell(
                f"filter {terms!r}", [cpu_ms(lambda one=one, text=terms: one.filter(text)) for one in windows]
            )
        for window in windows:
            window.filter("")
        for key in ("clip", "class", "start_s", "note", "Call Type", ""):
            tell(
                f"sort by {key or 'nothing'}",
                [cpu_ms(lambda one=one, by=key: one.sort(by)) for one in windows],
            )
        tell("scroll three pages", [cpu_ms(window.scroll) for window in windows])
        tell("after an edit", [edit_ms(window) for window in windows])
        tell("choose all rows", [cpu_ms(window.choose_all) for window in windows])
        for window in windows:
            window.table.shutdown()
            window.context.player.shutdown()
            window.context.document.project.close()


def tell(what: str, taken_ms: list[float]) -> None:
    """One line: how much more than with few labels, and which part of the limit."""
    few, many = taken_ms
    print(f"{what}: {many / few:.1f} x as long as with {FEW}, {many / LIMIT_MS:.2f} of {LIMIT_MS:.0f} ms")


if __name__ == "__main__":
    main()
