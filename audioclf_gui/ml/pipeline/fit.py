"""The fit: epoch after epoch, what is kept of them, and what to do when something goes wrong."""

import copy
import math
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import CPU
from audioclf_gui.ml.events import BatchDone, EpochDone, FitProgress, Measuring, Note
from audioclf_gui.ml.pipeline.checkpoint import CheckpointFile
from audioclf_gui.ml.pipeline.epoch import Trained, Validation, train_epoch, validate
from audioclf_gui.ml.pipeline.fit_state import Best, FitState
from audioclf_gui.ml.pipeline.learner import DivergedError, Learner, Weights, weights_on_cpu
from audioclf_gui.ml.pipeline.policy import StoppingPolicy, Workload, elapsed_s, stopping_policy
from audioclf_gui.ml.pipeline.recovery import SafePoint, is_device_failure, is_out_of_memory
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.pipeline.team import shared

_WRITE_EVERY_S = 10.0
_SAVE_EVERY_S = 5.0
_UNJUDGED = (-math.inf, -math.inf)
_SMOOTHING = 0.7  # of the validation loss, what is kept of the epochs before

Keep = Callable[[nn.Module, int], None]  # writes down this model (on the CPU) of this epoch
FitEvent = BatchDone | FitProgress | Measuring | EpochDone | Note


class DivergedAtOnceError(UserError):
    """The loss was no number before there was an epoch to keep."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The end of a fit."""

    model: nn.Module  # on the CPU, in eval mode
    best_epoch: int  # the epoch whose weights these are
    epochs: int  # so many were begun
    steps: int  # so many batches
    interrupted: bool  # before the learning rate had come down to zero
    has_diverged: bool  # that was why
    samples_per_second: float
    device: torch.device  # where it ended
    notes: tuple[Text, ...]  # everything that was said on the way
    options: Mapping[str, object] = field(default_factory=dict)  # sizes of the model that the data decided
    in_one_go: bool = False  # there are no epochs to choose from
    networks: int = 1  # that shared these epochs, one after the other
    batch_size: int | None = None  # of its steps, if it learns in steps

    @property
    def is_stopped(self) -> bool:
        """Whether the user ended it early."""
        return self.interrupted and not self.has_diverged


@dataclass(frozen=True, slots=True)
class Written:
    """Which epoch's model is on disk, and since when (`time.monotonic`)."""

    epoch: int
    at: float


def fit(
    network: nn.Module,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None = None,
    saved: CheckpointFile | None = None,
    devices: Sequence[torch.device] = (),
) -> Generator[FitEvent, None, Fitted | None]:
    """Train a copy of `network`, a fresh one on the CPU.

    An EpochDone comes after each epoch if there are validation examples. `keep` is called with the best
    epoch's model now and then, and when the generator is closed or fails. When `stop` is set, training
    ends after the batch at hand, and the best epoch is what is returned (None if there was no batch).

    Parameters
    ----------
    deadline : float, optional
        By `time.monotonic`; the schedule is shortened to end before it.
    saved : CheckpointFile, optional
        Gets the state after an epoch every few seconds and at the end; what is in it already is gone on with.
    devices : sequence of torch.device, optional
        Several that share each step, `device` the first of them.

    Raises
    ------
    DivergedAtOnceError
        If the loss diverges in the first epoch.
    UserError
        If memory does not suffice for two clips, or the state that is
        `saved` cannot be gone on with.
    """
    notes: list[Text] = []
    learner = yield from _learner(network, task, device, notes)
    state, notes = yield from _begun(learner, _policy(task, deadline), saved, notes)
    safe = SafePoint(network, task, learner.snapshot())
    written, saved_at = Written(0, time.monotonic()), -math.inf
    with shared(learner, network, task, devices):
        try:
            while not (state.is_over or stop.is_set()):
                learner, safe, state, done = yield from _guarded_epoch(learner, safe, state, stop, notes)
                if done is not None:
                    yield done
                    state = yield from _patiently(state, notes)
                if time.monotonic() - written.at >= _WRITE_EVERY_S:
                    written = _write_best(state.best, written, network, keep)
                is_due = state.is_over or time.monotonic() - saved_at >= _SAVE_EVERY_S
                if saved is not None and is_due and not stop.is_set():
                    saved = yield from _saved(saved, state, learner, notes)
                    saved_at = time.monotonic()
        except BaseException:
            _write_best(state.best, written, network, keep)
            raise
    if state.best is None and stop.is_set():
        return None
    if state.policy.is_over(state.step) and state.step < state.policy.wanted_steps:
        yield _noted(notes, _hurry(state))
    return _fitted(state, learner, network, tuple(notes))


