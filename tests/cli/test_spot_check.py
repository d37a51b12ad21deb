"""A few of many suggestions are judged before all are accepted."""

import pytest

from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Suggestion, SuggestionDetail


@pytest.fixture
def suggested(project):
    """A project whose 24 clips have no label, and are suggested as their first class, 18 of them surely."""
    with Project.open(project) as opened:
        view = opened.catalogue.view
        run = opened.runs.next("fast", {})
        opened.runs.put(run)
        details = [
            SuggestionDetail(
                Suggestion(clip.id, run.id, view.classes[0].id, 0.95 if place < 18 else 0.6), {}, ()
            )
            for place, clip in enumerate(view.clips)
        ]
        opened.suggestions.put(details)
    return project


@pytest.fixture
def bare(suggested, audioclf):
    audioclf("clips", "clear", suggested, "--where", "")
    return suggested


def labelled(project):
    with Project.open(project) as opened:
        view = opened.catalogue.view
        return {clip.path for clip in view.clips if view.labels(clip.id)}


def test_ten_of_many_are_drawn_judged_and_all_accepted_as_one_step(bare, audioclf, audioclf_json):
    status, drawn = audioclf_json("clips", "spot-check", bare)
    assert (status, drawn["suggestions"], len(drawn["sample"])) == (0, 18, 10)
    assert len({one["clip"] for one in drawn["sample"]}) == 10
    assert {one["score"] for one in drawn["sample"]} == {0.95}
    assert audioclf_json("clips", "spot-check", bare)[1] == drawn, "the same command draws the same"
    assert audioclf_json("clips", "spot-check", bare, "--seed", "7")[1]["sample"] != drawn["sample"]

    judged = ("clips", "spot-check", bare, "--judged", drawn["key"], "--wrong", "3")
    status, told = audioclf_json(*judged)
    assert (told["right"], told["judged"], told["precision"], told["accepted"]) == (9, 10, 0.9, 0)
    assert (told["low"], told["high"]) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert labelled(bare) == set()

    assert audioclf_json(*judged, "--accept")[1]["accepted"] == 17
    assert len(labelled(bare)) == 17
    assert drawn["sample"][2]["clip"] not in labelled(bare)
    with Project.open(bare) as opened:
        assert str(opened.catalogue.undoable.what) == "accept 17 suggestions"
        opened.catalogue.undo()
    assert labelled(bare) == set()


def test_numbers_of_another_sample_are_refused(bare, audioclf, audioclf_json):
    _status, drawn = audioclf_json("clips", "spot-check", bare)
    audioclf("clips", "accept", bare, "--where", drawn["sample"][0]["clip"].rsplit("/")[-1])
    status, _out, err = audioclf("clips", "spot-check", bare, "--judged", drawn["key"], "--accept")
    assert status == 1
    assert f"the sample {drawn['key']} cannot be drawn any more" in err


def test_without_a_sure_suggestion_there_is_nothing_to_draw(bare, audioclf):
    status, _out, err = audioclf("clips", "spot-check", bare, "--above", "0.99")
    assert status == 1
    assert "no unlabelled clip has a suggestion of 0.99 or more" in err
    status, _out, err = audioclf("clips", "spot-check", bare, "--size", "0")
    assert (status, "Give a score of 0 to 1" in err) == (1, True)


def test_accepting_needs_a_judged_sample(bare, audioclf):
    status, _out, err = audioclf("clips", "spot-check", bare, "--accept")
    assert (status, "--accept says nothing without --judged" in err) == (2, True)
