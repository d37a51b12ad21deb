"""Finding sounds: the panel, the preview, what the project keeps of it, and the labels that come of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from audioclf_gui.audio.segment import FindSettings, find_settings_from_json, find_settings_to_json
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.find_sounds_panel import FindSoundsPanel
from audioclf_gui.gui.label.found_preview import FoundPreview
from audioclf_gui.gui.setting_keeper import SettingKeeper
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.find_sounds import FindSounds, SoundsFound, find_sounds

_SETTING = "find sounds"  # the name under which the project keeps it


class SoundFinding(QObject):
    """Looks through the clips that are meant: those that are selected, or the one in view."""

    def __init__(
        self, context: Context, editor: ClipEditor, meant: Callable[[], tuple[ClipId, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._meant = meant
        self.keeper = SettingKeeper(context.document.project, _SETTING, self)
        self.panel = FindSoundsPanel(parent)
        self.panel.show_settings(find_settings_from_json(self.keeper.kept))
        self._preview = FoundPreview(self.panel, editor, self)
        self.panel.changed.connect(self._keep)
        self.panel.asked.connect(self._start)

    def open_at(self, button: QWidget) -> None:
        """Open the panel, if a clip is meant."""
        if clips := len(self._meant()):
            self.panel.show_count(clips)
            self.panel.open_at(button)

    def shutdown(self) -> None:
        """Write what is not written yet, and end the thread."""
        self.keeper.flush()
        self._preview.shutdown()

    def _keep(self, settings: FindSettings | None) -> None:
        kept = None if settings is None else find_settings_to_json(settings)
        if kept is not None and kept != self.keeper.latest:
            self.keeper.keep(kept)

    def _start(self, settings: FindSettings, class_id: ClassId | None) -> None:
        """Label every sound of the clips in the background, as one edit."""
        view = self._context.document.view
        clips = tuple(map(view.clip, self._meant()))
        if clips:
            name = next((one.name for one in view.classes if one.id == class_id), "")
            request = FindSounds(clips, settings, name)
            job = partial(find_sounds, request, self._context.document.project.view())
            self._context.start(job, Text("Finding sounds"), on_done=self._tell)

    def _tell(self, done: SoundsFound) -> None:
        for refused in done.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        if done.note is not None:
            self._context.message_bar.show_note(words(done.note))
        self._context.status(words(Text("Found {n} sound", "Found {n} sounds", n=done.sounds)))
