"""Lists of classes as other programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.spelling import is_missing, name_of
from audioclf_gui.formats.class_list import ListedClass, read_class_list, written_class_list


def names(content):
    return [one.name for one in read_class_list(content).classes]


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        (b"wren\n robin \r\n\n# mine\nwren\n", ["wren", "robin"]),
        ("\ufeffČejka\n鳥\n".encode(), ["Čejka", "鳥"]),
        ("wren\nm\u00f6we\n".encode("utf-16"), ["wren", "möwe"]),
        (b"great tit, male\nwren\n", ["great tit, male", "wren"]),
        (b"class,colour\nwren,#E69F00\nrobin,red\n", ["wren", "robin"]),
        (b"code;species;seen\nEURO;European Robin;3\nWREN;Wren;\n", ["European Robin", "Wren"]),
        (b"Common_Name\tid\nWren\t1\n\t2\n", ["Wren"]),
        (b"", []),
        (b"\n# nothing\n", []),
        (b"RIFF\x24\0\0\0WAVEfmt \n\x10\0\0\0data\n", []),
    ],
)
def test_names_are_read_from_lines_and_tables(content, listed):
    assert names(content) == listed


def test_colours_come_along_where_they_are_colours():
    found = read_class_list(b"class,colour\nwren,#E69F00\nrobin,red\n")
    assert found.classes == (ListedClass("wren", "#e69f00"), ListedClass("robin"))
    assert found.notes == ()


def test_of_a_list_of_birdnet_the_common_names_are_taken_and_told():
    found = read_class_list(b"Erithacus rubecula_European Robin\nTurdus merula_Eurasian Blackbird\n")
    assert [one.name for one in found.classes] == ["European Robin", "Eurasian Blackbird"]
    assert [str(note) for note in found.notes] == ["Of “Genus species_Common Name” the common name is taken."]


def test_columns_that_are_left_out_are_told():
    (note,) = read_class_list(b"species,sci,seen\nWren,T. t.,3\n").notes
    assert str(note) == "Names are taken from the column “species”; 2 other columns are left out."


@given(texts=st.lists(st.text(max_size=12), max_size=8))
def test_what_is_written_is_read_back(texts):
    kept = dict.fromkeys(name_of(text) for text in texts if not is_missing(name_of(text)))
    classes = [LabelClass(ClassId(n), name, f"#0000{n:02x}") for n, name in enumerate(kept, 1)]
    found = read_class_list(written_class_list(classes)).classes
    assert found == tuple(ListedClass(one.name, one.colour) for one in classes)


@given(content=st.binary(max_size=200))
def test_any_bytes_are_read(content):
    listed = names(content)
    assert len(set(listed)) == len(listed)
    assert all(listed)
