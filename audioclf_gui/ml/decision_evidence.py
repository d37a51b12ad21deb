"""By what the thresholds of a trained model can be chosen: its answers to held-out sounds and to noise."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import numpy as np

from audioclf_gui.core.progress import Progress
from audioclf_gui.ml.bundle import Bundle, read_heard, read_predictions
from audioclf_gui.ml.decision_fit import scores_of
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.made_noise import made_noise
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.surer_decisions import UnlearntWindows

CHOSEN_BY, TOLD_BY = 60_013, 900_001
"""Seeds of noise that is not learnt, nor in scenes: by one thresholds are chosen, by another one judged."""

_AT_ONCE = 32  # windows


def held_out(folder: Path, card: ModelCard) -> UnlearntWindows:
    """What the model in `folder` said of sounds that it had not learnt.

    Of a model that heard no scenes (of sets, through a pretrained listener, of an older version) these are
    whole sounds, and no noise; none at all where no answers were kept with it.

    Raises
    ------
    UserError
        If the model is damaged.
    """
    goal = card.objective
    heard = read_heard(folder)
    if heard is not None:
        scores, noise = (scores_of(goal, one, card.temperature) for one in (heard.logits, heard.noise))
        return UnlearntWindows(goal, scores, heard.wanted, heard.partly, noise, _lasting_s(card, len(noise)))
    predictions = read_predictions(folder)
    said = [{one["true"]} if isinstance(one["true"], str) else set(one["true"]) for one in predictions]
    shape = (len(said), len(card.classes))
    wanted = np.array([[name in true for name in card.classes] for true in said], np.bool_).reshape(shape)
    whole = np.array([one["scores"] for one in predictions], np.float32).reshape(shape)
    return UnlearntWindows(goal, whole, wanted, np.zeros_like(wanted), whole[:0], 0.0, is_of_scenes=False)


def with_noise(
    held: UnlearntWindows, bundle: Bundle, hours: float, seed: int
) -> Generator[Progress, None, UnlearntWindows]:
    """The same with so much made noise that the model hears now, in the place of other noise.

    It hears windows of different noises, each of which counts as long as a step to the next one in a file.
    """
    card = bundle.card
    count = int(np.ceil(hours * 3600.0 / _lasting_s(card, 1)))
    ends, parts = card.front_end, []
    for done in range(0, count, _AT_ONCE):
        yield Progress(done, count)
        windows = made_noise(min(_AT_ONCE, count - done), ends.window_frames, ends.rate_hz, seed + done)
        parts.append(score_windows(bundle, windows))
    yield Progress(count, count)
    return replace(held, noise=np.concatenate(parts), noise_s=_lasting_s(card, count))


def _lasting_s(card: ModelCard, windows: int) -> float:
    """How long so many windows are heard in a file, where each begins half a window after another."""
    return windows * card.front_end.window_s / 2.0
