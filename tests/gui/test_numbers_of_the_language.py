"""What is shown follows the language of the window, and what was typed is read as it was meant."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.report import Report
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.gui.number_box import CountBox, MinusBox, NumberBox
from audioclf_gui.gui.text import (
    clock,
    clock_short,
    date_text,
    edges_text,
    exact_number,
    hz_text,
    length_text,
    number_text,
    score_text,
    seconds_text,
    shown_number,
    typed_over,
    with_point,
)
from audioclf_gui.gui.translate import install_language, words, words_in_files

MINUS, NARROW = "\N{MINUS SIGN}", "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def speak(qapp):
    yield lambda code: install_language(qapp, code)
    install_language(qapp, "en")


def told() -> tuple[str, ...]:
    """A number of each kind that the window shows."""
    return (
        shown_number(-0.934, ".2f"),
        shown_number(1234.5, ",.1f"),
        number_text(44100),
        exact_number(0.25, 6),
        exact_number(3.0, 6),
        exact_number(100.0, 0),
        clock(2.481),
        clock_short(3662.9),
        seconds_text(0.25),
        length_text(0.00135),
        edges_text(2.25, 3.0),
        hz_text(5100.0),
        score_text(0.93),
        date_text(date(2026, 11, 28)),
        words(in_unit(2.134, "dB")),
        words(Text("{done_mb:.1f} of {total_mb:.1f} MB", done_mb=0.5, total_mb=1.5)).partition(" ")[0],
    )


INTERNATIONAL = (
    f"{MINUS}0.93",
    f"1{NARROW}234.5",
    f"44{NARROW}100",
    "0.25",
    "3",
    "100",
    "00:02.481",
    "1:01:02",
    "0.25 s",
    "1.35 ms",
    "2.250\N{EN DASH}3.000 s",
    "5.1k",
    "0.93",
    "2026-11-28",
    "2.13 dB",
    "0.5",
)
GERMAN = (
    f"{MINUS}0,93",
    "1.234,5",
    "44.100",
    "0,25",
    "3",
    "100",
    "00:02,481",
    "1:01:02",
    "0,25 s",
    "1,35 ms",
    "2,250\N{EN DASH}3,000 s",
    "5,1k",
    "0,93",
    "28.11.26",
    "2,13 dB",
    "0,5",
)


@pytest.mark.parametrize(
    ("code", "expected"), [("en", INTERNATIONAL), ("de", GERMAN), ("zh_CN", INTERNATIONAL)]
)
def test_numbers_and_dates_have_the_signs_of_the_language(speak, code, expected):
    speak(code)
    assert told()[:-1] == expected[:-1]
    assert expected[-1] in words(Text("{done_mb:.1f} MB", done_mb=0.5))


def test_files_have_points_in_every_language(speak):
    speak("de")
    assert words_in_files(Text("{done_mb:.1f} MB", done_mb=0.5)) == "0.5 MB"
    assert str(in_unit(2.134, "dB")) == "2.13 dB"
    assert text_from(Text.number(0.5, ".3f").stored()) == Text.number(0.5, ".3f")


@pytest.mark.parametrize(
    ("code", "typed", "read"),
    [
        ("de", "1,5", "1.5"),
        ("de", "1.5", "1.5"),
        ("de", "1:02,5", "1:02.5"),
        ("de", f"{MINUS}3,25", "-3.25"),
        ("de", "1.234,5", "1.234.5"),  # no number, so whoever reads it refuses it
        ("en", "1.5", "1.5"),
        ("en", "1,5", "1,5"),
        ("zh_CN", "1.5", "1.5"),
    ],
)
def test_what_was_typed_is_read_with_a_point(speak, code, typed, read):
    speak(code)
    assert with_point(typed) == read


@pytest.mark.parametrize("code", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("number", [7, 1234, 44100])
def test_a_whole_number_that_a_field_shows_is_read_back_as_it_is(speak, code, number):
    speak(code)
    assert float("".join(with_point(typed_over(number)).split())) == number


def test_the_figures_of_a_report_have_the_signs_of_the_language(qtbot, speak):
    from audioclf_gui.core.figures import SingleLabelFigures
    from audioclf_gui.gui.train.figures_row import FiguresRow

    report = Report(figures=SingleLabelFigures(0.9134, 0.8, 0.7, 0.31, 0.042))
    for code, accuracy in (("en", "0.913"), ("de", "0,913"), ("en", "0.913")):
        speak(code)
        row = FiguresRow()
        qtbot.addWidget(row)
        row.show_report(report)
        assert row.blocks["accuracy"].value.text() == accuracy
        assert accuracy in row.blocks["accuracy"].accessibleName()


def type_into(qtbot, box, typed):
    """Type over what a field shows, as a person does, and leave it with Return."""
    qtbot.addWidget(box)
    box.show()
    box.selectAll()
    for sign in typed:
        QTest.keyClicks(box, sign) if sign.isascii() else box.lineEdit().insert(sign)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("code", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("typed", ["1.5", "1,5"])
@pytest.mark.parametrize("most", [99.0, 100000.0])
def test_a_point_and_a_comma_are_the_decimal_sign_of_a_field(qtbot, speak, code, typed, most):
    speak(code)
    box = NumberBox(maximum=most, suffix=" s")
    type_into(qtbot, box, typed)
    assert box.value() == 1.5
    assert box.text() == ("1,50 s" if code == "de" else "1.50 s")


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("typed", ["1.234,5", "1,234.5", "1.2.3"])
def test_a_second_decimal_sign_is_not_taken(qtbot, speak, code, typed):
    speak(code)
    box = NumberBox(maximum=1e6, decimals=5)
    type_into(qtbot, box, typed)
    assert box.value() < 2.0, "the sign that was typed second is left out, with what is shown"


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("sign", ["-", MINUS])
def test_a_field_of_levels_takes_each_minus_sign(qtbot, speak, code, sign):
    speak(code)
    box = MinusBox(minimum=-120.0, maximum=0.0, decimals=1, suffix=" dB")
    type_into(qtbot, box, f"{sign}12.5")
    assert box.value() == -12.5
    assert box.text() == (f"{MINUS}12,5 dB" if code == "de" else f"{MINUS}12.5 dB")


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("sign", [".", ","])
def test_a_field_of_counts_takes_no_fractions(qtbot, speak, code, sign):
    speak(code)
    box = CountBox(maximum=100000)
    type_into(qtbot, box, f"1{sign}")
    assert box.text() == "1"
    assert box.value() == 1


def test_the_axes_of_plots_have_the_signs_of_the_language(qtbot, speak):
    from audioclf_gui.gui.train.unit_plot import unit_plot

    for code, half in (("de", "0,5"), ("en", "0.5"), ("zh_CN", "0.5")):
        speak(code)
        plot = unit_plot("recall", "precision")
        qtbot.addWidget(plot)
        axis = plot.getPlotItem().getAxis("left")
        assert axis.tickStrings([0.5], 1.0, 0.1) == [half]
