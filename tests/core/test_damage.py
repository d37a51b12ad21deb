"""Whatever happens to a project file is told, and what can be restored of it is."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.label_templates import last_versions
from audioclf_gui.core.project import Project
from audioclf_gui.core.store import schema
from audioclf_gui.core.store.seal import end_of_pages, take_seal_off
from audioclf_gui.core.store.wal import read_log
from audioclf_gui.core.text import Text

PAGE = 4096


@pytest.fixture(scope="module")
def benchmark(benchmarks) -> ModuleType:
    return benchmarks("bench_damage")


@pytest.fixture(scope="module")
def original(benchmark, tmp_path_factory):
    """A project with a past: imports, edits, some undone, a snapshot in the middle, a run."""
    return benchmark.make(tmp_path_factory.mktemp("original"))


@pytest.fixture
def folder(original, tmp_path) -> Path:
    """A copy of it, closed, without snapshots."""
    return shutil.copytree(original.folder, tmp_path / "birds", ignore=shutil.ignore_patterns("snapshots"))


@pytest.fixture
def file(folder) -> Path:
    return folder / "birds.audioclf"


def change(file: Path, start: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)


def flip(file: Path, place: int) -> None:
    change(file, place, bytes([file.read_bytes()[place] ^ 1]))


def pages_of(file: Path, table: str) -> list[int]:
    """Where in the file the pages of a table begin."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        try:
            query = "SELECT (pageno - 1) * pgsize FROM dbstat WHERE name = ? ORDER BY pageno"
            return [start for (start,) in database.execute(query, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell which table a page is of")


def listing(folder: Path) -> list[tuple[str, bytes]]:
    return sorted((path.name, path.read_bytes()) for path in folder.iterdir() if path.is_file())


@pytest.mark.slow
def test_no_damage_is_silent_ends_in_a_traceback_or_costs_what_a_snapshot_has(benchmark):
    tallies = benchmark.run(160, seed=2000)
    assert sum(tally.faults for tally in tallies.values()) == 0, "\n".join(benchmark.lines(tallies))
    assert all(tally.least >= 0.9 for (_, kind), tally in tallies.items() if kind == "cut_by_one_page")


def test_a_letter_that_changed_anywhere_is_noticed_and_put_right(file, original, benchmark):
    content = file.read_bytes()
    place = content.index(b"recordings/site 3/3.wav")
    flip(file, place)
    with Project.open(file) as project:
        assert "\n".join(map(str, project.notes)) == (
            "birds.audioclf was damaged. It was put aside as birds.audioclf.damaged-1,"
            " and the project restored from its own check sums.\n"
            "1 damaged place was found and restored.\n"
            "Nothing is missing."
        )
        assert benchmark.state_of(project) == original.late
    damaged = file.with_name("birds.audioclf.damaged-1").read_bytes()
    assert damaged == content[:place] + b"s" + content[place + 1 :]


def test_a_page_that_rots_after_a_crash_is_put_right_with_the_last_edits(original, benchmark, tmp_path):
    file = shutil.copytree(original.crashed, tmp_path / "birds") / "birds.audioclf"
    newer = read_log(file.with_name(f"{file.name}-wal").read_bytes()).pages
    assert newer
    page = next(number for number in range(2, 100) if number not in newer)
    flip(file, (page - 1) * PAGE + 3000)
    with Project.open(file) as project:
        assert "1 damaged place" in str(project.notes[1])
        assert benchmark.state_of(project) == original.late


def test_damage_in_the_middle_of_the_log_of_a_crash_is_told(original, tmp_path):
    file = shutil.copytree(original.crashed, tmp_path / "birds") / "birds.audioclf"
    log = file.with_name(f"{file.name}-wal")
    flip(log, log.stat().st_size // 2)
    content = log.read_bytes()
    with Project.open(file) as project:
        assert "of the last changes are missing" in str(project.notes[1])
        assert len(project.catalogue.view.clips_by_id) >= len(original.early["clips"])
    assert file.with_name(f"{file.name}.damaged-1-wal").read_bytes() == content
    with Project.open(file) as project:
        assert project.notes == ()


def test_sixteen_pages_in_a_row_come_back(file, original, benchmark):
    change(file, 9 * PAGE, os.urandom(16 * PAGE))
    with Project.open(file) as project:
        assert "16 damaged places" in str(project.notes[1])
        assert benchmark.state_of(project) == original.late


def test_damage_to_the_check_sums_alone_does_no_harm(file, original, benchmark):
    end = end_of_pages(file.read_bytes())
    flip(file, end + 40)
    flip(file, end + 5 * PAGE)
    with Project.open(file) as project:
        assert project.notes == ()
        assert benchmark.state_of(project) == original.late


def test_labels_whose_pages_are_lost_are_found_in_the_history(file, original, benchmark):
    take_seal_off(file, end_of_pages(file.read_bytes()))
    for start in pages_of(file, "labels"):
        change(file, start, bytes(PAGE))
    with Project.open(file) as project:
        assert "entries that could still be read" in str(project.notes[0])
        assert str(project.notes[-1]) == "Nothing is missing."
        assert benchmark.state_of(project) == original.late


def test_edits_since_the_snapshot_are_made_again(file, original, benchmark):
    shutil.copytree(original.folder / "snapshots", file.parent / "snapshots")
    take_seal_off(file, end_of_pages(file.read_bytes()))
    for table in ("labels", "clips", "classes"):
        for start in pages_of(file, table):
            change(file, start, bytes(PAGE))
    with Project.open(file) as project:
        assert "from the snapshot" in str(project.notes[0])
        assert str(project.notes[-1]) == "Nothing is missing."
        assert benchmark.state_of(project) == original.late


def test_what_another_program_changed_in_the_file_is_no_damage(file):
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE clips SET clip_group = 'by hand' WHERE id = 3")
        database.commit()
    with Project.open(file) as project:
        assert project.notes == ()
        assert project.catalogue.view.clip(3).group == "by hand"
    with Project.open(file) as project:
        assert project.catalogue.view.clip(3).group == "by hand"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("clips.frames", "many"),
        ("clips.rate_hz", -8000),
        ("labels.source", "somebody"),
        ("labels.start_s", 1e9),
        ("runs.status", "lost"),
        ("runs.report", "[1, 2"),
        ("runs.settings", "[]"),
        ("predictions.scores", '{"one": 1}'),
        ("predictions.events", "null"),
        ("edits.after", '{"labels": 3}'),
        ("settings.value", "{"),
        ("classes.colour", "green"),
        ("clips.path", b"\xff\xfe"),
    ],
)  # fmt: skip
def test_a_value_that_nothing_can_be_made_of_is_found_at_opening_and_not_later(file, column, value):
    table, name = column.split(".")
    with closing(sqlite3.connect(file)) as database:
        stored = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
        query = f"UPDATE {table} SET {name} = {stored} WHERE rowid = (SELECT max(rowid) FROM {table})"
        database.execute(query, (value,))
        database.commit()
    with Project.open(file) as project:
        assert "was damaged" in str(project.notes[0])
        assert len(project.catalogue.view.clips_by_id) >= 239
        for run in project.runs:
            project.runs.epochs(run.id)
        for clip in project.catalogue.view.clips:
            project.suggestions.detail(clip.id)
        while project.catalogue.undoable is not None:
            try:
                project.catalogue.undo()
            except UserError:
                break
    with Project.open(file) as project:
        assert project.notes == ()


def test_an_empty_file_is_never_an_empty_project(file, original, benchmark):
    file.write_bytes(b"")
    with pytest.raises(UserError, match="is empty"):
        Project.open(file)
    shutil.copytree(original.folder / "snapshots", file.parent / "snapshots")
    with Project.open(file) as project:
        assert [str(note) for note in project.notes[2:]] == [
            "What was changed after the snapshot was taken may be missing."
        ]
        assert benchmark.state_of(project)["clips"].keys() >= original.early["clips"].keys()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(5000), "a picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"RIFF\0\0\0\0WAVEfmt " + bytes(9000), "a sound"),
        (b"PK\x03\x04" + bytes(200), "an archive"),
        ("čejka, volá\n".encode() * 900, "a text"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_its_name_and_left_alone(content, kind, tmp_path):
    file = tmp_path / "holiday.audioclf"
    file.write_bytes(content)
    with pytest.raises(UserError, match=f"holiday.audioclf is not an audioclf project: it is {kind}"):
        Project.open(file)
    assert listing(tmp_path) == [("holiday.audioclf", content)]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("CREATE TABLE places (url)", "a database of another program"),
        (f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = 99", "newer version"),
    ],
)
def test_databases_of_others_and_of_newer_versions_are_left_alone(made, said, tmp_path):
    file = tmp_path / "other.audioclf"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(f"{made};")
    before = listing(tmp_path)
    with pytest.raises(UserError, match=said):
        Project.open(file)
    assert listing(tmp_path) == before


def test_a_damaged_file_of_the_first_version_is_mended_and_becomes_a_new_one(tmp_path):
    file = tmp_path / "old.audioclf"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(schema.MIGRATIONS[0])
        database.executescript(f"PRAGMA user_version = 1; PRAGMA application_id = {schema.APPLICATION_ID}")
        database.execute("INSERT INTO classes VALUES (1, 0, 'robin', '#e69f00')")
        for number in range(1, 501):
            path = f"night/{number}.wav"
            clip = (number, path, 8000, 1, 16000, "WAV 16 bit", "", f"{number:032}", "", "", None, 0)
            database.execute(f"INSERT INTO clips VALUES ({', '.join('?' * 12)})", clip)
            database.execute(
                "INSERT INTO labels (clip_id, class_id, source, raw) VALUES (?, 1, 'human', '')", (number,)
            )
        database.execute("INSERT INTO label_files VALUES (1, 'audacity', '1.txt', x'310932')")
        database.execute(
            "INSERT INTO edits (made_at, what, before, after) VALUES"
            " ('2025-05-01T10:00:00.000+00:00', 'import clips', '[]', '[1, 2, 3]')"
        )
        database.commit()
    lost = pages_of(file, "clips")[7]
    change(file, lost, bytes(PAGE))
    with Project.open(file) as project:
        assert "entries that could still be read" in str(project.notes[0])
        view = project.catalogue.view
        missing = 500 - len(view.clips)
        assert 0 < missing < 60
        assert f"Missing: {missing} clips, {missing} labels" in str(project.notes[2])
        assert view.labelled == len(view.clips)
        assert project.label_files.content(view.clips[0].id, "audacity") == b"1\t2"
        assert project.catalogue.undoable is not None
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)


