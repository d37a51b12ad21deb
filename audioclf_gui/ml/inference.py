"""What a model says about sound: the one way from samples to scores, for files and for live sound."""

import itertools
import math
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.resample import StreamResampler
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.label import ClassId, Label, Region, Source
from audioclf_gui.core.run import RunId, Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.windows import LEAST_HOP_S, Samples, WindowStream

_BATCH_WINDOWS = 32
_BATCH_SAMPLES = 2**21  # long windows come in smaller batches, so that memory stays bounded
_WHOLE_CLIP_WINDOWS = 1.5  # up to here one answer for the clip says all that its events would


@dataclass(frozen=True, slots=True, eq=False)
class WindowScores:
    """The model's answer to one window."""

    start_s: float
    end_s: float  # never beyond the end of the sound
    scores: Samples  # (classes,), probabilities


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch in which a class stayed above its threshold."""

    start_s: float
    end_s: float
    class_name: str
    score: float  # the highest of its windows


@dataclass(frozen=True, slots=True, eq=False)
class FilePrediction:
    """The model's answer to a file; its scores are the mean over the windows."""

    path: Path
    duration_s: float
    class_name: str  # the class of the highest score
    score: float
    scores: Samples  # (classes,), probabilities
    windows: tuple[WindowScores, ...]
    events: tuple[Event, ...]  # by start
    classes: tuple[str, ...]  # in the order of the scores


class WindowFeed:
    """Mono sound at any rate, in blocks of any size, as the windows that the model hears.

    The windows do not depend on the blocks, to the last bit.
    """

    def __init__(self, bundle: Bundle, rate_hz: int, hop_s: float) -> None:
        hop_frames = max(1, round(hop_s * bundle.card.mel.rate_hz))
        self._resampler = StreamResampler(rate_hz, bundle.card.mel.rate_hz)
        self._windows = WindowStream(bundle.card.window_frames, hop_frames, bundle.card.pad)
        self._rate_hz = bundle.card.mel.rate_hz

    def push(self, mono: Samples, last: bool = False) -> list[tuple[float, Samples]]:
        """The windows that `mono` (frames,) completes, each with the second at which it begins."""
        found = self._windows.push(self._resampler.push(mono, last), last)
        return [(start / self._rate_hz, window) for start, window in found]


