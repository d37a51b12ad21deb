"""A person without a mouse labels a project: clips, regions and boxes, with edges placed by keys."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHORT_CLIPS = 20


@pytest.fixture
def project_folder(tmp_path, tone) -> Path:
    """Twenty short clips and a long one, without a class or a label."""
    folder = tmp_path / "By keys"
    with Project.create(folder) as project:
        files = [tone(f"sounds/call-{number:02}.wav", 0.3) for number in range(SHORT_CLIPS)]
        files.append(tone("sounds/scene.wav", 8.0))
        found = ingest([Candidate(file, "") for file in files])
        project.catalogue.add_clips([event for event in found if isinstance(event, FoundClip)])
    shutil.rmtree(tmp_path / "settings", ignore_errors=True)
    return folder


class Hands:
    """Presses keys wherever the keyboard is, and looks at the window; there is no mouse."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot
        self.workspace = window.page.desk.workspace("label")

    @property
    def editor(self):
        return self.workspace.editor

    @property
    def document(self):
        return self.window.page.context.document

    def press(self, key, held=PLAIN, times=1):
        for _ in range(times):
            QTest.keyClick(self.keyboard(), key, held)

    def write(self, text):
        QTest.keyClicks(self.keyboard(), text)

    def keyboard(self):
        """What has the keyboard; without a window manager the window may have lost it to a panel."""
        if QApplication.focusWidget() is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget() or self.window

    def select(self, *fields):
        """Type start, end and perhaps more of the selection; an empty text leaves a field as it is."""
        self.press(KEY.Key_Escape)
        self.press(KEY.Key_G, CTRL | SHIFT)
        for place, text in enumerate(fields):
            self.write(text)
            self.press(KEY.Key_Return if place == len(fields) - 1 else KEY.Key_Tab)

    def go_to(self, time):
        self.press(KEY.Key_Escape)
        self.press(KEY.Key_G, CTRL)
        self.write(time)
        self.press(KEY.Key_Return)


@pytest.fixture
def hands(open_window, qtbot):
    hands = Hands(open_window, qtbot)
    hands.workspace.classes.plays.setChecked(False)
    qtbot.waitActive(open_window)
    qtbot.waitUntil(lambda: hands.editor.spectrogram.picture is not None)
    return hands


def label_clips(hands):
    """Give two new classes by name, then their digits; each decision goes on to the next clip."""
    hands.press(KEY.Key_Home, CTRL)
    for name in ("wren", "robin"):
        hands.press(KEY.Key_C)
        hands.write(name)
        hands.press(KEY.Key_Return)
    for number in range(2, SHORT_CLIPS):
        hands.press(KEY.Key_1 if number % 2 == 0 else KEY.Key_2)


def label_regions(hands):
    """Five by typed times, three by cursor and brackets, two by the arrows alone."""
    for number in range(5):
        hands.select(f"{number}.25", f"0:0{number}.75")
        hands.press(KEY.Key_1)
    for number in range(3):
        hands.go_to(f"5.{number}")
        hands.press(KEY.Key_BracketLeft)
        hands.press(KEY.Key_Period, SHIFT, times=3)
        hands.press(KEY.Key_Period, times=2)
        hands.press(KEY.Key_BracketRight)
        hands.press(KEY.Key_2)
    for number in range(2):
        hands.go_to(f"6.{number}")
        hands.press(KEY.Key_Right, SHIFT | ALT, times=2)
        hands.press(KEY.Key_Left, SHIFT | CTRL)
        hands.press(KEY.Key_1)


def label_boxes(hands):
    """One by typed edges; one by Q and the arrows; one whose edges move when it is a label already."""
    hands.select("7.0", "7.1", "", "500", "1500")
    hands.press(KEY.Key_1)
    hands.select("7.2", "7.3")
    hands.press(KEY.Key_Q)
    hands.press(KEY.Key_Up, SHIFT | ALT)
    hands.press(KEY.Key_Down, SHIFT, times=3)
    hands.press(KEY.Key_2)
    hands.select("7.4", "7.5", "", "1000", "2000")
    hands.press(KEY.Key_1)
    hands.press(KEY.Key_Up, SHIFT | CTRL, times=2)
    hands.press(KEY.Key_Down, SHIFT | CTRL | ALT)
    hands.press(KEY.Key_Right, SHIFT)


def test_clips_regions_and_boxes_are_labelled_by_keys_only_and_stored(hands, project_folder, qtbot):
    label_clips(hands)
    assert hands.document.current.name == "scene.wav"
    qtbot.waitUntil(lambda: hands.editor.spectrogram.clip_view is not None)
    qtbot.waitUntil(lambda: hands.editor.spectrogram.picture is not None)
    hands.press(KEY.Key_F6)
    assert hands.editor.hasFocus()
    pixel_s, spectrogram = hands.editor.view.s_per_px, hands.editor.spectrogram
    quarter_hz, three_hz = spectrogram.axis.frequency_at([0.25, 0.75])
    label_regions(hands)
    label_boxes(hands)

    expected = [(f"{n}.25", n + 0.25, n + 0.75, "wren") for n in range(5)]
    expected += [(f"5.{n}", 5 + n / 10, 5 + n / 10 + 32 * pixel_s, "robin") for n in range(3)]
    expected += [(f"6.{n}", 6 + n / 10, 6 + n / 10 + 19 * pixel_s, "wren") for n in range(2)]
    moved_hz = spectrogram.moved_hz
    boxes = [
        (7.0, 7.1, 500.0, 1500.0, "wren"),
        (7.2, 7.3, moved_hz(quarter_hz, -3), moved_hz(three_hz, 10), "robin"),
        (7.4, 7.5 + pixel_s, moved_hz(1000.0, 2), moved_hz(2000.0, -10), "wren"),
    ]
    hands.press(KEY.Key_W, CTRL)  # closes the project
    qtbot.waitUntil(lambda: hands.window.page is None)

    with Project.open(project_folder) as project:
        view = project.catalogue.view
        names = {one.id: one.name for one in view.classes}
        assert set(names.values()) == {"wren", "robin"}
        by_clip = {clip.name: view.labels(clip.id) for clip in view.clips}
        for number in range(SHORT_CLIPS):
            (label,) = by_clip[f"call-{number:02}.wav"]
            assert label.is_whole_clip
            assert names[label.class_id] == ("wren" if number % 2 == 0 else "robin")
        stored = sorted(by_clip["scene.wav"], key=lambda label: label.start_s)
        assert len(stored) == 13
        for label, (_, start_s, end_s, name) in zip(stored[:10], expected, strict=True):
            assert (label.start_s, label.end_s) == pytest.approx((start_s, end_s), abs=1e-6)
            assert (label.low_hz, label.high_hz, names[label.class_id]) == (None, None, name)
        for label, (*edges, name) in zip(stored[10:], boxes, strict=True):
            assert (label.start_s, label.end_s, label.low_hz, label.high_hz) == pytest.approx(edges, rel=1e-4)
            assert names[label.class_id] == name
