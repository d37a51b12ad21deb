"""The facts of a model, checked so thoroughly that they may come from a stranger."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audioclf_gui.core.label import ClassId
from audioclf_gui.core.plugins import Package
from audioclf_gui.core.text import Text
from audioclf_gui.ml.decision_settings import USUALLY_QUIET_DB
from audioclf_gui.ml.front_ends import BadFrontEndError, FrontEnd, front_end_from_json, front_end_to_json
from audioclf_gui.ml.needed_plugins import plugins_from_json, plugins_to_json
from audioclf_gui.ml.objectives import BadObjectiveError, Objective, objective_from_json, objective_to_json
from audioclf_gui.ml.windows import PAD_RULES

FORMAT = "audioclf model"
VERSION = 2
VERSIONS = (1, 2)
"""Those that can be read; in the first there was one kind of front end."""

# Far above what any model needs, and low enough that no description can ask for absurd memory.
_MOST_CLASSES = 100_000
_MOST_RATE_HZ = 768_000
_MOST_WINDOW_S = 600.0
_MOST_OPTION = 65_536
_MOST_OPTION_ITEMS = 64
_QUIET_BEFORE_DB = -90.0  # of a model that does not say (version 0.1.0): hardly any recording is so quiet

Options = dict[str, object]


class BadCardError(ValueError):
    """Facts that no model has, or that contradict each other; `reason` and `remedy` are for the user."""

    def __init__(self, reason: Text, remedy: Text | None = None) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Everything about a model but its weights; BadCardError when the parts do not fit together.

    Attributes
    ----------
    class_ids : tuple of ClassId
        Those that the classes had in the project the model was trained on, in their order; none where the
        model does not say (version 0.1.0). A class keeps its id whatever it is called.
    quiet_db : float
        Sound below this level, in dBFS RMS of a window, is none of what it has learnt.
    learnt : frozenset of str, optional
        Hashes of the sound files that the weights were fitted to, and of the beginnings of their sound (see
        `equal_sounds`), by which they are known in other bytes; None where nobody noted them (version
        0.1.0). It stands in a file of its own beside the description.
    """

    objective: Objective
    architecture: str
    options: Options  # of the network
    front_end: FrontEnd
    mean: tuple[float, ...]  # of the training set's features along their first axis, of pictures dB per band
    deviation: tuple[float, ...]  # as the mean, above 0
    temperature: float
    thresholds: tuple[float, ...]  # per class: from which probability a window is an event
    record: dict[str, object]  # how it was trained and how good it is
    versions: dict[str, str] = field(default_factory=dict)  # of the libraries that wrote it
    class_ids: tuple[ClassId, ...] = ()
    learnt: frozenset[str] | None = None
    quiet_db: float = USUALLY_QUIET_DB
    plugins: tuple[Package, ...] = ()  # that it was made with; without them it cannot be opened

    def __post_init__(self) -> None:
        names = self.objective.names
        _require(1 <= len(names) <= _MOST_CLASSES, Text("it has no classes, or too many"))
        _require(all(names), Text("a class has no name"))
        _require(len(set(names)) == len(names), Text("two classes have the same name"))
        _check_class_ids(self.class_ids, len(self.classes))
        _check_sizes(self.front_end)
        _check_normalisation(self.mean, self.deviation, self.front_end.shape[0])
        _require(1e-3 <= self.temperature <= 1e3, Text("the calibration temperature is out of range"))
        _check_thresholds(self.thresholds, len(self.classes))
        _require(-300.0 <= self.quiet_db <= 0.0, Text("what is silence to it is out of range"))
        _require(_is_modest(self.options), Text("the network's options are out of range"))

    @property
    def classes(self) -> tuple[str, ...]:
        """In the order of the scores; none where a quantity is estimated."""
        return self.objective.classes


def card_to_json(card: ModelCard) -> dict[str, object]:
    """As `bundle.json` holds it: everything but `learnt`."""
    ids: dict[str, object] = {"class_ids": list(card.class_ids)} if card.class_ids else {}
    return {
        "format": FORMAT,
        "version": VERSION,
        "objective": objective_to_json(card.objective),
        **ids,
        "architecture": card.architecture,
        "options": card.options,
        "front_end": front_end_to_json(card.front_end),
        "normalisation": {"mean": list(card.mean), "deviation": list(card.deviation)},
        "temperature": card.temperature,
        "thresholds": list(card.thresholds),
        "quiet_db": card.quiet_db,
        "record": card.record,
        "versions": card.versions,
        **plugins_to_json(card.plugins),
    }


def card_from_json(document: Mapping[str, object]) -> ModelCard:
    """What `card_to_json` wrote; ValueError for anything else, a BadCardError if it is ours to explain."""
    normalisation = _mapping(document, "normalisation")
    versions = _mapping(document, "versions")
    return ModelCard(
        objective=_objective(document),
        architecture=_text(document, "architecture"),
        options=_mapping(document, "options"),
        front_end=_front_end(document),
        mean=tuple(_numbers(normalisation, "mean")),
        deviation=tuple(_numbers(normalisation, "deviation")),
        temperature=_number(document, "temperature"),
        thresholds=tuple(_numbers(document, "thresholds")),
        record=_mapping(document, "record"),
        versions={name: _text(versions, name) for name in versions},
        class_ids=tuple(_class_ids(document)),
        quiet_db=_number(document, "quiet_db") if "quiet_db" in document else _QUIET_BEFORE_DB,
        plugins=plugins_from_json(document),
    )


