"""What the columns of tables of labels are called, in which unit they count, and where they have no names."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError

CSV = FORMATS["csv"]
SOURCE = Path("labels.csv")
DOG = Region(0.5, 1.5, "dog")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Start;Ende;Beschriftung\n0,5;1,5;dog\n", "“Start”, “Ende” are read as seconds", id="German"
        ),
        pytest.param(
            "Anfang (s);Dauer (s);Klasse\n0,5;1,0;dog\n", "“Anfang (s)”, “Dauer (s)” are", id="durations"
        ),
        pytest.param(
            "Startzeit;Endzeit;Bezeichnung\n0:00:00,5;0:00:01,5;dog\n", "seconds", id="by the clock"
        ),
        pytest.param(
            "Beginn;Ende;Art\n0,5;1,5;dog\n", "labels are taken from the column “Art”", id="one other column"
        ),
        pytest.param("开始;结束;标签\n0.5;1.5;dog\n", "seconds", id="Chinese"),
        pytest.param(
            "start_ms,end_ms,label\n500,1500,dog\n", "“start_ms”, “end_ms” are read as milli", id="ms"
        ),
        pytest.param("Start [ms];Ende [ms];Label\n500,0;1500,0;dog\n", "milliseconds", id="ms in brackets"),
        pytest.param("startMs,endMs,label\n500,1500,dog\n", "milliseconds", id="ms behind a capital"),
        pytest.param(
            "start_s,duration_ms,label\n0.5,1000,dog\n", "“duration_ms” are read as milli", id="two units"
        ),
        pytest.param("start_us,end_us,label\n500000,1500000,dog\n", "microseconds", id="microseconds"),
        pytest.param("start_h,end_s,label\n0.000138888889,1.5,dog\n", "hours", id="hours"),
        pytest.param("start / min,end / min,label\n0.008333333333,0.025,dog\n", "minutes", id="minutes"),
        pytest.param(
            "start_frame,end_frame,start_s,end_s,label\n1,2,0.5,1.5,dog\n", "", id="frames beside seconds"
        ),
        pytest.param("0.5,1.5,dog\n", "have no names", id="no names"),
        pytest.param("0,5;1,5;dog\n", "have no names", id="no names, decimal commas"),
        pytest.param('# mine\n"0.5","1.5","dog",x\n', "have no names", id="no names below a remark"),
        pytest.param("sep=;\n0,5;1,5;dog\n", "have no names", id="no names below a hint"),
    ],
)
def test_columns_mean_what_they_are_called(text, told, tmp_path):
    (tmp_path / "labels.csv").write_text(text)
    file = read_label_file(tmp_path / "labels.csv")
    assert file.format is CSV
    assert [replace(values(one), start_s=round(one.start_s, 6), extra=()) for one in file.labels.regions] == [
        DOG
    ]
    assert told in " ".join(map(str, file.labels.notes))
    assert CSV.write(file.labels.regions, text.encode()) == text.encode()


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("begin_sample,end_sample,label", "“begin_sample”, “end_sample”"),
        ("start_frame,end_frame,label", "“start_frame”, “end_frame”"),
        ("Start (frames),End (frames),Label", "“Start (frames)”, “End (frames)”"),
        ("Begin Sample (samples),End Sample (samples),Annotation", "“Begin Sample (samples)”"),
        ("startSample,durationSamples,label", "“startSample”, “durationSamples”"),
        ("frame start,frame end,label", "“frame start”, “frame end”"),
    ],
)
def test_samples_and_frames_are_never_taken_for_seconds(header, columns, tmp_path):
    (tmp_path / "labels.csv").write_text(f"{header}\n1,2,dog\n")
    with pytest.raises(BadLabelFileError, match="count samples or frames") as refused:
        read_label_file(tmp_path / "labels.csv")
    assert columns in str(refused.value)
    assert "start_s and end_s" in str(refused.value.remedy)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("start_min,start_sec,end_min,end_sec,label\n1,5,1,7,dog\n", "“start_min”, “start_sec”"),
        (
            "Start (h),Start (min),End (h),End (min),label\n0,5,0,7,cat\n1,5,1,7,dog\n",
            "“Start .h.”, “Start .min.”",
        ),
        ("start_s,end_s,end_ms,label\n1,2,250,dog\n", "“end_s”, “end_ms”"),
        ("start_s,end_s,start_ms,label\n1,2,1000,dog\n2,3,,cat\n", ""),
        ("start_min,start_sec,end_min,end_sec,label\n1.08,65,1.12,67,dog\n", ""),
    ],
)
def test_times_that_other_columns_contradict_are_refused(text, columns):
    if columns:
        with pytest.raises(BadLabelFileError, match=columns):
            CSV.read(text.encode(), SOURCE)
    else:
        assert CSV.read(text.encode(), SOURCE).regions[0].start_s in {1.0, 65.0}, "by the finer unit"


def test_an_unknown_unit_is_no_second():
    with pytest.raises(BadLabelFileError, match="does not name the columns"):
        CSV.read(b"start (beats),end (beats),label\n1,2,dog\n", SOURCE)


def test_changes_are_written_in_the_unit_of_the_column():
    content = b"start_ms,end_ms,label,low_khz,high_khz\n500,1500,dog,1.5,3\n"
    (dog,) = CSV.read(content, SOURCE).regions
    assert values(dog) == Region(0.5, 1.5, "dog", 1500.0, 3000.0)
    written = CSV.write([replace(dog, end_s=1.75), Region(2.0, 2.3, "cat", 250.0, 500.0)], content)
    assert written.decode().splitlines()[1:] == ["500,1750.0,dog,1.5,3", "2000.0,2300.0,cat,0.25,0.5"]


def test_a_table_without_names_stays_without_until_it_needs_some():
    content = b"0.5,1.5,dog\n"
    (dog,) = CSV.read(content, SOURCE).regions
    assert CSV.write([dog, Region(2.0, 3.0, "cat")], content) == content + b"2.0,3.0,cat\n"
    scored = CSV.write([dog, Region(2.0, 3.0, "cat", score=0.5)], content)
    assert scored == b"start_s,end_s,label,score\n0.5,1.5,dog\n2.0,3.0,cat,0.5\n"
    assert CSV.write([replace(dog, text="7")], content) == b"start_s,end_s,label\n0.5,1.5,7\n"


@pytest.mark.parametrize("unit", ["(kHz)", "kHz", "[khz]", "_khz"])
def test_frequencies_in_kilohertz_are_read_as_such(unit):
    content = f"start_s,end_s,Low Freq {unit},High Freq {unit},label\n0.5,1,1,2.5,owl\n".replace(" _", "_")
    (owl,) = CSV.read(content.encode(), Path("x.csv")).regions
    assert (owl.low_hz, owl.high_hz) == (1000.0, 2500.0)


@pytest.mark.parametrize(
    ("scores", "expected", "told"),
    [
        (["87", "1", "0"], [0.87, 0.01, 0.0], "its column “score” is read as per cent"),
        (["0.87", "1", "0"], [0.87, 1.0, 0.0], ""),
        (["0.5", "87"], [0.5, None], "1 score in its column “score” is no share of 1"),
        (["3", "5"], [None, None], "2 scores in its column “score” are no shares of 1"),
        (["-1.5", "0.5"], [None, 0.5], "1 score in its column “score” is no share of 1"),
    ],
)
def test_scores_are_shares_of_1_or_per_cent_or_left_out_with_a_word(scores, expected, told):
    rows = "".join(f"{at},{at + 1},owl,{score}\n" for at, score in enumerate(scores))
    content = f"start_s,end_s,label,score\n{rows}".encode()
    found = CSV.read(content, Path("x.csv"))
    assert [one.score for one in found.regions] == expected
    notes = " ".join(map(str, found.notes))
    assert notes.startswith(told)
    assert bool(notes) == bool(told)
    assert CSV.write(found.regions, content) == content, "what nobody changed keeps its bytes"


def test_numbers_with_a_sign_of_per_cent_are_scores_and_words_among_numbers_are_told():
    text = b"start_s,end_s,label,confidence,low_hz\n1,2,a,95%,2 kHz\n2,3,b,5 %,100\n3,4,c,high,nan\n"
    file = CSV.read(text, SOURCE)
    assert [one.score for one in file.regions] == [0.95, 0.05, None]
    assert [str(note) for note in file.notes] == [
        "1 cell in its column “low_hz” is no number and is left out: “2 kHz”",
        "1 cell in its column “confidence” is no number and is left out: “high”",
    ]


@pytest.mark.parametrize(
    ("text", "start_s", "told"),
    [
        pytest.param('start_ms,end_ms,label\n"1,500","2,500",dog\n', 1.5, "", id="milliseconds"),
        pytest.param('start,end,label\n"1,500.5","1,502",dog\n', 1500.5, "", id="points as well"),
        pytest.param('start,end,label\n"1,500","1,502",dog\n3.5,4,cat\n', 1500.0, "", id="points elsewhere"),
        pytest.param('start,end,label\n"1,500","1,502",dog\n', 1.5, "“1,500” as 1.500", id="nobody knows"),
        pytest.param('start,end,label\n"1,500","1,52",dog\n', 1.5, "", id="other digits"),
        pytest.param("start;end;label\n1,500;1,502;dog\n", 1.5, "", id="semicolons"),
    ],
)
def test_commas_between_thousands_are_told_from_decimal_ones(text, start_s, told):
    file = CSV.read(text.encode(), SOURCE)
    assert file.regions[0].start_s == start_s
    assert file.skipped == ()
    notes = " ".join(map(str, file.notes))
    assert told in notes
    assert bool(told) == ("decimal points" in notes)


def test_of_columns_with_one_name_the_first_is_read_and_that_is_told():
    file = CSV.read(b"start_s,end_s,label,Label,x,x\n0.5,1.5,dog,poodle,1,2\n", SOURCE)
    assert [one.text for one in file.regions] == ["dog"]
    assert "it has 2 columns “label”; the first of them is read" in list(map(str, file.notes))
    raven = b"Begin Time (s)\tEnd Time (s)\tSpecies\tSpecies\r\n0.5\t1.5\tdog\tpoodle\r\n"
    assert "it has 2 columns “Species”" in " ".join(map(str, FORMATS["raven"].read(raven, SOURCE).notes))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("start,end,label\n0:01,0:02,dog\n", ["“0:01” in its times is read as minutes and seconds, 1 s"]),
        ("start,end,label\n0:00:01,0:00:02,dog\n", []),
        (
            "start_s,end_s,duration_s,label\n1,2,60,dog\n3,4,1,dog\n5,,1,dog\n",
            ["1 row says another duration in its column “duration_s” than its start and end, which count"],
        ),
    ],
)
def test_times_that_may_be_meant_otherwise_are_told(text, told):
    notes = list(map(str, CSV.read(text.encode(), SOURCE).notes))
    assert [note for note in notes if "are read as seconds" not in note] == told
