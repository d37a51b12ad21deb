"""What a model's description says, checked so thoroughly that it may come from a stranger."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from audioclf_gui.ml.features import MelSettings
from audioclf_gui.ml.windows import PAD_RULES

FORMAT = "audioclf model"
VERSION = 1

# Far above what any model needs, and low enough that no description can ask for absurd memory.
_MOST_CLASSES = 100_000
_MOST_RATE_HZ = 768_000
_MOST_WINDOW_S = 600.0
_MOST_FILTER_VALUES = 2**25
_MOST_PICTURE_VALUES = 2**27  # FFT lengths times columns of one window
_MOST_OPTION = 65_536
_MOST_OPTION_ITEMS = 64

Options = dict[str, object]


@dataclass(frozen=True, slots=True)
class BundleFields:
    """Everything about a model but its weights."""

    classes: tuple[str, ...]
    architecture: str
    options: Options
    mel: MelSettings
    mean: tuple[float, ...]  # dB per mel band
    deviation: tuple[float, ...]
    window_s: float
    pad: str
    temperature: float
    thresholds: tuple[float, ...]
    record: dict[str, object]
    versions: dict[str, str]

    def __post_init__(self) -> None:
        """ValueError, in words for the user, when the parts do not fit together."""
        _require(1 <= len(self.classes) <= _MOST_CLASSES, "it has no classes, or too many")
        _require(all(self.classes), "a class has no name")
        _require(len(set(self.classes)) == len(self.classes), "two classes have the same name")
        _check_sizes(self.mel, self.window_s)
        bands, classes = self.mel.mels, len(self.classes)
        _require(
            len(self.mean) == len(self.deviation) == bands, f"the normalisation is not for {bands} bands"
        )
        _require(all(map(math.isfinite, self.mean)), "the normalisation's mean is not a number")
        _require(
            all(0.0 < value < math.inf for value in self.deviation), "a standard deviation is not above 0"
        )
        _require(self.pad in PAD_RULES, f"it asks for the padding {self.pad!r}")
        _require(1e-3 <= self.temperature <= 1e3, "the calibration temperature is out of range")
        _require(len(self.thresholds) == classes, f"there is not one threshold for each of {classes} classes")
        _require(all(0.0 <= value <= 1.0 for value in self.thresholds), "a threshold is not within 0 to 1")
        _require(_is_modest(self.options), "the network's options are out of range")


def fields_to_json(fields: BundleFields) -> dict[str, object]:
    """As `bundle.json` holds it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "classes": list(fields.classes),
        "architecture": fields.architecture,
        "options": fields.options,
        "features": fields.mel.to_dict(),
        "normalisation": {"mean": list(fields.mean), "deviation": list(fields.deviation)},
        "window_s": fields.window_s,
        "pad": fields.pad,
        "temperature": fields.temperature,
        "thresholds": list(fields.thresholds),
        "record": fields.record,
        "versions": fields.versions,
    }


def fields_from_json(document: Mapping[str, object]) -> BundleFields:
    """What `fields_to_json` wrote; ValueError, in words for the user, for anything else."""
    normalisation = _mapping(document, "normalisation")
    versions = _mapping(document, "versions")
    return BundleFields(
        classes=tuple(_texts(document, "classes")),
        architecture=_text(document, "architecture"),
        options=_mapping(document, "options"),
        mel=_mel(_mapping(document, "features")),
        mean=tuple(_numbers(normalisation, "mean")),
        deviation=tuple(_numbers(normalisation, "deviation")),
        window_s=_number(document, "window_s"),
        pad=_text(document, "pad"),
        temperature=_number(document, "temperature"),
        thresholds=tuple(_numbers(document, "thresholds")),
        record=_mapping(document, "record"),
        versions={name: _text(versions, name) for name in versions},
    )


def _check_sizes(mel: MelSettings, window_s: float) -> None:
    _require(0.0 < window_s <= _MOST_WINDOW_S, f"a window of {window_s} s is out of range")
    _require(mel.rate_hz <= _MOST_RATE_HZ, f"a sample rate of {mel.rate_hz} Hz is out of range")
    _require(mel.fft_frames * mel.mels <= _MOST_FILTER_VALUES, "the mel filters are absurdly large")
    frames = round(window_s * mel.rate_hz)
    _require(frames >= 1, "the window is shorter than a sample")
    values = mel.columns(frames) * mel.fft_frames
    _require(values <= _MOST_PICTURE_VALUES, "the spectrogram of a window is absurdly large")


def _mel(values: Mapping[str, object]) -> MelSettings:
    for name, value in values.items():
        if name in ("rate_hz", "fft_frames", "mels"):
            _require(type(value) is int, f"features: {name} is not a whole number")
        if isinstance(value, int | float):
            _require(abs(value) <= 2**31, f"features: {name} is out of range")
    return MelSettings.from_dict(values)


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


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)


def _entry(document: Mapping[str, object], name: str) -> object:
    _require(name in document, f"it says nothing about {name!r}")
    return document[name]


def _mapping(document: Mapping[str, object], name: str) -> dict[str, object]:
    value = _entry(document, name)
    if not isinstance(value, dict):
        raise ValueError(f"{name!r} is not a table of names and values")
    return value


def _text(document: Mapping[str, object], name: str) -> str:
    value = _entry(document, name)
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is not a text")
    return value


def _texts(document: Mapping[str, object], name: str) -> list[str]:
    value = _entry(document, name)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name!r} is not a list of texts")
    return value


def _number(document: Mapping[str, object], name: str) -> float:
    value = _entry(document, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name!r} is not a number")
    return float(value)


def _numbers(document: Mapping[str, object], name: str) -> list[float]:
    value = _entry(document, name)
    if not isinstance(value, list) or not all(type(item) in (int, float) for item in value):
        raise ValueError(f"{name!r} is not a list of numbers")
    return [float(item) for item in value]
