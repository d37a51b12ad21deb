"""The program's main job in one piece, in the real window, on real recordings."""

import csv
import shutil

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QPoint, Qt

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.run import RunStatus
from audioclf_gui.gui.main_window import MainWindow

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000
WORDS = ("zero", "one", "two")
PER_SPEAKER = 3


@pytest.fixture
def digits(shared_data, tmp_path):
    """Folders of spoken words, and three recordings that nobody has labelled yet."""
    pack = shared_data / "digits-fsdd"
    root = tmp_path / "digits"
    left = dict.fromkeys(((word, who) for word in WORDS for who in ("jackson", "theo", "george", "lucas")), 0)
    with (pack / "digits.csv").open(newline="") as table:
        for row in csv.DictReader(table):
            place = (row["word"], row["speaker"])
            if place in left and left[place] < PER_SPEAKER:
                left[place] += 1
                (root / row["word"]).mkdir(parents=True, exist_ok=True)
                shutil.copy(pack / "audio" / row["filename"], root / row["word"])
    for number, word in enumerate(WORDS):
        shutil.copy(pack / "audio" / f"{number}_nicolas_9.flac", root / f"unknown-{word}.flac")
    return root


def drawn(panel):
    """How many points the longest curve of a plot has."""
    plots = panel.findChildren(PlotWidget)
    curves = [item.getData()[0] for plot in plots for item in plot.listDataItems()]
    return max((len(places) for places in curves if places is not None), default=0)


@pytest.mark.slow
def test_import_label_train_review_and_find_everything_again(window, session, digits, tmp_path, press, qtbot):
    window.create_project(tmp_path / "spoken")
    qtbot.waitUntil(lambda: window.page is not None)
    document = window.page.context.document
    project = document.project

    # Import a folder of real files
    window.take_dropped([digits])
    panel = window.page.importer
    qtbot.waitUntil(panel.import_button.isEnabled)
    with qtbot.waitSignal(panel.imported, timeout=LONG_MS):
        qtbot.mouseClick(panel.import_button, LEFT)
    assert panel.result.text() == "39 clips, 3 classes, 0 refused"
    qtbot.mouseClick(panel.done_button, LEFT)

    # Label three clips by key, each with the class of its name
    label = window.page.desk.workspace("label")
    keys = {known.name: KEY(KEY.Key_1 + place) for place, known in enumerate(project.catalogue.view.classes)}
    label.clips.filter.setFocus()
    qtbot.keyClicks(label.clips.filter, "is:unlabelled")
    qtbot.keyClick(label.clips.filter, KEY.Key_Return)
    qtbot.waitUntil(lambda: document.current is not None and document.current.name.startswith("unknown"))
    label.clips.table.setFocus()
    for _clip in range(3):
        word = document.current.name.removeprefix("unknown-").removesuffix(".flac")
        press(window, keys[word])
    names = {known.id: known.name for known in project.catalogue.view.classes}
    unknown = [clip for clip in project.catalogue.view.clips if clip.name.startswith("unknown")]
    given = [whole_clip_classes(project.catalogue.view.labels(clip.id)) for clip in unknown]
    assert [[names[one] for one in classes] for classes in given] == [
        [clip.name.removeprefix("unknown-").removesuffix(".flac")] for clip in unknown
    ]

    # Label one region by dragging, undo everything, redo everything
    wave = label.editor.wave
    qtbot.waitUntil(lambda: label.editor.view.duration_s > 0)
    shown = document.current
    whole = project.catalogue.view.labels(shown.id)
    width, height = wave.plot().width(), wave.height()
    start = QPoint(wave.plot().left() + width // 4, height // 2)
    stop = QPoint(wave.plot().left() + width // 2, height // 2)
    qtbot.mousePress(wave, LEFT, pos=start)
    qtbot.mouseMove(wave, stop)
    qtbot.mouseRelease(wave, LEFT, pos=stop)
    press(window, KEY.Key_2)
    (region,) = (one for one in project.catalogue.view.labels(shown.id) if not one.is_whole_clip)
    duration_s = shown.duration_s
    assert region.end_s - region.start_s == pytest.approx(duration_s / 4, rel=0.1)
    for _edit in range(4):
        press(window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all(project.catalogue.view.labels(clip.id) == () for clip in unknown)
    for _edit in range(4):
        press(window, KEY.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert set(project.catalogue.view.labels(shown.id)) == {*whole, region}

    # Train, watch both plots grow while it runs, stop and keep the best
    window.commands["show_train"].trigger()
    train = window.page.desk.workspace("train")
    train.settings.suggest.setChecked(False)
    train.choice.set(epochs=4000, mels=16)
    qtbot.mouseClick(train.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: drawn(train.loss) >= 3 and drawn(train.figure) >= 3, timeout=LONG_MS)
    assert train.trainer.run is not None, "the points came while it was training"
    with qtbot.waitSignal(train.trainer.ended, timeout=5000) as ended:
        qtbot.mouseClick(train.header.stop_button, LEFT)
    run = ended.args[0]
    assert run.status is RunStatus.STOPPED

    # A cell of the confusion matrix opens its clips
    matrix = train.matrix
    size = range(len(matrix.classes))
    cell = next((true, said) for true in size for said in size if matrix.counts[true][said])
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(cell).center().toPoint())
    review = window.page.desk.workspace("review")
    qtbot.waitUntil(review.isVisible)
    qtbot.waitUntil(lambda: len(review.grid.entries) == matrix.counts[cell[0]][cell[1]])

    # Close, open again: everything is there
    before = [(clip, project.catalogue.view.labels(clip.id)) for clip in project.catalogue.view.clips]
    epochs = project.runs.epochs(run.id)
    assert len(epochs) >= 3
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    again = MainWindow(session)
    qtbot.addWidget(again)
    again.show()
    again.open_project(tmp_path / "spoken")
    qtbot.waitUntil(lambda: again.page is not None)
    project = again.page.context.document.project
    assert [(clip, project.catalogue.view.labels(clip.id)) for clip in project.catalogue.view.clips] == before
    assert project.runs.epochs(run.id) == epochs
    again.commands["show_train"].trigger()
    train = again.page.desk.workspace("train")
    assert list(train.runs.selected) == [run.id]
    assert drawn(train.loss) == len(epochs)
    again.close()
    qtbot.waitUntil(lambda: not again.isVisible(), timeout=5000)
