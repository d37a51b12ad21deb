"""Projects for what the window decides without Qt; no application is made here."""

from pathlib import Path

import pytest

from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project


@pytest.fixture
def project(tmp_path: Path):
    """Six clips without a label, c0 to c5, and dog0, dog1 and rain0 with theirs; no sound exists."""
    facts = AudioFacts(rate_hz=8000, channels=1, frames=16000, encoding="WAV 16 bit")
    names = [(f"c{number}", "") for number in range(6)] + [
        ("dog0", "dog"),
        ("dog1", "dog"),
        ("rain0", "rain"),
    ]
    with Project.create(tmp_path / "yard") as project:
        project.catalogue.add_clips(
            [
                FoundClip(Candidate(tmp_path / "yard" / f"{name}.wav", label), facts, f"hash of {name}")
                for name, label in names
            ]
        )
        yield project
