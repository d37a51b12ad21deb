"""Damage and sudden death cost at most the edit in flight."""

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioclf_gui.core import edits
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.runs import Runs
from audioclf_gui.core.store.lock import WriterLock
from audioclf_gui.core.store.seal import end_of_pages, take_seal_off
from audioclf_gui.core.store.snapshots import take_snapshot, taken_at
from audioclf_gui.core.text import Text


@pytest.fixture
def closed(project, found):
    """A closed project of 300 labelled clips."""
    project.catalogue.add_clips(found(300, class_name="robin"))
    project.close()
    return project.folder


def test_a_damaged_file_is_put_aside_and_what_is_readable_is_restored(closed):
    file = closed / "birds.audioclf"
    content = bytearray(file.read_bytes())
    content[5 * 4096 : 9 * 4096] = b"\xa5" * (4 * 4096)
    file.write_bytes(content)
    with Project.open(closed) as project:
        assert project.notes
        assert "put aside" in str(project.notes[0])
        assert not project.read_only
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
    (aside,) = (path for path in closed.glob("*.damaged-*") if not path.name.endswith(("-wal", "-shm")))
    assert aside.read_bytes()[5 * 4096 : 9 * 4096] == b"\xa5" * (4 * 4096)
    with Project.open(closed) as again:
        assert again.notes == ()


def test_what_belongs_to_a_lost_clip_goes_with_it_and_the_rest_stays(closed):
    file = closed / "birds.audioclf"
    with closing(sqlite3.connect(file)) as database:  # which does not look whether rows fit together
        database.execute("DELETE FROM clips WHERE id = 7")
        database.commit()
        (page,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'").fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    with Project.open(closed) as project:
        assert "that could still be read" in str(project.notes[0])
        view = project.catalogue.view
        assert [clip.id for clip in view.clips] == [number for number in range(1, 301) if number != 7]
        assert not view.labels(ClipId(7))
        assert view.labelled == 299


def test_a_snapshot_is_used_where_it_holds_more(closed):
    with Project.open(closed) as project:
        take_snapshot(project.file, "before a bulk step")
    file = closed / "birds.audioclf"
    file.write_bytes(b"\x00" * file.stat().st_size)
    with Project.open(closed) as project:
        assert "snapshot" in str(project.notes[0])
        assert len(project.catalogue.view.clips) == 300
        assert project.catalogue.view.class_counts[project.catalogue.view.classes[0].id] == 300


def test_a_file_beyond_help_is_not_touched(tmp_path):
    (tmp_path / "p").mkdir()
    file = tmp_path / "p" / "p.audioclf"
    file.write_bytes(b"not a database " * 1000)
    with pytest.raises(UserError, match="is not an audioclf project: it is a text"):
        Project.open(file)
    assert file.read_bytes() == b"not a database " * 1000
    assert [path.name for path in file.parent.iterdir()] == ["p.audioclf"]


def test_only_the_newest_snapshots_are_kept(closed):
    with Project.open(closed) as project:
        paths = [take_snapshot(project.file, f"step {number}") for number in range(12)]
    assert sorted((closed / "snapshots").iterdir()) == sorted(paths[-10:])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1))
def test_a_journal_cut_anywhere_opens_at_the_last_good_state(closed, tmp_path_factory, share):
    """The write-ahead log as a crash leaves it, cut at any byte."""
    with Project.open(closed) as project:
        clip = project.catalogue.view.clips[0].id
        for number in range(20):
            project.catalogue.apply(
                Text("label"),
                edits.add_label(
                    project.catalogue.view,
                    clip,
                    Label(project.catalogue.view.classes[0].id, number, number + 1),
                ),
            )
        crashed = tmp_path_factory.mktemp("crashed")
        for suffix in ("", "-wal"):
            shutil.copy(closed / f"birds.audioclf{suffix}", crashed)
    wal = crashed / "birds.audioclf-wal"
    wal.write_bytes(wal.read_bytes()[: round(share * wal.stat().st_size)])
    with Project.open(crashed) as again:
        starts = [
            label.start_s
            for label in again.catalogue.view.labels(again.catalogue.view.clips[0].id)
            if not label.is_whole_clip
        ]
        assert starts[:20] == list(map(float, range(len(starts[:20]))))


def _broken_off(closed, place):
    """A project as a crash leaves it amid writing to the file itself, as at its closing; its folder."""
    place.mkdir(exist_ok=True)
    with closing(sqlite3.connect(closed / "birds.audioclf", isolation_level=None)) as database:
        database.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
        database.execute("BEGIN")
        database.execute("UPDATE clips SET rate_hz = rate_hz + 1")
        assert (closed / "birds.audioclf-journal").stat().st_size
        for file in closed.glob("birds.audioclf*"):
            shutil.copy(file, place)
    return place


def _rates_hz(folder):
    with Project.open(folder) as project:
        assert not project.read_only
        return [clip.audio.rate_hz for clip in project.catalogue.view.clips], project.notes


def test_what_was_broken_off_amid_writing_to_the_file_is_taken_back(closed, tmp_path_factory):
    before = _rates_hz(closed)
    assert _rates_hz(_broken_off(closed, tmp_path_factory.mktemp("crashed"))) == before


