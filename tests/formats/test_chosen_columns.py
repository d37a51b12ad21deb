"""Any table of labels is read, once somebody says what its columns are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.chosen_columns import FIELDS, chosen, chosen_text, header_of, is_more_than_label
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS

ODD = b"sp;t0;t1 (ms);f0;who;rec\nwren;0.5;1250;900;ann;a.wav\nowl;2;2500;;bob;b.wav\n"
SAID = {"label": "sp", "start_s": "t0", "end_s": "t1 (ms)", "low_hz": "f0", "note": "who", "file": "rec"}
SOURCE = Path("odd.csv")


def values(file):
    return [(one.text, one.start_s, one.end_s, one.low_hz, one.note, one.sound_file) for one in file.regions]


def test_columns_of_any_names_are_read_in_the_units_that_they_tell(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_bytes(ODD)
    with pytest.raises(UserError):
        read_label_file(path)
    read = read_label_file(path, label_column=chosen_text(SAID))
    assert read.format.key == "csv"
    assert values(read.labels) == [
        ("wren", 0.5, 1.25, 900.0, "ann", "a.wav"),
        ("owl", 2.0, 2.5, None, "bob", "b.wav"),
    ]
    assert [str(note) for note in read.labels.notes] == [
        "its columns “t0” are read as seconds",
        "its columns “t1 (ms)” are read as milliseconds",
    ]


def test_a_choice_goes_before_what_columns_look_like():
    content = b"start,end,label,onset,offset\n0,1,a,5,6\n"
    said = {"start_s": "onset", "end_s": "offset"}
    file = FORMATS["csv"].by_column(chosen_text(said)).read(content, SOURCE)
    assert [(one.text, one.start_s, one.end_s) for one in file.regions] == [("a", 5.0, 6.0)]


def test_a_duration_that_is_chosen_takes_the_place_of_an_end():
    content = b"start,end,label,len\n1,9,a,0.5\n"
    file = FORMATS["csv"].by_column(chosen_text({"duration_s": "len"})).read(content, SOURCE)
    assert [(one.start_s, one.end_s) for one in file.regions] == [(1.0, 1.5)]


def test_what_nobody_changed_keeps_its_bytes_and_what_is_new_goes_to_the_chosen_columns():
    known = FORMATS["csv"].by_column(chosen_text(SAID))
    regions = list(known.read(ODD, SOURCE).regions)
    assert known.write(regions, ODD) == ODD
    again = known.read(known.write([*regions, regions[1].__class__(3.0, 3.5, "tit")], ODD), SOURCE)
    assert ("tit", 3.0, 3.5) in [(one.text, one.start_s, one.end_s) for one in again.regions]


@pytest.mark.parametrize("field", SAID)
def test_a_column_that_is_not_there_is_named(field, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_bytes(ODD)
    with pytest.raises(UserError, match="where"):
        read_label_file(path, label_column=chosen_text({**SAID, field: "where"}))


def test_what_no_column_can_say_is_refused():
    with pytest.raises(UserError, match="weather"):
        chosen_text({"weather": "w"})


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(min_size=1, max_size=8)))
def test_a_choice_is_read_back_from_its_text(columns):
    assert chosen(chosen_text(columns)) == columns
    assert is_more_than_label(chosen_text(columns)) == bool(columns.keys() - {"label"})


def test_a_header_is_told_behind_remarks_and_in_any_encoding():
    assert header_of("# made by hand\r\nsp\tt0\r\nwren\t1\r\n".encode("utf-16")) == ("sp", "t0")
    assert header_of(b"only one\nthing\n") == ()
    assert header_of(b"") == ()
    assert header_of(b"0.5\t1.0\tdog\n") == (), "a label track has no header"
