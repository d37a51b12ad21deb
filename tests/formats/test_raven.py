"""Raven's selection tables and those of the programs that write their like."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

RAVEN = FORMATS["raven"]
SOURCE = Path("a.Table.1.selections.txt")
REAL = {  # regions, a label of the first
    "BirdNET__Soundscape_1.BirdNET.selections.txt": (38, "Northern Cardinal"),
    "PAMGuard__SAMOSAS_EL1_humpback_annotations.txt": (215, ""),
    "PR_BIR_2024__LBH 1 selection table example.txt": (3, ""),
    "PR_BIR_2024__Phaethornis multiple sound files.txt": (11, ""),
    "PR_BIR_2024__Phaethornis-squalidus-555876.Table.1.selections.txt": (4, ""),
    "crowsetta__Recording_1_Segment_01.Table.1.selections.txt": (0, None),
    "crowsetta__Recording_1_Segment_07.Table.1.selections.txt": (279, "NOCA"),
    "ecoz2-whale__MARS_20161221_000046_SongSession_16kHz_HPF5HzNorm_labels.txt": (5470, "C"),
    "oceansoundscape__MARS-20150910T000000Z-2kHz.wav.Table01.txt": (2, "baf"),
    "opensoundscape__EmptyExample.Table.1.selections.txt": (0, None),
    "opensoundscape__MSD-0003_20180427_2minstart00.Table.1.selections.txt": (10, "WOTH"),
    "opensoundscape__raven_with_Annotation_col.txt": (1, "CSWA"),
    "perch__Recording_1_Segment_05.Table.1.selections.txt": (5, "NOCA"),
    "voxaboxen__test_audio.txt": (1, "event"),
    "warbleR__Raven_sels.csv": (5, ""),
}


@pytest.mark.parametrize("name", REAL)
def test_real_tables_are_read_whole_and_come_back_as_the_same_bytes(shared_data, name):
    path = shared_data / "annotation-formats" / "raven" / name
    content = path.read_bytes()
    file = RAVEN.read(content, path)
    count, text = REAL[name]
    assert (len(file.regions), file.skipped) == (count, ())
    assert text is None or file.regions[0].text == text
    assert RAVEN.write(file.regions, content) == content
    assert RAVEN.write([values(region) for region in file.regions], content) == content
    assert recognise(path) is RAVEN


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("mars-blue-whale/MARS-20150910T000000Z-2kHz.wav.Table01.txt", 2),
        ("hermit-squalidus/Phaethornis-squalidus-555876.Table.1.selections.txt", 4),
        ("bengalese-finch-session/finch_session.Table.1.selections.txt", 7652),
    ],
)
def test_tables_that_come_with_sound_lie_inside_it(shared_data, name, count):
    path = shared_data / "long-recordings" / name
    content = path.read_bytes()
    regions = RAVEN.read(content, path).regions
    assert len(regions) == count
    assert max(region.end_s for region in regions) < {2: 600.6, 4: 66.0, 7652: 1385.0}[count]
    edited = [replace(regions[0], text="seen"), *regions[1:]]
    written = RAVEN.write(edited, content)
    assert RAVEN.read(written, path).regions[0].text == "seen"


def test_birdnets_confidence_is_the_score(shared_data):
    path = shared_data / "annotation-formats" / "raven" / "BirdNET__Soundscape_1.BirdNET.selections.txt"
    first = RAVEN.read(path.read_bytes(), path).regions[0]
    assert (first.start_s, first.end_s, first.low_hz, first.high_hz) == (12.0, 15.0, 150.0, 15000.0)
    assert first.score == pytest.approx(0.9341163)


def test_times_of_joined_files_are_those_inside_each_file(shared_data):
    path = shared_data / "annotation-formats" / "raven" / "PR_BIR_2024__Phaethornis multiple sound files.txt"
    file = RAVEN.read(path.read_bytes(), path)
    (first, *_others) = next(
        regions for name, regions in file.by_file.items() if name.endswith("Phae.long2.wav")
    )
    assert first.start_s == 0.159598267651446
    assert first.end_s - first.start_s == pytest.approx(2.79221362038085 - 2.65964271209589)


COLUMNS = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\t"
TWICE = (
    COLUMNS + "Delta Time (s)\tSpecies\r\n"
    "1\tWaveform 1\t1\t2.500000000\t3.750000000\t900.000\t2400.500\t1.2500\towl\r\n"
    "1\tSpectrogram 1\t1\t2.500000000\t3.750000000\t900.000\t2400.500\t1.2500\towl\r\n"
    "2\tWaveform 1\t1\t5.000000000\t6.000000000\t\t\t1.0000\tfox\r\n"
    "2\tSpectrogram 1\t1\t5.000000000\t6.000000000\t500.000\t800.000\t1.0000\tfox\r\n"
)


def test_a_selection_shown_in_two_views_is_one_region():
    file = RAVEN.read(TWICE.encode(), SOURCE)
    assert [values(region) for region in file.regions] == [
        Region(2.5, 3.75, "owl", 900.0, 2400.5),
        Region(5.0, 6.0, "fox", 500.0, 800.0),
    ]
    assert file.canonical
    assert RAVEN.write(file.regions, TWICE.encode()) == TWICE.encode()


def test_an_edit_reaches_both_views_and_a_deletion_takes_both_away():
    owl, fox = RAVEN.read(TWICE.encode(), SOURCE).regions
    written = RAVEN.write([replace(owl, end_s=4.0), fox], TWICE.encode())
    assert written.decode() == TWICE.replace("3.750000000", "4.000000000").replace("1.2500", "1.5000")
    assert RAVEN.write([owl], TWICE.encode()).decode() == TWICE[: TWICE.index("2\tWaveform")]


def test_a_new_selection_gets_the_next_number_and_every_known_column():
    owl, fox = RAVEN.read(TWICE.encode(), SOURCE).regions
    written = RAVEN.write([owl, fox, Region(4, 4.5, "bat", 20.0, 120.0)], TWICE.encode()).decode()
    row = "3\tSpectrogram 1\t1\t4.000000000\t4.500000000\t20.000\t120.000\t0.5000\tbat\r\n"
    assert written == TWICE.replace("2\tWaveform", row + "2\tWaveform")


def test_new_and_moved_rows_of_a_joined_table_keep_both_clocks():
    header = "Begin Time (s)\tEnd Time (s)\tFile Offset (s)\tBegin Path\tType\n"
    content = (header + "100.5\t101.5\t0.5\tC:\\rec\\b.wav\ta\n").encode()
    file = RAVEN.read(content, SOURCE)
    assert [(one.start_s, one.end_s, one.sound_file) for one in file.regions] == [
        (0.5, 1.5, "C:\\rec\\b.wav")
    ]
    written = RAVEN.write([replace(file.regions[0], start_s=0.25), Region(2, 3, "b")], content)
    assert written.decode() == (
        header + "100.250000000\t101.5\t0.250000000\tC:\\rec\\b.wav\ta\n"
        "102.000000000\t103.000000000\t2.000000000\tC:\\rec\\b.wav\tb\n"
    )


def test_a_new_table_is_one_that_raven_could_have_written():
    content = RAVEN.write([Region(2.5, 3.75, "owl", 900.0, 2400.5)])
    assert content.decode() == (
        COLUMNS + "Annotation\r\n1\tSpectrogram 1\t1\t2.500000000\t3.750000000\t900.000\t2400.500\towl\r\n"
    )
    assert RAVEN.read(content, SOURCE).canonical


def test_scores_get_a_column_of_their_own():
    content = RAVEN.write([Region(1, 2, "owl", score=0.25), Region(3, 4, "fox")])
    assert content.split(b"\r\n")[0].endswith(b"\tConfidence")
    assert [region.score for region in RAVEN.read(content, SOURCE).regions] == [0.25, None]


def test_the_last_column_with_text_is_guessed_where_none_has_a_usual_name():
    content = b"Begin Time (s)\tEnd Time (s)\tWer\tPeak Freq (Hz)\tWieviele\n1\t2\tKauz\t800\t3\n"
    assert RAVEN.read(content, SOURCE).regions[0].text == "Kauz"


def test_tabs_and_line_breaks_become_spaces_and_it_says_so():
    regions = [Region(0, 1, "a\tb\r\nc"), Region(1, 2, "d\ne"), Region(2, 3, "fine")]
    read = RAVEN.read(RAVEN.write(regions), SOURCE).regions
    assert [region.text for region in read] == ["a b c", "d e", "fine"]
    assert [loss.count for loss in losses(RAVEN, regions)] == [2]
    assert losses(RAVEN, regions[2:]) == ()


@pytest.mark.parametrize(
    ("header", "is_table"),
    [
        ("Begin Time (s)\tEnd Time (s)", True),
        ("Selection\tend time (s)\tBEGIN TIME (S)\tx", True),
        ("Begin Time (s)\tx", False),
        ("End Time (s)", False),
        ("", False),
    ],
)
def test_a_table_is_recognised_by_its_two_times(header, is_table):
    assert RAVEN.recognises(header.encode(), SOURCE) == is_table


def test_quotes_between_tabs_are_letters():
    content = b'Begin Time (s)\tEnd Time (s)\tType\n1\t2\t"odd\n3\t4\tb\n'
    assert [region.text for region in RAVEN.read(content, SOURCE).regions] == ['"odd', "b"]


def test_rows_without_times_are_skipped_named_and_kept():
    content = b"Begin Time (s)\tEnd Time (s)\tType\n1\t2\ta\n?\t4\tb\n-1\t4\tc\n"
    file = RAVEN.read(content, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [3, 4]
    assert RAVEN.write((), content) == b"Begin Time (s)\tEnd Time (s)\tType\n?\t4\tb\n-1\t4\tc\n"


@pytest.mark.parametrize("content", [b"Selection\tView\n1\tx\n", b"Begin Time (s)\tEnd Time (s)\nx\ty\n"])
def test_a_table_without_times_is_refused(content):
    with pytest.raises(BadLabelFileError, match="selections"):
        RAVEN.read(content, SOURCE)


SHORT = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tSpecies\n"


def table(*table_rows: str, header: str = SHORT) -> bytes:
    return (header + "".join(f"{row}\n" for row in table_rows)).encode()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_the_spectrograms_row_tells_the_band_wherever_it_stands(order):
    views = (
        "1\tWaveform 1\t1\t1\t2\t\t\towl",
        "1\tSpectrogram 1\t1\t1\t2\t500\t800\towl",
        "1\tSelection Spectrum 1\t1\t1\t2\t10\t20\towl",
    )
    content = table(*(views[place] for place in order))
    file = RAVEN.read(content, SOURCE)
    assert [values(region) for region in file.regions] == [Region(1, 2, "owl", 500.0, 800.0)]
    assert RAVEN.write(file.regions, content) == content


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("1\tSpectrogram 1\t2\t1\t2\t\t\towl", id="another channel"),
        pytest.param("1\tSpectrogram 1\t1\t1\t2.5\t\t\towl", id="another end"),
        pytest.param("1\tSpectrogram 1\t1\t1.5\t2\t\t\towl", id="another begin"),
        pytest.param("2\tSpectrogram 1\t1\t1\t2\t\t\towl", id="another number"),
        pytest.param("1\tWaveform 1\t1\t1\t2\t\t\towl", id="the same view again"),
    ],
)
def test_rows_that_differ_in_more_than_the_view_are_two_regions(second):
    assert len(RAVEN.read(table("1\tWaveform 1\t1\t1\t2\t\t\towl", second), SOURCE).regions) == 2


def test_a_view_that_comes_again_begins_a_selection_that_other_views_join():
    views = ("Waveform 1", "Spectrogram 1", "Waveform 1", "Spectrogram 1")
    content = table(*(f"1\t{view}\t1\t1\t2\t\t{100 * n}\towl" for n, view in enumerate(views)))
    file = RAVEN.read(content, SOURCE)
    assert [region.high_hz for region in file.regions] == [100.0, 300.0]
    assert RAVEN.write(file.regions[1:], content) == table(*content.decode().splitlines()[3:])


def test_rows_without_a_number_are_regions_of_their_own():
    content = table("\tWaveform 1\t1\t1\t2\t\t\towl", "\tSpectrogram 1\t1\t1\t2\t\t\towl")
    assert len(RAVEN.read(content, SOURCE).regions) == 2


@pytest.mark.parametrize(
    ("low", "high", "band"),
    [
        ("100", "200", (100.0, 200.0)),
        ("200", "100", (100.0, 200.0)),
        ("0", "0", (0.0, 0.0)),
        ("-1", "200", (None, 200.0)),
        ("100", "", (100.0, None)),
        ("", "inf", (None, None)),
        ("1,5", "2,5", (1.5, 2.5)),
        ("low", "200", (None, 200.0)),
    ],
)
def test_bands_are_put_in_order_and_impossible_edges_are_unknown(low, high, band):
    (region,) = RAVEN.read(table(f"1\tSpectrogram 1\t1\t1\t2\t{low}\t{high}\towl"), SOURCE).regions
    assert (region.low_hz, region.high_hz) == band


SCORED = "Begin Time (s)\tEnd Time (s)\tType\tScore\tConfidence\n"


@pytest.mark.parametrize(
    ("score", "confidence", "read"),
    [
        ("0.25", "0.75", 0.75),
        ("0.25", "", 0.25),
        ("0", "", 0.0),
        ("", "1", 1.0),
        ("", "1.5", None),
        ("0.25", "-0.1", None),
        ("", "high", None),
    ],
)
def test_confidence_comes_before_score_and_lies_between_0_and_1(score, confidence, read):
    (region,) = RAVEN.read(table(f"1\t2\towl\t{score}\t{confidence}", header=SCORED), SOURCE).regions
    assert region.score == read


def test_a_new_score_goes_where_the_old_one_stood():
    content = table("1\t2\towl\t0.25\t", "3\t4\tfox\t\t0.5", header=SCORED)
    owl, fox = RAVEN.read(content, SOURCE).regions
    written = RAVEN.write([replace(owl, score=0.125), replace(fox, score=None)], content)
    assert written == table("1\t2\towl\t0.125\t", "3\t4\tfox\t\t", header=SCORED)


@pytest.mark.parametrize(
    ("region", "column", "cell"),
    [
        (Region(3, 4, "", 10.0, None), "Low Freq (Hz)", "10.000"),
        (Region(3, 4, "", None, 20.0), "High Freq (Hz)", "20.000"),
        (Region(3, 4, "fox"), "Annotation", "fox"),
        (Region(3, 4, "", score=0.5), "Confidence", "0.5"),
    ],
)
def test_one_column_is_added_for_what_has_no_place(region, column, cell):
    content = table("1\t2", header="Begin Time (s)\tEnd Time (s)\n")
    written = RAVEN.write([*RAVEN.read(content, SOURCE).regions, region], content).decode()
    added = f"3.000000000\t4.000000000\t{cell}\n"
    assert written == f"Begin Time (s)\tEnd Time (s)\t{column}\n1\t2\n{added}"
    assert [values(one) for one in RAVEN.read(written.encode(), SOURCE).regions][1] == region


def test_new_selections_go_on_after_the_highest_number():
    content = table("7\tSpectrogram 1\t1\t1\t2\t\t\towl", "3\tSpectrogram 1\t1\t3\t4\t\t\tfox")
    regions = RAVEN.read(content, SOURCE).regions
    written = RAVEN.write([*regions, Region(6, 7, "b"), Region(5, 6, "a")], content).decode()
    assert [line.split("\t")[0] for line in written.splitlines()[1:]] == ["7", "3", "8", "9"]
    assert [line.split("\t")[-1] for line in written.splitlines()[3:]] == ["a", "b"]


def test_a_time_with_more_digits_than_raven_writes_never_ends_before_it_begins():
    content = table("1\tSpectrogram 1\t1\t1.0000000004\t2\t\t\towl")
    (region,) = RAVEN.read(content, SOURCE).regions
    written = RAVEN.write([replace(region, end_s=1.00000000045)], content)
    (again,) = RAVEN.read(written, SOURCE).regions
    assert again.start_s <= again.end_s
    assert written.count(b"1.000000000\t1.000000000\t") == 1


def test_the_path_of_a_sound_file_is_told_unless_its_name_contradicts_it():
    header = "Begin Time (s)\tEnd Time (s)\tBegin File\tBegin Path\tType\n"
    path = "C:\\rec\\y.wav"
    rows = (f"1\t2\tx.wav\t{path}\ta", f"3\t4\ty.wav\t{path}\tb", "5\t6\t\t/rec/z.wav\tc", "7\t8")
    file = RAVEN.read(table(*rows, header=header), SOURCE)
    assert [one.sound_file for one in file.regions] == ["x.wav", path, "/rec/z.wav", ""]
    assert list(file.by_file) == ["x.wav", path, "/rec/z.wav", ""]


def test_views_of_one_selection_in_recordings_of_equal_names_are_two_regions():
    header = "Selection\tView\tBegin Time (s)\tEnd Time (s)\tBegin File\tBegin Path\tType\n"
    rows = ("1\tWaveform 1\t1\t2\tx.wav\t/a/x.wav\td", "1\tSpectrogram 1\t1\t2\tx.wav\t/b/x.wav\td")
    file = RAVEN.read(table(*rows, header=header), SOURCE)
    assert [one.sound_file for one in file.regions] == ["/a/x.wav", "/b/x.wav"]


def test_new_rows_name_the_sound_file_only_if_all_others_name_the_same():
    header = "Begin Time (s)\tEnd Time (s)\tBegin File\tType\n"
    one = table("1\t2\tx.wav\ta", "3\t4\tx.wav\tb", header=header)
    two = table("1\t2\tx.wav\ta", "3\t4\ty.wav\tb", header=header)
    for content, name in ((one, "x.wav"), (two, "")):
        written = RAVEN.write([*RAVEN.read(content, SOURCE).regions, Region(5, 6, "c")], content)
        assert written == content + f"5.000000000\t6.000000000\t{name}\tc\n".encode()


@pytest.mark.parametrize(
    ("content", "is_own"),
    [
        (TWICE, True),
        (TWICE.replace("2.500000000", "2.5"), False),
        (TWICE.replace("900.000", "900"), False),
        (TWICE.replace("1.2500", "1.25"), False),
        (TWICE.replace("\r\n", "\n"), False),
        (TWICE.replace("\towl\r\n", "\r\n", 1), False),
        ("\ufeff" + TWICE, False),
        (TWICE + "3\tWaveform 1\t1\tsoon\t6.000000000\t\t\t1.0000\tfox\r\n", False),
    ],
)  # fmt: skip
def test_tables_of_raven_itself_are_known_by_their_digits(content, is_own):
    assert RAVEN.read(content.encode(), SOURCE).canonical == is_own


@pytest.mark.parametrize(
    ("header", "row", "text"),
    [
        ("Notes\tSpecies", "rainy\towl", "owl"),
        ("Species\tNotes", "\trainy", "rainy"),
        ("Species\tAnnotation", "owl\tcall", "call"),
        ("Wer\tWas", "Kauz\tRuf", "Ruf"),
        ("Wer\tAnzahl", "Kauz\t3", "Kauz"),
        ("Wer\tBegin Date", "Kauz\tMonday", "Kauz"),
        ("Peak (dB FS)\tWer", "loud\t", ""),
        ("Code", "17", ""),
        ("Label", "17", "17"),
    ],
)
def test_the_column_of_the_labels_is_guessed(header, row, text):
    content = table(f"1\t2\t{row}", header=f"Begin Time (s)\tEnd Time (s)\t{header}\n")
    assert RAVEN.read(content, SOURCE).regions[0].text == text


def test_new_rows_of_a_table_without_any_come_right_after_its_header():
    content = table("?\tSpectrogram 1\t1\tsoon\t2\t\t\towl")
    written = RAVEN.write([Region(1, 2, "fox")], content)
    assert written == table(
        "1\tSpectrogram 1\t1\t1.000000000\t2.000000000\t\t\tfox", "?\tSpectrogram 1\t1\tsoon\t2\t\t\towl"
    )


def test_a_row_whose_begin_is_missing_is_skipped_even_with_an_offset():
    header = "Begin Time (s)\tEnd Time (s)\tFile Offset (s)\tType\n"
    file = RAVEN.read(table("\t2\t0.5\ta", "1\t2\t0.5\tb", header=header), SOURCE)
    assert [(region.start_s, region.end_s, region.text) for region in file.regions] == [(0.5, 1.5, "b")]
    assert [skipped.number for skipped in file.skipped] == [2]


def test_the_header_alone_says_what_stands_between_the_columns():
    content = b"Begin Time (s);End Time (s);Species;x\n1,5;2,5;owl;,,,,,,\n"
    (region,) = RAVEN.read(content, SOURCE).regions
    assert values(region) == Region(1.5, 2.5, "owl", extra=(("x", ",,,,,,"),))


TWO = [Region(1, 2, "owl"), Region(3, 4, "jay")]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "Selection\tView\tBegin Time (s)\tEnd Time (s)\tAnnotation\n"
            "1\t1\tSpectrogram 1\t1\t2\towl\n2\t2\tSpectrogram 1\t3\t4\tjay\n",
            id="row names of R",
        ),
        pytest.param(
            '"Selection"\t"View"\t"Begin Time (s)"\t"End Time (s)"\t"Annotation"\n'
            '1\t"Spectrogram 1"\t1\t2\t"owl"\n2\t"Spectrogram 1"\t3\t4\t"jay"\n',
            id="quotes between tabs",
        ),
        pytest.param(
            "# checked\nSelection;Begin Time (s);End Time (s);Annotation\n1;1,0;2,0;owl\n2;3,0;4,0;jay\n",
            id="a comment",
        ),
    ],
)
def test_tables_that_other_programs_saved_again_keep_their_columns(content, tmp_path):
    file = RAVEN.read(content.encode(), SOURCE)
    assert list(map(values, file.regions)) == TWO
    (tmp_path / "a.txt").write_text(content)
    assert recognise(tmp_path / "a.txt") is RAVEN
    assert RAVEN.write(file.regions, content.encode()) == content.encode()
    wanted = [file.regions[0], replace(file.regions[1], text="tit", low_hz=50.0), Region(5, 6, "new")]
    again = RAVEN.read(RAVEN.write(wanted, content.encode()), SOURCE).regions
    assert list(map(values, again)) == list(map(values, wanted))


def test_a_column_that_is_not_ravens_names_the_recordings_too():
    table = "Begin Time (s)\tEnd Time (s)\tFile Name\ttag\n1\t2\ta.wav\towl\n3\t4\tb.wav\tjay\n"
    file = RAVEN.read(table.encode(), SOURCE)
    assert list(map(values, file.regions)) == TWO
    assert [one.sound_file for one in file.regions] == ["a.wav", "b.wav"]
    own = RAVEN.read(table.replace("File Name", "Begin File").encode(), SOURCE)
    assert "its times are taken for those in each recording" in str(own.notes)
    added = RAVEN.write([*file.regions, Region(5, 6, "x")], table.replace("b.wav", "a.wav").encode())
    assert added.decode().endswith("5.000000000\t6.000000000\ta.wav\tx\n")


def test_scores_that_are_no_shares_of_1_are_left_out_with_a_word():
    content = b"Selection\tBegin Time (s)\tEnd Time (s)\tScore\n1\t1\t2\t87\n2\t3\t4\t0.5\n"
    found = FORMATS["raven"].read(content, Path("x.txt"))
    assert [one.score for one in found.regions] == [None, 0.5]
    assert "1 score in its column “score” is no share of 1" in " ".join(map(str, found.notes))


def test_rows_of_one_number_with_other_names_are_other_labels():
    head = "Selection\tView\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tAnnotation\n"
    rows = ("1\tWaveform 1\t0.5\t1\t\t\towl", "1\tSpectrogram 1\t0.5\t1\t100\t200\twren")
    content = (head + "\n".join(rows)).encode()
    assert [one.text for one in RAVEN.read(content, SOURCE).regions] == ["owl", "wren"]
    same = content.replace(b"wren", b"")
    (one,) = RAVEN.read(same, SOURCE).regions
    assert (one.text, one.low_hz) == ("owl", 100.0), "the name of one view, the box of the other"
    assert RAVEN.write([one], same) == same


def test_rows_without_an_offset_among_others_are_told():
    head = "Selection\tBegin Time (s)\tEnd Time (s)\tBegin File\tFile Offset (s)\tSpecies\n"
    content = f"{head}1\t3600.5\t3601\tb.wav\t0.5\towl\n2\t3602.5\t3603\tb.wav\t\twren\n".encode()
    file = RAVEN.read(content, SOURCE)
    assert [one.start_s for one in file.regions] == [0.5, 3602.5]
    assert "1 row says no “File Offset (s)”" in " ".join(map(str, file.notes))


@pytest.mark.parametrize(
    "head",
    [
        "Begin Time (s),End Time (s),Begin File,File Offset,Species",
        "begin_time,end_time,begin_file,file_offset,species",
        "Begin.Time..s.,End.Time..s.,Begin.File,File.Offset..s.,Species",
    ],
)
def test_however_an_offset_is_spelled_times_are_those_inside_each_recording(head, tmp_path):
    content = f"{head}\n1,2,a.wav,1,owl\n13,14,b.wav,3,tit\n".encode()
    (tmp_path / "t.csv").write_bytes(content)
    assert recognise(tmp_path / "t.csv") is RAVEN
    file = RAVEN.read(content, SOURCE)
    assert [(one.sound_file, one.start_s, one.end_s) for one in file.regions] == [
        ("a.wav", 1, 2),
        ("b.wav", 3, 4),
    ]
    assert RAVEN.write(file.regions, content) == content
    moved = RAVEN.write([file.regions[0], replace(file.regions[1], start_s=3.5)], content)
    assert moved.splitlines()[2] == b"13.500000000,14,b.wav,3.500000000,tit"


def test_bands_in_kilohertz_are_read_and_written_as_such():
    head = "Begin Time (s)\tEnd Time (s)\tLow Freq (kHz)\tHigh Freq (kHz)\tSpecies\r\n"
    content = f"{head}1\t2\t1.5\t2,25\towl\r\n".encode()
    file = RAVEN.read(content, SOURCE)
    (one,) = file.regions
    assert (one.low_hz, one.high_hz, one.extra) == (1500, 2250, ())
    assert file.holds.bands
    assert RAVEN.write([one], content) == content
    assert RAVEN.write([replace(one, low_hz=1250.0)], content).endswith(b"\t1.250000\t2.250000\towl\r\n")


def test_cells_that_should_be_numbers_are_told():
    content = table("1\tSpectrogram 1\t1\t1\t2\t1.000,5\t200\towl", "2\tSpectrogram 1\t1\t1\t2\t\tnan\towl")
    notes = " ".join(map(str, RAVEN.read(content, SOURCE).notes))
    assert "1 cell in its column “Low Freq (Hz)” is no number and is left out: “1.000,5”" in notes
    assert "High" not in notes
