"""What is copied last does not bring the program down when it ends."""

import os
import subprocess
import sys

COPYING = """
from PySide6.QtWidgets import QApplication
from audioclf_gui.core.label import Region
from audioclf_gui.gui.label import label_clipboard

app = QApplication([])
for text in ("wren", "owl"):
    label_clipboard.put([Region(0.5, 1.0, text, note="far")])
(region,), has_tracks = label_clipboard.found()
print(region.text, region.note, has_tracks)
"""


def test_a_program_with_labels_in_the_clipboard_ends_well():
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", COPYING]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=200, env=surroundings)
    assert (done.returncode, done.stdout) == (0, "owl far True\n")
