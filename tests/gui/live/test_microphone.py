"""The window says how the microphone differs, and the equaliser is one click away."""

import numpy as np
from PySide6.QtCore import Qt

from audioclf_gui.gui.live.listener import State
from tests.sound_card import Plug

from .conftest import RATE_HZ, hiss
from .test_workspace import ENOUGH_MS, listen_to, press


def muffled(seconds, seed):
    """Hiss of which nothing is left but the lowest tones."""
    spectrum = np.fft.rfft(hiss(seconds, seed))
    spectrum[np.fft.rfftfreq(round(seconds * RATE_HZ), 1 / RATE_HZ) > 300] *= 1e-3
    return 10.0 * np.fft.irfft(spectrum)


def play(workspace, card, qtbot):
    """Play enough for a judgement, as fast as it is heard."""
    for part in range(1, 9):
        card.play(muffled(3.0, part))
        heard = workspace.sitting.sittings[-1].recent
        qtbot.waitUntil(lambda: heard.end_s >= 3.0 * part, timeout=ENOUGH_MS)  # noqa: B023 - at once


def test_a_model_that_has_kept_nothing_to_compare_with_says_so(workspace, qtbot, sound_file, says, tmp_path):
    line = workspace.bar.microphone
    workspace.bar.model.add_folder(says(tmp_path / "older", [3.0, 0.0, 0.0]))
    listen_to(workspace, qtbot, sound_file(hiss(1.0)))
    assert not line.isVisible(), "nobody wants an equaliser"
    line.equaliser.setChecked(True)
    listen_to(workspace, qtbot, sound_file(hiss(1.0)))
    assert "has kept nothing to compare a microphone with" in line.words.whole_text()
    workspace.bar.model.setCurrentIndex(0)
    listen_to(workspace, qtbot, sound_file(hiss(1.0)))
    assert "begins when 20 s" in line.words.whole_text()


def test_a_microphone_unlike_the_recordings_is_told_and_made_up_for(workspace, plugged, qtbot, session):
    card = plugged(Plug("Mic", rate_hz=RATE_HZ))
    line = workspace.bar.microphone
    workspace.activate()
    qtbot.waitUntil(lambda: workspace.bar.input.has_devices)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)
    assert not line.isVisible()
    play(workspace, card, qtbot)
    qtbot.waitUntil(lambda: "sounds different from your recordings" in line.words.whole_text())
    assert line.isVisible()
    assert "can make up for it" in line.words.whole_text()
    qtbot.mouseClick(line.equaliser, Qt.MouseButton.LeftButton, pos=line.equaliser.rect().center())
    qtbot.waitUntil(lambda: "begins when 20 s" in line.words.whole_text(), timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)
    play(workspace, card, qtbot)
    qtbot.waitUntil(lambda: "The equaliser makes up for it" in line.words.whole_text(), timeout=ENOUGH_MS)
    assert "Hz: +15.0 dB" in line.equaliser.toolTip()
    assert session.flag("live/equaliser", False)
