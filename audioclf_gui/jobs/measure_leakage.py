"""How much better a model looks where clips of one group are on both sides of the split."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.figures import Interval
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text, listed
from audioclf_gui.jobs.quick_folds import answered, heard_by
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.settings import TrainSettings

_RANDOM = "random:0.2"  # whose folds are made of single clips
_NOTED = 0.02  # a difference that somebody would notice


@dataclass(frozen=True, slots=True)
class MeasureLeakage:
    """What is to learn: by default what learns in seconds, see `quick_settings`."""

    settings: TrainSettings | None = None


@dataclass(frozen=True, slots=True)
class SplitFigure:
    """What models came to on folds of one kind."""

    figure: float
    interval: Interval | None  # None: too few groups to tell

    @property
    def text(self) -> Text:
        """With its interval: "0.83 (0.78 to 0.87)"."""
        figure = Text.number(self.figure, ".2f")
        if self.interval is None:
            return figure
        low, high = self.interval
        interval = Text("{low:.2f} to {high:.2f}", low=low, high=high)
        return listed([figure, Text.plain(" ("), interval, Text.plain(")")], "")


@dataclass(frozen=True, slots=True)
class Leakage:
    """The same labels judged on groups that were not learnt from, and on single clips.

    Attributes
    ----------
    gain_interval : Interval, optional
        Of what the random split adds.
    """

    by_group: SplitFigure
    random: SplitFigure
    gain_interval: Interval | None
    groups: int
    judged: int
    figure_name: Text
    learner: Text

    @property
    def gain(self) -> float:
        """What the random split adds to the figure."""
        return self.random.figure - self.by_group.figure

    @property
    def answer(self) -> Text:
        """What it means."""
        if self.gain_interval is None:
            return Text(
                "A random split would say {random}, new groups say {by_group}: {gain:+.0f} points. With"
                " {n} group nobody can tell whether that is luck.",
                "A random split would say {random}, new groups say {by_group}: {gain:+.0f} points. With"
                " {n} groups nobody can tell whether that is luck.",
                n=self.groups,
                random=self.random.text,
                by_group=self.by_group.text,
                gain=100.0 * self.gain,
            )
        low, high = self.gain_interval
        if low > 0.0:
            return Text(
                "A random split would say {random}, it is {by_group} on groups that were not learnt:"
                " {gain:.0f} points ({low:.0f} to {high:.0f}) come from having heard the speaker, site or"
                " recording before. Believe the lower figure, and keep validation by group.",
                random=self.random.text,
                by_group=self.by_group.text,
                gain=100.0 * self.gain,
                low=100.0 * low,
                high=100.0 * high,
            )
        if self.gain >= _NOTED:
            return Text(
                "A random split would say {random}, new groups say {by_group}: {gain:+.0f} points, which"
                " {n} group does not suffice to tell from luck ({low:+.0f} to {high:+.0f}). Believe the lower"
                " figure until there are more groups.",
                "A random split would say {random}, new groups say {by_group}: {gain:+.0f} points, which"
                " {n} groups do not suffice to tell from luck ({low:+.0f} to {high:+.0f}). Believe the lower"
                " figure until there are more groups.",
                n=self.groups,
                random=self.random.text,
                by_group=self.by_group.text,
                gain=100.0 * self.gain,
                low=100.0 * low,
                high=100.0 * high,
            )
        return Text(
            "A random split would say {random}, new groups say {by_group}: a random split does not flatter"
            " here ({low:+.0f} to {high:+.0f} points). Validation by group costs nothing, so keep it.",
            random=self.random.text,
            by_group=self.by_group.text,
            low=100.0 * low,
            high=100.0 * high,
        )

    @property
    def caution(self) -> Text:
        """Who learnt, and from what."""
        return Text(
            "{n} judged label ({name}); learnt by {learner}, from folds of either kind.",
            "{n} judged labels ({name}); learnt by {learner}, from folds of either kind.",
            n=self.judged,
            name=self.figure_name,
            learner=self.learner,
        )


def measure_leakage(
    request: MeasureLeakage, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, Leakage]:
    """Hold out whole groups, then single clips, and compare what models come to on the same labels.

    Raises
    ------
    UserError
        If there is too little to learn from, or every clip is a group of its own.
    """
    from audioclf_gui.ml.held_out_answers import quick_settings
    from audioclf_gui.ml.intervals import of_difference
    from audioclf_gui.ml.learning_curve import mean_figure
    from audioclf_gui.ml.objectives import objective_for
    from audioclf_gui.ml.splits import check_trainable, cross_validation
    from audioclf_gui.ml.unlearnt_scores import groups_among, interval_of, scores_of, shared

    yield Progress(0, 1)
    settings = request.settings or quick_settings(project.catalogue)
    data = data_to_learn(project.catalogue, settings)
    check_trainable(data)
    _check_groups(data)
    heard = yield from heard_by(settings, project, cache_dir)
    folds = [[split for _, split in cross_validation(heard.data, how)] for how in ("group", _RANDOM)]
    judged = yield from answered(heard, [split for splits in folds for split in splits])
    first = len(folds[0])
    pair = shared([scores_of(heard.data, part) for part in (judged[:first], judged[first:])])
    groups = groups_among(heard.data, pair[0].places)
    objective = objective_for(heard.data)
    by_group, random = [
        SplitFigure(one.figure(groups >= 0), interval_of(partial(mean_figure, [one]), objective, groups))
        for one in pair
    ]
    gained = of_difference(
        lambda chosen: pair[1].figure(chosen) - pair[0].figure(chosen),
        groups,
        of_shares=objective.has_classes,
    )
    count = int(groups.max()) + 1
    return Leakage(by_group, random, gained, count, len(groups), objective.figure_name, heard.learner)


def _check_groups(data: TrainingData) -> None:
    """UserError unless two labels share a group, or folds were given."""
    groups = {example.group for example in data.examples}
    if len(groups) == len(data.examples) and not any(example.fold for example in data.examples):
        raise UserError(
            Text("every labelled clip is a group of its own, so a random split is the same as one by group"),
            remedy=Text(
                "Say which clips belong together (speaker, site, recording): `audioclf clips group`, or the"
                " field Group in the Label workspace."
            ),
        )
