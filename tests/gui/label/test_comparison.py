"""What one compares programs for labelling sounds by, row for row, each done by mouse or key in the window.

Each row is a short walk to its end; what else there is to it is in the test files of its own.
"""

from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.export_panel import ExportPanel

from .calls import CTRL, KEY, LEFT, SHIFT, do, on

ALT = Qt.KeyboardModifier.AltModifier

RATE_HZ = 16_000
FIRST, SECOND = "20240131_053000.wav", "20240131_060000.wav"
WHISTLES = ((0.2, 0.4, 1000.0), (0.6, 0.8, 3000.0), (1.0, 1.2, 1000.0), (1.4, 1.6, 3000.0))
PAIR_HZ = (5000.0, 5200.0)  # sound together at the end
NOISE = 1e-4  # -80 dBFS


def sound():
    """Two seconds of four whistles, then of two tones that lie close together, in faint noise."""
    time_s = np.arange(2 * RATE_HZ) / RATE_HZ
    samples = NOISE * np.random.default_rng(1).standard_normal(len(time_s))
    for start_s, end_s, hz in (*WHISTLES, *((1.7, 1.95, hz) for hz in PAIR_HZ)):
        samples += 0.2 * np.sin(2 * np.pi * hz * time_s) * ((time_s >= start_s) & (time_s < end_s))
    return samples.astype(np.float32)


@pytest.fixture
def project_folder(tmp_path) -> Path:
    """Two recordings that are called after when they began, and two classes."""
    folder = tmp_path / "Comparison"
    with Project.create(folder) as project:
        for name in (FIRST, SECOND):
            write_wav(tmp_path / name, sound(), RATE_HZ)
        found = ingest([Candidate(tmp_path / name, "") for name in (FIRST, SECOND)])
        project.catalogue.add_clips([one for one in found if isinstance(one, FoundClip)])
        classes = project.catalogue.view.with_classes(["owl", "jay"])
        project.catalogue.apply(Text("classes"), Change(classes=classes))
    return folder


@pytest.fixture
def labelled(person):
    """The four whistles of the first recording are labels, of owls and jays in turn."""
    owl, jay = (known.id for known in person.document.view.classes)
    labels = tuple(
        Label((owl, jay)[number % 2], start_s, end_s) for number, (start_s, end_s, _) in enumerate(WHISTLES)
    )
    person.document.do(Text("label"), Change(labels={person.clip.id: labels}))
    return person


@pytest.fixture
def linear(person):
    """The picture in view has a linear axis, which the panel of F7 was told by keys; it is open."""
    panel = person.workspace.look.panel
    person.key(KEY.Key_F7)
    person.qtbot.waitUntil(panel.isVisible)
    panel.axis.setFocus()
    QTest.keyClicks(panel.axis, "Lin")
    person.qtbot.waitUntil(lambda: person.editor.spectrogram.axis.kind == "linear")
    yield person
    panel.hide()


