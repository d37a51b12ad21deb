from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav

RATE_HZ = 8000


@pytest.fixture
def archive(tmp_path) -> Path:
    """A folder of 96 tones of a second in two folders, and a file that is no sound."""
    folder = tmp_path / "archive"
    time_s = np.arange(RATE_HZ) / RATE_HZ
    for number in range(96):
        tone = 0.3 * np.sin(2 * np.pi * (200.0 + 30.0 * number) * time_s)
        write_wav(folder / f"site-{number % 2}" / f"{number:03}.wav", tone.astype(np.float32), RATE_HZ)
    (folder / "site-0" / "broken.wav").write_text("nothing to hear")
    return folder


@pytest.fixture
def bundle(save_tiny, tmp_path) -> Path:
    return save_tiny(tmp_path / "model")


@pytest.fixture(scope="package")
def computers():
    """A cluster of one computer with a core, to which others can be added."""
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_MODE", "disabled")
        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
        yield cluster
        cluster.shutdown()
