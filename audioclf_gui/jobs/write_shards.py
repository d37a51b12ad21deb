"""Writing a project's sounds and labels as shards: few large files that are read from front to end."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

from audioclf_gui.core.clip import Candidate, Clip, Quarantined
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.file_names import file_name, file_names
from audioclf_gui.core.label import Label, Region
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.archives import check_room
from audioclf_gui.formats.shards import ShardExample, ShardKind, ShardWriter, WrittenShard, facts_of
from audioclf_gui.formats.shards.writing import new_folder, write_manifest

SHARDS = "shards"
"""The folder in that of a project from which training reads the sounds, if it is there."""

USUAL_SHARD_BYTES = 256 * 10**6
MOST_SOUND_BYTES = 512 * 2**20
"""A longer recording does not go into a shard: whoever reads it has all of it in memory."""

_ALL = "all"  # the part of a project without folds
_KEY_CHARACTERS = 40
_FRAMING = 1.1  # times the sounds' own bytes, about


@dataclass(frozen=True, slots=True)
class WriteShards:
    """Where the shards go, and how.

    Attributes
    ----------
    folder : Path
        It is made, or empty.
    shard_bytes : int
        About the most that a shard takes.
    seed : int
        Of the order of the clips in each part, so that neighbours in a shard are strangers.
    """

    folder: Path
    kind: ShardKind = ShardKind.TAR
    shard_bytes: int = USUAL_SHARD_BYTES
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ShardsWritten:
    """What came of it."""

    folder: Path
    shards: tuple[WrittenShard, ...]
    refused: tuple[Quarantined, ...]  # clips that stay out
    notes: tuple[Text, ...]

    @property
    def examples(self) -> int:
        """How many sounds are in them."""
        return sum(one.examples for one in self.shards)

    @property
    def size(self) -> int:
        """Bytes of all shards."""
        return sum(one.bytes for one in self.shards)


def write_shards(request: WriteShards, project: ProjectView) -> Generator[Progress, None, ShardsWritten]:
    """Write each clip's sound file as it is, with labels, group and fold; each fold in shards of its own.

    The folder is there as a whole or not at all; to cancel, stop iterating.

    Yields
    ------
    Progress
        Clips.

    Raises
    ------
    UserError
        If there are no clips, or the place is not empty or cannot be written.
    """
    view = project.catalogue
    clips = _ordered(view, request.seed)
    if not clips:
        raise UserError(
            Text("{name} has no clips", name=project.folder.name), remedy=Text("Import sounds first.")
        )
    refused: list[Quarantined] = []
    try:
        with new_folder(request.folder) as held, ExitStack() as stack:
            check_room(request.folder.name, _size(view, clips), held)
            writers = _writers(held, request, clips)
            for writer in writers.values():
                stack.callback(writer.close)
            for number, clip in enumerate(clips):
                _add(view, clip, number, writers[clip.fold], refused)
                yield Progress(number + 1, len(clips))
            stack.close()
            shards = tuple(one for writer in writers.values() for one in writer.written)
            if not shards:
                raise UserError(
                    Text("no clip can be read, so there is nothing to write"), remedy=refused[0].remedy
                )
            write_manifest(held, request.kind, [known.name for known in view.classes], shards)
    except OSError as error:
        raise cannot_write(request.folder, error) from error
    return ShardsWritten(request.folder, shards, tuple(refused), tuple(_notes(view)))


def _ordered(view: CatalogueView, seed: int) -> list[Clip]:
    """All clips, shuffled; one fold after the other."""
    clips = list(view.clips)
    Random(seed).shuffle(clips)
    return sorted(clips, key=lambda clip: clip.fold)


def _size(view: CatalogueView, clips: Sequence[Clip]) -> int:
    files = (view.audio_path(clip) for clip in clips)
    return round(_FRAMING * sum(file.stat().st_size for file in files if file.is_file()))


def _writers(folder: Path, request: WriteShards, clips: Sequence[Clip]) -> dict[str, ShardWriter]:
    """For each fold what writes its shards."""
    folds = list(dict.fromkeys(clip.fold for clip in clips))
    names = file_names([fold or _ALL for fold in folds])
    return {
        fold: ShardWriter(folder, request.kind, names[fold or _ALL], fold, request.shard_bytes)
        for fold in folds
    }


def _add(
    view: CatalogueView, clip: Clip, number: int, writer: ShardWriter, refused: list[Quarantined]
) -> None:
    path = view.audio_path(clip)
    try:
        if path.stat().st_size > MOST_SOUND_BYTES:
            refused.append(
                Quarantined(
                    path,
                    Text("it has more than 512 MiB, and a shard is read sound by sound into memory"),
                    Text("Write its labels as sounds of their own (`audioclf labels sounds`), then those."),
                )
            )
            return
        sound = path.read_bytes()
    except OSError as error:
        refused.append(
            Quarantined(
                path,
                Text("it cannot be read: {reason}", reason=error.strerror or str(error)),
                Text("Show where it lies now (`audioclf relink`), then write the shards again."),
            )
        )
        return
    stem, suffix = split_name(clip.name)
    candidate = _candidate(view, clip, path)
    key = f"{number:06d}_{file_name(stem).replace('.', '_')[:_KEY_CHARACTERS]}"
    example = ShardExample(key, suffix.lstrip(".").lower() or "wav", sound, facts_of(candidate, clip.content))
    words = {
        "class": candidate.class_names or tuple(dict.fromkeys(one.text for one in candidate.regions)),
        "group": [candidate.group] if candidate.group else [],
        "fold": [candidate.fold] if candidate.fold else [],
    }
    writer.add(example, words, clip.audio.rate_hz)


def _candidate(view: CatalogueView, clip: Clip, path: Path) -> Candidate:
    """The clip as an import takes it in."""
    names = {known.id: known.name for known in view.classes}
    labels = view.learnt_labels(clip.id)
    whole = [names[one.class_id] for one in labels if one.is_whole_clip and one.class_id is not None]
    return Candidate(
        path,
        whole[0] if whole else "",
        clip.group,
        clip.fold,
        clip.target,
        tuple(
            _region(one, "" if one.class_id is None else names[one.class_id])
            for one in labels
            if not one.is_whole_clip
        ),
        view.quantity,
        tuple(whole[1:]),
        tuple(sorted(names[one] for one in view.rejected(clip.id))),
    )


def _region(label: Label, name: str) -> Region:
    assert label.start_s is not None
    assert label.end_s is not None
    return Region(
        label.start_s,
        label.end_s,
        name,
        label.low_hz,
        label.high_hz,
        track=label.track,
        note=label.note,
        certainty=label.certainty,
    )


def _notes(view: CatalogueView) -> Iterator[Text]:
    """What is in the project and not in the shards."""
    left = sum(
        not one.is_whole_clip and one.track in view.unlearnt
        for clip in view.clips
        for one in view.labels(clip.id)
        if view.unlearnt
    )
    if left:
        yield Text(
            "{n} label stays out, as its track is not learnt from.",
            "{n} labels stay out, as their tracks are not learnt from.",
            n=left,
        )