@pytest.mark.parametrize("is_damaged", [False, True])
def test_label_files_of_a_project_that_knew_no_series_of_them_are_all_there(tmp_path, is_damaged):
    file = tmp_path / "old.audioclf"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(";".join(schema.MIGRATIONS[:4]))
        database.executescript(f"PRAGMA user_version = 4; PRAGMA application_id = {schema.APPLICATION_ID}")
        facts = (8000, 1, 16000, "WAV 16 bit", "")
        for number in range(1, 201):
            clip = (number, f"{number}.wav", *facts, f"{number:032}", "", "", None, 0)
            database.execute(f"INSERT INTO clips VALUES ({', '.join('?' * 12)})", clip)
        rows = [(1, "csv", name, name.encode(), "", step) for step, name in enumerate(("ann", "ben", "ann"))]
        database.executemany("INSERT INTO label_files VALUES (?, ?, ?, ?, ?, ?)", rows)
        database.execute(
            "INSERT INTO edits (made_at, what, before, after) VALUES"
            " ('2025-05-01T10:00:00.000+00:00', 'import clips', '[]', '[1, 2, 3]')"
        )
        database.commit()
    if is_damaged:
        change(file, pages_of(file, "clips")[-1], bytes(PAGE))
    with Project.open(file) as project:
        assert len(project.catalogue.view.clips) < 200 if is_damaged else not project.notes
        (kept,) = last_versions(project.file, [ClipId(1)]).values()
        assert [one.name for one in kept] == (["ann"] if is_damaged else ["ben", "ann"])
        assert project.label_files.content(ClipId(1), "csv") == b"ann"


