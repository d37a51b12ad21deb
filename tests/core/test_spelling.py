import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.spelling import is_missing, may_be_missing, name_of, near_twins, tidied, twin_key

NAMES = st.text(max_size=12) | st.text("aä\u0308oO _-\t\u00a0\u200b\ufeff.01é", max_size=12)


@given(NAMES)
def test_a_tidied_text_is_composed_and_has_single_blanks_inside_only(text):
    once = tidied(text)
    assert tidied(once) == once
    assert once == unicodedata.normalize("NFC", once)
    assert once == " ".join(once.split())
    assert once == once.encode("utf-8").decode("utf-8")


@given(NAMES)
def test_how_a_name_was_stored_does_not_matter(text):
    name = name_of(text)
    assert name_of(name) == name
    assert name_of(f"\ufeff {unicodedata.normalize('NFD', text)}\u00a0\r\n") == name
    assert twin_key(name) == twin_key(text)


@given(st.text("aäeéoößTÑ _-", min_size=1, max_size=12))
def test_names_that_differ_in_case_blanks_and_accents_are_twins(text):
    name = name_of(text)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name) if not "\u0300" <= sign <= "\u036f")
    assert twin_key(name.swapcase().casefold()) == twin_key(name.casefold())
    assert twin_key(plain) == twin_key(name)
    assert twin_key(f"x {name}") == twin_key(f"X_{name}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" big \t dog\n", "big dog"),
        ("do\u0308g", "dög"),
        ("cat\u00a0", "cat"),
        ("ca\u200bt\ufeff", "cat"),
        ("1.0", "1"),
        ("-12.000", "-12"),
        ("01", "01"),
        ("1.10", "1.10"),
        ("1.0.0", "1.0.0"),
        ("v1.0", "v1.0"),
        ("a\udce4", "a\ufffd"),
    ],
)
def test_a_text_means_this_name(text, name):
    assert name_of(text) == name


@pytest.mark.parametrize("text", ["", " ", "nan", "NaN", "-NAN", "<NA>", "#N/A", "#DIV/0!", "\ufeff"])
def test_these_cells_hold_no_name(text):
    assert is_missing(text)


@pytest.mark.parametrize("name", ["NA", "None", "null", "N/A"])
def test_what_other_programs_write_for_nothing_is_a_name_that_is_doubted(name):
    assert not is_missing(name)
    assert may_be_missing(name)


@pytest.mark.parametrize("name", ["none", "nano", "0", "-", "Nana"])
def test_an_ordinary_name_is_not_doubted(name):
    assert not is_missing(name)
    assert not may_be_missing(name)


@pytest.mark.parametrize(
    "names",
    [
        ("dog", "Dog"),
        ("dög", "dog"),
        ("big dog", "big_dog", "Big-Dog", "bigdog"),
        ("1", "01"),
        ("straße", "STRASSE"),
        ("dog", "d\u043eg", "D\u039fG", "ｄｏｇ"),
        ("\u0421\u041e\u0412\u0410", "COBA"),
        ("dog", "do\u200dg", "dog\ufe0f"),
        ("frog", "Frogs"),
        ("finch", "finches"),
        ("barn_owls", "barn owl"),
        ("fly", "flies"),
        ("horse", "horses"),
        ("bus", "buses"),
    ],
)
def test_these_names_look_alike(names):
    assert near_twins(["other", *names]) == [names]


@pytest.mark.parametrize(
    "names",
    [
        ("1-2", "12"),
        ("-1", "1"),
        ("は", "ば"),
        ("-", "_"),
        ("1", "10"),
        ("C", "C+"),
        ("bas", "bass"),
        ("as", "a"),
        ("1s", "1"),
        ("corvus", "corvu"),
        ("сова", "сорока"),
    ],
)
def test_these_names_do_not_look_alike(names):
    assert near_twins(names) == []
