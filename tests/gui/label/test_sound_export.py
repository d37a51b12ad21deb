"""The sound of labels and of the selected stretch, exported by mouse and menu."""

import pytest
import soundfile as sf
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def out(tmp_path, monkeypatch):
    """The folder that is chosen whenever the system asks for one."""
    folder = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def wait_for_note(user):
    user.qtbot.waitUntil(lambda: "written" in user.context.message_bar.text.text())
    return user.context.message_bar.text.text()


def test_the_labels_of_a_class_are_written_in_its_folder(user, out):
    user.open("new-0.wav")
    view = user.document.view
    label = Label(view.classes[0].id, 0.1, 0.2)
    user.document.do(Text("label"), edits.add_label(view, user.clip.id, label))
    user.workspace.commands["export_sounds"].trigger()
    panel = user.workspace.sounds
    assert panel.isVisible()
    panel.clips.setCurrentIndex(panel.clips.findData("selected"))
    panel.classes.setCurrentIndex(panel.classes.findText("dog"))
    panel.margin.setValue(0.05)
    panel.formats.setCurrentIndex(panel.formats.findText("FLAC"))
    user.qtbot.mouseClick(panel.go, LEFT)
    assert wait_for_note(user) == "1 sound written."
    (written,) = out.rglob("*.flac")
    assert written.relative_to(out).as_posix() == "dog/new-0_0.050-0.250_dog.flac"
    assert sf.info(written).duration == pytest.approx(0.2)
    assert (out / "sounds.csv").is_file()


def test_a_track_is_chosen_where_there_are_several(user, out):
    user.open("new-0.wav")
    labels = (Label(None, 0.1, 0.2, track="mine"), Label(None, 0.2, 0.3))
    tracks = (*user.document.view.tracks, Track("mine"))
    user.document.do(Text("label"), Change(labels={user.clip.id: labels}, tracks=tracks))
    user.workspace.commands["export_sounds"].trigger()
    panel = user.workspace.sounds
    panel.tracks.setCurrentIndex(panel.tracks.findText("mine"))
    user.qtbot.mouseClick(panel.go, LEFT)
    wait_for_note(user)
    assert [path.name for path in out.rglob("*.wav")] == ["new-0_0.100-0.200.wav"]


def test_the_selected_stretch_is_written_alone(user, out):
    user.open("new-0.wav")
    user.workspace.commands["export_selection"].trigger()
    assert not out.exists()
    user.select(0.1, 0.3)
    user.workspace.commands["export_selection"].trigger()
    wait_for_note(user)
    (written,) = out.iterdir()
    selection = user.view.selection
    assert sf.info(written).duration == pytest.approx(selection.duration_s, abs=1e-3)


def test_clips_that_cannot_be_read_are_named(user, out):
    clip = next(one for one in user.document.view.clips if one.name == "dog-0.wav")
    user.document.view.audio_path(clip).unlink()
    user.workspace.commands["export_sounds"].trigger()
    user.qtbot.mouseClick(user.workspace.sounds.go, LEFT)
    assert "dog-0.wav cannot be read" in wait_for_note(user)


def test_labels_are_written_as_they_are_heard(user, out):
    user.open("new-0.wav")
    view = user.document.view
    label = Label(view.classes[0].id, 0.1, 0.2)
    user.document.do(Text("label"), edits.add_label(view, user.clip.id, label))
    user.key(Qt.Key.Key_Minus)
    user.workspace.commands["export_sounds"].trigger()
    panel = user.workspace.sounds
    panel.classes.setCurrentIndex(panel.classes.findText("dog"))
    panel.clips.setCurrentIndex(panel.clips.findData("selected"))
    user.qtbot.mouseClick(panel.as_heard, LEFT, pos=QPoint(8, panel.as_heard.height() // 2))
    user.qtbot.mouseClick(panel.go, LEFT)
    assert "as they are heard" in wait_for_note(user)
    (written,) = out.rglob("*.wav")
    assert sf.info(written).duration == pytest.approx(0.2)
