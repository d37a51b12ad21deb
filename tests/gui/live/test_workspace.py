import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from PySide6.QtCore import Qt

from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.files import read_mono
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.edits import add_class
from audioclf_gui.core.label import Source
from audioclf_gui.core.text import Text
from audioclf_gui.gui.live import workspace as workspace_module
from audioclf_gui.gui.live.listener import State
from audioclf_gui.gui.text import rate_text
from audioclf_gui.ml.decision_settings import LiveSettings
from tests.sound_card import Plug

from .conftest import MICROPHONE, RATE_HZ, hiss, whistle

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 30_000


def press(workspace, qtbot):
    qtbot.mouseClick(workspace.bar.listen_button, LEFT)


def listen_to(workspace, qtbot, path, *, realtime=False):
    """Listen to a whole file; every answer about it."""
    answers = []
    workspace.listener.ticked.connect(lambda tick: answers.extend(tick.answers))
    workspace.bar.input.add_file(path, realtime=realtime)
    press(workspace, qtbot)
    assert not workspace.listener.is_idle
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=ENOUGH_MS)
    return answers


def step_to(combo, qtbot, text):
    """Choose an entry with the keyboard, as a person does."""
    combo.setFocus()
    place = combo.findText(text)
    assert place >= 0, [combo.itemText(number) for number in range(combo.count())]
    for _step in range(place - combo.currentIndex()):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def listen_to_microphone(workspace, qtbot):
    workspace.bar.input.show_devices([MICROPHONE])
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)


def reasons(workspace):
    return [str(row.reason) for row in workspace.sitting.log.rows]


def test_a_file_gets_the_scores_that_predicting_it_gives(workspace, qtbot, sound_file, trained_model):
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.inference import predict_file
    from audioclf_gui.ml.live import LiveScores

    path = sound_file(whistle(1.3), hiss(1.1), rate_hz=RATE_HZ)
    answers = listen_to(workspace, qtbot, path)
    expected = predict_file(load_bundle(trained_model), path, hop_s=0.25).windows
    heard = [answer for answer in answers if isinstance(answer, LiveScores)]
    assert [answer.start_s for answer in heard] == [window.start_s for window in expected]
    difference = np.abs(
        np.array([answer.scores for answer in heard]) - np.array([window.scores for window in expected])
    )
    assert difference.max() <= 1e-4


def test_it_names_what_it_hears_and_gives_the_reason_for_what_it_refuses(workspace, qtbot, sound_file):
    listen_to(workspace, qtbot, sound_file(whistle(2.0), np.zeros(RATE_HZ, np.float32), hiss(2.0)))
    events = [row.class_name for row in workspace.sitting.log.rows if row.accepted]
    assert events == ["whistle", "hiss"]
    assert "no signal" in reasons(workspace)
    assert workspace.events.model.rowCount() == len(workspace.sitting.log.rows)
    first, last = (workspace.sitting.log.rows[workspace.sitting.log.accepted[place]] for place in (0, -1))
    assert first.end_s == pytest.approx(2.0, abs=0.6)
    assert last.start_s == pytest.approx(3.0, abs=0.6)
    assert workspace.spectrogram.picture.seconds == pytest.approx(5.0, abs=0.1)


