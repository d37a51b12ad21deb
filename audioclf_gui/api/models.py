"""Models for scripts and notebooks: loaded, asked and written for other programs."""

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from audioclf_gui.api.predictions import Floats, Prediction, Predictions, prediction_of
from audioclf_gui.api.progress import Show, finished
from audioclf_gui.api.projects import FilePath, OpenProject, as_paths
from audioclf_gui.api.values import TrainedRun, refused_files
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.export_model import ExportModel
from audioclf_gui.jobs.export_model import export_model as export_job
from audioclf_gui.jobs.predict import Predict
from audioclf_gui.jobs.predict import predict as predict_job
from audioclf_gui.ml.decision_settings import DecisionSettings

if TYPE_CHECKING:  # torch comes with the first model
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.model_card import ModelCard

_MOST_CHANNELS = 64


class Model:
    """A trained model, in memory and ready to answer; `load_model` makes it.

    Parameters
    ----------
    bundle : audioclf_gui.ml.bundle.Bundle
        The engine's own, loaded.
    """

    def __init__(self, bundle: "Bundle") -> None:
        self._bundle = bundle

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self._bundle.folder

    @property
    def classes(self) -> tuple[str, ...]:
        """What its scores are of, in their order: classes, or the one quantity that it estimates."""
        return self._bundle.card.objective.names

    @property
    def window_s(self) -> float:
        """How much sound it hears at once, in seconds."""
        return self._bundle.card.front_end.window_s

    @property
    def rate_hz(self) -> int:
        """The sample rate that it hears, in hertz; sound of any other is converted."""
        return self._bundle.card.front_end.rate_hz

    @property
    def card(self) -> "ModelCard":
        """All facts of it: thresholds, calibration, and as ``record`` how it was trained and how good."""
        return self._bundle.card

    def predict(
        self,
        sound: FilePath | npt.ArrayLike,
        rate_hz: int | None = None,
        *,
        hop_s: float | None = None,
        threshold: float | None = None,
    ) -> Prediction:
        """Classify a sound of any length, as ``audioclf predict`` does and with the same numbers.

        Parameters
        ----------
        sound : str, path or array
            A sound file; or samples in [-1, 1], shape (frames,) or (frames, channels).
        rate_hz : int, optional
            The sample rate of an array, in hertz; a file says its own.
        hop_s : float, optional
            Distance of two windows in seconds, at least 0.01; by default half a window.
        threshold : float, optional
            From which probability on a class is heard, 0 to 1; by default each class's own.

        Returns
        -------
        Prediction
            Scores, windows and events. What a model of a project hears of files is noted there for
            ``audioclf monitor``; arrays are not.

        Raises
        ------
        UserError
            If the file does not exist or cannot be read, or the array is no sound.
        ValueError
            If the threshold is not within 0 to 1.

        Examples
        --------
        >>> heard = model.predict(folder / "scene.wav")
        >>> heard.scores.shape == (len(model.classes),), heard.times_s.shape[1]
        (True, 2)
        >>> noise = np.random.default_rng(1).normal(0.0, 0.1, 48_000)
        >>> model.predict(noise, 48_000).duration_s
        1.0
        """
        settings = DecisionSettings(threshold=threshold)
        if not isinstance(sound, str | os.PathLike):
            return self._predict_samples(_checked(sound), _checked_rate(rate_hz), hop_s, settings)
        path = Path(sound)
        if path.is_dir():
            raise UserError(
                Text("{path} is a folder and no file", path=path),
                remedy=Text("Use predict_files, which takes folders."),
            )
        done = self._predict_files((path,), hop_s, settings, None)
        for one in done.refused:
            raise UnreadableAudioError(one.path, Text.plain(one.reason), remedy=Text.plain(one.remedy))
        return done.found[0]

    def predict_files(
        self,
        paths: FilePath | Sequence[FilePath],
        *,
        hop_s: float | None = None,
        threshold: float | None = None,
        show: Show | None = None,
    ) -> Predictions:
        """Classify many files, on all cores.

        Parameters
        ----------
        paths : str or path, or a sequence of them
            Sound files, and folders of them.
        hop_s, threshold : float, optional
            As `predict` takes them.
        show : callable, optional
            Is called with every event; see `show_progress`.

        Returns
        -------
        Predictions
            In the order of the files; a file that cannot be read is listed and affects no other.

        Raises
        ------
        UserError
            If a path does not exist, or there is no sound file.

        Examples
        --------
        >>> done = model.predict_files(folder / "wren")
        >>> len(done.found), list(done.rows()[0])
        (12, ['path', 'start_s', 'end_s', 'class', 'score', 'owl', 'wren'])
        """
        return self._predict_files(as_paths(paths), hop_s, DecisionSettings(threshold=threshold), show)

    def __repr__(self) -> str:
        return f"<model of {', '.join(self.classes[:5])}{', …' if len(self.classes) > 5 else ''}>"

    def _predict_files(
        self, paths: tuple[Path, ...], hop_s: float | None, settings: DecisionSettings, show: Show | None
    ) -> Predictions:
        from audioclf_gui.ml.inference import FilePrediction

        found: list[Prediction] = []

        def take(event: object) -> None:
            if isinstance(event, FilePrediction):
                found.append(prediction_of(event, event.path))
            if show is not None:
                show(event)

        request = Predict(self.folder, paths, hop_s=hop_s, settings=settings)
        refused: tuple[Quarantined, ...] = finished(predict_job(request, self._bundle), None, take)
        return Predictions(tuple(found), refused_files(refused))

    def _predict_samples(
        self, samples: Floats, rate_hz: int, hop_s: float | None, settings: DecisionSettings
    ) -> Prediction:
        from audioclf_gui.ml.inference import predict_samples

        return prediction_of(predict_samples(self._bundle, samples, rate_hz, hop_s, settings), None)


