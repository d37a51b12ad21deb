"""What the live pictures cost, as thread CPU time: shares of one core and ratios, no milliseconds.

Run with `python tests/benchmarks/bench_live.py`; it needs no display.
"""

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from audioclf_gui.gui.live.event_log import EventLog, LoggedEvent
from audioclf_gui.gui.live.event_table import EventPanel
from audioclf_gui.gui.live.listener import Tick
from audioclf_gui.gui.live.rolling_picture import RollingPicture
from audioclf_gui.gui.live.scores_plot import ScoresPlot
from audioclf_gui.gui.live.spectrogram import Spectrogram

RATE_HZ = 48_000
TICK_S = 1 / 30
TICKS = 300
IMAGES: dict[QWidget, QImage] = {}
CLASSES = tuple(f"class {number}" for number in range(10))


def cpu_share(do, ticks=TICKS):
    """Median CPU time of a tick, as a share of the time between two ticks."""
    spent = []
    for number in range(ticks):
        before = time.thread_time()
        do(number)
        spent.append(time.thread_time() - before)
    return statistics.median(spent) / TICK_S


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
    only_kernel = cpu_share(lambda n: kernel.columns(np.concatenate([tail, blocks[n]])))

    view = shown(Spectrogram(10.0), 1600, 600)
    view.begin(RATE_HZ, RATE_HZ / 2)

    def draw(number: int) -> None:
        view.add(Tick(blocks[number], number * TICK_S, ()))
        painted(view)

    drawn = cpu_share(draw)
    plot = shown(ScoresPlot(10.0), 1600, 280)
    plot.begin(CLASSES, ["#e69f00"] * 10, [0.5] * 10)

    def curves(number: int) -> None:
        if number % 8 == 0:
            plot.add(number * TICK_S, random.random(10).astype(np.float32))
        plot.move_to(number * TICK_S, ())
        painted(plot)

    plotted = cpu_share(curves)

    def table_share(rows: int) -> float:
        log = EventLog()
        panel = shown(EventPanel(log), 324, 600)

        def grow(number: int) -> None:
            at = float(number)
            log.rows.append(LoggedEvent(at, at, at, "dog", 0.5, accepted=False, reason=f"reason {number}"))
            panel.refresh(len(log.rows) - 1)
            painted(panel.view.viewport())

        log.rows += [
            LoggedEvent(0.0, 0.0, 0.0, "dog", 0.5, accepted=False, reason="old") for _ in range(rows)
        ]
        panel.refresh(0)
        return cpu_share(grow, 100)

    few, many = table_share(100), table_share(20_000)
    print(f"mel kernel alone           {only_kernel:6.1%} of a core at 30 Hz")
    print(f"spectrogram, 1600 x 600    {drawn:6.1%}, {drawn / only_kernel:.1f} times the kernel")
    print(f"scores, 10 classes         {plotted:6.1%}")
    print(f"table, a row each tick     {few:6.1%} with 100 rows, {many:6.1%} with 20 000")
    app.quit()


if __name__ == "__main__":
    main()
