"""Values that exist are valid, and files are whole or not there."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core import edits
from audioclf_gui.core.change import (
    Change,
    label_difference,
    whole_clip_classes,
    with_whole_clip_classes,
)
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.content import content_hash, write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, Region, distinct_colour
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Incoming
from audioclf_gui.core.text import Text

labels = st.lists(
    st.builds(
        Label, st.integers(1, 2).map(ClassId), st.sampled_from([0.0, 1.0]), st.sampled_from([1.0, 2.0])
    ),
    max_size=8,
).map(tuple)


@pytest.mark.parametrize("span", [(-1.0, 1.0), (2.0, 1.0), (math.nan, 1.0), (0.0, math.inf), (None, 1.0)])
def test_a_label_that_makes_no_sense_cannot_exist(span):
    with pytest.raises(ValueError, match="cannot run"):
        Label(None, *span)
    with pytest.raises(ValueError, match="cannot run"):
        Region(*(span if None not in span else (math.nan, 1.0)), "x")


@given(labels, labels)
def test_labels_settle_to_what_was_asked_for(before, after):
    difference = label_difference(before, after)
    assert sorted(map(repr, difference.settled)) == sorted(map(repr, after))
    assert len(before) - len(difference.removed) + len(difference.added) == len(after)


def test_a_whole_clip_has_one_class_beside_its_regions():
    region = Label(ClassId(3), 0.5, 1.0)
    given_class = with_whole_clip_classes((Label(ClassId(1)), region), [ClassId(2)])
    assert whole_clip_classes(given_class) == (2,)
    assert region in given_class
    assert with_whole_clip_classes(given_class, []) == (region,)


def test_the_first_forty_colours_differ():
    colours = [distinct_colour(index) for index in range(40)]
    assert len(set(colours)) == 40


def test_large_files_are_told_apart_by_samples_and_size(tmp_path):
    hashes = set()
    for name, size, mark in (("a", 2**27, b"x"), ("b", 2**27, b"y"), ("c", 2**27 + 1, b"x"), ("d", 5, b"x")):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
            file.seek(size - 1)
            file.write(mark)
        hashes.add(content_hash(tmp_path / name))
    assert len(hashes) == 4


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path):
    target = tmp_path / "labels.txt"
    write_atomically(target, b"old")
    with pytest.raises(TypeError):
        write_atomically(target, "not bytes")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path):
    target = tmp_path / ("長" * 83 + ".txt")  # 253 bytes
    write_atomically(target, b"x")
    assert target.read_bytes() == b"x"


def test_label_files_find_their_clips(project, found, tmp_path):
    project.catalogue.add_clips(found(12))
    finder = ClipFinder(project.catalogue.view)
    assert finder.of_label_file(tmp_path / "3.txt").name == "3.wav"
    assert finder.of_label_file(tmp_path / "11.Table.1.selections.txt").name == "11.wav"
    assert finder.of_sound_file(r"C:\field\audio\7.wav", tmp_path / "all.txt").name == "7.wav"
    with pytest.raises(UserError, match="no clip fits"):
        finder.of_label_file(tmp_path / "other.txt")


def added(project, clip, regions):
    return import_change(project.catalogue.view, [Incoming(clip, tuple(regions))]).change


def test_importing_labels_twice_adds_nothing(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    regions = [Region(0.0, 1.0, "wren"), Region(0.0, 1.0, "")]
    project.catalogue.apply(Text("import"), added(project, clip, regions))
    before = project.catalogue.view.labels(clip.id)
    assert len(before) == 3
    project.catalogue.apply(Text("import"), added(project, clip, regions))
    assert project.catalogue.view.labels(clip.id) == before


def test_exported_labels_come_back_as_those_that_are_there(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    (robin,) = project.catalogue.view.classes
    project.catalogue.apply(
        Text("label"),
        edits.add_label(project.catalogue.view, clip.id, Label(robin.id, 0.1234567891, 1.0, 100.00049)),
    )
    written = [Region(0.0, clip.duration_s, "robin"), Region(0.123457, 1.0, "robin", 100.0)]
    assert added(project, clip, written) == Change()


def test_two_programs_files_of_the_same_labels_make_them_once_with_all_they_tell(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    audacity = [Region(0.1, 0.5, "wren"), Region(0.5, 0.8, "owl")]
    raven = [Region(0.1, 0.5, "wren", 500.0, 9000.0), Region(0.9, 1.0, "wren", 500.0, 9000.0)]
    for first, second in ((audacity, raven), (raven, audacity)):
        change = added(project, clip, first)
        before = project.catalogue.view.inverse(change)
        project.catalogue.apply(Text("import"), change)
        project.catalogue.apply(Text("import"), added(project, clip, second))
        told = {(label.start_s, label.low_hz) for label in project.catalogue.view.labels(clip.id)}
        assert told == {(0.1, 500.0), (0.5, None), (0.9, 500.0)}
        assert len(project.catalogue.view.labels(clip.id)) == 3
        project.catalogue.apply(Text("back"), before)
        project.catalogue.apply(Text("clear"), Change(labels={clip.id: ()}))
