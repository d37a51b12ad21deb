"""Files that begin like labels and are not recognised say why, and what would help."""

import bz2
import gzip
import lzma

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.exchange import read_label_file

UNNAMED = "have no names, and more than one of them may be meant"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("start,end\n1,2\n", "names “start”, “end”, and no column of labels", id="no labels"),
        pytest.param("start;label\n1;a\n", "names “start”, “label”, and no column of ends", id="no ends"),
        pytest.param(
            "start (beats),end (beats),label\n1,2,a\n", "no column of starts, ends", id="unknown unit"
        ),
        pytest.param("0.5,3,1.25,saw\n", UNNAMED, id="one row of a layer, or ends and numbers"),
        pytest.param("0.5\t3\t1.25\tsaw\n", UNNAMED, id="the same between tabs"),
        pytest.param("0.5,1.5,0.83,dog\n", UNNAMED, id="a score, or a duration"),
        pytest.param("a.wav,0.5,1.5,dog\n", UNNAMED, id="a recording first"),
        pytest.param("0,5,1,5,dog\n", UNNAMED, id="decimal commas between commas"),
        pytest.param(
            "1.5\t2\tb\n3\t2\ta\n5\t6\tc\n", "line 2 ends before it starts, from 3 to 2", id="one backward"
        ),
    ],
)
def test_the_reason_is_told_with_what_is_expected(text, reason, tmp_path):
    (tmp_path / "labels.txt").write_text(text)
    with pytest.raises(UserError, match=r"labels\.txt is not recognised: ") as refused:
        read_label_file(tmp_path / "labels.txt")
    assert reason in str(refused.value)
    assert "start_s, end_s, label" in str(refused.value.remedy)


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        (
            'audio,id,label,annotator,annotation_id,lead_time\na.wav,1,"[{""start"":0}]",1,7,3.5\n',
            "short exports",
            "as JSON",
        ),
        (
            '[{"audio":"a.wav","label":[{"start":0}],"annotator":1,"annotation_id":7,"lead_time":3.5}]',
            "short exports",
            "as JSON",
        ),
        (";; heads\na 1 ann 0.5 1.75 <o,f0> so it is\na 1 bo 2 3 no\n", "time mark file (STM)", "to RTTM"),
    ],
)
def test_a_known_file_that_is_not_read_says_what_to_take_instead(text, reason, remedy, tmp_path):
    (tmp_path / "labels.txt").write_text(text)
    with pytest.raises(UserError) as refused:
        read_label_file(tmp_path / "labels.txt")
    assert reason in str(refused.value)
    assert remedy in str(refused.value.remedy)


@pytest.mark.parametrize("content", [b"dear diary\n", b"RIFF\0\0\0\0WAVEfmt 1,2", b"0.5\0, 1.5, dog\n"])
def test_what_is_no_table_lists_the_formats(content, tmp_path):
    (tmp_path / "diary.txt").write_bytes(content)
    with pytest.raises(UserError, match=r"(?m)diary\.txt is not recognised$") as refused:
        read_label_file(tmp_path / "diary.txt")
    assert "Audacity" in str(refused.value.remedy)


@pytest.mark.parametrize("packer", [bz2, gzip, lzma], ids=["bzip2", "gzip", "xz"])
def test_what_is_compressed_is_called_so_and_a_session_points_to_its_layers(packer, tmp_path, request):
    session = tmp_path / "night.sv"
    session.write_bytes(packer.compress(b"<?xml version='1.0'?>\n<!DOCTYPE sonic-visualiser>\n<sv></sv>\n"))
    with pytest.raises(UserError, match=rf"(?m)compressed by {request.node.callspec.id}$") as refused:
        read_label_file(session)
    assert "export the layer" in str(refused.value.remedy)
