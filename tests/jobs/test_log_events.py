"""Events are written to a file as they end; a line is there whole or not at all."""

import csv
import errno
import json
from datetime import UTC, datetime

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.jobs import log_events
from audioclf_gui.jobs.log_events import EventFile, LogTo
from audioclf_gui.ml.decisions import Event

NOON = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
BARK = Event(1.0, 2.5, "dog, big", 0.91234)


def opened(path, began=NOON, **rotation):
    return EventFile(LogTo(path, **rotation), "Mikrofon Süd", "run-0003", began)


def lines(path):
    return path.read_text("utf-8").splitlines()


def test_a_table_of_events_has_times_of_day_and_of_listening(tmp_path):
    path = tmp_path / "logs" / "night.csv"
    assert not opened(path).write(BARK)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {
        "time": "2026-03-01T12:00:01.000+00:00",
        "start_s": "1.0",
        "end_s": "2.5",
        "class": "dog, big",
        "score": "0.9123",
        "source": "Mikrofon Süd",
        "model": "run-0003",
    }


def test_json_lines_say_the_same(tmp_path):
    path = tmp_path / "night.jsonl"
    file = opened(path, began=None)
    file.write(BARK)
    file.write(BARK)
    first, second = map(json.loads, lines(path))
    assert first == second
    assert (first["time"], first["class"], first["score"]) == ("", "dog, big", 0.9123)


def test_another_sitting_goes_on_in_the_same_file(tmp_path):
    path = tmp_path / "night.csv"
    opened(path).write(BARK)
    opened(path).write(BARK)
    assert len(lines(path)) == 3
    assert lines(path)[0].startswith("time,")


@pytest.mark.parametrize("name", ["table.csv", "table.jsonl"])
def test_a_file_of_something_else_is_left_alone(tmp_path, name):
    (tmp_path / name).write_text("name,label\nbark.wav,dog\n")
    with pytest.raises(UserError, match="something else"):
        opened(tmp_path / name)
    assert (tmp_path / name).read_text() == "name,label\nbark.wav,dog\n"


def test_another_ending_is_refused_before_anything_is_heard(tmp_path):
    with pytest.raises(UserError, match="neither"):
        opened(tmp_path / "log.xlsx")


def test_each_day_has_a_file(tmp_path):
    file = opened(tmp_path / "log.csv", daily=True)
    for hours in (1, 5, 13, 20, 40):
        file.write(Event(3600.0 * hours, 3600.0 * hours + 1.0, "dog", 0.9))
    assert len(lines(tmp_path / "log-2026-03-01.csv")) == 3
    assert len(lines(tmp_path / "log-2026-03-02.csv")) == 3
    assert len(lines(tmp_path / "log.csv")) == 2


def test_a_file_gets_no_larger_than_wanted_and_none_is_overwritten(tmp_path):
    for _sitting in range(2):
        file = opened(tmp_path / "log.jsonl", most_mb=0.0005)
        for _number in range(10):
            file.write(BARK)
    files = sorted(tmp_path.glob("log*.jsonl"))
    assert len(files) > 3
    assert all(path.stat().st_size <= 500 for path in files)
    assert sum(len(lines(path)) for path in files) == 20


class FullDisk:
    """A disk on which there is room for some bytes more."""

    def __init__(self, monkeypatch, room):
        self.room = room
        monkeypatch.setattr(log_events.Path, "open", self.opening(log_events.Path.open))

    def opening(self, really):
        def open_(path, mode="r", **more):
            file = really(path, mode, **more)
            return _Written(file, self) if more.get("buffering") == 0 else file

        return open_


class _Written:
    def __init__(self, file, disk):
        self.file, self.disk = file, disk

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.file.close()

    def tell(self):
        return self.file.tell()

    def truncate(self, size):
        self.file.truncate(size)

    def write(self, content):
        room = min(self.disk.room, len(content))
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.disk.room -= room
        return self.file.write(content[:room])


def test_a_full_disk_is_told_once_and_no_event_is_lost_or_halved(tmp_path, monkeypatch):
    path = tmp_path / "log.jsonl"
    file = opened(path)
    file.write(BARK)
    disk = FullDisk(monkeypatch, room=20)
    told = [str(one.text) for _number in range(3) for one in file.write(BARK)]
    assert len(told) == 1
    assert "Listening goes on" in told[0]
    assert len(lines(path)) == 1
    disk.room = 10_000
    assert ["again" in str(one.text) for one in file.write(BARK)] == [True]
    assert [json.loads(line)["class"] for line in lines(path)] == ["dog, big"] * 5
