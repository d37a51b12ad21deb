import shutil
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.edits import remove_clips
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.core.quantity import quantity_of
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives import letting_out
from audioclf_gui.gui import import_panel
from audioclf_gui.gui.import_panel import ImportPanel
from audioclf_gui.gui.import_tables import NUMBER_COLUMN
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.jobs.layout_guess import PLAIN, TABLE


@pytest.fixture
def panel(context, qtbot):
    panel = ImportPanel(context)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def cells(table):
    rows, columns = table.rowCount(), table.columnCount()
    return [tuple(table.index(row, column).data() for column in range(columns)) for row in range(rows)]


def offer(panel, qtbot, *paths):
    panel.offer(list(paths))
    qtbot.waitUntil(panel.import_button.isEnabled)


def run_import(panel, qtbot):
    with qtbot.waitSignal(panel.imported, timeout=20_000) as done:
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    return done.args[0]


def test_folders_become_classes(panel, context, tone, tmp_path, qtbot):
    for name in ("owl/1.wav", "owl/2.wav", "wren/deep/1.wav"):
        tone(f"birds/{name}")
    offer(panel, qtbot, tmp_path / "birds")
    assert panel.form.layouts.currentData() == "folders"
    assert [row[:2] for row in cells(panel.preview)] == [
        ("owl/1.wav", "owl"),
        ("2.wav", "owl"),
        ("deep/1.wav", "wren"),
    ], "files of the same name are told apart"
    assert panel.preview_view.isColumnHidden(NUMBER_COLUMN), "there are no numbers to show"
    clips = run_import(panel, qtbot)
    assert len(clips) == 3
    assert panel.result.text() == "3 clips, 2 classes, 0 refused"
    assert {known.name for known in context.document.view.classes} == {"dog", "rain", "owl", "wren"}


def test_files_that_cannot_be_used_are_listed_with_reason_and_remedy(panel, context, tone, tmp_path, qtbot):
    tone("birds/owl/1.wav")
    (tmp_path / "birds" / "owl" / "2.wav").write_bytes(b"")
    (tmp_path / "birds" / "owl" / "3.WAV").write_text("not sound at all")
    offer(panel, qtbot, tmp_path / "birds")
    run_import(panel, qtbot)
    assert panel.result.text().endswith("2 refused")
    refused = cells(panel.refused)
    assert [row[0] for row in refused] == ["2.wav", "3.WAV"]
    assert all(reason and remedy for _name, reason, remedy in refused)
    assert {one.path.name for one in tuple(context.document.project.quarantine)} == {"2.wav", "3.WAV"}


def test_reasons_are_shown_to_their_ends_however_wide_the_window_is(panel, tmp_path, qtbot):
    long = Text("this file cannot be read for a reason that takes more than one line to tell in full")
    panel.resize(1200, 700)
    panel._refused = (Quarantined(tmp_path / "1.wav", long, Text("Leave it out.")),)
    panel._show_result()
    view = panel.refused_view
    line = view.fontMetrics().height()
    qtbot.waitUntil(lambda: view.rowHeight(0) > 2 * line)
    view.horizontalHeader().resizeSection(1, 700)
    qtbot.waitUntil(lambda: view.rowHeight(0) < 2 * line)
    qtbot.waitUntil(lambda: view.height() < 5 * line)
    assert not view.verticalScrollBar().isVisible()


def test_a_short_remedy_takes_one_line_at_once(panel, tmp_path, qtbot):
    panel.resize(1200, 700)
    panel._refused = (
        Quarantined(tmp_path / "1.wav", Text("it is empty"), Text("Convert it to WAV or FLAC.")),
    )
    panel._show_result()
    line = panel.refused_view.fontMetrics().height()
    qtbot.waitUntil(lambda: panel.refused_view.isVisible() and panel.refused_view.rowHeight(0) < 2 * line)


def test_a_pattern_reads_classes_and_groups_from_names_as_it_is_typed(panel, tone, tmp_path, qtbot):
    tone("flat/owl_north_1.wav")
    tone("flat/wren_south_1.wav")
    offer(panel, qtbot, tmp_path / "flat")
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData("names"))
    panel.form.pattern.setText(r"(?P<label>[a-z]+)_(?P<group>[a-z]+)")
    qtbot.waitUntil(
        lambda: [row[1:3] for row in cells(panel.preview)] == [("owl", "north"), ("wren", "south")]
    )
    panel.form.pattern.setText("(?P<label>")
    qtbot.waitUntil(lambda: "regular expression" in panel.numbers.text())
    assert not panel.import_button.isEnabled()


