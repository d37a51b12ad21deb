"""Presets of one's own are saved, chosen and trained with in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from audioclf_gui.jobs.presets import kept_presets, preset_folder, save_preset
from audioclf_gui.ml.preset_file import read_preset
from audioclf_gui.ml.saved_preset import SavedPreset
from audioclf_gui.ml.settings import settings_for

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 60_000


def menu_of(button, qtbot):
    """The menu that a click on a button opens."""
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in button.findChildren(QMenu)))
    (menu,) = [menu for menu in button.findChildren(QMenu) if menu.isVisible()]
    return menu


def entry_of(menu, text):
    (action,) = [one for one in menu.actions() if one.text() == text]
    return action


def pick(workspace, qtbot, entry):
    """Choose an entry of the menu beside the list of models."""
    menu = menu_of(workspace.settings.presets, qtbot)
    entry_of(menu, entry).trigger()
    menu.close()


def type_into(menu, entry, text):
    field = entry_of(menu, entry).menu().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def save(workspace, qtbot, name):
    """Save what is chosen, and wait until the list of models shows it."""
    type_into(menu_of(workspace.settings.presets, qtbot), "Save settings as preset", name)
    qtbot.waitUntil(lambda: offered(workspace, " ".join(name.split())), timeout=ENOUGH_MS)


def offered(workspace, name):
    return workspace.settings.model.findData(name) >= 0


def choose(workspace, name):
    """Choose a model from the list with the keyboard."""
    model = workspace.settings.model
    QTest.keyClick(model, Qt.Key.Key_Home)
    while model.currentData() != name:
        before = model.currentIndex()
        QTest.keyClick(model, Qt.Key.Key_Down)
        assert model.currentIndex() != before


def test_settings_are_saved_chosen_again_and_trained_with(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    save(workspace, qtbot, "Small  and quick")
    small = workspace.choice.settings
    assert workspace.choice.saved.name == "Small and quick"
    choose(workspace, "forest")
    assert (workspace.choice.settings.preset, workspace.choice.settings.epochs) == ("forest", None)
    choose(workspace, "Small and quick")
    assert workspace.choice.settings == small
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    assert {name: ended.args[0].settings[name] for name in ("epochs", "mels")} == {"epochs": 3, "mels": 16}
    assert context.document.project.runs.notes[ended.args[0].id].name == "Small and quick"


def test_what_is_changed_by_hand_stands_out_against_the_preset_and_is_saved_to_it(workspace, qtbot):
    save(workspace, qtbot, "Mine")
    workspace.choice.set(mels=24)
    assert workspace.choice.base.mels == 16
    pick(workspace, qtbot, "Save changes to “Mine”")
    qtbot.waitUntil(lambda: workspace.choice.base.mels == 24, timeout=ENOUGH_MS)
    assert kept_presets(preset_folder()).find("mine").preset.settings.mels == 24
    workspace.choice.set(mels=32)
    workspace.choice.reset("mels")
    assert workspace.choice.settings.mels == 24


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(workspace, context, qtbot):
    save(workspace, qtbot, "Mine")
    workspace.choice.set(mels=24)
    type_into(menu_of(workspace.settings.presets, qtbot), "Save settings as preset", "mine")
    qtbot.waitUntil(lambda: "already" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    assert kept_presets(preset_folder()).find("Mine").preset.settings.mels == 16


def test_a_preset_is_renamed_and_deleted_and_the_settings_stay(workspace, qtbot):
    save(workspace, qtbot, "Mine")
    workspace.choice.set(mels=24)
    type_into(menu_of(workspace.settings.presets, qtbot), "Rename “Mine”", "Ours")
    qtbot.waitUntil(lambda: offered(workspace, "Ours") and not offered(workspace, "Mine"), timeout=ENOUGH_MS)
    assert (workspace.choice.saved.name, workspace.choice.settings.mels) == ("Ours", 24)
    pick(workspace, qtbot, "Delete “Ours”")
    qtbot.waitUntil(lambda: not offered(workspace, "Ours"), timeout=ENOUGH_MS)
    assert (workspace.choice.saved, workspace.choice.settings.mels) == (None, 24)
    assert workspace.settings.model.currentData() == "fast"


def test_a_preset_leaves_as_a_file_and_comes_back(workspace, context, qtbot, tmp_path, monkeypatch):
    save(workspace, qtbot, "Mine")
    file = tmp_path / "out.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    pick(workspace, qtbot, "Export “Mine”…")
    qtbot.waitUntil(file.exists, timeout=ENOUGH_MS)
    assert read_preset(file).settings == workspace.choice.settings
    file.write_text(file.read_text().replace("name: Mine", "name: Theirs").replace("mels: 16", "mels: 24"))
    pick(workspace, qtbot, "Import a preset…")
    qtbot.waitUntil(lambda: offered(workspace, "Theirs"), timeout=ENOUGH_MS)
    assert workspace.choice.settings.mels == 24
    file.write_text("name: Bad\nbase: forest\nsettings: {trees: many}\n")
    pick(workspace, qtbot, "Import a preset…")
    qtbot.waitUntil(lambda: "trees = 'many'" in context.message_bar.text.text(), timeout=ENOUGH_MS)


def test_the_choice_is_the_same_when_the_project_is_opened_again(workspace, qtbot):
    save(workspace, qtbot, "Mine")
    workspace.choice.set(mels=24)
    kept = workspace.choice.kept()
    workspace.choice.choose_preset("forest")
    workspace.choice.load(kept)
    choice = workspace.choice
    assert (choice.saved.name, choice.settings.mels, choice.base.mels) == ("Mine", 24, 16)


def test_what_a_preset_needs_and_the_project_lacks_is_said_beside_the_choice(workspace, qtbot):
    save_preset(SavedPreset("Far", settings_for("forest", validate="fold:9")), preset_folder())
    workspace.presets.reading.mark()
    qtbot.waitUntil(lambda: offered(workspace, "Far"), timeout=ENOUGH_MS)
    choose(workspace, "Far")
    qtbot.waitUntil(lambda: "folds that this project lacks" in workspace.settings.advice.text())
