"""Records of what a model heard: what is written is read again, whatever happened to the file."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from audioclf_gui.core import heard
from audioclf_gui.core.heard import WindowRecord, add_records, project_of, read_records, records_folder

FIRST = WindowRecord(
    at=datetime(2026, 11, 27, 12, 0, tzinfo=UTC),
    session="20261127T120000-1",
    kind="predict",
    source="audio/čejka 1.wav",
    start_s=0.0,
    level_dbfs=-23.5,
    clipped_percent=0.0,
    bands_db=(-3.0, -12.5),
    top_score=0.875,
    entropy=0.25,
    embedding=(0.5, -1.5),
)
OF_A_NUMBER = replace(FIRST, kind="live", source="", start_s=60.0, top_score=None, entropy=None)


def test_records_are_read_as_they_were_written(tmp_path):
    add_records(tmp_path / "run.heard", [FIRST])
    add_records(tmp_path / "run.heard", [OF_A_NUMBER])
    found = read_records(tmp_path / "run.heard")
    assert found.windows == (FIRST, OF_A_NUMBER)
    assert found.unread == 0


def test_a_file_name_in_another_code_page_is_recorded(tmp_path):
    strange = replace(FIRST, source="caf\udce9.wav")
    add_records(tmp_path, [strange])
    assert read_records(tmp_path).windows == (strange,)


def test_a_line_that_was_cut_off_loses_only_itself(tmp_path):
    add_records(tmp_path, [FIRST, FIRST])
    (part,) = tmp_path.glob("*.jsonl")
    part.write_bytes(part.read_bytes()[:-20])
    add_records(tmp_path, [OF_A_NUMBER])
    found = read_records(tmp_path)
    assert found.windows == (FIRST, OF_A_NUMBER)
    assert found.unread == 1


def test_what_another_version_adds_is_passed_over_and_what_nobody_can_read_is_counted(tmp_path):
    lines = [
        json.dumps({**FIRST.to_json(), "version": 9, "mood": "calm"}).encode(),
        json.dumps({**FIRST.to_json(), "level_dbfs": float("nan")}).encode(),
        json.dumps({"version": 1, "at": "yesterday"}).encode(),
        b"[1, 2]",
        b"\xff\xfe",
        b"",
    ]
    (tmp_path / "20261127-120000.jsonl").write_bytes(b"\n".join(lines))
    found = read_records(tmp_path)
    assert found.windows == (FIRST,)
    assert found.unread == 4


def test_the_oldest_records_go_where_there_would_be_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(heard, "_PART_BYTES", 2000)
    monkeypatch.setattr(heard, "_MOST_BYTES", 8000)
    for minute in range(100):
        add_records(tmp_path, [replace(FIRST, at=FIRST.at + timedelta(minutes=minute))])
    assert sum(part.stat().st_size for part in tmp_path.iterdir()) <= 8000 + 500
    minutes = [(one.at - FIRST.at).seconds // 60 for one in read_records(tmp_path).windows]
    assert minutes[0] > 50
    assert minutes == list(range(minutes[0], 100))


@pytest.mark.parametrize("name", ["run-0001", "run-0001/model", "run-0001/folds/02"])
def test_only_models_in_a_project_are_recorded(tmp_path, name):
    bundle = tmp_path / "models" / name
    assert records_folder(bundle) is None
    (tmp_path / "birds.audioclf").touch()
    assert records_folder(bundle) == tmp_path / "models" / f"{name}.heard"
    assert project_of(bundle) == tmp_path
