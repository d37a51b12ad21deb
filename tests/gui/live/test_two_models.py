"""Two models hear the same sound, side by side, and in letters for a whole class room."""

import csv
import json

import soundfile as sf
from PySide6.QtCore import Qt

from .conftest import whistle
from .test_workspace import ENOUGH_MS, LEFT, listen_to, press


def test_a_second_model_is_chosen_and_what_it_hears_stands_beside_the_first(
    workspace, qtbot, sound_file, says, tmp_path
):
    other = says(tmp_path / "other", [0.0, 0.0, 9.0])
    assert workspace.bar.second.wanted is None
    workspace.bar.second.add_folder(other)
    assert workspace.bar.model.currentText().startswith("Run 1")
    workspace.bar.input.add_file(sound_file(whistle(2.0)), realtime=False)
    line = workspace.bar.second_line
    qtbot.mouseClick(line.big_button, LEFT)
    qtbot.waitUntil(line.big.isVisible)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: "other hears: owl" in line.words.whole_text(), timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: line.big.columns[0].accessibleName() == "whistle", timeout=ENOUGH_MS)
    assert line.big.columns[1].accessibleName() == "owl"
    assert not line.big.grab().isNull()
    qtbot.keyClick(line.big, Qt.Key.Key_Escape)
    assert not line.big.isVisible()
    assert not line.big_button.isChecked()
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=ENOUGH_MS)


def test_events_of_both_are_in_the_table_and_in_the_log_by_the_names_of_the_models(
    workspace, qtbot, sound_file, says, tmp_path, context
):
    workspace.bar.second.add_folder(says(tmp_path / "other", [0.0, 0.0, 9.0]))
    workspace.bar.options_button.click()
    unasked = workspace.options_panel.unasked
    unasked.log.setText(str(tmp_path / "night.csv"))
    unasked.is_logged.click()
    listen_to(workspace, qtbot, sound_file(whistle(2.0)))
    model = workspace.events.model
    workspace.events.only_accepted.click()
    rows = [(model.index(at, 1).data(), model.index(at, 3).data()) for at in range(model.rowCount())]
    assert sorted(rows) == [("owl", "other"), ("whistle", "run-0001")]
    with (tmp_path / "night.csv").open(encoding="utf-8", newline="") as file:
        logged = [(row["class"], row["model"]) for row in csv.DictReader(file)]
    assert sorted(logged) == sorted(rows)
    regions = {region.text: region.track for region in workspace.sitting.log.regions()}
    assert regions["owl"] == "other"
    assert regions["whistle"] != "other"
    place = rows.index(("owl", "other"))
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        workspace.events.keep_asked.emit(model.row(place), "")
    view = context.document.view
    with sf.SoundFile(view.audio_path(view.clip(kept.args[0]))) as file:
        told = json.loads(file.comment)
    assert (told["model"], told["class"], list(told["scores"])) == ("other", "owl", ["owl"])


def test_alone_a_model_has_the_big_display_for_itself(workspace, qtbot, sound_file):
    workspace.bar.input.add_file(sound_file(whistle(2.0)), realtime=False)
    press(workspace, qtbot)
    line = workspace.bar.second_line
    qtbot.waitUntil(lambda: line.big.columns[0].accessibleName() == "whistle", timeout=ENOUGH_MS)
    assert not line.isVisible()
    qtbot.mouseClick(line.big_button, LEFT)
    qtbot.waitUntil(line.big.isVisible)
    assert not line.big.columns[1].isVisible()
    qtbot.mouseClick(line.big_button, LEFT)
    assert not line.big.isVisible()
