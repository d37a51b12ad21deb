"""The labelled sounds as records of use would have them, to which such records are compared."""

from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.heard import EVERY_S
from audioclf_gui.core.progress import Progress
from audioclf_gui.ml.bundle import Bundle, read_predictions
from audioclf_gui.ml.confidence import confidence
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.inference import embedded_scores
from audioclf_gui.ml.window_feed import HeardWindow, WindowFeed

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceWindows:
    """One window of each labelled sound, in numbers.

    Attributes
    ----------
    profiles : shape (n, 2 + bands)
        See `sound_profile.profile`.
    embeddings : shape (n, size)
        See `embedding.embeddings`.
    groups : int, shape (n,)
        The number of the group of each, from 0.
    """

    profiles: Values
    embeddings: Values
    groups: npt.NDArray[np.int64]


def known_to(
    bundle: Bundle, examples: Sequence[Example], labelled_since: Collection[ClipId]
) -> list[Example]:
    """Those that a model has learnt from or was measured on, and that its epoch was chosen by.

    The last are told by not being among the clips that were labelled since; all of them are known where the
    model does not say what it has learnt from (version 0.1.0).
    """
    learnt = bundle.card.learnt
    if learnt is None:
        return list(examples)
    measured = {int(one["clip_id"]) for one in read_predictions(bundle.folder)}
    return [
        one
        for one in examples
        if one.content in learnt or int(one.clip_id) in measured or one.clip_id not in labelled_since
    ]


def reference_windows(
    bundle: Bundle, examples: Sequence[Example]
) -> Generator[Progress, None, ReferenceWindows]:
    """Listen to the labelled sounds as the model does; what cannot be read or is silent is left out."""
    found: list[tuple[Values, Values, str]] = []
    outputs = bundle.card.objective.outputs
    with closing(MonoReader()) as reader:
        for done, example in enumerate(examples):
            yield Progress(done, len(examples))
            window = _first_window(bundle, example, reader)
            if window is not None:
                assert window.profile is not None
                embedding = embedded_scores(bundle, [window.samples])[0, outputs:].astype(np.float64)
                found.append((window.profile, embedding, example.group))
    yield Progress(len(examples), len(examples))
    groups = list(dict.fromkeys(group for *_, group in found))
    return ReferenceWindows(
        np.array([profile for profile, *_ in found], np.float64),
        np.array([embedding for _, embedding, _ in found], np.float64),
        np.array([groups.index(group) for *_, group in found], np.int64),
    )


def _first_window(bundle: Bundle, example: Example, reader: MonoReader) -> HeardWindow | None:
    """The one that is recorded of this sound when it is heard in use."""
    ends = bundle.card.front_end
    stop_s = min(example.stop_s, example.start_s + max(EVERY_S, ends.window_s))
    try:
        samples = reader.read(example.path, ends.rate_hz, example.start_s, stop_s)
    except UnreadableAudioError:
        return None
    feed = WindowFeed(bundle, ends.rate_hz, ends.window_s / 2.0)
    return next((one for one in feed.push(samples, last=True) if one.profile is not None), None)


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceAnswers:
    """How sure a model was of labelled sounds from which it had not learnt.

    Attributes
    ----------
    values : shape (n, 2)
        Highest score and entropy, in percent.
    groups : int, shape (n,)
    """

    values: Values
    groups: npt.NDArray[np.int64]


def reference_answers(bundle: Bundle, examples: Sequence[Example]) -> ReferenceAnswers:
    """From the predictions that are stored with a model; none of a model that estimates a number."""
    groups = {(int(one.clip_id), round(one.start_s, 3)): one.group for one in examples}
    found: list[tuple[float, float, str]] = []
    for one in read_predictions(bundle.folder):
        group = groups.get((int(one["clip_id"]), round(float(one.get("start_s", 0.0)), 3)))
        if group is None or "scores" not in one:
            continue
        sure = confidence(bundle.card.objective, np.array(one["scores"], np.float32))
        if sure is not None:
            found.append((100.0 * sure.top_score, 100.0 * sure.entropy, group))
    names = list(dict.fromkeys(group for *_, group in found))
    return ReferenceAnswers(
        np.array([values for *values, _ in found], np.float64).reshape(-1, 2),
        np.array([names.index(group) for *_, group in found], np.int64),
    )
