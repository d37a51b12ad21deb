"""Tasks of Label Studio as JSON: for each recording what people labelled in it.

As in its documentation, "Label Studio JSON format of annotated tasks" and "Audio": entries of one id are one
region; `labels` names it, a `textarea` beside it is a note. Entries that are no stretches of sound, and what
models predicted, are kept in the file and not shown.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from json import dumps
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.studio_changes import studio_changes
from audioclf_gui.formats.labels.studio_tasks import StudioFile, studio_file, studio_notes
from audioclf_gui.formats.registry import LabelFile, LabelledSound, label_format, told_lengths
from audioclf_gui.formats.template import is_untouched
from audioclf_gui.formats.text import FileText, changed

_RESULT = re.compile(r'"result"\s*:\s*\[')
_LISTS = re.compile(r'"(?:annotations|predictions)"\s*:')
_NO_AUDIO = '""'
_BLANK = '[{"data": {"audio": ""}, "annotations": [{"result": []}]}]\n'


@label_format
class LabelStudioTasks:
    """A list of tasks, or one; of several people's annotations of a task those of one are read."""

    key = "label-studio"
    name = Text("Label Studio tasks")
    suffixes: tuple[str, ...] = (".json",)
    capabilities = Capabilities(bands=False, files=True, notes=True)

    def __init__(self, audio: str = "") -> None:
        self._audio = audio

    def of_sound(self, sound: LabelledSound) -> "LabelStudioTasks":
        """With the path of the recording in new files."""
        return LabelStudioTasks(sound.path)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the stretches with labels of each task that somebody annotated."""
        if not content.strip():
            return LabelFile((), canonical=True)
        file = studio_file(content, source)
        return LabelFile(
            file.regions,
            file.skipped,
            _is_own(file),
            document=file,
            holds=self.capabilities,
            notes=tuple(studio_notes(file)),
            lengths_s=told_lengths((task.sound_file, task.length_s) for task in file.tasks),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write changed and new entries in the place that their time has among the others of their task.

        New ones belong to the task of their recording, or to the first. A new file names the recording by
        its path: where Label Studio finds it, in its own folders or on the web, nobody here knows.
        """
        if not (template or b"").strip():
            if not regions:
                return template or b""
            template = _BLANK.replace(_NO_AUDIO, dumps(self._audio, ensure_ascii=False)).encode()
        assert template is not None, "there is a blank one"
        file = studio_file(template, Path())
        origins = match(file.regions, regions)
        if is_untouched(file.regions, regions, origins):
            return template
        changes = list(studio_changes(file, regions, origins))
        return file.source.encode(changed(file.source.text, changes))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as JSON with results of annotations or predictions."""
        text = FileText.decode(content).text
        return (
            text.lstrip()[:1] in {"[", "{"}
            and _LISTS.search(text) is not None
            and (_RESULT.search(text) is not None)
        )


def _is_own(file: StudioFile) -> bool:
    """Whether it is laid out as a new one is here."""
    nameless = [replace(one, sound_file="") for one in file.regions]
    named = {one.sound_file for one in file.regions}
    known = LabelStudioTasks(named.pop() if len(named) == 1 else "")
    return known.write(nameless) == file.source.encode(file.source.text)
