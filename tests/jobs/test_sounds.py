"""Sounds are found by level and content, checked, kept; a demo is made."""

import shutil

import numpy as np
import pytest

from audioclf_gui.audio.findings import Kind, Severity
from audioclf_gui.audio.segment import SegmentSettings
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.jobs import demo
from audioclf_gui.jobs.check import check
from audioclf_gui.jobs.demo import make_demo
from audioclf_gui.jobs.edit_tracks import SetTrack, edit_tracks
from audioclf_gui.jobs.find_sounds import FindSounds, find_sounds
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.relink import Relink, Relinked, relink
from audioclf_gui.jobs.writing import MakeEdit, carry_out

from .conftest import collected, copies


def regions(project, clip_id):
    return [label for label in project.catalogue.view.labels(clip_id) if not label.is_whole_clip]


def unreadable(findings):
    return any(one.kind is Kind.UNREADABLE and one.severity is Severity.WARNING for one in findings)


def test_every_sound_gets_a_label_of_a_class_that_is_made(project, ids):
    clips = project.catalogue.view.clips
    request = FindSounds(clips, SegmentSettings(), "tone")
    done = carry_out(find_sounds(request, project.view()), project)
    assert (done.sounds, done.clips, done.refused) == (6, 6, ())
    (label,) = regions(project, ids["new-0"])
    assert label.class_id == project.catalogue.view.classes[-1].id
    assert project.catalogue.view.classes[-1].name == "tone"
    assert str(project.catalogue.undoable.what) == "find 6 sounds"
    assert len(copies(project)) == 1


def test_sounds_that_are_sought_again_get_no_second_labels(project, ids):
    request = FindSounds(project.catalogue.view.clips, SegmentSettings(), "tone")
    carry_out(find_sounds(request, project.view()), project)
    again = carry_out(find_sounds(request, project.view()), project)
    assert (again.sounds, again.clips) == (0, 0)
    assert len(regions(project, ids["new-0"])) == 1


def test_no_sounds_come_into_a_locked_track(project):
    carry_out(edit_tracks(SetTrack("labels", locked=True), project.view()), project)
    with pytest.raises(UserError, match="is locked"):
        carry_out(
            find_sounds(FindSounds(project.catalogue.view.clips, SegmentSettings()), project.view()), project
        )


def test_an_interruption_between_two_clips_keeps_what_was_found(project):
    clips = project.catalogue.view.clips
    job = find_sounds(FindSounds(clips, SegmentSettings()), project.view())
    assert [next(job), next(job)] == [Progress(1, 6), Progress(2, 6)]
    edit = job.throw(KeyboardInterrupt)
    assert isinstance(edit, MakeEdit)
    assert sorted(edit.change.labels) == sorted(clip.id for clip in clips[:2])
    with pytest.raises(KeyboardInterrupt):
        next(job)


def test_clips_without_sound_make_no_edit_and_missing_ones_are_told(project, ids):
    view = project.catalogue.view
    clips = (view.clip(ids["dog-0"]), view.clip(ids["dog-1"]))
    view.audio_path(clips[0]).unlink()
    deaf = SegmentSettings(threshold_db=-1.0)
    told = collected(find_sounds(FindSounds(clips, deaf), project.view()))
    assert told.of(Progress) == [Progress(1, 2), Progress(2, 2)]
    assert not told.of(MakeEdit)
    assert [one.path.name for one in told.result.refused] == ["dog-0.wav"]
    assert copies(project) == []


def test_moved_sounds_are_found_by_content_in_one_edit(project, ids, sounds, tmp_path):
    (tmp_path / "new place").mkdir()
    for name in ("dog-0", "dog-1"):
        shutil.move(sounds / f"{name}.wav", tmp_path / "new place" / f"{name} moved.wav")
    (sounds / "dog-2.wav").unlink()
    assert carry_out(relink(Relink(tmp_path / "new place"), project.view()), project) == Relinked(2, 1)
    view = project.catalogue.view
    assert view.audio_path(view.clip(ids["dog-0"])).is_file()
    assert len(copies(project)) == 1
    again = collected(relink(Relink(tmp_path / "new place"), project.view()))
    assert again.result == Relinked(0, 1)
    assert not again.of(MakeEdit)


def equal_clips(project, *places):
    """Put sounds of one content in these places, and take them in as clips; their ids in that order."""
    first = project.catalogue.view.audio_path(project.catalogue.view.clips[0])
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(first, place)
    carry_out(import_clips(ImportClips(tuple(map(Candidate, places))), project.view()), project)
    return [project.catalogue.view.clip_at(place).id for place in places]


def paths_of(project, ids):
    view = project.catalogue.view
    return [view.audio_path(view.clip(clip_id)) for clip_id in ids]


