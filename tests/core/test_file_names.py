"""Names of files are taken by every system, and stay what they were where they can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.file_names import file_name, file_names


@pytest.mark.parametrize("name", ["dog", "big dog", "été", "鸟", "a.b", "Phaethornis-squalidus", "contact"])
def test_ordinary_names_stay(name):
    assert file_name(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("a/b", "a_b"), ("..", "_"), ("../x", "_._x"), (".hidden", "_hidden"), ("end. ", "end")),
        *(("CON", "CON_"), ("nul.wav", "nul_.wav"), ("com1", "com1_"), ("", "_"), ('"?"', "___")),
    ],
)
def test_others_become_what_every_system_takes(name, expected):
    assert file_name(name) == expected


@given(st.text())
def test_any_text_becomes_one_part_of_a_path(text):
    name = file_name(text)
    assert name
    assert name not in {".", ".."}
    assert not set('<>:"/\\|?*') & set(name)
    assert name.isprintable() or not name.isascii()
    assert len(name.encode()) <= 104
    assert file_name(name) == name


def test_names_that_differ_in_case_only_or_are_made_alike_are_told_apart():
    assert file_names(["dog", "Dog", "a/b", "a?b", "dog"]) == {
        "dog": "dog",
        "Dog": "Dog 2",
        "a/b": "a_b",
        "a?b": "a_b 2",
    }
