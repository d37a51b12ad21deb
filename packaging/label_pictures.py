#!/usr/bin/env python3
"""Draw the README's spectrograms, dark and light: made sounds, each with the preset that suits it.

    .venv/bin/python packaging/label_pictures.py

The window is driven through its own parts, so the pictures show what the program really does.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from screenshots import let_live, wait_for

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.audio.spectrogram_presets import VIEW_PRESETS
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.label import Region
from audioclf_gui.core.naming import as_labels
from audioclf_gui.core.project import Project
from audioclf_gui.core.resources import resources
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme, palette

Samples = npt.NDArray[np.float64]

COLUMNS, GAP = 2, 14
_TURN = 2 * np.pi


@dataclass(frozen=True, slots=True)
class Scene:
    """A sound, how it is looked at, and what is labelled in it."""

    name: str
    preset: str
    rate_hz: int
    sound: Callable[[np.random.Generator], Samples]
    span_s: tuple[float, float]
    regions: Sequence[Region] = field(default_factory=tuple)


def sweep(rate_hz: int, length_s: float, *pitches_hz: float) -> Samples:
    """A tone that goes through these pitches, evenly in time, and fades in and out."""
    time = np.linspace(0.0, 1.0, round(length_s * rate_hz))
    pitch = np.interp(time, np.linspace(0.0, 1.0, len(pitches_hz)), pitches_hz)
    return np.asarray(np.sin(_TURN * np.cumsum(pitch) / rate_hz) * np.hanning(len(time)) ** 0.5)


def put(sound: Samples, rate_hz: int, start_s: float, part: Samples, level: float) -> None:
    """Add a part to a sound."""
    at = round(start_s * rate_hz)
    sound[at : at + len(part)] += level * part[: len(sound) - at]


def bats(chance: np.random.Generator) -> Samples:
    """Sweeps of 4 ms from 85 to 38 kHz, closer and closer, and a longer call of another species."""
    rate_hz = 250_000
    sound = 0.004 * chance.standard_normal(rate_hz // 2)
    for start_s in (0.03, 0.12, 0.2, 0.27, 0.33, 0.38, 0.42, 0.45):
        put(sound, rate_hz, start_s, sweep(rate_hz, 0.004, 85_000, 52_000, 42_000, 38_000), 0.3)
    for start_s in (0.075, 0.245):
        put(sound, rate_hz, start_s, sweep(rate_hz, 0.014, 29_000, 25_500, 24_500, 24_000), 0.2)
    return sound


def birds(chance: np.random.Generator) -> Samples:
    """A song of whistles and a trill, and a lower answer."""
    rate_hz = 44_100
    sound = 0.004 * chance.standard_normal(4 * rate_hz)
    for number, start_s in enumerate((0.3, 0.55, 0.8)):
        put(sound, rate_hz, start_s, sweep(rate_hz, 0.18, 4200 + 300 * number, 5600, 3900), 0.2)
    for number in range(14):
        put(sound, rate_hz, 1.1 + 0.06 * number, sweep(rate_hz, 0.045, 6800, 4300, 7200), 0.16)
    for start_s in (2.4, 2.75, 3.1):
        put(sound, rate_hz, start_s, sweep(rate_hz, 0.25, 1900, 2500, 1800), 0.25)
    return sound


def speech(chance: np.random.Generator) -> Samples:
    """Three vowels and two hisses, by pulses through resonances."""
    rate_hz = 16_000
    sound = 0.001 * chance.standard_normal(2 * rate_hz)
    vowels = ((0.15, 0.5, (730, 1090, 2440)), (0.75, 0.45, (270, 2290, 3010)), (1.4, 0.45, (300, 870, 2240)))
    for start_s, length_s, formants_hz in vowels:
        frames = round(length_s * rate_hz)
        pitch_hz = np.linspace(130, 100, frames)
        source = np.diff(np.floor(np.cumsum(pitch_hz) / rate_hz), prepend=0.0)
        voiced = np.zeros(frames)
        for number, formant_hz in enumerate(formants_hz):
            time_s = np.arange(round(0.03 * rate_hz)) / rate_hz
            ringing = np.exp(-80 * np.pi * time_s) * np.sin(_TURN * formant_hz * time_s)
            voiced += np.convolve(source, ringing)[:frames] / (1 + number)
        put(sound, rate_hz, start_s, voiced * np.hanning(frames) ** 0.3, 0.25)
    for start_s in (0.62, 1.22):
        hiss = np.diff(chance.standard_normal(round(0.13 * rate_hz)), prepend=0.0)
        put(sound, rate_hz, start_s, hiss * np.hanning(len(hiss)), 0.05)
    return sound


def whales(chance: np.random.Generator) -> Samples:
    """Calls that rise from 90 to 200 Hz within a second, in the noise of the sea."""
    rate_hz = 2_000
    noise = np.cumsum(chance.standard_normal(30 * rate_hz))
    slow = np.convolve(noise, np.ones(200) / 200, "same")
    sound: Samples = 0.3 * (noise - slow) / np.abs(noise).max()
    sound += 0.01 * chance.standard_normal(len(sound))
    for start_s in (4.0, 9.5, 17.0, 22.5):
        put(sound, rate_hz, start_s, sweep(rate_hz, 1.1, 90, 110, 200), 0.25)
    return sound


def machine(chance: np.random.Generator) -> Samples:
    """A motor that runs up, its harmonics, and a bearing that clicks."""
    rate_hz = 16_000
    time_s = np.arange(6 * rate_hz) / rate_hz
    turns = np.cumsum(np.interp(time_s, (0, 2, 6), (20, 48, 49))) / rate_hz
    sound = 0.01 * chance.standard_normal(len(time_s))
    for number in (1, 2, 3, 5, 8, 16):
        sound += 0.12 / number**0.5 * np.sin(_TURN * number * turns)
    click = np.exp(-1500 * time_s[:200]) * np.sin(_TURN * 3100 * time_s[:200])
    for start_s in np.arange(3.0, 6.0, 0.11):
        put(sound, rate_hz, float(start_s), click, 0.5)
    return sound


def night(chance: np.random.Generator) -> Samples:
    """Crickets that chirp in threes, and a frog."""
    rate_hz = 32_000
    sound = 0.004 * chance.standard_normal(8 * rate_hz)
    for start_s in np.arange(0.3, 7.8, 0.62):
        for number in range(3):
            put(sound, rate_hz, float(start_s) + 0.045 * number, sweep(rate_hz, 0.03, 5100, 5000), 0.12)
    for start_s in (1.5, 3.9, 6.2):
        for number in range(12):
            put(sound, rate_hz, start_s + 0.055 * number, sweep(rate_hz, 0.04, 900, 1150, 950), 0.25)
    return sound


SCENES = (
    Scene(
        "birds", "birds", 44_100, birds, (0.0, 4.0),
        (Region(0.28, 2.0, "song", 3500, 7500), Region(2.38, 3.37, "answer", 1600, 2700)),
    ),
    Scene(
        "bats", "bats", 250_000, bats, (0.0, 0.5),
        (
            Region(0.028, 0.036, "pipistrelle", 36_000, 88_000),
            Region(0.073, 0.091, "noctule", 22_500, 31_000),
            Region(0.243, 0.261, "noctule", 22_500, 31_000),
            Region(0.375, 0.456, "feeding buzz", 36_000, 88_000),
        ),
    ),
    Scene(
        "speech", "speech", 16_000, speech, (0.0, 2.0),
        (
            Region(0.15, 0.62, "a", track="phones"), Region(0.62, 0.75, "s", track="phones"),
            Region(0.75, 1.2, "i", track="phones"), Region(1.22, 1.35, "s", track="phones"),
            Region(1.4, 1.85, "u", track="phones"),
            Region(0.15, 1.2, "asi", track="words"), Region(1.22, 1.85, "su", track="words"),
        ),
    ),
    Scene(
        "whales", "whales", 2_000, whales, (3.0, 14.0),
        tuple(Region(start_s - 0.1, start_s + 1.2, "upcall", 75, 215) for start_s in (4.0, 9.5, 17.0, 22.5)),
    ),
    Scene(
        "machine", "machines", 16_000, machine, (0.0, 6.0),
        (Region(0.0, 2.0, "running up"), Region(3.0, 6.0, "bearing damage", 2200, 4300)),
    ),
    Scene(
        "night", "general", 32_000, night, (0.0, 8.0),
        (
            *(Region(start_s - 0.05, start_s + 0.75, "frog", 700, 1400) for start_s in (1.5, 3.9, 6.2)),
            Region(0.25, 7.9, "crickets", 4500, 5700),
        ),
    ),
)  # fmt: skip


def make_project(folder: Path) -> None:
    """A clip for each scene, with its labels and their tracks."""
    chance = np.random.default_rng(4)
    with Project.create(folder) as project:
        paths = {scene.name: folder / "audio" / f"{scene.name}.wav" for scene in SCENES}
        for scene in SCENES:
            paths[scene.name].parent.mkdir(exist_ok=True)
            write_wav(paths[scene.name], scene.sound(chance).astype(np.float32), scene.rate_hz)
        found = ingest([Candidate(path) for path in paths.values()])
        project.catalogue.add_clips([one for one in found if isinstance(one, FoundClip)])
        view = project.catalogue.view
        classes = view.with_classes(region.text for scene in SCENES for region in scene.regions)
        clip_ids = {clip.name: clip.id for clip in view.clips}
        labels = {clip_ids[paths[scene.name].name]: as_labels(scene.regions, classes) for scene in SCENES}
        tracks = (MAIN_TRACK, *(Track(name, TrackKind.INTERVALS) for name in ("phones", "words")))
        project.catalogue.apply(Text("label"), Change(labels=labels, classes=classes, tracks=tracks))


def picture_of(document: Document, workspace: LabelWorkspace, scene: Scene) -> QImage:
    """The editor on one scene, from the waveform to the ruler."""
    clip = next(one for one in document.view.clips if one.name == f"{scene.name}.wav")
    document.set_current(clip.id)
    editor = workspace.editor
    wait_for(lambda: abs(editor.view.duration_s - clip.duration_s) < 1e-6, scene.name)
    workspace.look.show_as(VIEW_PRESETS[scene.preset].applied_to(workspace.look.keeper.view))
    editor.view.show_span(*scene.span_s)
    editor.view.set_cursor(0.0)
    let_live(2_500)
    top = editor.wave.mapTo(editor, editor.wave.rect().topLeft()).y()
    bottom = editor.ruler.mapTo(editor, editor.ruler.rect().bottomLeft()).y()
    return editor.grab(QRect(0, top, editor.width(), bottom - top + 1)).toImage()


def side_by_side(images: Sequence[QImage]) -> QImage:
    """All pictures in rows of equal height."""
    width, height = images[0].width() + GAP, max(one.height() for one in images) + GAP
    rows = -(-len(images) // COLUMNS)
    whole = QImage(COLUMNS * width - GAP, rows * height - GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor(palette().window))
    with QPainter(whole) as painter:
        for number, image in enumerate(images):
            row, column = divmod(number, COLUMNS)
            painter.drawImage(column * width, row * height, image)
    return whole


def main() -> None:
    """Draw all scenes, dark and light."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "scenes"
        make_project(folder)
        os.environ["XDG_CONFIG_HOME"] = str(Path(place) / "settings")
        app = make_application(["label_pictures"])
        window = MainWindow(Session())
        window.resize(1210, 700)
        window.show()
        window.open_project(folder)
        wait_for(lambda: window.page is not None, "the project")
        assert window.page is not None
        window.page.show_workspace("label")
        workspace = window.page.desk.workspace("label")
        assert isinstance(workspace, LabelWorkspace)
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            apply_theme(app, scheme)
            whole = side_by_side(
                [picture_of(window.page.context.document, workspace, scene) for scene in SCENES]
            )
            whole.save(str(resources() / "screenshots" / f"spectrograms-{scheme.name.lower()}.png"))
        window.close()
        wait_for(lambda: not window.isVisible(), "the end")


if __name__ == "__main__":
    main()
