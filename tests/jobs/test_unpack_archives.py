"""Archives that are imported as folders are: what comes out, and what is refused by name."""

import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import plain
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.jobs.unpack_archives import UnpackArchives, unpack_archives
from audioclf_gui.jobs.writing import carry_out

TAR_MODES = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz", ".tar.bz2": "w:bz2", ".tar.xz": "w:xz"}


@pytest.fixture
def set_folder(tmp_path: Path) -> Path:
    """A data set as it lies in a folder: two classes, and a file that is no sound."""
    for number, name in enumerate(("dogs/a.wav", "dogs/b.wav", "cats/ä 1.wav"), start=1):
        path = tmp_path / "home/pets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_wav(path, np.sin(np.arange(800) * 0.01 * number).astype(np.float32), 8000)
    (tmp_path / "home/pets/README.md").write_text("pets")
    return tmp_path / "home"


def files_below(folder: Path) -> dict[str, bytes]:
    found = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*") if one.is_file()}
    return {name: one.read_bytes() for name, one in found.items() if not one.name.startswith(".")}


def packed(folder: Path, archive: Path) -> Path:
    archive.parent.mkdir(parents=True, exist_ok=True)
    if archive.suffix.lower() == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
            for one in sorted(folder.rglob("*")):
                made.write(one, one.relative_to(folder))
    else:
        suffix = next(one for one in sorted(TAR_MODES, key=len, reverse=True) if archive.name.endswith(one))
        with tarfile.open(archive, TAR_MODES[suffix]) as made:
            made.add(folder, ".")
    return archive


def made_zip(path: Path, entries) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for entry, data in entries:
            made.writestr(entry, data)
    return path


def made_tar(path: Path, entries, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as made:
        for name, data, *kind in entries:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            if kind:
                entry.type, entry.linkname = kind[0], kind[1] if len(kind) > 1 else "elsewhere"
            made.addfile(entry, io.BytesIO(data))
    return path


def unpack(into: Path, *paths: Path):
    return carry_out(unpack_archives(UnpackArchives(paths, into)), None)


def refusal(into: Path, *paths: Path) -> str:
    before = sorted(into.rglob("*")) if into.exists() else []
    with pytest.raises(UserError) as refused:
        unpack(into, *paths)
    assert (sorted(into.rglob("*")) if into.exists() else []) == before, "nothing is left of it"
    assert str(refused.value.remedy)
    return str(refused.value)


@pytest.mark.parametrize("suffix", [".zip", ".ZIP", *TAR_MODES])
def test_what_was_packed_comes_out_as_it_was(set_folder, tmp_path, suffix):
    archive = packed(set_folder, tmp_path / f"in/pets{suffix}")
    done = unpack(tmp_path / "out", archive)
    [one] = done.unpacked
    assert one.folder == tmp_path / "out/pets"
    assert files_below(one.folder) == files_below(set_folder)
    assert (one.files, one.size) == (4, sum(map(len, files_below(set_folder).values())))
    assert done.paths == (tmp_path / "out/pets/pets",), "the folder that somebody would choose"
    assert list(map(str, done.notes)) == [f"{archive.name} was unpacked to {one.folder}"]
    found = survey(done.paths)
    assert (len(found.audio), found.layout) == (3, "folders")


def test_other_paths_stay_as_they_are(set_folder, tmp_path):
    sound = set_folder / "pets/dogs/a.wav"
    done = unpack(tmp_path / "out", sound, set_folder, tmp_path / "not there")
    assert (done.paths, done.unpacked) == ((sound, set_folder, tmp_path / "not there"), ())
    assert not (tmp_path / "out").exists()


def test_an_archive_that_was_unpacked_is_not_unpacked_again(set_folder, tmp_path):
    archive = packed(set_folder, tmp_path / "pets.zip")
    first = unpack(tmp_path / "out", archive)
    (tmp_path / "out/pets/pets/dogs/a.wav").touch()
    again = unpack(tmp_path / "out", archive)
    assert again.paths == first.paths
    assert "was unpacked before" in str(again.notes[0])
    assert len(again.notes) == 1
    (tmp_path / "out/pets/pets/dogs/a.wav").unlink()
    changed = unpack(tmp_path / "out", archive)
    assert "were changed since" in str(changed.notes[1])
    assert changed.unpacked[0].files == 3


def test_another_archive_of_the_same_name_becomes_another_folder(set_folder, tmp_path):
    first = packed(set_folder, tmp_path / "1/pets.zip")
    (set_folder / "pets/README.md").write_text("others")
    second = packed(set_folder, tmp_path / "2/pets.zip")
    done = unpack(tmp_path / "out", first, second)
    assert [one.folder.name for one in done.unpacked] == ["pets", "pets 2"]
    assert (tmp_path / "out/pets 2/pets/README.md").read_text() == "others"


def test_folders_that_are_archives_each_are_the_classes(set_folder, tmp_path):
    for name in ("dogs", "cats"):
        packed(set_folder / "pets" / name, tmp_path / f"pets in zips/{name}.zip")
    (tmp_path / "pets in zips/licence.txt").write_text("free")
    done = unpack(tmp_path / "out", tmp_path / "pets in zips")
    found = survey(done.paths)
    assert found.layout == "folders"
    assert {file.parent.name for file in found.audio} == {"dogs", "cats"}
    assert {file.parent.parent for file in found.audio} == {tmp_path / "out/pets in zips"}


def test_archives_among_recordings_stay_packed_and_are_named(set_folder, tmp_path):
    packed(set_folder, set_folder / "pets/old.zip")
    done = unpack(tmp_path / "out", set_folder)
    assert done.unpacked == ()
    assert "1 archive lies among the recordings" in str(done.notes[0])
    assert "old.zip" in str(done.notes[0])


def test_an_archive_of_archives_is_unpacked_to_the_sounds(set_folder, tmp_path):
    shards = tmp_path / "shards"
    for name in ("dogs", "cats"):
        packed(set_folder / "pets" / name, shards / f"{name}.tar")
    archive = packed(shards, tmp_path / "all.tar.gz")
    done = unpack(tmp_path / "out", archive)
    assert {file.name for file in survey(done.paths).audio} == {"a.wav", "b.wav", "ä 1.wav"}
    again = unpack(tmp_path / "out", archive)
    assert all("was unpacked before" in str(note) for note in again.notes), "and known as a whole afterwards"


@pytest.mark.parametrize("make", [made_zip, made_tar])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/x.wav", "starts elsewhere"),
        ("\\\\host\\x.wav", "starts elsewhere"),
        ("C:\\x.wav", "starts elsewhere"),
        ("../x.wav", "leads out"),
        ("a/../../x.wav", "leads out"),
        ("a\\..\\..\\x.wav", "leads out"),
    ],
)
def test_what_could_land_elsewhere_is_refused_by_name(make, name, reason, tmp_path):
    archive = make(
        tmp_path / ("evil.zip" if make is made_zip else "evil.tar.gz"), [("a.wav", b"x"), (name, b"x")]
    )
    said = refusal(tmp_path / "out", archive)
    assert reason in said
    assert repr(name) in said


