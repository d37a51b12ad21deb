"""The filter box finds what its words say."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core import edits, query
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, Label
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
        run = project.runs.next("default", {})
        project.runs.put(run)
        dog, _cat = project.catalogue.view.classes
        project.suggestions.put(
            [
                SuggestionDetail(Suggestion(clip.id, run.id, dog.id, 0.9), {dog.id: 0.9}, ())
                for clip in project.catalogue.view.clips[1:]
            ]
        )
        view = project.catalogue.view
        doubted = Label(None, 0.5, 1.0, note="faint, far away", certainty=Certainty.UNSURE)
        project.catalogue.apply(Text("doubt"), edits.add_label(view, view.clips[2].id, doubted))
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
        ("note:FAINT", ["cat.wav"]),
        ("note:faint -is:unsure", []),
        ("is:unsure", ["cat.wav"]),
        ("is:unknown", []),
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
        ("--class:dog", ["dog 1.wav"]),
        ("-" * 3001 + "class:dog", ["dog 2.WAV", "cat.wav"]),
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


@pytest.fixture(scope="module")
def pond(tmp_path_factory):
    """Four clips of 9, 10, 10.5 and 11 s, with labels that a search can confuse."""
    folder = tmp_path_factory.mktemp("pond") / "pond"
    with Project.create(folder.parent / "p") as project:
        project.catalogue.add_clips(
            [
                FoundClip(
                    Candidate(folder / f"{name}.wav", class_name, group=f"site{name}", fold=f"fold {name}"),
                    AudioFacts(100, 1, frames, "WAV"),
                    name,
                )
                for name, class_name, frames in (
                    ("a", "frog", 900), ("b", "", 1000), ("c", "Frogmouth", 1050), ("d", "toad", 1100)
                )
            ]
        )  # fmt: skip
        view = project.catalogue.view
        frog, mouth, toad = view.classes
        project.catalogue.apply(
            Text("label"), edits.add_label(view, view.clips[1].id, Label(toad.id, 0.5, 1.0))
        )
        run = project.runs.next("default", {})
        project.runs.put(run)
        suggested = {0: frog, 1: frog, 2: frog, 3: mouth}
        project.suggestions.put(
            [
                SuggestionDetail(Suggestion(view.clips[at].id, run.id, known.id, 0.9), {}, ())
                for at, known in suggested.items()
            ]
        )
        yield project


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("len:<10", "a"),
        ("len:<=10", "ab"),
        ("len:=10", "b"),
        ("len:10", "b"),
        ("len:10s", "b"),
        ("len:>=10", "bcd"),
        ("len:>10", "cd"),
        ("len:>10.5s", "d"),
        ("-len:10", "acd"),
        ("len:>9 len:<11", "bc"),
        ("class:frog", "ac"),
        ("class:FROGM", "c"),
        ("class:rog", ""),
        ("class:toad", "bd"),
        ("suggestion:frogmouth", "d"),
        ("suggestion:frog", "abcd"),
        ("suggestion:toad", ""),
        ("is:wrong", "cd"),
        ("is:suggested", ""),
        ("is:warning", ""),
        ("group:sitea", "a"),
        ("group:site", ""),
        ('fold:"FOLD b"', "b"),
        ("-", ""),
        (".WAV", "abcd"),
        ("--group:sitea", "a"),
        ("is:labelled -class:toad", "ac"),
        ("it's", ""),
        ("'a.wav", "a"),
    ],
)
def test_boundaries_and_prefixes_of_terms(pond, text, found):
    view = pond.catalogue.view
    assert "".join(view.clips[row].name[0] for row in query.matching_rows(view, text)) == found


@pytest.mark.parametrize("text", ["is:nothing", "is:"])
def test_every_state_there_is_is_named_where_another_was_asked_for(pond, text):
    with pytest.raises(UserError) as refused:
        query.matching_rows(pond.catalogue.view, text)
    remedy = str(refused.value.remedy)
    assert remedy == (
        "Use is: with labelled, unlabelled, suggested, wrong, warning, captured, duplicate, sure, unsure,"
        " unknown."
    )
    for state in query.STATES:
        query.matching_rows(pond.catalogue.view, f"is:{state}")


def test_words_that_are_called_like_a_term_are_looked_for_in_the_path(pond):
    view = pond.catalogue.view
    assert query.matching_rows(view, "len") == query.matching_rows(view, "suggestion") == []
    assert len(query.matching_rows(view, "pond")) == 4


@pytest.mark.parametrize("text", ["len:", "len:>", "len:<>3", "len:>=", "len:3 km", "is:", "is:Labelled"])
def test_half_a_term_is_refused_in_words(pond, text):
    with pytest.raises(UserError, match="not understood"):
        query.matching_rows(pond.catalogue.view, text.replace(" ", "\\ "))


def test_sounds_kept_while_listening_and_copies_are_found(project, tmp_path):
    facts = AudioFacts(16_000, 1, 16_000, "WAV 16 bit")
    folder = project.folder
    project.catalogue.add_clips(
        [
            FoundClip(Candidate(folder / "recordings" / "live-2026-03-01 06-00-00-000.flac"), facts, "a"),
            FoundClip(Candidate(folder / "recordings" / "take 1.wav", "dog"), facts, "b"),
            FoundClip(Candidate(folder / "other" / "live-1.wav", "cat"), facts, "b"),
        ]
    )
    assert query.matching_rows(project.catalogue.view, "is:captured") == [0]
    assert query.matching_rows(project.catalogue.view, "is:duplicate") == [1, 2]
