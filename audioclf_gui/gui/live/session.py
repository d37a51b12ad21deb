"""Listening without a window: with what, since when, what was decided, and what is kept of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from audioclf_gui.audio.streams import FileInput, Input
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import LabelClass, distinct_colour
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.live.event_log import EventLog, LoggedEvent
from audioclf_gui.gui.live.heard import Passage, Sitting
from audioclf_gui.gui.live.options import LiveOptions
from audioclf_gui.jobs.listen import LONGEST_KEPT_S, REMEMBERED_S, Listen, Opened
from audioclf_gui.ml.background import BACKGROUND

_MOST_SITTINGS = 20  # that are remembered, however short they are


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
    sittings
        What was heard lately, the newest last: ten minutes of it in all, whatever was stopped between.
    picked
        The stretch that the user points at; None: whatever was heard last.
    kept
        For each stretch that was kept, by its `key`, its clip.
    """

    def __init__(self, options: LiveOptions) -> None:
        self.options = options
        self.log = EventLog()
        self.request: Listen | None = None
        self.opened: Opened | None = None
        self.origin: datetime | None = None
        self.sittings: list[Sitting] = []
        self.picked: Passage | None = None
        self.kept: dict[tuple[float, float | str], ClipId] = {}

    def ask(
        self,
        bundle: Path,
        source: Input,
        view: CatalogueView | None = None,
        *,
        second: Path | None = None,
        equalised: bool = False,
    ) -> Listen:
        """What to listen to next, with the options as they are now and the classes of `view`."""
        self.request = Listen(
            bundle,
            source,
            self.options.settings,
            is_shown=True,
            view=view,
            second=second,
            equalised=equalised,
            beside=self.options.unasked.wanted,
        )
        return self.request

    def begin(self, opened: Opened, now: datetime) -> None:
        """Model and input of `request` are ready: another sitting begins."""
        assert self.request is not None
        source = self.request.source
        self.opened = opened
        origin = None if isinstance(source, FileInput) else self.origin or now
        if origin is None or self.origin is None:
            self._forget()
        self.origin = origin
        self.log.begin(0.0 if origin is None else (now - origin).total_seconds(), self._models)
        newer_s = 0.0
        for place in reversed(range(len(self.sittings))):
            if newer_s >= REMEMBERED_S:
                del self.sittings[: place + 1]
                break
            newer_s += self.sittings[place].recent.end_s
        self.sittings = [*self.sittings[-_MOST_SITTINGS:], Sitting(opened, self.log.offset_s)]

    def _forget(self) -> None:
        """The times of what is to come are those of another log."""
        self.log.clear()
        self.sittings.clear()
        self.kept.clear()
        self.picked = None

    def clear_log(self) -> None:
        """Forget what was heard; the times of what is still to come stay those of this sitting."""
        offset_s = self.log.offset_s
        self.log.clear()
        self.log.begin(offset_s, self._models)

    @property
    def _models(self) -> tuple[str, str]:
        """The names of two models that listen; empty where there is one."""
        if self.opened is None or self.opened.second is None:
            return "", ""
        return self.opened.occasion.model, self.opened.second.name

    @property
    def needs_restart(self) -> bool:
        """Whether the options differ from those of `request` in what they hear, or do with it."""
        request, options = self.request, self.options
        now = (options.settings, options.unasked.wanted)
        return request is not None and now != (request.settings, request.beside)

    @property
    def now_s(self) -> float:
        """The second of the log up to which was heard."""
        return self.sittings[-1].end_s if self.sittings else 0.0

    def wanted(self) -> Passage | None:
        """What a key keeps now: what the user points at, else the last event, else the last seconds.

        An event counts that can still be seen. None if nothing was heard yet.
        """
        if self.picked is not None:
            return self.picked
        if not self.now_s:
            return None
        last = self.log.rows[self.log.accepted[-1]] if self.log.accepted else None
        if last is not None and last.end_s > self.now_s - self.options.span_s:
            return self.event_passage(last)
        return Passage(max(0.0, self.now_s - self.options.keep_s), self.now_s)

    def event_passage(self, row: LoggedEvent) -> Passage:
        """What is kept of a row: its sound with what was heard just before, and no more than can be kept."""
        end_s = self.now_s if row in self.log.current else row.end_s  # its edge is not known while it goes on
        start_s = max(row.start_s - self.options.pre_roll_s, end_s - LONGEST_KEPT_S, 0.0)
        model = row.model if row.is_second else ""
        return Passage(start_s, end_s, row.class_name, row.score, is_event=True, model=model)

    def sitting_of(self, stretch: Passage) -> Sitting | None:
        """At which sitting it was heard; None if that is forgotten."""
        return next((one for one in reversed(self.sittings) if one.offset_s < stretch.end_s), None)

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


def kept_as(name: str, length: str) -> Text:
    """What to say of a clip that was kept as a class, and what the next training makes of it.

    `length` is its length in words; `name` is empty for a clip without a class.
    """
    if not name:
        return Text(
            "Kept {length} without a class; it is in the label queue, and training leaves it out until it"
            " has one.",
            length=length,
        )
    if name == BACKGROUND:
        return Text(
            "Kept {length} as none of the classes ({name}); the next training learns from it.",
            length=length,
            name=name,
        )
    return Text(
        "Kept {length} as {name}; it is in the label queue, and the next training learns from it.",
        length=length,
        name=name,
    )