def test_links_and_devices_stay_in_the_archive_and_are_named(tmp_path):
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)
    entries = [(f"odd{number}.wav", b"", kind) for number, kind in enumerate(kinds)]
    done = unpack(tmp_path / "out", made_tar(tmp_path / "odd.tar.gz", [("a.wav", b"x"), *entries]))
    assert files_below(tmp_path / "out/odd") == {"a.wav": b"x"}
    assert "4 entries of odd.tar.gz are links or devices" in str(done.notes[0])
    link = zipfile.ZipInfo("link.wav")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    done = unpack(tmp_path / "out", made_zip(tmp_path / "odd2.zip", [("a.wav", b"x"), (link, "/etc/passwd")]))
    assert files_below(tmp_path / "out/odd2") == {"a.wav": b"x"}
    assert "link.wav" in str(done.notes[0])


def test_another_name_of_a_file_before_is_a_copy_of_it(tmp_path):
    entries = [
        ("./a.wav", b"sound"),
        ("c.wav", b"", tarfile.LNKTYPE, "a.wav"),
        ("d.wav", b"", tarfile.LNKTYPE, "./c.wav"),
        ("late.wav", b"", tarfile.LNKTYPE, "e.wav"),
        ("e.wav", b"other"),
        ("out.wav", b"", tarfile.LNKTYPE, "/etc/passwd"),
    ]
    done = unpack(tmp_path / "out", made_tar(tmp_path / "linked.tar.gz", entries))
    same = dict.fromkeys(("a.wav", "c.wav", "d.wav"), b"sound")
    assert files_below(tmp_path / "out/linked") == {**same, "e.wav": b"other"}
    assert "2 entries of linked.tar.gz are links or devices" in str(done.notes[0])
    assert "“late.wav”, “out.wav”" in str(done.notes[0])


