"""Listening with a model of sets: several classes may be on at once, each with events of its own."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.gui.live.scores_plot import _levels
from audioclf_gui.gui.live.workspace import LiveWorkspace
from audioclf_gui.ml.objectives.multi_label import MultiLabel

from .conftest import RATE_HZ, hiss
from .test_workspace import listen_to, listen_to_microphone


@pytest.fixture(scope="session")
def trained_model(says, tmp_path_factory):
    """A model that hears two of its three classes in whatever there is."""
    folder = tmp_path_factory.mktemp("sets") / "model"
    objective = MultiLabel(("whistle", "hiss", "bell"))
    return says(folder, [2.0, 1.0, -2.0], objective=objective, thresholds=(0.5, 0.6, 0.5))


def test_each_class_of_a_set_has_an_event_of_its_own_that_is_exported(
    workspace: LiveWorkspace, qtbot, tmp_path
):
    path = tmp_path / "night.wav"
    write_wav(path, np.concatenate([hiss(2.0), np.zeros(RATE_HZ, np.float32), hiss(1.5, seed=1)]), RATE_HZ)
    listen_to(workspace, qtbot, path)
    log = workspace.sitting.log
    events = [log.rows[place] for place in log.accepted]
    assert [event.class_name for event in events] == ["whistle", "hiss"] * 2
    assert events[0].end_s == events[1].end_s == pytest.approx(2.0, abs=0.6)
    assert {region.text for region in log.regions()} == {"whistle", "hiss"}
    assert _levels(events) == ([0, 1, 0, 1], 2), "beside each other in time, so one above the other"


def test_all_classes_that_are_heard_stand_in_large_letters(workspace: LiveWorkspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(2.0))
    qtbot.waitUntil(lambda: set(workspace.now.title.whole_text().split(", ")) == {"whistle", "hiss"})
