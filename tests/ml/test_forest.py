"""A forest's answers, how it grows, and that a run with it is a run like any other."""

import math
import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.ensemble import RandomForestClassifier

from audioclf_gui.audio.files import MonoReader, write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml import runs
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.estimators.forest_growth import Growth, Rows, growing, most_rows, tables, training_rows
from audioclf_gui.ml.estimators.forest_search import candidates, inner_folds, search
from audioclf_gui.ml.events import EpochDone, FitProgress, Note, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.models.forest import Forest
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 8000
NAMES = ("a", "b", "c")
GOALS = {
    "classes": SingleLabel(NAMES),
    "sets": MultiLabel(NAMES),
    "number": Regression(("depth",), "m", 20.0, 5.0),
}
QUICK = {"threads": 1, "device": "cpu", "trees": 20, "refit": False}


def rows_for(goal, count=200, seed=0):
    rng = np.random.default_rng(seed)
    numbers = rng.standard_normal((count, 6)).astype(np.float32)
    told = numbers[:, 0] + numbers[:, 1] * numbers[:, 2]
    if isinstance(goal, Regression):
        targets = told[:, None]
    elif isinstance(goal, MultiLabel):
        targets = np.stack([numbers[:, 0] > 0, told > 0, numbers[:, 3] > 1], axis=1)
    else:
        targets = np.eye(3)[np.digitize(told, (-0.5, 0.5))]
    return Rows(numbers, targets.astype(np.float64), np.ones(count), np.arange(count))


def grown(goal, rows, trees=25, seed=0, **sizes):
    growth = Growth(trees, **({"max_depth": None, "min_split": 2, "min_leaf": 1} | sizes))
    *_, forest = growing(growth, rows, goal, seed)
    return forest


@pytest.mark.parametrize("goal", GOALS.values(), ids=GOALS)
def test_the_tables_answer_as_scikit_learn_does(goal):
    rows = rows_for(goal)
    forest = grown(goal, rows)
    model, _ = tables(forest, goal)
    new = rows_for(goal, seed=1).numbers
    on_the_edge = rows.numbers[:50].copy()
    for tree in forest.estimators_[:10]:  # values on a threshold, and the nearest on either side
        for node in np.flatnonzero(tree.tree_.feature >= 0)[:5]:
            edge = np.float32(tree.tree_.threshold[node])
            on_the_edge[node % 50, tree.tree_.feature[node]] = edge
            on_the_edge[(node + 1) % 50, tree.tree_.feature[node]] = np.nextafter(edge, np.float32(9))
    for numbers in (rows.numbers, new, on_the_edge):
        scores = goal.scores(model(torch.from_numpy(numbers))).numpy()
        expected = forest.predict(numbers).reshape(len(numbers), -1)
        if isinstance(goal, Regression):
            expected = expected * goal.deviation + goal.mean
        np.testing.assert_allclose(scores, expected, atol=1e-5 if isinstance(goal, Regression) else 1e-6)


def test_dividing_by_least_squares_is_dividing_by_ginis_measure():
    goal = GOALS["classes"]
    rows = rows_for(goal, 600)
    new = rows_for(goal, 600, seed=1)
    true = new.targets.argmax(axis=1)
    ours = grown(goal, rows, 100).predict(new.numbers).argmax(axis=1)
    theirs = RandomForestClassifier(100, random_state=0).fit(rows.numbers, rows.targets.argmax(axis=1))
    assert (ours == true).mean() == pytest.approx((theirs.predict(new.numbers) == true).mean(), abs=0.02)