def test_while_listening_the_current_class_stands_in_large_letters(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(whistle(2.0))
    qtbot.waitUntil(lambda: workspace.now.title.whole_text() == "whistle", timeout=ENOUGH_MS)
    assert workspace.plot.drawn[-1] == "whistle" or "whistle" in workspace.plot.drawn
    microphone.hear(hiss(2.0))
    qtbot.waitUntil(lambda: workspace.now.title.whole_text() == "hiss")
    assert workspace.bar.meter.held_db > -20.0


def test_stop_answers_at_once_and_closes_the_microphone(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=1000)
    assert (microphone.opened, microphone.closed) == (1, 1)
    assert workspace.bar.listen_button.isEnabled()
    assert workspace.bar.input.combo.isEnabled()


def test_a_digit_keeps_the_last_event_with_the_right_class(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    sound = np.concatenate([hiss(3.0), whistle(5.0)])
    microphone.hear(sound)
    qtbot.waitUntil(lambda: workspace.sitting.now_s >= 8.0, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: len(workspace.sitting.log.accepted) == 2, timeout=ENOUGH_MS)
    document = context.document
    second = document.view.classes[1]
    wanted = workspace.sitting.wanted()
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        qtbot.keyClick(workspace, Qt.Key.Key_2)
    clip = document.view.clip(kept.args[0])
    assert clip.path.startswith("recordings/live-")
    assert clip.path.endswith(".flac")
    assert clip.group.startswith("live ")
    assert [
        (label.class_id, label.is_whole_clip, label.source) for label in document.view.labels(clip.id)
    ] == [(second.id, True, Source.HUMAN)]
    assert wanted.start_s == pytest.approx(2.5, abs=0.6), "half a second before the whistle"
    expected = sound[round(wanted.start_s * RATE_HZ) : round(wanted.end_s * RATE_HZ)]
    np.testing.assert_allclose(read_mono(document.view.audio_path(clip)), expected, atol=1e-4)
    told = json.loads(sf.SoundFile(document.view.audio_path(clip)).comment)
    assert (told["source"], told["model"], told["class"]) == ("Test microphone", "run-0001", "whistle")
    assert told["scores"]["whistle"] > 0.5
    assert f"{second.name}; it is in the label queue, and the next training" in workspace.now.kept.text()
    context.document.undo()
    assert not document.view.labels(clip.id)


def test_another_digit_corrects_what_was_just_kept(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(whistle(2.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.accepted), timeout=ENOUGH_MS)
    document = context.document
    with qtbot.waitSignal(workspace.clip_kept) as first:
        qtbot.keyClick(workspace, Qt.Key.Key_1)
    with qtbot.waitSignal(workspace.clip_kept) as second:
        qtbot.keyClick(workspace, Qt.Key.Key_2)
    assert second.args == first.args
    assert [label.class_id for label in document.view.labels(first.args[0])] == [document.view.classes[1].id]


def row_menu(workspace, qtbot, place):
    """The menu of a row, as a click on its icon opens it."""
    model = workspace.events.model
    at = workspace.events.view.visualRect(model.index(place, model.columnCount() - 1)).center()
    qtbot.mouseClick(workspace.events.view.viewport(), LEFT, pos=at)
    qtbot.waitUntil(workspace.events.menu.isVisible)
    return workspace.events.menu


def choose(qtbot, menu, text):
    action = next(action for action in menu.actions() if action.text().split("\t")[0].startswith(text))
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize(("entry", "name"), [("hiss", "hiss"), ("Nothing", "background"), ("Without", "")])
def test_every_row_can_be_kept_as_a_class_as_nothing_and_without(
    workspace, qtbot, sound_file, context, entry, name
):
    listen_to(workspace, qtbot, sound_file(whistle(2.0), np.zeros(RATE_HZ, np.float32), hiss(2.0)))
    document = context.document
    if "hiss" not in {known.name for known in document.view.classes}:
        document.do(Text("add a class"), add_class(document.view, "hiss"))
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        choose(qtbot, row_menu(workspace, qtbot, workspace.sitting.log.accepted[0]), entry)
    names = {known.id: known.name for known in document.view.classes}
    labels = document.view.labels(kept.args[0])
    assert [names[label.class_id] for label in labels] == ([name] if name else [])
    assert document.view.clip(kept.args[0]).duration_s == pytest.approx(2.0, abs=0.6)
    assert document.view.clip(kept.args[0]).group == "sound"


def test_a_row_can_be_played(workspace, qtbot, sound_file, context):
    listen_to(workspace, qtbot, sound_file(hiss(2.0), np.zeros(RATE_HZ, np.float32), whistle(2.0)))
    row = workspace.sitting.log.accepted[1]
    start_s = workspace.sitting.event_passage(workspace.sitting.log.rows[row]).start_s
    with qtbot.waitSignal(context.player.state_changed):
        choose(qtbot, row_menu(workspace, qtbot, row), "Play")
    heard = read_mono(context.player.path)
    expected = read_mono(workspace.sitting.request.source.path, None, start_s, 5.0)
    assert len(heard) > RATE_HZ // 4
    np.testing.assert_allclose(heard, expected[: len(heard)], atol=1e-4)


def test_a_digit_keeps_the_row_that_is_chosen_and_escape_leaves_it(workspace, qtbot, sound_file, context):
    listen_to(workspace, qtbot, sound_file(hiss(2.0), np.zeros(RATE_HZ, np.float32), whistle(2.0)))
    view = workspace.events.view
    index = workspace.events.model.index(workspace.sitting.log.accepted[0], 0)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    assert "from 00:00.0 on" in workspace.now.hint.text()
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        qtbot.keyClick(view, Qt.Key.Key_1)
    told = json.loads(
        sf.SoundFile(context.document.view.audio_path(context.document.view.clip(kept.args[0]))).comment
    )
    assert (told["class"], told["from_s"]) == ("hiss", 0.0)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert "the last event" in workspace.now.hint.text()


def test_silence_is_not_kept(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(np.zeros(3 * RATE_HZ))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.rows), timeout=ENOUGH_MS)
    clips = len(context.document.view.clips)
    qtbot.keyClick(workspace, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "nothing to hear" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    assert len(context.document.view.clips) == clips
    assert not list((context.document.project.folder / "recordings").glob("live-*"))


def test_k_keeps_a_clip_without_a_class(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(1.5))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.rows), timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        qtbot.keyClick(workspace, Qt.Key.Key_K)
    clip = context.document.view.clip(kept.args[0])
    assert clip.duration_s == pytest.approx(1.5, abs=0.6)
    assert not context.document.view.labels(clip.id)


def test_a_full_disk_keeps_nothing_by_halves_and_listening_goes_on(
    workspace, microphone, qtbot, context, small_disk
):
    document = context.document
    recordings = document.project.folder / "recordings"
    recordings.rmdir()
    recordings.symlink_to(small_disk.folder, target_is_directory=True)
    small_disk.fill()
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(1.5))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.rows), timeout=ENOUGH_MS)
    before = document.view.clips
    qtbot.keyClick(workspace, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: "cannot be written" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    assert [one.name for one in small_disk.folder.iterdir()] == ["filler"]
    assert document.view.clips == before
    assert workspace.listener.state is State.LISTENING
    small_disk.free()
    context.message_bar.clear()
    with qtbot.waitActive(workspace):
        workspace.activateWindow()
    with qtbot.waitSignal(workspace.clip_kept):
        qtbot.keyClick(workspace, Qt.Key.Key_K)


def test_digits_in_a_field_and_digits_without_a_class_keep_nothing(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(1.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.rows), timeout=ENOUGH_MS)
    clips = len(context.document.view.clips)
    workspace.bar.options_button.click()
    spin = workspace.options_panel.keep
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClick(spin, Qt.Key.Key_2)
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 2.0
    workspace.setFocus()
    qtbot.keyClick(workspace, Qt.Key.Key_9)
    assert "2 s" in workspace.now.hint.text()
    assert not [task for task in context.tasks.running if "Keeping" in str(task.title)]
    assert len(context.document.view.clips) == clips


def test_a_refused_device_is_told_with_a_remedy_and_can_be_tried_again(workspace, microphone, qtbot, context):
    microphone.refusal = "the microphone is used by another program"
    workspace.bar.input.show_devices([MICROPHONE])
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: context.message_bar.isVisibleTo(None), timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: workspace.listener.is_idle)
    assert "another program" in context.message_bar.text.text()
    assert "Close other programs" in context.message_bar.remedy.text()
    assert "another program" in workspace.bar.health.text
    microphone.refusal = ""
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)


