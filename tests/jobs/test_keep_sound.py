"""What was heard becomes a recording of the project that says where it comes from."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from threading import Barrier

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.keep_sound import KeepSound, SoundOrigin, keep_sound
from audioclf_gui.jobs.writing import carry_out

from .conftest import RATE_HZ

NOON = datetime(2026, 3, 1, 12, 0, 0, 250_000)
ORIGIN = SoundOrigin(NOON, "Mikrofon Süd", "run-0003", "dog", {"dog": 0.91234, "owl": 0.05})


def tone(seconds, level=0.3):
    return (level * np.sin(2 * np.pi * 440.0 * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)).astype(
        np.float32
    )


def wanted(samples, silence_db=-70.0):
    return KeepSound(samples, RATE_HZ, "live 2026-03-01 12-00-00", ORIGIN, silence_db)


def test_a_sound_is_a_clip_whose_file_says_when_where_and_by_which_model_it_was_heard(project):
    path = carry_out(keep_sound(wanted(tone(1.5)), project.view()), project)
    clip = project.catalogue.view.clip_at(path)
    assert clip.path == "recordings/live-2026-03-01 12-00-00-250.flac"
    assert clip.group == "live 2026-03-01 12-00-00"
    np.testing.assert_allclose(read_mono(path), tone(1.5), atol=1e-4)
    with sf.SoundFile(path) as file:
        assert json.loads(file.comment) == {
            "heard_at": "2026-03-01T12:00:00.250",
            "source": "Mikrofon Süd",
            "model": "run-0003",
            "class": "dog",
            "scores": {"dog": 0.9123, "owl": 0.05},
        }
        assert file.date == "2026-03-01"


def test_sounds_that_begin_at_one_moment_do_not_overwrite_each_other(project):
    paths = {
        carry_out(keep_sound(wanted(tone(seconds)), project.view()), project) for seconds in (1.0, 1.5, 2.0)
    }
    assert sorted(project.catalogue.view.clip_at(path).duration_s for path in paths) == [1.0, 1.5, 2.0]


def test_sounds_that_are_kept_at_one_moment_have_files_of_their_own(project):
    view, lengths_s = project.view(), [1.0 + 0.1 * number for number in range(8)]
    together = Barrier(len(lengths_s))

    def write(seconds):
        keeping = keep_sound(wanted(tone(seconds)), view)
        together.wait()
        with closing(keeping):
            return next(keeping).path

    for _ in range(5):
        with ThreadPoolExecutor(len(lengths_s)) as threads:
            paths = list(threads.map(write, lengths_s))
        assert [sf.info(path).duration for path in paths] == pytest.approx(lengths_s)


def test_taking_it_back_takes_the_clip_out(project):
    path = carry_out(keep_sound(wanted(tone(1.0)), project.view()), project)
    project.catalogue.undo()
    with pytest.raises(KeyError):
        project.catalogue.view.clip_at(path)


@pytest.mark.parametrize(
    "samples", [np.zeros(RATE_HZ, np.float32), np.full(RATE_HZ, 0.2, np.float32), tone(1.0, 1e-4)]
)
def test_silence_is_refused_and_leaves_no_file(project, samples):
    before = len(project.catalogue.view.clips)
    with pytest.raises(UserError, match="nothing to hear"):
        carry_out(keep_sound(wanted(samples), project.view()), project)
    assert len(project.catalogue.view.clips) == before
    assert not list((project.folder / "recordings").glob("*"))


def test_a_short_sound_in_silence_is_none(project):
    samples = np.concatenate([np.zeros(20 * RATE_HZ, np.float32), tone(0.05, 0.001)])
    assert carry_out(keep_sound(wanted(samples, silence_db=-70.0), project.view()), project).exists()


def test_a_folder_that_cannot_be_made_is_told(project):
    shutil.rmtree(project.folder / "recordings")
    (project.folder / "recordings").touch()
    with pytest.raises(UserError, match="cannot be written"):
        carry_out(keep_sound(wanted(tone(1.0)), project.view()), project)


def test_nothing_is_kept_in_a_project_that_may_only_be_read(reader):
    with pytest.raises(ReadOnlyProjectError):
        carry_out(keep_sound(wanted(tone(1.0)), reader.view()), reader)


@pytest.mark.parametrize(
    ("room", "told"), [(0, "cannot be written"), (20_000, "cannot be written"), (90_000, "not be saved")]
)
def test_a_full_disk_is_told_and_leaves_neither_file_nor_clip(small_disk, room, told):
    hiss = (0.1 * np.random.default_rng(0).standard_normal(48_000)).astype(np.float32)  # takes 83 kB
    with Project.create(small_disk.folder / "Birds") as project:
        small_disk.fill(room)
        with pytest.raises(UserError, match=told) as refusal:
            carry_out(keep_sound(wanted(hiss), project.view()), project)
        assert "Free some" in str(refusal.value.remedy)
        assert not list((project.folder / "recordings").iterdir())
        small_disk.free()
        path = carry_out(keep_sound(wanted(hiss), project.view()), project)
        assert [project.catalogue.view.audio_path(clip) for clip in project.catalogue.view.clips] == [path]
