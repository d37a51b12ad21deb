"""From the start of the process to the first painted window, against the smallest Qt program there is.

Prints the median of both in milliseconds and their ratio, which machines agree on better.
Run it with `python tests/benchmarks/bench_start.py [rounds]`.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
"""
WINDOW = """
import sys
from audioclf_gui.gui.app import make_application
app = make_application(sys.argv[:1])
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme
session = Session()
apply_theme(app, session.scheme)
window = MainWindow(session)
"""
PAINT = """
from PySide6.QtCore import QEvent, QObject
class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.quit()
        return False
seen = Seen()
window.installEventFilter(seen)
window.resize(1280, 800)
window.show()
app.exec()
print(time.time() - float(sys.argv[1]))
import os
os._exit(0)
"""


def first_paint_s(program: str, config: str) -> float:
    """Seconds from just before the process is made to the first paint event."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": config}
    command = [sys.executable, "-c", "import time\n" + program + PAINT, str(time.time())]
    folder = Path(__file__).parents[2]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def main(rounds: int) -> None:
    """Measure in turns, so that whatever else the machine does hits both alike."""
    times: dict[str, list[float]] = {"bare": [], "window": []}
    with tempfile.TemporaryDirectory() as config:
        for _ in range(rounds + 1):
            times["bare"].append(first_paint_s(BARE, config))
            times["window"].append(first_paint_s(WINDOW, config))
    bare, window = (statistics.median(times[name][1:]) for name in ("bare", "window"))
    print(f"bare QWidget {1000 * bare:.0f} ms, window {1000 * window:.0f} ms, ratio {window / bare:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
