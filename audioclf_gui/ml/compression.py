"""What weights of eight bits cost a model."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.evaluation import known_examples
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.windows import Samples, fit, starts

Answers = Callable[[Samples], Samples]
"""What an opened file says to windows, see `Exporter.opened`."""

_MOST_MEASURED = 500  # examples, evenly spaced among all


@dataclass(frozen=True, slots=True)
class Loss:
    """How far the answers of a compressed model are from those of the model itself.

    Attributes
    ----------
    largest : float
        The largest difference of any score.
    figure : Text
        By which figure it is told, see `Objective.figure_name`.
    clips : int
        On how many clips it was measured; 0 if there were none but the model's test sounds.
    before, after : float
        The figure of the model and of its file on these clips.
    is_heard_before : bool
        Whether the model has learnt from these clips, which makes the loss look small.
    """

    largest: float
    figure: Text
    clips: int = 0
    before: float = 0.0
    after: float = 0.0
    is_heard_before: bool = False

    @property
    def facts(self) -> dict[str, object]:
        """As JSON holds it."""
        measured: dict[str, object] = {
            "figure": str(self.figure),
            "float32": self.before,
            "int8": self.after,
            "learnt_from_these_clips": self.is_heard_before,
        }
        return {
            "clips": self.clips,
            "largest_difference": self.largest,
            **(measured if self.clips else {}),
        }

    @property
    def text(self) -> Text:
        """In a sentence or two."""
        if not self.clips:
            return Text(
                "Eight bits: on the model's three test sounds scores differ by up to {largest:.3f}. What that"
                " costs in {figure} is not known without clips.",
                largest=self.largest,
                figure=self.figure,
            )
        told = Text(
            "Eight bits: {figure} {before:.3f} becomes {after:.3f} on {n} clip; scores differ by up to"
            " {largest:.3f}.",
            "Eight bits: {figure} {before:.3f} becomes {after:.3f} on {n} clips; scores differ by up to"
            " {largest:.3f}.",
            n=self.clips,
            figure=self.figure,
            before=self.before,
            after=self.after,
            largest=self.largest,
        )
        if not self.is_heard_before:
            return told
        return Text("{told} The model has learnt from them, so on others it may cost more.", told=told)


def measured_loss(
    bundle: Bundle, small: Answers, data: TrainingData
) -> Generator[Progress, None, Loss | None]:
    """Ask the model and its compressed file about the same clips; None if there are none that it can answer.

    Clips that the model has learnt from are left out, unless there are no others.
    """
    learnt = bundle.card.learnt or frozenset()
    known = known_examples(data, bundle.card.classes)
    fresh = [example for example in known if example.content not in learnt]
    chosen = _evenly(fresh or known, _MOST_MEASURED)
    targets, before, after = [], [], []
    with closing(MonoReader()) as reader:
        for done, example in enumerate(chosen, start=1):
            windows = list(_windows(bundle, example, reader))
            if windows:
                targets.append(example.target)
                before.append(score_windows(bundle, windows).mean(axis=0))
                after.append(small(np.stack(windows)).mean(axis=0))
            yield Progress(done, len(chosen))
    if not targets:
        return None
    objective, thresholds = bundle.card.objective, bundle.card.thresholds
    wanted = objective.encoded(targets)
    figures = [objective.figures(wanted, np.stack(one), thresholds) for one in (before, after)]
    of_model, of_file = (float(str(one[objective.figure_key])) for one in figures)
    return Loss(
        largest=_largest(np.stack(before), np.stack(after)),
        clips=len(targets),
        figure=objective.figure_name,
        before=of_model,
        after=of_file,
        is_heard_before=not fresh or bundle.card.learnt is None,
    )


def loss_on_sounds(bundle: Bundle, small: Answers, sounds: Samples) -> Loss:
    """The difference on sounds (n, window_frames) of which nobody knows what they are."""
    largest = _largest(score_windows(bundle, sounds), small(sounds))
    return Loss(largest, bundle.card.objective.figure_name)


def _largest(before: Samples, after: Samples) -> float:
    return float(np.abs(before - after).max())


def _evenly(examples: Sequence[Example], most: int) -> Sequence[Example]:
    return examples[:: max(1, -(-len(examples) // most))]


def _windows(bundle: Bundle, example: Example, reader: MonoReader) -> Iterator[Samples]:
    """The windows of an example as predictions cut them; none if it cannot be read."""
    ends = bundle.card.front_end
    try:
        samples = reader.read(example.path, ends.rate_hz, example.start_s, example.stop_s)
    except UnreadableAudioError:
        return
    for start in starts(len(samples), ends.window_frames, max(1, ends.window_frames // 2)):
        yield fit(samples[start : start + ends.window_frames], ends.window_frames, ends.pad)
