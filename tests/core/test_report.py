"""A report is read once, whatever kind of objective and version it is of."""

import pytest

from audioclf_gui.core.figures import Figure, MultiLabelFigures, RegressionFigures, SingleLabelFigures
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.report import Report, figure_title, report_from_json
from audioclf_gui.core.text import Text

NUMBERS = {
    "objective": "regression",
    "quantity": "snr",
    "unit": "dB",
    "r2": 0.9,
    "mae": 2.134,
    "rmse": 3.0,
    "bias": -0.5,
    "guess_rmse": 9.0,
    "estimates": [[1.0, 2.0], [3.0, 2.5]],
}


def test_a_report_of_version_0_1_0_has_one_class_per_sound_and_notes_in_english():
    report = report_from_json(
        {
            "classes": ["dog", "wren"],
            "clips": {"train": 8, "valid": 0, "test": 2, "quarantined": 0},
            "accuracy": 0.5,
            "per_class": [
                {"class": "dog", "precision": 0.5, "recall": 1.0, "f1": 0.67, "support": 1},
                {"class": "wren", "precision": 0.0, "recall": 0.0, "f1": 0.0, "support": 1},
            ],
            "confusion": [[1, 0], [1, 0]],
            "notes": ["The split is random."],
            "seconds": {"total": 3.5},
            "best_epoch": None,
        }
    )
    assert isinstance(report.figures, SingleLabelFigures)
    assert (report.figures.accuracy, report.headline.interval) == (0.5, None)
    assert report.figures.temperature is None
    assert report.confusion == ((1, 0), (1, 0))
    assert report.classes == ("dog", "wren")
    assert report.notes == (Text.plain("The split is random."),)
    assert (report.best_epoch, report.seconds, report.class_ids) == (0, 3.5, ())


def test_a_run_that_came_to_nothing_has_no_figures_and_says_why():
    report = report_from_json({"error": "no memory left"})
    assert (report.figures, report.shown, report.headline) == (None, (), None)
    assert str(report.error) == "no memory left"
    assert report_from_json({}) == Report()


def test_the_figures_of_a_number_have_its_unit_and_no_classes():
    report = report_from_json(NUMBERS)
    assert isinstance(report.figures, RegressionFigures)
    assert report.figures.estimates == ((1.0, 2.0), (3.0, 2.5))
    assert not report.is_of_classes
    assert (report.per_class, report.confusion) == ((), ())
    assert str(report.headline.text) == "R² 0.900"
    assert [str(one.value_text) for one in report.shown] == [
        "0.900",
        "2.13 dB",
        "3.00 dB",
        "-0.500 dB",
        "9.00 dB",
    ]


def test_the_figures_of_sets_of_classes_have_no_confusion():
    report = report_from_json(
        {
            "objective": "multi-label",
            "macro_average_precision": 0.8,
            "per_class": [{"class": "dog", "average_precision": 0.7, "support": 3}],
            "class_ids": [4],
        }
    )
    assert isinstance(report.figures, MultiLabelFigures)
    assert report.per_class[0].average_precision == 0.7
    assert (report.confusion, report.class_ids) == ((), (ClassId(4),))


def test_of_a_cross_validation_the_mean_and_the_deviation_count_where_there_are_some():
    report = report_from_json(
        {**NUMBERS, "mean": {"r2": 0.8, "mae": 2.0}, "sd": {"r2": 0.1}, "folds": [NUMBERS, NUMBERS]}
    )
    r2, mae, rmse, *_ = report.shown
    assert (r2.value, r2.sd, r2.interval) == (0.8, 0.1, None)
    assert (str(mae.value_text), mae.sd) == ("2.00 dB", 0.0)
    assert (rmse.value, rmse.sd) == (3.0, None)
    assert [fold.headline.value for fold in report.folds] == [0.9, 0.9]


def test_a_kind_of_objective_that_is_not_known_has_no_figures_but_breaks_nothing():
    report = report_from_json({"objective": "ranking", "accuracy": 1.0})
    assert report.figures is None
    assert figure_title("ranking") == Text("accuracy")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2.1339, "2.13 dB"),
        (-12.34, "-12.3 dB"),
        (0.512, "0.512 dB"),
        (0.000123456, "0.000123 dB"),
        (0.0, "0.000 dB"),
        (12345.6, "12346 dB"),
        (999.7, "1000 dB"),
    ],
)
def test_a_value_is_shown_to_three_digits_with_its_unit(value, words):
    assert str(in_unit(value, "dB")) == words


@pytest.mark.parametrize(
    ("interval", "told"),
    [((0.8, 0.91), "0.80 to 0.91"), ((0.0, 0.004), "0.000 to 0.004"), ((-0.2, 0.01), "-0.20 to 0.01")],
)
def test_an_interval_of_small_figures_has_the_decimals_to_be_told_by(interval, told):
    figure = Figure("log_loss", Text("log loss"), Text("a tip"), 0.001, interval=interval)
    assert str(figure.interval_text) == told