@pytest.mark.parametrize("backup", ["sealed", "of another time", "unsealed and larger"])
def test_a_backup_put_beside_the_journal_of_a_crash_is_not_harmed(closed, found, tmp_path_factory, backup):
    crashed = _broken_off(closed, tmp_path_factory.mktemp("crashed"))
    place = tmp_path_factory.mktemp("backup")
    shutil.copy(closed / "birds.audioclf", place)
    file = place / "birds.audioclf"
    if backup != "sealed":
        with closing(sqlite3.connect(file)) as database:
            database.execute("UPDATE clips SET rate_hz = rate_hz + 5")
            database.commit()
        with Project.open(place) as project:  # which seals it
            if backup == "unsealed and larger":
                project.catalogue.add_clips(found(900, class_name="robin"))
    if backup == "unsealed and larger":
        take_seal_off(file, end_of_pages(file.read_bytes()))
    shutil.copy(file, crashed)
    assert _rates_hz(crashed) == _rates_hz(place)


def test_what_was_broken_off_is_not_shown_half_written_where_nobody_may_write(closed, tmp_path, monkeypatch):
    before = _rates_hz(closed)
    sealed = closed / "birds.audioclf"
    take_seal_off(sealed, end_of_pages(sealed.read_bytes()))
    folder = _broken_off(closed, tmp_path / "crashed")
    file = folder / "birds.audioclf"
    content = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda _path, mode: mode == os.R_OK)  # which no folder says to root
        with pytest.raises(UserError, match="may only be read"):
            Project.open(folder)
    assert file.read_bytes() == content
    assert _rates_hz(folder) == before


_SCRIPT = """
import sys
from pathlib import Path
from audioclf_gui.core import edits
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.store.lock import WriterLock
from audioclf_gui.core.text import Text
project = Project.open(Path(sys.argv[1]))
clips = project.catalogue.view.clips
starts = [label.start_s for label in project.catalogue.view.labels(clips[0].id) if not label.is_whole_clip]
number = max(starts, default=-1) + 1
print("ready", flush=True)
while True:
    view = project.catalogue.view
    change = edits.add_label(view, clips[0].id, Label(None, number, number + 1))
    project.catalogue.apply(Text("label"), change)
    print(int(number), flush=True)
    number += 1
"""


@pytest.mark.slow
def test_killing_it_fifty_times_loses_no_edit_that_had_returned(closed, costs_at_most_the_edit_in_flight):
    acknowledged = -1
    for _round in range(50):
        command = [sys.executable, "-c", _SCRIPT, str(closed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "ready\n"
            for _line in range(1 + _round % 7):
                acknowledged = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split("\n")
            acknowledged = max([acknowledged, *(int(line) for line in rest[:-1] if line)])
        with Project.open(closed) as project:
            assert costs_at_most_the_edit_in_flight(project.notes)
            starts = [
                one.start_s
                for one in project.catalogue.view.labels(project.catalogue.view.clips[0].id)
                if one.start_s is not None
            ]
            assert starts == sorted(set(starts))
            assert acknowledged <= starts[-1] <= acknowledged + 1


def test_a_snapshot_on_a_full_disk_is_a_user_error_and_leaves_nothing(closed, monkeypatch):
    shutil.rmtree(closed / "snapshots")
    with Project.open(closed) as project:
        (closed / "snapshots").write_text("a file where the folder should be")
        with pytest.raises(UserError, match="could not be copied"):
            take_snapshot(project.file, "before a bulk step")
        (closed / "snapshots").unlink()
        monkeypatch.setattr(Path, "replace", _full_disk)
        with pytest.raises(UserError, match="No space left"):
            take_snapshot(project.file, "before a bulk step")
    assert list((closed / "snapshots").iterdir()) == []


def _full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_damaged_newest_snapshot_does_not_hide_an_older_one(closed):
    with Project.open(closed) as project:
        take_snapshot(project.file, "first")
        take_snapshot(project.file, "second").write_bytes(b"cut off")
    file = closed / "birds.audioclf"
    file.write_bytes(b"\x00" * file.stat().st_size)
    with Project.open(closed) as project:
        assert "first" in str(project.notes[0])
        assert len(project.catalogue.view.clips) == 300


def test_a_project_whose_last_run_cannot_be_closed_can_be_opened_later(closed, monkeypatch):
    dying = Project.open(closed)
    dying.runs.put(dying.runs.next("default", {}))
    dying._database.close()  # as its process would, without noting what had become of the run
    with monkeypatch.context() as patch:
        patch.setattr(Runs, "put", _full_disk)
        with pytest.raises(OSError, match="No space left") as caught:
            Project.open(closed)
    with Project.open(closed) as project:
        assert not project.read_only
    assert caught.value.errno == errno.ENOSPC  # the traceback, which holds the first project, lived until now


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="folders keep nobody out here")
def test_a_project_in_a_folder_without_write_permission_is_opened_for_reading(closed):
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name) / "birds"
        shutil.copytree(closed, folder)
        for place in (Path(name), folder):
            place.chmod(0o555)
        before = os.geteuid()
        try:
            os.seteuid(before or 65534)  # nothing is closed to root
            with Project.open(folder) as project:
                assert project.read_only
                assert len(project.catalogue.view.clips) == 300
        finally:
            os.seteuid(before)
            for place in (Path(name), folder):
                place.chmod(0o755)


