"""Recordings that come while somebody waits."""

import os
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.edit_clips import RemoveClips, edit_clips
from audioclf_gui.jobs.import_plan import ImportPlan
from audioclf_gui.jobs.watch_folder import WatchFolders, arrived, late_label_files, watch_folder
from audioclf_gui.jobs.writing import carry_out

SOON_S = 0.01


def tone(path: Path, number: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_wav(path, (0.1 * np.sin(np.arange(800) * 0.01 * number)).astype(np.float32), 8000)
    return path


class Watch:
    """Looks until something is so, at most some thousand times."""

    def __init__(self, *folders: Path, since_s: float | None = None) -> None:
        self.stop = threading.Event()
        self.steps = watch_folder(WatchFolders(folders, SOON_S, since_s), self.stop)
        self.ready: list[Path] = []
        self.texts: list[Path] = []

    def until(self, so) -> None:
        for looked in self.steps:
            self.ready += looked.ready
            self.texts += looked.texts
            if so(looked):
                return
        pytest.fail("it ended")


def test_what_is_there_and_what_comes_is_told_once(tmp_path):
    first = tone(tmp_path / "a.wav")
    watch = Watch(tmp_path)
    watch.until(lambda _: watch.ready == [first])
    second = tone(tmp_path / "deep/b.wav")
    watch.until(lambda _: watch.ready == [first, second])
    for _ in range(10):
        next(watch.steps)
    assert watch.ready == [first, second]


def test_a_file_that_grows_is_waited_for(tmp_path):
    watch = Watch(tmp_path)
    growing = tmp_path / "take.wav"
    whole = tone(tmp_path.parent / f"{tmp_path.name}-whole.wav").read_bytes()
    for part in range(1, 6):
        growing.write_bytes(whole[: part * 100])
        watch.until(lambda looked: looked.waiting == 1)
        assert watch.ready == []
    growing.write_bytes(whole)
    watch.until(lambda _: watch.ready == [growing])


def test_a_file_that_rests_half_written_is_waited_for_longer_but_not_for_ever(tmp_path):
    whole = tone(tmp_path / "whole.wav")
    half = tmp_path / "half.wav"
    half.write_bytes(whole.read_bytes()[:1000])
    watch = Watch(tmp_path)
    watch.until(lambda _: watch.ready)
    assert watch.ready == [whole]
    watch.until(lambda _: watch.ready == [whole, half])


def test_an_empty_file_is_no_recording_yet(tmp_path):
    (tmp_path / "a.wav").touch()
    watch = Watch(tmp_path)
    for _ in range(10):
        assert next(watch.steps).ready == ()
    tone(tmp_path / "a.wav")
    watch.until(lambda _: watch.ready == [tmp_path / "a.wav"])


def test_a_file_that_is_recorded_anew_is_told_again(tmp_path):
    file = tone(tmp_path / "a.wav")
    watch = Watch(tmp_path)
    watch.until(lambda _: watch.ready == [file])
    tone(file, 2)
    os.utime(file, ns=(1, 1))
    watch.until(lambda _: len(watch.ready) > 1)
    assert watch.ready == [file, file]


def test_a_folder_that_goes_is_waited_for(tmp_path):
    file = tone(tmp_path / "card/a.wav")
    watch = Watch(tmp_path / "card")
    watch.until(lambda _: watch.ready == [file])
    shutil.move(tmp_path / "card", tmp_path / "away")
    watch.until(lambda looked: looked.missing == (tmp_path / "card",))
    shutil.move(tmp_path / "away", tmp_path / "card")
    watch.until(lambda looked: not looked.missing)
    assert watch.ready == [file]


def test_it_ends_when_it_is_told_to(tmp_path):
    watch = Watch(tmp_path)
    next(watch.steps)
    watch.stop.set()
    assert list(watch.steps) == []


def test_what_came_is_described_as_the_plan_says_and_known_files_are_left_out(tmp_path):
    known = tone(tmp_path / "in/set/owl/a.wav")
    new = [tone(tmp_path / "in/set/owl/b.wav", 2), tone(tmp_path / "in/set/wren/c.wav", 3)]
    with Project.create(tmp_path / "p") as project:
        project.catalogue.add_clips([one for one in ingest([Candidate(known)]) if isinstance(one, FoundClip)])
        view = project.catalogue.view
    found, notes = arrived([known, *new], [tmp_path / "in"], ImportPlan("folders"), view)
    assert [(one.path.name, one.class_name) for one in found] == [("b.wav", "owl"), ("c.wav", "wren")]
    assert notes == ()


def test_what_somebody_took_out_of_the_project_does_not_come_back(tmp_path):
    files = [tone(tmp_path / "in/a.wav"), tone(tmp_path / "in/b.wav", 2)]
    with Project.create(tmp_path / "p") as project:
        wanted = [Candidate(file) for file in files]
        project.catalogue.add_clips([one for one in ingest(wanted) if isinstance(one, FoundClip)])
        clip = project.catalogue.view.clip_at(files[0])
        carry_out(edit_clips(RemoveClips((clip.id,)), project.view()), project)
        assert arrived(files, [tmp_path / "in"], ImportPlan("plain"), project.catalogue.view) == ((), ())


def test_label_files_are_told_when_they_come_or_change_and_not_those_that_were_there(tmp_path):
    (tmp_path / "before.txt").write_text("0\t1\towl\n")
    (tmp_path / "empty.txt").touch()
    tone(tmp_path / "a.wav")
    watch = Watch(tmp_path)
    watch.until(lambda _: watch.ready)
    assert watch.texts == []
    (tmp_path / "a.txt").write_text("0\t1\towl\n")
    watch.until(lambda _: watch.texts == [tmp_path / "a.txt"])
    (tmp_path / "empty.txt").write_text("0\t1\towl\n")
    watch.until(lambda _: watch.texts == [tmp_path / "a.txt", tmp_path / "empty.txt"])


def test_label_files_that_were_written_since_a_moment_are_told_at_first_too(tmp_path):
    for name, written_s in (("old.txt", 1000), ("new.txt", 3000)):
        (tmp_path / name).write_text("0\t1\towl\n")
        os.utime(tmp_path / name, (written_s, written_s))
    tone(tmp_path / "a.wav")
    watch = Watch(tmp_path, since_s=2000.0)
    watch.until(lambda _: watch.texts)
    assert watch.texts == [tmp_path / "new.txt"]


def test_late_files_are_label_files_only_if_they_are_of_a_recording_of_the_project(tmp_path):
    known = tone(tmp_path / "in/a.wav")
    texts = [tmp_path / "in" / name for name in ("a.txt", "b.txt", "readme.txt")]
    for text in texts:
        text.write_text("0.0\t0.1\towl\n")
    with Project.create(tmp_path / "p") as project:
        project.catalogue.add_clips([one for one in ingest([Candidate(known)]) if isinstance(one, FoundClip)])
        view = project.catalogue.view
    assert late_label_files(texts, view) == (texts[0],)
