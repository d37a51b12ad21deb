"""A run in TensorBoard's event files: curves, confusions, sounds with their answers, and where they lie."""

import math
from collections.abc import Sequence
from pathlib import Path

from torch.utils.tensorboard import SummaryWriter

from audioclf_gui.audio.files import read_mono
from audioclf_gui.remote.tracking.confusion_picture import confusion_picture
from audioclf_gui.remote.tracking.heard import MOST_HEARD, RATE_HZ, heard_vectors
from audioclf_gui.remote.tracking.values import EpochTold, JudgedSound, RunBegun, RunEnded

CONFUSION = "confusion: a row for each true class, a column for each answer"

_MOST_SOUNDS = 12
_PARTS = ("train", "valid")  # whose values belong into one chart


class TensorboardRun:
    """One folder of event files, below that of the project."""

    def __init__(self, run: RunBegun, place: str) -> None:
        self._writer = SummaryWriter(str(Path(place) / run.project / run.name))
        rows = [f"| {name} | {value} |" for name, value in run.settings.items()]
        table = "\n".join(["| setting | value |", "| --- | --- |", *rows])
        self._writer.add_text("settings", f"{run.title}\n\n{table}")

    def tell(self, epochs: Sequence[EpochTold]) -> None:
        """All values of all epochs."""
        for one in epochs:
            for name, value in one.values.items():
                tag = f"{one.part}/{_tag(name)}" if one.part else _tag(name)
                self._scalar(tag, value, one.number)
        self._writer.flush()

    def end(self, ended: RunEnded) -> None:
        """The figures, the table of confusions, some sounds, and the vectors that the model hears of them."""
        for name, value in ended.figures.items():
            self._scalar(f"figures/{name}", value, 0)
        if ended.confusion:
            picture = confusion_picture(ended.confusion, ended.classes)
            self._writer.add_image(CONFUSION, picture, dataformats="HWC")
        for number, sound in enumerate(_to_listen_to(ended.judged)):
            self._sound(number, sound)
        if ended.model is not None and ended.judged:
            heard, vectors = heard_vectors(ended.model, ended.judged[:MOST_HEARD])
            rows = [[one.wanted, one.answered, one.path.name] for one in heard]
            self._writer.add_embedding(
                vectors, metadata=rows, metadata_header=["class", "answer", "file"], tag="sounds"
            )
        self._writer.close()

    def _scalar(self, tag: str, value: float, step: int) -> None:
        if math.isfinite(value):
            self._writer.add_scalar(tag, value, step)

    def _sound(self, number: int, sound: JudgedSound) -> None:
        samples = read_mono(sound.path, RATE_HZ, sound.start_s, sound.stop_s)
        title = f"{sound.wanted} taken for {sound.answered}/{number:02} {sound.path.name}"
        self._writer.add_audio(title, samples[None], sample_rate=RATE_HZ)


def begin(run: RunBegun, place: str) -> TensorboardRun:
    """See `Tracker`."""
    return TensorboardRun(run, place)


def _tag(name: str) -> str:
    """`train_loss` as `loss/train`, so that what belongs into one chart stands in one."""
    part, _underscore, value = name.partition("_")
    return f"{value}/{part}" if part in _PARTS else f"training/{name}"


def _to_listen_to(judged: Sequence[JudgedSound]) -> Sequence[JudgedSound]:
    """A few of them, those that were taken for something else first."""
    return sorted(judged, key=lambda one: one.wanted == one.answered)[:_MOST_SOUNDS]
