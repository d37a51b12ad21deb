"""A whole project in one file, and back."""

import json
import stat
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core import edits
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.project import Project
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives import PACK_LIST, PackedFile, new_digest
from audioclf_gui.jobs.edit_tracks import AddTrack, edit_tracks
from audioclf_gui.jobs.pack_files import listed
from audioclf_gui.jobs.pack_project import PackProject, pack_project
from audioclf_gui.jobs.unpack_project import UnpackProject, unpack_project
from audioclf_gui.jobs.writing import carry_out


def tone(path: Path, number: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_wav(path, (0.1 * np.sin(np.arange(4000) * 0.01 * number)).astype(np.float32), 8000)
    return path


@pytest.fixture
def birds(tmp_path: Path) -> Path:
    """A project with sound inside and outside of it, labels, a track, a model and a setting."""
    folder = tmp_path / "home" / "birds"
    with Project.create(folder) as project:
        wanted = [
            Candidate(tone(folder / "recordings/a.wav", 1), "owl", "north", "1"),
            Candidate(tone(tmp_path / "disk/site 1/a.wav", 2), "wren", regions=(Region(0.1, 0.2, "owl"),)),
            Candidate(tone(tmp_path / "disk/site 2/A.wav", 3), "wren"),
        ]
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        carry_out(edit_tracks(AddTrack("second ear"), project.view()), project)
        project.settings.put("picture", {"floor_db": -80})
        run = project.runs.next("fast", {"seed": 1})
        project.runs.put(run)
        project.runs.add_epochs(run.id, [Epoch(1, 1.0, 0.5, 1.0, 0.5, 0.001, 1.0)])
        (folder / "models/run-0001").mkdir(parents=True)
        (folder / "models/run-0001/bundle.json").write_text("{}")
    return folder


def packed(birds: Path, out: Path, **how: bool):
    with Project.open(birds) as project:
        return carry_out(pack_project(PackProject(out, **how), project.view()), None)


def unpacked(pack: Path, folder: Path) -> Path:
    return carry_out(unpack_project(UnpackProject(pack, folder)), None).folder


def content(folder: Path) -> dict[str, object]:
    """All that a project holds, but for where its recordings lie."""
    with Project.open(folder) as project:
        view = project.catalogue.view
        return {
            "clips": {clip.id: replace(clip, path=clip.name.lower()) for clip in view.clips},
            "labels": view.labels_by_clip,
            "classes": view.classes,
            "tracks": view.tracks,
            "runs": [(run, project.runs.epochs(run.id)) for run in project.runs.all],
            "picture": project.settings.get("picture"),
        }


def test_a_project_comes_back_as_it_was_with_its_sound_beside_it(birds, tmp_path):
    done = packed(birds, tmp_path / "out/birds.zip")
    there = unpacked(done.out, tmp_path / "other/place")
    assert (done.recordings, done.missing) == (3, ())
    assert content(there) == content(birds)
    assert (there / "models/run-0001/bundle.json").read_text() == "{}"
    with Project.open(there) as project:
        clips = project.catalogue.view.clips
        assert {clip.path for clip in clips} == {
            "recordings/a.wav", "recordings/site 1/a.wav", "recordings/site 2/A.wav"
        }  # fmt: skip
        assert all(project.catalogue.view.audio_path(clip).is_file() for clip in clips)


def test_no_step_of_the_history_leads_away_from_the_sound_that_was_packed(birds, tmp_path):
    with Project.open(birds) as project:
        for group in ("south", "west"):
            view = project.catalogue.view
            change = edits.set_group(view, [clip.id for clip in view.clips], group)
            project.catalogue.apply(Text("set group"), change)
        steps = len(project.catalogue.history())
    there = unpacked(packed(birds, tmp_path / "birds.zip").out, tmp_path / "there")
    with Project.open(there) as project:
        catalogue = project.catalogue
        assert len(catalogue.history()) == steps, "packing is no step"
        paths = {clip.id: clip.path for clip in catalogue.view.clips}
        for groups in ({"south"}, {"north", ""}):
            catalogue.undo()
            assert {clip.group for clip in catalogue.view.clips} == groups
            assert {clip.id: clip.path for clip in catalogue.view.clips} == paths
        catalogue.go_to(0)
        assert catalogue.view.clips == ()
        while catalogue.redo() is not None:
            assert all(catalogue.view.audio_path(clip).is_file() for clip in catalogue.view.clips)
        assert {clip.id: clip.path for clip in catalogue.view.clips} == paths


def test_names_that_other_systems_take_for_one_are_told_apart(tmp_path):
    folder, long = tmp_path / "home", "x" * 200
    names = ("a.wav", "A.wav", "\u00e9.wav", "e\u0301.wav", f"{long}.wav", f"{long}y.wav")
    files = [tone(folder / "in" / name, number) for number, name in enumerate(names, start=1)]
    with Project.create(folder) as project:
        found = ingest(list(map(Candidate, files)))
        project.catalogue.add_clips([event for event in found if isinstance(event, FoundClip)])
    there = unpacked(packed(folder, tmp_path / "pack.zip").out, tmp_path / "there")
    with Project.open(there) as project:
        view = project.catalogue.view
        sounds = [view.audio_path(clip).read_bytes() for clip in view.clips]
        assert sorted(sounds) == sorted(file.read_bytes() for file in files)
        assert len({plain(clip.path) for clip in view.clips}) == len(names)


def test_the_project_that_is_packed_stays_as_it_is(birds, tmp_path):
    before = content(birds)
    with Project.open(birds) as project:
        paths = [clip.path for clip in project.catalogue.view.clips]
    packed(birds, tmp_path / "birds.zip")
    assert content(birds) == before
    with Project.open(birds) as project:
        assert [clip.path for clip in project.catalogue.view.clips] == paths
    assert {path.name for path in tmp_path.iterdir()} == {"home", "disk", "birds.zip"}, "nothing else is left"


def test_without_sound_it_is_small_and_the_clips_wait_for_it(birds, tmp_path):
    done = packed(birds, tmp_path / "birds", with_audio=False)
    assert done.out == tmp_path / "birds.zip"
    with zipfile.ZipFile(done.out) as pack:
        assert sorted(pack.namelist()) == [PACK_LIST, "birds.audioclf", "models/run-0001/bundle.json"]
    assert content(unpacked(done.out, tmp_path / "there")) == content(birds)


def test_sound_that_is_gone_is_told_and_does_not_stop_the_rest(birds, tmp_path):
    (tmp_path / "disk/site 1/a.wav").unlink()
    done = packed(birds, tmp_path / "birds.zip")
    assert (done.recordings, [Path(path).name for path in done.missing]) == (2, ["a.wav"])
    assert content(unpacked(done.out, tmp_path / "there")) == content(birds)


def test_a_file_of_that_name_is_kept(birds, tmp_path):
    (tmp_path / "birds.zip").write_bytes(b"something else")
    done = packed(birds, tmp_path / "birds.zip")
    assert done.kept is not None
    assert done.kept.read_bytes() == b"something else"


def test_who_stops_packing_or_unpacking_finds_nothing_left(birds, tmp_path):
    with Project.open(birds) as project:
        steps = pack_project(PackProject(tmp_path / "birds.zip"), project.view())
        next(steps)
        steps.close()
    assert not (tmp_path / "birds.zip").exists()
    done = packed(birds, tmp_path / "birds.zip")
    steps = unpack_project(UnpackProject(done.out, tmp_path / "there"))
    next(steps)
    steps.close()
    assert {path.name for path in tmp_path.iterdir()} == {"home", "disk", "birds.zip"}


def test_a_pack_of_a_newer_kind_of_zip_is_refused_by_name(birds, tmp_path):
    pack = tmp_path / "birds.zip"
    packed(birds, pack)
    data = bytearray(pack.read_bytes())
    data[data.rfind(b"PK\1\2") + 6] = 205  # the version of the standard that is needed to unpack
    pack.write_bytes(data)
    with pytest.raises(UserError, match=r"birds\.zip is no packed project"):
        unpacked(pack, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_folder_that_holds_something_is_not_unpacked_into(birds, tmp_path):
    done = packed(birds, tmp_path / "birds.zip")
    with pytest.raises(UserError, match="is there already"):
        unpacked(done.out, birds)
    (tmp_path / "empty").mkdir()
    assert content(unpacked(done.out, tmp_path / "empty")) == content(birds)


def test_an_empty_folder_is_unpacked_into_also_by_a_link_or_from_within(birds, tmp_path, monkeypatch):
    done = packed(birds, tmp_path / "birds.zip")
    for name in ("linked", "within"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "linked")
    assert content(unpacked(done.out, tmp_path / "link")) == content(birds)
    monkeypatch.chdir(tmp_path / "within")
    unpacked(done.out, Path())
    monkeypatch.chdir(tmp_path)
    assert content(tmp_path / "within") == content(birds)


def digest(data: bytes) -> str:
    made = new_digest()
    made.update(data)
    return made.hexdigest()


def made_up(path, entries, told=None) -> Path:
    """A pack with these entries, and a list of them or of other files."""
    names = {entry if isinstance(entry, str) else entry.filename: data for entry, data in entries.items()}
    files = [PackedFile(name, len(data), digest(data)) for name, data in (told or names).items()]
    with zipfile.ZipFile(path, "w") as pack:
        for entry, data in entries.items():
            pack.writestr(entry, data)
        pack.writestr(PACK_LIST, listed(files))
    return path


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"/etc/passwd": b"x"}, "starts elsewhere"),
        ({"C:/x.wav": b"x"}, "starts elsewhere"),
        ({"\\\\host\\x": b"x"}, "starts elsewhere"),
        ({"../x.wav": b"x"}, "leads out"),
        ({"recordings/../../x.wav": b"x"}, "leads out"),
        ({"recordings\\..\\x.wav": b"x"}, "leads out"),
        ({link("recordings/a.wav"): b"/etc/passwd"}, "is a link"),
        ({"models/": b""}, "is no file"),
        ({"recordings//a.wav": b"x"}, "not every system"),
        ({"con.wav": b"x"}, "not every system"),
        ({"a.wav": b"x", "A.wav": b"x"}, "it is there twice"),
    ],
    ids=str,
)
def test_what_could_land_elsewhere_is_refused_before_anything_is_written(entries, reason, tmp_path):
    pack = made_up(tmp_path / "evil.zip", {"p.audioclf": b"", **entries})
    with pytest.raises(UserError, match=reason) as refused:
        unpacked(pack, tmp_path / "inner/there")
    assert "audioclf pack" in str(refused.value.remedy)
    assert {path.name for path in tmp_path.iterdir()} == {"evil.zip"}


