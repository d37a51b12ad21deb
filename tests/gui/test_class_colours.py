"""Classes can be told apart by eyes that take red for green, and where colours come again, by shapes."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from audioclf_gui.core.label import OKABE_ITO, distinct_colour
from audioclf_gui.gui.class_marks import SHAPES, class_shape, shape_path
from audioclf_gui.gui.live.scores_plot import ScoresPlot
from audioclf_gui.gui.theme import apply_theme, class_colour, contrast, palette

SCHEMES = pytest.mark.parametrize(
    "scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light], ids=["dark", "light"]
)
EYES = {  # Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
D65 = np.array([0.95047, 1.0, 1.08883])
LEAST_DISTANCE = 12.0  # CIE 1976; 2.3 is just noticeable side by side


def lab(colour, eyes):
    """A colour as these eyes see it, in CIELAB."""
    coded = np.array(QColor(colour).getRgbF()[:3])
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    seen = TO_XYZ @ np.clip(EYES[eyes] @ linear, 0.0, 1.0) / D65
    root = np.where(seen > 0.008856, np.cbrt(seen), 7.787 * seen + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


@pytest.fixture
def in_theme(qapp, scheme):
    apply_theme(qapp, scheme)
    yield
    apply_theme(qapp, Qt.ColorScheme.Dark)


@SCHEMES
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.usefixtures("in_theme")
def test_the_colours_of_the_first_eight_classes_are_apart(eyes):
    shown = {colour: lab(class_colour(colour), eyes) for colour in OKABE_ITO}
    near = {
        pair: distance
        for pair in combinations(OKABE_ITO, 2)
        if (distance := np.linalg.norm(shown[pair[0]] - shown[pair[1]])) < LEAST_DISTANCE
    }
    assert near == {}


@SCHEMES
@pytest.mark.usefixtures("in_theme")
def test_each_of_them_can_be_seen_on_a_panel():
    assert all(contrast(class_colour(colour).name(), palette().panel) >= 3.0 for colour in OKABE_ITO)


def test_classes_whose_colours_are_alike_have_other_shapes():
    looks = {(OKABE_ITO[place % len(OKABE_ITO)], class_shape(place)) for place in range(56)}
    assert len(looks) == 56
    assert distinct_colour(0) == OKABE_ITO[0]


def drawn(shape):
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        painter.fillPath(shape_path(shape, QPointF(12, 12), 8.0), Qt.GlobalColor.white)
    return np.frombuffer(image.constBits(), np.uint8).reshape(24, image.bytesPerLine())[:, :24] > 127


def test_no_shape_looks_like_another(qapp):
    pictures = [drawn(shape) for shape in SHAPES]
    for one, other in combinations(pictures, 2):
        assert (one != other).sum() > 0.15 * max(one.sum(), other.sum())


def test_curves_of_one_colour_bear_the_marks_of_their_classes(qtbot):
    pictures = []
    for place in (0, 1):
        plot = ScoresPlot(10.0)
        qtbot.addWidget(plot)
        plot.resize(600, 200)
        plot.begin(("same", "same"), ("#e69f00",) * 2, (0.5,) * 2)
        for step in range(100):
            plot.add(step * 0.1, np.where(np.arange(2) == place, 0.8, 0.0).astype(np.float32))
        plot.move_to(9.9, ())
        assert plot.drawn == ("same",)
        plot.show()
        qtbot.waitExposed(plot)
        pictures.append(plot.grab().toImage())
    assert pictures[0] != pictures[1]
