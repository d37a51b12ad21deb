"""Projects as shards, and shards as projects."""

import json
import tarfile

import pytest

from audioclf_gui.core.project import Project


def told(folder):
    """What a project knows of its sounds, by their content."""
    with Project.open(folder) as project:
        view = project.catalogue.view
        names = {known.id: known.name for known in view.classes}
        return {
            clip.content: (
                clip.group,
                clip.fold,
                [(names[one.class_id], one.start_s, one.end_s, one.track) for one in view.labels(clip.id)],
            )
            for clip in view.clips
        }


@pytest.mark.parametrize("kind", ["tar", "tfrecord"])
def test_a_project_comes_back_out_of_its_shards(project, audioclf_json, audioclf, tmp_path, kind):
    folder = tmp_path / "shards"
    status, done = audioclf_json("shards", project, folder, "--kind", kind)
    assert (status, done["clips"]) == (0, 24)
    manifest = json.loads((folder / "shards.json").read_text("utf-8"))
    assert [one["examples"] for one in manifest["shards"]] == [24]
    back = tmp_path / "back"
    assert audioclf("new", back)[0] == 0
    status, taken = audioclf_json("import", back, folder, "--layout", "guess")
    assert (status, taken["layout"], taken["added"]) == (0, "shards", 24)
    assert told(back) == told(project)


def test_a_folder_with_something_in_it_is_left_alone(project, audioclf, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("keep")
    status, _out, err = audioclf("shards", project, tmp_path / "mine")
    assert status == 1
    assert "remedy: Choose a new folder" in err
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_clip_that_is_gone_stays_out_and_is_told(project, audioclf_json, tmp_path, tones):
    with Project.open(project) as opened:
        gone = opened.catalogue.view.audio_path(opened.catalogue.view.clips[0])
    content = gone.read_bytes()
    gone.unlink()
    try:
        status, done = audioclf_json("shards", project, tmp_path / "shards")
    finally:
        gone.write_bytes(content)
    assert (status, done["clips"], len(done["quarantined"])) == (3, 23, 1)


def test_shards_that_would_leave_the_folder_are_refused(audioclf, tmp_path):
    evil = tmp_path / "evil"
    evil.mkdir()
    with tarfile.open(evil / "all-000000.tar", "w") as made:
        made.addfile(tarfile.TarInfo("../out.wav"))
    assert audioclf("new", tmp_path / "p")[0] == 0
    status, _out, err = audioclf("import", tmp_path / "p", evil)
    assert status == 1
    assert "out of the folder" in err


def test_training_reads_the_shards_of_the_project(project, audioclf):
    assert audioclf("shards", project)[0] == 0
    status, _out, err = audioclf("train", project, "--preset", "forest", "--set", "refit=false")
    assert status == 0, err
    assert "24 recordings were read from the shards" in err
