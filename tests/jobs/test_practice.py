"""Recordings to practise on: files as one brings them home, the same for the same seed."""

import numpy as np
import pytest

from audioclf_gui.audio.files import probe, read_mono
from audioclf_gui.audio.practice_sounds import CLIPS_PER_CLASS_AND_GROUP, PRACTICES
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.jobs.practice import MakePractice, make_practice


@pytest.mark.parametrize("kind", ["bats", "speech"])
def test_every_class_has_clips_of_every_group_and_the_scene_its_labels(kind, tmp_path):
    practice = PRACTICES[kind]
    folder = result_of(make_practice(MakePractice(kind, tmp_path / "sounds")))
    files = sorted((folder / "clips").rglob("*.flac"))
    assert len(files) == len(practice.classes) * len(practice.groups) * CLIPS_PER_CLASS_AND_GROUP
    assert {file.parent.name for file in files} == set(practice.classes)
    assert {file.stem.split("_")[1] for file in files} == set(practice.groups)
    assert {probe(file).rate_hz for file in files} == {practice.rate_hz}
    lines = (folder / "scene.txt").read_text().splitlines()
    ends = [float(line.split("\t")[1]) for line in lines]
    assert ends == sorted(ends)
    assert ends[-1] < probe(folder / "scene.flac").duration_s
    assert {line.split("\t")[2] for line in lines} == set(practice.classes)


def test_the_same_seed_makes_the_same_sounds_and_another_one_others(tmp_path):
    name = "clips/ah/ah_ada_01.flac"
    once, again, other = (
        read_mono(result_of(make_practice(MakePractice("speech", tmp_path / f"{place}", seed))) / name)
        for place, seed in enumerate((1, 1, 2))
    )
    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="holds something already"):
        result_of(make_practice(MakePractice("birds", tmp_path)))
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_where_nothing_can_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        result_of(make_practice(MakePractice("birds", tmp_path / "file" / "below")))
