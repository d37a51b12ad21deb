"""When the project file is copied, and which copies stay."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.store import snapshots
from audioclf_gui.core.store.snapshots import MANY_EDITS, is_good, superfluous, take_snapshot
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.snapshots import keep_safe


def names(folder: Path) -> list[str]:
    return [path.name for path in snapshots.snapshots(folder / "birds.audioclf")]


def edit(folder: Path, times: int = 1) -> None:
    with Project.open(folder) as project:
        for number in range(times):
            name = f"class {len(project.catalogue.view.classes)} {number}"
            project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))


@pytest.fixture
def folder(project) -> Path:
    """An empty project that is closed."""
    project.close()
    return project.folder


def let_days_pass(folder: Path, days: int) -> None:
    """Let every copy and every edit be so many days older."""
    for path in snapshots.snapshots(folder / "birds.audioclf"):
        moment = snapshots.taken_at(path) - timedelta(days=days)
        older = path.with_name(f"{moment:%Y%m%d-%H%M%S}{path.name[15:]}")
        changed = path.stat().st_mtime - timedelta(days=days).total_seconds()
        path.rename(older)
        os.utime(older, (changed, changed))
    with closing(sqlite3.connect(folder / "birds.audioclf")) as database:
        earlier = "strftime('%Y-%m-%dT%H:%M:%f+00:00', made_at, ?)"
        database.execute(f"UPDATE edits SET made_at = {earlier}", (f"-{days} days",))
        database.commit()


def test_the_first_closing_of_a_day_with_edits_copies_the_project(folder):
    assert names(folder) == []
    edit(folder)
    (first,) = names(folder)
    assert first.endswith("-at-closing.audioclf")
    edit(folder)
    assert names(folder) == [first], "there is one of today"
    let_days_pass(folder, 1)
    Project.open(folder).close()
    assert len(names(folder)) == 2, "of the second edit there was no copy yet"
    let_days_pass(folder, 1)
    Project.open(folder).close()
    assert len(names(folder)) == 2, "nothing was edited since"


def test_many_edits_are_copied_even_if_it_was_done_today(folder):
    edit(folder)
    edit(folder, MANY_EDITS - 1)
    assert len(names(folder)) == 1
    edit(folder, 1)
    assert len(names(folder)) == 2


def test_an_open_project_is_copied_by_a_job_when_that_is_due(folder):
    with Project.open(folder) as project:
        result_of(keep_safe(project.view()))
        assert names(folder) == []
        project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
        result_of(keep_safe(project.view()))
        (copy,) = names(folder)
        assert copy.endswith("-of-the-day.audioclf")
        result_of(keep_safe(project.view()))
        with Project.open(folder) as reader:
            result_of(keep_safe(reader.view()))
    assert names(folder) == [copy]


def test_a_copy_is_sealed_and_its_damage_is_noticed(folder):
    edit(folder)
    (copy,) = snapshots.snapshots(folder / "birds.audioclf")
    assert is_good(copy)
    content = bytearray(copy.read_bytes())
    content[3 * 4096 + 4000] ^= 1
    copy.write_bytes(content)
    assert not is_good(copy)


def dated(folder: Path, *moments: str, size: int = 1) -> list[Path]:
    """Files named like copies, the newest first."""
    paths = [folder / f"{moment}-000000-step.audioclf" for moment in sorted(moments, reverse=True)]
    for path in paths:
        with path.open("wb") as file:
            file.truncate(size)
    return paths


def test_the_newest_ten_stay_and_of_a_fortnight_the_last_of_each_day(tmp_path):
    today = [f"20260630-{hour:02}0000" for hour in range(12)]
    before = [f"202606{day:02}-{hour}0000" for day in range(10, 30) for hour in (10, 20)]
    paths = dated(tmp_path, *today, *before)
    kept = [path.name[:11] for path in paths if path not in set(superfluous(paths))]
    assert kept == [
        *(f"20260630-{hour:02}" for hour in range(11, 1, -1)),
        *(f"202606{day:02}-20" for day in range(29, 16, -1)),
    ]


def test_copies_take_no_more_room_than_a_gigabyte_but_one_always_stays(tmp_path):
    paths = dated(tmp_path, *(f"20260630-{hour:02}0000" for hour in range(8)), size=300 * 2**20)
    assert list(superfluous(paths)) == paths[3:]
    (tmp_path / "large").mkdir()
    large = dated(tmp_path / "large", "20260630-010000", "20260630-020000", size=3 * 2**30)
    assert list(superfluous(large)) == large[1:]


def test_files_that_are_no_copies_are_neither_used_nor_taken_away(folder):
    (folder / "snapshots").mkdir()
    own = folder / "snapshots" / "before my holiday.audioclf"
    own.write_bytes(b"mine")
    for number in range(12):
        take_snapshot(folder / "birds.audioclf", f"step {number}")
    assert own.read_bytes() == b"mine"
    assert len(names(folder)) == 10


def test_a_copy_of_a_file_that_was_damaged_meanwhile_is_refused_and_drives_no_good_one_out(folder):
    edit(folder)
    before = names(folder)
    file = folder / "birds.audioclf"
    with closing(sqlite3.connect(file)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'classes'").fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    file.write_bytes(content)
    with pytest.raises(UserError, match="has been damaged since it was opened"):
        take_snapshot(file, "step")
    assert names(folder) == before
    assert [path for path in (folder / "snapshots").iterdir() if path.name not in before] == []


def test_the_time_of_a_copy_is_in_its_name(folder):
    path = take_snapshot(folder / "birds.audioclf", "step")
    assert abs(snapshots.taken_at(path) - datetime.now()) < timedelta(minutes=5)
