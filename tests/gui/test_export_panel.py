import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core import edits
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.export_panel import ExportPanel
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.writing import carry_out


@pytest.fixture
def panel(context, qtbot):
    panel = ExportPanel(context)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def choose(panel, key):
    panel.formats.setCurrentIndex(panel.formats.findData(key))


def unlabelled(document):
    return next(clip for clip in document.view.clips if not document.view.labels(clip.id))


def test_every_format_of_the_registry_is_offered(panel):
    assert [panel.formats.itemData(place) for place in range(panel.formats.count())] == list(FORMATS)


def test_the_format_that_labels_came_in_is_offered_first_also_after_another_project(panel, context, tmp_path):
    document = context.document
    context.session.put("export/format", "audacity")
    clip = unlabelled(document)
    file = tmp_path / f"{clip.name[:-4]}.srt"
    file.write_text("1\n00:00:00,100 --> 00:00:00,200\nhoot\n", "utf-8")
    done = carry_out(import_labels(ImportLabels((file,)), document.project.view()), document.project)
    assert done.refused == ()
    panel.hide()
    panel.show()
    assert panel.formats.currentData() == document.project.label_files.newest_format
    assert ".srt" in panel.formats.currentText()


def test_all_labelled_clips_are_written_as_one_file_each(panel, context, tmp_path, qtbot, monkeypatch):
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    choose(panel, "audacity")
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.export_button, Qt.MouseButton.LeftButton)
    written = sorted(file.name for file in target.rglob("*.txt"))
    assert written == ["dog-0.txt", "dog-1.txt", "rain-0.txt", "rain-1.txt"]
    assert context.message_bar.text.text().startswith("4 label files written.")


def test_the_clip_that_is_shown_can_be_exported_alone(panel, context, tmp_path, qtbot):
    document = context.document
    clip = unlabelled(document)
    document.set_current(clip.id)
    label = Label(document.view.classes[0].id, 0.1, 0.2)
    document.do(Text("label"), edits.add_label(document.view, clip.id, label))
    panel.clips.setCurrentIndex(panel.clips.findData("current"))
    choose(panel, "audacity")
    with qtbot.waitSignal(panel.closed):
        panel.export(tmp_path / "out")
    (file,) = (tmp_path / "out").rglob("*.txt")
    assert file.read_bytes().decode().split() == ["0.100000", "0.200000", "dog"]


def test_an_untouched_import_comes_out_byte_for_byte(panel, context, tmp_path, qtbot):
    document = context.document
    clip = unlabelled(document)
    content = b"0.1\t0.25\thoot\r\n\\\t100.0\t2000.0\r\n"
    (tmp_path / f"{clip.name[:-4]}.txt").write_bytes(content)
    request = ImportLabels((tmp_path / f"{clip.name[:-4]}.txt",))
    done = carry_out(import_labels(request, document.project.view()), document.project)
    assert done.refused == ()
    document.set_current(clip.id)
    panel.clips.setCurrentIndex(panel.clips.findData("current"))
    choose(panel, "audacity")
    with qtbot.waitSignal(panel.closed):
        panel.export(tmp_path / "out")
    (file,) = (tmp_path / "out").rglob("*.txt")
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(panel, context, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    panel.export(tmp_path / "file")
    qtbot.waitUntil(lambda: bool(context.message_bar.remedy.text()))
    assert panel.isVisible()


def test_what_the_format_has_no_place_for_is_said_before_anything_is_written(panel, context, qtbot):
    document = context.document
    clip = unlabelled(document)
    label = Label(document.view.classes[0].id, 0.1, 0.2, 100.0, 200.0, note="faint")
    document.do(Text("label"), edits.add_label(document.view, clip.id, label))
    choose(panel, "textgrid")
    told = "The frequencies of 1 label are lost. The note of 1 label is lost."
    qtbot.waitUntil(lambda: panel.foreseen.isVisible() and panel.foreseen.text() == told)
    choose(panel, "csv")
    qtbot.waitUntil(lambda: not panel.foreseen.isVisible())
