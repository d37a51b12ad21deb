"""Learning on a GPU: as on the processor, without waiting for each step, and what happens when it fails."""

import gc
import subprocess
import sys
import textwrap
import threading
import warnings
from dataclasses import replace

import numpy as np
import pytest
import torch

from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.devices import repeatable
from audioclf_gui.ml.events import EpochDone, Note, TrainingDone
from audioclf_gui.ml.models import build, known_architecture
from audioclf_gui.ml.pipeline.epoch import train_epoch
from audioclf_gui.ml.pipeline.fit import fit
from audioclf_gui.ml.pipeline.learner import Learner, weights_on_cpu
from audioclf_gui.ml.pipeline.policy import Workload, stopping_policy
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU here")

CPU, GPU = torch.device("cpu"), torch.device("cuda")
RATE = 0.003
AUGMENTED = {
    "shift": 1.0,
    "gain_db": 6.0,
    "eq_db": 6.0,
    "pitch_bins": 2,
    "noise": 0.3,
    "masks": 2,
    "mixup": 0.3,
    "dropout": 0.2,
    "ema": 0.9,
    "label_smoothing": 0.1,
    "precision": "auto",
}


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def result(events):
    """All events, and what the generator returns."""
    seen = []
    while True:
        try:
            seen.append(next(events))
        except StopIteration as end:
            return seen, end.value


@pytest.fixture
def network():
    """The default network for three classes, small, with fixed random weights."""

    def make(**options):
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(1)
            return build("residual_cnn", 3, (8, 10), {"width": 8, "dropout": 0.0} | options)

    return make


@pytest.fixture
def task(make_task, random_pictures):
    def make(count=24, valid=(), **changes):
        labels = [at % 3 for at in range(count)]
        train = [at for at in range(count) if at not in valid]
        return make_task(random_pictures(count, windows=2), labels, train, valid, **changes)

    return make


def test_steps_are_those_of_the_processor(task, network):
    """Batches of two sizes, so that there are two recordings; Adam makes much of small differences."""
    learners = [Learner(network(), task(weight_decay=0.1, ema=0.9), device) for device in (CPU, GPU)]
    with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
        for number in range(30):
            size = 8 if number % 3 else 7
            losses = [float(one.step(range(size), RATE, rng(number)).loss) for one in learners]
            assert losses[1] == pytest.approx(losses[0], rel=5e-3 if number < 15 else 5e-2), number
    ours, theirs = (weights_on_cpu(one.averaged) for one in learners)
    for name, weights in ours.items():
        assert torch.allclose(theirs[name].float(), weights.float(), atol=0.03), name


def test_recorded_steps_are_the_same_as_others_to_the_last_bit(task, network):
    found = []
    for is_recorded in (True, False):
        torch.manual_seed(0)
        learner = Learner(network(dropout=0.3), task(**AUGMENTED), GPU)
        if not is_recorded:
            learner._on_gpu.forget()
        with repeatable(GPU):
            losses = [
                float(learner.step(range(8 - number % 2), RATE, rng(number)).loss) for number in range(30)
            ]
        found.append((losses, weights_on_cpu(learner.averaged)))
    assert found[0][0] == found[1][0]
    assert all(torch.equal(found[0][1][name], found[1][1][name]) for name in found[0][1])


@pytest.mark.parametrize("changes", [{}, AUGMENTED], ids=["plain", "augmented"])
@pytest.mark.parametrize("is_sent", [False, True], ids=["resident", "sent"])
def test_no_step_waits_for_the_gpu(task, network, changes, is_sent):
    learning = task(**changes)
    learning.features._is_sent = is_sent
    learner = Learner(network(), learning, GPU)
    for number in range(14):
        learner.step(range(8), RATE, rng(number))
    torch.cuda.set_sync_debug_mode("error")
    try:
        for number in range(20):
            learner.step(range(8), RATE, rng(number))  # raises where it waits
    finally:
        torch.cuda.set_sync_debug_mode("default")
    assert learner._on_gpu._recordings, "the steps were not the recorded ones"


