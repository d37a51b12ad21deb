"""Label files as real programs write them, and odd ones, taken in by the command line and by the window."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.project import Project
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.import_panel import ImportPanel
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController

ODD, REAL = "05-audacity-odd", "20-real-programs"
BOXES = {
    (1.5, 2.75, "boxed call", 1234.5, 5678.9),
    (4.0, 4.0, "point", None, None),
    (5.0, 6.0, "Eule Übersee", 3000.0, 3500.0),
    (7.0, 8.0, "", None, None),
    (9.0, 9.5, 'last "one"', 100.0, 19000.25),
}
PRAAT = {
    (0.0, 1.25, 'say "ah"'),
    (1.25, 2.5, "ŋɡ \\sw"),
    (2.5, 19.999, "Käuzchen 日本語"),
    (0.5, 0.5, "tick"),
    (20.0, 20.0, ""),
}
LAYER = {(0.5, 1.75, "saw"), (2.0, 2.5, "a, b"), (6.0, 7.0, "Käuzchen")}
CASES = {
    f"{ODD}/audio/a.txt": {(0.0, 1.0, ""), (1.0, 1.5, ""), (2.0, 2.5, "name")},
    f"{ODD}/comma/a.txt": {(0.5, 1.5, "dog"), (2.0, 2.5, "cat, loud")},
    f"{ODD}/header/a.txt": {(0.0, 1.0, "dog"), (1.0, 1.5, "cat")},
    f"{ODD}/hms/a.txt": {(1.0, 2.0, "dog")},
    f"{ODD}/rttm/a.rttm": {(0.5, 1.5, "spk1")},
    f"{ODD}/space/a.txt": {(0.18, 1.12, "siren"), (1.89, 2.88, "siren")},
    f"{ODD}/sv/a.txt": {(0.5, 1.75, "saw"), (2.0, 2.4, "drill")},
    f"{ODD}/svcomma/a.csv": {(0.5, 1.75, "saw"), (2.0, 2.4, "drill")},
    f"{ODD}/utf16/a.txt": {(0.5, 1.5, "Кукушка")},
    f"{REAL}/praat_short.TextGrid": PRAAT,
    f"{REAL}/praat_utf16.TextGrid": PRAAT,
    f"{REAL}/sv_regions.csv": LAYER,
    f"{REAL}/sv_regions.svl": LAYER,
    f"{REAL}/aud_own.txt": BOXES,
    f"{REAL}/aud_own_std.txt": {(*box[:3], None, None) for box in BOXES},
}
"""What each file says: start and end in seconds, name, and frequencies in hertz if it has some."""

GUESSED = {"header": "seconds", "hms": "hours", "space": "spaces", "sv": "duration", "svcomma": "duration"}
"""A word of what has to be said about each file that is understood by a guess."""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A project of one recording of twenty seconds, which is called like every label file of the test."""
    write_wav(tmp_path / "a.wav", np.zeros(20 * 8000, np.float32), 8000)
    assert main(["new", str(tmp_path / "project")]) == 0
    assert main(["import", str(tmp_path / "project"), str(tmp_path / "a.wav")]) == 0
    return tmp_path / "project"