def test_any_table_is_read_with_chosen_columns(panel, tone, tmp_path, qtbot):
    tone("set/a.wav")
    tone("set/b.wav")
    (tmp_path / "set" / "list.csv").write_text("clip;who;where;bird\na.wav;x;north;owl\nb.wav;x;south;wren\n")
    offer(panel, qtbot, tmp_path / "set")
    assert panel.form.layouts.currentData() == "table"
    columns = panel.form.columns
    columns["label"].setCurrentIndex(columns["label"].findData("bird"))
    columns["group"].setCurrentIndex(columns["group"].findData("where"))
    expected = [("a.wav", "owl", "north"), ("b.wav", "wren", "south")]
    qtbot.waitUntil(lambda: [row[:3] for row in cells(panel.preview)] == expected)


def test_a_column_of_numbers_is_chosen_and_shown_with_its_unit(panel, context, tone, tmp_path, qtbot):
    tone("set/a.wav")
    tone("set/b.wav")
    (tmp_path / "set" / "list.csv").write_text("clip,snr_db,who\na.wav,3.5,x\nb.wav,-2,y\n")
    offer(panel, qtbot, tmp_path / "set")
    target = panel.form.columns["target"]
    panel.form.columns["label"].setCurrentIndex(0)
    target.setCurrentIndex(target.findData("snr_db"))
    qtbot.waitUntil(lambda: [row[4] for row in cells(panel.preview)] == ["3.5 dB", "\N{MINUS SIGN}2 dB"])
    assert "is a number to estimate: snr in dB" in panel.notes.words.text()
    assert "2 numbers" in panel.numbers.text()
    assert not panel.preview_view.isColumnHidden(NUMBER_COLUMN)
    clips = run_import(panel, qtbot)
    assert sorted(clip.target for clip in clips) == [-2.0, 3.5]
    assert context.document.view.quantity == quantity_of("snr_db")


def test_a_table_with_a_column_for_each_class_is_shown_with_what_is_marked(panel, tone, tmp_path, qtbot):
    for name in "abc":
        tone(f"set/{name}.wav")
    table = "clip,owl,wren\na.wav,1,0\nb.wav,0,1\nc.wav,1,1\n"
    (tmp_path / "set" / "list.csv").write_text(table)
    offer(panel, qtbot, tmp_path / "set")
    label = panel.form.columns["label"]
    assert label.currentText() == "One column for each class: owl, wren"
    expected = [("a.wav", "owl"), ("b.wav", "wren"), ("c.wav", "owl, wren")]
    qtbot.waitUntil(lambda: [row[:2] for row in cells(panel.preview)] == expected)
    assert "is taken for a class of its own" in panel.notes.words.text()
    label.setCurrentIndex(label.findData("owl"))
    qtbot.waitUntil(lambda: cells(panel.preview)[0][:2] == ("a.wav", "1"))


def test_copied_files_lie_in_the_project_and_the_originals_stay(panel, context, tone, tmp_path, qtbot):
    original = tone("birds/owl/1.wav")
    tone("birds/wren/1.wav")
    before = original.read_bytes()
    offer(panel, qtbot, tmp_path / "birds")
    panel.form.copy_box.setChecked(True)
    clips = run_import(panel, qtbot)
    project = context.document.project
    assert all(
        project.folder / RECORDINGS in project.catalogue.view.audio_path(clip).parents for clip in clips
    )
    shutil.rmtree(tmp_path / "birds" / "wren")
    assert all(project.catalogue.view.audio_path(clip).is_file() for clip in clips)
    assert original.read_bytes() == before


def test_what_is_in_the_project_already_is_not_taken_in_twice(panel, context, project_folder, qtbot):
    panel.offer([project_folder / "audio"])
    qtbot.waitUntil(lambda: "6 in the project already" in panel.numbers.text())
    assert not panel.import_button.isEnabled()