def test_sizes_bound_the_trees_and_the_model_says_them():
    goal = GOALS["classes"]
    model, sizes = tables(grown(goal, rows_for(goal), trees=7, max_depth=3), goal)
    assert (sizes["trees"], sizes["depth"], sizes["link"]) == (7, 3, "log")
    assert sizes["nodes"] <= 2**4 - 1
    assert model.answer.shape == (7, sizes["nodes"], 3)
    _, coarse = tables(grown(goal, rows_for(goal), min_leaf=40), goal)
    assert coarse["nodes"] <= 2 * (200 // 40) - 1
    _, small = tables(grown(goal, rows_for(goal), min_split=150), goal)
    assert small["nodes"] <= 7


def test_a_forest_that_grew_in_steps_is_the_one_of_its_seed():
    goal = GOALS["classes"]
    rows = rows_for(goal)
    numbers = torch.from_numpy(rows.numbers)
    one, again, other = (tables(grown(goal, rows, 33, seed), goal)[0](numbers) for seed in (1, 1, 2))
    assert torch.equal(one, again)
    assert not torch.equal(one, other)


@pytest.mark.parametrize(("trees", "outputs"), [(1, 1), (300, 10), (300, 1000), (2000, 5000)])
def test_no_forest_outgrows_what_a_model_may_be(trees, outputs):
    rows = most_rows(trees, outputs)
    nodes = 2 * rows - 1  # if every window has a leaf of its own
    assert 1 <= nodes <= 65_536
    assert trees * nodes * outputs * 4 <= max(256 * 2**20, trees * outputs * 4)


def test_a_table_that_leads_nowhere_is_refused():
    goal = GOALS["classes"]
    model, sizes = tables(grown(goal, rows_for(goal)), goal)
    good = {name: value.clone() for name, value in model.state_dict().items()}
    changes = {"left": sizes["nodes"], "right": -1, "feature": 6, "answer": math.nan}
    for name, value in changes.items():
        table = good[name].clone()
        table[3, 0] = value
        with pytest.raises(ValueError, match=r"\w"):
            Forest(3, (6,), **sizes).load_state_dict({**good, name: table})
    Forest(3, (6,), **sizes).load_state_dict(good)
    with pytest.raises(ValueError, match="link"):
        Forest(3, (6,), link="power")


def test_a_forest_is_a_graph_of_gathers_that_can_be_exported():
    goal = GOALS["classes"]
    rows = torch.from_numpy(rows_for(goal).numbers)
    model, _ = tables(grown(goal, rows_for(goal)), goal)
    exported = torch.export.export(model, (rows,)).module()
    assert torch.equal(exported(rows), model(rows))


@pytest.fixture(scope="module")
def sounds(tmp_path_factory):
    """High and low tones of six sites, 36 clips in all, every sixth one of 1.3 s, the others of 0.5 s."""
    folder = tmp_path_factory.mktemp("sounds")
    rng = np.random.default_rng(3)
    examples = []
    for at in range(36):
        seconds = 1.3 if at % 6 == 0 else 0.5
        time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
        tone = np.sin(2 * np.pi * (600 + 1500 * (at % 2)) * time_s) + rng.standard_normal(len(time_s))
        path = folder / f"{at}.wav"
        write_wav(path, (0.1 * tone).astype(np.float32), RATE_HZ)
        site = f"site {at // 2 % 6}"
        examples.append(
            Example(ClipId(at + 1), path, content_hash(path), at % 2, site, "", 0.0, seconds, RATE_HZ)
        )
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


def run(data, cache, folder, preset="forest", stop=None, **changes):
    settings = settings_for(preset, **(QUICK | {"window_s": 0.5} | changes))
    (plan,) = runs.prepare(data, settings)
    return list(runs.run_training(plan, folder, cache, stop))


def task_of(data, cache, **changes):
    settings = settings_for("forest", **(QUICK | {"window_s": 0.5} | changes))
    (plan,) = runs.prepare(data, settings)
    events = cache_features(data.examples, plan.front_end, cache, threading.Event())
    while True:
        try:
            next(events)
        except StopIteration as end:
            return plan, make_task(plan, end.value)


def test_a_run_with_a_forest_ends_in_a_model_that_answers_anywhere(sounds, cache, tmp_path):
    events = run(sounds, cache, tmp_path / "model")
    done = events[-1]
    assert isinstance(done, TrainingDone)
    report = done.report
    assert report["accuracy"] == 1.0
    assert (report["epochs"], report["in_one_go"], report["stopped"]) == (1, True, False)
    assert "one go" in report["selection"]
    assert not any("optimistic" in note for note in report["notes"])
    assert not [one for one in events if isinstance(one, EpochDone)]
    progress = [(one.done, one.total) for one in events if isinstance(one, FitProgress)]
    assert progress == sorted(progress)
    assert progress[-1] == (20, 20)
    bundle = load_bundle(tmp_path / "model")
    assert bundle.card.options["trees"] == 20
    for example in sounds.examples[:6]:
        answer = predict_file(bundle, example.path)
        assert bundle.card.classes[int(np.argmax(answer.scores))] == ("low", "high")[example.target]


def test_the_same_seed_leaves_the_same_bundle_to_the_last_byte(sounds, cache, tmp_path, contents):
    for name, seed in (("one", 4), ("again", 4), ("other", 5)):
        run(sounds, cache, tmp_path / name, seed=seed)
    one, again, other = (contents(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one["model.safetensors"] != other["model.safetensors"]


def test_the_model_kept_has_learnt_from_all_clips_when_that_is_wanted(sounds, cache, tmp_path):
    report = run(sounds, cache, tmp_path / "model", refit=True)[-1].report
    assert (report["refit"], report["refit_clips"]) == (True, 36)
    assert len(load_bundle(tmp_path / "model").card.learnt) == 36


def test_every_fold_is_held_out_with_a_forest_too(sounds, cache, tmp_path):
    plans = runs.prepare(sounds, settings_for("forest", **QUICK, window_s=0.5), all_folds=True)
    done = list(runs.cross_validate(plans, tmp_path / "run", cache))[-1]
    assert done.report["measured_on"] == "out-of-fold"
    assert done.report["mean"]["accuracy"] == 1.0


def test_a_number_is_estimated_by_a_forest(sounds, cache, tmp_path):
    examples = tuple(replace(one, target=100.0 + 50.0 * one.target) for one in sounds.examples)
    numbers = replace(
        sounds,
        classes=(),
        class_ids=(),
        examples=examples,
        objective="regression",
        quantity="pitch",
        unit="Hz",
    )
    report = run(numbers, cache, tmp_path / "model", search="shallow")[-1].report
    assert report["r2"] > 0.9
    bundle = load_bundle(tmp_path / "model")
    samples = MonoReader().read(sounds.examples[1].path, RATE_HZ, 0.0, 0.5)
    logits = bundle.network(torch.from_numpy(samples)[None])
    assert float(bundle.card.objective.scores(logits)) == pytest.approx(150.0, abs=10.0)


def test_several_classes_at_once_are_heard_by_a_forest(sounds, cache, tmp_path):
    examples = tuple(
        replace(one, target=frozenset({one.target} if at % 5 else {0, 1}))
        for at, one in enumerate(sounds.examples)
    )
    sets = replace(sounds, examples=examples, objective="multi-label")
    report = run(sets, cache, tmp_path / "model")[-1].report
    assert report["macro_average_precision"] > 0.8


def test_a_forest_that_is_stopped_keeps_the_trees_it_has(sounds, cache, tmp_path):
    stop = threading.Event()
    settings = settings_for("forest", **QUICK | {"trees": 200}, window_s=0.5)
    (plan,) = runs.prepare(sounds, settings)
    events = []
    for event in runs.run_training(plan, tmp_path / "model", cache, stop):
        events.append(event)
        if isinstance(event, FitProgress) and event.done >= 50:
            stop.set()
    assert events[-1].report["stopped"] is True
    assert load_bundle(tmp_path / "model").card.options["trees"] == 50


def test_a_forest_that_is_stopped_before_it_grows_is_none(sounds, cache, tmp_path):
    stop = threading.Event()
    (plan,) = runs.prepare(sounds, settings_for("forest", **QUICK | {"search": "shallow"}, window_s=0.5))
    for event in runs.run_training(plan, tmp_path / "model", cache, stop):
        if isinstance(event, FitProgress):
            stop.set()
    assert isinstance(event, Note)
    assert "no new model was kept" in str(event.text)
    assert not (tmp_path / "model").exists()


def test_when_the_time_is_over_the_trees_that_there_are_are_kept_and_it_is_said(sounds, cache, tmp_path):
    report = run(sounds, cache, tmp_path / "model", trees=2000, max_minutes=0.01)[-1].report
    trees = load_bundle(tmp_path / "model").card.options["trees"]
    if trees < 2000:
        assert any(f"sufficed for {trees} trees of 2000" in note for note in report["notes"])
    assert report["stopped"] is False


def test_a_long_clip_counts_no_more_than_a_short_one_and_a_rare_class_as_much_as_wanted(sounds, cache):
    rare = replace(
        sounds, examples=tuple(one for at, one in enumerate(sounds.examples) if at % 2 == 0 or at % 3)
    )
    for balance, ratio in ((0.0, 1.0), (1.0, None)):
        _plan, task = task_of(rare, cache, balance=balance)
        rows = training_rows(task)
        assert len(rows.weights) > len(task.split.train)
        of_example = np.bincount(rows.example, rows.weights)
        of_class = [of_example[task.strata[list(task.split.train)] == place] for place in (0, 1)]
        for weights in of_class:
            assert np.ptp(weights) == pytest.approx(0.0, abs=1e-9)
        if ratio is None:
            assert of_class[0].sum() == pytest.approx(of_class[1].sum())
        else:
            assert of_class[1][0] / of_class[0][0] == pytest.approx(ratio)


def test_a_class_counts_in_trees_as_its_weight_says(sounds, cache):
    _plan, task = task_of(sounds, cache, balance=0.0, class_weights=f"{sounds.classes[1]}=3")
    rows = training_rows(task)
    of_example = np.bincount(rows.example, rows.weights)
    first, second = (of_example[task.strata[list(task.split.train)] == place] for place in (0, 1))
    assert second.mean() / first.mean() == pytest.approx(3.0)


def test_inner_folds_never_part_a_group_and_mix_the_classes(sounds, cache):
    plan, task = task_of(sounds, cache)
    folds = inner_folds(plan, task)
    train = [sounds.examples[at] for at in task.split.train]
    assert len(folds) == len(train)
    parts = {}
    for fold, example in zip(folds.tolist(), train, strict=True):
        parts.setdefault(example.group, set()).add(fold)
    assert all(len(found) == 1 for found in parts.values())
    assert len({fold for found in parts.values() for fold in found}) == len(parts) <= 5
    for fold in set(folds.tolist()):
        assert {one.target for at, one in zip(folds.tolist(), train, strict=True) if at == fold} == {0, 1}


def searched(plan, task):
    """The best of what a search tried."""
    return result_of(search(plan, task, training_rows(task), threading.Event(), None))


def test_no_size_looks_good_by_what_its_trees_have_learnt(plan_of_rows):
    """Classes drawn by lot can be learnt by heart, but not told of what was kept back."""
    numbers = torch.randn(40, 1, 3, generator=torch.Generator().manual_seed(1))
    rows = [(at % 2, f"{at}", f"{at}", numbers[at]) for at in range(40)]
    plan, task, _filled = plan_of_rows(rows, search="shallow", trees=5)
    assert searched(plan, task).figure < 0.8


def test_the_size_that_is_found_suits_the_clips(plan_of_rows):
    """Where only two numbers together tell the class, trees of depth 2 hardly tell it."""
    numbers = torch.randn(80, 1, 2, generator=torch.Generator().manual_seed(2))
    told = (numbers[:, 0].prod(dim=1) > 0).int().tolist()
    rows = [(told[at], f"{at}", f"{at}", numbers[at]) for at in range(80)]
    plan, task, _filled = plan_of_rows(rows, search="shallow", trees=8)
    found = searched(plan, task)
    assert found.growth.max_depth > 2
    assert found.figure > 0.75
    assert found.candidates == 16


def test_what_is_tried_is_the_published_grid_or_more():
    usual = Growth(100, None, 2, 1)
    shallow, full = candidates(usual, "shallow"), candidates(usual, "full")
    assert [(one.max_depth, one.min_split) for one in shallow] == [
        (depth, split) for depth in (2, 4, 6, 8) for split in (2, 4, 6, 8)
    ]
    assert {(one.trees, one.min_leaf) for one in shallow} == {(100, 1)}
    assert len(full) == 40
    assert {one.max_depth for one in full} == {2, 4, 6, 8, None}
    assert {one.min_leaf for one in full} == {1, 2}


def test_the_search_says_what_it_found_and_grows_that(sounds, cache, tmp_path):
    report = run(sounds, cache, tmp_path / "model", search="full")[-1].report
    (said,) = [note for note in report["notes"] if "sizes tried in" in note]
    assert "best of 41 sizes" in said
    options = load_bundle(tmp_path / "model").card.options
    assert f"{options['trees']} trees" in said
    assert options["trees"] in (100, 300)
