import errno
import tempfile

import pytest

from audioclf_gui.ml.model_place import saved_somewhere


def save_where_there_is_room(*full):
    def save(folder):
        if any(folder.is_relative_to(place) for place in full):
            raise OSError(errno.ENOSPC, "No space left on device", str(folder))
        folder.mkdir(parents=True)
        (folder / "weights").write_bytes(b"learnt")

    return save


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "Birds" / "models" / "run-0001"


def test_a_model_goes_to_its_place(place, tmp_path):
    assert saved_somewhere(place, save_where_there_is_room(), tmp_path / "cache") == place
    assert (place / "weights").read_bytes() == b"learnt"


def test_a_model_whose_disk_is_full_is_kept_on_another(place, tmp_path):
    save = save_where_there_is_room(tmp_path / "Birds")
    kept = saved_somewhere(place, save, tmp_path / "cache")
    assert kept.is_relative_to(tmp_path / "cache")
    assert "Birds run-0001" in kept.name
    assert (kept / "weights").read_bytes() == b"learnt"


def test_a_full_cache_is_no_place_either(place, tmp_path):
    save = save_where_there_is_room(tmp_path / "Birds", tmp_path / "cache", tmp_path / "home")
    assert saved_somewhere(place, save, tmp_path / "cache").is_relative_to(tmp_path / "temporary")


def test_where_there_is_room_nowhere_the_models_own_disk_is_blamed(place, tmp_path):
    with pytest.raises(OSError, match="No space left") as refusal:
        saved_somewhere(place, save_where_there_is_room(tmp_path), tmp_path / "cache")
    assert refusal.value.filename == str(place)
