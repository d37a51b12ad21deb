"""Sound outside the labels of recordings, learnt as none of the classes where that is asked for."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.suggest import Suggest, suggest
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.live import Decision, LiveClassifier
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.objectives import objective_for, objective_from_json, objective_to_json
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 8000
FACTS = AudioFacts(RATE_HZ, 1, 10 * RATE_HZ, "WAV 16 bit")
FROG, TOAD = ClassId(1), ClassId(2)


@pytest.fixture
def pond(tmp_path):
    """Two recordings of 10 s with labels of stretches of 1 s, and one that is labelled as a whole."""
    with Project.create(tmp_path / "pond") as project:
        clips = []
        for name in ("first", "second", "whole"):
            path = project.folder / f"{name}.wav"
            rng = np.random.default_rng(len(name))
            write_wav(path, (0.1 * rng.standard_normal(10 * RATE_HZ)).astype(np.float32), RATE_HZ)
            clips.append(FoundClip(Candidate(path), FACTS, content_hash(path)))
        first, second, whole = project.catalogue.add_clips(clips)
        for name in ("frog", "toad"):
            project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, name))
        labels = {
            first.id: (Label(FROG, 1.0, 2.0), Label(TOAD, 5.0, 6.0), Label(None, 2.0, 4.5)),
            second.id: (Label(FROG, 0.0, 1.0), Label(TOAD, 9.0, 10.0), Label(FROG, 4.0, 4.0)),
            whole.id: (Label(FROG),),
        }
        project.catalogue.apply(Text("label"), Change(labels=labels))
        yield project


def learnt(project, **changes):
    settings = settings_for("default", window_s=1.0, **changes)
    return data_to_learn(project.catalogue.view, settings)


def outside(data):
    return [
        (example.path.stem, example.start_s, example.stop_s)
        for example in data.examples
        if example.classes in ((), (2,))
    ]


def test_without_the_setting_it_is_only_told_how_much_lies_outside(pond):
    data = learnt(pond)
    assert data.classes == ("frog", "toad")
    (note,) = data.notes
    assert str(note).startswith("12 s of 2 recordings lie outside their labels")
    assert "background = on" in str(note)


@pytest.mark.parametrize(("gap_s", "is_told"), [(0.6, False), (1.2, True)])
def test_a_word_on_sound_outside_the_labels_is_said_of_a_tenth_of_it_or_more(pond, gap_s, is_told):
    around = (Label(FROG, 0.0, 4.0), Label(TOAD, 4.0 + gap_s, 10.0))
    labels = {clip.id: around for clip in pond.catalogue.view.clips}
    pond.catalogue.apply(Text("label"), Change(labels=labels))
    data = data_to_learn(pond.catalogue.view, settings_for("default", window_s=0.5))
    assert bool(data.notes) is is_told


def test_stretches_that_no_label_covers_become_a_class_of_the_model(pond):
    data = learnt(pond, background="on")
    assert data.classes == ("frog", "toad", "background")
    assert data.class_ids[:2] == (FROG, TOAD)
    assert data.counts() == (3, 2, 2), "as many as a class has in the median, evenly spread"
    assert outside(data) == [("first", 0.0, 1.0), ("second", 1.0, 2.0)]
    assert "2 stretches outside the labels" in str(data.notes[-1])
    assert all(one.group for one in data.examples)


def test_a_project_with_a_class_for_it_learns_that(pond):
    pond.catalogue.apply(Text("add"), edits.add_class(pond.catalogue.view, "background"))
    data = learnt(pond, background="on")
    assert data.classes == ("frog", "toad", "background")
    assert data.class_ids == (FROG, TOAD, ClassId(3))
    assert not data.has_background
    assert data.unused == ()


def test_of_sets_they_are_examples_of_no_class(pond):
    data = learnt(pond, background="on", objective="multi-label")
    assert data.classes == ("frog", "toad")
    assert [example.target for example in data.examples[-2:]] == [frozenset()] * 2


def test_around_a_moment_nothing_is_background(pond):
    data = learnt(pond, background="on", balance=0.0)
    starts = [start_s for name, start_s, _ in outside(data) if name == "second"]
    assert all(not 2.5 < start_s < 4.5 for start_s in starts)


@pytest.mark.parametrize("part", [Label(None, 4.0, 5.0), Label(TOAD, 4.0, 5.0)], ids=["unnamed", "toad"])
def test_a_recording_of_one_class_throughout_is_background_nowhere(pond, part):
    """Beside the label of a whole recording somebody has marked a part of it, or let the program do so."""
    (whole,) = (clip for clip in pond.catalogue.view.clips if clip.path == "whole.wav")
    pond.catalogue.apply(Text("mark"), Change(labels={whole.id: (Label(FROG), part)}))
    assert " s of 2 recordings lie outside" in str(learnt(pond).notes[-1])
    pond.catalogue.apply(Text("mark"), Change(labels={whole.id: (part,)}))
    assert " s of 3 recordings lie outside" in str(learnt(pond).notes[-1])


def test_where_nothing_is_labelled_nothing_is_background(pond):
    pond.catalogue.apply(Text("clear"), Change(labels={clip.id: () for clip in pond.catalogue.view.clips}))
    data = learnt(pond, background="on", objective="single-label")
    assert (data.classes, data.examples) == ((), ())


def test_what_stands_for_none_is_kept_with_the_model(pond):
    objective = objective_for(learnt(pond, background="on"))
    assert objective.background == 2
    again = objective_from_json(objective_to_json(objective))
    assert again == objective
    assert objective_from_json(objective_to_json(SingleLabel(("a", "b")))).background is None


@pytest.fixture
def none_of_these(says, tmp_path):
    """A model that takes everything for none of its classes."""
    objective = SingleLabel(("frog", "toad", "background"), has_background=True)
    return says(tmp_path / "model", [0.0, 1.0, 3.0], objective=objective, thresholds=(0.1, 0.2, 0.3))


def test_what_is_none_of_the_classes_is_no_answer_no_event_and_no_suggestion(pond, none_of_these):
    bundle = load_bundle(none_of_these)
    path = pond.folder / "first.wav"
    prediction = predict_file(bundle, path)
    assert prediction.named == ()
    assert {event.class_name for event in prediction.events} <= {"frog", "toad"}
    live = LiveClassifier(bundle, LiveSettings(), RATE_HZ)
    sound = np.random.default_rng(1).standard_normal(2 * RATE_HZ).astype(np.float32)
    decisions = [one for one in live.push(0.1 * sound) if isinstance(one, Decision)]
    assert decisions
    assert {(one.class_name, str(one.reason), one.accepted) for one in decisions} == {
        ("background", "no class", False)
    }
    run = pond.runs.next("default", {})
    pond.runs.put(run)
    done = carry_out(suggest(Suggest(run.id, none_of_these), pond.view()), pond)
    assert (done.clips, done.none, dict(done.missing)) == (0, 3, {})
