"""What a run is going to do, decided before any sound is read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from torch import nn

from audioclf_gui.audio.label_checks import silent_class_text
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.usable import faults_text, unusable_text
from audioclf_gui.ml.class_weights import check_class_weights
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.devices import CPU, seed
from audioclf_gui.ml.events import ClipRefused
from audioclf_gui.ml.front_ends import FrontEnd, front_end_for
from audioclf_gui.ml.models import (
    StartsFromFile,
    build,
    checked_architecture,
    known_architecture,
    options_from_file,
    takes,
)
from audioclf_gui.ml.objectives import Objective, objective_for
from audioclf_gui.ml.pipeline.start import FREE, Start, begun_from, known_note, start_of
from audioclf_gui.ml.presets import title_of
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split

_ULTRASOUND_FROM_HZ = 64_000  # a rate above that is chosen for what people do not hear
_LEARN_NOISE = ("gradient", "ensemble", "head", "stack")
"""The estimators that can learn from more than the clips."""

ALL_CLIPS = "all.safetensors"
"""The file for the state of the fit to all clips."""


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """One split of the data, one model to come."""

    data: TrainingData
    split: Split
    settings: TrainSettings
    front_end: FrontEnd
    notes: tuple[Text, ...]  # about split and data, for the user
    refused: tuple[ClipRefused, ...] = ()  # clips of the project that are not in the data
    fold: str = ""  # which one is held out, in a cross-validation
    options: Mapping[str, object] = field(default_factory=dict)  # what the network is told beside the sizes
    checkpoint: Path | None = None  # where the state of the fit is kept, to be gone on with; None: nowhere

    @property
    def learns_noise(self) -> bool:
        """Whether made noise is learnt beside the data, as none of the classes."""
        if self.settings.made_noise == 0.0 or self.data.objective == "regression":
            return False
        return known_architecture(self.settings.architecture).estimator in _LEARN_NOISE

    @property
    def objective(self) -> Objective:
        """What is to be learnt."""
        goal = objective_for(self.data)
        return goal.opened() if self.learns_noise else goal


def make_plan(
    data: TrainingData, split: Split, settings: TrainSettings, refused: tuple[ClipRefused, ...] = ()
) -> TrainingPlan:
    """The plan to train on `split`, with the front end that suits the data.

    Raises
    ------
    UserError
        If there is no such network, the weights that it is to start from are not there, or those of the
        classes name others.
    """
    check_class_weights(settings.class_weights, data.classes)
    start = start_of(settings)
    ends = start.card.front_end if start else front_end_for(data.examples, settings)
    learnt = (start and start.card.learnt) or ends.learnt
    notes = (
        *_as_given_notes(settings),
        *_start_notes(start),
        *ends.notes,
        *known_note(learnt, data, split),
        *split.notes,
        *_data_notes(data, ends),
    )
    options = _options(settings, ends)
    if start:
        options = {**start.sizes, **{name: options[name] for name in options if name in FREE}}
    if settings.reference and settings.reference.keeps_start:
        data = replace(data, examples=tuple(_start_of(one, ends.window_s) for one in data.examples))
    return TrainingPlan(data, split, settings, ends, notes, refused, options=options)


def on_everything(plan: TrainingPlan, epochs: int, batch_size: int | None = None) -> TrainingPlan:
    """The plan to learn for so many epochs from all there is, with nothing held back.

    Parameters
    ----------
    batch_size : int, optional
        By default as is set.
    """
    split = Split(tuple(range(len(plan.data.examples))), (), (), Text("all clips"), "last")
    checkpoint = plan.checkpoint and plan.checkpoint.with_name(ALL_CLIPS)
    settings = replace(plan.settings, epochs=epochs, batch_size=batch_size or plan.settings.batch_size)
    return replace(plan, split=split, settings=settings, checkpoint=checkpoint)


def kept_below(plans: Sequence[TrainingPlan], folder: Path) -> tuple[TrainingPlan, ...]:
    """The plans of one run with a file in `folder` for the state of each fit."""
    return tuple(
        replace(plan, checkpoint=folder / f"part-{number:02}.safetensors")
        for number, plan in enumerate(plans, start=1)
    )


def check_model(plan: TrainingPlan) -> None:
    """UserError if there is no such model, or it has no such options, or does not hear these features."""
    checked_architecture(plan.settings.architecture, plan.front_end.shape, plan.options)


def fresh_network(plan: TrainingPlan) -> nn.Module:
    """The network with the weights that seed and file give it, on the CPU; UserError if there is none."""
    seed(plan.settings.seed, CPU)
    network = build(plan.settings.architecture, plan.objective.outputs, plan.front_end.shape, plan.options)
    if isinstance(network, StartsFromFile):
        network.start_from(Path(plan.settings.weights))
    if (start := start_of(plan.settings)) is not None:
        begun_from(network, start, plan.objective)
    return network


def _options(settings: TrainSettings, ends: FrontEnd) -> dict[str, object]:
    sizes = ends.sizes.items()
    if takes(settings.architecture, "vectors") and not sizes:
        raise UserError(
            Text("the network {name!r} does not hear what the front end makes", name=settings.architecture),
            remedy=Text("Choose the front end listener-and-log-mel."),
        )
    options = {name: value for name, value in sizes if takes(settings.architecture, name)}
    asked = {"dropout": settings.dropout}
    of_some = {name: getattr(settings, name) for name in ("width", "members", "position", "summary_share")}
    asked |= {name: value for name, value in of_some.items() if takes(settings.architecture, name)}
    options |= {name: value for name, value in asked.items() if value is not None}
    if settings.as_given and takes(settings.architecture, "as_given"):
        options["as_given"] = True
    return {**options, **options_from_file(settings.architecture, settings.weights)}


def _start_of(example: Example, length_s: float) -> Example:
    return replace(example, stop_s=min(example.stop_s, example.start_s + length_s))


def _as_given_notes(settings: TrainSettings) -> list[Text]:
    if settings.reference is None:
        return []
    return [
        Text(
            "This is {system}, with its authors' mistakes: {defects}. Do not trust its figures.",
            system=title_of(settings.preset, settings.to_dict()),
            defects=settings.reference.defects,
        )
    ]


def _start_notes(start: Start | None) -> list[Text]:
    """That settings of the front end and of the network's size say nothing beside a start."""
    if start is None:
        return []
    ends = start.card.front_end
    return [
        Text(
            "It is built and hears as the model that it starts from, {window_s:g} s of sound at"
            " {rate_hz:d} Hz at once, whatever else is set.",
            window_s=ends.window_s,
            rate_hz=ends.rate_hz,
        )
    ]


