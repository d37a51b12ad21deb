from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from audioclf_gui.core.label import distinct_colour
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text
from audioclf_gui.gui import theme
from audioclf_gui.gui.live.event_log import EventLog, LoggedEvent
from audioclf_gui.gui.live.event_table import EventPanel
from audioclf_gui.gui.live.health_strip import HealthStrip
from audioclf_gui.gui.theme import DARK, LIGHT, apply_theme, class_colour, contrast, palette, style_sheet
from audioclf_gui.gui.train.curves import CurvePanel, RunCurves

THEMES = pytest.mark.parametrize("colours", [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light")])


@THEMES
@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("text", "panel"), ("text", "window"), ("text", "field"), ("text", "button"), ("text", "selection"),
        ("muted", "panel"), ("muted", "window"), ("muted", "wave_background"), ("link", "panel"),
        ("accent_text", "accent"), ("accent_text", "accent_hover"), ("text", "progress"),
        ("good", "panel"), ("bad", "panel"), ("warn", "panel"),
    ],
)  # fmt: skip
def test_words_have_the_contrast_that_wcag_asks_for(colours, text, background):
    assert contrast(getattr(colours, text), getattr(colours, background)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("sign", "background"),
    [("focus", "panel"), ("focus", "button"), ("focus", "field"), ("wave", "wave_background"),
     ("cursor", "wave_background"), ("muted", "field")],
)  # fmt: skip
def test_signs_have_the_contrast_that_wcag_asks_for(colours, sign, background):
    assert contrast(getattr(colours, sign), getattr(colours, background)) >= 3.0


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_every_class_colour_can_be_seen_on_a_panel(qapp, scheme):
    before = qapp.styleSheet()
    apply_theme(qapp, scheme)
    shown = [class_colour(distinct_colour(index)).name() for index in range(24)]
    assert all(contrast(colour, palette().panel) >= 2.95 for colour in shown)
    assert len(set(shown[:8])) == 8
    apply_theme(qapp, Qt.ColorScheme.Dark)
    assert qapp.styleSheet() == before


@THEMES
def test_the_style_sheet_uses_every_theme_and_leaves_no_name_open(colours):
    sheet = style_sheet(colours)
    assert "$" not in sheet
    assert colours.accent in sheet


def test_the_two_themes_name_the_same_colours():
    assert asdict(DARK).keys() == asdict(LIGHT).keys()
    assert all(len(colour) == 7 and colour.startswith("#") for colour in asdict(LIGHT).values())


def test_choosing_a_theme_in_the_menu_changes_the_window_at_once(window, qtbot):
    entries = {action.text(): action for action in window.menus.findChildren(QAction)}
    with qtbot.waitSignal(theme.theme_signals.changed):
        entries["Light"].trigger()
    assert palette() is LIGHT
    assert window.session.scheme == Qt.ColorScheme.Light
    corner = window.grab().toImage().pixelColor(2, window.height() // 2)
    assert corner.name() == LIGHT.window
    entries["Dark"].trigger()
    assert palette() is DARK


def warning():
    strip = HealthStrip()
    strip.say("No microphone", "warn")
    return strip


def curves():
    run = RunCurves("run 1")
    run.epochs += [Epoch(number, 2.0 / number, 0.5, 2.1 / number, 0.4, 1e-3, 1.0) for number in (1, 2)]
    run.best_epoch = 2
    panel = CurvePanel("Loss", "loss")
    panel.show_runs([run])
    return panel


def events():
    log = EventLog()
    log.rows.append(LoggedEvent(1.0, 0.0, 1.0, "dog", 0.9, True, Text("event")))
    log.accepted.append(0)
    panel = EventPanel(log)
    panel.model.set_colours({"dog": distinct_colour(0)})
    panel.reset(None)
    return panel


@pytest.mark.parametrize("make", [warning, curves, events])
def test_what_was_drawn_in_the_other_theme_is_drawn_anew(qtbot, qapp, make):
    apply_theme(qapp, Qt.ColorScheme.Dark)
    old = make()
    try:
        apply_theme(qapp, Qt.ColorScheme.Light)
        new = make()
        for one in (old, new):
            qtbot.addWidget(one)
            one.resize(400, 300)
            one.show()
            qtbot.waitExposed(one)
        assert old.grab().toImage() == new.grab().toImage()
    finally:
        apply_theme(qapp, Qt.ColorScheme.Dark)


def test_the_keyboard_focus_is_drawn(qtbot):
    button = QPushButton("Train")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.activateWindow()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without


def test_what_is_typed_into_a_choice_stands_where_what_is_chosen_does(qtbot):
    def place_of_ink(is_editable):
        box = QComboBox()
        if is_editable:
            box.setEditable(True)
            box.setLineEdit(QLineEdit())
        box.addItem("xxxx")
        qtbot.addWidget(box)
        box.resize(200, box.sizeHint().height())
        box.show()
        qtbot.waitExposed(box)
        image = box.grab().toImage()
        background = image.pixelColor(100, image.height() // 2)
        inside = range(4, image.height() - 4)
        places = [(x, y) for y in inside for x in range(4, 90) if image.pixelColor(x, y) != background]
        return min(x for x, _ in places), min(y for _, y in places), max(y for _, y in places)

    assert place_of_ink(is_editable=True) == pytest.approx(place_of_ink(is_editable=False), abs=2)
