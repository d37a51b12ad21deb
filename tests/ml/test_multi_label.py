"""Sets of classes: what is learnt where labels share their time, and how it is judged."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, ClipId, FoundClip
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.ml import set_metrics
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import TrainingDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.objective_choice import chosen_objective
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.objective import Calibration
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.set_data import contested_labels, set_data
from audioclf_gui.ml.settings import settings_for

FACTS = AudioFacts(8000, 1, 80_000, "WAV 16 bit")
TONES_HZ = (400, 1200, 3000)


@pytest.fixture
def view_with(tmp_path):
    """A view with one clip of 10 s and these labels: (class name, start, end), or the name alone."""

    def make(*labels):
        names = list(dict.fromkeys(one if isinstance(one, str) else one[0] for one in labels))
        with Project.create(tmp_path / "pond") as project:
            clips = [
                FoundClip(Candidate(project.folder / f"{name}.wav", name), FACTS, name)
                for name in names  # so that the classes are there
            ]
            known = {clip.path: clip for clip in project.catalogue.add_clips(clips)}
            ids = {one.name: one.id for one in project.catalogue.view.classes}
            (clip,) = project.catalogue.add_clips(
                [FoundClip(Candidate(project.folder / "pond.wav"), FACTS, "pond")]
            )
            given_labels = tuple(
                Label(ids[one]) if isinstance(one, str) else Label(ids[one[0]], one[1], one[2])
                for one in labels
            )
            bare = {one.id: () for one in known.values()}
            project.catalogue.apply(Text("label"), Change(labels={clip.id: given_labels, **bare}))
            return project.catalogue.view

    return make


def sets(data):
    return [
        ("+".join(data.classes[place] for place in one.classes), one.start_s, one.stop_s)
        for one in data.examples
    ]


def test_stretches_that_share_their_time_are_one_example_with_both_classes(view_with):
    view = view_with(("frog", 0.0, 5.0), ("toad", 3.0, 8.0))
    assert sets(set_data(view)) == [("frog", 0.0, 3.0), ("frog+toad", 3.0, 5.0), ("toad", 5.0, 8.0)]


def test_a_clip_of_several_classes_is_one_example(view_with):
    assert sets(set_data(view_with("frog", "toad"))) == [("frog+toad", 0.0, 10.0)]


def test_what_was_kept_as_none_of_the_classes_is_the_empty_set_and_no_class(view_with):
    data = set_data(view_with(("background", 0.0, 3.0), ("frog", 3.0, 8.0), ("toad", 5.0, 8.0)))
    assert data.classes == ("frog", "toad")
    assert sets(data) == [("", 0.0, 3.0), ("frog", 3.0, 5.0), ("frog+toad", 5.0, 8.0)]
    assert data.counts() == (2, 1)


def test_sets_are_learnt_where_many_labels_share_their_time_and_that_is_said(view_with):
    view = view_with(("frog", 0.0, 5.0), ("toad", 3.0, 8.0))
    assert contested_labels(view) == (2, 2)
    choice = chosen_objective(view, settings_for("default"))
    assert choice.kind == "multi-label"
    assert "2 labels share their time" in str(choice.notes[0])
    assert "single-label" in str(choice.notes[0])


def test_one_class_per_sound_is_learnt_where_labels_follow_each_other(view_with):
    view = view_with(("frog", 0.0, 3.0), ("toad", 3.0, 8.0))
    assert contested_labels(view) == (0, 2)
    assert chosen_objective(view, settings_for("default")).kind == "single-label"
    assert chosen_objective(view, settings_for("default", objective="multi-label")).kind == "multi-label"


def test_average_precision_is_the_mean_precision_at_every_find():
    there = np.array([True, False, True, False])
    assert set_metrics.average_precision(there, np.array([0.9, 0.8, 0.7, 0.1])) == pytest.approx(
        (1 + 2 / 3) / 2
    )
    assert set_metrics.average_precision(there, np.zeros(4)) == 0.5  # equal scores are no order
    assert set_metrics.average_precision(np.zeros(4, bool), np.arange(4.0)) == 0.0


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), min_size=1, max_size=30), st.randoms())
def test_average_precision_does_not_depend_on_the_order_of_the_examples(rows, random):
    def of(rows):
        there, scores = (np.array(column) for column in zip(*rows, strict=True))
        return set_metrics.average_precision(there.astype(bool), scores / 10.0)

    mixed = list(rows)
    random.shuffle(mixed)
    assert 0.0 <= of(rows) <= 1.0 + 1e-12
    assert of(mixed) == pytest.approx(of(rows))


def test_classes_that_do_not_occur_have_no_say_in_the_mean():
    there = np.array([[True, False], [False, False]])
    scores = np.array([[0.9, 0.9], [0.1, 0.1]])
    assert set_metrics.macro_average_precision(there, scores) == 1.0
    assert set_metrics.macro_average_precision(np.zeros((2, 2), bool), scores) == 0.0


def test_a_report_counts_at_each_class_s_own_threshold():
    there = np.array([[True, False], [True, True], [False, True]])
    scores = np.array([[0.4, 0.1], [0.3, 0.8], [0.2, 0.6]])
    report = set_metrics.report(there, scores, ("frog", "toad"), (0.25, 0.7))
    frog, toad = report["per_class"]
    assert (frog["precision"], frog["recall"], frog["support"]) == (1.0, 1.0, 2)
    assert (toad["precision"], toad["recall"], toad["f1"]) == (1.0, 0.5, pytest.approx(2 / 3))
    assert report["exact"] == pytest.approx(2 / 3)
    assert report["macro_f1"] == pytest.approx((1 + 2 / 3) / 2)


def test_a_class_that_never_scores_a_twentieth_has_a_threshold_of_one_half():
    there = np.ones((4, 1), bool)
    assert set_metrics.thresholds(there, np.full((4, 1), 0.04, np.float32)) == (0.5,)
    assert set_metrics.thresholds(there, np.full((4, 1), 0.06, np.float32)) == (0.05,)


def test_no_examples_have_defined_figures():
    report = set_metrics.report(np.zeros((0, 2), bool), np.zeros((0, 2)), ("frog", "toad"), (0.5, 0.5))
    assert (report["exact"], report["macro_f1"], report["log_loss"]) == (0.0, 0.0, 0.0)
    assert report["macro_average_precision"] == 0.0
    assert {one["f1"] for one in report["per_class"]} == {0.0}


def test_a_class_that_is_only_heard_falsely_lowers_macro_f1_and_one_nobody_speaks_of_does_not():
    there = np.array([[True, False, False], [True, False, False]])
    scores = np.array([[0.9, 0.1, 0.1], [0.8, 0.7, 0.1]])
    report = set_metrics.report(there, scores, ("frog", "toad", "newt"), (0.5, 0.5, 0.5))
    assert report["macro_f1"] == pytest.approx((1 + 0) / 2)


def test_a_temperature_calms_what_is_too_sure_and_leaves_what_is_right():
    rng = np.random.default_rng(0)
    logits = rng.normal(0.0, 2.0, (400, 3))
    there = rng.random((400, 3)) < 1.0 / (1.0 + np.exp(-logits))
    assert set_metrics.fit_temperature(logits, there) == pytest.approx(1.0, abs=0.2)
    assert set_metrics.fit_temperature(5.0 * logits, there) == pytest.approx(5.0, rel=0.2)
    assert set_metrics.fit_temperature(np.zeros((0, 3)), np.zeros((0, 3), bool)) == 1.0


def test_a_few_sets_without_a_mistake_do_not_make_the_model_certain():
    there = np.array([[True, False], [False, True], [True, True]])
    logits = np.where(there, 1.0, -1.0)
    few, many = (
        set_metrics.fit_temperature(np.tile(logits, (n, 1)), np.tile(there, (n, 1))) for n in (1, 100)
    )
    assert 0.3 < few < 1.0
    assert many < few / 2


def test_each_class_is_answered_from_where_it_parts_at_the_temperature_of_the_model():
    """Frogs are there from a logit of 5 on, newts from -5 on; of toads it is sure and knows nothing."""
    rng = np.random.default_rng(2)
    heard = rng.random((200, 3)) < 0.5
    frogs, newts = np.where(heard[:, 0], 7.5, 2.5), np.where(heard[:, 2], -2.5, -7.5)
    logits = np.stack([frogs, rng.choice([-9.0, 9.0], 200), newts], axis=1).astype(np.float32)
    goal = MultiLabel(("frog", "toad", "newt"))
    fitted = goal.calibration(logits, heard.astype(np.uint8))
    assert fitted.temperature > 2.0
    scores = goal.scores(torch.from_numpy(logits), fitted.temperature).numpy()
    answers = [goal.answered(row, fitted.thresholds) for row in scores]
    for place in (0, 2):
        assert [place in answer for answer in answers] == heard[:, place].tolist()


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.4])
def test_smoothed_labels_of_sets_ask_for_no_more_certainty_than_they_leave(smoothing):
    """Nothing pulls any more where what is there scores 1 - smoothing / 2, and what is not the rest."""
    settings = settings_for("default", label_smoothing=smoothing)
    wanted = torch.tensor([[1.0, 0.0, 1.0]])
    sure = torch.tensor([[2.0, -2.0, 2.0]], requires_grad=True)
    goal = MultiLabel(("frog", "toad", "newt"))
    goal.loss(sure, wanted, settings).backward()
    left = torch.sigmoid(torch.tensor(-2.0)).item() - smoothing / 2
    assert sure.grad.flatten().tolist() == pytest.approx([-left / 3, left / 3, -left / 3], abs=1e-6)


def test_the_decisions_stay_the_same_when_the_temperature_goes():
    goal = MultiLabel(("frog", "toad"))
    fitted = Calibration(2.0, (0.3, 0.6))
    logits = torch.linspace(-4.0, 4.0, 41).repeat(2, 1).T
    plain = goal.untempered(fitted)
    tempered_answers = goal.scores(logits, 2.0) >= torch.tensor(fitted.thresholds)
    assert plain.temperature == 1.0
    assert torch.equal(goal.scores(logits) >= torch.tensor(plain.thresholds), tempered_answers)


def test_classes_that_became_one_are_there_if_one_of_them_is():
    goal = MultiLabel(("frog", "toad", "newt"))
    assert goal.merged(np.array([[0.6, 0.7, 0.2]]), (0, 0, 1)).tolist() == [[0.7, 0.2]]


@pytest.fixture(scope="session")
def chords(tmp_path_factory):
    """Sounds of one, two or three of three tones, or of none, from eight sites."""
    folder = tmp_path_factory.mktemp("chords")
    rng = np.random.default_rng(7)
    time_s = np.arange(4000) / 8000
    examples = []
    for at in range(96):
        target = frozenset(place for place in range(3) if (at % 8) >> place & 1)
        sound = rng.normal(0.0, 0.01, 4000)
        for place in target:
            sound += 0.2 * np.sin(
                2 * np.pi * TONES_HZ[place] * (1 + 0.01 * (at // 12)) * time_s + rng.uniform(0.0, 6.0)
            )
        path = folder / f"{at:02}.wav"
        write_wav(path, sound.astype(np.float32), 8000)
        site = f"site {at // 12}"
        examples.append(Example(ClipId(at + 1), path, content_hash(path), target, site, "", 0.0, 0.5, 8000))
    return TrainingData(
        ("low", "middle", "high"), (1, 2, 3), tuple(examples), "group", objective="multi-label"
    )


def test_a_model_learns_which_classes_sound_together(chords, tmp_path):
    settings = settings_for(
        "fast", mels=32, threads=1, device="cpu", epochs=40, batch_size=8, mixup=0.0, refit=False
    )
    (plan,) = prepare(chords, settings)
    *_, done = run_training(plan, tmp_path / "model", tmp_path / "cache")
    assert isinstance(done, TrainingDone)
    report = done.report
    assert report["objective"] == "multi-label"
    assert report["macro_average_precision"] > 0.9
    assert {one["class"] for one in report["per_class"]} == {"low", "middle", "high"}
    bundle = load_bundle(done.bundle)
    assert bundle.card.objective == MultiLabel(("low", "middle", "high"))
    both = next(one for one in chords.examples if one.target == frozenset({0, 2}))
    heard = predict_file(bundle, both.path)
    assert heard.scores[0] > bundle.card.thresholds[0]
    assert heard.scores[2] > bundle.card.thresholds[2]
    assert heard.scores[1] < min(heard.scores[0], heard.scores[2])
