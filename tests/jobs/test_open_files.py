"""Recordings that are opened by themselves: nothing is on disk before the first edit, and all after it."""

import os

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import NoPlaceError, UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.label import Label
from audioclf_gui.core.label_templates import templates
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.open_files import open_files, open_files_in
from audioclf_gui.jobs.snapshots import keep_safe

IT = Text("label it")


@pytest.fixture
def tone(tmp_path):
    """Writes half a second of sound, below the test's folder."""

    def write(name):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        write_wav(path, 0.1 * np.sin(np.arange(4000, dtype=np.float32)), 8000)
        return path

    return write


def label(project, name="owl"):
    view = project.catalogue.view
    classes = view.with_classes([name])
    clip = view.clips[0]
    return project.catalogue.apply(
        IT, Change(labels={clip.id: (Label(classes[0].id, 0.1, 0.2),)}, classes=classes)
    )


def everything_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def opened(*paths):
    return result_of(open_files(paths))


def test_looking_leaves_nothing_on_disk(tone, tmp_path):
    path = tone("night/owl.wav")
    with opened(path) as project:
        assert [clip.name for clip in project.catalogue.view.clips] == ["owl.wav"]
        assert project.view().is_draft
        assert not project.read_only
        assert project.catalogue.undoable is None
        project.settings.put_look("spectrogram", {"shown": "level"})
        assert project.settings.get("spectrogram") == {"shown": "level"}
        assert templates(project.file, "audacity") == {}
        list(keep_safe(project.view()))
    assert everything_in(tmp_path / "night") == ["owl.wav"]


def test_the_first_edit_makes_a_project_beside_the_recording_with_all_that_was_chosen(tone, tmp_path):
    path = tone("night/owl.wav")
    with opened(path) as project:
        project.settings.put_look("spectrogram", {"shown": "pcen"})
        label(project)
        assert not project.view().is_draft
        assert project.file == tmp_path / "night" / "owl" / "owl.audioclf"
        assert project.file.is_file()
        with Project.open(project.file) as second:
            assert second.read_only, "this window holds it"
    with Project.open(tmp_path / "night" / "owl") as project:
        view = project.catalogue.view
        (clip,) = view.clips
        assert view.audio_path(clip) == path
        assert [known.name for known in view.classes] == ["owl"]
        assert [(one.start_s, one.end_s) for one in view.labels(clip.id)] == [(0.1, 0.2)]
        assert project.settings.get("spectrogram") == {"shown": "pcen"}
        project.catalogue.undo()
        assert project.catalogue.undoable is None, "opening a file is no edit"
        assert len(project.catalogue.view.clips) == 1


def test_a_recording_that_is_opened_again_comes_with_its_labels(tone):
    path = tone("night/owl.wav")
    with opened(path) as project:
        label(project)
        file = project.file
    with opened(path) as project:
        assert project.file == file
        assert project.catalogue.view.labelled == 1


def test_a_recording_in_a_project_folder_opens_that_project(tone, tmp_path):
    path = tone("night/owl.wav")
    with result_of(open_files_in(tmp_path / "night", [path])) as project:
        label(project)
    with opened(path) as project:
        assert project.file == tmp_path / "night" / "night.audioclf"
        assert project.catalogue.view.labelled == 1


def test_several_recordings_are_one_project_called_as_their_folder(tone, tmp_path):
    paths = [tone(f"night/{name}.wav") for name in ("a", "b")]
    with opened(*paths, paths[0]) as project:
        assert len(project.catalogue.view.clips) == 2
        label(project)
        assert project.file == tmp_path / "night" / "night" / "night.audioclf"
    with opened(paths[1]) as project:
        assert project.name == "b", "one of them alone lies in no project of its own"


def test_a_project_of_other_recordings_is_not_in_the_way(tone, tmp_path):
    path = tone("night/owl.wav")
    Project.create(tmp_path / "night" / "owl").close()
    with opened(path) as project:
        label(project)
        assert project.file == tmp_path / "night" / "owl 2" / "owl 2.audioclf"
    with opened(path) as project:
        assert project.name == "owl 2"


def test_what_cannot_be_read_is_told_by_name(tmp_path):
    path = tmp_path / "owl.wav"
    with pytest.raises(UserError, match=r"owl\.wav"):
        opened(path)
    path.write_bytes(b"no sound")
    with pytest.raises(UserError, match=r"owl\.wav"):
        opened(path)
    assert everything_in(tmp_path) == ["owl.wav"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders are others there")
def test_where_nothing_can_be_made_the_edit_is_refused_and_can_be_made_elsewhere(tone, tmp_path):
    path = tone("night/owl.wav")
    with opened(path) as project:
        (tmp_path / "night" / "owl").write_text("in the way")
        with pytest.raises(NoPlaceError):
            label(project)
        assert project.view().is_draft
        assert project.catalogue.view.labelled == 0
        assert everything_in(tmp_path / "night") == ["owl", "owl.wav"]
    with result_of(open_files_in(tmp_path / "elsewhere", [path])) as project:
        label(project)
        assert project.file == tmp_path / "elsewhere" / "elsewhere.audioclf"
        (clip,) = project.catalogue.view.clips
        assert project.catalogue.view.audio_path(clip) == path


def test_of_two_windows_on_one_recording_the_second_makes_no_second_project(tone):
    path = tone("night/owl.wav")
    with opened(path) as first, opened(path) as second:
        label(first)
        with pytest.raises(NoPlaceError, match="holds a project already"):
            label(second)


def test_what_can_be_read_is_opened_beside_what_cannot(tone, tmp_path):
    good, bad = tone("night/owl.wav"), tmp_path / "night" / "torn.wav"
    bad.write_bytes(b"no sound")
    for _ in range(2):
        with opened(bad, good) as project:
            assert [clip.name for clip in project.catalogue.view.clips] == ["owl.wav"]
            assert "torn.wav" in str(project.notes[-1])
            assert project.name == "owl"
            label(project)
