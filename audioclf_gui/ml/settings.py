"""Every parameter of training with its unit, bounds and reason; presets and users change them by name."""

import difflib
import types
import typing
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Literal

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.held_out import check_validate
from audioclf_gui.ml.parameter import Parameter, Value, checked
from audioclf_gui.ml.presets import PRESETS, AsGiven, references

MOST_MEMBERS = 32


def _parameter(
    default: Value,
    reason: Text,
    unit: Text | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
) -> typing.Any:
    metadata = {"reason": reason, "unit": unit, "minimum": minimum, "maximum": maximum}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSettings:
    """How to train; make it with `settings_for`, which checks names and values."""

    preset: str = _parameter("default", Text("Which ready-made choice the others start from."))
    objective: Literal["auto", "single-label", "multi-label", "regression"] = _parameter(
        "auto",
        Text(
            "What is learnt: one class per sound, several, or a number; auto: the labels, where there are"
            " none the numbers."
        ),
    )
    seed: int = _parameter(
        0, Text("Where every random number comes from; with equal threads it repeats a run."), None, 0, 2**31
    )
    device: Literal["auto", "cpu", "cuda"] = _parameter(
        "auto", Text("Where to compute; auto takes a GPU if there is one.")
    )
    devices: str = _parameter("", Text("GPUs that share each step, as 0,1, or cpu:2; empty: one device."))
    threads: int | None = _parameter(None, Text("Processor threads; unset: all cores but one."), None, 1, 256)
    precision: Literal["auto", "float32", "bfloat16"] = _parameter(
        "auto", Text("Number format inside the network; auto takes bfloat16 where the hardware has it.")
    )
    as_given: bool = _parameter(
        False,
        Text("Repeat a reference system with its authors' mistakes, to compare with; its figures flatter."),
    )
    validate: str = _parameter(
        "group",
        Text("What the figures are measured on: group, fold:NAME, or random:0.2 (flatters the model)."),
    )
    test: str = _parameter(
        "",
        Text("The test set by name: group:NAME, group:FIRST,SECOND or fold:NAME; empty: chosen by share."),
    )
    folds: int | None = _parameter(
        None, Text("Folds made of whole groups; unset: those of the data, else five."), None, 2, 1000
    )
    valid_share: float = _parameter(
        0.15,
        Text("Part of the clips by which training ends and scores are calibrated."),
        Text("of 1"),
        0.02,
        0.45,
    )
    test_share: float = _parameter(
        0.15, Text("Part of the clips that are judged once, at the end."), Text("of 1"), 0.02, 0.45
    )
    refit: bool = _parameter(True, Text("Once measured, train anew on all clips and keep that model."))
    epochs: int | None = _parameter(
        None,
        Text("Passes over the clips; unset: 120 for hundreds of clips, fewer for thousands."),
        None,
        1,
        10000,
    )
    effort: float = _parameter(
        1.0, Text("How many times the usual number of epochs, where that is unset."), None, 0.1, 10.0
    )
    max_minutes: float | None = _parameter(
        None, Text("Time limit; the learning rate falls to zero in time for it."), Text("min"), 0.01, 100000.0
    )
    patience: int | None = _parameter(
        20,
        Text(
            "Cool down and end after so many epochs in which validation did not improve; unset: never."
            " Clips that are measured decide nothing, nor do fewer than some 240 clips where epochs is unset."
        ),
        Text("epochs"),
        1,
        10000,
    )
    keep: Literal["end", "accuracy", "loss"] = _parameter(
        "end",
        Text("Which weights are kept: the last ones, or those of the best validation accuracy or loss."),
    )
    judging_share: float = _parameter(
        0.1, Text("Part of the time for training that judging epochs may take."), Text("of 1"), 0.01, 1.0
    )
    report_every: int | None = _parameter(
        None, Text("Epochs between reports on the validation clips, kept as files."), Text("epochs"), 1, 10000
    )
    cool_down: float = _parameter(
        0.15, Text("Part of the epochs in which an early end cools down."), Text("of 1"), 0.02, 0.5
    )
    batch_size: int = _parameter(32, Text("Clips per step."), Text("clips"), 2, 4096)
    gpu_batch_size: int = _parameter(128, Text("On a GPU, of thousands of clips."), Text("clips"), 2, 4096)
    optimizer: Literal["adamw", "adam", "adadelta"] = _parameter(
        "adamw", Text("Adam with or without decoupled weight decay; adadelta finds its own step sizes.")
    )
    learning_rate: float = _parameter(
        3e-3, Text("Largest step size of the one-cycle schedule."), None, 1e-6, 1.0
    )
    warm_up: float = _parameter(
        0.15, Text("Part of the schedule in which the rate rises."), Text("of 1"), 0.0, 0.9
    )
    decay: Literal["cosine", "linear", "none"] = _parameter(
        "cosine", Text("How the rate falls to zero after it; none: it stays, unless training ends early.")
    )
    weight_decay: float = _parameter(
        0.02, Text("Pulls weights to zero, norms and biases excepted."), None, 0.0, 1.0
    )
    label_smoothing: float = _parameter(
        0.1, Text("Keeps the model from being too sure of wrong labels."), Text("of 1"), 0.0, 0.5
    )
    ema: float = _parameter(
        0.99, Text("The weights kept are a running mean; 0: the last ones."), None, 0.0, 0.9999
    )
    balance: float = _parameter(
        0.5, Text("0: classes as frequent as they are; 1: all equally frequent."), None, 0.0, 1.0
    )
    class_weights: str = _parameter(
        "", Text("What classes count in the loss: balanced, or dog=2,cat=0.5; empty: all alike.")
    )
    background: Literal["off", "on"] = _parameter(
        "off",
        Text("on: sound outside the labels of partly labelled recordings is learnt as none of the classes."),
    )
    front_end: str = _parameter("log-mel", Text("What the sound becomes before the model."))
    listener: str = _parameter(
        "birdnet",
        Text(
            "Which pretrained network listens: birdnet, speech, an ONNX or TensorFlow Lite file,"
            " or the folder of a model of this program."
        ),
    )
    listener_rate_hz: int | None = _parameter(
        None, Text("At which rate a model file listens; unset: as it says."), Text("Hz"), 1000, 1_000_000
    )
    listener_window_s: float | None = _parameter(
        None, Text("How much a model file hears at once; unset: as it says."), Text("s"), 0.01, 60.0
    )
    listener_output: str = _parameter(
        "", Text("Which output of a model file is the embedding; empty: the one that is called so.")
    )
    listener_mel: str = _parameter(
        "",
        Text("The spectrogram a model file wants: rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64, for one."),
    )
    architecture: str = _parameter("ensemble", Text("Which network, or other kind of model."))
    width: int = _parameter(
        16,
        Text("Channels of the default network's first stage; they double in each of the three others."),
        None,
        1,
        512,
    )
    position: bool = _parameter(
        True, Text("Tell the default network how high in the picture something is, not only what it is.")
    )
    members: int = _parameter(
        1, Text("Networks of an ensemble, each from a random start of its own."), None, 1, MOST_MEMBERS
    )
    summary_share: float = _parameter(
        0.2,
        Text(
            "What a linear model on statistics of the spectrogram has to say beside the networks of an"
            " ensemble; 0: nothing."
        ),
        Text("of 1"),
        0.0,
        0.9,
    )
    weights: str = _parameter(
        "",
        Text("A safetensors file with the frozen part of a network that was learnt elsewhere; for r0d."),
    )
    start_from: str = _parameter(
        "",
        Text(
            "The folder of a model of this program whose weights the network starts from;"
            " as a listener the same model stays as it is."
        ),
    )
    dropout: float | None = _parameter(
        0.2, Text("Part of the last layer's inputs left out in training."), Text("of 1"), 0.0, 0.9
    )
    trees: int = _parameter(300, Text("Trees of a forest."), None, 1, 2000)
    max_depth: int | None = _parameter(
        None,
        Text("Divisions from a tree's root to its leaves; unset: until each leaf is of one class."),
        None,
        1,
        1000,
    )
    min_split: int = _parameter(2, Text("A smaller node of a tree is not divided."), Text("windows"), 2, 1000)
    min_leaf: int = _parameter(1, Text("A leaf of a tree has at least so many."), Text("windows"), 1, 1000)
    search: Literal["none", "shallow", "full"] = _parameter(
        "none",
        Text(
            "Choose the sizes of trees in inner folds of the training clips: depths up to 8,"
            " or any depth, more trees and larger leaves too."
        ),
    )
    rate_hz: int = _parameter(
        32000, Text("Sample rate; never above that of the clips."), Text("Hz"), 2000, 384000
    )
    mel_window_s: float = _parameter(0.040, Text("Length of a spectrogram column."), Text("s"), 0.002, 1.0)
    mel_hop_s: float = _parameter(0.020, Text("Distance of two columns."), Text("s"), 0.001, 1.0)
    columns: int | None = _parameter(
        None,
        Text("Most columns of a spectrogram: of a longer window they are longer and further apart."),
        None,
        8,
        100_000,
    )
    mels: int = _parameter(64, Text("Frequency bands."), None, 8, 512)
    low_hz: float = _parameter(30.0, Text("Where the lowest band begins."), Text("Hz"), 0.0, 100000.0)
    mel_scale: Literal["slaney", "htk"] = _parameter("slaney", Text("Which mel scale spaces the bands."))
    mel_norm: Literal["slaney", ""] = _parameter(
        "slaney", Text("slaney: all bands have equal area; empty: equal height.")
    )
    top_db: float | None = _parameter(
        None, Text("Floor below each clip's loudest point; unset: -100 dB."), Text("dB"), 10.0, 200.0
    )
    coefficients: int = _parameter(
        20,
        Text("Mel-frequency cepstral coefficients (MFCC) per column, of the front end mfcc-statistics."),
        None,
        1,
        512,
    )
    statistics: str = _parameter(
        "mfcc-mean,mfcc-sd,mfcc-max,mfcc-delta-mean,mfcc-delta-sd,band-mean,band-sd,band-max,band-delta-sd",
        Text("What mfcc-statistics tells of the coefficients and bands of a window: names with commas."),
    )
    window_s: float | None = _parameter(
        None,
        Text("How much sound the model hears at once; unset: from the clips' lengths."),
        Text("s"),
        0.05,
        60.0,
    )
    longest_window_s: float = _parameter(
        6.0, Text("The longest window that is chosen from the clips' lengths."), Text("s"), 0.5, 60.0
    )
    pad: Literal["zeros", "repeat"] = _parameter(
        "zeros", Text("What follows a sound shorter than the window.")
    )
    shift: float = _parameter(1.0, Text("Largest shift in time."), Text("of the window"), 0.0, 1.0)
    shift_mode: Literal["roll", "pad"] = _parameter(
        "roll", Text("What leaves at one end returns at the other, or is lost.")
    )
    gain_db: float = _parameter(6.0, Text("Largest change of loudness."), Text("dB"), 0.0, 40.0)
    eq_db: float = _parameter(
        6.0, Text("Largest change of timbre: a random curve through four points."), Text("dB"), 0.0, 40.0
    )
    pitch_bins: int = _parameter(0, Text("Largest shift in frequency."), Text("bands"), 0, 32)
    made_noise: float = _parameter(
        0.1, Text("Made noise learnt as none of the classes."), Text("a clip"), 0.0, 1.0
    )
    noise: float = _parameter(0.0, Text("Part of the clips that get coloured noise."), Text("of 1"), 0.0, 1.0)
    masks: int = _parameter(2, Text("Bands and stretches blanked out, so many of each."), None, 0, 10)
    mask_bins: float = _parameter(
        0.125, Text("Largest height of a blanked band."), Text("of the bands"), 0.0, 0.9
    )
    mask_columns: float = _parameter(
        0.1, Text("Largest length of a blanked stretch."), Text("of the window"), 0.0, 0.9
    )
    mixup: float = _parameter(
        0.3,
        Text("Blends pairs of clips and their classes on half of the steps; Beta parameter, 0: never."),
        None,
        0.0,
        10.0,
    )

    @property
    def reference(self) -> AsGiven | None:
        """The reference system whose mistakes are to be repeated, if any."""
        return PRESETS[self.preset].as_given if self.as_given else None

    @property
    def hears_listener(self) -> bool:
        """Whether the model hears through a pretrained network, alone or beside something else."""
        return self.front_end.startswith("listener")

    def to_dict(self) -> dict[str, object]:
        """Every parameter as JSON holds it, enough to repeat the run."""
        return asdict(self)


