"""The example package is installed as anybody would install it, and does what it says."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.installed import ROOT, install, install_example, needs_pip

CODE = "import sys; from audioclf_gui.cli.main import main; sys.exit(main())"

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = [pytest.mark.slow, needs_pip]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder with the example in it, as pip installs it without a network."""
    folder = tmp_path_factory.mktemp("site")
    install_example(folder)
    return folder


@pytest.fixture(scope="module")
def run(site, tmp_path_factory) -> Run:
    """Runs the command line in a process of its own, with what is installed in these folders."""
    home = tmp_path_factory.mktemp("home")

    def run(
        *arguments: object, sites: tuple[Path, ...] = (site,), **more: str
    ) -> subprocess.CompletedProcess[str]:
        surroundings = os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, *sites))),
            "XDG_CACHE_HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            **more,
        }
        command = [sys.executable, "-c", CODE, *map(str, arguments)]
        return subprocess.run(
            command, env=surroundings, cwd=home, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="module")
def trained(run, tones, tmp_path_factory) -> Path:
    """A project whose first run was made by the example."""
    folder = tmp_path_factory.mktemp("projects") / "tones"
    layout = ("--layout", "folders", "--group-from-name", r"(?P<group>site\d)")
    train = ("--preset", "example", "--set", "batch_size=4", "--seed", 3, "--device", "cpu")
    for command in (("new", folder), ("import", folder, tones, *layout), ("train", folder, *train)):
        done = run(*command)
        assert done.returncode == 0, done.stderr
    return folder


def test_its_label_format_is_written_and_recognised(run, trained, tmp_path):
    done = run("labels", "export", trained, "--format", "arrows", "--out", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    files = [Path(one["file"]) for one in json.loads(done.stdout)["files"]]
    assert len(files) == 24
    assert files[0].read_text() == "0.000000 -> 0.500000\thigh\n"
    done = run("labels", "convert", files[0], "--to", "audacity", "--out", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    (again,) = (tmp_path / "again").iterdir()
    assert again.read_text() == "0.000000\t0.500000\thigh\n"


def test_its_model_answers_and_leaves_the_program(run, trained, tones, tmp_path):
    model = trained / "models" / "run-0001"
    assert json.loads((model / "bundle.json").read_text())["plugins"] == {"audioclf-example": "1.0"}
    done = run("predict", model, *(tones / name / "site0-00.wav" for name in ("low", "high")))
    assert done.returncode == 0, done.stderr
    assert [row["class"] for row in csv.DictReader(done.stdout.splitlines())] == ["low", "high"]
    done = run("export", model, "--to", "example-json", "--out", tmp_path / "m.json", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["largest_difference"] < 1e-4
    assert json.loads((tmp_path / "m.json").read_text())["facts"]["front_end"] == "example-bands"


def test_the_doctor_lists_what_it_adds(run):
    chapters = json.loads(run("doctor", "--json").stdout)
    (fact,) = chapters["Plug-ins"]
    assert fact["about"] == "audioclf-example 1.0"
    for what in ("arrows", "example-bands", "example-linear", "example", "example-json"):
        assert f"“{what}”" in fact["told"]


def test_without_it_its_model_says_what_to_install(run, trained, tones):
    command = ("predict", trained / "models" / "run-0001", tones / "low" / "site0-00.wav")
    done = run(*command, sites=())
    assert done.returncode == 1
    assert (
        "it needs the front end “example-bands” of audioclf-example 1.0, which is not installed"
        in done.stderr
    )
    assert "If you trust its authors, run: pip install audioclf-example==1.0" in done.stderr
    done = run(*command, AUDIOCLF_PLUGINS="off")
    assert done.returncode == 1
    assert "plug-ins are left out" in done.stderr
    assert "Unset AUDIOCLF_PLUGINS" in done.stderr


def test_a_broken_one_beside_it_is_told_once_and_harms_nothing(run, site, tmp_path):
    entry = "[audioclf_gui.label_formats]\nbad = bad_one:thing\n"
    install(tmp_path / "bad", "bad-one", entry, "raise OSError('no licence')")
    both = (site, tmp_path / "bad")
    done = run("labels", "formats", sites=both)
    assert done.returncode == 0
    assert "arrows" in done.stdout
    assert done.stderr.count("bad-one") == 2  # in the note and in its remedy
    assert "the label format “bad”: OSError: no licence" in done.stderr
    assert run("labels", "formats", sites=both, AUDIOCLF_PLUGINS="off").stderr == ""
    (_example, broken) = json.loads(run("doctor", "--json", sites=both).stdout)["Plug-ins"]
    assert "OSError: no licence" in broken["told"]
    assert "pip install --upgrade bad-one" in broken["remedy"]


def test_a_wrong_kind_of_export_names_those_that_there_are(run, trained):
    done = run("export", trained / "models" / "run-0001", "--to", "cassette", "--out", "x")
    assert done.returncode == 2
    assert "there is no 'cassette'; use one of: onnx, example-json" in done.stderr