def test_a_device_that_is_pulled_out_is_told_and_listening_goes_on_when_it_is_back(workspace, plugged, qtbot):
    mic = Plug("Mic", rate_hz=RATE_HZ)
    card = plugged(mic, Plug("Other"))
    workspace.activate()
    qtbot.waitUntil(lambda: workspace.bar.input.has_devices)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: card.is_heard, timeout=ENOUGH_MS)
    card.play(whistle(1.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.accepted), timeout=ENOUGH_MS)
    card.pull(mic)
    qtbot.waitUntil(lambda: "Mic has gone. Connect it again" in workspace.bar.health.text)
    qtbot.waitUntil(lambda: workspace.now.title.whole_text() == "Mic has gone")
    assert not card.is_heard
    card.plug_in(mic)
    qtbot.waitUntil(lambda: "Mic is back" in workspace.bar.health.text, timeout=ENOUGH_MS)
    assert workspace.listener.state is State.LISTENING
    card.play(whistle(1.0))
    qtbot.waitUntil(lambda: len(workspace.sitting.log.accepted) == 2, timeout=ENOUGH_MS)
    before, after = (workspace.sitting.log.rows[place] for place in workspace.sitting.log.accepted)
    assert after.start_s >= before.end_s


def test_only_zeros_are_a_named_state_and_no_class(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(np.zeros(2 * RATE_HZ))
    qtbot.waitUntil(lambda: "only zeros" in workspace.bar.health.text, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: workspace.now.title.whole_text() == "No signal")
    assert not workspace.sitting.log.accepted
    microphone.hear(hiss(3.0))
    qtbot.waitUntil(lambda: workspace.bar.health.text == "The input is fine.")


def test_what_is_said_of_a_quiet_input_agrees_with_the_meter(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    quiet = 2e-4 * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ) / RATE_HZ)
    microphone.hear(quiet)
    qtbot.waitUntil(lambda: "Silence" in workspace.bar.health.text, timeout=ENOUGH_MS)
    peak = f"{workspace.bar.meter.held_db:.1f}".replace("-", "−")
    assert f"peaks of {peak} dBFS" in workspace.bar.health.text