def _check_class_ids(class_ids: Sequence[ClassId], classes: int) -> None:
    fits = not class_ids or len(set(class_ids)) == len(class_ids) == classes
    _require(fits, Text("there is not one id for each of {classes} classes", classes=classes))


def _check_sizes(ends: FrontEnd) -> None:
    window_s, rate_hz = ends.window_s, ends.rate_hz
    _require(
        0.0 < window_s <= _MOST_WINDOW_S, Text("a window of {window_s} s is out of range", window_s=window_s)
    )
    _require(
        0 < rate_hz <= _MOST_RATE_HZ, Text("a sample rate of {rate_hz} Hz is out of range", rate_hz=rate_hz)
    )
    _require(ends.pad in PAD_RULES, Text("it asks for the padding {pad!r}", pad=ends.pad))
    _require(ends.window_frames >= 1, Text("the window is shorter than a sample"))
    try:
        ends.check_size()
    except BadFrontEndError as error:
        raise BadCardError(error.reason) from error


def _check_normalisation(mean: Sequence[float], deviation: Sequence[float], bands: int) -> None:
    fits = len(mean) == len(deviation) == bands
    _require(fits, Text("the normalisation is not for {bands} bands", bands=bands))
    _require(all(map(math.isfinite, mean)), Text("the normalisation's mean is not a number"))
    _require(all(0.0 < value < math.inf for value in deviation), Text("a standard deviation is not above 0"))


def _check_thresholds(thresholds: Sequence[float], classes: int) -> None:
    fits = len(thresholds) == classes
    _require(fits, Text("there is not one threshold for each of {classes} classes", classes=classes))
    _require(all(0.0 <= value <= 1.0 for value in thresholds), Text("a threshold is not within 0 to 1"))


def _objective(document: Mapping[str, object]) -> Objective:
    values = (
        {"kind": "single-label", "names": _texts(document, "classes")}
        if document.get("version") == 1
        else _mapping(document, "objective")
    )
    try:
        return objective_from_json(values)
    except BadObjectiveError as error:
        raise BadCardError(error.reason) from error


def _front_end(document: Mapping[str, object]) -> FrontEnd:
    if document.get("version") == 1:
        values: dict[str, object] = {
            "kind": "log-mel",
            "parameters": _mapping(document, "features"),
            "window_s": _number(document, "window_s"),
            "pad": _text(document, "pad"),
        }
    else:
        values = _mapping(document, "front_end")
    try:
        return front_end_from_json(values)
    except BadFrontEndError as error:
        raise BadCardError(error.reason, error.remedy) from error


def _is_modest(option: object) -> bool:
    match option:
        case None | bool():
            return True
        case int() | float():
            return abs(option) <= _MOST_OPTION
        case str():
            return len(option) <= _MOST_OPTION
        case list() | tuple():
            return len(option) <= _MOST_OPTION_ITEMS and all(
                isinstance(item, int | float | str) and _is_modest(item) for item in option
            )
        case dict():
            return len(option) <= _MOST_OPTION_ITEMS and all(
                not isinstance(item, dict) and _is_modest(item) for item in option.values()
            )
        case _:
            return False


def _require(holds: bool, otherwise: Text) -> None:
    if not holds:
        raise BadCardError(otherwise)


def _entry(document: Mapping[str, object], name: str) -> object:
    _require(name in document, Text("it says nothing about {name!r}", name=name))
    return document[name]


def _mapping(document: Mapping[str, object], name: str) -> dict[str, object]:
    value = _entry(document, name)
    if not isinstance(value, dict):
        raise BadCardError(Text("{name!r} is not a table of names and values", name=name))
    return value


def _text(document: Mapping[str, object], name: str) -> str:
    value = _entry(document, name)
    if not isinstance(value, str):
        raise BadCardError(Text("{name!r} is not a text", name=name))
    return value


def _texts(document: Mapping[str, object], name: str) -> list[str]:
    value = _entry(document, name)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadCardError(Text("{name!r} is not a list of texts", name=name))
    return value


def _class_ids(document: Mapping[str, object]) -> list[ClassId]:
    value = document.get("class_ids", [])
    if not isinstance(value, list) or not all(type(item) is int for item in value):
        raise BadCardError(Text("{name!r} is not a list of whole numbers", name="class_ids"))
    return value


def _number(document: Mapping[str, object], name: str) -> float:
    value = _entry(document, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadCardError(Text("{name!r} is not a number", name=name))
    return float(value)


def _numbers(document: Mapping[str, object], name: str) -> list[float]:
    value = _entry(document, name)
    if not isinstance(value, list) or not all(type(item) in (int, float) for item in value):
        raise BadCardError(Text("{name!r} is not a list of numbers", name=name))
    return [float(item) for item in value]
