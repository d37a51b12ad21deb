"""Prints what a frame of the label editor costs, as ratios of CPU time of the window's thread.

Run `python tests/benchmarks/bench_label_view.py`.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.view_cache import open_view
from audioclf_gui.core.label import ClassId, Label, LabelClass, distinct_colour
from audioclf_gui.gui.label.label_drag import Drag
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.label_tiers import LabelTiers
from audioclf_gui.gui.label.picture_pane import PicturePane
from audioclf_gui.gui.label.pictures import Request, draw
from audioclf_gui.gui.label.ruler import Ruler
from audioclf_gui.gui.label.spectrogram_pane import SpectrogramPane
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.label.wave_pane import WavePane
from audioclf_gui.gui.theme import apply_theme

DURATION_S = 600.0
VISIBLE_S = 48.0  # 500 of 6250 labels
WIDTH, WAVE_HEIGHT, MEL_HEIGHT = 1658, 300, 600
ROUNDS, FRAMES = 9, 40


class RegionItems(QWidget):
    """Two plots of pyqtgraph with an item for each of 500 labels, which is what one would begin with."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.plots = [pg.PlotWidget() for _ in range(2)]
        for plot in self.plots:
            column.addWidget(plot)
            plot.setXRange(0, VISIBLE_S, padding=0)
            for start_s in np.linspace(0, VISIBLE_S, 500).tolist():
                plot.addItem(pg.LinearRegionItem((start_s, start_s + 0.06)))
        self.resize(WIDTH, WAVE_HEIGHT + MEL_HEIGHT)
        self.show()
        self._start_s = 0.0

    def frame(self) -> None:
        """Pan by a few pixels and paint everything."""
        self._start_s += 3 * VISIBLE_S / WIDTH
        for plot in self.plots:
            plot.setXRange(self._start_s, self._start_s + VISIBLE_S, padding=0)
        QApplication.processEvents()