def _silence_notes(data: TrainingData) -> list[Text]:
    counts = dict(zip(data.classes, data.counts(), strict=True))
    return [
        Text("{reason}. The model will take silence for it.", reason=silent_class_text(name, counts[name]))
        for name in data.silent
    ]


def _label_notes(data: TrainingData) -> list[Text]:
    """Which classes the model will not know, and which labels are left out or doubtful."""
    notes = []
    if unlabelled := [name for name in data.unused if name not in data.faults]:
        names = joined(unlabelled)
        notes.append(Text("No labelled clip of: {classes}. The model will not know them.", classes=names))
    for name, faults in data.faults.items():
        if name in data.unused:
            notes.append(Text("{reason}. The model will not know it.", reason=unusable_text(name, faults)))
    left_out = sum(
        (Counter(faults) for name, faults in data.faults.items() if name not in data.unused), Counter()
    )
    if left_out:
        notes.append(
            Text(
                "{n} label is left out: {faults}.",
                "{n} labels are left out: {faults}.",
                n=left_out.total(),
                faults=faults_text(left_out),
            )
        )
    if data.shortened:
        notes.append(
            Text(
                "{n} label goes on after the end of its recording: only what is there is learnt.",
                "{n} labels go on after the end of their recording: only what is there is learnt.",
                n=data.shortened,
            )
        )
    if data.contested:
        notes.append(
            Text(
                "{n} label shares its time with a label of another class: the model is taught both.",
                "{n} labels share their time with a label of another class: the model is taught both.",
                n=data.contested,
            )
        )
    return notes


def _data_notes(data: TrainingData, ends: FrontEnd) -> list[Text]:
    notes = [*data.notes, *_label_notes(data), *_silence_notes(data)]
    single = [name for name, count in zip(data.classes, data.counts(), strict=True) if count == 1]
    if single:
        notes.append(Text("One clip only of: {classes}.", classes=joined(single)))
    lower = sum(0 < example.rate_hz < ends.rate_hz for example in data.examples)
    if lower:
        notes.append(
            Text(
                "{n} clip has a lower sample rate than {rate_hz} Hz: its top is empty.",
                "{n} clips have a lower sample rate than {rate_hz} Hz: their top is empty.",
                n=lower,
                rate_hz=ends.rate_hz,
            )
        )
    return [*notes, *_ultrasound_notes(data, ends)]


def _ultrasound_notes(data: TrainingData, ends: FrontEnd) -> list[Text]:
    """What a microphone for bats recorded and the model does not hear."""
    above = max(ends.rate_hz, _ULTRASOUND_FROM_HZ)
    rates_hz = [example.rate_hz for example in data.examples if example.rate_hz > above]
    if not rates_hz:
        return []
    return [
        Text(
            "{n} clip holds sound up to {there:.0f} kHz, and the model hears up to {heard:.0f} kHz: if your"
            " sounds are above that, train a preset that has rate_hz, with rate_hz = {rate_hz:d}.",
            "{n} clips hold sound up to {there:.0f} kHz, and the model hears up to {heard:.0f} kHz: if your"
            " sounds are above that, train a preset that has rate_hz, with rate_hz = {rate_hz:d}.",
            n=len(rates_hz),
            there=max(rates_hz) / 2000.0,
            heard=ends.rate_hz / 2000.0,
            rate_hz=max(rates_hz),
        )
    ]
