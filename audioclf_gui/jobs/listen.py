"""Listening with a model to a microphone, or to a file in its place."""

import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.audio.device_stream import DeviceInput
from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.audio.streams import FileInput, Input, TappedStream, seconds_of
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.keep_sound import Occasion
from audioclf_gui.jobs.listen_beside import BesideTold, DoneBeside
from audioclf_gui.jobs.record_heard import NotRecorded, Recorder, recorded
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.input_health import InputHealth

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.live import LiveEvent
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.objectives import Objective

LONGEST_KEPT_S = 30.0
"""A clip that is kept of what was heard is no longer than this."""

REMEMBERED_S = 600.0
"""So much of the last sound can still be played and kept where it is shown."""

NOT_EQUALISED = Text(
    "This model has kept nothing to compare a microphone with: the equaliser does nothing."
    " A model that is trained now can have it."
)
"""What is to be said where an equaliser is wanted and `Opened.can_equalise` is False."""

_USUAL_DEVIATIONS = 2.0  # around the mean of what was learnt


@dataclass(frozen=True, slots=True)
class Listen:
    """What to listen to, with which model, and when its scores become events."""

    bundle: Path
    source: Input | None  # None: the system's default microphone
    settings: LiveSettings
    is_shown: bool = False  # whether somebody empties `Opened.sound`, for whom a file waits
    view: CatalogueView | None = None  # whose classes are meant, as they are now; None: the model's own
    second: Path | None = None  # another model that hears the same sound
    equalised: bool = False  # whether an equaliser makes up for a microphone unlike the model's recordings
    beside: DoneBeside = field(default_factory=DoneBeside)  # what else is done with what is heard


@dataclass(frozen=True, slots=True)
class EstimatedQuantity:
    """A number that is listened for, and between which values it usually is."""

    name: str
    unit: str
    usual: tuple[float, float]


@dataclass(frozen=True, slots=True)
class SecondModel:
    """The other model that hears the same sound."""

    name: str
    classes: tuple[str, ...]  # none where a number is estimated
    thresholds: tuple[float, ...]  # per class, those in use
    estimated: EstimatedQuantity | None


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Model and input are ready; what is heard comes from now on."""

    classes: tuple[str, ...]  # none where a number is estimated
    thresholds: tuple[float, ...]  # per class, those in use
    estimated: EstimatedQuantity | None  # the number, where there are no classes
    window_s: float
    rate_hz: int  # of the input
    highest_hz: float  # what the model hears of it
    duration_s: float  # of a file; 0 where there is no end
    silence_db: float  # dBFS RMS; what is quieter is silence
    sound: RingBuffer  # mono, at `rate_hz`
    recent: RecentSound
    occasion: Occasion
    second: SecondModel | None = None
    can_equalise: bool = True  # whether the model knows how its recordings sounded; older ones do not

    @property
    def has_events(self) -> bool:
        """Whether any of the models decides on classes: a number has no events."""
        return self.estimated is None or (self.second is not None and self.second.estimated is None)


ListenEvent: TypeAlias = "Progress | Opened | LiveEvent | DeviceState | NotRecorded | BesideTold"


def listen(request: Listen, stop: threading.Event | None = None) -> "Generator[ListenEvent, None, None]":
    """Listen until the file ends, the generator is closed, or `stop` is set.

    A device that goes away is waited for; DeviceState tells of it, about twice a second while it is away.

    What the model of a project hears is recorded, see `core.heard`.

    Sound for pictures does not come as events: whoever shows it takes it out of `Opened.sound` at its
    own pace.

    Raises
    ------
    UserError
        If the model cannot be used or the file not be read.
    DeviceError
        If the device cannot be opened.
    """
    from audioclf_gui.ml.bundle import in_words_of, load_bundle
    from audioclf_gui.ml.devices import training_threads
    from audioclf_gui.ml.live import listen as live_events
    from audioclf_gui.ml.training_sound import sound_of

    stop = stop or threading.Event()
    yield Progress(0, 0)
    bundle, *others = (
        load_bundle(folder) for folder in (request.bundle, request.second) if folder is not None
    )
    if request.view is not None:
        bundle, *others = (in_words_of(request.view, one)[0] for one in (bundle, *others))
    second = next(iter(others), None)
    yield Progress(0, 0)
    wanted = DeviceInput() if request.source is None else request.source
    source = TappedStream(wanted, stop, is_shown=request.is_shown)
    recent = RecentSound(source.rate_hz, REMEMBERED_S if request.is_shown else LONGEST_KEPT_S)
    card, threshold = bundle.card, request.settings.threshold
    silence_db = request.settings.of_model(card.quiet_db).silence_db
    assert silence_db is not None
    recorder = Recorder(request.bundle, "live", (wanted.path,) if isinstance(wanted, FileInput) else ())
    opened = Opened(
        card.classes,
        _thresholds(card, threshold),
        _estimated(card.objective),
        card.front_end.window_s,
        source.rate_hz,
        min(source.rate_hz, card.front_end.rate_hz) / 2,
        seconds_of(wanted),
        silence_db,
        source.sound,
        recent,
        Occasion(wanted, request.bundle.name, datetime.now()),
        None if second is None else _second(second.folder.name, second.card, threshold),
        sound_of(card.record) is not None,
    )
    beside = request.beside.begin(opened)
    source.start()
    try:
        yield opened
        # One thread: a window's scores take milliseconds, and the other cores belong to the screen.
        events = live_events(
            bundle, request.settings, source, recent, equalised=request.equalised, second=second
        )
        with training_threads(1), closing(recorded(events, recorder, card.objective)) as told:
            yield from _with_states(beside.told(told), source)
    finally:
        source.stop()


def _with_states(
    events: "Generator[LiveEvent | NotRecorded | BesideTold, None, None]", source: TappedStream
) -> "Generator[LiveEvent | DeviceState | NotRecorded | BesideTold, None, None]":
    """The same, and how the device is: when that changes, and instead of its health while it is away."""
    told = DeviceState(source.state.name)
    for event in events:
        state = source.state
        is_away = state.trouble is not None
        if state != told or (is_away and isinstance(event, InputHealth)):
            told = state
            yield state
        if not (is_away and isinstance(event, InputHealth)):
            yield event


def _thresholds(card: "ModelCard", threshold: float | None) -> tuple[float, ...]:
    return card.thresholds if threshold is None else (threshold,) * len(card.classes)


def _second(name: str, card: "ModelCard", threshold: float | None) -> SecondModel:
    return SecondModel(name, card.classes, _thresholds(card, threshold), _estimated(card.objective))


def _estimated(objective: "Objective") -> EstimatedQuantity | None:
    from audioclf_gui.ml.objectives.regression import Regression

    if not isinstance(objective, Regression):
        return None
    reach = _USUAL_DEVIATIONS * objective.deviation
    usual = (objective.mean - reach, objective.mean + reach)
    return EstimatedQuantity(objective.names[0], objective.unit, usual)
