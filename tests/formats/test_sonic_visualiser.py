"""Layers of Sonic Visualiser, of which nothing in a text export says that they are some."""

from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.read_back import not_found_again
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

LAYER = FORMATS["sonic-visualiser"]
SOURCE = Path("night.csv")


def bare(content: bytes) -> list[Region]:
    return [values(one) for one in LAYER.read(content, SOURCE).regions]


SAW = [Region(0.5, 1.75, "saw"), Region(2.0, 2.4, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("0.500000000,3,1.250000000,saw\n2.000000000,1,0.400000000\n", SAW, id="regions"),
        pytest.param("0.500000000\t3\t1.250000000\tsaw\n2.000000000\t1\t0.400000000\n", SAW, id="tabs"),
        pytest.param("TIME,VALUE,DURATION,LABEL\n0.5,3,1.25,saw\n2,9,0.4,\n", SAW, id="named"),
        pytest.param("0.5,3,1.25,saw\n2.0,1,0.4,\n", SAW, id="shortened, an end would be before its start"),
        pytest.param("0.500000000,60,1.250000000,0.8,saw\n2.000000000,1,0.400000000,0.5\n", SAW, id="notes"),
        pytest.param("0.500000000,3,1.250000000,saw\n", SAW[:1], id="one region"),
        pytest.param("0.500000000\t3\t1.250000000\tsaw\n", SAW[:1], id="one region, tabs"),
        pytest.param("0.500000000,saw\n", [Region(0.5, 0.5, "saw")], id="one instant"),
        pytest.param(
            "0.500000000,saw\n2.000000000\n", [Region(0.5, 0.5, "saw"), Region(2, 2, "")], id="instants"
        ),
        pytest.param(
            "0.500000000,440,saw\n2.000000000,460.5\n",
            [Region(0.5, 0.5, "saw"), Region(2, 2, "")],
            id="a curve without names",
        ),
        pytest.param("0.500000000\t440\tsaw\n", [Region(0.5, 0.5, "saw")], id="a value, which is no end"),
        pytest.param("TIME,LABEL\n0.5,saw\n", [Region(0.5, 0.5, "saw")], id="named instants"),
        pytest.param("TIME,VALUE,LABEL\n0.5,440.0,saw\n", [Region(0.5, 0.5, "saw")], id="a curve"),
        pytest.param(
            "0.500000000,1.750000000,100,2000,saw\n2.000000000,2.400000000,50,60\n",
            [replace(SAW[0], low_hz=100.0, high_hz=2000.0), replace(SAW[1], low_hz=50.0, high_hz=60.0)],
            id="boxes",
        ),
        pytest.param(
            "START,END,EXTENT START,EXTENT END,LABEL\n0.5,1.75,100,2000,saw\n",
            [replace(SAW[0], low_hz=100.0, high_hz=2000.0)],
            id="named boxes",
        ),
    ],
)
def test_each_kind_of_layer_is_read_and_written_again_as_it_was(text, expected, tmp_path):
    assert bare(text.encode()) == expected
    assert LAYER.write(LAYER.read(text.encode(), SOURCE).regions, text.encode()) == text.encode()
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is LAYER


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("0.500000\t1.750000\t3\n2.000000\t2.400000\t1\n", "audacity", id="numbers as names"),
        pytest.param("0.5\t3\t1.25\n", "audacity", id="nothing shows that it is no label called 1.25"),
        pytest.param("3.0\t6.0\tStrix aluco_Tawny Owl\t0.8123\n", "audacity", id="BirdNET"),
        pytest.param("0.5,1.5,0.83,dog\n2.5,3.5,0.2,cat\n", None, id="it may be start, end, score and class"),
        pytest.param("0.5\t1.5\t0.83\tdog\n2.5\t3.5\t0.2\tcat\n", None, id="the same with tabs"),
        pytest.param("2.5\t1\ta\n5.5\t2\tb\n", None, id="a curve: its values are no ends"),
        pytest.param(
            "0.500000000\t440\n0.600000000\t441\n", None, id="a curve of which no value has a label"
        ),
        pytest.param("0.500000000,1.500000000,dog\n", "csv", id="ends that are written as starts are"),
    ],
)
def test_what_may_be_something_else_is_not_taken_for_a_layer(text, key, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    assert recognise(tmp_path / "a.txt") is (FORMATS[key] if key else None)


def test_times_in_samples_are_refused_in_words():
    with pytest.raises(BadLabelFileError, match="counted in samples"):
        LAYER.read(b"22050,3,55125,saw\n88200,1,22050,drill\n", SOURCE)


def test_changes_leave_values_alone_and_new_rows_get_one():
    content = b"0.500000000,3,1.250000000,saw\n2.000000000,1,0.400000000"
    saw, drill = LAYER.read(content, SOURCE).regions
    written = LAYER.write(
        [replace(saw, end_s=2.0), replace(drill, text="a, b"), Region(5.0, 6.0, "x")], content
    )
    assert written.decode() == (
        '0.500000000,3,1.500000000,saw\n2.000000000,1,0.400000000,"a, b"\n5.000000000,0,1.000000000,x\n'
    )


def test_a_row_that_is_no_event_is_named_and_kept():
    content = b"0.500000000,3,1.250000000,saw\nsoon,1,2,x\n2.000000000,1,0.400000000\n"
    with pytest.raises(BadLabelFileError):
        LAYER.read(content, SOURCE)
    named = b"TIME,VALUE,DURATION,LABEL\n" + content
    file = LAYER.read(named, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [3]
    assert LAYER.write(file.regions, named) == named


# Layer files

SVL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE sonic-visualiser>
<sv>
  <data>
    <model id="1" sampleRate="44100" start="22050" type="sparse" dimensions="3" subtype="region" />
    <dataset id="0" dimensions="3">
      <point frame="22050" value="3" duration="55125" label="saw" />
      <point frame="88200" value='4' duration="22050" label="a &amp; &#228; &gt;" />
    </dataset>
  </data>
</sv>
"""
SVL_SAID = [Region(0.5, 1.75, "saw"), Region(2.0, 2.5, "a & ä >")]


def test_frames_of_a_layer_file_become_seconds_at_its_own_rate():
    assert bare(SVL.encode()) == SVL_SAID
    assert bare(SVL.replace("44100", "22050").encode())[0] == Region(1.0, 3.5, "saw")
    assert bare(SVL.replace(' duration="55125"', "").encode())[0] == Region(0.5, 0.5, "saw")
    boxed = SVL.replace('duration="55125"', 'duration="55125" extent="200.5"').encode()
    assert bare(boxed)[0] == Region(0.5, 1.75, "saw", 3.0, 203.5)


@pytest.mark.parametrize("content", [SVL.encode(), SVL.replace("\n", "\r\n").encode(), SVL.encode("utf-16"),
                                     SVL.replace("\n      <point", " <point").encode()])  # fmt: skip
def test_a_layer_file_is_written_again_as_it_was(content, tmp_path):
    assert LAYER.write(LAYER.read(content, SOURCE).regions, content) == content
    (tmp_path / "x.svl").write_bytes(content)
    assert recognise(tmp_path / "x.svl") is LAYER


def test_changes_of_a_layer_file_change_their_points_only():
    saw, other = LAYER.read(SVL.encode(), SOURCE).regions
    changed = [replace(saw, text='"<saw>"'), replace(other, end_s=3.0), Region(5.0, 6.0, "new & fine")]
    written = LAYER.write(changed, SVL.encode()).decode()
    assert bare(written.encode()) == [values(one) for one in changed]
    assert '<point frame="22050" value="3" duration="55125" label="&quot;&lt;saw&gt;&quot;" />' in written
    assert '<point frame="88200" value=\'4\' duration="44100" label="a &amp; &#228; &gt;" />' in written
    assert written.count("\n") == SVL.count("\n") + 1
    assert bare(LAYER.write([], SVL.encode())) == []
    assert bare(LAYER.write([Region(1.0, 2.0, "x")], LAYER.write([], SVL.encode()))) == [
        Region(1.0, 2.0, "x")
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SVL.replace("</data>", "").encode(), "line 11: it is damaged XML"),
        (SVL.replace('sampleRate="44100"', "").encode(), "sample rate"),
        (SVL.replace("44100", "0").encode(), "sample rate"),
        (
            SVL.replace(
                "<!DOCTYPE sonic-visualiser>", '<!DOCTYPE sv [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
            ).encode(),
            "declares entities",
        ),
        (
            SVL.replace(
                "<!DOCTYPE sonic-visualiser>", '<!DOCTYPE sv [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            ).encode(),
            "declares entities",
        ),
    ],
)
def test_a_layer_file_that_cannot_be_trusted_is_refused(content, reason):
    with pytest.raises(BadLabelFileError, match=reason):
        LAYER.read(content, SOURCE)


def test_a_point_that_is_no_event_is_named_and_kept():
    content = SVL.replace('frame="22050"', 'frame="soon"').encode()
    file = LAYER.read(content, SOURCE)
    assert [skipped.number for skipped in file.skipped] == [7]
    assert [one.text for one in file.regions] == ["a & ä >"]
    assert LAYER.write(file.regions, content) == content


@pytest.mark.parametrize(
    "header",
    ["INDIR,IN FILE,OFFSET,DURATION,TIME,MANUAL ID", "name,time,duration,category", "time,value,species"],
)
def test_a_table_with_columns_of_another_program_is_no_layer(header):
    row = ",".join("1" for _ in header.split(","))
    assert not LAYER.recognises(f"{header}\n{row}\n".encode(), SOURCE)


@pytest.mark.parametrize(
    ("dimensions", "point"),
    [
        ("3", '<point frame="220500" value="0" duration="44100" label="new" />'),
        ("2", '<point frame="220500" value="0" label="new" />'),
        ("1", '<point frame="220500" label="new" />'),
    ],
)
def test_a_new_point_says_what_sonic_visualiser_reads_of_such_a_layer(dimensions, point):
    old = '      <point frame="22050" label="old" />\n'
    head, _, rest = SVL.replace('dimensions="3"', f'dimensions="{dimensions}"').partition("      <point")
    tail = rest[rest.index("    </dataset>") :]
    content = (head + old + tail).encode()
    region = Region(5.0, 6.0, "new")
    now = LAYER.write([*LAYER.read(content, SOURCE).regions, region], content)
    assert now.decode() == f"{head}{old}      {point}\n{tail}"
    told = not_found_again(LAYER, [region], now)
    assert bool(told) == (dimensions != "3")


def test_of_moments_it_is_told_that_sonic_visualiser_leaves_them_out_of_tables():
    told = losses(LAYER, [Region(1.0, 1.0, "click"), Region(1.0, 2.0, "saw")])
    assert [str(one) for one in told] == [
        "Sonic Visualiser leaves 1 moment out when it reads a table of stretches."
    ]


def test_layers_that_count_frames_of_different_rates_are_refused():
    wave = '<model id="0" sampleRate="48000" type="wavefile" />'
    layer = '<model id="1" sampleRate="44100" type="sparse" dataset="0" />'
    other = layer.replace("44100", "22050")
    old = next(line for line in SVL.splitlines() if "<model" in line)
    assert bare(SVL.replace(old, wave + layer).encode()) == SVL_SAID
    with pytest.raises(BadLabelFileError, match="different sample rates"):
        LAYER.read(SVL.replace(old, layer + other).encode(), SOURCE)
