from pathlib import Path

from audioclf_gui.gui.live.choosers import ModelChooser


def test_a_model_whose_name_has_no_room_is_seen_to_be_shortened(qtbot):
    models = ModelChooser()
    qtbot.addWidget(models)
    models.add_folder(Path("a model of woodpeckers drumming on hollow trunks"))
    models.resize(1000, 30)
    models.show()
    assert models.shown_text == models.currentText()
    wide = models.grab().toImage()
    models.resize(140, 30)
    assert models.shown_text.endswith("…")
    assert models.shown_text[:-1] in models.currentText()
    assert models.grab().toImage() != wide.copy(0, 0, 140, 30)
