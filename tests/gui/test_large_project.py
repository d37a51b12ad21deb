"""A hundred thousand clips are as handy as a hundred."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import known_facts
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.project import Project

CLIPS = 100_000


@pytest.mark.slow
def test_a_hundred_thousand_clips_open_filter_and_are_labelled(window, tone, tmp_path, press, qtbot):
    sound = tone("large/sound.wav", seconds=0.1)
    facts, content = known_facts(sound), content_hash(sound)
    folder = tmp_path / "large"
    with Project.create(folder) as project:
        for start in range(0, CLIPS, 5000):
            numbers = range(start, start + 5000)
            names = [(folder / f"{number:06}.wav", ("dog", "cat", "")[number % 3]) for number in numbers]
            project.catalogue.add_clips([FoundClip(Candidate(*name), facts, content) for name in names])
    window.open_project(folder)
    qtbot.waitUntil(lambda: window.page is not None, timeout=30_000)
    document = window.page.context.document
    label = window.page.desk.workspace("label")
    assert label.clips.table.model().rowCount() == CLIPS
    with qtbot.waitActive(window):
        window.activateWindow()
    label.clips.filter.setFocus()
    qtbot.keyClicks(label.clips.filter, "is:unlabelled 09999")
    qtbot.keyClick(label.clips.filter, Qt.Key.Key_Return)
    wanted = [n for n in range(CLIPS) if n % 3 == 2 and "09999" in f"{n:06}"]
    qtbot.waitUntil(lambda: label.clips.table.model().rowCount() == len(wanted))
    label.clips.table.setFocus()
    shown = document.current
    assert int(shown.name.removesuffix(".wav")) == wanted[0]
    press(window, Qt.Key.Key_1)
    assert document.view.labels(shown.id)
    assert int(document.current.name.removesuffix(".wav")) == wanted[1]