def score_windows(bundle: Bundle, windows: Samples | Sequence[Samples]) -> Samples:
    """Calibrated probabilities for each window, whatever other windows it comes with.

    Parameters
    ----------
    windows : shape (n, bundle.card.window_frames)
        Mono sound in [-1, 1] at `bundle.card.mel.rate_hz`.

    Returns
    -------
    float32, shape (n, classes)
        Each row sums to 1.
    """
    batch = max(1, min(_BATCH_WINDOWS, _BATCH_SAMPLES // bundle.card.window_frames))
    scores = [_score_batch(bundle, windows[at : at + batch]) for at in range(0, len(windows), batch)]
    return np.concatenate(scores) if scores else np.zeros((0, len(bundle.card.classes)), np.float32)


def predict_file(bundle: Bundle, path: Path, hop_s: float | None = None) -> FilePrediction:
    """Slide the model over a file of any length; memory does not grow with it, but for the scores.

    Parameters
    ----------
    hop_s
        Distance of two windows, at least `LEAST_HOP_S`; None is half a window.

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
    hop_s = _checked_hop(bundle, hop_s)
    rate_hz = known_facts(path).rate_hz
    feed = WindowFeed(bundle, rate_hz, hop_s)
    frames = 0
    starts_s: list[float] = []
    scores: list[Samples] = []
    end_of_file = np.zeros((0, 1), np.float32)
    for block in itertools.chain(read_blocks(path), [end_of_file]):
        frames += len(block)
        found = feed.push(to_mono(block), last=block is end_of_file)
        starts_s += [start_s for start_s, _ in found]
        scores.append(score_windows(bundle, [window for _, window in found]))
    if not starts_s:
        raise UnreadableAudioError(path, Text("there is no sound in it"), remedy=Text("Leave it out."))
    return _file_prediction(bundle, path, frames / rate_hz, starts_s, np.concatenate(scores))


def predict_files(
    bundle: Bundle, paths: Iterable[Path], hop_s: float | None = None
) -> Generator[FilePrediction | Quarantined, None, None]:
    """An answer for each file, in order; a file that cannot be read is put aside, and the rest goes on."""
    hop_s = _checked_hop(bundle, hop_s)
    for path in paths:
        try:
            prediction = predict_file(bundle, path, hop_s)
        except UnreadableAudioError as error:
            yield Quarantined(path, error.reason, error.remedy)
        else:
            yield prediction


def to_mono(block: Samples) -> Samples:
    """Mean of the channels: (frames, channels) to (frames,)."""
    mono: Samples = block.mean(axis=1, dtype=np.float32)
    return mono


def find_events(
    windows: Sequence[WindowScores], classes: Sequence[str], thresholds: Sequence[float]
) -> tuple[Event, ...]:
    """Runs of windows that touch and in which a class reaches its threshold, in order of their starts."""
    if not windows:
        return ()
    scores = np.stack([window.scores for window in windows])
    touches = [after.start_s <= before.end_s for before, after in itertools.pairwise(windows)]
    above = scores >= np.asarray(thresholds, np.float32)
    continues = np.zeros_like(above)
    continues[1:] = above[:-1] & above[1:] & np.asarray(touches, bool)[:, None]
    events = []
    for index, name in enumerate(classes):
        firsts = np.flatnonzero(above[:, index] & ~continues[:, index]).tolist()
        lasts = np.flatnonzero(above[:, index] & ~np.append(continues[1:, index], False)).tolist()
        for first, last in zip(firsts, lasts, strict=True):
            score = float(scores[first : last + 1, index].max())
            events.append(Event(windows[first].start_s, windows[last].end_s, name, score))
    return tuple(sorted(events, key=lambda event: (event.start_s, event.end_s)))


def to_json(prediction: FilePrediction) -> dict[str, object]:
    """As `audioclf predict --json` prints it: plain values, times in seconds."""
    return {
        "path": str(prediction.path),
        "duration_s": prediction.duration_s,
        "class": prediction.class_name,
        "score": prediction.score,
        "scores": _by_class(prediction, prediction.scores),
        "windows": [
            {
                "start_s": window.start_s,
                "end_s": window.end_s,
                "scores": _by_class(prediction, window.scores),
            }
            for window in prediction.windows
        ],
        "events": [
            {
                "start_s": event.start_s,
                "end_s": event.end_s,
                "class": event.class_name,
                "score": event.score,
            }
            for event in prediction.events
        ],
    }


def row_names(classes: Sequence[str]) -> list[str]:
    """The columns of `to_rows`."""
    return ["path", "start_s", "end_s", "class", "score", *classes]


def to_rows(prediction: FilePrediction) -> list[list[str | float]]:
    """A table with one row per window; class and score are the window's own."""
    return [
        [
            str(prediction.path),
            window.start_s,
            window.end_s,
            prediction.classes[int(window.scores.argmax())],
            float(window.scores.max()),
            *window.scores.tolist(),
        ]
        for window in prediction.windows
    ]


def to_regions(prediction: FilePrediction) -> tuple[Region, ...]:
    """The events as label files hold them."""
    return tuple(
        Region(event.start_s, event.end_s, event.class_name, score=event.score) for event in prediction.events
    )


def suggestion_values(
    prediction: FilePrediction, class_ids: Mapping[str, ClassId], clip_id: ClipId, run_id: RunId
) -> SuggestionDetail:
    """A prediction as the project stores it.

    Classes that the project does not have are left out; the suggestion is the best of the others.
    A clip of at most 1.5 windows gets no events, since the suggestion says the same.

    Raises
    ------
    UserError
        If the project has none of the model's classes.
    """
    scores = {
        class_ids[name]: score
        for name, score in _by_class(prediction, prediction.scores).items()
        if name in class_ids
    }
    if not scores:
        raise UserError(
            Text(
                "the project has none of the model's classes ({classes})",
                classes=", ".join(prediction.classes[:5]),
            ),
            remedy=Text("Add the classes to the project, or use a model that was trained on it."),
        )
    best = max(scores, key=lambda class_id: scores[class_id])
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
    return SuggestionDetail(Suggestion(clip_id, run_id, best, scores[best]), scores, events)


def _score_batch(bundle: Bundle, windows: Samples | Sequence[Samples]) -> Samples:
    samples = torch.from_numpy(np.stack(list(windows)).astype(np.float32, copy=False)).to(bundle.device)
    with torch.inference_mode(), _full_precision(bundle.device):
        logits = bundle.network(samples)
        scores: Samples = torch.softmax(logits / bundle.card.temperature, dim=1).cpu().numpy()
    return scores


def _full_precision(device: torch.device) -> AbstractContextManager[None]:
    """Convolutions on a GPU round to ten bits unless told not to, and would disagree with the CPU's."""
    if device.type != "cuda":
        return nullcontext()
    precise: AbstractContextManager[None] = torch.backends.cudnn.flags(enabled=True, allow_tf32=False)
    return precise


def _checked_hop(bundle: Bundle, hop_s: float | None) -> float:
    if hop_s is None:
        return max(LEAST_HOP_S, bundle.card.window_s / 2.0)
    if not LEAST_HOP_S <= hop_s < math.inf:
        raise UserError(
            Text("windows cannot follow each other every {hop_s} s", hop_s=hop_s),
            remedy=Text("Choose a hop of at least {least_s} s.", least_s=LEAST_HOP_S),
        )
    return hop_s


def _file_prediction(
    bundle: Bundle, path: Path, duration_s: float, starts_s: Sequence[float], scores: npt.NDArray[np.float32]
) -> FilePrediction:
    windows = tuple(
        WindowScores(start_s, min(start_s + bundle.card.window_s, duration_s), row)
        for start_s, row in zip(starts_s, scores, strict=True)
    )
    mean: Samples = scores.mean(axis=0, dtype=np.float64).astype(np.float32)
    best = int(mean.argmax())
    return FilePrediction(
        path=path,
        duration_s=duration_s,
        class_name=bundle.card.classes[best],
        score=float(mean[best]),
        scores=mean,
        windows=windows,
        events=find_events(windows, bundle.card.classes, bundle.card.thresholds),
        classes=bundle.card.classes,
    )


def _by_class(prediction: FilePrediction, scores: Samples) -> dict[str, float]:
    return dict(zip(prediction.classes, scores.tolist(), strict=True))
