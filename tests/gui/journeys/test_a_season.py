"""A project of real use from its recordings to its exported labels; each number is known from the making.

The season is that of `conftest.py`: 30 labels in 5 recordings and 25 cut-out sounds, of which one has none.
"""

import json
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.findings import Severity
from audioclf_gui.cli.main import main
from audioclf_gui.core.project import Project
from audioclf_gui.gui.export_panel import ExportPanel
from audioclf_gui.jobs.edit_clips import RenameClass

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
NIGHT = "20240101_050000"
CLASSES = {"owl": 15, "jay": 15}  # labels: twelve sounds each, and three calls each in the recordings
QUICK = ["--set", "epochs=40", "--set", "mels=32", "--seed", "1", "--device", "cpu"]


def calls_of(project: Project, ending: str) -> list[tuple[str, float, float, float | None]]:
    """What a recording's labels say: class, from when, to when, lowest frequency."""
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    (clip,) = (clip for clip in view.clips if clip.path.endswith(ending))
    return [
        (names[label.class_id], *label.span_s(clip.duration_s), label.low_hz)
        for label in view.labels(clip.id)
    ]


def assert_is_the_season(project: Project) -> None:
    """What is in the project once everything has come in and Jay is jay."""
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    assert sorted(names.values()) == ["jay", "owl"]
    assert len(view.clips) == 30
    assert [file.path.name for file in project.quarantine] == ["broken.flac"]
    assert calls_of(project, f"recorderA/{NIGHT}.wav") == [("owl", 1.0, 2.0, None)]
    assert calls_of(project, f"recorderB/{NIGHT}.wav") == [("jay", 1.0, 2.0, None), ("jay", 4.0, 5.0, None)]
    assert calls_of(project, "mp3/dawn.mp3") == [("owl", 2.0, 3.0, 400.0), ("owl", 6.0, 7.0, 400.0)]
    assert calls_of(project, "mp3/dusk.mp3") == [("jay", 4.0, 5.0, 2300.0)]
    assert calls_of(project, "flac/whole.flac") == []
    cut = {clip.name: clip for clip in view.clips if Path(clip.path).parent.name == "cut"}
    assert len(cut) == 25
    for number in range(24):
        clip = cut[f"{number:03}.wav"]
        (label,) = view.labels(clip.id)
        assert label.is_whole_clip
        assert names[label.class_id] == ("owl", "jay")[number % 2]
        assert clip.fold == str(number // 2 % 3 + 1)
        assert clip.group == ("Nord", "Süd")[number % 4 // 2]
    assert view.labels(cut["024.wav"].id) == ()


@pytest.fixture
def audioclf_json(capsys):
    """Run a command with --json; gives its exit status, the document, and what was said besides."""

    def run(*arguments: object):
        capsys.readouterr()
        status = main([*map(str, arguments), "--json"])
        printed = capsys.readouterr()
        return status, json.loads(printed.out), printed.err

    return run


@pytest.mark.slow
def test_a_season_by_command_line(season, tmp_path, audioclf_json):
    project = tmp_path / "Season"
    audioclf_json("new", project)

    # Recordings, of which one is broken; their label files come later
    status, done, said = audioclf_json("import", project, season.recordings, "--label-files", "leave")
    assert (status, done["added"], done["unlabelled"]) == (3, 5, 5)
    (refused,) = done["quarantined"]
    assert refused["path"].endswith("broken.flac")
    assert "damaged" in refused["reason"]
    assert refused["remedy"] in said

    # Cut-out sounds with their table
    columns = [
        "--path-column",
        "Dateiname",
        "--label-column",
        "Klasse",
        "--fold-column",
        "Fold",
        "--group-column",
        "Standort",
    ]
    status, done, said = audioclf_json("import", project, season.clips, "--table", season.table, *columns)
    assert (status, done["added"], done["classes"], done["groups"]) == (0, 25, ["owl", "jay"], 2)
    assert done["folds"] == ["1", "2", "3"]
    assert any("#N/A" in note for note in done["notes"])
    assert any("1,0 is read as 1" in note for note in done["notes"])

    # Labels of three programs
    files = (season.raven, season.raven_path, season.audacity)
    status, done, said = audioclf_json("labels", "import", project, *files)
    assert status == 3
    assert [one["new"] for one in done["files"]] == [3, 1, 2]
    (refused,) = done["quarantined"]
    assert "noon.wav" in refused["reason"]
    (twins,) = done["twins"]
    assert (twins["names"], twins["into"]) == (["Jay"], "jay")
    assert twins["command"] in said

    # Checked and mended
    _status, found, _said = audioclf_json("check", project)
    assert [one["kind"] for one in found if "look alike" in one["message"]] == ["near twins"]
    assert main(shlex.split(twins["command"])[1:]) == 0
    _status, found, _said = audioclf_json("check", project)
    assert all(one["severity"] == "fine" for one in found)
    assert audioclf_json("info", project)[1]["labels"] == CLASSES
    with Project.open(project) as opened:
        assert_is_the_season(opened)

    # Trained three ways
    _status, report, _said = audioclf_json("train", project, "--folds", "all", *QUICK)
    assert list(map(sum, report["confusion"])) == [15, 15]
    assert report["accuracy"] >= 0.9
    status, report, _said = audioclf_json(
        "train", project, "--validate", "fold:3", "--set", "refit=false", *QUICK
    )
    assert (status, report["accuracy"]) == (0, 1.0)
    assert report["confusion"] == [[4, 0], [0, 4]]
    model = project / "models" / "run-0002"

    # Measured on what it has not heard, renamed, and asked for the sounds that nobody has named
    _status, again, _said = audioclf_json("evaluate", model, project)
    assert (again["confusion"], again["left_out"]) == (report["confusion"], 20)
    assert audioclf_json("classes", "rename", project, "owl", "tawny owl")[0] == 0
    status, done, _said = audioclf_json("suggest", project)
    assert (status, done) == (0, {"run": 2, "clips": 30, "missing": {}, "none": 0, "inside": 0, "silent": 0})
    with Project.open(project) as opened:
        view = opened.catalogue.view
        names = {known.id: known.name for known in view.classes}
        suggested = {clip.name: names[view.suggestion(clip.id).class_id] for clip in view.clips}
        right = [suggested[f"{number:03}.wav"] == ("tawny owl", "jay")[number % 2] for number in range(24)]
        assert sum(right) >= 22

    # Corrected elsewhere, taken in again, and given back
    season_text = season.audacity.read_bytes()
    corrected = tmp_path / "corrected" / "recorderB" / season.audacity.name
    corrected.parent.mkdir(parents=True)
    corrected.write_bytes(season_text.replace(b"4.000000\t", b"4.250000\t"))
    status, done, _said = audioclf_json("labels", "import", project, corrected)
    (file,) = done["files"]
    assert (status, file["new"], file["changed"], file["gone"], file["known"]) == (0, 0, 1, 0, 1)
    with Project.open(project) as opened:
        assert [call[:3] for call in calls_of(opened, f"recorderB/{NIGHT}.wav")] == [
            ("jay", 1.0, 2.0),
            ("jay", 4.25, 5.0),
        ]
    status, done, _said = audioclf_json(
        "labels", "export", project, "--format", "audacity", "--out", tmp_path / "out"
    )
    assert (status, len(done["files"]), sum(one["labels"] for one in done["files"])) == (0, 28, 30)
    (written,) = (tmp_path / "out").rglob(f"recorderB/{NIGHT}.txt")
    assert written.read_bytes() == b"1.000000\t2.000000\tjay\n4.250000\t5.000000\tjay\n"
    assert season.audacity.read_bytes() == season_text


@pytest.mark.slow
def test_a_season_in_the_window(window, season, tmp_path, qtbot):
    window.create_project(tmp_path / "Season")
    qtbot.waitUntil(lambda: window.page is not None)
    document = window.page.context.document
    project = document.project
    panel = window.page.importer

    def take_in(layout):
        qtbot.waitUntil(panel.form.isVisible)
        panel.form.layouts.setCurrentIndex(panel.form.layouts.findData(layout))
        for key, column in columns.items() if layout == "table" else ():
            box = panel.form.columns[key]
            qtbot.waitUntil(lambda box=box, column=column: box.findData(column) >= 0)
            box.setCurrentIndex(box.findData(column))
        qtbot.waitUntil(panel.import_button.isEnabled)
        guessed = panel.notes.words.text()
        with qtbot.waitSignal(panel.imported, timeout=LONG_MS):
            qtbot.mouseClick(panel.import_button, LEFT)
        return guessed

    # Recordings, of which one is broken; the label track beside them comes along
    window.take_dropped([season.recordings])
    take_in("plain")
    qtbot.waitUntil(lambda: [one.name for one in document.view.classes] == ["jay", "Jay"])
    assert len(document.view.clips) == 5
    refused = [panel.refused.index(0, column).data() for column in range(3)]
    assert panel.refused.rowCount() == 1
    assert refused[0] == "broken.flac"
    assert "damaged" in refused[1]
    assert refused[2]

    # Cut-out sounds with their table
    columns = {"path": "Dateiname", "label": "Klasse", "fold": "Fold", "group": "Standort"}
    window.take_dropped([season.clips, season.table])
    qtbot.waitUntil(lambda: "table" in panel.form.layouts.currentData())
    assert "1,0 is read as 1" in take_in("table")
    assert len(document.view.clips) == 30

    # Selection tables of another program, of which one names a recording that was lost
    window.take_dropped([season.raven, season.raven_path])
    qtbot.waitUntil(lambda: "noon.wav" in str(panel.refused.index(0, 1).data()))
    (merge,) = panel.twins_bar.buttons
    qtbot.mouseClick(merge, LEFT)
    qtbot.waitUntil(lambda: len(document.view.classes) == 2)
    assert_is_the_season(project)
    qtbot.mouseClick(panel.done_button, LEFT)

    # Checked, and trained with a fold held out
    window.commands["show_train"].trigger()
    train = window.page.desk.workspace("train")
    qtbot.waitUntil(lambda: bool(train.checks.findings) and not window.tasks.running, timeout=LONG_MS)
    assert all(finding.severity is Severity.FINE for finding in train.checks.findings)
    train.settings.suggest.setChecked(False)
    train.choice.set(epochs=40, mels=32, seed=1, device="cpu", validate="fold:3", refit=False)
    with qtbot.waitSignal(train.trainer.ended, timeout=LONG_MS) as ended:
        qtbot.mouseClick(train.settings.train_button, LEFT)
    run = ended.args[0]
    assert list(map(sum, run.report["confusion"])) == [4, 4]
    assert run.report["accuracy"] >= 0.75

    # Measured on what it has not heard, renamed, and asked for the sounds that nobody has named
    with qtbot.waitSignal(train.evaluator.measured, timeout=LONG_MS) as measured:
        train.evaluator.measure(project.runs.bundle_path(run))
    found = measured.args[1]
    assert (found.left_out, found.report["confusion"]) == (20, run.report["confusion"])
    window.page.context.edit(RenameClass("owl", "tawny owl"))
    qtbot.waitUntil(lambda: "tawny owl" in [one.name for one in document.view.classes])
    train.suggester.start(run)
    clips = document.view.clips
    qtbot.waitUntil(lambda: all(document.view.suggestion(clip.id) for clip in clips), timeout=LONG_MS)
    names = {known.id: known.name for known in document.view.classes}
    suggested = {clip.name: names[document.view.suggestion(clip.id).class_id] for clip in clips}
    right = [suggested[f"{number:03}.wav"] == ("tawny owl", "jay")[number % 2] for number in range(24)]
    assert sum(right) >= 22

    # Given back
    export = ExportPanel(window.page.context)
    qtbot.addWidget(export)
    export.formats.setCurrentIndex(export.formats.findData("audacity"))
    with qtbot.waitSignal(export.closed, timeout=LONG_MS):
        export.export(tmp_path / "out")
    assert len(list((tmp_path / "out").rglob("*.txt"))) == 28
    (written,) = (tmp_path / "out").rglob(f"recorderB/{NIGHT}.txt")
    assert written.read_bytes() == b"1.000000\t2.000000\tjay\n4.000000\t5.000000\tjay\n"
