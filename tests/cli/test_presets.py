"""Presets of one's own from the command line."""

from pathlib import Path

import pytest

SMALL = ("trees=20", "threads=1", "refit=false")


@pytest.fixture
def small_forest(audioclf):
    """A preset called Small forest."""
    sets = [word for one in SMALL for word in ("--set", one)]
    status, _out, err = audioclf("presets", "save", "Small forest", "--preset", "forest", *sets)
    assert (status, "Small forest is saved" in err) == (0, True)


def run_settings(audioclf_json, project, number):
    return audioclf_json("runs", project, "show", number)[1]


def test_a_saved_preset_is_listed_beside_the_ready_made_ones_and_trained_with(
    small_forest, project, audioclf, audioclf_json
):
    status, listed = audioclf_json("presets", "list")
    found = {one["preset"]: one for one in listed["presets"]}
    assert (status, found["forest"]["saved"], found["Small forest"]["base"]) == (0, False, "forest")
    assert found["Small forest"]["settings"] == {"threads": 1, "refit": False, "trees": 20}
    status, report = audioclf_json("train", project, "--preset", "small FOREST")
    assert (status, report["preset"]) == (0, "forest")
    assert report["accuracy"] >= 0.9
    status, out, _err = audioclf("runs", project)
    assert (status, "Small forest" in out) == (0, True)


def test_a_preset_goes_to_another_computer_as_a_file(
    small_forest, project, tmp_path, audioclf, audioclf_json
):
    file = tmp_path / "small.yaml"
    assert audioclf("presets", "export", "Small forest", "--out", file)[0] == 0
    assert audioclf("presets", "delete", "Small forest")[0] == 0
    assert audioclf_json("train", project, "--preset", file)[0] == 0
    status, kept = audioclf_json("presets", "import", file, "--name", "Theirs")
    assert (status, kept["preset"], kept["settings"]["trees"]) == (0, "Theirs", 20)
    assert audioclf("presets", "rename", "Theirs", "Ours")[0] == 0
    names = [one["preset"] for one in audioclf_json("presets", "list")[1]["presets"]]
    assert ("Ours" in names, "Theirs" in names, "Small forest" in names) == (True, False, False)


def test_nothing_is_replaced_unasked_and_nothing_is_lost(small_forest, audioclf, audioclf_json):
    status, _out, err = audioclf("presets", "save", "small forest", "--preset", "fast")
    assert (status, "already" in err) == (1, True)
    status, kept = audioclf_json("presets", "save", "small forest", "--preset", "fast", "--replace")
    assert (status, kept["base"]) == (0, "fast")
    status, gone = audioclf_json("presets", "delete", "small forest")
    assert status == 0
    assert audioclf_json("presets", "import", gone["moved_to"])[0] == 0


def test_settings_of_a_run_become_a_preset(project, audioclf, audioclf_json):
    sets = [word for one in SMALL for word in ("--set", one)]
    assert audioclf("train", project, "--preset", "forest", *sets)[0] == 0
    status, kept = audioclf_json("presets", "save", "As run 1", "--project", project, "--run", 1)
    assert (status, kept["settings"]["trees"]) == (0, 20)
    status, _out, err = audioclf("presets", "save", "Chosen", "--project", project)
    assert (status, "nothing is chosen" in err) == (1, True)


def test_what_a_preset_needs_and_the_project_lacks_is_told(project, audioclf, tmp_path):
    file = tmp_path / "far.yaml"
    file.write_text("name: Far\nbase: forest\nsettings: {validate: 'fold:9', start_from: gone}\n")
    _status, _out, err = audioclf("train", project, "--preset", file)
    assert "folds that this project lacks: “9”" in err
    assert f"start_from = {tmp_path / 'gone'}" in err


def test_how_clips_are_held_back_may_be_said_anew(project, audioclf_json, tmp_path):
    file = tmp_path / "held.yaml"
    small = "trees: 20, threads: 1, refit: false"
    file.write_text(f"name: Held\nbase: forest\nsettings: {{test: 'group:nobody', {small}}}\n")
    assert audioclf_json("train", project, "--preset", file, "--validate", "group")[0] == 0


def test_an_unknown_preset_is_wrong_usage_and_a_bad_file_an_error(project, audioclf, tmp_path):
    status, _out, err = audioclf("train", project, "--preset", "forrest")
    assert (status, "'forest'" in err) == (2, True)
    (tmp_path / "bad.yaml").write_text("name: Bad\nbase: forest\nsettings: {trees: many}\n")
    status, _out, err = audioclf("train", project, "--preset", tmp_path / "bad.yaml")
    assert (status, "bad.yaml" in err, "trees = 'many'" in err) == (1, True, True)
    status, _out, err = audioclf("train", project, "--preset", tmp_path / "none.yaml")
    assert (status, "none.yaml" in err) == (1, True)


def test_a_damaged_preset_of_ones_own_keeps_no_other_from_being_found(small_forest, audioclf_json, audioclf):
    status, kept = audioclf_json("presets", "save", "Broken", "--preset", "fast")
    with Path(kept["file"]).open("a") as file:
        file.write("  trees: 0\n")
    status, out, err = audioclf("presets", "list")
    assert (status, "Small forest" in out, "Broken.yaml" in err) == (0, True, True)
