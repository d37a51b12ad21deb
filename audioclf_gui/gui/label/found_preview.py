"""What would be found with the settings in the panel, drawn while they are changed."""

import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject

from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.segment import FindSettings, SegmentSettings, Span, find_sounds, found
from audioclf_gui.audio.sound_levels import step_frames, step_levels
from audioclf_gui.core.clip import AudioFacts
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.find_sounds_panel import FindSoundsPanel
from audioclf_gui.gui.latest_answer import LatestAnswer
from audioclf_gui.gui.text import seconds_text
from audioclf_gui.gui.translate import words

Levels = npt.NDArray[np.float32]

_BETWEEN_S = 0.7  # answers as far as they are known


@dataclass(frozen=True, slots=True)
class _Look:
    """Where sounds are looked for, and how."""

    path: Path
    settings: FindSettings


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found."""

    spans: tuple[Span, ...]
    share: float = 1.0  # of the clip that was looked through
    is_readable: bool = True
    is_beyond: bool = False  # the clip has nothing between the limits


class FoundPreview(QObject):
    """Looks through the clip in view in the background, and anew whenever something is changed.

    The levels of a clip are kept while only thresholds and lengths are moved, so that those are followed at
    once however long it is.
    """

    def __init__(self, panel: FindSoundsPanel, editor: ClipEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._editor = editor
        self._levels_of: tuple[object, ...] = ()  # belongs to the thread, as the next
        self._levels: list[Levels] = []
        self._latest = LatestAnswer(self._look, self)
        self._latest.answered.connect(self._show)
        self._latest.failed.connect(editor.measured.meter.failed)
        panel.changed.connect(self._take_settings)
        editor.loaded.connect(lambda view: panel.show_sound(view.wave.rate_hz))

    def shutdown(self) -> None:
        """End the thread."""
        self._latest.shutdown()

    def _take_settings(self, settings: FindSettings | None) -> None:
        path = self._editor.path
        if settings is None or path is None:
            self._latest.ask(None)
            self._editor.view.show_found(())
            return
        self._panel.tell(self.tr("Looking…"))
        self._latest.ask(_Look(path, settings))

    def _show(self, _look: _Look, seen: _Seen) -> None:
        if not seen.is_readable:
            self._panel.tell(self.tr("This clip cannot be read"))
            return
        self._editor.view.show_found(seen.spans)
        if seen.is_beyond:
            self._panel.tell(self.tr("This clip holds no frequencies so high as those searched"))
            return
        sound_s = sum(end_s - start_s for start_s, end_s in seen.spans)
        told = words(
            Text(
                "{n} label in this clip, {length} in all",
                "{n} labels in this clip, {length} in all",
                n=len(seen.spans),
                length=seconds_text(sound_s),
            )
        )
        if seen.share < 1.0:
            told = words(Text("{told} ({share} % looked through)", told=told, share=round(100 * seen.share)))
        self._panel.tell(told)

    def _look(self, look: _Look) -> Generator[_Seen | None, None, _Seen]:
        """In the thread."""
        try:
            if not isinstance(look.settings, SegmentSettings):
                return _Seen(tuple(find_sounds(look.path, look.settings)))
            facts = known_facts(look.path)
            if look.settings.is_beyond(facts.rate_hz):
                return _Seen((), is_beyond=True)
            yield from self._keep_levels(look.path, look.settings, facts)
            return (yield from _seen(self._levels, look.settings, facts))
        except UserError:  # the editor says so in the place of the pictures
            return _Seen((), is_readable=False)

    def _keep_levels(
        self, path: Path, settings: SegmentSettings, facts: AudioFacts
    ) -> Generator[_Seen | None, None, None]:
        wanted = path, settings.measure, settings.step_s, settings.band_hz(facts.rate_hz)
        if wanted == self._levels_of:
            return
        self._levels_of, self._levels = (), []
        told_at = time.monotonic()
        for levels in step_levels(*wanted):
            self._levels.append(levels)
            yield None
            if time.monotonic() - told_at > _BETWEEN_S:
                yield (yield from _seen(self._levels, settings, facts))
                told_at = time.monotonic()
        self._levels_of = wanted


def _seen(levels: list[Levels], settings: SegmentSettings, facts: AudioFacts) -> Generator[None, None, _Seen]:
    """What is found in the levels that are known."""
    step_s = step_frames(settings.step_s, facts.rate_hz) / facts.rate_hz
    known_s = min(sum(map(len, levels)) * step_s, facts.duration_s)
    spans = []
    for span in found(levels, step_s, known_s, settings):
        spans.append(span)
        yield None
    return _Seen(tuple(spans), 1.0 if known_s >= facts.duration_s - step_s else known_s / facts.duration_s)
