"""What would be found with the settings in the panel, drawn while they are changed."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject

from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.segment import FindSettings, SegmentSettings, Span, find_sounds, found
from audioclf_gui.audio.sound_levels import step_frames, step_levels
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.find_sounds_panel import FindSoundsPanel
from audioclf_gui.gui.latest_answer import LatestAnswer
from audioclf_gui.gui.text import seconds_text
from audioclf_gui.gui.translate import words

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Look:
    """Where sounds are looked for, and how."""

    path: Path
    settings: FindSettings


class FoundPreview(QObject):
    """Looks through the clip in view in the background, and anew whenever something is changed.

    The levels of a clip are kept while only thresholds and lengths are moved, so that those are followed at
    once however long it is.
    """

    def __init__(self, panel: FindSoundsPanel, editor: ClipEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._editor = editor
        self._levels_of: tuple[object, ...] = ()  # belongs to the thread
        self._levels: list[Floats] = []
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

    def _show(self, _look: _Look, spans: tuple[Span, ...] | None) -> None:
        if spans is None:
            self._panel.tell(self.tr("This clip cannot be read"))
            return
        self._editor.view.show_found(spans)
        sound_s = sum(end_s - start_s for start_s, end_s in spans)
        told = Text(
            "{n} label in this clip, {length} in all",
            "{n} labels in this clip, {length} in all",
            n=len(spans),
            length=seconds_text(sound_s),
        )
        self._panel.tell(words(told))

    def _look(self, look: _Look) -> Generator[object, None, tuple[Span, ...] | None]:
        """In the thread."""
        try:
            if not isinstance(look.settings, SegmentSettings):
                return tuple(find_sounds(look.path, look.settings))
            facts = known_facts(look.path)
            if look.settings.is_beyond(facts.rate_hz):
                return ()
            yield from self._keep_levels(look.path, look.settings, facts.rate_hz)
            step_s = step_frames(look.settings.step_s, facts.rate_hz) / facts.rate_hz
            spans = []
            for span in found(self._levels, step_s, facts.duration_s, look.settings):
                spans.append(span)
                yield None
            return tuple(spans)
        except UserError:  # the editor says so in the place of the pictures
            return None

    def _keep_levels(
        self, path: Path, settings: SegmentSettings, rate_hz: int
    ) -> Generator[None, None, None]:
        wanted = path, settings.measure, settings.step_s, settings.band_hz(rate_hz)
        if wanted == self._levels_of:
            return
        self._levels_of, self._levels = (), []
        for levels in step_levels(*wanted):
            self._levels.append(levels)
            yield None
        self._levels_of = wanted
