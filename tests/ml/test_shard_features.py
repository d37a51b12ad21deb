"""Features from shards: the same numbers as from the recordings, without opening these."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import probe, write_wav
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.write_shards import WriteShards, write_shards
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.dataset import training_data
from audioclf_gui.ml.events import Note
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.shard_features import cache_from_shards

RATE_HZ = 8000
MEL = mel_settings(8000, mels=16)
FRONT_END = LogMelPictures(1.0, "zeros", MEL)


def drained(steps):
    events = []
    while True:
        try:
            events.append(next(steps))
        except StopIteration as end:
            return events, end.value


@pytest.fixture
def made(tmp_path):
    """Examples of six short sounds, and the folder with these as shards."""
    rng = np.random.default_rng(1)
    found = []
    for number in range(6):
        path = tmp_path / "p" / f"{number}.wav"
        write_wav(path, rng.normal(0.0, 0.1, RATE_HZ).astype(np.float32), RATE_HZ)
        found.append(FoundClip(Candidate(path, "ab"[number % 2]), probe(path), content_hash(path)))
    with Project.create(tmp_path / "p") as project:
        project.catalogue.add_clips(found)
        carry_out(write_shards(WriteShards(tmp_path / "p/shards"), project.view()), project)
        return training_data(project.catalogue.view).examples, tmp_path / "p/shards"


def cached(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*.safetensors")}


def test_the_features_are_the_same_and_no_recording_is_opened(made, tmp_path):
    examples, shards = made
    drained(cache_features(examples, FRONT_END, tmp_path / "one", threading.Event()))
    elsewhere = [replace(one, path=Path("gone", one.path.name)) for one in examples]
    events, _ = drained(cache_from_shards(elsewhere, FRONT_END, tmp_path / "two", shards, threading.Event()))
    assert cached(tmp_path / "one") == cached(tmp_path / "two") != {}
    assert [str(one.text) for one in events if isinstance(one, Note)] == [
        f"6 recordings were read from the shards in {shards}"
    ]


def test_what_a_cut_shard_lacks_is_left_to_the_recordings(made, tmp_path):
    examples, shards = made
    (file,) = shards.glob("*.tar")
    file.write_bytes(file.read_bytes()[:60_000])
    events, _ = drained(cache_from_shards(examples, FRONT_END, tmp_path / "c", shards, threading.Event()))
    told = [str(one.text) for one in events if isinstance(one, Note)]
    assert "cut off" in told[0]
    assert 0 < len(cached(tmp_path / "c")) < 6
