"""Labels as a table for people and scripts."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

CSV = FORMATS["csv"]
SOURCE = Path("labels.csv")


def test_it_writes_every_field_at_full_precision():
    third = 1 / 3
    content = CSV.write([Region(0.1, third, 'a "b", c', 100, None, 0.75), Region(2, 2, "")])
    assert content.decode() == (
        f'start_s,end_s,label,low_hz,high_hz,score\n0.1,{third!r},"a ""b"", c",100.0,,0.75\n2.0,2.0,,,,\n'
    )
    assert CSV.read(content, SOURCE).regions[0].end_s == third


SHEET = (
    'note;Label;start_s;end_s;file\r\n"x;\r\ny";cat;0,50;1,5;a.wav\r\n;bad;soon;2;a.wav\r\n;click;3;;a.wav'
)


def test_columns_go_by_name_and_others_are_kept():
    file = CSV.read(SHEET.encode("utf-8-sig"), SOURCE)
    assert [values(region) for region in file.regions] == [
        Region(0.5, 1.5, "cat", note="x;\r\ny"),
        Region(3, 3, "click"),
    ]
    assert [one.sound_file for one in file.regions] == ["a.wav", "a.wav"]
    assert [skipped.number for skipped in file.skipped] == [4]
    assert CSV.write(file.regions, SHEET.encode("utf-8-sig")) == SHEET.encode("utf-8-sig")


def test_an_edit_changes_its_row_and_a_new_row_names_the_common_file():
    cat, click = CSV.read(SHEET.encode(), SOURCE).regions
    written = CSV.write([replace(cat, end_s=1.75), Region(9, 10, "dog"), click], SHEET.encode())
    assert written.decode() == SHEET.replace("0,50;1,5", "0,50;1.75") + "\r\n;dog;9.0;10.0;a.wav\r\n"


def test_a_column_is_added_once_a_region_needs_it():
    content = b"start_s,end_s,label\n1,2,a\n"
    (region,) = CSV.read(content, SOURCE).regions
    written = CSV.write([region, Region(3, 4, "b", score=0.5)], content)
    assert written == b"start_s,end_s,label,score\n1,2,a\n3.0,4.0,b,0.5\n"


def test_labels_of_several_recordings_are_told_apart():
    file = CSV.read(b"file,start_s,end_s,label\na.wav,1,2,x\nb.wav,1,2,y\n,3,4,both\n", SOURCE)
    texts = {name: [region.text for region in regions] for name, regions in file.by_file.items()}
    assert texts == {"a.wav": ["x"], "b.wav": ["y"], "": ["both"]}


def test_a_row_that_ends_before_the_column_of_files_names_none():
    file = CSV.read(b"start_s,end_s,label,file\n1,2,x,a.wav\n1,2,y\n", SOURCE)
    assert [one.sound_file for one in file.regions] == ["a.wav", ""]


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"start_s,end_s,label\nx,y,z\n", b"\n\n1,2,3"])
def test_a_table_without_labels_is_refused(content):
    with pytest.raises(BadLabelFileError, match=r"labels\.csv"):
        CSV.read(content, SOURCE)


def test_a_quote_that_is_never_closed_does_not_swallow_new_rows():
    content = b'start_s,end_s,label\n1,2,a\n3,4,"b\n5,6,c\n'
    file = CSV.read(content, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [3]
    written = CSV.write([*file.regions, Region(8, 9, "new")], content)
    assert [region.text for region in CSV.read(written, SOURCE).regions] == ["a", "c", "new"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_dialect_is_read_and_written_back_in_itself(delimiter, end):
    content = f"label{delimiter}start_s{delimiter}END_S {end}wren{delimiter}1.5{delimiter}2{end}".encode()
    (region,) = CSV.read(content, SOURCE).regions
    assert values(region) == Region(1.5, 2.0, "wren")
    added = CSV.write([region, Region(3, 4, f"a{delimiter}b")], content).decode()
    assert added == content.decode() + f'"a{delimiter}b"{delimiter}3.0{delimiter}4.0{end}'
    assert CSV.recognises(content, SOURCE)


@pytest.mark.parametrize(
    ("cells", "region"),
    [
        ("1,,a,,,", Region(1, 1, "a")),
        ("1, ,a,,,", Region(1, 1, "a")),
        ("1,2,a,-5,inf,0.5", Region(1, 2, "a", score=0.5)),
        ("1,2,a,x,y,z", Region(1, 2, "a")),
        ("1,2,a,,,0", Region(1, 2, "a", score=0.0)),
        ("1,2,a,,,1", Region(1, 2, "a", score=1.0)),
        ("1,2,a,,,1.01", Region(1, 2, "a")),
        ("1,2,a,,,-0.01", Region(1, 2, "a")),
        ("1,2", Region(1, 2, "")),
    ],
)
def test_cells_that_say_nothing_usable_leave_the_region_without(cells, region):
    content = f"start_s,end_s,label,low_hz,high_hz,score\n{cells}\n".encode()
    assert [values(one) for one in CSV.read(content, SOURCE).regions] == [region]


@pytest.mark.parametrize("cells", [",2,a", "x,2,a", "2,1,a", "-1,2,a", "1,x,a", "nan,2,a", "1,inf,a"])
def test_rows_without_usable_times_are_skipped_and_named(cells):
    content = f"start_s,end_s,label\n1,2,good\n{cells}\n".encode()
    file = CSV.read(content, SOURCE)
    assert [region.text for region in file.regions] == ["good"]
    assert [skipped.number for skipped in file.skipped] == [3]


def test_new_rows_name_no_file_where_the_others_name_two():
    content = b"file,start_s,end_s,label\na.wav,1,2,x\nb.wav,3,4,y\n"
    regions = CSV.read(content, SOURCE).regions
    assert CSV.write([*regions, Region(5, 6, "z")], content) == content + b",5.0,6.0,z\n"
    assert CSV.write([regions[0], Region(5, 6, "z")], content).endswith(b"a.wav,1,2,x\n,5.0,6.0,z\n")


def test_several_columns_are_added_in_their_order_after_all_others():
    content = b'"a,b",start_s,end_s,label\nq,1,2,x\n'
    (region,) = CSV.read(content, SOURCE).regions
    written = CSV.write([replace(region, high_hz=9.5, score=0.25), Region(3, 4, "y")], content)
    assert written == b'"a,b",start_s,end_s,label,high_hz,score\nq,1,2,x,9.5,0.25\n,3.0,4.0,y,,\n'


@pytest.mark.parametrize(
    ("content", "is_table"),
    [
        (b"start_s,end_s,label\n", True),
        (b"Label;Start_S;END_S;x\n", True),
        (b"start_s,end_s\n", False),
        (b"\nstart_s,end_s,label\n", True),
        (b"", False),
    ],
)
def test_a_table_is_recognised_by_the_columns_it_names(content, is_table):
    assert CSV.recognises(content, SOURCE) == is_table


def test_only_what_this_program_writes_is_its_own():
    own = CSV.write([Region(1.5, 2.0, "a")])
    assert CSV.read(own, SOURCE).canonical
    for other in (
        own.replace(b"1.5", b"1.50"),
        own.replace(b"\n", b"\r\n"),
        b"start_s,end_s,label\n1.5,2.0,a\n",
    ):
        assert not CSV.read(other, SOURCE).canonical


def test_new_rows_of_a_table_without_any_come_right_after_its_header():
    content = b"start_s,end_s,label\nsoon,2,a\n"
    assert CSV.write([Region(1, 2, "b")], content) == b"start_s,end_s,label\n1.0,2.0,b\nsoon,2,a\n"


def test_blank_lines_between_rows_stay():
    content = b"start_s,end_s,label\n\n1,2,a\n  \n3,4,b\n\n"
    first, second = CSV.read(content, SOURCE).regions
    assert CSV.write([first, replace(second, text="c")], content) == content.replace(b"b\n", b"c\n")


@pytest.mark.parametrize(
    ("text", "expected", "columns"),
    [
        pytest.param("start\tend\tlabel\n1\t2.5\tdog\n", Region(1, 2.5, "dog"), ("label",), id="with tabs"),
        pytest.param(
            "onset,offset,event_label\n1,2.5,dog\n", Region(1, 2.5, "dog"), ("event_label",), id="DCASE"
        ),
        pytest.param(
            "onset\tduration\tlabel\n1\t1.5\tdog\n", Region(1, 2.5, "dog"), ("label",), id="durations"
        ),
        pytest.param(
            "Label,Start Time,End Time\ndog,0:01,0:02.5\n", Region(1, 2.5, "dog"), ("Label",), id="clock"
        ),
        pytest.param(
            "Start (s),End (s),Scientific name,Common name,Confidence,File\n1,2.5,Canis,dog,0.5,n.wav\n",
            Region(1, 2.5, "dog", score=0.5),
            ("Common name", "Scientific name"),
            id="BirdNET",
        ),
    ],
)
def test_columns_of_other_programs_are_known_by_their_names(text, expected, columns, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is CSV
    file = CSV.read(text.encode(), SOURCE)
    assert [replace(values(region), extra=()) for region in file.regions] == [expected]
    assert file.columns == columns
    assert any("are read as seconds" in str(note) for note in file.notes)
    assert CSV.write(file.regions, text.encode()) == text.encode()
    moved = CSV.write([replace(file.regions[0], end_s=3.0)], text.encode())
    assert CSV.read(moved, SOURCE).regions[0].end_s == 3.0


def test_a_table_of_a_whole_data_set_is_no_label_file(tmp_path):
    (tmp_path / "set.csv").write_text(
        "slice_file_name,fsID,start,end,salience,fold,classID,class\na.wav,1,0,4,1,1,3,dog\n"
    )
    assert recognise(tmp_path / "set.csv") is None


def test_the_column_of_the_labels_can_be_chosen():
    text = b"start_s,end_s,label,Call\n1,2,owl,hoot\n"
    by_call = CSV.by_column("call")
    file = by_call.read(text, SOURCE)
    assert [region.text for region in file.regions] == ["hoot"]
    assert file.columns == ("Call", "label")
    changed = by_call.write([replace(file.regions[0], text="screech")], text)
    assert changed == b"start_s,end_s,label,Call\n1,2,owl,screech\n"
    with pytest.raises(BadLabelFileError, match="start_s, end_s, who"):
        CSV.by_column("who").read(text, SOURCE)


@pytest.mark.parametrize(
    ("header", "row", "named"),
    [
        ("folder,file", "siteB,2024.wav", "siteB/2024.wav"),
        ("filename,path", "2024.wav,D:\\field\\siteB\\2024.wav", "D:\\field\\siteB\\2024.wav"),
        ("INDIR,FOLDER,IN FILE", "D:\\field,siteB,2024.wav", "D:\\field/siteB/2024.wav"),
        ("INDIR,FOLDER,IN FILE", "D:\\field\\,,2024.wav", "D:\\field/2024.wav"),
        ("folder,file", "siteA,siteB/2024.wav", "siteB/2024.wav"),
        ("path", "siteB/2024.wav", "siteB/2024.wav"),
    ],
)
def test_the_folder_of_a_recording_may_stand_in_a_column_of_its_own(header, row, named):
    content = f"{header},start_s,end_s,label\n{row},1,2,owl\n".encode()
    file = CSV.read(content, SOURCE)
    assert [one.sound_file for one in file.regions] == [named]
    added = CSV.write([*file.regions, Region(3, 4, "jay")], content).decode().splitlines()
    assert added[-1] == f"{row},3.0,4.0,jay"


def test_a_folder_without_a_column_of_files_names_no_recording():
    assert CSV.read(b"folder,start_s,end_s,label\nsiteB,1,2,owl\n", SOURCE).by_file.keys() == {""}


def test_an_offset_with_a_duration_is_a_start():
    content = b"IN FILE,OFFSET,DURATION,MANUAL ID\na.wav,0.5,1.5,MYOLUC\n"
    (region,) = CSV.read(content, SOURCE).regions
    assert (region.start_s, region.end_s, region.text) == (0.5, 2.0, "MYOLUC")
    (region,) = CSV.read(b"onset,offset,event_label\n0.5,1.5,owl\n", SOURCE).regions
    assert (region.start_s, region.end_s) == (0.5, 1.5)


PREAMBLE = "sep=;\n\n# exported 2024-05-01; by Ann\n"


def test_what_comes_before_the_columns_is_kept(tmp_path):
    content = f"{PREAMBLE}start_s;end_s;label\n1,5;2;owl\nx;3;bad\n".encode()
    (tmp_path / "a.csv").write_bytes(content)
    assert recognise(tmp_path / "a.csv") is CSV
    file = CSV.read(content, SOURCE)
    assert ([one.text for one in file.regions], [one.number for one in file.skipped]) == (["owl"], [6])
    (owl,) = file.regions
    assert CSV.write([owl], content) == content
    written = CSV.write([owl, Region(3, 4, "jay", score=0.5)], content).decode()
    assert written == f"{PREAMBLE}start_s;end_s;label;score\n1,5;2;owl\n3.0;4.0;jay;0.5\nx;3;bad\n"


def test_columns_after_a_hash_are_columns():
    file = CSV.read(b"# file,start_s,end_s,label\na.wav,1,2,owl\n", SOURCE)
    assert [(one.sound_file, one.text) for one in file.regions] == [("a.wav", "owl")]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("sep=;\nstart;end;label\n1,5;2;owl\n3;4;jay\n", id="the separator is named"),
        pytest.param("# by hand\n\nstart,end,label\n1.5,2,owl\n3,4,jay\n", id="a comment and an empty line"),
        pytest.param('"start","end","label"\n"1",1.5,2,"owl"\n"2",3,4,"jay"\n', id="row names of R"),
        pytest.param(
            "TIME,DURATION,OFFSET,MANUAL ID\n05:00:00,0.5,1.5,owl\n05:00:00,1,3,jay\n", id="offsets"
        ),
    ],
)
def test_what_stands_before_the_columns_shifts_none_and_is_kept(content, tmp_path):
    file = CSV.read(content.encode(), SOURCE)
    found = [replace(values(region), extra=()) for region in file.regions]
    assert found == [Region(1.5, 2, "owl"), Region(3, 4, "jay")]
    (tmp_path / "a.csv").write_text(content)
    assert recognise(tmp_path / "a.csv") is CSV
    assert CSV.write(file.regions, content.encode()) == content.encode()
    wanted = [*file.regions, Region(5, 6, "tit", score=0.5)]
    again = CSV.read(CSV.write(wanted, content.encode()), SOURCE).regions
    assert list(map(values, again)) == list(map(values, wanted))


def test_that_a_column_is_taken_for_the_number_of_the_row_is_told():
    notes = CSV.read(b"start_s,end_s,label\n1,1.5,2,owl\n2,3,4,jay\n", SOURCE).notes
    assert [str(note) for note in notes if "number" in str(note)] == [
        "its rows have one cell more than its first line: the first is taken for the row's number"
    ]


def test_a_row_with_more_cells_than_columns_is_named_since_its_text_may_be_cut():
    file = CSV.read(b"start_s,end_s,label\n1,2,owl, far\n3,4,jay,\n", SOURCE)
    assert [region.text for region in file.regions] == ["jay"]
    assert [line.number for line in file.skipped] == [2]


def test_a_moment_of_many_digits_stays_one():
    (region,) = CSV.read(b"start,duration,label\n0.12345678944,0,tick\n", SOURCE).regions
    assert (region.start_s, region.end_s) == (0.12345678944, 0.12345678944)


def test_crowsettas_generic_sequences_are_a_table_like_others():
    content = (
        b"label,onset_s,offset_s,onset_sample,offset_sample,notated_path,annot_path,sequence,annotation\n"
        b"a,0.5,1.25,,,songs/bird.wav,songs/bird.mat,0,0\nb,2.0,2.5,,,songs/bird.wav,songs/bird.mat,0,0\n"
    )
    file = CSV.read(content, SOURCE)
    assert CSV.recognises(content, SOURCE)
    assert [(one.text, one.start_s, one.end_s) for one in file.regions] == [("a", 0.5, 1.25), ("b", 2.0, 2.5)]
    assert {one.sound_file for one in file.regions} == {"songs/bird.wav"}
    assert CSV.write(file.regions, content) == content


def test_frequencies_in_the_wrong_order_are_put_right_and_stay_as_they_are_in_the_file():
    content = b"start_s,end_s,label,low_hz,high_hz\n1,2,a,5000,200\n2,3,b,-1,100\n"
    first, second = CSV.read(content, SOURCE).regions
    assert (first.low_hz, first.high_hz) == (200.0, 5000.0)
    assert (second.low_hz, second.high_hz) == (None, 100.0)
    assert CSV.write([first, second], content) == content
    again = CSV.read(CSV.write([replace(first, high_hz=6000.0), second], content), SOURCE).regions
    assert (again[0].low_hz, again[0].high_hz) == (200.0, 6000.0)
