"""A model is measured on the labels of a project."""

import numpy as np
import pytest
import soundfile

from audioclf_gui.audio.heard import listen
from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.edit_clips import DeleteClass, MergeClasses, MoveClass, RenameClass, edit_clips
from audioclf_gui.jobs.evaluate import Evaluate, evaluate
from audioclf_gui.jobs.relink import Relink, relink
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.equal_sounds import beginning

from .conftest import collected


def test_a_model_is_measured_on_the_clips_whose_class_it_knows(project, ids, bundle):
    project.catalogue.view.audio_path(project.catalogue.view.clip(ids["dog-0"])).unlink()
    told = collected(evaluate(Evaluate(bundle), project.view()))
    assert told.result.report["clips"] == 4
    assert [one.path.name for one in told.result.refused] == ["dog-0.wav"]
    assert told.of(Progress)[-1] == Progress(5, 5)
    with pytest.raises(UserError, match="fold A"):
        collected(evaluate(Evaluate(bundle, "A"), project.view()))


def test_sounds_of_several_classes_are_told_of_where_the_model_names_one(project, ids, save_tiny, tmp_path):
    bundle = save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"), learnt=frozenset())
    assert collected(evaluate(Evaluate(bundle), project.view())).result.note is None
    wren = next(known.id for known in project.catalogue.view.classes if known.name == "wren")
    change = edits.toggle_class(project.catalogue.view, [ids["dog-0"]], wren)
    project.catalogue.apply(Text("label"), change)
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    assert (done.report["told_twice"], done.report["pieces"]) == (1, done.clips + 1)
    assert "1 sound is of several classes" in str(done.note)


@pytest.mark.parametrize(
    ("classes", "lacks"), [(("dog", "owl", "jay"), {"wren": 2}), (("jay", "owl", "wren"), {"dog": 3})]
)
def test_labels_of_classes_that_the_model_lacks_are_named(project, save_tiny, tmp_path, classes, lacks):
    bundle = save_tiny(tmp_path / "model", classes=classes, learnt=frozenset())
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    ((name, clips),) = lacks.items()
    assert (done.clips, done.facts["not_known"]) == (5 - clips, lacks)
    assert str(done.note).endswith(f"clips of each: {name} ({clips}).")


def test_clips_are_counted_as_clips_however_many_pieces_of_them_are_labelled(project, ids, bundle):
    dog = next(one.id for one in project.catalogue.view.classes if one.name == "dog")
    halves = (Label(dog, 0.0, 0.2), Label(dog, 0.25, 0.45))
    project.catalogue.apply(Text("label"), Change(labels={ids["dog-0"]: halves}))
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    assert (done.report["clips"], done.report["pieces"], done.clips) == (5, 6, 5)


def contents(project, *names):
    return frozenset(clip.content for clip in project.catalogue.view.clips if clip.name in names)


def test_what_a_model_has_learnt_from_is_left_out_whatever_it_is_called_now(project, save_tiny, tmp_path):
    learnt = contents(project, "dog-0.wav", "wren-0.wav")
    bundle = save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"), learnt=learnt)
    path = project.catalogue.view.audio_path(project.catalogue.view.clips[0])
    path.rename(path.with_name("moved.wav"))
    carry_out(relink(Relink(path.parent), project.view()), project)
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    assert (done.report["clips"], done.left_out, done.facts["left_out"]) == (3, 2, 2)
    assert str(done.note) == "2 clips that the model has learnt from were left out."


def test_what_a_model_has_learnt_from_is_measured_apart_where_that_is_asked_for(project, save_tiny, tmp_path):
    learnt = contents(project, "dog-0.wav", "wren-0.wav")
    bundle = save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"), learnt=learnt)
    without = collected(evaluate(Evaluate(bundle), project.view())).result
    done = collected(evaluate(Evaluate(bundle, with_training=True), project.view())).result
    assert done.report == without.report, "what it has learnt from changes no figure"
    assert (done.training["clips"], done.facts["training"]["clips"], done.left_out) == (2, 2, 2)
    assert "On 2 clips that it has learnt from, which do not count: accuracy" in str(done.note)
    everything = frozenset(clip.content for clip in project.catalogue.view.clips)
    bundle = save_tiny(tmp_path / "knows all", classes=("dog", "wren", "owl"), learnt=everything)
    done = collected(evaluate(Evaluate(bundle, with_training=True), project.view())).result
    assert (done.clips, done.training["clips"]) == (0, 5)
    assert "accuracy" not in done.report


