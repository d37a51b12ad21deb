"""Whether more labels would help: models of few, more and all of them."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text, listed
from audioclf_gui.jobs.quick_folds import answered, heard_by
from audioclf_gui.ml.learning_curve_values import LearningCurve
from audioclf_gui.ml.settings import TrainSettings

_WORTH_IT = 0.01  # added to a figure

_CLEARLY = 0.05  # more of a class found
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class LearnCurve:
    """What is to learn the parts.

    Attributes
    ----------
    settings : TrainSettings, optional
        By default what learns in seconds, see `quick_settings`.
    repeats : int
        How often labels are drawn for the smaller parts; more make the curve smoother.
    """

    settings: TrainSettings | None = None
    repeats: int = 3


@dataclass(frozen=True, slots=True)
class CurveLearnt:
    """The curve, and what it says in words."""

    curve: LearningCurve
    figure_name: Text
    learner: Text
    left_out: int  # labels that could not be read

    @property
    def answer(self) -> Text:
        """Whether more labels would help."""
        now = self.curve.points[-1].figure
        if len(self.curve.points) < 2:
            return Text("There are too few labels, or too few groups of them, to draw a curve.")
        then, gain, interval = now + self.curve.gain, self.curve.gain, self.curve.gain_interval
        if interval is None:
            return Text(
                "Twice the labels: about {gain:+.0f} points, from {now:.2f} to {then:.2f}; there are too few"
                " groups to tell how far off that may be.",
                gain=100.0 * gain,
                now=now,
                then=then,
            )
        low, high = (round(100.0 * end) + 0.0 for end in interval)  # + 0.0 since none is no loss either
        if high < 100.0 * _WORTH_IT or (gain < _WORTH_IT and low <= 0.0):
            if low == high == 0.0:
                return Text("More labels of this kind would hardly help: the figure grows no more with them.")
            return Text(
                "More labels of this kind would hardly help: twice the labels bring about {gain:+.0f} points"
                " ({low:+.0f} to {high:+.0f}).",
                gain=100.0 * gain,
                low=low,
                high=high,
            )
        if low <= 0.0:
            return Text(
                "More labels may help: twice the labels bring about {gain:+.0f} points, but none cannot be"
                " ruled out ({low:+.0f} to {high:+.0f}).",
                gain=100.0 * gain,
                low=low,
                high=high,
            )
        return Text(
            "More labels would help: twice the labels bring about {gain:+.0f} points ({low:+.0f} to"
            " {high:+.0f}), from {now:.2f} to {then:.2f}.",
            gain=100.0 * gain,
            low=low,
            high=high,
            now=now,
            then=then,
        )

    @property
    def classes_answer(self) -> Text | None:
        """Which classes gained most, if any did clearly."""
        gained = [one for one in self.curve.classes if one.gain >= _CLEARLY][:_MOST_NAMED]
        if not gained:
            return None
        told = [
            Text("{name} ({half:.2f} to {whole:.2f})", name=one.name, half=one.half, whole=one.whole)
            for one in gained
        ]
        return Text(
            "The second half of the labels helped these classes most, and more of them would come first:"
            " {classes}.",
            classes=listed(told, ", "),
        )

    @property
    def caution(self) -> Text:
        """What the curve is about."""
        return Text(
            "Learnt by {learner}, whole groups at a time, and measured on groups that were not learnt; the"
            " figure beyond the last point is a power law's, and no promise.",
            learner=self.learner,
        )


def learn_curve(
    request: LearnCurve, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, CurveLearnt]:
    """Learn from growing parts of the labels, fold by fold, and see how good that is on the folds held out.

    Raises
    ------
    UserError
        If there is too little to learn from, or one group only.
    """
    from audioclf_gui.ml.held_out_answers import quick_settings
    from audioclf_gui.ml.learning_curve import SHARES, learning_curve, nested
    from audioclf_gui.ml.objectives import objective_for
    from audioclf_gui.ml.splits import cross_validation
    from audioclf_gui.ml.unlearnt_scores import scores_of

    yield Progress(0, 1)
    settings = request.settings or quick_settings(project.catalogue)
    heard = yield from heard_by(settings, project, cache_dir)
    parts = []
    for seed in range(request.repeats):
        rng = np.random.default_rng(seed)
        folds = [split for _, split in cross_validation(heard.data, "group", seed)]
        parts.append([nested(heard.data, split, rng) for split in folds])
    splits = [fold[at] for at in range(len(SHARES)) for folds in parts for fold in folds]
    judged = yield from answered(heard, splits)
    counts = [len(folds) for folds in parts]
    sizes, answers, done = [], [], 0
    for _ in SHARES:
        repeats, learnt = [], []
        for count in counts:
            repeats.append(scores_of(heard.data, judged[done : done + count]))
            learnt += [len(split.train) for split in splits[done : done + count]]
            done += count
        answers.append(repeats)
        sizes.append(float(np.mean(learnt)))
    curve = learning_curve(heard.data, sizes, answers)
    return CurveLearnt(curve, objective_for(heard.data).figure_name, heard.learner, len(heard.refused))