def test_copies_upon_copies_are_a_bomb(tmp_path):
    entries = [("a.wav", bytes(2**20)), *((f"{n}.wav", b"", tarfile.LNKTYPE, "a.wav") for n in range(1100))]
    said = refusal(tmp_path / "out", made_tar(tmp_path / "bomb.tar.gz", entries))
    assert "more than 100 times as much is refused" in said


def test_a_link_that_a_later_entry_would_follow_leads_nowhere(tmp_path):
    entries = [("in", b"", tarfile.SYMTYPE), ("in/x.wav", b"x")]
    unpack(tmp_path / "out", made_tar(tmp_path / "trick.tar", entries, "w"))
    assert (tmp_path / "out/trick/in/x.wav").read_bytes() == b"x"
    assert not (tmp_path / "out/trick/in").is_symlink()


@pytest.mark.parametrize("files", [1, 40])
def test_a_bomb_is_refused_with_the_limits(files, tmp_path):
    archive = made_zip(tmp_path / "bomb.zip", [(f"{number}.wav", b"\0" * 1000) for number in range(files)])
    data, at = bytearray(archive.read_bytes()), 0
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 24 : at + 28] = struct.pack("<L", 2**31 // files)
    archive.write_bytes(data)
    assert "more than 100 times as much is refused" in refusal(tmp_path / "out", archive)


def test_a_tar_bomb_is_refused_by_its_headers(tmp_path):
    entry = tarfile.TarInfo("a.wav")
    entry.size = 2**40
    (tmp_path / "bomb.tar.gz").write_bytes(gzip.compress(entry.tobuf() + b"\0" * 10_000))
    assert "more than 1.1 GB" in refusal(tmp_path / "out", tmp_path / "bomb.tar.gz")


def test_a_header_that_would_fill_the_memory_is_refused(tmp_path):
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.XHDTYPE, 2**30
    (tmp_path / "bomb.tar.xz").write_bytes(lzma.compress(entry.tobuf() + b"\0" * 10_000))
    assert "no archive that can be read" in refusal(tmp_path / "out", tmp_path / "bomb.tar.xz")


@pytest.mark.parametrize("size", [-7, 2**70])
def test_a_size_that_no_file_can_have_is_damage(tmp_path, size):
    entry = tarfile.TarInfo("a.wav")
    entry.size = size
    (tmp_path / "a.tar").write_bytes(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2048))
    assert "damaged or cut off" in refusal(tmp_path / "out", tmp_path / "a.tar")


@pytest.mark.timeout(60)
def test_an_entry_of_an_unknown_kind_is_not_skipped_for_hours(tmp_path):
    entry = tarfile.TarInfo("a.wav")
    entry.size, entry.type = 2**60, b"Z"
    (tmp_path / "a.tar").write_bytes(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2048))
    out = refusal(tmp_path / "out", tmp_path / "a.tar")
    assert "damaged or cut off" in out


def test_a_name_in_a_zip_archive_that_is_no_utf8_though_it_says_so_is_damage(tmp_path):
    archive = made_zip(tmp_path / "a.zip", [("d/\xe4.wav", b"x")])
    data = bytearray(archive.read_bytes())
    data[data.index(b"\xc3\xa4") + 1] = 0x20  # in the header before the file, not in the directory
    archive.write_bytes(data)
    assert "damaged or cut off" in refusal(tmp_path / "out", archive)


def test_files_that_share_their_bytes_are_refused(tmp_path):
    archive = made_zip(tmp_path / "bomb.zip", [("a.wav", bytes(range(256)) * 40), ("b.wav", b"x")])
    data = bytearray(archive.read_bytes())
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 20 : second + 24] = struct.pack("<L", len(data))
    archive.write_bytes(data)
    assert "share their bytes" in refusal(tmp_path / "out", archive)