def describe() -> tuple[Parameter, ...]:
    """Every parameter, in the order of the panel."""
    presets = replace(_PARAMETERS["preset"], choices=tuple(PRESETS))  # plug-ins may add some
    return tuple({**_PARAMETERS, "preset": presets}.values())


def settings_for(preset: str, **overrides: object) -> TrainSettings:
    """The settings of a preset with some of them changed.

    Values may be texts as they come from a command line; "auto", "none" and the empty text unset a
    parameter that may be unset. A mapping that `to_dict` made can be handed in as overrides.

    Raises
    ------
    UserError
        If there is no such preset or parameter (it names the nearest one), a value is of the wrong
        kind or out of bounds, or the preset has nothing that could be `as_given`.
    """
    if preset not in PRESETS:
        raise UserError(
            Text("there is no preset called {name!r}", name=preset), remedy=_did_you_mean(preset, PRESETS)
        )
    as_given = _checked("as_given", overrides.get("as_given", False)) is True
    if as_given and PRESETS[preset].as_given is None:
        raise UserError(
            Text("as_given = true: the preset {name!r} is no reference system", name=preset),
            remedy=Text("Choose one of: {names}.", names=joined(references())),
        )
    wanted = {**PRESETS[preset].values_for(as_given=as_given), **overrides, "preset": preset}
    values = {name: _checked(name, value) for name, value in wanted.items()}
    check_validate(str(values.get("validate", "group")), str(values.get("test", "")))
    settings = TrainSettings(**values)  # type: ignore[arg-type]
    if settings.mel_hop_s > settings.mel_window_s:
        raise UserError(
            Text(
                "mel_hop_s = {hop_s} would leave gaps between columns of {window_s} s",
                hop_s=settings.mel_hop_s,
                window_s=settings.mel_window_s,
            ),
            remedy=Text("Make mel_hop_s smaller than mel_window_s."),
        )
    return settings


