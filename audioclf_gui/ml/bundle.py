"""A trained model on disk: weights, everything they need to be used, and proof that they still work."""

import copy
import math
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import torch
from safetensors.torch import save as tensors_to_bytes
from torch import Tensor, nn

import audioclf_gui
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.model_classes import ModelClasses, model_classes
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.bundle_files import current_folder, digest, json_bytes, replace_folder, signed
from audioclf_gui.ml.bundle_reading import (
    DESCRIPTION,
    REMEDY,
    BadBundleError,
    card_of,
    check_digest,
    described,
    is_listed,
    read_file,
    tensors_in,
)
from audioclf_gui.ml.chosen_thresholds import CHOSEN, card_in_use
from audioclf_gui.ml.heard_scenes import HeardScenes, scenes_from_tensors, scenes_to_tensors
from audioclf_gui.ml.model_card import ModelCard, card_to_json
from audioclf_gui.ml.models import build
from audioclf_gui.ml.needed_plugins import needed_plugins, other_version
from audioclf_gui.ml.waveform_classifier import WaveformClassifier

WEIGHTS = "model.safetensors"
VECTORS = "vectors.safetensors"
PREDICTIONS = "predictions.json"
LEARNT = "learnt.json"
HEARD = "heard.safetensors"

_TOLERANCE = 1e-4  # relative to the largest logit, if that is above 1
# What a network's constructor may say to options that a stranger wrote:
_REFUSALS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A model that has been checked and is ready to answer; the network is in eval mode.

    Attributes
    ----------
    places : tuple of int
        For each output of the network, where it stands among `card.classes`; outputs at one place are of
        one class, and their probabilities add up. None: each is a class of its own.
    """

    folder: Path
    card: ModelCard
    network: WaveformClassifier
    device: torch.device
    places: tuple[int, ...] | None = None

    @property
    def model(self) -> nn.Module:
        """The network without front end: standardised features (batch, *shape) to logits."""
        return self.network.model


def in_words_of(view: CatalogueView, bundle: Bundle) -> tuple[Bundle, ModelClasses]:
    """The model as a project knows its classes now, and which of the project's classes these are.

    A class that others were merged into is an event from the lowest of their thresholds. A model that
    estimates a number stays as it is.
    """
    card = bundle.card
    if not card.objective.has_classes:
        return bundle, model_classes(view, (), ())
    classes = model_classes(view, card.classes, card.class_ids)
    thresholds = [1.0] * len(classes.names)
    for place, threshold in zip(classes.places, card.thresholds, strict=True):
        thresholds[place] = min(thresholds[place], threshold)
    known = replace(card.objective, names=classes.names)
    card = replace(card, objective=known, class_ids=(), thresholds=tuple(thresholds))
    return replace(bundle, card=card, places=classes.places), classes


def save_bundle(
    folder: Path,
    card: ModelCard,
    model: nn.Module,
    predictions: Sequence[Mapping[str, object]],
    heard: HeardScenes | None = None,
) -> None:
    """Write a model folder, all of it or nothing; one that is there is replaced by a whole one.

    What would not load again is not written. `model` stays as it is, wherever it is. Numbers in the
    card's record and in `predictions` that are infinite or NaN become null, since JSON has none. The
    card gets the versions of the libraries.

    Raises
    ------
    BadBundleError
        If the model's answers are not numbers, or the network is not what the card's architecture and
        options build.
    """
    record = {name: _finite(value) for name, value in card.record.items()}
    plugins = needed_plugins(card.front_end.kind, card.architecture)
    card = replace(card, record=record, versions=_versions(), plugins=plugins)
    still = copy.deepcopy(model).cpu().float().eval()
    weights = {name: value.contiguous() for name, value in still.state_dict().items()}
    files = {
        WEIGHTS: tensors_to_bytes(weights),
        VECTORS: tensors_to_bytes(_test_vectors(_network(card, still), card)),
        PREDICTIONS: json_bytes(_finite(list(predictions))),
    }
    if heard is not None:
        files[HEARD] = tensors_to_bytes(scenes_to_tensors(heard))
    if card.learnt is not None:
        files[LEARNT] = json_bytes(sorted(card.learnt))
    digests = {name: digest(content) for name, content in files.items()}
    files[DESCRIPTION] = signed({**card_to_json(card), "files": digests})
    _opened(folder, files)
    replace_folder(folder, files)


def load_bundle(folder: Path, device: str | torch.device = "cpu") -> Bundle:
    """The model in `folder`, if it still gives the answers that are stored with it.

    Nothing is unpickled, and memory is taken only for what the files really hold.

    Raises
    ------
    BadBundleError
        If anything is missing, damaged, changed or contradicts itself.
    """
    place = current_folder(folder)
    contents = _answering_files(place)
    description = described(place / DESCRIPTION, contents[DESCRIPTION])
    card, network = _opened(place, contents)
    card = card_in_use(card, place, description)
    target = torch.device(device)
    return Bundle(
        folder=folder,
        card=card,
        network=network.to(target),
        device=target,
    )


def read_bundle_files(folder: Path) -> dict[str, bytes]:
    """What another computer needs to answer as the model in `folder` does: files for a folder of its own.

    Raises
    ------
    BadBundleError
        If one is missing, or the description is damaged; the others are checked where they are loaded.
    """
    place = current_folder(folder)
    contents = _answering_files(place)
    return {**contents, CHOSEN: read_file(place / CHOSEN)} if (place / CHOSEN).exists() else contents


def _answering_files(place: Path) -> dict[str, bytes]:
    contents = {name: read_file(place / name) for name in (DESCRIPTION, WEIGHTS, VECTORS)}
    if is_listed(LEARNT, described(place / DESCRIPTION, contents[DESCRIPTION])):
        contents[LEARNT] = read_file(place / LEARNT)
    return contents


def read_card(folder: Path) -> ModelCard:
    """The facts of the model in `folder`, without `learnt`; none of them is tried. Fails as `load_bundle`.

    Its thresholds are those in use, which may have been chosen since it was trained.
    """
    place = current_folder(folder)
    description = described(place / DESCRIPTION, read_file(place / DESCRIPTION))
    return card_in_use(card_of(place / DESCRIPTION, description), place, description)


def read_heard(folder: Path) -> HeardScenes | None:
    """What the model in `folder` said of held-out sounds; None: it was not kept. Fails as `load_bundle`."""
    place = current_folder(folder)
    description = described(place / DESCRIPTION, read_file(place / DESCRIPTION))
    if not is_listed(HEARD, description):
        return None
    content, outputs = read_file(place / HEARD), card_of(place / DESCRIPTION, description).objective.outputs
    check_digest(place / HEARD, content, description)
    try:
        return scenes_from_tensors(tensors_in(place / HEARD, content), outputs)
    except ValueError as error:
        raise BadBundleError(place / HEARD, Text.plain(str(error))) from error


def read_predictions(folder: Path) -> list[dict[str, Any]]:
    """The predictions that were stored with the model, from which confusion cells list their clips."""
    place = current_folder(folder)
    description = described(place / DESCRIPTION, read_file(place / DESCRIPTION))
    content = read_file(place / PREDICTIONS)
    check_digest(place / PREDICTIONS, content, description)
    predictions: list[dict[str, Any]] = json_value(content)
    return predictions


def _opened(folder: Path, contents: Mapping[str, bytes]) -> tuple[ModelCard, WaveformClassifier]:
    """Description and network of the files' `contents`, after every check there is."""
    description = described(folder / DESCRIPTION, contents[DESCRIPTION])
    for name in contents.keys() - {DESCRIPTION}:
        check_digest(folder / name, contents[name], description)
    card = card_of(folder / DESCRIPTION, description)
    card = replace(card, learnt=_learnt(folder / LEARNT, contents.get(LEARNT)))
    weights = tensors_in(folder / WEIGHTS, contents[WEIGHTS])
    network = _network(card, _model(folder / WEIGHTS, card, weights)).eval()
    _verify(network, card, folder / VECTORS, tensors_in(folder / VECTORS, contents[VECTORS]))
    return card, network


