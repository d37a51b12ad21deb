"""Labels, and the colours by which their classes are told apart."""

import pytest

from audioclf_gui.core.label import (
    OKABE_ITO,
    ClassId,
    Label,
    LabelClass,
    Region,
    Source,
    distinct_colour,
    new_class,
)
from audioclf_gui.core.naming import as_labels, as_regions, class_named, with_classes


def test_the_first_colours_are_okabes_and_itos():
    assert tuple(map(distinct_colour, range(8))) == OKABE_ITO


@pytest.mark.parametrize(
    ("index", "colour"),
    [
        pytest.param(8, "#966700", id="darker: 0.65 of #e69f00"),
        pytest.param(9, "#387597", id="darker: 0.65 of #56b4e9"),
        pytest.param(16, "#ffd700", id="lighter: 1.35, no channel above 255"),
        pytest.param(24, "#684800", id="darker still: 0.45"),
        pytest.param(32, "#fffe00", id="lighter still: 1.6"),
        pytest.param(40, "#e69f00", id="from the beginning again"),
        pytest.param(47, "#999999", id="the last of the second turn"),
    ],
)
def test_colours_beyond_the_palette_are_shades_of_it(index, colour):
    assert distinct_colour(index) == colour


def test_a_new_class_takes_the_next_id_and_the_colour_of_its_place():
    first = new_class("wren", (), ClassId(0))
    assert first == LabelClass(ClassId(1), "wren", OKABE_ITO[0])
    assert new_class("owl", [LabelClass(ClassId(7), "x", "#000000")], ClassId(0)) == LabelClass(
        ClassId(8), "owl", OKABE_ITO[1]
    )
    assert new_class("owl", (), ClassId(9)).id == 10


def test_whole_clips_stretches_and_moments_are_told_apart():
    whole, stretch, moment, first = (
        Label(None),
        Label(None, 0.5, 1.0),
        Label(None, 0.5, 0.5),
        Label(None, 0.0, 0.0),
    )
    assert [one.is_whole_clip for one in (whole, stretch, moment, first)] == [True, False, False, False]
    assert [one.is_moment for one in (whole, stretch, moment, first)] == [False, False, True, True]
    assert [one.span_s(3.0) for one in (whole, stretch, first)] == [(0.0, 3.0), (0.5, 1.0), (0.0, 0.0)]


def test_names_are_added_once_and_blank_ones_never():
    classes = with_classes((), ["wren", " ", "", "owl", "wren", "Wren"], ClassId(0))
    assert [(known.id, known.name) for known in classes] == [(1, "wren"), (2, "owl"), (3, "Wren")]
    assert with_classes(classes, ["owl"], ClassId(3)) is classes
    assert class_named(classes, "owl") == 2
    assert class_named(classes, "") is None


def test_regions_become_imported_labels_and_come_back_with_all_they_hold():
    classes = with_classes((), ["wren"], ClassId(0))
    regions = [
        Region(0.5, 1.0, "wren", 100.0, 200.0, 0.25, "as it stood"),
        Region(1.0, 1.0, ""),
    ]
    labels = as_labels(regions, classes)
    assert labels[0] == Label(ClassId(1), 0.5, 1.0, 100.0, 200.0, Source.IMPORT, 0.25, "as it stood")
    assert labels[1].class_id is None
    assert as_regions(labels, classes, 9.0) == regions
    assert as_regions([Label(ClassId(1), raw="x")], classes, 9.0) == [Region(0.0, 9.0, "wren", raw="x")]
