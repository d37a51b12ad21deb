"""A model that tells whistles from hisses, sounds to play to it, and a microphone made of arrays."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio import device_stream
from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.workspace import LiveWorkspace
from audioclf_gui.jobs.writing import PutRun

RATE_HZ = 8000
MICROPHONE = Device("Test microphone", "Arrays", 1, RATE_HZ, is_default=True)
SETTINGS = {
    "architecture": "r4_cnn",
    "dropout": None,
    "epochs": 12,
    "rate_hz": RATE_HZ,
    "mels": 16,
    "mel_window_s": 0.032,
    "window_s": 0.5,
    "batch_size": 8,
    "threads": 1,
    "valid_share": 0.25,
    "test_share": 0.25,
}


def whistle(seconds, seed=0, rate_hz=RATE_HZ):
    noise = 0.02 * np.random.default_rng(seed).standard_normal(round(seconds * rate_hz))
    tone = np.sin(2 * np.pi * (1000.0 + seed) * np.arange(len(noise)) / rate_hz)
    return (noise + 0.3 * tone).astype(np.float32)


def hiss(seconds, seed=0, rate_hz=RATE_HZ):
    return (0.1 * np.random.default_rng(seed).standard_normal(round(seconds * rate_hz))).astype(np.float32)


@pytest.fixture(scope="session")
def trained_model(tmp_path_factory):
    """A model of whistle and hiss, trained in seconds, that decides with certainty."""
    from audioclf_gui.ml.dataset import training_data
    from audioclf_gui.ml.runs import prepare, run_training
    from audioclf_gui.ml.settings import settings_for

    folder = tmp_path_factory.mktemp("listening")
    with Project.create(folder / "project") as project:
        wanted = []
        for number in range(32):
            name, make = (("whistle", whistle), ("hiss", hiss))[number % 2]
            path = folder / f"{name}-{number}.wav"
            write_wav(path, make(0.5, seed=number), RATE_HZ)
            wanted.append(Candidate(path, name, group=f"site {number // 4}"))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        plan = prepare(training_data(project.catalogue.view), settings_for("fast", **SETTINGS))
    for _event in run_training(*plan, folder / "model", folder / "cache"):
        pass
    return folder / "model"


@pytest.fixture
def context_with_run(context, trained_model):
    """The project, with a finished run in it whose model is `trained_model`."""
    document = context.document
    run = document.project.runs.next("fast", {})
    target = document.project.runs.bundle_path(run)
    target.parent.mkdir(exist_ok=True)
    target.symlink_to(trained_model, target_is_directory=True)
    document.write(PutRun(replace(run, status=RunStatus.DONE, report={"accuracy": 0.9})))
    return context


@pytest.fixture
def workspace(context_with_run, qtbot):
    """The workspace as it is before anything was chosen; it looks for no real microphones."""
    workspace = LiveWorkspace(context_with_run)  # ours to close: it has to stop listening before
    workspace.resize(1280, 740)
    with qtbot.waitActive(workspace):  # keys go to the window that is active
        workspace.show()
        workspace.activateWindow()
    workspace.setFocus()
    yield workspace
    workspace.shutdown()
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=20_000)
    workspace.close()
    workspace.deleteLater()


@pytest.fixture
def sound_file(tmp_path):
    """Writes samples as a file."""

    def write(*parts, name="sound.wav", rate_hz=RATE_HZ):
        write_wav(tmp_path / name, np.concatenate(parts), rate_hz)
        return tmp_path / name

    return write


class Microphone:
    """A device in the hands of the test: what it hears, refuses, loses; and that it can be pulled out."""

    def __init__(self):
        self.refusal = ""
        self.is_there = True
        self.blocks = []
        self.lost = 0
        self.overflows = 0
        self.opened = self.closed = 0
        self.lock = threading.Lock()

    def hear(self, samples):
        with self.lock:
            self.blocks.append(np.asarray(samples, np.float32)[:, np.newaxis])


@pytest.fixture
def microphone(monkeypatch):
    """Stands in the place of `audio.capture.Capture`."""
    microphone = Microphone()

    class Capture:
        def __init__(self, device, rate_hz, channels):
            self.rate_hz = rate_hz
            self.is_open = False

        overflows = property(lambda self: microphone.overflows)
        lost_frames = property(lambda self: microphone.lost)
        is_active = property(lambda self: self.is_open and microphone.is_there)

        def start(self):
            if microphone.refusal:
                raise UserError(
                    Text.plain(microphone.refusal), remedy=Text("Close other programs that use it.")
                )
            self.is_open = True
            microphone.opened += 1

        def read(self):
            with microphone.lock:
                blocks, microphone.blocks = microphone.blocks, []
            return np.concatenate([np.zeros((0, 1), np.float32), *blocks])

        def stop(self):
            microphone.closed += self.is_open
            self.is_open = False

    monkeypatch.setattr(device_stream, "Capture", Capture)
    return microphone
