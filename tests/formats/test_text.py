"""Text as other tools write it, taken apart without losing a byte."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.formats.csv_rows import LONGEST_CELL, delimiter_of, joined, rows
from audioclf_gui.formats.text import FileText, clock, encoding_note, end_of, finite, number, seconds


@pytest.mark.parametrize(
    ("content", "encoding", "mark"),
    [
        ("é\n".encode(), "utf-8", b""),
        ("é\n".encode("utf-8-sig"), "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfe" + "é\n".encode("utf-16-le"), "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff" + "é\n".encode("utf-16-be"), "utf-16-be", b"\xfe\xff"),
        ("é\n".encode("cp1252"), "cp1252", b""),
    ],
)
def test_encodings_are_told_by_mark_or_trial_and_kept(content, encoding, mark):
    found = FileText.decode(content)
    assert (found.text, found.encoding, found.mark) == ("é\n", encoding, mark)
    assert found.encode("é\n") == content


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding):
    found = FileText.decode("0.5\t1.5\tкукушка\n".encode(encoding))
    assert (found.text, found.encoding, found.mark) == ("0.5\t1.5\tкукушка\n", encoding, b"")
    assert FileText.decode(b"\x00\x01").encoding == "utf-8", "two bytes are no text"


def test_bytes_that_windows_lacks_are_latin_1():
    found = FileText.decode(b"\x81\xe9")
    assert (found.text, found.encoding) == ("\x81é", "latin-1")


def test_text_that_its_encoding_lacks_is_written_as_utf_8_without_a_mark_of_another():
    assert FileText.decode("é".encode("cp1252")).encode("鳥") == "鳥".encode()
    assert FileText("", "utf-8", b"\xef\xbb\xbf").encode("x\udcff") == b"\xef\xbb\xbfx?"


def test_a_mark_without_whole_characters_after_it_is_read_all_the_same():
    assert FileText.decode(b"\xff\xfea").encoding == "cp1252"


def test_a_new_text_is_utf_8_without_a_mark():
    assert FileText("").encode("é") == b"\xc3\xa9"


@pytest.mark.parametrize(
    ("text", "lines", "end"),
    [
        ("", [], "\n"),
        ("a", ["a"], "\n"),
        ("a\r\nb\nc", ["a\r\n", "b\n", "c"], "\r\n"),
        ("a\rb\r", ["a\r", "b\r"], "\r"),
        ("\n\r\n", ["\n", "\r\n"], "\n"),
        ("a\x0bb\u2028c\n", ["a\x0bb\u2028c\n"], "\n"),
    ],
)
def test_lines_end_with_cr_lf_or_both(text, lines, end):
    found = FileText(text)
    assert found.lines == lines
    assert found.line_end == end
    assert "".join(found.lines) == text


def test_the_end_of_a_line_is_all_of_its_breaks():
    assert [end_of(line) for line in ("a", "a\n", "a\r\n", "a\r", "")] == ["", "\n", "\r\n", "\r", ""]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1.0),
        (" 1.5 ", 1.5),
        ("1,5", 1.5),
        (",5", 0.5),
        ("5.", 5.0),
        ("+3e2", 300.0),
        ("-2E-1", -0.2),
        ("inf", math.inf),
        ("-Infinity", -math.inf),
        ("1_000", None),
        ("1,000.5", None),
        ("1.5 s", None),
        ("", None),
        (".", None),
        ("e5", None),
        ("٣", None),
        ("0x10", None),
    ],
)
def test_numbers_have_points_or_commas(text, value):
    assert number(text) == value
    assert finite(text) == (value if value is not None and math.isfinite(value) else None)


def test_nan_is_a_number_and_not_a_finite_one():
    assert math.isnan(number("NaN") or 0.0)
    assert finite("nan") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5),
        (" 00:00:01.250 ", 1.25),
        ("1:30", 90.0),
        ("90:00", 5400.0),
        ("2:03:04,5", 7384.5),
        ("1:60", None),
        ("1:60:00", None),
        ("1:2:3:4", None),
        ("-1:00", None),
        ("1:", None),
        (":30", None),
        ("noon", None),
    ],
)
def test_times_are_seconds_or_hours_and_minutes_too(text, value):
    assert seconds(text) == value


@given(st.integers(0, 10**12))
def test_a_time_by_the_clock_is_read_back(microseconds):
    assert seconds(clock(microseconds / 1e6)) == pytest.approx(microseconds / 1e6, abs=4e-7)


# Tables


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("a,b,c", ","),
        ("a;b;c", ";"),
        ("a\tb", "\t"),
        ("a|b|c", "|"),
        ("a,b;c;d", ";"),
        ('"a,b,c,d";b', ";"),
        ("a,b;c", ","),
        ("alone", ","),
        ("", ","),
    ],
)
def test_the_separator_that_makes_most_columns_is_it(header, delimiter):
    assert delimiter_of(header) == delimiter


def test_rows_are_numbered_by_their_first_line_and_keep_their_text():
    lines = ["a,b\r\n", '1,"x\n', 'y"\n', "\n", "2,z"]
    found = list(rows(lines, ","))
    assert [(row.number, row.cells) for row in found] == [
        (1, ("a", "b")),
        (2, ("1", "x\ny")),
        (4, ()),
        (5, ("2", "z")),
    ]
    assert [row.text for row in found] == ["a,b\r\n", '1,"x\ny"\n', "\n", "2,z"]


def test_a_broken_quote_is_a_fault_of_its_row_only():
    first, broken, last = rows(["a,b\n", '1,"x"y\n', "2,z\n"], ",")
    assert not first.fault
    assert not last.fault
    assert broken.fault
    assert (broken.number, broken.cells) == (2, ())
    assert last.number == 3


def test_a_quote_that_is_never_closed_costs_its_own_row_only():
    lines = ["a,b,c\n", '1,"wren,2\n', *(f"{number},owl,3\n" for number in range(5000))]
    _header, broken, *others = rows(lines, ",")
    assert (broken.number, broken.text, broken.cells) == (2, lines[1], ())
    assert str(broken.fault) == "a quote is opened here and not closed"
    assert [row.cells[0] for row in others] == [str(number) for number in range(5000)]


def test_a_quote_that_is_closed_rows_later_by_another_slip_swallows_none_of_them():
    lines = ["a,b,c\n", '1,"wren,2\n', "2,owl,3\n", '4,owl",3\n', "5,owl,3\n"]
    found = list(rows(lines, ","))
    assert [row.number for row in found if row.fault] == [2]
    assert [row.cells[0] for row in found if row.cells] == ["a", "2", "4", "5"]


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_that_is_endless_is_a_fault_of_its_row(quote):
    long = quote + "x" * (LONGEST_CELL + 1) + quote
    header, broken, last = rows(["a,b\n", f"1,{long}\n", "2,z\n"], ",")
    assert (header.fault, last.fault) == (None, None)
    assert (broken.number, broken.cells) == (2, ())
    assert broken.fault


@given(st.text(st.sampled_from('ab",;\n\r'), max_size=60), st.sampled_from(",;\t"))
def test_rows_together_are_the_whole_text(text, delimiter):
    lines = FileText(text).lines
    found = list(rows(lines, delimiter))
    assert "".join(row.text for row in found) == text
    assert [row.number for row in found] == sorted({row.number for row in found})


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=10), min_size=1, max_size=5))
def test_cells_that_were_written_are_read_back(cells):
    (row,) = rows([joined(cells, ",")], ",")
    assert row.fault is None
    assert row.cells == (tuple(cells) if cells != [""] else ())


@pytest.mark.parametrize(
    ("cells", "delimiter", "text"),
    [
        (("a", "b"), ",", "a,b"),
        (("a,b", "c"), ",", '"a,b",c'),
        (("a,b", "c"), ";", "a,b;c"),
        (("a;b",), ";", '"a;b"'),
        (('say "x"',), ",", '"say ""x"""'),
        ((" a", "b "), ",", '" a","b "'),
        (("a\nb", "c\rd"), ",", '"a\nb","c\rd"'),
        (("", ""), "\t", "\t"),
    ],
)
def test_cells_are_quoted_where_they_need_it(cells, delimiter, text):
    assert joined(cells, delimiter) == text
    assert next(rows(FileText(text).lines, delimiter)).cells == cells


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("1\t2\t鸟叫 x\n".encode("gbk"), "鸟叫"),
        ("1\t2\tворона\n".encode("cp1251"), "âîðîíà"),
        ("start,end,label\n1,2,Ärger\n".encode("mac_roman"), "€rger"),
        ("1\t2\tÄrger\n".encode(), ""),
        ("1\t2\tÄrger\n".encode("utf-16"), ""),
        (b"1\t2\tplain\n", ""),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>Ärger</a>'.encode("latin-1"), ""),
    ],
)
def test_an_encoding_that_nothing_tells_is_a_guess_and_told(content, word):
    told = " ".join(map(str, encoding_note(content)))
    assert (f"such as “{word}”" in told) if word else not told


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("文件,类别\n录音一.wav,乌鸦\n", "gb18030"),
        ("檔案,類別\n錄音一.wav,烏鴉\n", "big5"),
        ("ファイル,種類\n録音1.wav,カラス\n", "cp932"),
        ("파일,종류\n녹음1.wav,까마귀\n녹음2.wav,박새\n", "cp949"),
        ("Datei,Klasse\na.wav,Mönchsgrasmücke\nb.wav,Ärger ÄÖÜ Weißstorch\n", "cp1252"),
        ("file,note\na.wav,25 °C ±5 µm ½\nb.wav,«à côté» Épervier créée\n", "cp1252"),
    ],
)
def test_east_asian_texts_are_told_from_letters_with_accents(text, encoding):
    content = text.encode(encoding)
    found = FileText.decode(content)
    assert (found.text, found.encoding, found.encode(found.text)) == (text, encoding, content)


def test_a_quote_behind_a_separator_and_blanks_opens_a_cell_if_it_is_closed_as_one():
    found = list(rows(['a, "b,c", d\n', '1, "x" y,z\n'], ","))
    assert [row.cells for row in found] == [("a", "b,c", "d"), ("1", ' "x" y', "z")]
    assert [row.fault for row in found] == [None, None]
