"""Whatever is written into whatever file of a format is found in it again, or the user is told."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import place
from audioclf_gui.formats.exchange import write_labels
from audioclf_gui.formats.read_back import not_found_again
from audioclf_gui.formats.registry import FORMATS

SOURCE = Path("night")
GRID = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
SHORT_GRID = (
    f'{GRID}0\n2\n<exists>\n2\n"IntervalTier"\n"a"\n0\n2\n1\n0\n2\n"x"\n"TextTier"\n"b"\n0\n2\n1\n1\n"y"\n'
)
LONG_GRID = (
    f"{GRID}xmin = 0 \nxmax = 2 \ntiers? <exists> \nsize = 1 \nitem []: \n    item [1]:\n"
    '        class = "TextTier" \n        name = "b" \n        xmin = 0 \n        xmax = 2 \n'
    '        points: size = 1 \n        points [1]:\n            number = 1 \n            mark = "y" \n'
)
LAYER = (
    '<?xml version="1.0"?>\n<!DOCTYPE sonic-visualiser>\n<sv>\n<data>\n<model id="1" sampleRate="16000" />\n'
    '<dataset id="0" dimensions="3">\n<point frame="8000" duration="16000" label="a" />\n</dataset>\n'
    "</data>\n</sv>\n"
)
EMPTY_LAYER = LAYER[: LAYER.index("<dataset")] + '<dataset id="0" dimensions="3" />\n</data>\n</sv>\n'
HOLDING_ALL = [
    *((key, "") for key in FORMATS),
    ("audacity", "0.5\t1.5\ta\n\\\t100\t200\n0.5\t0.5\t\n"),
    ("audacity", "0.5 1.5 a\n2 3 b b\n"),
    ("audacity", "0:00:01\t0:00:02\tx\t0.5\n"),
    ("ctm", ";; x\nx A 0.5 1.0 a 0.5\nx A 0.75 1.0 b -3.5\n"),
    ("csv", "start_s;end_s;label\n0,5;1,5;a\n"),
    ("csv", "start,duration,label,file\n0.5,1,a,x.wav\n"),
    ("csv", "Start [ms];Dauer [ms];Klasse\r\n500;250;a\r\n"),
    ("csv", "start (min),end (min),text,low_khz\n0.5,1,a,2\n"),
    ("csv", "0.5,1.5,a\n2.5,3.5,b\n"),
    ("csv", "0,5;1,5;a;b"),
    ("kaldi", "ann-1 talk 0.5 1.5\nbob-1 talk 2.5 3.25\n"),
    ("raven", "Begin Time (s);End Time (s)\n0,5;1,0\n"),
    ("raven", '"Begin Time (s)"\t"End Time (s)"\t"Annotation"\n1\t2\t"a"\n'),
    (
        "raven",
        "Selection\tView\tBegin Time (s)\tEnd Time (s)\tFile Offset (s)\n1\tWaveform 1\t9.5\t10\t0.5\n",
    ),
    ("rttm", "SPKR-INFO x 1 <NA> <NA> <NA> unknown a <NA>\nSPEAKER x 1 0.5 1.0 <NA> <NA> a\n"),
    ("sonic-visualiser", "0.500000000,3,1.250000000,saw\n2.000000000,1,0.400000000\n"),
    ("sonic-visualiser", "0.500000000,60,1.250000000,0.8,saw\n2.000000000,1,0.400000000,0.5\n"),
    ("sonic-visualiser", "0.500000000,1.750000000,100,2000,saw\n2.000000000,2.400000000,50,60\n"),
    ("sonic-visualiser", "0.5,3,1.25,saw\n2.0,1,0.4,\n"),
    ("sonic-visualiser", "0.5\t3\t1.25\tsaw\n2.0\t1\t0.4\n"),
    ("sonic-visualiser", LAYER),
    ("sonic-visualiser", EMPTY_LAYER),
    ("srt", "7\r\n00:00:00,500 --> 00:00:01,500\r\na\r\nb\r\n\r\n8\r\n00:00:02,000 --> 00:00:02,000\r\n"),
    ("srt", "1\n00:00:00,500 --> 00:00:01,500 X1:10 X2:20\n<i>a</i>\n2\n00:00:02 --> 00:00:03\nb"),
    ("vtt", "WEBVTT - song\n\nNOTE by hand\n\none\n00:00.500 --> 00:01.500 line:0\n<v Ann>a &amp; b\n"),
    ("vtt", "WEBVTT"),
    ("textgrid", SHORT_GRID),
    ("textgrid", LONG_GRID),
    ("textgrid", LONG_GRID.replace("\n", "\r")),
]
"""Files of each kind of which every label finds room in them."""

names = st.sampled_from(
    ["", "a", "b", " ", '"', "a\nb", "a\tb", "a,b", "x;y", "1.0", "0.5", "# x", "<a&b>", "a "]
)
eighths = st.integers(0, 6).map(lambda eighth: eighth / 8)
bands = st.sampled_from([(None, None), (100.0, 200.0), (100.0, None), (None, 200.0), (0.0, 0.0)])


@st.composite
def regions(draw: st.DrawFn) -> Region:
    start_s = draw(eighths)
    return Region(
        start_s, start_s + draw(eighths), draw(names), *draw(bands), draw(st.sampled_from([None, 0.5]))
    )


def held(key: str, found: list[Region]) -> Counter[tuple[str, float, float]]:
    """Names and times; moments, and stretches without a name, count only where the format holds them."""
    can = FORMATS[key].capabilities
    return Counter(
        place(one if can.blanks else replace(one, text="_".join(one.text.split())))
        for one in found
        if not can.leaves_out(one)
    )


@pytest.mark.parametrize(("key", "text"), HOLDING_ALL)
@given(
    edits=st.lists(
        st.tuples(st.lists(st.booleans(), max_size=9), st.lists(regions(), max_size=4)), max_size=3
    )
)
def test_what_is_written_into_a_file_is_in_it(key, text, edits):
    known, content = FORMATS[key], text.encode()
    for keeps, added in edits:
        there = known.read(content, SOURCE).regions
        wanted = [*added, *(one for one, keep in zip(there, keeps, strict=False) if keep)]
        content = known.write(wanted, content)
        assert held(key, known.read(content, SOURCE).regions) == held(key, wanted)
        assert not_found_again(known, wanted, content) == ()


def test_a_tier_that_became_empty_takes_points_beside_a_new_tier():
    known = FORMATS["textgrid"]
    emptied = known.write([], SHORT_GRID.encode())
    wanted = [Region(0.0, 1.0, "x", track="a"), Region(0.5, 1.5, "y"), Region(0.5, 0.5, "", track="b")]
    written = known.read(known.write(wanted, emptied), SOURCE)
    assert {one.track: place(one) for one in written.regions} == {
        "a": ("x", 0.0, 1.0),
        "b": ("", 0.5, 0.5),
        "": ("y", 0.5, 1.5),
    }


@pytest.mark.parametrize("text", ["TIME,LABEL\n0.5,saw\n", "TIME,VALUE,LABEL\n0.5,440.0,saw\n"])
def test_a_file_without_a_place_for_lengths_says_whose_are_lost(text, tmp_path):
    known = FORMATS["sonic-visualiser"]
    wanted = [*known.read(text.encode(), SOURCE).regions, Region(1.0, 2.0, "drill"), Region(3.0, 3.0, "tick")]
    done = write_labels(tmp_path / "night.csv", known, wanted, text.encode())
    assert str(done.losses[-1]) == (
        "The file has no place for 1 label as it is here, “drill” at 1.000 s: it is not in it, or is changed."
    )


def test_a_box_with_one_frequency_has_no_height():
    known = FORMATS["sonic-visualiser"]
    text = b"0.500000000,1.750000000,100,2000,saw\n"
    written = known.write([*known.read(text, SOURCE).regions, Region(2.0, 3.0, "x", 12345.678, None)], text)
    assert written.decode().splitlines()[1] == "2.000000000,3.000000000,12345.678,12345.678,x"
