"""How sure a model is to be is chosen after its training, kept with it, and taken back."""

import json
import os

import numpy as np
import pytest

from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.jobs.choose_thresholds import (
    ChooseThresholds,
    SetThresholds,
    choose_thresholds,
    read_decisions,
    set_thresholds,
)
from audioclf_gui.jobs.export_model import ExportModel, export_model
from audioclf_gui.jobs.run_scores import RunScores
from audioclf_gui.ml.bundle import load_bundle, read_card, read_heard
from audioclf_gui.ml.bundle_files import signed
from audioclf_gui.ml.bundle_reading import BadBundleError
from audioclf_gui.ml.decision_choice import HowSure
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression

TRAINED = (0.4, 0.4, 0.4)
CLASSES = ("dog", "cat", "owl")


@pytest.fixture
def model(save_tiny, heard_scenes, tmp_path):
    """A model that kept what it said of held-out sounds."""
    return save_tiny(tmp_path / "model", thresholds=TRAINED, temperature=1.0, heard=heard_scenes())


def choose(model, project, **wanted):
    return result_of(choose_thresholds(ChooseThresholds(model, HowSure(**wanted)), project.view()))


def test_a_model_decides_by_the_thresholds_that_were_chosen_until_it_is_to_as_it_was_trained(model, project):
    before = result_of(read_decisions(RunScores(model)))
    assert before.how_sure.is_balance
    assert before.thresholds == before.trained == TRAINED
    description = (model / "bundle.json").read_bytes()
    found = choose(model, project, precision=0.94)
    assert found.outcome.precision >= 0.94 > before.outcome.precision
    assert found.outcome.found < before.outcome.found
    assert found.thresholds > found.trained == TRAINED
    assert load_bundle(model).card.thresholds == read_card(model).thresholds == found.thresholds
    assert result_of(read_decisions(RunScores(model))) == found
    assert (model / "bundle.json").read_bytes() == description, (
        "models that learnt through it know it by that"
    )
    surer = choose(model, project, precision=0.96)
    assert all(one >= other for one, other in zip(surer.thresholds, found.thresholds, strict=True))
    assert choose(model, project).thresholds == TRAINED
    assert load_bundle(model).card.thresholds == TRAINED
    assert result_of(read_decisions(RunScores(model))) == before


def set_to(model, project, thresholds):
    return result_of(set_thresholds(SetThresholds(model, thresholds), project.view()))


def test_the_threshold_of_one_class_is_set_and_kept_beside_what_the_others_were_chosen_for(model, project):
    chosen = choose(model, project, precision=0.94)
    found = set_to(model, project, {1: 0.75})
    assert found.thresholds == (chosen.thresholds[0], 0.75, chosen.thresholds[2])
    assert read_card(model).thresholds == load_bundle(model).card.thresholds == found.thresholds
    assert result_of(read_decisions(RunScores(model))) == found
    assert found.outcome != chosen.outcome
    told = str(found.in_use(CLASSES))
    assert told.startswith("In use for a precision of 0.94")
    assert told.endswith("Set by hand since: cat.")
    again = set_to(model, project, {0: 0.5})
    assert again.thresholds == (0.5, 0.75, chosen.thresholds[2])
    assert str(again.in_use(CLASSES)).endswith("Set by hand since: dog, cat.")
    assert choose(model, project).thresholds == TRAINED
    assert not (model / "decisions.json").exists()


def test_the_threshold_of_one_class_is_taken_back_alone(model, project):
    chosen = choose(model, project, precision=0.94)
    set_to(model, project, {0: 0.5, 1: 0.75})
    set_to(model, project, {1: 0.8})
    found = set_to(model, project, {1: None})
    assert found.thresholds == (0.5, *chosen.thresholds[1:])
    assert found.by_hand == (0,)
    assert result_of(read_decisions(RunScores(model))) == found
    assert set_to(model, project, {0: None, 2: None}) == chosen
    choose(model, project)
    set_to(model, project, {0: 0.5})
    assert set_to(model, project, {0: None}).thresholds == TRAINED
    assert not (model / "decisions.json").exists()


@pytest.mark.parametrize("score", [-0.1, 1.01, float("nan")])
def test_what_is_no_score_is_not_kept(model, project, score):
    with pytest.raises(UserError, match="is no score"):
        set_to(model, project, {0: score})
    assert read_card(model).thresholds == TRAINED


def test_thresholds_that_an_older_version_kept_are_read(model, project):
    found = choose(model, project, precision=0.9)
    file = model / "decisions.json"
    document = json.loads(file.read_text())
    del document["by_hand"], document["replaced"], document["digest"]
    file.write_bytes(signed(document))
    assert result_of(read_decisions(RunScores(model))) == found
    set_to(model, project, {0: 0.9})
    document = json.loads(file.read_text())
    del document["replaced"], document["digest"]
    file.write_bytes(signed(document))
    assert result_of(read_decisions(RunScores(model))).by_hand == (0,)
    assert set_to(model, project, {0: None}).thresholds == (TRAINED[0], *found.thresholds[1:])


