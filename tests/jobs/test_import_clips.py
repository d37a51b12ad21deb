"""Sound files become clips; a bad one harms no other, and what was read is kept whatever ends it."""

import threading
from dataclasses import replace

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import ReadOnlyProjectError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.jobs import import_clips as module
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import AddClips, PutAside, carry_out

from .conftest import collected, copies


@pytest.fixture
def empty(tmp_path):
    with Project.create(tmp_path / "empty") as project:
        yield project


@pytest.fixture
def wanted(sounds):
    return tuple(Candidate(path) for path in sorted(sounds.glob("*.wav")))


def test_every_file_is_told_added_and_counted(empty, wanted):
    told = collected(import_clips(ImportClips(wanted), empty.view()))
    assert told.of(Progress)[-1] == Progress(6, 6)
    added = [one.candidate for event in told.of(AddClips) for one in event.found]
    assert sorted(one.path for one in added) == [one.path for one in wanted]
    assert set(told.result.taken) == {one.path for one in wanted}
    assert told.result.refused == ()


def test_the_batches_of_one_import_are_one_step(empty, wanted, monkeypatch):
    monkeypatch.setattr(module, "_BATCH_CLIPS", 2)
    told = collected(import_clips(ImportClips(wanted), empty.view()))
    assert [event.continuing for event in told.of(AddClips)] == [False, True, True]
    carry_out(import_clips(ImportClips(wanted), empty.view()), empty)
    assert len(empty.catalogue.view.clips) == 6
    empty.catalogue.undo()
    assert empty.catalogue.view.clips == ()
    assert copies(empty) == [], "an import touches nothing that is there"


def test_a_bad_file_is_put_aside_and_cleared_when_it_can_be_read(empty, wanted, sounds, tmp_path):
    bad = sounds / "bad.wav"
    bad.write_text("nothing to hear")
    done = carry_out(import_clips(ImportClips((Candidate(bad), *wanted)), empty.view()), empty)
    assert [one.path for one in done.refused] == [one.path for one in empty.quarantine] == [bad]
    assert len(empty.catalogue.view.clips) == 6
    bad.write_bytes((sounds / "new-0.wav").read_bytes())
    carry_out(import_clips(ImportClips((Candidate(bad),)), empty.view()), empty)
    assert list(empty.quarantine) == []


def test_an_import_that_begins_with_what_is_there_is_not_undone_with_the_one_before(
    empty, wanted, monkeypatch
):
    monkeypatch.setattr(module, "_BATCH_CLIPS", 2)
    for candidates in (wanted[:4], wanted):
        carry_out(import_clips(ImportClips(candidates, copy=True), empty.view()), empty)
    assert [edit.clips for edit in empty.catalogue.history()] == [2, 4]
    empty.catalogue.undo()
    assert len(empty.catalogue.view.clips) == 4


def test_files_are_copied_into_the_project_on_demand(empty, wanted):
    done = carry_out(import_clips(ImportClips(wanted, copy=True), empty.view()), empty)
    assert all(path.is_relative_to(empty.folder / "recordings") for path in done.taken)


def test_a_stop_keeps_what_was_read(empty, wanted, monkeypatch):
    monkeypatch.setattr(module, "_BATCH_CLIPS", 2)
    stop = threading.Event()

    def show(event):
        if isinstance(event, AddClips):
            stop.set()

    done = carry_out(import_clips(ImportClips(wanted), empty.view(), stop), empty, show)
    assert 2 <= len(empty.catalogue.view.clips) == len(done.taken) < 6


def test_an_interruption_by_the_keyboard_keeps_what_was_read_and_put_aside(
    empty, wanted, sounds, monkeypatch
):
    real = module.ingest
    bad = sounds / "bad.wav"
    bad.write_text("nothing to hear")

    def interrupted(candidates, copy_to):
        yield from real(candidates, copy_to)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "ingest", interrupted)
    told = []
    with pytest.raises(KeyboardInterrupt):
        carry_out(import_clips(ImportClips((*wanted, Candidate(bad))), empty.view()), empty, told.append)
    assert len(empty.catalogue.view.clips) == 6
    assert isinstance(told[-1], PutAside)
    assert [one.path for one in empty.quarantine] == [bad]


def test_an_interruption_between_two_events_loses_no_file_and_takes_none_twice(empty, wanted, monkeypatch):
    monkeypatch.setattr(module, "_BATCH_CLIPS", 2)
    job = import_clips(ImportClips(wanted), empty.view())
    first = next(event for event in job if isinstance(event, AddClips))
    rest = [job.throw(KeyboardInterrupt)]
    with pytest.raises(KeyboardInterrupt):
        rest.extend(job)
    assert [type(event) for event in (first, *rest)] == [AddClips, PutAside]
    assert rest[-1].cleared == tuple(one.candidate.path for one in first.found)


