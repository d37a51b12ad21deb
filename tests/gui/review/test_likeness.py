"""More like this: the clips that sound most like one come into the grid, from Review and from Label."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.likeness import EAR_SETTING
from audioclf_gui.gui.theme import class_colour
from audioclf_gui.jobs.heard_sounds import STATISTICS

RATE_HZ = 16_000


@pytest.fixture
def project_folder(project_folder):
    """The even ones of the clips c00 to c39 are high tones, the odd ones low."""
    time_s = np.arange(4000) / RATE_HZ
    rng = np.random.default_rng(2)
    for number in range(40):
        tone = np.sin(2 * np.pi * (400.0 if number % 2 else 3000.0) * time_s)
        noisy = 0.3 * tone + 0.02 * rng.standard_normal(len(time_s))
        write_wav(project_folder / "audio" / f"c{number:02}.wav", noisy.astype(np.float32), RATE_HZ)
    return project_folder


@pytest.fixture
def context(context, qtbot):
    context.session.put(EAR_SETTING, STATISTICS)
    yield context
    qtbot.waitUntil(lambda: not context.tasks.running)


def names(workspace, context):
    return [context.document.view.clip(entry.clip_id).name for entry in workspace.grid.entries]


def numbers(found):
    return {int(name[1:3]) % 2 for name in found if name.startswith("c")}


def test_a_key_shows_what_sounds_like_the_current_clip_after_it(workspace, context, clip_ids, qtbot):
    workspace.show_clips("Chosen", [clip_ids["c07"], clip_ids["c08"]])
    with qtbot.waitSignal(workspace.by_sound.found, timeout=60_000):
        qtbot.keyClick(workspace.grid, Qt.Key.Key_M)
    found = names(workspace, context)
    assert found[0] == "c07.wav"
    assert numbers(found[:20]) == {1}
    assert workspace.panel.given.text() == "Sounds like c07.wav, through statistics of the spectrogram"
    qtbot.keyClick(workspace.grid, Qt.Key.Key_1)
    assert context.document.view.labels(clip_ids["c07"]), "and it can be labelled there at once"


@pytest.fixture
def label_workspace(context, tmp_path):
    workspace = LabelWorkspace(context, tmp_path / "cache")
    yield workspace
    workspace.shutdown()


def test_in_label_the_selected_stretch_is_what_others_must_be_like(label_workspace, context, clip_ids, qtbot):
    workspace = label_workspace
    context.document.set_current(clip_ids["c12"])
    qtbot.addWidget(workspace)
    with qtbot.waitActive(workspace):
        workspace.show()
        workspace.activateWindow()
    qtbot.waitUntil(lambda: workspace.editor.view.duration_s > 0.0)
    with qtbot.waitSignal(workspace.clips_shown, timeout=60_000) as shown:
        qtbot.keyClick(workspace, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    _title, clips = shown.args
    assert clips[0] == clip_ids["c12"]
    view = context.document.view
    assert numbers(view.clip(one).name for one in clips[:20]) == {0}
    qtbot.keyClick(
        workspace, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    with qtbot.waitSignal(workspace.clips_shown, timeout=60_000) as shown:
        qtbot.keyClick(workspace, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert numbers(view.clip(one).name for one in shown.args[1][:20]) == {0}


def test_a_key_shows_the_clips_that_are_worth_most_to_label(workspace, context, qtbot):
    with qtbot.waitSignal(workspace.by_sound.found, timeout=60_000):
        qtbot.keyClick(workspace.grid, Qt.Key.Key_U)
    found = names(workspace, context)
    assert len(found) == 20
    assert numbers(found) == {0, 1}
    assert not any(context.document.view.labels(entry.clip_id) for entry in workspace.grid.entries)
    assert workspace.panel.given.text().startswith("Most useful to label, of 40 clips without a label")


def test_through_what_sounds_are_compared_is_chosen_in_the_panel_and_remembered(workspace, context, qtbot):
    ear = workspace.by_sound.box.ear
    assert ear.currentText() == "Statistics"
    offered = [ear.itemText(place) for place in range(ear.count())]
    assert offered[0] == "What suits"
    assert "BirdNET 2.4" in offered
    qtbot.keyClick(ear, Qt.Key.Key_Home)
    assert context.session.text(EAR_SETTING) == ""


def test_a_cluster_is_labelled_by_one_action_that_can_be_undone(workspace, context, qtbot):
    with qtbot.waitSignal(workspace.by_sound.found, timeout=60_000):
        qtbot.mouseClick(workspace.by_sound.box.clusters, Qt.MouseButton.LeftButton)
    bar = workspace.by_sound.cluster_bar
    shown = [entry.clip_id for entry in workspace.grid.entries]
    assert numbers(names(workspace, context)) in ({0}, {1})
    assert bar.cluster.currentText() == f"Cluster 1 ({len(shown)})"
    before = context.document.view.labelled
    qtbot.mouseClick(bar.bulk.button, Qt.MouseButton.LeftButton)
    assert context.document.view.labelled == before, "no class is named yet"
    qtbot.keyClicks(bar.bulk.given.lineEdit(), "hum")
    qtbot.mouseClick(bar.bulk.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: context.document.view.labelled == before + len(shown))
    assert {known.name for known in context.document.view.classes} >= {"hum"}
    qtbot.waitUntil(lambda: bar.cluster.currentIndex() == 1)
    context.document.undo()
    assert context.document.view.labelled == before


@pytest.fixture
def sound_map(workspace, qtbot):
    with qtbot.waitSignal(workspace.by_sound.likeness.mapped, timeout=60_000):
        qtbot.mouseClick(workspace.by_sound.box.map, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(workspace.by_sound.map.isVisible)
    return workspace.by_sound.map


def test_the_map_colours_clips_by_class_and_follows_what_is_labelled(sound_map, workspace, context, clip_ids):
    known = {one.name: one for one in context.document.view.classes}
    assert sound_map.colours.keys() == {"no label", "dog", "rain", "bell"}
    assert sound_map.colours["dog"] == class_colour(known["dog"].colour).name()
    change = Change(labels={clip_ids["dog0"]: (), clip_ids["dog1"]: ()})
    assert context.do(Text("clear"), change)
    assert sound_map.colours.keys() == {"no label", "rain", "bell"}


def draw_round(pane, corners, qtbot):
    """Draw a line with the mouse, from the first corner back to it."""
    qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in (*corners[1:], corners[0]):
        drag(pane, corner)
    qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=corners[0])


def test_a_line_drawn_round_clips_shows_them_in_the_grid_and_labels_those_without_a_label(
    sound_map, workspace, context, clip_ids, qtbot
):
    pane, view = sound_map.plot.viewport(), context.document.view
    places = {name: sound_map.place_of(clip_id) for name, clip_id in clip_ids.items()}
    low = [places[f"c{number:02}"] for number in range(1, 40, 2)]
    left, right = min(one.x() for one in low) - 3, max(one.x() for one in low) + 3
    top, bottom = min(one.y() for one in low) - 3, max(one.y() for one in low) + 3
    corners = [
        QPoint(round(x), round(y)) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))
    ]
    inside = {name for name, one in places.items() if left < one.x() < right and top < one.y() < bottom}
    assert not sound_map.bulk.isVisible()
    draw_round(pane, corners, qtbot)
    found = {name.removesuffix(".wav") for name in names(workspace, context)}
    assert {f"c{number:02}" for number in range(1, 40, 2)} <= found <= inside
    assert numbers(f"{name}.wav" for name in found if name.startswith("c")) == {1}
    labelled = {clip_id: view.labels(clip_id) for clip_id in clip_ids.values() if view.labels(clip_id)}
    qtbot.keyClicks(sound_map.bulk.given.lineEdit(), "hum")
    qtbot.mouseClick(sound_map.bulk.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "hum" in sound_map.colours)
    view = context.document.view
    hum = view.classes[-1].id
    assert {name for name, one in clip_ids.items() if hum in whole_clip_classes(view.labels(one))} == {
        name for name in found if clip_ids[name] not in labelled
    }
    assert all(view.labels(clip_id) == labels for clip_id, labels in labelled.items())
    qtbot.mouseClick(sound_map.close_button, Qt.MouseButton.LeftButton)
    assert not sound_map.isVisible()


def test_a_click_on_a_point_plays_the_clip_and_says_which_it_is(
    sound_map, context, clip_ids, qtbot, monkeypatch
):
    played = []
    monkeypatch.setattr(context.player, "play", played.append)
    qtbot.mouseClick(
        sound_map.plot.viewport(),
        Qt.MouseButton.LeftButton,
        pos=sound_map.place_of(clip_ids["bell0"]).toPoint(),
    )
    assert [path.parent.name for path in played] == ["audio"]
    assert sound_map.told.text().split("\n")[0] == played[0].name


def drag(pane, place):
    """Move the pointer there with the left button down, as QTest cannot."""
    QApplication.sendEvent(
        pane,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(pane.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