def test_a_second_damage_gets_a_second_number(file):
    for number in (1, 2):
        flip(file, 9 * PAGE + 200)
        with Project.open(file) as project:
            assert f"damaged-{number}" in str(project.notes[0])
    names = sorted(path.name for path in file.parent.glob("*damaged*"))
    assert names == ["birds.audioclf.damaged-1", "birds.audioclf.damaged-2"]


def test_a_disk_that_fills_up_while_a_file_is_mended_costs_nothing(file, small_disk, original, benchmark):
    folder = shutil.copytree(file.parent, small_disk.folder / "birds")
    flip(folder / file.name, 9 * PAGE + 200)
    small_disk.fill()
    before = [entry for entry in listing(folder) if not entry[0].endswith("-lock")]
    with pytest.raises(UserError, match=r"could not be written: .*; the file was left as it is"):
        Project.open(folder)
    assert [entry for entry in listing(folder) if not entry[0].endswith("-lock")] == before
    small_disk.free()
    with Project.open(folder) as project:
        assert benchmark.state_of(project) == original.late


def test_edits_stand_though_the_disk_is_full_at_closing(file, small_disk):
    folder = shutil.copytree(file.parent, small_disk.folder / "birds")
    with Project.open(folder) as project:
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "lapwing"))
        small_disk.fill()
    assert not list((folder / "snapshots").glob(".*"))
    small_disk.free()
    with Project.open(folder) as project:
        assert project.notes == ()
        assert "lapwing" in {known.name for known in project.catalogue.view.classes}


