"""What the editor shows leaves as a picture, with its axes and labels."""

import csv
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core import edits
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text


@pytest.fixture
def exported(user, tmp_path, monkeypatch):
    """Export the picture of a clip with a label and a box, under a name with some ending."""
    user.open("new-0.wav")
    view = user.document.view
    label = Label(view.classes[0].id, 0.1, 0.2, 500.0, 2000.0)
    user.document.do(Text("label"), edits.add_label(view, user.clip.id, label))

    def export(name, width_mm=0, dots=192):
        file, panel = tmp_path / name, user.workspace.picture_export.panel
        panel.kind.setCurrentIndex(panel.kind.findData(file.suffix or ".png"))
        panel.width_mm.setValue(width_mm)
        panel.dots.setValue(dots)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
        user.workspace.commands["export_picture"].trigger()
        user.qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
        user.qtbot.waitUntil(
            lambda: f"The picture is written: {file}" in user.context.message_bar.text.text()
        )
        user.context.message_bar.clear()
        return file

    return export


def test_a_png_has_twice_the_pixels_of_the_screen_and_its_colours(user, exported):
    spectrogram, wave = user.editor.spectrogram, user.editor.wave
    user.wait_for_picture()
    screen = spectrogram.grab().toImage()
    width, height, above = wave.width(), sum(pane.height() for pane in user.editor.panes), wave.height()
    image = QImage(str(exported("a.png")))
    caption = image.height() // 2 - height
    assert image.width() == 2 * width
    assert 0 < caption < 40
    assert image.dotsPerMeterX() == round(192 / 0.0254)
    same = [
        screen.pixelColor(x, y) == image.pixelColor(2 * x, 2 * (caption + above + y))
        for x in range(200, screen.width() - 200, 37)
        for y in range(20, screen.height() - 20, 17)
    ]
    assert np.mean(same) > 0.9


def test_an_svg_has_its_axes_and_labels_as_text_and_shades_their_stretch(user, exported):
    before, inside, behind = (round(user.editor.wave.x_of(time_s)) for time_s in (0.08, 0.15, 0.22))
    file = exported("a.svg")
    renderer = QSvgRenderer(str(file))
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.render(painter)
    caption = 22
    rows = range(caption + 1, caption + 5)  # of the waveform, above the sound
    colours = [{image.pixelColor(x, y).name() for y in rows} for x in (before, inside, behind)]
    assert colours[0] == colours[2] != colours[1]
    texts = {"".join(one.itertext()).strip() for one in ET.parse(file).iter() if one.tag.endswith("text")}
    assert {"new-0.wav", "dog", "0.2"} <= texts


def test_a_pdf_is_one_and_a_name_without_ending_becomes_a_png(exported):
    assert exported("a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_in_the_place_is_kept(exported, tmp_path):
    (tmp_path / "a.png").write_bytes(b"somebody's own")
    exported("a.png")
    assert (tmp_path / "a.1.png").read_bytes() == b"somebody's own"


def test_where_no_sound_is_seen_nothing_is_written(user, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    clip = next(one for one in user.document.view.clips if one.name == "rain-1.wav")
    user.document.view.audio_path(clip).unlink()
    user.click_row(user.row("rain-1.wav"))
    user.qtbot.waitUntil(user.editor.notice.isVisible)
    user.workspace.commands["export_picture"].trigger()
    assert not user.workspace.picture_export.panel.isVisible()
    assert not asked


def test_a_picture_is_as_wide_on_paper_as_it_is_asked_to_be(user, exported):
    image = QImage(str(exported("a.png", width_mm=90, dots=300)))
    assert image.width() == pytest.approx(90 / 25.4 * 300, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    page = re.search(rb"/MediaBox \[0 0 (\S+) (\S+)\]", exported("a.pdf", width_mm=180).read_bytes())
    assert float(page[1]) == pytest.approx(180 / 25.4 * 72, rel=0.01)
    drawing = ET.parse(exported("a.svg", width_mm=90)).getroot()
    assert float(drawing.attrib["width"].removesuffix("mm")) == pytest.approx(90, rel=0.01)
    wave = user.editor.wave
    assert drawing.attrib["viewBox"].split()[2] == str(wave.width())


def test_the_levels_in_view_are_a_table_of_frequencies_and_times(user, exported):
    view, spectrogram = user.editor.view, user.editor.spectrogram
    user.wait_for_picture()
    with exported("a.csv").open(newline="", encoding="utf-8") as file:
        (head, *times), *rows = csv.reader(file)
    assert head == "frequency_hz / time_s [dB]"
    times_s = np.array(times, float)
    assert view.t0_s <= times_s[0] < times_s[-1] <= view.end_s
    assert np.all(np.diff(times_s) > 0)
    frequencies_hz = np.array([row[0] for row in rows], float)
    assert np.all(np.diff(frequencies_hz) > 0)
    assert 0 < frequencies_hz[0] < frequencies_hz[-1] < spectrogram.top_hz
    levels = np.array([row[1:] for row in rows], float)
    loudest_hz = frequencies_hz[levels.mean(axis=1).argmax()]
    assert loudest_hz == pytest.approx(500, abs=60), "the tone of the clip"
