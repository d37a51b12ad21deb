"""Label files of absent recordings and of ones called alike, by the command line and by the window."""

import json
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.cli.main import main
from audioclf_gui.core.project import Project
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.import_panel import ImportPanel
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController

LEFT = Qt.MouseButton.LeftButton
ABSENT, TWINS, SPELLED, OTHER = (
    "01-labels-of-absent-recording",
    "02-same-names-combined-table",
    "03-name-case-and-accents",
    "18-gui-names-other-recording",
)
PARALLEL = "20240101_050000"
FILES = {
    f"{ABSENT}/audio/rec.txt": {"rec.wav": ["dog"]},
    f"{ABSENT}/audio/rec_2.txt": {},
    f"{ABSENT}/csv-named/both.csv": {"rec.wav": ["dog"]},
    f"{ABSENT}/csv-named/rec.csv": {},
    f"{ABSENT}/csv-named/rec_2.csv": {},
    f"{ABSENT}/csv/rec_2.csv": {},
    f"{ABSENT}/date/rec.2024-05-01.txt": {},
    f"{ABSENT}/raven-named/rec_2.selections.txt": {},
    f"{ABSENT}/raven/rec_2.Table.1.selections.txt": {},
    f"{TWINS}/parallel/siteA/{PARALLEL}.txt": {"siteA": ["owl"]},
    f"{TWINS}/parallel/siteB/{PARALLEL}.txt": {"siteB": ["jay"]},
    f"{TWINS}/parallel/siteA/{PARALLEL}.BirdNET.selection.table.txt": {"siteA": ["owl"]},
    f"{TWINS}/parallel/siteB/{PARALLEL}.BirdNET.selection.table.txt": {"siteB": ["jay"]},
    f"{TWINS}/results/combined.selections.txt": {"siteA": ["owl"], "siteB": ["jay"]},
    f"{TWINS}/results/pathonly.selections.txt": {"siteA": ["owl"], "siteB": ["jay"]},
    f"{TWINS}/results/labels.csv": {"siteA": ["owl"], "siteB": ["jay"]},
    f"{SPELLED}/audio/night.txt": {"NIGHT.WAV": ["dog"]},
    f"{SPELLED}/audio/K\u00e4uzchen.txt": {"K\u00e4uzchen.wav": ["owl"]},
    f"{SPELLED}/audio/all.csv": {"NIGHT.WAV": ["dog2"], "K\u00e4uzchen.wav": ["owl2"]},
    f"{SPELLED}/audio/noext.csv": {"NIGHT.WAV": ["dog3"], "K\u00e4uzchen.wav": ["owl3"]},
    f"{OTHER}/elsewhere.selections.txt": {},
}
"""What each file says about which clip; in a folder for each site, clips are told by it."""

WITH_REFUSALS = {file for file, said in FILES.items() if not said} | {f"{ABSENT}/csv-named/both.csv"}


@pytest.fixture
def take_in(tmp_path, session, qtbot, capsys):
    """Makes a project of a folder of recordings; takes a label file in; gives what was refused."""
    folder = tmp_path / "project"
    opened: list[Context] = []

    def by_command(file: Path) -> list[tuple[str, str]]:
        capsys.readouterr()
        status = main(["labels", "import", str(folder), str(file), "--json"])
        problems = json.loads(capsys.readouterr().out)["quarantined"]
        assert status == (3 if problems else 0)
        return [(one["reason"], one["remedy"]) for one in problems]

    def by_window(file: Path) -> list[tuple[str, str]]:
        bar = MessageBar()
        qtbot.addWidget(bar)
        context = Context(Document(Project.open(folder)), PlayerController(), bar, session)
        opened.append(context)
        context.document.set_current(context.document.view.clips[0].id)
        panel = ImportPanel(context)
        qtbot.addWidget(panel)
        panel.show()
        panel.import_labels([file])
        qtbot.waitUntil(lambda: not context.tasks.running)
        model = panel.refused
        told = [[model.index(row, column).data() for column in (1, 2)] for row in range(model.rowCount())]
        context.document.project.close()
        return [(reason, remedy) for reason, remedy in told]

    def start(recordings: Path, side: str, file: Path) -> list[tuple[str, str]]:
        assert main(["new", str(folder)]) == 0
        assert main(["import", str(folder), str(recordings), "--label-files", "leave"]) in {0, 3}
        return (by_command if side == "command" else by_window)(file)

    yield start
    for context in opened:
        context.player.shutdown()
        context.tasks.stop_all()
        qtbot.waitUntil(lambda context=context: not context.tasks.running)


