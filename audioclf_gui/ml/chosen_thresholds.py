"""Thresholds that somebody chose for a trained model, in a file of their own beside its description.

The description stays as it is: a model that learnt through this one knows it by that.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle_files import current_folder, is_signed, signed
from audioclf_gui.ml.bundle_reading import (
    DESCRIPTION,
    BadBundleError,
    card_of,
    described,
    read_file,
)
from audioclf_gui.ml.decision_choice import HowSure, Outcome
from audioclf_gui.ml.model_card import ModelCard

CHOSEN = "decisions.json"

_FORMAT, _VERSION = "audioclf decisions", 1
_DELETE = Text("Delete this file: the thresholds as they were trained hold then.")


@dataclass(frozen=True, slots=True)
class ChosenThresholds:
    """What a model's thresholds were chosen for, and what they come to on held-out sounds."""

    how_sure: HowSure
    thresholds: tuple[float, ...]  # per class
    outcome: Outcome
    replaced: Mapping[int, float] = field(default_factory=dict)  # what a class had until it was set by hand

    @property
    def by_hand(self) -> tuple[int, ...]:
        """The classes whose threshold was set to a number since."""
        return tuple(sorted(self.replaced))


def read_chosen(folder: Path) -> tuple[ModelCard, ChosenThresholds | None]:
    """The model in `folder` as it was trained, and the thresholds that were chosen for it since, if any were.

    Raises
    ------
    BadBundleError
        If the model, or the file of these thresholds, is damaged or of a newer version of the program.
    """
    place = current_folder(folder)
    description = described(place / DESCRIPTION, read_file(place / DESCRIPTION))
    card = card_of(place / DESCRIPTION, description)
    return card, _chosen(place, description, card)


def card_in_use(card: ModelCard, place: Path, description: Mapping[str, object]) -> ModelCard:
    """The facts of the model in `place` with the thresholds that were chosen for it, if any were."""
    chosen = _chosen(place, description, card)
    return card if chosen is None else replace(card, thresholds=chosen.thresholds)


def choose_thresholds(folder: Path, chosen: ChosenThresholds | None) -> None:
    """Let the model in `folder` decide by these thresholds from now on; None: by those it was trained with.

    Raises
    ------
    UserError
        If it cannot be written, or the model is damaged.
    """
    place = current_folder(folder)
    description = described(place / DESCRIPTION, read_file(place / DESCRIPTION))
    try:
        if chosen is None:
            (place / CHOSEN).unlink(missing_ok=True)
        else:
            write_atomically(place / CHOSEN, signed(_document(chosen, description)))
    except OSError as error:
        raise cannot_write(place / CHOSEN, error) from error


def _document(chosen: ChosenThresholds, description: Mapping[str, object]) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "model": description["digest"],
        "how_sure": asdict(chosen.how_sure),
        "thresholds": list(chosen.thresholds),
        "outcome": asdict(chosen.outcome),
        "by_hand": list(chosen.by_hand),
        "replaced": [chosen.replaced[place] for place in chosen.by_hand],
    }


def _chosen(place: Path, description: Mapping[str, object], card: ModelCard) -> ChosenThresholds | None:
    """Those for this very model: what another training left in the folder is of a model that is gone."""
    path = place / CHOSEN
    if not path.exists():
        return None
    try:
        document = json_value(read_file(path))
    except ValueError as error:
        raise BadBundleError(path, Text("it is not JSON"), remedy=_DELETE) from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise BadBundleError(path, Text("it holds no thresholds of this program"), remedy=_DELETE)
    if document.get("version") != _VERSION:
        raise BadBundleError(path, Text("it was written by a newer version of this program"), remedy=_DELETE)
    try:
        return _from_json(document, card) if document["model"] == description["digest"] else None
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise BadBundleError(path, Text("it is damaged"), remedy=_DELETE) from error


def _from_json(document: Mapping[str, object], card: ModelCard) -> ChosenThresholds:
    classes = len(card.classes)
    how_sure, outcome, thresholds = (document[name] for name in ("how_sure", "outcome", "thresholds"))
    if not (is_signed(document) and isinstance(how_sure, dict) and isinstance(outcome, dict)):
        raise ValueError("it was changed")
    if not isinstance(thresholds, list) or len(thresholds) != classes:
        raise ValueError("there is not one threshold for each class")
    if not all(0.0 <= threshold <= 1.0 for threshold in thresholds):
        raise ValueError("a threshold is not within 0 to 1")
    counts = {field.name: outcome[field.name] for field in fields(Outcome)}
    chosen = tuple(map(float, thresholds))
    return ChosenThresholds(HowSure(**how_sure), chosen, Outcome(**counts), _replaced(document, card))


def _replaced(document: Mapping[str, object], card: ModelCard) -> dict[int, float]:
    """What was kept of the classes that were set by hand; older files have none, or say which alone."""
    by_hand = document.get("by_hand", [])
    if not isinstance(by_hand, list) or not set(by_hand) <= set(range(len(card.classes))):
        raise ValueError("a threshold was set of a class that there is not")
    replaced = document.get("replaced", [card.thresholds[place] for place in by_hand])
    if not isinstance(replaced, list) or not all(0.0 <= threshold <= 1.0 for threshold in replaced):
        raise ValueError("a threshold that was replaced is not within 0 to 1")
    return dict(zip(by_hand, map(float, replaced), strict=True))