def test_a_dropped_label_file_goes_to_the_clip_of_its_name_and_can_be_undone(panel, context, tmp_path, qtbot):
    labels = tmp_path / "dog-1.txt"
    labels.write_bytes(b"0.100000\t0.200000\tbark\n")
    panel.offer([labels])
    document = context.document
    qtbot.waitUntil(lambda: panel.result.text().endswith("1 label"))
    clip = next(clip for clip in document.view.clips if clip.name == "dog-1.wav")
    assert [label.start_s for label in document.view.labels(clip.id)] == [None, 0.1]
    assert document.project.label_files.content(clip.id, "audacity") == labels.read_bytes()
    document.undo()
    assert len(document.view.labels(clip.id)) == 1


@pytest.fixture
def shown(context):
    """A clip without labels of its own, which the window shows."""
    document = context.document
    clip = document.view.clips[4]
    document.set_current(clip.id)
    return clip


def texts_of(document, clip):
    known = {one.id: one.name for one in document.view.classes}
    return [known.get(label.class_id) for label in document.view.labels(clip.id) if not label.is_whole_clip]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Label Track.txt", "0.0\t0.3\thoot\n"),
        ("all.csv", "file,start_s,end_s,label\nelsewhere.wav,0.0,0.3,hoot\n"),
    ],
)
def test_labels_of_no_known_recording_go_to_the_clip_on_show_only_when_somebody_says_so(
    panel, context, shown, tmp_path, qtbot, name, content
):
    (tmp_path / name).write_text(content)
    panel.offer([tmp_path / name]) if name.endswith("txt") else panel.import_labels([tmp_path / name])
    qtbot.waitUntil(panel.unplaced_bar.isVisible)
    assert [row[0] for row in cells(panel.refused)] == [name]
    assert texts_of(context.document, shown) == []
    assert shown.name in panel.unplaced_bar.clip_button.text()
    qtbot.mouseClick(panel.unplaced_bar.clip_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts_of(context.document, shown) == ["hoot"])
    qtbot.waitUntil(panel.unplaced_bar.isHidden)
    assert (panel.refused.rowCount(), panel.result.text()) == (0, "1 label")


def test_of_clips_that_fit_a_label_file_all_are_named_and_the_user_picks(
    panel, context, tone, shown, tmp_path, qtbot
):
    for site in ("north", "south"):
        tone(f"card/{site}/night.wav", 1.0)
        tone(f"card/{site}/dawn.wav", 1.0)
    offer(panel, qtbot, tmp_path / "card")
    clips = {"/".join(clip.path.split("/")[-2:]): clip for clip in run_import(panel, qtbot)}
    files = (tmp_path / "night.txt", tmp_path / "dawn.txt")
    for file in files:
        file.write_text("0.1\t0.4\thoot\n")
    panel.import_labels(files)
    bar = panel.unplaced_bar
    qtbot.waitUntil(bar.isVisible)
    for file, site in zip(files, ("south", "north"), strict=True):
        assert file.name in bar.question.text()
        assert ("more file waits" in bar.question.text()) == (file is files[0])
        offered = [bar.fitting.itemText(place) for place in range(bar.fitting.count())]
        assert offered == [clips[f"{one}/{file.stem}.wav"].path for one in ("north", "south")]
        assert not bar.fitting_button.isEnabled(), "nothing is chosen for the user"
        clip = clips[f"{site}/{file.stem}.wav"]
        bar.fitting.setCurrentIndex(bar.fitting.findText(clip.path))
        qtbot.mouseClick(bar.fitting_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda clip=clip: texts_of(context.document, clip) == ["hoot"])
        qtbot.waitUntil(lambda file=file: file.name not in bar.question.text() or bar.isHidden())
    assert bar.isHidden()
    assert sum(texts_of(context.document, clip) == ["hoot"] for clip in clips.values()) == 2
    assert panel.refused.rowCount() == 0


def test_label_files_beside_clips_that_are_known_come_in_again(panel, context, tone, tmp_path, qtbot):
    tone("night/a.wav", 1.0)
    file = tmp_path / "night" / "a.txt"
    file.write_text("0.1\t0.4\thoot\n")
    offer(panel, qtbot, tmp_path / "night")
    (clip,) = run_import(panel, qtbot)
    qtbot.waitUntil(lambda: texts_of(context.document, clip) == ["hoot"])
    file.write_text("0.1\t0.4\thowl\n")
    offer(panel, qtbot, tmp_path / "night")
    assert cells(panel.preview) == []
    qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts_of(context.document, clip) == ["howl"])
    qtbot.waitUntil(lambda: panel.labels_bar.counts.text() == "1 label has changed")


