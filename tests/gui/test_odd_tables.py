"""The importer on tables in odd dress, and on classes that are one class spelled otherwise."""

import shutil

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.import_panel import ImportPanel

LEFT = Qt.MouseButton.LeftButton
CLASSES = {"dog": 2, "cat": 2}

WHAT_COMES_OF_A_TABLE = {
    "bom-semicolon.csv": CLASSES,
    "conflict.csv": {"dog": 1, "cat": 2},
    "dot-relative.csv": CLASSES,
    "float-fold.csv": CLASSES,
    "headerless.csv": CLASSES,
    "multilabel.csv": {"dog": 2, "bark": 1, "cat": 2, "meow": 1},
    "na-class.csv": {"NA": 2, "None": 2},
    "nan.csv": {"dog": 1},
    "no-extension.csv": CLASSES,
    "numeric-float.csv": {"1": 2, "2": 2},
    "numeric.csv": {"1": 1, "01": 1, "2": 1, "10": 1},
    "posix-path.csv": CLASSES,
    "sep-hint.csv": CLASSES,
    "spaces-case.csv": {"dog": 1, "Dog": 1, "cat": 2},
    "trailing.csv": CLASSES,
    "twocols.csv": CLASSES,
    "unicode-text.txt": CLASSES,
    "url.csv": CLASSES,
    "windows-path.csv": CLASSES,
    "windows-relative.csv": CLASSES,
}


@pytest.fixture
def panel(context, qtbot):
    panel = ImportPanel(context)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def run_import(panel, qtbot):
    qtbot.waitUntil(panel.import_button.isEnabled)
    with qtbot.waitSignal(panel.imported, timeout=20_000) as done:
        qtbot.mouseClick(panel.import_button, LEFT)
    return done.args[0]


def counts(context, clips):
    view = context.document.view
    names = {known.id: known.name for known in view.classes}
    found = [names[label.class_id] for clip in clips for label in view.labels(clip.id)]
    return {name: found.count(name) for name in found}


@pytest.mark.parametrize("name", WHAT_COMES_OF_A_TABLE)
def test_a_folder_with_an_odd_table_comes_in_with_the_columns_that_were_guessed(
    name, shared_data, panel, context, tmp_path, qtbot
):
    case = shared_data / "cases" / "07-odd-tables"
    shutil.copytree(case / "audio", tmp_path / "set" / "audio")
    shutil.copy(case / name, tmp_path / "set" / name)
    panel.offer([tmp_path / "set"])
    qtbot.waitUntil(lambda: panel.form.layouts.currentData() == "table")
    clips = run_import(panel, qtbot)
    assert counts(context, clips) == WHAT_COMES_OF_A_TABLE[name]
    folds = {""} if name in {"twocols.csv", "headerless.csv"} else {"1", "2"}
    assert {clip.fold for clip in clips} == folds


def test_the_preview_tells_what_was_guessed_and_which_classes_would_look_alike(panel, tone, tmp_path, qtbot):
    for name in "ab":
        tone(f"set/audio/{name}.wav")
    (tmp_path / "set" / "t.csv").write_text("path,label,fold\na,Dog,1.0\nb,owl,2.0\n")
    panel.offer([tmp_path / "set"])
    qtbot.waitUntil(panel.import_button.isEnabled)
    told = panel.notes.words.text()
    assert "2 recordings have other endings than in t.csv: a is a.wav" in told
    assert "column “fold” of t.csv writes whole numbers with a fraction: 1.0 is read as 1" in told
    assert "“dog”, “Dog” look alike: are they one class?" in told


def test_classes_that_look_alike_are_one_click_from_being_one(shared_data, panel, context, tmp_path, qtbot):
    case = shared_data / "cases" / "17-same-class-spelled-otherwise"
    for name in ("a.wav", "a.txt"):
        shutil.copy(case / name, tmp_path / name)
    panel.offer([tmp_path / "a.wav", tmp_path / "a.txt"])
    run_import(panel, qtbot)
    qtbot.waitUntil(lambda: len(panel.twins_bar.buttons) == 1)
    (merge,) = panel.twins_bar.buttons
    assert merge.text() == "Merge into dog"
    names = [known.name for known in context.document.view.classes]
    assert names == ["dog", "rain", "Dog", "dög"]
    qtbot.mouseClick(merge, LEFT)
    qtbot.waitUntil(panel.twins_bar.isHidden)
    assert [known.name for known in context.document.view.classes] == ["dog", "rain"]
    (clip,) = (clip for clip in context.document.view.clips if clip.name == "a.wav")
    assert counts(context, [clip]) == {"dog": 5}
    context.document.undo()
    qtbot.waitUntil(lambda: [known.name for known in context.document.view.classes] == names)
