"""A number of each clip is learnt instead of its class, from the import to the figures."""

import threading

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.settings import settings_for

from .test_train import SMALL

RATE_HZ = 8000


def tone(path, pitch_khz, seed):
    noise = 0.02 * np.random.default_rng(seed).standard_normal(RATE_HZ // 2)
    wave = 0.3 * np.sin(2 * np.pi * 1000 * pitch_khz * np.arange(RATE_HZ // 2) / RATE_HZ)
    write_wav(path, (noise + wave).astype(np.float32), RATE_HZ)
    return path


@pytest.fixture
def pitched(tmp_path):
    """A project of tones that knows the pitch of each but the last two."""
    wanted = []
    for number in range(26):
        pitch_khz = 0.5 + 0.1 * (number * 7 % 24)
        path = tone(tmp_path / "tones" / f"{number}.wav", pitch_khz, number)
        known = None if number >= 24 else pitch_khz
        wanted.append(Candidate(path, group=f"site {number // 4}", target=known))
    with Project.create(tmp_path / "pitched") as project:
        carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
        yield project


def trained(project, tmp_path, **changes):
    settings = settings_for("fast", **(SMALL | changes))
    request = Train(project.runs.next("fast", settings.to_dict()), settings)
    return carry_out(train(request, project.view(), tmp_path / "cache", threading.Event()), project)


def test_clips_with_numbers_and_without_labels_are_learnt_as_numbers(pitched, tmp_path):
    run = trained(pitched, tmp_path)
    assert run.status is RunStatus.DONE
    assert run.report["objective"] == "regression"
    assert {"r2", "mae", "rmse", "bias", "guess_rmse"} <= run.report.keys()
    assert "2 clips have no number and are left out." in run.report["notes"]


def test_numbers_are_not_learnt_where_there_are_none(project, tmp_path):
    with pytest.raises(UserError, match="no clip has a number to learn yet"):
        trained(project, tmp_path, objective="regression")
    assert project.runs.all == ()
