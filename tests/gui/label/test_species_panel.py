"""The window asks BirdNET for species, and makes labels of them with a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.ml.listeners import LISTENERS, packages

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 60_000


@pytest.fixture
def project_folder(shared_data, tmp_path):
    """A project with a cock that nobody has labelled."""
    if absent := packages.absent(LISTENERS["birdnet"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    folder = tmp_path / "farm"
    with Project.create(folder) as project:
        sound = Candidate(shared_data / "env-esc10" / "audio" / "1-39923-A-1.ogg")
        project.catalogue.add_clips([event for event in ingest([sound]) if isinstance(event, FoundClip)])
    return folder


def test_a_cock_is_heard_shown_and_labelled_and_undo_takes_it_back(user, qtbot):
    user.wait_for_picture()
    panel = user.workspace.species_panel
    user.workspace.commands["name_species"].trigger()
    qtbot.waitUntil(panel.isVisible)
    assert "CC BY-NC-SA 4.0" in panel.terms.text()
    qtbot.mouseClick(panel.listen, LEFT)
    qtbot.waitUntil(lambda: panel.isVisible() and "Gallus gallus" in panel.classes, timeout=ENOUGH_MS)
    box = panel.classes["Gallus gallus"]
    QTest.keyClicks(box.lineEdit(), "cock")
    qtbot.mouseClick(panel.give, LEFT)
    qtbot.waitUntil(lambda: bool(user.labels), timeout=ENOUGH_MS)
    (label,) = user.labels
    assert [one.name for one in user.document.view.classes if one.id == label.class_id] == ["cock"]
    user.document.undo()
    assert not user.labels