def test_an_epoch_reads_from_the_gpu_at_its_end_only(task, network):
    learning = task(count=300, batch_size=4, **AUGMENTED)
    learner = Learner(network(), learning, GPU)
    policy = stopping_policy(learning.settings, Workload(300), None)
    stop = threading.Event()
    result(train_epoch(learner, learner.task, 1, 0, policy, stop=stop, notes=[]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.cuda.set_sync_debug_mode("warn")
        events, _ = result(train_epoch(learner, learner.task, 2, 75, policy, stop=stop, notes=[]))
        torch.cuda.set_sync_debug_mode("default")
    assert policy.epoch_steps == 75
    assert len([one for one in caught if "synchroniz" in str(one.message)]) <= 2 + 2 * len(events)


@pytest.mark.parametrize("is_sent", [False, True], ids=["resident", "sent"])
def test_the_same_seed_comes_to_the_same_weights_to_the_last_bit(task, network, is_sent):
    found = []
    for _ in range(2):
        learning = task(valid=range(18, 24), batch_size=4, epochs=8, **AUGMENTED)
        learning.features._is_sent = is_sent
        with repeatable(GPU):
            _, fitted = result(
                fit(network(dropout=0.2), learning, GPU, keep=lambda *_: None, stop=threading.Event())
            )
        found.append(fitted.model.state_dict())
    assert all(torch.equal(found[0][name], found[1][name]) for name in found[0])


def test_clips_that_are_sent_batch_by_batch_teach_the_same(task, network):
    found = []
    for is_sent in (False, True):
        learning = task(**AUGMENTED)
        learning.features._is_sent = is_sent
        torch.manual_seed(0)
        learner = Learner(network(), learning, GPU)
        for number in range(20):
            learner.step(range(8), RATE, rng(number))
        found.append(weights_on_cpu(learner.averaged))
    assert all(torch.allclose(found[0][name], found[1][name], atol=1e-5) for name in found[0])


def test_a_snapshot_goes_on_as_if_nothing_had_happened(task, network):
    first, other = (Learner(network(), task(ema=0.9), GPU) for _ in range(2))
    for number in range(15):
        first.step(range(8), RATE, rng(number))
    other.restore(first.snapshot())
    for number in range(15, 18):
        losses = [float(one.step(range(8), RATE, rng(number)).loss) for one in (first, other)]
        assert losses[0] == pytest.approx(losses[1], rel=1e-3)


def test_when_its_memory_runs_out_batches_are_split_and_it_is_said(make_task, network):
    """Real: torch may take six tenths of what a step takes, on top of what is taken before it."""
    pictures = [torch.randn(1, 64, 500) * 10.0 - 50.0 for _ in range(128)]
    learning = make_task(pictures, [at % 3 for at in range(128)], mels=64, batch_size=128, epochs=3)
    wide = {"width": 32}
    gc.collect()
    torch.cuda.reset_peak_memory_stats()
    before = torch.cuda.memory_allocated()
    learner = Learner(network(**wide), learning, GPU)
    float(learner.step(range(128), RATE, rng()).loss)
    needed = torch.cuda.max_memory_allocated() - before
    del learner
    learning.features._all.pop(GPU)
    gc.collect()
    torch.cuda.empty_cache()
    total = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.set_per_process_memory_fraction((torch.cuda.memory_reserved() + 0.6 * needed) / total)
    try:
        _, fitted = result(fit(network(**wide), learning, GPU, keep=lambda *_: None, stop=threading.Event()))
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
    assert any("parts of 64" in str(note) or "parts of 32" in str(note) for note in fitted.notes)
    assert (fitted.device.type, fitted.epochs, fitted.interrupted) == ("cuda", 3, False)


FAILS = """
import sys, threading
from dataclasses import replace
from pathlib import Path
import torch
from torch import nn
from audioclf_gui.ml.models.registry import architecture
from audioclf_gui.ml.events import EpochDone, TrainingDone
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for
sys.path.insert(0, {folder!r})
from clips import data

@architecture("fails")
class Fails(nn.Module):
    '''Reads beyond the end of a table at its fortieth step on a GPU, which ends all that the GPU can do.'''

    def __init__(self, outputs, shape):
        super().__init__()
        self.head = nn.Linear(shape[0], outputs)
        self.register_buffer("steps", torch.zeros((), dtype=torch.long))
        self.register_buffer("table", torch.zeros(1))

    def forward(self, pictures):
        if self.training and pictures.is_cuda:
            self.steps += 1
            beyond = (self.steps >= 40).long().view(1) * 10**6
            pictures = pictures + self.table.index_select(0, beyond)
        return self.head(pictures.mean(dim=2))

settings = settings_for("default", architecture="fails", dropout=None, device="cuda", epochs=14, batch_size=4,
                        refit=True, mels=16, threads=2)
(plan,) = prepare(data(), settings)
done = []
for event in run_training(plan, Path({folder!r}) / "model", Path({folder!r}) / "cache"):
    if isinstance(event, EpochDone):
        done.append(event.epoch.number)
    if isinstance(event, TrainingDone):
        print("DONE", event.report["device"], done == sorted(set(done)), *event.report["notes"], sep="|")
"""

CLIPS = """
from pathlib import Path
import numpy as np
from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.ml.dataset import Example, TrainingData

def data():
    rng, examples = np.random.default_rng(0), []
    for at in range(24):
        path = Path(__file__).with_name(f"{at}.wav")
        tone = np.sin(2 * np.pi * (400 + 1600 * (at % 2)) * np.arange(8000) / 16000)
        write_wav(path, (0.3 * tone + 0.1 * rng.standard_normal(8000)).astype(np.float32), 16000)
        examples.append(
            Example(ClipId(at + 1), path, content_hash(path), at % 2, f"g{at // 2}", "", 0.0, 0.5, 16000)
        )
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")
"""


def test_a_gpu_that_fails_is_replaced_by_the_processor_for_the_rest_of_the_run(tmp_path):
    """In a process of its own, since nothing can be done with that GPU in it any more."""
    (tmp_path / "clips.py").write_text(CLIPS, encoding="utf-8")
    script = textwrap.dedent(FAILS).replace("{folder!r}", repr(str(tmp_path)))
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=240, check=False
    )
    assert "DONE|cpu|True|" in ran.stdout, ran.stdout + ran.stderr
    assert "going on from epoch" in ran.stdout
    assert "on the processor" in ran.stdout


def learns_in_steps(preset):
    """As far as it needs nothing but the clips."""
    return known_architecture(settings_for(preset).architecture).estimator == "gradient" and preset != "r0d"


GRADIENT = [name for name in PRESETS if name != AUTOMATIC and learns_in_steps(name)]


@pytest.mark.parametrize("preset", GRADIENT)
def test_every_preset_that_learns_in_steps_does_so_on_a_gpu(preset, tones, tmp_path):
    settings = settings_for(preset, device="cuda", epochs=6, batch_size=4, refit=False)
    (plan,) = prepare(tones, settings)
    events = list(run_training(plan, tmp_path / "model", tmp_path / "cache"))
    assert isinstance(events[-1], TrainingDone)
    assert events[-1].report["device"].startswith("cuda")
    assert load_bundle(tmp_path / "model").card.classes == tones.classes


def test_the_default_learns_on_a_gpu_and_its_model_answers_on_the_processor(tones, tmp_path):
    settings = settings_for("default", device="cuda", epochs=60, batch_size=4, refit=True)
    (plan,) = prepare(tones, settings)
    events = list(run_training(plan, tmp_path / "model", tmp_path / "cache"))
    assert isinstance(events[-1], TrainingDone)
    assert events[-1].report["accuracy"] >= 0.9
    assert len([event for event in events if isinstance(event, EpochDone)]) >= 1
    assert load_bundle(tmp_path / "model").device == CPU


def test_thousands_of_clips_come_in_larger_batches_and_it_is_said(tones, tmp_path):
    examples = tuple(replace(tones.examples[at % 24], group=f"g{at % 12}") for at in range(4800))
    (plan,) = prepare(
        replace(tones, examples=examples),
        settings_for("fast", device="cuda", refit=False, mels=8, mel_window_s=0.1, mel_hop_s=0.1, patience=1),
    )
    stop = threading.Event()
    notes = []
    for event in run_training(plan, tmp_path / "model", tmp_path / "cache", stop):
        if isinstance(event, Note):
            notes.append(str(event.text))
        if isinstance(event, EpochDone):
            stop.set()
    assert any(note.startswith("Each step learns from 64 clips instead of 32") for note in notes)


def test_a_network_that_waits_for_the_gpu_learns_step_by_step(task, network):
    class Waits(torch.nn.Module):
        def __init__(self, inner):
            super().__init__()
            self.inner = inner

        def forward(self, pictures):
            return self.inner(pictures / max(1.0, float(pictures.abs().max()) / 10.0))

    learner = Learner(Waits(network()), task(), GPU)
    losses = [float(learner.step(range(8), RATE, rng(number)).loss) for number in range(30)]
    assert np.isfinite(losses).all()
    assert losses[-1] < losses[0]