def test_label_files_come_along_where_known_clips_get_a_class(panel, context, tone, tmp_path, qtbot):
    for name in ("owl/1.wav", "wren/2.wav"):
        tone(f"birds/{name}", 1.0)
    offer(panel, qtbot, tmp_path / "birds")
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData(PLAIN))
    qtbot.waitUntil(panel.import_button.isEnabled)
    clip, _ = run_import(panel, qtbot)
    (tmp_path / "birds" / "owl" / "1.txt").write_text("0.1\t0.4\thoot\n")
    offer(panel, qtbot, tmp_path / "birds")
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData("folders"))
    qtbot.waitUntil(lambda: [row[1] for row in cells(panel.preview)] == ["owl", "wren"])
    assert run_import(panel, qtbot) == ()
    qtbot.waitUntil(lambda: texts_of(context.document, clip)[-1:] == ["hoot"])


def test_folders_need_not_count_when_somebody_says_so(panel, context, tmp_path, qtbot):
    table = tmp_path / "all.csv"
    table.write_text("file,start_s,end_s,label\nD:\\far\\dog-1.wav,0,0.3,bark\nno.wav,0,0.3,bark\n")
    clip = next(clip for clip in context.document.view.clips if clip.name == "dog-1.wav")
    panel.import_labels([table])
    qtbot.waitUntil(panel.unplaced_bar.isVisible)
    assert texts_of(context.document, clip) == []
    qtbot.mouseClick(panel.unplaced_bar.names_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts_of(context.document, clip) == ["bark"])
    assert [(row[0], "no.wav" in row[1]) for row in cells(panel.refused)] == [("all.csv", True)]


def test_without_clips_nobody_is_asked_which_one_a_label_file_is_about(panel, context, tmp_path, qtbot):
    document = context.document
    document.do(Text("remove"), remove_clips(document.view, [clip.id for clip in document.view.clips]))
    (tmp_path / "owl.txt").write_bytes(b"0.1\t0.4\thoot\n")
    panel.import_labels([tmp_path / "owl.txt"])
    qtbot.waitUntil(lambda: [row[0] for row in cells(panel.refused)] == ["owl.txt"])
    assert not panel.unplaced_bar.isVisible()


def test_label_files_beside_new_clips_come_along(panel, context, tone, tmp_path, qtbot):
    tone("night/owl.wav")
    (tmp_path / "night" / "owl.txt").write_bytes(b"0.1\t0.2\thoot\n")
    offer(panel, qtbot, tmp_path / "night")
    (clip,) = run_import(panel, qtbot)
    qtbot.waitUntil(lambda: len(context.document.view.labels(clip.id)) == 1)
    (label,) = context.document.view.labels(clip.id)
    assert (label.start_s, label.end_s) == (0.1, 0.2)


def test_a_table_of_labels_of_several_recordings_comes_along_and_says_so(
    panel, context, tone, tmp_path, qtbot
):
    tone("night/owl.wav")
    tone("night/wren.wav")
    rows = "file,start_s,end_s,label\nowl.wav,0.1,0.2,hoot\nowl.wav,0.3,0.4,hoot\nwren.wav,0.1,0.2,song\n"
    (tmp_path / "night" / "all.csv").write_text(rows)
    (tmp_path / "night" / "fox.txt").write_text("0.1\t0.2\tbark\n")
    offer(panel, qtbot, tmp_path / "night")
    assert "1 label file" in panel.found.text()
    told = "it holds labels, which come in after the recordings"
    qtbot.waitUntil(lambda: told in panel.notes.words.text())
    assert "about no recording here that shows, and stays out: fox.txt" in panel.notes.words.text()
    clips = run_import(panel, qtbot)
    qtbot.waitUntil(lambda: sum(len(context.document.view.labels(clip.id)) for clip in clips) == 3)
    found = {clip.name: texts_of(context.document, clip) for clip in clips}
    assert found == {"owl.wav": ["hoot", "hoot"], "wren.wav": ["song"]}


def test_a_damaged_label_file_is_refused_by_name(panel, tmp_path, qtbot):
    (tmp_path / "dog-1.txt").write_bytes(b"Once upon a time\n")
    panel.import_labels([tmp_path / "dog-1.txt"])
    qtbot.waitUntil(lambda: panel.refused.rowCount() == 1)
    assert panel.refused.index(0, 0).data() == "dog-1.txt"


