from pathlib import Path

import pytest

from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project


@pytest.fixture
def found(tmp_path):
    """Makes clips that an import could have found; their audio need not exist."""

    def make(count: int, **candidate) -> list[FoundClip]:
        facts = AudioFacts(rate_hz=8000, channels=1, frames=16000, encoding="WAV 16 bit")
        return [
            FoundClip(Candidate(tmp_path / "audio" / f"{number}.wav", **candidate), facts, f"hash {number}")
            for number in range(count)
        ]

    return make


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "birds") as project:
        yield project
