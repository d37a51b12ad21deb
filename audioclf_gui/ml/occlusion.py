"""What in a sound a model's score rests on: parts of the sound are taken away, one after the other."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.mono import MonoMix
from audioclf_gui.audio.resample import StreamResampler
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.windows import Samples, WindowStream, fit

COLUMNS, BANDS = 12, 10  # patches of the map
_AT_ONCE = 24  # windows that are scored together
_FFT_S = 0.03
_LEAST = 1e-12  # probability of which a logarithm is taken
_QUIET = 0.1  # the quantile over time to which a patch is taken down


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """One window of a sound as a model hears it, and by how much its score drops without each patch.

    Attributes
    ----------
    class_name : str
        Whose score it is.
    score : float
        Of the whole window, 0 to 1.
    samples : float32, shape (frames,)
        The window as the model hears it: mono, resampled, lengthened if it was too short, and without
        frequencies that its front end passes over.
    rate_hz : int
        Of the samples.
    edges_s : float64, shape (columns + 1,)
        Edges of the patches in the file, in seconds.
    edges_hz : float64, shape (bands + 1,)
        Edges of the patches, the lowest first.
    drops : float32, shape (bands, columns)
        Score of the whole less that without the patch: above 0 the patch speaks for the class.
    evidence : float32, shape (bands, columns)
        The same of the logarithm of the odds, in nats, which tells patches apart where the model is so sure
        that no single one matters to the score.
    """

    class_name: str
    score: float
    samples: Samples
    rate_hz: int
    edges_s: npt.NDArray[np.float64]
    edges_hz: npt.NDArray[np.float64]
    drops: npt.NDArray[np.float32]
    evidence: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Window:
    """The window that a model is surest about."""

    place: int  # of the class among the scores
    scores: Samples  # (classes,)
    start: int  # in frames at the model's rate
    sound: Samples  # what of it is sound, not lengthened


def occlusion(bundle: Bundle, path: Path, class_name: str) -> Iterator[float | Occlusion]:
    """Take each patch of a sound away and score the rest; yields the share that is done, then the map.

    Of a longer sound it is the window with the highest score of the class. A patch is not cut out, which no
    recording sounds like: each of its frequencies falls to how loud it is in the quietest tenth of the
    window. What is scored is sound, so that it works for every kind of model (Zeiler and Fergus,
    "Visualizing and understanding convolutional networks", ECCV 2014, did so with pictures).

    Parameters
    ----------
    class_name
        Of `bundle.card.classes`; empty for the class with the highest score.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read, or there is no sound in it.
    """
    ends = bundle.card.front_end
    chosen = _surest(bundle, path, class_name)
    edges_hz = FrequencyAxis("mel", 0.0, ends.rate_hz / 2).rows_hz(BANDS)[::-1]
    edges = np.linspace(0, len(chosen.sound), COLUMNS + 1)
    whole = _log_odds(bundle, chosen.scores, chosen.place)
    drops, evidence = np.zeros((2, BANDS, COLUMNS), np.float32)
    patches = _without(chosen.sound, ends.rate_hz, edges_hz, edges)
    done = 0
    while some := list(itertools.islice(patches, _AT_ONCE)):
        heard = [fit(sound, ends.window_frames, ends.pad) for _place, sound in some]
        scores = score_windows(bundle, heard)
        for (place, _sound), row in zip(some, scores, strict=True):
            drops[place] = chosen.scores[chosen.place] - row[chosen.place]
            evidence[place] = whole - _log_odds(bundle, row, chosen.place)
        done += len(some)
        yield done / drops.size
    heard_whole = fit(chosen.sound, ends.window_frames, ends.pad)
    yield Occlusion(
        bundle.card.classes[chosen.place],
        float(chosen.scores[chosen.place]),
        _passed(bundle, heard_whole),
        ends.rate_hz,
        (chosen.start + edges) / ends.rate_hz,
        edges_hz,
        drops,
        evidence,
    )


def _surest(bundle: Bundle, path: Path, class_name: str) -> _Window:
    """Look through a file of any length; memory does not grow with it."""
    ends = bundle.card.front_end
    place = bundle.card.classes.index(class_name) if class_name else None
    best: _Window | None = None
    for start, sound in _windows(bundle, path):
        (scores,) = score_windows(bundle, [fit(sound, ends.window_frames, ends.pad)])
        at = int(np.argmax(scores)) if place is None else place
        if best is None or scores[at] > best.scores[best.place]:
            best = _Window(at, scores, start, sound)
    if best is None:
        raise UnreadableAudioError(path, Text("there is no sound in it"))
    return best


def _log_odds(bundle: Bundle, scores: Samples, place: int) -> float:
    """In nats; where a sound is of one class, from the scores of the others, which are exact near 0."""
    own = float(scores[place])
    is_one = bundle.card.objective.kind == "single-label"
    rest = float(np.delete(scores, place).sum(dtype=np.float64)) if is_one else 1.0 - own
    return math.log(max(own, _LEAST)) - math.log(max(rest, _LEAST))


def _windows(bundle: Bundle, path: Path) -> Iterator[tuple[int, Samples]]:
    """Where each window starts and what of it is sound, half a window apart."""
    ends, rate_hz = bundle.card.front_end, known_facts(path).rate_hz
    mix, resampler = MonoMix(rate_hz), StreamResampler(rate_hz, ends.rate_hz)
    stream = WindowStream(ends.window_frames, max(1, ends.window_frames // 2), ends.pad)
    end_of_file = np.zeros((0, 1), np.float32)
    for block in itertools.chain(read_blocks(path), [end_of_file]):
        is_last = block is end_of_file
        mono = resampler.push(mix.push(block, is_last), is_last)
        for start, window in stream.push(mono, is_last):
            yield start, window[: stream.frames - start]


def _without(
    sound: Samples, rate_hz: int, edges_hz: npt.NDArray[np.float64], edges: npt.NDArray[np.float64]
) -> Iterator[tuple[tuple[int, int], Samples]]:
    """The sound without each patch, with the place of that: (band, column)."""
    fft_frames = 1 << round(rate_hz * _FFT_S).bit_length()
    hop = fft_frames // 4
    window = torch.hann_window(fft_frames)
    padded = torch.nn.functional.pad(torch.from_numpy(sound), (0, max(0, fft_frames - len(sound))))
    spectrum = torch.stft(padded, fft_frames, hop, window=window, return_complex=True)
    loud = spectrum.abs()
    quiet = torch.quantile(loud, _QUIET, dim=1, keepdim=True)
    floor = torch.clamp(quiet / torch.clamp(loud, min=1e-12), max=1.0)
    rows = np.round(edges_hz / rate_hz * fft_frames).astype(int)
    rows[-1] = len(spectrum)
    columns = np.round(edges / hop).astype(int)
    columns[-1] = spectrum.shape[1]
    for band, column in itertools.product(range(len(rows) - 1), range(len(columns) - 1)):
        gains = torch.ones_like(loud)
        patch = (slice(rows[band], rows[band + 1]), slice(columns[column], columns[column + 1]))
        gains[patch] = floor[patch]
        rest: Tensor = torch.istft(spectrum * gains, fft_frames, hop, window=window, length=len(padded))
        yield (band, column), rest[: len(sound)].numpy()


def _passed(bundle: Bundle, samples: Samples) -> Samples:
    """The sound without the frequencies that the front end has no filters for."""
    ends = bundle.card.front_end
    if not isinstance(ends, LogMelPictures):
        return samples
    spectrum = np.fft.rfft(samples)
    hz = np.fft.rfftfreq(len(samples), 1.0 / ends.rate_hz)
    spectrum[(hz < ends.mel.low_hz) | (hz > ends.mel.high_hz)] = 0.0
    return np.fft.irfft(spectrum, len(samples)).astype(np.float32)