def load_model(model: TrainedRun | FilePath, *, device: str = "cpu") -> Model:
    """Load a model, and see that it still gives the answers that are stored with it.

    Parameters
    ----------
    model : TrainedRun, str or path
        What trained it, or its folder.
    device : str
        Where it computes: ``cpu``, ``cuda`` or ``cuda:1``.

    Returns
    -------
    Model
        In memory until nothing names it.

    Raises
    ------
    UserError
        If there is no model, or anything of it is missing, damaged or changed.

    Examples
    --------
    >>> model = ac.load_model(run)
    >>> model.classes
    ('owl', 'wren')
    """
    from audioclf_gui.ml.bundle import load_bundle

    return Model(load_bundle(bundle_of(model), device))


def export_model(
    model: Model | TrainedRun | FilePath,
    file: FilePath,
    kind: str = "onnx",
    *,
    project: OpenProject | None = None,
    int8: bool = False,
    licence: str = "",
    show: Show | None = None,
) -> list[Path]:
    """Write a model as a file that other programs run, checked against its own answers, with its card.

    Parameters
    ----------
    model : Model, TrainedRun, str or path
        The model, what trained it, or its folder.
    file : str or path
        Where it goes; what is there is kept beside it.
    kind : str
        What ``audioclf export --to`` takes: ``onnx``.
    project : OpenProject, optional
        Call the classes as this project does now.
    int8 : bool
        Weights of eight bits: a smaller file, a little less exact.
    licence : str
        Under which it may be used, in your words.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    list of pathlib.Path
        The file, then its card as Markdown and as HTML.

    Raises
    ------
    UserError
        If packages are missing, the file would not answer as the model does or cannot be written; no file
        is left then.

    Examples
    --------
    >>> [file.name for file in ac.export_model(model, folder / "birds.onnx")]
    ['birds.onnx', 'birds-model-card.md', 'birds-model-card.html']
    """
    request = ExportModel(bundle_of(model), kind, Path(file), int8, licence=licence)
    view = None if project is None else project.engine.view()
    return [one.path for one in finished(export_job(request, view), None, show).written]


def bundle_of(model: Model | TrainedRun | FilePath) -> Path:
    """The folder of a model; UserError if a training left none."""
    if isinstance(model, Model):
        return model.folder
    if not isinstance(model, TrainedRun):
        return Path(model)
    if model.model is None:
        raise UserError(
            Text("run {number:d} has no model", number=model.number),
            remedy=Text("Choose a run whose `model` is a folder."),
        )
    return model.model


def _checked(sound: npt.ArrayLike) -> Floats:
    """An array as the engine hears it, shape (frames, channels); UserError if it is no sound."""
    samples = np.asarray(sound)
    if not np.issubdtype(samples.dtype, np.floating):
        raise UserError(
            Text(
                "the samples are of type {kind}, and no one can tell their loudest", kind=str(samples.dtype)
            ),
            remedy=Text("Give floating-point samples in [-1, 1]: of 16 bits, divide by 32768."),
        )
    if samples.ndim not in {1, 2} or samples.size == 0 or samples.shape[1:] > (_MOST_CHANNELS,):
        raise UserError(
            Text("an array of shape {shape} is no sound", shape=str(samples.shape)),
            remedy=Text("Give the samples in shape (frames,) or (frames, channels)."),
        )
    if not np.isfinite(samples).all():
        raise UserError(
            Text("some samples are not numbers"), remedy=Text("Replace NaN and infinity, by 0 for one.")
        )
    return samples.astype(np.float32, copy=False).reshape(len(samples), -1)


def _checked_rate(rate_hz: int | None) -> int:
    if rate_hz is None or rate_hz <= 0:
        raise UserError(
            Text("nothing says how many samples of the array are a second"),
            remedy=Text("Give its sample rate: predict(samples, 44100)."),
        )
    if not math.isfinite(rate_hz) or rate_hz != int(rate_hz):
        raise UserError(
            Text("{rate} is no sample rate: it is no whole number", rate=str(rate_hz)),
            remedy=Text("Give its sample rate: predict(samples, 44100)."),
        )
    return int(rate_hz)
