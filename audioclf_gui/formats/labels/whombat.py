"""Annotation projects and sets of Whombat (and `soundevent`): JSON in the Acoustic Objects Exchange Format.

As in that package's module `io.aoef`: an annotation has numbers of tags and names a sound event; that has a
geometry and names a recording; a clip of a recording names its annotations.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match, values
from audioclf_gui.core.text import Text
from audioclf_gui.formats.json_text import NOTHING
from audioclf_gui.formats.labels.whombat_annotations import WhombatFile, whombat_file
from audioclf_gui.formats.labels.whombat_changes import whombat_changes
from audioclf_gui.formats.labels.whombat_lists import NAMES, as_json
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    LabelledSound,
    column_note,
    label_format,
    told_lengths,
)
from audioclf_gui.formats.template import is_untouched
from audioclf_gui.formats.text import FileText, changed

_KIND = re.compile(r'"collection_type"\s*:\s*"')
_VERSION = "1.1.0"
_NOWHERE = LabelledSound()


@label_format
class WhombatAnnotations:
    """Sound events with tags; the label is the tag of the key that most have, others are further columns."""

    key = "whombat"
    name = Text("Whombat annotations")
    suffixes: tuple[str, ...] = (".json",)
    capabilities = Capabilities(scores=False, files=True, notes=True, extra=True)

    def __init__(self, label_column: str = "", sound: LabelledSound = _NOWHERE) -> None:
        self.label_column = label_column
        self._sound = sound

    def by_column(self, name: str) -> "WhombatAnnotations":
        """With the labels in the tags of that key."""
        return WhombatAnnotations(name, self._sound)

    def of_sound(self, sound: LabelledSound) -> "WhombatAnnotations":
        """With the recording in new files."""
        return WhombatAnnotations(self.label_column, sound)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the annotated sound events of all recordings; of other shapes the box around them."""
        if not content.strip():
            return LabelFile((), canonical=True, holds=self.capabilities)
        file = whombat_file(content, source, self.label_column)
        keys = sorted({key for key, _ in file.tags.values()})
        if self.label_column and self.label_column not in keys:
            columns = ", ".join(keys)
            reason = Text("it has no column “{name}”, but {columns}", name=self.label_column, columns=columns)
            raise BadLabelFileError(source, reason)
        return LabelFile(
            file.regions,
            file.skipped,
            self._is_own(file),
            columns=file.keys,
            holds=self.capabilities,
            document=_Annotations(file),
            notes=(*column_note(file.keys, self.label_column), *_notes(file)),
            lengths_s=told_lengths((one.path, one.duration_s) for one in file.recordings.values()),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write changed and new annotations where their time is among those of their recording.

        A new file is a project with one clip for each recording. Where rate and channels of a recording are
        unknown, it does not say them, and Whombat asks for them.
        """
        if not (template or b"").strip():
            if not regions:
                return template or b""
            template = self._blank(regions).encode()
        assert template is not None, "there is a blank one"
        file = whombat_file(template, Path(), self.label_column)
        origins = match(file.regions, regions)
        if is_untouched(file.regions, regions, origins):
            return template
        return _written(file, regions, origins, self._sound)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """A band is given both edges."""
        told = Text(
            "{n} label of which one frequency is unknown gets the lowest or the highest that there is.",
            "{n} labels of which one frequency is unknown get the lowest or the highest that there is.",
            n=sum((one.low_hz is None) != (one.high_hz is None) for one in regions),
        )
        return (told,) if told.count else ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as JSON that says what it is a collection of."""
        text = FileText.decode(content).text
        return text.lstrip().startswith("{") and _KIND.search(text) is not None

    def _blank(self, regions: Sequence[Region]) -> str:
        """A project without labels, known by what it will hold: Whombat keeps those of many people."""
        said = sorted(map(repr, map(values, regions)))
        uuid = str(uuid5(NAMESPACE_URL, f"{self._sound.path} {said}"))
        name = self._sound.name or "labels"
        about = {"uuid": uuid, "collection_type": "annotation_project", "name": name}
        lists = ",\n".join(f'"{name}": []' for name in NAMES)
        return f'{{"version": "{_VERSION}", "data": {{{as_json(about)[1:-1]},\n{lists}\n}}}}\n'

    def _is_own(self, file: WhombatFile) -> bool:
        """Whether it is laid out as a new one is here."""
        rows = file.data.get("recordings").items
        facts = rows[0] if len(rows) == 1 else NOTHING
        path, duration_s = facts.get("path").text, facts.get("duration").number or 0.0
        rate_hz, channels = facts.get("samplerate").number or 0, facts.get("channels").number or 0
        known = self.of_sound(LabelledSound(path, duration_s, int(rate_hz), int(channels)))
        nameless = [replace(one, sound_file="") for one in file.regions]
        return known.write(nameless) == file.source.encode(file.source.text)


@dataclass(frozen=True, slots=True)
class _Annotations:
    file: WhombatFile

    def part(self, indices: Collection[int]) -> bytes:
        """The file with those annotations only."""
        origins = sorted(indices)
        return _written(self.file, [self.file.regions[at] for at in origins], origins, _NOWHERE)


def _written(
    file: WhombatFile, regions: Sequence[Region], origins: Sequence[int | None], sound: LabelledSound
) -> bytes:
    changes = list(whombat_changes(file, regions, origins, sound))
    return file.source.encode(changed(file.source.text, changes))


def _notes(file: WhombatFile) -> Iterator[Text]:
    shapes = file.shapes
    if shapes:
        yield Text(
            "{n} shape is shown as the box around it",
            "{n} shapes are shown as the boxes around them",
            n=shapes,
        )
    if any(one.slower != 1.0 for one in file.recordings.values()):
        yield Text("its times and frequencies are told for recordings that play slower than the sound was")
