"""A number of each clip from the command line: from the table's column to the model's answers."""

import json

import numpy as np
import pytest

from audioclf_gui.cli.main import main

from .conftest import PITCHES as N


@pytest.fixture
def measured(pitches, tmp_path, audioclf):
    """A project of them."""
    folder = tmp_path / "measured"
    audioclf("new", folder)
    table = ("--table", pitches / "pitches.csv", "--path-column", "file", "--group-column", "site")
    status, _out, err = audioclf("import", folder, pitches, *table, "--target-column", "pitch_khz")
    assert status == 0, err
    assert "note: column “pitch_khz” of pitches.csv is a number to estimate: pitch in kHz" in err
    return folder


def test_the_name_and_unit_of_the_numbers_come_from_the_column_and_can_be_changed(
    measured, audioclf, audioclf_json
):
    assert audioclf_json("info", measured)[1]["numbers"] == N
    told = {"quantity": "pitch", "unit": "kHz", "column": "pitch_khz", "clips": N}
    assert told.items() <= audioclf_json("quantity", measured)[1].items()
    named = audioclf_json("quantity", measured, "--name", "tone", "--unit", "1000 Hz")[1]
    assert (named["quantity"], named["unit"], named["column"]) == ("tone", "1000 Hz", "pitch_khz")
    assert audioclf("history", measured, "--go-to", "1")[0] == 0
    assert told.items() <= audioclf_json("quantity", measured)[1].items()


def test_a_table_of_one_measured_column_is_guessed_to_be_about_a_number(
    pitches, tmp_path, audioclf, audioclf_json
):
    audioclf("new", tmp_path / "guessed")
    status, result = audioclf_json("import", tmp_path / "guessed", pitches, "--layout", "guess")
    assert (status, result["numbers"], result["quantity"], result["unit"]) == (0, N, "pitch", "kHz")
    assert any("--target-column pitch_khz" in note for note in result["notes"])


def test_numbers_of_another_column_are_refused_before_anything_is_taken_in(
    measured, pitches, tmp_path, audioclf, audioclf_json
):
    other = tmp_path / "other.csv"
    other.write_text(f"file,age_years\n{pitches / '00.wav'},12.5\n")
    columns = ("--path-column", "file", "--target-column", "age_years")
    status, _out, err = audioclf("import", measured, other, "--table", other, *columns)
    assert status == 1
    assert "these are age in years, those that it has pitch in kHz" in err
    assert audioclf_json("info", measured)[1]["quantity"] == "pitch"


def test_cells_without_a_number_are_told(pitches, tmp_path, audioclf, audioclf_json):
    table = tmp_path / "some.csv"
    rows = [f"{pitches / f'{number:02}.wav'},{cell}" for number, cell in enumerate(("1.5", "loud", "", "2"))]
    table.write_text("\n".join(["file,level_db", *rows]))
    audioclf("new", tmp_path / "some")
    columns = ("--path-column", "file", "--target-column", "level_db")
    status, result = audioclf_json("import", tmp_path / "some", pitches, "--table", table, *columns)
    assert (status, result["numbers"]) == (0, 2)
    assert any("2 rows of some.csv have no number in column “level_db”" in one for one in result["notes"])


def test_without_numbers_there_is_nothing_to_name(project, audioclf):
    status, _out, err = audioclf("quantity", project, "--name", "snr")
    assert status == 1
    assert "no clip has a number" in err


LEARN = [
    *("--preset", "fast", "--device", "cpu", "--seed", "1", "--set", "rate_hz=4000", "--set", "mels=32"),
    *("--set", "epochs=30", "--set", "threads=1", "--set", "refit=false"),
    *("--set", "architecture=r4_cnn", "--set", "dropout=none"),
]


@pytest.fixture(scope="session")
def learnt(pitches, tmp_path_factory):
    """A project of the pitches, with a model that has learnt them."""
    folder = tmp_path_factory.mktemp("numbers") / "learnt"
    columns = ["--path-column", "file", "--group-column", "site", "--target-column", "pitch_khz"]
    for command in (
        ["new", folder],
        ["import", folder, pitches, "--table", pitches / "pitches.csv", *columns],
        ["train", folder, *LEARN],
    ):
        assert main([str(part) for part in command]) == 0
    return folder


@pytest.fixture
def model(learnt):
    return learnt / "models" / "run-0001"


