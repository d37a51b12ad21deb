"""From which scores on the model of a run answers: what that comes to, and choosing how sure it is to be."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress, paced
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.jobs.of_classes import check_has_classes
from audioclf_gui.jobs.run_scores import RunScores
from audioclf_gui.ml.decision_choice import CHOOSING, TELLING, HowSure, Outcome

if TYPE_CHECKING:  # for types only, as ml comes with the model
    from audioclf_gui.ml.surer_decisions import UnlearntWindows

_INSTEAD = Text("Thresholds are of classes: there is nothing to choose.")
_TRAINED = HowSure()


@dataclass(frozen=True, slots=True)
class ChooseThresholds:
    """How sure the model of a run is to be from now on."""

    bundle: Path
    how_sure: HowSure


@dataclass(frozen=True, slots=True)
class SetThresholds:
    """From which scores on the model of a run is to answer some classes, by their places; others stay.

    None: again from the score that was chosen or trained for it.
    """

    bundle: Path
    thresholds: Mapping[int, float | None]


@dataclass(frozen=True, slots=True)
class Decisions:
    """By what thresholds a model decides, and what they come to on sounds that it had not learnt."""

    how_sure: HowSure
    classes: tuple[str, ...]  # as the model calls them
    thresholds: tuple[float, ...]  # per class
    trained: tuple[float, ...]  # those with which it was trained
    outcome: Outcome
    by_hand: tuple[int, ...] = ()  # the classes whose threshold was set to a number

    def in_use(self, names: Sequence[str]) -> Text:
        """What the thresholds in use are for; the classes are called so now."""
        return told_in_use(self.how_sure, [names[place] for place in self.by_hand])


def told_in_use(how_sure: HowSure, by_hand: Sequence[str]) -> Text:
    """What thresholds are for, some of which were set to a number since."""
    if not by_hand:
        return how_sure.in_use
    return listed([how_sure.in_use, Text("Set by hand since: {classes}.", classes=joined(by_hand))])


def read_decisions(request: RunScores) -> Generator[Progress, None, Decisions]:
    """By what the model decides now.

    Raises
    ------
    UserError
        If it cannot be read, or names no class.
    """
    from audioclf_gui.ml.chosen_thresholds import read_chosen
    from audioclf_gui.ml.decision_evidence import held_out

    yield Progress(0, 1)
    card, chosen = read_chosen(request.bundle)
    check_has_classes(card.objective, _INSTEAD)
    if chosen is None:
        outcome = held_out(request.bundle, card).outcome(card.thresholds)
        found = Decisions(_TRAINED, card.classes, card.thresholds, card.thresholds, outcome)
    else:
        found = Decisions(
            chosen.how_sure,
            card.classes,
            chosen.thresholds,
            card.thresholds,
            chosen.outcome,
            chosen.by_hand,
        )
    yield Progress(1, 1)
    return found


def choose_thresholds(
    request: ChooseThresholds, project: ProjectView
) -> Generator[Progress, None, Decisions]:
    """Raise the thresholds of a model from those it was trained with, and keep them with it.

    Those that were set to a number are chosen like the others. It goes on with those it was trained with
    where the best balance is wanted. What listens or classifies at the moment goes on as it began.

    Raises
    ------
    UserError
        If what is wanted cannot be reached or told, of which nothing is kept then; if the model cannot be
        read, or the project may not be written.
    """
    from audioclf_gui.ml.chosen_thresholds import ChosenThresholds, read_chosen
    from audioclf_gui.ml.chosen_thresholds import choose_thresholds as keep
    from audioclf_gui.ml.decision_evidence import held_out

    project.check_writable()
    card, _before = read_chosen(request.bundle)
    check_has_classes(card.objective, _INSTEAD)
    wanted, held = request.how_sure, held_out(request.bundle, card)
    thresholds = card.thresholds
    if wanted.precision is not None:
        thresholds = held.with_precision(wanted.precision, card.thresholds)
    elif wanted.alarms_per_hour is not None:
        thresholds, held = yield from _by_noise(request.bundle, held, card.thresholds, wanted.alarms_per_hour)
    outcome = held.outcome(thresholds)
    keep(request.bundle, None if wanted.is_balance else ChosenThresholds(wanted, thresholds, outcome))
    yield Progress(1, 1)
    return Decisions(wanted, card.classes, thresholds, card.thresholds, outcome)


def set_thresholds(request: SetThresholds, project: ProjectView) -> Generator[Progress, None, Decisions]:
    """Let a model answer some classes from other scores on, and keep these with it until it is chosen again.

    Raises
    ------
    UserError
        If one is no score, the model cannot be read or names no class, or the project may not be written.
    """
    from audioclf_gui.ml.chosen_thresholds import ChosenThresholds, read_chosen
    from audioclf_gui.ml.chosen_thresholds import choose_thresholds as keep
    from audioclf_gui.ml.decision_evidence import held_out

    project.check_writable()
    card, before = read_chosen(request.bundle)
    check_has_classes(card.objective, _INSTEAD)
    for wanted in request.thresholds.values():
        _check_score(wanted)
    how_sure, now, replaced = _TRAINED, card.thresholds, dict[int, float]()
    if before is not None:
        how_sure, now, replaced = before.how_sure, before.thresholds, dict(before.replaced)
    together = tuple(replaced.get(place, one) for place, one in enumerate(now))
    set_by_hand = {**{place: now[place] for place in replaced}, **request.thresholds}
    by_hand = {place: score for place, score in set_by_hand.items() if score is not None}
    thresholds = tuple(by_hand.get(place, one) for place, one in enumerate(together))
    outcome = held_out(request.bundle, card).outcome(thresholds)
    chosen = ChosenThresholds(how_sure, thresholds, outcome, {place: together[place] for place in by_hand})
    keep(request.bundle, None if how_sure.is_balance and not by_hand else chosen)
    yield Progress(1, 1)
    return Decisions(how_sure, card.classes, thresholds, card.thresholds, outcome, chosen.by_hand)


def _check_score(wanted: float | None) -> None:
    if wanted is not None and not 0.0 <= wanted <= 1.0:
        raise UserError(
            Text("{score:g} is no score from which on a class can be answered", score=wanted),
            remedy=Text("Give a number from 0 to 1: the higher, the surer the answers and the fewer."),
        )


def _by_noise(
    bundle: Path, held: "UnlearntWindows", trained: tuple[float, ...], most_per_hour: float
) -> "Generator[Progress, None, tuple[tuple[float, ...], UnlearntWindows]]":
    """Thresholds that suit noise which the model hears now, and what tells how they do in other noise.

    In that by which they are chosen there are fewer alarms than in any other.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.decision_evidence import CHOSEN_BY, TOLD_BY, with_noise

    loaded = load_bundle(bundle)
    chosen_by = yield from paced(with_noise(held, loaded, CHOOSING / most_per_hour, CHOSEN_BY))
    thresholds = chosen_by.with_alarms(most_per_hour, trained)
    told_by = yield from paced(with_noise(held, loaded, TELLING / most_per_hour, TOLD_BY))
    return thresholds, told_by
