"""A search whose trials are carried out by a cluster of two computers, one of which is killed."""

import shutil
import sys
import threading
from contextlib import closing

import numpy as np
import pytest

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.search import Search, search
from audioclf_gui.ml.search.space import space_of
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.remote.cluster.events import WorkerLost, WorkerReady
from audioclf_gui.remote.cluster.search import search_on_cluster
from tests.remote.cluster.conftest import RATE_HZ

pytest.importorskip("ray")
pytest.importorskip("optuna")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Ray has one computer there"),
]

ASKED = Search(
    settings_for("forest", seed=4, coefficients=8),
    space_of(["trees=200..400", "mels=16,24"]),
    trials=5,
    jobs=1,
)


@pytest.fixture
def folder(tmp_path):
    """A project of noisy tones of two classes from six sites, some of them hard to tell apart."""
    noise = np.random.default_rng(1)
    time_s = np.arange(RATE_HZ) / RATE_HZ
    wanted = []
    for number in range(36):
        name = "low" if number % 2 else "high"
        tone = 0.1 * np.sin(2 * np.pi * (400 + 150 * (name == "high")) * time_s)
        path = tmp_path / "tones" / f"{number:02}.wav"
        write_wav(path, (tone + 0.2 * noise.standard_normal(RATE_HZ)).astype(np.float32), RATE_HZ)
        wanted.append(Candidate(path, name, group=f"site {number % 6}"))
    with Project.create(tmp_path / "project") as project:
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return tmp_path / "project"


def test_a_search_comes_to_the_same_although_a_worker_is_killed(computers, folder, tmp_path):
    alone = shutil.copytree(folder, tmp_path / "alone")
    (file,) = alone.glob("*.audioclf")
    with Project.open(file) as project:
        expected = result_of(search(ASKED, project.view(), cache_folder(), threading.Event()))
    second = computers.add_node(num_cpus=1)
    ready = lost = 0
    (file,) = folder.glob("*.audioclf")
    with Project.open(file) as project:
        asked = (ASKED, project.view(), cache_folder(), threading.Event(), computers.address, 2)
        with closing(search_on_cluster(*asked)) as events:
            try:
                while True:
                    event = next(events)
                    ready += isinstance(event, WorkerReady)
                    lost += isinstance(event, WorkerLost)
                    if isinstance(event, WorkerReady) and ready == 2:
                        computers.remove_node(second, allow_graceful=False)
            except StopIteration as end:
                found = end.value
        assert lost == 1
        assert [(one.number, one.values, one.state, one.figures) for one in found.trials] == [
            (one.number, one.values, "done", one.figures) for one in expected.trials
        ]
        assert found.winner.number == expected.winner.number
        assert (found.outer_figure, found.judged) == (expected.outer_figure, expected.judged)
        assert found.journal.name == expected.journal.name
        again = result_of(search(ASKED, project.view(), cache_folder(), threading.Event()))
    assert again.trials == found.trials, "one computer goes on with it, and has nothing to do"


def test_recordings_that_a_worker_does_not_see_are_told_with_the_remedy(computers, folder):
    (file,) = folder.glob("*.audioclf")
    with Project.open(file) as project:
        asked = (ASKED, project.view(), cache_folder(), threading.Event(), computers.address, 1)
        with closing(search_on_cluster(*asked)) as events:
            next(events)
            (folder.parent / "tones" / "05.wav").unlink()
            with pytest.raises(UserError, match=r"05\.wav is not there on") as raised:
                list(events)
    assert "sees by the same path" in str(raised.value.remedy)
