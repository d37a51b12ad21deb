"""Further figures by which runs are judged; a new one is a function in a file of this folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, grouped_by
from audioclf_gui.ml.grouping import counted_to
from audioclf_gui.ml.objectives.objective import Array, Floats, Objective, Thresholds
from audioclf_gui.ml.per_group import per_group

Rule = Callable[[Array, Floats], float]
"""What targets and scores, both (n, outputs), come to; n is 1 at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """A figure beside those that every run of a kind has."""

    key: str  # in the report
    name: Text
    rule: Rule


METRICS: dict[str, tuple[Metric, ...]] = {}
"""By the kind of objective."""


def metric(kind: str, key: str, name: Text) -> Callable[[Rule], Rule]:
    """Have every run of this kind of objective judged by a function, too; it comes back unchanged."""

    def register(rule: Rule) -> Rule:
        known = METRICS.get(kind, ())
        if any(one.key == key for one in known):
            raise ValueError(f"two metrics of {kind} are called {key!r}")
        METRICS[kind] = (*known, Metric(key, name, rule))
        return rule

    return register


def judged(
    goal: Objective, wanted: Array, scores: Floats, thresholds: Thresholds, examples: Sequence[Example]
) -> dict[str, object]:
    """The figures of the objective, then those that registered, whose keys and names stand under `more`.

    `judged_groups` says how many groups the examples are of, and `judged_by` what these are; `per_group` is a
    row for each of them.
    """
    further = METRICS.get(goal.kind, ()) if len(scores) else ()
    groups = counted_to(examples)
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return {
        **goal.figures(wanted, scores, thresholds, np.array([numbers[group] for group in groups], np.int64)),
        **{one.key: float(one.rule(wanted, scores)) for one in further},
        "more": [{"key": one.key, "name": one.name.stored()} for one in further],
        "judged_groups": len(numbers),
        "judged_by": grouped_by(groups, *{one.groups_called for one in examples[:1]}),
        "per_group": per_group(goal, wanted, scores, thresholds, examples, groups),
    }