def labels_of(folder: Path, by: str) -> dict[str, list[str]]:
    """For each clip with labels their classes."""
    with Project.open(folder) as project:
        view = project.catalogue.view
        known = {one.id: one.name for one in view.classes}
        return {
            clip.path.split("/")[-2] if by == "site" else unicodedata.normalize("NFC", clip.name): [
                known[label.class_id] for label in view.labels(clip.id)
            ]
            for clip in view.clips
            if view.labels(clip.id)
        }


def found_in(shared_data: Path, place: str) -> Path:
    """A file of the cases, in whatever way its accents are composed."""
    folder = (shared_data / "cases" / place).parent
    if not folder.is_dir():
        pytest.skip(f"there is no {folder.name} in shared/data/cases")
    name = unicodedata.normalize("NFC", Path(place).name)
    return next(file for file in folder.iterdir() if unicodedata.normalize("NFC", file.name) == name)


@pytest.mark.parametrize("side", ["command", "window"])
@pytest.mark.parametrize("place", FILES)
def test_labels_go_to_the_recording_that_is_meant_and_to_no_other(
    place, side, shared_data, take_in, tmp_path
):
    case = ABSENT if place.startswith(OTHER) else place.partition("/")[0]
    refused = take_in(shared_data / "cases" / case / "audio", side, found_in(shared_data, place))
    assert labels_of(tmp_path / "project", "site" if case == TWINS else "name") == FILES[place]
    assert len(refused) == (place in WITH_REFUSALS)
    assert all(reason and remedy for reason, remedy in refused)
    assert all("no clip fits" in reason for reason, _ in refused)


@pytest.mark.parametrize("side", ["command", "window"])
@pytest.mark.parametrize("name", [f"{PARALLEL}.txt", f"{PARALLEL}.BirdNET.selection.table.txt"])
def test_of_two_recorders_the_labels_of_the_absent_one_wait(name, side, shared_data, take_in, tmp_path):
    found_in(shared_data, f"{TWINS}/README.md")
    case = shared_data / "cases" / TWINS
    refused = take_in(case / "audio" / "siteA", side, case / "parallel" / "siteB" / name)
    assert labels_of(tmp_path / "project", "site") == {}
    assert len(refused) == 1


def test_a_table_dropped_on_the_window_leaves_the_clip_on_show_alone_until_somebody_says_so(
    window, shared_data, tmp_path, qtbot
):
    table = found_in(shared_data, f"{OTHER}/elsewhere.selections.txt")
    folder = tmp_path / "project"
    main(["new", str(folder)])
    main(["import", str(folder), str(shared_data / "cases" / ABSENT / "audio"), "--label-files", "leave"])
    window.open_project(folder)
    qtbot.waitUntil(lambda: window.page is not None)
    document = window.page.context.document
    document.set_current(document.view.clips[0].id)
    window.take_dropped([table])
    bar = window.page.importer.unplaced_bar
    qtbot.waitUntil(bar.isVisible)
    assert not document.view.labels(document.current.id)
    assert "rec.wav" in bar.clip_button.text()
    qtbot.mouseClick(bar.clip_button, LEFT)
    qtbot.waitUntil(lambda: bool(document.view.labels(document.current.id)))
    document.undo()
    assert not document.view.labels(document.current.id)


def test_what_is_meant_can_be_said_on_the_command_line(take_in, shared_data, tmp_path, capsys):
    table = found_in(shared_data, f"{OTHER}/elsewhere.selections.txt")
    take_in(shared_data / "cases" / ABSENT / "audio", "command", table)
    folder, command = tmp_path / "project", ["labels", "import", str(tmp_path / "project"), str(table)]
    recording = shared_data / "cases" / ABSENT / "audio" / "rec.wav"
    assert main([*command, "--by-name"]) == 3
    assert main([*command, "--clip", str(recording.with_name("none.wav"))]) == 1
    assert "there is no clip" in capsys.readouterr().err
    assert labels_of(folder, "name") == {}
    assert main([*command, "--clip", str(recording)]) == 0
    assert labels_of(folder, "name") == {"rec.wav": ["lynx"]}
    assert main([*command, "--clip", "1"]) == 0
    moved = tmp_path / "moved.csv"
    moved.write_text("file,start_s,end_s,label\nD:\\other\\rec.wav,0.1,0.2,fox\n")
    assert main(["labels", "import", str(folder), str(moved)]) == 3
    assert main(["labels", "import", str(folder), str(moved), "--by-name"]) == 0
    assert labels_of(folder, "name") == {"rec.wav": ["lynx", "fox"]}
