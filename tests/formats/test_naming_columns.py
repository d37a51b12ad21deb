"""Columns that name the recording of a label: what is named binds, whatever its column is called."""

from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.formats.registry import FORMATS

TABLES = {
    "csv": ("start_s,end_s,label", "1,2,owl", ","),
    "raven": ("Begin Time (s)\tEnd Time (s)\tAnnotation", "1\t2\towl", "\t"),
}


def read(key: str, columns: dict[str, list[str]]):
    """What a table says that has these columns, with their cells, behind the usual ones."""
    header, row, between = TABLES[key]
    lines = [
        between.join((header, *columns)),
        *(between.join((row, *rest)) for rest in zip(*columns.values(), strict=True)),
    ]
    content = "".join(f"{line}\n" for line in lines).encode()
    return content, FORMATS[key].read(content, Path("a.txt"))


@pytest.mark.parametrize("key", TABLES)
@pytest.mark.parametrize(
    "name", ["Begin File", "Filename", "file_name", "recording_id", "audio_file", "Begin Path"]
)
def test_the_usual_names_need_no_word(key, name):
    _content, file = read(key, {"note": ["x.wav", "x.wav"], name: ["b.wav", "c"]})
    assert [one.sound_file for one in file.regions] == ["b.wav", "c"]
    assert not any("recordings" in str(note) for note in file.notes)


@pytest.mark.parametrize("key", TABLES)
def test_a_column_of_recordings_is_found_by_what_is_in_it_and_told(key):
    _content, file = read(key, {"n": ["1", "2"], "Source": ["D:\\x\\b.wav", "c.FLAC"]})
    assert [one.sound_file for one in file.regions] == ["D:\\x\\b.wav", "c.FLAC"]
    assert list(map(str, file.notes)) == ["the column “Source” is taken for the names of the recordings"]
    assert "Source" not in file.columns


@pytest.mark.parametrize("key", TABLES)
def test_other_columns_name_no_recording(key):
    _content, file = read(key, {"remark": ["like b.wav here", "c.wav"], "empty": ["", ""]})
    assert set(file.by_file) == {""}


@pytest.mark.parametrize("key", TABLES)
@pytest.mark.parametrize(
    "columns",
    [
        {"Begin File": ["r.wav"], "Begin Path": ["D:\\siteB\\r.wav"]},
        {"folder": ["siteB"], "file": ["r.wav"]},
        {"Source": ["r.wav"], "directory": ["siteB"]},
    ],
    ids=["path", "folder", "directory"],
)
def test_the_folder_is_part_of_the_name_and_new_labels_get_both(key, columns):
    content, file = read(key, columns)
    assert file.regions[0].sound_file.replace("\\", "/").endswith("siteB/r.wav")
    written = FORMATS[key].write([*file.regions, Region(3, 4, "jay")], content)
    again = FORMATS[key].read(written, Path("a.txt"))
    assert ([one.text for one in again.regions], set(again.by_file)) == (["owl", "jay"], set(file.by_file))
