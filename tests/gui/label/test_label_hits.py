"""Which label is under the pointer, on outlines in pixels."""

import pytest

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.gui.label.label_drag import Grip
from audioclf_gui.gui.label.label_hits import LabelOutline, hits

LONG, SHORT = Label(ClassId(1), 0.0, 10.0), Label(ClassId(2), 4.0, 6.0)
BOX = Label(ClassId(3), 3.0, 7.0, 1000.0, 2000.0)


def stretch(label, left, right):
    return LabelOutline(label, left, right, 0.0, 200.0)


def first(outlines, x, y=50.0, selected=()):
    hit = hits(outlines, x, y, lambda label: label in selected)[0]
    return hit.label, hit.grip


@pytest.mark.parametrize(
    ("x", "y", "grip"),
    [
        (101, 150, Grip.START), (199, 150, Grip.END), (150, 101, Grip.HIGH), (150, 199, Grip.LOW),
        (98, 98, Grip.START | Grip.HIGH), (202, 98, Grip.END | Grip.HIGH), (98, 202, Grip.START | Grip.LOW),
        (202, 202, Grip.END | Grip.LOW), (150, 150, Grip.BODY),
    ],
)  # fmt: skip
def test_a_box_has_four_edges_four_corners_and_a_body(x, y, grip):
    assert first([LabelOutline(BOX, 100, 200, 100, 200, has_band=True)], x, y) == (BOX, grip)


def test_beside_a_box_there_is_nothing():
    outline = LabelOutline(BOX, 100, 200, 100, 200, has_band=True)
    assert hits([outline], 150, 80) == hits([outline], 80, 150) == []


def test_of_labels_over_each_other_the_smallest_body_is_meant_and_the_others_follow():
    outlines = [
        stretch(LONG, 0, 400),
        stretch(SHORT, 100, 300),
        LabelOutline(BOX, 150, 250, 20, 90, has_band=True),
    ]
    assert [hit.label for hit in hits(outlines, 200, 50)] == [BOX, SHORT, LONG]


def test_an_edge_goes_before_a_body_and_a_selected_labels_edge_before_all():
    outlines = [stretch(LONG, 0, 400), stretch(SHORT, 100, 300)]
    assert first(outlines, 103) == (SHORT, Grip.START)
    near = [stretch(LONG, 98, 400), stretch(SHORT, 100, 300)]
    assert first(near, 100) == (SHORT, Grip.START)
    assert first(near, 100, selected=(LONG,)) == (LONG, Grip.START)


def test_of_two_labels_that_adjoin_the_one_on_whose_side_the_pointer_is_is_meant():
    outlines = [stretch(LONG, 0, 200), stretch(SHORT, 200, 300)]
    assert first(outlines, 198) == (LONG, Grip.END)
    assert first(outlines, 202) == (SHORT, Grip.START)


def test_a_tiny_label_can_be_taken_hold_of_by_its_body():
    assert first([stretch(SHORT, 100, 103)], 101.5) == (SHORT, Grip.BODY)


def test_a_moment_is_moved_as_a_whole():
    assert first([stretch(Label(None, 1.0, 1.0), 100, 100)], 103) == (Label(None, 1.0, 1.0), Grip.BODY)