def enter(field, text):
    """Type into a field, in the place of what is there, and press Return."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_Return)


def choose(person, key):
    """Choose a command in the menu bar."""
    bar, action = person.workspace.window().menuBar(), person.workspace.commands[key]
    heading = next(one for one in bar.actions() if one.menu() and action in one.menu().actions())
    person.qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(heading).center())
    person.qtbot.waitUntil(heading.menu().isVisible)
    person.qtbot.mouseClick(heading.menu(), LEFT, pos=heading.menu().actionGeometry(action).center())


def level_db(person, time_s, hz):
    """What the picture tells of a time and a frequency."""
    pane = person.editor.spectrogram
    y = round((1 - pane.axis.height_at(hz)) * pane.height())
    return pane.describe(QPointF(person.at(pane, time_s, y))).level


def go_to(person, time):
    """Type where the red line is to stand."""
    person.key(KEY.Key_G, CTRL)
    person.qtbot.waitUntil(person.workspace.positions.isVisible)
    person.type(time)
    person.key(KEY.Key_Return)
    take_keyboard(person)


def take_keyboard(person):
    """Have the keyboard in the window again after a panel, which not every platform does by itself."""
    window = person.workspace.window()
    with person.qtbot.waitActive(window):
        window.activateWindow()


def said(person, text):
    """Wait until the message bar says something."""
    person.qtbot.waitUntil(lambda: text in person.context.message_bar.text.text())


def spans(person):
    """From when to when the labels are, in order."""
    return sorted((label.start_s, label.end_s) for label in person.labels)


def drop(person, file):
    """Drop a label file on the window; gives what it says about it."""
    window = person.workspace.window()
    window.page.show_import()
    told = window.page.importer.labels_bar.counts
    told.clear()
    window.take_dropped([file])
    person.qtbot.waitUntil(lambda: told.isVisible() and told.text() != "")
    person.key(KEY.Key_Escape)
    person.qtbot.waitUntil(person.workspace.isVisible)
    return told.text()


def test_fft_settings(linear):
    low_hz, high_hz = PAIR_HZ

    def dip_db():
        tone, gap = (level_db(linear, 1.82, hz) for hz in (low_hz, (low_hz + high_hz) / 2))
        return tone - gap

    window_ms = linear.workspace.look.panel.window_ms
    enter(window_ms, "3")
    linear.qtbot.waitUntil(lambda: dip_db() < 3)
    enter(window_ms, "60")
    linear.qtbot.waitUntil(lambda: dip_db() > 20)


def test_db_range(linear):
    def colours(time_s, low_hz, high_hz):
        pane = linear.editor.spectrogram
        image, x = pane.grab().toImage(), linear.at(pane, time_s).x()
        ys = (round((1 - pane.axis.height_at(hz)) * pane.height()) for hz in np.linspace(low_hz, high_hz, 40))
        return {image.pixelColor(x, y).name() for y in ys}

    noise, whistle = (0.5, 5000, 7500), (0.7, 2990, 3010)
    linear.qtbot.waitUntil(lambda: len(colours(*noise)) > 5)
    levels = linear.workspace.look.panel.range
    enter(levels.floor, "-60")
    enter(levels.ceiling, "0")
    linear.qtbot.waitUntil(lambda: len(colours(*noise)) == 1)
    assert colours(*noise).isdisjoint(colours(*whistle))


def test_frequency_zoom(linear):
    linear.key(KEY.Key_Escape)
    take_keyboard(linear)
    pane = linear.editor.spectrogram
    before_px = pane.axis.height_at(3100.0) - pane.axis.height_at(2900.0)
    linear.key(KEY.Key_1, CTRL | ALT)
    linear.qtbot.waitUntil(lambda: (pane.axis.low_hz, pane.axis.high_hz) == (2000, 6000))
    assert pane.axis.height_at(3100.0) - pane.axis.height_at(2900.0) == pytest.approx(2 * before_px)
    linear.qtbot.waitUntil(lambda: level_db(linear, 0.7, 3000.0) > level_db(linear, 0.7, 3500.0) + 40)
    quarter = pane.height() // 4
    linear.drag(pane, QPoint(20, quarter), QPoint(20, 2 * quarter), SHIFT)
    linear.qtbot.waitUntil(lambda: pane.axis.low_hz == pytest.approx(3000, abs=30))
    linear.qtbot.waitUntil(lambda: level_db(linear, 1.82, 5000.0) > level_db(linear, 1.82, 4500.0) + 40)


def test_measurements(person):
    pane, lines = person.editor.spectrogram, person.editor.measured
    low, high = (round((1 - pane.axis.height_at(hz)) * pane.height()) for hz in (2000.0, 4000.0))
    person.key(KEY.Key_B)
    person.drag(pane, person.at(pane, 0.55, high), person.at(pane, 0.85, low))
    person.qtbot.waitUntil(lambda: lines.found is not None)
    found = lines.found
    assert found.peak_hz == pytest.approx(3000, abs=20)
    assert (found.time_5_s, found.time_95_s) == pytest.approx((0.61, 0.79), abs=0.005)
    assert found.rms_db == pytest.approx(20 * np.log10(0.2 / 2**0.5 * (0.2 / 0.3) ** 0.5), abs=0.5)
    assert found.snr_db > 30
    shown = f"{lines.levels.text()} {lines.energy.text()}"
    for words in ("RMS \N{MINUS SIGN}18.", "SNR", "Peak 3\N{NARROW NO-BREAK SPACE}000 Hz", "5–95 %"):
        assert words in shown


def test_label_table(labelled):
    table = labelled.workspace.table
    labelled.key(KEY.Key_F8)
    labelled.qtbot.waitUntil(table.isVisible)
    enter(table.filter, "class:jay")
    assert table.model.rowCount() == 2
    cell = table.model.index(1, table.model.column_of("start_s"))
    table.view.scrollTo(cell)
    labelled.qtbot.mouseClick(table.view.viewport(), LEFT, pos=table.view.visualRect(cell).center())
    labelled.key(KEY.Key_F2)
    enter(table.view.viewport().findChild(QLineEdit), "1.3")
    labelled.qtbot.waitUntil(lambda: spans(labelled)[-1] == (1.3, 1.6))
    labelled.key(KEY.Key_Return)
    assert labelled.layer.selected.start_s == 1.3


def test_notes(labelled):
    QTest.mouseClick(labelled.editor.tiers, LEFT, pos=on(labelled, labelled.labels[0]))
    labelled.key(KEY.Key_F4)
    labelled.qtbot.waitUntil(labelled.workspace.label_panel.isVisible)
    labelled.type("two birds, 1 far")
    labelled.key(KEY.Key_Return)
    with Project.open(labelled.document.project.file) as on_disk:
        stored = on_disk.catalogue.view.labels(labelled.clip.id)
    assert {label.start_s: label.note for label in stored if label.note} == {0.2: "two birds, 1 far"}


def test_multi_select(labelled):
    tiers, labels = labelled.editor.tiers, labelled.labels
    QTest.mouseClick(tiers, LEFT, pos=on(labelled, labels[1]))
    QTest.mouseClick(tiers, LEFT, CTRL, on(labelled, labels[3]))
    labelled.key(KEY.Key_1)
    assert len({label.class_id for label in labelled.labels}) == 1
    labelled.key(KEY.Key_Z, CTRL)
    assert set(labelled.labels) == set(labels)


def test_copy_and_paste(labelled):
    labels = labelled.labels
    do(labelled, KEY.Key_A, CTRL)
    labelled.key(KEY.Key_C, CTRL)
    labelled.key(KEY.Key_PageDown)
    labelled.qtbot.waitUntil(lambda: labelled.clip.name == SECOND)
    do(labelled, KEY.Key_V, CTRL | SHIFT)
    assert set(labelled.labels) == set(labels)
    do(labelled, KEY.Key_X, CTRL)
    assert labelled.labels == ()
    labelled.key(KEY.Key_Home)
    labelled.key(KEY.Key_V, CTRL)
    assert spans(labelled)[0] == pytest.approx((0.0, 0.2))


def test_snap(labelled):
    tiers, first, second = labelled.editor.tiers, *labelled.labels[:2]
    near_px = 4
    do(labelled, KEY.Key_N, SHIFT)
    QTest.mouseClick(tiers, LEFT, pos=on(labelled, first))
    y = on(labelled, first).y()
    edge, to = (labelled.at(tiers, time_s, y) for time_s in (first.end_s, second.start_s))
    labelled.drag(tiers, edge, to - QPoint(near_px, 0))
    assert labelled.layer.selected.end_s == pytest.approx(second.start_s, abs=1e-9)


def test_split_and_merge(labelled):
    whole = labelled.labels
    go_to(labelled, "0.7")
    do(labelled, KEY.Key_I, CTRL)
    assert spans(labelled) == [(0.2, 0.4), (0.6, 0.7), (0.7, 0.8), (1.0, 1.2), (1.4, 1.6)]
    do(labelled, KEY.Key_J, CTRL)
    assert set(labelled.labels) == set(whole)


def test_tiers(person, tmp_path):
    grid = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n2\n<exists>\n2\n'
        '"IntervalTier"\n"words"\n0\n2\n2\n0\n1\n"ba"\n1\n2\n""\n'
        '"IntervalTier"\n"phones"\n0\n2\n3\n0\n0.5\n"b"\n0.5\n1\n"a"\n1\n2\n""\n'
    )
    file = tmp_path / f"{FIRST[:-4]}.TextGrid"
    file.write_text(grid, "utf-8")
    assert drop(person, file) == "3 labels are new"
    tiers = person.editor.tiers
    assert [row.track.name for row in person.layer.rows] == ["words", "phones"]
    (sound_a,) = (label for label in person.labels if label.start_s == 0.5)
    QTest.mouseClick(tiers, LEFT, pos=on(person, sound_a))
    y = on(person, sound_a).y()
    person.drag(tiers, person.at(tiers, 0.5, y), person.at(tiers, 0.75, y))
    phones = sorted(label.span_s(2.0) for label in person.labels if label.track == "phones")
    assert phones[0][1] == phones[1][0] == pytest.approx(0.75, abs=person.view.s_per_px)


def test_time_of_day(person):
    ruler = person.editor.ruler
    person.qtbot.waitUntil(lambda: person.workspace.times.start is not None)
    QTest.mouseClick(ruler, LEFT, pos=QPoint(10, ruler.height() // 2))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(one for one in menu.actions() if "05:30:00" in one.text())
    person.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    go_to(person, "05:30:01.5")
    assert person.view.head_s == pytest.approx(1.5)
    assert ruler.text(person.view.head_s) == "05:30:01.500"


def test_picture_export(labelled, tmp_path, monkeypatch):
    file = tmp_path / "picture.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    choose(labelled, "export_picture")
    panel = labelled.workspace.picture_export.panel
    labelled.qtbot.waitUntil(panel.isVisible)
    enter(panel.dots, "300")
    enter(panel.width_mm, "90")
    labelled.qtbot.mouseClick(panel.go, LEFT)
    said(labelled, "The picture is written")
    image = QImage(str(file))
    assert image.width() == pytest.approx(90 / 25.4 * 300, abs=1)
    assert len({image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}) > 20


def test_data_export(labelled, tmp_path, monkeypatch):
    file = tmp_path / "measurements.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    choose(labelled, "export_measurements")
    said(labelled, "4 labels measured")
    columns = file.read_text().splitlines()[0].split(",")
    peaks = np.genfromtxt(file, delimiter=",", skip_header=1, usecols=columns.index("peak_hz"))
    assert peaks == pytest.approx([hz for *_, hz in WHISTLES], abs=20)


def test_sound_export(labelled, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    choose(labelled, "export_sounds")
    panel = labelled.workspace.sounds
    labelled.qtbot.waitUntil(panel.isVisible)
    labelled.qtbot.mouseClick(panel.go, LEFT)
    said(labelled, "4 sounds written.")
    written = sorted(file.relative_to(tmp_path / "out").parent.name for file in tmp_path.glob("out/*/*.wav"))
    assert written == ["jay", "jay", "owl", "owl"]
    heard, rate_hz = sf.read(next(tmp_path.glob("out/jay/*.wav")))
    assert pitch_hz(heard, rate_hz) == pytest.approx(3000, abs=10)


def pitch_hz(samples, rate_hz):
    """The loudest frequency of a sound."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return spectrum.argmax() * rate_hz / len(samples)


