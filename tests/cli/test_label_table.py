"""`audioclf labels table`."""

import csv
import itertools

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text

RATE_HZ = 16_000


@pytest.fixture
def night(tmp_path, audioclf):
    """Two clips of a second, a tone of 1 kHz in the first, with four labels."""
    times_s = np.arange(RATE_HZ) / RATE_HZ
    write_wav(tmp_path / "a.wav", (0.5 * np.sin(2 * np.pi * 1000 * times_s)).astype(np.float32), RATE_HZ)
    write_wav(tmp_path / "b.wav", np.full(RATE_HZ, 0.1, np.float32), RATE_HZ)
    folder = tmp_path / "p"
    audioclf("new", folder)
    audioclf("import", folder, tmp_path / "a.wav", tmp_path / "b.wav")
    for name in ("owl", "fox"):
        audioclf("classes", "add", folder, name)
    with Project.open(folder) as project:
        owl, fox = (known.id for known in project.catalogue.view.classes)
        further = (("Call Type", "hoot"), ("note", "of the file"))
        for name, label in (
            ("a.wav", Label(owl, 0.5, 1.0, 500.0, 1500.0, note="near", certainty=Certainty.UNSURE)),
            ("a.wav", Label(fox, 0.25, 0.5, extra=further)),
            ("b.wav", Label(owl)),
            ("b.wav", Label(None, 0.5, 0.5)),
        ):
            view = project.catalogue.view
            clip = next(clip for clip in view.clips if clip.name == name)
            project.catalogue.apply(Text("label"), edits.add_label(view, clip.id, label))
    return folder


def rows(text, delimiter=","):
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))


def test_all_labels_of_the_project_are_one_table_with_what_label_files_brought(night, audioclf, tmp_path):
    out = tmp_path / "table.csv"
    status, _out, err = audioclf("labels", "table", night, "-o", out)
    assert (status, "4 labels" in err) == (0, True)
    fox, owl, whole, moment = rows(out.read_text())
    assert list(fox) == [
        "clip", "class", "track", "start_s", "end_s", "duration_s", "low_hz", "high_hz", "certainty", "note",
        "score", "source", "Call Type", "file note",
    ]  # fmt: skip
    assert (fox["class"], fox["start_s"], fox["Call Type"], fox["file note"], fox["note"]) == (
        "fox", "0.25", "hoot", "of the file", "",
    )  # fmt: skip
    assert (owl["note"], owl["certainty"], owl["low_hz"], owl["Call Type"]) == ("near", "unsure", "500.0", "")
    assert (whole["class"], whole["start_s"], whole["end_s"], whole["low_hz"]) == ("owl", "0.0", "1.0", "")
    assert (moment["class"], moment["duration_s"]) == ("", "0.0")


def test_filter_columns_and_order_are_chosen_and_a_tsv_has_tabs(night, audioclf, tmp_path):
    out = tmp_path / "table.tsv"
    columns = 'end_s, class,"Call Type"'
    audioclf("labels", "table", night, "--filter", "class:owl", "--columns", columns, "--out", out)
    assert out.read_text() == "end_s\tclass\tCall Type\n1.0\towl\t\n1.0\towl\t\n"
    sort = ("--sort", "class", "--descending")
    audioclf("labels", "table", night, "--columns", "class", *sort, "--out", tmp_path / "two.csv")
    assert (tmp_path / "two.csv").read_text() == 'class\nowl\nowl\nfox\n""\n'


def test_what_the_sound_measures_is_told_where_it_is_asked_for(night, audioclf_json):
    status, result = audioclf_json(
        "labels", "table", night, "--columns", "clip,peak_hz", "--sort", "rms_db", "--filter", "clip:a.wav"
    )
    assert (status, result["quarantined"], result["file"]) == (0, [], None)
    assert [row["peak_hz"] for row in result["labels"]] == [pytest.approx(1000.0, abs=1.0)] * 2


def test_labels_of_one_clip(night, audioclf_json, tmp_path):
    _status, result = audioclf_json("labels", "table", night, "--clip", tmp_path / "b.wav")
    assert [row["start_s"] for row in result["labels"]] == [0.0, 0.5]


def test_labels_of_a_missing_clip_keep_their_rows_and_it_is_told(night, audioclf_json, tmp_path):
    (tmp_path / "b.wav").unlink()
    status, result = audioclf_json("labels", "table", night, "--columns", "class,peak_hz")
    assert (status, len(result["labels"]), len(result["quarantined"])) == (3, 4, 1)
    assert [row["peak_hz"] is None for row in result["labels"]] == [False, False, True, True]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--columns", "clip,nothing"), "there is no column nothing"),
        (("--sort", "nothing"), "there is no column nothing"),
        (("--filter", "is:odd"), "is:odd is not understood"),
        (("--filter", "len:long"), "len:long is not understood"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_there_is(night, audioclf, tmp_path, options, told):
    out = tmp_path / "table.csv"
    status, _out, err = audioclf("labels", "table", night, *options, "-o", out)
    assert (status, told in err, "remedy: " in err, out.exists()) == (1, True, True, False)


def test_a_table_that_is_there_is_kept_and_a_sound_is_never_written_over(night, audioclf, tmp_path):
    out = tmp_path / "table.csv"
    out.write_text("mine")
    assert audioclf("labels", "table", night, "-o", out)[0] == 0
    assert (tmp_path / "table.1.csv").read_text() == "mine"
    before = (tmp_path / "a.wav").read_bytes()
    assert audioclf("labels", "table", night, "-o", tmp_path / "a.wav")[0] == 1
    assert (tmp_path / "a.wav").read_bytes() == before


@pytest.mark.parametrize("written", [("labels", "table"), ("classes", "export")])
def test_no_table_takes_the_place_of_a_project_or_of_its_sound(written, night, audioclf, tmp_path):
    for place in (night / "p.audioclf", tmp_path / "a.wav"):
        head = place.read_bytes()[:16]  # opening a project counts, further on in its file
        status, _out, err = audioclf(*written, night, "--out", place)
        assert status == 1
        assert "Choose another place for the table" in err
        assert place.read_bytes()[:16] == head


ODD = [
    "".join(parts)
    for parts in itertools.product(
        ("", "-", "--", "-" * 3000, "len:", "is:", "'", "class:>"),
        ("", "-", ":", '"', "\\", "\x00", "1e999", "nan", "٣", "%s", "{0}", "\u202eé", "1" * 5000),
        ("", "--"),
    )
]


def test_whatever_is_asked_for_is_filtered_or_refused_in_words(night, audioclf):
    for text in ODD:
        status, _out, err = audioclf("labels", "table", night, f"--filter={text}")
        assert (status == 0) is ("error: " not in err), text
        assert status == 0 or "remedy: " in err, text


def test_what_follows_an_equals_sign_is_what_is_looked_for(night, audioclf_json):
    assert audioclf_json("labels", "table", night, "--filter=-")[1]["labels"] == []
    assert len(audioclf_json("labels", "table", night, "--filter=--")[1]["labels"]) == 4, "all without a dash"
    assert audioclf_json("clips", "clear", night, "--where=--")[1] == {"clips": 2}
