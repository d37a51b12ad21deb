"""One writer for a project."""

import subprocess
import sys

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.store.lock import WriterLock


@pytest.fixture
def file(tmp_path):
    return tmp_path / "birds.audioclf"


def test_only_one_holds_the_lock_until_it_is_released(file):
    first, second = WriterLock(file), WriterLock(file)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    assert not first.acquire()
    second.release()
    second.release()
    assert first.acquire()
    first.release()


def test_a_refused_lock_releases_nothing(file):
    holder, refused = WriterLock(file), WriterLock(file)
    assert holder.acquire()
    assert not refused.acquire()
    refused.release()
    assert not WriterLock(file).acquire()
    holder.release()


def test_the_lock_of_one_project_is_none_of_another(file):
    first, other = WriterLock(file), WriterLock(file.with_name("frogs.audioclf"))
    assert first.acquire()
    assert other.acquire()
    beside = sorted(path.name for path in file.parent.iterdir())
    assert beside == ["birds.audioclf-lock", "frogs.audioclf-lock"], "no journal lies about while it is held"
    first.release()
    other.release()
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "birds.audioclf-lock",
        "frogs.audioclf-lock",
    ]


def test_nobody_can_write_where_no_lock_can_lie(file):
    assert not WriterLock(file.parent / "no such folder" / file.name).acquire()


def test_a_process_that_dies_gives_its_lock_back(file):
    script = (
        "import os, sys, pathlib; from audioclf_gui.core.store.lock import WriterLock;"
        "held = WriterLock(pathlib.Path(sys.argv[1])); print(held.acquire(), flush=True); os._exit(1)"
    )
    died = subprocess.run([sys.executable, "-c", script, file], capture_output=True, text=True, check=False)
    assert (died.stdout.strip(), died.returncode) == ("True", 1)
    lock = WriterLock(file)
    assert lock.acquire()
    lock.release()


@pytest.mark.parametrize("junk", [b"4711\n", b"\0" * 5000, b"SQLite format 3\0" + b"\xa5" * 4080])
def test_what_is_no_lock_does_not_keep_a_project_shut(file, junk):
    file.with_name("birds.audioclf-lock").write_bytes(junk)
    lock = WriterLock(file)
    assert lock.acquire()
    assert not WriterLock(file).acquire()
    lock.release()


def test_a_folder_in_the_place_of_the_lock_is_named(file):
    place = file.with_name("birds.audioclf-lock")
    place.mkdir()
    with pytest.raises(UserError, match="is a folder where a file of the program belongs") as caught:
        WriterLock(file).acquire()
    assert str(place) in str(caught.value)


def test_what_turns_out_to_be_no_project_gets_no_lock_beside_it(file):
    lock = WriterLock(file)
    assert lock.acquire()
    lock.withdraw()
    assert list(file.parent.iterdir()) == []
