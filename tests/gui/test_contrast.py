"""All that is written can be read: the contrast of each text with its ground, as WCAG 2.2 asks for it."""

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from audioclf_gui.gui.theme import DARK, LIGHT, apply_theme, contrast, on_colour, style_sheet
from audioclf_gui.gui.train.confusion import ConfusionMatrix
from tests.gui.places import places
from tests.gui.written import written
from tests.sound_card import Plug

THEMES = pytest.mark.parametrize("colours", [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light")])
SCHEMES = pytest.mark.parametrize(
    "scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light], ids=["dark", "light"]
)
READABLE, OF_SIGNS = 4.5, 3.0
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"(?:^|;)\s*(color|background|selection-background-color|selection-color)\s*:\s*([^;]+)")


def rules(colours):
    """The style sheet's rules: the selector of each, and what it says of text and ground."""
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(colours), flags=re.DOTALL)
    for selectors, body in RULE.findall(sheet):
        said = {name: value.strip() for name, value in COLOUR.findall(body)}
        for selector in selectors.split(","):
            yield selector.strip(), said


def grounds(colours):
    """What is behind a widget that has no ground of its own."""
    return colours.window, colours.panel


@THEMES
def test_every_text_colour_of_the_style_sheet_can_be_read_on_its_ground(colours):
    said = {}
    for selector, colour in rules(colours):
        said[selector] = {**said.get(selector, {}), **colour}
    seen = 0
    for selector, own in said.items():
        plain = said.get(re.sub(r":[\w:-]+$", "", selector), {})
        kind = said.get(re.sub(r"\[[^\]]*\]|:[\w:-]+$", "", selector), {})
        inherited = {**kind, **plain, **own}
        text, ground = inherited.get("color"), inherited.get("background", "transparent")
        if text is None or ("color" not in own and "background" not in own):
            continue
        for one in grounds(colours) if ground == "transparent" else (ground,):
            seen += 1
            assert contrast(text, one) >= READABLE, f"{selector}: {text} on {one}"
    assert seen > 40


@THEMES
def test_chosen_words_can_be_read(colours):
    for selector, said in rules(colours):
        if {"selection-color", "selection-background-color"} <= said.keys():
            ratio = contrast(said["selection-color"], said["selection-background-color"])
            assert ratio >= READABLE, selector


@SCHEMES
def test_every_pair_of_the_palette_can_be_read(qapp, scheme):
    apply_theme(qapp, scheme)
    qt, role = qapp.palette(), QPalette.ColorRole
    pairs = [
        *product((role.WindowText, role.PlaceholderText, role.Link), (role.Window, role.Base)),
        (role.Text, role.Base), (role.Text, role.AlternateBase), (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase), (role.HighlightedText, role.Highlight),
    ]  # fmt: skip
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for text, ground in pairs:
            ratio = contrast(qt.color(group, text).name(), qt.color(group, ground).name())
            assert ratio >= READABLE, (group, text, ground)
    apply_theme(qapp, Qt.ColorScheme.Dark)


@pytest.fixture(params=[Qt.ColorScheme.Dark, Qt.ColorScheme.Light], ids=["dark", "light"])
def themed(request, qapp, window, plugged):
    plugged(Plug("default", rate_hz=44_100))
    apply_theme(qapp, request.param)
    yield window
    apply_theme(qapp, Qt.ColorScheme.Dark)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_text_that_the_window_shows_can_be_read(themed, project_folder, qtbot):
    faint, seen = {}, 0
    for where, shown in places(themed, project_folder, qtbot):
        for one in written(shown):
            seen += 1
            if not one.is_readable:
                faint.setdefault((one.by, one.colour, one.ground), f"{one.contrast:.2f} {where}: {one.text}")
    assert faint == {}
    assert seen > 1500


@SCHEMES
@pytest.mark.parametrize("share", [0, 1, 5, 20, 50, 80, 100])
def test_the_numbers_of_a_confusion_matrix_can_be_read(qtbot, qapp, scheme, share):
    apply_theme(qapp, scheme)
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_matrix(("dog", "rain"), ((share, 100 - share), (share, 100 - share)))
    matrix.resize(400, 300)
    matrix.show()
    qtbot.waitExposed(matrix)
    texts = written(matrix)
    assert len(texts) >= 6
    assert [one for one in texts if not one.is_readable] == []
    apply_theme(qapp, Qt.ColorScheme.Dark)


@SCHEMES
def test_words_on_any_colour_can_be_read(qapp, scheme):
    apply_theme(qapp, scheme)
    steps = range(0, 256, 15)
    for red, green, blue in product(steps, steps, steps):
        ground = QColor(red, green, blue)
        assert contrast(on_colour(ground).name(), ground.name()) >= READABLE
    apply_theme(qapp, Qt.ColorScheme.Dark)


@THEMES
@pytest.mark.parametrize("sign", ["scroll", "focus", "muted", "accent", "good", "bad", "warn", "found"])
def test_every_sign_stands_out_from_where_it_is_drawn(colours, sign):
    for ground in grounds(colours):
        assert contrast(getattr(colours, sign), ground) >= OF_SIGNS


def test_faint_words_are_found(qtbot):
    class Faint(ConfusionMatrix):
        def _paint_axes(self, painter, place):
            painter.setPen(QColor("#404040"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "faint")

    matrix = Faint()
    qtbot.addWidget(matrix)
    matrix.show_matrix(("dog",), ((1,),))
    matrix.show()
    qtbot.waitExposed(matrix)
    assert [one.text for one in written(matrix) if not one.is_readable] == ["faint"]
