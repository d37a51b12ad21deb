"""The keys of a preset, pressed in the editor."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.actions import PRESET_SETTING
from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def preset(request, session):
    session.put(PRESET_SETTING, request.param)


@pytest.fixture
def editing(preset, user):
    user.open("rain-0.wav")
    user.editor.setFocus()
    return user


@pytest.mark.parametrize("preset", ["audacity"], indirect=True)
def test_audacitys_keys_live_in_the_editor(editing):
    view = editing.view
    editing.key(KEY.Key_K)
    assert view.cursor_s == pytest.approx(view.duration_s)
    editing.key(KEY.Key_J)
    assert view.cursor_s == 0.0
    editing.key(KEY.Key_Period)
    assert view.cursor_s == pytest.approx(0.5)  # a second forward, as far as the clip reaches
    editing.key(KEY.Key_A, CTRL)
    assert view.selection == Selection(0.0, view.duration_s)
    editing.key(KEY.Key_Q)
    assert view.selection.band_hz is not None
    editing.key(KEY.Key_Plus, CTRL)
    assert not view.is_fitted
    editing.key(KEY.Key_Minus, CTRL)
    assert view.is_fitted
    editing.key(KEY.Key_1, CTRL)
    editing.key(KEY.Key_F, CTRL)
    assert view.is_fitted


@pytest.mark.parametrize("preset", ["praat"], indirect=True)
def test_praats_keys_zoom_move_edges_and_label(editing, monkeypatch):
    view = editing.view
    editing.key(KEY.Key_I, CTRL)
    assert not view.is_fitted
    editing.key(KEY.Key_A, CTRL)
    assert view.is_fitted
    view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_Up, SHIFT)
    editing.key(KEY.Key_Down, CTRL)
    assert view.selection.start_s == pytest.approx(0.2 - view.s_per_px)
    assert view.selection.end_s == pytest.approx(0.3 + view.s_per_px)
    played = []
    monkeypatch.setattr(editing.context.player, "play", lambda path, *what, **how: played.append(what))
    editing.key(KEY.Key_Tab)
    assert played == [(view.selection.start_s, view.selection.end_s)]


@pytest.mark.parametrize("preset", ["label studio"], indirect=True)
def test_label_studios_keys_grow_and_shrink_and_change_clips(editing):
    view = editing.view
    view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_Left)
    editing.key(KEY.Key_Right, ALT)
    assert view.selection.start_s == pytest.approx(0.2 - view.s_per_px)
    assert view.selection.end_s == pytest.approx(0.3 - view.s_per_px)
    before = editing.clip
    editing.key(KEY.Key_Right, CTRL)
    assert editing.clip != before


@pytest.mark.parametrize("preset", [""], indirect=True)
@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter], ids=["return", "of the number pad"])
def test_without_a_preset_enter_commits_a_box_and_lets_it_be_named_as_in_raven(editing, key):
    view = editing.view
    view.select(Selection(0.2, 0.3, 1000.0, 2000.0))
    editing.key(key)
    label = editing.labels[-1]
    assert (label.start_s, label.end_s) == pytest.approx((0.2, 0.3))
    assert (label.low_hz, label.high_hz) == (1000.0, 2000.0)
    editing.type("owl")
    editing.key(key)
    names = {one.id: one.name for one in editing.document.view.classes}
    assert names[editing.labels[-1].class_id] == "owl"
