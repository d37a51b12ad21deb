"""The window recognises known data sets however they are packed, and says in the preview what it guessed."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.gui.import_panel import ImportPanel
from audioclf_gui.jobs.edit_clips import LabelClips

NAMES = {
    "esc-excel": "looks like ESC-50",
    "esc-floatfold": "1.0 is read as 1",
    "esc-index": "looks like ESC-50",
    "esc-kaggle": "were found by their names",
    "esc-upper": "looks like ESC-50",
    "esc-zipwrap": "looks like ESC-50",
    "us8k-floatfold": "1.0 is read as 1",
    "us8k-foldname": "fold1 is read as 1",
    "us8k-foldzero": "01 is read as 1",
    "us8k-kaggle": "looks like UrbanSound8K",
    "us8k-official": "looks like UrbanSound8K",
}
"""The sets with what the preview has to say of each."""


@pytest.fixture
def panel(context, qtbot):
    panel = ImportPanel(context)
    qtbot.addWidget(panel)
    panel.resize(1200, 700)
    panel.show()
    return panel


def offer(panel, qtbot, *paths):
    panel.offer(list(paths))
    qtbot.waitUntil(panel.import_button.isEnabled)


def run_import(panel, qtbot):
    with qtbot.waitSignal(panel.imported, timeout=20_000):
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)


def cells(table):
    rows, columns = table.rowCount(), table.columnCount()
    return [tuple(table.index(row, column).data() for column in range(columns)) for row in range(rows)]


def write_tones(folder, *names, seconds=0.1, rate_hz=8000):
    for number, name in enumerate(names):
        tone = 0.1 * np.sin(np.arange(int(seconds * rate_hz)) * (0.1 + 0.01 * number))
        write_wav(folder / name, tone.astype(np.float32), rate_hz)
    return folder


def described(view, root):
    """Class and fold of each clip that lies below a folder."""
    names = {known.id: known.name for known in view.classes}
    return sorted(
        (names[view.labels(clip.id)[0].class_id], clip.fold)
        for clip in view.clips
        if view.audio_path(clip).is_relative_to(root)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_repacked_set_gives_its_clips_classes_and_folds(panel, context, shared_data, qtbot, name):
    folder = shared_data / "cases" / "09-repacked-sets"
    if not folder.is_dir():
        pytest.skip("the repacked sets are not at hand")
    offer(panel, qtbot, folder / name)
    key = "esc50" if name.startswith("esc") else "urbansound8k"
    assert panel.form.layouts.currentData() == key
    assert panel.numbers.text().startswith("4 clips  ·  2 classes  ·  4 groups  ·  2 folds")
    assert "looks like" in panel.notes.words.text()
    assert NAMES[name] in panel.notes.words.text()
    run_import(panel, qtbot)
    assert panel.result.text() == "4 clips, 2 classes, 0 refused"
    first, second = ("cat", "dog") if key == "esc50" else ("car_horn", "dog_bark")
    assert described(context.document.view, folder / name) == [
        (first, "1"), (first, "2"), (second, "1"), (second, "2")
    ]  # fmt: skip


def test_the_preview_tells_parts_of_a_split_and_what_stays_without_a_class(panel, tmp_path, qtbot):
    names = ("set/train/dog/a.wav", "set/train/cat/b.wav", "set/Test/dog/c.wav", "readme.wav")
    offer(panel, qtbot, write_tones(tmp_path / "data", *names))
    assert {row[:4] for row in cells(panel.preview)} == {
        ("a.wav", "dog", "—", "train"),
        ("b.wav", "cat", "—", "train"),
        ("c.wav", "dog", "—", "test"),
        ("readme.wav", "—", "—", "—"),
    }
    lines = panel.notes.words.text().splitlines()
    assert lines == [
        "• data looks like one folder for each class",
        "• Test, train: taken for the parts of a split, so they are folds and not classes",
        "• set: taken for a folder around the others, so it is no class",
        "• 1 file lies in no folder of a class, so it has none: readme.wav",
    ]
    assert panel.notes.isVisible()


def test_long_recordings_are_no_classes_until_they_are_chosen_to_be(panel, tmp_path, qtbot):
    names = ("AM01/20240501_053000.wav", "AM02/20240501_053000.wav")
    offer(panel, qtbot, write_tones(tmp_path / "card", *names, seconds=120.0, rate_hz=200))
    assert panel.form.layouts.currentData() == "plain"
    assert "recordings of about 120 s" in panel.notes.words.text()
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData("folders"))
    qtbot.waitUntil(lambda: [row[1] for row in cells(panel.preview)] == ["AM01", "AM02"])
    assert "recordings of about" not in panel.notes.words.text()


def test_nothing_is_taken_in_by_a_preview_of_an_earlier_choice(panel, context, tmp_path, qtbot):
    offer(panel, qtbot, write_tones(tmp_path / "birds", "owl/1.wav", "wren/2.wav"))
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData("plain"))
    qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    panel.start()
    assert not panel.is_importing
    qtbot.waitUntil(panel.import_button.isEnabled)
    run_import(panel, qtbot)
    assert panel.result.text().startswith("2 clips, 0 classes")


def test_a_set_without_doubts_has_no_notes_and_takes_no_room_for_them(panel, tmp_path, qtbot):
    offer(panel, qtbot, write_tones(tmp_path / "flat", "a.wav", "b.wav"))
    assert panel.notes.words.text() == ""
    assert not panel.notes.isVisible()


def test_known_clips_get_what_they_lack_and_keep_what_they_have(panel, context, tmp_path, qtbot):
    root = write_tones(tmp_path / "birds", "owl/1.wav", "wren/2.wav", "wren/3.wav")
    offer(panel, qtbot, root)
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData("plain"))
    qtbot.waitUntil(lambda: panel.numbers.text().startswith("3 clips  ·  0 classes"))
    run_import(panel, qtbot)
    document = context.document
    view = document.view
    clip = next(clip for clip in view.clips if clip.name == "3.wav")
    context.edit(LabelClips((clip.id,), "dog"))
    qtbot.waitUntil(lambda: bool(document.view.labels(clip.id)))
    offer(panel, qtbot, root)
    assert panel.numbers.text() == (
        "0 clips  ·  2 classes  ·  3 in the project already  ·  2 of them get what they lack"
    )
    assert (
        "1 answer differs from the project's, which stays: of 3.wav, its class is “dog” and not “wren”"
        in (panel.notes.words.text())
    )
    assert [row[:2] for row in cells(panel.preview)] == [("1.wav", "owl"), ("2.wav", "wren")]
    run_import(panel, qtbot)
    assert panel.result.text() == "0 clips, 0 classes, 0 refused, 2 described anew, 1 left alone"
    ((name, reason, remedy),) = cells(panel.refused)
    assert (name, "“dog” and not “wren”" in reason, bool(remedy)) == ("3.wav", True, True)
    assert [one[0] for one in described(document.view, root)] == ["dog", "owl", "wren"]
    document.undo()
    assert {clip.name for clip in document.view.clips if not document.view.labels(clip.id)} >= {
        "1.wav",
        "2.wav",
    }


def test_many_notes_are_scrolled_to_and_leave_the_preview_its_room(panel, qtbot):
    panel.notes.set_notes([f"note {number}" for number in range(40)])
    assert panel.notes.height() < 200
    assert panel.notes.verticalScrollBar().maximum() > 0
    panel.notes.set_notes(["one"])
    qtbot.waitUntil(lambda: panel.notes.height() < 40)