def test_a_run_on_numbers_is_told_by_its_errors_in_the_unit(learnt, audioclf, audioclf_json):
    (run,) = audioclf_json("runs", learnt)[1]
    report = run["report"]
    assert (report["objective"], report["quantity"], report["unit"]) == ("regression", "pitch", "kHz")
    assert report["r2"] > 0.5
    _status, shown, _err = audioclf("runs", learnt, "show", "1")
    assert f"mae                 {report['mae']:.3f} kHz" in shown
    assert "Learnt from" in shown
    assert "train_r2" in shown
    for word in ("temperature", "confusion", "estimates", "trained_clips", "label", "accuracy"):
        assert word not in shown
    epochs = audioclf_json("runs", learnt, "show", "1")[1]["epochs"]
    log = (learnt / "models" / "run-0001.log.jsonl").read_text("utf-8")
    assert "accuracy" not in log
    assert [one["valid_r2"] for one in epochs] == [
        line["epoch"]["valid_r2"] for line in map(json.loads, log.splitlines()) if "epoch" in line
    ]
    assert "R²" in audioclf("runs", learnt)[1]
    assert audioclf("runs", learnt, "compare", "1", "1")[0] == 0


def test_a_file_has_its_number_with_the_unit_in_tables_and_json(
    model, pitches, tmp_path, audioclf, audioclf_json
):
    status, (answer,) = audioclf_json("predict", model, pitches / "03.wav")
    assert status == 0
    assert (answer["quantity"], answer["unit"]) == ("pitch", "kHz")
    assert answer["value"] == pytest.approx(np.mean([one["value"] for one in answer["windows"]]), abs=1e-5)
    assert not {"class", "score", "scores", "events"} & answer.keys()
    status, out, _err = audioclf("predict", model, pitches / "03.wav")
    header, *rows = out.splitlines()
    assert header == "path,start_s,end_s,pitch [kHz]"
    assert [float(row.split(",")[-1]) for row in rows] == pytest.approx(
        [one["value"] for one in answer["windows"]], abs=1e-4
    )


def test_numbers_are_refused_as_labels_suggestions_and_doubts(model, learnt, pitches, tmp_path, audioclf):
    labels = ("predict", model, pitches / "03.wav", "--format", "audacity", "--out", tmp_path / "labels")
    for command in (
        labels,
        ("suggest", learnt),
        ("labels", "errors", learnt, "--preset", "forest"),
    ):
        status, _out, err = audioclf(*command)
        assert status == 1, command
        assert "the model estimates a number (pitch) and names no class" in err, command


def test_listening_to_a_file_says_the_same_numbers_as_predicting_it(model, pitches, audioclf, audioclf_json):
    _status, (answer,) = audioclf_json("predict", model, pitches / "03.wav", "--hop-s", "0.25")
    calm = ("--smoothing", "0", "--silence-db", "-120", "--hop-s", "0.25")
    status, out, _err = audioclf("live", model, "--input", f"file:{pitches / '03.wav'}", *calm, "--json")
    assert status == 0
    heard = [json.loads(line) for line in out.splitlines()]
    assert [one["value"] for one in heard] == pytest.approx(
        [one["value"] for one in answer["windows"]], abs=1e-4
    )
    assert {(one["quantity"], one["unit"]) for one in heard} == {("pitch", "kHz")}
    _status, out, _err = audioclf("live", model, "--input", f"file:{pitches / '03.wav'}", *calm)
    assert out.splitlines()[0].endswith(f"pitch {heard[0]['value']:.2f} kHz")


def test_a_model_of_numbers_is_measured_on_those_of_the_project(
    model, learnt, pitches, tmp_path, audioclf_json, audioclf
):
    status, report = audioclf_json("evaluate", model, learnt)
    assert status == 0
    assert (report["objective"], report["clips"] + report["left_out"]) == ("regression", N)
    assert report["r2"] > 0.5
    audioclf("quantity", learnt, "--name", "loudness", "--unit", "dB")
    _status, _out, err = audioclf("evaluate", model, learnt)
    assert "The model estimates pitch in kHz, and the numbers of the project are loudness in dB" in err
    audioclf("quantity", learnt, "--name", "pitch", "--unit", "kHz")
    facts = audioclf_json("info", model)[1]
    assert (facts["objective"], facts["quantity"], facts["unit"]) == ("regression", "pitch", "kHz")


def test_the_largest_errors_come_first(learnt, audioclf, audioclf_json):
    report = audioclf_json("runs", learnt, "show", "1")[1]["report"]
    status, found = audioclf_json("labels", "estimates", learnt, "--run", 1)
    assert status == 0
    errors = [one["error"] for one in found["estimates"]]
    assert len(errors) == len(report["estimates"])
    assert [abs(error) for error in errors] == sorted(map(abs, errors), reverse=True)
    assert max(map(abs, errors)) == pytest.approx(
        max(abs(said - true) for true, said in report["estimates"]), abs=1e-4
    )
    assert "Estimate" in audioclf("labels", "estimates", learnt, "--run", 1)[1]


def test_all_numbers_are_judged_without_any_run(learnt, audioclf_json):
    status, found = audioclf_json("labels", "estimates", learnt, "--preset", "forest")
    assert (status, found["run"], found["learner"]) == (0, None, "the preset Random forest")
    assert (found["judged"], found["labelled"]) == (N, N)
