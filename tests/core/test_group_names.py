"""Groups are spoken of by the name that a project gives them."""

import pytest

from audioclf_gui.core.group_names import (
    group_name_of,
    group_name_of_column,
    group_title,
    groups_text,
    partly,
)


@pytest.mark.parametrize(
    ("n", "by", "told"),
    [
        (1, "group", "1 group"),
        (3, "", "3 groups"),
        (3, partly("group"), "3 groups"),
        (2, "source file", "2 source files"),
        (12, "speaker", "12 speakers"),
        (12, partly("Speaker"), "12 speakers"),
        (2, "nest box", "2 nest boxes"),
        (2, "city", "2 cities"),
        (1, "bay", "1 bay"),
        (2, "bay", "2 bays"),
        (2, "说话人", "2 说话人"),
    ],
)
def test_groups_are_counted_by_their_name(n, by, told):
    assert str(groups_text(n, by)) == told


def test_a_column_of_groups_is_headed_by_their_name():
    names = ("", "speaker", "nest box", partly("site"))
    assert [str(group_title(by)) for by in names] == ["Group", "Speaker", "Nest box", "Site"]


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("speaker_id", "speaker"),
        ("speakerID", "speaker"),
        ("Site", "Site"),
        ("recorder name", "recorder"),
        ("group", ""),
        ("id", "id"),
        ("3", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_column_says_what_groups_are(column, name):
    assert group_name_of_column(column) == name


def test_a_group_that_is_called_a_group_has_no_name_of_its_own():
    assert group_name_of(" Group ") == ""
    assert group_name_of("  nest\tbox ") == "nest box"
