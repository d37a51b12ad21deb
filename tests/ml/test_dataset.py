import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.label import Label, new_class
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import training_data

FACTS = AudioFacts(8000, 1, 16000, "WAV 16 bit")


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "birds") as opened:
        yield opened


def add(project, name, class_name="", group="", fold="", content=None):
    candidate = Candidate(project.folder / name, class_name, group, fold)
    (clip,) = project.catalogue.add_clips([FoundClip(candidate, FACTS, content or name)])
    return clip


def relabel(project, clip, *labels):
    project.catalogue.apply(Text("label"), Change(labels={clip.id: labels}))


def test_labelled_clips_become_examples_in_the_user_s_order_of_classes(project):
    wren = add(project, "a.wav", "wren", "site 1", "2")
    add(project, "b.wav")
    add(project, "c.wav", "owl")
    data = training_data(project.catalogue.view)
    assert data.classes == ("wren", "owl")
    assert data.class_ids == tuple(known.id for known in project.catalogue.view.classes)
    first, second = data.examples
    assert (first.clip_id, first.path, first.class_index) == (wren.id, project.folder / "a.wav", 0)
    assert (first.group, first.fold, first.start_s, first.stop_s, first.rate_hz) == (
        "site 1",
        "2",
        0.0,
        2.0,
        8000,
    )
    assert second.class_index == 1
    assert data.counts() == (1, 1)
    assert "where there is none" in data.grouped_by


def test_copies_of_a_file_stay_together(project):
    add(project, "a.wav", "wren", content="same")
    add(project, "copy.wav", "wren", content="same")
    add(project, "c.wav", "wren")
    first, copy, other = training_data(project.catalogue.view).examples
    assert first.group == copy.group != other.group
    assert training_data(project.catalogue.view).grouped_by == "source file"


def test_named_stretches_say_more_than_the_label_of_the_whole(project):
    clip = add(project, "a.wav", "wren")
    owl = new_class("owl", project.catalogue.view.classes)
    project.catalogue.apply(Text("class"), Change(classes=(*project.catalogue.view.classes, owl)))
    wren = project.catalogue.view.classes[0]
    relabel(
        project,
        clip,
        Label(wren.id),
        Label(owl.id, 0.5, 1.0),
        Label(owl.id, 1.5, 9.0),  # reaches beyond the end of the sound
        Label(owl.id, 1.0, 1.0),
        Label(owl.id, 1.0, 1.01),
        Label(None, 0.0, 1.0),
    )
    data = training_data(project.catalogue.view)
    assert [(example.start_s, example.stop_s) for example in data.examples] == [(0.5, 1.0), (1.5, 2.0)]
    assert data.classes == ("owl",)
    assert data.unused == ("wren",)


def test_marks_of_a_moment_leave_the_whole_clip_in_use(project):
    clip = add(project, "a.wav", "wren")
    wren = project.catalogue.view.classes[0]
    relabel(project, clip, Label(wren.id), Label(wren.id, 1.0, 1.0))
    (example,) = training_data(project.catalogue.view).examples
    assert example.duration_s == 2.0


def test_an_empty_project_has_no_examples(project):
    assert training_data(project.catalogue.view).examples == ()
