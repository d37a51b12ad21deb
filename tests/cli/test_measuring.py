"""`audioclf labels measure`."""

import csv

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text

RATE_HZ = 16_000


@pytest.fixture
def measured_project(tmp_path, audioclf):
    """A clip of two seconds with a tone of 1 kHz in its second one, and labels of all kinds."""
    times_s = np.arange(RATE_HZ) / RATE_HZ
    tone = 0.5 * np.sin(2 * np.pi * 1000 * times_s)
    hiss = 0.001 * np.random.default_rng(1).standard_normal(2 * RATE_HZ)
    sound = hiss + np.concatenate([np.zeros(RATE_HZ), tone])
    write_wav(tmp_path / "night.wav", sound.astype(np.float32), RATE_HZ)
    folder = tmp_path / "p"
    audioclf("new", folder)
    audioclf("import", folder, tmp_path / "night.wav")
    audioclf("classes", "add", folder, "owl")
    with Project.open(folder) as project:
        view = project.catalogue.view
        owl = view.classes[0].id
        labels = (
            Label(owl, 1.0, 2.0, 500.0, 1500.0, note="loud, near", certainty=Certainty.UNSURE),
            Label(None, 0.5, 0.5),
            Label(owl),
        )
        for label in labels:
            change = edits.add_label(project.catalogue.view, view.clips[0].id, label)
            project.catalogue.apply(Text("label"), change)
    return folder


def test_each_label_is_a_row_with_units_in_the_header(measured_project, audioclf, tmp_path):
    out = tmp_path / "table.csv"
    status, _out, err = audioclf("labels", "measure", measured_project, "--out", out)
    assert status == 0
    assert "3 labels measured" in err
    whole, moment, owl = csv.DictReader(out.read_text().splitlines())
    assert (owl["class"], owl["track"], owl["note"], owl["certainty"]) == (
        "owl",
        "labels",
        "loud, near",
        "unsure",
    )
    assert float(owl["peak_hz"]) == pytest.approx(1000.0, abs=1.0)
    assert float(owl["rms_db"]) == pytest.approx(-9.03, abs=0.05)
    assert float(owl["snr_db"]) > 50.0
    assert (owl["low_hz"], owl["high_hz"], owl["bandwidth_hz"]) == ("500.0", "1500.0", "1000.0")
    assert (moment["start_s"], moment["class"], moment["rms_db"], moment["peak_hz"]) == ("0.5", "", "", "")
    assert (whole["duration_s"], whole["low_hz"], whole["snr_db"]) == ("2.0", "", "")
    assert float(whole["time_5_s"]) > 1.0


def test_the_json_document_says_the_same_with_null_for_what_cannot_be_told(
    measured_project, audioclf_json, tmp_path
):
    status, result = audioclf_json("labels", "measure", measured_project)
    assert (status, result["file"], result["quarantined"]) == (0, None, [])
    _whole, moment, owl = result["labels"]
    assert moment["rms_db"] is None
    assert owl["centre_hz"] == pytest.approx(1000.0, abs=2.0)


def test_labels_of_a_missing_clip_keep_their_rows_and_it_is_told(measured_project, audioclf_json, tmp_path):
    (tmp_path / "night.wav").unlink()
    status, result = audioclf_json("labels", "measure", measured_project)
    assert status == 3
    assert len(result["quarantined"]) == 1
    assert [(one["start_s"], one["rms_db"]) for one in result["labels"]] == [
        (0, None),
        (0.5, None),
        (1.0, None),
    ]


def test_a_table_that_is_there_is_kept_and_a_sound_is_never_written_over(
    measured_project, audioclf, tmp_path
):
    out = tmp_path / "table.csv"
    out.write_text("mine")
    status, _out, err = audioclf("labels", "measure", measured_project, "--out", out)
    assert (status, (tmp_path / "table.1.csv").read_text()) == (0, "mine")
    assert "kept what was there" in err
    before = (tmp_path / "night.wav").read_bytes()
    status, _out, err = audioclf("labels", "measure", measured_project, "--out", tmp_path / "night.wav")
    assert status == 1
    assert "is a sound of the project" in err
    assert (tmp_path / "night.wav").read_bytes() == before
