from PySide6.QtCore import Qt

from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.checks_panel import FindingRow
from audioclf_gui.jobs.edit_clips import LabelClips, ToggleClass

LEFT = Qt.MouseButton.LeftButton


def rows(workspace):
    return {row.words.text(): row for row in workspace.checks.findChildren(FindingRow)}


def test_the_check_runs_by_itself_and_shows_what_is_fine(workspace, qtbot):
    qtbot.waitUntil(lambda: "28 clips can be read" in rows(workspace))
    assert rows(workspace)["28 clips can be read"].sign.text() == "✓"


def test_show_hands_the_clips_of_a_finding_over(workspace, context, qtbot):
    qtbot.waitUntil(lambda: bool(workspace.checks.findings))
    document = context.document
    lost = document.view.clips[3]
    document.view.audio_path(lost).unlink()
    workspace.checks.check()
    qtbot.waitUntil(lambda: any("cannot be read" in text for text in rows(workspace)))
    text = next(text for text in rows(workspace) if "cannot be read" in text)
    with qtbot.waitSignal(workspace.clips_shown) as chosen:
        qtbot.mouseClick(rows(workspace)[text].link, LEFT)
    assert chosen.args == [text, (lost.id,)]


def test_a_check_that_is_asked_for_while_another_one_runs_is_made(workspace, context, qtbot):
    qtbot.waitUntil(lambda: bool(workspace.checks.findings) and not context.tasks.running)
    document = context.document
    workspace.checks.refresh()
    document.view.audio_path(document.view.clips[3]).unlink()
    workspace.checks.check()
    workspace.checks.refresh()
    qtbot.waitUntil(lambda: any("cannot be read" in text for text in rows(workspace)))


def test_other_labels_are_checked_again_without_being_asked(workspace, context, qtbot):
    from audioclf_gui.core.change import Change

    qtbot.waitUntil(lambda: bool(workspace.checks.findings))
    document = context.document
    hisses = [clip.id for clip in document.view.clips if clip.name.startswith("hiss")]
    context.document.do(Text("clear"), Change(labels=dict.fromkeys(hisses[3:], ())))
    qtbot.waitUntil(lambda: "“hiss” has only 3 clips" in rows(workspace))


def test_classes_that_look_alike_become_one_by_a_click(workspace, context, qtbot):
    qtbot.waitUntil(lambda: bool(workspace.checks.findings))
    known = [one.name for one in context.document.view.classes]
    clip_id = context.document.view.clips[0].id
    context.edit(LabelClips((clip_id,), known[0].upper()))
    twins = f"“{known[0]}”, “{known[0].upper()}” look alike: are they one class?"
    qtbot.waitUntil(lambda: twins in rows(workspace))
    qtbot.mouseClick(rows(workspace)[twins].merge, LEFT)
    qtbot.waitUntil(lambda: twins not in rows(workspace))
    assert [one.name for one in context.document.view.classes] == known


def test_a_click_that_merges_tells_of_labels_that_became_one(workspace, context, qtbot):
    qtbot.waitUntil(lambda: bool(workspace.checks.findings))
    known = context.document.view.classes[0].name
    clip_ids = tuple(context.document.view.labelled_with(context.document.view.classes[0].id))
    context.edit(ToggleClass(clip_ids[:1], known.upper()))
    twins = f"“{known}”, “{known.upper()}” look alike: are they one class?"
    qtbot.waitUntil(lambda: twins in rows(workspace))
    with qtbot.waitSignal(context.status_changed) as said:
        qtbot.mouseClick(rows(workspace)[twins].merge, LEFT)
    assert said.args == [
        f"1 label is called {known} now; 1 of them equals a label that was there and became one with it"
    ]
