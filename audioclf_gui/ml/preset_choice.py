"""Which preset suits a project where nobody has chosen one, told before any sound is read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from audioclf_gui.core.errors import UserError, told
from audioclf_gui.core.installation import has_own_python
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.usable import judged
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.listeners import LISTENERS, is_file_name, packages
from audioclf_gui.ml.listeners.credit import credit, notices
from audioclf_gui.ml.objective_choice import chosen_objective
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS
from audioclf_gui.ml.settings import TrainSettings, settings_for

_PRETRAINED = PRESETS["listener"]
_SOUNDS, _SPEECH = "birdnet", "speech"

_IN_ANOTHER_WAY = ("forest", "head", "stack")
"""Architectures that do not learn in epochs alone; the others do."""

_NEUTRAL = frozenset(
    {
        "preset",
        "objective",
        "seed",
        "device",
        "threads",
        "gpu_batch_size",
        "validate",
        "test",
        "valid_share",
        "test_share",
        "refit",
        "max_minutes",
        "patience",
        "balance",
        "window_s",
        "longest_window_s",
        "report_every",
    }
)
"""Parameters that mean something to every model; whoever changes another one has a network in mind."""

_MOST_LOOKED_AT = 2000  # clips; evenly spaced ones speak for all
# On 480 spoken digits of unseen speakers the speech embedding came to 0.93 and BirdNET to 0.84; on whether
# a woman or a man reads for ten seconds, to 0.90 and 0.99.
_SHORT_S = 1.5
_SPEECH_HZ = 4_000, 16_000  # no words are left of speech at a lower rate, and other sounds come at a higher
_FEW = 20  # labels of a class


@dataclass(frozen=True, slots=True)
class PresetChoice:
    """A preset, and why; `note` is for people."""

    preset: str
    reason: Text
    listener: str = ""  # which one, of presets that hear through one

    @property
    def note(self) -> Text:
        """What was chosen and why."""
        title = PRESETS[self.preset].title
        return Text("Automatic: {title}, since {reason}.", title=title, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a project's examples without listening.

    Attributes
    ----------
    labels : int
        Of the class that has fewest, of those that have any.
    duration_s, rate_hz
        The median length of an example, and the rate that nine tenths of the files do not exceed.
    """

    objective: str
    labels: int
    duration_s: float
    rate_hz: int


def preset_facts(view: CatalogueView, settings: TrainSettings) -> Facts | None:
    """What the choice depends on; None where nothing is labelled yet."""
    kind = chosen_objective(view, settings).kind
    durations_s: list[float] = []
    rates_hz: list[int] = []
    clips = [clip for clip in view.clips if view.learnt_labels(clip.id) or clip.target is not None]
    for clip in clips[:: max(1, -(-len(clips) // _MOST_LOOKED_AT))]:
        stretches = judged(view.learnt_labels(clip.id), clip.duration_s).stretches
        durations_s += [stop_s - start_s for _, start_s, stop_s in stretches] or [clip.duration_s]
        rates_hz.append(clip.audio.rate_hz)
    if not clips:
        return None
    labels = min((count for count in view.class_counts.values() if count), default=len(clips))
    rate_hz = int(np.quantile(rates_hz, 0.9, method="higher"))
    return Facts(kind, labels, float(np.median(durations_s)), rate_hz)


def chosen_preset(view: CatalogueView, settings: TrainSettings) -> PresetChoice:
    """The preset for settings that leave it open."""
    changed = [name for name in _changes(settings) if name not in _NEUTRAL]
    if changed:
        names = listed([Text.plain(name) for name in changed[:3]], ", ")
        return PresetChoice(
            "default", Text("only networks that learn step by step have: {names}", names=names)
        )
    facts = preset_facts(view, settings)
    if facts is None:
        return PresetChoice("default", Text("nothing is labelled yet"))
    return preset_for(facts, packages.absent([*LISTENERS[_SOUNDS].needs, *LISTENERS[_SPEECH].needs]))


def preset_for(facts: Facts, absent: Collection[str]) -> PresetChoice:
    """The preset for such a project where these packages are missing."""
    if facts.objective == "regression":
        return PresetChoice("default", Text("a number is to be estimated"))
    lowest_hz, highest_hz = _SPEECH_HZ
    is_words = lowest_hz <= facts.rate_hz <= highest_hz and facts.duration_s < _SHORT_S
    key = _SPEECH if is_words else _SOUNDS
    listener = LISTENERS[key]
    if set(listener.needs) & set(absent):
        return PresetChoice("speech" if is_words else "default", _absence_of(listener.name))
    if is_words:
        reason = Text(
            "short sounds at {rate_hz} Hz are mostly words, which {name} knows",
            rate_hz=facts.rate_hz,
            name=listener.name,
        )
    elif facts.labels < _FEW:
        reason = Text(
            "a class has only {n} label, and what {name} knows already makes up for that",
            "a class has only {n} labels, and what {name} knows already makes up for that",
            n=facts.labels,
            name=listener.name,
        )
    else:
        reason = Text("{name} is installed, and more accurate on most sounds", name=listener.name)
    return PresetChoice(_PRETRAINED.name, reason, key)


def _absence_of(listener: Text) -> Text:
    if has_own_python():
        return Text("the listener {name} is no part of the installed program", name=listener)
    return Text(
        "the listener {name} is not installed ({command})", name=listener, command=packages.INSTALL_COMMAND
    )


def advice(view: CatalogueView, settings: TrainSettings) -> tuple[Text, ...]:
    """What is said beside the settings: the preset that is taken and why, a listener and its terms."""
    notes: tuple[Text, ...] = ()
    if settings.preset == AUTOMATIC:
        choice = chosen_preset(view, settings)
        notes, settings = (choice.note,), with_chosen_preset(settings, choice)
    return (*notes, *_about_listener(settings)) if settings.hears_listener else notes


def _about_listener(settings: TrainSettings) -> tuple[Text, ...]:
    """Whose it is and on which terms; what the user has brought says so itself, or what is wrong with it."""
    if not is_file_name(settings.listener):
        return notices(settings.listener)
    from audioclf_gui.ml.front_ends.listener import listener_for  # torch comes with the first such file

    try:
        listener = listener_for(settings)
    except UserError as error:
        return (told(error),)
    return (credit(listener), *listener.notes)


def learns_in_epochs(settings: TrainSettings) -> bool:
    """Whether networks learn step by step, so that they can start from another's weights."""
    return settings.architecture not in _IN_ANOTHER_WAY


def with_chosen_preset(settings: TrainSettings, choice: PresetChoice) -> TrainSettings:
    """The settings with that preset, and what was changed by hand still changed."""
    listener = {"listener": choice.listener} if choice.listener else {}
    return settings_for(choice.preset, **{**listener, **_changes(settings)})


def _changes(settings: TrainSettings) -> Mapping[str, object]:
    usual = settings_for(AUTOMATIC).to_dict()
    return {name: value for name, value in settings.to_dict().items() if value != usual[name]}
