"""The panes: what they show, how they follow, and what stands there when there is nothing to show."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
)

from audioclf_gui.audio.frequency_axis import AXIS_KINDS
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.colour_maps import COLOUR_MAPS, colour_table, comfortable_range
from audioclf_gui.gui.label.pictures import draw, missing
from audioclf_gui.gui.label.ruler import tick_step_s, tick_text
from audioclf_gui.gui.label.transport import selection_texts
from audioclf_gui.gui.label.view_loader import ViewSource
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.popover import Popover
from audioclf_gui.jobs.writing import AddClips

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def brightest_row(image: QImage, x: int) -> int:
    return max(range(image.height()), key=lambda y: QColor(image.pixel(x, y)).lightness())


@pytest.mark.parametrize("kind", AXIS_KINDS)
def test_a_tone_is_drawn_at_its_frequency(user, kind):
    user.open("rain-0.wav")
    pane = user.editor.spectrogram
    user.workspace.look.panel.axis.setCurrentIndex(user.workspace.look.panel.axis.findData(kind))
    user.qtbot.waitUntil(lambda: pane.picture is not None and pane.picture.request.what.axis.kind == kind)
    user.qtbot.waitUntil(lambda: pane.picture.is_exact)
    user.view.set_cursor(0.4)
    y = brightest_row(pane.grab().toImage(), user.at(pane, 0.25).x())
    assert pane.axis.frequency_at(1 - y / pane.height()) == pytest.approx(900, abs=40)


def test_close_views_of_a_long_clip_become_sharp_wherever_one_goes(user, tone):
    """Zooming, scrolling and jumping about while the file is still being read must not leave blocks."""
    editor, view = user.editor, user.view
    editor.show_source(ViewSource(tone("long.wav", seconds=150.0), "long"), 150.0, None)

    def is_sharp():
        picture = editor.spectrogram.picture
        if picture is None or picture.request.view is not editor.spectrogram.clip_view:
            return False
        asked = picture.request
        covers = asked.start_s <= view.t0_s + 1e-9 and asked.stop_s >= min(view.end_s, 150.0) - 1e-9
        exact = covers and picture.is_exact and not missing(asked, asked.start_s, asked.stop_s)
        return exact and np.array_equal(draw(asked).bytes, picture.bytes)

    for start_s in (0.0, 100.0, 40.0):
        view.show_span(start_s, start_s + 20.0)
        view.scroll_px(300.0)
        view.zoom(0.8)
        user.qtbot.waitUntil(is_sharp)


def test_the_pointer_tells_time_frequency_and_level(user):
    user.open("rain-0.wav")
    pane = user.editor.spectrogram
    user.qtbot.waitUntil(lambda: pane.picture.is_exact)
    y = round((1 - pane.axis.height_at(900)) * pane.height())
    pointed = pane.describe(user.at(pane, 0.25, y).toPointF())
    assert pointed.time_s == pytest.approx(0.25, abs=0.002)
    assert pointed.frequency_hz == pytest.approx(900, rel=0.02)
    assert pointed.level == pytest.approx(-14, abs=2)
    user.qtbot.mouseMove(pane, user.at(pane, 0.2, y))
    pane.pointed.emit(pointed)
    assert "Hz" in user.editor.readout.text()
    assert "dB" in user.editor.readout.text()


def test_a_missing_file_is_said_in_words_and_found_again(user, tmp_path):
    document = user.document
    clip = next(clip for clip in document.view.clips if clip.name == "rain-1.wav")
    old = document.view.audio_path(clip)
    moved = tmp_path / "moved" / "rain-again.wav"
    moved.parent.mkdir()
    shutil.move(old, moved)
    user.click_row(user.row("rain-1.wav"))
    notice = user.editor.notice
    user.qtbot.waitUntil(notice.isVisible)
    assert "rain-1.wav" in notice.words.text()
    assert notice.button.isVisible()
    user.workspace.relinking.search(moved.parent)
    user.wait_for_picture()
    assert document.view.audio_path(user.clip) == moved
    assert not notice.isVisible()
    user.document.undo()
    assert document.view.audio_path(user.clip) == old


def test_of_two_copies_of_a_missing_file_none_is_taken_and_that_is_said(user, tmp_path):
    document = user.document
    clip = next(clip for clip in document.view.clips if clip.name == "rain-1.wav")
    old = document.view.audio_path(clip)
    for folder in ("first", "second"):
        (tmp_path / "moved" / folder).mkdir(parents=True)
        shutil.copy(old, tmp_path / "moved" / folder / "rain-1.wav")
    old.unlink()
    user.workspace.relinking.search(tmp_path / "moved")
    bar = user.context.message_bar
    user.qtbot.waitUntil(bar.isVisible)
    assert "rain-1.wav" in bar.text.text()
    assert document.view.audio_path(clip) == old


def test_a_damaged_file_is_said_in_words(user):
    document = user.document
    clip = next(clip for clip in document.view.clips if clip.name == "rain-1.wav")
    document.view.audio_path(clip).write_bytes(b"no sound at all" * 9)
    user.click_row(user.row("rain-1.wav"))
    user.qtbot.waitUntil(user.editor.notice.isVisible)
    assert "rain-1.wav" in user.editor.notice.words.text()
    assert not user.editor.notice.button.isVisible()
    user.open("dog-0.wav")
    assert not user.editor.notice.isVisible()


def test_what_comes_in_late_for_another_clip_is_dropped(user):
    user.click_row(user.row("rain-1.wav"))
    user.click_row(user.row("dog-1.wav"))
    user.wait_for_picture()
    assert user.editor.spectrogram.picture.request.view is user.editor.spectrogram.clip_view
    assert user.editor.spectrogram.clip_view.wave.duration_s == user.clip.duration_s


def test_zoom_keys_change_the_view(user):
    user.open("rain-0.wav")
    user.key(KEY.Key_1, CTRL)
    assert user.view.end_s - user.view.t0_s == pytest.approx(0.25, rel=0.01)
    user.key(KEY.Key_3, CTRL)
    assert user.view.is_fitted
    user.select(0.2, 0.3)
    user.key(KEY.Key_E, CTRL)
    assert user.view.t0_s < 0.2 < 0.3 < user.view.end_s
    assert user.view.end_s - user.view.t0_s < 0.15


def test_arrows_seek_and_home_and_end_go_to_the_ends(user):
    user.open("rain-0.wav")
    user.editor.setFocus()
    user.key(KEY.Key_Right)
    assert user.view.cursor_s == pytest.approx(0.5)
    user.key(KEY.Key_Home)
    assert user.view.cursor_s == 0.0
    user.key(KEY.Key_End)
    assert user.view.cursor_s == pytest.approx(0.5)


def test_space_plays_the_selection_in_the_band_of_its_box(user, monkeypatch):
    played = []
    monkeypatch.setattr(
        user.context.player, "play", lambda path, *args, **more: played.append((path.name, args, more))
    )
    user.open("rain-0.wav")
    user.view.select(Selection(0.1, 0.2, 500.0, 2000.0))
    user.key(KEY.Key_Space)
    name, stretch, how = played[0]
    assert (name, stretch, how["band_hz"]) == ("rain-0.wav", (0.1, 0.2), (500.0, 2000.0))


def test_the_frame_of_the_overview_is_dragged(user):
    user.open("rain-0.wav")
    user.view.show_span(0.1, 0.2)
    overview = user.editor.overview
    width = overview.width()
    user.drag(overview, QPoint(round(width * 0.3), 20), QPoint(round(width * 0.5), 20))
    assert user.view.t0_s == pytest.approx(0.2, abs=0.01)


def test_every_control_has_a_name_for_screen_readers(user):
    kinds = QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QAbstractSlider
    nameless = [
        widget
        for kind in kinds
        for widget in user.workspace.findChildren(kind)
        if widget.isVisible() and not _name(widget) and not _is_part_of_qt(widget)
    ]
    assert nameless == []


def test_every_control_of_every_panel_has_a_name_too(user):
    kinds = QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QAbstractSlider, QAbstractSpinBox
    for panel in user.workspace.findChildren(Popover):
        nameless = [
            widget
            for kind in kinds
            for widget in panel.findChildren(kind)
            if not _name(widget) and not _is_part_of_qt(widget) and not _is_labelled(panel, widget)
        ]
        assert nameless == [], panel


def _is_labelled(panel, widget):
    """Whether a form tells screen readers what the field beside a text is."""
    return panel.form.labelForField(widget) is not None


def _name(widget):
    return widget.accessibleName() or getattr(widget, "text", str)()


def _is_part_of_qt(widget):
    kinds = QHeaderView, QScrollBar, QLineEdit, QAbstractScrollArea, QAbstractSpinBox, QComboBox
    parent = widget.parentWidget()
    is_list_of_a_box = isinstance(parent.parentWidget(), QComboBox)
    is_inner = isinstance(widget, QHeaderView | QScrollBar) or isinstance(parent, kinds) or is_list_of_a_box
    return is_inner or not widget.isEnabled()


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_colour_maps_run_evenly_from_the_darkest_to_the_brightest_level(name):
    table = colour_table(name, 64, 192)
    light = np.array([QColor.fromRgb(int(one)).lightness() for one in table], int)
    assert (table[:65] == table[0]).all()
    assert (table[192:] == table[-1]).all()
    assert abs(light[-1] - light[0]) > 60


def test_silence_does_not_decide_the_range_of_a_picture():
    levels = np.zeros((100, 10), np.uint8)
    levels[:20] = np.linspace(100, 200, 20, dtype=np.uint8)[:, np.newaxis]
    low, high = comfortable_range(levels)
    assert 90 < low < 140
    assert 190 < high <= 200


@pytest.mark.parametrize(
    ("time_s", "step_s", "as_clock", "text"),
    [
        (2.5, 0.5, False, "2.5"),
        (10.0, 5.0, False, "10"),
        (90.0, 30.0, True, "1:30"),
        (3720.0, 60.0, True, "1:02:00"),
        (600.005, 0.005, True, "10:00.005"),
    ],
)
def test_times_on_the_axis_are_as_exact_as_the_step(time_s, step_s, as_clock, text):
    assert tick_text(time_s, step_s, as_clock=as_clock) == text


@pytest.mark.parametrize(("least_s", "step_s"), [(0.3, 0.5), (0.011, 0.02), (12.0, 20.0), (61.0, 120.0)])
def test_steps_of_the_axis_are_round(least_s, step_s):
    assert tick_step_s(least_s) == pytest.approx(step_s)


def test_a_selection_is_told_in_words():
    assert selection_texts(Selection(2.25, 3.0))[0] == "Selection 2.250 – 3.000 s  (0.750 s)"


def test_a_label_that_leaves_the_project_by_undo_is_not_selected_any_more(user):
    user.open("new-0.wav")
    user.editor.edits.add(Selection(0.1, 0.2), None)
    assert user.layer.selected == Label(None, 0.1, 0.2)
    user.document.undo()
    assert user.layer.selected is None


def test_an_error_while_drawing_is_shown_in_the_panes_place(user):
    user.open("rain-0.wav")
    user.editor.maker.failed.emit(UserError(Text("rain-0.wav is gone"), remedy=Text("Find it.")))
    assert user.editor.notice.isVisible()


def test_a_name_that_is_being_typed_stays_so_when_clips_come(user, tone):
    user.open("new-0.wav")
    user.select(0.15, 0.2)
    user.key(KEY.Key_Return)
    user.type("ow")
    classes = user.document.view.classes
    found = ingest([Candidate(tone("audio/more.wav"), "")])
    user.document.write(AddClips(tuple(one for one in found if isinstance(one, FoundClip))))
    assert user.document.view.classes == classes
    user.type("l")
    user.key(KEY.Key_Return)
    assert [one.name for one in user.document.view.classes if one not in classes] == ["owl"]


def test_clips_that_come_and_a_group_that_is_typed_leave_what_one_looks_at_as_it_is(user, tone):
    user.open("new-0.wav")
    user.view.show_span(0.1, 0.3)
    user.select(0.15, 0.2)
    seen = user.view.t0_s, user.view.end_s, user.view.selection
    peak = user.workspace.facts.peak.value.text()
    found = ingest([Candidate(tone("audio/more.wav"), "")])
    user.document.write(AddClips(tuple(one for one in found if isinstance(one, FoundClip))))
    user.workspace.facts.group.setFocus()
    user.type("site")
    user.key(KEY.Key_Return)
    assert user.clip.group == "site"
    assert (user.view.t0_s, user.view.end_s, user.view.selection) == seen
    assert user.workspace.facts.peak.value.text() == peak


def test_a_peak_that_rounds_to_full_scale_has_no_minus_sign(user, add_clip):
    add_clip("loud.wav", 0.9999 * np.sin(np.arange(16_000) / 5), 16_000)
    user.qtbot.waitUntil(lambda: user.workspace.facts.peak.value.text() == "0.0 dBFS")