@pytest.mark.parametrize("place", [700, 9000, 60_000])
def test_a_file_that_lost_some_bytes_in_the_middle_is_mended(file, place):
    with Project.open(file) as project:
        clips = project.catalogue.view.clips
    content = file.read_bytes()
    file.write_bytes(content[:place] + content[place + 362 :])
    with Project.open(file) as project:
        assert "was put aside" in str(project.notes[0])
        assert len(project.catalogue.view.clips) <= len(clips)
        assert not project.read_only


def test_a_project_on_a_full_disk_can_still_be_read(file, small_disk):
    folder = shutil.copytree(file.parent, small_disk.folder / "birds")
    with Project.open(folder) as project:
        clips = project.catalogue.view.clips
    small_disk.fill()
    with Project.open(folder) as project:
        assert project.read_only
        (note,) = project.notes
        assert f"The disk of {file.name} is full" in str(note)
        assert project.catalogue.view.clips == clips
        with pytest.raises(UserError, match="was full when it was opened") as refusal:
            project.catalogue.undo()
        assert "Free some space" in str(refusal.value.remedy)
    small_disk.free()
    with Project.open(folder) as project:
        assert not project.read_only


def test_a_read_only_disk_is_called_one_and_a_damaged_project_there_is_left_alone(file, small_disk):
    folder = shutil.copytree(file.parent, small_disk.folder / "birds")

    def remount(option: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{option}", small_disk.folder], check=True)

    remount("ro")
    with Project.open(folder) as project:
        assert project.read_only
        assert "may only be read where it lies" in str(project.notes[0])
        assert len(project.catalogue.view.clips_by_id) == 240
        view = project.catalogue.view
        with pytest.raises(UserError, match="may only be read where it lies"):
            project.catalogue.apply(
                Text("label"), edits.add_label(view, view.clips[0].id, Label(view.classes[0].id))
            )
    remount("rw")
    flip(folder / file.name, 9 * PAGE + 200)
    remount("ro")
    with pytest.raises(UserError, match="is damaged, and where it lies it may only be read"):
        Project.open(folder)


@pytest.mark.parametrize("may_write", [True, False])
def test_the_log_of_another_project_is_not_taken_for_changes_of_this_one(
    original, benchmark, file, tmp_path, may_write, monkeypatch
):
    log = file.with_name(f"{file.name}-wal")
    with Project.create(tmp_path / "wrens") as other:
        view = other.catalogue.view
        other.catalogue.apply(Text("add class"), edits.add_class(view, "wren"))
        shutil.copyfile(other.file.with_name(f"{other.file.name}-wal"), log)
    content = log.read_bytes()
    assert read_log(content).pages
    if not may_write:
        monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
        with pytest.raises(UserError, match="is damaged, and where it lies it may only be read"):
            Project.open(file)
        assert log.read_bytes() == content
        return
    with Project.open(file) as project:
        assert "are of another file" in str(project.notes[0])
        assert benchmark.state_of(project) == original.late
    assert file.with_name(f"{file.name}.damaged-1-wal").read_bytes() == content
    with Project.open(file) as project:
        assert project.notes == ()


def test_a_project_that_cannot_be_made_leaves_no_project(tmp_path):
    (tmp_path / "birds").mkdir()
    (tmp_path / "birds" / "models").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="no project can be made") as caught:
        Project.create(tmp_path / "birds")
    assert str(tmp_path / "birds" / "models") in str(caught.value.remedy)
    assert [path.name for path in (tmp_path / "birds").iterdir() if path.is_file()] == ["models"]
    assert not (tmp_path / "birds" / "recordings").exists()


def test_a_project_for_which_the_disk_has_no_room_leaves_no_folder(small_disk):
    small_disk.fill()
    with pytest.raises(UserError, match=r"no project can be made .* full"):
        Project.create(small_disk.folder / "birds")
    assert not (small_disk.folder / "birds").exists()
    small_disk.free()
    Project.create(small_disk.folder / "birds").close()
