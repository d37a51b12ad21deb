"""Making mixtures by the window: what is wanted, what it comes to, and the new project."""

from dataclasses import fields

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QSpinBox

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.mixtures import Background, Learnt, MixtureSettings, Placement
from audioclf_gui.core.project import Project
from audioclf_gui.gui.mixtures_form import MixturesForm
from audioclf_gui.jobs.mixture_records import JOURNAL


@pytest.fixture
def panel(window, tone, tmp_path, qtbot):
    with Project.create(tmp_path / "Voices") as project:
        wanted = [
            Candidate(tone(f"{name}{at}.wav", hz=hz + at), name)
            for name, hz in (("low", 300), ("high", 2000))
            for at in range(3)
        ]
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    window.open_project(tmp_path / "Voices")
    qtbot.waitUntil(lambda: window.page is not None)
    window.commands["make_mixtures"].trigger()
    return window.page._mixer


@pytest.fixture
def form(qtbot, tmp_path):
    form = MixturesForm(lambda: tmp_path)
    qtbot.addWidget(form)
    return form


def few(panel):
    for box, count in zip(panel.form.mixtures.boxes, (2, 1, 1), strict=True):
        box.setValue(count)
    panel.form.ranges["length_s"].low.setValue(2.0)
    panel.form.ranges["length_s"].high.setValue(2.0)


def test_what_will_be_made_is_said_and_the_new_project_is_opened(panel, window, tmp_path, qtbot, monkeypatch):
    few(panel)
    qtbot.waitUntil(lambda: "4 mixtures of 2 s at 16000 Hz, from 6 groups" in panel.outline.text())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    qtbot.mouseClick(panel.make_button, Qt.MouseButton.LeftButton)
    folder = tmp_path / "there" / "Voices mixtures"
    qtbot.waitUntil(
        lambda: window.page is not None and window.page.context.document.project.folder == folder,
        timeout=20_000,
    )
    view = window.page.context.document.view
    assert sorted(clip.fold for clip in view.clips) == ["test", "train", "train", "valid"]
    assert view.labelled == 4
    qtbot.waitUntil(lambda: "4 mixtures with" in window.message_bar.text.text())


def test_what_cannot_be_made_is_said_before_anything_is_tried(panel, qtbot):
    few(panel)
    qtbot.waitUntil(panel.make_button.isEnabled)
    panel.form.ranges["snr_db"].low.setValue(50.0)
    qtbot.waitUntil(lambda: "snr_db" in panel.outline.text())
    assert not panel.make_button.isEnabled()
    panel.form.ranges["snr_db"].low.setValue(0.0)
    qtbot.waitUntil(panel.make_button.isEnabled)


def test_the_form_begins_with_the_usual_settings(form, tmp_path):
    assert form.request(None, tmp_path).settings == MixtureSettings()


def test_every_field_says_what_it_means(form, tmp_path):
    form.ranges["gain_db"].low.setValue(-20.0)
    form.shares.boxes[0].setValue(50)
    form.one_class.setChecked(True)
    for box, value in (
        (form.learnt, Learnt.CLIPS),
        (form.placement, Placement.SEQUENTIAL),
        (form.background, Background.NONE),
        (form.format, "wav"),
        (form.rate, 22_050),
    ):
        box.setCurrentIndex(box.findData(value))
    form.seed.setValue(7)
    form.peak.setValue(-3.0)
    request = form.request(None, tmp_path)
    assert request.settings == MixtureSettings(
        shares=(0.5, 0.1, 0.1),
        rate_hz=22_050,
        placement=Placement.SEQUENTIAL,
        one_class=True,
        learnt=Learnt.CLIPS,
        gain_db=(-20.0, 6.0),
        background=Background.NONE,
        peak_db=-3.0,
        seed=7,
    )
    assert request.format == "wav"
    assert not form.ranges["snr_db"].isEnabled()


def test_there_is_a_field_for_every_setting(form, tmp_path):
    """So that the window can make whatever the command line can."""
    for box in form.findChildren(QSpinBox) + form.findChildren(QDoubleSpinBox):
        box.stepUp() if box.value() < box.maximum() else box.stepDown()
    for box in form.findChildren(QComboBox):
        box.setCurrentIndex(1 if box not in (form.sounds, form.background) else 0)
    form.background.setCurrentIndex(1)
    form.one_class.setChecked(True)
    settings, usual = form.request(None, tmp_path).settings, MixtureSettings()
    alike = [one.name for one in fields(settings) if getattr(settings, one.name) == getattr(usual, one.name)]
    assert alike == []


def test_sounds_and_backgrounds_can_come_from_folders(form, tmp_path, monkeypatch):
    (tmp_path / "rain").mkdir()
    write_wav(tmp_path / "rain/a.wav", np.ones(800, np.float32), 8000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "rain"))
    for box in (form.background, form.sounds):
        box.setCurrentIndex(box.count() - 1)
        box.activated.emit(box.count() - 1)
    request = form.request(None, tmp_path)
    assert request.settings.background is Background.FILES
    assert request.background == request.sounds == tmp_path / "rain"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    form.background.activated.emit(form.background.count() - 1)
    assert form.request(None, tmp_path).settings.background is Background.PINK


def test_one_can_be_heard_before_and_is_shown_with_its_events(panel, window, qtbot):
    few(panel)
    qtbot.waitUntil(panel.example.button.isEnabled)
    assert not panel.example.picture.isVisible()
    qtbot.mouseClick(panel.example.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.example.picture.isVisible, timeout=20_000)
    first = window.player.path
    told = panel.example.picture.accessibleDescription()
    assert "low" in told or "high" in told
    assert read_mono(first).any()
    qtbot.waitUntil(panel.example.button.isEnabled)
    qtbot.mouseClick(panel.example.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.player.path != first, timeout=20_000)
    with qtbot.waitSignal(panel.example.picture.played_from) as played:
        place = QPoint(panel.example.picture.width() // 2, 10)
        qtbot.mouseClick(panel.example.picture, Qt.MouseButton.LeftButton, pos=place)
    assert played.args[0] == pytest.approx(1.0, abs=0.05)
    assert not any((window.page.context.document.project.folder / name).exists() for name in ("audio", "mix"))


def test_the_page_closes_and_its_choices_stay(panel, window, qtbot):
    few(panel)
    with qtbot.waitActive(window):
        window.activateWindow()
    panel.form.seed.setFocus()
    qtbot.keyClick(panel.form.seed, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    window.commands["make_mixtures"].trigger()
    assert panel.isVisible()
    assert panel.form.mixtures.counts == (2, 1, 1)


def test_stopping_keeps_what_is_done_and_making_again_goes_on(panel, window, tmp_path, qtbot, monkeypatch):
    few(panel)
    panel.form.mixtures.boxes[0].setValue(80)
    qtbot.waitUntil(panel.make_button.isEnabled)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    qtbot.mouseClick(panel.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.progress.value() >= 3)
    qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.make_button.isVisible, timeout=20_000)
    folder = tmp_path / "there" / "Voices mixtures"
    done = (folder / JOURNAL).read_text().splitlines()
    assert 3 <= len(done) < 82
    qtbot.waitUntil(panel.make_button.isEnabled)
    qtbot.mouseClick(panel.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.page is not None and window.page.context.document.project.folder == folder,
        timeout=60_000,
    )
    assert len(window.page.context.document.view.clips) == 82
    assert (folder / JOURNAL).read_text().splitlines()[: len(done)] == done
