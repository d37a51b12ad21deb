"""Annotations of music as JAMS: JSON with a list of annotations, each in a namespace that says what about.

As in Humphrey et al., "JAMS: A JSON Annotated Music Specification for Reproducible MIR Research" (2014),
and the documentation of its namespaces. Observations are a list, or in older files lists of their facts.
"""

import re
from collections.abc import Iterator, Sequence
from json import dumps
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import MAIN, Track, with_tracks
from audioclf_gui.formats.labels.jams_annotations import JamsFile, is_valueless, jams_file
from audioclf_gui.formats.labels.jams_changes import jams_changes
from audioclf_gui.formats.registry import LabelFile, LabelledSound, label_format, told_lengths
from audioclf_gui.formats.template import is_untouched
from audioclf_gui.formats.text import FileText, changed

_PARTS = re.compile(r'"(?:annotation_metadata|file_metadata|jams_version)"\s*:')
_VERSION = "0.3.4"


@label_format
class JamsAnnotations:
    """Beats, onsets, segments, tags, chords, keys, lyrics and sound events; each annotation is a track."""

    key = "jams"
    name = Text("JAMS annotations of music")
    suffixes: tuple[str, ...] = (".jams",)
    capabilities = Capabilities(bands=False, tracks=True)

    def __init__(self, sound: LabelledSound | None = None) -> None:
        self._sound = sound or LabelledSound()

    def of_sound(self, sound: LabelledSound) -> "JamsAnnotations":
        """With the title and the length of the recording in new files."""
        return JamsAnnotations(sound)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the observations of all annotations that are about names; tempi and curves are none."""
        if not content.strip():
            return LabelFile((), canonical=True, holds=self.capabilities)
        file = jams_file(content, source)
        tracks = (Track(one.track) for one in file.annotations if one.track != MAIN)
        return LabelFile(
            file.regions,
            file.skipped,
            _is_own(file),
            tracks=with_tracks((), tracks),
            holds=self.capabilities,
            notes=tuple(_notes(file)),
            lengths_s=told_lengths([("", file.root.get("file_metadata").get("duration").number)]),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write changed and new observations where their time is in the annotation of their track.

        A new file has an annotation of free tags for each track, and so gets what a namespace has no name
        for. A recording of unknown length is said to end with the last label: JAMS wants to know.
        """
        if not (template or b"").strip():
            if not regions:
                return template or b""
            template = self._blank(regions).encode()
        assert template is not None, "there is a blank one"
        file = jams_file(template, Path())
        origins = match(file.regions, regions)
        if is_untouched(file.regions, regions, origins):
            return template
        return file.source.encode(changed(file.source.text, list(jams_changes(file, regions, origins))))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as JSON with the parts of a JAMS file."""
        text = FileText.decode(content).text
        return text.lstrip().startswith("{") and _PARTS.search(text) is not None

    def _blank(self, regions: Sequence[Region]) -> str:
        length_s = self._sound.duration_s or max(one.end_s for one in regions)
        facts = {"title": self._sound.name, "duration": float(length_s), "jams_version": _VERSION}
        about = dumps(facts, ensure_ascii=False)
        return f'{{"annotations": [], "file_metadata": {about}, "sandbox": {{}}}}\n'


def _is_own(file: JamsFile) -> bool:
    """Whether it is laid out as a new one is here."""
    facts = file.root.get("file_metadata")
    sound = LabelledSound(facts.get("title").text, facts.get("duration").number or 0.0)
    return JamsAnnotations(sound).write(file.regions) == file.source.encode(file.source.text)


def _notes(file: JamsFile) -> Iterator[Text]:
    valueless = sum(is_valueless(file.observation(at)[2]) for at in range(len(file.regions)))
    if valueless:
        yield Text(
            "{n} observation has no value and is called like its namespace",
            "{n} observations have no values and are called like their namespaces",
            n=valueless,
        )
    if file.others:
        kinds = quoted(file.others, most=5)
        yield Text("its annotations {kinds} are no labels and are kept in the file, not shown", kinds=kinds)