def test_an_encrypted_archive_is_called_so(tmp_path):
    archive = made_zip(tmp_path / "secret.zip", [("a.wav", b"x")])
    data = bytearray(archive.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    archive.write_bytes(data)
    assert "it is encrypted" in refusal(tmp_path / "out", archive)


def test_a_method_that_is_not_known_is_called_so(tmp_path):
    archive = made_zip(tmp_path / "new.zip", [("a.wav", b"x")])
    data = bytearray(archive.read_bytes())
    data[data.index(b"PK\x01\x02") + 10] = 9
    archive.write_bytes(data)
    assert "a method (9) that is not known" in refusal(tmp_path / "out", archive)


def test_the_same_name_twice_is_refused(tmp_path):
    archive = made_tar(tmp_path / "twice.tar", [("a.wav", b"x"), ("./a.wav", b"y")], "w")
    assert "holds 'a.wav' twice" in refusal(tmp_path / "out", archive)


def test_names_that_differ_in_capitals_come_out_where_the_disk_tells_them_apart(tmp_path, monkeypatch):
    archive = made_zip(tmp_path / "case.zip", [("Rain/1.wav", b"x"), ("rain/2.wav", b"y")])
    unpack(tmp_path / "out", archive)
    assert files_below(tmp_path / "out/case") == {"Rain/1.wav": b"x", "rain/2.wav": b"y"}
    real = Path.exists

    def exists(path: Path) -> bool:  # as of a disk that does not
        beside = path.parent.iterdir() if path.parent.is_dir() else ()
        return real(path) or any(plain(one.name) == plain(path.name) for one in beside)

    monkeypatch.setattr(Path, "exists", exists)
    said = refusal(tmp_path / "other", archive)
    assert "'rain/2.wav'" in said or "'rain'" in said
    assert "one name on the disk" in said


def zip_of_bytes(path: Path, name: bytes, extra: bytes = b"") -> Path:
    placeholder = "n" * len(name)
    info = zipfile.ZipInfo(placeholder)
    info.extra = extra
    made_zip(path, [(info, b"x")])
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), name))
    return path


def test_names_without_a_mark_are_utf8_if_they_can_be_and_this_is_told(tmp_path):
    done = unpack(tmp_path / "out", zip_of_bytes(tmp_path / "a.zip", "Käuzchen.wav".encode()))
    assert list(files_below(tmp_path / "out/a")) == ["Käuzchen.wav"]
    assert "is read as UTF-8" in str(done.notes[0])
    done = unpack(tmp_path / "out", zip_of_bytes(tmp_path / "b.zip", "Käuzchen.wav".encode("cp437")))
    assert list(files_below(tmp_path / "out/b")) == ["Käuzchen.wav"]
    assert "is read as cp437" in str(done.notes[0])


def test_a_name_beside_the_name_counts(tmp_path):
    raw, told = b"K\x84uzchen.wav", "鳥.wav".encode()
    field = struct.pack("<BL", 1, zlib.crc32(raw)) + told
    extra = struct.pack("<HH", 0x7075, len(field)) + field
    done = unpack(tmp_path / "out", zip_of_bytes(tmp_path / "a.zip", raw, extra))
    assert (list(files_below(tmp_path / "out/a")), len(done.notes)) == (["鳥.wav"], 1)


def test_names_in_a_tar_archive_that_are_no_utf8_are_read_as_latin1_and_told(tmp_path):
    with tarfile.open(tmp_path / "old.tar", "w", encoding="latin-1", format=tarfile.GNU_FORMAT) as made:
        made.addfile(tarfile.TarInfo("Käuzchen.wav"))
    done = unpack(tmp_path / "out", tmp_path / "old.tar")
    assert list(files_below(tmp_path / "out/old")) == ["Käuzchen.wav"]
    assert "is read as Latin-1" in str(done.notes[0])


def test_backslashes_are_between_folders(tmp_path):
    archive = tmp_path / "win.tar"
    done = unpack(tmp_path / "out", made_tar(archive, [("dogs\\a.wav", b"x")], "w"))
    assert files_below(tmp_path / "out/win") == {"dogs/a.wav": b"x"}
    assert "backslashes" in str(done.notes[0])


@pytest.mark.parametrize("suffix", [".zip", *TAR_MODES])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_archive_that_is_cut_off_leaves_nothing(set_folder, tmp_path, suffix, share):
    archive = packed(set_folder, tmp_path / f"pets{suffix}")
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * share)])
    assert archive.name in refusal(tmp_path / "out", archive)


def test_a_tar_archive_that_ends_between_two_files_is_called_cut_off(tmp_path):
    archive = made_tar(tmp_path / "a.tar", [("a.wav", b"x" * 512), ("b.wav", b"y")], "w")
    archive.write_bytes(archive.read_bytes()[:1024])
    assert "damaged or cut off" in refusal(tmp_path / "out", archive)


def test_a_header_in_the_middle_that_is_damaged_is_not_the_end(tmp_path):
    archive = made_tar(tmp_path / "a.tar", [("a.wav", b"x" * 512), ("b.wav", b"y")], "w")
    data = bytearray(archive.read_bytes())
    data[1024:1030] = b"QQQQQQ"
    archive.write_bytes(data)
    assert "damaged or cut off" in refusal(tmp_path / "out", archive)


