"""What a model card says follows from the report that the model carries, figure by figure."""

import pytest

from audioclf_gui.core.text import Text
from audioclf_gui.jobs.documents.model_card import card_document
from audioclf_gui.jobs.documents.parts import Table
from audioclf_gui.ml.features import MelSettings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel

MEL = MelSettings(8000, 0.04, 0.02, 512, 2, 30.0, 4000.0)
REPORT = {
    "classes": ["dog", "cat"],
    "clips": {"train": 40, "valid": 8, "test": 35, "quarantined": 0},
    "pieces": {"train": 40, "valid": 8, "test": 35},
    "groups": {"train": 10, "valid": 2, "test": 7},
    "trained_clips": {"dog": 25, "cat": 15},
    "split": "by group",
    "measured_on": "test",
    "selection": "the weights at the end of the schedule",
    "accuracy": 0.9,
    "accuracy_low": 0.75,
    "accuracy_high": 0.97,
    "balanced_accuracy": 0.88,
    "macro_f1": 0.87,
    "log_loss": 0.3,
    "ece": 0.05,
    "per_class": [
        {
            "class": "dog",
            "precision": 0.95,
            "recall": 0.9,
            "low": 0.7,
            "high": 0.97,
            "f1": 0.92,
            "support": 30,
        },
        {"class": "cat", "precision": 0.8, "recall": 0.85, "low": 0.5, "high": 0.9, "f1": 0.82, "support": 5},
    ],
    "notes": ["Said in English."],
}


def card(report=REPORT, objective=None, settings=None):
    objective = objective or SingleLabel(("dog", "cat"))
    return ModelCard(
        objective=objective,
        architecture="r4_cnn",
        options={},
        front_end=LogMelPictures(0.5, "repeat", MEL),
        mean=(-50.0, -60.0),
        deviation=(12.0, 11.0),
        temperature=0.8,
        thresholds=(0.4, 0.55)[: len(objective.classes)],
        record={"report": report, "settings": settings or {}},
        versions={"torch": "2.9"},
    )


def sections(*given, **named):
    document = card_document("night", card(*given), **named)
    return {str(section.title): section for section in document.sections}


def said(section):
    return " ".join(str(block) for block in section.blocks if isinstance(block, Text))


def table(section):
    return next((block for block in section.blocks if isinstance(block, Table)), Table((), ()))


def cells(section):
    return [tuple(map(str, row)) for row in table(section).rows]


def test_classes_stand_with_what_they_were_learnt_from_and_how_well_they_are_told():
    classes = sections()["Classes"]
    assert cells(classes) == [
        ("dog", "25", "30", "0.950", "0.900 (0.70–0.97)", "0.920", "0.40"),
        ("cat", "15", "5", "0.800", "0.850 (0.50–0.90)", "0.820", "0.55"),
    ]
    renamed = sections(called={"cat": "wild cat"})["Classes"]
    assert [row[0] for row in cells(renamed)] == ["dog", "wild cat (trained as cat)"]
    unknown = sections({})["Classes"]
    assert cells(unknown)[0] == ("dog", "–", "–", "–", "–", "–", "0.40")


def test_figures_stand_with_where_they_are_from_and_what_there_is_to_know_of_them():
    good = sections()["How good it is"]
    assert [(name, value[:5]) for name, value, *_ in cells(good)] == [
        ("accuracy", "0.900"),
        ("balanced accuracy", "0.880"),
        ("macro F1", "0.870"),
        ("log loss", "0.300"),
        ("calibration error", "0.050"),
    ]
    assert len(table(good).header) == 3
    assert "kept back from training and judged once" in said(good)
    assert "Kept: the weights at the end of the schedule." in said(good)
    assert "Said in English." in said(good), "as version 0.1.0 kept it"
    texts = {**REPORT, "note_texts": [Text("Learnt from {n} clip.", "Learnt from {n} clips.", n=7).stored()]}
    assert "Learnt from 7 clips." in said(sections(texts)["How good it is"])
    assert "not measured" in said(sections({})["How good it is"])


def test_the_spread_of_folds_stands_beside_those_figures_that_have_one():
    folds = {**REPORT, "measured_on": "out-of-fold", "mean": {"accuracy": 0.91}, "sd": {"accuracy": 0.02}}
    good = sections(folds)["How good it is"]
    assert str(table(good).header[2]) == "Folds, mean ± sd"
    assert [row[2] for row in cells(good)] == ["0.910 ± 0.020", "", "", "", ""]
    assert "Fold by fold" in said(good)


@pytest.mark.parametrize(("pieces", "columns"), [(40, 3), (90, 4)])
def test_how_many_clips_each_part_had_and_pieces_where_these_are_more(pieces, columns):
    document = sections({**REPORT, "pieces": {**REPORT["pieces"], "train": pieces}})
    data, classes = document["Data"], document["Classes"]
    assert str(table(classes).header[1]) == ("Clips trained on" if columns == 3 else "Labels trained on")
    rows = cells(data)
    assert [row[0] for row in rows] == ["Training", "Validation", "Test"]
    assert {len(row) for row in (*rows, table(data).header)} == {columns}
    assert rows[0][1:] == (("40", "10") if columns == 3 else ("40", "90", "10"))
    assert "How they were parted: by group." in said(data)
    refitted = sections({**REPORT, "refit": True, "refit_clips": 83})["Data"]
    assert "trained anew on all 83 clips" in said(refitted)


def test_limits_name_the_band_and_the_classes_that_were_hardly_measured():
    limits = said(sections()["Limits"])
    assert "nothing above 4000 Hz" in limits
    assert "no other sounds than its classes" in limits
    assert "fewer than 30 clips, so that their figures are rough: cat." in limits


def test_of_a_number_there_are_no_classes_and_its_unit_is_told():
    report = {
        "objective": "regression",
        "unit": "m",
        "r2": 0.9,
        "mae": 1.5,
        "rmse": 2.0,
        "guess_rmse": 6.0,
        "measured_on": "valid",
    }
    found = sections(report, Regression(("depth",), "m", 20.0, 5.0))
    assert "estimates a number of each sound: depth, m." in said(found["What it is"])
    assert cells(found["Classes"]) == []
    rows = cells(found["How good it is"])
    assert [row[1] for row in rows] == ["0.900", "1.50 m", "2.00 m", "0.000 m", "6.00 m"]
    assert "no other sounds" not in said(found["Limits"])


def test_licence_settings_and_versions_stand_as_they_are():
    found = sections(REPORT, None, {"seed": 3, "epochs": None}, licence="CC0", more=[Text("Eight bits.")])
    assert said(found["Licence"]) == "CC0"
    assert "Eight bits." in said(found["What it is"])
    assert cells(found["Settings"]) == [("epochs", "auto"), ("seed", "3")]
    assert cells(found["Versions"]) == [("torch", "2.9")]
    assert said(sections()["Licence"]) == "Not stated."
