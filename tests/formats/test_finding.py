"""A table names recordings on the machine of its author; here they are found, and no other in their stead."""

import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.recording_names import name_key
from audioclf_gui.formats.datasets.finding import Places, place_notes

FOLDERS = ["", "siteA", "siteB", "north", "south/dawn", "audio", "north/audio"]
NAMES = ["rec", "rec_2", "Rec", "rec.2024", "dög", "do\u0308g"]
SUFFIXES = [".wav", ".flac", ".WAV"]
AUTHORS = ["", "./", "audio/", "C:\\Users\\Ann\\set\\", "/home/ann/set/", "https://host/data/set/"]


def tree(root: Path, *names: str) -> list[Path]:
    files = [root / name for name in names]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return files


def found(root: Path, *cells: str) -> list[str]:
    """Where the recordings lie below `root`; empty for one that is not found."""
    named = Places([root, root / "audio"], [root]).find(cells)
    there = set(root.rglob("*"))
    paths = [one.path for one in named if one is not None]
    return [path.relative_to(root).as_posix() if path in there else "" for path in paths]


places = st.builds(
    lambda folder, name, suffix: f"{folder}/{name}{suffix}".lstrip("/"),
    st.sampled_from(FOLDERS),
    st.sampled_from(NAMES),
    st.sampled_from(SUFFIXES),
)
cells = st.builds(
    lambda author, place, bare: author + (place.rpartition(".")[0] if bare else place),
    st.sampled_from(AUTHORS),
    places,
    st.booleans(),
)


@given(there=st.lists(places, max_size=6), named=st.lists(cells, min_size=1, max_size=5, unique=True))
def test_a_recording_that_is_absent_is_never_replaced_by_another(there, named):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "set")
        root.mkdir()
        tree(root, *there)
        taken = found(root, *named)
    for cell, path in zip(named, taken, strict=True):
        if path:
            wanted = PurePosixPath(cell.replace("\\", "/"))
            got = PurePosixPath(path)
            assert name_key(got.name) == name_key(wanted.name)
            told, here = wanted.parent.parts, got.parent.parts
            common = min(len(told), len(here))
            assert not common or told[-common:] == here[-common:], "all that can be compared agrees"


@pytest.mark.parametrize(
    ("cell", "there", "expected"),
    [
        pytest.param("a.wav", ["a.wav", "b/a.wav"], "a.wav", id="the base comes first"),
        pytest.param("a", ["audio/a.flac"], "audio/a.flac", id="an id without ending"),
        pytest.param("a.wav", ["x/y/a.mp3"], "x/y/a.mp3", id="another ending, deep"),
        pytest.param("b/a.wav", ["x/b/a.wav", "x/c/a.wav"], "x/b/a.wav", id="the folder tells"),
        pytest.param(r"C:\set\b\a.wav", ["b/a.wav", "c/a.wav"], "b/a.wav", id="Windows"),
        pytest.param("/home/ann/set/a.wav", ["a.wav"], "a.wav", id="POSIX"),
        pytest.param("s3://bucket/clips/a%20b.wav", ["clips/a b.wav"], "clips/a b.wav", id="a bucket"),
        pytest.param(
            "/data/upload/1/0a1b2c3d-a.wav", ["clips/a.wav"], "clips/a.wav", id="Label Studio, uploaded"
        ),
        pytest.param("/data/local-files/?d=b/a.wav", ["b/a.wav"], "b/a.wav", id="Label Studio, local"),
        pytest.param("0a1b2c3d-a.wav", ["0a1b2c3d-a.wav", "a.wav"], "0a1b2c3d-a.wav", id="a name of its own"),
        pytest.param("audio/a.wav", ["audio/audio/a.wav"], "audio/audio/a.wav", id="a folder twice"),
        pytest.param(
            "AUDIO/CAFÉ.WAV", ["audio/cafe\u0301.wav"], "audio/cafe\u0301.wav", id="case and accents"
        ),
        pytest.param("a.wav", ["b/a.wav", "c/a.wav"], "", id="two of that name"),
        pytest.param("a", ["a.wav", "a.flac"], "", id="two endings"),
        pytest.param("1.0", ["clips/1.wav", "10.wav"], "clips/1.wav", id="a spreadsheet's number"),
        pytest.param("clips/1.0.wav", ["clips/1.wav"], "clips/1.wav", id="a data frame's number"),
        pytest.param("1.0", ["1.0.wav", "1.wav"], "1.0.wav", id="a name that looks like a number"),
        pytest.param("1,0", ["1.wav"], "1.wav", id="a number with a decimal comma"),
        pytest.param("1.000", ["1.wav"], "", id="a thousand"),
        pytest.param("1.5", ["1.wav"], "", id="a number with a fraction"),
        pytest.param("siteA/a.wav", ["siteB/a.wav"], "", id="another site"),
        pytest.param("/home/ann/siteA/a.wav", ["siteB/a.wav"], "", id="another site of another machine"),
        pytest.param("a_2.wav", ["a.wav"], "", id="a longer name"),
        pytest.param("a.2024.wav", ["a.wav"], "", id="a name with a dot"),
        pytest.param("x" * 300, ["a.wav"], "", id="a name that cannot be one"),
        pytest.param("a\0.wav", ["a.wav"], "", id="a zero"),
    ],
)
def test_a_cell_means_this_recording(cell, there, expected, tmp_path):
    tree(tmp_path / "set", *there)
    assert found(tmp_path / "set", cell) == [expected]


def test_two_names_of_another_machine_are_not_both_one_file(tmp_path):
    tree(tmp_path, "a.wav")
    assert found(tmp_path, "/home/ann/x/a.wav", "/home/ann/y/a.wav") == ["", ""]
    assert found(tmp_path, "/home/ann/x/a.wav", r"\home\ann\x\A.wav") == ["a.wav", "a.wav"]


def test_what_was_guessed_and_what_is_unclear_is_told(tmp_path):
    _, first, second, _ = tree(tmp_path, "x/a.wav", "b/c.wav", "d/c.wav", "e.flac")
    named = Places([tmp_path], [tmp_path]).find(["a.wav", "c.wav", "e", "", "gone.wav"])
    told = list(map(str, place_notes(Path("t.csv"), named)))
    assert told == [
        f"1 recording is not where t.csv says and was found by its name: a.wav as {tmp_path / 'x' / 'a.wav'}",
        "1 recording has another ending than in t.csv: e is e.flac",
        f"1 recording of t.csv is not taken, since it could be another: c.wav could be {first}, {second}",
    ]


def test_a_file_in_a_folder_of_another_name_is_not_taken_and_named(tmp_path):
    tree(tmp_path, "d/a.wav")
    (named,) = Places([tmp_path], [tmp_path]).find(["/home/ann/r/a.wav"])
    (told,) = map(str, place_notes(Path("t.csv"), [named]))
    assert f"/home/ann/r/a.wav could be {tmp_path / 'd' / 'a.wav'}" in told
    (here,) = Places([tmp_path / "d"], [tmp_path / "d"]).find(["/home/ann/r/a.wav"])
    assert (here.path, here.is_guessed) == (tmp_path / "d" / "a.wav", True)
