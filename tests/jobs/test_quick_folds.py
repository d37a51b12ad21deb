"""Without any run, models of quick folds find what is wrong with sets of classes and with numbers."""

from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.far_estimates import FarEstimates, far_estimates
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.label_errors import LabelErrors, label_errors
from audioclf_gui.jobs.learn_curve import LearnCurve, learn_curve
from audioclf_gui.jobs.measure_leakage import MeasureLeakage, measure_leakage
from audioclf_gui.jobs.unlearnt_answers import Judges
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.settings import settings_for

from .conftest import RATE_HZ, collected

FOREST = settings_for("forest", trees=60)
SETS = (("whistle",), ("hiss",), ("whistle", "hiss"))
CLIPS = 48


def sound(number, hz, noise):
    rng = np.random.default_rng(number)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    tone = 0.0 if hz is None else 0.3 * np.sin(2 * np.pi * (hz + number) * time_s)
    return (tone + noise * rng.standard_normal(len(time_s))).astype(np.float32)


def project_of(folder, wanted):
    project = Project.create(folder)
    carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
    return project


@pytest.fixture
def mixtures(tmp_path):
    """Clips of a whistle, of a hiss and of both, from eight sites."""
    wanted = []
    for number in range(CLIPS):
        names = SETS[number % 3]
        path = tmp_path / "sounds" / f"{number:02}.wav"
        tone = 1000.0 if "whistle" in names else None
        write_wav(path, sound(number, tone, 0.2 if "hiss" in names else 0.002), RATE_HZ)
        wanted.append(Candidate(path, names[0], group=f"site {number // 6}", others=names[1:]))
    with project_of(tmp_path / "project", wanted) as project:
        yield project


@pytest.fixture
def pitches(tmp_path):
    """Tones with their pitch as a number, from eight sites."""
    wanted = []
    for number in range(CLIPS):
        hz = 300.0 + 60.0 * ((7 * number) % CLIPS)
        path = tmp_path / "sounds" / f"{number:02}.wav"
        write_wav(path, sound(0, hz, 0.01), RATE_HZ)
        wanted.append(Candidate(path, group=f"site {number // 6}", target=hz))
    with project_of(tmp_path / "project", wanted) as project:
        yield project


def test_a_class_that_is_missing_and_one_too_many_are_found(mixtures, tmp_path):
    view = mixtures.catalogue.view
    ids = {clip.name: clip.id for clip in view.clips}
    classes = {known.name: known.id for known in view.classes}
    lacking, extra = ids["02.wav"], ids["10.wav"]  # of both, of hiss only
    mixtures.catalogue.apply(Text("label"), edits.label_clips(view, [lacking], classes["whistle"]))
    view = mixtures.catalogue.view
    mixtures.catalogue.apply(Text("label"), edits.toggle_class(view, [extra], classes["whistle"]))
    judges = Judges(settings=FOREST)
    found = collected(label_errors(LabelErrors(judges), mixtures.view(), tmp_path / "cache")).result
    assert (found.judged, found.labelled) == (CLIPS, CLIPS)
    first = {one.clip_id: (one.given, one.predicted) for one in found.doubted[:2]}
    assert first[lacking] == ("", "hiss")
    assert first[extra][0] == "whistle"


def test_a_number_that_is_wrong_has_the_largest_error(pitches, tmp_path):
    view = pitches.catalogue.view
    clip = next(clip for clip in view.clips if clip.name == "07.wav")
    pitches.catalogue.apply(Text("number"), Change(clips={clip.id: replace(clip, target=3000.0)}))
    judges = Judges(settings=FOREST)
    found = collected(far_estimates(FarEstimates(judges), pitches.view(), tmp_path / "cache")).result
    assert (len(found.estimates), found.labelled) == (CLIPS, CLIPS)
    assert found.estimates[0].clip_id == clip.id
    with pytest.raises(UserError, match="estimates a number"):
        collected(label_errors(LabelErrors(judges), pitches.view(), tmp_path / "cache"))


def test_where_no_listener_suits_a_forest_and_a_network_judge_together(pitches, tmp_path):
    found = collected(far_estimates(FarEstimates(), pitches.view(), tmp_path / "cache")).result
    assert "a random forest and a small network" in str(found.learner)
    assert (len(found.estimates), found.labelled) == (CLIPS, CLIPS)
    spread = np.std([one.number for one in found.estimates])
    assert np.median([abs(one.error) for one in found.estimates]) < 0.3 * spread


def test_curve_and_leakage_are_told_of_sets_and_of_numbers(mixtures, tmp_path):
    cache_dir = tmp_path / "cache"
    curve = collected(learn_curve(LearnCurve(FOREST, repeats=1), mixtures.view(), cache_dir)).result
    assert str(curve.figure_name) == "average precision"
    assert curve.curve.points[-1].figure > 0.9
    leak = collected(measure_leakage(MeasureLeakage(FOREST), mixtures.view(), cache_dir)).result
    assert (leak.judged, leak.groups) == (CLIPS, 8)
    assert leak.gain_interval[0] <= leak.gain <= leak.gain_interval[1]


def test_curve_and_leakage_of_a_number(pitches, tmp_path):
    cache_dir = tmp_path / "cache"
    curve = collected(learn_curve(LearnCurve(FOREST, repeats=1), pitches.view(), cache_dir)).result
    assert (str(curve.figure_name), curve.curve.classes) == ("R²", ())
    assert curve.curve.points[0].figure < curve.curve.points[-1].figure
    leak = collected(measure_leakage(MeasureLeakage(FOREST), pitches.view(), cache_dir)).result
    assert leak.by_group.figure > 0.5


def test_what_cannot_be_read_is_not_judged_and_counted(mixtures, tmp_path):
    view = mixtures.catalogue.view
    view.audio_path(view.clips[3]).unlink()
    judges = Judges(settings=FOREST)
    found = collected(label_errors(LabelErrors(judges), mixtures.view(), tmp_path / "cache")).result
    assert (found.judged, found.labelled) == (CLIPS - 1, CLIPS)