class Page(QWidget):
    """The panes of the editor, without threads: pictures are drawn when they are asked for."""

    def __init__(self, sound: Path, cache: Path) -> None:
        super().__init__()
        self.view = ViewState()
        self.layer = LabelLayer()
        self.layer.set_classes(
            [
                LabelClass(ClassId(number + 1), f"class {number}", distinct_colour(number))
                for number in range(10)
            ]
        )
        self.wave = WavePane(self.view, self.layer)
        self.mel = SpectrogramPane(self.view, self.layer)
        self.tiers = LabelTiers(self.view, self.layer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.wave.setFixedHeight(WAVE_HEIGHT)
        self.mel.setFixedHeight(MEL_HEIGHT)
        self.panes = self.wave, self.mel, self.tiers, Ruler(self.view, self.layer)
        for pane in self.panes:
            column.addWidget(pane)
        self.resize(WIDTH, 980)
        self.show()
        QApplication.processEvents()
        self.view.set_width(self.wave.plot().width())
        *_, clip_view = open_view(sound, "benchmark", cache)
        self.view.show_clip(DURATION_S)
        self.view.show_span(100.0, 100.0 + VISIBLE_S)
        for pane in (self.wave, self.mel):
            pane.wanted.connect(self._answer)
            pane.show_view(clip_view, same_clip=False)
        QApplication.processEvents()

    def set_labels(self, count: int, length_s: float = 0.06) -> None:
        """So many labels, evenly over the file."""
        starts_s = np.arange(count) * (DURATION_S / max(count, 1))
        labels = [
            Label(ClassId(number % 10 + 1), start_s, start_s + length_s)
            for number, start_s in enumerate(starts_s.tolist())
        ]
        self.layer.set_labels(Tier.LABELS, labels)
        QApplication.processEvents()

    def frame(self) -> None:
        """Pan by a few pixels and paint everything."""
        self.view.scroll_px(3 if self.view.t0_s < 110 else -400)
        QApplication.processEvents()

    def _answer(self, request: Request) -> None:
        pane: PicturePane = self.wave if request.pane.startswith(self.wave.name) else self.mel
        pane.take(draw(request))


def cpu_ms(action: Callable[[], None], times: int = FRAMES) -> float:
    """CPU time of this thread for one call, in milliseconds."""
    begun = time.thread_time()
    for _ in range(times):
        action()
    return (time.thread_time() - begun) / times * 1000


def compared(cases: Sequence[tuple[str, Callable[[], None], Callable[[], None]]]) -> dict[str, float]:
    """Median CPU time of each case; the cases take turns, so that a busy machine treats them alike."""
    taken: dict[str, list[float]] = {name: [] for name, _, _ in cases}
    for _ in range(ROUNDS):
        for name, prepare, action in cases:
            prepare()
            action()
            taken[name].append(cpu_ms(action))
    return {name: statistics.median(values) for name, values in taken.items()}


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    apply_theme(app, Qt.ColorScheme.Dark)  # type: ignore[arg-type]  # instance() may be any core application
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "noise.wav"
        noise = np.random.default_rng(1).normal(0, 0.1, round(DURATION_S * 44_100)).astype(np.float32)
        write_wav(sound, noise, 44_100)
        page = Page(sound, Path(folder))
        frames = compared(
            [
                ("no labels", lambda: page.set_labels(0), page.frame),
                ("500 of 6 250", lambda: page.set_labels(6250), page.frame),
                ("200 of 2 500", lambda: page.set_labels(2500), page.frame),
            ]
        )
        _scaling(page)
        empty = frames["no labels"]
        for name, taken_ms in frames.items():
            print(f"frame, {name}: {taken_ms:.2f} ms CPU, {taken_ms / empty:.2f} x the empty frame")
        _interaction(page)
        page.set_labels(6250)
        _against_items(page)


def _against_items(page: Page) -> None:
    items = RegionItems()
    ours, theirs = [], []
    for _ in range(5):
        ours.append(cpu_ms(page.frame, 20))
        theirs.append(cpu_ms(items.frame, 2))
    ratio = statistics.median(theirs) / statistics.median(ours)
    print(f"500 items of pyqtgraph in two plots / frame with 500 labels: {ratio:.0f} x   target >= 50")


def _scaling(page: Page) -> None:
    """The same labels in view, a hundred times as many in the file."""

    def crowd(count: int) -> Callable[[], None]:
        inside = [Label(ClassId(1), 100.0 + place * 0.1, 100.04 + place * 0.1) for place in range(480)]
        outside_s = np.linspace(200.0, DURATION_S - 1, max(count - 480, 0)).tolist()
        labels = [*inside, *(Label(ClassId(2), start_s, start_s + 0.004) for start_s in outside_s)]

        def prepare() -> None:
            page.layer.set_labels(Tier.LABELS, labels)
            QApplication.processEvents()

        return prepare

    frames = compared(
        [("500 in the file", crowd(500), page.frame), ("50 000 in the file", crowd(50_000), page.frame)]
    )
    few, many = frames.values()
    print(f"frame, 500 -> 50 000 labels in the file, the same in view: {many / few:.2f} x ({few:.2f} ms)")


def _interaction(page: Page) -> None:
    page.set_labels(6250)
    page.view.show_span(100.0, 100.0 + VISIBLE_S)
    place = QPointF(700, 14)
    print(
        f"mouse move over 500 labels: {cpu_ms(lambda: page.tiers.show_pointer_shape(place), 500):.3f} ms CPU"
    )
    label = page.layer.tiers[Tier.LABELS].labels[1200]
    shift = iter(range(10**6))

    def drag() -> None:
        moved_s = 115.0 + next(shift) % 50 / 100
        page.layer.set_drag(Drag(label, Label(label.class_id, moved_s, moved_s + 0.06)))
        page.tiers.repaint()

    print(f"one step of dragging a label among 500: {cpu_ms(drag):.2f} ms CPU")

    def head() -> None:
        page.view.set_play_position(100.0 + next(shift) % 400 / 10)
        QApplication.processEvents()

    print(f"one step of the playing position, all panes: {cpu_ms(head):.2f} ms CPU")


if __name__ == "__main__":
    main()
