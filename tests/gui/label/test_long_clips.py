"""Recordings of hours: what the window keeps in memory of them, and what it says while it reads them."""

import gc
import weakref

import numpy as np
import pytest
import soundfile as sf
from PySide6.QtTest import QTest

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.gui.label import view_loader

RATE_HZ = 8000
MINUTES = 12


@pytest.fixture
def project_folder(tmp_path):
    """A project of two long recordings and a short one."""
    folder = tmp_path / "Hours"
    noise = 0.05 * np.random.default_rng(0).standard_normal(MINUTES * 60 * RATE_HZ)
    with Project.create(folder) as project:
        for name, seconds in (("a.wav", MINUTES * 60), ("b.wav", MINUTES * 60), ("c.wav", 2)):
            sf.write(folder / name, noise[: seconds * RATE_HZ], RATE_HZ)
        wanted = [Candidate(folder / name) for name in ("a.wav", "b.wav", "c.wav")]
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


def exact(user):
    view = user.editor.wave.clip_view
    return view is not None and view.is_exact


def test_the_pictures_of_a_long_clip_that_was_left_are_forgotten(user, monkeypatch, qtbot):
    monkeypatch.setattr(view_loader, "_REMEMBERED_BYTES", 2**18)
    user.open("a.wav")
    qtbot.waitUntil(lambda: exact(user), timeout=20_000)
    left = weakref.ref(user.editor.wave.clip_view.spectra[0])
    user.open("b.wav")
    qtbot.waitUntil(lambda: exact(user), timeout=20_000)

    def is_forgotten():
        gc.collect()
        return left() is None

    qtbot.waitUntil(is_forgotten)


def test_a_short_clip_is_at_hand_when_it_is_seen_again(user, qtbot):
    user.open("c.wav")
    before = user.editor.wave.clip_view
    user.open("a.wav")
    qtbot.waitUntil(lambda: exact(user), timeout=20_000)
    user.open("c.wav")
    assert user.editor.wave.clip_view.wave is before.wave


def test_zooming_and_scrolling_keep_to_the_memory_for_close_views(user, monkeypatch, qtbot):
    from audioclf_gui.audio import spectrogram

    monkeypatch.setattr(spectrogram, "_TILE_BYTES", 3 * 2**20)
    user.open("a.wav")
    qtbot.waitUntil(lambda: exact(user), timeout=20_000)
    (drawn,) = user.editor.wave.clip_view.spectra
    for start_s in range(0, 600, 60):
        for span_s in (2.0, 8.0, 30.0):
            user.view.show_span(float(start_s), start_s + span_s)
            qtbot.waitUntil(lambda: user.editor.spectrogram.picture.is_exact)
            assert drawn.nbytes - drawn.overview.nbytes < 12 * 2**20


def test_something_is_always_said_while_a_file_is_read(user, qtbot):
    said = []
    user.context.tasks.changed.connect(lambda: said.append((exact(user), user.context.tasks.reading)))
    user.open("b.wav")
    assert str(said[0][1]) == "Reading b.wav"
    qtbot.waitUntil(lambda: exact(user) and user.editor.spectrogram.picture.is_exact, timeout=20_000)
    qtbot.waitUntil(lambda: user.context.tasks.reading is None)
    assert all(reading is not None for is_read, reading in said if not is_read)


def test_the_read_out_follows_a_view_that_scrolls_under_the_pointer(user):
    pane = user.editor.spectrogram
    user.open("a.wav")
    user.view.show_span(100.0, 110.0)
    QTest.mouseMove(pane, user.at(pane, 105.5))
    assert user.editor.readout.text().startswith("1:45.")
    user.view.show_span(200.0, 210.0)
    assert user.editor.readout.text().startswith("3:25.")
