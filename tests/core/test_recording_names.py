"""What names mean the same recording."""

from pathlib import Path

import pytest

from audioclf_gui.core.recording_names import (
    LABEL_SUFFIXES,
    are_counted,
    best,
    common_end,
    is_recording,
    joint_name,
    name_key,
    own_names,
    plain_parts,
    recording_name,
    split_name,
)
from audioclf_gui.formats.registry import FORMATS


@pytest.mark.parametrize(
    ("text", "parts", "absolute"),
    [
        ("x.wav", ("x.wav",), False),
        (" ./siteA\\x.wav ", ("siteA", "x.wav"), False),
        ("siteA/../siteB/./x.wav", ("siteB", "x.wav"), False),
        (r"D:\field\siteA\x.wav", ("D:", "field", "siteA", "x.wav"), True),
        (r"\\server\share\x.wav", ("server", "share", "x.wav"), True),
        ("/home/jo/x.wav", ("home", "jo", "x.wav"), True),
        ("~/rec/x.wav", ("rec", "x.wav"), True),
        ("file:///C:/My%20Rec/x%23.wav", ("C:", "My Rec", "x#.wav"), True),
        ("file://localhost/home/jo/x.wav", ("home", "jo", "x.wav"), True),
        ("https://host:80/set/a%20b.wav?token=1", ("host:80", "set", "a b.wav"), True),
        ("/data/local-files/?d=set%2Fx.wav", ("set", "x.wav"), True),
        ("http://host/data/local-files/?d=set/x.wav&e=1", ("set", "x.wav"), True),
    ],
)
def test_names_of_every_system_and_urls_are_taken_apart(text, parts, absolute):
    name = recording_name(text)
    assert (name.parts, name.absolute, name.climbs) == (parts, absolute, 0)


def test_a_relative_path_says_how_far_it_climbs_and_nothing_names_nothing():
    assert recording_name("../../a/../b/x.wav").climbs == 2
    assert [recording_name(text) for text in ("", "  ", "./", "..")] == [None] * 4


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("x.WAV", ("x", ".wav")),
        ("rec.2024-05-01.flac", ("rec.2024-05-01", ".flac")),
        ("rec.2024-05-01", ("rec.2024-05-01", "")),
        (".wav", (".wav", "")),
        ("wav", ("wav", "")),
    ],
)
def test_only_endings_of_recordings_are_endings(name, split):
    assert split_name(name) == split
    assert is_recording(name) == bool(split[1])


def test_case_and_composition_of_accents_do_not_tell_recordings_apart():
    assert name_key("K\u00e4uzchen.WAV") == name_key("ka\u0308uzchen.mp3")
    assert plain_parts(Path("/Rec/K\u00e4u")) == ("rec", "k\u00e4u")


@pytest.mark.parametrize(
    ("label_file", "called"),
    [
        ("night.txt", "night"),
        ("night.wav.txt", "night.wav"),
        ("night.Table.1.selections.txt", "night"),
        ("night.wav.Table01.txt", "night.wav"),
        ("night.selections.txt", "night"),
        ("night.BirdNET.selection.table.txt", "night"),
        ("night.BirdNET.results.csv", "night"),
        ("night.BirdNET.results.r.csv", "night"),
        ("night.TextGrid", "night"),
        ("night_labels.txt", "night"),
        ("rec.2024-05-01.txt", "rec.2024-05-01"),
        ("rec_2.txt", "rec_2"),
        ("night 3.txt", "night 3"),
        (".hidden.rttm", ".hidden"),
    ],
)
def test_only_known_endings_are_taken_off_a_label_file(label_file, called):
    assert own_names(label_file)[-1].name == called


def test_what_keeps_most_of_the_name_comes_first_and_an_ending_alone_is_no_name():
    names = [one.name for one in own_names("a.Table.1.selections.txt")]
    assert names == ["a.Table.1.selections", "a.Table.1", "a"]
    assert own_names(".txt") == ()


def test_the_endings_of_every_label_format_are_known():
    assert {suffix.lower() for known in FORMATS.values() for suffix in known.suffixes} <= set(LABEL_SUFFIXES)


@pytest.mark.parametrize(
    ("name", "path", "joint"),
    [
        ("x.wav", r"D:\siteA\x.wav", r"D:\siteA\x.wav"),
        ("x.wav", "/siteA/", "/siteA/x.wav"),
        ("x.wav", "/siteA/y.wav", "x.wav"),
        ("siteB/x.wav", "/siteA/x.wav", "siteB/x.wav"),
        ("", "/siteA/x.wav", "/siteA/x.wav"),
        ("x.wav", "", "x.wav"),
    ],
)
def test_a_name_and_its_path_are_one_name_unless_they_contradict_each_other(name, path, joint):
    assert joint_name(name, path) == joint


def test_ends_are_compared_part_by_part():
    assert common_end(("a", "b", "c"), ("x", "b", "c")) == 2
    assert common_end((), ("a",)) == 0


def test_what_nothing_beats_is_best_and_contradicting_merits_leave_both():
    merits = {"a": (1, 0), "b": (0, 1), "c": (0, 0), "d": (1, 0)}
    assert best(list(merits), merits.__getitem__) == ["a", "b", "d"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("siteA", "siteB", True),
        ("day 1", "day 12", True),
        ("2024-05-01", "2024-05-02", True),
        ("A", "B", True),
        ("site r", "site d", True),
        ("r", "d", False),
        ("L", "R", False),
        ("siteA", "sitea", False),
        ("audio", "labels", False),
        ("wav", "wax", False),
    ],
)
def test_folders_that_are_counted_are_of_one_series(first, second, expected):
    assert are_counted(first, second) is expected
