"""What a learning curve says in words."""

import pytest

from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learn_curve import CurveLearnt
from audioclf_gui.ml.learning_curve_values import CurvePoint, LearningCurve
from audioclf_gui.ml.power_law import PowerLaw


def learnt(figure, gain, interval):
    points = tuple(CurvePoint(labels, figure, None) for labels in (50.0, 100.0))
    curve = LearningCurve(points, PowerLaw(0.1, 0.5, 0.0), gain, interval, ())
    return CurveLearnt(curve, Text("accuracy"), Text("forest"), 0)


@pytest.mark.parametrize(
    ("gain", "interval", "told"),
    [
        (0.001, (-0.002, 0.003), "would hardly help: the figure grows no more with them."),
        (0.001, (-0.004, 0.012), "would hardly help: twice the labels bring about +0 points (+0 to +1)."),
        (0.04, (-0.02, 0.08), "More labels may help: twice the labels bring about +4 points"),
        (0.06, (0.03, 0.09), "twice the labels bring about +6 points (+3 to +9), from 0.80 to 0.86."),
        (0.06, None, "there are too few groups to tell"),
    ],
)
def test_whether_more_labels_would_help_is_told_without_a_loss_of_nothing(gain, interval, told):
    answer = str(learnt(0.8, gain, interval).answer)
    assert told in answer
    assert "-0" not in answer
