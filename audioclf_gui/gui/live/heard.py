"""What was heard from one start of listening to its stop, and stretches of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from audioclf_gui.audio.files import Frames, read_mono
from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.jobs.keep_sound import KeepSound
from audioclf_gui.jobs.listen import Opened


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of what was heard, in seconds of the log."""

    start_s: float
    end_s: float
    class_name: str = ""  # what the model took it for; empty: nobody asked it
    score: float = 0.0
    is_event: bool = False  # it has edges that the model found
    model: str = ""  # the second model, where that has heard it; empty: the first

    @property
    def key(self) -> tuple[float, float | str]:
        """Equal for one sound, also while an event goes on."""
        return self.start_s, self.class_name if self.is_event else self.end_s


@dataclass(frozen=True, slots=True, eq=False)
class Sitting:
    """The sound of one sitting, and with what it was listened to."""

    opened: Opened
    offset_s: float  # the second of the log at which it began

    @property
    def recent(self) -> RecentSound:
        """What is remembered of its sound."""
        return self.opened.recent

    @property
    def end_s(self) -> float:
        """The second of the log up to which it was heard."""
        return self.offset_s + self.recent.end_s

    def sound(self, passage: Passage) -> Frames:
        """Mono sound (frames,) of a stretch, at the rate of the input; empty if it is forgotten.

        Raises
        ------
        UnreadableAudioError
            If what is forgotten was heard from a file that cannot be read any more.
        """
        start_s, end_s = max(0.0, passage.start_s - self.offset_s), passage.end_s - self.offset_s
        source = self.opened.occasion.source
        if start_s >= self.recent.begin_s or not isinstance(source, FileInput):
            return self.recent.between(start_s, end_s)
        return read_mono(source.path, None, start_s, max(start_s, end_s))

    def to_keep(self, passage: Passage, scores: Mapping[str, float]) -> KeepSound:
        """The request that makes a clip of a stretch, of which the first model gave these scores."""
        own = {passage.class_name: passage.score} if passage.class_name else {}
        scores = own if passage.model else scores or own
        start_s = max(0.0, passage.start_s - self.offset_s)
        opened = self.opened
        origin = opened.occasion.origin(start_s, passage.class_name, scores)
        if passage.model:
            origin = replace(origin, model=passage.model)
        samples, group = self.sound(passage), opened.occasion.group
        return KeepSound(samples, opened.rate_hz, group, origin, opened.silence_db)