@pytest.mark.parametrize(
    ("entries", "told", "reason"),
    [
        ({"p.audioclf": b"", "a.wav": b"x"}, {"p.audioclf": b""}, "a.wav is not what was packed"),
        ({"p.audioclf": b""}, {"p.audioclf": b"", "a.wav": b"x"}, "a.wav is not what was packed"),
        ({"p.audioclf": b"", "a.wav": b"xy"}, {"p.audioclf": b"", "a.wav": b"x"}, "a.wav is not what"),
        ({"p.audioclf": b"", "a.wav": b"y"}, {"p.audioclf": b"", "a.wav": b"x"}, "a.wav is not what"),
        ({"a.wav": b"x"}, None, "is no packed project"),
        ({"p.audioclf": b"", "q.audioclf": b""}, None, "is no packed project"),
    ],
)
def test_what_is_not_what_was_packed_is_refused_by_name(entries, told, reason, tmp_path):
    with pytest.raises(UserError, match=reason):
        unpacked(made_up(tmp_path / "odd.zip", entries, told), tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_files_that_share_their_bytes_are_a_bomb(tmp_path):
    kernel = b"\0" * 100_000
    pack = made_up(tmp_path / "bomb.zip", {"p.audioclf": b"", "a.wav": kernel, "b.wav": kernel})
    data = bytearray(pack.read_bytes())
    first, second = (data.index(b"PK\x01\x02" + data[at + 4 : at + 46], at) for at in _directory(data)[1:3])
    data[second + 42 : second + 46] = data[first + 42 : first + 46]  # both begin where the first does
    start = data.index(b"b.wav") + 5
    del data[start : start + len(kernel)]
    _move_directory(data, len(kernel))
    pack.write_bytes(data)
    with pytest.raises(UserError):
        unpacked(pack, tmp_path / "there")
    assert not (tmp_path / "there").exists()


def _directory(data: bytearray) -> list[int]:
    return [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]


def _move_directory(data: bytearray, by: int) -> None:
    end = data.rindex(b"PK\x05\x06")
    offset = int.from_bytes(data[end + 16 : end + 20], "little") - by
    data[end + 16 : end + 20] = offset.to_bytes(4, "little")


def test_a_disk_without_room_is_told_before_anything_is_written(birds, tmp_path, monkeypatch):
    done = packed(birds, tmp_path / "birds.zip")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1000))
    with pytest.raises(UserError, match="MB of room"):
        unpacked(done.out, tmp_path / "there")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_pack_is_called_so(data, tmp_path):
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UserError, match="is no packed project"):
        unpacked(tmp_path / "x.zip", tmp_path / "there")


def test_a_pack_of_a_newer_program_says_so(birds, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as pack:
        pack.writestr(PACK_LIST, json.dumps({"version": 99, "files": {}}))
    with pytest.raises(UserError, match="newer version"):
        unpacked(tmp_path / "x.zip", tmp_path / "there")


@pytest.fixture(scope="module")
def good_pack(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("good")
    return made_up(
        folder / "x.zip", {"p.audioclf": b"data" * 20, "recordings/a.wav": b"sound" * 30}
    ).read_bytes()


@given(place=st.integers(0, 2000), put_in=st.binary(max_size=8), cut=st.integers(0, 40))
def test_any_damage_is_refused_in_words_or_changes_nothing(tmp_path_factory, good_pack, place, put_in, cut):
    folder = tmp_path_factory.mktemp("pack")
    at = place % len(good_pack)
    (folder / "x.zip").write_bytes(good_pack[:at] + put_in + good_pack[at + cut :])
    try:
        there = unpacked(folder / "x.zip", folder / "there")
    except UserError:
        assert {path.name for path in folder.iterdir()} == {"x.zip"}
    else:
        assert (there / "p.audioclf").read_bytes() == b"data" * 20
        assert (there / "recordings/a.wav").read_bytes() == b"sound" * 30
