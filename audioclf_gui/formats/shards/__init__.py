"""Shards: a large data set as few files that are read from front to end."""

from audioclf_gui.formats.shards.example import ShardExample, candidate_of, facts_of
from audioclf_gui.formats.shards.folder import MANIFEST, ShardKind, examples_of, shard_files
from audioclf_gui.formats.shards.shuffling import shuffled
from audioclf_gui.formats.shards.writing import ShardWriter, WrittenShard

__all__ = [
    "MANIFEST",
    "ShardExample",
    "ShardKind",
    "ShardWriter",
    "WrittenShard",
    "candidate_of",
    "examples_of",
    "facts_of",
    "shard_files",
    "shuffled",
]