def test_nothing_is_read_for_a_project_that_may_only_be_read(reader, wanted):
    with pytest.raises(ReadOnlyProjectError):
        collected(import_clips(ImportClips(wanted), reader.view()))


def test_clips_that_are_there_get_what_they_lack_before_new_ones_come_in(project, ids, sounds):
    view = project.catalogue.view
    sounds.joinpath("more.wav").write_bytes(sounds.joinpath("dog-0.wav").read_bytes())
    wanted = tuple(Candidate(path, path.stem[:3], fold="1") for path in sorted(sounds.glob("*.wav")))
    done = carry_out(import_clips(ImportClips(wanted), project.view()), project)
    assert [path.name for path in done.taken] == ["more.wav"]
    assert (done.known, done.gaining) == (6, 6)
    assert [(one.path.stem, "“wren”" in str(one.reason)) for one in done.left_alone] == [
        ("wren-0", True),
        ("wren-1", True),
    ]
    now = project.catalogue.view
    assert {clip.fold for clip in now.clips} == {"1"}
    assert len(now.labels(ids["new-0"])) == 1
    assert len(copies(project)) == 1
    assert [str(edit.what) for edit in project.catalogue.history(2)] == [
        "import clips",
        "describe 6 clips as their data set does",
    ]
    project.catalogue.undo()
    project.catalogue.undo()
    assert project.catalogue.view.clips == view.clips
    assert project.catalogue.view.labels(ids["new-0"]) == ()


def test_an_import_that_says_nothing_new_is_no_edit(project, sounds):
    before = len(project.catalogue.history())
    wanted = tuple(Candidate(path) for path in sounds.glob("*.wav"))
    done = carry_out(import_clips(ImportClips(wanted), project.view()), project)
    assert (done.taken, done.known, done.gaining, done.left_alone) == ((), 6, 0, ())
    assert len(project.catalogue.history()) == before


@pytest.mark.parametrize("copy", [True, False])
def test_originals_of_copies_are_known_and_describe_their_copies(empty, wanted, copy):
    carry_out(import_clips(ImportClips(wanted, copy=True), empty.view()), empty)
    described = tuple(Candidate(one.path, "dog") for one in wanted)
    done = carry_out(import_clips(ImportClips(described, copy=copy), empty.view()), empty)
    assert (done.taken, done.known, done.gaining) == ((), 6, 6)
    assert len(empty.catalogue.view.clips) == empty.catalogue.view.labelled == 6


def test_another_file_of_the_name_of_a_copy_is_new(empty, wanted, tmp_path, sounds):
    carry_out(import_clips(ImportClips(wanted[:1], copy=True), empty.view()), empty)
    other = tmp_path / "other" / wanted[0].path.name
    other.parent.mkdir()
    other.write_bytes(wanted[1].path.read_bytes())
    carry_out(import_clips(ImportClips((Candidate(other),)), empty.view()), empty)
    assert len(empty.catalogue.view.clips) == 2


def test_what_a_data_set_rules_out_is_ruled_out_and_comes_and_goes_with_the_import(empty, wanted):
    first, second, third = wanted[:3]
    coming = (
        replace(first, ruled_out=("owl",)),
        replace(second, class_name="owl"),
        replace(third, class_name="wren", ruled_out=("owl",)),
    )
    carry_out(import_clips(ImportClips(coming), empty.view()), empty)
    view = empty.catalogue.view
    names = {known.id: known.name for known in view.classes}
    told = [[names[one] for one in view.rejected(clip.id)] for clip in view.clips]
    assert told == [["owl"], [], ["owl"]]
    empty.catalogue.undo()
    assert not any(empty.catalogue.view.rejected_by_clip.values())
    empty.catalogue.redo()
    assert empty.catalogue.view.rejected_by_clip == view.rejected_by_clip


def test_clips_that_are_there_learn_what_they_are_not_unless_they_are_labelled_so(empty, wanted):
    first, second = wanted[:2]
    carry_out(import_clips(ImportClips((first, replace(second, class_name="owl"))), empty.view()), empty)
    again = tuple(replace(one, ruled_out=("owl",)) for one in (first, second))
    done = carry_out(import_clips(ImportClips(again), empty.view()), empty)
    assert (done.known, done.gaining) == (2, 1)
    view = empty.catalogue.view
    assert [len(view.rejected(clip.id)) for clip in view.clips] == [1, 0]
    assert carry_out(import_clips(ImportClips(again), empty.view()), empty).gaining == 0
