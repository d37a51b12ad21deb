"""Listening without a window: with what, since when, what was decided, and what is kept of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from audioclf_gui.audio.streams import FileInput, Frames, Input
from audioclf_gui.core.label import ClassId, LabelClass, distinct_colour
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.live.event_log import EventLog
from audioclf_gui.gui.live.options import LiveOptions
from audioclf_gui.jobs.listen import Listen, Opened


class ListeningSession:
    """One sitting after the other, with one list of what was heard.

    The list goes on from one sitting to the next while a microphone is listened to; a file has a
    list of its own, whose times are the file's.

    Attributes
    ----------
    options
        Those that are set; the sitting that goes on may have begun with others.
    log
        What was decided so far.
    request
        What is listened to, or was the last time; None before the first.
    opened
        The model and input of `request`, once they are ready.
    origin
        When second 0 of the log was; None if its times are a file's.
    group
        The recording group of what is kept: what was heard at one sitting is one recording.
    kept
        How many clips were kept at this sitting.
    """

    def __init__(self, options: LiveOptions) -> None:
        self.options = options
        self.log = EventLog()
        self.request: Listen | None = None
        self.opened: Opened | None = None
        self.origin: datetime | None = None
        self.group = ""
        self.kept = 0

    def ask(self, bundle: Path, source: Input, view: CatalogueView | None = None) -> Listen:
        """What to listen to next, with the options as they are now and the classes of `view`."""
        self.request = Listen(bundle, source, self.options.settings, is_shown=True, view=view)
        return self.request

    def begin(self, opened: Opened, now: datetime) -> None:
        """Model and input of `request` are ready: another sitting begins."""
        assert self.request is not None
        source = self.request.source
        self.opened, self.kept = opened, 0
        if isinstance(source, FileInput):
            self.group, origin = source.path.stem, None
        else:
            self.group = f"live {now:%Y-%m-%d %H-%M-%S}"
            origin = self.origin or now
        if origin is None or self.origin is None:
            self.log.clear()
        self.origin = origin
        self.log.begin(0.0 if origin is None else (now - origin).total_seconds())

    def clear_log(self) -> None:
        """Forget what was heard; the times of what is still to come stay those of this sitting."""
        offset_s = self.log.offset_s
        self.log.clear()
        self.log.begin(offset_s)

    @property
    def needs_restart(self) -> bool:
        """Whether the options differ from those of `request` in what they hear."""
        return self.request is not None and self.options.settings != self.request.settings

    def last_seconds(self) -> Frames | None:
        """What is to be kept now, mono (frames,); None if nothing was heard yet."""
        samples = None if self.opened is None else self.opened.recent.last_seconds(self.options.keep_s)
        return samples if samples is not None and len(samples) else None

    def colours(self, classes: Sequence[LabelClass]) -> Mapping[str, str]:
        """For each class of the model, in its order, the project's colour, or one of its own."""
        of_project = {existing.name: existing.colour for existing in classes}
        names = () if self.opened is None else self.opened.classes
        return {name: of_project.get(name, distinct_colour(place)) for place, name in enumerate(names)}


def what_is_missing(source: Input | None, bundle: Path | None) -> Text | None:
    """What has to be chosen before listening can start; None: nothing."""
    if bundle is None:
        return Text("There is no model yet. Train one, or open a model folder above.")
    if source is None:
        return Text("Connect a microphone, or choose a file above.")
    return None


def kept_as(classes: Sequence[LabelClass], class_id: ClassId | None, length: str) -> Text:
    """What to say of a clip that was kept; `length` is its length in words."""
    name = next((existing.name for existing in classes if existing.id == class_id), None)
    return Text(
        "Kept {length} as {name}; it is in the label queue.",
        length=length,
        name=Text("a clip without a class") if name is None else name,
    )
