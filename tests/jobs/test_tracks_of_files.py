"""Label files with tracks, notes and further columns go into a project and come out of it as they were."""

import sqlite3
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits, track_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.label import Certainty
from audioclf_gui.core.label_merge import Tally
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK
from audioclf_gui.jobs.export_labels import ExportLabels, LabelFileWritten, export_labels
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.dataset import training_data

HEAD = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n2\n<exists>\n3\n'
PHONES = "".join(f'{at / 4}\n{(at + 1) / 4}\n"{name}"\n' for at, name in enumerate("banabana"))
GRID = (
    f'{HEAD}"IntervalTier"\n"words"\n0\n2\n2\n0\n1\n"bana"\n1\n2\n"BANA"\n"IntervalTier"\n"phones"\n0\n2\n8\n'
    f'{PHONES}"TextTier"\n"ticks"\n0\n2\n1\n0.5\n"tick"\n'
)
EVENTS = (
    "start_s,end_s,label,track,note,certainty,SNR,observer\n"
    "0.5,1.0,wren,song,faint one,unsure,12.5,Ann\n"
    "1.0,1.5,robin,,,sure,,Ben\n"
)


@pytest.fixture
def project(tmp_path):
    """A project of one clip of two seconds."""
    write_wav(tmp_path / "rec" / "night.wav", np.full(16_000, 0.1, np.float32), 8000)
    with Project.create(tmp_path / "p") as project:
        carry_out(
            import_clips(ImportClips((Candidate(tmp_path / "rec" / "night.wav"),)), project.view()), project
        )
        yield project


@pytest.fixture
def exported(project, tmp_path):
    """Writes the labels of the project, and gives the bytes of its one file."""

    def export(key):
        request = ExportLabels(key, tmp_path / "out", project.catalogue.view.clips)
        told = []
        carry_out(export_labels(request, project.view()), project, told.append)
        (written,) = [one for one in told if isinstance(one, LabelFileWritten)]
        return written.target.read_bytes(), [str(loss) for loss in written.losses]

    return export


@pytest.fixture
def take_in(project, tmp_path):
    def take(name, text):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(text)
        request = ImportLabels((tmp_path / "in" / name,))
        return carry_out(import_labels(request, project.view()), project)

    return take


def in_tracks(project):
    (clip,) = project.catalogue.view.clips
    return Counter(label.track for label in project.catalogue.view.labels(clip.id))


def test_a_grid_of_three_tiers_has_three_tracks_and_comes_out_as_the_same_bytes(project, take_in, exported):
    done = take_in("night.TextGrid", GRID)
    view = project.catalogue.view
    assert [(one.name, one.kind.value) for one in view.tracks] == [
        ("", "regions"),
        ("words", "intervals"),
        ("phones", "intervals"),
        ("ticks", "moments"),
    ]
    assert in_tracks(project) == {"words": 2, "phones": 8, "ticks": 1}
    assert exported("textgrid") == (GRID.encode(), [])
    (told,) = [str(note) for note in done.files[0].notes if "learn" in str(note)]
    assert told.startswith("of its tracks, models learn from “phones” and not from “words”, “ticks”")
    assert training_data(view).classes == ("b", "a", "n")
    assert "3 labels in tracks that are not learnt from" in str(training_data(view).notes[0])


def test_a_track_that_is_to_be_learnt_is_learnt(project, take_in):
    take_in("night.TextGrid", GRID)
    for name, learnt in (("words", True), ("phones", False)):
        view = project.catalogue.view
        change = track_edits.change_track(view, replace(view.track(name), learnt=learnt))
        project.catalogue.apply(Text("change track"), change)
    assert training_data(project.catalogue.view).classes == ("bana", "BANA")


def test_what_was_changed_in_one_track_changes_one_tier(project, take_in, exported):
    take_in("night.TextGrid", GRID)
    view = project.catalogue.view
    (clip,) = view.clips
    word = next(label for label in view.labels(clip.id) if label.track == "words")
    project.catalogue.apply(Text("move"), edits.replace_label(view, clip.id, word, replace(word, end_s=0.75)))
    written = exported("textgrid")[0].decode()
    tail = GRID[GRID.index('"IntervalTier"\n"phones"') :]
    assert written.endswith(tail)
    assert '0\n0.75\n"bana"\n0.75\n1\n""\n' in written


