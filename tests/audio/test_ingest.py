import os
import random

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import audio_files, ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress


def take(path, seed=0, frames=800):
    write_wav(path, np.random.default_rng(seed).uniform(-0.5, 0.5, frames).astype(np.float32), 8000)
    return path


@pytest.fixture
def mixed(tmp_path):
    take(tmp_path / "deep/er/B.WAV", 1)
    take(tmp_path / "a.Wave", 2)
    take(tmp_path / "one frame.wav", 3, frames=1)
    (tmp_path / "empty.wav").touch()
    (tmp_path / "text.flac").write_text("this is a letter")
    (tmp_path / "song.m4a").write_bytes(b"\0\0\0\x20ftypM4A \0\0\0\0mp4a")
    (tmp_path / "cut.wav").write_bytes((tmp_path / "a.Wave").read_bytes()[:30])
    (tmp_path / "notes.txt").write_text("no audio")
    take(tmp_path / "._a.wav")
    take(tmp_path / ".hidden/c.wav")
    return tmp_path


def test_bad_files_are_put_aside_and_every_good_one_is_taken(mixed):
    events = list(ingest([Candidate(path) for path in audio_files(mixed)]))
    assert sorted(e.candidate.path.name for e in events if isinstance(e, FoundClip)) == [
        *("B.WAV", "a.Wave", "one frame.wav"),
    ]
    aside = {event.path.name: event for event in events if isinstance(event, Quarantined)}
    assert sorted(aside) == ["cut.wav", "empty.wav", "song.m4a", "text.flac"]
    assert "AAC is not supported" in str(aside["song.m4a"].reason)
    assert all(event.reason and event.remedy for event in aside.values())
    assert events[0] == Progress(0, 7)
    assert events[-1] == Progress(7, 7)


def test_the_order_of_the_listing_does_not_matter(mixed):
    candidates = [Candidate(path, path.suffix) for path in audio_files(mixed)]
    expected = [event for event in ingest(candidates) if not isinstance(event, Progress)]
    random.Random(4).shuffle(candidates)
    assert [event for event in ingest(candidates) if not isinstance(event, Progress)] == expected


def test_a_file_that_went_away_or_may_not_be_read_is_put_aside(tmp_path):
    (event,) = [e for e in ingest([Candidate(tmp_path / "gone.wav")]) if isinstance(e, Quarantined)]
    assert "No such file" in str(event.reason)


def test_links_in_a_circle_end(tmp_path):
    take(tmp_path / "folder/a.wav")
    try:
        (tmp_path / "folder/again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    assert [path.name for path in audio_files(tmp_path)] == ["a.wav"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_may_not_be_looked_into_is_put_aside_by_name(tmp_path):
    take(tmp_path / "closed/a.wav")
    (tmp_path / "closed").chmod(0)
    try:
        (event,) = [
            e for e in ingest([Candidate(p) for p in audio_files(tmp_path)]) if isinstance(e, Quarantined)
        ]
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert event.path.name == "closed"


def test_a_file_named_directly_is_listed_whatever_its_name(tmp_path):
    assert audio_files(take(tmp_path / "recording.dat")) == [tmp_path / "recording.dat"]
    with pytest.raises(UserError, match="There is no folder nowhere"):
        audio_files(tmp_path / "nowhere")