def _learner(
    network: nn.Module, task: Task, device: torch.device, notes: list[Text]
) -> Generator[Note, None, Learner]:
    """A learner on the device; on the processor where a GPU refuses even that."""
    try:
        return Learner(network, task, device)
    except RuntimeError as error:
        if device.type == "cpu" or not (is_device_failure(error) or is_out_of_memory(error)):
            raise
        yield _noted(
            notes, Text("The GPU cannot be used ({error}): the processor learns.", error=_first_line(error))
        )
    return Learner(network, task, CPU)


def _begun(
    learner: Learner, policy: StoppingPolicy, saved: CheckpointFile | None, notes: list[Text]
) -> Generator[Note, None, tuple[FitState, list[Text]]]:
    """Where it stands, and what was said so far: `notes`, after those of what is `saved` and gone on with."""
    if saved is None or (taken_up := saved.take_up(learner)) is None:
        return FitState(time.monotonic(), policy), notes
    state, notes = taken_up[0], [*taken_up[1], *notes]
    if not state.is_over:
        yield _noted(notes, Text("Training goes on after epoch {epoch:d}.", epoch=state.epoch))
    return state, notes


def _saved(
    file: CheckpointFile, state: FitState, learner: Learner, notes: list[Text]
) -> Generator[Note, None, CheckpointFile | None]:
    """Write the state down; None where the disk refuses it, which does not end the training."""
    try:
        file.write(state, learner, notes)
    except OSError as error:
        reason = error.strerror or str(error)
        yield _noted(
            notes,
            Text("The state of training cannot be written ({reason}): do not interrupt it.", reason=reason),
        )
        return None
    return file


def _policy(task: Task, deadline: float | None) -> StoppingPolicy:
    """When the fit is to end; clips that are measured may not decide that."""
    work = Workload(
        examples=len(task.split.train),
        columns=task.front_end.shape[-1] if len(task.front_end.shape) > 1 else 1,
        judged_windows=sum(task.features.count(at) for at in task.split.valid),
    )
    policy = stopping_policy(task.settings, work, deadline)
    return policy if task.split.selection == "best" else replace(policy, patience=None)


def _guarded_epoch(
    learner: Learner, safe: SafePoint, state: FitState, stop: threading.Event, notes: list[Text]
) -> Generator[BatchDone | Measuring | Note, None, tuple[Learner, SafePoint, FitState, EpochDone | None]]:
    """The next epoch as `_one_epoch` does it; where that fails, what to go on with."""
    try:
        advanced, done = yield from _one_epoch(learner, state, stop, notes)
        safe = replace(safe, snapshot=learner.snapshot())  # a GPU may fail as late as this
    except DivergedError as error:
        yield _noted(notes, _divergence(error, state))
        return learner, safe, replace(state, has_diverged=True), None
    except RuntimeError as error:
        if not is_device_failure(error):
            raise
        learner, safe = safe.on_processor(error)
        yield _noted(notes, _device_lost(error, state))
        return learner, safe, state, None
    return learner, safe, advanced, done


def _one_epoch(
    learner: Learner, state: FitState, stop: threading.Event, notes: list[Text]
) -> Generator[BatchDone | Measuring | Note, None, tuple[FitState, EpochDone | None]]:
    """The state after the next epoch, and what is to be told of it if it has been judged."""
    task = learner.task
    trained = yield from train_epoch(
        learner, task, state.epoch + 1, state.step, state.policy, stop=stop, notes=notes
    )
    epoch, validation = state.epoch + 1, None
    if trained.policy.is_judged(epoch, trained.step) or task.is_reported(epoch):
        validation = yield from validate(learner, task, epoch, stop)
    state = _advanced(state, trained, validation, learner)
    return state, None if validation is None else _epoch_done(state, trained, validation)


def _advanced(state: FitState, trained: Trained, validation: Validation | None, learner: Learner) -> FitState:
    """One epoch further; where nothing can judge epochs, the newest is the best.

    One epoch's loss on few clips is much chance, so that of a running mean counts where nothing else is set.
    """
    epoch, best, smoothed, rank = state.epoch + 1, state.best, state.smoothed, _UNJUDGED
    if validation is not None:
        quality, keep = validation.quality, learner.task.settings.keep
        before = quality.loss if smoothed is None else smoothed
        smoothed = _SMOOTHING * before + (1.0 - _SMOOTHING) * quality.loss
        rank = (-smoothed, quality.figure) if keep == "end" else quality.rank(keep)
    if best is None or rank > best.rank or not learner.task.split.valid:
        best = Best(epoch, rank, weights_on_cpu(learner.averaged))
    examples = state.examples + trained.examples
    return replace(
        state,
        policy=trained.policy,
        step=trained.step,
        epoch=epoch,
        examples=examples,
        best=best,
        smoothed=smoothed,
    )


