"""What is amiss with the computer is read in the window, copied and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from audioclf_gui.core.diagnosis import Chapter, ComputerFact, Diagnosis
from audioclf_gui.core.text import Text
from audioclf_gui.gui.computer_page import ComputerSheet

ENOUGH_MS = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(window, qtbot):
    window.commands["computer"].trigger()
    found = window.findChild(ComputerSheet)
    qtbot.waitUntil(lambda: found.found is not None, timeout=ENOUGH_MS)
    return found


def test_the_computer_is_looked_at_copied_and_left(window, sheet, qtbot):
    told = [one.text() for one in sheet.findChildren(QLabel)]
    assert any(one.startswith("works, ") for one in told)
    qtbot.mouseClick(sheet.copy_button, LEFT)
    assert "Computing on cpu: works" in QGuiApplication.clipboard().text()
    assert "was copied" in window.message_bar.text.text()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    window.commands["computer"].trigger()
    assert sheet.isVisible(), "what was found stays"
    window.commands["computer"].trigger()
    assert not sheet.isVisible()


def test_the_report_is_saved_and_nothing_lost(window, sheet, tmp_path):
    file = tmp_path / "report.txt"
    file.write_text("mine")
    sheet.save(file)
    assert file.read_text() == sheet.report
    assert (tmp_path / "report.1.txt").read_text() == "mine"
    assert "kept as report.1.txt" in window.message_bar.text.text()
    sheet.save(file / "below.txt")
    assert "cannot be written" in window.message_bar.text.text()


def test_what_is_amiss_is_counted_and_stands_out(qtbot):
    sheet = ComputerSheet()
    qtbot.addWidget(sheet)
    findings = (
        ComputerFact(Text("Microphones"), Text("none"), Text("Connect one.")),
        ComputerFact(Text("GPU"), Text("none")),
    )
    sheet.show_found(Diagnosis((Chapter(Text("Sound"), findings),)))
    assert sheet.summary.text() == "1 thing to do"
    warned = [one.text() for one in sheet.findChildren(QLabel) if one.property("role") == "warn"]
    assert warned == ["none\n→ Connect one."]
