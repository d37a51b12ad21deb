"""What starting costs, against the smallest Qt program there is.

Prints the median time to the first painted window, by the clock and of the processor; then, on Linux, the
CPU time and the memory of both, and of the window with the demo project, once everything has settled; with
ratios, which machines agree on better. Run it with `python tests/benchmarks/bench_start.py [rounds]`.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audioclf_gui.jobs.demo import make_demo

ROOT = Path(__file__).parents[2]
SETTLED_S = 8.0

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
"""
WINDOW = """
import sys
import audioclf_gui.__main__
from audioclf_gui.gui.unread_sources import leave_sources_unread
leave_sources_unread()
from audioclf_gui.gui.app import make_application
app = make_application(sys.argv[:1])
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme
session = Session()
apply_theme(app, session.scheme)
window = MainWindow(session)
"""
STAY = """
window.resize(1280, 800)
window.show()
app.exec()
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
print(time.time() - float(sys.argv[1]), time.process_time())
import os
os._exit(0)
"""


def first_paint_s(program: str, home: str) -> tuple[float, float]:
    """Seconds from just before the process is made to the first paint event, and its CPU seconds by then."""
    command = [sys.executable, "-c", "import time\n" + program + PAINT, str(time.time())]
    done = subprocess.run(
        command, env=surroundings(home), cwd=ROOT, capture_output=True, text=True, check=True
    )
    elapsed_s, cpu_s = map(float, done.stdout.split()[-2:])
    return elapsed_s, cpu_s


def settled(command: list[str], home: str) -> tuple[float, float, float]:
    """CPU seconds, and the megabytes that are resident and its share of them, of a window left in peace."""
    with subprocess.Popen([sys.executable, *command], env=surroundings(home), cwd=ROOT) as process:
        try:
            time.sleep(SETTLED_S)
            place = Path("/proc", str(process.pid))
            times = (place / "stat").read_text().rpartition(")")[2].split()
            cpu_s = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
            facts = dict(line.split(":") for line in (place / "smaps_rollup").read_text().splitlines()[1:])
            resident, own = (int(facts[name].split()[0]) / 1024 for name in ("Rss", "Pss"))
        finally:
            process.terminate()
    return cpu_s, resident, own


def surroundings(home: str) -> dict[str, str]:
    """The environment of a program that finds nothing of the user's, but the bytecode of the last time."""
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        **{f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "CACHE", "DATA")},
    }


def main(rounds: int) -> None:
    """Measure in turns, so that whatever else the machine does hits all alike."""
    times: dict[str, list[tuple[float, float]]] = {"bare": [], "window": []}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds + 1):
            times["bare"].append(first_paint_s(BARE, home))
            times["window"].append(first_paint_s(WINDOW, home))
        for name, at in (("by the clock", 0), ("CPU time", 1)):
            bare, window = (statistics.median(one[at] for one in times[key][1:]) for key in times)
            print(f"first paint, {name}: bare QWidget {1000 * bare:.0f} ms", end=", ")
            print(f"window {1000 * window:.0f} ms, ratio {window / bare:.2f}   target <= 2")
        if sys.platform == "linux":
            resting(rounds, home)


def resting(rounds: int, home: str) -> None:
    """Print what windows cost that have settled."""
    demo = Path(home, "demo")
    for _ in make_demo(demo):
        pass
    commands = {
        "bare QWidget": ["-c", BARE + STAY],
        "empty window": ["-m", "audioclf_gui"],
        "with the demo project": ["-m", "audioclf_gui", str(demo)],
    }
    costs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(max(1, rounds // 2)):
        for name, command in commands.items():
            costs[name].append(settled(command, f"{home}/{name}"))
    medians = {
        name: [statistics.median(values) for values in zip(*costs[name], strict=True)] for name in costs
    }
    bare_s, _resident, bare_own = medians["bare QWidget"]
    for name, (cpu_s, resident, own) in medians.items():
        print(f"{name:22}{cpu_s:6.2f} CPU-s ({cpu_s / bare_s:4.1f} x)", end="")
        print(f"{resident:6.0f} MB resident, {own:4.0f} of its own ({own / bare_own:3.1f} x)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