def test_sound_that_a_model_has_learnt_from_is_known_again_in_another_format(
    project, save_tiny, tmp_path, ids
):
    """The file has other bytes, but begins with the same samples and is as long."""
    wren = project.catalogue.view.audio_path(project.catalogue.view.clip(ids["wren-0"]))
    learnt = frozenset({beginning(wren)})
    samples, rate_hz = soundfile.read(wren, dtype="int16")
    soundfile.write(wren.with_suffix(".flac"), samples, rate_hz, subtype="PCM_16")
    assert beginning(wren.with_suffix(".flac")) in learnt
    twice = np.stack([samples, samples], axis=1)
    soundfile.write(wren.with_name("both.wav"), twice, rate_hz, subtype="PCM_24")
    assert beginning(wren.with_name("both.wav")) in learnt
    assert listen(wren.with_name("both.wav")).sound == listen(wren).sound
    soundfile.write(wren.with_name("two.wav"), np.stack([samples, samples // 2], axis=1), rate_hz)
    assert beginning(wren.with_name("two.wav")) not in learnt
    assert listen(wren.with_name("two.wav")).sound != listen(wren).sound
    bundle = save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"), learnt=learnt)
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    assert (done.report["clips"], done.left_out) == (4, 1)


@pytest.mark.parametrize(
    ("record", "figure"),
    [
        ({}, ""),
        ({"report": "lost"}, ""),
        ({"report": {"accuracy": None}}, ""),
        ({"report": {"accuracy": 0.8612, "measured_on": "test"}}, "; in the held-out run of its training"),
        (
            {"report": {"accuracy": 0.8612, "measured_on": "out-of-fold"}},
            "; in the held-out runs of its training",
        ),
    ],
)
def test_of_a_model_that_has_learnt_from_everything_the_held_out_figure_is_told(
    project, save_tiny, tmp_path, record, figure
):
    learnt = frozenset(clip.content for clip in project.catalogue.view.clips)
    bundle = save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"), learnt=learnt, record=record)
    with pytest.raises(UserError) as told:
        collected(evaluate(Evaluate(bundle), project.view()))
    said = str(told.value)
    assert "the model has learnt from all 5 labelled clips" in said
    assert figure in said
    assert said.endswith("the accuracy was 0.861" if figure else "so they cannot tell how good it is")
    assert "has not heard" in str(told.value.remedy)


def test_a_model_that_does_not_say_what_it_learnt_from_is_measured_on_all_with_a_word(project, bundle):
    done = collected(evaluate(Evaluate(bundle), project.view())).result
    assert (done.report["clips"], done.left_out) == (5, None)
    assert "does not say what it has learnt from" in str(done.note)


def test_a_model_is_measured_in_the_classes_of_today(project, says, tmp_path):
    bundle = says(tmp_path / "m", [3.0, 2.0, 0.0], classes=("dog", "wren", "owl"), class_ids=(1, 2, 3))
    add = edits.add_class(project.catalogue.view, "owl")
    project.catalogue.apply(Text("add class"), add)
    assert [known.name for known in project.catalogue.view.classes] == ["dog", "wren", "owl"]

    def confusion():
        report = collected(evaluate(Evaluate(bundle), project.view())).result.report
        return [row["class"] for row in report["per_class"]], report["confusion"]

    assert confusion() == (["dog", "wren", "owl"], [[3, 0, 0], [2, 0, 0], [0, 0, 0]])
    carry_out(edit_clips(RenameClass("dog", "hound"), project.view()), project)
    carry_out(edit_clips(MoveClass("hound", 2), project.view()), project)
    assert confusion() == (["hound", "wren", "owl"], [[3, 0, 0], [2, 0, 0], [0, 0, 0]])
    carry_out(edit_clips(MergeClasses(("wren",), "hound"), project.view()), project)
    assert confusion() == (["hound", "owl"], [[5, 0], [0, 0]])
    project.catalogue.undo()
    carry_out(edit_clips(DeleteClass("hound"), project.view()), project)
    assert confusion() == (["dog", "wren", "owl"], [[0, 0, 0], [2, 0, 0], [0, 0, 0]])


def test_measuring_needs_no_right_to_write(reader, bundle):
    assert collected(evaluate(Evaluate(bundle), reader.view())).result.report["clips"] == 5
