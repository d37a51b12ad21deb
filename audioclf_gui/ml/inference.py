"""What a model says about sound: the one way from samples to scores, for files and for live sound."""

import math
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.label import ClassId, Label, Source
from audioclf_gui.core.run import NO_CLASS, RunId, Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.decisions import Event, find_events
from audioclf_gui.ml.heard_blocks import HeardSound, heard_blocks
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.short_embedding import short_embeddings
from audioclf_gui.ml.side_by_side import side_by_side
from audioclf_gui.ml.window_feed import HeardWindow
from audioclf_gui.ml.window_scorer import WindowScorer
from audioclf_gui.ml.window_scores import SoundMeasures, WindowScores, mean_of_heard
from audioclf_gui.ml.windows import LEAST_HOP_S, Samples

_BATCH_WINDOWS = 32
_BATCH_SAMPLES = 2**21  # long windows come in smaller batches, so that memory stays bounded
_FILES_TOGETHER, _BYTES_TOGETHER = 8, 4 * 2**20  # of short files: half a minute of uncompressed sound
_File = TypeVar("_File")

_USUAL = DecisionSettings()
_WHOLE_CLIP_WINDOWS = 1.5  # up to here one answer for the clip says all that its events would


@dataclass(frozen=True, slots=True, eq=False)
class FilePrediction:
    """The model's answer to a file; its scores are those of its windows, see `mean_of_heard`."""

    path: Path
    duration_s: float
    objective: Objective  # what the scores are about
    thresholds: tuple[float, ...]  # per class
    scores: Samples  # (classes,), probabilities
    windows: tuple[WindowScores, ...]
    events: tuple[Event, ...]  # by start

    @property
    def classes(self) -> tuple[str, ...]:
        """In the order of the scores."""
        return self.objective.classes

    @property
    def is_silent(self) -> bool:
        """Whether all of it is silence to the model, of which nothing is said."""
        return all(window.is_silent for window in self.windows)

    @property
    def named(self) -> tuple[str, ...]:
        """The classes that it is of, the likeliest first; none of silence, nor where a set is empty."""
        return () if self.is_silent else self._named_by(self.scores)

    @property
    def class_name(self) -> str:
        """The likeliest of the classes that it is of; empty where it is of none."""
        return next(iter(self.named), "")

    @property
    def score(self) -> float:
        """The highest score."""
        return float(self.scores.max())

    def by_class(self, scores: Samples) -> dict[str, float]:
        """Scores (classes,) of the same model by the names of its classes."""
        return dict(zip(self.classes, scores.tolist(), strict=True))

    def named_in(self, window: WindowScores) -> tuple[str, ...]:
        """The classes that one of its windows is of, the likeliest first."""
        return () if window.is_silent else self._named_by(window.scores)

    def _named_by(self, scores: Samples) -> tuple[str, ...]:
        return tuple(self.classes[at] for at in self.objective.answered(scores, self.thresholds))


def score_windows(bundle: Bundle, windows: Samples | Sequence[Samples]) -> Samples:
    """Calibrated probabilities for each window, whatever other windows it comes with.

    Parameters
    ----------
    windows : shape (n, bundle.card.front_end.window_frames)
        Mono sound in [-1, 1] at `bundle.card.front_end.rate_hz`.

    Returns
    -------
    float32, shape (n, classes)
        Of one class a sound each row sums to 1, or to less by how likely it is none of the classes.
    """
    return embedded_scores(bundle, windows)[:, : bundle.card.objective.outputs]


def embedded_scores(bundle: Bundle, windows: Samples | Sequence[Samples]) -> Samples:
    """The same rows, each followed by the window's embedding; see `embedding`."""
    batch = _windows_at_once(bundle)
    rows = [_score_batch(bundle, windows[at : at + batch]) for at in range(0, len(windows), batch)]
    return np.concatenate(rows) if rows else np.zeros((0, bundle.card.objective.outputs), np.float32)


