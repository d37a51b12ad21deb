"""The filter box finds what its words say."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core import edits, query
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text


@pytest.fixture(scope="module")
def zoo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zoo")
    clips = [("dog 1.wav", "dog", "site3", 5), ("dog 2.WAV", "", "site3", 15), ("cat.wav", "cat", "x", 10)]
    with Project.create(folder / "p") as project:
        project.catalogue.add_clips(
            [
                FoundClip(
                    Candidate(folder / name, class_name, group, fold="1" if class_name else "2"),
                    AudioFacts(
                        100, 1, 100 * seconds, "WAV", Text("a lying header") if name == "cat.wav" else None
                    ),
                    name,
                )
                for name, class_name, group, seconds in clips
            ]
        )
        run = project.runs.begin("default", {})
        dog, _cat = project.catalogue.view.classes
        project.suggestions.put(
            [
                SuggestionDetail(Suggestion(clip.id, run.id, dog.id, 0.9), {dog.id: 0.9}, ())
                for clip in project.catalogue.view.clips[1:]
            ]
        )
        yield project


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["dog 1.wav", "dog 2.WAV", "cat.wav"]),
        ("dog", ["dog 1.wav", "dog 2.WAV"]),
        ("DOG 2", ["dog 2.WAV"]),
        ('"dog 2"', ["dog 2.WAV"]),
        ('"dog 2', ["dog 2.WAV"]),
        ("class:dog", ["dog 1.wav"]),
        ("class:do", ["dog 1.wav"]),
        ("-class:dog", ["dog 2.WAV", "cat.wav"]),
        ("is:unlabelled", ["dog 2.WAV"]),
        ("is:labelled wav", ["dog 1.wav", "cat.wav"]),
        ("is:suggested", ["dog 2.WAV"]),
        ("is:wrong", ["cat.wav"]),
        ("is:warning", ["cat.wav"]),
        ("suggestion:dog", ["dog 2.WAV", "cat.wav"]),
        ("group:SITE3", ["dog 1.wav", "dog 2.WAV"]),
        ("fold:2", ["dog 2.WAV"]),
        ("len:>10", ["dog 2.WAV"]),
        ("len:<=10s -cat", ["dog 1.wav"]),
        ("len:5", ["dog 1.wav"]),
        ("http://dog", []),
    ],
)
def test_terms(zoo, text, names):
    assert [
        zoo.catalogue.view.clips[row].name for row in query.matching_rows(zoo.catalogue.view, text)
    ] == names


@pytest.mark.parametrize("text", ["is:nothing", "len:long"])
def test_a_term_that_is_not_understood_says_what_would_be(zoo, text):
    with pytest.raises(UserError) as error:
        query.matching_rows(zoo.catalogue.view, text)
    assert error.value.remedy


@given(st.text())
def test_whatever_is_typed_never_crashes(zoo, text):
    with contextlib.suppress(UserError):
        assert set(query.matching_rows(zoo.catalogue.view, text)) <= {0, 1, 2}


def test_labelling_changes_what_is_found(zoo):
    clip = zoo.catalogue.view.clips[1]
    change = edits.label_clips(zoo.catalogue.view, [clip.id], zoo.catalogue.view.classes[1].id)
    inverse = zoo.catalogue.view.inverse(change)
    zoo.catalogue.apply(Text("label"), change)
    assert zoo.catalogue.view.labelled == len(zoo.catalogue.view.clips) == 3
    zoo.catalogue.apply(Text("undo"), inverse)
    assert zoo.catalogue.view.labelled == 2
