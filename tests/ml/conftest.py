"""A tiny model with fixed random weights, and tasks small enough for numbers worked out by hand."""

from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch
from torch import nn

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline.plan import make_plan
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.pipeline.task import make_task as task_of_plan
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import Split


@pytest.fixture(scope="session")
def tiny_bundle(save_tiny, tmp_path_factory):
    return load_bundle(save_tiny(tmp_path_factory.mktemp("models") / "tiny"))


@pytest.fixture(scope="session")
def contents():
    """The bytes of every file of a bundle, by name."""
    return lambda bundle: {file.name: file.read_bytes() for file in sorted(bundle.iterdir())}


_TONES_RATE_HZ = 16000


@pytest.fixture(scope="session")
def tones(tmp_path_factory):
    """Two dozen clips of one second, high and low tones in turn."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(0)
    time_s = np.arange(_TONES_RATE_HZ) / _TONES_RATE_HZ
    examples = []
    for at in range(24):
        tone = np.sin(2 * np.pi * (400 + 1600 * (at % 2)) * time_s) + 0.3 * rng.standard_normal(
            _TONES_RATE_HZ
        )
        path = folder / f"{at}.wav"
        write_wav(path, (0.3 * tone).astype(np.float32), _TONES_RATE_HZ)
        content, group = content_hash(path), f"g{at // 2}"
        examples.append(Example(ClipId(at + 1), path, content, at % 2, group, "", 0.0, 1.0, _TONES_RATE_HZ))
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")


class BandMeans(nn.Module):
    """Logits from the mean of each band: small enough to work its numbers out by hand."""

    def __init__(self, mels, classes):
        super().__init__()
        self.head = nn.Linear(mels, classes)

    def forward(self, pictures):
        return self.head(pictures.mean(dim=2))


PLAIN_LEARNING = {
    "effort": 1.0,
    "precision": "float32",
    "device": "cpu",
    "threads": 1,
    "mels": 8,
    "dropout": None,
    "label_smoothing": 0.0,
    "judging_share": 1.0,
    "ema": 0.0,
    "weight_decay": 0.0,
    "balance": 0.0,
    "mixup": 0.0,
    "shift": 0.0,
    "gain_db": 0.0,
    "eq_db": 0.0,
    "noise": 0.0,
    "made_noise": 0.0,
    "masks": 0,
}


@pytest.fixture
def make_task(tmp_path):
    """A task made of given pictures, each (windows, mels, columns) in dB; which training leaves alone.

    Keywords change the settings; windows are loud unless `levels` says otherwise.
    """

    def make(pictures, labels, train=None, valid=(), test=(), selection="best", levels=None, **changes):
        files = {}
        for at, picture in enumerate(pictures):
            files[at] = tmp_path / f"{at}.safetensors"
            files[at].write_bytes(safetensors.torch.save({"windows": picture.half()}))
        loud = {at: np.zeros(len(picture), np.float32) for at, picture in enumerate(pictures)}
        mels, columns = pictures[0].shape[1:]
        ends = LogMelPictures(columns * 0.02, "zeros", mel_settings(8000, mels=mels))
        features = Features(files, loud if levels is None else levels, ends)
        goal = SingleLabel(tuple(map(str, range(max(labels) + 1))))
        train = tuple(range(len(pictures))) if train is None else tuple(train)
        return Task(
            features,
            goal,
            goal.encoded(labels),
            np.array(labels, np.int64),
            Split(train, tuple(valid), tuple(test), Text("by hand"), selection),
            settings_for("default", **(PLAIN_LEARNING | changes)),
            ends,
            *features.statistics(train),
        )

    return make


@pytest.fixture
def band_means():
    """A network with fixed random weights for so many classes."""

    def build(classes, mels=8, seed=0):
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            return BandMeans(mels, classes)

    return build


@pytest.fixture
def random_pictures():
    """So many pictures of one window, 8 bands and 10 columns, around -50 dB."""

    def draw(count, windows=1, seed=0):
        rng = torch.Generator().manual_seed(seed)
        return [torch.randn(windows, 8, 10, generator=rng) * 12.0 - 50.0 for _ in range(count)]

    return draw


@pytest.fixture
def plan_of_rows(tmp_path):
    """A plan and a task of rows of numbers of two classes, and what fills vectors up to their length.

    A row is (class, group, content, windows (n, numbers)); those of `held` are for validation. Keywords
    change the settings.
    """

    def make(rows, held=(), **changes):
        everything = [*rows, *held]
        examples = tuple(
            Example(ClipId(at + 1), Path(f"{at}.wav"), content, target, group, "", 0.0, 0.5, 8000)
            for at, (target, group, content, _windows) in enumerate(everything)
        )
        train, valid = tuple(range(len(rows))), tuple(range(len(rows), len(everything)))
        settings = settings_for("forest", **{"window_s": 0.5, "threads": 1} | changes)
        data = TrainingData(("a", "b"), (1, 2), examples)
        plan = make_plan(data, Split(train, valid, (), Text("by hand"), "last"), settings)
        (size,) = plan.front_end.shape

        def filled(vectors):
            return nn.functional.pad(vectors, (0, size - vectors.shape[1]))

        files = {at: tmp_path / f"{at}" for at in range(len(examples))}
        for at, file in files.items():
            file.write_bytes(safetensors.torch.save({"windows": filled(everything[at][3])}))
        loud = {at: np.zeros(len(row[3]), np.float32) for at, row in enumerate(everything)}
        return plan, task_of_plan(plan, Features(files, loud, plan.front_end)), filled

    return make
