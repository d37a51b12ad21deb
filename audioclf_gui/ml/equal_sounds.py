"""Which files of different bytes hold the same sound: in another format, or with other titles."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.heard import SILENT_DB, listen, sample_bytes
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import TrainingData

_BEGINNING_FRAMES = 2**14  # seldom equal in two recordings, and read in a millisecond


def beginning(path: Path) -> str:
    """Hash of the first samples of a file, equal for equal sound; "" if it cannot be read."""
    try:
        facts = known_facts(path)
        block = next(read_blocks(path, _BEGINNING_FRAMES, 0, _BEGINNING_FRAMES), None)
    except UnreadableAudioError:
        return ""
    if block is None:
        return ""
    head = f"{facts.rate_hz} {facts.channels} {facts.frames} ".encode()
    return hashlib.blake2b(head + sample_bytes(block), digest_size=16).hexdigest()


def with_equal_sounds(data: TrainingData, beginnings: Mapping[str, str]) -> TrainingData:
    """The data, in which examples of equal sound say so.

    Only files that begin alike are read whole. Silence is no copy of silence.

    Parameters
    ----------
    beginnings
        For the content of each file, its `beginning`.
    """
    alike: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for example in data.examples:
        if start := beginnings.get(example.content):
            alike[start][example.content] = example.path
    same: dict[str, str] = {}  # content: that of the first file with this sound
    for files in alike.values():
        if len(files) > 1:
            first: dict[str, str] = {}
            for content, path in sorted(files.items()):
                heard = listen(path)
                if heard.problem is None and heard.peak_db >= SILENT_DB:
                    same[content] = first.setdefault(heard.sound, content)
    if not same:
        return data
    examples = (replace(one, same_as=same.get(one.content, "")) for one in data.examples)
    return replace(data, examples=tuple(examples))
