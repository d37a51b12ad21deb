"""What is offered for a typed name, and what Enter takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.class_search import offers, taken, within

BIRDS = ("CRER", "bird/great tit", "bird/wren", "car horn", "chiffchaff", "Großer Schwan", "wren 2")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cr", "CRER"),
        ("CRER", "CRER"),
        ("chif", "chiffchaff"),
        ("chifchaff", "chiffchaff"),
        ("wren", "bird/wren"),
        ("great", "bird/great tit"),
        ("carhorn", "car horn"),
        ("grosser schwan", "Großer Schwan"),
        ("wren-2", "wren 2"),
    ],
)
def test_what_is_typed_in_part_or_slightly_wrong_means_the_class(typed, first):
    assert offers(BIRDS, typed)[0] == first
    assert taken(BIRDS, typed) == first


@pytest.mark.parametrize("typed", ["eren", "dog", "ffch", "robin", "bird/owl", "wr"])
def test_what_only_stands_inside_a_name_is_a_name_of_its_own(typed):
    names = ("CRER", "chiffchaff", "bird/great tit", "wolverine")
    assert taken(names, typed) == typed


def test_a_name_that_is_there_letter_by_letter_is_meant_though_others_begin_so():
    assert taken(("dogfish", "dog"), "dog") == "dog"
    assert offers(("dogfish", "dog"), "dog") == ["dog", "dogfish"]


def test_numbers_are_no_slips_of_each_other():
    assert taken(("0001", "1002"), "1003") == "1003"
    assert taken(("class 1", "class 2"), "class 3") == "class 3"


def test_a_word_inside_a_name_is_offered_and_not_taken():
    assert offers(BIRDS, "horn") == ["car horn"]
    assert taken(BIRDS, "horn") == "horn"


def test_nothing_typed_offers_all_and_takes_none():
    assert offers(BIRDS, "  ", most=3) == list(BIRDS[:3])
    assert taken(BIRDS, "  ") == ""


def test_levels():
    assert within("bird/wren", "bird")
    assert within("bird", "bird")
    assert not within("birdsong", "bird")


@given(names=st.lists(st.text(min_size=1, max_size=8), max_size=8, unique=True), typed=st.text(max_size=8))
def test_offers_are_names_once_and_each_is_found_by_itself(names, typed):
    found = offers(names, typed)
    assert len(set(found)) == len(found)
    assert set(found) <= set(names)
    for name in names:
        assert name in offers(names, name, most=len(names)) or not name.strip()