def test_sounds_that_hold_the_same_are_told_apart_by_their_folders(project, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new" / "disk"
    ids = equal_clips(project, old / "siteA" / "x.wav", old / "siteB" / "x.wav")
    shutil.move(old, new)
    done = carry_out(relink(Relink(tmp_path / "new"), project.view()), project)
    assert done == Relinked(2, 0)
    assert paths_of(project, ids) == [new / "siteA" / "x.wav", new / "siteB" / "x.wav"]


def test_one_file_is_never_given_to_two_clips_nor_one_that_is_a_clip_already(project, tmp_path):
    old = tmp_path / "old"
    places = [old / "siteA" / "x.wav", old / "siteB" / "x.wav", tmp_path / "here" / "x.wav"]
    ids = equal_clips(project, *places)
    shutil.rmtree(old)
    first = project.catalogue.view.audio_path(project.catalogue.view.clips[0])
    lost = carry_out(relink(Relink(tmp_path / "here"), project.view()), project)
    assert lost == Relinked(0, 2)
    (tmp_path / "new").mkdir()
    shutil.copy(first, tmp_path / "new" / "x.wav")
    done = carry_out(relink(Relink(tmp_path / "new"), project.view()), project)
    assert (done.found, done.missing) == (0, 2)
    (doubt,) = done.unclear
    assert (len(doubt.clips), doubt.files) == (2, (tmp_path / "new" / "x.wav",))
    assert "2 missing clips" in str(done.note)
    assert paths_of(project, ids) == places


def test_a_sound_that_is_there_twice_is_taken_where_its_folder_is_or_not_at_all(
    project, sounds, ids, tmp_path
):
    for place in ("a/sounds", "b", "c"):
        (tmp_path / place).mkdir(parents=True)
        shutil.copy(sounds / "dog-0.wav", tmp_path / place / "dog-0.wav")
    (sounds / "dog-0.wav").unlink()
    (tmp_path / "d").mkdir()
    for place in ("b", "c"):
        shutil.copytree(tmp_path / place, tmp_path / "d" / place)
    done = carry_out(relink(Relink(tmp_path / "d"), project.view()), project)
    assert (done.found, len(done.unclear)) == (0, 1)
    done = carry_out(relink(Relink(tmp_path), project.view()), project)
    assert done == Relinked(1, 0)
    assert paths_of(project, [ids["dog-0"]]) == [tmp_path / "a" / "sounds" / "dog-0.wav"]


def test_renamed_sounds_are_found_and_the_search_ends_when_nothing_can_change(project, sounds, ids, tmp_path):
    new = tmp_path / "new"
    new.mkdir()
    (sounds / "dog-0.wav").rename(new / "dog-0.wav")
    (new / "another.wav").symlink_to(new / "nowhere.wav")
    shutil.copy(sounds / "dog-1.wav", new / "copy.wav")
    assert carry_out(relink(Relink(new), project.view()), project) == Relinked(1, 0)
    (sounds / "dog-1.wav").unlink()
    assert carry_out(relink(Relink(new), project.view()), project) == Relinked(1, 0)
    assert paths_of(project, [ids["dog-1"]]) == [new / "copy.wav"]


def test_a_check_hears_each_content_once(project, sounds):
    heard = {}
    told = collected(check(project.view(), heard))
    assert told.of(Progress)[0] == Progress(0, 6)
    assert len(heard) == 6
    assert any(one.kind is Kind.FEW_CLIPS for one in told.result)
    before = dict(heard)
    assert not unreadable(collected(check(project.view(), heard)).result)
    assert all(heard[content] is before[content] for content in before)
    for path in sounds.glob("*.wav"):
        path.write_bytes(b"something else")
    assert unreadable(collected(check(project.view(), heard)).result)


@pytest.mark.parametrize(
    "job",
    [
        lambda view: find_sounds(FindSounds(view.catalogue.clips, SegmentSettings()), view),
        lambda view: relink(Relink(view.folder), view),
    ],
    ids=["find sounds", "relink"],
)
def test_a_project_that_may_only_be_read_is_refused_before_anything_is_done(reader, job):
    with pytest.raises(ReadOnlyProjectError):
        collected(job(reader.view()))
    assert copies(reader) == []


def test_a_demo_is_a_project_once_all_its_sounds_are_there(tmp_path, monkeypatch):
    class Clip:
        def __init__(self, number):
            self.class_name, self.site, self.number = "bell", "yard", number
            self.samples = np.zeros(800, np.float32)

    monkeypatch.setattr(demo, "demo_clips", lambda _seed: map(Clip, (1, demo.CLIPS_PER_CLASS_AND_SITE)))
    events = make_demo(tmp_path / "demo")
    next(events)
    events.close()
    assert not list((tmp_path / "demo").glob("*.audioclf"))
    file = carry_out(make_demo(tmp_path / "demo"), None)
    with Project.open(file) as project:
        view = project.catalogue.view
        assert sorted(len(view.labels(clip.id)) for clip in view.clips)[:2] == [0, 1]
        assert {clip.group for clip in view.clips} == {"yard", "scene"}
    with pytest.raises(UserError, match="holds a project already"):
        collected(make_demo(tmp_path / "demo"))


def test_a_demo_that_finds_no_room_is_a_user_error(tmp_path):
    (tmp_path / "demo").touch()
    with pytest.raises(UserError, match="cannot be written"):
        collected(make_demo(tmp_path / "demo"))
