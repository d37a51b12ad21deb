"""Features computed from shards: few large files, read from front to end, instead of many recordings."""

import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.content import content_hash_of
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards import MANIFEST, ShardExample, examples_of, shard_files
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import EVENT_EVERY_S, CacheProgress, Note
from audioclf_gui.ml.feature_cache import compute_features, is_cached
from audioclf_gui.ml.front_ends import FrontEnd

_MOST_BYTES = (
    64 * 2**20
)  # longer sounds are known by samples of their bytes, and few enough to be read singly


def cache_from_shards(
    examples: Sequence[Example], front_end: FrontEnd, cache_dir: Path, folder: Path, stop: threading.Event
) -> Generator[CacheProgress | Note, None, None]:
    """Store the features that are not on disk yet of all examples whose sound files are in the shards.

    A sound counts by its bytes and not by its name, so that shards of another day do no harm: what is not in
    them is left to `feature_cache.cache_features`, and so is what cannot be read. One sound at a time is in
    memory.

    Parameters
    ----------
    folder
        Where there is none with shards, nothing happens.
    """
    wanted = _wanted(examples, front_end, cache_dir) if (folder / MANIFEST).is_file() else {}
    total, told_at = len(wanted), time.monotonic()
    try:
        for sound in examples_of(shard_files(folder)) if wanted else ():
            if len(sound.sound) <= _MOST_BYTES:
                _compute(sound, wanted.pop(content_hash_of(sound.sound), []), front_end, cache_dir)
            if stop.is_set() or not wanted:
                break
            if time.monotonic() - told_at >= EVENT_EVERY_S:
                told_at = time.monotonic()
                yield CacheProgress(total - len(wanted), total)
    except UserError as error:
        yield Note(Text("{problem}; the rest is read from the recordings", problem=error.message))
    if len(wanted) < total:
        yield Note(
            Text(
                "{n} recording was read from the shards in {folder}",
                "{n} recordings were read from the shards in {folder}",
                n=total - len(wanted),
                folder=folder,
            )
        )


def _wanted(examples: Sequence[Example], front_end: FrontEnd, cache_dir: Path) -> dict[str, list[Example]]:
    """Those whose features are not on disk, by the content of their files."""
    wanted: defaultdict[str, list[Example]] = defaultdict(list)
    for example in examples:
        if not is_cached(example, front_end, cache_dir):
            wanted[example.content].append(example)
    return dict(wanted)


def _compute(sound: ShardExample, examples: Sequence[Example], front_end: FrontEnd, cache_dir: Path) -> None:
    """Store the features of the examples that lie in a sound; decoders want a file."""
    if not examples:
        return
    with tempfile.TemporaryDirectory(prefix="audioclf-shard-") as folder, closing(MonoReader()) as reader:
        file = Path(folder, f"sound.{sound.suffix}")
        file.write_bytes(sound.sound)
        for example in examples:
            if is_cached(example, front_end, cache_dir):  # that of a copy
                continue
            try:
                compute_features(replace(example, path=file), front_end, cache_dir, reader)
            except UnreadableAudioError:  # told where the recording itself is read
                return