def settings_from_dict(values: Mapping[str, object]) -> TrainSettings:
    """What `to_dict` wrote, checked as user input is."""
    preset = values.get("preset", "default")
    return settings_for(str(preset), **{name: value for name, value in values.items() if name != "preset"})


def _checked(name: str, value: object) -> Value:
    if name not in _PARAMETERS:
        raise UserError(
            Text("there is no training parameter called {name!r}", name=name),
            remedy=_did_you_mean(name, _PARAMETERS),
        )
    return checked(_PARAMETERS[name], value)


def _did_you_mean(name: str, known: Mapping[str, object]) -> Text:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return Text("Did you mean {name!r}?", name=near[0])
    return Text("Known are: {names}.", names=joined(known))


def _parameters() -> dict[str, Parameter]:
    hints = typing.get_type_hints(TrainSettings)
    found = {}
    for one in fields(TrainSettings):
        hint = hints[one.name]
        optional = isinstance(hint, types.UnionType)
        kind = typing.get_args(hint)[0] if optional else hint
        choices = typing.get_args(kind) if typing.get_origin(kind) is Literal else ()
        found[one.name] = Parameter(
            name=one.name,
            kind=str if choices else kind,
            optional=optional,
            default=typing.cast(Value, one.default),
            choices=choices,
            **one.metadata,
        )
    return found


_PARAMETERS = _parameters()
