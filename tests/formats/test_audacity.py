"""Audacity's label tracks: what it reads, what it writes, and what must not change on the way."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

AUDACITY = FORMATS["audacity"]
SOURCE = Path("Label Track.txt")
NOT_AUDACITYS_OWN = {  # other numbers of decimals, CRLF without six decimals
    "aeneas__sonnet001.tsv": 15,
    "crowsetta__100_marron1_May_24_2016_62101389.audacity.txt": 77,
    "crowsetta__200_marron1_May_29_2016_32306486.audacity.txt": 80,
    "madmom__sample2.cnn_chord_recognition.txt": 4,
    "scaper__soundscape_20200501_44100.txt": 3,
    "sed_eval__office_snr0_high_v2.txt": 68,
    "sed_vis__sin_silence.txt": 60,
}
AUDACITYS_OWN = {
    "AudioData-DeepLearning__Label Track.txt": 100,
    "Fishingloid__Label Track Daina.txt": 26,
    "PR_BIR_2024__Label Track3.txt": 2,
    "SonicScrewdriveR__Audacity_labels.txt": 2,
    "audacity-labels__test-label-1.txt": 61,
    "audacity-labels__test-label-2.txt": 6,
    "scaper__bgonly_soundscape_20170928.txt": 0,
    "scikit-maad__cold_forest_daylight_label.txt": 160,
}


def read(text: str, encoding: str = "utf-8") -> list[Region]:
    return [values(region) for region in AUDACITY.read(text.encode(encoding), SOURCE).regions]


@pytest.mark.parametrize("name", [*NOT_AUDACITYS_OWN, *AUDACITYS_OWN])
def test_real_files_are_read_whole_and_come_back_as_the_same_bytes(shared_data, name):
    path = shared_data / "annotation-formats" / "audacity" / name
    content = path.read_bytes()
    file = AUDACITY.read(content, path)
    assert len(file.regions) == (NOT_AUDACITYS_OWN | AUDACITYS_OWN)[name]
    assert file.skipped == ()
    assert file.canonical == (name in AUDACITYS_OWN)
    assert AUDACITY.write(file.regions, content) == content
    assert recognise(path) is AUDACITY


@pytest.mark.parametrize("name", [name for name, count in AUDACITYS_OWN.items() if count])
def test_our_writer_gives_the_bytes_of_audacitys(shared_data, name):
    content = (shared_data / "annotation-formats" / "audacity" / name).read_bytes()
    assert AUDACITY.write([values(region) for region in AUDACITY.read(content, SOURCE).regions]) == content


def test_a_session_of_7652_labels_is_read_and_kept(shared_data):
    path = shared_data / "long-recordings" / "bengalese-finch-session" / "finch_session.labels.txt"
    content = path.read_bytes()
    regions = list(AUDACITY.read(content, path).regions)
    assert len(regions) == 7652
    del regions[100]
    assert AUDACITY.write(regions, content).count(b"\n") == 7651


def test_it_writes_six_decimals_points_boxes_and_empty_texts():
    regions = [
        Region(4, 4.75, ""),
        Region(0.25, 1.9, "pump start"),
        Region(2, 2, "click"),
        Region(3.125, 3.5, "whistle", 1800.0, 2450.5),
        Region(3.2, 3.5, "hum", None, 120.0),
        Region(5, 6, "wren", score=0.8123),
    ]
    assert AUDACITY.write(regions).decode() == (
        "0.250000\t1.900000\tpump start\n"
        "2.000000\t2.000000\tclick\n"
        "3.125000\t3.500000\twhistle\n"
        "\\\t1800.000000\t2450.500000\n"
        "3.200000\t3.500000\thum\n"
        "\\\t-1.000000\t120.000000\n"
        "4.000000\t4.750000\t\n"
        "5.000000\t6.000000\twren\t0.812300\n"
    )


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        pytest.param("0,5\t1,25\twren\n", [Region(0.5, 1.25, "wren")], id="decimal commas"),
        pytest.param("1.5\tclick\n", [Region(1.5, 1.5, "click")], id="a point of two fields"),
        pytest.param("1.5\t2\n", [Region(1.5, 2.0, "")], id="two numbers are start and end"),
        pytest.param("1.5", [Region(1.5, 1.5, "")], id="a lone number"),
        pytest.param("1.5\t\tclick", [Region(1.5, 1.5, "click")], id="empty fields collapse"),
        pytest.param("1\t2\t O \n", [Region(1, 2, " O ")], id="spaces belong to the text"),
        pytest.param("1\t2\ta\r\n3\t4\tb\r\n", [Region(1, 2, "a"), Region(3, 4, "b")], id="CRLF"),
        pytest.param("1\t2\ta\r3\t4\tb", [Region(1, 2, "a"), Region(3, 4, "b")], id="CR"),
        pytest.param("5\t6\ta\n1\t2\tb\n", [Region(5, 6, "a"), Region(1, 2, "b")], id="times that step back"),
        pytest.param("3.0\t6.0\tStrix\t0.8\n", [Region(3, 6, "Strix", score=0.8)], id="BirdNET's confidence"),
        pytest.param("3.0\t6.0\tStrix\t80 %\tx\n", [Region(3, 6, "Strix")], id="other further columns"),
        pytest.param("1\t2\ta\n\\\t-1.0\t70.5\n", [Region(1, 2, "a", None, 70.5)], id="no lower frequency"),
        pytest.param("1\t2\ta\n\\\t0\t70\n", [Region(1, 2, "a", 0.0, 70.0)], id="from zero hertz"),
        pytest.param("1\t2\ta\n\\\t900\t70\n", [Region(1, 2, "a", 70, 900)], id="frequencies in reverse"),
        pytest.param(
            "1\t2\ta\n\\\t1\t2\n\\\tx\n3\t4\tb", [Region(1, 2, "a", 1, 2), Region(3, 4, "b")], id="reserved"
        ),
        pytest.param(
            "1\t2\ta\x0bb\x85c\u2028d\n", [Region(1, 2, "a\x0bb\x85c\u2028d")], id="no other line ends"
        ),
        pytest.param(f"1\t2\t{'x' * 5000}\n", [Region(1, 2, "x" * 5000)], id="a long text"),
        pytest.param(" \n\n1\t2\ta\n\n", [Region(1, 2, "a")], id="blank lines"),
    ],
)
def test_it_reads_what_audacity_and_others_write(text, regions):
    content = text.encode()
    file = AUDACITY.read(content, SOURCE)
    assert [values(region) for region in file.regions] == regions
    assert file.skipped == ()
    assert not file.canonical
    assert AUDACITY.write(file.regions, content) == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart_and_kept(encoding):
    content = "1\t2\tété\r\n".encode(encoding)
    (region,) = AUDACITY.read(content, SOURCE).regions
    assert region.text == "été"
    changed = AUDACITY.write([replace(region, text="à côté")], content)
    assert changed == "1\t2\tà côté\r\n".encode(encoding)


@pytest.mark.parametrize(
    "line",
    [
        "-1\t2\tx",
        "1\tnan\tx",
        "inf\tinf\tx",
        "5\t4\tx",
        "0:01:62\t0:01:63\tx",
        "0.5 x",
        "# a comment",
        "1e999\tx",
    ],
)
def test_lines_that_are_no_labels_are_skipped_named_and_kept(line):
    content = f"1\t2\ta\n{line}\n\\\t1\t2\n3\t4\tb\n".encode()
    file = AUDACITY.read(content, SOURCE)
    assert [region.text for region in file.regions] == ["a", "b"]
    assert [skipped.number for skipped in file.skipped] == [2]
    assert file.skipped[0].reason
    assert AUDACITY.write(file.regions, content) == content
    assert line.encode() in AUDACITY.write(file.regions[:1], content)


@pytest.mark.parametrize("content", ["1\t2\ta\n\\\tlow\thigh\n", "\\\t1\t2\n1\t2\ta\n"])
def test_frequency_lines_that_say_nothing_are_named_and_the_label_is_kept(content):
    file = AUDACITY.read(content.encode(), SOURCE)
    assert [region.text for region in file.regions] == ["a"]
    assert len(file.skipped) == 1


def test_a_file_without_any_label_is_refused_with_the_first_reason():
    with pytest.raises(BadLabelFileError, match=r"Label Track\.txt.*line 2") as refused:
        AUDACITY.read(b"\ndear diary\n", SOURCE)
    assert "format" in str(refused.value.remedy)


ODD = (
    "0,10\t1.0\tfirst\r\n# kept\r\n1.0000\t2.50\tsecond\t0.5\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n3\tpoint"
)


@pytest.mark.parametrize(
    ("edit", "record"),
    [
        ({"text": "new"}, "1.0000\t2.50\tnew\t0.5\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n"),
        ({"end_s": 2.75}, "1.0000\t2.750000\tsecond\t0.5\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n"),
        ({"score": 0.25}, "1.0000\t2.50\tsecond\t0.250000\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n"),
        ({"score": None}, "1.0000\t2.50\tsecond\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n"),
        ({"low_hz": 15.0}, "1.0000\t2.50\tsecond\t0.5\tmore\r\n\\\t15.000000\t20.000000\r\n\\\treserved\r\n"),
        ({"low_hz": None, "high_hz": None}, "1.0000\t2.50\tsecond\t0.5\tmore\r\n\\\treserved\r\n"),
    ],
)
def test_an_edit_changes_its_field_and_nothing_else(edit, record):
    content = ODD.encode()
    first, second, third = AUDACITY.read(content, SOURCE).regions
    before = "1.0000\t2.50\tsecond\t0.5\tmore\r\n\\\t10\t20\r\n\\\treserved\r\n"
    written = AUDACITY.write([first, replace(second, **edit), third], content)
    assert written == ODD.replace(before, record).encode()


def test_an_edited_point_gets_three_fields_and_a_deleted_label_takes_its_frequencies_along():
    first, _second, third = AUDACITY.read(ODD.encode(), SOURCE).regions
    written = AUDACITY.write([first, replace(third, text="7"), Region(9, 9.5, "added")], ODD.encode())
    assert written.decode() == "0,10\t1.0\tfirst\r\n# kept\r\n3\t3\t7\r\n9.000000\t9.500000\tadded\r\n"


def test_regions_of_several_tracks_stay_in_their_tracks():
    content = b"1.0\t2.0\ta\n5.0\t6.0\tb\n0.5\t0.6\tother track\n"
    regions = AUDACITY.read(content, SOURCE).regions
    written = AUDACITY.write([Region(3.0, 4.0, "new"), *reversed(regions)], content)
    assert [region.text for region in AUDACITY.read(written, SOURCE).regions] == [
        "a",
        "new",
        "b",
        "other track",
    ]


def test_tabs_and_line_breaks_become_spaces_and_it_says_so():
    regions = [Region(0, 1, "a\tb\r\nc\nd"), Region(1, 2, "x" * 260), Region(2, 3, "fine")]
    assert read(AUDACITY.write(regions).decode())[0].text == "a b c d"
    said = losses(AUDACITY, regions)
    assert len(said) == 2
    assert [loss.count for loss in said] == [1, 1]
    assert losses(AUDACITY, regions[2:]) == ()


def test_ten_thousand_and_one_labels():
    content = b"".join(b"%d.000000\t%d.500000\tx\n" % (second, second) for second in range(10_001))
    regions = list(AUDACITY.read(content, SOURCE).regions)
    regions[5000] = replace(regions[5000], text="y")
    assert AUDACITY.write(regions, content) == content.replace(
        b"\n5000.000000\t5000.500000\tx", b"\n5000.000000\t5000.500000\ty"
    )


def test_bands_that_are_no_numbers_are_written_as_unknown():
    (region,) = read(AUDACITY.write([Region(0, 1, "x", float("nan"), 100.0)]).decode())
    assert (region.low_hz, region.high_hz) == (None, 100.0)


@pytest.mark.parametrize(
    ("start_s", "end_s", "written"),
    [
        (0.1234564, 0.1234566, "0.123456\t0.123457"),
        (0.12345649, 0.12345649, "0.123456\t0.123456"),
        (1e-7, 2e-7, "0.000000\t0.000000"),
        (4e-7, 6e-7, "0.000000\t0.000001"),
        (86399.9999996, 86400.0, "86400.000000\t86400.000000"),
        (-0.0, 0.0, "0.000000\t0.000000"),
    ],
)
def test_times_are_rounded_to_the_microsecond(start_s, end_s, written):
    assert AUDACITY.write([Region(start_s, end_s, "x")]).decode() == f"{written}\tx\n"


def test_an_end_that_rounds_to_before_a_longer_start_has_both_written_anew():
    content = b"1.0000004\t2\tx\n"
    (region,) = AUDACITY.read(content, SOURCE).regions
    assert AUDACITY.write([replace(region, end_s=1.00000045)], content) == b"1.000000\t1.000000\tx\n"
    assert AUDACITY.write([replace(region, end_s=1.000001)], content) == b"1.0000004\t1.000001\tx\n"


def test_a_start_at_zero_does_not_count_as_later_than_the_end():
    content = b"0\t0.5\tx\n"
    (region,) = AUDACITY.read(content, SOURCE).regions
    assert AUDACITY.write([replace(region, text="y")], content) == b"0\t0.5\ty\n"
    assert AUDACITY.write([replace(region, end_s=0.25)], content) == b"0\t0.250000\tx\n"


def test_a_point_that_becomes_a_stretch_or_moves_stays_in_its_line():
    content = b"3\tpoint\n"
    (point,) = AUDACITY.read(content, SOURCE).regions
    assert AUDACITY.write([replace(point, end_s=4.0)], content) == b"3\t4.000000\tpoint\n"
    moved = replace(point, start_s=2.5, end_s=2.5)
    assert AUDACITY.write([moved], content) == b"2.500000\t2.500000\tpoint\n"


def test_a_number_in_a_further_column_is_no_score_once_the_score_is_gone():
    content = b"1\t2\tx\t0.5\t0.25\n"
    (region,) = AUDACITY.read(content, SOURCE).regions
    written = AUDACITY.write([replace(region, score=None)], content)
    assert written == b"1\t2\tx\t\t0.25\n"
    assert AUDACITY.read(written, SOURCE).regions[0].score is None


@pytest.mark.parametrize(
    ("score", "read"),
    [("0", 0.0), ("1", 1.0), ("1.0001", None), ("-0.0001", None), ("", None), ("nan", None)],
)
def test_a_fourth_column_from_0_to_1_is_the_score(score, read):
    assert AUDACITY.read(f"1\t2\tx\t{score}\n".encode(), SOURCE).regions[0].score == read


@pytest.mark.parametrize(
    ("content", "is_own"),
    [
        ("", True),
        ("1.000000\t2.000000\ta\n", True),
        ("1.000000\t2.000000\ta\r\n", True),
        ("1.000000\t2.000000\ta\n\\\t100.000000\t-1.000000\n", True),
        ("1.00000\t2.000000\ta\n", False),
        ("01.000000\t2.000000\ta\n", False),
        ("1.000000\t2.000000\ta\n1.000000\t2.000000\tb\r\n", False),
        ("1.000000\t2.000000\ta\tmore\n", False),
        ("1.000000\t2.000000\n", False),
        ("1.000000\t2.000000\ta", False),
        ("1.000000\t2.000000\ta\n\\\t-1.000000\t-1.000000\n", False),
        ("\ufeff1.000000\t2.000000\ta\n", False),
    ],
)
def test_tracks_of_audacity_itself_are_known_by_their_digits(content, is_own):
    assert AUDACITY.read(content.encode(), SOURCE).canonical == is_own


def test_texts_of_259_characters_are_safe_and_longer_ones_may_be_cut():
    assert losses(AUDACITY, [Region(0, 1, "x" * 259)]) == ()
    (told,) = losses(AUDACITY, [Region(0, 1, "x" * 260), Region(1, 2, "x" * 300)])
    assert told.facts["n"] == 2
    assert "259" in str(told)


@pytest.mark.parametrize(
    ("content", "name", "is_track"),
    [
        ("1\t2\ta\n", "a.txt", True),
        ("1\t2\ta\nodd\n", "a.txt", False),
        ("1\t2\ta\nodd\n1\t2\ta\n", "a.txt", True),
        ("1\t2\ta\nodd\nodd\n", "a.txt", False),
        ("odd\n1\t2\ta\n1\t2\ta\n", "a.txt", False),
        ("\\\t1\t2\n\n1\t2\ta\n", "a.txt", True),
        ("1\t2\ta\n" * 20 + "odd\n" * 50, "a.txt", True),
        ("1\t2\ta\n" * 10 + "odd\n" * 10, "a.txt", False),
        ("1\t2\ta\n" * 10 + "odd\n" * 10 + "1\t2\ta\n", "a.txt", False),
        ("1\n", "a.txt", False),
        ("", "a.TXT", True),
        ("\n ", "a.tsv", True),
        ("", "a.csv", False),
    ],
)
def test_a_track_is_recognised_by_its_first_line_and_most_of_twenty(content, name, is_track):
    assert AUDACITY.recognises(content.encode(), Path(name)) == is_track


@pytest.mark.parametrize(
    ("text", "said", "changed"),
    [
        (
            "00:00:01.000\t1:02:03,5\tdog\n",
            Region(1.0, 3723.5, "dog"),
            "00:00:01.000\t00:00:02.250000\tdog\n",
        ),
        ("0.5 1.5 big dog\n", Region(0.5, 1.5, "big dog"), "0.5 2.250000 big dog\n"),
        ("  0,5  1,5\n", Region(0.5, 1.5, ""), "0,5 2.250000\n"),
    ],
)
def test_what_audacity_refuses_is_understood_noted_and_kept_in_its_way(text, said, changed, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is AUDACITY
    file = AUDACITY.read(text.encode(), SOURCE)
    (region,) = file.regions
    assert values(region) == said
    assert (len(file.notes), file.canonical) == (1, False)
    assert AUDACITY.write(file.regions, text.encode()) == text.encode()
    assert AUDACITY.write([replace(region, end_s=2.25)], text.encode()).decode() == changed


def test_a_record_with_spaces_gets_tabs_when_it_needs_them():
    (region,) = AUDACITY.read(b"0.5 1.5 dog\n", SOURCE).regions
    scored = replace(region, score=0.5)
    assert AUDACITY.write([scored], b"0.5 1.5 dog\n") == b"0.5\t1.5\tdog\t0.500000\n"


@pytest.mark.parametrize(
    "text",
    [
        "5\t4\tx\n9\t1\ty\n",
        "2.5\t1\tvalue\n5.5\t2\tvalue\n",
        "1 dog barks\n2 cats sing\n",
        "0.5\t1.5\t0.83\tdog\n",
    ],
)
def test_columns_that_are_no_start_and_end_are_not_taken_for_them(text, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is None


def test_one_slip_among_many_lines_is_skipped_and_named(tmp_path):
    text = "".join(f"{number}\t{number + 1}\tx\n" for number in range(19)) + "20\t19\tx\n"
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is AUDACITY
    assert [skipped.number for skipped in AUDACITY.read(text.encode(), SOURCE).skipped] == [20]


def test_only_a_track_with_frequencies_has_a_place_for_them():
    assert not AUDACITY.read(b"1\t2\ta\n", SOURCE).holds.bands
    assert AUDACITY.read(b"1\t2\ta\n3\t4\tb\n\\\t1\t2\n", SOURCE).holds.bands


def test_columns_that_audacity_drops_are_told():
    (note,) = AUDACITY.read(b"1\t2\ta\tjo\n3\t4\tb\n", SOURCE).notes
    assert "behind its third column" in str(note)
    assert AUDACITY.read(b"1\t2\ta\t0.5\n", SOURCE).notes == (), "it is the score"


def test_remarks_before_the_labels_are_told_and_kept(tmp_path):
    content = b"# by Ann\n1\t2\ta\n"
    (tmp_path / "a.txt").write_bytes(content)
    assert recognise(tmp_path / "a.txt") is AUDACITY
    file = AUDACITY.read(content, SOURCE)
    assert ([one.text for one in file.regions], [one.number for one in file.skipped]) == (["a"], [1])
    assert AUDACITY.write(file.regions, content) == content


@pytest.mark.parametrize(
    "text", ["0.5\t0.4\ta\n1.0\t2.0\tb\n3.0\t4.0\tc\n", "1.000000\t2.000000\tb\n0.500000\t0.400000\ta\n"]
)
def test_a_short_track_with_one_label_that_ends_too_early_is_still_one(text, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is AUDACITY
    file = AUDACITY.read(text.encode(), SOURCE)
    assert [str(line.reason) for line in file.skipped] == ["a label cannot run from 0.5 s to 0.4 s"]


def test_large_whole_numbers_may_count_something_else_than_seconds():
    (note,) = AUDACITY.read(b"3050\t4559\tsh\n4559\t5723\tix\n", SOURCE).notes
    assert str(note) == "its times are whole numbers and are read as seconds"
    assert AUDACITY.read(b"3050.0\t4559.5\tsh\n1\t2\tix\n", SOURCE).notes == ()
