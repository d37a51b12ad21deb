"""Tracks of a project: they are kept, undone, merged and learnt from as the user says."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core import edits, track_edits
from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Certainty, ClassId, Label, Region
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Incoming, Mode, Side, region_text
from audioclf_gui.core.learnt_tracks import unlearnt_note
from audioclf_gui.core.project import Project
from audioclf_gui.core.rebase import rebased
from audioclf_gui.core.store.rows import label_from_row, label_row, labels_from_json, labels_to_json
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.core.view import applied, changed_clips

WORDS, PHONES = Track("words", TrackKind.INTERVALS), Track("phones", TrackKind.INTERVALS)
HOLDS_ALL = Capabilities(tracks=True, notes=True, certainties=True, extra=True)

some_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
labels = st.builds(
    Label,
    st.none(),
    st.just(0.5),
    st.just(1.0),
    track=some_text,
    note=some_text,
    certainty=st.none() | st.sampled_from(Certainty),
    extra=st.lists(st.tuples(some_text, some_text), max_size=3).map(tuple),
)


@pytest.fixture
def clip(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    return clip


def incoming(clip, regions, *tracks, before=None, holds=HOLDS_ALL):
    return Incoming(clip, tuple(regions), before, holds=holds, tracks=tracks)


def take_in(project, *files, mode=Mode.MERGE, side=None):
    done = import_change(project.catalogue.view, files, mode, lambda _conflict: side)
    project.catalogue.apply(Text("import"), done.change)
    return done


def facts(project, clip):
    names = {known.id: known.name for known in project.catalogue.view.classes}
    return {(one.track, names[one.class_id], one.start_s) for one in project.catalogue.view.labels(clip.id)}


@given(labels)
def test_every_label_is_kept_as_it_is(label):
    assert label_from_row(label_row(label)) == label
    assert labels_from_json(labels_to_json((label,))) == (label,)


def test_a_label_of_an_earlier_version_has_no_track_and_no_note():
    assert labels_from_json([[1, 0.5, 1.0, None, None, "import", None, "raw"]])[0].track == ""
    assert len(labels_to_json((Label(ClassId(1), 0.5, 1.0),))[0]) == 8, "nothing more is written for it"


def test_tracks_notes_and_certainty_survive_closing_undo_and_redo(project, clip):
    label = Label(
        None, 0.5, 1.0, track="words", note="faint", certainty=Certainty.UNSURE, extra=(("SNR", "3"),)
    )
    change = replace(edits.add_label(project.catalogue.view, clip.id, label), tracks=(MAIN_TRACK, WORDS))
    project.catalogue.apply(Text("add label"), change)
    folder = project.folder
    project.close()
    with Project.open(folder) as again:
        assert again.catalogue.view.labels(clip.id) == (label,)
        assert again.catalogue.view.tracks == (MAIN_TRACK, WORDS)
        again.catalogue.undo()
        assert again.catalogue.view.tracks == (MAIN_TRACK,)
        assert again.catalogue.view.labels(clip.id) == ()
        again.catalogue.redo()
        assert again.catalogue.view.labels(clip.id) == (label,)
        assert again.catalogue.view.tracks == (MAIN_TRACK, WORDS)


def test_a_lost_list_of_tracks_is_told_by_the_labels(project, clip):
    label = Label(None, 0.5, 1.0, track="words")
    change = replace(edits.add_label(project.catalogue.view, clip.id, label), tracks=(MAIN_TRACK, WORDS))
    project.catalogue.apply(Text("add label"), change)
    project.close()
    with sqlite3.connect(project.file) as database:
        database.execute("UPDATE settings SET value = '[1, 2' WHERE name = 'tracks'")
    database.close()
    with Project.open(project.folder) as again:
        assert [one.name for one in again.catalogue.view.tracks] == ["", "words"]
        assert again.catalogue.view.labels(clip.id) == (label,)


def test_renaming_and_deleting_a_track_takes_its_labels_along(project, clip):
    words = [Region(0.0, 1.0, "one", track="words"), Region(1.0, 2.0, "two", track="phones")]
    take_in(project, incoming(clip, words, WORDS, PHONES))
    view = project.catalogue.view
    project.catalogue.apply(Text("rename"), track_edits.rename_track(view, "words", "speech"))
    assert facts(project, clip) == {("speech", "one", 0.0), ("phones", "two", 1.0)}
    view = project.catalogue.view
    assert [one.name for one in view.tracks] == ["", "speech", "phones"]
    project.catalogue.apply(Text("delete"), track_edits.delete_track(view, "phones"))
    assert facts(project, clip) == {("speech", "one", 0.0)}
    project.catalogue.undo()
    project.catalogue.undo()
    assert facts(project, clip) == {("words", "one", 0.0), ("phones", "two", 1.0)}
    assert project.catalogue.view.tracks == (*view.tracks[:1], WORDS, PHONES)


def test_of_two_tracks_over_the_same_time_that_is_learnt_whose_names_come_most_often(project, clip):
    words = [Region(at / 2, at / 2 + 0.5, name, track="words") for at, name in enumerate(("ban", "nab"))]
    phones = [Region(at / 6, (at + 1) / 6, name, track="phones") for at, name in enumerate("bannab")]
    speaker = [Region(1.0, 1.5, "Ann", track="speaker")]
    ticks = [Region(0.25, 0.25, "tick", track="ticks")]
    tracks = (WORDS, PHONES, Track("speaker"), Track("ticks", TrackKind.MOMENTS))
    done = take_in(project, incoming(clip, [*words, *phones, *speaker, *ticks], *tracks))
    assert {one.name: one.learnt for one in done.tracks} == {
        "words": False,
        "phones": True,
        "speaker": True,
        "ticks": False,
    }
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    assert {names[one.class_id] for one in view.learnt_labels(clip.id)} == {"a", "b", "n", "Ann"}
    assert "3 labels" in str(unlearnt_note(view))
    assert "“words”" in str(unlearnt_note(view))


def test_a_lone_track_of_moments_is_not_passed_over_in_silence(project, clip):
    done = take_in(
        project, incoming(clip, [Region(0.5, 0.5, "tick", track="t")], Track("t", TrackKind.MOMENTS))
    )
    assert done.tracks == (Track("t", TrackKind.MOMENTS),)


def test_what_is_learnt_already_goes_before_a_new_track_over_the_same_time(project, clip):
    take_in(project, incoming(clip, [Region(0.0, 1.0, "wren")]))
    done = take_in(project, incoming(clip, [Region(0.0, 1.0, "bird", track="words")], WORDS))
    assert done.tracks == (replace(WORDS, learnt=False),)


def test_whoever_overrules_the_guess_gets_other_clips_to_count(project, clip):
    take_in(project, incoming(clip, [Region(0.0, 1.0, "wren", track="words")], WORDS))
    before = project.catalogue.view
    change = track_edits.change_track(before, replace(WORDS, learnt=False))
    project.catalogue.apply(Text("change"), change)
    assert changed_clips(before, project.catalogue.view) == [clip.id]
    assert project.catalogue.view.learnt_labels(clip.id) == ()


def test_twins_in_two_tracks_are_two_labels_and_come_back_as_these(project, clip):
    both = [Region(0.0, 1.0, "a", track="words"), Region(0.0, 1.0, "a", track="phones")]
    take_in(project, incoming(clip, both, WORDS, PHONES))
    assert facts(project, clip) == {("words", "a", 0.0), ("phones", "a", 0.0)}
    theirs = [both[0], replace(both[1], text="b")]
    take_in(project, incoming(clip, theirs, WORDS, PHONES, before=tuple(both)))
    assert facts(project, clip) == {("words", "a", 0.0), ("phones", "b", 0.0)}


def test_a_file_without_tracks_denies_none(project, clip):
    before = [Region(0.0, 1.0, "a", track="words", note="faint")]
    take_in(project, incoming(clip, before, WORDS))
    moved = [Region(0.0, 1.5, "a")]
    take_in(project, incoming(clip, moved, before=tuple(before), holds=Capabilities()))
    (label,) = project.catalogue.view.labels(clip.id)
    assert (label.end_s, label.track, label.note) == (1.5, "words", "faint")


@pytest.mark.parametrize(("side", "note"), [(None, "mine"), (Side.OURS, "mine"), (Side.THEIRS, "theirs")])
def test_notes_that_both_sides_changed_are_a_conflict(project, clip, side, note):
    before = [Region(0.0, 1.0, "a")]
    take_in(project, incoming(clip, before))
    view = project.catalogue.view
    (label,) = view.labels(clip.id)
    change = edits.replace_label(view, clip.id, label, replace(label, note="mine"))
    project.catalogue.apply(Text("note"), change)
    done = take_in(
        project, incoming(clip, [Region(0.0, 1.0, "a", note="theirs")], before=tuple(before)), side=side
    )
    assert [one.note for one in project.catalogue.view.labels(clip.id)] == [note]
    conflicts = [str(one.text) for outcome in done.outcomes for one in outcome.conflicts]
    assert bool(conflicts) == (side is None)
    assert all("note: mine" in one and "note: theirs" in one for one in conflicts)


def test_a_label_is_told_with_track_and_certainty():
    region = Region(0.0, 1.0, "a", track="words", certainty=Certainty.UNSURE)
    assert str(region_text(region)) == "0.000–1.000 s “a”, in words, unsure"


def test_a_track_that_was_deleted_meanwhile_is_made_again_for_labels_that_come(project, clip):
    view = project.catalogue.view
    base = applied(view, Change(tracks=(MAIN_TRACK, WORDS))).view
    change = edits.add_label(base, clip.id, Label(None, 0.0, 1.0, track="words"))
    now = applied(base, track_edits.delete_track(base, "words")).view
    assert [one.name for one in applied(now, rebased(change, base, now)).view.tracks] == ["", "words"]


def test_what_somebody_made_of_tracks_meanwhile_stands(project):
    view = project.catalogue.view
    base = applied(view, Change(tracks=(MAIN_TRACK, WORDS))).view
    change = track_edits.add_track(base, PHONES)
    now = applied(base, track_edits.change_track(base, replace(WORDS, hidden=True))).view
    now = applied(now, track_edits.add_track(now, Track("mine"))).view
    assert rebased(change, base, now).tracks == (
        MAIN_TRACK,
        replace(WORDS, hidden=True),
        Track("mine"),
        PHONES,
    )


def test_a_job_that_changes_a_label_keeps_the_note_that_it_got_meanwhile(project, clip):
    label = Label(None, 0.0, 1.0)
    base = applied(project.catalogue.view, edits.add_label(project.catalogue.view, clip.id, label)).view
    change = edits.replace_label(base, clip.id, label, replace(label, end_s=1.5))
    now = applied(base, edits.replace_label(base, clip.id, label, replace(label, note="faint"))).view
    (both,) = applied(now, rebased(change, base, now)).view.labels(ClipId(clip.id))
    assert (both.end_s, both.note) == (1.5, "faint")