def _windows_at_once(bundle: Bundle) -> int:
    return max(1, min(_BATCH_WINDOWS, _BATCH_SAMPLES // bundle.card.front_end.window_frames))


def window_scorer(bundle: Bundle) -> WindowScorer:
    """A model that is asked about as many windows at a time as `score_windows` takes."""
    return WindowScorer(partial(score_windows, bundle), _windows_at_once(bundle))


def _embedding_scorer(bundle: Bundle) -> WindowScorer:
    return WindowScorer(partial(embedded_scores, bundle), _windows_at_once(bundle))


def predict_file(
    bundle: Bundle, path: Path, hop_s: float | None = None, settings: DecisionSettings = _USUAL
) -> FilePrediction:
    """Slide the model over a file of any length; memory does not grow with it, but for the scores.

    Parameters
    ----------
    hop_s
        Distance of two windows, at least `LEAST_HOP_S`; None is half a window.
    settings
        When scores become events.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read, or there is no sound in it.
    UserError
        If the hop is too small, or no number.

    Notes
    -----
    Windows lie at multiples of the hop while they fit; a last one ends where the file ends. A file
    shorter than a window is lengthened by the model's own rule.
    """
    scorer = _embedding_scorer(bundle)
    heard = _heard_file(
        bundle, path, checked_hop(bundle.card, hop_s), partial(scorer.add, 0), threading.Event()
    )
    return _file_prediction(bundle, path, heard, scorer.scores(0), settings)


def predict_samples(
    bundle: Bundle,
    samples: Samples,
    rate_hz: int,
    hop_s: float | None = None,
    settings: DecisionSettings = _USUAL,
) -> FilePrediction:
    """The same for sound in memory; a file of these samples would get the same answer.

    Parameters
    ----------
    samples : float32, shape (frames, channels)
        In [-1, 1], at `rate_hz`; there is at least one frame.
    """
    scorer, hop_s = _embedding_scorer(bundle), checked_hop(bundle.card, hop_s)
    heard = heard_blocks(bundle, [samples], rate_hz, hop_s, partial(scorer.add, 0), threading.Event())
    return _file_prediction(bundle, Path(), heard, scorer.scores(0), settings)


def predict_files(
    bundle: Bundle,
    paths: Sequence[Path],
    hop_s: float | None = None,
    settings: DecisionSettings = _USUAL,
    workers: int | None = None,
) -> Generator[FilePrediction | Quarantined, None, None]:
    """An answer for each file, in order; a file that cannot be read is put aside, and the rest goes on.

    Several are worked on at a time, by default as many as there are cores, short ones a few together.
    """
    hop_s = checked_hop(bundle.card, hop_s)

    def answered(group: Sequence[Path], ended: threading.Event) -> list[FilePrediction | Quarantined]:
        return predict_together(bundle, group, hop_s, settings, ended)

    return _one_by_one(side_by_side(answered, files_together(paths, _size), workers))


def _one_by_one(
    groups: Generator[list[FilePrediction | Quarantined], None, None],
) -> Generator[FilePrediction | Quarantined, None, None]:
    with closing(groups):
        for group in groups:
            yield from group


def files_together(files: Sequence[_File], bytes_in: Callable[[_File], int]) -> list[list[_File]]:
    """The files in their order, short ones a few together; whoever works on them does not decide which."""
    groups: list[list[_File]] = []
    room = 0
    for file in files:
        size = max(1, bytes_in(file))
        if size > room or len(groups[-1]) == _FILES_TOGETHER:
            groups.append([])
            room = _BYTES_TOGETHER
        groups[-1].append(file)
        room -= size
    return groups


def _size(path: Path) -> int:
    """In bytes; of what is not there, 0."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def predict_together(
    bundle: Bundle,
    paths: Sequence[Path],
    hop_s: float,
    settings: DecisionSettings,
    ended: threading.Event,
) -> list[FilePrediction | Quarantined]:
    """An answer for each of a few files, see `files_together`, whose windows are scored together.

    Raises
    ------
    CancelledError
        As soon as `ended` is set.
    """
    scorer = _embedding_scorer(bundle)
    found: list[HeardSound | Quarantined] = []
    for at, path in enumerate(paths):
        try:
            found.append(_heard_file(bundle, path, hop_s, partial(scorer.add, at), ended))
        except UnreadableAudioError as error:
            found.append(Quarantined(path, error.reason, error.remedy))
    return [
        one
        if isinstance(one, Quarantined)
        else _file_prediction(bundle, path, one, scorer.scores(at), settings)
        for at, (path, one) in enumerate(zip(paths, found, strict=True))
    ]


def _heard_file(
    bundle: Bundle,
    path: Path,
    hop_s: float,
    take: Callable[[Sequence[Samples]], None],
    ended: threading.Event,
) -> HeardSound:
    """Hand the windows of a file on; CancelledError as soon as nobody wants them any more."""
    heard = heard_blocks(bundle, read_blocks(path), known_facts(path).rate_hz, hop_s, take, ended)
    if not heard.windows:
        raise UnreadableAudioError(path, Text("there is no sound in it"), remedy=Text("Leave it out."))
    return heard


def suggestion_values(
    prediction: FilePrediction, class_ids: Mapping[str, ClassId], clip_id: ClipId, run_id: RunId
) -> SuggestionDetail | None:
    """A prediction as the project stores it; None if it comes to nothing, or first to none of its classes.

    Other classes that the project does not have are left out. A clip of at most 1.5 windows gets no
    events, since the suggestion says the same. A longer one in which events are heard, but which comes to no
    class as a whole, is of `NO_CLASS`.

    Parameters
    ----------
    class_ids
        The project's class of each of the model's that it has.
    """
    if prediction.named and prediction.named[0] not in class_ids:
        return None
    scores = {
        class_ids[name]: score
        for name, score in prediction.by_class(prediction.scores).items()
        if name in class_ids
    }
    first = prediction.windows[0]
    is_short = prediction.duration_s <= _WHOLE_CLIP_WINDOWS * (first.end_s - first.start_s)
    events = tuple(
        Label(
            class_ids[event.class_name],
            event.start_s,
            event.end_s,
            source=Source.MODEL,
            score=event.score,
        )
        for event in prediction.events
        if event.class_name in class_ids and not is_short
    )
    if not (prediction.named or events):
        return None
    named = [class_ids[name] for name in prediction.named if name in class_ids]
    best, *others = named or [NO_CLASS]
    score = scores.get(best, prediction.score)
    return SuggestionDetail(Suggestion(clip_id, run_id, best, score, tuple(others)), scores, events)


def _score_batch(bundle: Bundle, windows: Samples | Sequence[Samples]) -> Samples:
    samples = torch.from_numpy(np.stack(list(windows)).astype(np.float32, copy=False)).to(bundle.device)
    with torch.inference_mode(), _full_precision(bundle.device):
        features = bundle.network.front_end(samples)
        logits = bundle.network.logits(features)
        scores: Samples = bundle.card.objective.scores(logits, bundle.card.temperature).cpu().numpy()
        embedded: Samples = short_embeddings(bundle, features).cpu().numpy()
    if bundle.places is not None:
        scores = bundle.card.objective.merged(scores, bundle.places)
    return np.hstack([scores, embedded])


def _full_precision(device: torch.device) -> AbstractContextManager[None]:
    """Convolutions on a GPU round to ten bits unless told not to, and would disagree with the CPU's."""
    if device.type != "cuda":
        return nullcontext()
    precise: AbstractContextManager[None] = torch.backends.cudnn.flags(enabled=True, allow_tf32=False)
    return precise


def checked_hop(card: ModelCard, hop_s: float | None) -> float:
    """The distance of two windows in seconds, where None is half a window; UserError if it cannot be."""
    if hop_s is None:
        return max(LEAST_HOP_S, card.front_end.window_s / 2.0)
    if not LEAST_HOP_S <= hop_s < math.inf:
        raise UserError(
            Text("windows cannot follow each other every {hop_s} s", hop_s=hop_s),
            remedy=Text("Choose a hop of at least {least_s} s.", least_s=LEAST_HOP_S),
        )
    return hop_s


def _file_prediction(
    bundle: Bundle, path: Path, heard: HeardSound, rows: Samples, settings: DecisionSettings
) -> FilePrediction:
    card, given = bundle.card, settings.threshold
    settings = settings.of_model(card.quiet_db)
    scores = rows[:, : card.objective.outputs].copy()
    windows = tuple(
        scored(one, row, min(one.start_s + card.front_end.window_s, heard.duration_s), settings, embedding)
        for one, row, embedding in zip(heard.windows, scores, rows[:, card.objective.outputs :], strict=True)
    )
    return FilePrediction(
        path=path,
        duration_s=heard.duration_s,
        objective=card.objective,
        thresholds=card.thresholds if given is None else (given,) * len(card.classes),
        scores=mean_of_heard(scores, [window.is_silent for window in windows]),
        windows=windows,
        events=find_events(windows, card.objective, card.thresholds, settings),
    )


def scored(
    heard: HeardWindow, scores: Samples, end_s: float, settings: DecisionSettings, embedding: Samples
) -> WindowScores:
    """The scores (outputs,) of a window, with what decisions of this model need to know of its sound."""
    assert settings.silence_db is not None
    is_quiet = heard.level_db < settings.silence_db
    measured = None if heard.profile is None else SoundMeasures(heard.profile, embedding.copy())
    return WindowScores(
        heard.start_s, end_s, scores, heard.lead_s, heard.trail_s, is_quiet, heard.sounds, measured
    )
