"""A number of each clip from the command line: from the table's column to the model's answers."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav

from .conftest import RATE_HZ

N = 24


@pytest.fixture(scope="session")
def pitches(tmp_path_factory):
    """A folder of noisy tones with a table of their pitch."""
    folder = tmp_path_factory.mktemp("pitches")
    rng = np.random.default_rng(1)
    rows = ["file,site,pitch_khz"]
    for number in range(N):
        pitch_khz = 0.2 + 0.05 * (number * 7 % N)
        tone = np.sin(2 * np.pi * 1000 * pitch_khz * np.arange(RATE_HZ // 2) / RATE_HZ)
        samples = 0.3 * tone + 0.02 * rng.standard_normal(RATE_HZ // 2)
        write_wav(folder / f"{number:02}.wav", samples.astype(np.float32), RATE_HZ)
        rows.append(f"{number:02}.wav,site {number % 6},{pitch_khz:.3f}")
    (folder / "pitches.csv").write_text("\n".join(rows))
    return folder


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
