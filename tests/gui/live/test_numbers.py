"""Where a model estimates a number, the window tells its value with the unit, and no class."""

import pytest

from audioclf_gui.ml.live import Decision, Estimate
from audioclf_gui.ml.objectives.regression import Regression

from .conftest import RATE_HZ, whistle
from .test_workspace import listen_to


@pytest.fixture
def trained_model(says, tmp_path):
    """A model that says 12 dB to everything: two deviations above its mean."""
    goal = Regression(("snr",), "dB", 6.0, 3.0)
    return says(tmp_path / "number", [2.0], objective=goal, thresholds=(), predictions=[])


def test_a_number_is_told_with_its_unit_and_drawn_between_its_usual_values(workspace, qtbot, sound_file):
    told = []
    workspace.listener.ticked.connect(lambda _tick: told.append(workspace.now.title.whole_text()))
    answers = listen_to(workspace, qtbot, sound_file(whistle(2.0), rate_hz=RATE_HZ))
    assert {round(one.value, 3) for one in answers if isinstance(one, Estimate)} == {12.0}
    assert not [one for one in answers if isinstance(one, Decision)]
    assert "snr 12.0 dB" in told
    assert workspace.plot.drawn == ("snr [dB]",)
    assert not workspace.sitting.log.rows
    workspace.grab()


def test_of_silence_no_number_is_told(workspace, qtbot, sound_file):
    told = []
    workspace.listener.ticked.connect(lambda _tick: told.append(workspace.now.title.whole_text()))
    answers = listen_to(workspace, qtbot, sound_file(0.0 * whistle(1.0), rate_hz=RATE_HZ))
    assert not [one for one in answers if isinstance(one, Estimate)]
    assert not any("snr" in text for text in told)
    assert workspace.plot.drawn == ()
