from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, Clip, ClipId, FoundClip
from audioclf_gui.core.label import ClassId, Label, LabelClass, new_class
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import applied, first_view
from audioclf_gui.ml.dataset import training_data, training_summary

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
    assert (first.clip_id, first.path, first.target) == (wren.id, project.folder / "a.wav", 0)
    assert (first.group, first.fold, first.start_s, first.stop_s, first.rate_hz) == (
        "site 1",
        "2",
        0.0,
        2.0,
        8000,
    )
    assert second.target == 1
    assert data.counts() == (1, 1)
    assert "where there is none" in data.grouped_by


def test_groups_that_every_clip_has_are_what_it_is_grouped_by(project):
    add(project, "a.wav", "wren", "site 1")
    add(project, "b.wav", "owl", "site 2")
    assert training_data(project.catalogue.view).grouped_by == "group"


def test_copies_of_a_file_stay_together(project):
    add(project, "a.wav", "wren", content="same")
    add(project, "copy.wav", "wren", content="same")
    add(project, "c.wav", "wren")
    first, copy, other = training_data(project.catalogue.view).examples
    assert first.group == copy.group != other.group
    assert training_data(project.catalogue.view).grouped_by == "source file"


def test_named_stretches_say_more_than_the_label_of_the_whole(project):
    clip = add(project, "a.wav", "wren")
    owl = new_class("owl", project.catalogue.view.classes, ClassId(0))
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
        Label(owl.id, 0.0, 0.05),  # the shortest there is
        Label(None, 0.0, 1.0),
    )
    data = training_data(project.catalogue.view)
    assert [(example.start_s, example.stop_s) for example in data.examples] == [
        (0.5, 1.0),
        (1.5, 2.0),
        (0.0, 0.05),
    ]
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


CLASSES = tuple(LabelClass(ClassId(number), f"class {number}", "#e69f00") for number in range(3))
LABELS = st.builds(
    lambda class_id, span: Label(class_id, *span),
    st.sampled_from([None, *(known.id for known in CLASSES)]),
    st.sampled_from([(None, None), (0.0, 0.5), (1.0, 1.0), (1.0, 1.01), (0.5, 9.0)]),
)
CLIPS = st.builds(
    lambda number, group, fold, copied, removed: Clip(
        ClipId(number), f"{number}.wav", FACTS, "same" if copied else str(number), group, fold, None, removed
    ),
    st.integers(1, 5),
    st.sampled_from(["", "site"]),
    st.sampled_from(["", "1", "2"]),
    st.booleans(),
    st.booleans(),
)
EDITS = st.builds(
    lambda labels, clips: Change(
        labels={ClipId(number): tuple(found) for number, found in labels.items()},
        clips={clip.id: clip for clip in clips},
    ),
    st.dictionaries(st.integers(1, 5), st.lists(LABELS, max_size=3)),
    st.lists(CLIPS, max_size=2),
)


@given(st.lists(EDITS, max_size=6), st.integers(0, 5))
@settings(max_examples=150)
def test_the_summary_kept_up_to_date_is_the_one_counted_anew(changes, counted_at):
    view = first_view(Path("/birds"), [Clip(ClipId(1), "1.wav", FACTS, "1")], {}, CLASSES, {}, {}, ClassId(0))
    kept = training_summary(view)
    for number, change in enumerate(changes):
        view = applied(view, change).view
        if number >= counted_at:
            kept = kept.after(view)
    kept = kept.after(view)
    assert kept == training_summary(view)
    examples = training_data(view).examples
    ids = training_data(view).class_ids
    assert kept.examples == len(examples)
    assert kept.clips == len({example.clip_id for example in examples})
    assert kept.groups == Counter(example.group for example in examples)
    assert kept.folds == Counter(example.fold for example in examples)
    assert kept.classes == Counter(ids[example.target] for example in examples)
    assert kept.grouped == sum(bool(view.clip(example.clip_id).group) for example in examples)
