"""The choices of the import panel: names part by part, codes, and what lies beside the recordings."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.import_panel import ImportPanel


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


def choose(panel, layout):
    assert panel.form.layouts.findData(layout) >= 0
    panel.form.layouts.setCurrentIndex(panel.form.layouts.findData(layout))


def offered(panel):
    return [panel.form.layouts.itemData(place) for place in range(panel.form.layouts.count())]


def click(panel, qtbot, text, times=1):
    """Click on the part of the example that reads so."""
    for _ in range(times):
        part = next(one for one in panel.form.builder.buttons if one.text().startswith(text))
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.import_button.isEnabled)  # the preview is of this choice


def test_clicks_on_parts_of_a_name_say_what_they_are(panel, context, tone, tmp_path, qtbot):
    for name in ("great_tit_north_1.wav", "great_tit_south_2.wav", "wren_south_3.wav"):
        tone(f"flat/{name}")
    offer(panel, qtbot, tmp_path / "flat")
    choose(panel, "parts")
    click(panel, qtbot, "great")
    click(panel, qtbot, "tit")
    click(panel, qtbot, "north", times=2)
    assert panel.form.builder.template.text() == "{class+}_{group}_{}"
    qtbot.waitUntil(
        lambda: (
            [row[1:3] for row in cells(panel.preview)]
            == [("great_tit", "north"), ("great_tit", "south"), ("wren", "south")]
        )
    )
    with qtbot.waitSignal(panel.imported, timeout=20_000):
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    assert {"great_tit", "wren"} <= {known.name for known in context.document.view.classes}


def test_the_folder_of_a_file_is_a_part_that_can_be_clicked(panel, tone, tmp_path, qtbot):
    for name in ("ann/dog_1.wav", "bob/cat_2.wav"):
        tone(f"set/{name}")
    offer(panel, qtbot, tmp_path / "set")
    choose(panel, "parts")
    click(panel, qtbot, "ann", times=2)
    click(panel, qtbot, "dog")
    assert panel.form.builder.template.text() == "{group+}/{class}_{}"
    qtbot.waitUntil(lambda: [row[1:3] for row in cells(panel.preview)] == [("dog", "ann"), ("cat", "bob")])


def test_of_two_parts_the_later_one_is_the_class_unless_they_stand_in_a_row(panel, tone, tmp_path, qtbot):
    tone("flat/a_b_c.wav")
    offer(panel, qtbot, tmp_path / "flat")
    choose(panel, "parts")
    click(panel, qtbot, "a")
    click(panel, qtbot, "c")
    assert panel.form.builder.template.text() == "{+}_{class}"
    click(panel, qtbot, "b")
    assert panel.form.builder.template.text() == "{}_{class+}"
    click(panel, qtbot, "b", times=3)
    click(panel, qtbot, "c", times=3)
    assert panel.form.builder.template.text() == ""


def test_the_keyboard_turns_parts_too(panel, tone, tmp_path, qtbot):
    tone("flat/dog_1.wav")
    offer(panel, qtbot, tmp_path / "flat")
    choose(panel, "parts")
    part = panel.form.builder.buttons[0]
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(panel.import_button.isEnabled)
    assert part.accessibleName() == "dog: class"


def test_another_name_can_be_the_example(panel, tone, tmp_path, qtbot):
    tone("flat/dog_1_x.wav")
    tone("flat/wren_2.wav")
    offer(panel, qtbot, tmp_path / "flat")
    choose(panel, "parts")
    click(panel, qtbot, "dog")
    qtbot.mouseClick(panel.form.builder.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.import_button.isEnabled)
    assert [one.text().splitlines()[0] for one in panel.form.builder.buttons] == ["wren", "2"]
    assert panel.form.builder.template.text() == "{class}_{}"


def test_only_what_the_files_show_is_offered(panel, tone, tmp_path, qtbot):
    tone("flat/a.wav")
    offer(panel, qtbot, tmp_path / "flat")
    assert offered(panel) == ["plain", "parts", "names"]
    tone("set/owl/a.wav")
    tone("set/-owl/b.wav")
    (tmp_path / "set" / "list.csv").write_text("file,species\na.wav,owl\nb.wav,dove\n")
    offer(panel, qtbot, tmp_path / "set")
    qtbot.waitUntil(
        lambda: (
            offered(panel) == ["plain", "folders", "parts", "names", "table", "birdnet"]
            and panel.import_button.isEnabled()
        )
    )


def test_nights_are_offered_where_names_tell_when_recordings_began(panel, tone, tmp_path, qtbot):
    for name in ("20240430_230000.wav", "20240501_053000.wav", "20240501_210000.wav"):
        tone(f"card/{name}")
    offer(panel, qtbot, tmp_path / "card")
    assert panel.form.layouts.currentData() == "plain", "nobody said that nights are what tells groups apart"
    choose(panel, "audiomoth")
    nights = ["2024-04-30", "2024-04-30", "2024-05-01"]
    qtbot.waitUntil(lambda: [row[2] for row in cells(panel.preview)] == nights)


def test_a_set_that_many_people_have_is_recognised_and_shown(panel, tone, tmp_path, qtbot):
    for name in ("64760", "16399"):
        tone(f"set/FSD50K.dev_audio/{name}.wav")
    (tmp_path / "set" / "dev.csv").write_text(
        'fname,labels,mids,split\n64760,"Guitar,Music","/m/0342h,/m/04rlf",train\n16399,Walk,/m/1,val\n'
    )
    offer(panel, qtbot, tmp_path / "set")
    assert panel.form.layouts.currentData() == "fsd50k"
    assert [row[:4] for row in cells(panel.preview)] == [
        ("64760.wav", "Guitar, Music", "—", "train"),
        ("16399.wav", "Walk", "—", "val"),
    ]
    assert "looks like FSD50K" in panel.notes.words.text()


def test_codes_get_their_names_also_those_of_label_files(panel, context, tone, tmp_path, qtbot):
    tone("set/ast/a.wav")
    tone("set/par/b.wav")
    (tmp_path / "set" / "ast" / "a.txt").write_text("0.01\t0.02\tpar\n")
    (tmp_path / "codes.csv").write_text("ast,Astley's warbler\npar,Parrotbill\n")
    offer(panel, qtbot, tmp_path / "set")
    choose(panel, "folders")
    panel.form.use_names(tmp_path / "codes.csv")
    qtbot.waitUntil(lambda: [row[1] for row in cells(panel.preview)] == ["Astley's warbler", "Parrotbill"])
    qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    names = {"dog", "rain", "Astley's warbler", "Parrotbill"}
    qtbot.waitUntil(lambda: "1 label" in panel.result.text())
    qtbot.waitUntil(lambda: {known.name for known in context.document.view.classes} == names)


def test_files_beside_the_recordings_are_listed_with_what_they_are_for(panel, tone, tmp_path, qtbot):
    for name in ("set/a.wav", "set/b.wav"):
        tone(name)
    for name, text in (
        ("a.txt", "0.01\t0.02\tdog\n"),
        ("clips.csv", "file,species\na.wav,owl\nb.wav,wren\n"),
        ("weather.csv", "day,rain\n1,2\n"),
        ("wolf.txt", "0.01\t0.02\twolf\n"),
    ):
        (tmp_path / "set" / name).write_text(text)
    offer(panel, qtbot, tmp_path / "set")
    qtbot.waitUntil(panel.preview_panel.beside_view.isVisible)
    assert cells(panel.preview_panel.beside) == [
        ("clips.csv", "read: says what is in the recordings"),
        ("a.txt", "labels: come in after the recordings"),
        ("weather.csv", "a table that is not read"),
        ("wolf.txt", "about no recording here, stays out"),
    ]


def test_a_table_of_codes_that_is_none_is_refused_in_words(panel, tone, tmp_path, qtbot):
    tone("set/ast/a.wav")
    tone("set/par/b.wav")
    (tmp_path / "codes.csv").write_text("ast\npar\n")
    offer(panel, qtbot, tmp_path / "set")
    panel.form.use_names(tmp_path / "codes.csv")
    qtbot.waitUntil(lambda: "gives no code a name" in panel.numbers.text())
    assert not panel.import_button.isEnabled()


def test_a_watched_folder_brings_new_recordings_until_it_is_stopped(panel, context, tone, tmp_path, qtbot):
    tone("set/dog_1.wav")
    offer(panel, qtbot, tmp_path / "set")
    panel.watching.box.setChecked(True)
    panel.watching.watcher.every_s = 0.05
    with qtbot.waitSignal(panel.imported, timeout=20_000):
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    assert panel.watching.stop_button.isVisible()
    before = len(context.document.view.clips)
    tone("set/deep/dog_2.wav", hz=700.0)
    with qtbot.waitSignal(context.status_changed, timeout=20_000) as told:
        qtbot.waitUntil(lambda: len(context.document.view.clips) == before + 1, timeout=20_000)
    assert told.args == ["1 recording came in: “dog_2.wav”"]
    qtbot.mouseClick(panel.watching.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert panel.watching.watcher.folder is None
    assert not panel.watching.stop_button.isVisible()


def test_only_a_folder_can_be_watched(panel, tone, tmp_path, qtbot):
    file = tone("set/dog_1.wav")
    offer(panel, qtbot, file)
    assert not panel.watching.box.isVisible()
