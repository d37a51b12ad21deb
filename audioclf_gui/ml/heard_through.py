"""Through what sounds are compared: the front ends whose vectors lie close together for like sounds.

A listener makes them, or the layer before the answers of a model of the project's own. They are kept as all
features are, by the content of the sound, and shared with the trainings that hear through the same listener.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.bundle import read_card
from audioclf_gui.ml.dataset import Example, example_of
from audioclf_gui.ml.front_ends import FrontEnd, front_end_for
from audioclf_gui.ml.front_ends.listener import Embeddings, listener_for
from audioclf_gui.ml.listeners import LISTENERS, own_model, packages
from audioclf_gui.ml.listeners.own_model import NoLayerError, open_model
from audioclf_gui.ml.preset_choice import Facts, preset_for
from audioclf_gui.ml.settings import settings_for

_LONGEST_S = 600.0
"""What is read into memory at once; a longer recording is heard in pieces."""

_MOST_HEARD_S = 4 * 3600.0
"""Of more sound nobody is made to wait for a listener who has not asked for one."""


@dataclass(frozen=True, slots=True)
class HeardThrough:
    """Through what the sounds of a project are compared, and how people call it."""

    front_end: FrontEnd
    name: Text

    @property
    def notes(self) -> tuple[Text, ...]:
        """Whose work a listener is and what was guessed of it; of the project's own models, nothing."""
        ends = self.front_end
        is_own = isinstance(ends, Embeddings) and ends.listener.key == own_model.KEY
        return () if is_own else ends.notes


def pieces(view: CatalogueView, clip: Clip) -> tuple[Example, ...]:
    """A clip as the sounds that are heard one after the other: one piece, or more of a long recording."""
    return pieces_of(example_of(view, clip, 0, 0.0, clip.duration_s))


def pieces_of(whole: Example) -> tuple[Example, ...]:
    """The same of a sound that is heard from its beginning, whether a project knows its file or not."""
    count = max(1, -int(-whole.stop_s // _LONGEST_S))
    edges_s = [min(at * _LONGEST_S, whole.stop_s) for at in range(count)] + [whole.stop_s]
    return tuple(
        replace(whole, start_s=start_s, stop_s=stop_s) for start_s, stop_s in itertools.pairwise(edges_s)
    )


def heard_through_model(folder: Path, name: Text) -> HeardThrough:
    """What the last layer of a trained model hears; of a head or forest what it learnt from.

    Raises
    ------
    UserError
        If the model cannot be used.
    """
    ends = read_card(folder).front_end
    apart = ends if isinstance(ends, Embeddings) else ends.kept_apart
    if isinstance(apart, Embeddings):
        return HeardThrough(apart, name)
    try:
        listener = replace(
            open_model(folder), pooling=("mean",)
        )  # a piece is one window, or the mean of some
    except NoLayerError:
        return HeardThrough(ends, name)
    return HeardThrough(Embeddings(ends.window_s, ends.pad, listener), name)


def heard_through_listener(listener: str, examples: Sequence[Example]) -> HeardThrough:
    """What a listener hears, one of the program's by its key or one in a file; fails as `listeners.load`."""
    ends = front_end_for(examples, settings_for("listener", listener=listener))
    assert isinstance(ends, Embeddings)
    return HeardThrough(ends, ends.listener.name)


def heard_in_windows(listener: str, window_s: float | None) -> HeardThrough:
    """What a listener hears in windows of this length; None: of as much as it hears at once.

    Raises
    ------
    UserError
        As `listeners.load`.
    """
    settings = settings_for("listener", listener=listener)
    heard = listener_for(settings)
    own_s = heard.window_frames / heard.rate_hz
    return HeardThrough(Embeddings(own_s if window_s is None else window_s, settings.pad, heard), heard.name)


def heard_as_usual(examples: Sequence[Example]) -> HeardThrough | None:
    """What the listener hears that suits these sounds; None if it is not installed or they are very long."""
    if not examples or sum(one.duration_s for one in examples) > _MOST_HEARD_S:
        return None
    absent = packages.absent([need for known in LISTENERS.values() for need in known.needs])
    rate_hz = int(np.quantile([one.rate_hz for one in examples], 0.1, method="lower"))
    duration_s = float(np.median([one.duration_s for one in examples]))
    choice = preset_for(Facts("single-label", 0, duration_s, rate_hz), absent)
    return heard_through_listener(choice.listener, examples) if choice.listener else None


def heard_as_statistics(examples: Sequence[Example]) -> HeardThrough:
    """The numbers from which a random forest learns: what is always there."""
    return HeardThrough(
        front_end_for(examples, settings_for("forest")), Text("statistics of the spectrogram")
    )