def test_speed_without_pitch(labelled, tmp_path, monkeypatch):
    """Half the speed by the panel, and what is heard then written to a file, where it can be measured."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    labelled.key(KEY.Key_F9)
    playback = labelled.workspace.playback.panel
    labelled.qtbot.waitUntil(playback.isVisible)
    labelled.qtbot.mouseClick(playback.speed.marks[0.5], LEFT)
    labelled.qtbot.mouseClick(playback.keeps_pitch, LEFT, pos=QPoint(8, playback.keeps_pitch.height() // 2))
    labelled.key(KEY.Key_Escape)
    assert labelled.workspace.transport.playback_button.text() == "0.5×"
    choose(labelled, "export_sounds")
    panel = labelled.workspace.sounds
    labelled.qtbot.waitUntil(panel.isVisible)
    labelled.qtbot.mouseClick(panel.as_heard, LEFT, pos=QPoint(8, panel.as_heard.height() // 2))
    labelled.qtbot.mouseClick(panel.go, LEFT)
    said(labelled, "as they are heard")
    for name, hz in (("owl", 1000.0), ("jay", 3000.0)):
        heard, rate_hz = sf.read(next(tmp_path.glob(f"out/{name}/*.wav")))
        assert len(heard) / rate_hz == pytest.approx(0.4, abs=0.01)
        assert pitch_hz(heard, rate_hz) == pytest.approx(hz, abs=15)


def test_formats(labelled, tmp_path, monkeypatch):
    """What the window writes in a format it knows again when that is dropped on it."""
    window = labelled.workspace.window()
    came_back = {}
    for key in FORMATS:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, key=key: str(tmp_path / key))
        labelled.key(KEY.Key_E, CTRL | SHIFT)
        strip = window.findChild(ExportPanel)
        strip.formats.setCurrentIndex(strip.formats.findData(key))
        with labelled.qtbot.waitSignal(strip.closed):
            labelled.qtbot.mouseClick(strip.export_button, LEFT)
        (file,) = (one for one in (tmp_path / key).rglob("*") if one.is_file())
        came_back[key] = drop(labelled, file)
    assert came_back == dict.fromkeys(FORMATS, "4 labels were here already")