def test_lost_sound_is_told_in_the_list_and_above_the_pictures(workspace, microphone, qtbot):
    said = []
    workspace.bar.health.report = lambda health: said.extend(map(str, health.problems))
    listen_to_microphone(workspace, qtbot)
    microphone.hear(hiss(1.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.rows), timeout=ENOUGH_MS)
    microphone.overflows += 1
    microphone.hear(hiss(0.5))
    qtbot.waitUntil(lambda: "gap" in reasons(workspace))
    microphone.hear(hiss(1.0))
    qtbot.waitUntil(lambda: any("got lost" in problem for problem in said))


def test_without_any_device_there_are_words_and_a_file_still_works(workspace, qtbot, monkeypatch, sound_file):
    def none(*, anew):
        yield ()

    monkeypatch.setattr(workspace_module, "find_devices", none)
    workspace.activate()
    qtbot.waitUntil(lambda: "No microphone" in workspace.bar.health.text)
    assert not workspace.bar.listen_button.isEnabled()
    hints = []
    monkeypatch.setattr(workspace.spectrogram, "set_hint", hints.append)
    listen_to(workspace, qtbot, sound_file(whistle(1.0)))
    assert workspace.sitting.log.accepted
    assert "No microphone" not in workspace.bar.health.text
    assert "Loading the model…" in hints


def test_a_microphone_is_remembered_by_name_and_host_wherever_it_is_in_the_list(workspace, qtbot, session):
    other = Device("USB microphone", "Arrays", 2, 48000, is_default=False)
    chooser = workspace.bar.input
    chooser.show_devices([MICROPHONE, other])
    chooser.combo.setCurrentIndex(1)
    chooser.combo.activated.emit(1)
    assert session.text("live/device") == "Arrays/USB microphone"
    chooser.show_devices([other, MICROPHONE])
    assert chooser.wanted.device == other
    chooser.show_devices([MICROPHONE])
    assert chooser.absent == "USB microphone"
    assert "USB microphone · not connected" in chooser.combo.currentText()
    away = chooser.wanted.device
    assert (away.name, away.host_api, away.channels, away.rate_hz) == ("USB microphone", "Arrays", 2, 48000)


def test_a_microphone_that_is_not_connected_is_listened_to_as_soon_as_it_is(
    workspace, plugged, qtbot, session
):
    session.put("live/device", "Sockets/Mic")
    session.put("live/device_rate_hz", RATE_HZ)
    card = plugged(Plug("Other"))
    workspace.activate()
    qtbot.waitUntil(lambda: "Mic is not connected" in workspace.bar.health.text)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: "begins by itself" in workspace.bar.health.text, timeout=ENOUGH_MS)
    assert not card.is_heard
    card.plug_in(Plug("Mic", rate_hz=RATE_HZ))
    qtbot.waitUntil(lambda: card.is_heard, timeout=ENOUGH_MS)
    card.play(whistle(1.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.accepted), timeout=ENOUGH_MS)


def test_rate_and_channel_are_chosen_beside_the_device(workspace, plugged, qtbot, session):
    card = plugged(Plug("Mic", channels=2, rate_hz=RATE_HZ, rates=(RATE_HZ, 16000)))
    workspace.activate()
    options = workspace.bar.input.options
    qtbot.waitUntil(options.channel.isVisible)
    step_to(options.rate, qtbot, rate_text(16000))
    step_to(options.channel, qtbot, "Channel 2")
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: card.is_heard, timeout=ENOUGH_MS)
    assert card.streams[0].rate_hz == 16000
    card.play(np.stack([np.zeros(32000), whistle(2.0, rate_hz=16000)], axis=1))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.accepted), timeout=ENOUGH_MS)
    workspace.bar.input.add_file(session_file := Path("x.wav"))
    assert not options.isVisible()
    assert workspace.bar.input.wanted == FileInput(session_file)


def test_the_newest_run_is_chosen_and_a_folder_stays_chosen(workspace, context, trained_model):
    assert workspace.bar.model.currentText() == "Run 1 · Quick look · 0.900"
    workspace.bar.model.add_folder(trained_model)
    context.document.runs_changed.emit()
    assert workspace.bar.model.wanted == trained_model


def test_a_broken_model_is_told_and_nothing_breaks(workspace, qtbot, tmp_path, sound_file, context):
    (tmp_path / "broken").mkdir()
    workspace.bar.model.add_folder(tmp_path / "broken")
    listen_to(workspace, qtbot, sound_file(hiss(1.0)))
    assert "broken" in context.message_bar.text.text()
    assert workspace.bar.listen_button.isEnabled()