def _epoch_done(state: FitState, trained: Trained, validation: Validation) -> EpochDone:
    now = time.monotonic()
    epoch = Epoch(
        number=state.epoch,
        train_loss=trained.loss,
        train_figure=trained.figure,
        valid_loss=validation.quality.loss,
        valid_figure=validation.quality.figure,
        learning_rate=trained.rate,
        seconds=now - trained.began,
    )
    left = state.policy.schedule.steps - state.step
    return EpochDone(
        epoch=epoch,
        epochs=state.policy.epochs,
        best_epoch=state.epoch - state.waited,
        samples_per_second=state.examples / elapsed_s(state.began, now),
        seconds_left=left * (now - state.began) / state.step,
        figures=validation.figures,
    )


def _patiently(state: FitState, notes: list[Text]) -> Generator[Note, None, FitState]:
    """Decide whether training has gone on without improvement for long enough."""
    policy = state.policy.after_epoch(state.step, state.waited)
    if policy != state.policy:
        yield _noted(
            notes,
            Text(
                "No improvement for {n} epoch: the learning rate falls to zero by epoch {epoch:d}.",
                "No improvement for {n} epochs: the learning rate falls to zero by epoch {epoch:d}.",
                n=state.waited,
                epoch=policy.epochs,
            ),
        )
    return replace(state, policy=policy)


def _noted(notes: list[Text], text: Text) -> Note:
    notes.append(text)
    return Note(text)


def _divergence(error: DivergedError, state: FitState) -> Text:
    best = state.best
    return Text(
        "{what} is no number any more in epoch {epoch:d}: training ends, {kept}.",
        what=error.what,
        epoch=state.epoch + 1,
        kept=Text("epoch {epoch:d} is kept", epoch=best.epoch) if best else Text("nothing can be kept"),
    )


def _hurry(state: FitState) -> Text:
    return Text(
        "The time sufficed for {n} epoch of {wanted:d}.",
        "The time sufficed for {n} epochs of {wanted:d}.",
        n=state.epoch,
        wanted=state.policy.wanted_epochs,
    )


def _device_lost(error: Exception, state: FitState) -> Text:
    return Text(
        "The GPU failed ({error}); going on from epoch {epoch:d} on the processor.",
        error=_first_line(error),
        epoch=state.epoch,
    )


def _first_line(error: Exception) -> str:
    """Without the advice to programmers that CUDA's errors go on with."""
    return str(error).partition("\n")[0]


def _write_best(best: Best | None, written: Written, network: nn.Module, keep: Keep) -> Written:
    """Have the best epoch on disk, if it is not yet."""
    if best is None or best.epoch <= written.epoch:
        return written
    keep(_model(network, best.weights), best.epoch)
    return Written(best.epoch, time.monotonic())


def _fitted(state: FitState, learner: Learner, network: nn.Module, notes: tuple[Text, ...]) -> Fitted:
    """The model at the end of the schedule; the best epoch's where it did not come so far, or as is set."""
    best = state.best
    if best is None:
        raise DivergedAtOnceError(
            Text("training diverged at once: the loss is no number"),
            remedy=Text("Choose a lower learning_rate, or the precision float32."),
        )
    interrupted = not state.policy.is_over(state.step)
    is_chosen = learner.task.split.selection == "best" and learner.task.settings.keep != "end"
    takes_last = not interrupted and not is_chosen
    weights = weights_on_cpu(learner.averaged) if takes_last else best.weights
    return Fitted(
        model=_model(network, weights),
        best_epoch=state.epoch if takes_last else best.epoch,
        epochs=state.epoch,
        steps=state.step,
        interrupted=interrupted,
        has_diverged=state.has_diverged,
        samples_per_second=state.examples / elapsed_s(state.began, time.monotonic()),
        device=learner.device,
        notes=notes,
    )


def _model(network: nn.Module, weights: Weights) -> nn.Module:
    model = copy.deepcopy(network)
    model.load_state_dict(weights)
    return model.eval()
