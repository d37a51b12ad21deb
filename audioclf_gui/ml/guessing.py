"""Whether a model is better than guessing, told from the numbers of its report alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from audioclf_gui.core.text import Text
from audioclf_gui.ml.intervals import wilson


@dataclass(frozen=True, slots=True)
class Guess:
    """What guessing comes to that knows only how frequent each class was among the clips learnt from."""

    accuracy: float  # of naming classes as often as they occur, or always the most frequent, if that is more
    log_loss: float  # of telling each clip the frequencies, in nats


def guess(trained: Mapping[str, int], measured: Mapping[str, int]) -> Guess:
    """Guessing at clips measured, counted by class, after clips learnt from.

    A class that was never learnt counts as if it had been met half a time, so that the loss stays finite.
    """
    seen = {name: trained.get(name, 0) + 0.5 * (not trained.get(name)) for name in {**trained, **measured}}
    total, count = sum(seen.values()), sum(measured.values())
    parts = {name: measured.get(name, 0) / count for name in seen}
    shares = {name: value / total for name, value in seen.items()}
    most = max(shares, key=shares.__getitem__)
    return Guess(
        max(parts[most], sum(shares[name] * part for name, part in parts.items())),
        -sum(part * math.log(shares[name]) for name, part in parts.items()),
    )


def guess_notes(report: Mapping[str, Any]) -> list[Text]:
    """What is to be said beside the figures, if they are no better than guessing; see `run_report`."""
    match report["objective"]:
        case "single-label":
            return _of_classes(report)
        case "multi-label":
            return _of_sets(report)
        case "regression" if report["r2"] <= 0.0:
            return [
                Text(
                    "No better than guessing: the mean of all clips would be as near (R² {r2:.2f}).",
                    r2=report["r2"],
                )
            ]
        case _:
            return []


def _of_sets(report: Mapping[str, Any]) -> list[Text]:
    precision = report["macro_average_precision"]
    if precision <= report["guess_average_precision"]:
        return [
            Text(
                "No better than guessing: average precision {precision:.3f}, where knowing only how frequent"
                " the classes are gives {guess:.3f}.",
                precision=precision,
                guess=report["guess_average_precision"],
            )
        ]
    if precision <= report["guess_average_precision_high"]:
        return [
            Text(
                "Too few sounds were measured to tell it from guessing: average precision {precision:.3f},"
                " where knowing only how frequent the classes are gives {guess:.3f}, and by luck up to"
                " {high:.3f}.",
                precision=precision,
                guess=report["guess_average_precision"],
                high=report["guess_average_precision_high"],
            )
        ]
    return []


def _of_classes(report: Mapping[str, Any]) -> list[Text]:
    measured = {row["class"]: row["support"] for row in report["per_class"]}
    n = sum(measured.values())
    by_chance = guess(report["trained_clips"], measured)
    accuracy, log_loss = report["accuracy"], report["log_loss"]
    is_pooled = report.get("measured_on") == "out-of-fold"  # the accuracy of folds is that of their mean
    figure = Text("accuracy over all folds together") if is_pooled else Text("accuracy")
    if accuracy <= by_chance.accuracy:
        return [
            Text(
                "No better than guessing: {figure} {accuracy:.3f}, where knowing only how frequent the"
                " classes are gives {guess:.3f}.",
                figure=figure,
                accuracy=accuracy,
                guess=by_chance.accuracy,
            )
        ]
    low, _ = report["intervals"]["accuracy"] or wilson(round(accuracy * n), n)
    if low <= by_chance.accuracy:
        return [
            Text(
                "Too few clips were measured to tell it from guessing: {figure} {accuracy:.3f} of {n} clip,"
                " where knowing only how frequent the classes are gives {guess:.3f}.",
                "Too few clips were measured to tell it from guessing: {figure} {accuracy:.3f} of {n} clips,"
                " where knowing only how frequent the classes are gives {guess:.3f}.",
                n=n,
                figure=figure,
                accuracy=accuracy,
                guess=by_chance.accuracy,
            )
        ]
    if log_loss >= by_chance.log_loss:
        return [
            Text(
                "Its scores are worse than guessed ones (log loss {log_loss:.2f}, guessing {guess:.2f}):"
                " heed which class it names, not how sure it is.",
                log_loss=log_loss,
                guess=by_chance.log_loss,
            )
        ]
    return []