def test_a_grid_that_comes_back_corrected_changes_its_tracks(project, take_in):
    take_in("night.TextGrid", GRID)
    done = take_in("night.TextGrid", GRID.replace('1\n2\n"BANA"', '1\n2\n"nana"'))
    assert done.tally == Tally(known=10, changed=1)
    assert in_tracks(project) == {"words": 2, "phones": 8, "ticks": 1}


def test_a_table_brings_tracks_notes_certainty_and_its_other_columns_and_takes_them_out(
    project, take_in, exported
):
    take_in("night.csv", EVENTS)
    view = project.catalogue.view
    song, other = view.labels(view.clips[0].id)
    assert (song.track, song.note, song.certainty) == ("song", "faint one", Certainty.UNSURE)
    assert song.extra == (("SNR", "12.5"), ("observer", "Ann"))
    assert (other.track, other.note, other.certainty, other.extra) == (
        "",
        "",
        Certainty.SURE,
        (("observer", "Ben"),),
    )
    assert exported("csv") == (EVENTS.encode(), [])
    project.catalogue.apply(
        Text("note"), edits.replace_label(view, view.clips[0].id, other, replace(other, note="loud"))
    )
    assert exported("csv")[0].decode() == EVENTS.replace("robin,,,sure", "robin,,loud,sure")


def test_what_another_format_cannot_hold_is_told(project, take_in, exported):
    take_in("night.csv", EVENTS)
    content, told = exported("audacity")
    assert content == b"0.500000\t1.000000\twren\n1.000000\t1.500000\trobin\n"
    assert told == [
        "1 label loses its track: all stand in one row.",
        "The note of 1 label is lost.",
        "How sure 2 labels are, is lost.",
        "The further columns of 2 labels are lost.",
    ]
    content, told = exported("raven")
    assert content.decode().splitlines()[0].split("\t")[-4:] == ["Annotation", "Notes", "SNR", "observer"]
    assert content.decode().splitlines()[1].split("\t")[-4:] == ["wren", "faint one", "12.5", "Ann"]
    assert told == ["1 label loses its track: all stand in one row.", "How sure 2 labels are, is lost."]


@pytest.mark.parametrize(("name", "text"), [("night.TextGrid", GRID), ("night.csv", EVENTS)])
def test_a_project_that_is_older_than_tracks_exports_untouched_files_as_they_were(
    project, take_in, exported, name, text
):
    take_in(name, text)
    make_older(project)
    with Project.open(project.folder) as again:
        (clip,) = again.catalogue.view.clips
        assert {label.track for label in again.catalogue.view.labels(clip.id)} == {""}
        key = "csv" if name.endswith("csv") else "textgrid"
        for _ in range(2):  # the second compares with what the first one wrote
            request = ExportLabels(key, again.folder / "out", (clip,))
            carry_out(export_labels(request, again.view()), again)
            (written,) = (again.folder / "out").glob("*/*.*")
            assert written.read_bytes() == text.encode()
        file = again.folder / name
        file.write_text(text)
        carry_out(import_labels(ImportLabels((file,)), again.view()), again)
        labels = again.catalogue.view.labels(clip.id)
        assert {label.track for label in labels} - {""}, "once it comes again its tracks are known"


def make_older(project):
    """Close the project as a version without tracks left it."""
    view = project.catalogue.view
    bare = {
        clip.id: tuple(
            replace(one, track="", note="", certainty=None, extra=()) for one in view.labels(clip.id)
        )
        for clip in view.clips
    }
    project.catalogue.apply(Text("as before"), Change(labels=bare, tracks=(MAIN_TRACK,)))
    file = project.file
    project.close()
    database = sqlite3.connect(file)
    with database:
        database.execute("UPDATE label_files SET older = 1")
    database.close()
