"""The fit: epoch after epoch, what is kept of them, and what to do when something goes wrong."""

import copy
import math
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.run import Epoch
from audioclf_gui.ml.events import EVENT_EVERY_S, BatchDone, EpochDone, Measuring, Note
from audioclf_gui.ml.learner import DivergedError, Learner, Task, Weights, weights_on_cpu, window_logits
from audioclf_gui.ml.metrics import log_loss
from audioclf_gui.ml.schedule import OneCycle

_WRITE_EVERY_S = 10.0
_STEP_BUDGET = (1200, 6000)
_USUAL_EPOCHS, _FEWEST_EPOCHS, _MOST_EPOCHS = 120, 8, 300

Keep = Callable[[nn.Module, int], None]  # writes down this model (on the CPU) of this epoch
FitEvent = BatchDone | Measuring | EpochDone | Note


@dataclass(frozen=True, slots=True)
class Fitted:
    """The end of a fit."""

    model: nn.Module  # on the CPU, in eval mode
    best_epoch: int  # the epoch whose weights these are
    epochs: int  # so many were begun
    interrupted: bool  # before the learning rate had come down to zero
    samples_per_second: float
    device: torch.device  # where it ended


def epochs_for(examples: int, batch_size: int) -> int:
    """120 epochs for hundreds of examples; 1 200 steps at least, 6 000 at most for thousands."""
    steps = max(1, examples // batch_size)
    wanted = min(max(_USUAL_EPOCHS * steps, _STEP_BUDGET[0]), _STEP_BUDGET[1])
    return min(max(round(wanted / steps), _FEWEST_EPOCHS), _MOST_EPOCHS)


def fit(
    network: nn.Module,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None = None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Train `network`, a fresh one on the CPU.

    An EpochDone comes after each epoch if there are validation examples. `keep` is called with the best
    epoch's model now and then, and when the generator is closed or fails. When `stop` is set, training
    ends after the batch at hand, and the best epoch is what is returned (None if there was no batch).

    Parameters
    ----------
    deadline : float, optional
        By `time.monotonic`; the schedule is shortened to end before it.

    Raises
    ------
    UserError
        If the loss diverges in the first epoch, or memory does not suffice for two clips.
    """
    run = _Run(network, task, device, stop, deadline)
    try:
        while not run.over:
            try:
                yield from run.one_epoch()
            except torch.AcceleratorError as error:
                run.continue_on_cpu(error)
                yield Note(f"The GPU failed ({error}); going on from epoch {run.epoch} on the processor.")
            run.write_now_and_then(keep)
    except BaseException:
        run.write_best(keep)
        raise
    return run.result()


class _Run:
    """One fit under way."""

    def __init__(
        self,
        network: nn.Module,
        task: Task,
        device: torch.device,
        stop: threading.Event,
        deadline: float | None,
    ) -> None:
        settings = task.settings
        self.task = task
        self.stop = stop
        self.deadline = deadline
        self.fresh = copy.deepcopy(network)
        self.learner = Learner(network, task, device)
        self.epoch_steps = max(1, len(task.split.train) // settings.batch_size)
        epochs = settings.epochs or epochs_for(len(task.split.train), settings.batch_size)
        self.wanted_steps = epochs * self.epoch_steps
        self.schedule = OneCycle(self.wanted_steps, settings.learning_rate, settings.warm_up, settings.decay)
        self.cool_steps = max(1, round(settings.cool_down * epochs)) * self.epoch_steps
        self.step = self.epoch = 0
        self.first_step_at = 0.0
        self.diverged = self.on_spare_device = False
        self.seen = 0  # examples learnt from, repetitions counted
        self.best_epoch = self.written_epoch = 0
        self.best_rank = (-1.0, 0.0)
        self.best_weights: Weights = {}
        self.started = self.written_at = self.reported_at = time.monotonic()
        self._remember()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to learn, or no wish to."""
        return self.diverged or self.stop.is_set() or self.step >= self.schedule.steps

    @property
    def epochs(self) -> int:
        """How many there will be, as planned now."""
        return math.ceil(self.schedule.steps / self.epoch_steps)

    def one_epoch(self) -> Generator[FitEvent, None, None]:
        """Every training example about once, then the validation examples."""
        began, epoch, step = time.monotonic(), self.epoch + 1, self.step
        seed = self.task.settings.seed * 100_003 + epoch
        torch.manual_seed(seed)  # dropout draws from torch's own generator
        rng = torch.Generator().manual_seed(seed)
        loss_sum, right, count, rate = 0.0, 0, 0, 0.0
        batches = self._batches(np.random.default_rng(seed))
        for number, chosen in enumerate(batches, start=1):
            rate = self.schedule.rate(step)
            loss, hits = yield from self._careful_step(chosen, rate, rng)
            if self.diverged:
                return
            step, count = step + 1, count + len(chosen)
            loss_sum, right = loss_sum + loss * len(chosen), right + hits
            self._mind_the_deadline(step)
            ended = number == len(batches) or step >= self.schedule.steps or self.stop.is_set()
            if ended or time.monotonic() - self.reported_at >= EVENT_EVERY_S:
                self.reported_at = time.monotonic()
                yield BatchDone(epoch, self.epochs, number, len(batches), loss)
            if ended:
                break
        self.step, self.epoch, self.seen = step, epoch, self.seen + count
        yield from self._judge(loss_sum / count, right / count, rate, began)
        self._remember()

    def _careful_step(
        self, chosen: Sequence[int], rate: float, rng: torch.Generator
    ) -> Generator[Note, None, tuple[float, int]]:
        """One step; when memory runs out, the same again in smaller parts."""
        while True:
            try:
                return self.learner.step(chosen, rate, rng)
            except DivergedError:
                yield self._give_up("The loss")
                return 0.0, 0
            except (MemoryError, RuntimeError) as error:
                if not _is_out_of_memory(error):
                    raise
            self.learner.parts *= 2
            size = len(chosen) // self.learner.parts
            if size < 2:
                raise UserError(
                    "the memory does not even suffice for two clips at a time",
                    remedy="Choose a shorter window (window_s), the device cpu, or close other programs.",
                )
            yield Note(f"Memory ran out: each batch is now worked through in parts of {size} clips.")

    def _judge(
        self, train_loss: float, train_accuracy: float, rate: float, began: float
    ) -> Generator[FitEvent, None, None]:
        valid = self.task.split.valid
        if not valid:
            self._take_best((0.0, 0.0))
            return
        logits = yield from self._logits(valid)
        if len(logits) < len(valid):  # stopped in the middle of it
            if self.best_epoch == 0:
                self._take_best((0.0, -math.inf))
            return
        if not all(bool(torch.isfinite(one).all()) for one in logits):
            yield self._give_up("The model's answer")
            return
        true = self.task.labels[list(valid)]
        scores = clip_scores(logits)
        accuracy, loss = float((scores.argmax(axis=1) == true).mean()), log_loss(true, scores)
        if (accuracy, -loss) > self.best_rank:
            self._take_best((accuracy, -loss))
        now = time.monotonic()
        epoch = Epoch(self.epoch, train_loss, train_accuracy, loss, accuracy, rate, now - began)
        left_s = (self.schedule.steps - self.step) * (now - self.started) / self.step
        speed = self.seen / _seconds(self.started)
        yield EpochDone(epoch, self.epochs, self.best_epoch, speed, left_s)
        yield from self._mind_patience()

    def _logits(self, valid: Sequence[int]) -> Generator[Measuring, None, list[Tensor]]:
        """The averaged weights' answers; none when `stop` is set meanwhile."""
        events = window_logits(self.learner.averaged, self.task, valid, self.learner.device)
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                logits: list[Tensor] = end.value
                return logits
            yield event
            if self.stop.is_set():
                return []

    def _take_best(self, rank: tuple[float, float]) -> None:
        self.best_weights = weights_on_cpu(self.learner.averaged)
        self.best_epoch, self.best_rank = self.epoch, rank

    def _give_up(self, what: str) -> Note:
        self.diverged = True
        kept = f"epoch {self.best_epoch} is kept" if self.best_epoch else "nothing can be kept"
        return Note(f"{what} is no number any more in epoch {self.epoch + 1}: training ends, {kept}.")

    def _mind_patience(self) -> Generator[Note, None, None]:
        patience = self.task.settings.patience
        waited = self.epoch - self.best_epoch
        if patience is not None and waited >= patience and self.schedule.shorten(self.step, self.cool_steps):
            yield Note(
                f"No improvement for {waited} epochs: the learning rate falls to zero by epoch {self.epochs}."
            )

    def _mind_the_deadline(self, step: int) -> None:
        """Plan for the time there is; later begin to cool down when what is left is just enough for it."""
        now = time.monotonic()
        if step == 1:
            self.first_step_at = now  # it is no measure: on a GPU it takes seconds
        if step == 1 or self.deadline is None or self.schedule.cooling:
            return
        possible = max(1, int((self.deadline - now) * (step - 1) / _seconds(self.first_step_at)))
        if self.schedule.plan(step, min(self.wanted_steps, step + possible)):
            self.cool_steps = max(1, round(self.task.settings.cool_down * self.schedule.steps))
        elif possible <= self.cool_steps:
            self.schedule.shorten(step, possible)

    def _batches(self, rng: np.random.Generator) -> list[list[int]]:
        """The epoch's examples in random order, a class's share as `balance` wants it, in even batches."""
        train = np.array(self.task.split.train)
        order = balanced_order(self.task.labels[train], self.task.settings.balance, rng)
        return [train[part].tolist() for part in np.array_split(order, self.epoch_steps)]

    def _remember(self) -> None:
        """Note where to go on from should the device fail."""
        self.snapshot = self.learner.snapshot()
        self.safe_point = self.step, self.epoch, self.seen

    def continue_on_cpu(self, error: Exception) -> None:
        """Begin the epoch again on the processor, as after the last one; give up if that fails as well."""
        if self.on_spare_device:
            raise error
        self.on_spare_device = True
        self.learner = Learner(copy.deepcopy(self.fresh), self.task, torch.device("cpu"))
        self.learner.restore(self.snapshot)
        self.step, self.epoch, self.seen = self.safe_point

    def write_now_and_then(self, keep: Keep) -> None:
        """Have the best epoch on disk every ten seconds."""
        if time.monotonic() - self.written_at >= _WRITE_EVERY_S:
            self.write_best(keep)

    def write_best(self, keep: Keep) -> None:
        """Have the best epoch on disk now, if it is not yet."""
        if self.best_epoch > self.written_epoch:
            keep(self._model(self.best_weights), self.best_epoch)
            self.written_epoch, self.written_at = self.best_epoch, time.monotonic()

    def result(self) -> Fitted | None:
        """What came of it; None if not one epoch was learnt from."""
        if self.best_epoch == 0:
            if self.stop.is_set():
                return None
            raise UserError(
                "training diverged at once: the loss is no number",
                remedy="Choose a lower learning_rate, or the precision float32.",
            )
        interrupted = self.step < self.schedule.steps
        last = self.task.split.selection == "last" and not interrupted
        weights = weights_on_cpu(self.learner.averaged) if last else self.best_weights
        return Fitted(
            model=self._model(weights),
            best_epoch=self.epoch if last else self.best_epoch,
            epochs=self.epoch,
            interrupted=interrupted,
            samples_per_second=self.seen / _seconds(self.started),
            device=self.learner.device,
        )

    def _model(self, weights: Weights) -> nn.Module:
        model = copy.deepcopy(self.fresh)
        model.load_state_dict(weights)
        return model.eval()


def balanced_order(
    labels: npt.NDArray[np.int64], balance: float, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Places of `labels` in random order, about as many as there are, shape (n,).

    A class with k of n members gets a share in proportion to k ** (1 - balance): at 0 everyone comes
    once, at 1 all classes are equally frequent. Nobody comes twice before all of the class came once.
    """
    counts = np.bincount(labels)
    wanted = np.where(counts > 0, np.maximum(counts, 1) ** (1.0 - balance), 0.0)
    wanted = (wanted * (len(labels) / wanted.sum())).round(9)
    chosen = []
    for index in np.flatnonzero(counts):
        members = np.flatnonzero(labels == index)
        number = max(1, int(wanted[index] + rng.random()))  # rounded up or down by chance
        whole, part = divmod(number, len(members))
        chosen.extend([members] * whole)
        chosen.append(rng.permutation(members)[:part])
    return rng.permutation(np.concatenate(chosen))


def clip_scores(logits: Sequence[Tensor], temperature: float = 1.0) -> npt.NDArray[np.float32]:
    """Probabilities of each clip, (clips, classes): the mean over its windows."""
    return np.stack([torch.softmax(one / temperature, dim=1).mean(dim=0).numpy() for one in logits])


def _seconds(began: float) -> float:
    """Since `began`, never 0: some clocks tick at 15 ms only."""
    return max(1e-3, time.monotonic() - began)


def _is_out_of_memory(error: Exception) -> bool:
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or "can't allocate memory" in str(error)
