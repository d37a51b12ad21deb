"""Sounds are compared with each other: what is like one of them."""

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project

STATISTICS = ("--through", "statistics")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def is_low(path: str) -> bool:
    return "low/" in path


def test_what_sounds_like_a_clip_is_of_its_kind(project, audioclf_json):
    with Project.open(project) as opened:
        low = next(clip for clip in opened.catalogue.view.clips if is_low(clip.path))
    status, found = audioclf_json("similar", project, low.id, "--count", 11, *STATISTICS)
    assert status == 0
    assert all(is_low(one["clip"]) for one in found["similar"])
    assert len(found["similar"]) == 11, "each other clip of its kind once, and never itself"
    similarities = [one["similarity"] for one in found["similar"]]
    assert similarities == sorted(similarities, reverse=True)
    assert found["heard_by"] == "statistics of the spectrogram"
    assert audioclf_json("similar", project, low.id, "--count", 11, *STATISTICS) == (0, found)


def test_a_stretch_of_a_clip_is_compared_by_itself_and_the_place_is_told(project, tmp_path, audioclf_json):
    time_s = np.arange(4000) / 4000
    halves = [np.sin(2 * np.pi * hz * time_s) for hz in (300.0, 1200.0)]
    path = tmp_path / "both.wav"
    write_wav(path, (0.3 * np.concatenate(halves)).astype(np.float32), 4000)
    assert audioclf_json("import", project, path)[0] == 0
    for start_s, wanted in ((0.0, True), (1.0, False)):
        span = ("--start-s", start_s, "--stop-s", start_s + 1.0)
        _, found = audioclf_json("similar", project, path, *span, "--count", 8, *STATISTICS)
        assert {is_low(one["clip"]) for one in found["similar"]} == {wanted}
    high = next(one["clip"] for one in found["similar"])
    _, found = audioclf_json("similar", project, project / high, "--count", 24, *STATISTICS)
    place = next(one for one in found["similar"] if one["clip"].endswith("both.wav"))
    assert place["start_s"] >= 0.75, "the window that is most alike"


def test_a_model_of_the_project_compares_by_what_comes_before_its_answers(
    project, audioclf, audioclf_json, quick
):
    assert audioclf("train", project, "--preset", "fast", *quick)[0] == 0
    status, found = audioclf_json("similar", project, 1, "--through", "run 1")
    assert (status, found["heard_by"]) == (0, "run 1")
    assert len(found["similar"]) == 20


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("1", "--start-s", "7"), "has no sound there"),
        (("1", "--through", "run 9"), "run 9 has no model"),
        (("1", "--through", "birdnett"), "birdnet"),
        (("nobody",), "there is no clip nobody"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_cure(project, audioclf, options, told):
    status, _out, err = audioclf(
        "similar", project, *options, *(() if "--through" in options else STATISTICS)
    )
    assert status == 1
    assert told in err


def test_a_file_that_cannot_be_read_is_put_aside(project, audioclf_json):
    with Project.open(project) as opened:
        view = opened.catalogue.view
        broken, *_, other = view.clips
        view.audio_path(broken).rename(project / "elsewhere.wav")
        status, found = audioclf_json("similar", project, other.id, *STATISTICS)
        view_path = view.audio_path(broken)
        (project / "elsewhere.wav").rename(view_path)
    assert status == 3
    assert [one["path"] for one in found["refused"]] == [str(view_path)]
    assert len(found["similar"]) == 20


def test_the_clips_to_label_next_are_of_each_kind_and_have_no_label(project, audioclf, audioclf_json):
    for where in ("class:high", "class:low -site0-00"):
        assert audioclf("clips", "clear", project, "--where", where)[0] == 0
    status, found = audioclf_json("next", project, "--count", 4, *STATISTICS)
    assert (status, found["unlabelled"], found["labelled"]) == (0, 23, 1)
    assert not is_low(found["next"][0]), "there is a label of the other kind already"
    assert len(set(found["next"])) == 4
    assert audioclf_json("next", project, "--count", 4, *STATISTICS) == (0, found)


def test_where_every_clip_has_a_label_nothing_is_asked_for(project, audioclf):
    status, _out, err = audioclf("next", project, *STATISTICS)
    assert status == 1
    assert "every clip is labelled already" in err


@pytest.mark.parametrize("command", ["next", "clusters"])
def test_of_a_project_without_clips_nobody_says_that_they_are_labelled(audioclf, tmp_path, command):
    assert audioclf("new", tmp_path / "empty")[0] == 0
    status, _out, err = audioclf(command, tmp_path / "empty", *STATISTICS)
    assert status == 1
    assert "Import some recordings first" in err


def test_clusters_are_of_one_kind_and_labelled_at_once_in_one_step(project, audioclf, audioclf_json):
    assert audioclf("clips", "clear", project, "--where", "len:>0")[0] == 0
    status, found = audioclf_json("clusters", project, "--count", 2, *STATISTICS)
    assert status == 0
    kinds = [{is_low(path) for path in cluster} for cluster in found["clusters"]]
    assert sorted(kinds, key=str) == [{False}, {True}]
    name = "deep" if kinds[0] == {True} else "shrill"
    status, _out, err = audioclf("clusters", project, "--count", 2, "--label", f"1={name}", *STATISTICS)
    assert (status, "clips labelled: 12" in err) == (0, True)
    with Project.open(project) as opened:
        view = opened.catalogue.view
        assert {view.clip(clip.id).path for clip in view.clips if view.labels(clip.id)} == set(
            found["clusters"][0]
        )
        opened.catalogue.undo()
        assert opened.catalogue.view.labelled == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--label", "dog"), "--label 3=dog"), (("--label", "9=dog"), "Choose one of 1 to")],
)
def test_a_cluster_that_cannot_be_labelled_is_refused_with_the_cure(project, audioclf, options, told):
    assert audioclf("clips", "clear", project, "--where", "len:>0")[0] == 0
    status, _out, err = audioclf("clusters", project, *options, *STATISTICS)
    assert status == 1
    assert told in err


def test_the_map_lays_out_like_sounds_side_by_side(project, audioclf_json):
    status, found = audioclf_json("map", project, *STATISTICS)
    assert (status, found["method"]) == (0, "principal components")
    assert {one["class"] for one in found["places"]} == {"low", "high"}
    low, high = (
        np.array([(one["x"], one["y"]) for one in found["places"] if one["class"] == name])
        for name in ("low", "high")
    )
    apart = np.linalg.norm(low.mean(0) - high.mean(0))
    assert apart > 3 * max(low.std(0).max(), high.std(0).max())
    assert audioclf_json("map", project, *STATISTICS) == (0, found)