def test_stopping_keeps_what_came_in(panel, context, tone, tmp_path, qtbot):
    for number in range(60):
        tone(f"many/owl/{number:02}.wav", seconds=0.05)
    offer(panel, qtbot, tmp_path / "many")
    with qtbot.waitSignal(panel.imported, timeout=20_000) as done:
        panel.start()
        panel.stop()
    assert len(context.document.view.clips) == 6 + len(done.args[0])
    assert panel.folder_button.isEnabled()


def test_a_read_only_project_refuses_an_import_in_words(panel, context, tone, tmp_path, qtbot, monkeypatch):
    tone("birds/owl.wav")
    offer(panel, qtbot, tmp_path / "birds")
    monkeypatch.setattr(context.document.project._database, "read_only", True)
    panel.start()
    assert "open elsewhere" in context.message_bar.text.text()


def test_a_read_only_project_refuses_label_files_in_words(panel, context, tmp_path, qtbot, monkeypatch):
    (tmp_path / "dog-0.txt").write_text("0.1\t0.2\tbark\n")
    monkeypatch.setattr(context.document.project._database, "read_only", True)
    panel.import_labels([tmp_path / "dog-0.txt"])
    qtbot.waitUntil(lambda: "open elsewhere" in context.message_bar.text.text())
    assert context.document.undoable is None


def test_label_files_that_fit_no_clip_leave_nothing_to_undo(panel, context, tmp_path, qtbot):
    files = [tmp_path / "owl.txt", tmp_path / "wren.txt"]
    for file in files:
        file.write_text("0.1\t0.2\tbark\n")
    before = context.document.undoable
    panel.import_labels(files)
    qtbot.waitUntil(lambda: panel.refused.rowCount() == 2)
    assert context.document.undoable == before


def test_many_label_files_are_one_edit_on_disk(panel, context, project_folder, qtbot, monkeypatch):
    files = [project_folder / f"audio/{clip.name[:-4]}.txt" for clip in context.document.view.clips]
    for file in files:
        file.write_text("0.1\t0.2\tbark\n0.2\t0.3\t \n")
    before = len(context.document.project.catalogue.history())
    panel.import_labels(files)
    qtbot.waitUntil(panel.result_panel.isVisible)
    edits = context.document.project.catalogue.history()
    assert len(edits) == before + 1
    assert (str(edits[0].what), edits[0].clips) == (f"import labels of {len(files)} files", len(files))
    context.document.undo()
    assert all(label.is_whole_clip for label in context.document.view.labels(1))


def test_of_two_choices_the_later_one_is_shown_even_if_it_is_found_first(
    panel, context, tone, tmp_path, qtbot, monkeypatch
):
    found_late = threading.Event()

    def slow(paths):
        if paths[0].name == "large":
            found_late.wait(5.0)
        return survey(paths)

    monkeypatch.setattr(import_panel, "survey", slow)
    tone("large/owl.wav")
    tone("small/wren.wav")
    panel.offer([tmp_path / "large"])
    offer(panel, qtbot, tmp_path / "small")
    found_late.set()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert [row[0] for row in cells(panel.preview)] == ["wren.wav"]


def test_a_full_disk_ends_an_import_with_one_message_and_the_panel_can_be_used_again(
    panel, context, tone, tmp_path, qtbot, monkeypatch
):
    tone("birds/owl.wav")
    offer(panel, qtbot, tmp_path / "birds")
    full = UserError(Text("the project could not be saved: disk full"), remedy=Text("Free some disk space."))

    def refuse(*_, **__):
        raise full

    monkeypatch.setattr(context.document.project.catalogue, "add_clips", refuse)
    with qtbot.captureExceptions() as bugs:
        panel.start()
        qtbot.waitUntil(lambda: not context.tasks.running)
    assert not bugs
    assert "disk full" in context.message_bar.text.text()
    assert not panel.is_importing
    assert panel.folder_button.isEnabled()


@pytest.mark.slow
def test_esc10_is_recognised_and_comes_in_with_its_folds(panel, shared_data, qtbot):
    offer(panel, qtbot, shared_data / "env-esc10")
    assert panel.form.layouts.currentData() == "esc50"
    assert panel.numbers.text().startswith("400 clips  ·  10 classes")
    clips = run_import(panel, qtbot)
    assert len(clips) == 400
    assert {clip.fold for clip in clips} == {"1", "2", "3", "4", "5"}
    assert all(clip.group for clip in clips)