def test_the_model_itself_hears_noise_to_tell_false_alarms(says, project, tmp_path, heard_scenes):
    """It says cat of everything, at 0.58: of all noise until more than that is asked of a cat."""
    easily = says(
        tmp_path / "easily", (0.0, 1.0, 0.0), thresholds=(0.6, 0.5, 0.6), heard=heard_scenes(loudness=4.0)
    )
    events = []
    job = choose_thresholds(ChooseThresholds(easily, HowSure(alarms_per_hour=200.0)), project.view())
    found = result_of(job, events.append)
    assert found.outcome.noise_s == pytest.approx(3600.0 * 3 / 200, abs=0.5)
    assert (found.outcome.alarms, found.outcome.alarms_per_hour) == (0, None)
    assert found.outcome.most_alarms_per_hour == pytest.approx(200.0, rel=0.01)
    assert found.thresholds[1] > 0.576
    assert (found.thresholds[0], found.thresholds[2]) == (0.6, 0.6)
    assert events[-1].done == events[-1].total


def test_what_cannot_be_told_or_reached_changes_nothing(model, project, save_tiny, heard_scenes, tmp_path):
    choose(model, project, precision=0.9)
    before = read_card(model).thresholds
    with pytest.raises(UserError, match="too few to tell"):
        choose(model, project, precision=0.995)
    assert read_card(model).thresholds == before
    guessing = save_tiny(tmp_path / "guessing", thresholds=TRAINED, heard=heard_scenes(loudness=0.0))
    with pytest.raises(UserError, match="no thresholds give") as caught:
        choose(guessing, project, precision=0.9)
    assert "Ask for less" in str(caught.value.remedy)
    assert read_card(guessing).thresholds == TRAINED


def test_a_model_that_heard_no_scenes_is_chosen_by_whole_sounds(save_tiny, project, tmp_path):
    """As one of sets, or of an older version: its answers to clips are there, but no noise."""
    rng = np.random.default_rng(2)
    judged = []
    for number in range(300):
        there = rng.random(3) < 0.4
        scores = np.clip(0.5 * there + rng.normal(0.25, 0.15, 3), 0.0, 1.0).tolist()
        true = [name for name, one in zip(CLASSES, there, strict=True) if one]
        judged.append({"clip_id": number, "true": true, "predicted": true, "scores": scores})
    model = save_tiny(
        tmp_path / "sets", objective=MultiLabel(CLASSES), thresholds=TRAINED, predictions=judged
    )
    assert read_heard(model) is None
    found = choose(model, project, precision=0.95)
    assert found.outcome.precision >= 0.95
    assert "On 300 held-out sounds, each as a whole" in str(found.outcome.text)
    assert "No noise was heard" in str(found.outcome.text)


def test_a_model_without_held_out_answers_is_to_be_trained_again(save_tiny, project, tmp_path):
    model = save_tiny(tmp_path / "old", predictions=())
    assert "No sounds were held out" in str(result_of(read_decisions(RunScores(model))).outcome.text)
    with pytest.raises(UserError, match="no answers to held-out sounds") as caught:
        choose(model, project, precision=0.9)
    assert "Train it again" in str(caught.value.remedy)


def test_a_number_has_no_thresholds(says, project, tmp_path):
    number = says(tmp_path / "number", (0.0,), objective=Regression(("pitch",), unit="Hz"), thresholds=())
    with pytest.raises(UserError, match="names no class"):
        choose(number, project, precision=0.9)


def test_nothing_is_chosen_in_a_project_that_may_only_be_read(model, reader):
    with pytest.raises(ReadOnlyProjectError):
        choose(model, reader, precision=0.9)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda text: text[: len(text) // 2], id="cut off"),
        pytest.param(lambda text: text.replace('"precision": 0.9', '"precision": 0.8'), id="changed"),
        pytest.param(lambda text: text.replace('"by_hand": []', '"by_hand": [1]'), id="set by nobody"),
        pytest.param(lambda _text: "[]", id="something else"),
        pytest.param(lambda text: text.replace('"version": 1', '"version": 2'), id="newer"),
    ],
)
def test_damaged_thresholds_are_refused_with_what_to_do(model, project, content):
    choose(model, project, precision=0.9)
    file = model / "decisions.json"
    file.write_text(content(file.read_text()))
    with pytest.raises(BadBundleError, match=r"decisions\.json") as caught:
        load_bundle(model)
    assert "Delete this file" in str(caught.value.remedy)
    file.unlink()
    assert load_bundle(model).card.thresholds == TRAINED


def test_what_was_chosen_for_another_training_is_not_taken_for_this_one(
    model, project, save_tiny, heard_scenes
):
    choose(model, project, precision=0.9)
    save_tiny(model, seed=2, thresholds=TRAINED, heard=heard_scenes())
    assert read_card(model).thresholds == TRAINED


def test_damaged_answers_to_held_out_sounds_are_seen(model, project):
    file = model / "heard.safetensors"
    os.truncate(file, file.stat().st_size - 4)
    with pytest.raises(BadBundleError, match=r"heard\.safetensors"):
        choose(model, project, precision=0.9)
    assert "heard.safetensors" in json.loads((model / "bundle.json").read_text())["files"]


def test_an_exported_model_has_the_thresholds_that_were_chosen_and_its_card_says_so(model, project, tmp_path):
    pytest.importorskip("onnx")
    choose(model, project, precision=0.95)
    found = set_to(model, project, {2: 0.9})
    file = tmp_path / "out" / "model.onnx"
    file.parent.mkdir()
    exported = result_of(export_model(ExportModel(model, "onnx", file), project.view()))
    assert exported.facts["thresholds"] == list(found.thresholds)
    (card,) = file.parent.glob("*.md")
    assert (
        "Its thresholds were chosen for a precision of 0.95. On 400 windows of held-out" in card.read_text()
    )
    assert "Set by hand since: owl." in card.read_text()
