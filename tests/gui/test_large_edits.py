"""Edits of thousands of clips are written in the background, and nothing comes between."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.status_line import StatusLine
from audioclf_gui.jobs.edit_clips import LabelClips
from audioclf_gui.jobs.writing import AddClips

CLIPS = 3000
FACTS = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")


def found(folder: Path, numbers: range) -> list[FoundClip]:
    return [
        FoundClip(Candidate(folder / f"{number}.wav", ("dog", "cat")[number % 2]), FACTS, f"{number:032x}")
        for number in numbers
    ]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "large") as project:
        project.catalogue.add_clips(found(tmp_path / "large", range(CLIPS)))
        yield project


@pytest.fixture
def context(project, session, qtbot) -> Iterator[Context]:
    bar = MessageBar()
    qtbot.addWidget(bar)
    context = Context(Document(project), PlayerController(), bar, session)
    yield context
    qtbot.waitUntil(lambda: not context.tasks.running)


def relabel_all(document):
    view = document.view
    document.do(Text("label dog"), edits.label_clips(view, view.clips_by_id, view.classes[0].id))


def are_all_dogs(view):
    return view.class_counts[view.classes[0].id] == CLIPS


def test_a_large_edit_is_written_in_the_background_undone_and_made_again(context, qtbot):
    document, told = context.document, []
    document.labels_changed.connect(told.append)
    before = document.view
    relabel_all(document)
    assert document.view is before
    qtbot.waitUntil(lambda: are_all_dogs(document.view))
    assert told == [frozenset(before.clips_by_id)]
    qtbot.waitUntil(lambda: not context.tasks.running)
    document.undo()
    assert are_all_dogs(document.view)
    qtbot.waitUntil(lambda: not are_all_dogs(document.view))
    assert document.view.labels_by_clip == before.labels_by_clip
    qtbot.waitUntil(lambda: not context.tasks.running)
    document.redo()
    qtbot.waitUntil(lambda: are_all_dogs(document.view))
    qtbot.waitUntil(lambda: not context.tasks.running)
    document.go_to(0)
    qtbot.waitUntil(lambda: not document.view.clips)


def test_meanwhile_other_edits_are_refused_in_words_and_work_afterwards(context, qtbot):
    document, refused = context.document, []
    document.failed.connect(refused.append)
    first = document.view.clips[0].id
    line = StatusLine(context.tasks)
    qtbot.addWidget(line)
    relabel_all(document)
    assert "Saving “label dog”" in line.facts.whole_text()
    small = edits.label_clips(document.view, [first], document.view.classes[1].id)
    with pytest.raises(UserError, match="still being saved"):
        document.do(Text("label cat"), small)
    document.undo()
    assert "label dog" in str(refused[0])
    context.edit(LabelClips((first,), "cat"))
    assert "label dog" in context.message_bar.text.text()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert "Saving" not in line.facts.whole_text()
    document.do(Text("label cat"), small)
    assert document.view.class_counts[document.view.classes[1].id] == 1


def test_what_a_job_finds_meanwhile_is_taken_in_afterwards(context, qtbot, tmp_path):
    document, order = context.document, []
    document.labels_changed.connect(lambda _ids: order.append("labels"))
    document.clips_changed.connect(lambda: order.append("clips"))

    def job():
        yield AddClips(tuple(found(tmp_path / "large", range(CLIPS, CLIPS + 5))))

    relabel_all(document)
    context.start(job, Text("Importing"), on_ended=lambda: order.append("ended"))
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert order == ["labels", "clips", "ended"]
    assert len(document.view.clips) == CLIPS + 5
    assert document.project.catalogue.undo().after.clips
    assert are_all_dogs(document.view)


def test_large_edits_that_are_asked_for_at_once_are_made_one_after_the_other(context, qtbot):
    document, done = context.document, []
    everything = tuple(document.view.clips_by_id)
    for name in ("dog", "cat"):
        context.edit(LabelClips(everything, name), lambda _n: done.append(are_all_dogs(document.view)))
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert done == [True, False], "each is told of when it is made"
    assert [edit.clips for edit in document.project.catalogue.history()] == [CLIPS] * 3


def test_an_import_goes_on_while_a_large_edit_is_worked_out_and_written(context, qtbot, tmp_path):
    document, first, asked = context.document, threading.Event(), threading.Event()

    def job():
        for number in range(CLIPS, CLIPS + 100):
            yield AddClips(tuple(found(tmp_path / "large", range(number, number + 1))))
            first.set()
            asked.wait()

    context.start(job, Text("Importing"))
    qtbot.waitUntil(first.is_set)
    context.edit(LabelClips(tuple(document.view.clips_by_id), "dog"))
    asked.set()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert len(document.view.clips) == CLIPS + 100
    assert document.view.class_counts[document.view.classes[0].id] >= CLIPS


def test_a_large_edit_that_cannot_be_saved_changes_nothing_and_is_told(context, qtbot, session):
    document, told = context.document, []
    view = document.view
    dog, cat = view.classes
    nobody = edits.merge_classes(view, [dog.id], cat.id)
    broken = type(nobody)(labels={clip: view.labels(clip) for clip in view.clips_by_id}, classes=(cat,))
    context.tasks._on_failed = told.append
    document.do(Text("lose a class"), broken)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert "left without its class" in str(told[0])
    assert document.view is view
    relabel_all(document)
    qtbot.waitUntil(lambda: are_all_dogs(document.view))


def test_a_reader_cannot_make_a_large_edit(project, context, session, qtbot):
    with Project.open(project.folder) as reader:
        bar = MessageBar()
        qtbot.addWidget(bar)
        other = Context(Document(reader), PlayerController(), bar, session)
        with pytest.raises(ReadOnlyProjectError):
            relabel_all(other.document)
        assert not other.tasks.running


def test_an_edit_of_thousands_of_labels_in_fewer_clips_is_written_in_the_background_too(context, qtbot):
    document = context.document
    clips = document.view.clips[:200]
    labels = tuple(Label(None, at / 1000, at / 1000) for at in range(900))
    document.project.catalogue.apply(Text("label"), Change(labels={clip.id: labels for clip in clips}))
    document.do(Text("delete"), Change(labels={clip.id: () for clip in clips}))
    assert context.tasks.running
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert not any(document.view.labels(clip.id) for clip in clips)
    document.undo()
    assert context.tasks.running
    qtbot.waitUntil(lambda: all(len(document.view.labels(clip.id)) == 900 for clip in clips))


def test_an_edit_of_thousands_of_labels_of_one_clip_is_one_step_in_the_background_too(context, qtbot):
    document = context.document
    clip = document.view.clips[0]
    labels = tuple(Label(None, at / 10_000, at / 10_000) for at in range(3000))
    document.project.catalogue.apply(Text("label"), Change(labels={clip.id: labels}))
    few = labels[10:]
    document.do(Text("delete"), Change(labels={clip.id: few}))
    assert not context.tasks.running, "ten labels of thousands are written at once"
    assert document.view.labels(clip.id) == few
    document.do(Text("delete"), Change(labels={clip.id: ()}))
    assert context.tasks.running
    qtbot.waitUntil(lambda: not context.tasks.running)
    document.undo()
    assert context.tasks.running
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert document.view.labels(clip.id) == few
    document.undo()
    assert not context.tasks.running
    assert set(document.view.labels(clip.id)) == set(labels)


def test_what_cannot_be_worked_out_in_the_background_is_told_and_changes_nothing(context, qtbot):
    document, view, told = context.document, context.document.view, []

    def refuse(_view):
        raise UserError(Text("that cannot be"), remedy=Text("Do something else."))

    assert context.do_worked_out(Text("refuse"), refuse, told.append)
    assert context.do_worked_out(Text("refuse"), refuse, told.append) is False, "one after the other"
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert told == []
    assert document.view is view
    assert context.do_worked_out(Text("nothing"), lambda _view: (Change(), "unchanged"), told.append)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert told == ["unchanged"]
    assert document.undoable.what == Text("import clips")
