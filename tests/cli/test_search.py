"""A search for settings: goes on after it was killed, and measures its winner on what it never saw."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.search import Search, TrialsSeen, _without, search
from audioclf_gui.ml.dataset import training_data
from audioclf_gui.ml.search.space import usual_space
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import cross_validation

optuna = pytest.importorskip("optuna")

TWELVE = ("--preset", "forest", "--trials", "12", "--set", "trees=60", "--set", "coefficients=8")
ASKED = (*TWELVE, "--jobs", "1")  # a process more takes longer to begin than a few trials
START = "import sys; from audioclf_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"


def test_a_search_that_was_killed_goes_on_with_no_trial_lost(project, audioclf_json, tmp_path):
    command = [sys.executable, "-c", START, "search", str(project), *TWELVE]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    done = []
    for line in process.stderr:
        if line.startswith("trial "):
            done.append(line)
        if len(done) == 3:
            break
    os.kill(process.pid, signal.SIGKILL)
    process.stderr.close()
    process.wait()
    (journal,) = (project / "searches").glob("*.log")
    before = journal.read_bytes()
    status, found = audioclf_json("search", project, *TWELVE)
    assert status == 0
    assert journal.read_bytes().startswith(before[: before.rfind(b"\n")])
    assert [one["trial"] for one in found["trials"]] == list(range(1, 13))
    assert {one["state"] for one in found["trials"]} == {"done"}
    for line in done:  # as they were told before it was killed
        number = int(line.split()[1])
        one = found["trials"][number - 1]
        assert f"done, {one['mean']:.3f}" in line
    assert found["inner"] == max(one["mean"] for one in found["trials"])
    assert 0.0 <= found["outer"] <= 1.0
    assert "on sound the search never saw" in found["answer"]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the system has no such signals")
def test_ctrl_c_ends_a_search_in_good_order_and_keeps_what_is_done(project, audioclf_json):
    command = [sys.executable, "-c", START, "search", str(project), *ASKED, "--trials", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if "kept apart from the search" in line:  # its processes are about to begin
            break
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    said += process.stderr
    assert process.wait() == 0
    assert any("what is done is kept" in line for line in said)
    assert not any("Traceback" in line for line in said)
    status, found = audioclf_json("search", project, *ASKED, "--trials", 2)
    assert (status, {one["state"] for one in found["trials"]}) == (0, {"done"})


def test_a_search_for_numbers_goes_by_how_much_they_explain(pitches, tmp_path, audioclf, audioclf_json):
    folder = tmp_path / "measured"
    audioclf("new", folder)
    columns = ("--path-column", "file", "--group-column", "site", "--target-column", "pitch_khz")
    assert audioclf("import", folder, pitches, "--table", pitches / "pitches.csv", *columns)[0] == 0
    status, found = audioclf_json("search", folder, *ASKED, "--trials", 2)
    assert (status, found["figure"], {one["state"] for one in found["trials"]}) == (0, "R²", {"done"})
    assert found["outer"] > 0.5
    assert found["outer_judged"] == 4


def test_a_search_for_several_classes_of_a_sound_goes_by_average_precision(
    project, tones, tmp_path, audioclf, audioclf_json
):
    folder = tmp_path / "sets"
    rows = ["file,site,label"]
    for path in sorted(tones.rglob("*.wav")):
        both = path.parent.name if int(path.stem[-2:]) % 3 else "low;high"
        rows.append(f"{path.relative_to(tones).as_posix()},{path.name[:5]},{both}")
    (tmp_path / "sets.csv").write_text("\n".join(rows))
    audioclf("new", folder)
    columns = ("--path-column", "file", "--group-column", "site", "--label-column", "label")
    assert audioclf("import", folder, tones, "--table", tmp_path / "sets.csv", *columns)[0] == 0
    asked = (*ASKED, "--trials", "2", "--set", "objective=multi-label")
    status, found = audioclf_json("search", folder, *asked)
    assert (status, found["figure"]) == (0, "average precision")
    assert {one["state"] for one in found["trials"]} == {"done"}
    assert 0.5 < found["outer"] <= 1.0


def test_no_trial_hears_what_the_winner_is_measured_on(project):
    with Project.open(project) as opened:
        data = training_data(opened.view().catalogue)
    for _name, split in cross_validation(data, "group"):
        seen = set(_without(data, split).examples)
        apart = {data.examples[at] for at in split.measured}
        assert len(seen) == 18
        assert len(apart) == 6
        assert not {one.group for one in seen} & {one.group for one in apart}


def test_the_same_seed_tries_the_same_settings_and_what_is_done_is_not_done_again(project, audioclf_json):
    asked = ("search", project, *ASKED, "--trials", 2)
    _status, first = audioclf_json(*asked)
    _status, second = audioclf_json(*asked)
    assert second == first
    _status, more = audioclf_json("search", project, *ASKED, "--trials", 3)
    assert more["trials"][:2] == first["trials"]


def test_a_grid_has_all_its_points_and_halving_ends_poor_trials_early(project, audioclf_json):
    grid = (
        "--method",
        "grid",
        "--space",
        "max_depth=2,none",
        "--space",
        "min_leaf=1..2",
        "--set",
        "trees=10",
    )
    _status, found = audioclf_json("search", project, "--preset", "forest", *grid)
    settings = {(one["settings"]["max_depth"], one["settings"]["min_leaf"]) for one in found["trials"]}
    assert settings == {(2, 1), (2, 2), (None, 1), (None, 2)}
    _status, found = audioclf_json("search", project, "--method", "halving", *TWELVE, "--trials", 6)
    assert {one["state"] for one in found["trials"]} <= {"done", "ended early"}
    assert {len(one["folds"]) for one in found["trials"] if one["state"] == "done"} <= {3}
    assert all(len(one["folds"]) < 3 for one in found["trials"] if one["state"] == "ended early")


def test_every_fold_in_turn_is_kept_apart_on_request(project, audioclf_json):
    status, found = audioclf_json("search", project, *ASKED, "--trials", 2, "--outer", "all")
    assert (status, found["outer_judged"], found["outer_groups"]) == (0, 24, 4)


def test_the_winner_becomes_a_preset_to_train_with(project, audioclf, audioclf_json):
    asked = ("search", project, *ASKED, "--trials", 2, "--save-preset", "Best of two")
    status, found = audioclf_json(*asked)
    assert status == 0
    (kept,) = [one for one in audioclf_json("presets", "list")[1]["presets"] if one["saved"]]
    winner = found["trials"][found["winner"] - 1]["settings"]
    assert (kept["preset"], kept["base"], kept["note"]) == ("Best of two", "forest", found["answer"])
    assert kept["settings"].items() >= {"trees": 60, "coefficients": 8}.items()
    assert audioclf_json("train", project, "--preset", "Best of two")[0] == 0
    settings = json.loads(next((project / "models").glob("*.settings.json")).read_text())["settings"]
    assert {name: settings[name] for name in winner} == winner
    status, _out, err = audioclf(*asked)  # told before it searches again
    assert (status, "already" in err) == (1, True)


def test_a_search_starts_from_a_preset_of_ones_own(project, audioclf, audioclf_json):
    sets = [word for one in ("trees=10", "coefficients=8") for word in ("--set", one)]
    assert audioclf("presets", "save", "Mine", "--preset", "forest", *sets)[0] == 0
    status, found = audioclf_json("search", project, "--preset", "Mine", "--trials", 1)
    assert (status, found["trials"][0]["state"]) == (0, "done")
    status, _out, err = audioclf("search", project, "--preset", "auto")
    assert (status, "forest" in err) == (2, True)


@pytest.mark.parametrize("space", ["learning_rat=1..2", "trees=9..3", "seed=1,2", "pad=a..b", "nothing"])
def test_a_space_that_is_none_is_refused_with_the_cure(project, audioclf, space):
    status, _out, err = audioclf("search", project, "--space", space)
    assert status == 1
    assert "remedy: " in err


def test_values_are_written_down_as_json_only(project, audioclf_json):
    audioclf_json("search", project, *ASKED, "--trials", 1)
    (journal,) = (project / "searches").glob("*.log")
    assert all(isinstance(json.loads(line), dict) for line in journal.read_text("utf-8").splitlines())


def test_a_search_whose_folder_vanishes_says_so(project, tmp_path):
    settings = settings_for("forest", trees=20, coefficients=8)
    request = Search(settings, usual_space(settings), "random", 6, jobs=1)

    def search_and_delete(opened):
        for event in search(request, opened.view(), tmp_path / "cache", threading.Event()):
            if isinstance(event, TrialsSeen) and any(one.figures for one in event.trials):
                shutil.rmtree(project / "searches", ignore_errors=True)

    with Project.open(project) as opened, pytest.raises(UserError, match="the journal of the search is gone"):
        search_and_delete(opened)
