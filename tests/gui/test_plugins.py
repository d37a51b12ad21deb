"""What plug-ins add stands in the window's lists, and what is wrong with one stands at its top."""

import json
import os
import subprocess
import sys

import pytest

from tests.installed import ROOT, install, install_example, needs_pip

LOOK = """
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from audioclf_gui.gui.app import Shell, make_application
from audioclf_gui.gui.computer_page import ComputerSheet
from audioclf_gui.gui.engine import CalmLoader, load_rooms
from audioclf_gui.gui.export_panel import ExportPanel
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme


def wait_for(condition):
    while not condition():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def listed(box):
    return [box.itemText(place) for place in range(box.count())]


def picture(name):
    if len(sys.argv) > 2:
        loop = QEventLoop()
        QTimer.singleShot(1500, loop.quit)
        loop.exec()
        window.grab().save(f"{sys.argv[2]}-{name}.png")


app = make_application(sys.argv[:1])
session = Session()
if len(sys.argv) > 3:
    apply_theme(app, getattr(Qt.ColorScheme, sys.argv[3]))
shell = Shell(app, session)
window, bar = shell.window, shell.window.message_bar
if len(sys.argv) > 4:
    window.resize(*map(int, sys.argv[4].split("x")))
window.show()
window.open_project(Path(sys.argv[1]))
wait_for(lambda: window.page is not None)
rooms = CalmLoader(load_rooms, shell.is_calm)
rooms.loaded.connect(shell.tell_of_plugins)
rooms.begin()
wait_for(bar.isVisible)
seen = {"message": bar.text.text(), "remedy": bar.remedy.text()}
picture("message")
QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
shell.tell_of_plugins()
seen["is told again"] = bar.isVisible()
window.commands["export_labels"].trigger()
seen["formats"] = listed(window.findChild(ExportPanel).formats)
window.findChild(ExportPanel).formats.showPopup()
picture("formats")
window.findChild(ExportPanel).formats.hidePopup()
QTest.mouseClick(window.top_bar.tabs["train"], Qt.MouseButton.LeftButton)
train = window.page.desk.workspace("train")
(model,) = [box for box in train.findChildren(QComboBox) if box.accessibleName() == "Model"]
seen["models"] = listed(model)
model.setCurrentIndex(model.findData("example"))
seen["chosen"] = model.toolTip()
picture("train")
seen["exporters"] = listed(train.export_panel.target)
window.commands["computer"].trigger()
sheet = window.findChild(ComputerSheet)
wait_for(lambda: sheet.found is not None)
seen["computer"] = [one.text() for one in sheet.findChildren(QLabel)]
picture("computer")
print(json.dumps(seen))
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.slow
@needs_pip
def test_what_is_added_is_offered_and_what_is_broken_is_told_once(project_folder, tmp_path):
    site = tmp_path / "site"
    install_example(site)
    install(site, "bad-one", "[audioclf_gui.exporters]\nbad = bad_one:thing\n", "raise OSError('no licence')")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, site))),
        **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA")},
    }
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(project_folder)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    why = "he plug-in bad-one 1.0 is left out, which adds the exporter “bad”: OSError: no licence"
    assert seen["message"] == f"T{why}"
    assert "pip install --upgrade bad-one" in seen["remedy"]
    assert not seen["is told again"]
    assert "Arrow list (example) (.arrows)" in seen["formats"]
    assert "Linear (example)" in seen["models"]
    assert seen["chosen"].startswith("A linear model on the levels of frequency bands")
    assert seen["exporters"][-1] == "JSON of a linear model (example) (.json)"
    assert "audioclf-example 1.0" in seen["computer"]
    assert any(f"t{why}" in one for one in seen["computer"])
