"""Jobs are carried out over a project in a folder, without a window or a command line."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import carry_out

RATE_HZ = 8000


@dataclass(frozen=True)
class Collected:
    """All that a job said, and what it came to; nothing was written."""

    events: list
    result: object

    def of(self, kind):
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]


def collected(job: Generator) -> Collected:
    """Run a job to its end and write nothing."""
    events = []
    return Collected(events, result_of(job, events.append))


def copies(project: Project) -> list[Path]:
    """The copies of the project file that were taken before edits."""
    return sorted((project.folder / "snapshots").glob("*"))


@pytest.fixture
def sounds(tmp_path) -> Path:
    """A folder with three tones of a dog, two of a wren, and one of nobody."""
    folder = tmp_path / "sounds"
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    for number, name in enumerate(("dog-0", "dog-1", "dog-2", "wren-0", "wren-1", "new-0")):
        tone = 0.3 * np.sin(2 * np.pi * (300.0 + 100.0 * number) * time_s)
        write_wav(folder / f"{name}.wav", tone.astype(np.float32), RATE_HZ)
    return folder


@pytest.fixture
def project(tmp_path, sounds):
    """A project of the sounds, in which only the new one has no class."""
    wanted = [
        Candidate(path, "" if path.stem.startswith("new") else path.stem.partition("-")[0])
        for path in sorted(sounds.glob("*.wav"))
    ]
    with Project.create(tmp_path / "project") as project:
        carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
        yield project


@pytest.fixture
def reader(project):
    """The same project as somebody sees it who may only read it."""
    with Project.open(project.folder) as reader:
        assert reader.read_only
        yield reader


@pytest.fixture
def ids(project):
    """The clips' ids by the name of their file, without its ending."""
    return {clip.name.removesuffix(".wav"): clip.id for clip in project.catalogue.view.clips}


@pytest.fixture
def bundle(save_tiny, tmp_path):
    """A model of dog, wren and a class that the project does not have."""
    return save_tiny(tmp_path / "model", classes=("dog", "wren", "owl"))


@pytest.fixture
def run(project):
    """A run that has begun."""
    run = project.runs.next("fast", {})
    project.runs.put(run)
    return run


@pytest.fixture
def learnable(project, tmp_path):
    """The project with enough clips of both classes, from six places."""
    wanted = []
    for number in range(24):
        name = ("dog", "wren")[number % 2]
        path = tmp_path / "more" / f"{name}-{number}.wav"
        noise = 0.1 * np.random.default_rng(number).standard_normal(RATE_HZ // 2)
        tone = 0.3 * np.sin(np.arange(RATE_HZ // 2) * (0.3 + 0.8 * (number % 2)))
        write_wav(path, (noise + tone).astype(np.float32), RATE_HZ)
        wanted.append(Candidate(path, name, group=f"site {number // 4}"))
    carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
    return project
