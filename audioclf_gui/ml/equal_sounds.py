"""Which files of different bytes hold the same sound: in another format, or with other titles."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.files import Frames, known_facts, read_blocks
from audioclf_gui.audio.heard import SILENT_DB, are_equal, listen, sample_bytes
from audioclf_gui.audio.levels import peak_db
from audioclf_gui.core.clip import AudioFacts
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import TrainingData

_BEGINNING_FRAMES = 2**14  # seldom equal in two recordings, and read in a millisecond


def beginning(path: Path) -> str:
    """Hash of the first samples of a file, equal for equal sound; "" if it cannot be read."""
    found = _first_samples(path)
    return "" if found is None else _hash(*found)


def is_among(path: Path, beginnings: Collection[str]) -> bool:
    """Whether a file begins as one of those whose `beginning` these are, and as long: with the same sound.

    One that begins with silence is not told by that.
    """
    found = _first_samples(path)
    if found is None or peak_db(found[1]) < SILENT_DB:
        return False
    return _hash(*found) in beginnings


def _first_samples(path: Path) -> tuple[AudioFacts, Frames] | None:
    try:
        facts = known_facts(path)
        block = next(read_blocks(path, _BEGINNING_FRAMES, 0, _BEGINNING_FRAMES), None)
    except UnreadableAudioError:
        return None
    return None if block is None else (facts, block)


def _hash(facts: AudioFacts, block: Frames) -> str:
    if are_equal(block):  # as `SoundHash` counts them
        block = block[:, :1]
    head = f"{facts.rate_hz} {block.shape[1]} {facts.frames} ".encode()
    return hashlib.blake2b(head + sample_bytes(block), digest_size=16).hexdigest()


def with_equal_sounds(data: TrainingData, beginnings: Mapping[str, str]) -> TrainingData:
    """The data, in which examples know their beginning, and those of equal sound say so.

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
    examples = (
        replace(one, same_as=same.get(one.content, ""), beginning=beginnings.get(one.content, ""))
        for one in data.examples
    )
    return replace(data, examples=tuple(examples))
