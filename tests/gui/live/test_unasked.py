"""A log, sounds near the threshold and alerts: off until they are wanted, then as the job does them."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.edits import add_class
from audioclf_gui.core.text import Text
from audioclf_gui.gui.live import options, unasked_options
from audioclf_gui.gui.live.options import LiveOptions
from audioclf_gui.gui.live.unasked_options import UnaskedOptions

from .conftest import RATE_HZ, hiss, whistle
from .test_workspace import listen_to, listen_to_microphone

ENOUGH_MS = 120_000  # a model is loaded and sounds are written, beside whatever else the computer does

PAUSE = np.zeros(RATE_HZ, np.float32)


@pytest.fixture
def panel(workspace):
    """The settings, as the button opens them."""
    workspace.bar.options_button.click()
    return workspace.options_panel.unasked


def test_nothing_is_done_unasked_until_somebody_wants_it(workspace, qtbot, sound_file, context):
    clips = len(context.document.view.clips)
    listen_to(workspace, qtbot, sound_file(whistle(2.0), PAUSE, hiss(2.0)))
    assert workspace.sitting.request.beside == UnaskedOptions().wanted
    assert len(context.document.view.clips) == clips
    assert not context.message_bar.isVisibleTo(None)


def test_events_are_logged_to_the_file_that_was_typed(workspace, panel, qtbot, sound_file, tmp_path):
    panel.log.setFocus()
    qtbot.keyClicks(panel.log, str(tmp_path / "events.csv"))
    qtbot.keyClick(panel.log, Qt.Key.Key_Return)
    panel.is_logged.click()
    listen_to(workspace, qtbot, sound_file(whistle(2.0), PAUSE, hiss(2.0)))
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        logged = [(row["class"], row["source"], row["model"]) for row in csv.DictReader(file)]
    assert logged == [("whistle", "sound.wav", "run-0001"), ("hiss", "sound.wav", "run-0001")]


def test_a_log_that_cannot_be_written_is_told_and_can_be_chosen_anew(
    workspace, panel, qtbot, sound_file, tmp_path, context
):
    panel.log.setText(str(tmp_path))
    panel.is_logged.click()
    listen_to(workspace, qtbot, sound_file(whistle(1.0)))
    assert "neither a CSV file" in context.message_bar.text.text()
    panel.is_logged.click()
    listen_to(workspace, qtbot, sound_file(whistle(1.0)))
    assert workspace.sitting.log.accepted


def test_sounds_near_the_threshold_come_into_the_queue_up_to_the_limit(
    workspace, panel, qtbot, sound_file, context
):
    panel.keeps_near.click()
    panel.per_hour.setValue(2)
    workspace.options_panel.own_threshold.click()
    workspace.options_panel.threshold.setValue(1.0)  # what is certain is near it
    clips = len(context.document.view.clips)
    listen_to(workspace, qtbot, sound_file(whistle(8.0)))
    qtbot.waitUntil(lambda: len(context.document.view.clips) == clips + 2, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: panel.near_note.text().startswith("2 kept"), timeout=ENOUGH_MS)
    assert not any(context.document.view.labels(clip.id) for clip in context.document.view.clips[clips:])


@pytest.mark.parametrize(("margin", "kept"), [(0.05, 0), (0.5, 1)])
def test_how_near_to_the_threshold_is_chosen_as_on_the_command_line(
    workspace, panel, qtbot, sound_file, context, says, tmp_path, margin, kept
):
    workspace.bar.model.add_folder(says(tmp_path / "sure", [3.0, 0.0, 0.0]))  # 0.91 for the first class
    panel.keeps_near.click()
    panel.per_hour.setValue(1)
    panel.margin.setValue(margin)
    workspace.options_panel.own_threshold.click()
    workspace.options_panel.threshold.setValue(0.6)
    clips = len(context.document.view.clips)
    listen_to(workspace, qtbot, sound_file(whistle(3.0)))
    qtbot.waitUntil(lambda: not context.tasks.running, timeout=ENOUGH_MS)
    assert len(context.document.view.clips) == clips + kept


def test_an_alert_rings_and_is_told_with_its_time(workspace, panel, microphone, qtbot, context):
    document = context.document
    if "whistle" not in {known.name for known in document.view.classes}:
        document.do(Text("add a class"), add_class(document.view, "whistle"))
    next(one for one in panel.alert_menu.actions() if one.text() == "whistle").trigger()
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(1.0))
    microphone.hear(whistle(1.0))
    qtbot.waitUntil(lambda: "Alert: whistle at" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: context.player.path is not None, timeout=ENOUGH_MS)
    assert context.player.path.name == "alert.wav"


def test_what_changes_while_listening_waits_for_the_next_start(workspace, panel, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    assert not workspace.options_panel.apply_button.isVisible()
    panel.keeps_near.click()
    assert workspace.options_panel.apply_button.isVisible()
    panel.keeps_near.click()
    assert not workspace.options_panel.apply_button.isVisible()


def test_it_is_remembered_and_what_somebody_else_wrote_there_is_not(session):
    wanted = UnaskedOptions(
        True, "/tmp/log.csv", "daily", True, 3, 0.25, ("dog, big",), False, True, "ring 'a b'"
    )
    options.remember(session, LiveOptions(unasked=wanted))
    assert options.remembered(session).unasked == wanted
    session.put("live/unasked", '{"rotation": "hourly", "is_logged": true, "log": "a.csv"}')
    assert unasked_options.remembered(session) == UnaskedOptions()
