"""What the live pictures cost, as thread CPU time: shares of one core and ratios, no milliseconds.

Run with `python tests/benchmarks/bench_live.py`; it needs no display.
"""

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.event_log import EventLog, LoggedEvent
from audioclf_gui.gui.live.event_table import EventPanel
from audioclf_gui.gui.live.listener import Tick
from audioclf_gui.gui.live.rolling_picture import RollingPicture
from audioclf_gui.gui.live.scores_plot import ScoresPlot
from audioclf_gui.gui.live.spectrogram import Spectrogram

RATE_HZ = 48_000
TICK_S = 0.02
TICKS = 300
IMAGES: dict[QWidget, QImage] = {}
CLASSES = tuple(f"class {number}" for number in range(10))


def cpu_shares(*things, ticks=TICKS):
    """Median CPU time of a tick of each, as a share of the time between two; they take turns."""
    spent = [[] for _ in things]
    for number in range(ticks):
        for do, taken in zip(things, spent, strict=True):
            before = time.thread_time()
            do(number)
            taken.append(time.thread_time() - before)
    return [statistics.median(taken) / TICK_S for taken in spent]


def shown(widget: QWidget, width: int, height: int) -> QWidget:
    widget.resize(width, height)
    widget.show()
    QApplication.sendPostedEvents()
    return widget


def painted(widget: QWidget) -> None:
    """Paint all of it, which the window does for what has changed."""
    image = IMAGES.setdefault(widget, QImage(widget.size(), QImage.Format.Format_RGB32))
    widget.render(image)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    random = np.random.default_rng(1)
    blocks = 0.1 * random.standard_normal((TICKS, round(RATE_HZ * TICK_S))).astype(np.float32)
    kernel = RollingPicture(RATE_HZ, RATE_HZ / 2).kernel
    tail = blocks[0][: kernel.fft_frames]
    view = shown(Spectrogram(10.0), 1600, 600)
    view.begin(RATE_HZ, RATE_HZ / 2)
    image = pg.ImageItem(axisOrder="row-major")
    image.setLookupTable(pg.colormap.get("viridis").getLookupTable(nPts=256))
    plot = shown(pg.PlotWidget(), 1600, 600)
    plot.addItem(image)
    plot.disableAutoRange()
    plot.setRange(xRange=(0, 1600), yRange=(0, kernel.mels), padding=0)
    rolled = np.zeros((kernel.mels, 1600), np.uint8)

    def hear(number: int) -> npt.NDArray[np.uint8]:
        return kernel.columns(np.concatenate([tail, blocks[number]]))

    def draw(number: int) -> None:
        view.add(Tick(blocks[number], number * TICK_S, ()))
        QApplication.processEvents()

    def roll(number: int) -> None:
        columns = hear(number)
        rolled[:] = np.roll(rolled, -len(columns), axis=1)
        rolled[:, -len(columns) :] = columns.T
        image.setImage(rolled, autoLevels=False, levels=(0, 255))
        QApplication.processEvents()

    only_kernel, drawn, as_image = cpu_shares(hear, draw, roll)
    scores = shown(ScoresPlot(10.0), 1600, 280)
    scores.begin(CLASSES, ["#e69f00"] * 10, [0.5] * 10)

    def curves(number: int) -> None:
        if number % 8 == 0:
            scores.add(number * TICK_S, random.random(10).astype(np.float32))
        scores.move_to(number * TICK_S, ())
        painted(scores)

    (plotted,) = cpu_shares(curves)

    def table_share(rows: int) -> float:
        log = EventLog()
        panel = shown(EventPanel(log), 324, 600)

        def grow(number: int) -> None:
            at = float(number)
            log.rows.append(
                LoggedEvent(
                    at, at, at, "dog", 0.5, accepted=False, reason=Text("reason {number}", number=number)
                )
            )
            panel.refresh(len(log.rows) - 1)
            painted(panel.view.viewport())

        log.rows += [
            LoggedEvent(0.0, 0.0, 0.0, "dog", 0.5, accepted=False, reason=Text("old")) for _ in range(rows)
        ]
        panel.refresh(0)
        return cpu_shares(grow, ticks=100)[0]

    few, many = table_share(100), table_share(20_000)
    print(f"mel kernel alone           {only_kernel:6.1%} of a core, every 20 ms")
    print(f"spectrogram, 1600 x 600    {drawn:6.1%}, {drawn / only_kernel:.1f} x the kernel   target <= 4")
    print(f"    beside np.roll and ImageItem {drawn / as_image:.2f}   target <= 0.33")
    print(f"scores, 10 classes         {plotted:6.1%}")
    print(f"table, a row each tick     {few:6.1%} with 100 rows, {many:6.1%} with 20 000")
    app.quit()


if __name__ == "__main__":
    main()