def _learnt(path: Path, content: bytes | None) -> frozenset[str] | None:
    """The hashes of the files that the weights were fitted to, if the model says."""
    if content is None:
        return None
    try:
        hashes = json_value(content)
    except ValueError as error:
        raise BadBundleError(path, Text("it is not JSON")) from error
    if not isinstance(hashes, list) or not all(isinstance(one, str) for one in hashes):
        raise BadBundleError(path, Text("it is not a list of texts"))
    return frozenset(hashes)


def _model(path: Path, card: ModelCard, weights: Mapping[str, Tensor]) -> nn.Module:
    """The network with its weights; built in memory only after its sizes were seen to be the file's."""
    arguments = (card.architecture, card.objective.outputs, card.front_end.shape, card.options)
    with torch.random.fork_rng(devices=[]):  # fresh weights must not change what a training run draws
        try:
            with torch.device("meta"):
                planned = build(*arguments).state_dict()
        except UserError as error:
            raise BadBundleError(path.with_name(DESCRIPTION), error.message, remedy=error.remedy) from error
        except _REFUSALS as error:
            reason = Text("no such network: {error}", error=str(error))
            raise BadBundleError(path.with_name(DESCRIPTION), reason) from error
        for name in sorted(planned.keys() | weights.keys()):
            wanted, found = _kind(planned.get(name)), _kind(weights.get(name))
            if wanted != found:
                raise BadBundleError(path, _unexpected(name, wanted, found))
        model = build(*arguments)
    try:
        model.load_state_dict(dict(weights))
    except ValueError as error:  # a table that leads nowhere
        raise BadBundleError(path, Text("no such network: {error}", error=str(error))) from error
    return model


