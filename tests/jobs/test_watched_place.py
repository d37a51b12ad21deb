"""Where a project waits for recordings when those that it has were moved."""

from pathlib import Path

import pytest

from audioclf_gui.jobs.import_plan import ImportPlan, plan_to_json
from audioclf_gui.jobs.watched_place import followed, watched_place


@pytest.fixture
def kept(tmp_path):
    plan = ImportPlan("", table=tmp_path / "card/site/list.csv", class_names=tmp_path / "names.csv")
    return {"folder": str(tmp_path / "card"), "copy": False, "plan": plan_to_json(plan)}


def moved(tmp_path, *names):
    return {tmp_path / "card" / old: tmp_path / new for old, new in names}


@pytest.mark.parametrize(
    ("names", "now"),
    [
        pytest.param([("a.wav", "disk/a.wav")], "disk", id="the folder itself was moved"),
        pytest.param([("x/a.wav", "disk/x/a.wav"), ("b.wav", "disk/b.wav")], "disk", id="folders in it too"),
        pytest.param([("a.wav", "disk/a.wav"), ("b.wav", "disk/new name.wav")], "disk", id="one was renamed"),
        pytest.param([("a.wav", "disk/a.wav"), ("b.wav", "shelf/b.wav")], None, id="to two places"),
        pytest.param([("a.wav", "disk/new name.wav")], None, id="nothing lies as it did"),
    ],
)
def test_a_folder_that_is_gone_went_where_its_recordings_lie_as_they_did(kept, tmp_path, names, now):
    place = watched_place(kept, moved(tmp_path, *names))
    assert place.now == (now and tmp_path / now)
    assert str(tmp_path / "card") in str(place.note)


def test_a_folder_that_is_still_there_stays_watched_and_that_is_said(kept, tmp_path):
    (tmp_path / "card").mkdir()
    place = watched_place(kept, moved(tmp_path, ("a.wav", "archive/a.wav")))
    assert place.now is None
    assert "Watch the folder" in str(place.note)


@pytest.mark.parametrize("known", [None, {}, "something newer"])
def test_where_nothing_is_watched_nothing_is_said(known, tmp_path):
    assert watched_place(known, moved(tmp_path, ("a.wav", "disk/a.wav"))) is None


def test_recordings_of_other_folders_move_no_watched_one(kept, tmp_path):
    assert watched_place(kept, {tmp_path / "other/a.wav": tmp_path / "disk/a.wav"}) is None
    assert watched_place(kept, {}) is None


def test_tables_that_lay_in_the_folder_went_with_it(kept, tmp_path):
    place = watched_place(kept, moved(tmp_path, ("a.wav", "disk/a.wav")))
    then = followed(kept, place)
    assert Path(then["folder"]) == tmp_path / "disk"
    assert Path(then["plan"]["table"]) == tmp_path / "disk/site/list.csv"
    assert Path(then["plan"]["class_names"]) == tmp_path / "names.csv"
