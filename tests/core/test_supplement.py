"""A data set fills what clips lack; where the project says otherwise it is told, and nothing is overruled."""

from dataclasses import replace

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.edits import add_label, label_clips, reject
from audioclf_gui.core.label import Label
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.project import Project
from audioclf_gui.core.supplement import supplement
from audioclf_gui.core.text import Text

NAMES = ("bare", "cat", "parts", "ruled out", "sited")


@pytest.fixture
def catalogue(tmp_path):
    """Clips without anything, with a class, with a labelled part, with a class ruled out, and with facts."""
    facts = AudioFacts(8000, 1, 8000, "WAV 16 bit")
    with Project.create(tmp_path / "p") as project:
        catalogue = project.catalogue
        catalogue.add_clips([
            FoundClip(Candidate(tmp_path / f"{name}.wav", "cat" if name == "cat" else ""), facts, name)
            for name in NAMES
        ])  # fmt: skip
        ids = {clip.name.removesuffix(".wav"): clip.id for clip in catalogue.view.clips}
        cat = class_named(catalogue.view.classes, "cat")
        catalogue.apply(Text("x"), add_label(catalogue.view, ids["parts"], Label(cat, 0.1, 0.2)))
        catalogue.apply(Text("x"), reject(catalogue.view, {ids["ruled out"]: (cat,)}))
        sited = replace(catalogue.view.clip(ids["sited"]), group="north", fold="1", target=2.0)
        catalogue.apply(Text("x"), Change(clips={sited.id: sited}))
        yield catalogue


def candidate(tmp_path, name, **facts):
    return Candidate(tmp_path / f"{name}.wav", **facts)


def described(catalogue):
    """Class, group, fold and target of each clip after the change."""
    view = catalogue.view
    names = {known.id: known.name for known in view.classes}
    return {
        clip.name.removesuffix(".wav"): (
            [names[label.class_id] for label in view.labels(clip.id) if label.is_whole_clip],
            clip.group,
            clip.fold,
            clip.target,
        )
        for clip in view.clips
    }


def test_what_a_clip_lacks_it_gets_in_one_step_that_can_be_undone(catalogue, tmp_path):
    before = described(catalogue)
    told = supplement(
        catalogue.view,
        [
            candidate(tmp_path, "bare", class_name="dog", group="south", fold="2", target=0.5),
            candidate(tmp_path, "cat", class_name="cat", group="south"),
            candidate(tmp_path, "sited", class_name="dog"),
            candidate(tmp_path, "unknown", class_name="owl"),
        ],
    )
    assert [one.path.stem for one in told.known] == ["bare", "cat", "sited"]
    assert [one.path.stem for one in told.gaining] == ["bare", "cat", "sited"]
    assert told.left_alone == ()
    catalogue.apply(Text("x"), told.change)
    after = described(catalogue)
    assert after["bare"] == (["dog"], "south", "2", 0.5)
    assert after["cat"] == (["cat"], "south", "", None)
    assert after["sited"] == (["dog"], "north", "1", 2.0)
    assert [known.name for known in catalogue.view.classes] == ["cat", "dog"]
    catalogue.undo()
    assert described(catalogue) == before


@pytest.mark.parametrize(
    ("name", "facts", "words"),
    [
        ("cat", {"class_name": "dog"}, "its class is “cat” and not “dog”"),
        ("parts", {"class_name": "dog"}, "parts of it are labelled"),
        ("ruled out", {"class_name": "cat"}, "“cat” was ruled out for it"),
        ("sited", {"group": "south"}, "its group is “north” and not “south”"),
        ("sited", {"fold": "2"}, "its fold is “1” and not “2”"),
        ("sited", {"target": 3.0}, "its target is 2 and not 3"),
    ],
)
def test_what_the_project_says_otherwise_stays_and_is_told(catalogue, tmp_path, name, facts, words):
    told = supplement(catalogue.view, [candidate(tmp_path, name, **facts)])
    assert told.change == Change()
    assert told.gaining == ()
    (left,) = told.left_alone
    assert left.path == tmp_path / f"{name}.wav"
    assert words in str(left.reason)
    assert str(left.remedy)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("cat", {"class_name": "cat"}),
        ("cat", {"class_name": " cat "}),
        ("sited", {"group": "north", "fold": "1", "target": 2.0}),
        ("cat", {}),
    ],
)
def test_what_is_known_already_is_no_news(catalogue, tmp_path, name, facts):
    told = supplement(catalogue.view, [candidate(tmp_path, name, **facts)])
    assert (told.change, told.gaining, told.left_alone) == (Change(), (), ())
    assert len(told.known) == 1


def test_a_fact_is_given_though_another_one_is_disputed(catalogue, tmp_path):
    told = supplement(catalogue.view, [candidate(tmp_path, "cat", class_name="dog", fold="3")])
    assert len(told.left_alone) == 1
    assert [(one.class_name, one.fold) for one in told.gaining] == [("cat", "3")]
    catalogue.apply(Text("x"), told.change)
    assert described(catalogue)["cat"] == (["cat"], "", "3", None)


def test_of_two_candidates_of_one_file_the_first_counts(catalogue, tmp_path):
    twice = [candidate(tmp_path, "bare", class_name=name) for name in ("dog", "owl")]
    told = supplement(catalogue.view, twice)
    catalogue.apply(Text("x"), told.change)
    assert described(catalogue)["bare"][0] == ["dog"]


def test_a_clip_that_lost_its_class_may_get_another_one(catalogue, tmp_path):
    clip = next(clip for clip in catalogue.view.clips if clip.name == "cat.wav")
    catalogue.apply(Text("x"), label_clips(catalogue.view, [clip.id], None))
    told = supplement(catalogue.view, [candidate(tmp_path, "cat", class_name="dog")])
    catalogue.apply(Text("x"), told.change)
    assert described(catalogue)["cat"][0] == ["dog"]
