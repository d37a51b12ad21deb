"""Labels show what they are of and hide nothing of what is looked at."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track
from audioclf_gui.gui.label.label_painter import ROW_PX
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.label.transport import selection_texts
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.theme import apply_theme, contrast, luminance

LOW_HZ, HIGH_HZ = 2000.0, 5000.0


def put(user, label):
    user.document.do(Text("label"), Change(labels={user.clip.id: (label,)}))


def column(user, time_s):
    """The colours of the picture at a time, from above."""
    pane = user.editor.spectrogram
    image, x = pane.grab().toImage(), user.at(pane, time_s).x()
    return [image.pixelColor(x, y).name() for y in range(pane.height())]


@pytest.fixture
def looking(user):
    """The picture of a clip, exact, with the red line out of the way."""
    user.open("new-0.wav")
    user.view.set_cursor(0.0)
    user.qtbot.waitUntil(lambda: user.editor.spectrogram.picture.is_exact)
    return user


@pytest.mark.parametrize("is_selected", [False, True])
def test_a_box_of_three_pixels_leaves_its_call_to_be_seen_and_what_is_over_and_under_it(looking, is_selected):
    pane, pixel_s = looking.editor.spectrogram, looking.view.s_per_px
    time_s = pane.time_of(looking.at(pane, 0.25).x())
    before = column(looking, time_s)
    box = Label(None, time_s - 1.5 * pixel_s, time_s + 1.5 * pixel_s, LOW_HZ, HIGH_HZ)
    put(looking, box)
    if is_selected:
        looking.layer.choose((box,))
    top, bottom = (round((1 - pane.axis.height_at(hz)) * pane.height()) for hz in (HIGH_HZ, LOW_HZ))
    after = column(looking, time_s)
    assert after[top + 3 : bottom - 3] == before[top + 3 : bottom - 3]
    beside_px = 12  # of lines and handles
    assert after[: top - beside_px] == before[: top - beside_px]
    assert after[bottom + beside_px :] == before[bottom + beside_px :]


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_a_box_without_a_class_is_light_on_a_dark_picture_in_both_themes(looking, qapp, scheme):
    put(looking, Label(None, 0.1, 0.3, LOW_HZ, HIGH_HZ))
    apply_theme(qapp, scheme)
    try:
        pane = looking.editor.spectrogram
        top = round((1 - pane.axis.height_at(HIGH_HZ)) * pane.height())
        edge = max(column(looking, 0.2)[top - 2 : top + 2], key=luminance)
        assert contrast(edge, pane.background.name()) > 7
    finally:
        apply_theme(qapp, Qt.ColorScheme.Dark)


def test_a_narrow_label_bears_the_beginning_of_its_name_and_not_its_colour_alone(looking):
    classes = looking.document.view.with_classes(["x", "a name that is longer"])
    letter, name = classes[-2:]
    tiers, pixel_s = looking.editor.tiers, looking.view.s_per_px
    for known, width, is_written in ((letter, 12, True), (name, 12, True), (name, 5, False)):
        label = Label(known.id, 0.2, 0.2 + width * pixel_s)
        change = Change(labels={looking.clip.id: (label,)}, classes=classes)
        looking.document.do(Text("label"), change)
        looking.layer.select(None)
        inside = width - 2
        place = QRect(looking.at(tiers, 0.2).x() + 1, tiers.track_top("") + 3, inside, ROW_PX - 7)
        image = tiers.grab(place).toImage()
        colours = {image.pixelColor(x, y).name() for x in range(inside) for y in range(image.height())}
        assert (len(colours) > 1) == is_written


def test_a_moment_at_the_end_of_a_clip_has_its_name_before_it(looking):
    tiers, duration_s = looking.editor.tiers, looking.view.duration_s
    classes = looking.document.view.with_classes(["L-L%"])
    label = Label(classes[-1].id, duration_s, duration_s)
    change = Change(labels={looking.clip.id: (label,)}, classes=classes)
    looking.document.do(Text("label"), change)
    width = tiers.fontMetrics().horizontalAdvance("L-L%")
    place = QRect(looking.at(tiers, duration_s).x() - width - 8, tiers.track_top("") + 4, width, ROW_PX - 8)
    image = tiers.grab(place).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(width) for y in range(image.height())}
    assert len(colours) > 1


@pytest.mark.parametrize(
    ("start_s", "end_s", "told"),
    [(0.18046, 0.18181, "0.1805 – 0.1818 s  (1.35 ms)"), (2.25, 3.0, "2.250 – 3.000 s  (0.750 s)")],
)
def test_short_stretches_are_told_more_exactly(start_s, end_s, told):
    assert told in selection_texts(Selection(start_s, end_s))


def test_labels_of_the_current_track_stand_out_from_those_of_others(looking):
    words, phones = Track("words"), Track("phones")
    labels = (Label(None, 0.1, 0.2, track="words"), Label(None, 0.3, 0.4, track="phones"))
    looking.document.do(Text("label"), Change(labels={looking.clip.id: labels}, tracks=(words, phones)))
    wave, tiers = looking.editor.wave, looking.editor.tiers

    def lightness():
        image = wave.grab().toImage()
        return [
            image.pixelColor(looking.at(wave, time_s).x(), 3).lightness() for time_s in (0.15, 0.35, 0.45)
        ]

    for track in ("words", "phones"):
        name = QPoint(GUTTER // 2, tiers.track_top(track) + ROW_PX // 2)
        looking.qtbot.mouseClick(tiers, Qt.MouseButton.LeftButton, pos=name)
        in_words, in_phones, in_none = lightness()
        assert (in_words > in_phones) == (track == "words")
        assert min(in_words, in_phones) > in_none
    looking.open("rain-0.wav")
    looking.document.do(Text("label"), Change(labels={looking.clip.id: labels[:1]}))
    assert looking.layer.current_track == phones
    assert lightness()[0] == in_phones, "where the current track is empty, the others need not stand back"


def test_a_call_of_a_bat_is_measured_in_full_in_a_small_window(looking, add_clip):
    looking.workspace.window().resize(1264, 700)  # what a window of 1280 pixels leaves
    add_clip("bat.wav", 0.1 * np.random.default_rng(0).standard_normal(192_000), 384_000)
    looking.view.select(Selection(0.18046, 0.18181, 61_440.0, 100_800.0))
    lines = looking.editor.measured
    looking.qtbot.waitUntil(lambda: lines.energy.whole_text() != "")
    for line in (lines.levels, lines.energy):
        assert line.text() == line.whole_text()


def test_fields_of_the_band_keep_their_height_where_there_is_little_room(looking):
    looking.workspace.window().resize(1264, 200)
    for field in looking.editor.measured.findChildren(QLineEdit):
        assert field.height() >= field.fontMetrics().height() + 2


def test_a_panel_is_as_large_as_what_it_shows(looking):
    looking.workspace.commands["export_sounds"].trigger()
    panel = looking.workspace.sounds
    assert panel.isVisible()
    assert not panel.tracks.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert panel.height() == panel.sizeHint().height()
    panel.hide()
