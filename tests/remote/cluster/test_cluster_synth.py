"""Mixtures by a cluster of two computers, one of which is killed, are those of one computer."""

import sys
from contextlib import closing

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.mixtures import MixtureSettings
from audioclf_gui.core.project import Project
from audioclf_gui.core.project_files import project_files
from audioclf_gui.jobs.make_mixtures import MakeMixtures, make_mixtures
from audioclf_gui.remote.cluster.mixture import mixed_elsewhere
from audioclf_gui.remote.cluster.synth import synth_on_cluster
from tests.remote.cluster.conftest import RATE_HZ

pytest.importorskip("ray")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Ray has one computer there"),
]

FEW = MixtureSettings(mixtures=(24, 4, 4), length_s=(20.0, 20.0), events_per_min=(90.0, 90.0), seed=7)


@pytest.fixture
def voices(tmp_path):
    """A folder for each class, in it a tone of each of five speakers, and a file that is no sound."""
    time_s = np.arange(2400) / RATE_HZ
    for name, hz in (("low", 300.0), ("high", 2000.0)):
        for speaker in range(5):
            tone = 0.2 * np.sin(2 * np.pi * (hz + 10.0 * speaker) * time_s)
            write_wav(tmp_path / "voices" / name / f"speaker{speaker}.wav", tone.astype(np.float32), RATE_HZ)
    (tmp_path / "voices" / "low" / "broken.wav").write_text("nothing to hear")
    return tmp_path / "voices"


def files_of(folder):
    """What lies there, without the project."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".audioclf" not in path.name
    }


def test_mixtures_are_the_same_bytes_although_a_computer_is_killed(computers, voices, tmp_path):
    expected = result_of(make_mixtures(MakeMixtures(voices, tmp_path / "one", FEW)))
    second = computers.add_node(num_cpus=1)
    request = MakeMixtures(voices, tmp_path / "many", FEW)
    mixtures = 0
    with closing(synth_on_cluster(request, computers.address, 2)) as job:
        for event in job:
            mixtures = event.done if event.total == 32 else mixtures
            if mixtures == 4:
                break  # whoever asked has had enough: what is done is kept
    with closing(synth_on_cluster(request, computers.address, 2)) as job:
        killed = False
        try:
            while True:
                event = next(job)
                if event.total == 32 and event.done >= 6 and not killed:
                    killed = True
                    computers.remove_node(second, allow_graceful=False)
        except StopIteration as end:
            made = end.value
    assert killed
    assert (made.kept, made.events, made.duration_s) == (4, expected.events, expected.duration_s)
    assert made.refused == expected.refused
    assert files_of(tmp_path / "many") == files_of(tmp_path / "one")
    (file,) = project_files(tmp_path / "many")
    with Project.open(file) as project:
        assert len(project.catalogue.view.clips) == 32


def test_sounds_that_a_worker_does_not_see_are_told_with_the_remedy(computers, voices, tmp_path):
    with closing(synth_on_cluster(MakeMixtures(voices, tmp_path / "many", FEW), computers.address, 1)) as job:
        while next(job).total != 32:
            pass
        for sound in (voices / "low").iterdir():
            sound.unlink()
        with pytest.raises(UserError, match="is not there on") as raised:
            list(job)
    assert "sees by the same path" in str(raised.value.remedy)


def test_a_worker_of_another_version_mixes_nothing(voices, tmp_path):
    plans = []

    def noted(wanted, *_others):
        plans.extend(wanted)
        yield from ()

    with pytest.raises(KeyError):  # none is made
        result_of(make_mixtures(MakeMixtures(voices, tmp_path / "none", FEW), noted))
    found = mixed_elsewhere(plans[0], "wav", "0.0.1")
    assert "is installed on" in str(found.message)