def test_a_table_that_names_no_files_does_not_stand_in_the_way_of_the_recording_beside_it(tone, tmp_path):
    tone("session/finches.wav")
    (tmp_path / "session" / "segments.csv").write_text("start_s,stop_s,source_wave\n0.1,0.2,7\n")
    found = survey([tmp_path / "session"])
    assert found.layout == PLAIN
    (tmp_path / "session" / "wanted.csv").write_text("file,class\nfinches.wav,finch\n")
    found = survey([tmp_path / "session"])
    assert found.layout == TABLE
    assert found.tables[0].name == "wanted.csv"


def test_the_keyboard_goes_from_step_to_step(panel, tone, tmp_path, qtbot):
    tone("new/siskin.wav", hz=750.0)
    panel.activateWindow()
    assert panel.focusWidget() is panel.folder_button
    offer(panel, qtbot, tmp_path / "new")
    assert panel.focusWidget() is panel.import_button
    qtbot.keyClick(panel.import_button, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.done_button.isVisible)
    assert panel.focusWidget() is panel.done_button


def test_from_what_was_imported_one_comes_to_the_clips_wherever_one_was(open_window, tone, tmp_path, qtbot):
    tone("new/siskin.wav", hz=750.0)
    open_window.page.show_workspace("review")
    open_window.take_dropped([tmp_path / "new"])
    panel = open_window.page.importer
    qtbot.waitUntil(panel.import_button.isEnabled)
    qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.done_button.isVisible)
    qtbot.mouseClick(panel.done_button, Qt.MouseButton.LeftButton)
    assert open_window.page.desk.name == "label"
    assert open_window.page.desk.workspace("label").isVisible()


def test_an_archive_is_unpacked_into_the_project_and_looked_at_as_a_folder(
    panel, context, tone, tmp_path, qtbot
):
    for name in ("owl/1.wav", "wren/1.wav"):
        tone(f"birds/{name}")
    archive = Path(shutil.make_archive(str(tmp_path / "birds"), "zip", tmp_path / "birds"))
    offer(panel, qtbot, archive)
    assert [row[:2] for row in cells(panel.preview)] == [("owl/1.wav", "owl"), ("wren/1.wav", "wren")]
    assert "birds.zip was unpacked to" in panel.notes.words.text()
    assert len(run_import(panel, qtbot)) == 2
    assert (context.document.project.folder / "unpacked/birds/owl/1.wav").is_file()


def test_an_archive_that_leads_out_is_refused_in_words(panel, tmp_path, qtbot):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../evil.wav", b"x")
    panel.offer([tmp_path / "evil.zip"])
    qtbot.waitUntil(lambda: "leads out of the folder" in panel.numbers.text())
    assert not panel.import_button.isEnabled()
    assert not panel.found.isVisible()


def test_unpacking_can_be_stopped_and_nothing_is_left(panel, context, tmp_path, qtbot, monkeypatch):
    with zipfile.ZipFile(tmp_path / "big.zip", "w") as big:
        big.writestr("a.wav", bytes(2**20))

    def slow(*_what):  # as from a disk that has fallen asleep
        while True:
            yield b""

    monkeypatch.setattr(letting_out, "blocks", slow)
    panel.offer([tmp_path / "big.zip"])
    sources = panel.sources
    qtbot.waitUntil(sources.stop_button.isVisible)
    qtbot.mouseClick(sources.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert not sources.stop_button.isVisible()
    assert not panel.found.isVisible()
    assert not list((context.document.project.folder / "unpacked").iterdir())


def test_archives_are_unpacked_where_somebody_chooses(panel, context, tone, tmp_path, qtbot, monkeypatch):
    tone("birds/owl/1.wav")
    archive = Path(shutil.make_archive(str(tmp_path / "birds"), "zip", tmp_path / "birds"))
    assert panel.sources.place.whole_text() == "Archives go into the project"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "disk"))
    qtbot.mouseClick(panel.sources.place_button, Qt.MouseButton.LeftButton)
    assert panel.sources.place.whole_text() == f"Archives go into {tmp_path / 'disk'}"
    offer(panel, qtbot, archive)
    assert (tmp_path / "disk/birds/owl/1.wav").is_file()
    assert not (context.document.project.folder / "unpacked").exists()