def _unexpected(name: str, wanted: str, found: str) -> Text:
    return Text("{name!r} should be {wanted}, but is {found}", name=name, wanted=wanted, found=found)


def _kind(tensor: Tensor | None) -> str:
    if tensor is None:
        return "absent"
    return f"{str(tensor.dtype).removeprefix('torch.')} {tuple(tensor.shape)}"


def _network(card: ModelCard, model: nn.Module) -> WaveformClassifier:
    mean, deviation = torch.tensor(card.mean), torch.tensor(card.deviation)
    return WaveformClassifier(card.front_end, mean, deviation, model).eval()


def _test_vectors(network: WaveformClassifier, card: ModelCard) -> dict[str, Tensor]:
    """Noise, a rising tone and clicks in silence, with what the network says to each."""
    frames, rate_hz = card.front_end.window_frames, card.front_end.rate_hz
    rng = np.random.default_rng(0)
    time_s = np.arange(frames) / rate_hz
    sweep = 0.5 * np.sin(np.pi * rate_hz / 4.0 * time_s**2 / card.front_end.window_s)
    clicks = np.where(rng.random(frames) < 0.001, 0.9, 0.0)
    samples = torch.from_numpy(
        np.stack([0.1 * rng.standard_normal(frames), sweep, clicks]).astype(np.float32)
    )
    logits = _answers(network, samples)
    return {"samples": samples, "logits": logits, "scores": card.objective.scores(logits, card.temperature)}


def _answers(network: WaveformClassifier, samples: Tensor) -> Tensor:
    with torch.inference_mode():
        return torch.cat([network(window.unsqueeze(0)) for window in samples]).clone()


def _verify(network: WaveformClassifier, card: ModelCard, path: Path, vectors: Mapping[str, Tensor]) -> None:
    frames, outputs = card.front_end.window_frames, card.objective.outputs
    shapes = {"samples": frames, "logits": outputs, "scores": outputs}
    rows = len(vectors["samples"]) if "samples" in vectors and vectors["samples"].ndim else 0
    for name, width in shapes.items():
        wanted, found = f"float32 {(rows, width)}", _kind(vectors.get(name))
        if rows < 1 or wanted != found:
            raise BadBundleError(path, _unexpected(name, wanted, found))
    logits = _answers(network, vectors["samples"])
    if not (logits.isfinite().all() and vectors["logits"].isfinite().all()):
        raise BadBundleError(path, Text("the model's answers are not numbers"))
    scores = card.objective.scores(logits, card.temperature)
    scale = max(1.0, float(vectors["logits"].abs().max()))
    errors = {
        "logits": float((logits - vectors["logits"]).abs().max()) / scale,
        "scores": float((scores - vectors["scores"]).abs().max()),
    }
    for name, error in errors.items():
        if not error <= _TOLERANCE:
            reason = Text(
                "the model's {name} are not what they were (off by {error:.2g})", name=name, error=error
            )
            raise BadBundleError(path, reason, remedy=other_version(card.plugins) or REMEDY)


def _versions() -> dict[str, str]:
    return {
        "audioclf_gui": audioclf_gui.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "safetensors": safetensors.__version__,
        "torch": torch.__version__,
    }


def _finite(value: object) -> object:
    match value:
        case float() if not math.isfinite(value):
            return None
        case Mapping():
            return {str(name): _finite(item) for name, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
    return value
