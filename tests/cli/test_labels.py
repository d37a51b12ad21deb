"""Labels go to other programs and come back."""

from pathlib import Path

import pytest

from audioclf_gui.core.project import Project


def test_a_label_file_that_fits_two_clips_is_put_aside(project, audioclf, tmp_path):
    labels = tmp_path / "site0-00.txt"  # there is one in `low` and one in `high`
    labels.write_text("0.1\t0.2\tbeep\n")
    status, _out, err = audioclf("labels", "import", project, labels, tmp_path / "none.txt")
    assert status == 3
    assert "2 clips fit" in err
    assert "none.txt" in err
    with Project.open(project) as opened:
        assert "beep" not in {known.name for known in opened.classes}


@pytest.fixture
def one_clip(audioclf, tones, tmp_path):
    """A project of a single clip, and the clip's name."""
    folder = tmp_path / "single"
    audioclf("new", folder)
    audioclf("import", folder, tones / "low" / "site0-00.wav")
    return folder


def test_labels_come_in_once_and_go_out_as_they_came(one_clip, audioclf_json, tmp_path):
    content = b"0.100000\t0.200000\tbeep\r\n\\\t100.000000\t-1.000000\r\n0.300000\t0.300000\t\r\n"
    labels = tmp_path / "site0-00.txt"
    labels.write_bytes(content)
    for _again in range(2):
        status, result = audioclf_json("labels", "import", one_clip, labels)
        assert (status, result["files"][0]["labels"]) == (0, 2)
    with Project.open(one_clip) as opened:
        assert len(opened.labels(opened.clips[0].id)) == 2
        assert [known.name for known in opened.classes] == ["beep"]
    status, result = audioclf_json(
        "labels", "export", one_clip, "--format", "audacity", "--out", tmp_path / "out"
    )
    (file,) = result["files"]
    assert status == 0
    assert Path(file["file"]).read_bytes() == content


def test_a_whole_clip_label_goes_out_over_all_of_it(project, audioclf_json, tmp_path):
    target = ("--format", "audacity", "--out", tmp_path / "out")
    status, result = audioclf_json("labels", "export", project, *target)
    assert (status, len(result["files"])) == (0, 24)
    lines = {Path(one["file"]).read_text() for one in result["files"]}
    assert lines == {"0.000000\t0.500000\tlow\n", "0.000000\t0.500000\thigh\n"}


def test_converting_and_listing_formats(audioclf, audioclf_json, tmp_path):
    source = tmp_path / "night.txt"
    source.write_text("0.5\t1.0\towl\nnonsense\n2.0\t2.5\towl\n")
    status, result = audioclf_json("labels", "convert", source, "--to", "csv", "--out", tmp_path / "out")
    assert (status, result["files"][0]["skipped"][0]["line"]) == (0, 2)
    assert "owl" in (tmp_path / "out" / "night.csv").read_text()
    status, formats = audioclf_json("labels", "formats")
    assert {one["name"] for one in formats} >= {"audacity", "csv"}
    status, _out, err = audioclf("labels", "convert", source, "--to", "word", "--out", tmp_path)
    assert status == 1
    assert "audacity" in err