@pytest.mark.parametrize("name", ["a.7z", "a.rar", "a.tar.zst"])
def test_other_kinds_of_archives_are_named_with_the_cure(name, tmp_path):
    (tmp_path / name).write_bytes(b"x")
    assert "of a kind that cannot be read here" in refusal(tmp_path / "out", tmp_path / name)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "is empty"), (b"<!DOCTYPE html><html>Log in", "is a web page"), (b"other", "no archive")],
)
@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
def test_what_is_no_archive_is_called_what_it_is(data, reason, name, tmp_path):
    (tmp_path / name).write_bytes(data)
    assert reason in refusal(tmp_path / "out", tmp_path / name)


def test_a_part_of_an_archive_in_several_files_is_called_so(tmp_path):
    (tmp_path / "a.z01").write_bytes(b"x")
    (tmp_path / "a.zip").write_bytes(b"y")
    assert "one part of an archive" in refusal(tmp_path / "out", tmp_path / "a.zip")


def test_a_disk_without_room_is_told_before_anything_is_written(set_folder, tmp_path, monkeypatch):
    archive = packed(set_folder, tmp_path / "pets.tar.gz")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1000))
    (tmp_path / "out").mkdir()
    assert "MB of room" in refusal(tmp_path / "out", archive)


def test_who_stops_finds_nothing_left(set_folder, tmp_path):
    for suffix in (".zip", ".tar.gz"):
        archive = packed(set_folder, tmp_path / f"pets{suffix}")
        steps = unpack_archives(UnpackArchives((archive,), tmp_path / "out"))
        next(steps)
        steps.close()
        assert not list((tmp_path / "out").iterdir() if (tmp_path / "out").exists() else [])


def test_what_a_killed_process_left_goes_and_is_never_taken_for_the_whole(set_folder, tmp_path):
    archive = packed(set_folder, tmp_path / "pets.zip")
    unpack(tmp_path / "out", archive)
    [name] = [one.name for one in (tmp_path / "out").iterdir()]
    (tmp_path / "out/pets").rename(tmp_path / "whole")
    steps = unpack_archives(UnpackArchives((archive,), tmp_path / "out"))
    next(steps)
    [left] = list((tmp_path / "out").iterdir())
    assert left.name.startswith("."), "hidden until it is whole"
    left.rename(tmp_path / "kept")
    steps.close()
    (tmp_path / "kept").rename(left)
    unpack(tmp_path / "out", archive)
    assert [one.name for one in (tmp_path / "out").iterdir()] == [name]


def test_a_packed_project_is_told_to_be_one(tmp_path):
    archive = made_zip(tmp_path / "p.zip", [("audioclf-pack.json", "{}")])
    assert "is a whole project" in refusal(tmp_path / "out", archive)


def test_the_events_tell_bytes_and_are_few(tmp_path):
    archive = made_zip(tmp_path / "big.zip", [("a.wav", np.random.default_rng(1).bytes(30 * 2**20))])
    events = list(unpack_archives(UnpackArchives((archive,), tmp_path / "out")))
    assert len(events) < 30
    assert (events[-1].done, events[-1].total) == (30 * 2**20, 30 * 2**20)


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("good")
    entries = [("dogs/a.wav", b"data" * 20), ("cats/b.wav", b"sound" * 30)]
    return {
        ".zip": made_zip(folder / "x.zip", entries).read_bytes(),
        ".tar.gz": made_tar(folder / "x.tar.gz", entries).read_bytes(),
        ".tar.xz": made_tar(folder / "x.tar.xz", entries, "w:xz").read_bytes(),
    }


@given(
    suffix=st.sampled_from([".zip", ".tar.gz", ".tar.xz"]),
    place=st.integers(0, 2000),
    put_in=st.binary(max_size=8),
    cut=st.integers(0, 40),
)
def test_any_damage_is_refused_in_words_or_harmless(tmp_path_factory, good, suffix, place, put_in, cut):
    folder = tmp_path_factory.mktemp("damaged")
    at = place % len(good[suffix])
    archive = folder / f"x{suffix}"
    archive.write_bytes(good[suffix][:at] + put_in + good[suffix][at + cut :])
    try:
        unpack(folder / "out", archive)
    except UserError:
        assert not (folder / "out").exists() or not list((folder / "out").iterdir())
    else:
        assert sorted(files_below(folder / "out/x").values()) == sorted([b"data" * 20, b"sound" * 30])