def test_changed_settings_wait_for_the_next_start_which_is_one_click_away(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    panel = workspace.options_panel
    workspace.bar.options_button.click()
    assert not panel.apply_button.isVisible()
    panel.span.setCurrentIndex(0)
    assert not panel.apply_button.isVisible()
    panel.own_threshold.click()
    panel.threshold.setValue(0.95)
    assert panel.apply_button.isVisible()
    qtbot.mouseClick(panel.apply_button, LEFT)
    qtbot.waitUntil(lambda: microphone.opened == 2, timeout=ENOUGH_MS)
    assert workspace.sitting.request.settings == LiveSettings(threshold=0.95)
    assert not panel.apply_button.isVisible()


def test_space_listens_but_presses_a_button_that_has_the_keyboard(workspace, microphone, qtbot):
    workspace.bar.input.show_devices([MICROPHONE])
    workspace.bar.options_button.setFocus()
    qtbot.keyClick(workspace.bar.options_button, Qt.Key.Key_Space)
    assert workspace.options_panel.isVisible()
    assert workspace.listener.is_idle
    workspace.setFocus()
    qtbot.keyClick(workspace, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)


def test_a_second_file_has_a_list_of_its_own(workspace, qtbot, sound_file):
    listen_to(workspace, qtbot, sound_file(whistle(1.0)))
    listen_to(workspace, qtbot, sound_file(hiss(1.0), name="other.wav"))
    assert {row.class_name for row in workspace.sitting.log.rows if row.accepted} == {"hiss"}
    workspace.events.clear_button.click()
    assert workspace.events.model.rowCount() == 0


def test_events_are_exported_by_the_workspace(workspace, qtbot, sound_file, tmp_path, context):
    listen_to(workspace, qtbot, sound_file(whistle(1.5)))
    with qtbot.waitSignal(context.status_changed):
        workspace.export_events(tmp_path / "events.txt", "audacity")
    assert "\twhistle" in (tmp_path / "events.txt").read_text("utf-8")


def test_closing_while_listening_ends_soon(workspace, microphone, qtbot, context):
    listen_to_microphone(workspace, qtbot)
    workspace.shutdown()
    context.tasks.stop_all()
    qtbot.waitUntil(lambda: not context.tasks.running, timeout=3000)
    assert microphone.closed == 1


def test_closing_while_a_fast_file_is_heard_ends_soon(workspace, qtbot, sound_file, context):
    workspace.bar.input.add_file(sound_file(np.tile(hiss(10.0), 60)), realtime=False)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)
    assert isinstance(workspace.sitting.request.source, FileInput)
    context.tasks.stop_all()
    qtbot.waitUntil(lambda: not context.tasks.running, timeout=3000)


def test_a_hidden_workspace_goes_on_listening(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    workspace.hide()
    workspace.deactivate()
    microphone.hear(whistle(1.0))
    qtbot.waitUntil(lambda: bool(workspace.sitting.log.accepted), timeout=ENOUGH_MS)


def test_everything_that_can_be_used_has_a_name(workspace):
    workspace.bar.options_button.click()
    for widget in workspace.findChildren(object):
        if (
            hasattr(widget, "focusPolicy")
            and widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName(), widget


def test_the_workspace_is_there_before_torch_is():
    look = (
        "import sys, audioclf_gui.gui.live.workspace;"
        "print([name for name in ('torch', 'pyqtgraph', 'sounddevice') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.mark.slow
def test_it_names_what_is_played_into_the_microphone(workspace, virtual_sound, qtbot, sound_file):
    workspace.read_devices(anew=True)
    qtbot.waitUntil(lambda: workspace.bar.input.has_devices, timeout=ENOUGH_MS)
    combo = workspace.bar.input.combo
    names = [combo.itemText(place) for place in range(combo.count())]
    place = next(place for place, name in enumerate(names) if name.startswith("pulse"))
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)
    playing = virtual_sound.speak(sound_file(whistle(4.0, rate_hz=44100), name="played.wav", rate_hz=44100))
    try:
        qtbot.waitUntil(lambda: workspace.now.title.whole_text() == "whistle", timeout=ENOUGH_MS)
    finally:
        playing.wait(20)
    with qtbot.waitSignal(workspace.clip_kept, timeout=ENOUGH_MS):
        qtbot.keyClick(workspace, Qt.Key.Key_K)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=3000)
    assert "whistle" in {row.class_name for row in workspace.sitting.log.rows if row.accepted}