def crashed(project: Project, folder: Path) -> Path:
    """A copy of an open project as a crash leaves it: its newest edits stand in the write-ahead log only."""
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(project.folder / f"birds.audioclf{suffix}", folder)
    return folder / "birds.audioclf"


def test_the_log_of_a_damaged_file_is_put_aside_with_it_and_spoils_nothing(closed, tmp_path):
    with Project.open(closed) as project:
        snapshot = take_snapshot(project.file, "before a bulk step")
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
        file = crashed(project, tmp_path / "crashed")
        shutil.copytree(snapshot.parent, file.parent / "snapshots")
    log = file.with_name(file.name + "-wal").read_bytes()
    assert log
    file.write_bytes(b"\xa5" * file.stat().st_size)
    with Project.open(file) as project:
        (aside,) = file.parent.glob("*.damaged-*-wal")
        assert aside.read_bytes() == log
        damaged = aside.with_name(aside.name.removesuffix("-wal"))
        assert damaged.read_bytes() == b"\xa5" * damaged.stat().st_size
        assert str(project.notes[0]) == (
            f"birds.audioclf was damaged. It was put aside as {damaged.name}, and the project restored from"
            f" the snapshot {snapshot.name} of {taken_at(snapshot):%Y-%m-%d %H:%M}"
            " and 6 entries that could still be read."
        )
        assert [known.name for known in project.catalogue.view.classes] == ["robin", "owl"]
        assert len(project.catalogue.view.clips) == 300
    with Project.open(file) as again:
        assert again.notes == ()
        assert len(again.catalogue.view.clips) == 300


def without_seal(file: Path) -> Path:
    """The file as earlier versions left it, and as an interrupted closing leaves it."""
    take_seal_off(file, end_of_pages(file.read_bytes()))
    return file


def test_more_readable_rows_than_any_snapshot_has_are_what_is_restored(closed):
    with Project.open(closed) as project:
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
        take_snapshot(project.file, "early")
        for name in ("wren", "tit"):
            project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))
    file = without_seal(closed / "birds.audioclf")
    database = sqlite3.connect(file)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'clips_by_path'"  # an index, not a table
    ((page,),) = database.execute(query).fetchall()
    database.close()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    with Project.open(closed) as project:
        assert "entries that could still be read" in str(project.notes[0])
        assert [known.name for known in project.catalogue.view.classes] == ["robin", "owl", "wren", "tit"]
        assert len(project.catalogue.view.clips) == 300
        assert not list(closed.glob(".*.mended*"))


def test_a_snapshot_is_named_by_time_and_reason_and_holds_what_there_is_now(closed):
    with Project.open(closed) as project:
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
        snapshot = take_snapshot(project.file, "before: “merge” a/b … " + "x" * 100)
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "wren"))
    words = snapshot.name.split("-", 3)[3]
    assert words == "before-merge-a-b-" + "x" * 43 + ".audioclf"
    assert snapshot.parent == closed / "snapshots"
    with Project.open(snapshot) as copy:
        assert [known.name for known in copy.catalogue.view.classes] == ["robin", "owl"]


def test_a_reader_of_a_file_that_needs_mending_is_told_and_nothing_is_changed(closed):
    with Project.open(closed) as holder:
        copy = closed / "copy" / "birds.audioclf"
        copy.parent.mkdir()
        shutil.copy(holder.file, copy)
    with sqlite3.connect(copy) as database:
        database.execute("PRAGMA user_version = 1")
    database.close()
    lock = WriterLock(copy)
    assert lock.acquire()
    before = copy.read_bytes()
    with pytest.raises(UserError, match="older version and is open elsewhere"):
        Project.open(copy)
    copy.write_bytes(b"\xa5" * len(before))
    with pytest.raises(UserError, match="cannot be opened for reading"):
        Project.open(copy)
    assert copy.read_bytes() == b"\xa5" * len(before)
    lock.release()


def test_a_reader_leaves_the_file_and_its_folder_as_they_are(closed):
    lock = WriterLock(closed / "birds.audioclf")
    assert lock.acquire()
    content = (closed / "birds.audioclf").read_bytes()
    with Project.open(closed) as reader:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._database.connection.execute("DELETE FROM labels")
        assert len(reader.catalogue.view.clips) == 300
    assert (closed / "birds.audioclf").read_bytes() == content
    lock.release()


def test_of_several_snapshots_the_newest_is_used(closed):
    with Project.open(closed) as project:
        for name in ("owl", "wren"):
            project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))
            take_snapshot(project.file, f"after {name}")
    file = closed / "birds.audioclf"
    file.write_bytes(b"\x00" * file.stat().st_size)
    with Project.open(closed) as project:
        assert [known.name for known in project.catalogue.view.classes] == ["robin", "owl", "wren"]
