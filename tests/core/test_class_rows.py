"""Classes in levels, as the list shows them."""

from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.class_rows import class_rows
from audioclf_gui.core.label import ClassId, LabelClass


def classes(*names):
    return [LabelClass(ClassId(number), name, "#000000") for number, name in enumerate(names, 1)]


def shown(rows):
    return ["  " * row.depth + row.text + ("" if row.label_class else ":") for row in rows]


def test_classes_of_one_level_stand_below_its_heading():
    rows = class_rows(
        classes("rain", "bird/owl", "bird/tit/blue", "bird/tit/great", "bird/wren", "frog/toad")
    )
    assert shown(rows) == ["rain", "bird:", "  owl", "  tit:", "    blue", "    great", "  wren", "frog/toad"]
    assert [one.name for one in rows[1].members] == [
        "bird/owl",
        "bird/tit/blue",
        "bird/tit/great",
        "bird/wren",
    ]
    assert [row.place for row in rows] == [0, 1, 1, 2, 2, 3, 4, 5]


def test_what_is_closed_is_left_out_and_its_heading_stays():
    known = classes("bird/owl", "bird/tit/blue", "bird/tit/great", "rain")
    assert shown(class_rows(known, {"bird"})) == ["bird:", "rain"]
    assert shown(class_rows(known, {"bird/tit"})) == ["bird:", "  owl", "  tit:", "rain"]


def test_a_slash_that_parts_nothing_makes_no_level():
    assert shown(class_rows(classes("/a", "/b", "a//b", "a//c", "and/or"))) == [
        "/a",
        "/b",
        "a//b",
        "a//c",
        "and/or",
    ]


def test_the_order_is_that_of_the_project():
    assert shown(class_rows(classes("a/x", "b", "a/y", "a/z"))) == ["a/x", "b", "a:", "  y", "  z"]


@given(names=st.lists(st.text("ab/", min_size=1, max_size=6), unique=True, max_size=12))
def test_every_class_has_one_row_in_order(names):
    known = classes(*names)
    rows = class_rows(known)
    assert [row.label_class for row in rows if row.label_class] == known
    for row in rows:
        assert row.label_class or len(row.members) > 1