@pytest.fixture
def by_window(folder, session, qtbot):
    """Takes label files in as the window does; gives the panel."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    context = Context(Document(Project.open(folder)), PlayerController(), bar, session)
    panel = ImportPanel(context)
    qtbot.addWidget(panel)
    panel.show()

    def take_in(*files: Path) -> ImportPanel:
        panel.import_labels(files)
        qtbot.waitUntil(lambda: not context.tasks.running)
        return panel

    yield take_in
    context.player.shutdown()
    context.tasks.stop_all()
    qtbot.waitUntil(lambda: not context.tasks.running)
    context.document.project.close()


@pytest.fixture
def by_command(folder, capsys):
    """Takes label files in as the command line does; gives the exit status and what it printed."""

    def take_in(*arguments: object) -> tuple[int, dict]:
        capsys.readouterr()
        status = main(["labels", "import", str(folder), *map(str, arguments), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return take_in


@pytest.fixture
def label_file(tmp_path, shared_data):
    """Copies one of the cases beside the project, called like the recording."""

    def copy(case: str) -> Path:
        source = shared_data / "cases" / case
        target = tmp_path / "labels" / f"a{source.suffix}"
        target.parent.mkdir(exist_ok=True)
        return Path(shutil.copy(source, target))

    return copy


def regions_of(view):
    (clip,) = view.clips
    return as_regions(view.labels(clip.id), view.classes, clip.duration_s)


def said_by(view) -> list[tuple]:
    return sorted((one.start_s, one.end_s, one.text, one.low_hz, one.high_hz) for one in regions_of(view))


def expected(case: str) -> list[tuple]:
    return sorted((*facts, None, None)[:5] for facts in CASES[case])


def view_of(folder):
    with Project.open(folder) as project:
        return project.catalogue.view


def exported(folder, key: str, tmp_path) -> bytes:
    target = tmp_path / f"out-{key}"
    assert main(["labels", "export", str(folder), "--format", key, "--out", str(target)]) == 0
    (file,) = [file for file in target.rglob("*") if file.is_file()]
    return file.read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_the_command_reads_it_and_writes_it_again_as_it_was(case, folder, by_command, label_file, tmp_path):
    file = label_file(case)
    status, result = by_command(file)
    assert status == 0
    assert said_by(view_of(folder)) == expected(case)
    (told,) = result["files"]
    assert (told["new"], told["known"], told["skipped"]) == (len(CASES[case]), 0, [])
    word = GUESSED.get(Path(case).parent.name, "")
    assert word in " ".join(told["notes"])
    assert bool(told["notes"]) >= bool(word)
    assert exported(folder, told["format"], tmp_path) == file.read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_the_window_reads_it_and_says_what_was_guessed(case, by_window, label_file):
    panel = by_window(label_file(case))
    assert panel.refused.rowCount() == 0
    assert said_by(panel._context.document.view) == expected(case)
    assert GUESSED.get(Path(case).parent.name, "") in panel.labels_bar.notes.words.text()


def test_the_window_names_lines_that_are_no_labels(by_window, tmp_path):
    labels = tmp_path / "a.csv"
    labels.write_text("start_s,end_s,label\n1,2,x\n" + "soon,3,y\n" * 30)
    said = by_window(labels).labels_bar.notes.words.text().splitlines()
    assert "a.csv: line 3 skipped: " in said[0]
    assert len(said) == 21
    assert "10 more lines skipped" in said[-1]


def test_tiers_are_told_and_kept_apart_in_the_file(folder, by_command, label_file):
    _status, result = by_command(label_file(f"{REAL}/praat_short.TextGrid"))
    assert result["files"][0]["tiers"] == {"phones": 2, "words": 1, "ticks": 2}


def test_bands_stay_when_the_track_comes_without_any(folder, by_command, label_file):
    by_command(label_file(f"{REAL}/aud_own.txt"))
    status, result = by_command(label_file(f"{REAL}/aud_own_std.txt"))
    told = result["files"][0]
    assert (status, told["known"], told["new"], told["changed"], told["gone"]) == (0, 5, 0, 0, 0)
    assert said_by(view_of(folder)) == sorted(BOXES, key=lambda box: box[0])


def corrected(file: Path) -> None:
    """Somebody moved one edge and changed one text."""
    text = file.read_bytes().decode()
    assert text.count("2.750000") == text.count("point") == 1
    file.write_bytes(text.replace("2.750000", "3.125000").replace("point", "click").encode())


@pytest.mark.parametrize("case", [f"{REAL}/aud_own.txt", f"{REAL}/aud_own_std.txt"])
def test_a_corrected_track_changes_its_labels_and_doubles_none(case, folder, by_command, label_file):
    file = label_file(case)
    by_command(file)
    corrected(file)
    status, result = by_command(file)
    told = result["files"][0]
    assert (status, told["known"], told["new"], told["changed"], told["gone"]) == (0, 3, 0, 2, 0)
    assert [one[:3] for one in said_by(view_of(folder))] == [
        (1.5, 3.125, "boxed call"), (4.0, 4.0, "click"), (5.0, 6.0, "Eule Übersee"), (7.0, 8.0, ""),
        (9.0, 9.5, 'last "one"'),
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["audacity", "csv", "raven"])
def test_labels_that_were_made_here_come_back_from_another_program(
    key, folder, by_command, label_file, tmp_path
):
    by_command(label_file(f"{REAL}/praat_short.TextGrid"))
    target = tmp_path / "out"
    assert main(["labels", "export", str(folder), "--format", key, "--out", str(target)]) == 0
    (file,) = [file for file in target.rglob("*") if file.is_file()]
    text = file.read_bytes().decode()
    assert text.count("19.999") == len(re.findall(r"\btick\b", text)) == 1
    file.write_bytes(re.sub(r"\btick\b", "tock", text.replace("19.999", "19.5")).encode())
    status, result = by_command(file)
    told = result["files"][0]
    assert (status, told["known"], told["new"], told["changed"], told["gone"]) == (0, 3, 0, 2, 0)
    assert {(2.5, 19.5), (0.5, 0.5)} < {one[:2] for one in said_by(view_of(folder))}


def test_options_that_do_not_fit_are_wrong_usage(folder, capsys):
    for options in (
        ("--conflicts", "theirs", "--mode", "replace"),
        ("--label-column", "Species", "--format", "audacity"),
    ):
        with pytest.raises(SystemExit) as refused:
            main(["labels", "import", str(folder), "a.txt", *options])
        assert refused.value.code == 2


def test_the_window_takes_corrections_over_and_undoes_them(by_window, label_file):
    file = label_file(f"{REAL}/aud_own.txt")
    document = by_window(file)._context.document
    before = said_by(document.view)
    corrected(file)
    panel = by_window(file)
    assert panel.labels_bar.counts.text() == ("2 labels have changed, 3 labels were here already")
    assert len(said_by(document.view)) == 5
    document.undo()
    assert said_by(document.view) == before
    by_window(file)
    assert len(said_by(document.view)) == 5, "what was undone can be done again"
    assert (1.5, 3.125) in {one[:2] for one in said_by(document.view)}


def test_the_same_file_taken_in_twice_at_once_doubles_nothing(by_window, label_file, qtbot):
    file = label_file(f"{REAL}/aud_own.txt")
    panel = by_window(file)
    corrected(file)
    panel.import_labels([file])
    by_window(file)
    assert len(said_by(panel._context.document.view)) == 5


def named_here(document, start_s: float, name: str) -> None:
    """The user names a label in the window."""
    from audioclf_gui.core import edits
    from audioclf_gui.core.text import Text

    (clip,) = document.view.clips
    label = next(one for one in document.view.labels(clip.id) if one.start_s == start_s)
    document.do(Text("name label"), edits.rename_label(document.view, clip.id, label, name))


@pytest.mark.parametrize(
    ("side", "names"), [("ours", {"tock"}), ("theirs", {"click"}), ("both", {"click", "tock"})]
)
def test_what_both_changed_is_shown_and_decided_by_a_click(side, names, by_window, label_file, qtbot):
    file = label_file(f"{REAL}/aud_own.txt")
    panel = by_window(file)
    document = panel._context.document
    named_here(document, 4.0, "tock")
    corrected(file)
    by_window(file)
    bar = panel.labels_bar
    assert bar.conflicts.rowCount() == 1
    cells = [bar.conflicts.index(0, column).data() for column in range(3)]
    assert cells == ["a.wav", "4.000–4.000 s “tock”", "4.000–4.000 s “click”"]
    assert {one[2] for one in said_by(document.view) if one[0] == 4.0} == {"tock"}
    assert (1.5, 3.125) in {one[:2] for one in said_by(document.view)}, "the rest was taken over"
    qtbot.mouseClick(getattr(bar, f"{side}_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.conflicts.rowCount() == 0)
    assert {one[2] for one in said_by(document.view) if one[0] == 4.0} == names
    by_window(file)
    assert {one[2] for one in said_by(document.view) if one[0] == 4.0} == names, "it is decided for good"


def test_the_command_names_conflicts_and_decides_them_as_it_is_told(folder, by_command, label_file, capsys):
    file = label_file(f"{REAL}/aud_own.txt")
    by_command(file)
    assert main(["classes", "rename", str(folder), "point", "tock"]) == 0
    corrected(file)
    status, result = by_command(file)
    assert status == 3
    (conflict,) = result["conflicts"]
    assert (conflict["ours"]["label"], conflict["theirs"]["label"]) == ("tock", "click")
    assert "tock" in {one[2] for one in said_by(view_of(folder))}
    status, result = by_command(file, "--conflicts", "theirs")
    assert (status, result["conflicts"]) == (0, [])
    assert {"tock", "click"} & {one[2] for one in said_by(view_of(folder))} == {"click"}


def test_replacing_and_adding_are_choices_of_the_command(folder, by_command, label_file):
    by_command(label_file(f"{REAL}/aud_own.txt"))
    file = label_file(f"{ODD}/audio/a.txt")
    status, result = by_command(file, "--mode", "add")
    assert (status, result["files"][0]["new"], len(said_by(view_of(folder)))) == (0, 3, 8)
    status, result = by_command(file, "--mode", "replace")
    told = result["files"][0]
    assert (told["known"], told["new"], told["gone"]) == (3, 0, 5)
    assert said_by(view_of(folder)) == expected(f"{ODD}/audio/a.txt")
    assert list((folder / "snapshots").glob("*import-labels*")), "a copy was made before"
    with Project.open(folder) as project:
        project.catalogue.undo()
    assert len(said_by(view_of(folder))) == 8


def test_replacing_is_a_choice_of_the_window_for_one_import(by_window, label_file, qtbot):
    panel = by_window(label_file(f"{REAL}/aud_own.txt"))
    panel.modes.setFocus()
    qtbot.keyClick(panel.modes, Qt.Key.Key_End)
    by_window(label_file(f"{ODD}/audio/a.txt"))
    assert said_by(panel._context.document.view) == expected(f"{ODD}/audio/a.txt")
    assert panel.modes.currentIndex() == 0


RAVEN = (
    "Selection\tBegin Time (s)\tEnd Time (s)\tSpecies\tCall\r\n"
    "1\t1.000000000\t2.000000000\towl\thoot\r\n2\t3.000000000\t4.000000000\towl\tscreech\r\n"
)


def test_the_column_of_the_labels_is_announced_and_can_be_chosen_by_the_command(folder, by_command, tmp_path):
    (tmp_path / "a.txt").write_bytes(RAVEN.encode())
    _status, result = by_command(tmp_path / "a.txt")
    (told,) = result["files"]
    assert told["columns"] == ["Species", "Call"]
    assert "“Species”; “Call”" in told["notes"][0]
    status, result = by_command(tmp_path / "a.txt", "--label-column", "call")
    assert (status, result["files"][0]["changed"], result["files"][0]["notes"]) == (0, 2, [])
    assert [one[2] for one in said_by(view_of(folder))] == ["hoot", "screech"]
    assert exported(folder, "raven", tmp_path) == RAVEN.encode()
    status, result = by_command(tmp_path / "a.txt", "--label-column", "who")
    assert status == 3
    assert "it has no column “who”, but Selection" in result["quarantined"][0]["reason"]


def test_the_column_of_the_labels_is_announced_and_can_be_chosen_in_the_window(by_window, tmp_path, qtbot):
    (tmp_path / "a.txt").write_bytes(RAVEN.encode())
    panel = by_window(tmp_path / "a.txt")
    columns = panel.labels_bar.columns
    assert [columns.itemText(row) for row in range(columns.count())] == ["Species", "Call"]
    assert "“Species”" in panel.labels_bar.notes.words.text()
    columns.setFocus()
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: [one[2] for one in said_by(panel._context.document.view)] == ["hoot", "screech"])


def test_a_table_of_any_columns_is_read_once_somebody_says_what_they_are(by_window, tmp_path, qtbot):
    (tmp_path / "a.csv").write_text("sp;t0;t1\nowl;1;2\nwren;3;4\n", "utf-8")
    panel = by_window(tmp_path / "a.csv")
    assert said_by(panel._context.document.view) == []
    columns = panel.labels_bar.table_columns
    qtbot.mouseClick(columns.all, Qt.MouseButton.LeftButton)
    assert columns.panel.isVisible()
    for field, name in (("label", "sp"), ("start_s", "t0"), ("end_s", "t1")):
        box = columns.panel.boxes[field]
        box.setCurrentIndex(box.findData(name))
    qtbot.mouseClick(columns.panel.read_again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one[2] for one in said_by(panel._context.document.view)] == ["owl", "wren"])
    assert not columns.panel.isVisible()
    assert "a.csv" not in panel.result.text()


def test_a_file_that_is_not_understood_is_named_and_brings_nothing(folder, by_command, tmp_path):
    for name, text in (
        ("a.txt", "0.5\t1.5\t0.83\tdog\n0.7\t1.9\t0.2\tcat\n"),
        ("a.csv", "22050,3,55125,saw\n"),
    ):
        (tmp_path / name).write_text(text)
        status, result = by_command(tmp_path / name)
        assert (status, result["files"]) == (3, [])
        assert name in result["quarantined"][0]["reason"]
    assert said_by(view_of(folder)) == []
